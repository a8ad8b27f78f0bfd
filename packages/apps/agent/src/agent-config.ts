import type { AgentConfig, ResourceEstimator } from "@mesos-ts/agent";
import { err, ok, type Result } from "@mesos-ts/base";
import {
  type AgentInfo,
  type AgentInfo_Capability_Type,
  AgentInfo_Capability_Type as CapabilityType,
  DecodeError,
  DomainInfo,
  fromJson,
  type Resource,
} from "@mesos-ts/protos";
import { parseAttributes, parseResources } from "@mesos-ts/resources";
import { type AgentFlagValues, type AgentSettings, MESOS_VERSION } from "@mesos-ts/runtime";

/** What this agent can do, unless `--agent_features` says less. */
const FEATURES: readonly AgentInfo_Capability_Type[] = [
  "MULTI_ROLE",
  "HIERARCHICAL_ROLE",
  "RESERVATION_REFINEMENT",
  "RESOURCE_PROVIDER",
  "RESIZE_VOLUME",
  "AGENT_OPERATION_FEEDBACK",
  "AGENT_DRAINING",
  "TASK_RESOURCE_LIMITS",
];

/** Variables of the agent itself, which its executors do not get. */
const OWN_VARIABLES = /^(MESOS|LIBPROCESS)_/;

export interface ConfigSources {
  readonly flags: AgentFlagValues;
  readonly settings: AgentSettings;
  readonly resources: readonly Resource[];
  /** As others reach the agent. */
  readonly ip: string;
  readonly port: number;
  readonly hostname: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What the agent's core must know. The error is for the user. */
export function agentConfig(sources: ConfigSources): Result<AgentConfig> {
  const { flags, settings, ip } = sources;
  const info = agentInfo(sources);
  if (info.type === "error") return info;
  const estimator = resourceEstimator(sources);
  if (estimator.type === "error") return estimator;
  const retry = flags.executor_reregistration_retry_interval;
  return ok({
    info: info.value,
    ip,
    version: MESOS_VERSION,
    workDir: flags.work_dir,
    launcherDir: flags.launcher_dir,
    recover: flags.recover === "cleanup" ? "cleanup" : "reconnect",
    reconfigurationPolicy: flags.reconfiguration_policy === "additive" ? "additive" : "equal",
    strict: flags.strict,
    switchUser: flags.switch_user,
    defaultUser: "root",
    registrationBackoffFactorMs: flags.registration_backoff_factor,
    executorRegistrationTimeoutMs: flags.executor_registration_timeout,
    executorReregistrationTimeoutMs: flags.executor_reregistration_timeout,
    executorReregistrationRetryIntervalMs: retry,
    executorShutdownGracePeriodMs: flags.executor_shutdown_grace_period,
    recoveryTimeoutMs: flags.recovery_timeout,
    executorEnvironment: settings.executorEnvironment ?? inherited(sources.environment),
    maxCompletedExecutorsPerFramework: flags.max_completed_executors_per_framework,
    gcDelayMs: flags.gc_delay,
    gcDiskHeadroom: flags.gc_disk_headroom,
    diskWatchIntervalMs: flags.disk_watch_interval,
    gcNonExecutorContainerSandboxes: flags.gc_non_executor_container_sandboxes,
    features: features(settings),
    oversubscription: {
      estimator: estimator.value,
      estimateIntervalMs: flags.oversubscribed_resources_interval,
      controller: settings.oversubscription.controller,
      correctionIntervalMs: flags.qos_correction_interval_min,
    },
  });
}

function agentInfo({ flags, resources, port, hostname }: ConfigSources): Result<AgentInfo> {
  const attributes = parseAttributes(flags.attributes ?? "");
  if (attributes.type === "error") return attributes;
  let domain: DomainInfo | undefined;
  try {
    domain = flags.domain === undefined ? undefined : fromJson(DomainInfo, flags.domain);
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return err(`Failed to parse --domain: ${cause.message}`);
  }
  return ok({
    hostname,
    port,
    checkpoint: true,
    resources: [...resources],
    attributes: attributes.value,
    ...(domain === undefined ? {} : { domain }),
  });
}

function resourceEstimator({ flags, settings }: ConfigSources): Result<ResourceEstimator> {
  const { estimator } = settings.oversubscription;
  if (estimator.type === "noop") return ok(estimator);
  const resources = parseResources(estimator.resources, "*");
  return resources.type === "ok"
    ? ok({ type: "fixed", resources: resources.value.items })
    : err(
        `Failed to create resource estimator: Failed to create resource estimator module '${flags.resource_estimator}': ${resources.error}`,
      );
}

function features({ features: names }: AgentSettings): readonly AgentInfo_Capability_Type[] {
  return names === undefined
    ? FEATURES
    : names.filter((name): name is AgentInfo_Capability_Type => name in CapabilityType.numbers);
}

function inherited(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !OWN_VARIABLES.test(name)) variables[name] = value;
  }
  return variables;
}
