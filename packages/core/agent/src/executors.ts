import {
  type CommandInfo,
  ExecutorInfo,
  encode,
  FrameworkInfo,
  Task,
  TaskInfo,
} from "@mesos-ts/protos";
import { commandOf } from "./checker.ts";
import { containerEnded, forgetWithNested } from "./containers/lifecycle.ts";
import { terminalOf } from "./containers/terminal.ts";
import { unsupportedContainer } from "./containers/unsupported.ts";
import { type AgentContext, startProbe } from "./context.ts";
import type { ContainerSpec, TimeMs } from "./contract.ts";
import { environmentOf } from "./environment.ts";
import type { GarbageCollector } from "./gc.ts";
import { executorSandbox, metaExecutor, metaFramework, metaRun, virtualSandbox } from "./paths.ts";
import {
  allTasks,
  type Executor,
  type ExecutorKind,
  type Framework,
  type TaskRecord,
  waitStatus,
} from "./state.ts";
import { type TaskHost, TaskProcess } from "./task-process.ts";
import { reportFromAgent, reportFromProcess } from "./task-updates.ts";
import { volumeLinks } from "./volume-links.ts";

/** Completed tasks that an executor remembers. */
const MAX_COMPLETED_TASKS = 200;
/** How long a group's executor stays after its last task, as Mesos's default executor. */
const GROUP_LINGER_MS = 1000;

/** What the supervision of tasks needs, given by this agent. */
export function taskHost(context: AgentContext): TaskHost {
  return {
    outbox: context.outbox,
    timers: context.timers,
    agentId: context.agentId,
    hostname: context.config.info.hostname,
    version: context.config.version,
    report: (record, report, nowMs) => reportFromProcess(context, record, report, nowMs),
    probe: (probe, timeoutMs, done) => startProbe(context, probe, timeoutMs, done),
  };
}

export function newExecutor(
  context: AgentContext,
  framework: Framework,
  info: ExecutorInfo,
  kind: ExecutorKind,
): Executor {
  const agentId = context.agentId ?? "";
  const id = info.executor_id.value;
  const containerId = context.random.uuid();
  const executor: Executor = {
    id,
    framework,
    info,
    kind,
    containerId,
    sandbox: executorSandbox(context.config.workDir, agentId, framework.id, id, containerId),
    checkpointed: framework.info.checkpoint ?? false,
    state: "registering",
    connection: undefined,
    pid: undefined,
    hasContainer: false,
    ending: undefined,
    exit: undefined,
    queued: new Map(),
    launched: new Map(),
    terminated: new Map(),
    completed: [],
  };
  framework.executors.set(id, executor);
  prepareSandbox(context, executor);
  if (executor.checkpointed) checkpointExecutor(context, executor);
  return executor;
}

function prepareSandbox(context: AgentContext, executor: Executor): void {
  const { sandbox } = executor;
  const user = userOf(context, executor);
  context.outbox.push({
    type: "make-sandbox",
    path: sandbox,
    latest: `${sandbox.slice(0, sandbox.lastIndexOf("/"))}/latest`,
    user,
  });
  attachSandbox(context, executor);
}

export function attachSandbox(context: AgentContext, executor: Executor): void {
  const { sandbox } = executor;
  context.outbox.push({ type: "attach-path", path: sandbox, virtualPath: sandbox });
  const virtualPath = virtualSandbox(executor.framework.id, executor.id);
  context.outbox.push({ type: "attach-path", path: sandbox, virtualPath });
}

/** Who the executor's processes run as. */
export function userOf(
  context: AgentContext,
  executor: Executor,
  task?: TaskInfo,
): string | undefined {
  if (!context.config.switchUser) return undefined;
  return (
    task?.command?.user ??
    executor.info.command?.user ??
    (executor.framework.info.user || context.config.defaultUser)
  );
}

