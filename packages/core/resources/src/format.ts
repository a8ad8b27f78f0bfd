import type { Resource, Resource_ReservationInfo } from "@mesos-ts/protos";

/**
 * Mesos has three ways to write a reservation. Inside we use the post-refinement format only: a
 * stack `reservations`, absent when unreserved. `upgrade` turns the other two into it.
 */
export function upgrade(resource: Resource): Resource {
  const { role, reservation, ...rest } = resource;
  if (role === undefined && reservation === undefined) return resource;
  if ((resource.reservations?.length ?? 0) > 0) return rest;
  if (role === undefined || role === "*") return rest;
  if (reservation === undefined) return { ...rest, reservations: [{ type: "STATIC", role }] };
  return { ...rest, reservations: [{ ...reservation, type: "DYNAMIC", role }] };
}

/**
 * The format before reservation refinement, for components that do not know the stack: `role` and
 * `reservation`. Undefined when the stack has more than one level, which that format cannot say.
 */
export function downgrade(resource: Resource): Resource | undefined {
  const { reservations = [], ...rest } = resource;
  const [only, ...refined] = reservations;
  if (refined.length > 0) return undefined;
  if (only === undefined) return { ...rest, role: "*" };
  const { type, role, ...info } = only;
  if (type === "STATIC") return { ...rest, role };
  return { ...rest, role, reservation: info };
}

/** Both formats at once, as the endpoints show resources. */
export function endpointFormat(resource: Resource): Resource {
  const old = downgrade(resource);
  if (old === undefined) return resource;
  return resource.reservations === undefined
    ? old
    : { ...old, reservations: resource.reservations };
}

/** The role that the innermost reservation is for; `*` when unreserved. */
export function reservationRole(resource: Resource): string {
  return resource.reservations?.at(-1)?.role ?? "*";
}

export function isReserved(resource: Resource): boolean {
  return (resource.reservations?.length ?? 0) > 0;
}

export function isDynamicallyReserved(resource: Resource): boolean {
  return resource.reservations?.at(-1)?.type === "DYNAMIC";
}

export function isPersistentVolume(resource: Resource): boolean {
  return resource.disk?.persistence !== undefined;
}

/** A volume or a whole disk: taken as one piece or not at all. */
export function isIndivisible(resource: Resource): boolean {
  const { disk } = resource;
  if (disk === undefined) return false;
  if (disk.persistence !== undefined) return true;
  const type = disk.source?.type;
  return type === "MOUNT" || type === "BLOCK" || (type === "RAW" && disk.source?.id !== undefined);
}

export function isRefined(resource: Resource): boolean {
  return (resource.reservations?.length ?? 0) > 1;
}

export function isRevocable(resource: Resource): boolean {
  return resource.revocable !== undefined;
}

export function isShared(resource: Resource): boolean {
  return resource.shared !== undefined;
}

export function withoutAllocation(resource: Resource): Resource {
  if (resource.allocation_info === undefined) return resource;
  const { allocation_info: _, ...rest } = resource;
  return rest;
}

export function withReservations(
  resource: Resource,
  reservations: readonly Resource_ReservationInfo[],
): Resource {
  const { reservations: _, ...rest } = resource;
  return reservations.length === 0 ? rest : { ...rest, reservations: [...reservations] };
}

/** What distinguishes two resources that must not be added up: all but value and allocation. */
export function identity(resource: Resource): string {
  const { reservations, disk, revocable, shared, provider_id } = resource;
  let key = resource.name;
  if (reservations !== undefined && reservations.length > 0) {
    key += `#${canonical(reservations)}`;
  }
  if (disk !== undefined) key += `%${canonical(disk)}`;
  if (provider_id !== undefined) key += `|${provider_id.value}`;
  if (revocable !== undefined) key += "~";
  if (shared !== undefined) key += "^";
  return key;
}

/** JSON whose text does not depend on the order in which fields were set. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
