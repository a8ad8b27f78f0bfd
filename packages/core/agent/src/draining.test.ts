import { DrainConfig, decode } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { AgentEffect, ExitStatus, RecoveredAgent } from "./contract.ts";
import { drainedStatus } from "./drained-status.ts";
import {
  AGENT_ID,
  AgentBench,
  FRAMEWORK_ID,
  MASTER,
  only,
  recovered,
  sent,
  shown,
  statuses,
  taskInfo,
} from "./testing.ts";
import { operatorRead, stateJson } from "./views/index.ts";

const DRAIN_FILE = `slaves/${AGENT_ID}/drain.config`;
const TERMINATED: ExitStatus = {
  type: "signaled",
  number: 15,
  description: "Terminated",
  coreDumped: false,
};
const AWARE = { capabilities: [{ type: "TASK_KILLING_STATE" }, { type: "PARTITION_AWARE" }] };

/** An agent with a task that runs; the container's id. */
function running(
  options: { framework?: object; task?: object } = {},
): readonly [bench: AgentBench, containerId: string] {
  const bench = new AgentBench().registered();
  const effects = bench.runTask({ id: "t", ...options.task }, options.framework);
  const containerId = only(effects, "start-container")[0]?.spec.containerId ?? "";
  bench.deliver(bench.step({ type: "container-started", containerId, pid: 42 }));
  return [bench, containerId];
}

function drain(bench: AgentBench, drainConfig: DrainConfig = {}): AgentEffect[] {
  return bench.message("DrainSlaveMessage", { config: drainConfig });
}

const seconds = (value: number) => ({ nanoseconds: value * 1e9 });
const checkpoints = (effects: readonly AgentEffect[]) =>
  only(effects, "checkpoint").map(({ change }) => change);

