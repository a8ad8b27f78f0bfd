// Generated from schema/v0/scheduler.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";
import * as $v1_scheduler from "../v1/scheduler.ts";

export interface Call extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  type?: $v1_scheduler.Call_Type | undefined;
  subscribe?: Call_Subscribe | undefined;
  accept?: $v1_scheduler.Call_Accept | undefined;
  decline?: $v1_scheduler.Call_Decline | undefined;
  accept_inverse_offers?: $v1_scheduler.Call_AcceptInverseOffers | undefined;
  decline_inverse_offers?: $v1_scheduler.Call_DeclineInverseOffers | undefined;
  revive?: $v1_scheduler.Call_Revive | undefined;
  kill?: $v1_scheduler.Call_Kill | undefined;
  shutdown?: $v1_scheduler.Call_Shutdown | undefined;
  acknowledge?: $v1_scheduler.Call_Acknowledge | undefined;
  acknowledge_operation_status?: $v1_scheduler.Call_AcknowledgeOperationStatus | undefined;
  reconcile?: $v1_scheduler.Call_Reconcile | undefined;
  reconcile_operations?: $v1_scheduler.Call_ReconcileOperations | undefined;
  message?: $v1_scheduler.Call_Message | undefined;
  request?: $v1_scheduler.Call_Request | undefined;
  suppress?: $v1_scheduler.Call_Suppress | undefined;
  update_framework?: $v1_scheduler.Call_UpdateFramework | undefined;
}
export const Call: MessageType<Call> = messageType(
  "mesos.scheduler.Call",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["type", 2, "optional", $v1_scheduler.Call_Type],
    ["subscribe", 3, "optional", Call_Subscribe],
    ["accept", 4, "optional", $v1_scheduler.Call_Accept],
    ["decline", 5, "optional", $v1_scheduler.Call_Decline],
    ["accept_inverse_offers", 13, "optional", $v1_scheduler.Call_AcceptInverseOffers],
    ["decline_inverse_offers", 14, "optional", $v1_scheduler.Call_DeclineInverseOffers],
    ["revive", 15, "optional", $v1_scheduler.Call_Revive],
    ["kill", 6, "optional", $v1_scheduler.Call_Kill],
    ["shutdown", 7, "optional", $v1_scheduler.Call_Shutdown],
    ["acknowledge", 8, "optional", $v1_scheduler.Call_Acknowledge],
    ["acknowledge_operation_status", 17, "optional", $v1_scheduler.Call_AcknowledgeOperationStatus],
    ["reconcile", 9, "optional", $v1_scheduler.Call_Reconcile],
    ["reconcile_operations", 18, "optional", $v1_scheduler.Call_ReconcileOperations],
    ["message", 10, "optional", $v1_scheduler.Call_Message],
    ["request", 11, "optional", $v1_scheduler.Call_Request],
    ["suppress", 16, "optional", $v1_scheduler.Call_Suppress],
    ["update_framework", 19, "optional", $v1_scheduler.Call_UpdateFramework],
  ],
  encodeCall,
  decodeCall,
);
export function encodeCall(m: Call, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; { const n = $v1_scheduler.Call_Type.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.subscribe !== undefined) { const v = m.subscribe; w.uint32(26); { const b = w.open(); encodeCall_Subscribe(v, w); w.close(b); } }
  if (m.accept !== undefined) { const v = m.accept; w.uint32(34); { const b = w.open(); $v1_scheduler.encodeCall_Accept(v, w); w.close(b); } }
  if (m.decline !== undefined) { const v = m.decline; w.uint32(42); { const b = w.open(); $v1_scheduler.encodeCall_Decline(v, w); w.close(b); } }
  if (m.kill !== undefined) { const v = m.kill; w.uint32(50); { const b = w.open(); $v1_scheduler.encodeCall_Kill(v, w); w.close(b); } }
  if (m.shutdown !== undefined) { const v = m.shutdown; w.uint32(58); { const b = w.open(); $v1_scheduler.encodeCall_Shutdown(v, w); w.close(b); } }
  if (m.acknowledge !== undefined) { const v = m.acknowledge; w.uint32(66); { const b = w.open(); $v1_scheduler.encodeCall_Acknowledge(v, w); w.close(b); } }
  if (m.reconcile !== undefined) { const v = m.reconcile; w.uint32(74); { const b = w.open(); $v1_scheduler.encodeCall_Reconcile(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(82); { const b = w.open(); $v1_scheduler.encodeCall_Message(v, w); w.close(b); } }
  if (m.request !== undefined) { const v = m.request; w.uint32(90); { const b = w.open(); $v1_scheduler.encodeCall_Request(v, w); w.close(b); } }
  if (m.accept_inverse_offers !== undefined) { const v = m.accept_inverse_offers; w.uint32(106); { const b = w.open(); $v1_scheduler.encodeCall_AcceptInverseOffers(v, w); w.close(b); } }
  if (m.decline_inverse_offers !== undefined) { const v = m.decline_inverse_offers; w.uint32(114); { const b = w.open(); $v1_scheduler.encodeCall_DeclineInverseOffers(v, w); w.close(b); } }
  if (m.revive !== undefined) { const v = m.revive; w.uint32(122); { const b = w.open(); $v1_scheduler.encodeCall_Revive(v, w); w.close(b); } }
  if (m.suppress !== undefined) { const v = m.suppress; w.uint32(130); { const b = w.open(); $v1_scheduler.encodeCall_Suppress(v, w); w.close(b); } }
  if (m.acknowledge_operation_status !== undefined) { const v = m.acknowledge_operation_status; w.uint32(138); { const b = w.open(); $v1_scheduler.encodeCall_AcknowledgeOperationStatus(v, w); w.close(b); } }
  if (m.reconcile_operations !== undefined) { const v = m.reconcile_operations; w.uint32(146); { const b = w.open(); $v1_scheduler.encodeCall_ReconcileOperations(v, w); w.close(b); } }
  if (m.update_framework !== undefined) { const v = m.update_framework; w.uint32(154); { const b = w.open(); $v1_scheduler.encodeCall_UpdateFramework(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall(r: Reader, end: number, m: Call = {} as Call): Call {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 16: { const v = $v1_scheduler.Call_Type.names.get(r.int32()) as $v1_scheduler.Call_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 26: m.subscribe = decodeCall_Subscribe(r, r.open(end), m.subscribe); break;
      case 34: m.accept = $v1_scheduler.decodeCall_Accept(r, r.open(end), m.accept); break;
      case 42: m.decline = $v1_scheduler.decodeCall_Decline(r, r.open(end), m.decline); break;
      case 106: m.accept_inverse_offers = $v1_scheduler.decodeCall_AcceptInverseOffers(r, r.open(end), m.accept_inverse_offers); break;
      case 114: m.decline_inverse_offers = $v1_scheduler.decodeCall_DeclineInverseOffers(r, r.open(end), m.decline_inverse_offers); break;
      case 122: m.revive = $v1_scheduler.decodeCall_Revive(r, r.open(end), m.revive); break;
      case 50: m.kill = $v1_scheduler.decodeCall_Kill(r, r.open(end), m.kill); break;
      case 58: m.shutdown = $v1_scheduler.decodeCall_Shutdown(r, r.open(end), m.shutdown); break;
      case 66: m.acknowledge = $v1_scheduler.decodeCall_Acknowledge(r, r.open(end), m.acknowledge); break;
      case 138: m.acknowledge_operation_status = $v1_scheduler.decodeCall_AcknowledgeOperationStatus(r, r.open(end), m.acknowledge_operation_status); break;
      case 74: m.reconcile = $v1_scheduler.decodeCall_Reconcile(r, r.open(end), m.reconcile); break;
      case 146: m.reconcile_operations = $v1_scheduler.decodeCall_ReconcileOperations(r, r.open(end), m.reconcile_operations); break;
      case 82: m.message = $v1_scheduler.decodeCall_Message(r, r.open(end), m.message); break;
      case 90: m.request = $v1_scheduler.decodeCall_Request(r, r.open(end), m.request); break;
      case 130: m.suppress = $v1_scheduler.decodeCall_Suppress(r, r.open(end), m.suppress); break;
      case 154: m.update_framework = $v1_scheduler.decodeCall_UpdateFramework(r, r.open(end), m.update_framework); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Subscribe extends Message {
  framework_info: $v1_mesos.FrameworkInfo;
  force?: boolean | undefined;
  suppressed_roles?: string[] | undefined;
  offer_constraints?: $v1_scheduler.OfferConstraints | undefined;
}
export const Call_Subscribe: MessageType<Call_Subscribe> = messageType(
  "mesos.scheduler.Call.Subscribe",
  () => [
    ["framework_info", 1, "required", $v1_mesos.FrameworkInfo],
    ["force", 2, "optional", "bool"],
    ["suppressed_roles", 3, "repeated", "string"],
    ["offer_constraints", 4, "optional", $v1_scheduler.OfferConstraints],
  ],
  encodeCall_Subscribe,
  decodeCall_Subscribe,
);
export function encodeCall_Subscribe(m: Call_Subscribe, w: Writer): void {
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.force !== undefined) { const v = m.force; w.uint32(16); w.bool(v); }
  if (m.suppressed_roles !== undefined) for (const v of m.suppressed_roles) { w.uint32(26); w.string(v); }
  if (m.offer_constraints !== undefined) { const v = m.offer_constraints; w.uint32(34); { const b = w.open(); $v1_scheduler.encodeOfferConstraints(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Subscribe(r: Reader, end: number, m: Call_Subscribe = {} as Call_Subscribe): Call_Subscribe {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 16: m.force = r.bool(); break;
      case 26: (m.suppressed_roles ??= []).push(r.string()); break;
      case 34: m.offer_constraints = $v1_scheduler.decodeOfferConstraints(r, r.open(end), m.offer_constraints); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_info === undefined) r.incomplete = true;
  return m;
}
