import type { Action, Batch, Restored } from "@mesos-ts/log";

/** Where a replica keeps its log. */
export type LogStore = {
  /** What was on disk when the store was opened. */
  readonly restored: Restored;
  /** Resolves when the whole batch is on disk, synced. One call at a time. */
  write(batch: Batch): Promise<void>;
  /** The actions from `from` to `to`, ascending; positions without a record are left out. */
  read(from: number, to: number): Promise<Action[]>;
  close(): Promise<void>;
};

/** The folder cannot be used; the text names the file and the way out. */
export class LogStoreError extends Error {
  override readonly name = "LogStoreError";
}
