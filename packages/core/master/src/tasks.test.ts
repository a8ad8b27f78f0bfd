import { describe, expect, it } from "vitest";
import { recording } from "./test-fixtures.ts";
import { AGENT_PID, Bench, type Scheduler, scalar, task } from "./test-harness.ts";

function running(config = {}) {
  const bench = new Bench(config);
  const agentId = bench.registerAgent();
  const scheduler = bench.subscribe({ checkpoint: true });
  scheduler.launch([task("t", agentId)]);
  return { bench, agentId, scheduler };
}

function acknowledge(scheduler: Scheduler, agentId: string, fill = 7) {
  return scheduler.call("ACKNOWLEDGE", {
    agent_id: { value: agentId },
    task_id: { value: "t" },
    uuid: new Uint8Array(16).fill(fill),
  });
}

describe("a status update", () => {
  it("goes to the scheduler with its UUID, and the acknowledgement back to the agent", () => {
    const { bench, agentId, scheduler } = running();
    bench.update(agentId, scheduler.id, "t", "TASK_RUNNING");
    const [event] = scheduler.events();
    expect(event?.update?.status).toMatchObject({
      task_id: { value: "t" },
      state: "TASK_RUNNING",
      agent_id: { value: agentId },
      executor_id: { value: "t" },
      uuid: new Uint8Array(16).fill(7),
    });
    acknowledge(scheduler, agentId);
    expect(bench.sent("StatusUpdateAcknowledgementMessage")).toEqual([
      {
        agent_id: { value: agentId },
        framework_id: { value: scheduler.id },
        task_id: { value: "t" },
        uuid: new Uint8Array(16).fill(7),
      },
    ]);
  });

  it("that ends the task frees its resources at once; the task stays until acknowledged", () => {
    const { bench, agentId, scheduler } = running();
    scheduler.call("DECLINE", { offer_ids: scheduler.held().map(({ id }) => id) });
    bench.update(agentId, scheduler.id, "t", "TASK_FINISHED");
    expect(scheduler.events().map(({ type }) => type)).toContain("UPDATE");
    const framework = bench.master.core.frameworks.registered.get(scheduler.id);
    const used = bench.master.core.agents.registered
      .get(agentId)
      ?.placements.get(scheduler.id)?.used;
    expect(used?.isEmpty).toBe(true);
    expect(framework?.tasks.has("t")).toBe(true);
    acknowledge(scheduler, agentId, 8);
    expect(framework?.tasks.has("t")).toBe(true);
    acknowledge(scheduler, agentId);
    expect(framework?.tasks.has("t")).toBe(false);
    expect([...(framework?.completedTasks ?? [])].map(({ id }) => id)).toEqual(["t"]);
  });

  it("that was overtaken by the task's end is still told in its order", () => {
    const { bench, agentId, scheduler } = running();
    bench.update(agentId, scheduler.id, "t", "TASK_RUNNING", { latest: "TASK_FINISHED" });
    const task_ = bench.master.core.frameworks.registered.get(scheduler.id)?.tasks.get("t");
    expect(task_?.message.state).toBe("TASK_FINISHED");
    expect(scheduler.updates()[0]?.[1]).toBe("TASK_RUNNING");
    // What the scheduler was told last is what reconciliation repeats.
    scheduler.call("RECONCILE", { tasks: [{ task_id: { value: "t" } }] });
    expect(scheduler.updates()[0]?.[1]).toBe("TASK_RUNNING");
  });

  it.each([
    ["an unknown agent", "m-S9", "from unknown agent m-S9"],
    ["an unknown framework", "m-S0", "for an unknown framework"],
  ])("from %s is dropped", (_what, agentId, why) => {
    const { bench } = running();
    bench.update(agentId, "m-0009", "t", "TASK_RUNNING");
    expect(bench.logs().join()).toContain(why);
    expect(bench.master.metrics(bench.nowMs)["master/invalid_status_updates"]).toBe(1);
  });

  it("for a disconnected framework counts, but is not sent", () => {
    const { bench, agentId, scheduler } = running();
    bench.step({ type: "stream-closed", streamId: scheduler.streamId });
    const again = bench.subscribe({ id: { value: scheduler.id }, failover_timeout: 60 });
    bench.step({ type: "stream-closed", streamId: again.streamId });
    bench.update(agentId, scheduler.id, "t", "TASK_RUNNING");
    expect(again.events()).toEqual([]);
  });

  it("that was acknowledged without having been sent is not passed on", () => {
    const { bench, agentId, scheduler } = running();
    acknowledge(scheduler, agentId);
    expect(bench.sent("StatusUpdateAcknowledgementMessage")).toEqual([]);
  });
});

