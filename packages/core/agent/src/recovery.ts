import { formatDuration, milliseconds } from "@mesos-ts/base";
import type { AgentInfo, TaskInfo } from "@mesos-ts/protos";
import { incompatibility, isSameAgent } from "./compatibility.ts";
import { deepestFirst } from "./containers/own-containers.ts";
import { recoverNested, recoverStandalone } from "./containers/recover.ts";
import type { AgentContext } from "./context.ts";
import type {
  AgentConfig,
  RecoveredAgent,
  RecoveredExecutor,
  RecoveredFramework,
  RecoveredTask,
  TimeMs,
} from "./contract.ts";
import { attachSandbox, executorTerminated, shutdownExecutor, taskHost } from "./executors.ts";
import type { GarbageCollector } from "./gc.ts";
import { endIfNothingRuns, endSiblings } from "./kills.ts";
import { recoverOperations, recoverResources } from "./operation-recovery.ts";
import { nestedSandbox } from "./paths.ts";
import {
  droppedState,
  type Ending,
  type Executor,
  type Framework,
  goneState,
  isTerminal,
  type TaskRecord,
} from "./state.ts";
import { TaskProcess } from "./task-process.ts";
import { reportFromAgent, updatesPath } from "./task-updates.ts";

/** What becomes of the work that an earlier run of the agent left. */
export type Recovery =
  | { readonly type: "refused"; readonly text: string }
  /** Executors that are waited for before the agent registers. */
  | { readonly type: "recovered"; readonly waiting: readonly Executor[] };

/** What ran before a reboot. */
const UNKNOWN_CONTAINER: Ending = {
  state: "TASK_FAILED",
  reason: "REASON_EXECUTOR_TERMINATED",
  message: "Abnormal executor termination: unknown container",
};

/** Takes over what the checkpoints and the container runtime know. */
export function recover(
  context: AgentContext,
  gc: GarbageCollector,
  recovered: RecoveredAgent,
  nowMs: TimeMs,
): Recovery {
  const refusal = refuse(context, recovered);
  if (refusal !== undefined) return { type: "refused", text: refusal };
  for (const error of recovered.errors) context.outbox.warn(error);
  context.agentId = isNewAgent(context, recovered) ? undefined : recovered.info?.id?.value;
  const { info } = recovered;
  context.hasChanged =
    context.agentId !== undefined && info !== undefined && !isSameAgent(info, context.config.info);
  const resources = recoverResources(context, recovered);
  if (resources.type === "error") {
    const remedy = `Start with --resources that hold them, or remove '${context.config.workDir}/meta/resources' to go on without them`;
    return { type: "refused", text: `Failed to perform recovery: ${resources.error}. ${remedy}` };
  }
  for (const id of deepestFirst(recovered.orphans)) {
    context.outbox.info(`Destroying orphan container ${id}`);
    context.outbox.push({ type: "destroy-container", containerId: id });
    context.outbox.push({ type: "forget-container", containerId: id });
  }
  for (const path of recovered.leftovers) gc.schedule(path, nowMs);
  recoverStandalone(context, gc, recovered.standalone ?? {}, nowMs);
  if (context.agentId === undefined) abandon(context, gc, recovered.info?.id?.value, nowMs);
  if (context.agentId === undefined) return { type: "recovered", waiting: [] };
  const { drainConfig } = recovered;
  // Before the tasks: those that ended meanwhile are told of the draining, too.
  if (drainConfig !== undefined) context.draining = { config: drainConfig, startedMs: nowMs };
  recoverOperations(context, recovered, nowMs);
  const waiting = recovered.frameworks.flatMap((framework) =>
    recoverFramework(context, gc, framework, recovered.rebooted, nowMs),
  );
  if (context.config.recover === "cleanup") cleanUp(context, gc, nowMs);
  return { type: "recovered", waiting };
}

function refuse(context: AgentContext, recovered: RecoveredAgent): string | undefined {
  const { config } = context;
  if (config.strict && recovered.errors.length > 0) {
    return failedRecovery(
      config,
      `${recovered.errors[0]}. Repair or remove it, or start with --no-strict to go on without it`,
    );
  }
  if (recovered.info === undefined || recovered.rebooted) return undefined;
  const why = incompatible(config, recovered.info);
  return why === undefined ? undefined : failedRecovery(config, why);
}

/** Mesos's words for an agent that cannot go on from what it was, with the ways out. */
function failedRecovery({ workDir }: AgentConfig, why: string): string {
  return [
    `Failed to perform recovery: ${why}`,
    "If recovery failed due to a change in configuration and you want to",
    "keep the current agent id, you might want to change the",
    "`--reconfiguration_policy` flag to a more permissive value.",
    "",
    "To restart this agent with a new agent id instead, do as follows:",
    `rm -f ${workDir}/meta/slaves/latest`,
    "This ensures that the agent does not recover old live executors.",
    "",
    "Finally, restart the agent.",
  ].join("\n");
}

