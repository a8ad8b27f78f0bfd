/**
 * Operations that change resources: RESERVE, UNRESERVE, CREATE, DESTROY, GROW_VOLUME, SHRINK_VOLUME.
 *
 * They are speculative: the master believes that they will succeed and goes on with the changed
 * resources at once; the agent confirms with a status, which frees the operation's record.
 */
import { Buffer } from "node:buffer";
import type {
  internal,
  Offer_Operation,
  Operation,
  OperationState,
  OperationStatus,
  Resource,
  TaskInfo,
  UUID,
} from "@mesos-ts/protos";
import { type Conversion, downgrade, needsCheckpointing } from "@mesos-ts/resources";
import { askToReregister } from "./agent-health.ts";
import type { Core } from "./core.ts";
import { tell } from "./deliver.ts";
import {
  type Agent,
  agentText,
  type Framework,
  frameworkText,
  isConnected,
  type OperationRecord,
} from "./model.ts";
import { isTerminalOperation } from "./task-states.ts";

/** How the records know an operation: the UUID in hexadecimal. */
export function operationKey(uuid: Uint8Array): string {
  return Buffer.from(uuid.buffer, uuid.byteOffset, uuid.length).toString("hex");
}

/** Applies validated conversions to the agent and tells it. `framework`: undefined for operators. */
export function applyOperationToAgent(
  core: Core,
  agent: Agent,
  framework: Framework | undefined,
  operation: Offer_Operation,
  conversions: readonly Conversion[],
): void {
  for (const { consumed, converted } of conversions) {
    agent.total = agent.total.minus(consumed.unallocated()).plus(converted.unallocated());
  }
  agent.checkpointed = agent.total.filter(needsCheckpointing);
  framework?.counters.operation(operation.type ?? "UNKNOWN");
  if (agent.capabilities.has("RESOURCE_PROVIDER") && agent.resourceVersion !== undefined) {
    sendOperation(core, agent, framework, operation, agent.resourceVersion);
  } else {
    sendCheckpointed(core, agent);
  }
}

function sendOperation(
  core: Core,
  agent: Agent,
  framework: Framework | undefined,
  info: Offer_Operation,
  resourceVersion: Uint8Array,
): void {
  const uuid = core.newUuid();
  const framework_id = framework === undefined ? undefined : { value: framework.id };
  const message: Operation = {
    ...(framework_id === undefined ? {} : { framework_id }),
    agent_id: { value: agent.id },
    info,
    latest_status: {
      ...(info.id === undefined ? {} : { operation_id: info.id }),
      state: "OPERATION_PENDING",
      agent_id: { value: agent.id },
    },
    uuid: { value: uuid },
  };
  addOperation(core, agent, framework, message);
  core.log(
    "INFO",
    `Sending operation '${info.id?.value ?? ""}' (uuid: ${operationKey(uuid)}) to agent ${agentText(agent)}`,
  );
  core.send(agent.pid, "ApplyOperationMessage", {
    ...(framework_id === undefined ? {} : { framework_id }),
    operation_info: info,
    operation_uuid: { value: uuid },
    resource_version_uuid: { uuid: { value: resourceVersion } },
  });
}

/** Agents without operation feedback are told the outcome: all that they must remember. */
export function sendCheckpointed(core: Core, agent: Agent): void {
  const items = agent.checkpointed.items;
  const isRefined = agent.capabilities.has("RESERVATION_REFINEMENT");
  const resources = isRefined ? [...items] : items.map(downgrade);
  if (!resources.every((resource): resource is Resource => resource !== undefined)) {
    core.log(
      "WARNING",
      `Not sending updated checkpointed resources ${agent.checkpointed} with refined reservations, since agent ${agentText(agent)} is not RESERVATION_REFINEMENT-capable.`,
    );
    return;
  }
  core.send(agent.pid, "CheckpointResourcesMessage", { resources });
}

export function addOperation(
  core: Core,
  agent: Agent,
  framework: Framework | undefined,
  message: Operation,
): void {
  const key = operationKey(message.uuid.value);
  const addedMs = core.steadyMs;
  const record: OperationRecord = { key, message, agent, framework, addedMs, isUnsure: false };
  agent.operations.set(key, record);
  core.counters.operation(message.info.type ?? "UNKNOWN", message.latest_status.state);
  if (framework !== undefined) indexOperation(framework, record);
}

