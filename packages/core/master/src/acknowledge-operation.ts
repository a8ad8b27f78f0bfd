/** ACKNOWLEDGE_OPERATION_STATUS: a framework has taken note of an operation's status. */
import type { scheduler } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { settleDraining } from "./draining.ts";
import type { Agent, Framework } from "./model.ts";
import { operationKey, settleOperation } from "./operations.ts";
import { isTerminalOperation } from "./task-states.ts";

export function acknowledgeOperation(
  core: Core,
  framework: Framework,
  call: scheduler.Call_AcknowledgeOperationStatus,
): void {
  core.counters.count("messages_operation_status_update_acknowledgement");
  const agent = core.agents.registered.get(call.agent_id?.value ?? "");
  const refusal = refuse(agent, call);
  const record = framework.operationsById.get(call.operation_id.value);
  const acknowledged = record?.message.statuses?.find(
    ({ uuid }) => uuid !== undefined && operationKey(uuid.value) === operationKey(call.uuid),
  );
  if (agent === undefined || refusal !== undefined || record?.agent !== agent) {
    ignore(core, framework, call, refusal ?? "the operation is unknown");
    return;
  }
  if (acknowledged === undefined) {
    ignore(core, framework, call, "the operation status is unknown");
    return;
  }
  if (isTerminalOperation(acknowledged.state)) {
    settleOperation(core, record);
    settleDraining(core, agent);
  }
  core.send(agent.pid, "AcknowledgeOperationStatusMessage", {
    status_uuid: { value: call.uuid },
    operation_uuid: record.message.uuid,
  });
  core.counters.count("valid_operation_status_update_acknowledgements");
}

function refuse(
  agent: Agent | undefined,
  call: scheduler.Call_AcknowledgeOperationStatus,
): string | undefined {
  if (agent === undefined) return "agent is not registered";
  if (!agent.connected) return "agent is disconnected";
  const needed =
    call.resource_provider_id === undefined ? "AGENT_OPERATION_FEEDBACK" : "RESOURCE_PROVIDER";
  return agent.capabilities.has(needed)
    ? undefined
    : `the agent does not have the ${needed} capability`;
}

function ignore(
  core: Core,
  framework: Framework,
  call: scheduler.Call_AcknowledgeOperationStatus,
  why: string,
): void {
  core.counters.count("invalid_operation_status_update_acknowledgements");
  core.log(
    "WARNING",
    `Cannot send operation status update acknowledgement of operation '${call.operation_id.value}' of framework ${framework.id} to agent ${call.agent_id?.value} because ${why}`,
  );
}
