/** The operators' calls that take machines and agents out of service, and put them back. */
import type { master } from "@mesos-ts/protos";
import type { RequestId } from "./contract.ts";
import type { Core } from "./core.ts";
import { deactivate, drainAgent, reactivate } from "./draining.ts";
import { startMaintenance, stopMaintenance, updateSchedule } from "./maintenance.ts";
import { markAgentGone } from "./mark-gone.ts";

/** Carries out a call whose payload is there; false: it is none of these. */
export function receiveServiceCall(core: Core, requestId: RequestId, call: master.Call): boolean {
  const { update_maintenance_schedule, start_maintenance, stop_maintenance } = call;
  const { drain_agent, deactivate_agent, reactivate_agent, mark_agent_gone } = call;
  if (call.type === "UPDATE_MAINTENANCE_SCHEDULE" && update_maintenance_schedule !== undefined) {
    updateSchedule(core, requestId, update_maintenance_schedule);
  } else if (call.type === "START_MAINTENANCE" && start_maintenance !== undefined) {
    startMaintenance(core, requestId, start_maintenance);
  } else if (call.type === "STOP_MAINTENANCE" && stop_maintenance !== undefined) {
    stopMaintenance(core, requestId, stop_maintenance);
  } else if (call.type === "DRAIN_AGENT" && drain_agent !== undefined) {
    drainAgent(core, requestId, drain_agent);
  } else if (call.type === "DEACTIVATE_AGENT" && deactivate_agent !== undefined) {
    deactivate(core, requestId, deactivate_agent.agent_id.value);
  } else if (call.type === "REACTIVATE_AGENT" && reactivate_agent !== undefined) {
    reactivate(core, requestId, reactivate_agent.agent_id.value);
  } else if (call.type === "MARK_AGENT_GONE" && mark_agent_gone !== undefined) {
    markAgentGone(core, requestId, mark_agent_gone.agent_id.value);
  } else return false;
  return true;
}
