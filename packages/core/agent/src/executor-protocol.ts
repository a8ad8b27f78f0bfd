import type { executor as api, internal, TaskStatus } from "@mesos-ts/protos";
import { type AgentContext, findExecutor } from "./context.ts";
import type { Pid, RequestId, StreamId, TimeMs } from "./contract.ts";
import { shutdownExecutor } from "./executors.ts";
import { deliver } from "./launches.ts";
import { metaRun } from "./paths.ts";
import type { Executor, ExecutorConnection } from "./state.ts";
import { reportFromExecutor } from "./task-updates.ts";

/** RegisterExecutorMessage: a libprocess executor's program is up. */
export function registerExecutor(
  context: AgentContext,
  from: Pid,
  message: internal.RegisterExecutorMessage,
): void {
  const { framework_id, executor_id } = message;
  const executor = findExecutor(context, framework_id.value, executor_id.value);
  context.outbox.info(
    `Got registration for executor '${executor_id.value}' of framework ${framework_id.value} from ${from}`,
  );
  if (executor === undefined || executor.state !== "registering") {
    context.outbox.warn(`Shutting down executor '${executor_id.value}': it is not expected`);
    context.outbox.send(from, "ShutdownExecutorMessage", {});
    return;
  }
  connect(context, executor, { type: "pid", pid: from });
  context.outbox.push({ type: "link", pid: from });
  context.outbox.send(from, "ExecutorRegisteredMessage", {
    executor_info: executor.info,
    framework_id,
    framework_info: executor.framework.info,
    agent_id: { value: context.agentId ?? "" },
    agent_info: ownInfo(context),
  });
  deliver(context, executor, [...executor.queued.values()]);
}

/** ReregisterExecutorMessage: a libprocess executor survived this agent's restart. */
export function reregisterExecutor(
  context: AgentContext,
  from: Pid,
  message: internal.ReregisterExecutorMessage,
  nowMs: TimeMs,
): void {
  const executor = findExecutor(context, message.framework_id.value, message.executor_id.value);
  context.outbox.info(
    `Received re-registration message from executor '${message.executor_id.value}' of framework ${message.framework_id.value}`,
  );
  if (executor === undefined || executor.state !== "registering") {
    context.outbox.send(from, "ShutdownExecutorMessage", {});
    return;
  }
  connect(context, executor, { type: "pid", pid: from });
  context.outbox.push({ type: "link", pid: from });
  context.outbox.send(from, "ExecutorReregisteredMessage", {
    agent_id: { value: context.agentId ?? "" },
    agent_info: ownInfo(context),
  });
  resubscribed(context, executor, message.updates ?? [], message.tasks ?? [], nowMs);
}

function resubscribed(
  context: AgentContext,
  executor: Executor,
  updates: readonly { readonly status: TaskStatus }[],
  tasks: readonly { readonly task_id: { readonly value: string } }[],
  nowMs: TimeMs,
): void {
  for (const { status } of updates) reportFromExecutor(context, executor, status, nowMs);
  const known = new Set(tasks.map((task) => task.task_id.value));
  // Tasks that were on their way when the agent went down never reached the executor.
  const lost = [...executor.launched.values()].filter(
    (record) => record.task.state === "TASK_STAGING" && !known.has(record.id),
  );
  deliver(context, executor, [...lost, ...executor.queued.values()]);
}

function connect(context: AgentContext, executor: Executor, connection: ExecutorConnection): void {
  executor.connection = connection;
  executor.state = "running";
  for (const name of ["register", "reconnect"]) {
    context.timers.cancel(`${name} ${executor.containerId}`);
  }
  if (!executor.checkpointed || context.agentId === undefined) return;
  const run = metaRun(context.agentId, executor.framework.id, executor.id, executor.containerId);
  context.outbox.checkpoint(
    connection.type === "pid"
      ? { type: "text", path: `${run}/pids/libprocess.pid`, text: connection.pid }
      : { type: "touch", path: `${run}/http.marker` },
  );
}

/** StatusUpdateMessage from a libprocess executor; it is acknowledged once it is kept. */
export function executorUpdate(
  context: AgentContext,
  from: Pid,
  message: internal.StatusUpdateMessage,
  nowMs: TimeMs,
): void {
  const { update } = message;
  const executor =
    update.executor_id === undefined
      ? undefined
      : findExecutor(context, update.framework_id.value, update.executor_id.value);
  if (executor === undefined) {
    context.outbox.warn(
      `Ignoring ${update.status.state} of task ${update.status.task_id.value}: its executor is not known here`,
    );
    return;
  }
  const uuid = update.uuid ?? update.status.uuid;
  reportFromExecutor(
    context,
    executor,
    {
      ...update.status,
      timestamp: update.timestamp,
      ...(uuid === undefined ? {} : { uuid }),
    },
    nowMs,
  );
  if (uuid === undefined) return;
  context.outbox.send(from, "StatusUpdateAcknowledgementMessage", {
    agent_id: { value: context.agentId ?? "" },
    framework_id: update.framework_id,
    task_id: update.status.task_id,
    uuid,
  });
}

