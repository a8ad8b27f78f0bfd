import type { Resource, Resource_ReservationInfo } from "@mesos-ts/protos";

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

/** For messages: the name and the value as they came, valid or not. */
function resourceText(resource: Resource): string {
  const value =
    resource.scalar?.value ??
    (resource.ranges === undefined
      ? JSON.stringify(resource.set?.item ?? [])
      : JSON.stringify(resource.ranges.range?.map(({ begin, end }) => `${begin}-${end}`) ?? []));
  return `${resource.name}:${value}`;
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

const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** Fixed point keeps thousandths of a safe integer exactly; nothing real is larger. */
const LARGEST_SCALAR = Number.MAX_SAFE_INTEGER / 1000;

function validateScalar({ name, scalar, ranges, set }: Resource): string | undefined {
  if (scalar === undefined || ranges !== undefined || set !== undefined) {
    return "Invalid scalar resource";
  }
  const value = scalar.value;
  if (Number.isNaN(value)) return "Invalid scalar resource: value is not a number";
  if (value < 0) return "Invalid scalar resource: value < 0";
  if (value > LARGEST_SCALAR) return "Invalid scalar resource: value is too large";
  if (value !== 0 && value < SMALLEST_NORMAL) return "Invalid scalar resource: value is subnormal";
  if (name === "gpus" && !Number.isInteger(value)) {
    return "Invalid 'gpus' resource: value must be an unsigned integer";
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
  const source = disk.source;
  if (source === undefined) return undefined;
  if (source.mount !== undefined && source.type !== "MOUNT") {
    return `Mount should not be set for ${source.type} disk source`;
  }
  if (source.path !== undefined && source.type !== "PATH") {
    return `Path should not be set for ${source.type} disk source`;
  }
  return source.type === "UNKNOWN"
    ? "Unsupported 'DiskInfo.Source.Type' in 'type: UNKNOWN'"
    : undefined;
}

function validateReservation(resource: Resource): string | undefined {
  return (
    validateOldReservation(resource) ??
    validateStack(resource.reservations ?? []) ??
    validateBothFormats(resource)
  );
}

function validateOldReservation({ role, reservation }: Resource): string | undefined {
  if (reservation === undefined) return undefined;
  if (reservation.type !== undefined) {
    return "'Resource.ReservationInfo.type' must not be set for the 'Resource.reservation' field";
  }
  if (reservation.role !== undefined) {
    return "'Resource.ReservationInfo.role' must not be set for the 'Resource.reservation' field";
  }
  return (role ?? "*") === "*"
    ? 'Invalid reservation: role "*" cannot be dynamically reserved'
    : undefined;
}

function validateStack(stack: readonly Resource_ReservationInfo[]): string | undefined {
  for (const { type, role } of stack) {
    if (type === undefined || type === "UNKNOWN") {
      return "Invalid reservation: 'Resource.ReservationInfo.type' field must be set.";
    }
    if (role === undefined) {
      return "Invalid reservation: 'Resource.ReservationInfo.role' field must be set.";
    }
    if (role === "*") return 'Invalid reservation: role "*" cannot be reserved';
  }
  for (const [index, { type, role = "" }] of stack.entries()) {
    const ancestor = stack[index - 1]?.role;
    if (ancestor === undefined) continue;
    if (type === "STATIC")
      return "Invalid refined reservation: A refined reservation cannot be STATIC";
    if (!role.startsWith(`${ancestor}/`)) {
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
  return undefined;
}

function validateSharing({ name, disk, shared }: Resource): string | undefined {
  return shared !== undefined && (name !== "disk" || disk?.persistence === undefined)
    ? `Resource ${name} cannot be shared`
    : undefined;
}
