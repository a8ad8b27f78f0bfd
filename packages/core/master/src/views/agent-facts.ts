import { type DrainInfo, master, toJson } from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import type { Core } from "../core.ts";
import type { Agent } from "../model.ts";
import { agentFields } from "./agent-json.ts";
import { agentMessage } from "./agent-message.ts";
import { object } from "./json.ts";
import { type Forms, Shown } from "./shown.ts";

/** All that replies show of an agent, as it was at one moment. */
export interface AgentFacts
  extends Readonly<
    Pick<
      Agent,
      | "id"
      | "info"
      | "pid"
      | "version"
      | "capabilities"
      | "total"
      | "registeredMs"
      | "reregisteredMs"
      | "active"
      | "drainStartedMs"
    >
  > {
  readonly deactivated: boolean;
  readonly drain: DrainInfo | undefined;
  /** Of each framework that has something there. */
  readonly used: readonly Resources[];
  /** Of each offer. */
  readonly offered: readonly Resources[];
}

const FORMS: Forms<AgentFacts> = {
  v0: (facts) => object(agentFields(facts)),
  v1: (facts) => toJson(master.Response_GetAgents_Agent, agentMessage(facts)),
  bytes: (facts, writer) => master.Response_GetAgents_Agent.encodeTo(agentMessage(facts), writer),
};

/** The agent as it is now: what was shown of it before if nothing has changed. */
export function shownAgent(core: Core, agent: Agent): Shown<AgentFacts> {
  if (agent.shown === undefined || !isCurrent(core, agent, agent.shown.it)) {
    agent.shown = new Shown(agentFacts(core, agent), FORMS);
  }
  return agent.shown;
}

export function agentFacts(core: Core, agent: Agent): AgentFacts {
  return {
    id: agent.id,
    info: agent.info,
    pid: agent.pid,
    version: agent.version,
    capabilities: agent.capabilities,
    total: agent.total,
    registeredMs: agent.registeredMs,
    reregisteredMs: agent.reregisteredMs,
    active: agent.active,
    drainStartedMs: agent.drainStartedMs,
    deactivated: core.agents.deactivated.has(agent.id),
    drain: core.agents.draining.get(agent.id),
    used: Array.from(agent.placements.values(), ({ used }) => used),
    offered: Array.from(agent.offers, ({ resources }) => resources),
  };
}

/** Asked of every agent for every large reply: it makes nothing. */
function isCurrent({ agents }: Core, agent: Agent, facts: AgentFacts): boolean {
  return (
    agent.info === facts.info &&
    agent.pid === facts.pid &&
    agent.version === facts.version &&
    agent.capabilities === facts.capabilities &&
    agent.total === facts.total &&
    agent.registeredMs === facts.registeredMs &&
    agent.reregisteredMs === facts.reregisteredMs &&
    agent.active === facts.active &&
    agent.drainStartedMs === facts.drainStartedMs &&
    agents.deactivated.has(agent.id) === facts.deactivated &&
    agents.draining.get(agent.id) === facts.drain &&
    isUsed(agent.placements, facts.used) &&
    isOffered(agent.offers, facts.offered)
  );
}

function isUsed(placements: Agent["placements"], used: readonly Resources[]): boolean {
  if (placements.size !== used.length) return false;
  let next = 0;
  for (const placement of placements.values()) if (placement.used !== used[next++]) return false;
  return true;
}

function isOffered(offers: Agent["offers"], offered: readonly Resources[]): boolean {
  if (offers.size !== offered.length) return false;
  let next = 0;
  for (const offer of offers) if (offer.resources !== offered[next++]) return false;
  return true;
}
