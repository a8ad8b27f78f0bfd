/** Status updates: those of agents on their way to schedulers, and the master's own. */
import type {
  CheckStatusInfo,
  ContainerStatus,
  internal,
  TaskState,
  TaskStatus_Reason,
} from "@mesos-ts/protos";
import type { Pid, TimeMs } from "./contract.ts";
import type { Core } from "./core.ts";
import { tell } from "./deliver.ts";
import { type Framework, frameworkText, isConnected, type Task } from "./model.ts";
import { updateTask } from "./tasks.ts";
import { timeInfo } from "./times.ts";

export interface OwnUpdate {
  readonly frameworkId: string;
  readonly agentId?: string | undefined;
  readonly taskId: string;
  readonly executorId?: string | undefined;
  readonly state: TaskState;
  readonly message: string;
  readonly reason: TaskStatus_Reason;
  readonly healthy?: boolean | undefined;
  readonly checkStatus?: CheckStatusInfo | undefined;
  readonly containerStatus?: ContainerStatus | undefined;
  readonly unreachableMs?: TimeMs | undefined;
}

/** An update from the master itself: nobody waits for an acknowledgement, so it has no UUID. */
export function ownUpdate(core: Core, own: OwnUpdate): internal.StatusUpdate {
  const timestamp = core.nowMs / 1000;
  const agent_id = own.agentId === undefined ? undefined : { value: own.agentId };
  return {
    framework_id: { value: own.frameworkId },
    ...(own.executorId === undefined ? {} : { executor_id: { value: own.executorId } }),
    ...(agent_id === undefined ? {} : { agent_id }),
    status: {
      task_id: { value: own.taskId },
      state: own.state,
      message: own.message,
      source: "SOURCE_MASTER",
      reason: own.reason,
      ...(agent_id === undefined ? {} : { agent_id }),
      timestamp,
      ...(own.healthy === undefined ? {} : { healthy: own.healthy }),
      ...(own.checkStatus === undefined ? {} : { check_status: own.checkStatus }),
      ...(own.containerStatus === undefined ? {} : { container_status: own.containerStatus }),
      ...(own.unreachableMs === undefined ? {} : { unreachable_time: timeInfo(own.unreachableMs) }),
    },
    timestamp,
  };
}

/** What the master says of a task it knows; health, checks and container as last reported. */
export function updateOfTask(
  core: Core,
  task: Task,
  state: TaskState,
  message: string,
  reason: TaskStatus_Reason,
): internal.StatusUpdate {
  const last = task.message.statuses?.at(-1);
  return ownUpdate(core, {
    frameworkId: task.frameworkId,
    agentId: task.agentId,
    taskId: task.id,
    executorId: task.message.executor_id?.value,
    state,
    message,
    reason,
    healthy: last?.healthy,
    checkStatus: last?.check_status,
    containerStatus: last?.container_status,
  });
}

/** Sends the update on; the task remembers what its scheduler was last told. */
export function forward(
  core: Core,
  framework: Framework,
  update: internal.StatusUpdate,
  from: Pid | undefined,
): void {
  const task = framework.tasks.get(update.status.task_id.value);
  if (task !== undefined && update.uuid !== undefined) {
    task.message = {
      ...task.message,
      status_update_state: update.status.state,
      status_update_uuid: update.status.uuid ?? update.uuid,
    };
  }
  tell(core, framework, { type: "update", update, from });
}

/** Sends one of the master's own updates to a framework that is there to hear it. */
export function forwardOwn(core: Core, framework: Framework, update: internal.StatusUpdate): void {
  if (isConnected(framework)) {
    forward(core, framework, update, undefined);
    return;
  }
  core.log(
    "WARNING",
    `Dropping update ${updateText(update)} for disconnected framework ${framework.id}`,
  );
}

const UUID_BYTES = 16;

/** A StatusUpdateMessage from an agent. */
export function receiveStatusUpdate(core: Core, message: internal.StatusUpdateMessage): void {
  core.counters.count("messages_status_update");
  const { update } = message;
  const agentId = update.agent_id?.value ?? "";
  const agent = core.agents.registered.get(agentId);
  if (agent === undefined) {
    const kind = core.agents.removed.has(agentId) ? "removed" : "unknown";
    drop(core, `Ignoring status update ${updateText(update)} from ${kind} agent ${agentId}`);
    return;
  }
  if (update.uuid?.length !== UUID_BYTES) {
    drop(core, `Ignoring status update from agent ${agentId}: its UUID is not 16 bytes long`);
    return;
  }
  core.log("INFO", `Status update ${updateText(update)} from agent ${agentId}`);
  const framework = core.frameworks.registered.get(update.framework_id.value);
  const isDeliverable = framework !== undefined && isConnected(framework);
  if (isDeliverable) {
    forward(core, framework, update, message.pid ?? agent.pid);
  } else {
    core.log(
      "WARNING",
      `Received status update ${updateText(update)} from agent ${agentId} for ${framework === undefined ? "an unknown" : "a disconnected"} framework`,
    );
  }
  const task = agent.placements
    .get(update.framework_id.value)
    ?.tasks.get(update.status.task_id.value);
  if (task === undefined) {
    drop(core, `Could not lookup task for status update ${updateText(update)} from ${agentId}`);
    return;
  }
  updateTask(core, task, update);
  core.counters.count(isDeliverable ? "valid_status_updates" : "invalid_status_updates");
}

function drop(core: Core, text: string): void {
  core.counters.count("invalid_status_updates");
  core.log("WARNING", text);
}

/** For log lines: `TASK_RUNNING for task 't' of framework f`. */
export function updateText(update: internal.StatusUpdate): string {
  const { status } = update;
  return `${status.state} for task ${status.task_id.value} of framework ${update.framework_id.value}`;
}

/** A task that never came to be: told to the framework and counted. */
export function reportUnlaunched(core: Core, framework: Framework, own: OwnUpdate): void {
  core.counters.taskEnded(own.state);
  core.counters.taskReason(own.state, "SOURCE_MASTER", own.reason);
  core.log(
    "WARNING",
    `Task ${own.taskId} of framework ${frameworkText(framework)} is ${own.state}: ${own.message}`,
  );
  forward(core, framework, ownUpdate(core, own), undefined);
}
