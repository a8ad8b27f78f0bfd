/** Tasks of a LAUNCH: one function per rule, in Mesos's order. Source: `validation::task`. */
import { validateId } from "@mesos-ts/base";
import type { TaskInfo } from "@mesos-ts/protos";
import { isShared, Resources } from "@mesos-ts/resources";
import { type Agent, executorOf, type Framework } from "../model.ts";
import { validateCheck, validateHealthCheck } from "./checks.ts";
import { validateCommand } from "./command.ts";
import { validateContainer } from "./container.ts";
import { validateExecutor, validateExecutorCgroups } from "./executor.ts";
import {
  haveOverlap,
  validateOneRole,
  validateResources,
  validateRevocableMix,
  validateUniqueVolumes,
} from "./resources.ts";

export interface TaskContext {
  readonly framework: Framework;
  readonly agent: Agent;
  /** Of the task. */
  readonly resources: Resources;
}

export interface LaunchContext extends TaskContext {
  /** What is left of the offers. */
  readonly available: Resources;
}

export function validateTask(task: TaskInfo, context: LaunchContext): string | undefined {
  return (
    validateTaskItself(task, context) ??
    validateTaskExecutor(task, context) ??
    validateOwnCgroups(task)
  );
}

/** The rules that hold for tasks in groups too. */
export function validateTaskItself(task: TaskInfo, context: TaskContext): string | undefined {
  return (
    validateId(task.task_id.value) ??
    validateUniqueTask(task, context) ??
    validateTaskAgent(task, context) ??
    validateKillPolicy(task) ??
    validateMaxCompletionTime(task) ??
    validateTaskCheck(task) ??
    validateTaskHealthCheck(task) ??
    validateTaskResources(task, context) ??
    validateTaskCommand(task) ??
    validateTaskContainer(task) ??
    validateLimits(task, context)
  );
}

/** Rule: no id twice, not even that of a task that is out of reach. */
export function validateUniqueTask(
  { task_id }: TaskInfo,
  { framework }: Pick<TaskContext, "framework">,
): string | undefined {
  if (framework.tasks.has(task_id.value)) return `Task has duplicate ID: ${task_id.value}`;
  return framework.unreachableTasks.has(task_id.value)
    ? `Task reuses the ID of an unreachable task: ${task_id.value}`
    : undefined;
}

/** Rule: a task goes to the agent that was offered. */
export function validateTaskAgent(
  { agent_id }: TaskInfo,
  { agent }: Pick<TaskContext, "agent">,
): string | undefined {
  return agent_id.value === agent.id
    ? undefined
    : `Task uses invalid agent ${agent_id.value} while agent ${agent.id} is expected`;
}

/** Rule: no negative grace. */
export function validateKillPolicy({ kill_policy }: TaskInfo): string | undefined {
  return (kill_policy?.grace_period?.nanoseconds ?? 0) < 0
    ? "Task's 'kill_policy.grace_period' must be non-negative"
    : undefined;
}

/** Rule: no negative time. */
export function validateMaxCompletionTime({ max_completion_time }: TaskInfo): string | undefined {
  return (max_completion_time?.nanoseconds ?? 0) < 0
    ? "Task's `max_completion_time` must be non-negative"
    : undefined;
}

function validateTaskCheck({ check }: TaskInfo): string | undefined {
  const error = check === undefined ? undefined : validateCheck(check);
  return error === undefined ? undefined : `Task uses invalid check: ${error}`;
}

function validateTaskHealthCheck({ health_check }: TaskInfo): string | undefined {
  const error = health_check === undefined ? undefined : validateHealthCheck(health_check);
  return error === undefined ? undefined : `Task uses invalid health check: ${error}`;
}

/** Rule: some resources, in order, of one role. */
export function validateTaskResources(
  task: TaskInfo,
  { resources }: Pick<TaskContext, "resources">,
): string | undefined {
  if ((task.resources?.length ?? 0) === 0) return "Task uses no resources";
  const invalid = validateResources(task.resources);
  if (invalid !== undefined) return `Task uses invalid resources: ${invalid}`;
  const duplicate = validateUniqueVolumes(resources);
  if (duplicate !== undefined) return `Task uses duplicate persistence ID: ${duplicate}`;
  const role = validateOneRole(task.resources);
  if (role !== undefined) return `Invalid task resources: ${role}`;
  const mix = validateRevocableMix(resources);
  return mix === undefined ? undefined : `Task mixes revocable and non-revocable resources: ${mix}`;
}

