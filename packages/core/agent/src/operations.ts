import { Buffer } from "node:buffer";
import { err, type Result } from "@mesos-ts/base";
import type { internal, Operation, OperationStatus } from "@mesos-ts/protos";
import {
  applyCheckpointed,
  applyOperation,
  type Resources,
  unallocatedOperation,
} from "@mesos-ts/resources";
import type { AgentContext } from "./context.ts";
import type { TimeMs } from "./contract.ts";
import { uuidText } from "./operation-updates.ts";
import { metaOperation, operationUpdatesPath } from "./paths.ts";
import { checkpointOperations, commitResources } from "./resource-state.ts";
import { volumePlace } from "./volumes.ts";

/**
 * ApplyOperationMessage: what a framework or an operator does to the agent's own resources. False
 * when it failed: the master, which believed in it, must be told what the agent really has.
 */
export function applyOffered(
  context: AgentContext,
  message: internal.ApplyOperationMessage,
  nowMs: TimeMs,
): boolean {
  const key = uuidText(message.operation_uuid.value);
  const refusal = refusalOf(context, key, message.resource_version_uuid?.uuid?.value);
  if (refusal !== undefined) {
    context.outbox.warn(`Ignoring operation (uuid: ${key}): ${refusal}`);
    // The master may count on it: what it was told of the operation's end came too early.
    return !context.settledOperations.has(key);
  }
  const agentId = { value: context.agentId ?? "" };
  return carryOut(
    context,
    {
      ...(message.framework_id === undefined ? {} : { framework_id: message.framework_id }),
      agent_id: agentId,
      info: message.operation_info,
      latest_status: { state: "OPERATION_PENDING", agent_id: agentId },
      uuid: message.operation_uuid,
    },
    nowMs,
  );
}

/**
 * On its way to a master the agent has told already what it has, and another operation would make
 * that untrue: the master asks for it later, and hears that it was dropped.
 */
function refusalOf(
  context: AgentContext,
  key: string,
  version: Uint8Array | undefined,
): string | undefined {
  const { operations, settledOperations, phase } = context;
  if (operations.has(key)) return "it was applied before";
  if (version !== undefined && Buffer.compare(version, context.resourceVersion) !== 0) {
    return "it is for the resources of an earlier run of this agent";
  }
  if (settledOperations.has(key)) return "it is over already";
  return phase === "running" ? undefined : `the agent is ${phase}`;
}

/**
 * The resources change, the outcome is written down, and told until somebody acknowledges it.
 * Whether it succeeded.
 */
export function carryOut(context: AgentContext, pending: Operation, nowMs: TimeMs): boolean {
  const key = uuidText(pending.uuid.value);
  const outcome = totalAfter(context, pending);
  const status: OperationStatus = {
    ...(pending.info.id === undefined ? {} : { operation_id: pending.info.id }),
    state: outcome.type === "ok" ? "OPERATION_FINISHED" : "OPERATION_FAILED",
    ...(outcome.type === "ok" ? {} : { message: outcome.error }),
    uuid: { value: context.random.uuidBytes() },
    agent_id: { value: context.agentId ?? "" },
  };
  const operation = { ...pending, latest_status: status, statuses: [status] };
  context.operations.set(key, operation);
  if (outcome.type === "ok") commitResources(context, outcome.value);
  else {
    context.outbox.error(
      `Failed to apply ${pending.info.type} operation (uuid: ${key}): ${outcome.error}`,
    );
    checkpointOperations(context);
  }
  tellStatus(context, operation, nowMs);
  return outcome.type === "ok";
}

/** The agent's resources after the operation; refused when they, or the disks, do not allow it. */
function totalAfter({ total, config }: AgentContext, { info }: Operation): Result<Resources> {
  const outcome = applyOperation(total, unallocatedOperation(info));
  if (outcome.type === "error") return outcome;
  const homeless = outcome.value
    .persistentVolumes()
    .filter((volume) => volumePlace(config.workDir, volume) === undefined);
  return homeless.isEmpty ? outcome : err(`No folder can be made for ${homeless}`);
}

/** Sends an operation's latest status until it is acknowledged. */
export function tellStatus(context: AgentContext, operation: Operation, nowMs: TimeMs): void {
  const key = uuidText(operation.uuid.value);
  const path = operationUpdatesPath(context.agentId ?? "", key);
  context.operationUpdates.update(key, statusMessage(context, operation), path, nowMs);
}