function checkpointExecutor(context: AgentContext, executor: Executor): void {
  const { outbox, agentId } = context;
  if (agentId === undefined) return;
  const { framework } = executor;
  const frameworkPath = metaFramework(agentId, framework.id);
  const executorPath = metaExecutor(agentId, framework.id, executor.id);
  const runPath = metaRun(agentId, framework.id, executor.id, executor.containerId);
  outbox.checkpoint({
    type: "message",
    path: `${frameworkPath}/framework.info`,
    bytes: encode(FrameworkInfo, framework.info),
  });
  outbox.checkpoint({
    type: "text",
    path: `${frameworkPath}/framework.pid`,
    text: framework.pid ?? "@0.0.0.0:0",
  });
  outbox.checkpoint({
    type: "message",
    path: `${executorPath}/executor.info`,
    bytes: encode(ExecutorInfo, executor.info),
  });
  if (executor.kind === "command") {
    outbox.checkpoint({
      type: "text",
      path: `${executorPath}/executor_generated_for_command_task`,
      text: "1",
    });
  }
  outbox.checkpoint({ type: "mkdir", path: runPath });
  outbox.checkpoint({
    type: "symlink",
    path: `${executorPath}/runs/latest`,
    target: `${context.config.workDir}/meta/${runPath}`,
  });
}

/** Keeps what is needed to go on with a task after the agent's restart. */
export function checkpointTask(context: AgentContext, record: TaskRecord): void {
  const { executor } = record;
  if (!executor.checkpointed || context.agentId === undefined) return;
  const run = metaRun(context.agentId, executor.framework.id, executor.id, executor.containerId);
  const path = `${run}/tasks/${record.id}`;
  context.outbox.checkpoint({
    type: "message",
    path: `${path}/task.info`,
    bytes: encode(Task, record.task),
  });
  // Mesos keeps the command with the executor's process; here the agent itself will need it.
  context.outbox.checkpoint({
    type: "message",
    path: `${path}/launch.info`,
    bytes: encode(TaskInfo, record.info),
  });
  if (record.containerId === executor.containerId) return;
  const nestedId = record.containerId.slice(executor.containerId.length + 1);
  context.outbox.checkpoint({ type: "text", path: `${path}/container.id`, text: nestedId });
}

export function checkpointPid(context: AgentContext, executor: Executor, pid: number): void {
  if (!executor.checkpointed || context.agentId === undefined) return;
  const run = metaRun(context.agentId, executor.framework.id, executor.id, executor.containerId);
  context.outbox.checkpoint({ type: "text", path: `${run}/pids/forked.pid`, text: String(pid) });
}

/** Starts the program of a custom executor. */
export function startExecutorProcess(
  context: AgentContext,
  executor: Executor,
  nowMs: TimeMs,
): void {
  const command = executor.info.command ?? {};
  executor.hasContainer = true;
  const { containerId, sandbox, info } = executor;
  startContainer(context, executor, containerId, sandbox, {
    command,
    environment: environmentOf(context, executor, undefined),
    user: userOf(context, executor),
    container: info.container,
    resources: info.resources,
  });
  const timeoutMs = context.config.executorRegistrationTimeoutMs;
  context.timers.set(`register ${executor.containerId}`, nowMs + timeoutMs, () => {
    context.outbox.info(
      `Terminating executor '${executor.id}' of framework ${executor.framework.id} because it did not register within ${timeoutMs / 1000}secs`,
    );
    executor.ending = {
      state: "TASK_FAILED",
      reason: "REASON_EXECUTOR_REGISTRATION_TIMEOUT",
      message: `Executor did not register within ${timeoutMs / 1000}secs`,
    };
    destroyExecutor(context, executor);
  });
}

interface Run {
  readonly command: CommandInfo;
  readonly environment: Record<string, string>;
  readonly user: string | undefined;
  readonly container: TaskInfo["container"];
  readonly resources: TaskInfo["resources"];
}

