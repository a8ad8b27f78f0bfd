/** The shape of a scheduler's call. Source: `validation::scheduler::call`. */
import type { scheduler } from "@mesos-ts/protos";

/** The payload that each type of call must have. */
const PAYLOAD: Readonly<Partial<Record<scheduler.Call_Type, keyof scheduler.Call>>> = {
  SUBSCRIBE: "subscribe",
  ACCEPT: "accept",
  DECLINE: "decline",
  ACCEPT_INVERSE_OFFERS: "accept_inverse_offers",
  DECLINE_INVERSE_OFFERS: "decline_inverse_offers",
  KILL: "kill",
  SHUTDOWN: "shutdown",
  ACKNOWLEDGE: "acknowledge",
  ACKNOWLEDGE_OPERATION_STATUS: "acknowledge_operation_status",
  RECONCILE: "reconcile",
  RECONCILE_OPERATIONS: "reconcile_operations",
  MESSAGE: "message",
  REQUEST: "request",
  UPDATE_FRAMEWORK: "update_framework",
};

export function validateSchedulerCall(
  call: scheduler.Call,
  principal: string | undefined,
): string | undefined {
  if (call.type === undefined) return "Expecting 'type' to be present";
  if (call.type === "SUBSCRIBE") return validateSubscribe(call, principal);
  if (call.framework_id === undefined) return "Expecting 'framework_id' to be present";
  return validatePayload(call) ?? validateUuid(call) ?? validateUpdate(call);
}

/** Rule: the payload is there. */
function validatePayload(call: scheduler.Call): string | undefined {
  const field = PAYLOAD[call.type ?? "UNKNOWN"];
  return field !== undefined && call[field] === undefined
    ? `Expecting '${field}' to be present`
    : undefined;
}

/** Rules: one id, and the principal that was authenticated. */
function validateSubscribe(
  call: scheduler.Call,
  principal: string | undefined,
): string | undefined {
  const info = call.subscribe?.framework_info;
  if (info === undefined) return "Expecting 'subscribe' to be present";
  if ((info.id?.value ?? "") !== (call.framework_id?.value ?? "")) {
    return "'framework_id' differs from 'subscribe.framework_info.id'";
  }
  if (principal !== undefined && info.principal !== undefined && principal !== info.principal) {
    return `Authenticated principal '${principal}' does not match principal '${info.principal}' set in \`FrameworkInfo\``;
  }
  return undefined;
}

const UUID_BYTES = 16;

/** Rule: UUIDs are UUIDs, and feedback is acknowledged to an agent. */
function validateUuid({
  acknowledge,
  acknowledge_operation_status: operation,
}: scheduler.Call): string | undefined {
  const uuid = acknowledge?.uuid ?? operation?.uuid;
  if (uuid !== undefined && uuid.length !== UUID_BYTES) {
    return `Not a valid UUID: ${uuid.length} bytes instead of ${UUID_BYTES}`;
  }
  return operation !== undefined && operation.agent_id === undefined
    ? "Expecting 'agent_id' to be present"
    : undefined;
}

/** Rule: a framework updates itself. */
function validateUpdate({ framework_id, update_framework }: scheduler.Call): string | undefined {
  if (update_framework === undefined) return undefined;
  return framework_id?.value === update_framework.framework_info.id?.value
    ? undefined
    : "'framework_id' differs from 'update_framework.framework_info.id'";
}
