import type { master } from "@mesos-ts/protos";
import { endpointFormat, Resources } from "@mesos-ts/resources";
import { timeInfo } from "../times.ts";
import type { AgentFacts } from "./agent-facts.ts";

/** An agent as GET_AGENTS and AGENT_ADDED show it. */
export function agentMessage(agent: AgentFacts): master.Response_GetAgents_Agent {
  const used = Resources.sum(agent.used);
  const offered = Resources.sum(agent.offered);
  return {
    agent_info: {
      ...agent.info,
      resources: [...Resources.of(agent.info.resources).items],
    },
    active: agent.active,
    deactivated: agent.deactivated,
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
    ...drainOf(agent),
  };
}

/** The time is in whole seconds, as Mesos gives it here. */
function drainOf({
  drain: drain_info,
  drainStartedMs,
}: AgentFacts): Pick<master.Response_GetAgents_Agent, "drain_info" | "estimated_drain_start_time"> {
  if (drain_info === undefined) return {};
  if (drainStartedMs === undefined) return { drain_info };
  const startMs = Math.floor(drainStartedMs / 1000) * 1000;
  return { drain_info, estimated_drain_start_time: timeInfo(startMs) };
}
