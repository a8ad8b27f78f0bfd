/** CREATE, DESTROY, GROW_VOLUME and SHRINK_VOLUME. Source: `validation::operation`. */
import { Buffer } from "node:buffer";
import { MAX_ID_BYTES } from "@mesos-ts/base";
import type {
  Offer_Operation_GrowVolume,
  Offer_Operation_ShrinkVolume,
  Resource,
} from "@mesos-ts/protos";
import {
  isIndivisible,
  isShared,
  Resources,
  reservationRole,
  resourceText,
  toMilli,
  validateResource,
  withoutVolume,
} from "@mesos-ts/resources";
import { type Agent, has } from "../model.ts";
import type { Requester } from "./operations.ts";
import {
  validateOneProvider,
  validateOneRole,
  validateResources,
  validateUniquePersistence,
} from "./resources.ts";

export function validateCreate(
  list: readonly Resource[],
  agent: Agent,
  by: Requester,
): string | undefined {
  const error = validateVolumes(list);
  if (error !== undefined) return error;
  const duplicate = validateUniquePersistence([...agent.checkpointed.items, ...list]);
  if (duplicate !== undefined) return duplicate;
  for (const volume of list) {
    const error =
      validateSharing(volume, by) ??
      validateAgentAbilities(volume, agent) ??
      validateVolumePrincipal(volume, by) ??
      validateVolumeFolder(volume);
    if (error !== undefined) return error;
  }
  const role = by.framework === undefined ? undefined : validateOneRole(list);
  return role === undefined ? undefined : `Invalid volume resources: ${role}`;
}

/** Rule: the resources are volumes of one provider, or of none. */
function validateVolumes(list: readonly Resource[]): string | undefined {
  const shape = validateResources(list) ?? validateOneProvider(list);
  if (shape !== undefined) return `Invalid resources: ${shape}`;
  const volumes = list.map(notVolume).find((text) => text !== undefined);
  return volumes === undefined ? undefined : `Not a persistent volume: ${volumes}`;
}

/** Rule: volumes persist, are mounted somewhere, and can be written. */
function notVolume(volume: Resource): string | undefined {
  const { disk } = volume;
  if (disk === undefined) return `Resource ${resourceText(volume)} does not have DiskInfo`;
  if (disk.persistence === undefined) return "'persistence' is not set in DiskInfo";
  if (disk.volume === undefined) return "Expecting 'volume' to be set for persistent volume";
  return disk.volume.mode === "RO" ? "Read-only persistent volume not supported" : undefined;
}

/** Rule: shared volumes are for those who know them. */
function validateSharing(volume: Resource, { framework }: Requester): string | undefined {
  return framework !== undefined && isShared(volume) && !has(framework, "SHARED_RESOURCES")
    ? `Create volume operation for '${resourceText(volume)}' has been attempted by framework '${framework.id}' with no SHARED_RESOURCES capability`
    : undefined;
}

/** Rule: agents without hierarchical roles or refinement cannot remember such volumes. */
function validateAgentAbilities(volume: Resource, agent: Agent): string | undefined {
  const text = resourceText(volume);
  const role = reservationRole(volume);
  if (role.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) {
    return `Volume ${text} with reservation for hierarchical role '${role}' cannot be created on an agent without HIERARCHICAL_ROLE capability`;
  }
  const isRefined = (volume.reservations?.length ?? 0) > 1;
  return isRefined && !agent.capabilities.has("RESERVATION_REFINEMENT")
    ? `Volume ${text} with reservation refinement cannot be created on an agent without RESERVATION_REFINEMENT capability`
    : undefined;
}

/** Rule: those who have a principal create in its name. */
function validateVolumePrincipal(
  volume: Resource,
  { principal: own }: Requester,
): string | undefined {
  if (own === undefined) return undefined;
  const principal = volume.disk?.persistence?.principal;
  if (principal === undefined) {
    return `Create volume operation attempted by principal '${own}', but there is a volume in the operation with no principal set in 'disk.persistence'`;
  }
  return principal === own
    ? undefined
    : `Create volume operation attempted by authenticated principal '${own}', which does not match a volume in the operation with principal '${principal}' set in 'disk.persistence'`;
}

