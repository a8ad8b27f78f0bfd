/** ReregisterSlaveMessage: an agent that has an id, from this master or from one before it. */
import { Buffer } from "node:buffer";
import { AgentInfo, encode, type internal } from "@mesos-ts/protos";
import { upgrade } from "@mesos-ts/resources";
import { refuseApplication } from "./agent-admission.ts";
import { reconnectAgent } from "./agent-reconnect.ts";
import { readmitAgent } from "./agent-return.ts";
import type { Pid } from "./contract.ts";
import type { Core } from "./core.ts";
import { refuseDown } from "./maintenance.ts";
import type { Agent } from "./model.ts";
import { parsePid } from "./pids.ts";
import { validateReregistration } from "./validation/agents.ts";

export function reregisterAgent(
  core: Core,
  pid: Pid,
  message: internal.ReregisterSlaveMessage,
): void {
  core.counters.count("messages_reregister_slave");
  const agentId = message.agent.id?.value ?? "";
  const host = `agent ${agentId} at ${pid} (${message.agent.hostname})`;
  const transition = transitionOf(core, agentId);
  if (transition !== undefined) {
    core.log("INFO", `Ignoring reregister agent message from ${host} as ${transition}`);
    return;
  }
  if (refuseGone(core, pid, agentId)) return;
  const error = validateReregistration(message) ?? refuseApplication(core, message);
  if (error !== undefined) {
    core.log("WARNING", `Refusing re-registration of ${host}: ${error}`);
    return;
  }
  if (refuseDown(core, pid, message.agent.hostname)) return;
  core.log("INFO", `Received reregister agent message from ${host}`);
  const known = core.agents.registered.get(agentId);
  if (known === undefined) comeBack(core, pid, message, agentId);
  else resume(core, pid, message, known);
}

function transitionOf(core: Core, agentId: string): string | undefined {
  const { reregistering, markingUnreachable, markingGone, removing } = core.agents;
  if (reregistering.has(agentId)) return "re-registration is already in progress";
  if (markingUnreachable.has(agentId)) return "a mark unreachable operation is in progress";
  if (markingGone.has(agentId)) return "a gone operation is already in progress";
  if (removing.has(agentId)) return "it is being removed";
  return undefined;
}

function refuseGone(core: Core, pid: Pid, agentId: string): boolean {
  if (!core.agents.gone.has(agentId)) return false;
  core.log("WARNING", `Refusing re-registration of agent at ${pid}: it is already marked gone`);
  core.send(pid, "ShutdownMessage", { message: "Agent has been marked gone" });
  return true;
}

/** An agent that this master has registered: it restarted, or its connection broke. */
function resume(
  core: Core,
  pid: Pid,
  message: internal.ReregisterSlaveMessage,
  agent: Agent,
): void {
  if (
    parsePid(agent.pid).ip !== parsePid(pid).ip ||
    agent.info.hostname !== message.agent.hostname
  ) {
    core.log(
      "WARNING",
      `Agent ${agent.id} at ${pid} (${message.agent.hostname}) attempted to reregister with different IP / hostname; expected ${agent.pid} (${agent.info.hostname}); shutting it down`,
    );
    core.send(pid, "ShutdownMessage", {
      message: "Agent attempted to reregister with different IP / hostname",
    });
    return;
  }
  if (sameInfo(agent.info, message.agent)) {
    reconnectAgent(core, pid, message, agent);
    return;
  }
  withRegistry(core, pid, agent.id, { type: "update-agent", info: message.agent }, () => {
    const still = core.agents.registered.get(agent.id);
    if (still === undefined) {
      core.log(
        "WARNING",
        `Dropping re-registration of agent ${agent.id}: it was removed meanwhile`,
      );
    } else {
      reconnectAgent(core, pid, message, still);
    }
  });
}

/** An agent of an earlier master, or one that was unreachable or unknown. */
function comeBack(
  core: Core,
  pid: Pid,
  message: internal.ReregisterSlaveMessage,
  agentId: string,
): void {
  const recovered = core.agents.recovered.get(agentId);
  if (recovered !== undefined && sameInfo(recovered, message.agent)) {
    readmitAgent(core, pid, message);
    return;
  }
  const info = message.agent;
  withRegistry(
    core,
    pid,
    agentId,
    recovered === undefined ? { type: "mark-reachable", info } : { type: "update-agent", info },
    () => readmitAgent(core, pid, message),
  );
}

function withRegistry(
  core: Core,
  pid: Pid,
  agentId: string,
  operation: Parameters<Core["persist"]>[0],
  then: () => void,
): void {
  const { reregistering } = core.agents;
  reregistering.add(agentId);
  core.persist(operation, (ok) => {
    reregistering.delete(agentId);
    if (!ok) {
      core.log("ERROR", `The registry did not take the re-registration of agent ${agentId}`);
      return;
    }
    if (!refuseGone(core, pid, agentId)) then();
  });
}

/** Resources may be in either form of reservations. */
function sameInfo(a: AgentInfo, b: AgentInfo): boolean {
  return Buffer.compare(normal(a), normal(b)) === 0;
}

function normal(info: AgentInfo): Uint8Array {
  const { resources } = info;
  return encode(
    AgentInfo,
    resources === undefined ? info : { ...info, resources: resources.map(upgrade) },
  );
}
