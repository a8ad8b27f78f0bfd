import {
  type AgentInfo,
  type Attribute,
  DomainInfo,
  DrainInfo,
  jsonDouble,
} from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import type { AgentFacts } from "./agent-facts.ts";
import { array, message, object, resourceList, resourcesJson, seconds, text } from "./json.ts";

/** An agent as `/state`, `/state-summary` and `/slaves` show it. */
export function agentFields(agent: AgentFacts): Record<string, string | undefined> {
  const { total } = agent;
  const resources = resourcesJson(total);
  const unreserved = total.unreserved();
  return {
    ...agentInfoFields(agent.info),
    pid: text(agent.pid),
    registered_time: seconds(agent.registeredMs),
    reregistered_time:
      agent.reregisteredMs === undefined ? undefined : seconds(agent.reregisteredMs),
    resources,
    used_resources: resourcesJson(Resources.sum(agent.used)),
    offered_resources: resourcesJson(Resources.sum(agent.offered)),
    reserved_resources: byRole(agent, resourcesJson),
    unreserved_resources: unreserved === total ? resources : resourcesJson(unreserved),
    active: String(agent.active),
    deactivated: String(agent.deactivated),
    version: text(agent.version),
    capabilities: array([...agent.capabilities].map(text)),
    ...drainFields(agent),
  };
}

function drainFields({ drain, drainStartedMs }: AgentFacts): Record<string, string | undefined> {
  if (drain === undefined) return {};
  return {
    drain_info: message(DrainInfo, drain),
    estimated_drain_start_time_seconds:
      drainStartedMs === undefined ? undefined : seconds(drainStartedMs),
  };
}

/** What `/slaves` shows beyond that. */
export function agentDetails(agent: AgentFacts): Record<string, string | undefined> {
  return {
    reserved_resources_full: byRole(agent, resourceList),
    unreserved_resources_full: resourceList(agent.total.unreserved()),
    used_resources_full: resourceList(Resources.sum(agent.used)),
    offered_resources_full: resourceList(Resources.sum(agent.offered)),
  };
}

function byRole(agent: AgentFacts, render: typeof resourcesJson): string {
  return object(
    Object.fromEntries(
      [...agent.total.reservations()].map(([role, resources]) => [role, render(resources)]),
    ),
  );
}

/** An agent that is yet to come back. */
export function recoveredAgentJson(info: AgentInfo): string {
  return object(agentInfoFields(info));
}

function agentInfoFields(info: AgentInfo): Record<string, string | undefined> {
  return {
    id: text(info.id?.value ?? ""),
    hostname: text(info.hostname),
    port: String(info.port ?? 5051),
    attributes: object(
      Object.fromEntries((info.attributes ?? []).map((one) => [one.name, attributeJson(one)])),
    ),
    domain: info.domain && message(DomainInfo, info.domain),
  };
}

function attributeJson(attribute: Attribute): string {
  switch (attribute.type) {
    case "SCALAR":
      return jsonDouble(attribute.scalar?.value ?? 0);
    case "RANGES": {
      const ranges = (attribute.ranges?.range ?? []).map(({ begin, end }) => `${begin}-${end}`);
      return text(`[${ranges.join(", ")}]`);
    }
    case "SET":
      return text(`{${(attribute.set?.item ?? []).join(", ")}}`);
    case "TEXT":
      return text(attribute.text?.value ?? "");
    default:
      return attribute.type satisfies never;
  }
}
