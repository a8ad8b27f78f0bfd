import { err, ok, type Result } from "@mesos-ts/base";
import { decode, encode, type stateEntry, stateStorage } from "@mesos-ts/protos";
import type { LogEntry } from "./contract.ts";
import { patch } from "./svndiff.ts";

type Entry = stateEntry.Entry;
type Snapshot = { readonly position: number; readonly entry: Entry };

/**
 * Named values with versions, kept in a log (`mesos::state::LogStorage`): each is what the last
 * operation about it says. This is the reading and the bookkeeping; who owns the log writes.
 */
export class StateStorage {
  readonly #snapshots = new Map<string, Snapshot>();
  /** Last position that was applied. */
  #index = -1;

  /** Where reading goes on. */
  get nextPosition(): number {
    return this.#index + 1;
  }

  get(name: string): Entry | undefined {
    return this.#snapshots.get(name)?.entry;
  }

  /** Positions below have nothing that is still needed; undefined if there is no value at all. */
  get truncateTo(): number | undefined {
    const positions = [...this.#snapshots.values()].map(({ position }) => position);
    return positions.length === 0 ? undefined : Math.min(...positions);
  }

  /** Takes entries that were read; those seen before are passed over. */
  apply(entries: readonly LogEntry[]): Result<undefined, string> {
    for (const { position, bytes } of entries) {
      if (position <= this.#index) continue;
      const applied = this.#applyOne(position, bytes);
      if (applied.type === "error") return err(`position ${position} of the log: ${applied.error}`);
      this.#index = position;
    }
    return ok(undefined);
  }

  /** The value was appended at `position`. */
  written(position: number, entry: Entry): void {
    this.#snapshots.set(entry.name, { position, entry });
    this.passed(position);
  }

  /** A position that holds no operation (a truncation) was written. */
  passed(position: number): void {
    this.#index = Math.max(this.#index, position);
  }

  #applyOne(position: number, bytes: Uint8Array): Result<undefined, string> {
    const operation = readOperation(bytes);
    if (operation.type === "error") return operation;
    const { type, snapshot, diff, expunge } = operation.value;
    if (type === "SNAPSHOT" && snapshot !== undefined) {
      this.#snapshots.set(snapshot.entry.name, { position, entry: snapshot.entry });
    } else if (type === "DIFF" && diff !== undefined) {
      return this.#patch(diff.entry);
    } else if (type === "EXPUNGE" && expunge !== undefined) {
      this.#snapshots.delete(expunge.name);
    } else {
      return err(`Unknown operation: ${type}`);
    }
    return ok(undefined);
  }

  /** A diff stands on its snapshot, so the position stays the snapshot's. */
  #patch(diff: Entry): Result<undefined, string> {
    const snapshot = this.#snapshots.get(diff.name);
    if (snapshot === undefined) return err(`a diff of '${diff.name}' without its snapshot`);
    const value = patch(snapshot.entry.value, diff.value);
    if (value.type === "error") return err(`Failed to apply the diff: ${value.error}`);
    const entry: Entry = { ...diff, value: value.value };
    this.#snapshots.set(diff.name, { position: snapshot.position, entry });
    return ok(undefined);
  }
}

/** What is appended for a value. A master writes nothing else: it never asks for diffs. */
export function snapshotOperation(entry: Entry): Uint8Array {
  return encode(stateStorage.Operation, { type: "SNAPSHOT", snapshot: { entry } });
}

function readOperation(bytes: Uint8Array): Result<stateStorage.Operation, string> {
  try {
    return ok(decode(stateStorage.Operation, bytes));
  } catch (error) {
    return err(`Failed to deserialize Operation: ${(error as Error).message}`);
  }
}
