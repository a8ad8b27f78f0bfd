/** Operations on resources, by frameworks and operators. Source: `validation::operation`. */
import {
  type Offer_Operation,
  type Offer_Operation_Reserve,
  Resource,
  toJson,
} from "@mesos-ts/protos";
import {
  isDynamicallyReserved,
  isPersistentVolume,
  Resources,
  reservationRole,
  resourceText,
  withReservations,
} from "@mesos-ts/resources";
import type { Agent, Framework } from "../model.ts";
import { validateCreateDisk, validateDestroyDisk } from "./disks.ts";
import { setText } from "./framework.ts";
import { validateOneProvider, validateOneRole, validateResources } from "./resources.ts";
import {
  validateCreate,
  validateDestroy,
  validateGrowVolume,
  validateShrinkVolume,
} from "./volumes.ts";

/** Who asks for an operation: a framework in its own name, or an operator. */
export interface Requester {
  readonly principal: string | undefined;
  /** Undefined: an operator. */
  readonly framework: Framework | undefined;
}

/** Of operations that have the right shape; launches have rules of their own. */
export function validateOperation(
  operation: Offer_Operation,
  agent: Agent,
  by: Requester,
): string | undefined {
  const { type, reserve, unreserve, create, destroy } = operation;
  const { grow_volume, shrink_volume, create_disk, destroy_disk } = operation;
  switch (type) {
    case "RESERVE":
      return reserve && validateReserve(reserve, agent, by);
    case "UNRESERVE":
      return validateUnreserve(unreserve?.resources ?? []);
    case "CREATE":
      return validateCreate(create?.volumes ?? [], agent, by);
    case "DESTROY":
      return validateDestroy(destroy?.volumes ?? [], agent);
    case "GROW_VOLUME":
      return grow_volume && validateGrowVolume(grow_volume, agent);
    case "SHRINK_VOLUME":
      return shrink_volume && validateShrinkVolume(shrink_volume, agent);
    case "CREATE_DISK":
      return create_disk && validateCreateDisk(create_disk);
    case "DESTROY_DISK":
      return destroy_disk && validateDestroyDisk(destroy_disk);
    case "LAUNCH":
    case "LAUNCH_GROUP":
    case "UNKNOWN":
    case undefined:
      return undefined;
    default:
      return type satisfies never;
  }
}

function validateReserve(
  { resources = [], source = [] }: Offer_Operation_Reserve,
  agent: Agent,
  by: Requester,
): string | undefined {
  const shape = validateResources(resources);
  if (shape !== undefined) return `Invalid resources: ${shape}`;
  const sourceShape = validateResources(source);
  if (sourceShape !== undefined) return `Invalid source: ${sourceShape}`;
  const update = source.length === 0 ? undefined : validateReservationUpdate(source, resources);
  if (update !== undefined) return update;
  const provider = validateOneProvider(resources);
  if (provider !== undefined) return `Invalid resources: ${provider}`;
  for (const resource of resources) {
    const error =
      validateDynamic(resource) ??
      validateAgentAbilities(resource, agent) ??
      validateReservePrincipal(resource, by) ??
      validateReserveRole(resource, by);
    if (error !== undefined) return error;
  }
  const role = by.framework === undefined ? undefined : validateOneRole(resources);
  return role === undefined ? undefined : `Invalid reservation resources: ${role}`;
}

/** Rule: one reservation becomes another, and nothing is gained or lost. */
function validateReservationUpdate(
  source: readonly Resource[],
  target: readonly Resource[],
): string | undefined {
  const invalidSource = validateSameReservations(source);
  if (invalidSource !== undefined) return `Invalid source: ${invalidSource}`;
  const invalidTarget = validateSameReservations(target);
  if (invalidTarget !== undefined) return `Invalid resources: ${invalidTarget}`;
  const [before, after] = [source, target].map((list) =>
    Resources.of(list).map((resource) => withReservations(resource, [])),
  );
  return before === undefined || after === undefined || before.equals(after)
    ? undefined
    : `Source and target resources should refer to identical resource quantities: ${before} vs. ${after}`;
}

