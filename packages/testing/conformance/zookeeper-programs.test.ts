import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom, unwrap } from "@mesos-ts/base";
import type { MasterInfo } from "@mesos-ts/protos";
import { createMemoryLogger, createSystemClock } from "@mesos-ts/runtime";
import {
  type Candidacy,
  contend,
  type GroupOptions,
  openSession,
  type ZooKeeperSession,
} from "@mesos-ts/zk-client";
import { MASTER_INFO_JSON_LABEL, parseZkUrl } from "@mesos-ts/zookeeper";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getJson, type Program, Programs, RECORDED_AGENT, until } from "./programs.ts";
import { type Ensemble, startEnsemble } from "./zookeeper-ensemble.ts";
import { noApacheZooKeeper } from "./zookeeper-servers.ts";

const CREDENTIALS = "mesos:secret";

/** The real programs, an ensemble of three, and masters that this test speaks for. */
describe.skipIf(noApacheZooKeeper())("programs with --master=zk://", () => {
  const programs = new Programs();
  const elsewhere = new Programs();
  const sessions: ZooKeeperSession[] = [];
  const clock = createSystemClock();
  let ensemble: Ensemble;
  let masters: readonly [Program, Program];

  beforeAll(async () => {
    [ensemble, ...masters] = await Promise.all([
      startEnsemble(3),
      programs.master(),
      elsewhere.master(),
    ]);
  }, 60_000);

  afterAll(async () => {
    await programs.close();
    await elsewhere.close();
    await Promise.all(sessions.map((session) => session.close()));
    await ensemble?.close();
  });

  const zk = (path: string) => `zk://${CREDENTIALS}@${ensemble.servers}${path}`;

  /** As a master would stand for election. */
  function nominate(master: Program, path: string): Candidacy {
    const url = unwrap(parseZkUrl(zk(path)));
    const logger = createMemoryLogger();
    const session = openSession(url, { clock, logger, random: createRandom(master.port) });
    sessions.push(session);
    const options: GroupOptions = { session, url, clock, logger };
    return contend(options, infoOf(master));
  }

  it("resolve, launch and join through the leader, and follow it to the next", async () => {
    const first = nominate(masters[0], "/mesos");
    await first.candidacy;
    const second = nominate(masters[1], "/mesos");
    await second.candidacy;

    const resolved = await run("resolve", "mesos-resolve", [zk("/mesos")]);
    expect(resolved).toMatchObject({ code: 0, out: `${masters[0].address}\n` });
    expect(resolved.err).toContain("Detected a new leader: (id='0')");
    expect(resolved.err).toContain(
      `A new leading master (UPID=master@${masters[0].address}) is detected`,
    );

    const agent = await programs.lone(zk("/mesos"), RECORDED_AGENT);
    await until(() => isRegistered(masters[0], agent));
    const file = join(programs.folder, "zk");
    writeFileSync(file, `zk://localhost:${ensemble.ports[0]}/mesos\n`);
    const executed = await run("execute", "mesos-execute", [
      `--master=file://${file}`,
      "--name=through-zookeeper",
      "--command=true",
    ]);
    expect(executed).toMatchObject({ code: 0 });
    expect(executed.out).toContain("TASK_FINISHED");

    await ensemble.kill(await ensemble.leader());
    await first.withdraw();
    await until(() => isRegistered(masters[1], agent));
  }, 40_000);

  it("say that there is no leader, and what is wrong with one", async () => {
    const nobody = await run("resolve", "mesos-resolve", ["--timeout=500ms", zk("/nobody")]);
    expect(nobody).toMatchObject({ code: 255, out: "" });
    expect(nobody.err).toContain("within 500ms");

    const url = unwrap(parseZkUrl(zk("/odd")));
    const random = createRandom(1);
    const session = openSession(url, { clock, logger: createMemoryLogger(), random });
    sessions.push(session);
    await session.create("/odd");
    await session.create(`/odd/${MASTER_INFO_JSON_LABEL}_0000000003`, { data: Buffer.from("{") });
    const odd = await run("resolve", "mesos-resolve", [zk("/odd")]);
    expect(odd).toMatchObject({ code: 1, out: "" });
    expect(odd.err).toContain("Failed to parse data into valid JSON");
  }, 30_000);

  it("read a node as it was recorded", async () => {
    const recorded = JSON.parse(
      readFileSync(join(import.meta.dirname, "../fixtures/disk/zookeeper-znodes.json"), "utf8"),
    ) as Record<string, { data: string }>;
    const [path, node] = Object.entries(recorded).find(([name]) => name.includes("json.info_")) ?? [
      "",
      { data: "" },
    ];
    const url = unwrap(parseZkUrl(zk("/recorded")));
    const random = createRandom(1);
    const session = openSession(url, { clock, logger: createMemoryLogger(), random });
    sessions.push(session);
    await session.create("/recorded");
    await session.create(`/recorded${path.slice("/mesos".length)}`, {
      data: Buffer.from(node.data),
    });
    const { out } = await run("resolve", "mesos-resolve", [zk("/recorded")]);
    expect(out).toBe("127.0.0.1:26050\n");
  }, 30_000);
});

function infoOf({ address, port }: Program): MasterInfo {
  return { id: `m-${port}`, ip: 0x0100007f, port, hostname: "localhost", pid: `master@${address}` };
}

async function isRegistered(master: Program, agent: Program): Promise<boolean> {
  const state = await getJson<{ slaves: { pid: string; active: boolean }[] }>(
    master,
    "/master/state",
  );
  return state.slaves.some(({ pid, active }) => active && pid.endsWith(`:${agent.port}`));
}

function run(
  app: string,
  name: string,
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const script = join(import.meta.dirname, "../../apps", app, "bin", `${name}.js`);
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { timeout: 25_000 }, (failure, out, err) => {
      resolve({ code: typeof failure?.code === "number" ? failure.code : 0, out, err });
    });
  });
}
