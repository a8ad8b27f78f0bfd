import { isStrictSubroleOf, validateRole } from "@mesos-ts/base";
import type { Resource, Resource_ReservationInfo } from "@mesos-ts/protos";
import { labelsText, resourceText, sourceText } from "./text.ts";
import { toMilli } from "./values.ts";

/**
 * The first rule that a list of resources breaks, in Mesos's words, or undefined.
 * Source: `Resources::validate`; quantities: finite, not negative, not subnormal.
 */
export function validateResources(list: readonly Resource[] | undefined): string | undefined {
  for (const resource of list ?? []) {
    const error = validateResource(resource);
    if (error !== undefined) {
      return `Resource '${resourceText(resource)}' is invalid: ${error}`;
    }
  }
  return undefined;
}

export function validateResource(resource: Resource): string | undefined {
  return (
    validateName(resource) ??
    validateValue(resource) ??
    validateDisk(resource) ??
    validateReservation(resource) ??
    validateSharing(resource)
  );
}

function validateName({ name }: Resource): string | undefined {
  return name === "" ? "Empty resource name" : undefined;
}

function validateValue(resource: Resource): string | undefined {
  switch (resource.type) {
    case "SCALAR":
      return validateScalar(resource);
    case "RANGES":
      return validateRanges(resource);
    case "SET":
      return validateSet(resource);
    case "TEXT":
      return "Unsupported resource type";
    default:
      return "Invalid resource type";
  }
}

/** Fixed point keeps thousandths of a safe integer exactly; nothing real is larger. */
const LARGEST_SCALAR = Number.MAX_SAFE_INTEGER / 1000;

/** Rule: none, or at least a thousandth when rounded; NaN is neither. */
function validateScalar({ name, scalar, ranges, set }: Resource): string | undefined {
  if (scalar === undefined || ranges !== undefined || set !== undefined) {
    return "Invalid scalar resource";
  }
  const { value } = scalar;
  if (value !== 0 && !(toMilli(value) > 0)) return "Invalid scalar resource: value <= 0";
  if (value > LARGEST_SCALAR) return "Invalid scalar resource: value is too large";
  if (name === "gpus" && !Number.isInteger(value)) {
    return "Invalid 'gpus' resource: The 'gpus' resource must be an unsigned integer";
  }
  return undefined;
}

/** More ranges than this in one resource are refused: nobody asks for them in earnest. */
const MAX_RANGES = 65_536;

function validateRanges({ scalar, ranges, set }: Resource): string | undefined {
  if (scalar !== undefined || ranges === undefined || set !== undefined) {
    return "Invalid ranges resource";
  }
  const list = ranges.range ?? [];
  if (list.length > MAX_RANGES) return `Invalid ranges resource: more than ${MAX_RANGES} ranges`;
  if (list.some(({ begin, end }) => begin > end)) return "Invalid ranges resource: begin > end";
  const sorted = [...list].sort((a, b) => a.begin - b.begin);
  const overlapping = sorted.some((range, i) => {
    const next = sorted[i + 1];
    return next !== undefined && next.begin <= range.end;
  });
  return overlapping ? "Invalid ranges resource: overlapping ranges" : undefined;
}

function validateSet({ scalar, ranges, set }: Resource): string | undefined {
  if (scalar !== undefined || ranges !== undefined || set === undefined) {
    return "Invalid set resource";
  }
  const list = set.item ?? [];
  return new Set(list).size < list.length ? "Invalid set resource: duplicated elements" : undefined;
}

function validateDisk({ name, disk }: Resource): string | undefined {
  if (disk === undefined) return undefined;
  if (name !== "disk") return `DiskInfo should not be set for ${name} resource`;
  const { source } = disk;
  if (source?.type === "UNKNOWN") {
    return `Unsupported 'DiskInfo.Source.Type' in '${sourceText(source)}'`;
  }
  if (source?.type !== "BLOCK" && source?.type !== "RAW") return undefined;
  if (source.mount !== undefined) return `Mount should not be set for ${source.type} disk source`;
  return source.path === undefined
    ? undefined
    : `Path should not be set for ${source.type} disk source`;
}

