import { err, ok, type Result } from "@mesos-ts/base";
import {
  type Database,
  encodeLogEntry,
  encodeSnapshot,
  type LogRecord,
  logFileHeader,
  logFileName,
  snapshotFileName,
} from "@mesos-ts/zookeeper";
import type { AppendFile, Disk } from "./disk.ts";
import { numberedFiles, UNFINISHED_SUFFIX } from "./files.ts";
import { recover } from "./recover.ts";

/** A log that has grown to this is followed by a snapshot, however few transactions are in it. */
const MAX_LOG_BYTES = 256 * 1024 * 1024;

export type JournalOptions = {
  /** Transactions between two snapshots. */
  readonly snapCount: number;
  /** Snapshots that are kept, with the logs that lead on from the oldest. */
  readonly snapRetainCount: number;
  /** Lets others have their turn between two pieces of a snapshot. */
  readonly breathe: () => Promise<void>;
};

export type OpenedJournal = {
  readonly journal: Journal;
  readonly database: Database;
  readonly warnings: readonly string[];
};

/** Reads back the database that is on the disk, and goes on writing behind it. */
export async function openJournal(
  disk: Disk,
  options: JournalOptions,
): Promise<Result<OpenedJournal>> {
  try {
    const recovered = await recover(disk);
    if (recovered.type === "error") return recovered;
    const { database, warnings, replayed } = recovered.value;
    const journal = new Journal(disk, options, database.lastZxid, replayed);
    return ok({ journal, database, warnings });
  } catch (cause) {
    return err(`The folder ${disk.folder} cannot be read: ${messageOf(cause)}`);
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : `${cause}`);

/** The log of all transactions, and snapshots beside it that make it short. */
export class Journal {
  readonly #disk: Disk;
  readonly #options: JournalOptions;
  #log: AppendFile | undefined;
  #logRecords = 0;
  #logBytes = 0;
  #durableZxid: bigint;
  /** Snapshots that wait until the log has caught up with them. */
  #waiting: (() => void)[] = [];
  #snapshot: Promise<void> | undefined;
  #isClosed = false;

  /** `records` are in logs that no snapshot covers yet. */
  constructor(disk: Disk, options: JournalOptions, lastZxid: bigint, records: number) {
    this.#disk = disk;
    this.#options = options;
    this.#logRecords = records;
    this.#durableZxid = lastZxid;
  }

  /** Returns when the transactions are durable. One call at a time; after a failure none. */
  async append(records: readonly LogRecord[]): Promise<void> {
    const [first] = records;
    const last = records.at(-1);
    if (first === undefined || last === undefined) return;
    const log = this.#log ?? (await this.#newLog(first.header.zxid));
    const bytes = Buffer.concat(records.map(encodeLogEntry));
    await log.append(bytes);
    await log.sync();
    this.#logRecords += records.length;
    this.#logBytes += bytes.length;
    this.#durableZxid = last.header.zxid;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  /** Is it time for a snapshot, and none under way? */
  get wantsSnapshot(): boolean {
    const isLong = this.#logRecords >= this.#options.snapCount || this.#logBytes >= MAX_LOG_BYTES;
    return isLong && this.#snapshot === undefined;
  }

  /**
   * Writes down the database as it is now, while the log goes on in a new file. Whatever goes
   * wrong, the log still has everything.
   */
  snapshot(database: Database): Promise<void> {
    const pieces = encodeSnapshot(database);
    const zxid = database.lastZxid;
    const log = this.#log;
    this.#log = undefined;
    this.#logRecords = 0;
    this.#logBytes = 0;
    const work = async (): Promise<void> => {
      try {
        await log?.close();
        await this.#write(pieces, zxid);
        await this.#purge();
      } finally {
        this.#snapshot = undefined;
      }
    };
    this.#snapshot = work();
    return this.#snapshot;
  }

  /** Ends in order. A snapshot that waits for transactions which will not come is given up. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const resume of this.#waiting) resume();
    await this.#snapshot?.catch(() => {});
    await this.#log?.close();
    this.#log = undefined;
  }

  async #newLog(firstZxid: bigint): Promise<AppendFile> {
    const log = await this.#disk.create(logFileName(firstZxid));
    await log.append(logFileHeader());
    await log.sync();
    // Before a transaction in it is acknowledged its name must be there.
    await this.#disk.syncFolder();
    this.#log = log;
    return log;
  }

  async #write(pieces: Iterable<Buffer>, zxid: bigint): Promise<void> {
    const name = snapshotFileName(zxid);
    const unfinished = `${name}${UNFINISHED_SUFFIX}`;
    await this.#disk.remove(unfinished);
    const file = await this.#disk.create(unfinished);
    try {
      for (const piece of pieces) {
        await file.append(piece);
        await this.#options.breathe();
      }
      await file.sync();
    } catch (cause) {
      await file.close();
      await this.#disk.remove(unfinished);
      throw cause;
    }
    await file.close();
    // A snapshot must not know of what the log does not have: another may have to stand in for it.
    while (this.#durableZxid < zxid) {
      if (this.#isClosed) return this.#disk.remove(unfinished);
      await this.#nextAppend();
    }
    await this.#disk.rename(unfinished, name);
    await this.#disk.syncFolder();
  }

  #nextAppend(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    return promise;
  }

  /** Removes what no recovery would look at any more. */
  async #purge(): Promise<void> {
    const names = await this.#disk.list();
    const snapshots = numberedFiles(names, "snapshot");
    const kept = snapshots.slice(-this.#options.snapRetainCount);
    const [oldest] = kept;
    if (oldest === undefined) return;
    const logs = numberedFiles(names, "log");
    const firstNeeded = logs.findLastIndex(({ zxid }) => zxid <= oldest.zxid + 1n);
    const old = [...snapshots.slice(0, -kept.length), ...logs.slice(0, Math.max(0, firstNeeded))];
    for (const { name } of old) await this.#disk.remove(name);
    await this.#disk.syncFolder();
  }
}
