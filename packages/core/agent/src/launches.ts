import { validateId } from "@mesos-ts/base";
import type { ExecutorInfo, FrameworkInfo, internal, Task, TaskInfo } from "@mesos-ts/protos";
import { commandExecutorInfo } from "./command-executor.ts";
import type { AgentContext } from "./context.ts";
import type { Pid, TimeMs } from "./contract.ts";
import { dropIfDraining } from "./draining.ts";
import {
  checkpointTask,
  newExecutor,
  startExecutorProcess,
  startTaskProcess,
  userOf,
} from "./executors.ts";
import { nestedSandbox } from "./paths.ts";
import { droppedState, type Executor, type Framework, type TaskRecord } from "./state.ts";
import { reportFromAgent } from "./task-updates.ts";
import { linkVolumes } from "./volume-links.ts";

/** The pid that stands for schedulers without one. */
const NO_PID = "@0.0.0.0:0";

/** RunTaskMessage: one task, for an executor of its own, a known one or a new one. */
export function runTask(
  context: AgentContext,
  message: internal.RunTaskMessage,
  nowMs: TimeMs,
): void {
  const { task } = message;
  const ids = [message.framework.id, task.executor?.executor_id, task.task_id];
  if (!areIds(context, ids) || !isForUs(context, [task])) return;
  const launch = {
    framework: message.framework,
    executorId: (task.executor?.executor_id ?? task.task_id).value,
    tasks: [task],
    launchExecutor: message.launch_executor ?? false,
  };
  if (dropIfDraining(context, launch, nowMs)) return;
  const framework = frameworkFor(context, message.framework, message.pid);
  if (framework === undefined) return;
  const isCommand = task.executor === undefined;
  const info =
    task.executor ?? commandExecutorInfo(task, framework.info, context.config.launcherDir);
  const kind = isCommand ? "command" : "custom";
  const known = framework.executors.get(info.executor_id.value);
  if (known !== undefined && isRepeated(context, known, [task])) return;
  context.outbox.info(`Got assigned task '${task.task_id.value}' for framework ${framework.id}`);
  if (isCommand && known !== undefined) {
    refuse(context, framework, info, task, nowMs);
    return;
  }
  const executor = known ?? newExecutor(context, framework, withFramework(info, framework), kind);
  const record = newTask(context, executor, task, executor.containerId, executor.sandbox, nowMs);
  if (executor.state === "terminating" || executor.state === "terminated") {
    executor.queued.delete(record.id);
    reportFromAgent(
      context,
      record,
      {
        state: droppedState(framework.info),
        reason: "REASON_EXECUTOR_TERMINATED",
        message: `Executor is ${executor.state}`,
      },
      nowMs,
    );
    return;
  }
  if (isCommand) launchNow(context, record);
  else if (known === undefined) startExecutorProcess(context, executor, nowMs);
  else if (executor.state === "running") deliver(context, executor, [record]);
}

/** Ids become names of folders: a master that lets others through is broken. */
function areIds(
  context: AgentContext,
  ids: readonly ({ readonly value: string } | undefined)[],
): boolean {
  for (const id of ids) {
    const problem = id === undefined ? undefined : validateId(id.value);
    if (problem === undefined) continue;
    context.outbox.warn(`Ignoring a launch: ${problem}`);
    return false;
  }
  return true;
}

/** RunTaskGroupMessage: tasks that live and die together under a default or custom executor. */
export function runTaskGroup(
  context: AgentContext,
  message: internal.RunTaskGroupMessage,
  nowMs: TimeMs,
): void {
  const tasks = message.task_group.tasks ?? [];
  const ids = [message.framework.id, message.executor.executor_id];
  if (!areIds(context, [...ids, ...tasks.map(({ task_id }) => task_id)])) return;
  if (!isForUs(context, tasks)) return;
  const launch = {
    framework: message.framework,
    executorId: message.executor.executor_id.value,
    tasks,
    launchExecutor: message.launch_executor ?? false,
  };
  if (dropIfDraining(context, launch, nowMs)) return;
  const framework = frameworkFor(context, message.framework, undefined);
  if (framework === undefined) return;
  const kind = message.executor.type === "CUSTOM" ? "custom" : "group";
  context.outbox.info(
    `Got assigned task group of ${tasks.length} tasks for framework ${framework.id}`,
  );
  const known = framework.executors.get(message.executor.executor_id.value);
  if (known !== undefined && isRepeated(context, known, tasks)) return;
  const executor =
    known ?? newExecutor(context, framework, withFramework(message.executor, framework), kind);
  context.timers.cancel(`shutdown ${executor.containerId}`);
  const records = tasks.map((task) => {
    if (kind === "custom") {
      return newTask(context, executor, task, executor.containerId, executor.sandbox, nowMs);
    }
    const nested = context.random.uuid();
    const sandbox = nestedSandbox(executor.sandbox, nested);
    const id = `${executor.containerId}.${nested}`;
    return newTask(context, executor, task, id, sandbox, nowMs);
  });
  if (kind === "group") {
    executor.state = "running";
    for (const record of records) launchNested(context, record);
  } else if (known === undefined) startExecutorProcess(context, executor, nowMs);
  else if (executor.state === "running") deliver(context, executor, records);
}

