import { type DrainInfo, encode, master, toJson } from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import type { Core } from "../core.ts";
import type { Agent } from "../model.ts";
import { agentFields } from "./agent-json.ts";
import { agentMessage } from "./agent-message.ts";
import { object } from "./json.ts";
import { type Forms, Shown, sameList } from "./shown.ts";

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
  bytes: (facts) => encode(master.Response_GetAgents_Agent, agentMessage(facts)),
};

/** The agent as it is now: what was shown of it before if nothing has changed. */
export function shownAgent(core: Core, agent: Agent): Shown<AgentFacts> {
  const facts = agentFacts(core, agent);
  if (agent.shown === undefined || !isSame(agent.shown.it, facts)) {
    agent.shown = new Shown(facts, FORMS);
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

function isSame(a: AgentFacts, b: AgentFacts): boolean {
  return (
    a.info === b.info &&
    a.pid === b.pid &&
    a.version === b.version &&
    a.capabilities === b.capabilities &&
    a.total === b.total &&
    a.registeredMs === b.registeredMs &&
    a.reregisteredMs === b.reregisteredMs &&
    a.active === b.active &&
    a.drainStartedMs === b.drainStartedMs &&
    a.deactivated === b.deactivated &&
    a.drain === b.drain &&
    sameList(a.used, b.used) &&
    sameList(a.offered, b.offered)
  );
}
