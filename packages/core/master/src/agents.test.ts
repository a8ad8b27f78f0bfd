import type { FrameworkInfo } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { AGENT_PID, Bench, registration, scalar, task } from "./test-harness.ts";

describe("an agent that registers", () => {
  it("is linked, pinged and acknowledged, once the registry has it", () => {
    const bench = new Bench();
    bench.registry = "waits";
    bench.message("RegisterSlaveMessage", registration());
    expect(bench.transcript()).toEqual([]);
    const persist = bench.effects.find((effect) => effect.type === "persist");
    expect(persist).toMatchObject({
      operation: { type: "admit-agent", info: { id: { value: "m-S0" } } },
    });

    bench.step({ type: "persisted", persistId: 1, ok: true });
    expect(bench.transcript()).toEqual([
      `link ${AGENT_PID}`,
      `slave-observer(1) -> ${AGENT_PID}: PingSlaveMessage`,
      `master -> ${AGENT_PID}: SlaveRegisteredMessage`,
    ]);
    expect(bench.sent("SlaveRegisteredMessage")).toEqual([
      { agent_id: { value: "m-S0" }, connection: { total_ping_timeout_seconds: 75 } },
    ]);
  });

  it("is answered again when it asks again, and not registered twice meanwhile", () => {
    const bench = new Bench();
    bench.registry = "waits";
    bench.message("RegisterSlaveMessage", registration());
    bench.message("RegisterSlaveMessage", registration());
    expect(bench.effects.filter(({ type }) => type === "persist")).toEqual([]);
    bench.step({ type: "persisted", persistId: 1, ok: true });
    bench.message("RegisterSlaveMessage", registration());
    expect(bench.transcript()).toEqual([`master -> ${AGENT_PID}: SlaveRegisteredMessage`]);
    expect(bench.master.core.agents.registered.size).toBe(1);
  });

  it.each([
    ["0.28.2", "minimum supported agent version is 1.0.0"],
    ["", "Failed to parse version ''"],
    ["new", "Failed to parse version 'new'"],
  ])("is refused with version %j", (version, why) => {
    const bench = new Bench();
    bench.message("RegisterSlaveMessage", registration({ version }));
    expect(bench.transcript()).toEqual([]);
    expect(bench.logs().join()).toContain(why);
  });

  it("is refused with resources that are none", () => {
    const bench = new Bench();
    bench.message("RegisterSlaveMessage", registration({ resources: [scalar("cpus", -1)] }));
    expect(bench.logs().join()).toContain("Resource 'cpus:-1' is invalid");
    expect(bench.master.core.agents.registered.size).toBe(0);
  });

  it("replaces a disconnected agent at the same address", () => {
    const bench = new Bench();
    bench.registerAgent();
    bench.step({ type: "exited", pid: AGENT_PID });
    bench.message("RegisterSlaveMessage", registration());
    expect([...bench.master.core.agents.registered.keys()]).toEqual(["m-S1"]);
    expect(bench.master.core.agents.byPid.get(AGENT_PID)?.id).toBe("m-S1");
  });
});

describe("an agent that died before it knew its id", () => {
  it("is another one when it registers again: what the first was told is lost", () => {
    const bench = new Bench();
    bench.registerAgent();
    const again = registration();
    bench.message("RegisterSlaveMessage", again);
    expect([...bench.master.core.agents.registered.keys()]).toEqual(["m-S0"]);
    const version = { value: new Uint8Array(16).fill(2) };
    bench.message("RegisterSlaveMessage", { ...again, resource_version_uuid: version });
    expect([...bench.master.core.agents.registered.keys()]).toEqual(["m-S1"]);
  });
});

describe("an agent that missed the answer to its registration", () => {
  it("tells all it has, for it has ignored what it was sent since", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    bench.subscribe().launch([task("t", agentId)]);
    bench.transcript();
    bench.message("RegisterSlaveMessage", registration());
    expect(bench.sent("SlaveRegisteredMessage")).toHaveLength(1);
    expect(bench.sent("PingSlaveMessage")).toEqual([{ connected: false }]);
    bench.advance(15_000);
    expect(bench.sent("PingSlaveMessage")).toEqual([{ connected: false }]);
    bench.reregisterAgent(agentId);
    expect(bench.sent("SlaveReregisteredMessage")).toMatchObject([
      { reconciliations: [{ statuses: [{ task_id: { value: "t" } }] }] },
    ]);
    bench.advance(15_000);
    expect(bench.sent("PingSlaveMessage")).toEqual([{ connected: true }]);
  });
});

