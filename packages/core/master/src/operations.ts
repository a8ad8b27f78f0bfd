/**
 * Offer operations that change resources: RESERVE, UNRESERVE, CREATE, DESTROY.
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
} from "@mesos-ts/protos";
import { type Conversion, downgrade, type Resources } from "@mesos-ts/resources";
import { needsCheckpointing } from "./agent-resources.ts";
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
  const record: OperationRecord = { key, message, agent, framework };
  agent.operations.set(key, record);
  core.counters.operation(message.info.type ?? "UNKNOWN", message.latest_status.state);
  if (framework === undefined) return;
  framework.operations.set(key, record);
  const id = message.info.id?.value;
  if (id !== undefined) framework.operationsById.set(id, record);
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
  if (agent === undefined || record === undefined) {
    core.counters.count("invalid_operation_status_updates");
    core.log(
      "WARNING",
      `Ignoring status update for operation (uuid: ${key}): ${agent === undefined ? `agent ${update.agent_id?.value} is not registered` : "the operation is unknown"}`,
    );
    if (agent !== undefined && framework !== undefined) {
      tellOperationStatus(core, framework, update.status);
    }
    return;
  }
  core.counters.count("valid_operation_status_updates");
  const status = withId(update.status, record);
  noteStatus(core, record, withId(update.latest_status ?? update.status, record));
  if (record.message.info.id !== undefined && record.framework !== undefined) {
    leaveToFramework(core, record, status);
  } else {
    acknowledgeForNobody(core, agent, record, status);
  }
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
  if (isTerminalOperation(status.state)) removeOperation(core, record);
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

/** Everything of an operation's resources that a validator or an applier needs. */
export function operationResources(operation: Offer_Operation): Resource[] {
  switch (operation.type) {
    case "RESERVE":
      return operation.reserve?.resources ?? [];
    case "UNRESERVE":
      return operation.unreserve?.resources ?? [];
    case "CREATE":
      return operation.create?.volumes ?? [];
    case "DESTROY":
      return operation.destroy?.volumes ?? [];
    default:
      return [];
  }
}

/** The tasks that an operation launches. */
export function tasksOf(operation: Offer_Operation): readonly TaskInfo[] {
  return operation.launch?.task_infos ?? operation.launch_group?.task_group.tasks ?? [];
}

/** The same operation on other resources. */
export function withResources(operation: Offer_Operation, list: Resource[]): Offer_Operation {
  switch (operation.type) {
    case "RESERVE":
      return { ...operation, reserve: { ...operation.reserve, resources: list } };
    case "UNRESERVE":
      return { ...operation, unreserve: { resources: list } };
    case "CREATE":
      return { ...operation, create: { volumes: list } };
    case "DESTROY":
      return { ...operation, destroy: { volumes: list } };
    default:
      return operation;
  }
}

/** Whether the resources of `conversions` are all there; what is left after them. */
export function convert(
  resources: Resources,
  conversions: readonly Conversion[],
): { readonly resources: Resources } | { readonly error: string } {
  let result = resources;
  for (const { consumed, converted } of conversions) {
    if (!result.contains(consumed)) {
      return { error: `${result} does not contain ${consumed}` };
    }
    result = result.minus(consumed).plus(converted);
  }
  return { resources: result };
}
