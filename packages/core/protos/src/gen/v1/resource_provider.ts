// Generated from schema/v1/resource_provider.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface Event extends Message {
  type?: Event_Type | undefined;
  subscribed?: Event_Subscribed | undefined;
  apply_operation?: Event_ApplyOperation | undefined;
  publish_resources?: Event_PublishResources | undefined;
  acknowledge_operation_status?: Event_AcknowledgeOperationStatus | undefined;
  reconcile_operations?: Event_ReconcileOperations | undefined;
}
export const Event: MessageType<Event> = messageType(
  "mesos.v1.resource_provider.Event",
  () => [
    ["type", 1, "optional", Event_Type],
    ["subscribed", 2, "optional", Event_Subscribed],
    ["apply_operation", 3, "optional", Event_ApplyOperation],
    ["publish_resources", 4, "optional", Event_PublishResources],
    ["acknowledge_operation_status", 5, "optional", Event_AcknowledgeOperationStatus],
    ["reconcile_operations", 6, "optional", Event_ReconcileOperations],
  ],
  encodeEvent,
  decodeEvent,
);
export function encodeEvent(m: Event, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Event_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.subscribed !== undefined) { const v = m.subscribed; w.uint32(18); { const b = w.open(); encodeEvent_Subscribed(v, w); w.close(b); } }
  if (m.apply_operation !== undefined) { const v = m.apply_operation; w.uint32(26); { const b = w.open(); encodeEvent_ApplyOperation(v, w); w.close(b); } }
  if (m.publish_resources !== undefined) { const v = m.publish_resources; w.uint32(34); { const b = w.open(); encodeEvent_PublishResources(v, w); w.close(b); } }
  if (m.acknowledge_operation_status !== undefined) { const v = m.acknowledge_operation_status; w.uint32(42); { const b = w.open(); encodeEvent_AcknowledgeOperationStatus(v, w); w.close(b); } }
  if (m.reconcile_operations !== undefined) { const v = m.reconcile_operations; w.uint32(50); { const b = w.open(); encodeEvent_ReconcileOperations(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent(r: Reader, end: number, m: Event = {} as Event): Event {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Event_Type.names.get(r.int32()) as Event_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, r.open(end), m.subscribed); break;
      case 26: m.apply_operation = decodeEvent_ApplyOperation(r, r.open(end), m.apply_operation); break;
      case 34: m.publish_resources = decodeEvent_PublishResources(r, r.open(end), m.publish_resources); break;
      case 42: m.acknowledge_operation_status = decodeEvent_AcknowledgeOperationStatus(r, r.open(end), m.acknowledge_operation_status); break;
      case 50: m.reconcile_operations = decodeEvent_ReconcileOperations(r, r.open(end), m.reconcile_operations); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_Subscribed extends Message {
  provider_id: $v1_mesos.ResourceProviderID;
}
export const Event_Subscribed: MessageType<Event_Subscribed> = messageType(
  "mesos.v1.resource_provider.Event.Subscribed",
  () => [
    ["provider_id", 1, "required", $v1_mesos.ResourceProviderID],
  ],
  encodeEvent_Subscribed,
  decodeEvent_Subscribed,
);
export function encodeEvent_Subscribed(m: Event_Subscribed, w: Writer): void {
  if (m.provider_id !== undefined) { const v = m.provider_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Subscribed(r: Reader, end: number, m: Event_Subscribed = {} as Event_Subscribed): Event_Subscribed {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.provider_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.provider_id === undefined) r.incomplete = true;
  return m;
}

export interface Event_ApplyOperation extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  info: $v1_mesos.Offer_Operation;
  operation_uuid: $v1_mesos.UUID;
  resource_version_uuid: $v1_mesos.UUID;
}
export const Event_ApplyOperation: MessageType<Event_ApplyOperation> = messageType(
  "mesos.v1.resource_provider.Event.ApplyOperation",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["info", 2, "required", $v1_mesos.Offer_Operation],
    ["operation_uuid", 3, "required", $v1_mesos.UUID],
    ["resource_version_uuid", 4, "required", $v1_mesos.UUID],
  ],
  encodeEvent_ApplyOperation,
  decodeEvent_ApplyOperation,
);
export function encodeEvent_ApplyOperation(m: Event_ApplyOperation, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.info !== undefined) { const v = m.info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeOffer_Operation(v, w); w.close(b); } }
  if (m.operation_uuid !== undefined) { const v = m.operation_uuid; w.uint32(26); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.resource_version_uuid !== undefined) { const v = m.resource_version_uuid; w.uint32(34); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_ApplyOperation(r: Reader, end: number, m: Event_ApplyOperation = {} as Event_ApplyOperation): Event_ApplyOperation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.info = $v1_mesos.decodeOffer_Operation(r, r.open(end), m.info); break;
      case 26: m.operation_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.operation_uuid); break;
      case 34: m.resource_version_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.resource_version_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined || m.operation_uuid === undefined || m.resource_version_uuid === undefined) r.incomplete = true;
  return m;
}

