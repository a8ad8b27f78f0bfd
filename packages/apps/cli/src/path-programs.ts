import { spawn } from "node:child_process";
import { accessSync, constants, readdirSync, realpathSync } from "node:fs";
import { constants as systemConstants } from "node:os";
import { dirname, join } from "node:path";

const PREFIX = "mesos-";
const SIGNAL_EXIT = 128;

/** Where programs are looked for: the PATH, and the folder that this program was started from. */
export function programFolders(
  environment: Readonly<Record<string, string | undefined>>,
  script: string | undefined,
): string[] {
  const path = (environment["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  return script === undefined ? path : [...ownFolders(script), ...path];
}

/** As it was called, and where that leads to. */
function ownFolders(script: string): string[] {
  try {
    return [...new Set([dirname(script), dirname(realpathSync(script))])];
  } catch {
    return [dirname(script)];
  }
}

/** The programs that `mesos <name>` can run, by name. */
export function listPrograms(folders: readonly string[]): string[] {
  const names = folders.flatMap((folder) =>
    entriesOf(folder)
      .filter((name) => name.startsWith(PREFIX) && name !== "mesos-slave")
      .filter((name) => !/\.(js|sh)$/.test(name) && isProgram(join(folder, name)))
      .map((name) => name.slice(PREFIX.length)),
  );
  return [...new Set(names)].sort();
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findProgram(folders: readonly string[], name: string): string | undefined {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return undefined;
  return folders.map((folder) => join(folder, `${PREFIX}${name}`)).find(isProgram);
}

/** Runs a program in our place: its input and output are ours, and so is its end. */
export function runProgram(path: string, args: readonly string[]): Promise<number> {
  const child = spawn(path, args, { stdio: "inherit" });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  // A CTRL-c reaches the child from the terminal as well; we must live to tell its end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      resolve(code ?? SIGNAL_EXIT + (signal === null ? 0 : systemConstants.signals[signal]));
    });
  });
}