/** After a reboot an agent that may not go on as it was starts as a new one. */
function isNewAgent(context: AgentContext, { info, rebooted }: RecoveredAgent): boolean {
  if (!rebooted || info === undefined) return false;
  const why = incompatible(context.config, info);
  if (why === undefined) return false;
  context.outbox.warn(`Falling back to recover as a new agent due to error: ${why}`);
  // So that a crash before the registration does not bring the question up again.
  context.outbox.checkpoint({ type: "remove", path: "slaves/latest" });
  return true;
}

/** The folders of an agent that this one does not go on as. */
function abandon(
  { config }: AgentContext,
  gc: GarbageCollector,
  id: string | undefined,
  nowMs: TimeMs,
): void {
  if (id === undefined) return;
  gc.schedule(`${config.workDir}/slaves/${id}`, nowMs);
  gc.schedule(`${config.workDir}/meta/slaves/${id}`, nowMs);
}

function incompatible(config: AgentConfig, before: AgentInfo): string | undefined {
  // What ends is not going to go on as anything.
  if (config.recover === "cleanup") return undefined;
  return incompatibility(config.reconfigurationPolicy, before, config.info);
}

function recoverFramework(
  context: AgentContext,
  gc: GarbageCollector,
  recovered: RecoveredFramework,
  rebooted: boolean,
  nowMs: TimeMs,
): Executor[] {
  const id = recovered.info.id?.value ?? "";
  const framework: Framework = {
    id,
    info: recovered.info,
    pid: recovered.pid === "@0.0.0.0:0" ? undefined : recovered.pid,
    executors: new Map(),
    completedExecutors: [],
    terminating: false,
  };
  context.frameworks.set(id, framework);
  return recovered.executors.flatMap((each) =>
    recoverExecutor(context, gc, framework, each, rebooted, nowMs),
  );
}

function recoverExecutor(
  context: AgentContext,
  gc: GarbageCollector,
  framework: Framework,
  recovered: RecoveredExecutor,
  rebooted: boolean,
  nowMs: TimeMs,
): Executor[] {
  const executor = rebuilt(framework, recovered);
  attachSandbox(context, executor);
  for (const each of recovered.tasks) recoverTask(context, executor, each, nowMs);
  framework.executors.set(executor.id, executor);
  recoverNested(context, recovered.containers);
  if (recovered.completed || rebooted) {
    if (rebooted) executor.ending = UNKNOWN_CONTAINER;
    settle(context, gc, executor, nowMs);
    return [];
  }
  // An Apache Mesos agent left an executor process where this one supervises the tasks itself.
  const hasProcess = recovered.libprocessPid !== undefined || recovered.http;
  if (executor.kind !== "custom" && !hasProcess) {
    resumeTasks(context, gc, executor, recovered, nowMs);
    return [];
  }
  return reconnect(context, gc, executor, recovered, nowMs);
}

function rebuilt(framework: Framework, recovered: RecoveredExecutor): Executor {
  const kind = recovered.generatedForCommandTask
    ? "command"
    : recovered.info.type === "DEFAULT"
      ? "group"
      : "custom";
  return {
    id: recovered.info.executor_id.value,
    framework,
    info: recovered.info,
    kind,
    containerId: recovered.containerId.value,
    sandbox: recovered.sandbox,
    checkpointed: true,
    state: "registering",
    connection: undefined,
    pid: recovered.forkedPid,
    hasContainer: true,
    ending: undefined,
    exit: undefined,
    queued: new Map(),
    launched: new Map(),
    terminated: new Map(),
    completed: [],
  };
}

function recoverTask(
  context: AgentContext,
  executor: Executor,
  recovered: RecoveredTask,
  nowMs: TimeMs,
): void {
  const { info: task, taskInfo, updates } = recovered;
  const id = task.task_id.value;
  const nested = recovered.nestedId;
  const record: TaskRecord = {
    id,
    info: taskInfo ?? placeholder(recovered),
    executor,
    task: { ...task },
    process: undefined,
    containerId: nested === undefined ? executor.containerId : `${executor.containerId}.${nested}`,
    sandbox: nested === undefined ? executor.sandbox : nestedSandbox(executor.sandbox, nested),
    lastStatusAtMs: nowMs,
  };
  for (const { update } of updates) {
    if (update === undefined) continue;
    record.task.statuses = [...(record.task.statuses ?? []), update.status];
    if (!isTerminal(record.task.state)) record.task.state = update.status.state;
  }
  const path = updatesPath(context, executor, id);
  const acknowledged = context.updates.recover(executor.framework.id, id, path, updates);
  if (acknowledged) executor.completed.push(record);
  else if (isTerminal(record.task.state)) executor.terminated.set(id, record);
  else executor.launched.set(id, record);
}

/** A task of another Mesos's agent: its command is known to its own executor only. */
function placeholder({ info }: RecoveredTask): TaskInfo {
  return {
    name: info.name,
    task_id: info.task_id,
    agent_id: info.agent_id,
    resources: info.resources,
    health_check: info.health_check,
    kill_policy: info.kill_policy,
  };
}

