/** The registry: what outlives a master. */
import type { AgentInfo, registry } from "@mesos-ts/protos";
import { upgrade } from "@mesos-ts/resources";
import { forgetStanding } from "./agent-loss.ts";
import type { Core } from "./core.ts";
import { maintenanceOf } from "./machines.ts";
import { fromTimeInfo } from "./times.ts";

/** Takes over what the registry holds; its agents have a while to come back. */
export function recoverRegistry(core: Core, content: registry.Registry | undefined): void {
  const { recovered, unreachable, gone } = core.agents;
  for (const { info } of content?.agents?.agents ?? []) {
    if (info.id !== undefined) recovered.set(info.id.value, upgraded(info));
  }
  for (const { id, timestamp } of content?.unreachable?.agents ?? []) {
    unreachable.set(id.value, fromTimeInfo(timestamp));
  }
  for (const { id, timestamp } of content?.gone?.agents ?? []) {
    gone.set(id.value, fromTimeInfo(timestamp));
  }
  core.recoveredCount = recovered.size;
  core.maintenance = maintenanceOf(content);
  recoverStandings(core, content);
  core.log("INFO", `Recovered ${recovered.size} agents from the registry`);
  if (recovered.size > 0) {
    core.timers.set(core.steadyMs + core.config.agentReregisterTimeoutMs, {
      type: "recovered-agents",
    });
  }
  scheduleGc(core);
}

/** Registries hold resources in the form of before reservation refinement where that can be. */
function upgraded(info: AgentInfo): AgentInfo {
  return info.resources === undefined ? info : { ...info, resources: info.resources.map(upgrade) };
}

/** What operators decided about agents, registered then or not. */
function recoverStandings(core: Core, content: registry.Registry | undefined): void {
  const { draining, deactivated } = core.agents;
  const admitted = (content?.agents?.agents ?? []).map((agent) => ({
    ...agent,
    id: agent.info.id,
  }));
  for (const { id, drain_info, deactivated: isOff } of [
    ...admitted,
    ...(content?.unreachable?.agents ?? []),
  ]) {
    if (id === undefined) continue;
    if (drain_info !== undefined) draining.set(id.value, drain_info);
    if (isOff === true) deactivated.add(id.value);
  }
}

function scheduleGc(core: Core): void {
  core.timers.set(core.steadyMs + core.config.registryGcIntervalMs, { type: "registry-gc" });
}

/** Forgets unreachable and gone agents that are too old, and the oldest when they are too many. */
export function collectGarbage(core: Core): void {
  scheduleGc(core);
  const unreachable = expired(core, core.agents.unreachable);
  const gone = expired(core, core.agents.gone);
  if (unreachable.length + gone.length === 0) return;
  core.persist({ type: "prune", unreachable, gone }, (ok) => {
    if (!ok) {
      core.log("ERROR", "Failed to garbage-collect the registry");
      return;
    }
    for (const id of unreachable) {
      core.agents.unreachable.delete(id);
      forgetStanding(core, id);
    }
    for (const id of gone) core.agents.gone.delete(id);
    core.log("INFO", `Pruned ${unreachable.length + gone.length} agents from the registry`);
  });
}

function expired(core: Core, agents: ReadonlyMap<string, number>): string[] {
  const { registryMaxAgentAgeMs, registryMaxAgentCount } = core.config;
  let surplus = agents.size - registryMaxAgentCount;
  const ids: string[] = [];
  for (const [id, atMs] of agents) {
    if (surplus-- > 0 || core.nowMs - atMs > registryMaxAgentAgeMs) ids.push(id);
  }
  return ids;
}