function startContainer(
  context: AgentContext,
  executor: Executor,
  containerId: string,
  sandbox: string,
  run: Run,
): void {
  const reason = unsupportedContainer(run.command, run.container);
  if (reason !== undefined) {
    context.outbox.push({ type: "refuse-container", containerId, reason });
    return;
  }
  const spec = specOf(context, executor, containerId, sandbox, run);
  context.outbox.push({ type: "start-container", spec });
}

function specOf(
  context: AgentContext,
  executor: Executor,
  containerId: string,
  sandbox: string,
  run: Run,
): ContainerSpec {
  const links = [
    ...(run.container?.volumes ?? []).map((volume) => ({
      path: volume.container_path,
      target: volume.host_path ?? hostPath(volume, executor.sandbox),
      createTarget: volume.source?.type === "SANDBOX_PATH",
    })),
    ...volumeLinks(context, executor, run.resources),
  ].filter(({ path }) => path !== "");
  const terminal = terminalOf(run.container);
  return {
    containerId,
    sandbox,
    ...(terminal === undefined ? {} : { interaction: { terminal } }),
    command: commandOf(run.command),
    environment: run.environment,
    user: run.user,
    uris: run.command.uris ?? [],
    rlimits: run.container?.rlimit_info,
    links: links.map((link) => ({
      ...link,
      path: link.path.startsWith("/") ? link.path : `${sandbox}/${link.path}`,
    })),
  };
}

function hostPath(
  volume: NonNullable<NonNullable<TaskInfo["container"]>["volumes"]>[number],
  executorSandbox: string,
): string {
  const source = volume.source;
  if (source?.host_path !== undefined) return source.host_path.path;
  return `${executorSandbox}/${source?.sandbox_path?.path ?? volume.container_path}`;
}

export function taskEnvironment(
  context: AgentContext,
  { executor, info, sandbox }: TaskRecord,
): Record<string, string> {
  return { ...environmentOf(context, executor, info.command), MESOS_SANDBOX: sandbox };
}

/** Starts the process of a task that this agent supervises itself. */
export function startTaskProcess(context: AgentContext, record: TaskRecord): void {
  const { executor } = record;
  const command = record.info.command ?? {};
  record.process = new TaskProcess(record, taskHost(context));
  if ((command.uris ?? []).length === 0) record.process.introduce();
  executor.hasContainer = true;
  const { containerId, sandbox, info } = record;
  startContainer(context, executor, containerId, sandbox, {
    command,
    environment: taskEnvironment(context, record),
    user: userOf(context, executor, info),
    container: info.container,
    resources: info.resources,
  });
}

/** Asks an executor to end its tasks and itself; what is left after the grace period is killed. */
export function shutdownExecutor(context: AgentContext, executor: Executor, nowMs: TimeMs): void {
  if (executor.state === "terminating" || executor.state === "terminated") return;
  executor.state = "terminating";
  const graceMs =
    (executor.info.shutdown_grace_period?.nanoseconds ?? 0) / 1e6 ||
    context.config.executorShutdownGracePeriodMs;
  context.outbox.info(
    `Shutting down executor '${executor.id}' of framework ${executor.framework.id}`,
  );
  if (executor.kind === "custom" || executor.connection !== undefined) {
    context.outbox.toExecutor(executor, { type: "SHUTDOWN" }, "ShutdownExecutorMessage", {});
    if (executor.connection === undefined) {
      destroyExecutor(context, executor);
      return;
    }
    context.timers.set(`shutdown ${executor.containerId}`, nowMs + graceMs, () => {
      context.outbox.info(
        `Killing executor '${executor.id}' of framework ${executor.framework.id}: it did not end within its grace period`,
      );
      destroyExecutor(context, executor);
    });
    return;
  }
  const tasks = [...executor.launched.values()];
  for (const record of tasks) record.process?.kill(Math.min(graceMs, 3000), nowMs);
}

