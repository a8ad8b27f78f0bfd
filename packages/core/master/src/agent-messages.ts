/** Messages from agents, by name. */
import type { internal, Message } from "@mesos-ts/protos";
import { receivePong } from "./agent-health.ts";
import { removeAgent } from "./agent-loss.ts";
import { registerAgent } from "./agent-registration.ts";
import { reregisterAgent } from "./agent-reregistration.ts";
import { receiveAgentUpdate } from "./agent-updates.ts";
import type { Pid } from "./contract.ts";
import type { Core } from "./core.ts";
import { tell } from "./deliver.ts";
import { settleDraining } from "./draining.ts";
import { executorOf, isConnected } from "./model.ts";
import { receiveOperationStatus } from "./operations.ts";
import { removeExecutor } from "./placements.ts";
import { receiveStatusUpdate } from "./status-updates.ts";

/** False when `name` is no message of an agent. `to`: the process it was sent to. */
export function receiveAgentMessage(
  core: Core,
  from: Pid,
  to: string,
  name: string,
  message: Message,
): boolean {
  switch (name) {
    case "mesos.internal.RegisterSlaveMessage":
      registerAgent(core, from, message as internal.RegisterSlaveMessage);
      return true;
    case "mesos.internal.ReregisterSlaveMessage":
      reregisterAgent(core, from, message as internal.ReregisterSlaveMessage);
      return true;
    case "mesos.internal.UnregisterSlaveMessage":
      unregisterAgent(core, from, message as internal.UnregisterSlaveMessage);
      return true;
    case "mesos.internal.PongSlaveMessage":
      receivePong(core, to, from);
      return true;
    case "mesos.internal.UpdateSlaveMessage":
      receiveAgentUpdate(core, message as internal.UpdateSlaveMessage);
      return true;
    case "mesos.internal.StatusUpdateMessage":
      receiveStatusUpdate(core, message as internal.StatusUpdateMessage);
      return true;
    case "mesos.internal.UpdateOperationStatusMessage":
      receiveOperation(core, message as internal.UpdateOperationStatusMessage);
      return true;
    case "mesos.internal.ExecutorToFrameworkMessage":
      receiveExecutorMessage(core, message as internal.ExecutorToFrameworkMessage);
      return true;
    case "mesos.internal.ExitedExecutorMessage":
      receiveExitedExecutor(core, message as internal.ExitedExecutorMessage);
      return true;
    default:
      return false;
  }
}

function receiveOperation(core: Core, message: internal.UpdateOperationStatusMessage): void {
  receiveOperationStatus(core, message);
  const agent = core.agents.registered.get(message.agent_id?.value ?? "");
  if (agent !== undefined) settleDraining(core, agent);
}

function unregisterAgent(
  core: Core,
  from: Pid,
  { agent_id }: internal.UnregisterSlaveMessage,
): void {
  core.counters.count("messages_unregister_slave");
  const agent = core.agents.registered.get(agent_id.value);
  if (agent === undefined || agent.pid !== from) {
    core.log(
      "WARNING",
      `Ignoring unregister agent message from ${from} because it is not a registered agent with id ${agent_id.value}`,
    );
    return;
  }
  removeAgent(core, agent, "the agent unregistered", "slave_removals/reason_unregistered");
}

function receiveExecutorMessage(core: Core, message: internal.ExecutorToFrameworkMessage): void {
  core.counters.count("messages_executor_to_framework");
  const { agent_id, framework_id, executor_id, data } = message;
  const framework = core.frameworks.registered.get(framework_id.value);
  const isKnown = core.agents.registered.has(agent_id.value);
  if (!isKnown || framework === undefined || !isConnected(framework)) {
    core.counters.count("invalid_executor_to_framework_messages");
    core.log(
      "WARNING",
      `Not forwarding message of executor '${executor_id.value}' on agent ${agent_id.value} to framework ${framework_id.value}: ${isKnown ? "the framework is not connected" : "the agent is not registered"}`,
    );
    return;
  }
  tell(core, framework, {
    type: "message",
    agentId: agent_id.value,
    executorId: executor_id.value,
    data,
  });
  core.counters.count("valid_executor_to_framework_messages");
}

function receiveExitedExecutor(core: Core, message: internal.ExitedExecutorMessage): void {
  core.counters.count("messages_exited_executor");
  const { agent_id, framework_id, executor_id, status } = message;
  const agent = core.agents.registered.get(agent_id.value);
  const frameworkId = framework_id.value;
  const executorId = executor_id.value;
  if (agent === undefined || executorOf(agent, frameworkId, executorId) === undefined) {
    core.log(
      "WARNING",
      `Ignoring unknown exited executor '${executorId}' of framework ${frameworkId} on agent ${agent_id.value}`,
    );
    return;
  }
  removeExecutor(core, agent, frameworkId, executorId);
  const framework = core.frameworks.registered.get(frameworkId);
  if (framework === undefined || !isConnected(framework)) return;
  tell(core, framework, { type: "executor-exited", agentId: agent.id, executorId, status });
}
