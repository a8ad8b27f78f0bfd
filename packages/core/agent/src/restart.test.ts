/** An agent that starts again: with other flags, after a reboot, with executors that are late. */
import { AgentInfo, decode, type internal, type Task } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { AgentConfig, AgentEffect, RecoveredAgent, RecoveredExecutor } from "./contract.ts";
import {
  AGENT_ID,
  AgentBench,
  config,
  FRAMEWORK_ID,
  MASTER,
  only,
  recovered,
  sent,
  shown,
  statuses,
} from "./testing.ts";

const CONTAINER = "2c21fe35-c28e-4490-822a-bb1a0d3c9d2e";
const EXECUTOR_PID = "executor(1)@10.0.0.1:40000";
const INFO_FILE = `slaves/${AGENT_ID}/slave.info`;
const scalar = (name: string, value: number) =>
  ({ name, type: "SCALAR", scalar: { value } }) as const;

const running: Task = {
  name: "t",
  task_id: { value: "t" },
  framework_id: { value: FRAMEWORK_ID },
  executor_id: { value: "e" },
  agent_id: { value: AGENT_ID },
  state: "TASK_RUNNING",
  resources: [scalar("cpus", 1)],
};

/** An executor of a framework's own with a task, as a libprocess one unless told otherwise. */
function executor(more: Partial<RecoveredExecutor> = {}): RecoveredAgent["frameworks"] {
  return [
    {
      info: { user: "root", name: "f", id: { value: FRAMEWORK_ID }, checkpoint: true },
      pid: undefined,
      executors: [
        {
          info: {
            type: "CUSTOM",
            executor_id: { value: "e" },
            framework_id: { value: FRAMEWORK_ID },
            command: { value: "run" },
          },
          generatedForCommandTask: false,
          containerId: { value: CONTAINER },
          completed: false,
          sandbox: "/w/sandbox",
          forkedPid: 42,
          libprocessPid: EXECUTOR_PID,
          http: false,
          tasks: [{ info: running, taskInfo: undefined, updates: [], nestedId: undefined }],
          containers: { [CONTAINER]: { type: "running", pid: 42 } },
          ...more,
        },
      ],
    },
  ];
}

function restarted(
  state: RecoveredAgent,
  overrides: Partial<AgentConfig> = {},
): readonly [bench: AgentBench, effects: AgentEffect[]] {
  const bench = new AgentBench(overrides);
  bench.step({ type: "master-detected", master: MASTER });
  const effects = bench.step({ type: "start", recovered: state });
  return [bench, [...effects, ...bench.pass(0)]];
}

function registration(effects: readonly AgentEffect[]) {
  return only(effects, "send").find(({ name }) => name.endsWith("egisterSlaveMessage"));
}

function files(effects: readonly AgentEffect[]): string[] {
  return only(effects, "checkpoint").map(({ change }) => `${change.type} ${change.path}`);
}

const more = { info: { ...config.info, resources: [scalar("cpus", 8), scalar("mem", 8192)] } };
const before = { ...config.info, id: { value: AGENT_ID }, resources: [scalar("cpus", 4)] };

