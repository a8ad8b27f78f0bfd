/** Pings: whether an agent is there. One observer process per agent, as agents expect it. */

import type { Core } from "./core.ts";
import { type Agent, agentText } from "./model.ts";
import { cancelRemoval, scheduleRemoval } from "./removals.ts";

/** Seconds without a ping after which an agent looks for a new master. */
export function totalPingTimeoutSeconds(core: Core): number {
  return (core.config.agentPingTimeoutMs * core.config.maxAgentPingTimeouts) / 1000;
}

export function ping(core: Core, agent: Agent): void {
  const { observer } = agent;
  sendPing(core, agent);
  observer.timer = core.timers.set(core.steadyMs + core.config.agentPingTimeoutMs, {
    type: "agent-ping",
    agentId: agent.id,
  });
}

/** An agent that hears that it is not connected registers again, with all it has. */
function sendPing(core: Core, { pid, observer, connected, mustTell }: Agent): void {
  observer.pinged = true;
  core.send(pid, "PingSlaveMessage", { connected: connected && !mustTell }, observer.id);
}

/** Now, and with every ping until it does. */
export function askToReregister(core: Core, agent: Agent): void {
  agent.mustTell = true;
  sendPing(core, agent);
}

/** PongSlaveMessage to an observer: the agent is well. */
export function receivePong(core: Core, observerId: string, from: string): void {
  const agent = core.agents.byPid.get(from);
  if (agent?.observer.id !== observerId) return;
  agent.observer.pinged = false;
  agent.observer.timeouts = 0;
  cancelRemoval(core, agent.id);
}

/** The time for an answer is over: pings again, and gives the agent up after too many. */
export function pingTimeout(core: Core, agentId: string): void {
  const agent = core.agents.registered.get(agentId);
  if (agent === undefined) return;
  const { observer } = agent;
  if (observer.pinged) observer.timeouts++;
  ping(core, agent);
  if (observer.timeouts < core.config.maxAgentPingTimeouts) return;
  core.log("WARNING", `Agent ${agentText(agent)} missed ${observer.timeouts} pings`);
  scheduleRemoval(core, agent.id, "missed-pings");
}
