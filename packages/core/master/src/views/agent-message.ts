import type { master } from "@mesos-ts/protos";
import { endpointFormat, Resources } from "@mesos-ts/resources";
import type { Agent } from "../model.ts";
import { offeredResources } from "../offers.ts";
import { timeInfo } from "../times.ts";

/** What runs on the agent, as resources in use. */
export function usedResources(agent: Agent): Resources {
  return Resources.sum([...agent.placements.values()].map(({ used }) => used));
}

/** An agent as GET_AGENTS and AGENT_ADDED show it. */
export function agentMessage(agent: Agent): master.Response_GetAgents_Agent {
  const used = usedResources(agent);
  const offered = offeredResources(agent.offers);
  return {
    agent_info: {
      ...agent.info,
      resources: [...Resources.of(agent.info.resources).items],
    },
    active: agent.active,
    deactivated: false,
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
  };
}
