/**
 * Machines under maintenance: how they are told apart, and what becomes of them.
 *
 * A pure value and its changes, so that the master and the registry that outlives it come to the
 * same result. Source: `src/master/maintenance.cpp`.
 */
import type { MachineID, maintenance, registry, Unavailability } from "@mesos-ts/protos";
import type { MaintenanceOperation } from "./contract.ts";

/** What makes two MachineIDs the same; opaque. */
export type MachineKey = string;

/** Hostnames are compared without their case; a field that is absent is not one that is empty. */
export function machineKey({ hostname, ip }: MachineID): MachineKey {
  return JSON.stringify([hostname?.toLowerCase() ?? null, ip ?? null]);
}

export interface Machine {
  readonly id: MachineID;
  readonly mode: "DRAINING" | "DOWN";
  readonly unavailability: Unavailability | undefined;
}

export interface Maintenance {
  readonly schedule: maintenance.Schedule | undefined;
  /** Those that are scheduled; every other machine is UP. */
  readonly machines: ReadonlyMap<MachineKey, Machine>;
}

export const NO_MAINTENANCE: Maintenance = { schedule: undefined, machines: new Map() };

/** The maintenance after a validated operation. */
export function maintained(before: Maintenance, operation: MaintenanceOperation): Maintenance {
  switch (operation.type) {
    case "update-schedule":
      return rescheduled(before, operation.schedule);
    case "start-maintenance":
      return broughtDown(before, operation.machines);
    case "stop-maintenance":
      return broughtUp(before, operation.machines);
    default:
      return operation satisfies never;
  }
}

/** A new schedule in place of the old: machines that were DOWN stay so, new ones are DRAINING. */
function rescheduled(before: Maintenance, schedule: maintenance.Schedule): Maintenance {
  const machines = new Map<MachineKey, Machine>();
  for (const { machine_ids = [], unavailability } of schedule.windows ?? []) {
    for (const id of machine_ids) {
      const key = machineKey(id);
      const known = before.machines.get(key);
      machines.set(key, { id: known?.id ?? id, mode: known?.mode ?? "DRAINING", unavailability });
    }
  }
  return { schedule, machines };
}

function broughtDown(before: Maintenance, ids: readonly MachineID[]): Maintenance {
  const machines = new Map(before.machines);
  for (const key of ids.map(machineKey)) {
    const machine = machines.get(key);
    if (machine !== undefined) machines.set(key, { ...machine, mode: "DOWN" });
  }
  return { ...before, machines };
}

/** UP again, and out of the schedule; windows that this empties are gone, too. */
function broughtUp(before: Maintenance, ids: readonly MachineID[]): Maintenance {
  const up = new Set(ids.map(machineKey));
  const windows = (before.schedule?.windows ?? [])
    .map((window) => ({
      ...window,
      machine_ids: (window.machine_ids ?? []).filter((id) => !up.has(machineKey(id))),
    }))
    .filter(({ machine_ids }) => machine_ids.length > 0);
  return {
    schedule: windows.length === 0 ? undefined : { windows },
    machines: new Map([...before.machines].filter(([key]) => !up.has(key))),
  };
}

/** What a registry holds of it. */
export function maintenanceOf(content: registry.Registry | undefined): Maintenance {
  const machines = new Map<MachineKey, Machine>();
  for (const { info } of content?.machines?.machines ?? []) {
    const { id, mode, unavailability } = info;
    if (mode === "DRAINING" || mode === "DOWN") {
      machines.set(machineKey(id), { id, mode, unavailability });
    }
  }
  return { schedule: content?.schedules?.[0], machines };
}

/** The reverse. */
export function maintenanceInRegistry({
  schedule,
  machines,
}: Maintenance): Pick<registry.Registry, "machines" | "schedules"> {
  const infos = [...machines.values()].map(({ unavailability, ...info }) => ({
    info: { ...info, ...(unavailability === undefined ? {} : { unavailability }) },
  }));
  return {
    ...(infos.length === 0 ? {} : { machines: { machines: infos } }),
    ...(schedule === undefined ? {} : { schedules: [schedule] }),
  };
}
