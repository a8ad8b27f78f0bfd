import { exited, signaled, signalNumber } from "./status.ts";
import type { Command, ExitStatus } from "./types.ts";

/** What a simulated process does: runs for a while, then ends with a status. */
export interface MemoryProgram {
  /** Milliseconds until it ends by itself; null: never. */
  readonly durationMs: number | null;
  readonly status: ExitStatus;
  /** Signals without effect (SIGKILL always has one). */
  readonly ignored?: readonly number[];
  /** What it prints at its start. */
  readonly output?: string;
  /** It prints what it reads, and ends with its input. */
  readonly echoes?: boolean;
}

const COMMAND_NOT_FOUND = 127;
const LAUNCHER_FAILURE = 1;

interface Progress {
  durationMs: number;
  ignored: number[];
  output: string;
  echoes: boolean;
  last: ExitStatus;
}

/** Runs one simple command; a status ends the whole program. */
function step(text: string, progress: Progress): ExitStatus | null {
  const [word = "", ...args] = text.trim().split(/\s+/);
  progress.last = exited(0);
  switch (word) {
    case "":
    case ":":
    case "true":
      return null;
    case "false":
      progress.last = exited(1);
      return null;
    case "exit":
      return exited(Number(args[0] ?? 0) & 0xff);
    case "sleep":
      progress.durationMs += Number(args[0] ?? 0) * 1000;
      return null;
    case "echo":
      progress.output += `${args.join(" ")}\n`;
      return null;
    case "cat":
      progress.echoes = true;
      return exited(0);
    case "trap": {
      const number = signalNumber(`SIG${args[1] ?? ""}`);
      progress.ignored.push(...(args[0] === "''" && number !== undefined ? [number] : []));
      return null;
    }
    case "kill": {
      const name = args[0]?.slice(1) ?? "TERM";
      const number = /^\d+$/.test(name) ? Number(name) : signalNumber(`SIG${name}`);
      return args[1] === "$$" && number !== undefined ? signaled(number) : null;
    }
    default:
      progress.last = exited(COMMAND_NOT_FOUND);
      return null;
  }
}

/**
 * Understands a little shell: `true`, `false`, `exit N`, `sleep SECONDS`, `echo WORDS`, `cat`,
 * `kill -SIGNAL $$`, `trap '' SIGNAL`, separated by semicolons; any other word is not found.
 */
export function interpretCommand(command: Command): MemoryProgram {
  const progress: Progress = {
    durationMs: 0,
    ignored: [],
    output: "",
    echoes: false,
    last: exited(0),
  };
  const finish = (status: ExitStatus): MemoryProgram => ({
    ...progress,
    durationMs: progress.echoes ? null : progress.durationMs,
    status,
  });
  if (!command.shell) {
    const name = command.file.slice(command.file.lastIndexOf("/") + 1);
    const end = step([name, ...command.args.slice(1)].join(" "), progress);
    const missing = progress.last.type === "exited" && progress.last.code === COMMAND_NOT_FOUND;
    return finish(end ?? (missing ? exited(LAUNCHER_FAILURE) : progress.last));
  }
  for (const part of command.value.split(";")) {
    const end = step(part, progress);
    if (end !== null) {
      return finish(end);
    }
  }
  return finish(progress.last);
}