describe("the health of an agent", () => {
  it("is asked for every 15 seconds", () => {
    const bench = new Bench();
    bench.registerAgent();
    for (let round = 0; round < 10; round++) {
      bench.advance(15_000);
      expect(bench.sent("PingSlaveMessage")).toEqual([{ connected: true }]);
      bench.message("PongSlaveMessage", {}, AGENT_PID, "slave-observer(1)");
    }
    expect(bench.master.core.agents.registered.size).toBe(1);
  });

  it("is given up after five missed pings: its tasks are unreachable", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    scheduler.launch([task("t", agentId)]);
    bench.advance(15_000);
    bench.advance(74_999);
    expect(bench.master.core.agents.registered.size).toBe(1);
    bench.advance(1);
    expect(bench.master.core.agents.registered.size).toBe(0);
    expect(scheduler.updates()).toEqual([
      ["t", "TASK_UNREACHABLE", "REASON_AGENT_REMOVED", "health check timed out"],
    ]);
    expect(scheduler.events().at(-1)).toEqual({
      type: "FAILURE",
      failure: { agent_id: { value: agentId } },
    });
  });
});

describe("when the system's clock is set", () => {
  it.each([-3_600_000, 3_600_000])("by %d ms, pings keep their distance", (byMs) => {
    const bench = new Bench();
    bench.registerAgent();
    let steadyMs = bench.nowMs;
    const skewed = (ms: number) => {
      steadyMs += ms;
      bench.nowMs = steadyMs + byMs;
      return bench.step({ type: "wake", steadyMs });
    };
    for (let round = 0; round < 10; round++) {
      skewed(14_999);
      expect(bench.sent("PingSlaveMessage")).toEqual([]);
      skewed(1);
      expect(bench.sent("PingSlaveMessage")).toEqual([{ connected: true }]);
      bench.step({
        type: "message",
        from: AGENT_PID,
        to: "slave-observer(1)",
        name: "mesos.internal.PongSlaveMessage",
        message: {},
        steadyMs,
      });
    }
    expect(bench.master.core.agents.registered.size).toBe(1);
  });
});

