import type { Seed } from "@mesos-ts/base";
import type { replicatedLog } from "@mesos-ts/protos";
import type { LogMessage } from "./messages.ts";

/**
 * The whole I/O contract of the replicated log. `ReplicatedLogCore.step(event)` gives effects; a
 * runner carries them out in order and turns what comes back into events. Whatever follows from a
 * record leaves only in the step that hears `stored` of it, so the runner may write batches at
 * leisure: it must only never report one that is not on disk.
 */

export type Action = replicatedLog.Action;
export type Status = replicatedLog.Metadata_Status;

export type LogConfig = {
  /** Address and port of this process, `ip:port`. */
  readonly address: string;
  /** How many replicas decide; the group has `2 * quorum - 1`. */
  readonly quorum: number;
  /** Whether a group in which nobody has a log yet may start one by itself. */
  readonly autoInitialize: boolean;
  /** Seed of the random waits. */
  readonly seed: Seed;
  /**
   * Number of the first `__req_res__(N)`. It must differ between lives of one process: an answer
   * to a question of the life before must not be taken for an answer to this one's.
   */
  readonly firstRequest: number;
};

/** What a store knows of one position without its contents. */
export type StoredPosition = Pick<Action, "position" | "promised" | "performed" | "learned"> & {
  /** All positions below are truncated, if this one (a learned TRUNCATE or tombstone) says so. */
  readonly truncatedTo?: number | undefined;
};

/** What was on disk at the start; positions ascend. */
export type Restored = {
  readonly status: Status;
  readonly promised: number;
  readonly positions: readonly StoredPosition[];
};

export type LogEvent = { readonly now: number } & (
  | { readonly type: "start"; readonly restored: Restored }
  /** All replicas of the group, this one included. */
  | { readonly type: "peers"; readonly pids: readonly string[] }
  | {
      readonly type: "message";
      readonly from: string;
      readonly to: string;
      readonly message: LogMessage;
    }
  /** The batch is on disk, synced. */
  | { readonly type: "stored"; readonly id: number }
  /** The actions found from `from` to `to` of a `load`, ascending. */
  | { readonly type: "loaded"; readonly id: number; readonly actions: readonly Action[] }
  | { readonly type: "wake" }
  | LogCommand
);

/** Each command is answered by one `done` with its id. */
export type LogCommand =
  | { readonly type: "elect"; readonly id: number }
  | { readonly type: "append"; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: "truncate"; readonly id: number; readonly to: number }
  | { readonly type: "read"; readonly id: number; readonly from: number; readonly to: number }
  /** Learns what a majority knows and this replica does not, up to the end. */
  | { readonly type: "catch-up"; readonly id: number };

export type LogEntry = { readonly position: number; readonly bytes: Uint8Array };

export type Outcome =
  /** The log ends (elect), or the entry stands (append, truncate), at `position`. */
  | { readonly type: "position"; readonly position: number }
  /** Another writer was faster (elect), or took over: what became of an append is not known. */
  | { readonly type: "lost" }
  | { readonly type: "entries"; readonly entries: readonly LogEntry[] }
  /** The command cannot be obeyed; nothing was tried. */
  | { readonly type: "refused"; readonly why: string };

/** One batch: all of it reaches the disk before `stored`, or (a crash) any part of it. */
export type Batch = {
  readonly id: number;
  readonly metadata: { readonly status: Status; readonly promised: number } | undefined;
  readonly actions: readonly Action[];
  /** After the rest is on disk, positions below may be deleted. */
  readonly truncateTo: number | undefined;
};

export type LogEffect =
  | {
      readonly type: "send";
      /** Process id of the sender: `log-replica(1)`, `__req_res__(N)`, `log-network(1)`. */
      readonly from: string;
      readonly to: string;
      readonly message: LogMessage;
    }
  /** No answer to these processes of ours is waited for any longer. */
  | { readonly type: "forget"; readonly ids: readonly string[] }
  | { readonly type: "store"; readonly batch: Batch }
  | { readonly type: "load"; readonly id: number; readonly from: number; readonly to: number }
  /** Ask for `wake` then; a later `wake-at` replaces an earlier one. */
  | { readonly type: "wake-at"; readonly at: number }
  | { readonly type: "done"; readonly id: number; readonly outcome: Outcome }
  /** The replica votes from now on. */
  | { readonly type: "recovered" }
  | { readonly type: "log"; readonly level: "INFO" | "WARNING" | "ERROR"; readonly text: string };
