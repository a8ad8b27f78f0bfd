/** LAUNCH and LAUNCH_GROUP: from accepted resources to messages for the agent. */
import type {
  ExecutorInfo,
  Offer_Operation_LaunchGroup,
  Resource,
  TaskInfo,
} from "@mesos-ts/protos";
import { downgrade, isShared, Resources } from "@mesos-ts/resources";
import type { Acceptance } from "./accept.ts";
import { type Core, NO_PID } from "./core.ts";
import {
  type Agent,
  agentText,
  executorOf,
  type Framework,
  frameworkText,
  pidOf,
} from "./model.ts";
import { addExecutor, placementOf } from "./placements.ts";
import { reportUnlaunched } from "./status-updates.ts";
import { addTask, stagedTask } from "./tasks.ts";
import { validateTask } from "./validation/task.ts";
import { validateTaskGroup } from "./validation/task-group.ts";

/** Launches one task, or tells its framework why not. */
export function launchTask(core: Core, acceptance: Acceptance, task: TaskInfo): void {
  const { framework, agent } = acceptance;
  const resources = Resources.of(task.resources);
  const error = validateTask(task, {
    framework,
    agent,
    resources,
    available: availableIn(acceptance),
  });
  if (error !== undefined) {
    reportUnlaunched(core, framework, {
      frameworkId: framework.id,
      agentId: task.agent_id.value,
      taskId: task.task_id.value,
      state: "TASK_ERROR",
      message: error,
      reason: "REASON_TASK_INVALID",
    });
    return;
  }
  const executor =
    task.executor === undefined ? undefined : admitExecutor(acceptance, task.executor);
  addTask(core, framework, agent, stagedTask(task, framework.id), resources);
  consume(core, acceptance, executor === undefined ? resources : resources.plus(executor));
  framework.counters.operation("LAUNCH");
  const launch_executor = task.executor === undefined || executor !== undefined;
  core.log(
    "INFO",
    `Launching task ${task.task_id.value} of framework ${frameworkText(framework)} with resources ${resources} on agent ${agentText(agent)} on ${launch_executor ? "new executor" : "existing executor"}`,
  );
  core.send(agent.pid, "RunTaskMessage", {
    framework: framework.info,
    task: taskFor(agent, task),
    ...versionsOf(agent),
    pid: pidOf(framework) ?? NO_PID,
    launch_executor,
  });
}

/** Launches all tasks of a group under one executor, or none. */
export function launchGroup(
  core: Core,
  acceptance: Acceptance,
  { executor, task_group }: Offer_Operation_LaunchGroup,
): void {
  const { framework, agent } = acceptance;
  const tasks = task_group.tasks ?? [];
  const error = validateTaskGroup(tasks, executor, {
    framework,
    agent,
    available: acceptance.remaining,
  });
  if (error !== undefined) {
    for (const task of tasks) {
      reportUnlaunched(core, framework, {
        frameworkId: framework.id,
        agentId: task.agent_id.value,
        taskId: task.task_id.value,
        state: "TASK_ERROR",
        message: error,
        reason: "REASON_TASK_GROUP_INVALID",
      });
    }
    return;
  }
  const executorResources = admitExecutor(acceptance, executor);
  const taskResources = tasks.map((task) => {
    const resources = Resources.of(task.resources);
    addTask(core, framework, agent, stagedTask(task, framework.id), resources);
    return resources;
  });
  consume(core, acceptance, Resources.sum([executorResources ?? Resources.none, ...taskResources]));
  framework.counters.operation("LAUNCH_GROUP");
  core.log(
    "INFO",
    `Launching task group { ${tasks.map(({ task_id }) => task_id.value).join(", ")} } of framework ${frameworkText(framework)} with resources ${Resources.sum(taskResources)} on agent ${agentText(agent)} on ${executorResources === undefined ? "existing executor" : "new executor"}`,
  );
  core.send(agent.pid, "RunTaskGroupMessage", {
    framework: framework.info,
    executor: executorFor(agent, executor),
    task_group: { tasks: tasks.map((task) => taskFor(agent, task)) },
    ...versionsOf(agent),
    launch_executor: executorResources !== undefined,
  });
}

/** What a task may use: the rest of the offers, and every shared resource of them. */
function availableIn({ remaining, shared }: Acceptance): Resources {
  return shared.isEmpty
    ? remaining
    : remaining.filter((resource) => !isShared(resource)).plus(shared);
}

/** The resources of an executor that is new to the agent; undefined when it is there already. */
function admitExecutor(
  { framework, agent }: { framework: Framework; agent: Agent },
  info: ExecutorInfo,
): Resources | undefined {
  if (executorOf(agent, framework.id, info.executor_id.value) !== undefined) return undefined;
  return addExecutor(framework, agent, info).resources;
}

/** Further uses of a shared resource are allocated on top of what was offered. */
function consume(core: Core, acceptance: Acceptance, consumed: Resources): void {
  const { framework, agent, remaining } = acceptance;
  placementOf(framework, agent);
  const additional = consumed.filter(isShared).minus(remaining.filter(isShared));
  if (!additional.isEmpty) core.allocator.addAllocation(framework.id, agent.id, additional);
  acceptance.remaining = remaining.minus(consumed);
}

function versionsOf({ resourceVersion }: Agent) {
  return resourceVersion === undefined
    ? {}
    : { resource_version_uuids: [{ uuid: { value: resourceVersion } }] };
}

/** Agents before reservation refinement get resources in the format they know. */
function taskFor(agent: Agent, task: TaskInfo): TaskInfo {
  if (agent.capabilities.has("RESERVATION_REFINEMENT")) return task;
  return {
    ...task,
    resources: downgraded(task.resources),
    ...(task.executor === undefined ? {} : { executor: executorFor(agent, task.executor) }),
  };
}

function executorFor(agent: Agent, executor: ExecutorInfo): ExecutorInfo {
  if (agent.capabilities.has("RESERVATION_REFINEMENT")) return executor;
  return { ...executor, resources: downgraded(executor.resources) };
}

function downgraded(list: readonly Resource[] | undefined): Resource[] {
  return (list ?? [])
    .map(downgrade)
    .filter((resource): resource is Resource => resource !== undefined);
}