describe("an agent that loses its connection", () => {
  it("keeps the tasks of checkpointing frameworks and loses the others'", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const careful = bench.subscribe({ name: "careful", checkpoint: true });
    careful.launch([task("kept", agentId)]);
    const careless = bench.subscribe({ name: "careless" });
    bench.advance(1000);
    careless.launch([task("lost", agentId)]);
    bench.step({ type: "exited", pid: AGENT_PID });
    expect(careful.updates()).toEqual([]);
    expect(careless.updates()).toEqual([
      ["lost", "TASK_LOST", "REASON_AGENT_DISCONNECTED", "Agent host1 disconnected"],
    ]);
    bench.advance(1000);
    expect(bench.sent("PingSlaveMessage")).toEqual([]);
    bench.advance(15_000);
    expect(bench.sent("PingSlaveMessage")).toEqual([{ connected: false }]);
  });

  it("ends what was declared lost and runs nevertheless, and counts it until then", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    scheduler.launch([task("t", agentId)]);
    const [framework] = bench.master.core.frameworks.registered.values();
    const frameworkId = framework?.id ?? "";
    bench.update(agentId, frameworkId, "t", "TASK_RUNNING");
    const info = framework?.info;
    if (info === undefined) throw new Error("no framework");
    const running = framework?.tasks.get("t")?.message;
    bench.step({ type: "exited", pid: AGENT_PID });
    expect(framework?.tasks.size).toBe(0);
    bench.reregisterAgent(agentId, {
      frameworks: [info],
      ...(running === undefined ? {} : { tasks: [{ ...running, state: "TASK_RUNNING" }] }),
    });
    expect(bench.sent("KillTaskMessage")).toMatchObject([{ task_id: { value: "t" } }]);
    const used = () =>
      bench.master.core.agents.registered
        .get(agentId)
        ?.placements.get(info.id?.value ?? "")
        ?.used.milli("cpus");
    expect(used()).toBe(100);
    bench.update(agentId, frameworkId, "t", "TASK_KILLED", { uuid: 8 });
    expect(used()).toBe(0);
  });

  it("is unreachable when it does not come back in time", () => {
    const bench = new Bench({ agentPingTimeoutMs: 1e9 });
    bench.registerAgent();
    bench.step({ type: "exited", pid: AGENT_PID });
    bench.advance(599_999);
    expect(bench.master.core.agents.unreachable.size).toBe(0);
    bench.advance(1);
    expect([...bench.master.core.agents.unreachable.keys()]).toEqual(["m-S0"]);
    expect(bench.logs().join("\n")).toContain(
      "agent did not reregister within 10mins after disconnecting",
    );
  });

  it("goes on where it was when it comes back", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ checkpoint: true });
    scheduler.launch([task("t", agentId)]);
    const [known] = bench.master.core.frameworks.registered.get(scheduler.id)?.tasks.values() ?? [];
    bench.step({ type: "exited", pid: AGENT_PID });
    bench.reregisterAgent(agentId, {
      tasks: known === undefined ? [] : [known.message],
      frameworks: [bench.master.core.frameworks.registered.get(scheduler.id)?.info ?? never()],
    });
    expect(bench.transcript().slice(0, 3)).toEqual([
      `link ${AGENT_PID}`,
      `master -> ${AGENT_PID}: SlaveReregisteredMessage`,
      `master -> ${AGENT_PID}: UpdateFrameworkMessage`,
    ]);
    expect(bench.sent("UpdateFrameworkMessage")).toMatchObject([{ pid: "@0.0.0.0:0" }]);
    expect(bench.master.core.agents.registered.get(agentId)).toMatchObject({
      connected: true,
      active: true,
    });
  });

  it("is asked about tasks that it does not know any more", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ checkpoint: true });
    scheduler.launch([task("t", agentId)]);
    bench.step({ type: "exited", pid: AGENT_PID });
    bench.reregisterAgent(agentId);
    expect(bench.sent("SlaveReregisteredMessage")).toMatchObject([
      {
        reconciliations: [
          {
            framework_id: { value: scheduler.id },
            statuses: [
              { task_id: { value: "t" }, state: "TASK_STAGING", reason: "REASON_RECONCILIATION" },
            ],
          },
        ],
      },
    ]);
  });

  it("is told again of kills that it may have missed", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ checkpoint: true });
    scheduler.launch([task("t", agentId)]);
    const framework = bench.master.core.frameworks.registered.get(scheduler.id);
    const message = framework?.tasks.get("t")?.message ?? never();
    bench.step({ type: "exited", pid: AGENT_PID });
    scheduler.call("KILL", { task_id: { value: "t" } });
    expect(bench.sent("KillTaskMessage")).toEqual([]);
    bench.reregisterAgent(agentId, {
      tasks: [message],
      frameworks: [framework?.info ?? never()],
    });
    expect(bench.sent("KillTaskMessage")).toEqual([
      { framework_id: { value: scheduler.id }, task_id: { value: "t" } },
    ]);
  });
});