describe("an agent that is told to drain", () => {
  it.each([
    ["neither says", undefined, undefined, 3000],
    ["the task's own is shorter", 1, 2, 1000],
    ["the task's own is longer", 10, 2, 2000],
    ["only the operator says", undefined, 5, 5000],
    ["only the task says", 4, undefined, 4000],
  ])("kills its tasks with the shorter grace period: %s", (_, own, longest, expectedMs) => {
    const task = own === undefined ? {} : { kill_policy: { grace_period: seconds(own) } };
    const [bench, containerId] = running({ task });
    const effects = drain(
      bench,
      longest === undefined ? {} : { max_grace_period: seconds(longest) },
    );
    expect(only(effects, "signal-container")).toMatchObject([{ containerId, signal: 15 }]);
    expect(only(bench.pass(expectedMs - 1), "destroy-container")).toEqual([]);
    expect(only(bench.pass(1), "destroy-container")).toMatchObject([{ containerId }]);
  });

  it.each([
    ["a framework", undefined, false, "TASK_KILLED"],
    [
      "one that is not partition-aware, of an agent that will be gone",
      undefined,
      true,
      "TASK_KILLED",
    ],
    ["one that is partition-aware", AWARE, false, "TASK_KILLED"],
    ["one that is, of an agent that will be gone", AWARE, true, "TASK_GONE_BY_OPERATOR"],
  ] as const)("tells %s why", (_, framework, mark_gone, state) => {
    const [bench, containerId] = running(framework === undefined ? {} : { framework });
    const killing = bench.deliver(drain(bench, { mark_gone }));
    const killed = bench.deliver(
      bench.step({ type: "container-exited", containerId, status: TERMINATED }),
    );
    expect([...killing, ...killed].map(shown)).toEqual([
      "TASK_KILLING/SOURCE_EXECUTOR/REASON_AGENT_DRAINING",
      `${state}/SOURCE_EXECUTOR/REASON_AGENT_DRAINING: Command terminated with signal Terminated`,
    ]);
  });

  it.each(["TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED", "TASK_FAILED", "TASK_LOST"] as const)(
    "leaves %s as it is",
    (state) => {
      const [bench] = running();
      drain(bench, { mark_gone: true });
      const status = { task_id: { value: "t" }, state };
      const info = {
        user: "root",
        name: "f",
        capabilities: [{ type: "PARTITION_AWARE" as const }],
      };
      expect(drainedStatus(bench.agent.context, info, status)).toBe(status);
    },
  );

  it("keeps that on disk until the last update is acknowledged", () => {
    const [bench, containerId] = running();
    const drainConfig = { max_grace_period: seconds(2), mark_gone: true };
    const [written] = checkpoints(drain(bench, drainConfig));
    expect(written).toMatchObject({ type: "message", path: DRAIN_FILE });
    expect(written?.type === "message" && decode(DrainConfig, written.bytes)).toEqual(drainConfig);
    bench.step({ type: "container-exited", containerId, status: TERMINATED });
    expect(bench.agent.context.draining?.config).toEqual(drainConfig);
    const last = bench.agent.context.frameworks.get(FRAMEWORK_ID)?.executors.get("t");
    const [killing, killed] = [...(last?.terminated.values() ?? [])].flatMap(
      ({ task }) => task.statuses?.slice(-2) ?? [],
    );
    if (killing === undefined || killed === undefined) throw new Error("two updates are missing");
    bench.acknowledge(killing);
    expect(checkpoints(bench.acknowledge(killed))).toContainEqual({
      type: "remove",
      path: DRAIN_FILE,
    });
    expect(bench.agent.context.draining).toBeUndefined();
  });

  it("has nothing to do when nothing runs", () => {
    const bench = new AgentBench().registered();
    expect(checkpoints(drain(bench))).toEqual([]);
    expect(bench.agent.context.draining).toBeUndefined();
  });

  it("obeys a second order in place of the first", () => {
    const [bench] = running();
    drain(bench, { max_grace_period: seconds(100) });
    bench.pass(500);
    drain(bench, { max_grace_period: seconds(1) });
    expect(only(bench.pass(499), "destroy-container")).toHaveLength(0);
    expect(only(bench.pass(1), "destroy-container")).toHaveLength(1);
  });

  it("does not begin to count again when it is told again", () => {
    const [bench] = running();
    drain(bench, { max_grace_period: seconds(1) });
    bench.pass(900);
    drain(bench, { max_grace_period: seconds(1) });
    expect(only(bench.pass(100), "destroy-container")).toHaveLength(1);
  });

  it("waits until it knows its id", () => {
    const bench = new AgentBench();
    bench.step({ type: "start", recovered: undefined });
    bench.step({ type: "master-detected", master: MASTER });
    expect(only(drain(bench), "log").map(({ text }) => text)).toEqual([]);
    const registered = bench.message("SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(only(registered, "log").map(({ text }) => text)).toContain(
      "Asked to drain; nothing runs here, so draining is already complete",
    );
  });

  it("shows it", () => {
    const [bench] = running();
    const extras = {
      version: { version: "1", build_date: "", build_time: 0, build_user: "" },
      flags: {},
      masterHostname: undefined,
    };
    const { context } = bench.agent;
    expect(JSON.parse(stateJson(context, extras))).not.toHaveProperty("drain_config");
    drain(bench, { max_grace_period: seconds(2), mark_gone: false });
    expect(JSON.parse(stateJson(context, extras))).toMatchObject({
      drain_config: { max_grace_period: { nanoseconds: 2e9 }, mark_gone: false },
      estimated_drain_start_time_seconds: 1,
    });
    const read = operatorRead(
      context,
      { type: "GET_AGENT" },
      { version: { version: "1" }, usageOf: () => undefined },
    );
    expect(read?.get_agent).toMatchObject({
      drain_config: { max_grace_period: { nanoseconds: 2e9 }, mark_gone: false },
      estimated_drain_start_time: { nanoseconds: 1e9 },
    });
  });
});

describe("a custom executor on a draining agent", () => {
  const EXECUTOR = "executor(1)@127.0.0.1:4000";
  const ids = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e" } };

  /** An agent whose executor has not registered yet. */
  function waiting(): AgentBench {
    const bench = new AgentBench().registered();
    const executor = { executor_id: { value: "e" }, command: { value: "./run" } };
    const effects = bench.runTask({ id: "t", command: undefined, executor: executor as never });
    const containerId = only(effects, "start-container")[0]?.spec.containerId ?? "";
    bench.step({ type: "container-started", containerId, pid: 42 });
    return bench;
  }

  it("is asked to kill its task, and what it says of it is told with the reason", () => {
    const bench = waiting();
    bench.message("RegisterExecutorMessage", ids, EXECUTOR);
    const kills = only(drain(bench, { max_grace_period: seconds(1) }), "send");
    expect(kills).toMatchObject([
      {
        to: EXECUTOR,
        name: "KillTaskMessage",
        message: { task_id: { value: "t" }, kill_policy: { grace_period: seconds(1) } },
      },
    ]);
    const update = { ...ids, status: { task_id: { value: "t" }, state: "TASK_KILLED" } };
    const uuid = new Uint8Array(16);
    const said = bench.message(
      "StatusUpdateMessage",
      { update: { ...update, timestamp: 1, uuid }, pid: EXECUTOR },
      EXECUTOR,
    );
    expect(statuses(said).map(shown)).toEqual([
      "TASK_KILLED/SOURCE_EXECUTOR/REASON_AGENT_DRAINING",
    ]);
  });

  it("never gets a task that still waited for it", () => {
    const bench = waiting();
    expect(statuses(drain(bench)).map(shown)).toEqual([
      "TASK_KILLED/SOURCE_AGENT/REASON_AGENT_DRAINING: A kill task request was received before the task was launched",
    ]);
    expect(sent(bench.message("RegisterExecutorMessage", ids, EXECUTOR))).toEqual([
      `ShutdownExecutorMessage to ${EXECUTOR}`,
    ]);
  });
});

