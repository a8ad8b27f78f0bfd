/** RECONCILE and RECONCILE_OPERATIONS: what the master knows, told again. */
import type { internal, OperationStatus, scheduler, TaskState } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { tell } from "./deliver.ts";
import { type Framework, frameworkText, type Task } from "./model.ts";
import { operationStatus } from "./operations.ts";
import { type OwnUpdate, ownUpdate, updateOfTask } from "./status-updates.ts";
import { stateFor } from "./tasks.ts";

/** No tasks named: the latest state of every task that is not over. */
export function reconcileTasks(
  core: Core,
  framework: Framework,
  reconcile: scheduler.Call_Reconcile,
): void {
  core.counters.count("messages_reconcile_tasks");
  const asked = reconcile.tasks ?? [];
  if (asked.length === 0) {
    core.log(
      "INFO",
      `Performing implicit task state reconciliation for framework ${frameworkText(framework)}`,
    );
    for (const task of framework.tasks.values()) {
      answer(core, framework, latestOf(core, task));
    }
    return;
  }
  core.log(
    "INFO",
    `Performing explicit task state reconciliation for ${asked.length} tasks of framework ${frameworkText(framework)}`,
  );
  for (const { task_id, agent_id } of asked) {
    const update = updateFor(core, framework, task_id.value, agent_id?.value);
    if (update !== undefined) answer(core, framework, update);
  }
}

function answer(core: Core, framework: Framework, update: internal.StatusUpdate): void {
  tell(core, framework, { type: "update", update, from: undefined });
}

function latestOf(core: Core, task: Task): internal.StatusUpdate {
  return updateOfTask(
    core,
    task,
    task.message.status_update_state ?? task.message.state,
    "Reconciliation: Latest task state",
    "REASON_RECONCILIATION",
  );
}

/** Undefined: it cannot be said yet, because agents are still to come back. */
function updateFor(
  core: Core,
  framework: Framework,
  taskId: string,
  agentId: string | undefined,
): internal.StatusUpdate | undefined {
  const task = framework.tasks.get(taskId);
  if (task !== undefined) return latestOf(core, task);
  const { recovered, registered, unreachable, gone } = core.agents;
  const isPending = agentId === undefined ? recovered.size > 0 : recovered.has(agentId);
  if (isPending) {
    core.log(
      "INFO",
      `Dropping reconciliation of task ${taskId} for framework ${frameworkText(framework)} because ${agentId === undefined ? "some agents have" : `agent ${agentId} has`} not yet reregistered with the master`,
    );
    return undefined;
  }
  const say = (state: TaskState, what: string, more: Partial<OwnUpdate> = {}) =>
    ownUpdate(core, {
      frameworkId: framework.id,
      agentId,
      taskId,
      state: stateFor(framework, state),
      message: `Reconciliation: Task is ${what}`,
      reason: "REASON_RECONCILIATION",
      ...more,
    });
  if (agentId === undefined) return say("TASK_UNKNOWN", "unknown");
  if (registered.has(agentId)) return say("TASK_GONE", "unknown to the agent");
  const unreachableMs = unreachable.get(agentId);
  if (unreachableMs !== undefined) {
    return say("TASK_UNREACHABLE", "unreachable", { unreachableMs });
  }
  if (gone.has(agentId)) return say("TASK_GONE_BY_OPERATOR", "gone");
  return say("TASK_UNKNOWN", "unknown");
}

/** No operations named: the latest status of every operation of the framework. */
export function reconcileOperations(
  core: Core,
  framework: Framework,
  reconcile: scheduler.Call_ReconcileOperations,
): void {
  core.counters.count("messages_reconcile_operations");
  const asked = reconcile.operations ?? [];
  const report = (status: OperationStatus) =>
    tell(core, framework, { type: "operation-update", status });
  if (asked.length === 0) {
    for (const { message } of framework.operations.values()) report(lastStatus(message));
    return;
  }
  for (const operation of asked) {
    const { operation_id, agent_id, resource_provider_id } = operation;
    const record = framework.operationsById.get(operation_id.value);
    if (record === undefined && leftToAgent(core, framework, operation)) continue;
    report(
      record === undefined
        ? unknownOperation(core, operation_id.value, agent_id?.value, resource_provider_id?.value)
        : lastStatus(record.message),
    );
  }
}

/** Only an agent can say whether it ever had a resource provider that this master does not know. */
function leftToAgent(
  core: Core,
  framework: Framework,
  asked: scheduler.Call_ReconcileOperations_Operation,
): boolean {
  const { operation_id, agent_id, resource_provider_id } = asked;
  const agent = core.agents.registered.get(agent_id?.value ?? "");
  if (resource_provider_id === undefined) return false;
  if (agent?.capabilities.has("AGENT_OPERATION_FEEDBACK") !== true) return false;
  core.send(agent.pid, "ReconcileOperationsMessage", {
    framework_id: { value: framework.id },
    operations: [{ operation_id, resource_provider_id }],
  });
  return true;
}

/** Repeated statuses are not to be acknowledged again. */
function lastStatus(message: {
  statuses?: OperationStatus[] | undefined;
  latest_status: OperationStatus;
}): OperationStatus {
  const { uuid: _, ...status } = message.statuses?.at(-1) ?? message.latest_status;
  return status;
}

function unknownOperation(
  core: Core,
  operationId: string,
  agentId: string | undefined,
  providerId: string | undefined,
): OperationStatus {
  const say = (state: OperationStatus["state"], what: string) =>
    operationStatus(state, operationId, `Reconciliation: ${what}`, agentId, providerId);
  if (agentId === undefined) {
    return say("OPERATION_UNKNOWN", "Operation is unknown and no 'agent_id' was provided");
  }
  const { recovered, registered, unreachable, gone } = core.agents;
  if (recovered.has(agentId)) {
    return say("OPERATION_RECOVERING", "Agent is recovered but has not re-registered");
  }
  if (registered.has(agentId)) return say("OPERATION_UNKNOWN", "Operation is unknown");
  if (unreachable.has(agentId)) return say("OPERATION_UNREACHABLE", "Agent is unreachable");
  if (gone.has(agentId)) {
    return say("OPERATION_GONE_BY_OPERATOR", "Agent marked gone by operator");
  }
  return say("OPERATION_UNKNOWN", "Both operation and agent are unknown");
}