/** Tasks that this agent supervises itself: they run on, or ended meanwhile. */
function resumeTasks(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  recovered: RecoveredExecutor,
  nowMs: TimeMs,
): void {
  executor.state = "running";
  const records = [...executor.launched.values()];
  const running = records.filter(
    (record) => recovered.containers[record.containerId]?.type === "running",
  );
  for (const record of records) {
    record.process = new TaskProcess(record, taskHost(context));
    const container = recovered.containers[record.containerId];
    if (container?.type === "running")
      resume(context, record, record.process, container.pid, nowMs);
    else if (container?.type === "exited" && container.status.type !== "unknown") {
      if (record.task.state === "TASK_STAGING") record.process.announce(nowMs);
      if (record.task.state === "TASK_KILLING") record.process.killed();
      record.process.exited(container.status, nowMs);
    } else if (executor.kind === "group") lose(context, record, nowMs);
    if (executor.kind === "command") executor.pid = record.process.pid;
  }
  if (running.length === 0) {
    settle(context, gc, executor, nowMs);
    return;
  }
  for (const record of records)
    if (isTerminal(record.task.state)) endSiblings(executor, record, nowMs);
}

function resume(
  context: AgentContext,
  record: TaskRecord,
  process: TaskProcess,
  pid: number,
  nowMs: TimeMs,
): void {
  const { state, statuses } = record.task;
  if (state === "TASK_STAGING") process.announce(nowMs);
  if (state === "TASK_STAGING" || state === "TASK_STARTING") process.running(pid, nowMs);
  else process.resumed(pid, (statuses?.[0]?.timestamp ?? nowMs / 1000) * 1000, nowMs);
  // A drain kills all tasks again, and knows how long they may take.
  if (state === "TASK_KILLING" && context.draining === undefined) process.kill(undefined, nowMs);
}

/** A task of a group whose process never started, or ended unseen. */
function lose(context: AgentContext, record: TaskRecord, nowMs: TimeMs): void {
  const neverRan = ["TASK_STAGING", "TASK_STARTING"].includes(record.task.state);
  reportFromAgent(
    context,
    record,
    neverRan
      ? {
          state: droppedState(record.executor.framework.info),
          reason: "REASON_AGENT_RESTARTED",
          message: "Task launched during agent restart",
        }
      : {
          state: "TASK_FAILED",
          reason: "REASON_EXECUTOR_TERMINATED",
          message: "Executor terminated",
        },
    nowMs,
  );
}

/** Executors of their own: asked to register again, ended when they do not in time. */
function reconnect(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  recovered: RecoveredExecutor,
  nowMs: TimeMs,
): Executor[] {
  const container = recovered.containers[executor.containerId];
  if (container?.type !== "running") {
    // Nobody is left who could come back.
    executor.exit = container?.status;
    if (recovered.forkedPid === undefined) executor.ending = UNKNOWN_CONTAINER;
    settle(context, gc, executor, nowMs);
    return [];
  }
  if (context.config.recover === "cleanup") {
    const pid = recovered.libprocessPid;
    executor.connection = pid === undefined ? undefined : { type: "pid", pid };
    return [];
  }
  if (recovered.libprocessPid !== undefined) {
    context.outbox.info(
      `Sending reconnect request to executor '${executor.id}' of framework ${executor.framework.id} at ${recovered.libprocessPid}`,
    );
    context.outbox.push({ type: "link", pid: recovered.libprocessPid });
    context.outbox.send(recovered.libprocessPid, "ReconnectExecutorMessage", {
      agent_id: { value: context.agentId ?? "" },
    });
  }
  const timeoutMs = context.config.executorReregistrationTimeoutMs;
  context.timers.set(`reconnect ${executor.containerId}`, nowMs + timeoutMs, () =>
    giveUp(context, executor),
  );
  return [executor];
}

/** An executor that hangs: had it ended, its end would have been seen. */
function giveUp(context: AgentContext, executor: Executor): void {
  const { framework } = executor;
  const timeout = milliseconds(context.config.executorReregistrationTimeoutMs);
  context.outbox.info(
    `Killing un-reregistered executor '${executor.id}' of framework ${framework.id}`,
  );
  executor.ending = {
    state: goneState(framework.info),
    reason: "REASON_EXECUTOR_REREGISTRATION_TIMEOUT",
    message: `Executor did not reregister within ${formatDuration(timeout)}`,
  };
  // Should it come after all, it is told to shut down.
  executor.state = "terminating";
  context.outbox.push({ type: "destroy-container", containerId: executor.containerId });
}

/** The executor has no process any more: its open tasks are told so. */
function settle(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  nowMs: TimeMs,
): void {
  executor.hasContainer = false;
  executorTerminated(context, gc, executor, nowMs);
}

/** `--recover=cleanup`: everything is asked to end, and made to after its grace period; the program ends when nothing is left. */
function cleanUp(context: AgentContext, gc: GarbageCollector, nowMs: TimeMs): void {
  context.phase = "terminating";
  for (const framework of context.frameworks.values()) {
    framework.terminating = true;
    for (const executor of [...framework.executors.values()]) {
      shutdownExecutor(context, executor, nowMs);
      endIfNothingRuns(context, gc, executor, nowMs);
    }
  }
}
