/** What both ways of an agent to join have in common: refusals, and the agent's record. */
import type { Result } from "@mesos-ts/base";
import { mapOk } from "@mesos-ts/base";
import type { AgentInfo, AgentInfo_Capability, Resource, UUID } from "@mesos-ts/protos";
import { applyCheckpointed, needsCheckpointing } from "@mesos-ts/resources";
import { ping, totalPingTimeoutSeconds } from "./agent-health.ts";
import { BoundedMap } from "./bounded.ts";
import type { Pid, TimeMs } from "./contract.ts";
import type { Core } from "./core.ts";
import { machineKey } from "./machines.ts";
import type { Agent } from "./model.ts";
import { parsePid } from "./pids.ts";
import { validateAgentVersion } from "./validation/agent-version.ts";

/** Frameworks whose last answers to inverse offers are kept per agent. */
const MAX_INVERSE_STATUSES = 1000;

/** Operations per agent whose end is remembered after it was acknowledged. */
const MAX_SETTLED_OPERATIONS = 1000;

/** The part of RegisterSlaveMessage and ReregisterSlaveMessage that is the same. */
export interface Application {
  readonly agent: AgentInfo;
  readonly checkpointed_resources?: readonly Resource[] | undefined;
  readonly version?: string | undefined;
  readonly agent_capabilities?: readonly AgentInfo_Capability[] | undefined;
  readonly resource_version_uuid?: UUID | undefined;
}

/** Why an agent is not let in, before anything else is looked at; it is not told. */
export function refuseApplication(core: Core, application: Application): string | undefined {
  const version = validateAgentVersion(application.version ?? "");
  if (version !== undefined) return version;
  const { domain } = application.agent;
  if (domain !== undefined && core.config.domain === undefined) {
    return "the agent is configured with a domain but the master has no configured domain";
  }
  if (domain === undefined && core.config.requireAgentDomain) {
    return "the agent has no domain but this master is configured to require agent domains";
  }
  return undefined;
}

/** The record of an agent that is let in now; refused when its resources do not add up. */
export function agentOf(
  core: Core,
  pid: Pid,
  application: Application,
  reregisteredMs: TimeMs | undefined,
): Result<Agent> {
  const { agent: info, checkpointed_resources } = application;
  return mapOk(applyCheckpointed(info.resources, checkpointed_resources), (total) => ({
    id: info.id?.value ?? "",
    info,
    pid,
    version: application.version ?? "",
    machine: machineKey({ hostname: info.hostname, ip: parsePid(pid).ip }),
    capabilities: capabilitiesOf(application),
    total,
    checkpointed: total.filter(needsCheckpointing),
    resourceVersion: application.resource_version_uuid?.value,
    registeredMs: core.nowMs,
    reregisteredMs,
    connected: true,
    mustTell: false,
    active: true,
    observer: { id: core.newObserverId(), pinged: false, timeouts: 0, timer: undefined },
    reregistrationTimer: undefined,
    offers: new Set(),
    inverseOffers: new Set(),
    inverseStatuses: new BoundedMap(MAX_INVERSE_STATUSES),
    drainStartedMs: undefined,
    placements: new Map(),
    operations: new Map(),
    settledOperations: new BoundedMap(MAX_SETTLED_OPERATIONS),
    killedTasks: new Set(),
    shown: undefined,
  }));
}

export function capabilitiesOf(application: Application): Agent["capabilities"] {
  return new Set((application.agent_capabilities ?? []).map(({ type }) => type ?? "UNKNOWN"));
}

/** Puts the agent among the registered ones and begins to ping it. */
export function enrolAgent(core: Core, agent: Agent): void {
  core.agents.registered.set(agent.id, agent);
  core.agents.byPid.set(agent.pid, agent);
  core.emit({ type: "link", pid: agent.pid });
  ping(core, agent);
}

export function connectionInfo(core: Core): { total_ping_timeout_seconds: number } {
  return { total_ping_timeout_seconds: totalPingTimeoutSeconds(core) };
}
