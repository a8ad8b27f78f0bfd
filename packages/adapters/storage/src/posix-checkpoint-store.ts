import { Buffer } from "node:buffer";
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Checkpoint } from "@mesos-ts/agent";
import { frame } from "./framing.ts";
import { insideMeta } from "./safe-path.ts";
import { CheckpointError, type CheckpointStore } from "./types.ts";

/** Files of records kept open, of which every live task has one. */
const MAX_OPEN_FILES = 1024;
/** Files whose last content is remembered, so that the same is not written again. */
const MAX_REMEMBERED = 512;
/** Larger contents are not remembered, in bytes. */
const MAX_REMEMBERED_BYTES = 16 * 1024;
const MESSAGE_MODE = 0o600;
const RECORDS_MODE = 0o644;
const FOLDER_MODE = 0o755;
const RUN_FOLDER_MODE = 0o750;
const { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } = constants;

/**
 * Checkpoints as files. Nothing is synced to the medium: like Mesos, an agent needs them after its
 * own end, and after the machine's end it starts anew.
 */
export class PosixCheckpointStore implements CheckpointStore {
  readonly #root: string;
  /** Open files of records, the least recently used first. */
  readonly #open = new Map<string, number>();
  readonly #remembered = new Map<string, Buffer>();
  #temporary = 0;

  /** `metaDir` is `<work_dir>/meta`; it is made when the first change needs it. */
  constructor(metaDir: string) {
    this.#root = metaDir;
  }

  apply(change: Checkpoint): void {
    const path = `${this.#root}/${insideMeta(change.path)}`;
    try {
      this.#apply(change, path);
    } catch (cause) {
      throw new CheckpointError(path, cause);
    }
  }

  forget(path: string): void {
    for (const [open, fd] of this.#open) {
      if (!isAtOrBelow(open, path)) continue;
      this.#open.delete(open);
      closeSync(fd);
    }
    for (const known of this.#remembered.keys()) {
      if (isAtOrBelow(known, path)) this.#remembered.delete(known);
    }
  }

  close(): void {
    for (const fd of this.#open.values()) closeSync(fd);
    this.#open.clear();
    this.#remembered.clear();
  }

  #apply(change: Checkpoint, path: string): void {
    switch (change.type) {
      case "message":
        return this.#replace(path, frame(change.bytes));
      case "text":
        return this.#replace(path, Buffer.from(change.text));
      case "append":
        return this.#append(path, frame(change.bytes));
      case "touch":
        return closeSync(this.#openFile(path, O_WRONLY | O_CREAT, RECORDS_MODE));
      case "mkdir":
        return inFolder(path, () => makeFolder(path));
      case "symlink":
        return this.#link(path, change.target);
      case "remove":
        this.forget(change.path);
        return rmSync(path, { recursive: true, force: true });
      default:
        return change satisfies never;
    }
  }

  /** Written beside its place and moved there: a reader sees the old or the new, never a part. */
  #replace(path: string, content: Buffer): void {
    const key = path.slice(this.#root.length + 1);
    if (this.#remembered.get(key)?.equals(content) === true) return;
    const temporary = this.#temporaryPath(path);
    const fd = this.#openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, MESSAGE_MODE);
    try {
      writeAll(fd, content);
      closeSync(fd);
      renameSync(temporary, path);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
    this.#remember(key, content);
  }

  #remember(key: string, content: Buffer): void {
    this.#remembered.delete(key);
    if (content.length > MAX_REMEMBERED_BYTES) return;
    if (this.#remembered.size >= MAX_REMEMBERED) dropFirst(this.#remembered);
    this.#remembered.set(key, content);
  }

  #append(path: string, record: Buffer): void {
    const key = path.slice(this.#root.length + 1);
    const known = this.#open.get(key);
    const fd = known ?? this.#openFile(path, O_WRONLY | O_CREAT | O_APPEND, RECORDS_MODE);
    this.#open.delete(key);
    if (known === undefined && this.#open.size >= MAX_OPEN_FILES) {
      const oldest = dropFirst(this.#open);
      if (oldest !== undefined) closeSync(oldest);
    }
    this.#open.set(key, fd);
    writeAll(fd, record);
  }

  #link(path: string, target: string): void {
    const temporary = this.#temporaryPath(path);
    inFolder(path, () => makeLink(temporary, target));
    try {
      renameSync(temporary, path);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
  }

  #openFile(path: string, flags: number, mode: number): number {
    return inFolder(path, () => openSync(path, flags, mode));
  }

  /** Hidden, so that Mesos, which lists `*`, does not take it for a run or a task. */
  #temporaryPath(path: string): string {
    this.#temporary += 1;
    const at = path.lastIndexOf("/") + 1;
    return `${path.slice(0, at)}.${process.pid}-${this.#temporary}.new`;
  }
}

/** Runs `make`; where the folder for it is missing, makes that and tries again. */
function inFolder<T>(path: string, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
    mkdirSync(dirname(path), { recursive: true, mode: FOLDER_MODE });
    return make();
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: RUN_FOLDER_MODE });
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause;
  }
}

function makeLink(path: string, target: string): void {
  try {
    symlinkSync(target, path);
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause;
    // Left by an agent that died with this one's process id.
    rmSync(path);
    symlinkSync(target, path);
  }
}

function codeOf(cause: unknown): string | undefined {
  return (cause as NodeJS.ErrnoException).code;
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Removes the entry that was put in first. */
function dropFirst<T>(map: Map<string, T>): T | undefined {
  const [first] = map;
  if (first === undefined) return undefined;
  map.delete(first[0]);
  return first[1];
}
