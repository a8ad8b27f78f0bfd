/** DRAIN_AGENT, DEACTIVATE_AGENT, REACTIVATE_AGENT. */
import type { MachineID } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import { machineKey } from "../machines.ts";
import type { Agent } from "../model.ts";

export interface Refusal {
  readonly status: 400 | 409;
  readonly text: string;
}

export function validateDrain(core: Core, agentId: string): Refusal | undefined {
  const agent = core.agents.registered.get(agentId);
  const unfit = agent && (validateUnscheduled(core, agent) ?? validateDrainCapability(agent));
  return unfit ?? validateKnown(core, agentId) ?? validateNotGoing(core, agentId);
}

export function validateReactivation({ agents }: Core, agentId: string): Refusal | undefined {
  if (!agents.deactivated.has(agentId)) return bad("Agent is not deactivated");
  return agents.draining.get(agentId)?.state === "DRAINING"
    ? bad("Agent is still in the DRAINING state")
    : undefined;
}

/** Rule: maintenance and draining are two ways that do not cross. */
function validateUnscheduled({ maintenance }: Core, agent: Agent): Refusal | undefined {
  const scheduled = (maintenance.schedule?.windows ?? [])
    .flatMap(({ machine_ids = [] }) => machine_ids)
    .find((id) => machineKey(id) === agent.machine);
  return scheduled === undefined
    ? undefined
    : bad(
        `Agent ${agent.id} is part of a maintenance schedule under Machine ${machineText(scheduled)}`,
      );
}

function machineText({ hostname, ip }: MachineID): string {
  return [hostname, ip && `(${ip})`].filter((part) => part !== undefined).join(" ");
}

/** Rule: the agent knows what to do. */
function validateDrainCapability(agent: Agent): Refusal | undefined {
  return agent.capabilities.has("AGENT_DRAINING")
    ? undefined
    : bad(`Agent ${agent.id} is not capable of draining`);
}

/** Rule: the agent is registered, expected back, or unreachable. */
export function validateKnown({ agents }: Core, agentId: string): Refusal | undefined {
  const isKnown =
    agents.recovered.has(agentId) ||
    agents.registered.has(agentId) ||
    agents.unreachable.has(agentId);
  return isKnown ? undefined : bad("Unknown agent");
}

/** Rule: an agent on its way to be gone cannot be drained any more. */
function validateNotGoing({ agents }: Core, agentId: string): Refusal | undefined {
  return agents.markingGone.has(agentId)
    ? { status: 409, text: "Agent is currently being marked gone" }
    : undefined;
}

function bad(text: string): Refusal {
  return { status: 400, text };
}