export interface Event_PublishResources extends Message {
  uuid: $v1_mesos.UUID;
  resources?: $v1_mesos.Resource[] | undefined;
}
export const Event_PublishResources: MessageType<Event_PublishResources> = messageType(
  "mesos.v1.resource_provider.Event.PublishResources",
  () => [
    ["uuid", 1, "required", $v1_mesos.UUID],
    ["resources", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeEvent_PublishResources,
  decodeEvent_PublishResources,
);
export function encodeEvent_PublishResources(m: Event_PublishResources, w: Writer): void {
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(10); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_PublishResources(r: Reader, end: number, m: Event_PublishResources = {} as Event_PublishResources): Event_PublishResources {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.uuid = $v1_mesos.decodeUUID(r, r.open(end), m.uuid); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.uuid === undefined) r.incomplete = true;
  return m;
}

export interface Event_AcknowledgeOperationStatus extends Message {
  status_uuid: $v1_mesos.UUID;
  operation_uuid: $v1_mesos.UUID;
}
export const Event_AcknowledgeOperationStatus: MessageType<Event_AcknowledgeOperationStatus> = messageType(
  "mesos.v1.resource_provider.Event.AcknowledgeOperationStatus",
  () => [
    ["status_uuid", 1, "required", $v1_mesos.UUID],
    ["operation_uuid", 2, "required", $v1_mesos.UUID],
  ],
  encodeEvent_AcknowledgeOperationStatus,
  decodeEvent_AcknowledgeOperationStatus,
);
export function encodeEvent_AcknowledgeOperationStatus(m: Event_AcknowledgeOperationStatus, w: Writer): void {
  if (m.status_uuid !== undefined) { const v = m.status_uuid; w.uint32(10); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.operation_uuid !== undefined) { const v = m.operation_uuid; w.uint32(18); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_AcknowledgeOperationStatus(r: Reader, end: number, m: Event_AcknowledgeOperationStatus = {} as Event_AcknowledgeOperationStatus): Event_AcknowledgeOperationStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.status_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.status_uuid); break;
      case 18: m.operation_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.operation_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status_uuid === undefined || m.operation_uuid === undefined) r.incomplete = true;
  return m;
}

export interface Event_ReconcileOperations extends Message {
  operation_uuids?: $v1_mesos.UUID[] | undefined;
}
export const Event_ReconcileOperations: MessageType<Event_ReconcileOperations> = messageType(
  "mesos.v1.resource_provider.Event.ReconcileOperations",
  () => [
    ["operation_uuids", 1, "repeated", $v1_mesos.UUID],
  ],
  encodeEvent_ReconcileOperations,
  decodeEvent_ReconcileOperations,
);
export function encodeEvent_ReconcileOperations(m: Event_ReconcileOperations, w: Writer): void {
  if (m.operation_uuids !== undefined) for (const v of m.operation_uuids) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_ReconcileOperations(r: Reader, end: number, m: Event_ReconcileOperations = {} as Event_ReconcileOperations): Event_ReconcileOperations {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeUUID(r, r.open(end)); (m.operation_uuids ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Event_Type = "UNKNOWN" | "SUBSCRIBED" | "APPLY_OPERATION" | "PUBLISH_RESOURCES" | "ACKNOWLEDGE_OPERATION_STATUS" | "RECONCILE_OPERATIONS" | "TEARDOWN";
export const Event_Type: EnumType = enumType("mesos.v1.resource_provider.Event.Type", { UNKNOWN: 0, SUBSCRIBED: 1, APPLY_OPERATION: 2, PUBLISH_RESOURCES: 3, ACKNOWLEDGE_OPERATION_STATUS: 4, RECONCILE_OPERATIONS: 5, TEARDOWN: 6 }, {  });

export interface Call extends Message {
  resource_provider_id?: $v1_mesos.ResourceProviderID | undefined;
  type?: Call_Type | undefined;
  subscribe?: Call_Subscribe | undefined;
  update_operation_status?: Call_UpdateOperationStatus | undefined;
  update_state?: Call_UpdateState | undefined;
  update_publish_resources_status?: Call_UpdatePublishResourcesStatus | undefined;
}
export const Call: MessageType<Call> = messageType(
  "mesos.v1.resource_provider.Call",
  () => [
    ["resource_provider_id", 1, "optional", $v1_mesos.ResourceProviderID],
    ["type", 2, "optional", Call_Type],
    ["subscribe", 3, "optional", Call_Subscribe],
    ["update_operation_status", 4, "optional", Call_UpdateOperationStatus],
    ["update_state", 5, "optional", Call_UpdateState],
    ["update_publish_resources_status", 6, "optional", Call_UpdatePublishResourcesStatus],
  ],
  encodeCall,
  decodeCall,
);
export function encodeCall(m: Call, w: Writer): void {
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; { const n = Call_Type.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.subscribe !== undefined) { const v = m.subscribe; w.uint32(26); { const b = w.open(); encodeCall_Subscribe(v, w); w.close(b); } }
  if (m.update_operation_status !== undefined) { const v = m.update_operation_status; w.uint32(34); { const b = w.open(); encodeCall_UpdateOperationStatus(v, w); w.close(b); } }
  if (m.update_state !== undefined) { const v = m.update_state; w.uint32(42); { const b = w.open(); encodeCall_UpdateState(v, w); w.close(b); } }
  if (m.update_publish_resources_status !== undefined) { const v = m.update_publish_resources_status; w.uint32(50); { const b = w.open(); encodeCall_UpdatePublishResourcesStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall(r: Reader, end: number, m: Call = {} as Call): Call {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      case 16: { const v = Call_Type.names.get(r.int32()) as Call_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 26: m.subscribe = decodeCall_Subscribe(r, r.open(end), m.subscribe); break;
      case 34: m.update_operation_status = decodeCall_UpdateOperationStatus(r, r.open(end), m.update_operation_status); break;
      case 42: m.update_state = decodeCall_UpdateState(r, r.open(end), m.update_state); break;
      case 50: m.update_publish_resources_status = decodeCall_UpdatePublishResourcesStatus(r, r.open(end), m.update_publish_resources_status); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Subscribe extends Message {
  resource_provider_info: $v1_mesos.ResourceProviderInfo;
}
export const Call_Subscribe: MessageType<Call_Subscribe> = messageType(
  "mesos.v1.resource_provider.Call.Subscribe",
  () => [
    ["resource_provider_info", 1, "required", $v1_mesos.ResourceProviderInfo],
  ],
  encodeCall_Subscribe,
  decodeCall_Subscribe,
);
export function encodeCall_Subscribe(m: Call_Subscribe, w: Writer): void {
  if (m.resource_provider_info !== undefined) { const v = m.resource_provider_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Subscribe(r: Reader, end: number, m: Call_Subscribe = {} as Call_Subscribe): Call_Subscribe {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.resource_provider_info = $v1_mesos.decodeResourceProviderInfo(r, r.open(end), m.resource_provider_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.resource_provider_info === undefined) r.incomplete = true;
  return m;
}

export interface Call_UpdateOperationStatus extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  status: $v1_mesos.OperationStatus;
  latest_status?: $v1_mesos.OperationStatus | undefined;
  operation_uuid: $v1_mesos.UUID;
}
export const Call_UpdateOperationStatus: MessageType<Call_UpdateOperationStatus> = messageType(
  "mesos.v1.resource_provider.Call.UpdateOperationStatus",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["status", 2, "required", $v1_mesos.OperationStatus],
    ["latest_status", 3, "optional", $v1_mesos.OperationStatus],
    ["operation_uuid", 4, "required", $v1_mesos.UUID],
  ],
  encodeCall_UpdateOperationStatus,
  decodeCall_UpdateOperationStatus,
);
export function encodeCall_UpdateOperationStatus(m: Call_UpdateOperationStatus, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.status !== undefined) { const v = m.status; w.uint32(18); { const b = w.open(); $v1_mesos.encodeOperationStatus(v, w); w.close(b); } }
  if (m.latest_status !== undefined) { const v = m.latest_status; w.uint32(26); { const b = w.open(); $v1_mesos.encodeOperationStatus(v, w); w.close(b); } }
  if (m.operation_uuid !== undefined) { const v = m.operation_uuid; w.uint32(34); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdateOperationStatus(r: Reader, end: number, m: Call_UpdateOperationStatus = {} as Call_UpdateOperationStatus): Call_UpdateOperationStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.status = $v1_mesos.decodeOperationStatus(r, r.open(end), m.status); break;
      case 26: m.latest_status = $v1_mesos.decodeOperationStatus(r, r.open(end), m.latest_status); break;
      case 34: m.operation_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.operation_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined || m.operation_uuid === undefined) r.incomplete = true;
  return m;
}

export interface Call_UpdateState extends Message {
  operations?: $v1_mesos.Operation[] | undefined;
  resources?: $v1_mesos.Resource[] | undefined;
  resource_version_uuid: $v1_mesos.UUID;
}
export const Call_UpdateState: MessageType<Call_UpdateState> = messageType(
  "mesos.v1.resource_provider.Call.UpdateState",
  () => [
    ["operations", 1, "repeated", $v1_mesos.Operation],
    ["resources", 2, "repeated", $v1_mesos.Resource],
    ["resource_version_uuid", 3, "required", $v1_mesos.UUID],
  ],
  encodeCall_UpdateState,
  decodeCall_UpdateState,
);
export function encodeCall_UpdateState(m: Call_UpdateState, w: Writer): void {
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperation(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.resource_version_uuid !== undefined) { const v = m.resource_version_uuid; w.uint32(26); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdateState(r: Reader, end: number, m: Call_UpdateState = {} as Call_UpdateState): Call_UpdateState {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOperation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 26: m.resource_version_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.resource_version_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.resource_version_uuid === undefined) r.incomplete = true;
  return m;
}

export interface Call_UpdatePublishResourcesStatus extends Message {
  uuid: $v1_mesos.UUID;
  status: Call_UpdatePublishResourcesStatus_Status;
}
export const Call_UpdatePublishResourcesStatus: MessageType<Call_UpdatePublishResourcesStatus> = messageType(
  "mesos.v1.resource_provider.Call.UpdatePublishResourcesStatus",
  () => [
    ["uuid", 1, "required", $v1_mesos.UUID],
    ["status", 2, "required", Call_UpdatePublishResourcesStatus_Status],
  ],
  encodeCall_UpdatePublishResourcesStatus,
  decodeCall_UpdatePublishResourcesStatus,
);
export function encodeCall_UpdatePublishResourcesStatus(m: Call_UpdatePublishResourcesStatus, w: Writer): void {
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(10); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.status !== undefined) { const v = m.status; { const n = Call_UpdatePublishResourcesStatus_Status.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdatePublishResourcesStatus(r: Reader, end: number, m: Call_UpdatePublishResourcesStatus = {} as Call_UpdatePublishResourcesStatus): Call_UpdatePublishResourcesStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.uuid = $v1_mesos.decodeUUID(r, r.open(end), m.uuid); break;
      case 16: { const v = Call_UpdatePublishResourcesStatus_Status.names.get(r.int32()) as Call_UpdatePublishResourcesStatus_Status | undefined; if (v === undefined) r.keep(m, start); else m.status = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.uuid === undefined || m.status === undefined) r.incomplete = true;
  return m;
}

export type Call_UpdatePublishResourcesStatus_Status = "UNKNOWN" | "OK" | "FAILED";
export const Call_UpdatePublishResourcesStatus_Status: EnumType = enumType("mesos.v1.resource_provider.Call.UpdatePublishResourcesStatus.Status", { UNKNOWN: 0, OK: 1, FAILED: 2 }, {  });

export type Call_Type = "UNKNOWN" | "SUBSCRIBE" | "UPDATE_OPERATION_STATUS" | "UPDATE_STATE" | "UPDATE_PUBLISH_RESOURCES_STATUS";
export const Call_Type: EnumType = enumType("mesos.v1.resource_provider.Call.Type", { UNKNOWN: 0, SUBSCRIBE: 1, UPDATE_OPERATION_STATUS: 2, UPDATE_STATE: 3, UPDATE_PUBLISH_RESOURCES_STATUS: 4 }, {  });
