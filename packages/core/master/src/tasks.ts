/** The tasks that the master knows: added when launched, updated, removed when all is said. */

import type {
  internal,
  TaskInfo,
  Task as TaskMessage,
  TaskState,
  TaskStatus,
} from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import { type Agent, type Framework, has, type Task } from "./model.ts";
import { announceTaskAdded, announceTaskUpdated } from "./operator-events.ts";
import { placementOf, tidyPlacement } from "./placements.ts";
import { isTerminal, isTerminalOrUnreachable } from "./task-states.ts";

/** A task of a launch, in TASK_STAGING. Source: `protobuf::createTask`. */
export function stagedTask(info: TaskInfo, frameworkId: string): TaskMessage {
  const user = info.command?.user ?? info.executor?.command?.user;
  return {
    name: info.name,
    task_id: info.task_id,
    framework_id: { value: frameworkId },
    ...(info.executor === undefined ? {} : { executor_id: info.executor.executor_id }),
    agent_id: info.agent_id,
    state: "TASK_STAGING",
    resources: info.resources,
    labels: info.labels,
    discovery: info.discovery,
    container: info.container,
    health_check: info.health_check,
    kill_policy: info.kill_policy,
    user,
    limits: info.limits,
  };
}

/** Counts the task's resources as used unless it has ended. */
export function addTask(
  core: Core,
  framework: Framework,
  agent: Agent,
  message: TaskMessage,
  resources: Resources = Resources.of(message.resources),
): Task {
  const task: Task = {
    id: message.task_id.value,
    frameworkId: framework.id,
    agentId: agent.id,
    message,
    resources,
    role: message.resources?.[0]?.allocation_info?.role ?? "*",
    shown: undefined,
  };
  const placement = placementOf(framework, agent);
  placement.tasks.set(task.id, task);
  if (!isTerminalOrUnreachable(message.state)) placement.used = placement.used.plus(resources);
  framework.tasks.set(task.id, task);
  framework.counters.task(message.state);
  announceTaskAdded(core, task);
  return task;
}

/** Takes note of an update; a task that ends gives its resources back. */
export function updateTask(core: Core, task: Task, update: internal.StatusUpdate): void {
  const { status } = update;
  const { state: before, framework_id } = task.message;
  const latest = update.latest_state ?? status.state;
  const framework = core.frameworks.registered.get(task.frameworkId);

  const state = isTerminal(before) ? before : latest;
  if (before !== state) framework?.counters.task(state, before);
  const { statuses, isNews } = keepStatus(task.message, status);
  task.message = { ...task.message, state, statuses };
  if (isNews) announceTaskUpdated(core, framework_id, status, state);
  if (isTerminalOrUnreachable(before) || !isTerminalOrUnreachable(latest)) return;

  releaseResources(core, task);
  if (isTerminal(status.state)) core.counters.taskEnded(status.state);
  if (status.reason !== undefined) {
    core.counters.taskReason(status.state, status.source ?? "SOURCE_MASTER", status.reason);
  }
}

/**
 * Keeps the latest status of each state, without its data. Whether operators are told: of new
 * states and of check results, not of repetitions.
 */
function keepStatus(
  { statuses = [] }: Readonly<TaskMessage>,
  status: TaskStatus,
): { readonly statuses: TaskStatus[]; readonly isNews: boolean } {
  const isRepeated = statuses.at(-1)?.state === status.state;
  const { data: _, ...kept } = status;
  return {
    statuses: [...(isRepeated ? statuses.slice(0, -1) : statuses), kept],
    isNews:
      !isRepeated ||
      status.reason === "REASON_TASK_CHECK_STATUS_UPDATED" ||
      status.reason === "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED",
  };
}

function releaseResources(core: Core, task: Task): void {
  const agent = core.agents.registered.get(task.agentId);
  const placement = agent?.placements.get(task.frameworkId);
  if (placement === undefined) return;
  placement.used = placement.used.minus(task.resources);
  core.allocator.recover(
    task.frameworkId,
    task.agentId,
    task.resources,
    "freed",
    undefined,
    core.steadyMs,
  );
}

/** Moves the task to the completed ones, or to the unreachable ones. */
export function removeTask(
  core: Core,
  agent: Agent,
  task: Task,
  where: "completed" | "unreachable" = "completed",
): void {
  const { frameworkId } = task;
  if (!isTerminalOrUnreachable(task.message.state)) releaseResources(core, task);
  const framework = core.frameworks.registered.get(frameworkId);
  agent.placements.get(frameworkId)?.tasks.delete(task.id);
  agent.killedTasks.delete(killKey(frameworkId, task.id));
  if (framework !== undefined) {
    framework.tasks.delete(task.id);
    if (where === "unreachable") framework.unreachableTasks.set(task.id, task);
    else framework.completedTasks.add(task);
  }
  if (where === "unreachable") rememberUnreachable(core, task);
  tidyPlacement(framework, agent, frameworkId);
}

function rememberUnreachable(core: Core, task: Task): void {
  const { unreachableTasks } = core.agents;
  let frameworks = unreachableTasks.get(task.agentId);
  if (frameworks === undefined) {
    frameworks = new Map();
    unreachableTasks.set(task.agentId, frameworks);
  }
  const ids = frameworks.get(task.frameworkId);
  if (ids === undefined) frameworks.set(task.frameworkId, [task.id]);
  else ids.push(task.id);
}

export function killKey(frameworkId: string, taskId: string): string {
  return `${frameworkId}/${taskId}`;
}

/** `state` as the framework may see it: those who are not PARTITION_AWARE know TASK_LOST only. */
export function stateFor(framework: Framework, state: TaskState): TaskState {
  return has(framework, "PARTITION_AWARE") ? state : "TASK_LOST";
}
