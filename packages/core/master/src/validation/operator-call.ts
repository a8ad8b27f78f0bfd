/** The shape of an operator's call. Source: `validation::master::call`. */
import type { master } from "@mesos-ts/protos";

const PAYLOAD: Readonly<Partial<Record<master.Call_Type, keyof master.Call>>> = {
  GET_METRICS: "get_metrics",
  SET_LOGGING_LEVEL: "set_logging_level",
  LIST_FILES: "list_files",
  READ_FILE: "read_file",
  UPDATE_WEIGHTS: "update_weights",
  RESERVE_RESOURCES: "reserve_resources",
  UNRESERVE_RESOURCES: "unreserve_resources",
  CREATE_VOLUMES: "create_volumes",
  DESTROY_VOLUMES: "destroy_volumes",
  GROW_VOLUME: "grow_volume",
  SHRINK_VOLUME: "shrink_volume",
  UPDATE_MAINTENANCE_SCHEDULE: "update_maintenance_schedule",
  START_MAINTENANCE: "start_maintenance",
  STOP_MAINTENANCE: "stop_maintenance",
  DRAIN_AGENT: "drain_agent",
  DEACTIVATE_AGENT: "deactivate_agent",
  REACTIVATE_AGENT: "reactivate_agent",
  UPDATE_QUOTA: "update_quota",
  SET_QUOTA: "set_quota",
  REMOVE_QUOTA: "remove_quota",
  TEARDOWN: "teardown",
  MARK_AGENT_GONE: "mark_agent_gone",
};

/** Rule: a type, and the payload of that type. */
export function validateOperatorCall(call: master.Call): string | undefined {
  if (call.type === undefined) return "Expecting 'type' to be present";
  const field = PAYLOAD[call.type];
  if (field !== undefined && call[field] === undefined) {
    return `Expecting '${field}' to be present`;
  }
  return validateResizedAgent(call);
}

/** Rule: volumes are resized on agents; resource providers cannot do it. */
function validateResizedAgent({ grow_volume, shrink_volume }: master.Call): string | undefined {
  const resize = grow_volume ?? shrink_volume;
  return resize !== undefined && resize.agent_id === undefined
    ? "Expecting 'agent_id' to be present; only agent default resources are supported right now"
    : undefined;
}
