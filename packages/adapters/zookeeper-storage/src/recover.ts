import { err, ok, type Result } from "@mesos-ts/base";
import { Database, decodeLogFile, decodeSnapshot, type LogContent } from "@mesos-ts/zookeeper";
import type { Disk } from "./disk.ts";
import { type NumberedFile, numberedFiles, UNFINISHED_SUFFIX } from "./files.ts";

export type Recovered = {
  readonly database: Database;
  /** Transactions that came from logs. */
  readonly replayed: number;
  /** What was found that should not be, and what was done about it. */
  readonly warnings: readonly string[];
};

const EPOCH_BITS = 32n;
const BACKUP = "Restore the folder from a backup";

/**
 * Reads back what is on the disk: the newest snapshot that is whole, then the logs behind it. The
 * rest of a write that a crash cut short was never acknowledged and is cut off; anything else that
 * is wrong is an error, for going on would forget what was acknowledged.
 */
export async function recover(disk: Disk): Promise<Result<Recovered>> {
  const warnings: string[] = [];
  const names = await disk.list();
  for (const name of names.filter((name) => name.endsWith(UNFINISHED_SUFFIX))) {
    await disk.remove(name);
  }
  const start = await newestSnapshot(disk, numberedFiles(names, "snapshot"), warnings);
  if (start.type === "error") return start;
  const database = start.value;
  let replayed = 0;
  const logs = numberedFiles(names, "log");
  const first = logs.findLastIndex(({ zxid }) => zxid <= database.lastZxid + 1n);
  for (const log of logs.slice(Math.max(first, 0))) {
    const content = decodeLogFile(await disk.read(log.name));
    const count = replay(database, log, content);
    if (count.type === "error") return err(`${count.error}. ${BACKUP}: ${disk.folder}`);
    replayed += count.value;
    const repaired = await settleEnd(disk, log, content, log === logs.at(-1), warnings);
    if (repaired.type === "error") return repaired;
  }
  return ok({ database, replayed, warnings });
}

async function newestSnapshot(
  disk: Disk,
  snapshots: readonly NumberedFile[],
  warnings: string[],
): Promise<Result<Database>> {
  const damages: string[] = [];
  for (const { name, zxid } of snapshots.toReversed()) {
    const decoded = decodeSnapshot(await disk.read(name), zxid);
    if (decoded.type === "ok") {
      warnings.push(...damages.map((damage) => `${damage}. Going on with the older ${name}`));
      return decoded;
    }
    damages.push(`The snapshot ${disk.folder}/${name} cannot be read: ${decoded.error}`);
  }
  // Without one the logs must begin with the first transaction, which `replay` makes sure of.
  warnings.push(...damages.map((damage) => `${damage}. Going on with the logs alone`));
  return ok(new Database());
}

/** No transaction may be missing; only a new epoch of an ensemble begins with another number. */
function replay(database: Database, log: NumberedFile, content: LogContent): Result<number> {
  let count = 0;
  for (const record of content.records) {
    const { zxid } = record.header;
    if (zxid <= database.lastZxid) continue;
    const isNext = zxid === database.lastZxid + 1n;
    const isNewEpoch = zxid >> EPOCH_BITS > database.lastZxid >> EPOCH_BITS;
    if (!isNext && !isNewEpoch) {
      const [here, before] = [zxid.toString(16), database.lastZxid.toString(16)];
      return err(
        `Transactions are missing: ${log.name} goes on with 0x${here}, but before it is 0x${before}`,
      );
    }
    database.apply(record);
    count++;
  }
  return ok(count);
}

/** Cuts off a torn end. A damaged one may only be where a later file goes on without a gap. */
async function settleEnd(
  disk: Disk,
  log: NumberedFile,
  { records, goodBytes, end }: LogContent,
  isLast: boolean,
  warnings: string[],
): Promise<Result<void>> {
  const path = `${disk.folder}/${log.name}`;
  if (end.type === "damaged" && isLast) {
    return err(
      `The log ${path} is damaged: ${end.text}. ${BACKUP} or, to give up every transaction ` +
        `behind the damage: truncate --size=${goodBytes} ${path}`,
    );
  }
  if (end.type === "damaged") warnings.push(`The log ${path} is damaged: ${end.text}`);
  if (end.type === "torn") {
    warnings.push(`Cutting off an incomplete write at the end of ${path}: ${end.text}`);
    await disk.truncate(log.name, goodBytes);
  }
  // The next log may need its name.
  if (records.length === 0 && isLast) await disk.remove(log.name);
  return ok(undefined);
}
