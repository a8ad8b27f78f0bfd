import { unwrap } from "@mesos-ts/base";
import { createMemoryLogger } from "@mesos-ts/runtime";
import { Coordinator, encodeConnectRequest, encodeRequest, NO_PASSWORD } from "@mesos-ts/zookeeper";
import { MemoryDisk, openJournal } from "@mesos-ts/zookeeper-storage";
import { describe, expect, it } from "vitest";
import { StorageFigures } from "./figures.ts";
import { type Outgoing, Runner } from "./runner.ts";
import { sha1 } from "./secrets.ts";
import { zooKeeperSettings } from "./settings.ts";

const NOW = { wallMs: 1_700_000_000_000, monotonicMs: 0 };
const HELLO = encodeConnectRequest({
  protocolVersion: 0,
  lastZxidSeen: 0n,
  timeOut: 10_000,
  sessionId: 0n,
  passwd: NO_PASSWORD,
  readOnly: false,
}).subarray(4);
const write = (xid: number): Buffer =>
  encodeRequest(xid, { op: "setData", path: "/", data: Buffer.from("x"), version: -1 }).subarray(4);

/** A runner with one client that has a session. */
async function start(disk: MemoryDisk) {
  const breathe = async (): Promise<void> => {};
  const options = { snapCount: 1_000, snapRetainCount: 3, breathe };
  const { journal, database } = unwrap(await openJournal(disk, options));
  const config = { ...zooKeeperSettings({ dataDir: "" }), sha1, passwordOf: () => NO_PASSWORD };
  const delivered: Outgoing[] = [];
  const fatal: string[] = [];
  const figures = new StorageFigures();
  const runner = new Runner({
    coordinator: new Coordinator(config, database, NOW),
    journal,
    figures,
    logger: createMemoryLogger(),
    now: () => NOW,
    deliver: (effect) => delivered.push(effect),
    fatal: (text) => fatal.push(text),
  });
  runner.dispatch({ type: "connected", connection: 1, address: "127.0.0.1" });
  runner.dispatch({ type: "frame", connection: 1, frame: HELLO });
  await runner.settled();
  delivered.length = 0;
  return { runner, delivered, fatal, figures };
}

describe("the runner", () => {
  it("writes what came together together, and answers only then", async () => {
    const { runner, delivered, figures } = await start(new MemoryDisk());
    const before = figures.syncs.count;
    for (let xid = 1; xid <= 50; xid++) {
      runner.dispatch({ type: "frame", connection: 1, frame: write(xid) });
    }
    expect(delivered).toEqual([]);
    await runner.settled();
    expect(delivered).toHaveLength(50);
    expect(figures.syncs.count).toBe(before + 1);
  });

  it("does not show a change that is not durable to a reader either", async () => {
    const { runner, delivered } = await start(new MemoryDisk());
    runner.dispatch({ type: "frame", connection: 1, frame: write(1) });
    const read = encodeRequest(2, { op: "getData", path: "/", watch: false }).subarray(4);
    runner.dispatch({ type: "frame", connection: 1, frame: read });
    expect(delivered).toEqual([]);
    await runner.settled();
    expect(delivered).toHaveLength(2);
    runner.dispatch({ type: "frame", connection: 1, frame: read });
    expect(delivered).toHaveLength(3);
  });

  it("answers nothing any more once the disk is full, and says why", async () => {
    const disk = new MemoryDisk();
    const { runner, delivered, fatal } = await start(disk);
    disk.capacity = disk.used + 10;
    runner.dispatch({ type: "frame", connection: 1, frame: write(1) });
    await runner.settled();
    runner.dispatch({ type: "frame", connection: 1, frame: write(2) });
    await runner.settled();
    expect(delivered).toEqual([]);
    expect(fatal).toEqual([
      "The transaction log cannot be written: ENOSPC: no space left on device, write. Nothing that " +
        "was acknowledged is lost. Make room or repair the disk, and start again",
    ]);
  });
});
