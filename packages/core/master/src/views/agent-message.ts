import type { DrainInfo, master } from "@mesos-ts/protos";
import { endpointFormat, Resources } from "@mesos-ts/resources";
import type { Core } from "../core.ts";
import type { Agent } from "../model.ts";
import { offeredResources } from "../offers.ts";
import { timeInfo } from "../times.ts";

/** What runs on the agent, as resources in use. */
export function usedResources(agent: Agent): Resources {
  return Resources.sum([...agent.placements.values()].map(({ used }) => used));
}

/** An agent as GET_AGENTS and AGENT_ADDED show it. */
export function agentMessage(core: Core, agent: Agent): master.Response_GetAgents_Agent {
  const used = usedResources(agent);
  const offered = offeredResources(agent.offers);
  return {
    agent_info: {
      ...agent.info,
      resources: [...Resources.of(agent.info.resources).items],
    },
    active: agent.active,
    deactivated: core.agents.deactivated.has(agent.id),
    version: agent.version,
    pid: agent.pid,
    registered_time: timeInfo(agent.registeredMs),
    ...(agent.reregisteredMs === undefined
      ? {}
      : { reregistered_time: timeInfo(agent.reregisteredMs) }),
    total_resources: agent.total.items.map(endpointFormat),
    ...(used.isEmpty ? {} : { allocated_resources: used.items.map(endpointFormat) }),
    ...(offered.isEmpty ? {} : { offered_resources: offered.items.map(endpointFormat) }),
    capabilities: [...agent.capabilities].map((type) => ({ type })),
    ...drainOf(agent, core.agents.draining.get(agent.id)),
  };
}

/** The time is in whole seconds, as Mesos gives it here. */
function drainOf(
  { drainStartedMs }: Agent,
  drain_info: DrainInfo | undefined,
): Pick<master.Response_GetAgents_Agent, "drain_info" | "estimated_drain_start_time"> {
  if (drain_info === undefined) return {};
  if (drainStartedMs === undefined) return { drain_info };
  const startMs = Math.floor(drainStartedMs / 1000) * 1000;
  return { drain_info, estimated_drain_start_time: timeInfo(startMs) };
}
