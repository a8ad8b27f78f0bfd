/** RESERVE, UNRESERVE, CREATE, DESTROY by frameworks. Source: `validation::operation`. */
import type { Offer_Operation, Resource } from "@mesos-ts/protos";
import {
  isDynamicallyReserved,
  isPersistentVolume,
  isShared,
  Resources,
  reservationRole,
} from "@mesos-ts/resources";
import { type Agent, type Framework, has } from "../model.ts";
import { operationResources } from "../operations.ts";
import { setText } from "./framework.ts";
import { textOf } from "./resource-list.ts";
import {
  validateOneProvider,
  validateOneRole,
  validateResources,
  validateUniquePersistence,
} from "./resources.ts";

export function validateOperation(
  operation: Offer_Operation,
  agent: Agent,
  framework: Framework,
): string | undefined {
  const list = operationResources(operation);
  const invalid = validateResources(list) ?? validateOneProvider(list);
  if (invalid !== undefined) return `Invalid resources: ${invalid}`;
  switch (operation.type) {
    case "RESERVE":
      return validateReserve(list, agent, framework);
    case "UNRESERVE":
      return validateUnreserve(list);
    case "CREATE":
      return validateCreate(list, agent, framework);
    case "DESTROY":
      return validateDestroy(list, agent);
    default:
      return undefined;
  }
}

function validateReserve(
  list: readonly Resource[],
  agent: Agent,
  framework: Framework,
): string | undefined {
  for (const resource of list) {
    const error =
      validateDynamic(resource) ??
      validateAgentAbilities(resource, agent, "reserved") ??
      validateReservePrincipal(resource, framework) ??
      validateReserveRole(resource, framework);
    if (error !== undefined) return error;
  }
  const role = validateOneRole(list);
  return role === undefined ? undefined : `Invalid reservation resources: ${role}`;
}

/** Rule: static reservations are the agent's own and stay. */
function validateDynamic(resource: Resource): string | undefined {
  return isDynamicallyReserved(resource)
    ? undefined
    : `Resource ${textOf(resource)} is not dynamically reserved`;
}

/** Rule: agents without hierarchical roles or refinement cannot remember such reservations. */
function validateAgentAbilities(
  resource: Resource,
  agent: Agent,
  verb: "reserved" | "created",
): string | undefined {
  const name = `${verb === "reserved" ? "Resource" : "Volume"} ${textOf(resource)}`;
  const role = reservationRole(resource);
  if (role.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) {
    return `${name} with reservation for hierarchical role '${role}' cannot be ${verb} on an agent without HIERARCHICAL_ROLE capability`;
  }
  const isRefined = (resource.reservations?.length ?? 0) > 1;
  return isRefined && !agent.capabilities.has("RESERVATION_REFINEMENT")
    ? `${name} with reservation refinement cannot be ${verb} on an agent without RESERVATION_REFINEMENT capability`
    : undefined;
}

/** Rule: frameworks with a principal reserve in its name. */
function validateReservePrincipal(resource: Resource, { info }: Framework): string | undefined {
  if (info.principal === undefined) return undefined;
  const principal = resource.reservations?.at(-1)?.principal;
  if (principal === undefined) {
    return `A reserve operation was attempted by principal '${info.principal}', but there is a reserved resource in the request with no principal set`;
  }
  return principal === info.principal
    ? undefined
    : `A reserve operation was attempted by authenticated principal '${info.principal}', which does not match a reserved resource in the request with principal '${principal}'`;
}

/** Rule: what was offered to a role is reserved for that role. */
function validateReserveRole(resource: Resource, framework: Framework): string | undefined {
  const allocated = resource.allocation_info?.role;
  const reserved = reservationRole(resource);
  if (allocated === undefined) {
    return `A reserve operation was attempted on unallocated resource ${textOf(resource)}, but frameworks can only perform reservations on allocated resources`;
  }
  if (allocated !== reserved) {
    return `A reserve operation was attempted for a resource with role '${reserved}', but the resource was allocated to role '${allocated}'`;
  }
  return framework.roles.has(allocated)
    ? undefined
    : `A reserve operation was attempted for a resource allocated to role '${allocated}', but the framework only has roles '${setText(framework.roles)}'`;
}

function validateUnreserve(list: readonly Resource[]): string | undefined {
  for (const resource of list) {
    const error = validateDynamic(resource) ?? validateNoVolume(resource);
    if (error !== undefined) return error;
  }
  return undefined;
}

/** Rule: a volume is destroyed before its disk is unreserved. */
function validateNoVolume(resource: Resource): string | undefined {
  return isPersistentVolume(resource)
    ? `A dynamically reserved persistent volume ${textOf(resource)} cannot be unreserved directly. Please destroy the persistent volume first then unreserve the resource`
    : undefined;
}

function validateCreate(
  list: readonly Resource[],
  agent: Agent,
  framework: Framework,
): string | undefined {
  const shape = validateVolumes(list);
  if (shape !== undefined) return `Not a persistent volume: ${shape}`;
  const volumes = Resources.of(list).unallocated();
  const duplicate = validateUniquePersistence(agent.checkpointed.plus(volumes));
  if (duplicate !== undefined) return duplicate;
  for (const volume of list) {
    const error =
      validateSharing(volume, framework) ??
      validateAgentAbilities(volume, agent, "created") ??
      validateVolumePrincipal(volume, framework);
    if (error !== undefined) return error;
  }
  return undefined;
}

/** Rule: volumes persist, are mounted somewhere, and can be written. */
function validateVolumes(list: readonly Resource[]): string | undefined {
  for (const volume of list) {
    const { disk } = volume;
    if (disk === undefined) return `Resource ${textOf(volume)} does not have DiskInfo`;
    if (disk.persistence === undefined) return "'persistence' is not set in DiskInfo";
    if (disk.volume === undefined) return "Expecting 'volume' to be set for persistent volume";
    if (disk.volume.mode === "RO") return "Read-only persistent volume not supported";
  }
  return undefined;
}

/** Rule: shared volumes are for those who know them. */
function validateSharing(volume: Resource, framework: Framework): string | undefined {
  return isShared(volume) && !has(framework, "SHARED_RESOURCES")
    ? `Create volume operation for '${textOf(volume)}' has been attempted by framework '${framework.id}' with no SHARED_RESOURCES capability`
    : undefined;
}

/** Rule: frameworks with a principal create in its name. */
function validateVolumePrincipal(volume: Resource, { info }: Framework): string | undefined {
  if (info.principal === undefined) return undefined;
  const principal = volume.disk?.persistence?.principal;
  if (principal === undefined) {
    return `Create volume operation attempted by principal '${info.principal}', but there is a volume in the operation with no principal set in 'disk.persistence'`;
  }
  return principal === info.principal
    ? undefined
    : `Create volume operation attempted by authenticated principal '${info.principal}', which does not match a volume in the operation with principal '${principal}' set in 'disk.persistence'`;
}

function validateDestroy(list: readonly Resource[], agent: Agent): string | undefined {
  const shape = validateVolumes(list);
  if (shape !== undefined) return `Not a persistent volume: ${shape}`;
  const volumes = Resources.of(list).unallocated();
  if (!agent.checkpointed.contains(volumes)) return "Persistent volumes not found";
  for (const { used } of agent.placements.values()) {
    const inUse = used.unallocated();
    if (volumes.items.some((volume) => inUse.contains(Resources.of([volume])))) {
      return "Persistent volumes in use";
    }
  }
  return undefined;
}
