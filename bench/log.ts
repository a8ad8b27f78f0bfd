import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import {
  openLevelLogStore,
  type ReplicatedLog,
  startReplicatedLog,
} from "@mesos-ts/replicated-log";
import { createSystemClock } from "@mesos-ts/runtime";
import { Router, startTransport, type TransportServer } from "@mesos-ts/transport";
import { answering, quantile } from "./programs.ts";

const ENTRY_BYTES = 512;
const OUTSTANDING = 64;
const FIRST_PORT = 26_480;
const ROUNDS = 5;
const WARM_UP_SECONDS = 1;

/** Medians over the rounds; a disk that others use is fast now and slow then. */
export type LogRates = {
  /** `write` and `fdatasync` of 512 bytes a second, one after the other, in the same folder. */
  readonly fdatasync: number;
  /** Appends per second, one at a time and 64 at a time. */
  readonly sequential: number;
  readonly outstanding: number;
};

/** Appends to a replicated log below `parent`: of one replica, and of a quorum of two of three. */
export async function logRates(
  parent: string,
  seconds: number,
): Promise<{ readonly alone: LogRates; readonly three: LogRates }> {
  const folder = mkdtempSync(join(parent, "mesos-log-bench-"));
  try {
    return {
      alone: await groupRates(folder, 1, seconds),
      three: await groupRates(folder, 3, seconds),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fdatasyncRate(path: string, seconds: number): number {
  const file = openSync(path, "a");
  const entry = Buffer.alloc(ENTRY_BYTES, 1);
  const begun = performance.now();
  let count = 0;
  for (; performance.now() - begun < seconds * 1000; count++) {
    writeSync(file, entry);
    fdatasyncSync(file);
  }
  closeSync(file);
  return Math.round(count / ((performance.now() - begun) / 1000));
}

async function groupRates(folder: string, size: number, seconds: number): Promise<LogRates> {
  const ports = Array.from({ length: size }, (_, index) => FIRST_PORT + size * 10 + index);
  const pids = ports.map((port) => `log-replica(1)@127.0.0.1:${port}`);
  const quorum = (size + 1) / 2;
  const path = (port: number): string => join(folder, String(port));
  const [own = 0, ...others] = ports;
  const children = await Promise.all(
    others.map((port) => startReplica(port, quorum, pids, path(port))),
  );
  await initialize(path(own));
  const network = await startTransport({ host: "127.0.0.1", port: own, router: new Router() });
  const log = await openLog(network, path(own), quorum);
  log.setPeers(pids);
  const rounds: LogRates[] = [];
  try {
    while ((await log.elect()) === undefined);
    await appendFor(log, OUTSTANDING, WARM_UP_SECONDS);
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        fdatasync: fdatasyncRate(join(folder, "plain"), seconds / ROUNDS),
        sequential: await appendFor(log, 1, seconds / ROUNDS),
        outstanding: await appendFor(log, OUTSTANDING, seconds / ROUNDS),
      });
    }
  } finally {
    await log.close();
    await network.close();
    for (const child of children) child.kill("SIGKILL");
  }
  const median = (key: keyof LogRates): number =>
    quantile(
      rounds.map((round) => round[key]),
      0.5,
    );
  return {
    fdatasync: median("fdatasync"),
    sequential: median("sequential"),
    outstanding: median("outstanding"),
  };
}

async function openLog(
  network: TransportServer,
  path: string,
  quorum: number,
): Promise<ReplicatedLog> {
  return startReplicatedLog({
    network,
    store: await openLevelLogStore(path),
    clock: createSystemClock(),
    quorum,
    autoInitialize: true,
    log: () => undefined,
  });
}

async function initialize(path: string): Promise<void> {
  const store = await openLevelLogStore(path);
  const metadata = { status: "VOTING", promised: 0 } as const;
  await store.write({ id: 1, metadata, actions: [], truncateTo: undefined });
  await store.close();
}

async function startReplica(
  port: number,
  quorum: number,
  pids: readonly string[],
  path: string,
): Promise<ChildProcess> {
  const bin = join(import.meta.dirname, "../packages/apps/log/bin/mesos-log.js");
  const flags = ["--quiet", `--quorum=${quorum}`, `--path=${path}`, `--peers=${pids.join(",")}`];
  const env = { ...process.env, LIBPROCESS_IP: "127.0.0.1", LIBPROCESS_PORT: String(port) };
  const child = spawn(process.execPath, [bin, "replica", ...flags], { env, stdio: "ignore" });
  await answering(port, "/metrics/snapshot");
  return child;
}

/** Appends for some seconds, so many at a time; gives how many a second. */
async function appendFor(log: ReplicatedLog, writers: number, seconds: number): Promise<number> {
  const entry = Buffer.alloc(ENTRY_BYTES, 1);
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let count = 0;
  const write = async (): Promise<void> => {
    while (performance.now() < until) {
      if ((await log.append(entry)) === undefined) throw new Error("the writer was replaced");
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return Math.round(count / ((performance.now() - begun) / 1000));
}
