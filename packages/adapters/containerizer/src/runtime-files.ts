import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isContainerId, relativePathOf } from "./container-id.ts";
import { type Identity, parseIdentity } from "./process-table.ts";
import { parseWaitStatus } from "./status.ts";
import type { ExitStatus, Notes } from "./types.ts";

/**
 * A container's folder `<runtime_dir>/containers/<id>` (nested: `containers/<parent>/containers/<id>`):
 *
 *   run      the script that becomes the task (written by the agent)
 *   monitor  the monitor's claim: line 1 its pid, line 2 the task's pid and the uptime then
 *   pid      the task's pid, as Mesos writes it
 *   status   the task's wait(2) status in decimal, as Mesos writes it
 *   lost     present when the machine restarted before a status was written
 *   stdin    of containers that can be attached to: a FIFO
 *   opened   present when a container without a terminal has opened that
 *   control  of containers with a terminal: a FIFO for the sizes of its window
 *
 * Anything else is a note that came with the launch.
 */
const FILES = ["run", "monitor", "pid", "status"] as const;
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...FILES,
  "lost",
  "stdin",
  "control",
  "containers",
]);
const MAX_LISTED = 1_000_000;
/** The largest note, and how many a container may have. */
export const MAX_NOTE_BYTES = 1024 * 1024;
const MAX_NOTES = 16;

/** Whether a note can have this name: a plain file's that is not one of ours. */
export const isNoteName = (name: string): boolean =>
  /^[a-z][a-z_.]{0,63}$/.test(name) && !OWN_NAMES.has(name);

export const stdinPath = (folder: string): string => `${folder}/stdin`;
export const openedPath = (folder: string): string => `${folder}/opened`;
export const controlPath = (folder: string): string => `${folder}/control`;

export const containersFolder = (runtimeDir: string): string => join(runtimeDir, "containers");

export const containerFolder = (runtimeDir: string, containerId: string): string =>
  `${runtimeDir}/containers/${relativePathOf(containerId)}`;

export const errorCode = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** Makes a container's folder with its run script. False when the container exists already. */
export function createContainer(folder: string, runScript: string, notes: Notes = {}): boolean {
  try {
    mkdirSync(folder);
  } catch (error) {
    switch (errorCode(error)) {
      case "EEXIST":
        if (statSync(join(folder, "run"), { throwIfNoEntry: false }) !== undefined) {
          return false;
        }
        break; // A parent that was never launched itself.
      case "ENOENT":
        mkdirSync(dirname(folder), { recursive: true });
        mkdirSync(folder);
        break;
      default:
        throw error;
    }
  }
  try {
    for (const [name, bytes] of Object.entries(notes)) {
      writeFileSync(`${folder}/${name}`, bytes, { mode: 0o600 });
    }
    writeFileSync(`${folder}/run`, runScript, { mode: 0o600 });
  } catch (error) {
    deleteContainer(folder); // A full disk: nothing half-made stays.
    throw error;
  }
  return true;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) {
      return null;
    }
    throw error;
  }
}

/** The exit status on disk; null when there is none (yet), or only an empty or torn file. */
export function readStatus(folder: string): ExitStatus | null {
  const status = parseWaitStatus(readText(`${folder}/status`) ?? "");
  if (status !== null) {
    return status;
  }
  return readText(`${folder}/lost`) === null ? null : { type: "unknown" };
}

/** The notes of a container; undefined when it has none. */
export function readNotes(folder: string): Notes | undefined {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isNoteName(entry.name))
    .slice(0, MAX_NOTES);
  return names.length === 0
    ? undefined
    : Object.fromEntries(names.map(({ name }) => [name, readFileSync(`${folder}/${name}`)]));
}

export const readRunScript = (folder: string): string | null => readText(`${folder}/run`);

/** Who is at work on a container. Absent parts are not written yet. */
export interface Claim {
  /** A monitor is alive when it forks the task: it shares the task's latest start. */
  readonly monitorPid?: number;
  readonly task?: Identity;
}

/** Reads the `monitor` file; null when nobody claimed the container. */
export function readClaim(folder: string): Claim | null {
  const text = readText(`${folder}/monitor`);
  if (text === null) {
    return null;
  }
  // The last piece is what follows the last newline: an incomplete line, or nothing.
  const [first, second] = text.split("\n").slice(0, -1);
  const monitorPid = /^\d+$/.test(first ?? "") ? Number(first) : undefined;
  const [pid, uptime] = second?.split(" ") ?? [];
  const task = parseIdentity(pid, uptime);
  return {
    ...(monitorPid === undefined ? {} : { monitorPid }),
    ...(task === null ? {} : { task }),
  };
}

/** Identity of the monitor of a task. */
export const monitorOf = (monitorPid: number, task: Identity): Identity => ({
  pid: monitorPid,
  latestStart: task.latestStart,
});

/** Claims a container so that no monitor can start it any more. False when a monitor was faster. */
export function abandon(folder: string): boolean {
  try {
    writeFileSync(`${folder}/monitor`, "abandoned\n", { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") {
      return false;
    }
    throw error;
  }
}

/** Records that a container's end was not seen because the machine restarted. */
export function markLost(folder: string): void {
  writeFileSync(`${folder}/lost`, "");
}

/** Deletes a container's own files, and its folder unless nested containers are in it. */
export function deleteContainer(folder: string): void {
  try {
    for (const name of FILES) {
      unlinkSync(`${folder}/${name}`);
    }
    rmdirSync(folder);
  } catch (error) {
    // Some file is missing, or there is more than the usual four.
    if (!["ENOENT", "ENOTEMPTY"].includes(errorCode(error))) {
      throw error;
    }
    if (!hasNested(folder)) {
      rmSync(folder, { recursive: true, force: true });
      return;
    }
    for (const name of [...FILES, "lost"]) {
      rmSync(`${folder}/${name}`, { force: true });
    }
  }
}

/** Deletes the folders above a nested container that hold nothing any more. */
export function deleteEmptyParents(runtimeDir: string, containerId: string): void {
  const top = containersFolder(runtimeDir);
  let folder = dirname(join(top, relativePathOf(containerId)));
  try {
    for (; folder !== top; folder = dirname(folder)) {
      rmdirSync(folder);
    }
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY"].includes(errorCode(error))) {
      throw error;
    }
  }
}

function subfolders(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) {
      return [];
    }
    throw error;
  }
}

/** Whether nested containers are in a container's folder. */
export const hasNested = (folder: string): boolean => subfolders(`${folder}/containers`).length > 0;

/** Ids of all containers that have a run script, parents before children. */
export function listContainers(runtimeDir: string): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string, prefix: string): void => {
    for (const name of [...subfolders(folder)].sort()) {
      const id = prefix + name;
      if (name.includes(".") || !isContainerId(id) || found.length >= MAX_LISTED) {
        continue;
      }
      const own = join(folder, name);
      if (statSync(join(own, "run"), { throwIfNoEntry: false }) !== undefined) {
        found.push(id);
      }
      visit(join(own, "containers"), `${id}.`);
    }
  };
  visit(containersFolder(runtimeDir), "");
  return found;
}