describe("an agent with more resources than it had", () => {
  it("does not start, and is told how it could", () => {
    const [, effects] = restarted(recovered({ info: before }), more);
    const [exit] = only(effects, "exit");
    expect(exit?.code).toBe(1);
    expect(exit?.text).toMatch(
      /^Failed to perform recovery: Incompatible agent info detected. The resources are 'cpus:8; mem:8192' and were 'cpus:4'\./,
    );
    expect(exit?.text).toContain(
      [
        "`--reconfiguration_policy` flag to a more permissive value.",
        "",
        "To restart this agent with a new agent id instead, do as follows:",
        "rm -f /w/meta/slaves/latest",
      ].join("\n"),
    );
    expect(registration(effects)).toBeUndefined();
  });

  it("keeps its id under the additive policy, and writes them down once the master knows", () => {
    const additive = { ...more, reconfigurationPolicy: "additive" } as const;
    const [bench, effects] = restarted(recovered({ info: before }), additive);
    const message = registration(effects)?.message as internal.ReregisterSlaveMessage;
    expect(message.agent.id).toEqual({ value: AGENT_ID });
    expect(message.agent.resources?.map(({ scalar: held }) => held?.value)).toEqual([8, 8192]);
    expect(files(effects)).not.toContain(`message ${INFO_FILE}`);
    const connected = bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    const [written] = only(connected, "checkpoint").map(({ change }) => change);
    expect(written).toMatchObject({ type: "message", path: INFO_FILE });
    if (written?.type !== "message") throw new Error("no message was written");
    const info = decode(AgentInfo, written.bytes);
    expect(info.resources?.map(({ scalar: held }) => held?.value)).toEqual([8, 8192]);
    const again = bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(files(again)).toEqual([]);
  });

  it.each([
    [["AGENT_UPDATE"], []],
    [["AGENT_DRAINING"], [expect.stringContaining("lacks the AGENT_UPDATE capability")]],
    [undefined, []],
  ])("asks for a master that takes such changes: with %j", (capabilities, exits) => {
    const bench = new AgentBench({ ...more, reconfigurationPolicy: "additive" });
    const known = capabilities === undefined ? {} : { capabilities: new Set(capabilities) };
    bench.step({ type: "master-detected", master: MASTER, ...known });
    const effects = bench.step({ type: "start", recovered: recovered({ info: before }) });
    expect(only(effects, "exit").map(({ text }) => text)).toEqual(exits);
    expect(registration([...effects, ...bench.pass(0)]) === undefined).toBe(exits.length > 0);
  });

  it("starts as a new one after a reboot, and leaves the old one to the collector", () => {
    const [bench, effects] = restarted(
      recovered({ info: before, rebooted: true, frameworks: executor() }),
      more,
    );
    expect(sent(effects)).toEqual(["RegisterSlaveMessage"]);
    expect(files(effects)).toEqual(["remove slaves/latest"]);
    expect(
      only(effects, "log")
        .map(({ text }) => text)
        .join(),
    ).toContain(
      "Falling back to recover as a new agent due to error: Incompatible agent info detected.",
    );
    expect(bench.agent.context.frameworks.size).toBe(0);
  });
});

describe("an agent after a reboot", () => {
  it("keeps its id; what ran is told to have ended", () => {
    const [bench, effects] = restarted(recovered({ rebooted: true, frameworks: executor() }));
    expect(sent(effects)).toEqual(["ExitedExecutorMessage", "ReregisterSlaveMessage"]);
    expect(statuses(reregistered(bench)).map(shown)).toEqual([
      "TASK_FAILED/SOURCE_AGENT/REASON_EXECUTOR_TERMINATED: Abnormal executor termination: unknown container",
    ]);
  });
});

