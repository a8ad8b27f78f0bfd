import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, registry } from "@mesos-ts/protos";
import { createSystemClock } from "@mesos-ts/runtime";
import { MemoryNetwork, MetricsRegistry } from "@mesos-ts/transport";
import { afterEach, describe, expect, it } from "vitest";
import { addLogMetrics } from "./metrics.ts";
import { openRegistryStorage } from "./registry-storage.ts";
import { type ReplicatedLog, startReplicatedLog } from "./replicated-log.ts";
import { openLevelLogStore } from "./store/level-log-store.ts";
import { MemoryLogStore } from "./store/memory-log-store.ts";
import type { LogStore } from "./store/types.ts";

const clock = createSystemClock();
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const text = (value: Uint8Array | undefined): string => Buffer.from(value ?? []).toString();
const texts = (entries: readonly { bytes: Uint8Array }[]): string[] =>
  entries.map((entry) => text(entry.bytes));

type Options = {
  quorum: number;
  store?: LogStore;
  failed?: (error: Error) => void;
  lines?: string[];
};

function start(network: MemoryNetwork, address: string, options: Options): ReplicatedLog {
  const log = startReplicatedLog({
    network: network.createNode(address),
    store: options.store ?? new MemoryLogStore(),
    clock,
    quorum: options.quorum,
    autoInitialize: true,
    log: (level, line) => options.lines?.push(`${level} ${line}`),
    ...(options.failed === undefined ? {} : { failed: options.failed }),
  });
  closing.push(() => log.close());
  return log;
}

function group(size = 3): { logs: ReplicatedLog[]; network: MemoryNetwork } {
  const network = new MemoryNetwork();
  const logs = Array.from({ length: size }, (_, index) =>
    start(network, `10.0.0.${index + 1}:5050`, { quorum: (size + 1) / 2 }),
  );
  const pids = logs.map(({ pid }) => pid);
  for (const log of logs) log.setPeers(pids);
  return { logs, network };
}

function single(options: Partial<Options> = {}): ReplicatedLog {
  const log = start(new MemoryNetwork(), "10.0.0.1:5050", { quorum: 1, ...options });
  log.setPeers([log.pid]);
  return log;
}

