import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { getJson, type Program, Programs, RECORDED_AGENT, until } from "./programs.ts";
import type { Json } from "./recordings.ts";

/** Agents that operators take out of service for good or for a while: real programs, real tasks. */

const MACHINES = [{ hostname: "localhost", ip: "127.0.0.1" }];

async function post(master: Program, path: string, body: unknown): Promise<[number, string]> {
  const reply = await fetch(`http://${master.address}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  return [reply.status, await reply.text()];
}

const OK = [200, ""];
const hasEnded = ({ process }: Program) => process.exitCode !== null;

async function subscribed(master: Program): Promise<LiveScheduler> {
  const scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "leaving",
    checkpoint: true,
    roles: ["dev"],
    capabilities: ["MULTI_ROLE", "RESERVATION_REFINEMENT", "PARTITION_AWARE"].map((type) => ({
      type,
    })),
  });
  return scheduler;
}

async function launch(scheduler: LiveScheduler, value: string): Promise<string> {
  const offer = await scheduler.offer();
  const scalar = (name: string, amount: number) => ({
    name,
    type: "SCALAR",
    scalar: { value: amount },
    allocation_info: { role: "dev" },
  });
  await scheduler.launch(offer, [
    {
      name: "t",
      task_id: { value: "t" },
      agent_id: offer["agent_id"],
      command: { value },
      resources: [scalar("cpus", 0.1), scalar("mem", 32)],
    },
  ]);
  await scheduler.update("t", "TASK_RUNNING");
  return offer["agent_id"]?.["value"] ?? "";
}

describe("a machine that goes down and comes up", () => {
  const programs = new Programs();
  let master: Program;
  let scheduler: LiveScheduler;

  beforeAll(async () => {
    master = await programs.master(["--allocation_interval=200ms"]);
  });
  afterAll(async () => {
    scheduler.close();
    await programs.close();
  });

  /** Another agent on the same machine. */
  const elsewhere = (name: string): string[] => [
    ...RECORDED_AGENT,
    `--work_dir=${join(programs.folder, name)}`,
    `--runtime_dir=${join(programs.folder, `${name}-run`)}`,
  ];

  it("loses its agent, takes none, and has one again", async () => {
    const agent = await programs.agent(master, RECORDED_AGENT);
    scheduler = await subscribed(master);
    await launch(scheduler, "sleep 1000");
    const unavailability = { start: { nanoseconds: 1 } };
    const windows = [{ machine_ids: MACHINES, unavailability }];
    expect(await post(master, "/maintenance/schedule", { windows })).toEqual(OK);
    expect(await post(master, "/machine/down", MACHINES)).toEqual(OK);
    const lost = await scheduler.update("t", "TASK_LOST");
    expect(lost["message"]).toBe("Agent localhost removed: Operator initiated 'Machine DOWN'");
    await until(() => hasEnded(agent));
    expect(agent.output()).toContain("because 'Operator initiated 'Machine DOWN''");
    expect(await getJson(master, "/maintenance/status")).toEqual({ down_machines: MACHINES });

    const refused = await programs.failing(master.address, elsewhere("second"));
    expect(refused.output).toContain("because 'Machine is `DOWN`'");

    expect(await post(master, "/machine/up", MACHINES)).toEqual(OK);
    expect(await getJson(master, "/maintenance/schedule")).toEqual({});
    await programs.agent(master, elsewhere("third"));
    expect((await getJson<{ slaves: Json[] }>(master, "/slaves")).slaves).toHaveLength(1);
  });
});

describe("an agent that is drained for good", () => {
  const programs = new Programs();
  let master: Program;
  let scheduler: LiveScheduler;

  beforeAll(async () => {
    master = await programs.master(["--allocation_interval=200ms"]);
  });
  afterAll(async () => {
    scheduler.close();
    await programs.close();
  });

  it("ends its tasks as gone, then itself, and never comes back", async () => {
    const agent = await programs.agent(master, RECORDED_AGENT);
    scheduler = await subscribed(master);
    const ready = join(programs.folder, "ready");
    const stubborn = `trap '' TERM; touch ${ready}; while :; do sleep 0.05; done`;
    const agentId = await launch(scheduler, stubborn);
    await until(() => existsSync(ready));
    const call = {
      type: "DRAIN_AGENT",
      drain_agent: {
        agent_id: { value: agentId },
        max_grace_period: { seconds: 0, nanos: 200_000_000 },
        mark_gone: true,
      },
    };
    expect(await post(master, "/api/v1", call)).toEqual(OK);
    expect(await scheduler.update("t", "TASK_GONE_BY_OPERATOR")).toMatchObject({
      source: "SOURCE_EXECUTOR",
      reason: "REASON_AGENT_DRAINING",
      message: "Command terminated with signal Killed",
    });
    await until(() => hasEnded(agent));
    expect(agent.output()).toContain("because 'Agent has been marked gone'");
    expect(await getJson(master, "/registrar(1)/registry")).toMatchObject({
      slaves: {},
      gone: { slaves: [{ id: { value: agentId } }] },
    });
    expect(await post(master, "/api/v1", call)).toEqual([400, "Unknown agent"]);
  });
});