describe("an executor", () => {
  const executor = {
    executor_id: { value: "e" },
    command: { value: "x" },
    resources: [scalar("cpus", 0.5)],
  };

  it("counts once for all its tasks, until it exits", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    const { command: _, ...plain } = task("t1", agentId);
    scheduler.launch([
      { ...plain, executor },
      { ...plain, task_id: { value: "t2" }, executor },
    ]);
    expect(
      bench.sent<{ launch_executor: boolean }>("RunTaskMessage").map((one) => one.launch_executor),
    ).toEqual([true, false]);
    const agent = bench.master.core.agents.registered.get(agentId);
    expect(agent?.placements.get(scheduler.id)?.used.scalar("cpus")).toBe(0.7);
    const exited = {
      agent_id: { value: agentId },
      framework_id: { value: scheduler.id },
      executor_id: { value: "e" },
      status: 9,
    };
    bench.message("ExitedExecutorMessage", exited);
    expect(scheduler.events()[0]).toEqual({
      type: "FAILURE",
      failure: { agent_id: { value: agentId }, executor_id: { value: "e" }, status: 9 },
    });
    expect(agent?.placements.get(scheduler.id)?.used.scalar("cpus")).toBe(0.2);
    bench.message("ExitedExecutorMessage", exited);
    expect(scheduler.events()).toEqual([]);
  });

  it("must be the same as the one that is there", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    const { command: _, ...plain } = task("t1", agentId);
    const other = { ...executor, command: { value: "y" } };
    scheduler.launch([
      { ...plain, executor },
      { ...plain, task_id: { value: "t2" }, executor: other },
    ]);
    expect(scheduler.updates()[0]?.[3]).toContain(
      "ExecutorInfo is not compatible with existing ExecutorInfo with same ExecutorID.",
    );
  });

  it("and its scheduler exchange messages through the agent", () => {
    const { bench, agentId, scheduler } = running();
    const data = new Uint8Array([1, 2]);
    const ids = { agent_id: { value: agentId }, executor_id: { value: "e" } };
    scheduler.call("MESSAGE", { ...ids, data });
    expect(bench.sent("FrameworkToExecutorMessage")).toEqual([
      { ...ids, framework_id: { value: scheduler.id }, data },
    ]);
    bench.message("ExecutorToFrameworkMessage", {
      ...ids,
      framework_id: { value: scheduler.id },
      data,
    });
    expect(scheduler.events()).toEqual([{ type: "MESSAGE", message: { ...ids, data } }]);
    scheduler.call("SHUTDOWN", ids);
    expect(bench.sent("ShutdownExecutorMessage")).toEqual([
      { executor_id: { value: "e" }, framework_id: { value: scheduler.id } },
    ]);
  });
});

describe("KILL", () => {
  it("is passed to the agent with its policy", () => {
    const { bench, agentId, scheduler } = running();
    const kill_policy = { grace_period: { nanoseconds: 1 } };
    scheduler.call("KILL", { task_id: { value: "t" }, kill_policy });
    expect(bench.sent("KillTaskMessage")).toEqual([
      { framework_id: { value: scheduler.id }, task_id: { value: "t" }, kill_policy },
    ]);
    scheduler.call("KILL", { task_id: { value: "t" }, agent_id: { value: "other" } });
    expect(bench.sent("KillTaskMessage")).toEqual([]);
    expect(agentId).toBe("m-S0");
  });

  it("of a task nobody knows is answered by reconciliation", () => {
    const { agentId, scheduler } = running();
    scheduler.call("KILL", { task_id: { value: "x" }, agent_id: { value: agentId } });
    expect(scheduler.updates()).toEqual([
      ["x", "TASK_GONE", "REASON_RECONCILIATION", "Reconciliation: Task is unknown to the agent"],
    ]);
  });
});

