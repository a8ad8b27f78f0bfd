/** Maintenance schedules and lists of machines. Source: `maintenance::validation`. */
import { MachineID, type maintenance, toJson, type Unavailability } from "@mesos-ts/protos";
import { type MachineKey, type Maintenance, machineKey } from "../machines.ts";

/** UPDATE_MAINTENANCE_SCHEDULE. */
export function validateSchedule(
  schedule: maintenance.Schedule,
  before: Maintenance,
): string | undefined {
  const seen = new Set<MachineKey>();
  for (const { machine_ids = [], unavailability } of schedule.windows ?? []) {
    const error =
      (machine_ids.length === 0
        ? "List of machines in the maintenance window is empty"
        : undefined) ??
      validateUnavailability(unavailability) ??
      validateEach(machine_ids, seen);
    if (error !== undefined) return error;
  }
  return validateDownKept(seen, before);
}

/** START_MAINTENANCE. `isKnown`: whether an agent is on a machine that is in no schedule. */
export function validateStart(
  ids: readonly MachineID[],
  before: Maintenance,
  isKnown: (key: MachineKey) => boolean,
): string | undefined {
  return (
    validateMachines(ids) ??
    firstError(ids, (id) =>
      validateMode(
        id,
        before,
        isKnown,
        "DRAINING",
        "is not in DRAINING mode and cannot be brought down",
      ),
    )
  );
}

/** STOP_MAINTENANCE. */
export function validateStop(
  ids: readonly MachineID[],
  before: Maintenance,
  isKnown: (key: MachineKey) => boolean,
): string | undefined {
  return (
    validateMachines(ids) ??
    firstError(ids, (id) =>
      validateMode(id, before, isKnown, "DOWN", "is not in DOWN mode and cannot be brought up"),
    )
  );
}

/** Rule: some machines, each valid, none twice. */
function validateMachines(ids: readonly MachineID[]): string | undefined {
  if (ids.length === 0) return "List of machines is empty";
  return validateEach(ids, new Set());
}

/** Each of them, with those that were `seen` before. */
function validateEach(ids: readonly MachineID[], seen: Set<MachineKey>): string | undefined {
  return firstError(ids, (id) => validateMachine(id) ?? validateNew(id, seen));
}

/** Rule: a machine has a hostname or an IPv4 address. */
function validateMachine({ hostname = "", ip = "" }: MachineID): string | undefined {
  if (hostname === "" && ip === "") return "Both 'hostname' and 'ip' for a machine are empty";
  return ip === "" || isIPv4(ip) ? undefined : `Failed to parse IPv4: ${ip}`;
}

/** As `inet_pton` has it: four decimal numbers up to 255, without leading zeros. */
function isIPv4(text: string): boolean {
  const parts = text.split(".");
  return (
    parts.length === 4 &&
    parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/** Rule: a duration that is given is not negative. */
function validateUnavailability({ duration }: Unavailability): string | undefined {
  return (duration?.nanoseconds ?? 0) < 0 ? "Unavailability 'duration' is negative" : undefined;
}

/** Rule: a machine is named once. */
function validateNew(id: MachineID, seen: Set<MachineKey>): string | undefined {
  const key = machineKey(id);
  if (seen.has(key)) return `${machineText(id)} appears more than once in the schedule`;
  seen.add(key);
  return undefined;
}

/** Rule: a machine that is DOWN stays in the schedule until it is brought up. */
function validateDownKept(kept: ReadonlySet<MachineKey>, before: Maintenance): string | undefined {
  for (const [key, { id, mode }] of before.machines) {
    if (mode === "DOWN" && !kept.has(key)) {
      return `${machineText(id)} is deactivated and cannot be removed from the schedule`;
    }
  }
  return undefined;
}

/** Rule: the machine is scheduled, and in the mode that the change begins with. */
function validateMode(
  id: MachineID,
  { machines }: Maintenance,
  isKnown: (key: MachineKey) => boolean,
  mode: "DRAINING" | "DOWN",
  otherwise: string,
): string | undefined {
  const key = machineKey(id);
  const machine = machines.get(key);
  if (machine === undefined && !isKnown(key)) {
    return `${machineText(id)} is not part of a maintenance schedule`;
  }
  return machine?.mode === mode ? undefined : `${machineText(id)} ${otherwise}`;
}

function machineText(id: MachineID): string {
  return `Machine '${toJson(MachineID, id)}'`;
}

function firstError<T>(
  items: readonly T[],
  validate: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const error = validate(item);
    if (error !== undefined) return error;
  }
  return undefined;
}
