import { err, ok, type Result } from "@mesos-ts/base";
import type { Offer_Operation, Resource } from "@mesos-ts/protos";
import {
  isDynamicallyReserved,
  isPersistentVolume,
  isReserved,
  upgrade,
  withReservations,
} from "./format.ts";
import { Resources } from "./resources.ts";

/** What an operation takes away and what it gives instead. */
export interface Conversion {
  readonly consumed: Resources;
  readonly converted: Resources;
}

/**
 * What RESERVE, UNRESERVE, CREATE and DESTROY do to resources, or why they cannot be done.
 * Launches convert nothing.
 */
export function conversionsOf(operation: Offer_Operation): Result<readonly Conversion[], string> {
  switch (operation.type) {
    case "RESERVE":
      return each(operation.reserve?.resources, reserve);
    case "UNRESERVE":
      return each(operation.unreserve?.resources, unreserve);
    case "CREATE":
      return each(operation.create?.volumes, create);
    case "DESTROY":
      return each(operation.destroy?.volumes, destroy);
    case "LAUNCH":
    case "LAUNCH_GROUP":
      return ok([]);
    case "GROW_VOLUME":
    case "SHRINK_VOLUME":
    case "CREATE_DISK":
    case "DESTROY_DISK":
      return err(`${operation.type} is not supported by this release`);
    default:
      return err("Unknown offer operation");
  }
}

/** The resources after the operation, or why they do not allow it. */
export function applyOperation(
  resources: Resources,
  operation: Offer_Operation,
): Result<Resources, string> {
  const conversions = conversionsOf(operation);
  if (conversions.type === "error") return conversions;
  let result = resources;
  for (const { consumed, converted } of conversions.value) {
    if (!result.contains(consumed)) {
      return err(`Invalid ${operation.type} Operation: ${result} does not contain ${consumed}`);
    }
    result = result.minus(consumed).plus(converted);
  }
  return ok(result);
}

function each(
  list: readonly Resource[] | undefined,
  convert: (resource: Resource) => Result<Conversion, string>,
): Result<readonly Conversion[], string> {
  const conversions: Conversion[] = [];
  for (const resource of list ?? []) {
    const conversion = convert(upgrade(resource));
    if (conversion.type === "error") return conversion;
    conversions.push(conversion.value);
  }
  return ok(conversions);
}

function reserve(resource: Resource): Result<Conversion, string> {
  if (!isReserved(resource)) return err("Invalid RESERVE Operation: Resource must be reserved");
  if (!isDynamicallyReserved(resource)) {
    return err("Invalid RESERVE Operation: Resource must be dynamically reserved");
  }
  return ok(conversion(outer(resource), resource));
}

function unreserve(resource: Resource): Result<Conversion, string> {
  if (!isReserved(resource)) return err("Invalid UNRESERVE Operation: Resource is not reserved");
  if (!isDynamicallyReserved(resource)) {
    return err("Invalid UNRESERVE Operation: Resource is not dynamically reserved");
  }
  if (isPersistentVolume(resource)) {
    return err("Invalid UNRESERVE Operation: Missing 'DESTROY' for the persistent volume");
  }
  return ok(conversion(resource, outer(resource)));
}

function create(volume: Resource): Result<Conversion, string> {
  if (volume.disk?.persistence === undefined) {
    return err("Invalid CREATE Operation: Missing 'persistence'");
  }
  return ok(conversion(withoutVolume(volume), volume));
}

function destroy(volume: Resource): Result<Conversion, string> {
  if (volume.disk?.persistence === undefined) {
    return err("Invalid DESTROY Operation: Missing 'persistence'");
  }
  return ok(conversion(volume, withoutVolume(volume)));
}

function conversion(consumed: Resource, converted: Resource): Conversion {
  return { consumed: Resources.of([consumed]), converted: Resources.of([converted]) };
}

/** The resource as it was before its innermost reservation. */
function outer(resource: Resource): Resource {
  return withReservations(resource, (resource.reservations ?? []).slice(0, -1));
}

function withoutVolume(volume: Resource): Resource {
  const { disk, shared: _, ...rest } = volume;
  if (disk?.source === undefined) return rest;
  return { ...rest, disk: { source: disk.source } };
}
