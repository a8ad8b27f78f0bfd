import {
  agentState,
  encode,
  type internal,
  type Offer_Operation,
  type Resource,
} from "@mesos-ts/protos";
import {
  applyOperation,
  isDynamicallyReserved,
  isPersistentVolume,
  Resources,
} from "@mesos-ts/resources";
import type { AgentContext } from "./context.ts";
import { volumePath } from "./paths.ts";

/** ApplyOperationMessage: RESERVE, UNRESERVE, CREATE or DESTROY on the agent's own resources. */
export function applyOffered(context: AgentContext, message: internal.ApplyOperationMessage): void {
  const operation = unallocated(message.operation_info);
  const result = applyOperation(context.total, operation);
  if (result.type === "ok") {
    context.total = result.value;
    volumesOf(context, operation);
    checkpointResources(context);
  } else {
    context.outbox.error(`Failed to apply ${operation.type}: ${result.error}`);
  }
  if (context.master === undefined) return;
  const uuid = { value: context.random.uuidBytes() };
  const agentId = { value: context.agentId ?? "" };
  const operationId = operation.id;
  const status = {
    ...(operationId === undefined ? {} : { operation_id: operationId }),
    state: result.type === "ok" ? ("OPERATION_FINISHED" as const) : ("OPERATION_FAILED" as const),
    ...(result.type === "ok" ? {} : { message: result.error }),
    uuid,
    agent_id: agentId,
  };
  context.outbox.send(context.master, "UpdateOperationStatusMessage", {
    ...(message.framework_id === undefined ? {} : { framework_id: message.framework_id }),
    agent_id: agentId,
    status,
    latest_status: status,
    operation_uuid: message.operation_uuid,
  });
}

/** CheckpointResourcesMessage: what the agent holds now, as older masters say it. */
export function replaceCheckpointed(
  context: AgentContext,
  message: internal.CheckpointResourcesMessage,
): void {
  let total = Resources.of(context.config.info.resources);
  const wanted = Resources.of(message.resources);
  for (const resource of wanted.items) {
    const plain = Resources.of([bare(resource)]);
    if (!total.contains(plain)) {
      context.outbox.error(
        `The master asks to keep ${resource.name} that this agent does not have`,
      );
      return;
    }
    total = total.minus(plain).plus(Resources.of([resource]));
  }
  context.total = total;
  checkpointResources(context);
}

/** The resources that a restart must find again: everything that operations made. */
export function checkpointedResources(context: AgentContext): Resources {
  return context.total.filter((r) => isDynamicallyReserved(r) || isPersistentVolume(r));
}

function checkpointResources(context: AgentContext): void {
  const resources = [...checkpointedResources(context).items];
  context.outbox.checkpoint({
    type: "message",
    path: "resources/resources_and_operations.state",
    bytes: encode(agentState.ResourceState, { resources }),
  });
}

/** Volumes exist as folders as soon as they are created, and are gone when destroyed. */
function volumesOf(context: AgentContext, operation: Offer_Operation): void {
  const path = (volume: Resource): string =>
    volumePath(
      context.config.workDir,
      volume.reservations?.at(-1)?.role ?? volume.role ?? "*",
      volume.disk?.persistence?.id ?? "",
    );
  for (const volume of operation.create?.volumes ?? []) {
    context.outbox.push({
      type: "make-sandbox",
      path: path(volume),
      latest: undefined,
      user: undefined,
    });
  }
  for (const volume of operation.destroy?.volumes ?? []) {
    context.outbox.push({ type: "remove-path", path: path(volume) });
  }
}

function unallocated(operation: Offer_Operation): Offer_Operation {
  const strip = (list: readonly Resource[] | undefined): Resource[] =>
    (list ?? []).map(({ allocation_info: _, ...rest }) => rest);
  switch (operation.type) {
    case "RESERVE":
      return { ...operation, reserve: { resources: strip(operation.reserve?.resources) } };
    case "UNRESERVE":
      return { ...operation, unreserve: { resources: strip(operation.unreserve?.resources) } };
    case "CREATE":
      return { ...operation, create: { volumes: strip(operation.create?.volumes) } };
    case "DESTROY":
      return { ...operation, destroy: { volumes: strip(operation.destroy?.volumes) } };
    default:
      return operation;
  }
}

/** The resource as the agent was started with it: static reservation at most, no volume. */
function bare(resource: Resource): Resource {
  const { disk, shared: _, ...rest } = resource;
  const stack = (resource.reservations ?? []).filter(({ type }) => type === "STATIC");
  const plain = disk?.source === undefined ? rest : { ...rest, disk: { source: disk.source } };
  return stack.length > 0 ? { ...plain, reservations: stack } : { ...plain, reservations: [] };
}
