/**
 * Marking agents unreachable, no faster than `--agent_removal_rate_limit` allows.
 *
 * Source: `SlaveObserver`, `Master::agentReregisterTimeout`, `Master::recoveredSlavesTimeout`.
 * Who is due waits for a turn; whoever is well again by then is spared.
 */
import { formatDuration, milliseconds } from "@mesos-ts/base";
import { markUnreachable } from "./agent-loss.ts";
import type { TimeMs } from "./contract.ts";
import type { Core } from "./core.ts";
import { agentText } from "./model.ts";

/** What an agent is to be marked unreachable for. */
export type RemovalCause = "missed-pings" | "stayed-away" | "not-back-after-failover";

/** So many agents, evenly spread over so long. */
export interface RemovalRate {
  readonly agents: number;
  readonly perMs: number;
}

/** Agents that wait for their turn, first come first. */
export class Removals {
  readonly waiting = new Map<string, RemovalCause>();
  /** Before this nobody has a turn. */
  nextMs: TimeMs = 0;
}

/** Marks an agent unreachable, now or when it is its turn. */
export function scheduleRemoval(core: Core, agentId: string, cause: RemovalCause): void {
  const { waiting, nextMs } = core.removals;
  if (waiting.has(agentId)) return;
  core.counters.count("slave_unreachable_scheduled");
  const rate = core.config.agentRemovalRate;
  if (rate === undefined) {
    remove(core, agentId, cause);
    return;
  }
  core.log("INFO", `Scheduling transition of agent ${agentId} to UNREACHABLE: ${why(core, cause)}`);
  waiting.set(agentId, cause);
  if (waiting.size === 1) {
    core.timers.set(Math.max(nextMs, core.steadyMs), { type: "agent-removal" });
  }
}

/** The agent answers again: its turn is for the next one. */
export function cancelRemoval(core: Core, agentId: string): void {
  if (core.removals.waiting.get(agentId) !== "missed-pings") return;
  core.removals.waiting.delete(agentId);
  core.counters.count("slave_unreachable_canceled");
  core.log(
    "INFO",
    `Canceling transition of agent ${agentId} to UNREACHABLE because a pong was received!`,
  );
}

/** It is the turn of the next agent. */
export function removalTurn(core: Core): void {
  const { removals } = core;
  const rate = core.config.agentRemovalRate;
  const [next] = removals.waiting;
  if (rate === undefined || next === undefined) return;
  const [agentId, cause] = next;
  removals.waiting.delete(agentId);
  removals.nextMs = core.steadyMs + rate.perMs / rate.agents;
  remove(core, agentId, cause);
  if (removals.waiting.size > 0) core.timers.set(removals.nextMs, { type: "agent-removal" });
}

function remove(core: Core, agentId: string, cause: RemovalCause): void {
  const info = stillDue(core, agentId, cause);
  core.counters.count(
    info === undefined ? "slave_unreachable_canceled" : "slave_unreachable_completed",
  );
  if (info !== undefined) markUnreachable(core, info, why(core, cause));
}

/** The agent, unless it left or is back. */
function stillDue(core: Core, agentId: string, cause: RemovalCause) {
  const registered = core.agents.registered.get(agentId);
  switch (cause) {
    case "missed-pings":
      return registered?.info;
    case "stayed-away":
      return registered?.connected === false ? registered.info : undefined;
    case "not-back-after-failover":
      return core.agents.reregistering.has(agentId)
        ? undefined
        : core.agents.recovered.get(agentId);
    default:
      return cause satisfies never;
  }
}

function why(core: Core, cause: RemovalCause): string {
  const timeout = formatDuration(milliseconds(core.config.agentReregisterTimeoutMs));
  switch (cause) {
    case "missed-pings":
      return "health check timed out";
    case "stayed-away":
      return `agent did not reregister within ${timeout} after disconnecting`;
    case "not-back-after-failover":
      return `did not reregister within ${timeout} after master failover`;
    default:
      return cause satisfies never;
  }
}

/** The agent did not come back in time after its connection broke. */
export function reregisterTimeout(core: Core, agentId: string): void {
  const agent = core.agents.registered.get(agentId);
  if (agent === undefined || agent.connected) return;
  core.log("INFO", `Agent ${agentText(agent)} did not reregister in time`);
  scheduleRemoval(core, agentId, "stayed-away");
}

/**
 * Recovered agents that did not come back in time are unreachable. When they are more than
 * `--recovery_agent_removal_limit` allows, something else is wrong: this master ends, and the
 * registry stays as it is.
 */
export function recoveredAgentsTimeout(core: Core): void {
  const { recovered } = core.agents;
  const missing = recovered.size / Math.max(1, core.recoveredCount);
  const limit = core.config.recoveryAgentRemovalLimit;
  if (missing > limit) {
    const timeout = formatDuration(milliseconds(core.config.agentReregisterTimeoutMs));
    core.emit({
      type: "end",
      reason: `Post-recovery agent removal limit exceeded! After ${timeout} there were ${recovered.size} (${missing * 100}%) agents recovered from the registry that did not reregister: ${[...recovered.keys()].slice(0, MAX_NAMED).join(", ")}; the configured removal limit is ${limit * 100}%. Please investigate or increase --recovery_agent_removal_limit to proceed further`,
    });
    return;
  }
  for (const agentId of [...recovered.keys()]) {
    scheduleRemoval(core, agentId, "not-back-after-failover");
  }
}

/** More agents than this are not named in one line of the log. */
const MAX_NAMED = 100;
