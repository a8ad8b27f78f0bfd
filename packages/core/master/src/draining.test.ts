import type { AgentInfo, DrainInfo, master, registry } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import {
  AGENT_CAPABILITIES,
  AGENT_PID,
  Bench,
  registration,
  type Scheduler,
  scalar,
  task,
} from "./test-harness.ts";
import { slavesDocument } from "./views/state-document.ts";

const CONFIG = { max_grace_period: { nanoseconds: 2.5e9 }, mark_gone: false };
const INFO: AgentInfo = { ...registration().agent, id: { value: "old-S0" } };

function drain(id: string, more: Partial<master.Call_DrainAgent> = {}): master.Call {
  return { type: "DRAIN_AGENT", drain_agent: { agent_id: { value: id }, ...more } };
}

const deactivate = (id: string): master.Call => ({
  type: "DEACTIVATE_AGENT",
  deactivate_agent: { agent_id: { value: id } },
});

const reactivate = (id: string): master.Call => ({
  type: "REACTIVATE_AGENT",
  reactivate_agent: { agent_id: { value: id } },
});

function cluster(): { bench: Bench; agentId: string; scheduler: Scheduler } {
  const bench = new Bench();
  const agentId = bench.registerAgent();
  const scheduler = bench.subscribe();
  scheduler.launch([task("t", agentId)]);
  bench.update(agentId, scheduler.id, "t", "TASK_RUNNING", { uuid: 1 });
  return { bench, agentId, scheduler };
}

/** The task's last update, acknowledged. */
function endTask(bench: Bench, agentId: string, scheduler: Scheduler): void {
  const reason = "REASON_AGENT_DRAINING";
  bench.update(agentId, scheduler.id, "t", "TASK_KILLED", { uuid: 9, reason });
  scheduler.call("ACKNOWLEDGE", {
    agent_id: { value: agentId },
    task_id: { value: "t" },
    uuid: new Uint8Array(16).fill(9),
  });
}

function drainInfo(bench: Bench, agentId: string): DrainInfo | undefined {
  return bench.master.core.agents.draining.get(agentId);
}

function slave(bench: Bench): Record<string, unknown> | undefined {
  const { slaves } = JSON.parse([...slavesDocument(bench.master.core)].join("")) as {
    slaves: Record<string, unknown>[];
  };
  return slaves[0];
}