function validateTaskCommand({ command }: TaskInfo): string | undefined {
  const error = command === undefined ? undefined : validateCommand(command);
  return error === undefined ? undefined : `Task's \`CommandInfo\` is invalid: ${error}`;
}

function validateTaskContainer({ container }: TaskInfo): string | undefined {
  const error = container === undefined ? undefined : validateContainer(container);
  return error === undefined ? undefined : `Task's \`ContainerInfo\` is invalid: ${error}`;
}

/** Rule: limits on cpus and mem only, not below the request, on agents that can keep them. */
export function validateLimits(
  { limits }: TaskInfo,
  { agent, resources }: Pick<TaskContext, "agent" | "resources">,
): string | undefined {
  const names = Object.keys(limits ?? {});
  if (limits === undefined || names.length === 0) return undefined;
  if (!agent.capabilities.has("TASK_RESOURCE_LIMITS")) {
    return "Agent is not capable of handling task resource limits";
  }
  if (names.some((name) => name !== "cpus" && name !== "mem")) {
    return "Only cpus and mem may be included in a task's resource limits";
  }
  return (
    validateLimit(limits["cpus"]?.value, resources.scalar("cpus"), "cpu", "CPU") ??
    validateLimit(limits["mem"]?.value, resources.scalar("mem"), "memory", "memory")
  );
}

function validateLimit(
  limit: number | undefined,
  request: number,
  name: string,
  title: string,
): string | undefined {
  if (limit === undefined) return undefined;
  if (request === 0) {
    return `When a ${title} limit is specified, a ${title} request must also be specified`;
  }
  return limit < request
    ? `The ${name} limit must be greater than or equal to the ${name} request`
    : undefined;
}

/** Rule: a command or an executor, and enough offered for the task and a new executor. */
export function validateTaskExecutor(task: TaskInfo, context: LaunchContext): string | undefined {
  const { executor } = task;
  const { framework, agent, resources, available } = context;
  if ((executor === undefined) === (task.command === undefined)) {
    return "Task should have at least one (but not both) of CommandInfo or ExecutorInfo present";
  }
  let total = resources;
  if (executor !== undefined) {
    const error = validateExecutor(executor, framework, agent) ?? validateCustomExecutor(executor);
    if (error !== undefined) return error;
    const executorResources = Resources.of(executor.resources);
    const together = validateTogether(resources, executorResources);
    if (together !== undefined) return together;
    const isNew = executorOf(agent, framework.id, executor.executor_id.value) === undefined;
    if (isNew) total = total.plus(executorResources);
  }
  return available.contains(total)
    ? undefined
    : `Total resources ${total} required by task and its executor is more than available ${available}`;
}

/** Rule: executors of tasks are CUSTOM and hold nothing shared. */
export function validateCustomExecutor(
  executor: NonNullable<TaskInfo["executor"]>,
): string | undefined {
  if (executor.type !== undefined && executor.type !== "CUSTOM") {
    return "'ExecutorInfo.type' must be 'CUSTOM'";
  }
  if (executor.command === undefined) return "'ExecutorInfo.command' must be set";
  const resources = Resources.of(executor.resources);
  if (!resources.filter(isShared).isEmpty) {
    return `Executor resources ${resources} should not contain any shared resources`;
  }
  return validateExecutorCgroups(executor);
}

/** Rule: task and executor have no ports, volumes or revocable kinds in common. */
export function validateTogether(task: Resources, executor: Resources): string | undefined {
  if (haveOverlap([task, executor])) {
    return `There are overlapping resources in the task resources ${task} and executor resources ${executor}`;
  }
  const total = task.plus(executor);
  const duplicate = validateUniqueVolumes(total);
  if (duplicate !== undefined) {
    return `Task and its executor use duplicate persistence ID: ${duplicate}`;
  }
  const mix = validateRevocableMix(total);
  return mix === undefined
    ? undefined
    : `Task and its executor mix revocable and non-revocable resources: ${mix}`;
}

/** Rule: only tasks in groups have cgroups of their own to speak of. */
export function validateOwnCgroups({ container }: TaskInfo): string | undefined {
  return container?.linux_info?.share_cgroups === false
    ? "Only tasks in a task group may have 'share_cgroups' set to 'false'"
    : undefined;
}