function validateReservation(resource: Resource): string | undefined {
  const { reservations = [] } = resource;
  return reservations.length === 0
    ? validateOldReservation(resource)
    : (validateStack(reservations) ?? validateBothFormats(resource));
}

function validateOldReservation({ role = "*", reservation }: Resource): string | undefined {
  const invalid = validateRole(role);
  if (invalid !== undefined) return invalid;
  if (reservation === undefined) return undefined;
  if (reservation.type !== undefined) {
    return "'Resource.ReservationInfo.type' must not be set for the 'Resource.reservation' field";
  }
  if (reservation.role !== undefined) {
    return "'Resource.ReservationInfo.role' must not be set for the 'Resource.reservation' field";
  }
  return role === "*" ? 'Invalid reservation: role "*" cannot be dynamically reserved' : undefined;
}

function validateStack(stack: readonly Resource_ReservationInfo[]): string | undefined {
  for (const { type, role } of stack) {
    if (type === undefined || type === "UNKNOWN") {
      return "Invalid reservation: 'Resource.ReservationInfo.type' field must be set.";
    }
    if (role === undefined) {
      return "Invalid reservation: 'Resource.ReservationInfo.role' field must be set.";
    }
    const invalid = validateRole(role);
    if (invalid !== undefined) return invalid;
    if (role === "*") return 'Invalid reservation: role "*" cannot be reserved';
  }
  for (const [index, { type, role = "" }] of stack.entries()) {
    const ancestor = stack[index - 1]?.role;
    if (ancestor === undefined) continue;
    if (type === "STATIC") {
      return "Invalid refined reservation: A refined reservation cannot be STATIC";
    }
    if (!isStrictSubroleOf(role, ancestor)) {
      return `Invalid refined reservation: role '${role}' is not a refinement of '${ancestor}'`;
    }
  }
  return undefined;
}

function validateBothFormats({
  role,
  reservation,
  reservations = [],
}: Resource): string | undefined {
  const [only, ...refined] = reservations;
  if (only === undefined || (role === undefined && reservation === undefined)) return undefined;
  if (refined.length > 0) {
    const field = role === undefined ? "reservation" : "role";
    return `Invalid resource format: 'Resource.${field}' must not be set if there is more than one reservation in 'Resource.reservations'`;
  }
  if (role !== undefined && role !== only.role) {
    return `Invalid resource format: 'Resource.role' field with '${role}' does not match the role '${only.role}' in 'Resource.reservations'`;
  }
  if (only.type === "STATIC" && reservation !== undefined) {
    return "Invalid resource format: 'Resource.reservation' must not be set if the single reservation in 'Resource.reservations' is STATIC";
  }
  if (only.type === "DYNAMIC" && (role === undefined) !== (reservation === undefined)) {
    return "Invalid resource format: 'Resource.role' and 'Resource.reservation' must either be both set or both not set if the single reservation in 'Resource.reservations' is DYNAMIC";
  }
  return reservation === undefined ? undefined : validateSameReservation(reservation, only);
}

/** Rule: who says a reservation in both formats says the same in both. */
function validateSameReservation(
  old: NonNullable<Resource["reservation"]>,
  { principal = "", labels = {} }: Resource_ReservationInfo,
): string | undefined {
  if ((old.principal ?? "") !== principal) {
    return `Invalid resource format: 'Resource.reservation.principal' field with '${old.principal ?? ""}' does not match the principal '${principal}' in 'Resource.reservations'`;
  }
  const [one, other] = [labelsText(old.labels ?? {}), labelsText(labels)];
  return one === other
    ? undefined
    : `Invalid resource format: 'Resource.reservation.labels' field with '${one}' does not match the labels '${other}' in 'Resource.reservations'`;
}

function validateSharing({ name, disk, shared }: Resource): string | undefined {
  if (shared === undefined) return undefined;
  if (name !== "disk") return `Resource ${name} cannot be shared`;
  return disk?.persistence === undefined ? "Only persistent volumes can be shared" : undefined;
}
