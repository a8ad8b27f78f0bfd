/** Tasks, executors and task groups: what is wrong, and what the framework is told. */
import type { ExecutorInfo, Resource, TaskInfo } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { describe, expect, it } from "vitest";
import type { Agent, Framework } from "../model.ts";
import { Bench, scalar, task } from "../test-harness.ts";
import { validateExecutorAlone } from "./executor.ts";
import { haveOverlap } from "./resources.ts";
import { validateTask } from "./task.ts";
import { validateTaskGroup } from "./task-group.ts";

const DEV = { allocation_info: { role: "dev" } };

/** A framework with a running task `known`, on an agent that has offered everything. */
function scene(): { framework: Framework; agent: Agent; available: Resources } {
  const bench = new Bench();
  const agentId = bench.registerAgent();
  const scheduler = bench.subscribe();
  scheduler.launch([task("known", agentId)]);
  const framework = bench.master.core.frameworks.registered.get(scheduler.id);
  const agent = bench.master.core.agents.registered.get(agentId);
  if (framework === undefined || agent === undefined) throw new Error("no scene");
  return { framework, agent, available: agent.total.allocated("dev") };
}

const { framework, agent, available } = scene();

function good(more: Partial<TaskInfo> = {}): TaskInfo {
  return {
    ...task("t", agent.id),
    resources: [scalar("cpus", 1, DEV), scalar("mem", 32, DEV)],
    ...more,
  };
}

function verdict(info: TaskInfo): string | undefined {
  const resources = Resources.of(info.resources);
  return validateTask(info, { framework, agent, resources, available });
}

const EXECUTOR: ExecutorInfo = {
  executor_id: { value: "e" },
  framework_id: { value: framework.id },
  command: { value: "x" },
  resources: [scalar("cpus", 0.1, DEV), scalar("mem", 32, DEV)],
};

const volume = (id: string, more: object = {}): Resource =>
  scalar("disk", 1, {
    ...DEV,
    reservations: [{ type: "DYNAMIC", role: "dev" }],
    disk: { persistence: { id }, volume: { mode: "RW", container_path: "d" }, ...more },
  });

describe("a task", () => {
  it("that is right is launched", () => expect(verdict(good())).toBeUndefined());

  it.each<[Partial<TaskInfo>, string]>([
    [{ task_id: { value: "" } }, "ID must not be empty"],
    [{ task_id: { value: ".." } }, "'..' is disallowed"],
    [{ task_id: { value: "a\nb" } }, "'a\nb' contains invalid characters"],
    [{ task_id: { value: "x".repeat(256) } }, "ID must not be greater than 255 characters"],
    [{ task_id: { value: "known" } }, "Task has duplicate ID: known"],
    [{ agent_id: { value: "z" } }, "Task uses invalid agent z while agent m-S0 is expected"],
    [
      { kill_policy: { grace_period: { nanoseconds: -1 } } },
      "Task's 'kill_policy.grace_period' must be non-negative",
    ],
    [
      { max_completion_time: { nanoseconds: -1 } },
      "Task's `max_completion_time` must be non-negative",
    ],
    [{ check: {} }, "Task uses invalid check: CheckInfo must specify 'type'"],
    [{ health_check: {} }, "Task uses invalid health check: HealthCheck must specify 'type'"],
    [{ resources: [] }, "Task uses no resources"],
    [
      { resources: [scalar("gpus", 0.5, DEV)] },
      "Task uses invalid resources: Invalid resources: Resource 'gpus(allocated: dev):0.5' is invalid: Invalid 'gpus' resource: The 'gpus' resource must be an unsigned integer",
    ],
    [
      { resources: [scalar("cpus", 1)] },
      "Invalid task resources: The resources are not allocated to a role",
    ],
    [
      { resources: [scalar("cpus", 1, DEV), scalar("cpus", 1, { ...DEV, revocable: {} })] },
      "Task mixes revocable and non-revocable resources: Cannot use both revocable and non-revocable 'cpus' at the same time",
    ],
    [
      { resources: [volume("v"), volume("v", { volume: { mode: "RW", container_path: "e" } })] },
      "Task uses duplicate persistence ID: Persistence ID 'v' is not unique",
    ],
    [
      { command: { value: "x", environment: { variables: [{ name: "A" }] } } },
      "Task's `CommandInfo` is invalid: Environment variable 'A' of type 'VALUE' must have a value set",
    ],
    [
      { container: { type: "DOCKER" } },
      "Task's `ContainerInfo` is invalid: DockerInfo 'docker' is not set for DOCKER typed ContainerInfo",
    ],
    [
      { limits: { disk: { value: 1 } } },
      "Only cpus and mem may be included in a task's resource limits",
    ],
    [
      { limits: { cpus: { value: 0.5 } } },
      "The cpu limit must be greater than or equal to the cpu request",
    ],
    [
      { limits: { mem: { value: 1 } } },
      "The memory limit must be greater than or equal to the memory request",
    ],
    [
      { limits: { mem: { value: 64 } }, resources: [scalar("cpus", 1, DEV)] },
      "When a memory limit is specified, a memory request must also be specified",
    ],
    [
      { limits: { cpus: { value: 2 } }, resources: [scalar("mem", 32, DEV)] },
      "When a CPU limit is specified, a CPU request must also be specified",
    ],
    [
      { executor: EXECUTOR },
      "Task should have at least one (but not both) of CommandInfo or ExecutorInfo present",
    ],
    [
      { command: undefined },
      "Task should have at least one (but not both) of CommandInfo or ExecutorInfo present",
    ],
    [
      { resources: [scalar("cpus", 5, DEV)] },
      "Total resources cpus(allocated: dev):5 required by task and its executor is more than available cpus(allocated: dev):4; mem(allocated: dev):4096; disk(allocated: dev):100",
    ],
    [
      { container: { type: "MESOS", linux_info: { share_cgroups: false } } },
      "Only tasks in a task group may have 'share_cgroups' set to 'false'",
    ],
  ])("with %j is refused", (wrong, why) => expect(verdict(good(wrong))).toBe(why));

  it("with limits is refused to agents that cannot keep them", () => {
    const old = { ...agent, capabilities: new Set<never>() };
    const info = good({ limits: { cpus: { value: 2 } } });
    const resources = Resources.of(info.resources);
    expect(validateTask(info, { framework, agent: old, resources, available })).toBe(
      "Agent is not capable of handling task resource limits",
    );
  });
});

