import { err, ok, type Result } from "@mesos-ts/base";
import type { Offer_Operation, Offer_Operation_CreateDisk, Resource } from "@mesos-ts/protos";
import {
  isDynamicallyReserved,
  isPersistentVolume,
  isReserved,
  upgrade,
  withoutAllocation,
  withReservations,
} from "./format.ts";
import { Resources } from "./resources.ts";
import { resourceText } from "./text.ts";
import { fromMilli, toMilli } from "./values.ts";

/** What an operation takes away and what it gives instead. */
export interface Conversion {
  readonly consumed: Resources;
  readonly converted: Resources;
  /** A shared volume of which no copy may be left afterwards: somebody may still use it. */
  readonly destroyed?: Resource;
}

/**
 * What an operation does to resources, or why it cannot be done. Launches convert nothing.
 * Source: `getResourceConversions`; CREATE_DISK and DESTROY_DISK as storage providers do them.
 */
export function conversionsOf(operation: Offer_Operation): Result<readonly Conversion[], string> {
  switch (operation.type) {
    case "RESERVE":
      return reserve(operation.reserve?.resources, operation.reserve?.source);
    case "UNRESERVE":
      return each(operation.unreserve?.resources, unreserve);
    case "CREATE":
      return each(operation.create?.volumes, create);
    case "DESTROY":
      return each(operation.destroy?.volumes, destroy);
    case "GROW_VOLUME":
      return growVolume(operation.grow_volume);
    case "SHRINK_VOLUME":
      return shrinkVolume(operation.shrink_volume);
    case "CREATE_DISK":
      return createDisk(operation.create_disk);
    case "DESTROY_DISK":
      return each(operation.destroy_disk && [operation.destroy_disk.source], destroyDisk);
    case "LAUNCH":
    case "LAUNCH_GROUP":
      return ok([]);
    case "UNKNOWN":
    case undefined:
      return err("Unknown operation");
    default:
      return operation.type satisfies never;
  }
}

/** The resources after the conversions, or why they do not allow them. */
export function convert(
  resources: Resources,
  conversions: readonly Conversion[],
): Result<Resources, string> {
  let result = resources;
  for (const { consumed, converted, destroyed } of conversions) {
    if (!result.contains(consumed)) return err(`${result} does not contain ${consumed}`);
    result = result.minus(consumed).plus(converted);
    if (destroyed !== undefined && result.contains(Resources.of([destroyed]))) {
      return err(
        `Persistent volume ${resourceText(destroyed)} cannot be removed due to additional shared copies`,
      );
    }
  }
  return ok(result);
}

/** The resources after the operation, or why they do not allow it. */
export function applyOperation(
  resources: Resources,
  operation: Offer_Operation,
): Result<Resources, string> {
  const conversions = conversionsOf(operation);
  return conversions.type === "error" ? conversions : convert(resources, conversions.value);
}

/** Several conversions as one: what must be there at the beginning, and what is there at the end. */
export function netConversion(conversions: readonly Conversion[]): Conversion {
  let consumed = Resources.none;
  let converted = Resources.none;
  for (const next of conversions) {
    const missing = next.consumed.minus(converted);
    consumed = consumed.plus(missing);
    converted = converted.minus(next.consumed.minus(missing)).plus(next.converted);
  }
  return { consumed, converted };
}

/** Everything that an operation names, its sources included; launches name nothing here. */
export function operationResources(operation: Offer_Operation): readonly Resource[] {
  const { reserve, unreserve, create, destroy, grow_volume, shrink_volume } = operation;
  switch (operation.type) {
    case "RESERVE":
      return [...(reserve?.resources ?? []), ...(reserve?.source ?? [])];
    case "UNRESERVE":
      return unreserve?.resources ?? [];
    case "CREATE":
      return create?.volumes ?? [];
    case "DESTROY":
      return destroy?.volumes ?? [];
    case "GROW_VOLUME":
      return grow_volume === undefined ? [] : [grow_volume.volume, grow_volume.addition];
    case "SHRINK_VOLUME":
      return shrink_volume === undefined ? [] : [shrink_volume.volume];
    case "CREATE_DISK":
      return operation.create_disk === undefined ? [] : [operation.create_disk.source];
    case "DESTROY_DISK":
      return operation.destroy_disk === undefined ? [] : [operation.destroy_disk.source];
    case "LAUNCH":
    case "LAUNCH_GROUP":
    case "UNKNOWN":
    case undefined:
      return [];
    default:
      return operation.type satisfies never;
  }
}

/** The same operation with each of its resources changed; launches stay as they are. */
export function mapOperation(
  operation: Offer_Operation,
  change: (resource: Resource) => Resource,
): Offer_Operation {
  const { reserve, unreserve, create, destroy, grow_volume, shrink_volume } = operation;
  const { create_disk, destroy_disk } = operation;
  const all = (list: readonly Resource[] | undefined) => list?.map(change);
  return {
    ...operation,
    ...(reserve && {
      reserve: {
        resources: all(reserve.resources),
        ...(reserve.source && { source: all(reserve.source) }),
      },
    }),
    ...(unreserve && { unreserve: { resources: all(unreserve.resources) } }),
    ...(create && { create: { volumes: all(create.volumes) } }),
    ...(destroy && { destroy: { volumes: all(destroy.volumes) } }),
    ...(grow_volume && {
      grow_volume: { volume: change(grow_volume.volume), addition: change(grow_volume.addition) },
    }),
    ...(shrink_volume && {
      shrink_volume: { ...shrink_volume, volume: change(shrink_volume.volume) },
    }),
    ...(create_disk && { create_disk: { ...create_disk, source: change(create_disk.source) } }),
    ...(destroy_disk && { destroy_disk: { source: change(destroy_disk.source) } }),
  };
}

