import type { Action, Batch, Restored } from "@mesos-ts/log";
import {
  actionValue,
  keyOf,
  METADATA_KEY,
  metadataValue,
  Restoring,
  readAction,
} from "./records.ts";
import type { LogStore } from "./types.ts";

/** The store's twin in memory. It keeps encoded records, so what is put in is not shared. */
export class MemoryLogStore implements LogStore {
  readonly restored: Restored;
  readonly #records: Map<string, Buffer>;

  /** `records`: what a store before this one left. */
  constructor(records: Map<string, Buffer> = new Map()) {
    this.#records = records;
    const restoring = new Restoring();
    for (const key of [...records.keys()].sort())
      restoring.add(key, this.#records.get(key) as Buffer);
    this.restored = restoring.restored;
  }

  async write({ metadata, actions, truncateTo }: Batch): Promise<void> {
    if (metadata !== undefined) this.#records.set(METADATA_KEY, metadataValue(metadata));
    for (const action of actions) this.#records.set(keyOf(action.position), actionValue(action));
    if (truncateTo === undefined) return;
    for (const key of this.#records.keys()) {
      if (key !== METADATA_KEY && key < keyOf(truncateTo)) this.#records.delete(key);
    }
  }

  async read(from: number, to: number): Promise<Action[]> {
    const keys = [...this.#records.keys()].filter((key) => key >= keyOf(from) && key <= keyOf(to));
    return keys.sort().map((key) => readAction(key, this.#records.get(key) as Buffer));
  }

  async close(): Promise<void> {}
}