describe("a task with an executor", () => {
  const withExecutor = (more: Partial<ExecutorInfo>): string | undefined =>
    verdict(good({ command: undefined, executor: { ...EXECUTOR, ...more } }));

  it("that is right is launched", () => expect(withExecutor({})).toBeUndefined());

  it.each<[Partial<ExecutorInfo>, string]>([
    [{ type: "DEFAULT", command: undefined }, "'ExecutorInfo.type' must be 'CUSTOM'"],
    [{ command: undefined }, "'ExecutorInfo.command' must be set"],
    [{ framework_id: undefined }, "'ExecutorInfo.framework_id' must be set"],
    [
      { framework_id: { value: "x" } },
      "ExecutorInfo has an invalid FrameworkID (Actual: x vs Expected: m-0000)",
    ],
    [{ executor_id: { value: "a/b" } }, "'a/b' contains invalid characters"],
    [
      { shutdown_grace_period: { nanoseconds: -1 } },
      "ExecutorInfo's 'shutdown_grace_period' must be non-negative",
    ],
    [
      { container: { type: "MESOS", linux_info: { share_cgroups: true } } },
      "The 'share_cgroups' field cannot be set to 'true' on executor containers",
    ],
    [
      { resources: [scalar("cpus", 1, { allocation_info: { role: "x" } }), scalar("mem", 1, DEV)] },
      "Invalid executor resources: The resources have multiple allocation roles ('dev' and 'x') but only one allocation role is allowed",
    ],
    [
      { resources: [scalar("cpus", 4, DEV)] },
      "Total resources cpus(allocated: dev):5; mem(allocated: dev):32 required by task and its executor is more than available cpus(allocated: dev):4; mem(allocated: dev):4096; disk(allocated: dev):100",
    ],
  ])("with %j is refused", (wrong, why) => expect(withExecutor(wrong)).toBe(why));

  it("is refused ports that the executor has too", () => {
    const ports: Resource = {
      name: "ports",
      type: "RANGES",
      ranges: { range: [{ begin: 1, end: 2 }] },
      ...DEV,
    };
    const executor = { ...EXECUTOR, resources: [ports] };
    expect(verdict(good({ command: undefined, executor, resources: [ports] }))).toBe(
      "There are overlapping resources in the task resources ports(allocated: dev):[1-2] and executor resources ports(allocated: dev):[1-2]",
    );
    expect(haveOverlap([Resources.of([ports]), Resources.of([scalar("cpus", 1)])])).toBe(false);
  });
});