describe("reconciliation", () => {
  it.each([
    ["t", "m-S0", "TASK_STAGING", "Reconciliation: Latest task state"],
    ["x", "m-S0", "TASK_GONE", "Reconciliation: Task is unknown to the agent"],
    ["x", "m-S1", "TASK_UNREACHABLE", "Reconciliation: Task is unreachable"],
    ["x", "m-S2", "TASK_GONE_BY_OPERATOR", "Reconciliation: Task is gone"],
    ["x", "m-S9", "TASK_UNKNOWN", "Reconciliation: Task is unknown"],
    ["x", undefined, "TASK_UNKNOWN", "Reconciliation: Task is unknown"],
  ])("of %s on %s says %s", (id, agent, state, message) => {
    const { bench, scheduler } = running();
    bench.master.core.agents.unreachable.set("m-S1", bench.nowMs);
    bench.master.core.agents.gone.set("m-S2", bench.nowMs);
    const agent_id = agent === undefined ? undefined : { value: agent };
    scheduler.call("RECONCILE", { tasks: [{ task_id: { value: id }, agent_id }] });
    expect(scheduler.updates()).toEqual([[id, state, "REASON_RECONCILIATION", message]]);
  });

  it("says nothing of agents that are still to come back", () => {
    const info = { hostname: "h", id: { value: "old-S0" } };
    const bench = new Bench({}, { agents: { agents: [{ info }] } });
    const scheduler = bench.subscribe();
    scheduler.call("RECONCILE", { tasks: [{ task_id: { value: "x" } }] });
    expect(scheduler.updates()).toEqual([]);
    bench.advance(600_000);
    expect(bench.master.core.agents.unreachable.has("old-S0")).toBe(true);
    expect(scheduler.events().at(-1)).toEqual({
      type: "FAILURE",
      failure: { agent_id: { value: "old-S0" } },
    });
    scheduler.call("RECONCILE", { tasks: [{ task_id: { value: "x" } }] });
    expect(scheduler.updates()).toHaveLength(1);
  });
});

describe("metrics", () => {
  it("are all that Apache Mesos has of the master", () => {
    // What waits in queues is the program's to say.
    const keys = (name: string) =>
      Object.keys(recording<{ json: object }>(`http/${name}.json`).json).filter(
        (key) => key.startsWith("master/") && !key.startsWith("master/event_queue_"),
      );
    const ours = new Set(Object.keys(new Bench().master.metrics(0)));
    expect(keys("master_get_metrics").filter((key) => !ours.has(key))).toEqual([]);

    const { bench, scheduler } = running();
    const framework = new Set(Object.keys(bench.master.metrics(bench.nowMs)));
    const recorded = keys("master_get_metrics_after")
      .filter((key) => key.startsWith("master/frameworks/"))
      .map((key) => key.split("/").slice(4).join("/"));
    const prefix = `master/frameworks/f/${scheduler.id}`;
    expect(recorded.filter((key) => !framework.has(`${prefix}/${key}`))).toEqual([]);
  });

  it("count what happened and gauge what is", () => {
    const { bench, agentId, scheduler } = running();
    bench.update(agentId, scheduler.id, "t", "TASK_RUNNING");
    expect(bench.master.metrics(bench.nowMs + 2000)).toMatchObject({
      "master/elected": 1,
      "master/uptime_secs": 2,
      "master/slaves_active": 1,
      "master/frameworks_connected": 1,
      "master/tasks_running": 1,
      "master/cpus_total": 4,
      "master/cpus_used": 0.1,
      "master/cpus_percent": 0.025,
      "master/messages_launch_tasks": 1,
      [`master/frameworks/f/${scheduler.id}/tasks/active/task_running`]: 1,
      [`master/frameworks/f/${scheduler.id}/calls/accept`]: 1,
      [`master/frameworks/f/${scheduler.id}/operations/launch`]: 1,
      [`master/frameworks/f/${scheduler.id}/roles/dev/suppressed`]: 0,
    });
    bench.message("UnregisterSlaveMessage", { agent_id: { value: agentId } }, AGENT_PID);
    const after = bench.master.metrics(bench.nowMs);
    expect(after["master/tasks_lost"]).toBe(1);
    expect(after["master/task_lost/source_master/reason_agent_removed"]).toBe(1);
    expect(after["master/slave_removals/reason_unregistered"]).toBe(1);
  });
});
