/** The operators' event streams: who listens, and what they are told. */
import type { internal, master, TaskState, TaskStatus } from "@mesos-ts/protos";
import type { RequestId, StreamId } from "./contract.ts";
import type { Core } from "./core.ts";
import { HEARTBEAT_SECONDS } from "./deliver.ts";
import type { Agent, Framework, Task } from "./model.ts";
import { agentFacts } from "./views/agent-facts.ts";
import { agentMessage } from "./views/agent-message.ts";
import { frameworkFacts } from "./views/framework-facts.ts";
import { frameworkEventMessage } from "./views/framework-message.ts";
import { snapshotOf } from "./views/snapshot.ts";

/** SUBSCRIBE: a snapshot, a heartbeat, and from then on everything that happens. */
export function subscribeOperator(core: Core, requestId: RequestId): void {
  const { subscribers } = core;
  if (subscribers.size >= core.config.maxOperatorEventStreamSubscribers) closeOldest(core);
  const streamId = core.newStreamId();
  core.log("INFO", `Added subscriber ${streamId} to the list of active subscribers`);
  core.emit({ type: "open-stream", requestId, streamId });
  core.emit({
    type: "operator-snapshot",
    streamId,
    snapshot: snapshotOf(core),
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  subscribers.set(streamId, { streamId, heartbeat: undefined });
  beat(core, streamId);
}

export function unsubscribeOperator(core: Core, streamId: StreamId): void {
  const subscriber = core.subscribers.get(streamId);
  if (subscriber === undefined) return;
  core.timers.cancel(subscriber.heartbeat);
  core.subscribers.delete(streamId);
  core.log("INFO", `Removed subscriber ${streamId} from the list of active subscribers`);
}

/** A heartbeat now, and the next one due. */
export function beat(core: Core, streamId: StreamId): void {
  const subscriber = core.subscribers.get(streamId);
  if (subscriber === undefined) return;
  send(core, streamId, { type: "HEARTBEAT" });
  subscriber.heartbeat = core.timers.set(core.steadyMs + HEARTBEAT_SECONDS * 1000, {
    type: "operator-heartbeat",
    streamId,
  });
}

export function announceTaskAdded(core: Core, task: Task): void {
  broadcast(core, { type: "TASK_ADDED", task_added: { task: task.message } });
}

/** `state`: the task's latest; `status`: the update that made the difference. */
export function announceTaskUpdated(
  core: Core,
  frameworkId: internal.StatusUpdate["framework_id"],
  status: TaskStatus,
  state: TaskState,
): void {
  broadcast(core, {
    type: "TASK_UPDATED",
    task_updated: { framework_id: frameworkId, status, state },
  });
}

/** The v1 API does not have the field `checkpoint`; only replies to reads show it all the same. */
export function announceAgentAdded(core: Core, agent: Agent): void {
  if (core.subscribers.size === 0) return;
  const { agent_info, ...message } = agentMessage(agentFacts(core, agent));
  const { checkpoint: _, ...info } = agent_info;
  broadcast(core, {
    type: "AGENT_ADDED",
    agent_added: { agent: { ...message, agent_info: info } },
  });
}

export function announceAgentRemoved(core: Core, agentId: string): void {
  broadcast(core, { type: "AGENT_REMOVED", agent_removed: { agent_id: { value: agentId } } });
}

export function announceFrameworkAdded(core: Core, framework: Framework): void {
  broadcast(core, {
    type: "FRAMEWORK_ADDED",
    framework_added: { framework: frameworkEventMessage(frameworkFacts(framework)) },
  });
}

export function announceFrameworkUpdated(core: Core, framework: Framework): void {
  broadcast(core, {
    type: "FRAMEWORK_UPDATED",
    framework_updated: { framework: frameworkEventMessage(frameworkFacts(framework)) },
  });
}

export function announceFrameworkRemoved(core: Core, framework: Framework): void {
  broadcast(core, {
    type: "FRAMEWORK_REMOVED",
    framework_removed: { framework_info: framework.info },
  });
}

function closeOldest(core: Core): void {
  for (const streamId of core.subscribers.keys()) {
    core.log(
      "INFO",
      `Reached the maximum number of operator event stream subscribers (${core.config.maxOperatorEventStreamSubscribers}) so the oldest connection (${streamId}) will be closed`,
    );
    unsubscribeOperator(core, streamId);
    core.emit({ type: "close-stream", streamId });
    return;
  }
}

function broadcast(core: Core, event: master.Event): void {
  if (core.subscribers.size === 0) return;
  core.emit({ type: "operator-event", streamIds: [...core.subscribers.keys()], event });
}

function send(core: Core, streamId: StreamId, event: master.Event): void {
  core.emit({ type: "operator-event", streamIds: [streamId], event });
}
