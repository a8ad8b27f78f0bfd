import type { Action, Batch, Restored, StoredPosition } from "@mesos-ts/log";
import { truncatedTo } from "@mesos-ts/log";
import { decode, encode, replicatedLog } from "@mesos-ts/protos";
import { LogStoreError } from "./types.ts";

/** The keys and values of Mesos's LevelDB: what it wrote we read, what we write it reads. */

export const METADATA_KEY = "0000000000";
const LAST_SHORT = 9_999_999_999;

/** Key of a position. Keys sort as positions do; the first, 0, is left to the metadata. */
export function keyOf(position: number): string {
  const number = position + 1;
  return number <= LAST_SHORT
    ? String(number).padStart(10, "0")
    : `A${String(number).padStart(20, "0")}`;
}

export function metadataValue({ status, promised }: NonNullable<Batch["metadata"]>): Buffer {
  return encode(replicatedLog.Record, { type: "METADATA", metadata: { status, promised } });
}

export function actionValue(action: Action): Buffer {
  return encode(replicatedLog.Record, { type: "ACTION", action });
}

/** @throws LogStoreError if the record is not what its key says. */
export function readAction(key: string, value: Uint8Array): Action {
  const { action } = readRecord(key, value);
  if (action === undefined || keyOf(action.position) !== key) {
    throw new LogStoreError(`the record '${key}' is not the action of its position`);
  }
  return action;
}

function readRecord(key: string, value: Uint8Array): replicatedLog.Record {
  try {
    return decode(replicatedLog.Record, value);
  } catch (cause) {
    throw new LogStoreError(`the record '${key}' cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** Gathers what a replica needs to know from all records, in the order of their keys. */
export class Restoring {
  #metadata = { status: "EMPTY" as Restored["status"], promised: 0 };
  readonly #positions: StoredPosition[] = [];

  add(key: string, value: Uint8Array): void {
    if (key !== METADATA_KEY) {
      const action = readAction(key, value);
      const { position, promised, performed, learned } = action;
      const to = truncatedTo(action);
      this.#positions.push({ position, promised, performed, learned, truncatedTo: to });
      return;
    }
    const { metadata, promise } = readRecord(key, value);
    if (metadata !== undefined) {
      this.#metadata = { status: metadata.status, promised: metadata.promised };
    } else if (promise !== undefined) {
      // Written by Mesos before 0.17: whoever had promised was a voter.
      this.#metadata = { status: "VOTING", promised: promise.proposal };
    } else {
      throw new LogStoreError(`the record '${key}' is not metadata`);
    }
  }

  get restored(): Restored {
    return { ...this.#metadata, positions: this.#positions };
  }
}