function validateSameReservations(list: readonly Resource[]): string | undefined {
  if (list.length === 0) return "Resource cannot be empty";
  const kinds = new Set(
    list.map(({ reservations = [] }) => resourceText({ name: "", type: "TEXT", reservations })),
  );
  if (kinds.size === 1) return undefined;
  const shown = list.map((resource) => toJson(Resource, resource, "v0")).join(",");
  return `Mixed reservations are not supported[${shown}]`;
}

/** Rule: static reservations are the agent's own and stay. */
function validateDynamic(resource: Resource): string | undefined {
  return isDynamicallyReserved(resource)
    ? undefined
    : `Resource ${resourceText(resource)} is not dynamically reserved`;
}

/** Rule: agents without hierarchical roles or refinement cannot remember such reservations. */
function validateAgentAbilities(resource: Resource, agent: Agent): string | undefined {
  const text = resourceText(resource);
  const role = reservationRole(resource);
  if (role.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) {
    return `Resource ${text} with reservation for hierarchical role '${role}' cannot be reserved on an agent without HIERARCHICAL_ROLE capability`;
  }
  const isRefined = (resource.reservations?.length ?? 0) > 1;
  return isRefined && !agent.capabilities.has("RESERVATION_REFINEMENT")
    ? `Resource ${text} with reservation refinement cannot be reserved on an agent without RESERVATION_REFINEMENT capability`
    : undefined;
}

/** Rule: those who have a principal reserve in its name. */
function validateReservePrincipal(
  resource: Resource,
  { principal: own }: Requester,
): string | undefined {
  if (own === undefined) return undefined;
  const principal = resource.reservations?.at(-1)?.principal;
  if (principal === undefined) {
    return `A reserve operation was attempted by principal '${own}', but there is a reserved resource in the request with no principal set`;
  }
  return principal === own
    ? undefined
    : `A reserve operation was attempted by authenticated principal '${own}', which does not match a reserved resource in the request with principal '${principal}'`;
}

/** Rule: what was offered to a role is reserved for that role; operators reserve what nobody has. */
function validateReserveRole(resource: Resource, { framework }: Requester): string | undefined {
  if (framework === undefined) {
    return resource.allocation_info === undefined
      ? undefined
      : "A reserve operation was attempted with an allocated resource, but the operator API only allows reservations to be made to unallocated resources";
  }
  const allocated = resource.allocation_info?.role;
  const reserved = reservationRole(resource);
  if (allocated === undefined) {
    return `A reserve operation was attempted on unallocated resource ${resourceText(resource)}, but frameworks can only perform reservations on allocated resources`;
  }
  if (allocated !== reserved) {
    return `A reserve operation was attempted for a resource with role '${reserved}', but the resource was allocated to role '${allocated}'`;
  }
  return framework.roles.has(allocated)
    ? undefined
    : `A reserve operation was attempted for a resource allocated to role '${allocated}', but the framework only has roles '${setText(framework.roles)}'`;
}

function validateUnreserve(list: readonly Resource[]): string | undefined {
  const shape = validateResources(list) ?? validateOneProvider(list);
  if (shape !== undefined) return `Invalid resources: ${shape}`;
  for (const resource of list) {
    const error = validateDynamic(resource) ?? validateNoVolume(resource);
    if (error !== undefined) return error;
  }
  return undefined;
}

/** Rule: a volume is destroyed before its disk is unreserved. */
function validateNoVolume(resource: Resource): string | undefined {
  return isPersistentVolume(resource)
    ? `A dynamically reserved persistent volume ${resourceText(resource)} cannot be unreserved directly. Please destroy the persistent volume first then unreserve the resource`
    : undefined;
}