/** Rule, our own: agents keep a role's volumes in one folder named after the role. */
function validateVolumeFolder(volume: Resource): string | undefined {
  const type = volume.disk?.source?.type;
  if (type === "BLOCK" || type === "RAW") {
    return `A persistent volume cannot be created on a ${type} disk: no folder can be on it`;
  }
  const role = reservationRole(volume);
  return Buffer.byteLength(role) > MAX_ID_BYTES
    ? `The role of a persistent volume must not be longer than ${MAX_ID_BYTES} bytes, because a folder is named after it: shorten role '${role.slice(0, 32)}…'`
    : undefined;
}

export function validateDestroy(list: readonly Resource[], agent: Agent): string | undefined {
  const error = validateVolumes(list);
  if (error !== undefined) return error;
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

export function validateGrowVolume(
  { volume, addition }: Offer_Operation_GrowVolume,
  agent: Agent,
): string | undefined {
  const invalidVolume = validateResource(volume);
  if (invalidVolume !== undefined) {
    return `Invalid resource in the 'GrowVolume.volume' field: ${invalidVolume}`;
  }
  const invalidAddition = validateResource(addition);
  if (invalidAddition !== undefined) {
    return `Invalid resource in the 'GrowVolume.addition' field: ${invalidAddition}`;
  }
  if (!(toMilli(addition.scalar?.value ?? 0) > 0)) {
    return "The size of 'GrowVolume.addition' field must be greater than zero";
  }
  if (volume.provider_id !== undefined) {
    return "Growing a volume from a resource provider is not supported";
  }
  const shape = notVolume(volume);
  if (shape !== undefined) {
    return `Invalid persistent volume in the 'GrowVolume.volume' field: ${shape}`;
  }
  if (isShared(volume)) return "Growing a shared persistent volume is not supported";
  if (!addUp(withoutVolume(volume), addition)) {
    return "Incompatible resources in the 'GrowVolume.volume' and 'GrowVolume.addition' fields";
  }
  return agent.capabilities.has("RESIZE_VOLUME")
    ? undefined
    : `Volume ${resourceText(volume)} cannot be grown on an agent without RESIZE_VOLUME capability`;
}

/** Whether the two make one resource together. */
function addUp(a: Resource, b: Resource): boolean {
  return !isIndivisible(a) && [...Resources.of([a, b])].length === 1;
}

export function validateShrinkVolume(
  { volume, subtract }: Offer_Operation_ShrinkVolume,
  agent: Agent,
): string | undefined {
  const invalid = validateResource(volume);
  if (invalid !== undefined) {
    return `Invalid resource in the 'ShrinkVolume.volume' field: ${invalid}`;
  }
  const milli = toMilli(subtract.value);
  if (!(milli > 0)) return "Value of 'ShrinkVolume.subtract' must be greater than zero";
  if (toMilli(volume.scalar?.value ?? 0) <= milli) {
    return "Value of 'ShrinkVolume.subtract' must be smaller than the size of 'ShrinkVolume.volume'";
  }
  if (volume.provider_id !== undefined) {
    return "Shrinking a volume from a resource provider is not supported";
  }
  if (volume.disk?.source?.type === "MOUNT") {
    return "Shrinking a volume on a MOUNT disk is not supported";
  }
  const shape = notVolume(volume);
  if (shape !== undefined) {
    return `Invalid persistent volume in the 'ShrinkVolume.volume' field: ${shape}`;
  }
  if (isShared(volume)) return "Shrinking a shared persistent volume is not supported";
  return agent.capabilities.has("RESIZE_VOLUME")
    ? undefined
    : `Volume ${resourceText(volume)} cannot be shrunk on an agent without RESIZE_VOLUME capability`;
}
