import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLevelLogStore, startReplicatedLog } from "@mesos-ts/replicated-log";
import { createSystemClock } from "@mesos-ts/runtime";
import { Router, startTransport } from "@mesos-ts/transport";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initialize } from "./commands.ts";

const bin = join(import.meta.dirname, "../bin/mesos-log.js");
let folder = "";
const running = new Set<ChildProcess>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mesos-log-"));
});
afterEach(async () => {
  for (const child of running) await kill(child);
  rmSync(folder, { recursive: true, force: true });
});

type Outcome = { code: number; out: string; err: string };

const mesosLog = (...args: string[]): Promise<Outcome> => mesosLogAt(0, args);

/** Runs a command whose replica listens at a port, to its end. */
function mesosLogAt(port: number, args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, LIBPROCESS_IP: "127.0.0.1", LIBPROCESS_PORT: String(port) };
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

/** Starts a replica of the group; resolves when it listens. */
function replica(port: number, args: readonly string[]): Promise<ChildProcess> {
  const environment = { ...process.env, LIBPROCESS_IP: "127.0.0.1", LIBPROCESS_PORT: String(port) };
  return started(
    spawn(process.execPath, [bin, "replica", ...args], { env: environment }),
    /is listening/,
  );
}

/** Starts a coordinator to meet at. */
function coordinator(port: number): Promise<ChildProcess> {
  const program = join(import.meta.dirname, "../../zookeeper/bin/mesos-zookeeper.js");
  const args = [program, `--data_dir=${folder}/zk`, "--ip=127.0.0.1", `--port=${port}`];
  return started(spawn(process.execPath, args), /./);
}

/** Resolves when the program says so; it is killed at the end of the test. */
function started(child: ChildProcess, ready: RegExp): Promise<ChildProcess> {
  running.add(child);
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk;
      if (ready.test(said)) resolve(child);
    };
    child.stderr?.on("data", hear);
    child.stdout?.on("data", hear);
    child.once("exit", () => reject(new Error(`the program ended: ${said}`)));
  });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