function indexOperation(framework: Framework, record: OperationRecord): void {
  framework.operations.set(record.key, record);
  const id = record.message.info.id?.value;
  if (id !== undefined) framework.operationsById.set(id, record);
}

/** A framework came that agents have operations of: they are its own from now on. */
export function claimOperations(core: Core, framework: Framework): void {
  for (const agent of core.agents.registered.values()) {
    for (const record of agent.operations.values()) {
      if (record.framework !== undefined) continue;
      if (record.message.framework_id?.value !== framework.id) continue;
      const claimed = { ...record, framework };
      agent.operations.set(record.key, claimed);
      indexOperation(framework, claimed);
    }
  }
}

/** The outcome was acknowledged; nothing is left to be said about the operation. */
export function settleOperation(core: Core, record: OperationRecord): void {
  record.agent.settledOperations.set(record.key, true);
  removeOperation(core, record);
}

/** The acknowledgement of a settled operation crossed what the agent sent, or was lost. */
export function acknowledgeAgain(
  core: Core,
  agent: Agent,
  operation_uuid: UUID,
  { uuid }: OperationStatus,
): void {
  if (uuid === undefined) return;
  core.send(agent.pid, "AcknowledgeOperationStatusMessage", { status_uuid: uuid, operation_uuid });
}

export function removeOperation(core: Core, record: OperationRecord): void {
  const { message, framework, agent, key } = record;
  agent.operations.delete(key);
  core.counters.operationForgotten(message.info.type ?? "UNKNOWN", message.latest_status.state);
  if (framework === undefined) return;
  framework.operations.delete(key);
  const id = message.info.id?.value;
  if (id !== undefined && framework.operationsById.get(id) === record) {
    framework.operationsById.delete(id);
  }
}

/** An UpdateOperationStatusMessage from an agent. */
export function receiveOperationStatus(
  core: Core,
  update: internal.UpdateOperationStatusMessage,
): void {
  core.counters.count("messages_operation_status_update");
  const agent = core.agents.registered.get(update.agent_id?.value ?? "");
  const frameworkId = update.framework_id?.value;
  const framework =
    frameworkId === undefined ? undefined : core.frameworks.registered.get(frameworkId);
  if (update.operation_uuid === undefined) {
    tellOperationStatus(core, framework, update.status);
    return;
  }
  const key = operationKey(update.operation_uuid.value);
  const record = agent?.operations.get(key);
  if (agent?.settledOperations.has(key) === true) {
    acknowledgeAgain(core, agent, update.operation_uuid, update.status);
    return;
  }
  if (agent === undefined || record === undefined) {
    receiveUnknownStatus(core, agent, framework, update);
    return;
  }
  core.counters.count("valid_operation_status_updates");
  const status = withId(update.status, record);
  noteStatus(core, record, withId(update.latest_status ?? update.status, record));
  if (record.isUnsure) askToReregister(core, agent);
  record.isUnsure = false;
  if (record.message.info.id === undefined || isOrphan(core, record)) {
    acknowledgeForNobody(core, agent, record, status);
  } else {
    leaveToFramework(core, record, status);
  }
}

/**
 * The master forgot it, or never knew it: only the framework may still have a use for the news. What
 * the agent applied, perhaps for an id that it had missed before, has changed what it has.
 */
function receiveUnknownStatus(
  core: Core,
  agent: Agent | undefined,
  framework: Framework | undefined,
  update: internal.UpdateOperationStatusMessage,
): void {
  if (agent?.connected === true && update.status.uuid !== undefined) askToReregister(core, agent);
  if (agent !== undefined && update.framework_id === undefined) return;
  core.counters.count("invalid_operation_status_updates");
  core.log(
    "WARNING",
    `Ignoring status update for operation '${update.status.operation_id?.value ?? ""}': ${agent === undefined ? `agent ${update.agent_id?.value} is not registered` : "the operation is unknown"}`,
  );
  if (agent !== undefined) tellOperationStatus(core, framework, update.status);
}

/** Operations of frameworks that this master has not met are theirs for so long. */
const ORPHAN_ADOPTION_MS = 600_000;

