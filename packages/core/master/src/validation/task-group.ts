/** Task groups: all tasks under one executor, or none. Source: `validation::task::group`. */
import type { ContainerInfo, ExecutorInfo, TaskInfo } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { type Agent, executorOf, type Framework } from "../model.ts";
import { sameExecutor, validateExecutor, validateExecutorCgroups } from "./executor.ts";
import { haveOverlap, validateRevocableMix, validateUniqueVolumes } from "./resources.ts";
import { validateTaskItself } from "./task.ts";

/** The least that an executor of a group must have. */
const MIN_CPUS = 0.01;
const MIN_MEM_MB = 32;

export interface GroupContext {
  readonly framework: Framework;
  readonly agent: Agent;
  readonly available: Resources;
}

export function validateTaskGroup(
  tasks: readonly TaskInfo[],
  executor: ExecutorInfo,
  context: GroupContext,
): string | undefined {
  const each = tasks.map((task) => Resources.of(task.resources));
  for (const [index, task] of tasks.entries()) {
    const resources = each[index] ?? Resources.none;
    const error = validateTaskItself(task, { ...context, resources }) ?? validateGroupTask(task);
    if (error !== undefined) return `Task '${task.task_id.value}' is invalid: ${error}`;
  }
  return (
    validateUniqueInGroup(tasks) ??
    validateGroupExecutor(tasks, executor, context) ??
    validateMinimum(executor) ??
    validateApart(each, executor) ??
    validateTotal(each, executor, context) ??
    validateExecutorCgroups(executor) ??
    validateSameCgroups(tasks, executor, context)
  );
}

/** Rule: no id twice in one group. */
function validateUniqueInGroup(tasks: readonly TaskInfo[]): string | undefined {
  const seen = new Set<string>();
  for (const { task_id } of tasks) {
    if (seen.has(task_id.value)) {
      return `Task '${task_id.value}' is invalid: Task has duplicate ID: ${task_id.value}`;
    }
    seen.add(task_id.value);
  }
  return undefined;
}

/** Rule: nested containers have no Docker, no checks over a network of their own, few limits. */
export function validateGroupTask(task: TaskInfo): string | undefined {
  const { executor, container, health_check: check, limits } = task;
  if (executor === undefined) return "'TaskInfo.executor' must be set";
  const isNetworked = (container?.network_infos?.length ?? 0) > 0;
  if (isNetworked && (check?.type === "HTTP" || check?.type === "TCP")) {
    return "HTTP and TCP health checks are not supported for nested containers not joining parent's network";
  }
  if (container?.type === "DOCKER") return "Docker ContainerInfo is not supported on the task";
  const isLimited = Object.keys(limits ?? {}).length > 0;
  return isLimited && container?.linux_info?.share_cgroups !== false
    ? "Resource limits may only be set for tasks within a task group when the 'share_cgroups' field is set to 'false'."
    : undefined;
}

/** Rule: the group's executor is typed, without Docker, and that of all its tasks. */
function validateGroupExecutor(
  tasks: readonly TaskInfo[],
  executor: ExecutorInfo,
  { framework, agent }: GroupContext,
): string | undefined {
  const error = validateExecutor(executor, framework, agent);
  if (error !== undefined) return error;
  if (executor.type === undefined) return "'ExecutorInfo.type' must be set";
  if (executor.type === "UNKNOWN") return "Unknown executor type";
  if (executor.container?.type === "DOCKER") {
    return "Docker ContainerInfo is not supported on the executor";
  }
  const other = tasks.find(
    (task) => task.executor !== undefined && !sameExecutor(task.executor, executor),
  );
  return other === undefined
    ? undefined
    : `The \`ExecutorInfo\` of task '${other.task_id.value}' is different from executor '${executor.executor_id.value}'`;
}

/** Rule: some cpus, some memory, some disk for the executor itself. */
export function validateMinimum(executor: ExecutorInfo): string | undefined {
  const resources = Resources.of(executor.resources);
  const name = `Executor '${executor.executor_id.value}'`;
  const cpus = resources.scalar("cpus");
  if (cpus < MIN_CPUS) {
    return `${name} uses less CPUs (${cpus === 0 ? "None" : cpus}) than the minimum required (${MIN_CPUS})`;
  }
  const mem = resources.scalar("mem");
  if (mem < MIN_MEM_MB) {
    return `${name} uses less memory (${mem === 0 ? "None" : `${mem}MB`}) than the minimum required (${MIN_MEM_MB}MB)`;
  }
  return resources.scalar("disk") === 0 ? `${name} uses no disk` : undefined;
}

/** Rule: tasks and executor have no ports, volumes or revocable kinds in common. */
function validateApart(each: readonly Resources[], executor: ExecutorInfo): string | undefined {
  const own = Resources.of(executor.resources);
  const total = Resources.sum([own, ...each]);
  const duplicate = validateUniqueVolumes(total);
  if (duplicate !== undefined) {
    return `Task group and executor use duplicate persistence ID: ${duplicate}`;
  }
  const mix = validateRevocableMix(total);
  if (mix !== undefined) {
    return `Task group and executor mix revocable and non-revocable resources: ${mix}`;
  }
  return haveOverlap([...each, own])
    ? `There are overlapping resources in the task group's task resources { ${each.join(", ")} } and/or executor resources ${own}`
    : undefined;
}

/** Rule: all of it was offered. */
function validateTotal(
  each: readonly Resources[],
  executor: ExecutorInfo,
  { framework, agent, available }: GroupContext,
): string | undefined {
  const isNew = executorOf(agent, framework.id, executor.executor_id.value) === undefined;
  const own = isNew ? Resources.of(executor.resources) : Resources.none;
  const total = Resources.sum([...each, own]);
  return available.contains(total)
    ? undefined
    : `Total resources ${total} required by task group and its executor are more than available ${available}`;
}

/** Rule: under one executor, all tasks share cgroups or none does. */
function validateSameCgroups(
  tasks: readonly TaskInfo[],
  executor: ExecutorInfo,
  { framework, agent }: GroupContext,
): string | undefined {
  const shares = (container: ContainerInfo | undefined) =>
    container?.linux_info?.share_cgroups ?? true;
  const executorId = executor.executor_id.value;
  const running = [...(agent.placements.get(framework.id)?.tasks.values() ?? [])]
    .map(({ message }) => message)
    .filter(({ executor_id }) => executor_id?.value === executorId);
  const all = new Set([...tasks, ...running].map(({ container }) => shares(container)));
  return all.size > 1
    ? "If set, the value of 'share_cgroups' must be the same for all tasks in each task group and under a single executor"
    : undefined;
}
