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
/**
 * New files up to this size, in bytes, are written in one piece and in place: an agent that is
 * killed leaves them whole or empty, and empty ones are known to mean nothing.
 */
const MAX_WRITTEN_IN_PLACE = 4096;
/** Folders that are known to exist. */
const MAX_KNOWN_FOLDERS = 4096;
/** Files whose last content is remembered, so that the same is not written again. */
const MAX_REMEMBERED = 512;
/** Larger contents are not remembered, in bytes. */
const MAX_REMEMBERED_BYTES = 16 * 1024;
const MESSAGE_MODE = 0o600;
const RECORDS_MODE = 0o644;
const FOLDER_MODE = 0o755;
const RUN_FOLDER_MODE = 0o750;
const { O_APPEND, O_CREAT, O_EXCL, O_TRUNC, O_WRONLY } = constants;

/**
 * Checkpoints as files. Nothing is synced to the medium: like Mesos, an agent needs them after its
 * own end, and after the machine's end it starts anew.
 */
export class PosixCheckpointStore implements CheckpointStore {
  readonly #root: string;
  /** Open files of records, the least recently used first. */
  readonly #open = new Map<string, number>();
  readonly #remembered = new Map<string, Buffer>();
  readonly #folders = new Set<string>();
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
    this.#folders.clear();
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
      case "records":
        return this.#replace(path, Buffer.concat(change.list.map(frame)));
      case "rename":
        this.forget(change.path);
        this.forget(change.to);
        return renameSync(path, `${this.#root}/${insideMeta(change.to)}`);
      case "touch":
        return closeSync(this.#openFile(path, O_WRONLY | O_CREAT, RECORDS_MODE));
      case "mkdir":
        return this.#inFolder(path, () => makeFolder(path));
      case "symlink":
        return this.#link(path, change.target);
      case "remove":
        this.forget(change.path);
        return rmSync(path, { recursive: true, force: true });
      default:
        return change satisfies never;
    }
  }

  #replace(path: string, content: Buffer): void {
    const key = path.slice(this.#root.length + 1);
    if (this.#remembered.get(key)?.equals(content) === true) return;
    if (content.length > MAX_WRITTEN_IN_PLACE || !this.#create(path, content)) {
      this.#exchange(path, content);
    }
    this.#remember(key, content);
  }

  /** Writes a new file; false when there is one already. */
  #create(path: string, content: Buffer): boolean {
    let fd: number;
    try {
      fd = this.#openFile(path, O_WRONLY | O_CREAT | O_EXCL, MESSAGE_MODE);
    } catch (cause) {
      if (codeOf(cause) === "EEXIST") return false;
      throw cause;
    }
    try {
      writeAll(fd, content);
    } catch (cause) {
      rmSync(path, { force: true });
      throw cause;
    } finally {
      closeSync(fd);
    }
    return true;
  }

  /** Written beside its place and moved there: a reader sees the old or the new, never a part. */
  #exchange(path: string, content: Buffer): void {
    const temporary = this.#temporaryPath(path);
    const fd = this.#openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, MESSAGE_MODE);
    try {
      writeAll(fd, content);
      renameSync(temporary, path);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    } finally {
      closeSync(fd);
    }
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
    if (this.#inFolder(path, () => makeLink(path, target))) return;
    const temporary = this.#temporaryPath(path);
    rmSync(temporary, { force: true });
    symlinkSync(target, temporary);
    try {
      renameSync(temporary, path);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
  }

  #openFile(path: string, flags: number, mode: number): number {
    return this.#inFolder(path, () => openSync(path, flags, mode));
  }

  /** Runs `make` once the folder for it is there. */
  #inFolder<T>(path: string, make: () => T): T {
    const folder = dirname(path);
    this.#makeFolders(folder);
    try {
      return make();
    } catch (cause) {
      if (codeOf(cause) !== "ENOENT") throw cause;
      // Somebody else removed it.
      this.#folders.clear();
      this.#makeFolders(folder);
      return make();
    }
  }

  #makeFolders(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    if (this.#folders.size >= MAX_KNOWN_FOLDERS) this.#folders.clear();
    this.#folders.add(folder);
  }

  /** Hidden, so that Mesos, which lists `*`, does not take it for a run or a task. */
  #temporaryPath(path: string): string {
    this.#temporary += 1;
    const at = path.lastIndexOf("/") + 1;
    return `${path.slice(0, at)}.${process.pid}-${this.#temporary}.new`;
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: RUN_FOLDER_MODE });
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause;
  }
}

/** False when something is there already. */
function makeLink(path: string, target: string): boolean {
  try {
    symlinkSync(target, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause;
    return false;
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
