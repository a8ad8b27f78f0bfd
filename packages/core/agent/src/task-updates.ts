import type { internal, TaskStatus } from "@mesos-ts/protos";
import { type AgentContext, count } from "./context.ts";
import type { TimeMs } from "./contract.ts";
import { drainedStatus } from "./drained-status.ts";
import { metaRun } from "./paths.ts";
import { containerStatus, type Executor, isTerminal, type TaskRecord } from "./state.ts";
import type { TaskReport } from "./task-process.ts";

/** What a task of this agent's own supervision reports, as Mesos's built-in executors would. */
export function reportFromProcess(
  context: AgentContext,
  record: TaskRecord,
  report: TaskReport,
  nowMs: TimeMs,
): void {
  const { executor } = record;
  const grouped = executor.kind === "group";
  const ended = isTerminal(report.state);
  const started = report.state !== "TASK_STARTING";
  const pid = grouped && (ended || !started) ? undefined : (record.process?.pid ?? executor.pid);
  const status = {
    ...statusOf(context, record, report, "SOURCE_EXECUTOR", nowMs),
    container_status: containerStatus(context.config.ip, record.containerId, {
      pid,
      network: !(grouped && ended),
    }),
  };
  apply(context, executor, record, status, nowMs);
}

/** What the agent itself says of a task: its executor failed, it never started, … */
export function reportFromAgent(
  context: AgentContext,
  record: TaskRecord,
  report: TaskReport,
  nowMs: TimeMs,
): void {
  const { executor } = record;
  const status = statusOf(context, record, report, "SOURCE_AGENT", nowMs);
  const running = executor.hasContainer && executor.pid !== undefined;
  apply(
    context,
    executor,
    record,
    running ? { ...status, container_status: shownContainer(context, executor) } : status,
    nowMs,
  );
}

/** An update that a custom executor sent. It is completed, kept and forwarded. */
export function reportFromExecutor(
  context: AgentContext,
  executor: Executor,
  status: TaskStatus,
  nowMs: TimeMs,
): void {
  const record = findTask(executor, status.task_id.value);
  const agentId = context.agentId;
  const completed: TaskStatus = {
    ...status,
    ...(agentId === undefined ? {} : { agent_id: { value: agentId } }),
    executor_id: { value: executor.id },
    source: "SOURCE_EXECUTOR",
    uuid: status.uuid ?? context.random.uuidBytes(),
    timestamp: status.timestamp ?? nowMs / 1000,
    container_status: status.container_status ?? shownContainer(context, executor),
  };
  apply(context, executor, record, completed, nowMs);
}

function shownContainer(context: AgentContext, executor: Executor) {
  return containerStatus(context.config.ip, executor.containerId, {
    pid: executor.pid,
    network: true,
  });
}

function findTask(executor: Executor, taskId: string): TaskRecord | undefined {
  return (
    executor.launched.get(taskId) ?? executor.terminated.get(taskId) ?? executor.queued.get(taskId)
  );
}

function statusOf(
  context: AgentContext,
  record: TaskRecord,
  report: TaskReport,
  source: NonNullable<TaskStatus["source"]>,
  nowMs: TimeMs,
): TaskStatus {
  return {
    task_id: { value: record.id },
    state: report.state,
    ...(report.message === undefined ? {} : { message: report.message }),
    ...(context.agentId === undefined ? {} : { agent_id: { value: context.agentId } }),
    timestamp: nowMs / 1000,
    executor_id: { value: record.executor.id },
    ...(report.healthy === undefined ? {} : { healthy: report.healthy }),
    source,
    ...(report.reason === undefined ? {} : { reason: report.reason }),
    uuid: context.random.uuidBytes(),
    ...(report.checkStatus === undefined ? {} : { check_status: report.checkStatus }),
  };
}

/** Books the update with the task and gives it to the stream that delivers it. */
function apply(
  context: AgentContext,
  executor: Executor,
  record: TaskRecord | undefined,
  reported: TaskStatus,
  nowMs: TimeMs,
): void {
  const { framework } = executor;
  const status = drainedStatus(context, framework.info, reported);
  if (framework.terminating) {
    count(context, "invalid_status_updates");
    context.outbox.warn(
      `Ignoring ${status.state} of task ${status.task_id.value}: framework ${framework.id} is being shut down`,
    );
    return;
  }
  count(context, "valid_status_updates");
  if (record !== undefined) book(context, record, status, nowMs);
  const update: internal.StatusUpdate = {
    framework_id: { value: framework.id },
    executor_id: { value: executor.id },
    ...(context.agentId === undefined ? {} : { agent_id: { value: context.agentId } }),
    status,
    timestamp: status.timestamp ?? nowMs / 1000,
    ...(status.uuid === undefined ? {} : { uuid: status.uuid }),
  };
  context.updates.update(update, updatesPath(context, executor, status.task_id.value), nowMs);
}

function book(context: AgentContext, record: TaskRecord, status: TaskStatus, nowMs: TimeMs): void {
  const { executor, task } = record;
  const wasTerminal = isTerminal(task.state);
  task.statuses = [...(task.statuses ?? []), status];
  record.lastStatusAtMs = nowMs;
  if (wasTerminal) return;
  task.state = status.state;
  if (!isTerminal(status.state)) return;
  executor.queued.delete(record.id);
  executor.launched.delete(record.id);
  executor.terminated.set(record.id, record);
  count(context, `tasks_${status.state.slice("TASK_".length).toLowerCase()}`);
}

export function updatesPath(
  context: AgentContext,
  executor: Executor,
  taskId: string,
): string | undefined {
  if (!executor.checkpointed || context.agentId === undefined) return undefined;
  const run = metaRun(context.agentId, executor.framework.id, executor.id, executor.containerId);
  return `${run}/tasks/${taskId}/task.updates`;
}