describe("DRAIN_AGENT", () => {
  it.each<readonly [why: string, status: number, prepare: (bench: Bench) => string]>([
    ["Unknown agent", 400, () => "nope"],
    [
      "Agent m-S0 is not capable of draining",
      400,
      (bench) =>
        bench.registerAgent({
          capabilities: AGENT_CAPABILITIES.filter((one) => one !== "AGENT_DRAINING"),
        }),
    ],
    [
      "Agent m-S0 is part of a maintenance schedule under Machine host1 (10.0.0.1)",
      400,
      (bench) => {
        const id = bench.registerAgent();
        const machine_ids = [{ hostname: "host1", ip: "10.0.0.1" }];
        const unavailability = { start: { nanoseconds: 1 } };
        bench.operator({
          type: "UPDATE_MAINTENANCE_SCHEDULE",
          update_maintenance_schedule: { schedule: { windows: [{ machine_ids, unavailability }] } },
        });
        return id;
      },
    ],
    [
      "Agent is currently being marked gone",
      409,
      (bench) => {
        const id = bench.registerAgent();
        bench.registry = "waits";
        bench.operator({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: id } } });
        return id;
      },
    ],
  ])("is refused: %s", (text, status, prepare) => {
    const bench = new Bench();
    expect(bench.operator(drain(prepare(bench)))).toEqual({ type: "refused", status, text });
  });

  it("takes offers back, tells the agent, and makes no more offers", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.advance(1000);
    expect(scheduler.held()).toHaveLength(1);
    const period = { max_grace_period: { seconds: 2, nanos: 500_000_000 } };
    expect(bench.operator(drain(agentId, period))).toEqual({ type: "ok" });
    expect(bench.sent("DrainSlaveMessage")).toEqual([{ config: CONFIG }]);
    expect(scheduler.events().map(({ type }) => type)).toEqual(["RESCIND"]);
    expect(drainInfo(bench, agentId)).toEqual({ state: "DRAINING", config: CONFIG });
    bench.advance(10_000);
    expect(scheduler.held()).toEqual([]);
  });

  it("without a grace period leaves that to the tasks", () => {
    const { bench, agentId } = cluster();
    bench.operator(drain(agentId));
    expect(bench.sent("DrainSlaveMessage")).toEqual([{ config: { mark_gone: false } }]);
  });

  it("is DRAINED when the last update is acknowledged", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.operator(drain(agentId));
    bench.update(agentId, scheduler.id, "t", "TASK_KILLED", { uuid: 8 });
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINING");
    endTask(bench, agentId, scheduler);
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINED");
  });

  it("is marked DRAINED once, however often it looks empty meanwhile", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    bench.registry = "waits";
    bench.operator(drain(agentId));
    bench.step({ type: "persisted", persistId: 2, ok: true });
    const asked = () => bench.effects.filter(({ type }) => type === "persist").length;
    expect(asked()).toBe(1);
    bench.message("UpdateSlaveMessage", { agent_id: { value: agentId }, operations: {} });
    expect(asked()).toBe(0);
    bench.step({ type: "persisted", persistId: 3, ok: true });
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINED");
  });

  it("is DRAINED when the framework that was left is gone", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.operator(drain(agentId));
    scheduler.call("TEARDOWN");
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINED");
  });

  it("waits for operations, too", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ principal: "p" });
    const reservations = [{ type: "DYNAMIC" as const, role: "dev", principal: "p" }];
    scheduler.accept(scheduler.held(), [
      { type: "RESERVE", reserve: { resources: [scalar("cpus", 1, { reservations })] } },
    ]);
    const operation = [
      ...(bench.master.core.agents.registered.get(agentId)?.operations.values() ?? []),
    ][0];
    bench.operator(drain(agentId));
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINING");
    const status = { state: "OPERATION_FINISHED", uuid: { value: new Uint8Array(16).fill(3) } };
    bench.message("UpdateOperationStatusMessage", {
      agent_id: { value: agentId },
      framework_id: { value: scheduler.id },
      status,
      latest_status: status,
      operation_uuid: operation?.message.uuid,
    });
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINED");
  });

  it("with mark_gone ends with an agent that is gone", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.operator(drain(agentId, { mark_gone: true }));
    expect(bench.sent("DrainSlaveMessage")).toEqual([{ config: { mark_gone: true } }]);
    endTask(bench, agentId, scheduler);
    expect(bench.sent("ShutdownMessage")).toEqual([{ message: "Agent has been marked gone" }]);
    expect([...bench.master.core.agents.gone.keys()]).toEqual([agentId]);
    expect(drainInfo(bench, agentId)).toBeUndefined();
    expect(bench.operator(drain(agentId))).toMatchObject({ status: 400, text: "Unknown agent" });
  });

  it("is shown", () => {
    const bench = new Bench();
    bench.nowMs = 1_234_567;
    const agentId = bench.registerAgent();
    expect(slave(bench)).toMatchObject({ active: true, deactivated: false });
    expect(slave(bench)).not.toHaveProperty("drain_info");
    bench.operator(drain(agentId));
    const drain_info = { state: "DRAINED", config: { mark_gone: false } };
    expect(slave(bench)).toMatchObject({
      active: false,
      deactivated: true,
      drain_info,
      estimated_drain_start_time_seconds: 1234.567,
    });
    expect(bench.read("GET_AGENTS").get_agents?.agents).toMatchObject([
      {
        active: false,
        deactivated: true,
        drain_info,
        estimated_drain_start_time: { nanoseconds: 1234e9 },
      },
    ]);
  });

  it("that the registry does not take changes nothing", () => {
    const { bench, agentId } = cluster();
    bench.registry = "waits";
    bench.operator(drain(agentId));
    bench.step({ type: "persisted", persistId: 2, ok: false });
    expect(bench.effects).toContainEqual({
      type: "reply",
      requestId: 3,
      reply: {
        type: "refused",
        status: 500,
        text: `The registry refused to drain agent ${agentId}`,
      },
    });
    expect(slave(bench)).toMatchObject({ active: true, deactivated: false });
  });
});

describe("DEACTIVATE_AGENT and REACTIVATE_AGENT", () => {
  it("stop offers and start them again", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.advance(1000);
    expect(bench.operator(deactivate(agentId))).toEqual({ type: "ok" });
    expect(scheduler.events().map(({ type }) => type)).toEqual(["RESCIND"]);
    expect(bench.sent("DrainSlaveMessage")).toEqual([]);
    bench.advance(10_000);
    expect(scheduler.held()).toEqual([]);
    expect(slave(bench)).toMatchObject({ active: false, deactivated: true });

    expect(bench.operator(reactivate(agentId))).toEqual({ type: "ok" });
    bench.advance(1000);
    expect(scheduler.held()).toHaveLength(1);
    expect(slave(bench)).toMatchObject({ active: true, deactivated: false });
  });

  it.each<
    readonly [
      text: string,
      call: (id: string) => master.Call,
      status: number,
      before: (id: string) => master.Call[],
    ]
  >([
    ["Unknown agent", () => deactivate("nope"), 400, () => []],
    ["Agent is not deactivated", reactivate, 400, () => []],
    ["Agent is not deactivated", () => reactivate("nope"), 400, () => []],
    ["Agent is still in the DRAINING state", reactivate, 400, (id) => [drain(id)]],
  ])("is refused: %s", (text, call, status, before) => {
    const { bench, agentId } = cluster();
    for (const one of before(agentId)) bench.operator(one);
    expect(bench.operator(call(agentId))).toEqual({ type: "refused", status, text });
  });

  it("puts a drained agent back into service", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.operator(drain(agentId));
    endTask(bench, agentId, scheduler);
    expect(bench.operator(reactivate(agentId))).toEqual({ type: "ok" });
    expect(drainInfo(bench, agentId)).toBeUndefined();
    expect(slave(bench)).not.toHaveProperty("drain_info");
    bench.advance(1000);
    expect(scheduler.held()).toHaveLength(1);
  });

  it("of an agent that is away waits for it", () => {
    const { bench, agentId } = cluster();
    bench.operator(deactivate(agentId));
    bench.step({ type: "exited", pid: AGENT_PID });
    expect(bench.operator(reactivate(agentId))).toEqual({ type: "ok" });
    expect(slave(bench)).toMatchObject({ active: false, deactivated: false });
    bench.reregisterAgent(agentId);
    expect(slave(bench)).toMatchObject({ active: true, deactivated: false });
  });

  it("of an agent that is unreachable is done, and says that it is not there", () => {
    const { bench, agentId } = cluster();
    bench.operator(deactivate(agentId));
    bench.advance(100_000);
    expect(bench.master.core.agents.unreachable.has(agentId)).toBe(true);
    expect(bench.operator(reactivate(agentId))).toEqual({
      type: "refused",
      status: 409,
      text: "Agent removed while processing the call",
    });
    bench.reregisterAgent(agentId);
    expect(slave(bench)).toMatchObject({ active: true, deactivated: false });
  });
});