function statusMessage(
  context: AgentContext,
  { framework_id, latest_status, uuid }: Operation,
): internal.UpdateOperationStatusMessage {
  return {
    ...(framework_id === undefined ? {} : { framework_id }),
    agent_id: { value: context.agentId ?? "" },
    status: latest_status,
    latest_status,
    operation_uuid: uuid,
  };
}

/** AcknowledgeOperationStatusMessage: the operation is forgotten. */
export function acknowledgeOperation(
  context: AgentContext,
  { operation_uuid, status_uuid }: internal.AcknowledgeOperationStatusMessage,
): void {
  const key = uuidText(operation_uuid.value);
  if (!context.operationUpdates.acknowledge(key, status_uuid.value)) {
    context.outbox.warn(
      `Dropping operation update acknowledgement with status_uuid ${uuidText(status_uuid.value)} and operation_uuid ${key} because no such status is under way`,
    );
    return;
  }
  context.operations.delete(key);
  noteSettled(context, key);
  checkpointOperations(context);
  context.outbox.checkpoint({
    type: "remove",
    path: metaOperation(context.agentId ?? "", key),
  });
}

/**
 * ReconcileOperationsMessage. Asked by the master itself, the agent says which operations never
 * arrived; what it knows is on its way anyway. Asked for a framework, it says what it knows.
 */
export function reconcileOperations(
  context: AgentContext,
  message: internal.ReconcileOperationsMessage,
): void {
  for (const asked of message.operations ?? []) {
    if (message.framework_id !== undefined) answerFramework(context, message.framework_id, asked);
    else if (asked.operation_uuid !== undefined && !isKnown(context, asked.operation_uuid)) {
      noteSettled(context, uuidText(asked.operation_uuid.value));
      tellMaster(context, {
        agent_id: { value: context.agentId ?? "" },
        status: { state: "OPERATION_DROPPED", agent_id: { value: context.agentId ?? "" } },
        operation_uuid: asked.operation_uuid,
      });
    }
  }
}

/** Operations that are remembered: one may be on its way still, or once more. */
const MAX_SETTLED = 1_000;

function noteSettled({ settledOperations }: AgentContext, key: string): void {
  settledOperations.add(key);
  const [oldest] = settledOperations;
  if (settledOperations.size > MAX_SETTLED && oldest !== undefined) {
    settledOperations.delete(oldest);
  }
}

function isKnown(context: AgentContext, { value }: Operation["uuid"]): boolean {
  return context.operations.has(uuidText(value));
}

/** Without a UUID in the status: nobody acknowledges an answer. */
function answerFramework(
  context: AgentContext,
  framework_id: NonNullable<Operation["framework_id"]>,
  asked: internal.ReconcileOperationsMessage_Operation,
): void {
  const known = [...context.operations.values()].find(
    ({ uuid, info, framework_id: owner }) =>
      uuidText(uuid.value) === uuidText(asked.operation_uuid?.value) ||
      (info.id !== undefined &&
        info.id.value === asked.operation_id?.value &&
        owner?.value === framework_id.value),
  );
  const agent_id = { value: context.agentId ?? "" };
  if (known !== undefined) {
    const { uuid: _, ...status } = known.latest_status;
    tellMaster(context, { framework_id, agent_id, status, operation_uuid: known.uuid });
    return;
  }
  const { operation_id, resource_provider_id } = asked;
  const status: OperationStatus = {
    ...(operation_id === undefined ? {} : { operation_id }),
    state: "OPERATION_UNKNOWN",
    agent_id,
    ...(resource_provider_id === undefined ? {} : { resource_provider_id }),
  };
  tellMaster(context, { framework_id, agent_id, status });
}

function tellMaster(
  { outbox, master }: AgentContext,
  message: internal.UpdateOperationStatusMessage,
): void {
  if (master !== undefined) outbox.send(master, "UpdateOperationStatusMessage", message);
}

/** CheckpointResourcesMessage: what the agent holds now, as older masters say it. */
export function replaceCheckpointed(
  context: AgentContext,
  { resources }: internal.CheckpointResourcesMessage,
): void {
  const total = applyCheckpointed(context.config.info.resources, resources);
  if (total.type === "error") {
    context.outbox.error(
      `Failed to checkpoint the resources that the master asks for: ${total.error}`,
    );
    return;
  }
  commitResources(context, withOversubscribed(context, total.value));
}

/** Oversubscribed resources are no part of the configuration, and stay. */
function withOversubscribed(context: AgentContext, total: Resources): Resources {
  return total.plus(context.total.revocable().minus(total.revocable()));
}