/** The operation on an agent's own, unallocated resources. */
export function unallocatedOperation(operation: Offer_Operation): Offer_Operation {
  return mapOperation(operation, withoutAllocation);
}

function each(
  list: readonly Resource[] | undefined,
  convertOne: (resource: Resource) => Result<Conversion, string>,
): Result<readonly Conversion[], string> {
  const conversions: Conversion[] = [];
  for (const resource of list ?? []) {
    const conversion = convertOne(upgrade(resource));
    if (conversion.type === "error") return conversion;
    conversions.push(conversion.value);
  }
  return ok(conversions);
}

/** A reservation is pushed onto the stack, unless `source` says what it is made from. */
function reserve(
  list: readonly Resource[] | undefined,
  source: readonly Resource[] = [],
): Result<readonly Conversion[], string> {
  const reserved = (list ?? []).map(upgrade);
  const error = reserved
    .map((one) => notDynamic(one, "RESERVE"))
    .find((text) => text !== undefined);
  if (error !== undefined) return err(error);
  const before = source.length > 0 ? source : reserved.map(withoutReservation);
  return ok([{ consumed: Resources.of(before), converted: Resources.of(reserved) }]);
}

function unreserve(resource: Resource): Result<Conversion, string> {
  const error = notDynamic(resource, "UNRESERVE");
  if (error !== undefined) return err(error);
  if (isPersistentVolume(resource)) {
    return err("Invalid UNRESERVE Operation: Missing 'DESTROY' for the persistent volume");
  }
  return ok(conversion(resource, withoutReservation(resource)));
}

function notDynamic(resource: Resource, type: "RESERVE" | "UNRESERVE"): string | undefined {
  if (!isReserved(resource)) return `Invalid ${type} Operation: Resource is not reserved`;
  return isDynamicallyReserved(resource)
    ? undefined
    : `Invalid ${type} Operation: Resource is not dynamically reserved`;
}

function create(volume: Resource): Result<Conversion, string> {
  return isPersistentVolume(volume)
    ? ok(conversion(withoutVolume(volume), volume))
    : err("Invalid CREATE Operation: Missing 'persistence'");
}

function destroy(volume: Resource): Result<Conversion, string> {
  return isPersistentVolume(volume)
    ? ok({ ...conversion(volume, withoutVolume(volume)), destroyed: volume })
    : err("Invalid DESTROY Operation: Missing 'persistence'");
}

function growVolume(grow: Offer_Operation["grow_volume"]): Result<readonly Conversion[], string> {
  if (grow === undefined) return ok([]);
  const [volume, addition] = [upgrade(grow.volume), upgrade(grow.addition)];
  if (volume.provider_id !== undefined) return err(NO_PROVIDER);
  const grown = resized(volume, milliOf(volume) + milliOf(addition));
  return ok([{ consumed: Resources.of([volume, addition]), converted: Resources.of([grown]) }]);
}

function shrinkVolume(
  shrink: Offer_Operation["shrink_volume"],
): Result<readonly Conversion[], string> {
  if (shrink === undefined) return ok([]);
  const volume = upgrade(shrink.volume);
  if (volume.provider_id !== undefined) return err(NO_PROVIDER);
  const subtract = toMilli(shrink.subtract.value);
  const shrunk = resized(volume, milliOf(volume) - subtract);
  const freed = resized(withoutVolume(volume), subtract);
  return ok([{ consumed: Resources.of([volume]), converted: Resources.of([shrunk, freed]) }]);
}

const NO_PROVIDER = "Operation not supported for resource provider";

/** A RAW disk becomes one that can be mounted, or used as a device. */
function createDisk(
  operation: Offer_Operation_CreateDisk | undefined,
): Result<readonly Conversion[], string> {
  return each(operation && [operation.source], (raw) => {
    const source = raw.disk?.source;
    if (operation === undefined || source?.type !== "RAW") {
      return err("Invalid CREATE_DISK Operation: 'source' is not a RAW disk resource");
    }
    const profile = source.profile ?? operation.target_profile;
    const made = { ...source, type: operation.target_type };
    const disk = { ...raw.disk, source: profile === undefined ? made : { ...made, profile } };
    return ok(conversion(raw, { ...raw, disk }));
  });
}

/** The disk becomes RAW again; one that was made for its profile has no identity any more. */
function destroyDisk(resource: Resource): Result<Conversion, string> {
  const source = resource.disk?.source;
  if (source === undefined) {
    return err("Invalid DESTROY_DISK Operation: 'source' is not backed by a CSI volume");
  }
  const { mount: _m, path: _p, id, metadata, ...rest } = source;
  const identity = {
    ...(id === undefined ? {} : { id }),
    ...(metadata === undefined ? {} : { metadata }),
  };
  const raw = { ...rest, type: "RAW" as const, ...(rest.profile === undefined ? identity : {}) };
  return ok(conversion(resource, { ...resource, disk: { ...resource.disk, source: raw } }));
}

function conversion(consumed: Resource, converted: Resource): Conversion {
  return { consumed: Resources.of([consumed]), converted: Resources.of([converted]) };
}

/** The resource as it was before its innermost reservation. */
function withoutReservation(resource: Resource): Resource {
  return withReservations(resource, (resource.reservations ?? []).slice(0, -1));
}

/** The disk that a persistent volume was made of: not shared, of the same source. */
export function withoutVolume(volume: Resource): Resource {
  const { disk, shared: _, ...rest } = volume;
  if (disk?.source === undefined) return rest;
  return { ...rest, disk: { source: disk.source } };
}

function milliOf({ scalar }: Resource): number {
  return toMilli(scalar?.value ?? 0);
}

function resized(resource: Resource, milli: number): Resource {
  return { ...resource, scalar: { value: fromMilli(milli) } };
}