/** SIGKILL to all that runs in the executor's containers. */
export function destroyExecutor(context: AgentContext, executor: Executor): void {
  if (executor.kind === "custom" || executor.connection !== undefined) {
    if (!executor.hasContainer) return;
    context.outbox.push({ type: "destroy-container", containerId: executor.containerId });
    return;
  }
  for (const record of executor.launched.values()) {
    context.outbox.push({ type: "destroy-container", containerId: record.containerId });
  }
}

/**
 * No process of the executor is left. Its tasks that did not end are told why; the master hears of
 * it unless it was made up for a command task.
 */
export function executorTerminated(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  nowMs: TimeMs,
): void {
  if (executor.state === "terminated") return;
  const { framework } = executor;
  executor.state = "terminated";
  executor.connection = undefined;
  for (const name of ["register", "shutdown", "reconnect"]) {
    context.timers.cancel(`${name} ${executor.containerId}`);
  }
  const ending = executor.ending ?? {
    state: "TASK_FAILED" as const,
    reason: "REASON_EXECUTOR_TERMINATED" as const,
    message: "Executor terminated",
  };
  for (const record of [...executor.queued.values(), ...executor.launched.values()]) {
    record.process?.end();
    reportFromAgent(context, record, ending, nowMs);
  }
  containerEnded(context, executor.containerId, executor.exit ?? { type: "unknown" });
  if (executor.kind !== "command" && context.master !== undefined) {
    const status = executor.exit === undefined ? 0 : waitStatus(executor.exit);
    context.outbox.send(context.master, "ExitedExecutorMessage", {
      agent_id: { value: context.agentId ?? "" },
      framework_id: { value: framework.id },
      executor_id: { value: executor.id },
      status,
    });
  }
  if (executor.checkpointed && context.agentId !== undefined) {
    const run = metaRun(context.agentId, framework.id, executor.id, executor.containerId);
    context.outbox.checkpoint({ type: "touch", path: `${run}/executor.sentinel` });
  }
  completeIfDone(context, gc, executor, nowMs);
}

/** Moves a terminated executor to the completed ones once all its updates are acknowledged. */
export function completeIfDone(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  nowMs: TimeMs,
): void {
  const { framework } = executor;
  if (executor.state !== "terminated") return;
  if (!framework.terminating && allTasks(executor).length > 0) return;
  if (framework.executors.get(executor.id) !== executor) return;
  framework.executors.delete(executor.id);
  framework.completedExecutors.push(executor);
  if (framework.completedExecutors.length > context.config.maxCompletedExecutorsPerFramework) {
    framework.completedExecutors.shift();
  }
  const ids = new Set([...executor.completed.map((r) => r.containerId), executor.containerId]);
  forgetWithNested(context, executor.containerId, [...ids]);
  gc.schedule(executor.sandbox, nowMs, virtualSandbox(framework.id, executor.id));
  if (executor.checkpointed && context.agentId !== undefined) {
    const run = metaRun(context.agentId, framework.id, executor.id, executor.containerId);
    gc.schedule(`${context.config.workDir}/meta/${run}`, nowMs);
  }
}

/** A task's terminal update is acknowledged: nobody asks for it any more. */
export function taskAcknowledged(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  taskId: string,
  nowMs: TimeMs,
): void {
  const record = executor.terminated.get(taskId);
  if (record === undefined) return;
  executor.terminated.delete(taskId);
  executor.completed.push(record);
  if (executor.completed.length > MAX_COMPLETED_TASKS) executor.completed.shift();
  completeIfDone(context, gc, executor, nowMs);
}

/** The end of a group's executor, shortly after its last task. */
export function endGroupIfIdle(
  context: AgentContext,
  gc: GarbageCollector,
  executor: Executor,
  nowMs: TimeMs,
): void {
  if (executor.kind !== "group" || executor.launched.size > 0 || executor.queued.size > 0) return;
  context.timers.set(`shutdown ${executor.containerId}`, nowMs + GROUP_LINGER_MS, (atMs) => {
    if (executor.launched.size > 0) return;
    executor.exit = { type: "exited", code: 0 };
    executorTerminated(context, gc, executor, atMs);
  });
}