describe("mesos-log", () => {
  it("initializes a log once", async () => {
    const path = `--path=${folder}/log`;
    expect(await mesosLog("initialize", path)).toMatchObject({ code: 0, out: "" });
    expect(await mesosLog("initialize", path)).toMatchObject({
      code: 1,
      err: "The log is not empty\n",
    });
  });

  it("prints the log of an Apache Mesos master", async () => {
    const tar = join(import.meta.dirname, "../../../testing/fixtures/disk/master-log.tar");
    await new Promise((resolve) => execFile("tar", ["xf", tar, "-C", folder], resolve));
    const { code, out } = await mesosLog("read", `--path=${folder}/replicated_log`);
    expect(code).toBe(0);
    const [, seven, eight] = out.split("----------------------------------------------\n");
    expect(seven).toMatch(
      /^position: 7\npromised: 2\nperformed: 2\nlearned: true\ntype: APPEND\nappend \{\n {2}bytes: "\\010\\001\\022.*registry/,
    );
    expect(eight).toBe(
      "position: 8\npromised: 2\nperformed: 2\nlearned: true\ntype: TRUNCATE\ntruncate {\n  to: 7\n}\n",
    );
    const from = await mesosLog("read", `--path=${folder}/replicated_log`, "--from=1");
    expect(from.err).toContain("Bad read range (truncated position)");
  });

  it.each([
    [["read"], "Missing required option --path"],
    [["replica", "--quorum=2"], "Missing required option --path"],
    [["replica", "--quorum=1", "--path=/nowhere/x"], "Missing required option --servers"],
    [["replica", "--quorum=1", "--path=/nowhere/x", "--servers=a:1"], "option --znode"],
    [
      ["replica", "--quorum=1", "--path=/nowhere/x", "--servers=a:x", "--znode=/log"],
      "Bad --servers",
    ],
    [["read", "--path=/nowhere/log"], "there is no '/nowhere/log'"],
    [["write"], "Cannot find command 'write'"],
    [[], "Available commands:"],
  ])("%j is refused", async (args, text) => {
    const { code, err } = await mesosLog(...args);
    expect(code).toBe(1);
    expect(err).toContain(text);
  });

  it.each([[["help"]], [["help", "read"]], [["benchmark", "--help"]]])("%j helps", async (args) => {
    const { code, out, err } = await mesosLog(...args);
    expect([code, out + err]).toEqual([0, expect.stringContaining("Usage: mesos-log")]);
  });

  it("measures a trace", async () => {
    const [port = 0] = await freePorts(1);
    writeFileSync(join(folder, "trace"), "100B\n1KB\n\n2B\n");
    const { code, out } = await mesosLogAt(port, [
      "benchmark",
      "--quorum=1",
      `--path=${folder}/log`,
      `--peers=log-replica(1)@127.0.0.1:${port}`,
      `--input=${folder}/trace`,
      `--output=${folder}/report`,
    ]);
    expect([code, out]).toEqual([0, expect.stringContaining("Total number of appends: 3\n")]);
    expect(readFileSync(join(folder, "report"), "utf8")).toMatch(
      /^\S+ Appended 100 bytes in [\d.]+ ms\n\S+ Appended 1024 bytes/,
    );
  });
});

describe("a group of processes", () => {
  it("keeps what it acknowledged, whoever is killed", async () => {
    const ports = await freePorts(5);
    const pids = ports.map((port) => `log-replica(1)@127.0.0.1:${port}`);
    const flags = (index: number) => [
      "--quorum=3",
      `--path=${folder}/${index}`,
      `--peers=${pids.join(",")}`,
    ];
    const start = (index: number, ...more: string[]) =>
      replica(ports[index] ?? 0, [...flags(index), ...more]);
    const children = await Promise.all([0, 1, 2].map((index) => start(index)));
    // The fourth is here and writes; the fifth is never seen.
    const path = join(folder, "3");
    await initialize(path);
    const network = await startTransport({
      host: "127.0.0.1",
      port: ports[3] ?? 0,
      router: new Router(),
    });
    const log = startReplicatedLog({
      network,
      store: await openLevelLogStore(path),
      clock: createSystemClock(),
      quorum: 3,
      autoInitialize: false,
      log: () => undefined,
    });
    log.setPeers(pids);
    const append = async (count: number, text: string): Promise<void> => {
      const appended = Array.from({ length: count }, (_, n) =>
        log.append(Buffer.from(`${text} ${n}`)),
      );
      const positions = await Promise.all(appended);
      expect(positions.every((position) => position !== undefined)).toBe(true);
    };
    try {
      expect(await log.elect()).toBe(0);
      await append(50, "all");
      const during = append(50, "killing");
      await kill(children[0] as ChildProcess);
      await during;
      await append(50, "without 0");
      await start(0, "--no-initialize");
      await kill(children[1] as ChildProcess);
      await append(50, "without 1");
      expect(await log.read(log.beginning, log.ending)).toHaveLength(200);
    } finally {
      await log.close();
      await network.close();
    }
    for (const child of running) await kill(child);
    const { out } = await mesosLog("read", `--path=${folder}/0`);
    expect(out).toContain('bytes: "without 1 49"');
    const { out: killed } = await mesosLog("read", `--path=${folder}/1`);
    expect(killed).toContain('bytes: "without 0 49"');
  });

  it("meets through ZooKeeper", async () => {
    const [zooKeeper = 0, ...ports] = await freePorts(4);
    await coordinator(zooKeeper);
    const flags = (index: number) => [
      "--quorum=2",
      `--path=${folder}/${index}`,
      `--servers=127.0.0.1:${zooKeeper}`,
      "--znode=/mesos/log",
    ];
    const children = await Promise.all(
      [0, 1].map((index) => replica(ports[index] ?? 0, flags(index))),
    );
    writeFileSync(join(folder, "trace"), "100B\n".repeat(20));
    const measure = (...more: string[]): Promise<Outcome> =>
      mesosLogAt(ports[2] ?? 0, [
        "benchmark",
        ...flags(2),
        ...more,
        `--input=${folder}/trace`,
        `--output=${folder}/report`,
      ]);
    expect((await measure()).out).toContain("Total number of appends: 20\n");
    await kill(children[0] as ChildProcess);
    expect((await measure("--no-initialize")).out).toContain("Total number of appends: 20\n");
  });
});