/** Nobody will acknowledge the operation's statuses: the framework is gone or did not come back. */
function isOrphan(core: Core, { message, framework, addedMs }: OperationRecord): boolean {
  if (framework !== undefined) return false;
  const id = message.framework_id?.value;
  return (
    id === undefined ||
    core.frameworks.completed.has(id) ||
    core.steadyMs - addedMs >= ORPHAN_ADOPTION_MS
  );
}

function withId(status: OperationStatus, { message }: OperationRecord): OperationStatus {
  return message.info.id === undefined ? status : { ...status, operation_id: message.info.id };
}

function noteStatus(core: Core, { message }: OperationRecord, status: OperationStatus): void {
  const before = message.latest_status.state;
  if (!isTerminalOperation(before)) {
    core.counters.operationChanged(message.info.type ?? "UNKNOWN", before, status.state);
    message.latest_status = status;
  }
  message.statuses ??= [];
  const last = message.statuses.at(-1);
  if (last === undefined || last.state !== status.state || !sameUuid(last, status)) {
    message.statuses.push(status);
  }
}

function sameUuid(a: OperationStatus, b: OperationStatus): boolean {
  if (a.uuid === undefined || b.uuid === undefined) return a.uuid === b.uuid;
  return operationKey(a.uuid.value) === operationKey(b.uuid.value);
}

/** The framework asked for feedback, so it acknowledges. */
function leaveToFramework(core: Core, record: OperationRecord, status: OperationStatus): void {
  tellOperationStatus(core, record.framework, status);
  if (isTerminalOperation(status.state) && status.uuid === undefined) {
    removeOperation(core, record);
  }
}

/** Nobody asked for feedback, so the master acknowledges. */
function acknowledgeForNobody(
  core: Core,
  agent: Agent,
  record: OperationRecord,
  status: OperationStatus,
): void {
  if (status.uuid !== undefined) {
    core.send(agent.pid, "AcknowledgeOperationStatusMessage", {
      status_uuid: status.uuid,
      operation_uuid: record.message.uuid,
    });
  }
  if (isTerminalOperation(status.state)) settleOperation(core, record);
}

export function tellOperationStatus(
  core: Core,
  framework: Framework | undefined,
  status: OperationStatus,
): void {
  if (framework !== undefined && isConnected(framework)) {
    tell(core, framework, { type: "operation-update", status });
    return;
  }
  core.log(
    "WARNING",
    `Received operation status update ${status.state}, but the framework is ${framework === undefined ? "unknown" : "disconnected"}`,
  );
}

/** An operation that is not carried out; only those with an id are answered. */
export function dropOperation(
  core: Core,
  framework: Framework,
  operation: Offer_Operation,
  message: string,
): void {
  core.log(
    "WARNING",
    `Dropping ${operation.type} operation from framework ${frameworkText(framework)}: ${message}`,
  );
  core.counters.operation(operation.type ?? "UNKNOWN", "OPERATION_ERROR");
  if (operation.id === undefined || framework.connection.type !== "stream") return;
  tell(core, framework, {
    type: "operation-update",
    status: operationStatus("OPERATION_ERROR", operation.id.value, message),
  });
}

export function operationStatus(
  state: OperationState,
  operationId: string,
  message: string,
  agentId?: string,
  resourceProviderId?: string,
): OperationStatus {
  return {
    operation_id: { value: operationId },
    state,
    message,
    ...(agentId === undefined ? {} : { agent_id: { value: agentId } }),
    ...(resourceProviderId === undefined
      ? {}
      : { resource_provider_id: { value: resourceProviderId } }),
  };
}

/** What an agent's framework is told of its operations when the agent is lost. */
export function reportLostOperations(
  core: Core,
  agent: Agent,
  state: OperationState,
  message: string,
): void {
  for (const { framework, message: operation } of agent.operations.values()) {
    const id = operation.info.id?.value;
    if (id === undefined || framework?.connection.type !== "stream") continue;
    tell(core, framework, {
      type: "operation-update",
      status: operationStatus(state, id, message, agent.id),
    });
  }
}

/** The tasks that an operation launches. */
export function tasksOf(operation: Offer_Operation): readonly TaskInfo[] {
  return operation.launch?.task_infos ?? operation.launch_group?.task_group.tasks ?? [];
}
