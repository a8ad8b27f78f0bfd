/** The registry: what outlives a master. */
import type { registry } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { quotaConfig } from "./quotas.ts";
import { withQuotas, withWeights } from "./registry-roles.ts";
import { fromTimeInfo, timeInfo } from "./times.ts";
import { weightInfos } from "./weights.ts";

/** Takes over what the registry holds; its agents have a while to come back. */
export function recoverRegistry(core: Core, content: registry.Registry | undefined): void {
  const { recovered, unreachable, gone } = core.agents;
  for (const { info } of content?.agents?.agents ?? []) {
    if (info.id !== undefined) recovered.set(info.id.value, info);
  }
  for (const { id, timestamp } of content?.unreachable?.agents ?? []) {
    unreachable.set(id.value, fromTimeInfo(timestamp));
  }
  for (const { id, timestamp } of content?.gone?.agents ?? []) {
    gone.set(id.value, fromTimeInfo(timestamp));
  }
  core.log("INFO", `Recovered ${recovered.size} agents from the registry`);
  if (recovered.size > 0) {
    core.timers.set(core.nowMs + core.config.agentReregisterTimeoutMs, {
      type: "recovered-agents",
    });
  }
  scheduleGc(core);
}

function scheduleGc(core: Core): void {
  core.timers.set(core.nowMs + core.config.registryGcIntervalMs, { type: "registry-gc" });
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
    for (const id of unreachable) core.agents.unreachable.delete(id);
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

/** The registry as this master believes it to be. */
export function registryContent(core: Core): registry.Registry {
  const { registered, recovered, unreachable, gone } = core.agents;
  const infos = [...registered.values()].map(({ info }) => info);
  const dead = (agents: ReadonlyMap<string, number>) =>
    [...agents].map(([value, atMs]) => ({ id: { value }, timestamp: timeInfo(atMs) }));
  const content: registry.Registry = {
    master: { info: core.info },
    agents: {
      agents: [...infos, ...recovered.values()].map((info) => ({ info, deactivated: false })),
    },
    ...(unreachable.size === 0 ? {} : { unreachable: { agents: dead(unreachable) } }),
    ...(gone.size === 0 ? {} : { gone: { agents: dead(gone) } }),
  };
  const quotas = [...core.quotas].map(([role, quota]) => quotaConfig(role, quota));
  return withWeights(withQuotas(content, quotas), weightInfos(core));
}
