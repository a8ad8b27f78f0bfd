import { describe, expect, it } from "vitest";
import type { AgentEffect, ExitStatus } from "./contract.ts";
import { AGENT_ID, AgentBench, FRAMEWORK_ID, MASTER, only, sent, shown } from "./testing.ts";

const exited = (code: number): ExitStatus => ({ type: "exited", code });
const terminated: ExitStatus = {
  type: "signaled",
  number: 15,
  description: "Terminated",
  coreDumped: false,
};

function startedContainer(effects: readonly AgentEffect[]): string {
  const [start] = only(effects, "start-container");
  if (start === undefined) throw new Error("no container was started");
  return start.spec.containerId;
}

describe("registration", () => {
  it("registers at once, keeps its identity, and tells its resource version", () => {
    const bench = new AgentBench();
    bench.step({ type: "start", recovered: undefined });
    const detected = bench.step({ type: "master-detected", master: MASTER });
    expect(sent(detected)).toEqual(["RegisterSlaveMessage"]);
    const registered = bench.message("SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(sent(registered)).toEqual(["UpdateSlaveMessage"]);
    expect(only(registered, "checkpoint").map(({ change }) => change.path)).toEqual([
      `slaves/${AGENT_ID}/slave.info`,
      "slaves/latest",
    ]);
  });

  it("repeats itself with growing patience until it is answered", () => {
    const bench = new AgentBench();
    bench.step({ type: "start", recovered: undefined });
    bench.step({ type: "master-detected", master: MASTER });
    expect(sent(bench.pass(60_000)).length).toBeGreaterThan(3);
    expect(sent(bench.pass(600_000)).length).toBeLessThan(25);
  });

  it("answers pings, and registers again when pings stop or deny it", () => {
    const bench = new AgentBench().registered();
    expect(sent(bench.message("PingSlaveMessage", { connected: true }))).toEqual([
      "PongSlaveMessage",
    ]);
    bench.message("PingSlaveMessage", { connected: false });
    expect(sent(bench.pass(3000))).toContain("ReregisterSlaveMessage");
    bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(sent(bench.pass(74_000))).toEqual([]);
    expect(sent(bench.pass(5_000))).toContain("ReregisterSlaveMessage");
  });
});

describe("a command task", () => {
  it("runs, finishes, and is forgotten when its last update is acknowledged", () => {
    const bench = new AgentBench().registered();
    const id = startedContainer(bench.runTask({ id: "t" }));
    const started = bench.step({ type: "container-started", containerId: id, pid: 42 });
    expect(bench.deliver(started).map(shown)).toEqual([
      "TASK_STARTING/SOURCE_EXECUTOR",
      "TASK_RUNNING/SOURCE_EXECUTOR",
    ]);
    const ended = bench.step({ type: "container-exited", containerId: id, status: exited(0) });
    const [last] = bench.deliver(ended);
    expect(last && shown(last)).toBe("TASK_FINISHED/SOURCE_EXECUTOR: Command exited with status 0");
    expect(last?.container_status).toEqual({
      container_id: { value: id },
      network_infos: [{ ip_addresses: [{ ip_address: "127.0.0.1" }] }],
      executor_pid: 42,
    });
    expect(bench.agent.context.frameworks.size).toBe(0);
    expect(bench.agent.context.completedFrameworks).toHaveLength(1);
  });

  it.each<[string, ExitStatus, string]>([
    ["a failure", exited(3), "TASK_FAILED/SOURCE_EXECUTOR: Command exited with status 3"],
    [
      "a signal",
      { type: "signaled", number: 9, description: "Killed", coreDumped: false },
      "TASK_FAILED/SOURCE_EXECUTOR: Command terminated with signal Killed",
    ],
    [
      "an end that nobody saw",
      { type: "unknown" },
      "TASK_FAILED/SOURCE_AGENT/REASON_EXECUTOR_TERMINATED: Executor terminated",
    ],
  ])("reports %s", (_, status, text) => {
    const bench = new AgentBench().registered();
    const id = startedContainer(bench.runTask({ id: "t" }));
    bench.deliver(bench.step({ type: "container-started", containerId: id, pid: 42 }));
    const updates = bench.deliver(
      bench.step({ type: "container-exited", containerId: id, status }),
    );
    expect(updates.map(shown)).toEqual([text]);
  });

  it("fails with the fetcher's words when it cannot be launched", () => {
    const bench = new AgentBench().registered();
    const id = startedContainer(bench.runTask({ id: "t" }));
    const failed = bench.step({ type: "container-failed", containerId: id, reason: "no such URI" });
    expect(bench.deliver(failed).map(shown)).toEqual([
      "TASK_FAILED/SOURCE_AGENT/REASON_CONTAINER_LAUNCH_FAILED: Failed to launch container: no such URI",
    ]);
  });

  it("is asked to end, then made to", () => {
    const bench = new AgentBench().registered();
    const id = startedContainer(bench.runTask({ id: "t" }));
    bench.deliver(bench.step({ type: "container-started", containerId: id, pid: 42 }));
    const kill = bench.message("KillTaskMessage", {
      framework_id: { value: FRAMEWORK_ID },
      task_id: { value: "t" },
    });
    expect(only(kill, "signal-container")).toMatchObject([{ signal: 15 }]);
    expect(bench.deliver(kill).map(shown)).toEqual(["TASK_KILLING/SOURCE_EXECUTOR"]);
    expect(only(bench.pass(2999), "destroy-container")).toEqual([]);
    expect(only(bench.pass(1), "destroy-container")).toHaveLength(1);
    const ended = bench.step({ type: "container-exited", containerId: id, status: terminated });
    expect(bench.deliver(ended).map(shown)).toEqual([
      "TASK_KILLED/SOURCE_EXECUTOR: Command terminated with signal Terminated",
    ]);
  });

  it("is killed when its time is over", () => {
    const bench = new AgentBench().registered();
    const task = { id: "t", max_completion_time: { nanoseconds: 1e9 } };
    const id = startedContainer(bench.runTask(task));
    bench.deliver(bench.step({ type: "container-started", containerId: id, pid: 42 }));
    const late = bench.pass(1000);
    expect(only(late, "signal-container")).toHaveLength(1);
    bench.deliver(late);
    const ended = bench.step({ type: "container-exited", containerId: id, status: terminated });
    expect(bench.deliver(ended).at(-1)?.reason).toBe("REASON_MAX_COMPLETION_TIME_REACHED");
  });

  it("is killed after failing its health check as often as allowed", () => {
    const bench = new AgentBench().registered();
    const id = startedContainer(
      bench.runTask({
        id: "t",
        health_check: {
          type: "COMMAND",
          command: { value: "exit 1" },
          delay_seconds: 0,
          interval_seconds: 0.5,
          consecutive_failures: 2,
          grace_period_seconds: 0,
        },
      }),
    );
    const first = bench.step({ type: "container-started", containerId: id, pid: 42 });
    const seen = bench.deliver(first);
    let effects = [...first, ...bench.pass(0)];
    for (let i = 0; i < 2; i++) {
      const [probe] = only(effects, "probe");
      const probeId = probe?.probeId ?? -1;
      effects = bench.step({
        type: "probe-done",
        probeId,
        outcome: { type: "command", exitCode: 1 },
      });
      seen.push(...bench.deliver(effects));
      effects = bench.pass(500);
    }
    const ended = bench.step({ type: "container-exited", containerId: id, status: terminated });
    seen.push(...bench.deliver(ended));
    expect(seen.map(shown)).toEqual([
      "TASK_STARTING/SOURCE_EXECUTOR",
      "TASK_RUNNING/SOURCE_EXECUTOR",
      "TASK_RUNNING/SOURCE_EXECUTOR/REASON_TASK_HEALTH_CHECK_STATUS_UPDATED healthy=false",
      "TASK_RUNNING/SOURCE_EXECUTOR/REASON_TASK_HEALTH_CHECK_STATUS_UPDATED healthy=false",
      "TASK_KILLING/SOURCE_EXECUTOR",
      "TASK_KILLED/SOURCE_EXECUTOR healthy=false: Command terminated with signal Terminated",
    ]);
  });
});

describe("status updates", () => {
  it("are repeated with growing patience until acknowledged, one at a time", () => {
    const bench = new AgentBench().registered();
    const id = startedContainer(bench.runTask({ id: "t" }));
    const started = bench.step({ type: "container-started", containerId: id, pid: 42 });
    expect(sent(started)).toEqual(["StatusUpdateMessage"]);
    expect(sent(bench.pass(9_999))).toEqual([]);
    expect(sent(bench.pass(1))).toEqual(["StatusUpdateMessage"]);
    expect(sent(bench.pass(19_999))).toEqual([]);
    expect(sent(bench.pass(1))).toEqual(["StatusUpdateMessage"]);
  });

  it("are on disk before they leave, and acknowledgements before the next", () => {
    const bench = new AgentBench().registered();
    const id = startedContainer(bench.runTask({ id: "t" }, { checkpoint: true }));
    const started = bench.step({ type: "container-started", containerId: id, pid: 42 });
    const order = started
      .filter(({ type }) => type === "checkpoint" || type === "send")
      .map((effect) => (effect.type === "checkpoint" ? effect.change.type : effect.type));
    expect(order).toEqual(["text", "append", "send", "append"]);
  });
});

describe("a custom executor over libprocess", () => {
  const EXECUTOR = "executor(1)@127.0.0.1:4000";

  function running(): { bench: AgentBench; id: string } {
    const bench = new AgentBench().registered();
    const executor = { executor_id: { value: "e" }, command: { value: "./run" } };
    const id = startedContainer(
      bench.runTask({ id: "t", command: undefined, executor: executor as never }),
    );
    bench.step({ type: "container-started", containerId: id, pid: 42 });
    const registered = bench.message(
      "RegisterExecutorMessage",
      { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e" } },
      EXECUTOR,
    );
    expect(sent(registered)).toEqual([
      `ExecutorRegisteredMessage to ${EXECUTOR}`,
      `RunTaskMessage to ${EXECUTOR}`,
    ]);
    return { bench, id };
  }

  it("gets its task, and its updates are kept and acknowledged", () => {
    const { bench } = running();
    const update = bench.message(
      "StatusUpdateMessage",
      {
        update: {
          framework_id: { value: FRAMEWORK_ID },
          executor_id: { value: "e" },
          status: { task_id: { value: "t" }, state: "TASK_RUNNING" },
          timestamp: 1,
          uuid: new Uint8Array(16),
        },
        pid: EXECUTOR,
      },
      EXECUTOR,
    );
    expect(sent(update)).toEqual([
      "StatusUpdateMessage",
      `StatusUpdateAcknowledgementMessage to ${EXECUTOR}`,
    ]);
  });

  it("ends, and the master and the scheduler hear why", () => {
    const { bench, id } = running();
    const status: ExitStatus = {
      type: "signaled",
      number: 9,
      description: "Killed",
      coreDumped: false,
    };
    const ended = bench.step({ type: "container-exited", containerId: id, status });
    expect(sent(ended)).toEqual(["StatusUpdateMessage", "ExitedExecutorMessage"]);
    expect(only(ended, "send")[1]?.message).toMatchObject({ status: 9 });
  });

  it("is ended when it does not register in time", () => {
    const bench = new AgentBench().registered();
    const executor = { executor_id: { value: "e" }, command: { value: "./run" } };
    const id = startedContainer(
      bench.runTask({ id: "t", command: undefined, executor: executor as never }),
    );
    expect(only(bench.pass(60_000), "destroy-container")).toHaveLength(1);
    const ended = bench.step({ type: "container-exited", containerId: id, status: terminated });
    expect(bench.deliver(ended).map(shown)).toEqual([
      "TASK_FAILED/SOURCE_AGENT/REASON_EXECUTOR_REGISTRATION_TIMEOUT: Executor did not register within 60secs",
    ]);
  });
});

describe("a task group", () => {
  function group(): { bench: AgentBench; ids: string[] } {
    const bench = new AgentBench().registered();
    const tasks = ["a", "b"].map((id) => ({
      name: id,
      task_id: { value: id },
      agent_id: { value: AGENT_ID },
      command: { value: "sleep 1" },
    }));
    const effects = bench.message("RunTaskGroupMessage", {
      framework: { user: "root", name: "f", id: { value: FRAMEWORK_ID } },
      executor: { executor_id: { value: "pod" }, type: "DEFAULT" },
      task_group: { tasks },
    });
    const ids = only(effects, "start-container").map(({ spec }) => spec.containerId);
    return { bench, ids };
  }

  it("ends its executor a second after its last task", () => {
    const { bench, ids } = group();
    for (const id of ids) {
      bench.deliver(bench.step({ type: "container-started", containerId: id, pid: 7 }));
    }
    for (const id of ids) {
      bench.deliver(bench.step({ type: "container-exited", containerId: id, status: exited(0) }));
    }
    expect(sent(bench.pass(999))).toEqual([]);
    const ended = bench.pass(1);
    expect(sent(ended)).toEqual(["ExitedExecutorMessage"]);
    expect(only(ended, "send")[0]?.message).toMatchObject({ status: 0 });
  });

  it("dies together", () => {
    const { bench, ids } = group();
    for (const id of ids) {
      bench.deliver(bench.step({ type: "container-started", containerId: id, pid: 7 }));
    }
    const failed = bench.step({
      type: "container-exited",
      containerId: ids[0] ?? "",
      status: exited(1),
    });
    expect(only(failed, "signal-container")).toMatchObject([{ containerId: ids[1], signal: 15 }]);
  });
});

it("drops what it does not know, and goes on", () => {
  const bench = new AgentBench().registered();
  for (const name of ["KillTaskMessage", "ShutdownFrameworkMessage", "UpdateFrameworkMessage"]) {
    bench.message(name, { framework_id: { value: "x" }, task_id: { value: "y" } });
  }
  expect(only(bench.message("NopeMessage", {}), "log")[0]?.text).toContain("NopeMessage");
});

it("unregisters and ends on request", () => {
  const bench = new AgentBench().registered();
  const effects = bench.step({ type: "unregister-requested" });
  expect(sent(effects)).toEqual(["UnregisterSlaveMessage"]);
  expect(only(effects, "exit")).toMatchObject([{ code: 0 }]);
});

describe("a framework that is shut down", () => {
  it("is gone at once when only an acknowledgement of it was missing", () => {
    const bench = new AgentBench().registered();
    const containerId = startedContainer(bench.runTask({ id: "t" }));
    bench.deliver(bench.step({ type: "container-started", containerId, pid: 42 }));
    bench.step({ type: "container-exited", containerId, status: exited(0) });
    expect([...bench.agent.context.frameworks.keys()]).toEqual([FRAMEWORK_ID]);
    bench.message("ShutdownFrameworkMessage", { framework_id: { value: FRAMEWORK_ID } });
    expect([...bench.agent.context.frameworks.keys()]).toEqual([]);
    expect(bench.agent.context.completedFrameworks).toHaveLength(1);
  });
});