describe("an agent that was drained or deactivated", () => {
  it("stays so, and is told again, when its connection breaks", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.operator(drain(agentId));
    bench.step({ type: "exited", pid: AGENT_PID });
    bench.reregisterAgent(agentId);
    expect(bench.sent("DrainSlaveMessage")).toEqual([{ config: { mark_gone: false } }]);
    expect(slave(bench)).toMatchObject({ active: false, deactivated: true });
    bench.advance(10_000);
    expect(scheduler.held()).toEqual([]);
  });

  it("stays so when it was unreachable meanwhile, or became so while it was", () => {
    const { bench, agentId } = cluster();
    bench.advance(100_000);
    expect(bench.operator(drain(agentId))).toEqual({ type: "ok" });
    expect(bench.sent("DrainSlaveMessage")).toEqual([]);
    bench.reregisterAgent(agentId);
    expect(bench.sent("DrainSlaveMessage")).toEqual([{ config: { mark_gone: false } }]);
    expect(slave(bench)).toMatchObject({ active: false, deactivated: true });
    expect(slave(bench)).not.toHaveProperty("estimated_drain_start_time_seconds");
    // Its operations are known with its first update only.
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINING");
    bench.message("UpdateSlaveMessage", { agent_id: { value: agentId }, operations: {} });
    expect(drainInfo(bench, agentId)?.state).toBe("DRAINED");
  });

  it("is forgotten with the agent that is removed", () => {
    const { bench, agentId } = cluster();
    bench.operator(drain(agentId));
    bench.message("UnregisterSlaveMessage", { agent_id: { value: agentId } });
    expect(drainInfo(bench, agentId)).toBeUndefined();
    expect(bench.master.core.agents.deactivated.size).toBe(0);
  });

  it.each([
    ["registered", "agents"],
    ["unreachable", "unreachable"],
  ] as const)("is recovered by the next master: %s", (_, list) => {
    const standing = {
      drain_info: { state: "DRAINING" as const, config: CONFIG },
      deactivated: true,
    };
    const content: registry.Registry =
      list === "agents"
        ? { agents: { agents: [{ info: INFO, ...standing }] } }
        : {
            unreachable: {
              agents: [{ id: { value: "old-S0" }, timestamp: { nanoseconds: 1 }, ...standing }],
            },
          };
    const bench = new Bench({}, content);
    const agents = bench.book.content()[list]?.agents;
    expect(agents).toMatchObject([standing]);
    bench.reregisterAgent("old-S0");
    expect(bench.sent("DrainSlaveMessage")).toEqual([{ config: CONFIG }]);
    expect(slave(bench)).toMatchObject({ active: false, deactivated: true });
    expect(bench.read("GET_AGENTS")).toMatchObject({
      get_agents: { agents: [{ drain_info: { state: "DRAINING" } }] },
    });
  });

  it("can be drained before it comes back to a new master", () => {
    const bench = new Bench({}, { agents: { agents: [{ info: INFO }] } });
    expect(bench.operator(drain("old-S0"))).toEqual({ type: "ok" });
    bench.reregisterAgent("old-S0");
    expect(bench.sent("DrainSlaveMessage")).toHaveLength(1);
  });

  it("is shown as such to operators who listen", () => {
    const bench = new Bench({}, { agents: { agents: [{ info: INFO, deactivated: true }] } });
    bench.operator({ type: "SUBSCRIBE" });
    bench.reregisterAgent("old-S0");
    const added = bench.effects.flatMap((effect) =>
      effect.type === "operator-event" ? (effect.event.agent_added?.agent ?? []) : [],
    );
    expect(added).toMatchObject([{ active: false, deactivated: true }]);
  });
});
