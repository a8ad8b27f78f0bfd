/** The v0 endpoints: each a text of JSON made from the state as it is now. */
import { DomainInfo, jsonDouble, quota, registry, WeightInfo } from "@mesos-ts/protos";
import type { TimeMs } from "../contract.ts";
import type { Core } from "../core.ts";
import { MASTER_CAPABILITIES } from "../master-info.ts";
import { quotaStatus } from "../quotas.ts";
import { registryContent } from "../registry.ts";
import { weightInfos } from "../weights.ts";
import { agentDetails, agentFields, recoveredAgentJson } from "./agent-json.ts";
import { frameworkJson } from "./framework-json.ts";
import { array, message, object, optionalText, quantitiesJson, seconds, text } from "./json.ts";
import { roleSummaries } from "./role-summaries.ts";

export { maintenanceScheduleView, maintenanceStatusView } from "./maintenance-view.ts";
export { stateSummaryView } from "./state-summary.ts";
export { type TaskQuery, tasksView } from "./tasks-view.ts";

/** What the program knows and the core does not. */
export interface Surroundings {
  readonly build: {
    readonly gitSha?: string;
    readonly gitBranch?: string;
    readonly gitTag?: string;
    readonly date: string;
    /** Seconds since the epoch. */
    readonly timeSeconds: number;
    readonly user: string;
  };
  readonly startMs: TimeMs;
  readonly electedMs: TimeMs | undefined;
  readonly cluster: string | undefined;
  readonly logDir: string | undefined;
  readonly externalLogFile: string | undefined;
  readonly flags: Readonly<Record<string, string>>;
}

/** `/state` */
export function stateView(core: Core, around: Surroundings): string {
  return object({
    ...masterFields(core, around),
    slaves: agentList(core),
    recovered_slaves: recoveredList(core),
    frameworks: array([...core.frameworks.registered.values()].map(frameworkJson)),
    completed_frameworks: array([...core.frameworks.completed.values()].map(frameworkJson)),
    orphan_tasks: "[]",
    unregistered_frameworks: "[]",
  });
}

function masterFields(core: Core, around: Surroundings): Record<string, string | undefined> {
  const { info, agents } = core;
  const { build } = around;
  const active = [...agents.registered.values()].filter((agent) => agent.active).length;
  return {
    version: text(core.config.version),
    git_sha: optionalText(build.gitSha),
    git_branch: optionalText(build.gitBranch),
    git_tag: optionalText(build.gitTag),
    build_date: text(build.date),
    build_time: seconds(build.timeSeconds * 1000),
    build_user: text(build.user),
    start_time: seconds(around.startMs),
    elected_time: around.electedMs === undefined ? undefined : seconds(around.electedMs),
    id: text(info.id),
    pid: text(info.pid ?? ""),
    hostname: text(info.hostname ?? ""),
    capabilities: array(MASTER_CAPABILITIES.map(text)),
    activated_slaves: `${active}.0`,
    deactivated_slaves: `${agents.registered.size - active}.0`,
    unreachable_slaves: `${agents.unreachable.size}.0`,
    domain: info.domain && message(DomainInfo, info.domain),
    leader: text(info.pid ?? ""),
    leader_info: object({
      id: text(info.id),
      pid: text(info.pid ?? ""),
      port: String(info.port),
      hostname: text(info.hostname ?? ""),
      domain: info.domain && message(DomainInfo, info.domain),
    }),
    cluster: optionalText(around.cluster),
    log_dir: optionalText(around.logDir),
    external_log_file: optionalText(around.externalLogFile),
    flags: object(
      Object.fromEntries(Object.entries(around.flags).map(([name, value]) => [name, text(value)])),
    ),
  };
}

function agentList(core: Core): string {
  return array(
    [...core.agents.registered.values()].map((agent) => object(agentFields(core, agent))),
  );
}

function recoveredList(core: Core, id?: string): string {
  const infos = [...core.agents.recovered.values()];
  return array(infos.filter((info) => matches(info.id?.value, id)).map(recoveredAgentJson));
}

/** A filter that is not given lets everything through. */
function matches(value: string | undefined, filter: string | undefined): boolean {
  return filter === undefined || filter === value;
}

/** `/slaves?slave_id=` */
export function slavesView(core: Core, slaveId?: string): string {
  const agents = [...core.agents.registered.values()].filter(({ id }) => matches(id, slaveId));
  return object({
    slaves: array(
      agents.map((agent) => object({ ...agentFields(core, agent), ...agentDetails(agent) })),
    ),
    recovered_slaves: recoveredList(core, slaveId),
  });
}

/** `/frameworks?framework_id=` */
export function frameworksView(core: Core, frameworkId?: string): string {
  const { registered, completed } = core.frameworks;
  const list = (frameworks: Iterable<Parameters<typeof frameworkJson>[0]>) =>
    array([...frameworks].filter(({ id }) => matches(id, frameworkId)).map(frameworkJson));
  return object({
    frameworks: list(registered.values()),
    completed_frameworks: list(completed.values()),
    unregistered_frameworks: "[]",
  });
}

/** `/roles` */
export function rolesView(core: Core): string {
  const roles = roleSummaries(core).map((role) =>
    object({
      name: text(role.name),
      weight: jsonDouble(role.weight),
      quota: object({
        role: text(role.name),
        guarantee: quantitiesJson(role.guarantee),
        limit: quantitiesJson(role.limit),
        consumed: quantitiesJson(role.consumed),
      }),
      resources: quantitiesJson(role.resources),
      allocated: quantitiesJson(role.allocated),
      offered: quantitiesJson(role.offered),
      reserved: quantitiesJson(role.reserved),
      frameworks: array(role.frameworkIds.map(text)),
    }),
  );
  return object({ roles: array(roles) });
}

/** `/weights` */
export function weightsView(core: Core): string {
  return array(weightInfos(core).map((info) => message(WeightInfo, info)));
}

/** `/quota` */
export function quotaView(core: Core): string {
  return message(quota.QuotaStatus, quotaStatus(core.quotas));
}

/** `/registrar(1)/registry` */
export function registryView(core: Core): string {
  return message(registry.Registry, registryContent(core));
}