describe("an executor", () => {
  it.each<[Partial<ExecutorInfo>, string]>([
    [{ type: "DEFAULT" }, "'ExecutorInfo.command' must not be set for 'DEFAULT' executor"],
    [
      { type: "CUSTOM", command: undefined },
      "'ExecutorInfo.command' must be set for 'CUSTOM' executor",
    ],
    [
      { type: "DEFAULT", command: undefined, container: { type: "DOCKER" } },
      "'ExecutorInfo.container.type' must be 'MESOS' for 'DEFAULT' executor",
    ],
    [
      {
        type: "DEFAULT",
        command: undefined,
        container: { type: "MESOS", mesos: { image: { type: "DOCKER" } } },
      },
      "'ExecutorInfo.container.mesos.image' must not be set for 'DEFAULT' executor",
    ],
  ])("with %j is refused", (wrong, why) =>
    expect(validateExecutorAlone({ ...EXECUTOR, ...wrong })).toBe(why),
  );
});

describe("a task group", () => {
  const executor: ExecutorInfo = {
    executor_id: { value: "pod" },
    framework_id: { value: framework.id },
    type: "DEFAULT",
    resources: [scalar("cpus", 0.1, DEV), scalar("mem", 32, DEV), scalar("disk", 1, DEV)],
  };
  const group = (tasks: Partial<TaskInfo>[], more: Partial<ExecutorInfo> = {}) => {
    const made = { ...executor, ...more };
    const infos = tasks.map((one, index) =>
      good({ task_id: { value: `t${index}` }, executor: made, ...one }),
    );
    return validateTaskGroup(infos, made, { framework, agent, available });
  };

  it("that is right is launched", () => expect(group([{}, {}])).toBeUndefined());

  it.each<[Partial<TaskInfo>[], Partial<ExecutorInfo>, string]>([
    [
      [{ container: { type: "DOCKER", docker: { image: "i" } } }],
      {},
      "Task 't0' is invalid: Docker ContainerInfo is not supported on the task",
    ],
    [
      [{ limits: { cpus: { value: 2 } } }],
      {},
      "Task 't0' is invalid: Resource limits may only be set for tasks within a task group when the 'share_cgroups' field is set to 'false'.",
    ],
    [
      [
        {
          container: { type: "MESOS", network_infos: [{}] },
          health_check: { type: "TCP", tcp: { port: 1 } },
        },
      ],
      {},
      "Task 't0' is invalid: HTTP and TCP health checks are not supported for nested containers not joining parent's network",
    ],
    [[{}, { task_id: { value: "t0" } }], {}, "Task 't0' is invalid: Task has duplicate ID: t0"],
    [[{}], { type: undefined }, "'ExecutorInfo.type' must be set"],
    [[{}], { type: "UNKNOWN" }, "Unknown executor type"],
    [
      [{ executor: { ...executor, name: "other" } }],
      {},
      "The `ExecutorInfo` of task 't0' is different from executor 'pod'",
    ],
    [
      [{}],
      { resources: [scalar("mem", 32, DEV), scalar("disk", 1, DEV)] },
      "Executor 'pod' uses less CPUs (None) than the minimum required (0.01)",
    ],
    [
      [{}],
      { resources: [scalar("cpus", 1, DEV), scalar("mem", 16, DEV), scalar("disk", 1, DEV)] },
      "Executor 'pod' uses less memory (16MB) than the minimum required (32MB)",
    ],
    [
      [{}],
      { resources: [scalar("cpus", 1, DEV), scalar("mem", 32, DEV)] },
      "Executor 'pod' uses no disk",
    ],
    [
      [{ resources: [scalar("cpus", 4, DEV)] }],
      {},
      "Total resources cpus(allocated: dev):4.1; mem(allocated: dev):32; disk(allocated: dev):1 required by task group and its executor are more than available cpus(allocated: dev):4; mem(allocated: dev):4096; disk(allocated: dev):100",
    ],
    [
      [{ container: { type: "MESOS", linux_info: { share_cgroups: false } } }, {}],
      {},
      "If set, the value of 'share_cgroups' must be the same for all tasks in each task group and under a single executor",
    ],
  ])("of %j under %j is refused", (tasks, more, why) => expect(group(tasks, more)).toBe(why));
});
