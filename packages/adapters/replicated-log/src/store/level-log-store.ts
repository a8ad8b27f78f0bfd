import { mkdir } from "node:fs/promises";
import type { Action, Batch, Restored } from "@mesos-ts/log";
import { ClassicLevel } from "classic-level";
import { checkLevelFolder } from "./level-folder.ts";
import {
  actionValue,
  keyOf,
  METADATA_KEY,
  metadataValue,
  Restoring,
  readAction,
} from "./records.ts";
import { type LogStore, LogStoreError } from "./types.ts";

type Database = ClassicLevel<string, Uint8Array>;

/** Records asked for at a time. */
const READ_CHUNK = 1_000;

/**
 * Opens (or makes) the LevelDB in `path`, in the layout of Apache Mesos's `replicated_log`.
 *
 * @throws LogStoreError when the folder is damaged or another process has it. LevelDB itself passes
 *   over damage in its journal in silence, so all checksums are looked at before it may open.
 */
export async function openLevelLogStore(path: string): Promise<LogStore> {
  await mkdir(path, { recursive: true });
  await checkLevelFolder(path);
  const db: Database = new ClassicLevel(path, { keyEncoding: "utf8", valueEncoding: "view" });
  try {
    await db.open();
  } catch (error) {
    throw openError(path, error);
  }
  try {
    return new LevelLogStore(path, db, await restore(db));
  } catch (cause) {
    await db.close();
    throw new LogStoreError(`Failed to recover the log in '${path}': ${(cause as Error).message}`, {
      cause,
    });
  }
}

function openError(path: string, error: unknown): LogStoreError {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  const why =
    cause?.code === "LEVEL_LOCKED"
      ? "another master (or mesos-log) has it open; give each its own work_dir"
      : (cause?.message ?? String(error));
  return new LogStoreError(`Failed to open the log in '${path}': ${why}`, { cause: error });
}

async function restore(db: Database): Promise<Restored> {
  const restoring = new Restoring();
  await eachRecord(db, {}, (key, value) => restoring.add(key, value));
  return restoring.restored;
}

async function eachRecord(
  db: Database,
  range: { gte?: string; lte?: string },
  visit: (key: string, value: Uint8Array) => void,
): Promise<void> {
  const iterator = db.iterator(range);
  try {
    for (;;) {
      const records = await iterator.nextv(READ_CHUNK);
      if (records.length === 0) return;
      for (const [key, value] of records) visit(key, value);
    }
  } finally {
    await iterator.close();
  }
}

class LevelLogStore implements LogStore {
  readonly restored: Restored;
  readonly #path: string;
  readonly #db: Database;

  constructor(path: string, db: Database, restored: Restored) {
    this.#path = path;
    this.#db = db;
    this.restored = restored;
  }

  async write({ metadata, actions, truncateTo }: Batch): Promise<void> {
    const batch = this.#db.batch();
    if (metadata !== undefined) batch.put(METADATA_KEY, metadataValue(metadata));
    for (const action of actions) batch.put(keyOf(action.position), actionValue(action));
    try {
      await batch.write({ sync: true });
      // Only behind the synced truncation: without it the log would seem to begin in a gap. A crash
      // that leaves some of them costs room until the next truncation.
      if (truncateTo !== undefined) await this.#deleteBelow(truncateTo);
    } catch (cause) {
      const why = (cause as Error).message;
      throw new LogStoreError(`Error writing to the log in '${this.#path}': ${why}`, { cause });
    }
  }

  async read(from: number, to: number): Promise<Action[]> {
    const actions: Action[] = [];
    await eachRecord(this.#db, { gte: keyOf(from), lte: keyOf(to) }, (key, value) => {
      actions.push(readAction(key, value));
    });
    return actions;
  }

  async close(): Promise<void> {
    await this.#db.close();
  }

  #deleteBelow(position: number): Promise<void> {
    return this.#db.clear({ gt: METADATA_KEY, lt: keyOf(position) });
  }
}
