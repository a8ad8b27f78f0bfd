/** RegisterSlaveMessage: an agent that has no id yet. */
import { Buffer } from "node:buffer";
import type { internal } from "@mesos-ts/protos";
import { agentOf, connectionInfo, enrolAgent, refuseApplication } from "./agent-admission.ts";
import { askToReregister } from "./agent-health.ts";
import { removeAgent } from "./agent-loss.ts";
import type { Pid } from "./contract.ts";
import type { Core } from "./core.ts";
import { announceUnavailability, refuseDown } from "./maintenance.ts";
import { type Agent, agentText } from "./model.ts";
import { announceAgentAdded } from "./operator-events.ts";
import { validateRegistration } from "./validation/agents.ts";

export function registerAgent(core: Core, pid: Pid, message: internal.RegisterSlaveMessage): void {
  core.counters.count("messages_register_slave");
  const { registering } = core.agents;
  const host = `agent at ${pid} (${message.agent.hostname})`;
  const error = validateRegistration(message) ?? refuseApplication(core, message);
  if (error !== undefined) {
    core.log("WARNING", `Refusing registration of ${host}: ${error}`);
    return;
  }
  if (refuseDown(core, pid, message.agent.hostname)) return;
  if (registering.has(pid)) {
    core.log("INFO", `Ignoring register agent message from ${host} as registration is in progress`);
    return;
  }
  core.log("INFO", `Received register agent message from ${host}`);
  if (isKnownAt(core, pid, message)) return;

  const agentId = core.newAgentId();
  const info = { ...message.agent, id: { value: agentId } };
  core.log("INFO", `Registering ${host} with id ${agentId}`);
  registering.add(pid);
  core.persist({ type: "admit-agent", info }, (ok) => {
    registering.delete(pid);
    if (ok) admitAgent(core, pid, { ...message, agent: info });
    else core.log("WARNING", `The registry did not admit ${host} as ${agentId}`);
  });
}

/**
 * A connected agent that registers again missed our answer, and has ignored whatever it was sent
 * since. One that is disconnected, or whose
 * resources are of another life than those of whoever registers now, was replaced: what it was told
 * nobody remembers, so it is removed.
 */
function isKnownAt(core: Core, pid: Pid, message: internal.RegisterSlaveMessage): boolean {
  const known = core.agents.byPid.get(pid);
  if (known === undefined) return false;
  if (!known.connected || isOtherLife(known, message)) {
    const which = known.connected ? "" : "disconnected ";
    core.log(
      "INFO",
      `Removing old ${which}agent ${agentText(known)} because a registration attempt occurred`,
    );
    removeAgent(
      core,
      known,
      "a new agent registered at the same address",
      "slave_removals/reason_registered",
    );
    return false;
  }
  core.log("INFO", `Agent ${agentText(known)} already registered, resending acknowledgement`);
  core.send(pid, "SlaveRegisteredMessage", {
    agent_id: { value: known.id },
    connection: connectionInfo(core),
  });
  if (known.placements.size + known.operations.size > 0) askToReregister(core, known);
  return true;
}

/** An agent draws a version for its resources whenever it starts. */
function isOtherLife(known: Agent, message: internal.RegisterSlaveMessage): boolean {
  const before = known.resourceVersion;
  const now = message.resource_version_uuid?.value;
  return before !== undefined && now !== undefined && Buffer.compare(before, now) !== 0;
}

function admitAgent(core: Core, pid: Pid, message: internal.RegisterSlaveMessage): void {
  const result = agentOf(core, pid, message, undefined);
  if (result.type === "error") {
    core.log("WARNING", `Refusing registration of agent at ${pid}: ${result.error}`);
    core.send(pid, "ShutdownMessage", { message: result.error });
    return;
  }
  const agent = result.value;
  core.counters.count("slave_registrations");
  enrolAgent(core, agent);
  core.allocator.addAgent(
    agent.id,
    {
      total: agent.total,
      used: new Map(),
      facts: agent.info,
      capabilities: agent.capabilities,
    },
    core.steadyMs,
  );
  announceUnavailability(core, agent);
  announceAgentAdded(core, agent);
  core.send(pid, "SlaveRegisteredMessage", {
    agent_id: { value: agent.id },
    connection: connectionInfo(core),
  });
  core.log("INFO", `Registered agent ${agentText(agent)} with ${agent.total}`);
}
