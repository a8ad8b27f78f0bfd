import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unwrap } from "@mesos-ts/base";
import type { Database } from "@mesos-ts/zookeeper";
import { afterAll, describe, expect, it } from "vitest";
import type { Disk } from "./disk.ts";
import { type Journal, openJournal } from "./journal.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { openPosixDisk } from "./posix-disk.ts";
import { ask, create, withClient } from "./test-coordinator.ts";

const folder = mkdtempSync(join(tmpdir(), "mesos-ts-journal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const breathe = async (): Promise<void> => {};
const open = (disk: Disk, snapCount = 1_000) =>
  openJournal(disk, { snapCount, snapRetainCount: 2, breathe });

/** Writes nodes `/<first>` … `/<last>`, each in a group of its own. */
async function write(
  journal: Journal,
  database: Database,
  first: number,
  last: number,
): Promise<void> {
  const { coordinator, opening } = withClient(database);
  for (let index = first; index <= last; index++) {
    const effects = [
      ...(index === first ? opening : []),
      ...ask(coordinator, index, create(`/${index}`, Buffer.from(`data ${index}`))),
    ];
    await journal.append(effects.flatMap((e) => (e.type === "persist" ? [e.record] : [])));
    if (journal.wantsSnapshot) await journal.snapshot(database);
  }
}

const names = (database: Database): readonly string[] =>
  [...(database.tree.get("/")?.children ?? [])].filter((name) => name !== "zookeeper");

/** A log of three nodes, whose records end at known bytes. */
async function threeNodes(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const { journal, database } = unwrap(await open(disk));
  await write(journal, database, 1, 3);
  await journal.close();
  return disk;
}

describe.each([
  ["in memory", async (): Promise<Disk> => new MemoryDisk()],
  ["of the file system", async (): Promise<Disk> => openPosixDisk(join(folder, "journal"))],
])("a journal on a disk %s", (_, makeDisk) => {
  it("is read back, from logs and from snapshots, and keeps no more of them than it needs", async () => {
    const disk = await makeDisk();
    const first = unwrap(await open(disk, 10));
    expect(first.warnings).toEqual([]);
    await write(first.journal, first.database, 1, 35);
    await first.journal.close();
    expect([...(await disk.list())].sort()).toEqual([
      "log.15",
      "log.1f",
      "snapshot.14",
      "snapshot.1e",
    ]);
    const second = unwrap(await open(disk, 10));
    expect(names(second.database)).toEqual(names(first.database));
    expect(second.database.lastZxid).toBe(36n);
    await write(second.journal, second.database, 36, 40);
    await second.journal.close();
    expect(names(unwrap(await open(disk)).database)).toHaveLength(40);
  });
});

describe("a damaged log", () => {
  it("whose end is missing loses only what was never acknowledged", async () => {
    const disk = await threeNodes();
    const length = (await disk.read("log.1")).length;
    await disk.truncate("log.1", length - 5);
    const { database, warnings } = unwrap(await open(disk));
    expect(names(database)).toEqual(["1", "2"]);
    expect(warnings).toEqual([
      expect.stringMatching(/^Cutting off an incomplete write at the end of memory\/log\.1: a rec/),
    ]);
    expect(unwrap(await open(disk)).warnings).toEqual([]);
  });

  it("is never taken for a whole one, whichever bit has changed", async () => {
    const bits = (await (await threeNodes()).read("log.1")).length * 8;
    const silent: number[] = [];
    for (let bit = 0; bit < bits; bit++) {
      // The number of the database, which nobody looks at.
      if (bit >= 64 && bit < 128) continue;
      const disk = await threeNodes();
      disk.flipBit("log.1", bit);
      const opened = await open(disk);
      if (opened.type === "ok") silent.push(bit);
    }
    expect(silent).toEqual([]);
  });

  it("is refused with the file, the place and the remedy", async () => {
    const disk = await threeNodes();
    disk.flipBit("log.1", 8 * 150);
    expect(await open(disk)).toEqual({
      type: "error",
      error:
        "The log memory/log.1 is damaged: a record has a wrong checksum at byte 65. Restore the " +
        "folder from a backup or, to give up every transaction behind the damage: " +
        "truncate --size=65 memory/log.1",
    });
  });

  it("with a gap before it is refused", async () => {
    const disk = new MemoryDisk();
    const first = unwrap(await open(disk));
    await write(first.journal, first.database, 1, 3);
    await first.journal.close();
    const second = unwrap(await open(disk));
    await write(second.journal, second.database, 4, 6);
    await second.journal.close();
    await disk.remove("log.1");
    expect(await open(disk)).toEqual({
      type: "error",
      error:
        "Transactions are missing: log.5 goes on with 0x5, but before it is 0x0. " +
        "Restore the folder from a backup: memory",
    });
  });
});

describe("a damaged snapshot", () => {
  it("is passed over for the one before it", async () => {
    const disk = new MemoryDisk();
    const { journal, database } = unwrap(await open(disk, 10));
    await write(journal, database, 1, 35);
    await journal.close();
    disk.flipBit("snapshot.1e", 3_000);
    const again = unwrap(await open(disk));
    expect(names(again.database)).toHaveLength(35);
    expect(again.warnings).toEqual([
      expect.stringMatching(/^The snapshot memory\/snapshot\.1e cannot be read: .*snapshot\.14$/),
    ]);
  });

  it("without another, and without the logs before it, is an error", async () => {
    const disk = new MemoryDisk();
    const { journal, database } = unwrap(await open(disk, 10));
    await write(journal, database, 1, 35);
    await journal.close();
    disk.flipBit("snapshot.1e", 3_000);
    disk.flipBit("snapshot.14", 3_000);
    expect(await open(disk)).toMatchObject({
      type: "error",
      error: expect.stringContaining("Transactions are missing: log.15 goes on with 0x15"),
    });
  });
});

describe("a full disk", () => {
  it("refuses the write, and everything before it is there", async () => {
    const disk = new MemoryDisk();
    const { journal, database } = unwrap(await open(disk));
    disk.capacity = 400;
    await expect(write(journal, database, 1, 20)).rejects.toThrow("ENOSPC");
    disk.capacity = Number.POSITIVE_INFINITY;
    const again = unwrap(await open(disk));
    expect(names(again.database)).toEqual(["1", "2", "3"]);
  });

  it("keeps no half of a snapshot", async () => {
    const disk = new MemoryDisk();
    const { journal, database } = unwrap(await open(disk));
    await write(journal, database, 1, 20);
    disk.capacity = disk.used + 100;
    await expect(journal.snapshot(database)).rejects.toThrow("ENOSPC");
    disk.capacity = Number.POSITIVE_INFINITY;
    expect(await disk.list()).toEqual(["log.1"]);
    expect(names(unwrap(await open(disk)).database)).toHaveLength(20);
  });
});

describe("the files of Apache ZooKeeper", () => {
  const fixture = (name: string): Buffer =>
    readFileSync(join(import.meta.dirname, "../../../testing/fixtures/zookeeper", name));

  it("are read, padding and all", async () => {
    const disk = new MemoryDisk();
    for (const name of ["snapshot.0", "log.1"]) {
      const file = await disk.create(name);
      await file.append(fixture(name));
    }
    const { database, warnings } = unwrap(await open(disk));
    expect(warnings).toEqual([]);
    expect(database.lastZxid).toBe(6n);
    expect(database.tree.entries().map(([path]) => path)).toEqual([
      "/",
      "/zookeeper",
      "/zookeeper/config",
      "/zookeeper/quota",
    ]);
    expect(database.tree.get("/")).toMatchObject({ cversion: 2, pzxid: 6n });
  });
});
