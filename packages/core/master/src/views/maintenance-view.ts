/** What operators see of maintenance. */
import { maintenance } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import type { MachineKey } from "../machines.ts";
import type { Agent } from "../model.ts";
import { message } from "./json.ts";

export function getSchedule({ maintenance: { schedule } }: Core): maintenance.Schedule {
  const windows = (schedule?.windows ?? []).filter(
    ({ machine_ids = [] }) => machine_ids.length > 0,
  );
  return windows.length === 0 ? {} : { windows };
}

/** Machines on their way down, with what frameworks answered, and those that are down. */
export function getClusterStatus(core: Core): maintenance.ClusterStatus {
  const machines = [...core.maintenance.machines];
  const agents = machines.length === 0 ? new Map<MachineKey, Agent[]>() : agentsByMachine(core);
  const draining = machines
    .filter(([, { mode }]) => mode === "DRAINING")
    .map(([key, { id }]) => drainingMachine(id, agents.get(key) ?? []));
  const down = machines.filter(([, { mode }]) => mode === "DOWN").map(([, { id }]) => id);
  return {
    ...(draining.length === 0 ? {} : { draining_machines: draining }),
    ...(down.length === 0 ? {} : { down_machines: down }),
  };
}

function agentsByMachine(core: Core): Map<MachineKey, Agent[]> {
  const byMachine = new Map<MachineKey, Agent[]>();
  for (const agent of core.agents.registered.values()) {
    const there = byMachine.get(agent.machine);
    if (there === undefined) byMachine.set(agent.machine, [agent]);
    else there.push(agent);
  }
  return byMachine;
}

function drainingMachine(
  id: maintenance.ClusterStatus_DrainingMachine["id"],
  agents: readonly Agent[],
): maintenance.ClusterStatus_DrainingMachine {
  const statuses = agents.flatMap(({ inverseStatuses }) => [...inverseStatuses.values()]);
  return statuses.length === 0 ? { id } : { id, statuses };
}

/** `/maintenance/schedule` */
export function maintenanceScheduleView(core: Core): string {
  return message(maintenance.Schedule, getSchedule(core));
}

/** `/maintenance/status` */
export function maintenanceStatusView(core: Core): string {
  return message(maintenance.ClusterStatus, getClusterStatus(core));
}
