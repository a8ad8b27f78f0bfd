import type { Checkpoint } from "@mesos-ts/agent";

/**
 * Keeps the checkpoints of one agent, below `<work_dir>/meta`. Every change is complete when
 * `apply` returns: it survives the end of the agent (not of the machine), as Mesos's does.
 */
export interface CheckpointStore {
  /** Carries out a change. Throws `CheckpointError` when it cannot. */
  apply(change: Checkpoint): void;
  /** Lets go of everything below a path that somebody else removes. */
  forget(path: string): void;
  /** Closes open files. */
  close(): void;
}

/** A folder's files as the reader needs them; all paths are relative to `meta`. */
export interface MetaFiles {
  /** Absolute path of `meta`, for messages. */
  readonly root: string;
  /** Whether `meta` is there at all. */
  exists(): boolean;
  /** Content; undefined when there is no such file. Throws on failed I/O. */
  read(path: string): Buffer | undefined;
  /** Names of the folders (links not followed) in a folder, sorted; none when it is missing. */
  folders(path: string): string[];
  /** What a symbolic link says; undefined when there is no link. */
  readLink(path: string): string | undefined;
  /** Cuts a file to `size` bytes. */
  truncate(path: string, size: number): void;
  rename(from: string, to: string): void;
}

/** A change that could not be written: the path, why, and what to do. */
export class CheckpointError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `Failed to write checkpoint '${path}': ${reason}. Make the --work_dir writable, with room left, and start the agent again`,
      { cause },
    );
    this.name = "CheckpointError";
    this.path = path;
  }
}
