import type { SorterKind } from "@mesos-ts/allocator";
import { err, ok, type Result } from "@mesos-ts/base";
import type { MasterConfig } from "@mesos-ts/master";
import { DecodeError, DomainInfo, fromJson } from "@mesos-ts/protos";
import { type MasterFlagValues, type MasterSettings, MESOS_VERSION } from "@mesos-ts/runtime";

export interface ConfigSources {
  readonly flags: MasterFlagValues;
  readonly settings: MasterSettings;
  /** A UUID that no other start of a master has. */
  readonly id: string;
  /** As others reach the master. */
  readonly ip: string;
  readonly port: number;
  readonly hostname: string;
}

/** What the master's core must know. The error is for the user. */
export function masterConfig(sources: ConfigSources): Result<MasterConfig> {
  const { flags, settings, id, ip, port, hostname } = sources;
  const domain = readDomain(flags.domain);
  if (domain.type === "error") return domain;
  return ok({
    id,
    ip,
    port,
    hostname,
    version: MESOS_VERSION,
    allocationIntervalMs: flags.allocation_interval,
    agentRecoveryFactor: flags.allocator_agent_recovery_factor,
    recoveryTimeoutMs: flags.allocator_recovery_timeout,
    roleSorter: sorterOf(flags.role_sorter),
    frameworkSorter: sorterOf(flags.framework_sorter),
    fairSharingExcluded: new Set(flags.fair_sharing_excluded_resource_names),
    offerTimeoutMs: flags.offer_timeout,
    agentPingTimeoutMs: flags.agent_ping_timeout,
    maxAgentPingTimeouts: flags.max_agent_ping_timeouts,
    agentReregisterTimeoutMs: flags.agent_reregister_timeout,
    agentRemovalRate: settings.agentRemovalRate,
    recoveryAgentRemovalLimit: settings.recoveryAgentRemovalLimit,
    maxCompletedFrameworks: flags.max_completed_frameworks,
    maxCompletedTasksPerFramework: flags.max_completed_tasks_per_framework,
    maxUnreachableTasksPerFramework: flags.max_unreachable_tasks_per_framework,
    maxOperatorEventStreamSubscribers: flags.max_operator_event_stream_subscribers,
    registryGcIntervalMs: flags.registry_gc_interval,
    registryMaxAgentAgeMs: flags.registry_max_agent_age,
    registryMaxAgentCount: flags.registry_max_agent_count,
    requireAgentDomain: flags.require_agent_domain,
    publishPerFrameworkMetrics: flags.publish_per_framework_metrics,
    domain: domain.value,
    rootSubmissions: flags.root_submissions,
    regexLimits: {
      maxMemBytes: flags.offer_constraints_re2_max_mem,
      maxProgramSize: flags.offer_constraints_re2_max_program_size,
    },
    filterGpuResources: flags.filter_gpu_resources,
    roleWhitelist: settings.roleWhitelist,
    weights: settings.weights,
    minAllocatable: settings.minAllocatable,
  });
}

/** The flag's own validation has seen that it is one of the two. */
function sorterOf(name: string): SorterKind {
  return name === "random" ? "random" : "drf";
}

function readDomain(json: MasterFlagValues["domain"]): Result<DomainInfo | undefined> {
  if (json === undefined) return ok(undefined);
  try {
    return ok(fromJson(DomainInfo, json));
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return err(`Failed to parse --domain: ${cause.message}`);
  }
}
