import type { ContainerSpec, ExitStatus, RecoveredContainer } from "@mesos-ts/agent";
import type { World } from "./world.ts";

interface Process {
  readonly pid: number;
  readonly what: string;
  status: ExitStatus | undefined;
}

const TERM_TAKES_MS = 5_000;

/**
 * One machine's processes, which outlive its agent. Commands say what they do: `run 1500 0` runs
 * for 1500 ms and exits with 0; `stubborn` ignores SIGTERM.
 */
export class Processes {
  readonly #world: World;
  readonly #processes = new Map<string, Process>();
  #nextPid = 100;
  /** Told of every end; replaced when the agent starts again. */
  onExit: (containerId: string, status: ExitStatus) => void = () => {};
  /** Task ids whose processes were ever alive twice at once. */
  readonly doubles: string[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  start(spec: ContainerSpec): number {
    const value = spec.command.shell ? spec.command.value : spec.command.file;
    const what = spec.environment["SIM_TASK"] ?? spec.containerId;
    for (const other of this.#processes.values()) {
      if (other.what === what && other.status === undefined) this.doubles.push(what);
    }
    const pid = this.#nextPid++;
    const process: Process = { pid, what, status: undefined };
    this.#processes.set(spec.containerId, process);
    const [, forMs = "1000", code = "0"] = value.split(" ");
    this.#world.after(Number(forMs), () => {
      this.#end(spec.containerId, { type: "exited", code: Number(code) });
    });
    return pid;
  }

  signal(containerId: string, signal: number): void {
    const description = signal === 9 ? "Killed" : "Terminated";
    const delayMs = signal === 9 ? 0 : this.#world.between(0, TERM_TAKES_MS);
    this.#world.after(delayMs, () => {
      this.#end(containerId, { type: "signaled", number: signal, description, coreDumped: false });
    });
  }

  forget(containerId: string): void {
    const process = this.#processes.get(containerId);
    if (process?.status !== undefined) this.#processes.delete(containerId);
  }

  /** What a container runtime tells an agent that starts again. */
  recover(): Record<string, RecoveredContainer> {
    return Object.fromEntries(
      [...this.#processes].map(([id, { pid, status }]) => [
        id,
        status === undefined ? { type: "running", pid } : { type: "exited", status },
      ]),
    );
  }

  running(): number {
    return [...this.#processes.values()].filter(({ status }) => status === undefined).length;
  }

  #end(containerId: string, status: ExitStatus): void {
    const process = this.#processes.get(containerId);
    if (process === undefined || process.status !== undefined) return;
    process.status = status;
    this.onExit(containerId, status);
  }
}