describe("an agent that comes back", () => {
  it("from another address is shut down", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    bench.reregisterAgent(agentId, {}, { pid: "slave(1)@10.9.9.9:5051" });
    expect(bench.sent("ShutdownMessage")).toEqual([
      { message: "Agent attempted to reregister with different IP / hostname" },
    ]);
  });

  it("after it was unreachable brings its tasks back", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    scheduler.launch([task("t", agentId)]);
    bench.update(agentId, scheduler.id, "t", "TASK_RUNNING");
    const framework = bench.master.core.frameworks.registered.get(scheduler.id);
    const message = { ...(framework?.tasks.get("t")?.message ?? never()) };
    bench.advance(90_000);
    expect(framework?.unreachableTasks.has("t")).toBe(true);

    bench.reregisterAgent(agentId, {
      tasks: [{ ...message, state: "TASK_RUNNING" }],
      frameworks: [framework?.info ?? never()],
    });
    expect(scheduler.updates()).toEqual([
      ["t", "TASK_RUNNING", "REASON_AGENT_REREGISTERED", "Unreachable agent re-reregistered"],
    ]);
    expect(framework?.unreachableTasks.has("t")).toBe(false);
    expect(framework?.tasks.has("t")).toBe(true);
    expect(bench.master.core.agents.unreachable.size).toBe(0);
  });

  it("never does once it is marked gone", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    scheduler.launch([task("t", agentId)]);
    const gone = {
      type: "MARK_AGENT_GONE",
      mark_agent_gone: { agent_id: { value: agentId } },
    } as const;
    expect(bench.operator(gone)).toEqual({ type: "ok" });
    expect(bench.sent("ShutdownMessage")).toEqual([{ message: "Agent has been marked gone" }]);
    expect(scheduler.updates()).toEqual([
      [
        "t",
        "TASK_GONE_BY_OPERATOR",
        "REASON_AGENT_REMOVED_BY_OPERATOR",
        "Agent has been marked gone",
      ],
    ]);
    expect(bench.operator(gone)).toEqual({ type: "ok" });
    bench.reregisterAgent(agentId);
    expect(bench.transcript()).toEqual([`master -> ${AGENT_PID}: ShutdownMessage`]);
  });

  it("after a failover of the master brings its frameworks back", () => {
    const bench = new Bench();
    const info = { user: "u", name: "old", id: { value: "old-0001" }, role: "*" };
    bench.reregisterAgent("old-S3", {
      frameworks: [info],
      tasks: [
        {
          name: "t",
          task_id: { value: "t" },
          framework_id: { value: "old-0001" },
          agent_id: { value: "old-S3" },
          state: "TASK_RUNNING",
          resources: [scalar("cpus", 1, { role: "*" })],
        },
      ],
    });
    const framework = bench.master.core.frameworks.registered.get("old-0001");
    expect(framework?.phase).toBe("recovered");
    expect(framework?.tasks.get("t")?.resources.toString()).toBe("cpus(allocated: *):1");

    const scheduler = bench.subscribe({ ...info, capabilities: [] });
    expect(scheduler.events().map(({ type }) => type)).toEqual([
      "SUBSCRIBED",
      "HEARTBEAT",
      "OFFERS",
    ]);
    expect(
      scheduler.offers()[0]?.resources?.find(({ name }) => name === "cpus")?.scalar?.value,
    ).toBe(3);
  });

  it.each([
    [0, 600_000],
    [1200, 1_200_000],
  ])("knows a framework with failover_timeout %d that stays away for %d ms", (seconds, ms) => {
    const bench = new Bench({ agentPingTimeoutMs: 1e9 });
    const info: FrameworkInfo = {
      user: "root",
      name: "gone",
      id: { value: "old-0001" },
      failover_timeout: seconds,
    };
    bench.reregisterAgent("old-S3", { frameworks: [info] });
    const { registered } = bench.master.core.frameworks;
    bench.advance(ms - 1);
    expect([...registered.keys()]).toEqual(["old-0001"]);
    bench.advance(1);
    expect(bench.sent("ShutdownFrameworkMessage")).toEqual([
      { framework_id: { value: "old-0001" } },
    ]);
    expect(registered.size).toBe(0);
  });
});

describe("an agent that leaves", () => {
  it("is removed with its tasks", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    scheduler.launch([task("t", agentId)]);
    bench.message("UnregisterSlaveMessage", { agent_id: { value: agentId } });
    expect(scheduler.updates()).toEqual([
      ["t", "TASK_LOST", "REASON_AGENT_REMOVED", "Agent host1 removed: the agent unregistered"],
    ]);
    bench.message("UnregisterSlaveMessage", { agent_id: { value: agentId } });
    expect(bench.logs().join()).toContain("Ignoring unregister agent message");
  });
});

function never(): never {
  throw new Error("not there");
}
