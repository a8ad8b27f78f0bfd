/** UpdateSlaveMessage: what an agent has changed since it registered. */
import type { internal } from "@mesos-ts/protos";
import { isRevocable, Resources } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import { settleDraining } from "./draining.ts";
import { type Agent, agentText } from "./model.ts";
import { rescindOffer } from "./offers.ts";
import { acknowledgeAgain, addOperation, operationKey } from "./operations.ts";
import { validateResourceList } from "./validation/resource-list.ts";

export function receiveAgentUpdate(core: Core, message: internal.UpdateSlaveMessage): void {
  core.counters.count("messages_update_slave");
  const agent = core.agents.registered.get(message.agent_id.value);
  if (agent === undefined) {
    core.log("WARNING", `Ignoring update on removed agent ${message.agent_id.value}`);
    return;
  }
  if ((message.resource_providers?.providers?.length ?? 0) > 0) {
    core.log(
      "WARNING",
      `Ignoring the resource providers of agent ${agentText(agent)}: they are not supported by this release`,
    );
  }
  if (message.resource_version_uuid !== undefined) {
    agent.resourceVersion = message.resource_version_uuid.value;
  }
  updateOversubscribed(core, agent, message);
  adoptOperations(core, agent, message);
  reconcileOperations(core, agent, message);
  settleDraining(core, agent);
}

function updateOversubscribed(
  core: Core,
  agent: Agent,
  message: internal.UpdateSlaveMessage,
): void {
  if (message.update_oversubscribed_resources === false) return;
  const error = validateResourceList(message.oversubscribed_resources);
  if (error !== undefined) {
    core.log("WARNING", `Ignoring oversubscribed resources of agent ${agentText(agent)}: ${error}`);
    return;
  }
  const revocable = Resources.of(message.oversubscribed_resources).filter(isRevocable);
  if (agent.total.revocable().equals(revocable)) return;
  core.log(
    "INFO",
    `Received update of agent ${agentText(agent)} with total oversubscribed resources ${revocable}`,
  );
  for (const offer of [...agent.offers]) {
    if (!offer.resources.revocable().isEmpty) rescindOffer(core, offer);
  }
  agent.total = agent.total.nonRevocable().plus(revocable);
  core.allocator.updateAgentTotal(agent.id, agent.total, core.steadyMs);
}

/** Operations that an earlier master began. */
function adoptOperations(core: Core, agent: Agent, message: internal.UpdateSlaveMessage): void {
  for (const operation of message.operations?.operations ?? []) {
    const key = operationKey(operation.uuid.value);
    if (agent.operations.has(key)) continue;
    if (agent.settledOperations.has(key)) {
      acknowledgeAgain(core, agent, operation.uuid, operation.latest_status);
      continue;
    }
    const framework = core.frameworks.registered.get(operation.framework_id?.value ?? "");
    addOperation(core, agent, framework, operation);
  }
}

/** Operations that never reached the agent: it is asked, and answers that they were dropped. */
function reconcileOperations(core: Core, agent: Agent, message: internal.UpdateSlaveMessage): void {
  const told = new Set(message.operations?.operations?.map(({ uuid }) => operationKey(uuid.value)));
  const operations = [...agent.operations.values()]
    .filter(({ key }) => !told.has(key))
    .map(({ message: { uuid } }) => ({ operation_uuid: uuid }));
  if (operations.length === 0) return;
  core.send(agent.pid, "ReconcileOperationsMessage", { operations });
}