describe("a launch for a draining agent", () => {
  const why = "Task was received while agent was already draining";

  it.each([
    [{}, "TASK_LOST"],
    [AWARE, "TASK_DROPPED"],
  ])("is dropped", (framework, state) => {
    const [bench] = running();
    drain(bench);
    const effects = bench.runTask({ id: "late" }, framework);
    expect(only(effects, "start-container")).toEqual([]);
    expect(bench.deliver(effects).map(shown)).toEqual([
      `${state}/SOURCE_AGENT/REASON_AGENT_DRAINING: ${why}`,
    ]);
  });

  it("of a group is dropped task by task, and the executor that it counted on is no more", () => {
    const [bench] = running();
    drain(bench);
    const effects = bench.message("RunTaskGroupMessage", {
      framework: { user: "root", name: "f", id: { value: FRAMEWORK_ID } },
      executor: { executor_id: { value: "group" }, type: "DEFAULT" },
      task_group: { tasks: [taskInfo({ id: "a" }), taskInfo({ id: "b" })] },
      launch_executor: true,
    });
    expect(statuses(effects).map(({ task_id, state }) => [task_id.value, state])).toEqual([
      ["a", "TASK_LOST"],
      ["b", "TASK_LOST"],
    ]);
    expect(only(effects, "send")).toContainEqual({
      type: "send",
      to: MASTER,
      name: "ExitedExecutorMessage",
      message: {
        agent_id: { value: AGENT_ID },
        framework_id: { value: FRAMEWORK_ID },
        executor_id: { value: "group" },
        status: -1,
      },
    });
  });

  it("that came twice does not contradict what the task is told", () => {
    const [bench] = running();
    drain(bench);
    expect(sent(bench.runTask({ id: "t" }))).toEqual([]);
    bench.runTask({ id: "late" });
    expect(sent(bench.runTask({ id: "late" }))).toEqual([]);
  });
});

describe("an agent that was draining when it went down", () => {
  const containerId = "c";
  const drained = (container: "running" | "killed"): RecoveredAgent =>
    recovered({
      drainConfig: { max_grace_period: seconds(1) },
      frameworks: [
        {
          info: { user: "root", name: "f", id: { value: FRAMEWORK_ID }, checkpoint: true },
          pid: undefined,
          executors: [
            {
              info: { executor_id: { value: "t" } },
              generatedForCommandTask: true,
              containerId: { value: containerId },
              completed: false,
              sandbox: "/w/sandbox",
              forkedPid: 42,
              libprocessPid: undefined,
              http: false,
              tasks: [
                {
                  info: {
                    name: "t",
                    task_id: { value: "t" },
                    framework_id: { value: FRAMEWORK_ID },
                    agent_id: { value: AGENT_ID },
                    state: container === "killed" ? "TASK_KILLING" : "TASK_RUNNING",
                  },
                  taskInfo: taskInfo({ id: "t" }),
                  nestedId: undefined,
                  updates: [],
                },
              ],
              containers: {
                [containerId]:
                  container === "running"
                    ? { type: "running", pid: 42 }
                    : { type: "exited", status: TERMINATED },
              },
            },
          ],
        },
      ],
    });

  it("goes on with it", () => {
    const bench = new AgentBench();
    const effects = bench.step({ type: "start", recovered: drained("running") });
    expect(only(effects, "signal-container")).toMatchObject([{ containerId, signal: 15 }]);
    expect(only(bench.pass(1000), "destroy-container")).toMatchObject([{ containerId }]);
  });

  it("tells what ended meanwhile, and is done with it", () => {
    const bench = new AgentBench();
    bench.step({ type: "start", recovered: drained("killed") });
    bench.step({ type: "master-detected", master: MASTER });
    const back = bench.pass(5000);
    expect(sent(back)).toContain("ReregisterSlaveMessage");
    const again = bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(bench.deliver(again).map(shown)).toEqual([
      "TASK_KILLED/SOURCE_EXECUTOR/REASON_AGENT_DRAINING: Command terminated with signal Terminated",
    ]);
    expect(bench.agent.context.draining).toBeUndefined();
  });
});