/** Hands tasks that waited to an executor that has registered. */
export function deliver(
  context: AgentContext,
  executor: Executor,
  records: readonly TaskRecord[],
): void {
  const { framework } = executor;
  for (const record of records) {
    executor.queued.delete(record.id);
    executor.launched.set(record.id, record);
    linkVolumes(context, record, userOf(context, executor));
    context.outbox.toExecutor(
      executor,
      { type: "LAUNCH", launch: { task: record.info } },
      "RunTaskMessage",
      { framework: framework.info, task: record.info, pid: framework.pid ?? NO_PID } as never,
    );
  }
}

function launchNow(context: AgentContext, record: TaskRecord): void {
  const { executor } = record;
  executor.state = "running";
  executor.queued.delete(record.id);
  executor.launched.set(record.id, record);
  startTaskProcess(context, record);
}

function launchNested(context: AgentContext, record: TaskRecord): void {
  const { executor } = record;
  context.outbox.push({
    type: "make-sandbox",
    path: record.sandbox,
    latest: undefined,
    user: userOf(context, executor, record.info),
  });
  context.outbox.push({
    type: "link-path",
    path: `${executor.sandbox}/tasks/${record.id}`,
    target: record.sandbox,
  });
  launchNow(context, record);
}

function frameworkFor(
  context: AgentContext,
  info: FrameworkInfo,
  pid: Pid | undefined,
): Framework | undefined {
  const id = info.id?.value;
  if (id === undefined || context.phase === "recovering" || context.phase === "terminating") {
    context.outbox.warn(`Ignoring a launch for framework ${id}: the agent is ${context.phase}`);
    return undefined;
  }
  const address = pid === undefined || pid === "" || pid === NO_PID ? undefined : pid;
  const known = context.frameworks.get(id);
  if (known?.terminating === true) {
    context.outbox.warn(`Ignoring a launch for framework ${id}: it is being shut down`);
    return undefined;
  }
  if (known !== undefined) return known;
  const framework: Framework = {
    id,
    info,
    pid: address,
    executors: new Map(),
    completedExecutors: [],
    terminating: false,
  };
  context.frameworks.set(id, framework);
  return framework;
}

function withFramework(info: ExecutorInfo, framework: Framework): ExecutorInfo {
  return info.framework_id === undefined
    ? { ...info, framework_id: { value: framework.id } }
    : info;
}

function newTask(
  context: AgentContext,
  executor: Executor,
  info: TaskInfo,
  containerId: string,
  sandbox: string,
  nowMs: TimeMs,
): TaskRecord {
  const record: TaskRecord = {
    id: info.task_id.value,
    info,
    executor,
    task: taskOf(info, executor),
    process: undefined,
    containerId,
    sandbox,
    lastStatusAtMs: nowMs,
  };
  executor.queued.set(record.id, record);
  checkpointTask(context, record);
  return record;
}

/** The Task that Mesos derives from a TaskInfo. Command tasks have no executor id. */
export function taskOf(info: TaskInfo, executor: Executor): Task {
  const command = info.command ?? executor.info.command;
  const task: Task = {
    name: info.name,
    task_id: info.task_id,
    framework_id: { value: executor.framework.id },
    agent_id: info.agent_id,
    state: "TASK_STAGING",
    resources: info.resources,
    labels: info.labels,
    discovery: info.discovery,
    container: info.container,
    health_check: info.health_check,
    kill_policy: info.kill_policy,
    limits: info.limits,
    user: command?.user ?? (info.executor === undefined ? undefined : info.executor.command?.user),
  };
  if (executor.kind !== "command") task.executor_id = { value: executor.id };
  return task;
}

/** A launch for the id that this machine's agent had before is void: the master removed it. */
function isForUs(context: AgentContext, tasks: readonly TaskInfo[]): boolean {
  const other = tasks.find(({ agent_id }) => agent_id.value !== context.agentId);
  if (other === undefined) return true;
  context.outbox.warn(
    `Ignoring a launch of task ${other.task_id.value}: it is for agent ${other.agent_id.value}`,
  );
  return false;
}

/** A launch that came twice: its tasks are here, or were. */
function isRepeated(
  context: AgentContext,
  executor: Executor,
  tasks: readonly TaskInfo[],
): boolean {
  const repeated = tasks.find(({ task_id: { value: id } }) => {
    const { queued, launched, terminated, completed } = executor;
    const open = queued.has(id) || launched.has(id) || terminated.has(id);
    return open || completed.some((record) => record.id === id);
  });
  if (repeated === undefined) return false;
  context.outbox.warn(
    `Ignoring a launch of task ${repeated.task_id.value}: executor '${executor.id}' has it already`,
  );
  return true;
}

/** A command task whose id is that of an executor that is still there. */
function refuse(
  context: AgentContext,
  framework: Framework,
  info: ExecutorInfo,
  task: TaskInfo,
  nowMs: TimeMs,
): void {
  const executor = framework.executors.get(info.executor_id.value);
  if (executor === undefined) return;
  const record: TaskRecord = {
    id: task.task_id.value,
    info: task,
    executor,
    task: taskOf(task, executor),
    process: undefined,
    containerId: executor.containerId,
    sandbox: executor.sandbox,
    lastStatusAtMs: nowMs,
  };
  reportFromAgent(
    context,
    record,
    {
      state: droppedState(framework.info),
      reason: "REASON_EXECUTOR_TERMINATED",
      message: `Executor '${executor.id}' still exists`,
    },
    nowMs,
  );
}
