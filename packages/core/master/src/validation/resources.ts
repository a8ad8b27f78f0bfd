/** Rules for the resources of tasks, executors and operations. Source: `validation::resource`. */
import { validateId } from "@mesos-ts/base";
import type { Resource } from "@mesos-ts/protos";
import {
  isDynamicallyReserved,
  isReserved,
  isRevocable,
  Resources,
  reservationRole,
  resourceText,
} from "@mesos-ts/resources";
import { validateResourceList } from "./resource-list.ts";

/** All rules that hold for any list of resources. */
export function validateResources(list: readonly Resource[] | undefined): string | undefined {
  const invalid = validateResourceList(list);
  if (invalid !== undefined) return `Invalid resources: ${invalid}`;
  const disk = validateDiskInfo(list);
  if (disk !== undefined) return `Invalid DiskInfo: ${disk}`;
  const reservation = validateReservable(list);
  return reservation === undefined ? undefined : `Invalid ReservationInfo: ${reservation}`;
}

/** Rule: revocable resources are never reserved dynamically. */
function validateReservable(list: readonly Resource[] | undefined): string | undefined {
  for (const resource of list ?? []) {
    if (isDynamicallyReserved(resource) && isRevocable(resource)) {
      return `Dynamically reserved resource ${resourceText(resource)} cannot be created from revocable resources`;
    }
  }
  return undefined;
}

/** Rule: disks are volumes on reserved disk, or have a source. */
export function validateDiskInfo(list: readonly Resource[] | undefined): string | undefined {
  for (const resource of list ?? []) {
    const { disk } = resource;
    if (disk === undefined) continue;
    const error =
      disk.persistence === undefined ? validatePlainDisk(disk) : validateVolumeDisk(resource);
    if (error !== undefined) return error;
  }
  return undefined;
}

function validatePlainDisk({ volume, source }: NonNullable<Resource["disk"]>): string | undefined {
  if (volume !== undefined) return "Non-persistent volume not supported";
  return source === undefined ? "DiskInfo is set but empty" : undefined;
}

function validateVolumeDisk(resource: Resource): string | undefined {
  const volume = resource.disk?.volume;
  if (isRevocable(resource)) {
    return "Persistent volumes cannot be created from revocable resources";
  }
  if (!isReserved(resource)) {
    return "Persistent volumes cannot be created from unreserved resources";
  }
  if (volume === undefined) return "Expecting 'volume' to be set for persistent volume";
  if (volume.host_path !== undefined) {
    return "Expecting 'host_path' to be unset for persistent volume";
  }
  const error = validateId(resource.disk?.persistence?.id ?? "");
  return error === undefined ? undefined : `Invalid persistence ID for persistent volume: ${error}`;
}

/**
 * Rule: no persistence id twice in one role. A list, not a bag: two equal volumes are two, but a
 * bag would hold one.
 */
export function validateUniquePersistence(list: readonly Resource[]): string | undefined {
  const seen = new Set<string>();
  for (const resource of list) {
    const id = resource.disk?.persistence?.id;
    if (id === undefined) continue;
    const key = `${reservationRole(resource)}/${id}`;
    if (seen.has(key)) return `Persistence ID '${id}' is not unique`;
    seen.add(key);
  }
  return undefined;
}

/** The same rule for what one task uses; a shared volume may be used by several at once. */
export function validateUniqueVolumes(resources: Resources): string | undefined {
  return validateUniquePersistence([...resources].map(({ meta }) => meta));
}

/** Rule: of one name, either revocable resources or others. */
export function validateRevocableMix(resources: Resources): string | undefined {
  const revocable = resources.revocable();
  if (revocable.isEmpty) return undefined;
  const others = new Set(resources.nonRevocable().items.map(({ name }) => name));
  const mixed = revocable.items.find(({ name }) => others.has(name));
  return mixed === undefined
    ? undefined
    : `Cannot use both revocable and non-revocable '${mixed.name}' at the same time`;
}

/** Rule: all are allocated, to one role. */
export function validateOneRole(list: readonly Resource[] | undefined): string | undefined {
  let role: string | undefined;
  for (const { allocation_info } of list ?? []) {
    const other = allocation_info?.role;
    if (other === undefined) return "The resources are not allocated to a role";
    role ??= other;
    if (other !== role) {
      return `The resources have multiple allocation roles ('${other}' and '${role}') but only one allocation role is allowed`;
    }
  }
  return undefined;
}

/** Rule: ranges and sets of several users have nothing in common. */
export function haveOverlap(users: readonly Resources[]): boolean {
  const count = (resources: Resources): number => {
    let sum = 0;
    for (const { amount } of resources) {
      if (amount.type === "ranges") {
        for (const [begin, end] of amount.intervals) sum += end - begin + 1;
      }
      if (amount.type === "set") sum += amount.items.length;
    }
    return sum;
  };
  const apart = users.reduce((sum, resources) => sum + count(resources), 0);
  return apart !== count(Resources.sum(users));
}

/** Rule: an operation concerns one resource provider, or none. */
export function validateOneProvider(list: readonly Resource[] | undefined): string | undefined {
  const ids = new Set((list ?? []).map(({ provider_id }) => provider_id?.value));
  if (ids.size === 1) return undefined;
  if (ids.has(undefined)) {
    return "Some resources have a resource provider and some do not";
  }
  return `The resources have multiple resource providers: ${[...ids].join(", ")}`;
}
