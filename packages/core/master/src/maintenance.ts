/**
 * Maintenance of machines: schedules, and machines that go down and come up.
 *
 * Frameworks learn of it from the unavailability in offers and from inverse offers; agents on a
 * machine that is DOWN are sent away. Each change is in the registry before it has effect.
 */
import type { MachineID, master } from "@mesos-ts/protos";
import { removeAgent } from "./agent-loss.ts";
import type { MaintenanceOperation, Pid, RequestId } from "./contract.ts";
import type { Core } from "./core.ts";
import { withdrawInverseOffers } from "./inverse-offers.ts";
import { type Machine, type MachineKey, machineKey, maintained } from "./machines.ts";
import { type Agent, agentText } from "./model.ts";
import { rescindOffer } from "./offers.ts";
import { parsePid } from "./pids.ts";
import { validateSchedule, validateStart, validateStop } from "./validation/maintenance.ts";

const DOWN_MESSAGE = "Operator initiated 'Machine DOWN'";

/** UPDATE_MAINTENANCE_SCHEDULE: the new schedule replaces the old one. */
export function updateSchedule(
  core: Core,
  requestId: RequestId,
  { schedule }: master.Call_UpdateMaintenanceSchedule,
): void {
  const invalid = validateSchedule(schedule, core.maintenance);
  if (invalid !== undefined) {
    core.reply(requestId, { type: "refused", status: 400, text: invalid });
    return;
  }
  change(core, requestId, { type: "update-schedule", schedule }, (before) => {
    const touched = new Set([...before.keys(), ...core.maintenance.machines.keys()]);
    for (const agent of agentsOn(core, touched)) updateUnavailability(core, agent);
  });
}

/** START_MAINTENANCE: the agents on the machines are shut down and removed. */
export function startMaintenance(
  core: Core,
  requestId: RequestId,
  { machines = [] }: master.Call_StartMaintenance,
): void {
  const invalid = validateStart(machines, core.maintenance, (key) => hasAgent(core, key));
  if (invalid !== undefined) {
    core.reply(requestId, { type: "refused", status: 400, text: invalid });
    return;
  }
  change(core, requestId, { type: "start-maintenance", machines }, () => {
    for (const agent of agentsOn(core, keysOf(machines))) {
      core.send(agent.pid, "ShutdownMessage", { message: DOWN_MESSAGE });
      // The message may be lost, so the agent is removed whether it obeys or not.
      removeAgent(core, agent, DOWN_MESSAGE);
    }
  });
}

/** STOP_MAINTENANCE: the machines are UP, and out of the schedule. */
export function stopMaintenance(
  core: Core,
  requestId: RequestId,
  { machines = [] }: master.Call_StopMaintenance,
): void {
  const invalid = validateStop(machines, core.maintenance, (key) => hasAgent(core, key));
  if (invalid !== undefined) {
    core.reply(requestId, { type: "refused", status: 400, text: invalid });
    return;
  }
  change(core, requestId, { type: "stop-maintenance", machines }, () => {
    for (const agent of agentsOn(core, keysOf(machines))) updateUnavailability(core, agent);
  });
}

function keysOf(ids: readonly MachineID[]): Set<MachineKey> {
  return new Set(ids.map(machineKey));
}

/** The operation in the registry, then in memory, then `then`; `before`: the machines until then. */
function change(
  core: Core,
  requestId: RequestId,
  operation: MaintenanceOperation,
  then: (before: ReadonlyMap<MachineKey, Machine>) => void,
): void {
  core.persist(operation, (ok) => {
    if (!ok) {
      const text = "Failed to update the maintenance schedule in the registry";
      core.log("ERROR", text);
      core.reply(requestId, { type: "refused", status: 500, text });
      return;
    }
    const { machines: before } = core.maintenance;
    core.maintenance = maintained(core.maintenance, operation);
    then(before);
    core.reply(requestId, { type: "ok" });
  });
}

function agentsOn(core: Core, machines: ReadonlySet<MachineKey>): Agent[] {
  return [...core.agents.registered.values()].filter(({ machine }) => machines.has(machine));
}

function hasAgent(core: Core, key: MachineKey): boolean {
  for (const { machine } of core.agents.registered.values()) if (machine === key) return true;
  return false;
}

/**
 * Frameworks are told of a change as soon as possible: what is offered of the agent, either way,
 * is taken back, and what they answered before counts no more.
 */
function updateUnavailability(core: Core, agent: Agent): void {
  const unavailability = core.maintenance.machines.get(agent.machine)?.unavailability;
  core.log(
    "INFO",
    unavailability === undefined
      ? `Removing unavailability of agent ${agentText(agent)}`
      : `Updating unavailability of agent ${agentText(agent)}, starting at ${unavailability.start.nanoseconds}ns`,
  );
  for (const offer of [...agent.offers]) rescindOffer(core, offer);
  withdrawInverseOffers(core, agent.inverseOffers, "told");
  agent.inverseStatuses.clear();
  core.allocator.updateUnavailability(agent.id, unavailability !== undefined, core.steadyMs);
}

/** An agent that joins while its machine is in the schedule. */
export function announceUnavailability(core: Core, agent: Agent): void {
  const machine = core.maintenance.machines.get(agent.machine);
  if (machine?.unavailability === undefined) return;
  core.allocator.updateUnavailability(agent.id, true, core.steadyMs);
}

/** An agent on a machine that is DOWN may not join. True: it was sent away. */
export function refuseDown(core: Core, pid: Pid, hostname: string): boolean {
  const id = { hostname, ip: parsePid(pid).ip };
  if (core.maintenance.machines.get(machineKey(id))?.mode !== "DOWN") return false;
  core.log(
    "WARNING",
    `Refusing registration of agent at ${pid} because the machine '${hostname} (${id.ip})' that it is running on is \`DOWN\``,
  );
  core.send(pid, "ShutdownMessage", { message: "Machine is `DOWN`" });
  return true;
}
