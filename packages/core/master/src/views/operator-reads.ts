/** Reads of the v1 operator API that are answered from the master's own state. */
import type { master, Role } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import { quotaStatus } from "../quotas.ts";
import { weightInfos } from "../weights.ts";
import { getClusterStatus, getSchedule } from "./maintenance-view.ts";
import { type Quantities, roleSummaries } from "./role-summaries.ts";

/** Undefined: the call is none of these. GET_STATE and its parts are written from snapshots. */
export function answerRead(core: Core, type: master.Call_Type): master.Response | undefined {
  switch (type) {
    case "GET_HEALTH":
      return { type, get_health: { healthy: true } };
    case "GET_OPERATIONS":
      return { type, get_operations: getOperations(core) };
    case "GET_ROLES":
      return { type, get_roles: { roles: getRoles(core) } };
    case "GET_MASTER":
      return { type, get_master: getMaster(core) };
    case "GET_WEIGHTS":
      return { type, ...getWeights(core) };
    case "GET_QUOTA":
      return { type, get_quota: { status: quotaStatus(core.quotas) } };
    case "GET_MAINTENANCE_STATUS":
      return { type, get_maintenance_status: { status: getClusterStatus(core) } };
    case "GET_MAINTENANCE_SCHEDULE":
      return { type, get_maintenance_schedule: { schedule: getSchedule(core) } };
    default:
      return undefined;
  }
}

/** Unlike others, this list is left out when it is empty. */
function getOperations(core: Core): master.Response_GetOperations {
  const operations = [...core.agents.registered.values()].flatMap((agent) =>
    [...agent.operations.values()].map(({ message }) => message),
  );
  return operations.length === 0 ? {} : { operations };
}

function getRoles(core: Core): Role[] {
  return roleSummaries(core).map(({ name, weight, frameworkIds, resources }) => ({
    name,
    weight,
    ...(frameworkIds.length === 0 ? {} : { frameworks: frameworkIds.map((value) => ({ value })) }),
    ...scalarResources(resources),
  }));
}

/** The only ones that are scalars for certain: ranges and sets are counted in the others. */
const SCALARS: readonly string[] = ["cpus", "mem", "disk", "gpus"];

function scalarResources(quantities: Quantities): Pick<Role, "resources"> {
  const resources = quantities
    .filter(([name]) => SCALARS.includes(name))
    .map(([name, value]) => ({ name, type: "SCALAR" as const, scalar: { value } }));
  return resources.length === 0 ? {} : { resources };
}

function getMaster(core: Core): master.Response_GetMaster {
  const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1000);
  return {
    master_info: core.info,
    start_time: seconds(core.startMs),
    elected_time: seconds(core.electedMs),
  };
}

function getWeights(core: Core): Pick<master.Response, "get_weights"> {
  const weight_infos = weightInfos(core);
  return weight_infos.length === 0 ? {} : { get_weights: { weight_infos } };
}
