import type { internal, KillPolicy } from "@mesos-ts/protos";
import type { AgentContext } from "./context.ts";
import type { TimeMs } from "./contract.ts";
import { completeIfDone, executorTerminated, shutdownExecutor } from "./executors.ts";
import type { GarbageCollector } from "./gc.ts";
import type { Executor, Framework, TaskRecord } from "./state.ts";
import { reportFromAgent } from "./task-updates.ts";

/** KillTaskMessage. */
export function killTask(
  context: AgentContext,
  gc: GarbageCollector,
  message: internal.KillTaskMessage,
  nowMs: TimeMs,
): void {
  const framework = context.frameworks.get(message.framework_id.value);
  const taskId = message.task_id.value;
  const record = framework && findRecord(framework, taskId);
  context.outbox.info(`Asked to kill task ${taskId} of framework ${message.framework_id.value}`);
  if (record === undefined) {
    context.outbox.warn(`Ignoring the kill of task ${taskId}: it is not known here`);
    return;
  }
  const { executor } = record;
  if (executor.queued.has(taskId)) killQueued(context, gc, record, nowMs);
  else if (executor.kind === "custom" || executor.connection !== undefined) {
    const policy = message.kill_policy;
    context.outbox.toExecutor(
      executor,
      {
        type: "KILL",
        kill: {
          task_id: message.task_id,
          ...(policy === undefined ? {} : { kill_policy: policy }),
        },
      },
      "KillTaskMessage",
      message,
    );
  } else record.process?.kill(graceOf(message.kill_policy), nowMs);
}

function graceOf(policy: KillPolicy | undefined): number | undefined {
  const nanoseconds = policy?.grace_period?.nanoseconds;
  return nanoseconds === undefined ? undefined : nanoseconds / 1e6;
}

function killQueued(
  context: AgentContext,
  gc: GarbageCollector,
  record: TaskRecord,
  nowMs: TimeMs,
): void {
  const { executor } = record;
  reportFromAgent(
    context,
    record,
    {
      state: "TASK_KILLED",
      reason: "REASON_TASK_KILLED_DURING_LAUNCH",
      message: "A kill task request was received before the task was launched",
    },
    nowMs,
  );
  if (executor.queued.size > 0 || executor.launched.size > 0) return;
  shutdownExecutor(context, executor, nowMs);
  if (!executor.hasContainer) executorTerminated(context, gc, executor, nowMs);
}

export function findRecord(framework: Framework, taskId: string): TaskRecord | undefined {
  for (const executor of framework.executors.values()) {
    const record =
      executor.queued.get(taskId) ??
      executor.launched.get(taskId) ??
      executor.terminated.get(taskId);
    if (record !== undefined) return record;
  }
  return undefined;
}

/** When one task of a group fails or is killed, the others are killed. */
export function endSiblings(executor: Executor, record: TaskRecord, nowMs: TimeMs): void {
  if (executor.kind !== "group" || record.task.state === "TASK_FINISHED") return;
  for (const sibling of executor.launched.values()) {
    if (sibling.process?.killing !== true) sibling.process?.kill(undefined, nowMs);
  }
}

/** ShutdownFrameworkMessage: the framework is gone, and all of its work with it. */
export function shutdownFramework(
  context: AgentContext,
  gc: GarbageCollector,
  frameworkId: string,
  nowMs: TimeMs,
): void {
  const framework = context.frameworks.get(frameworkId);
  context.outbox.info(`Asked to shut down framework ${frameworkId}`);
  if (framework === undefined || framework.terminating) return;
  framework.terminating = true;
  context.updates.forget(frameworkId);
  for (const executor of [...framework.executors.values()]) {
    shutdownExecutor(context, executor, nowMs);
    endIfNothingRuns(context, gc, executor, nowMs);
  }
  removeFrameworkIfDone(context, framework);
}

/** An executor without a running process ends at once. */
export function endIfNothingRuns(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  nowMs: TimeMs,
): void {
  const runs = executor.kind === "custom" ? executor.hasContainer : executor.launched.size > 0;
  if (runs) return;
  if (executor.state === "terminated") {
    // It only waited for acknowledgements, which a framework that is gone does not send.
    completeIfDone(context, gc, executor, nowMs);
    return;
  }
  executor.exit ??= { type: "exited", code: 0 };
  executorTerminated(context, gc, executor, nowMs);
}

/** Completed frameworks that are remembered. */
const MAX_COMPLETED_FRAMEWORKS = 50;

export function removeFrameworkIfDone(context: AgentContext, framework: Framework): void {
  if (framework.executors.size > 0) return;
  if (context.frameworks.get(framework.id) !== framework) return;
  context.frameworks.delete(framework.id);
  context.completedFrameworks.push(framework);
  if (context.completedFrameworks.length > MAX_COMPLETED_FRAMEWORKS) {
    context.completedFrameworks.shift();
  }
}
