/**
 * Agents that an operator takes out of service: deactivated ones get no offers, draining ones are
 * told to end their tasks as well. Both outlive the master and the agent's absence.
 */
import type { DrainConfig, master } from "@mesos-ts/protos";
import { deactivateAgent, forgetStanding } from "./agent-loss.ts";
import type { RequestId } from "./contract.ts";
import type { Core } from "./core.ts";
import { persistGone } from "./mark-gone.ts";
import { type Agent, agentText } from "./model.ts";
import {
  type Refusal,
  validateDrain,
  validateKnown,
  validateReactivation,
} from "./validation/draining.ts";

const NS_PER_SECOND = 1e9;

/** DRAIN_AGENT: answered when the registry has it and the agent is told. */
export function drainAgent(core: Core, requestId: RequestId, call: master.Call_DrainAgent): void {
  const agentId = call.agent_id.value;
  if (isRefused(core, requestId, `drain agent ${agentId}`, validateDrain(core, agentId))) return;
  const config = drainConfigOf(call);
  core.persist({ type: "drain-agent", agentId, config }, (ok) => {
    if (!isStored(core, requestId, ok, `drain agent ${agentId}`)) return;
    core.agents.draining.set(agentId, { state: "DRAINING", config });
    core.agents.deactivated.add(agentId);
    const agent = core.agents.registered.get(agentId);
    if (agent !== undefined) beginDraining(core, agent, config);
    core.reply(requestId, { type: "ok" });
  });
}

function drainConfigOf({
  max_grace_period: period,
  mark_gone,
}: master.Call_DrainAgent): DrainConfig {
  const nanoseconds = (period?.seconds ?? 0) * NS_PER_SECOND + (period?.nanos ?? 0);
  return {
    ...(period === undefined ? {} : { max_grace_period: { nanoseconds } }),
    mark_gone: mark_gone ?? false,
  };
}

function beginDraining(core: Core, agent: Agent, config: DrainConfig): void {
  core.log(
    "INFO",
    `Transitioning agent ${agent.id} to the DRAINING state; agent has ${taskCount(agent)} tasks and ${agent.operations.size} operations`,
  );
  deactivateAgent(core, agent);
  core.send(agent.pid, "DrainSlaveMessage", { config });
  agent.drainStartedMs = core.nowMs;
  settleDraining(core, agent);
}

/** DEACTIVATE_AGENT: no more offers of it. */
export function deactivate(core: Core, requestId: RequestId, agentId: string): void {
  const refusal = validateKnown(core, agentId);
  if (isRefused(core, requestId, `deactivate agent ${agentId}`, refusal)) return;
  core.persist({ type: "deactivate-agent", agentId }, (ok) => {
    if (!isStored(core, requestId, ok, `deactivate agent ${agentId}`)) return;
    core.agents.deactivated.add(agentId);
    const agent = core.agents.registered.get(agentId);
    if (agent !== undefined) deactivateAgent(core, agent);
    core.reply(requestId, { type: "ok" });
  });
}

/** REACTIVATE_AGENT: of an agent that was deactivated or is DRAINED. */
export function reactivate(core: Core, requestId: RequestId, agentId: string): void {
  const refusal = validateReactivation(core, agentId);
  if (isRefused(core, requestId, `reactivate agent ${agentId}`, refusal)) return;
  core.persist({ type: "reactivate-agent", agentId }, (ok) => {
    if (!isStored(core, requestId, ok, `reactivate agent ${agentId}`)) return;
    forgetStanding(core, agentId);
    const agent = core.agents.registered.get(agentId);
    if (agent === undefined) {
      const text = "Agent removed while processing the call";
      core.reply(requestId, { type: "refused", status: 409, text });
      return;
    }
    offerAgain(core, agent);
    core.reply(requestId, { type: "ok" });
  });
}

function offerAgain(core: Core, agent: Agent): void {
  agent.drainStartedMs = undefined;
  if (!agent.connected) {
    core.log(
      "INFO",
      `Disconnected agent ${agentText(agent)} will be reactivated upon reregistration.`,
    );
    return;
  }
  core.log("INFO", `Reactivating agent ${agentText(agent)}`);
  agent.active = true;
  core.allocator.activateAgent(agent.id, core.steadyMs);
}

/** A draining agent that comes back is told again, whatever it knew: the message may be lost. */
export function remindDraining(core: Core, agent: Agent): void {
  const draining = core.agents.draining.get(agent.id);
  if (draining === undefined) return;
  core.send(agent.pid, "DrainSlaveMessage", { config: draining.config });
  // Others report their operations with their first UpdateSlaveMessage only.
  if (!agent.capabilities.has("RESOURCE_PROVIDER")) settleDraining(core, agent);
}

/**
 * Called whenever a draining agent may have lost its last task or operation: then it is DRAINED,
 * or gone if the operator wanted that.
 */
export function settleDraining(core: Core, agent: Agent): void {
  const draining = core.agents.draining.get(agent.id);
  if (draining?.state !== "DRAINING") return;
  if (taskCount(agent) > 0 || agent.operations.size > 0) return;
  const { markingGone, markingDrained } = core.agents;
  if (markingGone.has(agent.id) || markingDrained.has(agent.id)) return;
  if (draining.config.mark_gone === true) {
    core.log("INFO", `Marking agent ${agent.id} in the DRAINED state as gone`);
    persistGone(core, agent.id, (ok) => {
      if (!ok) core.log("ERROR", `The registry did not mark drained agent ${agent.id} as gone`);
    });
    return;
  }
  core.log("INFO", `Transitioning agent ${agent.id} to the DRAINED state`);
  markingDrained.add(agent.id);
  core.persist({ type: "mark-drained", agentId: agent.id }, (ok) => {
    markingDrained.delete(agent.id);
    markedDrained(core, agent.id, ok);
  });
}

function markedDrained(core: Core, agentId: string, ok: boolean): void {
  const draining = core.agents.draining.get(agentId);
  if (draining === undefined) {
    core.log("INFO", `Agent ${agentId} was removed while being marked as DRAINED`);
  } else if (ok) {
    core.agents.draining.set(agentId, { ...draining, state: "DRAINED" });
    core.log("INFO", `Agent ${agentId} successfully marked as DRAINED`);
  } else {
    core.log("ERROR", `The registry did not mark agent ${agentId} as DRAINED`);
  }
}

function taskCount(agent: Agent): number {
  let count = 0;
  for (const { tasks } of agent.placements.values()) count += tasks.size;
  return count;
}

function isRefused(
  core: Core,
  requestId: RequestId,
  what: string,
  refusal: Refusal | undefined,
): boolean {
  if (refusal === undefined) return false;
  core.log("WARNING", `Refusing to ${what}: ${refusal.text}`);
  core.reply(requestId, { type: "refused", ...refusal });
  return true;
}

function isStored(core: Core, requestId: RequestId, ok: boolean, what: string): boolean {
  if (ok) return true;
  const text = `The registry refused to ${what}`;
  core.log("ERROR", text);
  core.reply(requestId, { type: "refused", status: 500, text });
  return false;
}
