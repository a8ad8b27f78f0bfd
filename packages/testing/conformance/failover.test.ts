/** Masters, agents and ZooKeeper as real processes: whoever dies, the tasks go on. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { end, getJson, type Program, Programs, RECORDED_AGENT, until } from "./programs.ts";
import { type Ensemble, startEnsemble } from "./zookeeper-ensemble.ts";
import { noApacheZooKeeper } from "./zookeeper-servers.ts";

const SESSION_TIMEOUT_MS = 2_000;

const FRAMEWORK = {
  user: "root",
  name: "survivor",
  roles: ["*"],
  checkpoint: true,
  failover_timeout: 600,
  capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }],
};

describe.skipIf(noApacheZooKeeper())("three masters, two agents and an ensemble", () => {
  const programs = new Programs();
  let ensemble: Ensemble;
  const masters: Program[] = [];
  const agents: Program[] = [];

  beforeAll(async () => {
    ensemble = await startEnsemble(3, { tickTimeMs: 200 });
    const started = [1, 2, 3].map(() => startMaster());
    masters.push(...(await Promise.all(started)));
    for (const name of ["a", "b"]) {
      agents.push(
        await programs.lone(ensemble.url("/mesos"), [
          ...RECORDED_AGENT,
          `--work_dir=${join(programs.folder, name)}`,
          `--runtime_dir=${join(programs.folder, `run-${name}`)}`,
        ]),
      );
    }
  }, 90_000);

  afterAll(async () => {
    await programs.close();
    await ensemble?.close();
  });

  const startMaster = () =>
    programs.master([
      `--zk=${ensemble.url("/mesos")}`,
      "--quorum=2",
      `--zk_session_timeout=${SESSION_TIMEOUT_MS}ms`,
      "--allocation_interval=200ms",
    ]);

  /** A master in the place of another; with an empty log it must learn from a majority first. */
  async function replace(master: Program): Promise<void> {
    const fresh = await startMaster();
    masters.splice(masters.indexOf(master), 1, fresh);
    await until(async () => {
      const metrics = await getJson<Record<string, number>>(fresh, "/metrics/snapshot");
      return metrics["registrar/log/recovered"] === 1;
    });
  }

  const alive = () => masters.filter(({ process }) => process.exitCode === null && !process.killed);

  /** The master that leads, recovered; there is never more than one that says so. */
  async function leader(): Promise<Program> {
    let found: Program | undefined;
    await until(async () => {
      const statuses = await Promise.all(alive().map((master) => status(master)));
      const leading = alive().filter((_, i) => statuses[i] === 200);
      expect(leading.length).toBeLessThanOrEqual(1);
      [found] = leading;
      return found !== undefined;
    });
    if (found === undefined) throw new Error("nobody leads");
    return found;
  }

  const withAgents = async (count: number): Promise<Program> => {
    const master = await leader();
    await until(async () => (await registered(master)).length === count);
    return master;
  };

  it("stand by and redirect to the one that leads", async () => {
    const first = await withAgents(2);
    const others = masters.filter((master) => master !== first);
    for (const { address } of others) {
      const reply = await fetch(`http://${address}/master/state?a=b`, { redirect: "manual" });
      expect(reply.status).toBe(307);
      expect(reply.headers.get("location")).toBe(`//localhost:${first.port}/master/state?a=b`);
      const base = await fetch(`http://${address}/redirect`, { redirect: "manual" });
      expect(base.headers.get("location")).toBe(`//localhost:${first.port}`);
      expect((await fetch(`http://${address}/health`)).status).toBe(200);
      expect((await fetch(`http://${address}/flags`)).status).toBe(200);
    }
    const call = await fetch(`http://${others[0]?.address}/api/v1`, {
      method: "POST",
      redirect: "manual",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: '{"type":"GET_HEALTH"}',
    });
    expect(call.status).toBe(307);
  }, 30_000);

  it("redirect whatever only the leader answers, as their documents say", async () => {
    const first = await withAgents(2);
    const other = masters.find((master) => master !== first) as Program;
    interface Operation {
      readonly responses: object;
    }
    const { paths } = await getJson<{ paths: Record<string, Record<string, Operation>> }>(
      other,
      "/openapi.json",
    );
    let redirected = 0;
    for (const [path, item] of Object.entries(paths)) {
      if (path === "/redirect" || path.includes("{")) continue;
      for (const [method, { responses }] of Object.entries(item)) {
        const reply = await fetch(`http://${other.address}${path}`, { method, redirect: "manual" });
        await reply.arrayBuffer();
        expect(reply.status === 307, `${method} ${path}`).toBe("307" in responses);
        if (reply.status !== 307) continue;
        redirected += 1;
        expect(reply.headers.get("location")).toBe(`//localhost:${first.port}${path}`);
      }
    }
    expect(redirected).toBeGreaterThan(20);
    const wrong = await fetch(`http://${other.address}/teardown`, { redirect: "manual" });
    expect(wrong.status).toBe(307);
  }, 30_000);

  it("a task outlives its master's kill -9; weights and agents are those of before", async () => {
    const first = await withAgents(2);
    const agentIds = (await registered(first)).map(({ id }) => id).sort();
    const weights = await fetch(`http://${first.address}/weights`, {
      method: "PUT",
      body: '[{"role":"eng","weight":2.5}]',
    });
    expect(weights.status).toBe(200);
    const before = new LiveScheduler(first);
    await before.subscribe(FRAMEWORK);
    const { frameworkId } = before;
    await launchSleep(before);
    await before.update("sleep", "TASK_RUNNING");

    const killedAt = performance.now();
    await end(first.process, "SIGKILL");
    const second = await leader();
    const tookMs = performance.now() - killedAt;
    expect(tookMs).toBeLessThan(1.3 * SESSION_TIMEOUT_MS + 1_500);
    await withAgents(2);
    expect((await registered(second)).map(({ id }) => id).sort()).toEqual(agentIds);
    expect(await getJson(second, "/weights")).toEqual([{ role: "eng", weight: 2.5 }]);

    const after = new LiveScheduler(second);
    await after.subscribe({ ...FRAMEWORK, id: { value: frameworkId } }, frameworkId);
    await after.say("RECONCILE", { reconcile: {} });
    const running = await after.update("sleep", "TASK_RUNNING");
    expect(running["reason"]).toBe("REASON_RECONCILIATION");
    await after.say("KILL", { kill: { task_id: { value: "sleep" } } });
    await after.update("sleep", "TASK_KILLED");
    await after.say("TEARDOWN");
    before.close();
    after.close();
    await replace(first);
  }, 60_000);

  it("the next leads within two seconds of SIGTERM", async () => {
    const first = await withAgents(2);
    const endedAt = performance.now();
    await end(first.process, "SIGTERM");
    await leader();
    expect(performance.now() - endedAt).toBeLessThan(2_000);
    await replace(first);
  }, 30_000);

  it("nobody loses anything with a ZooKeeper server", async () => {
    const first = await withAgents(2);
    const server = await ensemble.leader();
    await ensemble.kill(server);
    await ensemble.restart(server);
    const after = await withAgents(2);
    // Whether or not a session had to end for it, one master leads, with the same registry.
    expect(await getJson(after, "/weights")).toEqual([{ role: "eng", weight: 2.5 }]);
    expect([first.address, ...masters.map(({ address }) => address)]).toContain(after.address);
  }, 60_000);

  it("a leader that is frozen ends when it wakes, and has written nothing", async () => {
    const first = await withAgents(2);
    first.process.kill("SIGSTOP");
    const others = masters.filter((master) => master !== first);
    let second: Program | undefined;
    await until(async () => {
      const statuses = await Promise.all(others.map((master) => status(master)));
      second = others[statuses.indexOf(200)];
      return second !== undefined;
    });
    first.process.kill("SIGCONT");
    await until(() => first.process.exitCode !== null);
    expect(first.process.exitCode).toBe(1);
    expect(first.output()).toMatch(/committing suicide!/);
    masters.splice(masters.indexOf(first), 1);
    expect(await leader()).toBe(second);
  }, 40_000);
});

async function status({ address }: Program): Promise<number> {
  try {
    return (await fetch(`http://${address}/state-summary`, { redirect: "manual" })).status;
  } catch {
    return 0;
  }
}

interface ShownAgent {
  readonly id: string;
  readonly active: boolean;
}

async function registered(master: Program): Promise<ShownAgent[]> {
  const { slaves } = await getJson<{ slaves: ShownAgent[] }>(master, "/slaves");
  return slaves.filter(({ active }) => active);
}

async function launchSleep(scheduler: LiveScheduler): Promise<void> {
  const offer = await scheduler.offer();
  await scheduler.launch(offer, [
    {
      name: "sleep",
      task_id: { value: "sleep" },
      agent_id: offer["agent_id"],
      command: { value: "sleep 1000" },
      resources: [
        { name: "cpus", type: "SCALAR", scalar: { value: 0.1 } },
        { name: "mem", type: "SCALAR", scalar: { value: 32 } },
      ],
    },
  ]);
}
