// Generated from schema/v1/scheduler.proto by `npm run generate`. Do not edit.
import { enumType, messageType, setEntry } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface Event extends Message {
  type?: Event_Type | undefined;
  subscribed?: Event_Subscribed | undefined;
  offers?: Event_Offers | undefined;
  inverse_offers?: Event_InverseOffers | undefined;
  rescind?: Event_Rescind | undefined;
  rescind_inverse_offer?: Event_RescindInverseOffer | undefined;
  update?: Event_Update | undefined;
  update_operation_status?: Event_UpdateOperationStatus | undefined;
  message?: Event_Message | undefined;
  failure?: Event_Failure | undefined;
  error?: Event_Error | undefined;
}
export const Event: MessageType<Event> = messageType(
  "mesos.v1.scheduler.Event",
  () => [
    ["type", 1, "optional", Event_Type],
    ["subscribed", 2, "optional", Event_Subscribed],
    ["offers", 3, "optional", Event_Offers],
    ["inverse_offers", 9, "optional", Event_InverseOffers],
    ["rescind", 4, "optional", Event_Rescind],
    ["rescind_inverse_offer", 10, "optional", Event_RescindInverseOffer],
    ["update", 5, "optional", Event_Update],
    ["update_operation_status", 11, "optional", Event_UpdateOperationStatus],
    ["message", 6, "optional", Event_Message],
    ["failure", 7, "optional", Event_Failure],
    ["error", 8, "optional", Event_Error],
  ],
  encodeEvent,
  decodeEvent,
);
export function encodeEvent(m: Event, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Event_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.subscribed !== undefined) { const v = m.subscribed; w.uint32(18); { const b = w.open(); encodeEvent_Subscribed(v, w); w.close(b); } }
  if (m.offers !== undefined) { const v = m.offers; w.uint32(26); { const b = w.open(); encodeEvent_Offers(v, w); w.close(b); } }
  if (m.rescind !== undefined) { const v = m.rescind; w.uint32(34); { const b = w.open(); encodeEvent_Rescind(v, w); w.close(b); } }
  if (m.update !== undefined) { const v = m.update; w.uint32(42); { const b = w.open(); encodeEvent_Update(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(50); { const b = w.open(); encodeEvent_Message(v, w); w.close(b); } }
  if (m.failure !== undefined) { const v = m.failure; w.uint32(58); { const b = w.open(); encodeEvent_Failure(v, w); w.close(b); } }
  if (m.error !== undefined) { const v = m.error; w.uint32(66); { const b = w.open(); encodeEvent_Error(v, w); w.close(b); } }
  if (m.inverse_offers !== undefined) { const v = m.inverse_offers; w.uint32(74); { const b = w.open(); encodeEvent_InverseOffers(v, w); w.close(b); } }
  if (m.rescind_inverse_offer !== undefined) { const v = m.rescind_inverse_offer; w.uint32(82); { const b = w.open(); encodeEvent_RescindInverseOffer(v, w); w.close(b); } }
  if (m.update_operation_status !== undefined) { const v = m.update_operation_status; w.uint32(90); { const b = w.open(); encodeEvent_UpdateOperationStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent(r: Reader, end: number, m: Event = {} as Event): Event {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Event_Type.names.get(r.int32()) as Event_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, r.open(end), m.subscribed); break;
      case 26: m.offers = decodeEvent_Offers(r, r.open(end), m.offers); break;
      case 74: m.inverse_offers = decodeEvent_InverseOffers(r, r.open(end), m.inverse_offers); break;
      case 34: m.rescind = decodeEvent_Rescind(r, r.open(end), m.rescind); break;
      case 82: m.rescind_inverse_offer = decodeEvent_RescindInverseOffer(r, r.open(end), m.rescind_inverse_offer); break;
      case 42: m.update = decodeEvent_Update(r, r.open(end), m.update); break;
      case 90: m.update_operation_status = decodeEvent_UpdateOperationStatus(r, r.open(end), m.update_operation_status); break;
      case 50: m.message = decodeEvent_Message(r, r.open(end), m.message); break;
      case 58: m.failure = decodeEvent_Failure(r, r.open(end), m.failure); break;
      case 66: m.error = decodeEvent_Error(r, r.open(end), m.error); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_Subscribed extends Message {
  framework_id: $v1_mesos.FrameworkID;
  heartbeat_interval_seconds?: number | undefined;
  master_info?: $v1_mesos.MasterInfo | undefined;
}
export const Event_Subscribed: MessageType<Event_Subscribed> = messageType(
  "mesos.v1.scheduler.Event.Subscribed",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["heartbeat_interval_seconds", 2, "optional", "double"],
    ["master_info", 3, "optional", $v1_mesos.MasterInfo],
  ],
  encodeEvent_Subscribed,
  decodeEvent_Subscribed,
);
export function encodeEvent_Subscribed(m: Event_Subscribed, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.heartbeat_interval_seconds !== undefined) { const v = m.heartbeat_interval_seconds; w.uint32(17); w.double(v); }
  if (m.master_info !== undefined) { const v = m.master_info; w.uint32(26); { const b = w.open(); $v1_mesos.encodeMasterInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Subscribed(r: Reader, end: number, m: Event_Subscribed = {} as Event_Subscribed): Event_Subscribed {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 17: m.heartbeat_interval_seconds = r.double(); break;
      case 26: m.master_info = $v1_mesos.decodeMasterInfo(r, r.open(end), m.master_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface Event_Offers extends Message {
  offers?: $v1_mesos.Offer[] | undefined;
}
export const Event_Offers: MessageType<Event_Offers> = messageType(
  "mesos.v1.scheduler.Event.Offers",
  () => [
    ["offers", 1, "repeated", $v1_mesos.Offer],
  ],
  encodeEvent_Offers,
  decodeEvent_Offers,
);
export function encodeEvent_Offers(m: Event_Offers, w: Writer): void {
  if (m.offers !== undefined) for (const v of m.offers) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOffer(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Offers(r: Reader, end: number, m: Event_Offers = {} as Event_Offers): Event_Offers {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOffer(r, r.open(end)); (m.offers ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_InverseOffers extends Message {
  inverse_offers?: $v1_mesos.InverseOffer[] | undefined;
}
export const Event_InverseOffers: MessageType<Event_InverseOffers> = messageType(
  "mesos.v1.scheduler.Event.InverseOffers",
  () => [
    ["inverse_offers", 1, "repeated", $v1_mesos.InverseOffer],
  ],
  encodeEvent_InverseOffers,
  decodeEvent_InverseOffers,
);
export function encodeEvent_InverseOffers(m: Event_InverseOffers, w: Writer): void {
  if (m.inverse_offers !== undefined) for (const v of m.inverse_offers) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeInverseOffer(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_InverseOffers(r: Reader, end: number, m: Event_InverseOffers = {} as Event_InverseOffers): Event_InverseOffers {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeInverseOffer(r, r.open(end)); (m.inverse_offers ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_Rescind extends Message {
  offer_id: $v1_mesos.OfferID;
}
export const Event_Rescind: MessageType<Event_Rescind> = messageType(
  "mesos.v1.scheduler.Event.Rescind",
  () => [
    ["offer_id", 1, "required", $v1_mesos.OfferID],
  ],
  encodeEvent_Rescind,
  decodeEvent_Rescind,
);
export function encodeEvent_Rescind(m: Event_Rescind, w: Writer): void {
  if (m.offer_id !== undefined) { const v = m.offer_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Rescind(r: Reader, end: number, m: Event_Rescind = {} as Event_Rescind): Event_Rescind {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.offer_id = $v1_mesos.decodeOfferID(r, r.open(end), m.offer_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.offer_id === undefined) r.incomplete = true;
  return m;
}

export interface Event_RescindInverseOffer extends Message {
  inverse_offer_id: $v1_mesos.OfferID;
}
export const Event_RescindInverseOffer: MessageType<Event_RescindInverseOffer> = messageType(
  "mesos.v1.scheduler.Event.RescindInverseOffer",
  () => [
    ["inverse_offer_id", 1, "required", $v1_mesos.OfferID],
  ],
  encodeEvent_RescindInverseOffer,
  decodeEvent_RescindInverseOffer,
);
export function encodeEvent_RescindInverseOffer(m: Event_RescindInverseOffer, w: Writer): void {
  if (m.inverse_offer_id !== undefined) { const v = m.inverse_offer_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_RescindInverseOffer(r: Reader, end: number, m: Event_RescindInverseOffer = {} as Event_RescindInverseOffer): Event_RescindInverseOffer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.inverse_offer_id = $v1_mesos.decodeOfferID(r, r.open(end), m.inverse_offer_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.inverse_offer_id === undefined) r.incomplete = true;
  return m;
}

export interface Event_Update extends Message {
  status: $v1_mesos.TaskStatus;
}
export const Event_Update: MessageType<Event_Update> = messageType(
  "mesos.v1.scheduler.Event.Update",
  () => [
    ["status", 1, "required", $v1_mesos.TaskStatus],
  ],
  encodeEvent_Update,
  decodeEvent_Update,
);
export function encodeEvent_Update(m: Event_Update, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Update(r: Reader, end: number, m: Event_Update = {} as Event_Update): Event_Update {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.status = $v1_mesos.decodeTaskStatus(r, r.open(end), m.status); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined) r.incomplete = true;
  return m;
}

export interface Event_UpdateOperationStatus extends Message {
  status: $v1_mesos.OperationStatus;
}
export const Event_UpdateOperationStatus: MessageType<Event_UpdateOperationStatus> = messageType(
  "mesos.v1.scheduler.Event.UpdateOperationStatus",
  () => [
    ["status", 1, "required", $v1_mesos.OperationStatus],
  ],
  encodeEvent_UpdateOperationStatus,
  decodeEvent_UpdateOperationStatus,
);
export function encodeEvent_UpdateOperationStatus(m: Event_UpdateOperationStatus, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperationStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_UpdateOperationStatus(r: Reader, end: number, m: Event_UpdateOperationStatus = {} as Event_UpdateOperationStatus): Event_UpdateOperationStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.status = $v1_mesos.decodeOperationStatus(r, r.open(end), m.status); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined) r.incomplete = true;
  return m;
}

export interface Event_Message extends Message {
  agent_id: $v1_mesos.AgentID;
  executor_id: $v1_mesos.ExecutorID;
  data: Uint8Array;
}
export const Event_Message: MessageType<Event_Message> = messageType(
  "mesos.v1.scheduler.Event.Message",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["executor_id", 2, "required", $v1_mesos.ExecutorID],
    ["data", 3, "required", "bytes"],
  ],
  encodeEvent_Message,
  decodeEvent_Message,
);
export function encodeEvent_Message(m: Event_Message, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.data !== undefined) { const v = m.data; w.uint32(26); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Message(r: Reader, end: number, m: Event_Message = {} as Event_Message): Event_Message {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 26: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.executor_id === undefined || m.data === undefined) r.incomplete = true;
  return m;
}

export interface Event_Failure extends Message {
  agent_id?: $v1_mesos.AgentID | undefined;
  executor_id?: $v1_mesos.ExecutorID | undefined;
  status?: number | undefined;
}
export const Event_Failure: MessageType<Event_Failure> = messageType(
  "mesos.v1.scheduler.Event.Failure",
  () => [
    ["agent_id", 1, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["executor_id", 2, "optional", $v1_mesos.ExecutorID],
    ["status", 3, "optional", "int32"],
  ],
  encodeEvent_Failure,
  decodeEvent_Failure,
);
export function encodeEvent_Failure(m: Event_Failure, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.status !== undefined) { const v = m.status; w.uint32(24); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Failure(r: Reader, end: number, m: Event_Failure = {} as Event_Failure): Event_Failure {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 24: m.status = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_Error extends Message {
  message: string;
}
export const Event_Error: MessageType<Event_Error> = messageType(
  "mesos.v1.scheduler.Event.Error",
  () => [
    ["message", 1, "required", "string"],
  ],
  encodeEvent_Error,
  decodeEvent_Error,
);
export function encodeEvent_Error(m: Event_Error, w: Writer): void {
  if (m.message !== undefined) { const v = m.message; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Error(r: Reader, end: number, m: Event_Error = {} as Event_Error): Event_Error {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.message = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.message === undefined) r.incomplete = true;
  return m;
}

export type Event_Type = "UNKNOWN" | "SUBSCRIBED" | "OFFERS" | "INVERSE_OFFERS" | "RESCIND" | "RESCIND_INVERSE_OFFER" | "UPDATE" | "UPDATE_OPERATION_STATUS" | "MESSAGE" | "FAILURE" | "ERROR" | "HEARTBEAT";
export const Event_Type: EnumType = enumType("mesos.v1.scheduler.Event.Type", { UNKNOWN: 0, SUBSCRIBED: 1, OFFERS: 2, INVERSE_OFFERS: 9, RESCIND: 3, RESCIND_INVERSE_OFFER: 10, UPDATE: 4, UPDATE_OPERATION_STATUS: 11, MESSAGE: 5, FAILURE: 6, ERROR: 7, HEARTBEAT: 8 }, {  });

export interface Response extends Message {
  type?: Response_Type | undefined;
  reconcile_operations?: Response_ReconcileOperations | undefined;
}
export const Response: MessageType<Response> = messageType(
  "mesos.v1.scheduler.Response",
  () => [
    ["type", 1, "optional", Response_Type],
    ["reconcile_operations", 2, "optional", Response_ReconcileOperations, { deprecated: true }],
  ],
  encodeResponse,
  decodeResponse,
);
export function encodeResponse(m: Response, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Response_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.reconcile_operations !== undefined) { const v = m.reconcile_operations; w.uint32(18); { const b = w.open(); encodeResponse_ReconcileOperations(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse(r: Reader, end: number, m: Response = {} as Response): Response {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Response_Type.names.get(r.int32()) as Response_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.reconcile_operations = decodeResponse_ReconcileOperations(r, r.open(end), m.reconcile_operations); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_ReconcileOperations extends Message {
  operation_statuses?: $v1_mesos.OperationStatus[] | undefined;
}
export const Response_ReconcileOperations: MessageType<Response_ReconcileOperations> = messageType(
  "mesos.v1.scheduler.Response.ReconcileOperations",
  () => [
    ["operation_statuses", 1, "repeated", $v1_mesos.OperationStatus, { deprecated: true }],
  ],
  encodeResponse_ReconcileOperations,
  decodeResponse_ReconcileOperations,
);
export function encodeResponse_ReconcileOperations(m: Response_ReconcileOperations, w: Writer): void {
  if (m.operation_statuses !== undefined) for (const v of m.operation_statuses) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperationStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_ReconcileOperations(r: Reader, end: number, m: Response_ReconcileOperations = {} as Response_ReconcileOperations): Response_ReconcileOperations {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOperationStatus(r, r.open(end)); (m.operation_statuses ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Response_Type = "UNKNOWN" | "RECONCILE_OPERATIONS";
export const Response_Type: EnumType = enumType("mesos.v1.scheduler.Response.Type", { UNKNOWN: 0, RECONCILE_OPERATIONS: 1 }, {  });

export interface AttributeConstraint extends Message {
  selector: AttributeConstraint_Selector;
  predicate: AttributeConstraint_Predicate;
}
export const AttributeConstraint: MessageType<AttributeConstraint> = messageType(
  "mesos.v1.scheduler.AttributeConstraint",
  () => [
    ["selector", 1, "required", AttributeConstraint_Selector],
    ["predicate", 2, "required", AttributeConstraint_Predicate],
  ],
  encodeAttributeConstraint,
  decodeAttributeConstraint,
);
export function encodeAttributeConstraint(m: AttributeConstraint, w: Writer): void {
  if (m.selector !== undefined) { const v = m.selector; w.uint32(10); { const b = w.open(); encodeAttributeConstraint_Selector(v, w); w.close(b); } }
  if (m.predicate !== undefined) { const v = m.predicate; w.uint32(18); { const b = w.open(); encodeAttributeConstraint_Predicate(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint(r: Reader, end: number, m: AttributeConstraint = {} as AttributeConstraint): AttributeConstraint {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.selector = decodeAttributeConstraint_Selector(r, r.open(end), m.selector); break;
      case 18: m.predicate = decodeAttributeConstraint_Predicate(r, r.open(end), m.predicate); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.selector === undefined || m.predicate === undefined) r.incomplete = true;
  return m;
}

export interface AttributeConstraint_Selector extends Message {
  pseudoattribute_type?: AttributeConstraint_Selector_PseudoattributeType | undefined;
  attribute_name?: string | undefined;
}
export const AttributeConstraint_Selector: MessageType<AttributeConstraint_Selector> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Selector",
  () => [
    ["pseudoattribute_type", 1, "optional", AttributeConstraint_Selector_PseudoattributeType],
    ["attribute_name", 2, "optional", "string"],
  ],
  encodeAttributeConstraint_Selector,
  decodeAttributeConstraint_Selector,
);
export function encodeAttributeConstraint_Selector(m: AttributeConstraint_Selector, w: Writer): void {
  if (m.pseudoattribute_type !== undefined) { const v = m.pseudoattribute_type; { const n = AttributeConstraint_Selector_PseudoattributeType.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.attribute_name !== undefined) { const v = m.attribute_name; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Selector(r: Reader, end: number, m: AttributeConstraint_Selector = {} as AttributeConstraint_Selector): AttributeConstraint_Selector {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = AttributeConstraint_Selector_PseudoattributeType.names.get(r.int32()) as AttributeConstraint_Selector_PseudoattributeType | undefined; if (v === undefined) r.keep(m, start); else m.pseudoattribute_type = v; break; }
      case 18: m.attribute_name = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type AttributeConstraint_Selector_PseudoattributeType = "UNKNOWN" | "HOSTNAME" | "REGION" | "ZONE";
export const AttributeConstraint_Selector_PseudoattributeType: EnumType = enumType("mesos.v1.scheduler.AttributeConstraint.Selector.PseudoattributeType", { UNKNOWN: 0, HOSTNAME: 1, REGION: 2, ZONE: 3 }, {  });

export interface AttributeConstraint_Predicate extends Message {
  exists?: AttributeConstraint_Predicate_Exists | undefined;
  not_exists?: AttributeConstraint_Predicate_NotExists | undefined;
  text_equals?: AttributeConstraint_Predicate_TextEquals | undefined;
  text_not_equals?: AttributeConstraint_Predicate_TextNotEquals | undefined;
  text_matches?: AttributeConstraint_Predicate_TextMatches | undefined;
  text_not_matches?: AttributeConstraint_Predicate_TextNotMatches | undefined;
}
export const AttributeConstraint_Predicate: MessageType<AttributeConstraint_Predicate> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Predicate",
  () => [
    ["exists", 1, "optional", AttributeConstraint_Predicate_Exists],
    ["not_exists", 2, "optional", AttributeConstraint_Predicate_NotExists],
    ["text_equals", 3, "optional", AttributeConstraint_Predicate_TextEquals],
    ["text_not_equals", 4, "optional", AttributeConstraint_Predicate_TextNotEquals],
    ["text_matches", 5, "optional", AttributeConstraint_Predicate_TextMatches],
    ["text_not_matches", 6, "optional", AttributeConstraint_Predicate_TextNotMatches],
  ],
  encodeAttributeConstraint_Predicate,
  decodeAttributeConstraint_Predicate,
);
export function encodeAttributeConstraint_Predicate(m: AttributeConstraint_Predicate, w: Writer): void {
  if (m.exists !== undefined) { const v = m.exists; w.uint32(10); { const b = w.open(); encodeAttributeConstraint_Predicate_Exists(v, w); w.close(b); } }
  if (m.not_exists !== undefined) { const v = m.not_exists; w.uint32(18); { const b = w.open(); encodeAttributeConstraint_Predicate_NotExists(v, w); w.close(b); } }
  if (m.text_equals !== undefined) { const v = m.text_equals; w.uint32(26); { const b = w.open(); encodeAttributeConstraint_Predicate_TextEquals(v, w); w.close(b); } }
  if (m.text_not_equals !== undefined) { const v = m.text_not_equals; w.uint32(34); { const b = w.open(); encodeAttributeConstraint_Predicate_TextNotEquals(v, w); w.close(b); } }
  if (m.text_matches !== undefined) { const v = m.text_matches; w.uint32(42); { const b = w.open(); encodeAttributeConstraint_Predicate_TextMatches(v, w); w.close(b); } }
  if (m.text_not_matches !== undefined) { const v = m.text_not_matches; w.uint32(50); { const b = w.open(); encodeAttributeConstraint_Predicate_TextNotMatches(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Predicate(r: Reader, end: number, m: AttributeConstraint_Predicate = {} as AttributeConstraint_Predicate): AttributeConstraint_Predicate {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.exists = decodeAttributeConstraint_Predicate_Exists(r, r.open(end), m.exists); break;
      case 18: m.not_exists = decodeAttributeConstraint_Predicate_NotExists(r, r.open(end), m.not_exists); break;
      case 26: m.text_equals = decodeAttributeConstraint_Predicate_TextEquals(r, r.open(end), m.text_equals); break;
      case 34: m.text_not_equals = decodeAttributeConstraint_Predicate_TextNotEquals(r, r.open(end), m.text_not_equals); break;
      case 42: m.text_matches = decodeAttributeConstraint_Predicate_TextMatches(r, r.open(end), m.text_matches); break;
      case 50: m.text_not_matches = decodeAttributeConstraint_Predicate_TextNotMatches(r, r.open(end), m.text_not_matches); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface AttributeConstraint_Predicate_Exists extends Message {
}
export const AttributeConstraint_Predicate_Exists: MessageType<AttributeConstraint_Predicate_Exists> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Predicate.Exists",
  () => [
  ],
  encodeAttributeConstraint_Predicate_Exists,
  decodeAttributeConstraint_Predicate_Exists,
);
export function encodeAttributeConstraint_Predicate_Exists(m: AttributeConstraint_Predicate_Exists, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Predicate_Exists(r: Reader, end: number, m: AttributeConstraint_Predicate_Exists = {} as AttributeConstraint_Predicate_Exists): AttributeConstraint_Predicate_Exists {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface AttributeConstraint_Predicate_NotExists extends Message {
}
export const AttributeConstraint_Predicate_NotExists: MessageType<AttributeConstraint_Predicate_NotExists> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Predicate.NotExists",
  () => [
  ],
  encodeAttributeConstraint_Predicate_NotExists,
  decodeAttributeConstraint_Predicate_NotExists,
);
export function encodeAttributeConstraint_Predicate_NotExists(m: AttributeConstraint_Predicate_NotExists, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Predicate_NotExists(r: Reader, end: number, m: AttributeConstraint_Predicate_NotExists = {} as AttributeConstraint_Predicate_NotExists): AttributeConstraint_Predicate_NotExists {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface AttributeConstraint_Predicate_TextEquals extends Message {
  value: string;
}
export const AttributeConstraint_Predicate_TextEquals: MessageType<AttributeConstraint_Predicate_TextEquals> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Predicate.TextEquals",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeAttributeConstraint_Predicate_TextEquals,
  decodeAttributeConstraint_Predicate_TextEquals,
);
export function encodeAttributeConstraint_Predicate_TextEquals(m: AttributeConstraint_Predicate_TextEquals, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Predicate_TextEquals(r: Reader, end: number, m: AttributeConstraint_Predicate_TextEquals = {} as AttributeConstraint_Predicate_TextEquals): AttributeConstraint_Predicate_TextEquals {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface AttributeConstraint_Predicate_TextNotEquals extends Message {
  value: string;
}
export const AttributeConstraint_Predicate_TextNotEquals: MessageType<AttributeConstraint_Predicate_TextNotEquals> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotEquals",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeAttributeConstraint_Predicate_TextNotEquals,
  decodeAttributeConstraint_Predicate_TextNotEquals,
);
export function encodeAttributeConstraint_Predicate_TextNotEquals(m: AttributeConstraint_Predicate_TextNotEquals, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Predicate_TextNotEquals(r: Reader, end: number, m: AttributeConstraint_Predicate_TextNotEquals = {} as AttributeConstraint_Predicate_TextNotEquals): AttributeConstraint_Predicate_TextNotEquals {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface AttributeConstraint_Predicate_TextMatches extends Message {
  regex: string;
}
export const AttributeConstraint_Predicate_TextMatches: MessageType<AttributeConstraint_Predicate_TextMatches> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Predicate.TextMatches",
  () => [
    ["regex", 1, "required", "string"],
  ],
  encodeAttributeConstraint_Predicate_TextMatches,
  decodeAttributeConstraint_Predicate_TextMatches,
);
export function encodeAttributeConstraint_Predicate_TextMatches(m: AttributeConstraint_Predicate_TextMatches, w: Writer): void {
  if (m.regex !== undefined) { const v = m.regex; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Predicate_TextMatches(r: Reader, end: number, m: AttributeConstraint_Predicate_TextMatches = {} as AttributeConstraint_Predicate_TextMatches): AttributeConstraint_Predicate_TextMatches {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.regex = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.regex === undefined) r.incomplete = true;
  return m;
}

export interface AttributeConstraint_Predicate_TextNotMatches extends Message {
  regex: string;
}
export const AttributeConstraint_Predicate_TextNotMatches: MessageType<AttributeConstraint_Predicate_TextNotMatches> = messageType(
  "mesos.v1.scheduler.AttributeConstraint.Predicate.TextNotMatches",
  () => [
    ["regex", 1, "required", "string"],
  ],
  encodeAttributeConstraint_Predicate_TextNotMatches,
  decodeAttributeConstraint_Predicate_TextNotMatches,
);
export function encodeAttributeConstraint_Predicate_TextNotMatches(m: AttributeConstraint_Predicate_TextNotMatches, w: Writer): void {
  if (m.regex !== undefined) { const v = m.regex; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttributeConstraint_Predicate_TextNotMatches(r: Reader, end: number, m: AttributeConstraint_Predicate_TextNotMatches = {} as AttributeConstraint_Predicate_TextNotMatches): AttributeConstraint_Predicate_TextNotMatches {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.regex = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.regex === undefined) r.incomplete = true;
  return m;
}

export interface OfferConstraints extends Message {
  role_constraints?: Record<string, OfferConstraints_RoleConstraints> | undefined;
}
export const OfferConstraints: MessageType<OfferConstraints> = messageType(
  "mesos.v1.scheduler.OfferConstraints",
  () => [
    ["role_constraints", 1, "map", OfferConstraints_RoleConstraints],
  ],
  encodeOfferConstraints,
  decodeOfferConstraints,
);
export function encodeOfferConstraints(m: OfferConstraints, w: Writer): void {
  if (m.role_constraints !== undefined) for (const [k, v] of Object.entries(m.role_constraints)) { w.uint32(10); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeOfferConstraints_RoleConstraints(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOfferConstraints(r: Reader, end: number, m: OfferConstraints = {} as OfferConstraints): OfferConstraints {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const e = r.open(end); let k = ""; let v: OfferConstraints_RoleConstraints | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeOfferConstraints_RoleConstraints(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.role_constraints ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface OfferConstraints_RoleConstraints extends Message {
  groups?: OfferConstraints_RoleConstraints_Group[] | undefined;
}
export const OfferConstraints_RoleConstraints: MessageType<OfferConstraints_RoleConstraints> = messageType(
  "mesos.v1.scheduler.OfferConstraints.RoleConstraints",
  () => [
    ["groups", 1, "repeated", OfferConstraints_RoleConstraints_Group],
  ],
  encodeOfferConstraints_RoleConstraints,
  decodeOfferConstraints_RoleConstraints,
);
export function encodeOfferConstraints_RoleConstraints(m: OfferConstraints_RoleConstraints, w: Writer): void {
  if (m.groups !== undefined) for (const v of m.groups) { w.uint32(10); { const b = w.open(); encodeOfferConstraints_RoleConstraints_Group(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOfferConstraints_RoleConstraints(r: Reader, end: number, m: OfferConstraints_RoleConstraints = {} as OfferConstraints_RoleConstraints): OfferConstraints_RoleConstraints {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeOfferConstraints_RoleConstraints_Group(r, r.open(end)); (m.groups ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface OfferConstraints_RoleConstraints_Group extends Message {
  attribute_constraints?: AttributeConstraint[] | undefined;
}
export const OfferConstraints_RoleConstraints_Group: MessageType<OfferConstraints_RoleConstraints_Group> = messageType(
  "mesos.v1.scheduler.OfferConstraints.RoleConstraints.Group",
  () => [
    ["attribute_constraints", 1, "repeated", AttributeConstraint],
  ],
  encodeOfferConstraints_RoleConstraints_Group,
  decodeOfferConstraints_RoleConstraints_Group,
);
export function encodeOfferConstraints_RoleConstraints_Group(m: OfferConstraints_RoleConstraints_Group, w: Writer): void {
  if (m.attribute_constraints !== undefined) for (const v of m.attribute_constraints) { w.uint32(10); { const b = w.open(); encodeAttributeConstraint(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOfferConstraints_RoleConstraints_Group(r: Reader, end: number, m: OfferConstraints_RoleConstraints_Group = {} as OfferConstraints_RoleConstraints_Group): OfferConstraints_RoleConstraints_Group {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeAttributeConstraint(r, r.open(end)); (m.attribute_constraints ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  type?: Call_Type | undefined;
  subscribe?: Call_Subscribe | undefined;
  accept?: Call_Accept | undefined;
  decline?: Call_Decline | undefined;
  accept_inverse_offers?: Call_AcceptInverseOffers | undefined;
  decline_inverse_offers?: Call_DeclineInverseOffers | undefined;
  revive?: Call_Revive | undefined;
  kill?: Call_Kill | undefined;
  shutdown?: Call_Shutdown | undefined;
  acknowledge?: Call_Acknowledge | undefined;
  acknowledge_operation_status?: Call_AcknowledgeOperationStatus | undefined;
  reconcile?: Call_Reconcile | undefined;
  reconcile_operations?: Call_ReconcileOperations | undefined;
  message?: Call_Message | undefined;
  request?: Call_Request | undefined;
  suppress?: Call_Suppress | undefined;
  update_framework?: Call_UpdateFramework | undefined;
}
export const Call: MessageType<Call> = messageType(
  "mesos.v1.scheduler.Call",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["type", 2, "optional", Call_Type],
    ["subscribe", 3, "optional", Call_Subscribe],
    ["accept", 4, "optional", Call_Accept],
    ["decline", 5, "optional", Call_Decline],
    ["accept_inverse_offers", 13, "optional", Call_AcceptInverseOffers],
    ["decline_inverse_offers", 14, "optional", Call_DeclineInverseOffers],
    ["revive", 15, "optional", Call_Revive],
    ["kill", 6, "optional", Call_Kill],
    ["shutdown", 7, "optional", Call_Shutdown],
    ["acknowledge", 8, "optional", Call_Acknowledge],
    ["acknowledge_operation_status", 17, "optional", Call_AcknowledgeOperationStatus],
    ["reconcile", 9, "optional", Call_Reconcile],
    ["reconcile_operations", 18, "optional", Call_ReconcileOperations],
    ["message", 10, "optional", Call_Message],
    ["request", 11, "optional", Call_Request],
    ["suppress", 16, "optional", Call_Suppress],
    ["update_framework", 19, "optional", Call_UpdateFramework],
  ],
  encodeCall,
  decodeCall,
);
export function encodeCall(m: Call, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; { const n = Call_Type.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.subscribe !== undefined) { const v = m.subscribe; w.uint32(26); { const b = w.open(); encodeCall_Subscribe(v, w); w.close(b); } }
  if (m.accept !== undefined) { const v = m.accept; w.uint32(34); { const b = w.open(); encodeCall_Accept(v, w); w.close(b); } }
  if (m.decline !== undefined) { const v = m.decline; w.uint32(42); { const b = w.open(); encodeCall_Decline(v, w); w.close(b); } }
  if (m.kill !== undefined) { const v = m.kill; w.uint32(50); { const b = w.open(); encodeCall_Kill(v, w); w.close(b); } }
  if (m.shutdown !== undefined) { const v = m.shutdown; w.uint32(58); { const b = w.open(); encodeCall_Shutdown(v, w); w.close(b); } }
  if (m.acknowledge !== undefined) { const v = m.acknowledge; w.uint32(66); { const b = w.open(); encodeCall_Acknowledge(v, w); w.close(b); } }
  if (m.reconcile !== undefined) { const v = m.reconcile; w.uint32(74); { const b = w.open(); encodeCall_Reconcile(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(82); { const b = w.open(); encodeCall_Message(v, w); w.close(b); } }
  if (m.request !== undefined) { const v = m.request; w.uint32(90); { const b = w.open(); encodeCall_Request(v, w); w.close(b); } }
  if (m.accept_inverse_offers !== undefined) { const v = m.accept_inverse_offers; w.uint32(106); { const b = w.open(); encodeCall_AcceptInverseOffers(v, w); w.close(b); } }
  if (m.decline_inverse_offers !== undefined) { const v = m.decline_inverse_offers; w.uint32(114); { const b = w.open(); encodeCall_DeclineInverseOffers(v, w); w.close(b); } }
  if (m.revive !== undefined) { const v = m.revive; w.uint32(122); { const b = w.open(); encodeCall_Revive(v, w); w.close(b); } }
  if (m.suppress !== undefined) { const v = m.suppress; w.uint32(130); { const b = w.open(); encodeCall_Suppress(v, w); w.close(b); } }
  if (m.acknowledge_operation_status !== undefined) { const v = m.acknowledge_operation_status; w.uint32(138); { const b = w.open(); encodeCall_AcknowledgeOperationStatus(v, w); w.close(b); } }
  if (m.reconcile_operations !== undefined) { const v = m.reconcile_operations; w.uint32(146); { const b = w.open(); encodeCall_ReconcileOperations(v, w); w.close(b); } }
  if (m.update_framework !== undefined) { const v = m.update_framework; w.uint32(154); { const b = w.open(); encodeCall_UpdateFramework(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall(r: Reader, end: number, m: Call = {} as Call): Call {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 16: { const v = Call_Type.names.get(r.int32()) as Call_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 26: m.subscribe = decodeCall_Subscribe(r, r.open(end), m.subscribe); break;
      case 34: m.accept = decodeCall_Accept(r, r.open(end), m.accept); break;
      case 42: m.decline = decodeCall_Decline(r, r.open(end), m.decline); break;
      case 106: m.accept_inverse_offers = decodeCall_AcceptInverseOffers(r, r.open(end), m.accept_inverse_offers); break;
      case 114: m.decline_inverse_offers = decodeCall_DeclineInverseOffers(r, r.open(end), m.decline_inverse_offers); break;
      case 122: m.revive = decodeCall_Revive(r, r.open(end), m.revive); break;
      case 50: m.kill = decodeCall_Kill(r, r.open(end), m.kill); break;
      case 58: m.shutdown = decodeCall_Shutdown(r, r.open(end), m.shutdown); break;
      case 66: m.acknowledge = decodeCall_Acknowledge(r, r.open(end), m.acknowledge); break;
      case 138: m.acknowledge_operation_status = decodeCall_AcknowledgeOperationStatus(r, r.open(end), m.acknowledge_operation_status); break;
      case 74: m.reconcile = decodeCall_Reconcile(r, r.open(end), m.reconcile); break;
      case 146: m.reconcile_operations = decodeCall_ReconcileOperations(r, r.open(end), m.reconcile_operations); break;
      case 82: m.message = decodeCall_Message(r, r.open(end), m.message); break;
      case 90: m.request = decodeCall_Request(r, r.open(end), m.request); break;
      case 130: m.suppress = decodeCall_Suppress(r, r.open(end), m.suppress); break;
      case 154: m.update_framework = decodeCall_UpdateFramework(r, r.open(end), m.update_framework); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Subscribe extends Message {
  framework_info: $v1_mesos.FrameworkInfo;
  suppressed_roles?: string[] | undefined;
  offer_constraints?: OfferConstraints | undefined;
}
export const Call_Subscribe: MessageType<Call_Subscribe> = messageType(
  "mesos.v1.scheduler.Call.Subscribe",
  () => [
    ["framework_info", 1, "required", $v1_mesos.FrameworkInfo],
    ["suppressed_roles", 2, "repeated", "string", { v0: "force" }],
    ["offer_constraints", 3, "optional", OfferConstraints, { v0: "suppressed_roles" }],
  ],
  encodeCall_Subscribe,
  decodeCall_Subscribe,
);
export function encodeCall_Subscribe(m: Call_Subscribe, w: Writer): void {
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.suppressed_roles !== undefined) for (const v of m.suppressed_roles) { w.uint32(18); w.string(v); }
  if (m.offer_constraints !== undefined) { const v = m.offer_constraints; w.uint32(26); { const b = w.open(); encodeOfferConstraints(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Subscribe(r: Reader, end: number, m: Call_Subscribe = {} as Call_Subscribe): Call_Subscribe {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 18: (m.suppressed_roles ??= []).push(r.string()); break;
      case 26: m.offer_constraints = decodeOfferConstraints(r, r.open(end), m.offer_constraints); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_info === undefined) r.incomplete = true;
  return m;
}

export interface Call_Accept extends Message {
  offer_ids?: $v1_mesos.OfferID[] | undefined;
  operations?: $v1_mesos.Offer_Operation[] | undefined;
  filters?: $v1_mesos.Filters | undefined;
}
export const Call_Accept: MessageType<Call_Accept> = messageType(
  "mesos.v1.scheduler.Call.Accept",
  () => [
    ["offer_ids", 1, "repeated", $v1_mesos.OfferID],
    ["operations", 2, "repeated", $v1_mesos.Offer_Operation],
    ["filters", 3, "optional", $v1_mesos.Filters],
  ],
  encodeCall_Accept,
  decodeCall_Accept,
);
export function encodeCall_Accept(m: Call_Accept, w: Writer): void {
  if (m.offer_ids !== undefined) for (const v of m.offer_ids) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeOffer_Operation(v, w); w.close(b); } }
  if (m.filters !== undefined) { const v = m.filters; w.uint32(26); { const b = w.open(); $v1_mesos.encodeFilters(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Accept(r: Reader, end: number, m: Call_Accept = {} as Call_Accept): Call_Accept {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOfferID(r, r.open(end)); (m.offer_ids ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeOffer_Operation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      case 26: m.filters = $v1_mesos.decodeFilters(r, r.open(end), m.filters); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Decline extends Message {
  offer_ids?: $v1_mesos.OfferID[] | undefined;
  filters?: $v1_mesos.Filters | undefined;
}
export const Call_Decline: MessageType<Call_Decline> = messageType(
  "mesos.v1.scheduler.Call.Decline",
  () => [
    ["offer_ids", 1, "repeated", $v1_mesos.OfferID],
    ["filters", 2, "optional", $v1_mesos.Filters],
  ],
  encodeCall_Decline,
  decodeCall_Decline,
);
export function encodeCall_Decline(m: Call_Decline, w: Writer): void {
  if (m.offer_ids !== undefined) for (const v of m.offer_ids) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.filters !== undefined) { const v = m.filters; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFilters(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Decline(r: Reader, end: number, m: Call_Decline = {} as Call_Decline): Call_Decline {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOfferID(r, r.open(end)); (m.offer_ids ??= []).push(v); break; }
      case 18: m.filters = $v1_mesos.decodeFilters(r, r.open(end), m.filters); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_AcceptInverseOffers extends Message {
  inverse_offer_ids?: $v1_mesos.OfferID[] | undefined;
  filters?: $v1_mesos.Filters | undefined;
}
export const Call_AcceptInverseOffers: MessageType<Call_AcceptInverseOffers> = messageType(
  "mesos.v1.scheduler.Call.AcceptInverseOffers",
  () => [
    ["inverse_offer_ids", 1, "repeated", $v1_mesos.OfferID],
    ["filters", 2, "optional", $v1_mesos.Filters],
  ],
  encodeCall_AcceptInverseOffers,
  decodeCall_AcceptInverseOffers,
);
export function encodeCall_AcceptInverseOffers(m: Call_AcceptInverseOffers, w: Writer): void {
  if (m.inverse_offer_ids !== undefined) for (const v of m.inverse_offer_ids) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.filters !== undefined) { const v = m.filters; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFilters(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_AcceptInverseOffers(r: Reader, end: number, m: Call_AcceptInverseOffers = {} as Call_AcceptInverseOffers): Call_AcceptInverseOffers {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOfferID(r, r.open(end)); (m.inverse_offer_ids ??= []).push(v); break; }
      case 18: m.filters = $v1_mesos.decodeFilters(r, r.open(end), m.filters); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_DeclineInverseOffers extends Message {
  inverse_offer_ids?: $v1_mesos.OfferID[] | undefined;
  filters?: $v1_mesos.Filters | undefined;
}
export const Call_DeclineInverseOffers: MessageType<Call_DeclineInverseOffers> = messageType(
  "mesos.v1.scheduler.Call.DeclineInverseOffers",
  () => [
    ["inverse_offer_ids", 1, "repeated", $v1_mesos.OfferID],
    ["filters", 2, "optional", $v1_mesos.Filters],
  ],
  encodeCall_DeclineInverseOffers,
  decodeCall_DeclineInverseOffers,
);
export function encodeCall_DeclineInverseOffers(m: Call_DeclineInverseOffers, w: Writer): void {
  if (m.inverse_offer_ids !== undefined) for (const v of m.inverse_offer_ids) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.filters !== undefined) { const v = m.filters; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFilters(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_DeclineInverseOffers(r: Reader, end: number, m: Call_DeclineInverseOffers = {} as Call_DeclineInverseOffers): Call_DeclineInverseOffers {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOfferID(r, r.open(end)); (m.inverse_offer_ids ??= []).push(v); break; }
      case 18: m.filters = $v1_mesos.decodeFilters(r, r.open(end), m.filters); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Revive extends Message {
  roles?: string[] | undefined;
}
export const Call_Revive: MessageType<Call_Revive> = messageType(
  "mesos.v1.scheduler.Call.Revive",
  () => [
    ["roles", 1, "repeated", "string"],
  ],
  encodeCall_Revive,
  decodeCall_Revive,
);
export function encodeCall_Revive(m: Call_Revive, w: Writer): void {
  if (m.roles !== undefined) for (const v of m.roles) { w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Revive(r: Reader, end: number, m: Call_Revive = {} as Call_Revive): Call_Revive {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.roles ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Kill extends Message {
  task_id: $v1_mesos.TaskID;
  agent_id?: $v1_mesos.AgentID | undefined;
  kill_policy?: $v1_mesos.KillPolicy | undefined;
}
export const Call_Kill: MessageType<Call_Kill> = messageType(
  "mesos.v1.scheduler.Call.Kill",
  () => [
    ["task_id", 1, "required", $v1_mesos.TaskID],
    ["agent_id", 2, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["kill_policy", 3, "optional", $v1_mesos.KillPolicy],
  ],
  encodeCall_Kill,
  decodeCall_Kill,
);
export function encodeCall_Kill(m: Call_Kill, w: Writer): void {
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.kill_policy !== undefined) { const v = m.kill_policy; w.uint32(26); { const b = w.open(); $v1_mesos.encodeKillPolicy(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Kill(r: Reader, end: number, m: Call_Kill = {} as Call_Kill): Call_Kill {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 18: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 26: m.kill_policy = $v1_mesos.decodeKillPolicy(r, r.open(end), m.kill_policy); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_Shutdown extends Message {
  executor_id: $v1_mesos.ExecutorID;
  agent_id: $v1_mesos.AgentID;
}
export const Call_Shutdown: MessageType<Call_Shutdown> = messageType(
  "mesos.v1.scheduler.Call.Shutdown",
  () => [
    ["executor_id", 1, "required", $v1_mesos.ExecutorID],
    ["agent_id", 2, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeCall_Shutdown,
  decodeCall_Shutdown,
);
export function encodeCall_Shutdown(m: Call_Shutdown, w: Writer): void {
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Shutdown(r: Reader, end: number, m: Call_Shutdown = {} as Call_Shutdown): Call_Shutdown {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 18: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_id === undefined || m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_Acknowledge extends Message {
  agent_id: $v1_mesos.AgentID;
  task_id: $v1_mesos.TaskID;
  uuid: Uint8Array;
}
export const Call_Acknowledge: MessageType<Call_Acknowledge> = messageType(
  "mesos.v1.scheduler.Call.Acknowledge",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["task_id", 2, "required", $v1_mesos.TaskID],
    ["uuid", 3, "required", "bytes"],
  ],
  encodeCall_Acknowledge,
  decodeCall_Acknowledge,
);
export function encodeCall_Acknowledge(m: Call_Acknowledge, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(26); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Acknowledge(r: Reader, end: number, m: Call_Acknowledge = {} as Call_Acknowledge): Call_Acknowledge {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 26: m.uuid = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.task_id === undefined || m.uuid === undefined) r.incomplete = true;
  return m;
}

export interface Call_AcknowledgeOperationStatus extends Message {
  agent_id?: $v1_mesos.AgentID | undefined;
  resource_provider_id?: $v1_mesos.ResourceProviderID | undefined;
  uuid: Uint8Array;
  operation_id: $v1_mesos.OperationID;
}
export const Call_AcknowledgeOperationStatus: MessageType<Call_AcknowledgeOperationStatus> = messageType(
  "mesos.v1.scheduler.Call.AcknowledgeOperationStatus",
  () => [
    ["agent_id", 1, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["resource_provider_id", 2, "optional", $v1_mesos.ResourceProviderID],
    ["uuid", 3, "required", "bytes"],
    ["operation_id", 4, "required", $v1_mesos.OperationID],
  ],
  encodeCall_AcknowledgeOperationStatus,
  decodeCall_AcknowledgeOperationStatus,
);
export function encodeCall_AcknowledgeOperationStatus(m: Call_AcknowledgeOperationStatus, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(26); w.bytes(v); }
  if (m.operation_id !== undefined) { const v = m.operation_id; w.uint32(34); { const b = w.open(); $v1_mesos.encodeOperationID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_AcknowledgeOperationStatus(r: Reader, end: number, m: Call_AcknowledgeOperationStatus = {} as Call_AcknowledgeOperationStatus): Call_AcknowledgeOperationStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      case 26: m.uuid = r.bytes(); break;
      case 34: m.operation_id = $v1_mesos.decodeOperationID(r, r.open(end), m.operation_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.uuid === undefined || m.operation_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_Reconcile extends Message {
  tasks?: Call_Reconcile_Task[] | undefined;
}
export const Call_Reconcile: MessageType<Call_Reconcile> = messageType(
  "mesos.v1.scheduler.Call.Reconcile",
  () => [
    ["tasks", 1, "repeated", Call_Reconcile_Task],
  ],
  encodeCall_Reconcile,
  decodeCall_Reconcile,
);
export function encodeCall_Reconcile(m: Call_Reconcile, w: Writer): void {
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(10); { const b = w.open(); encodeCall_Reconcile_Task(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Reconcile(r: Reader, end: number, m: Call_Reconcile = {} as Call_Reconcile): Call_Reconcile {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeCall_Reconcile_Task(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Reconcile_Task extends Message {
  task_id: $v1_mesos.TaskID;
  agent_id?: $v1_mesos.AgentID | undefined;
}
export const Call_Reconcile_Task: MessageType<Call_Reconcile_Task> = messageType(
  "mesos.v1.scheduler.Call.Reconcile.Task",
  () => [
    ["task_id", 1, "required", $v1_mesos.TaskID],
    ["agent_id", 2, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeCall_Reconcile_Task,
  decodeCall_Reconcile_Task,
);
export function encodeCall_Reconcile_Task(m: Call_Reconcile_Task, w: Writer): void {
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Reconcile_Task(r: Reader, end: number, m: Call_Reconcile_Task = {} as Call_Reconcile_Task): Call_Reconcile_Task {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 18: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_ReconcileOperations extends Message {
  operations?: Call_ReconcileOperations_Operation[] | undefined;
}
export const Call_ReconcileOperations: MessageType<Call_ReconcileOperations> = messageType(
  "mesos.v1.scheduler.Call.ReconcileOperations",
  () => [
    ["operations", 1, "repeated", Call_ReconcileOperations_Operation],
  ],
  encodeCall_ReconcileOperations,
  decodeCall_ReconcileOperations,
);
export function encodeCall_ReconcileOperations(m: Call_ReconcileOperations, w: Writer): void {
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(10); { const b = w.open(); encodeCall_ReconcileOperations_Operation(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ReconcileOperations(r: Reader, end: number, m: Call_ReconcileOperations = {} as Call_ReconcileOperations): Call_ReconcileOperations {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeCall_ReconcileOperations_Operation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_ReconcileOperations_Operation extends Message {
  operation_id: $v1_mesos.OperationID;
  agent_id?: $v1_mesos.AgentID | undefined;
  resource_provider_id?: $v1_mesos.ResourceProviderID | undefined;
}
export const Call_ReconcileOperations_Operation: MessageType<Call_ReconcileOperations_Operation> = messageType(
  "mesos.v1.scheduler.Call.ReconcileOperations.Operation",
  () => [
    ["operation_id", 1, "required", $v1_mesos.OperationID],
    ["agent_id", 2, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["resource_provider_id", 3, "optional", $v1_mesos.ResourceProviderID],
  ],
  encodeCall_ReconcileOperations_Operation,
  decodeCall_ReconcileOperations_Operation,
);
export function encodeCall_ReconcileOperations_Operation(m: Call_ReconcileOperations_Operation, w: Writer): void {
  if (m.operation_id !== undefined) { const v = m.operation_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperationID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ReconcileOperations_Operation(r: Reader, end: number, m: Call_ReconcileOperations_Operation = {} as Call_ReconcileOperations_Operation): Call_ReconcileOperations_Operation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.operation_id = $v1_mesos.decodeOperationID(r, r.open(end), m.operation_id); break;
      case 18: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 26: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.operation_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_Message extends Message {
  agent_id: $v1_mesos.AgentID;
  executor_id: $v1_mesos.ExecutorID;
  data: Uint8Array;
}
export const Call_Message: MessageType<Call_Message> = messageType(
  "mesos.v1.scheduler.Call.Message",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["executor_id", 2, "required", $v1_mesos.ExecutorID],
    ["data", 3, "required", "bytes"],
  ],
  encodeCall_Message,
  decodeCall_Message,
);
export function encodeCall_Message(m: Call_Message, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.data !== undefined) { const v = m.data; w.uint32(26); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Message(r: Reader, end: number, m: Call_Message = {} as Call_Message): Call_Message {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 26: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.executor_id === undefined || m.data === undefined) r.incomplete = true;
  return m;
}

export interface Call_Request extends Message {
  requests?: $v1_mesos.Request[] | undefined;
}
export const Call_Request: MessageType<Call_Request> = messageType(
  "mesos.v1.scheduler.Call.Request",
  () => [
    ["requests", 1, "repeated", $v1_mesos.Request],
  ],
  encodeCall_Request,
  decodeCall_Request,
);
export function encodeCall_Request(m: Call_Request, w: Writer): void {
  if (m.requests !== undefined) for (const v of m.requests) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeRequest(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Request(r: Reader, end: number, m: Call_Request = {} as Call_Request): Call_Request {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeRequest(r, r.open(end)); (m.requests ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Suppress extends Message {
  roles?: string[] | undefined;
}
export const Call_Suppress: MessageType<Call_Suppress> = messageType(
  "mesos.v1.scheduler.Call.Suppress",
  () => [
    ["roles", 1, "repeated", "string"],
  ],
  encodeCall_Suppress,
  decodeCall_Suppress,
);
export function encodeCall_Suppress(m: Call_Suppress, w: Writer): void {
  if (m.roles !== undefined) for (const v of m.roles) { w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Suppress(r: Reader, end: number, m: Call_Suppress = {} as Call_Suppress): Call_Suppress {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.roles ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_UpdateFramework extends Message {
  framework_info: $v1_mesos.FrameworkInfo;
  suppressed_roles?: string[] | undefined;
  offer_constraints?: OfferConstraints | undefined;
}
export const Call_UpdateFramework: MessageType<Call_UpdateFramework> = messageType(
  "mesos.v1.scheduler.Call.UpdateFramework",
  () => [
    ["framework_info", 1, "required", $v1_mesos.FrameworkInfo],
    ["suppressed_roles", 2, "repeated", "string"],
    ["offer_constraints", 3, "optional", OfferConstraints],
  ],
  encodeCall_UpdateFramework,
  decodeCall_UpdateFramework,
);
export function encodeCall_UpdateFramework(m: Call_UpdateFramework, w: Writer): void {
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.suppressed_roles !== undefined) for (const v of m.suppressed_roles) { w.uint32(18); w.string(v); }
  if (m.offer_constraints !== undefined) { const v = m.offer_constraints; w.uint32(26); { const b = w.open(); encodeOfferConstraints(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdateFramework(r: Reader, end: number, m: Call_UpdateFramework = {} as Call_UpdateFramework): Call_UpdateFramework {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 18: (m.suppressed_roles ??= []).push(r.string()); break;
      case 26: m.offer_constraints = decodeOfferConstraints(r, r.open(end), m.offer_constraints); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_info === undefined) r.incomplete = true;
  return m;
}

export type Call_Type = "UNKNOWN" | "SUBSCRIBE" | "TEARDOWN" | "ACCEPT" | "DECLINE" | "ACCEPT_INVERSE_OFFERS" | "DECLINE_INVERSE_OFFERS" | "REVIVE" | "KILL" | "SHUTDOWN" | "ACKNOWLEDGE" | "ACKNOWLEDGE_OPERATION_STATUS" | "RECONCILE" | "RECONCILE_OPERATIONS" | "MESSAGE" | "REQUEST" | "SUPPRESS" | "UPDATE_FRAMEWORK";
export const Call_Type: EnumType = enumType("mesos.v1.scheduler.Call.Type", { UNKNOWN: 0, SUBSCRIBE: 1, TEARDOWN: 2, ACCEPT: 3, DECLINE: 4, ACCEPT_INVERSE_OFFERS: 13, DECLINE_INVERSE_OFFERS: 14, REVIVE: 5, KILL: 6, SHUTDOWN: 7, ACKNOWLEDGE: 8, ACKNOWLEDGE_OPERATION_STATUS: 15, RECONCILE: 9, RECONCILE_OPERATIONS: 16, MESSAGE: 10, REQUEST: 11, SUPPRESS: 12, UPDATE_FRAMEWORK: 17 }, {  });

export interface APIResult extends Message {
  status_code: number;
  response?: Response | undefined;
  error?: string | undefined;
}
export const APIResult: MessageType<APIResult> = messageType(
  "mesos.v1.scheduler.APIResult",
  () => [
    ["status_code", 1, "required", "uint32"],
    ["response", 2, "optional", Response],
    ["error", 3, "optional", "string"],
  ],
  encodeAPIResult,
  decodeAPIResult,
);
export function encodeAPIResult(m: APIResult, w: Writer): void {
  if (m.status_code !== undefined) { const v = m.status_code; w.uint32(8); w.uint32(v); }
  if (m.response !== undefined) { const v = m.response; w.uint32(18); { const b = w.open(); encodeResponse(v, w); w.close(b); } }
  if (m.error !== undefined) { const v = m.error; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAPIResult(r: Reader, end: number, m: APIResult = {} as APIResult): APIResult {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.status_code = r.uint32(); break;
      case 18: m.response = decodeResponse(r, r.open(end), m.response); break;
      case 26: m.error = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status_code === undefined) r.incomplete = true;
  return m;
}