describe("an executor that is late", () => {
  const libprocess = executor();
  const http = executor({ libprocessPid: undefined, http: true });
  const IDS = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e" } };
  const [framework] = libprocess;
  const aware = [
    {
      ...framework,
      info: { ...framework?.info, capabilities: [{ type: "PARTITION_AWARE" }] },
    },
  ] as typeof libprocess;

  it.each([
    ["of libprocess, is TASK_LOST", libprocess, "TASK_LOST"],
    ["of HTTP, is TASK_LOST", http, "TASK_LOST"],
    ["of a partition-aware framework, is TASK_GONE", aware, "TASK_GONE"],
  ])("%s once it is killed", (_, frameworks, state) => {
    const [bench] = restarted(recovered({ frameworks }));
    const given = bench.pass(config.executorReregistrationTimeoutMs);
    expect(only(given, "destroy-container").map(({ containerId }) => containerId)).toEqual([
      CONTAINER,
    ]);
    expect(sent(given)).toEqual(["ReregisterSlaveMessage"]);
    reregistered(bench);
    const status = {
      type: "signaled",
      number: 9,
      description: "Killed",
      coreDumped: false,
    } as const;
    const ended = bench.step({ type: "container-exited", containerId: CONTAINER, status });
    expect(statuses(ended).map(shown)).toEqual([
      `${state}/SOURCE_AGENT/REASON_EXECUTOR_REREGISTRATION_TIMEOUT: Executor did not reregister within 2secs`,
    ]);
  });

  it("is not waited for when its process is gone", () => {
    const [bench, start] = restarted(recovered({ frameworks: executor({ containers: {} }) }));
    expect(sent(start)).toEqual(["ExitedExecutorMessage", "ReregisterSlaveMessage"]);
    expect(statuses(reregistered(bench)).map(shown)).toEqual([
      "TASK_FAILED/SOURCE_AGENT/REASON_EXECUTOR_TERMINATED: Executor terminated",
    ]);
  });

  it("of libprocess, is told to shut down when it comes after all", () => {
    const [bench] = restarted(recovered({ frameworks: libprocess }));
    bench.pass(config.executorReregistrationTimeoutMs);
    const late = bench.message("ReregisterExecutorMessage", IDS, EXECUTOR_PID);
    expect(sent(late)).toEqual([`ShutdownExecutorMessage to ${EXECUTOR_PID}`]);
  });

  it("of HTTP, is told to shut down when it comes after all", () => {
    const [bench] = restarted(recovered({ frameworks: http }));
    bench.pass(config.executorReregistrationTimeoutMs);
    expect(only(subscribe(bench), "executor-event").map(({ event }) => event.type)).toEqual([
      "SHUTDOWN",
    ]);
  });

  it.each([
    [
      "of libprocess",
      libprocess,
      (bench: AgentBench) => bench.message("ReregisterExecutorMessage", IDS, EXECUTOR_PID),
    ],
    ["of HTTP", http, subscribe],
  ])("%s, is waited for until then", (_, frameworks, comeBack) => {
    const [bench, start] = restarted(recovered({ frameworks }));
    expect(registration(start)).toBeUndefined();
    bench.pass(config.executorReregistrationTimeoutMs - 1);
    const back = [...comeBack(bench), ...bench.pass(0)];
    const message = registration(back)?.message as internal.ReregisterSlaveMessage;
    expect(message.tasks?.map(({ state }) => state)).toEqual(["TASK_RUNNING"]);
    expect(only(bench.pass(10_000), "destroy-container")).toEqual([]);
  });

  function subscribe(bench: AgentBench): AgentEffect[] {
    return bench.step({
      type: "executor-call",
      requestId: 1,
      call: { type: "SUBSCRIBE", ...IDS, subscribe: {} },
    });
  }
});

describe("--recover=cleanup", () => {
  const cleanup = { ...more, recover: "cleanup" } as const;
  const status = { type: "exited", code: 0 } as const;

  it("asks every executor to end, and ends when none is left, whatever the flags are now", () => {
    const [bench, effects] = restarted(
      recovered({ info: before, frameworks: executor() }),
      cleanup,
    );
    expect(sent(effects)).toEqual([`ShutdownExecutorMessage to ${EXECUTOR_PID}`]);
    const ended = bench.step({ type: "container-exited", containerId: CONTAINER, status });
    expect(only(ended, "exit")).toMatchObject([{ code: 0 }]);
  });

  it.each([
    ["that does not listen, after its grace period", {}, config.executorShutdownGracePeriodMs],
    ["that cannot be asked, at once", { libprocessPid: undefined, http: true }, 0],
  ])("kills an executor %s", (_, how, afterMs) => {
    const [bench, start] = restarted(recovered({ frameworks: executor(how) }), cleanup);
    const effects = [...start, ...bench.pass(afterMs)];
    expect(only(effects, "destroy-container").map(({ containerId }) => containerId)).toEqual([
      CONTAINER,
    ]);
    expect(registration(effects)).toBeUndefined();
  });
});

describe("damaged checkpoints", () => {
  const errors = [
    "Failed to read agent info from '/w/meta/slaves/x/slave.info': it ends too early",
  ];

  it("are refused", () => {
    const [, effects] = restarted(recovered({ info: undefined, errors }));
    expect(only(effects, "exit")[0]?.text).toContain(`Failed to perform recovery: ${errors[0]}`);
    expect(sent(effects)).toEqual([]);
  });

  it("are told of and left aside with --no-strict", () => {
    const [, effects] = restarted(recovered({ info: undefined, errors }), { strict: false });
    expect(only(effects, "exit")).toEqual([]);
    expect(sent(effects)).toEqual(["RegisterSlaveMessage"]);
    expect(only(effects, "log").map(({ text }) => text)).toContain(errors[0]);
  });
});

function reregistered(bench: AgentBench): AgentEffect[] {
  return bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
}