/** A call of an HTTP executor. Texts and codes are Mesos's. */
export function executorCall(
  context: AgentContext,
  requestId: RequestId,
  call: api.Call,
  nextStream: () => StreamId,
  nowMs: TimeMs,
): void {
  const refuse = (status: number, text: string): void =>
    context.outbox.push({ type: "reply", requestId, reply: { type: "refused", status, text } });
  const invalid = invalidCall(call);
  if (invalid !== undefined) return refuse(400, `Failed to validate Executor::Call: ${invalid}`);
  // Executors that survived the agent come back before its recovery is over.
  if (context.startedMs === 0) return refuse(503, "Agent has not finished recovery");
  const framework = context.frameworks.get(call.framework_id.value);
  if (framework === undefined) return refuse(400, "Framework cannot be found");
  const executor = framework.executors.get(call.executor_id.value);
  if (executor === undefined) return refuse(400, "Executor cannot be found");
  if (call.type === "SUBSCRIBE") {
    subscribe(context, requestId, executor, call.subscribe ?? {}, nextStream(), nowMs);
    return;
  }
  if (executor.connection?.type !== "stream") return refuse(403, "Executor is not subscribed");
  context.outbox.push({ type: "reply", requestId, reply: { type: "accepted" } });
  if (call.type === "UPDATE" && call.update !== undefined) {
    reportFromExecutor(context, executor, call.update.status, nowMs);
    acknowledge(context, executor, call.update.status);
  } else if (call.type === "MESSAGE" && call.message !== undefined) {
    toFramework(context, executor, call.message.data);
  }
}

function invalidCall(call: api.Call): string | undefined {
  switch (call.type) {
    case undefined:
      return "Expecting 'type' to be present";
    case "SUBSCRIBE":
      return call.subscribe === undefined ? "Expecting 'subscribe' to be present" : undefined;
    case "UPDATE":
      return call.update === undefined
        ? "Expecting 'update' to be present"
        : invalidUpdate(call, call.update.status);
    case "MESSAGE":
      return call.message === undefined ? "Expecting 'message' to be present" : undefined;
    case "HEARTBEAT":
    case "UNKNOWN":
      return undefined;
    default:
      return call.type satisfies never;
  }
}

function invalidUpdate(call: api.Call, status: TaskStatus): string | undefined {
  if (status.uuid === undefined) return "Expecting 'uuid' to be present";
  if (status.executor_id !== undefined && status.executor_id.value !== call.executor_id.value) {
    return `ExecutorID in Call: ${call.executor_id.value} does not match ExecutorID in TaskStatus: ${status.executor_id.value}`;
  }
  if (status.source !== "SOURCE_EXECUTOR") {
    return `Received Call from executor ${call.executor_id.value} of framework ${call.framework_id.value} with invalid source, expecting 'SOURCE_EXECUTOR'`;
  }
  if (status.state === "TASK_STAGING") {
    return `Received TASK_STAGING from executor ${call.executor_id.value} of framework ${call.framework_id.value} which is not allowed`;
  }
  return undefined;
}

function subscribe(
  context: AgentContext,
  requestId: RequestId,
  executor: Executor,
  { unacknowledged_updates, unacknowledged_tasks }: api.Call_Subscribe,
  streamId: StreamId,
  nowMs: TimeMs,
): void {
  const ended = executor.state === "terminating" || executor.state === "terminated";
  context.outbox.push({ type: "open-stream", requestId, streamId });
  if (ended) {
    context.outbox.push({ type: "executor-event", streamId, event: { type: "SHUTDOWN" } });
    context.outbox.push({ type: "close-stream", streamId });
    return;
  }
  if (executor.connection?.type === "stream") {
    context.outbox.push({ type: "close-stream", streamId: executor.connection.streamId });
  }
  connect(context, executor, { type: "stream", streamId });
  context.outbox.push({
    type: "executor-event",
    streamId,
    event: {
      type: "SUBSCRIBED",
      subscribed: {
        executor_info: executor.info,
        framework_info: executor.framework.info,
        agent_info: ownInfo(context),
        container_id: { value: executor.containerId },
      },
    },
  });
  resubscribed(context, executor, unacknowledged_updates ?? [], unacknowledged_tasks ?? [], nowMs);
}

function acknowledge(context: AgentContext, executor: Executor, status: TaskStatus): void {
  if (executor.connection?.type !== "stream" || status.uuid === undefined) return;
  context.outbox.push({
    type: "executor-event",
    streamId: executor.connection.streamId,
    event: { type: "ACKNOWLEDGED", acknowledged: { task_id: status.task_id, uuid: status.uuid } },
  });
}

/** An executor's message for its scheduler: to its pid where it has one, else through the master. */
export function toFramework(context: AgentContext, executor: Executor, data: Uint8Array): void {
  const to = executor.framework.pid ?? context.master;
  if (to === undefined) {
    context.outbox.warn(`Dropping a message of executor '${executor.id}': no master is known`);
    return;
  }
  context.outbox.send(to, "ExecutorToFrameworkMessage", {
    agent_id: { value: context.agentId ?? "" },
    framework_id: { value: executor.framework.id },
    executor_id: { value: executor.id },
    data,
  });
}

/** FrameworkToExecutorMessage: a scheduler's message for one of its executors. */
export function toExecutor(
  context: AgentContext,
  message: internal.FrameworkToExecutorMessage,
): void {
  const executor = findExecutor(context, message.framework_id.value, message.executor_id.value);
  if (executor === undefined || executor.connection === undefined) {
    context.outbox.warn(
      `Dropping a message for executor '${message.executor_id.value}': it is not connected`,
    );
    return;
  }
  context.outbox.toExecutor(
    executor,
    { type: "MESSAGE", message: { data: message.data } },
    "FrameworkToExecutorMessage",
    message,
  );
}

/** An executor's connection broke: its process's end decides what becomes of it. */
export function executorDisconnected(
  context: AgentContext,
  executor: Executor,
  nowMs: TimeMs,
): void {
  executor.connection = undefined;
  if (executor.state !== "running") return;
  context.outbox.info(
    `Executor '${executor.id}' of framework ${executor.framework.id} disconnected`,
  );
  if (executor.checkpointed) executor.state = "registering";
  else shutdownExecutor(context, executor, nowMs);
}

export function ownInfo(context: AgentContext) {
  const id = context.agentId;
  return id === undefined ? context.config.info : { ...context.config.info, id: { value: id } };
}