describe("a log", () => {
  it("of one replica is written, read and truncated", async () => {
    const log = single();
    expect(log.pid).toBe("log-replica(1)@10.0.0.1:5050");
    expect(await log.elect()).toBe(0);
    const positions = await Promise.all(["a", "b", "c"].map((value) => log.append(bytes(value))));
    expect(positions).toEqual([1, 2, 3]);
    expect(await log.truncate(2)).toBe(4);
    expect([log.beginning, log.ending]).toEqual([2, 4]);
    expect(texts(await log.read(2, 4))).toEqual(["b", "c"]);
    await expect(log.read(1, 4)).rejects.toThrow("Bad read range (truncated position)");
    await expect(log.read(4, 5)).rejects.toThrow("Bad read range (past end of log)");
    await expect(log.read(4, 3)).rejects.toThrow("Bad read range (to < from)");
  });

  it("has one writer at a time, and the next one sees all that was written", async () => {
    const { logs } = group();
    const [first, second] = logs as [ReplicatedLog, ReplicatedLog];
    await Promise.all(logs.map(({ recovered }) => recovered));
    const begin = (await first.elect()) ?? Number.NaN;
    expect(await first.append(bytes("mine"))).toBe(begin + 1);
    let end: number | undefined;
    while (end === undefined) end = await second.elect();
    expect(texts(await second.read(second.beginning, end))).toEqual(["mine"]);
    expect(await first.append(bytes("too late"))).toBeUndefined();
    expect(await second.append(bytes("now I"))).toBe(end + 1);
  });

  it("works without a minority, and catches it up when it is back", async () => {
    const { logs, network } = group();
    const [first, , third] = logs as [ReplicatedLog, ReplicatedLog, ReplicatedLog];
    await Promise.all(logs.map(({ recovered }) => recovered));
    for (const other of ["10.0.0.1:5050", "10.0.0.2:5050"]) network.cut(other, "10.0.0.3:5050");
    await first.elect();
    const last = (
      await Promise.all(Array.from({ length: 64 }, (_, n) => first.append(bytes(`${n}`))))
    ).at(-1);
    for (const other of ["10.0.0.1:5050", "10.0.0.2:5050"]) network.heal(other, "10.0.0.3:5050");
    await first.append(bytes("open end"));
    expect(await third.catchUp()).toBe(last);
    expect(texts(await third.read(third.beginning, last ?? 0))).toHaveLength(64);
  });

  it("does not vote while the others are missing", async () => {
    const network = new MemoryNetwork();
    const log = start(network, "10.0.0.1:5050", { quorum: 2 });
    log.setPeers([log.pid, "log-replica(1)@10.0.0.2:5050", "log-replica(1)@10.0.0.3:5050"]);
    expect(log.isRecovered).toBe(false);
    const waiting = log.elect();
    await log.close();
    await expect(waiting).rejects.toThrow("Log is being deleted");
  });

  it("is silent after its disk has failed, and everybody who waits is told", async () => {
    const store = new MemoryLogStore();
    const errors: string[] = [];
    const lines: string[] = [];
    const log = single({ store, failed: (error) => errors.push(error.message), lines });
    await log.elect();
    store.write = () => Promise.reject(new Error("No space left on device"));
    await expect(log.append(bytes("lost"))).rejects.toThrow("No space left on device");
    await expect(log.elect()).rejects.toThrow("No space left on device");
    expect(errors).toEqual(["No space left on device"]);
    expect(lines).toContain("ERROR No space left on device");
  });

  it("takes nothing from a message that is none", async () => {
    const network = new MemoryNetwork();
    const lines: string[] = [];
    const log = start(network, "10.0.0.1:5050", { quorum: 1, lines });
    log.setPeers([log.pid]);
    await log.recovered;
    const stranger = network.createNode("10.0.0.9:1");
    const answered = new Promise((resolve) => {
      stranger.register("x", { message: resolve, exited: () => undefined });
    });
    for (const name of ["WriteRequest", "LearnedMessage", "Nonsense"]) {
      stranger.send("x", log.pid, `mesos.internal.log.${name}`, Buffer.from("ff", "hex"));
    }
    stranger.send("x", log.pid, "mesos.internal.log.RecoverRequest", Buffer.alloc(0));
    await answered;
    expect(lines.filter((line) => line.startsWith("WARNING Dropped a message"))).toHaveLength(3);
    expect(await log.elect()).toBe(0);
  });

  it("shows its metrics", async () => {
    const log = single();
    const metrics = new MetricsRegistry();
    addLogMetrics(metrics, log);
    expect(Object.fromEntries(metrics.snapshot())).toMatchObject({
      "log/ensemble_size": 1,
      "log/recovered": 0,
    });
    await log.recovered;
    expect(Object.fromEntries(metrics.snapshot())).toMatchObject({ "log/recovered": 1 });
  });
});

describe("the registry in a log", () => {
  it("is there for the next master, and superseded writers hear of it", async () => {
    const { logs } = group();
    const [first, second] = logs.map((log) => openRegistryStorage(log, { clock }));
    expect(await first?.fetch()).toBeUndefined();
    for (const value of ["one", "two", "three"])
      expect(await first?.store(bytes(value))).toBe(true);
    expect(text(await second?.fetch())).toBe("three");
    expect(await first?.store(bytes("four"))).toBe(false);
    expect(await first?.store(bytes("five"))).toBe(false);
    expect(await second?.store(bytes("six"))).toBe(true);
    expect(text(await first?.fetch())).toBe("six");
    expect(await first?.store(bytes("seven"))).toBe(true);
  });

  it("keeps no more than the last snapshot and its truncation", async () => {
    const log = single();
    const storage = openRegistryStorage(log, { clock });
    await storage.fetch();
    for (let round = 0; round < 20; round++) await storage.store(bytes(`${round}`));
    expect(text(await storage.fetch())).toBe("19");
    expect(log.ending - log.beginning).toBeLessThan(3);
  });

  it("is not stored before it was fetched", async () => {
    const log = single();
    expect(await openRegistryStorage(log, { clock }).store(bytes("?"))).toBe(false);
  });

  it("of a recorded Apache Mesos master is read, and goes on", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mesos-log-"));
    closing.push(() => rmSync(folder, { recursive: true }));
    const tar = join(import.meta.dirname, "../../../testing/fixtures/disk/master-log.tar");
    execFileSync("tar", ["xf", tar, "-C", folder]);
    const path = join(folder, "replicated_log");
    const before = await openLevelLogStore(path);
    const storage = openRegistryStorage(single({ store: before }), { clock });
    const stored = await storage.fetch();
    const { master } = decode(registry.Registry, stored ?? Buffer.alloc(0));
    expect(master?.info.port).toBe(26050);
    expect(await storage.store(bytes("next"))).toBe(true);
    await closing.pop()?.();
    const after = openRegistryStorage(single({ store: await openLevelLogStore(path) }), { clock });
    expect(text(await after.fetch())).toBe("next");
  });
});
