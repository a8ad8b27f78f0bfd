// Generated from schema/internal/messages.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";
import * as $v1_resource_provider from "../v1/resource_provider.ts";

export interface StatusUpdate extends Message {
  framework_id: $v1_mesos.FrameworkID;
  executor_id?: $v1_mesos.ExecutorID | undefined;
  agent_id?: $v1_mesos.AgentID | undefined;
  status: $v1_mesos.TaskStatus;
  timestamp: number;
  uuid?: Uint8Array | undefined;
  latest_state?: $v1_mesos.TaskState | undefined;
}
export const StatusUpdate: MessageType<StatusUpdate> = messageType(
  "mesos.internal.StatusUpdate",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["executor_id", 2, "optional", $v1_mesos.ExecutorID],
    ["agent_id", 3, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["status", 4, "required", $v1_mesos.TaskStatus],
    ["timestamp", 5, "required", "double"],
    ["uuid", 6, "optional", "bytes"],
    ["latest_state", 7, "optional", $v1_mesos.TaskState],
  ],
  encodeStatusUpdate,
  decodeStatusUpdate,
);
export function encodeStatusUpdate(m: StatusUpdate, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.status !== undefined) { const v = m.status; w.uint32(34); { const b = w.open(); $v1_mesos.encodeTaskStatus(v, w); w.close(b); } }
  if (m.timestamp !== undefined) { const v = m.timestamp; w.uint32(41); w.double(v); }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(50); w.bytes(v); }
  if (m.latest_state !== undefined) { const v = m.latest_state; { const n = $v1_mesos.TaskState.numbers[v]; if (n !== undefined) { w.uint32(56); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeStatusUpdate(r: Reader, end: number, m: StatusUpdate = {} as StatusUpdate): StatusUpdate {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 26: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 34: m.status = $v1_mesos.decodeTaskStatus(r, r.open(end), m.status); break;
      case 41: m.timestamp = r.double(); break;
      case 50: m.uuid = r.bytes(); break;
      case 56: { const v = $v1_mesos.TaskState.names.get(r.int32()) as $v1_mesos.TaskState | undefined; if (v === undefined) r.keep(m, start); else m.latest_state = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined || m.status === undefined || m.timestamp === undefined) r.incomplete = true;
  return m;
}

export interface StatusUpdateRecord extends Message {
  type: StatusUpdateRecord_Type;
  update?: StatusUpdate | undefined;
  uuid?: Uint8Array | undefined;
}
export const StatusUpdateRecord: MessageType<StatusUpdateRecord> = messageType(
  "mesos.internal.StatusUpdateRecord",
  () => [
    ["type", 1, "required", StatusUpdateRecord_Type],
    ["update", 2, "optional", StatusUpdate],
    ["uuid", 3, "optional", "bytes"],
  ],
  encodeStatusUpdateRecord,
  decodeStatusUpdateRecord,
);
export function encodeStatusUpdateRecord(m: StatusUpdateRecord, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = StatusUpdateRecord_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.update !== undefined) { const v = m.update; w.uint32(18); { const b = w.open(); encodeStatusUpdate(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(26); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeStatusUpdateRecord(r: Reader, end: number, m: StatusUpdateRecord = {} as StatusUpdateRecord): StatusUpdateRecord {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = StatusUpdateRecord_Type.names.get(r.int32()) as StatusUpdateRecord_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.update = decodeStatusUpdate(r, r.open(end), m.update); break;
      case 26: m.uuid = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export type StatusUpdateRecord_Type = "UPDATE" | "ACK";
export const StatusUpdateRecord_Type: EnumType = enumType("mesos.internal.StatusUpdateRecord.Type", { UPDATE: 0, ACK: 1 }, {  });

export interface SubmitSchedulerRequest extends Message {
  name: string;
}
export const SubmitSchedulerRequest: MessageType<SubmitSchedulerRequest> = messageType(
  "mesos.internal.SubmitSchedulerRequest",
  () => [
    ["name", 1, "required", "string"],
  ],
  encodeSubmitSchedulerRequest,
  decodeSubmitSchedulerRequest,
);
export function encodeSubmitSchedulerRequest(m: SubmitSchedulerRequest, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSubmitSchedulerRequest(r: Reader, end: number, m: SubmitSchedulerRequest = {} as SubmitSchedulerRequest): SubmitSchedulerRequest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface SubmitSchedulerResponse extends Message {
  okay: boolean;
}
export const SubmitSchedulerResponse: MessageType<SubmitSchedulerResponse> = messageType(
  "mesos.internal.SubmitSchedulerResponse",
  () => [
    ["okay", 1, "required", "bool"],
  ],
  encodeSubmitSchedulerResponse,
  decodeSubmitSchedulerResponse,
);
export function encodeSubmitSchedulerResponse(m: SubmitSchedulerResponse, w: Writer): void {
  if (m.okay !== undefined) { const v = m.okay; w.uint32(8); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSubmitSchedulerResponse(r: Reader, end: number, m: SubmitSchedulerResponse = {} as SubmitSchedulerResponse): SubmitSchedulerResponse {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.okay = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.okay === undefined) r.incomplete = true;
  return m;
}

export interface ExecutorToFrameworkMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  framework_id: $v1_mesos.FrameworkID;
  executor_id: $v1_mesos.ExecutorID;
  data: Uint8Array;
}
export const ExecutorToFrameworkMessage: MessageType<ExecutorToFrameworkMessage> = messageType(
  "mesos.internal.ExecutorToFrameworkMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["framework_id", 2, "required", $v1_mesos.FrameworkID],
    ["executor_id", 3, "required", $v1_mesos.ExecutorID],
    ["data", 4, "required", "bytes"],
  ],
  encodeExecutorToFrameworkMessage,
  decodeExecutorToFrameworkMessage,
);
export function encodeExecutorToFrameworkMessage(m: ExecutorToFrameworkMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.data !== undefined) { const v = m.data; w.uint32(34); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeExecutorToFrameworkMessage(r: Reader, end: number, m: ExecutorToFrameworkMessage = {} as ExecutorToFrameworkMessage): ExecutorToFrameworkMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 34: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.executor_id === undefined || m.data === undefined) r.incomplete = true;
  return m;
}

export interface FrameworkToExecutorMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  framework_id: $v1_mesos.FrameworkID;
  executor_id: $v1_mesos.ExecutorID;
  data: Uint8Array;
}
export const FrameworkToExecutorMessage: MessageType<FrameworkToExecutorMessage> = messageType(
  "mesos.internal.FrameworkToExecutorMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["framework_id", 2, "required", $v1_mesos.FrameworkID],
    ["executor_id", 3, "required", $v1_mesos.ExecutorID],
    ["data", 4, "required", "bytes"],
  ],
  encodeFrameworkToExecutorMessage,
  decodeFrameworkToExecutorMessage,
);
export function encodeFrameworkToExecutorMessage(m: FrameworkToExecutorMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.data !== undefined) { const v = m.data; w.uint32(34); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFrameworkToExecutorMessage(r: Reader, end: number, m: FrameworkToExecutorMessage = {} as FrameworkToExecutorMessage): FrameworkToExecutorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 34: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.executor_id === undefined || m.data === undefined) r.incomplete = true;
  return m;
}

export interface RegisterFrameworkMessage extends Message {
  framework: $v1_mesos.FrameworkInfo;
}
export const RegisterFrameworkMessage: MessageType<RegisterFrameworkMessage> = messageType(
  "mesos.internal.RegisterFrameworkMessage",
  () => [
    ["framework", 1, "required", $v1_mesos.FrameworkInfo],
  ],
  encodeRegisterFrameworkMessage,
  decodeRegisterFrameworkMessage,
);
export function encodeRegisterFrameworkMessage(m: RegisterFrameworkMessage, w: Writer): void {
  if (m.framework !== undefined) { const v = m.framework; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegisterFrameworkMessage(r: Reader, end: number, m: RegisterFrameworkMessage = {} as RegisterFrameworkMessage): RegisterFrameworkMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework === undefined) r.incomplete = true;
  return m;
}

export interface ReregisterFrameworkMessage extends Message {
  framework: $v1_mesos.FrameworkInfo;
  failover: boolean;
}
export const ReregisterFrameworkMessage: MessageType<ReregisterFrameworkMessage> = messageType(
  "mesos.internal.ReregisterFrameworkMessage",
  () => [
    ["framework", 2, "required", $v1_mesos.FrameworkInfo],
    ["failover", 3, "required", "bool"],
  ],
  encodeReregisterFrameworkMessage,
  decodeReregisterFrameworkMessage,
);
export function encodeReregisterFrameworkMessage(m: ReregisterFrameworkMessage, w: Writer): void {
  if (m.framework !== undefined) { const v = m.framework; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.failover !== undefined) { const v = m.failover; w.uint32(24); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReregisterFrameworkMessage(r: Reader, end: number, m: ReregisterFrameworkMessage = {} as ReregisterFrameworkMessage): ReregisterFrameworkMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 18: m.framework = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework); break;
      case 24: m.failover = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework === undefined || m.failover === undefined) r.incomplete = true;
  return m;
}

export interface FrameworkRegisteredMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  master_info: $v1_mesos.MasterInfo;
}
export const FrameworkRegisteredMessage: MessageType<FrameworkRegisteredMessage> = messageType(
  "mesos.internal.FrameworkRegisteredMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["master_info", 2, "required", $v1_mesos.MasterInfo],
  ],
  encodeFrameworkRegisteredMessage,
  decodeFrameworkRegisteredMessage,
);
export function encodeFrameworkRegisteredMessage(m: FrameworkRegisteredMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.master_info !== undefined) { const v = m.master_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeMasterInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFrameworkRegisteredMessage(r: Reader, end: number, m: FrameworkRegisteredMessage = {} as FrameworkRegisteredMessage): FrameworkRegisteredMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.master_info = $v1_mesos.decodeMasterInfo(r, r.open(end), m.master_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined || m.master_info === undefined) r.incomplete = true;
  return m;
}

export interface FrameworkReregisteredMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  master_info: $v1_mesos.MasterInfo;
}
export const FrameworkReregisteredMessage: MessageType<FrameworkReregisteredMessage> = messageType(
  "mesos.internal.FrameworkReregisteredMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["master_info", 2, "required", $v1_mesos.MasterInfo],
  ],
  encodeFrameworkReregisteredMessage,
  decodeFrameworkReregisteredMessage,
);
export function encodeFrameworkReregisteredMessage(m: FrameworkReregisteredMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.master_info !== undefined) { const v = m.master_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeMasterInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFrameworkReregisteredMessage(r: Reader, end: number, m: FrameworkReregisteredMessage = {} as FrameworkReregisteredMessage): FrameworkReregisteredMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.master_info = $v1_mesos.decodeMasterInfo(r, r.open(end), m.master_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined || m.master_info === undefined) r.incomplete = true;
  return m;
}

export interface UnregisterFrameworkMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
}
export const UnregisterFrameworkMessage: MessageType<UnregisterFrameworkMessage> = messageType(
  "mesos.internal.UnregisterFrameworkMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
  ],
  encodeUnregisterFrameworkMessage,
  decodeUnregisterFrameworkMessage,
);
export function encodeUnregisterFrameworkMessage(m: UnregisterFrameworkMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUnregisterFrameworkMessage(r: Reader, end: number, m: UnregisterFrameworkMessage = {} as UnregisterFrameworkMessage): UnregisterFrameworkMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface DeactivateFrameworkMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
}
export const DeactivateFrameworkMessage: MessageType<DeactivateFrameworkMessage> = messageType(
  "mesos.internal.DeactivateFrameworkMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
  ],
  encodeDeactivateFrameworkMessage,
  decodeDeactivateFrameworkMessage,
);
export function encodeDeactivateFrameworkMessage(m: DeactivateFrameworkMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDeactivateFrameworkMessage(r: Reader, end: number, m: DeactivateFrameworkMessage = {} as DeactivateFrameworkMessage): DeactivateFrameworkMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface ResourceRequestMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  requests?: $v1_mesos.Request[] | undefined;
}
export const ResourceRequestMessage: MessageType<ResourceRequestMessage> = messageType(
  "mesos.internal.ResourceRequestMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["requests", 2, "repeated", $v1_mesos.Request],
  ],
  encodeResourceRequestMessage,
  decodeResourceRequestMessage,
);
export function encodeResourceRequestMessage(m: ResourceRequestMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.requests !== undefined) for (const v of m.requests) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeRequest(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceRequestMessage(r: Reader, end: number, m: ResourceRequestMessage = {} as ResourceRequestMessage): ResourceRequestMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: { const v = $v1_mesos.decodeRequest(r, r.open(end)); (m.requests ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface ResourceOffersMessage extends Message {
  offers?: $v1_mesos.Offer[] | undefined;
  pids?: string[] | undefined;
}
export const ResourceOffersMessage: MessageType<ResourceOffersMessage> = messageType(
  "mesos.internal.ResourceOffersMessage",
  () => [
    ["offers", 1, "repeated", $v1_mesos.Offer],
    ["pids", 2, "repeated", "string"],
  ],
  encodeResourceOffersMessage,
  decodeResourceOffersMessage,
);
export function encodeResourceOffersMessage(m: ResourceOffersMessage, w: Writer): void {
  if (m.offers !== undefined) for (const v of m.offers) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOffer(v, w); w.close(b); } }
  if (m.pids !== undefined) for (const v of m.pids) { w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceOffersMessage(r: Reader, end: number, m: ResourceOffersMessage = {} as ResourceOffersMessage): ResourceOffersMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOffer(r, r.open(end)); (m.offers ??= []).push(v); break; }
      case 18: (m.pids ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface InverseOffersMessage extends Message {
  inverse_offers?: $v1_mesos.InverseOffer[] | undefined;
  pids?: string[] | undefined;
}
export const InverseOffersMessage: MessageType<InverseOffersMessage> = messageType(
  "mesos.internal.InverseOffersMessage",
  () => [
    ["inverse_offers", 1, "repeated", $v1_mesos.InverseOffer],
    ["pids", 2, "repeated", "string"],
  ],
  encodeInverseOffersMessage,
  decodeInverseOffersMessage,
);
export function encodeInverseOffersMessage(m: InverseOffersMessage, w: Writer): void {
  if (m.inverse_offers !== undefined) for (const v of m.inverse_offers) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeInverseOffer(v, w); w.close(b); } }
  if (m.pids !== undefined) for (const v of m.pids) { w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeInverseOffersMessage(r: Reader, end: number, m: InverseOffersMessage = {} as InverseOffersMessage): InverseOffersMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeInverseOffer(r, r.open(end)); (m.inverse_offers ??= []).push(v); break; }
      case 18: (m.pids ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface LaunchTasksMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  tasks?: $v1_mesos.TaskInfo[] | undefined;
  filters: $v1_mesos.Filters;
  offer_ids?: $v1_mesos.OfferID[] | undefined;
}
export const LaunchTasksMessage: MessageType<LaunchTasksMessage> = messageType(
  "mesos.internal.LaunchTasksMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["tasks", 3, "repeated", $v1_mesos.TaskInfo],
    ["filters", 5, "required", $v1_mesos.Filters],
    ["offer_ids", 6, "repeated", $v1_mesos.OfferID],
  ],
  encodeLaunchTasksMessage,
  decodeLaunchTasksMessage,
);
export function encodeLaunchTasksMessage(m: LaunchTasksMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeTaskInfo(v, w); w.close(b); } }
  if (m.filters !== undefined) { const v = m.filters; w.uint32(42); { const b = w.open(); $v1_mesos.encodeFilters(v, w); w.close(b); } }
  if (m.offer_ids !== undefined) for (const v of m.offer_ids) { w.uint32(50); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeLaunchTasksMessage(r: Reader, end: number, m: LaunchTasksMessage = {} as LaunchTasksMessage): LaunchTasksMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: { const v = $v1_mesos.decodeTaskInfo(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      case 42: m.filters = $v1_mesos.decodeFilters(r, r.open(end), m.filters); break;
      case 50: { const v = $v1_mesos.decodeOfferID(r, r.open(end)); (m.offer_ids ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined || m.filters === undefined) r.incomplete = true;
  return m;
}

export interface RescindResourceOfferMessage extends Message {
  offer_id: $v1_mesos.OfferID;
}
export const RescindResourceOfferMessage: MessageType<RescindResourceOfferMessage> = messageType(
  "mesos.internal.RescindResourceOfferMessage",
  () => [
    ["offer_id", 1, "required", $v1_mesos.OfferID],
  ],
  encodeRescindResourceOfferMessage,
  decodeRescindResourceOfferMessage,
);
export function encodeRescindResourceOfferMessage(m: RescindResourceOfferMessage, w: Writer): void {
  if (m.offer_id !== undefined) { const v = m.offer_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRescindResourceOfferMessage(r: Reader, end: number, m: RescindResourceOfferMessage = {} as RescindResourceOfferMessage): RescindResourceOfferMessage {
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

export interface RescindInverseOfferMessage extends Message {
  inverse_offer_id: $v1_mesos.OfferID;
}
export const RescindInverseOfferMessage: MessageType<RescindInverseOfferMessage> = messageType(
  "mesos.internal.RescindInverseOfferMessage",
  () => [
    ["inverse_offer_id", 1, "required", $v1_mesos.OfferID],
  ],
  encodeRescindInverseOfferMessage,
  decodeRescindInverseOfferMessage,
);
export function encodeRescindInverseOfferMessage(m: RescindInverseOfferMessage, w: Writer): void {
  if (m.inverse_offer_id !== undefined) { const v = m.inverse_offer_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeOfferID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRescindInverseOfferMessage(r: Reader, end: number, m: RescindInverseOfferMessage = {} as RescindInverseOfferMessage): RescindInverseOfferMessage {
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

export interface ReviveOffersMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  roles?: string[] | undefined;
}
export const ReviveOffersMessage: MessageType<ReviveOffersMessage> = messageType(
  "mesos.internal.ReviveOffersMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["roles", 2, "repeated", "string"],
  ],
  encodeReviveOffersMessage,
  decodeReviveOffersMessage,
);
export function encodeReviveOffersMessage(m: ReviveOffersMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.roles !== undefined) for (const v of m.roles) { w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReviveOffersMessage(r: Reader, end: number, m: ReviveOffersMessage = {} as ReviveOffersMessage): ReviveOffersMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: (m.roles ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface RunTaskMessage extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  framework: $v1_mesos.FrameworkInfo;
  task: $v1_mesos.TaskInfo;
  resource_version_uuids?: ResourceVersionUUID[] | undefined;
  pid?: string | undefined;
  launch_executor?: boolean | undefined;
}
export const RunTaskMessage: MessageType<RunTaskMessage> = messageType(
  "mesos.internal.RunTaskMessage",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID, { deprecated: true }],
    ["framework", 2, "required", $v1_mesos.FrameworkInfo],
    ["task", 4, "required", $v1_mesos.TaskInfo],
    ["resource_version_uuids", 5, "repeated", ResourceVersionUUID],
    ["pid", 3, "optional", "string"],
    ["launch_executor", 6, "optional", "bool"],
  ],
  encodeRunTaskMessage,
  decodeRunTaskMessage,
);
export function encodeRunTaskMessage(m: RunTaskMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.framework !== undefined) { const v = m.framework; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.pid !== undefined) { const v = m.pid; w.uint32(26); w.string(v); }
  if (m.task !== undefined) { const v = m.task; w.uint32(34); { const b = w.open(); $v1_mesos.encodeTaskInfo(v, w); w.close(b); } }
  if (m.resource_version_uuids !== undefined) for (const v of m.resource_version_uuids) { w.uint32(42); { const b = w.open(); encodeResourceVersionUUID(v, w); w.close(b); } }
  if (m.launch_executor !== undefined) { const v = m.launch_executor; w.uint32(48); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRunTaskMessage(r: Reader, end: number, m: RunTaskMessage = {} as RunTaskMessage): RunTaskMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.framework = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework); break;
      case 34: m.task = $v1_mesos.decodeTaskInfo(r, r.open(end), m.task); break;
      case 42: { const v = decodeResourceVersionUUID(r, r.open(end)); (m.resource_version_uuids ??= []).push(v); break; }
      case 26: m.pid = r.string(); break;
      case 48: m.launch_executor = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework === undefined || m.task === undefined) r.incomplete = true;
  return m;
}

export interface RunTaskGroupMessage extends Message {
  framework: $v1_mesos.FrameworkInfo;
  executor: $v1_mesos.ExecutorInfo;
  task_group: $v1_mesos.TaskGroupInfo;
  resource_version_uuids?: ResourceVersionUUID[] | undefined;
  launch_executor?: boolean | undefined;
}
export const RunTaskGroupMessage: MessageType<RunTaskGroupMessage> = messageType(
  "mesos.internal.RunTaskGroupMessage",
  () => [
    ["framework", 1, "required", $v1_mesos.FrameworkInfo],
    ["executor", 2, "required", $v1_mesos.ExecutorInfo],
    ["task_group", 3, "required", $v1_mesos.TaskGroupInfo],
    ["resource_version_uuids", 4, "repeated", ResourceVersionUUID],
    ["launch_executor", 5, "optional", "bool"],
  ],
  encodeRunTaskGroupMessage,
  decodeRunTaskGroupMessage,
);
export function encodeRunTaskGroupMessage(m: RunTaskGroupMessage, w: Writer): void {
  if (m.framework !== undefined) { const v = m.framework; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.executor !== undefined) { const v = m.executor; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.task_group !== undefined) { const v = m.task_group; w.uint32(26); { const b = w.open(); $v1_mesos.encodeTaskGroupInfo(v, w); w.close(b); } }
  if (m.resource_version_uuids !== undefined) for (const v of m.resource_version_uuids) { w.uint32(34); { const b = w.open(); encodeResourceVersionUUID(v, w); w.close(b); } }
  if (m.launch_executor !== undefined) { const v = m.launch_executor; w.uint32(40); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRunTaskGroupMessage(r: Reader, end: number, m: RunTaskGroupMessage = {} as RunTaskGroupMessage): RunTaskGroupMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework); break;
      case 18: m.executor = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor); break;
      case 26: m.task_group = $v1_mesos.decodeTaskGroupInfo(r, r.open(end), m.task_group); break;
      case 34: { const v = decodeResourceVersionUUID(r, r.open(end)); (m.resource_version_uuids ??= []).push(v); break; }
      case 40: m.launch_executor = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework === undefined || m.executor === undefined || m.task_group === undefined) r.incomplete = true;
  return m;
}

export interface KillTaskMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  task_id: $v1_mesos.TaskID;
  kill_policy?: $v1_mesos.KillPolicy | undefined;
}
export const KillTaskMessage: MessageType<KillTaskMessage> = messageType(
  "mesos.internal.KillTaskMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["task_id", 2, "required", $v1_mesos.TaskID],
    ["kill_policy", 3, "optional", $v1_mesos.KillPolicy],
  ],
  encodeKillTaskMessage,
  decodeKillTaskMessage,
);
export function encodeKillTaskMessage(m: KillTaskMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.kill_policy !== undefined) { const v = m.kill_policy; w.uint32(26); { const b = w.open(); $v1_mesos.encodeKillPolicy(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeKillTaskMessage(r: Reader, end: number, m: KillTaskMessage = {} as KillTaskMessage): KillTaskMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 26: m.kill_policy = $v1_mesos.decodeKillPolicy(r, r.open(end), m.kill_policy); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined || m.task_id === undefined) r.incomplete = true;
  return m;
}

export interface StatusUpdateMessage extends Message {
  update: StatusUpdate;
  pid?: string | undefined;
}
export const StatusUpdateMessage: MessageType<StatusUpdateMessage> = messageType(
  "mesos.internal.StatusUpdateMessage",
  () => [
    ["update", 1, "required", StatusUpdate],
    ["pid", 2, "optional", "string"],
  ],
  encodeStatusUpdateMessage,
  decodeStatusUpdateMessage,
);
export function encodeStatusUpdateMessage(m: StatusUpdateMessage, w: Writer): void {
  if (m.update !== undefined) { const v = m.update; w.uint32(10); { const b = w.open(); encodeStatusUpdate(v, w); w.close(b); } }
  if (m.pid !== undefined) { const v = m.pid; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeStatusUpdateMessage(r: Reader, end: number, m: StatusUpdateMessage = {} as StatusUpdateMessage): StatusUpdateMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.update = decodeStatusUpdate(r, r.open(end), m.update); break;
      case 18: m.pid = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.update === undefined) r.incomplete = true;
  return m;
}

export interface StatusUpdateAcknowledgementMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  framework_id: $v1_mesos.FrameworkID;
  task_id: $v1_mesos.TaskID;
  uuid: Uint8Array;
}
export const StatusUpdateAcknowledgementMessage: MessageType<StatusUpdateAcknowledgementMessage> = messageType(
  "mesos.internal.StatusUpdateAcknowledgementMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["framework_id", 2, "required", $v1_mesos.FrameworkID],
    ["task_id", 3, "required", $v1_mesos.TaskID],
    ["uuid", 4, "required", "bytes"],
  ],
  encodeStatusUpdateAcknowledgementMessage,
  decodeStatusUpdateAcknowledgementMessage,
);
export function encodeStatusUpdateAcknowledgementMessage(m: StatusUpdateAcknowledgementMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(34); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeStatusUpdateAcknowledgementMessage(r: Reader, end: number, m: StatusUpdateAcknowledgementMessage = {} as StatusUpdateAcknowledgementMessage): StatusUpdateAcknowledgementMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 34: m.uuid = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.task_id === undefined || m.uuid === undefined) r.incomplete = true;
  return m;
}

export interface AcknowledgeOperationStatusMessage extends Message {
  status_uuid: $v1_mesos.UUID;
  operation_uuid: $v1_mesos.UUID;
  resource_provider_id?: $v1_mesos.ResourceProviderID | undefined;
}
export const AcknowledgeOperationStatusMessage: MessageType<AcknowledgeOperationStatusMessage> = messageType(
  "mesos.internal.AcknowledgeOperationStatusMessage",
  () => [
    ["status_uuid", 1, "required", $v1_mesos.UUID],
    ["operation_uuid", 2, "required", $v1_mesos.UUID],
    ["resource_provider_id", 3, "optional", $v1_mesos.ResourceProviderID],
  ],
  encodeAcknowledgeOperationStatusMessage,
  decodeAcknowledgeOperationStatusMessage,
);
export function encodeAcknowledgeOperationStatusMessage(m: AcknowledgeOperationStatusMessage, w: Writer): void {
  if (m.status_uuid !== undefined) { const v = m.status_uuid; w.uint32(10); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.operation_uuid !== undefined) { const v = m.operation_uuid; w.uint32(18); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAcknowledgeOperationStatusMessage(r: Reader, end: number, m: AcknowledgeOperationStatusMessage = {} as AcknowledgeOperationStatusMessage): AcknowledgeOperationStatusMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.status_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.status_uuid); break;
      case 18: m.operation_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.operation_uuid); break;
      case 26: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status_uuid === undefined || m.operation_uuid === undefined) r.incomplete = true;
  return m;
}

export interface LostSlaveMessage extends Message {
  agent_id: $v1_mesos.AgentID;
}
export const LostSlaveMessage: MessageType<LostSlaveMessage> = messageType(
  "mesos.internal.LostSlaveMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeLostSlaveMessage,
  decodeLostSlaveMessage,
);
export function encodeLostSlaveMessage(m: LostSlaveMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeLostSlaveMessage(r: Reader, end: number, m: LostSlaveMessage = {} as LostSlaveMessage): LostSlaveMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface ReconcileTasksMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  statuses?: $v1_mesos.TaskStatus[] | undefined;
  framework?: $v1_mesos.FrameworkInfo | undefined;
}
export const ReconcileTasksMessage: MessageType<ReconcileTasksMessage> = messageType(
  "mesos.internal.ReconcileTasksMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["statuses", 2, "repeated", $v1_mesos.TaskStatus],
    ["framework", 3, "optional", $v1_mesos.FrameworkInfo],
  ],
  encodeReconcileTasksMessage,
  decodeReconcileTasksMessage,
);
export function encodeReconcileTasksMessage(m: ReconcileTasksMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.statuses !== undefined) for (const v of m.statuses) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeTaskStatus(v, w); w.close(b); } }
  if (m.framework !== undefined) { const v = m.framework; w.uint32(26); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReconcileTasksMessage(r: Reader, end: number, m: ReconcileTasksMessage = {} as ReconcileTasksMessage): ReconcileTasksMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: { const v = $v1_mesos.decodeTaskStatus(r, r.open(end)); (m.statuses ??= []).push(v); break; }
      case 26: m.framework = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface ReconcileOperationsMessage extends Message {
  operations?: ReconcileOperationsMessage_Operation[] | undefined;
  framework_id?: $v1_mesos.FrameworkID | undefined;
}
export const ReconcileOperationsMessage: MessageType<ReconcileOperationsMessage> = messageType(
  "mesos.internal.ReconcileOperationsMessage",
  () => [
    ["operations", 1, "repeated", ReconcileOperationsMessage_Operation],
    ["framework_id", 2, "optional", $v1_mesos.FrameworkID],
  ],
  encodeReconcileOperationsMessage,
  decodeReconcileOperationsMessage,
);
export function encodeReconcileOperationsMessage(m: ReconcileOperationsMessage, w: Writer): void {
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(10); { const b = w.open(); encodeReconcileOperationsMessage_Operation(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReconcileOperationsMessage(r: Reader, end: number, m: ReconcileOperationsMessage = {} as ReconcileOperationsMessage): ReconcileOperationsMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeReconcileOperationsMessage_Operation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ReconcileOperationsMessage_Operation extends Message {
  operation_uuid?: $v1_mesos.UUID | undefined;
  operation_id?: $v1_mesos.OperationID | undefined;
  resource_provider_id?: $v1_mesos.ResourceProviderID | undefined;
}
export const ReconcileOperationsMessage_Operation: MessageType<ReconcileOperationsMessage_Operation> = messageType(
  "mesos.internal.ReconcileOperationsMessage.Operation",
  () => [
    ["operation_uuid", 1, "optional", $v1_mesos.UUID],
    ["operation_id", 3, "optional", $v1_mesos.OperationID],
    ["resource_provider_id", 2, "optional", $v1_mesos.ResourceProviderID],
  ],
  encodeReconcileOperationsMessage_Operation,
  decodeReconcileOperationsMessage_Operation,
);
export function encodeReconcileOperationsMessage_Operation(m: ReconcileOperationsMessage_Operation, w: Writer): void {
  if (m.operation_uuid !== undefined) { const v = m.operation_uuid; w.uint32(10); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.operation_id !== undefined) { const v = m.operation_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeOperationID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReconcileOperationsMessage_Operation(r: Reader, end: number, m: ReconcileOperationsMessage_Operation = {} as ReconcileOperationsMessage_Operation): ReconcileOperationsMessage_Operation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.operation_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.operation_uuid); break;
      case 26: m.operation_id = $v1_mesos.decodeOperationID(r, r.open(end), m.operation_id); break;
      case 18: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface FrameworkErrorMessage extends Message {
  message: string;
}
export const FrameworkErrorMessage: MessageType<FrameworkErrorMessage> = messageType(
  "mesos.internal.FrameworkErrorMessage",
  () => [
    ["message", 2, "required", "string"],
  ],
  encodeFrameworkErrorMessage,
  decodeFrameworkErrorMessage,
);
export function encodeFrameworkErrorMessage(m: FrameworkErrorMessage, w: Writer): void {
  if (m.message !== undefined) { const v = m.message; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFrameworkErrorMessage(r: Reader, end: number, m: FrameworkErrorMessage = {} as FrameworkErrorMessage): FrameworkErrorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 18: m.message = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.message === undefined) r.incomplete = true;
  return m;
}

export interface RegisterSlaveMessage extends Message {
  agent: $v1_mesos.AgentInfo;
  checkpointed_resources?: $v1_mesos.Resource[] | undefined;
  version?: string | undefined;
  agent_capabilities?: $v1_mesos.AgentInfo_Capability[] | undefined;
  resource_version_uuid?: $v1_mesos.UUID | undefined;
}
export const RegisterSlaveMessage: MessageType<RegisterSlaveMessage> = messageType(
  "mesos.internal.RegisterSlaveMessage",
  () => [
    ["agent", 1, "required", $v1_mesos.AgentInfo, { v0: "slave" }],
    ["checkpointed_resources", 3, "repeated", $v1_mesos.Resource],
    ["version", 2, "optional", "string"],
    ["agent_capabilities", 4, "repeated", $v1_mesos.AgentInfo_Capability],
    ["resource_version_uuid", 5, "optional", $v1_mesos.UUID],
  ],
  encodeRegisterSlaveMessage,
  decodeRegisterSlaveMessage,
);
export function encodeRegisterSlaveMessage(m: RegisterSlaveMessage, w: Writer): void {
  if (m.agent !== undefined) { const v = m.agent; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.version !== undefined) { const v = m.version; w.uint32(18); w.string(v); }
  if (m.checkpointed_resources !== undefined) for (const v of m.checkpointed_resources) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.agent_capabilities !== undefined) for (const v of m.agent_capabilities) { w.uint32(34); { const b = w.open(); $v1_mesos.encodeAgentInfo_Capability(v, w); w.close(b); } }
  if (m.resource_version_uuid !== undefined) { const v = m.resource_version_uuid; w.uint32(42); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegisterSlaveMessage(r: Reader, end: number, m: RegisterSlaveMessage = {} as RegisterSlaveMessage): RegisterSlaveMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent = $v1_mesos.decodeAgentInfo(r, r.open(end), m.agent); break;
      case 26: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.checkpointed_resources ??= []).push(v); break; }
      case 18: m.version = r.string(); break;
      case 34: { const v = $v1_mesos.decodeAgentInfo_Capability(r, r.open(end)); (m.agent_capabilities ??= []).push(v); break; }
      case 42: m.resource_version_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.resource_version_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent === undefined) r.incomplete = true;
  return m;
}

export interface ReregisterSlaveMessage extends Message {
  agent: $v1_mesos.AgentInfo;
  checkpointed_resources?: $v1_mesos.Resource[] | undefined;
  executor_infos?: $v1_mesos.ExecutorInfo[] | undefined;
  tasks?: $v1_mesos.Task[] | undefined;
  frameworks?: $v1_mesos.FrameworkInfo[] | undefined;
  completed_frameworks?: Archive_Framework[] | undefined;
  version?: string | undefined;
  agent_capabilities?: $v1_mesos.AgentInfo_Capability[] | undefined;
  resource_version_uuid?: $v1_mesos.UUID | undefined;
}
export const ReregisterSlaveMessage: MessageType<ReregisterSlaveMessage> = messageType(
  "mesos.internal.ReregisterSlaveMessage",
  () => [
    ["agent", 2, "required", $v1_mesos.AgentInfo, { v0: "slave" }],
    ["checkpointed_resources", 7, "repeated", $v1_mesos.Resource],
    ["executor_infos", 4, "repeated", $v1_mesos.ExecutorInfo],
    ["tasks", 3, "repeated", $v1_mesos.Task],
    ["frameworks", 8, "repeated", $v1_mesos.FrameworkInfo],
    ["completed_frameworks", 5, "repeated", Archive_Framework],
    ["version", 6, "optional", "string"],
    ["agent_capabilities", 9, "repeated", $v1_mesos.AgentInfo_Capability],
    ["resource_version_uuid", 10, "optional", $v1_mesos.UUID],
  ],
  encodeReregisterSlaveMessage,
  decodeReregisterSlaveMessage,
);
export function encodeReregisterSlaveMessage(m: ReregisterSlaveMessage, w: Writer): void {
  if (m.agent !== undefined) { const v = m.agent; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.executor_infos !== undefined) for (const v of m.executor_infos) { w.uint32(34); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.completed_frameworks !== undefined) for (const v of m.completed_frameworks) { w.uint32(42); { const b = w.open(); encodeArchive_Framework(v, w); w.close(b); } }
  if (m.version !== undefined) { const v = m.version; w.uint32(50); w.string(v); }
  if (m.checkpointed_resources !== undefined) for (const v of m.checkpointed_resources) { w.uint32(58); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.frameworks !== undefined) for (const v of m.frameworks) { w.uint32(66); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.agent_capabilities !== undefined) for (const v of m.agent_capabilities) { w.uint32(74); { const b = w.open(); $v1_mesos.encodeAgentInfo_Capability(v, w); w.close(b); } }
  if (m.resource_version_uuid !== undefined) { const v = m.resource_version_uuid; w.uint32(82); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReregisterSlaveMessage(r: Reader, end: number, m: ReregisterSlaveMessage = {} as ReregisterSlaveMessage): ReregisterSlaveMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 18: m.agent = $v1_mesos.decodeAgentInfo(r, r.open(end), m.agent); break;
      case 58: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.checkpointed_resources ??= []).push(v); break; }
      case 34: { const v = $v1_mesos.decodeExecutorInfo(r, r.open(end)); (m.executor_infos ??= []).push(v); break; }
      case 26: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      case 66: { const v = $v1_mesos.decodeFrameworkInfo(r, r.open(end)); (m.frameworks ??= []).push(v); break; }
      case 42: { const v = decodeArchive_Framework(r, r.open(end)); (m.completed_frameworks ??= []).push(v); break; }
      case 50: m.version = r.string(); break;
      case 74: { const v = $v1_mesos.decodeAgentInfo_Capability(r, r.open(end)); (m.agent_capabilities ??= []).push(v); break; }
      case 82: m.resource_version_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.resource_version_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent === undefined) r.incomplete = true;
  return m;
}

export interface SlaveRegisteredMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  connection?: MasterSlaveConnection | undefined;
}
export const SlaveRegisteredMessage: MessageType<SlaveRegisteredMessage> = messageType(
  "mesos.internal.SlaveRegisteredMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["connection", 2, "optional", MasterSlaveConnection],
  ],
  encodeSlaveRegisteredMessage,
  decodeSlaveRegisteredMessage,
);
export function encodeSlaveRegisteredMessage(m: SlaveRegisteredMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.connection !== undefined) { const v = m.connection; w.uint32(18); { const b = w.open(); encodeMasterSlaveConnection(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSlaveRegisteredMessage(r: Reader, end: number, m: SlaveRegisteredMessage = {} as SlaveRegisteredMessage): SlaveRegisteredMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.connection = decodeMasterSlaveConnection(r, r.open(end), m.connection); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface SlaveReregisteredMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  reconciliations?: ReconcileTasksMessage[] | undefined;
  connection?: MasterSlaveConnection | undefined;
}
export const SlaveReregisteredMessage: MessageType<SlaveReregisteredMessage> = messageType(
  "mesos.internal.SlaveReregisteredMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["reconciliations", 2, "repeated", ReconcileTasksMessage],
    ["connection", 3, "optional", MasterSlaveConnection],
  ],
  encodeSlaveReregisteredMessage,
  decodeSlaveReregisteredMessage,
);
export function encodeSlaveReregisteredMessage(m: SlaveReregisteredMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.reconciliations !== undefined) for (const v of m.reconciliations) { w.uint32(18); { const b = w.open(); encodeReconcileTasksMessage(v, w); w.close(b); } }
  if (m.connection !== undefined) { const v = m.connection; w.uint32(26); { const b = w.open(); encodeMasterSlaveConnection(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSlaveReregisteredMessage(r: Reader, end: number, m: SlaveReregisteredMessage = {} as SlaveReregisteredMessage): SlaveReregisteredMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: { const v = decodeReconcileTasksMessage(r, r.open(end)); (m.reconciliations ??= []).push(v); break; }
      case 26: m.connection = decodeMasterSlaveConnection(r, r.open(end), m.connection); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface UnregisterSlaveMessage extends Message {
  agent_id: $v1_mesos.AgentID;
}
export const UnregisterSlaveMessage: MessageType<UnregisterSlaveMessage> = messageType(
  "mesos.internal.UnregisterSlaveMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeUnregisterSlaveMessage,
  decodeUnregisterSlaveMessage,
);
export function encodeUnregisterSlaveMessage(m: UnregisterSlaveMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUnregisterSlaveMessage(r: Reader, end: number, m: UnregisterSlaveMessage = {} as UnregisterSlaveMessage): UnregisterSlaveMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface MasterSlaveConnection extends Message {
  total_ping_timeout_seconds?: number | undefined;
}
export const MasterSlaveConnection: MessageType<MasterSlaveConnection> = messageType(
  "mesos.internal.MasterSlaveConnection",
  () => [
    ["total_ping_timeout_seconds", 1, "optional", "double"],
  ],
  encodeMasterSlaveConnection,
  decodeMasterSlaveConnection,
);
export function encodeMasterSlaveConnection(m: MasterSlaveConnection, w: Writer): void {
  if (m.total_ping_timeout_seconds !== undefined) { const v = m.total_ping_timeout_seconds; w.uint32(9); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMasterSlaveConnection(r: Reader, end: number, m: MasterSlaveConnection = {} as MasterSlaveConnection): MasterSlaveConnection {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.total_ping_timeout_seconds = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface PingSlaveMessage extends Message {
  connected: boolean;
}
export const PingSlaveMessage: MessageType<PingSlaveMessage> = messageType(
  "mesos.internal.PingSlaveMessage",
  () => [
    ["connected", 1, "required", "bool"],
  ],
  encodePingSlaveMessage,
  decodePingSlaveMessage,
);
export function encodePingSlaveMessage(m: PingSlaveMessage, w: Writer): void {
  if (m.connected !== undefined) { const v = m.connected; w.uint32(8); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePingSlaveMessage(r: Reader, end: number, m: PingSlaveMessage = {} as PingSlaveMessage): PingSlaveMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.connected = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.connected === undefined) r.incomplete = true;
  return m;
}

export interface PongSlaveMessage extends Message {
}
export const PongSlaveMessage: MessageType<PongSlaveMessage> = messageType(
  "mesos.internal.PongSlaveMessage",
  () => [
  ],
  encodePongSlaveMessage,
  decodePongSlaveMessage,
);
export function encodePongSlaveMessage(m: PongSlaveMessage, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePongSlaveMessage(r: Reader, end: number, m: PongSlaveMessage = {} as PongSlaveMessage): PongSlaveMessage {
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

export interface ShutdownFrameworkMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
}
export const ShutdownFrameworkMessage: MessageType<ShutdownFrameworkMessage> = messageType(
  "mesos.internal.ShutdownFrameworkMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
  ],
  encodeShutdownFrameworkMessage,
  decodeShutdownFrameworkMessage,
);
export function encodeShutdownFrameworkMessage(m: ShutdownFrameworkMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeShutdownFrameworkMessage(r: Reader, end: number, m: ShutdownFrameworkMessage = {} as ShutdownFrameworkMessage): ShutdownFrameworkMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface ShutdownExecutorMessage extends Message {
  executor_id?: $v1_mesos.ExecutorID | undefined;
  framework_id?: $v1_mesos.FrameworkID | undefined;
}
export const ShutdownExecutorMessage: MessageType<ShutdownExecutorMessage> = messageType(
  "mesos.internal.ShutdownExecutorMessage",
  () => [
    ["executor_id", 1, "optional", $v1_mesos.ExecutorID],
    ["framework_id", 2, "optional", $v1_mesos.FrameworkID],
  ],
  encodeShutdownExecutorMessage,
  decodeShutdownExecutorMessage,
);
export function encodeShutdownExecutorMessage(m: ShutdownExecutorMessage, w: Writer): void {
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeShutdownExecutorMessage(r: Reader, end: number, m: ShutdownExecutorMessage = {} as ShutdownExecutorMessage): ShutdownExecutorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface UpdateFrameworkMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  pid?: string | undefined;
  framework_info?: $v1_mesos.FrameworkInfo | undefined;
}
export const UpdateFrameworkMessage: MessageType<UpdateFrameworkMessage> = messageType(
  "mesos.internal.UpdateFrameworkMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["pid", 2, "optional", "string"],
    ["framework_info", 3, "optional", $v1_mesos.FrameworkInfo],
  ],
  encodeUpdateFrameworkMessage,
  decodeUpdateFrameworkMessage,
);
export function encodeUpdateFrameworkMessage(m: UpdateFrameworkMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.pid !== undefined) { const v = m.pid; w.uint32(18); w.string(v); }
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(26); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUpdateFrameworkMessage(r: Reader, end: number, m: UpdateFrameworkMessage = {} as UpdateFrameworkMessage): UpdateFrameworkMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.pid = r.string(); break;
      case 26: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface CheckpointResourcesMessage extends Message {
  resources?: $v1_mesos.Resource[] | undefined;
}
export const CheckpointResourcesMessage: MessageType<CheckpointResourcesMessage> = messageType(
  "mesos.internal.CheckpointResourcesMessage",
  () => [
    ["resources", 1, "repeated", $v1_mesos.Resource],
  ],
  encodeCheckpointResourcesMessage,
  decodeCheckpointResourcesMessage,
);
export function encodeCheckpointResourcesMessage(m: CheckpointResourcesMessage, w: Writer): void {
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckpointResourcesMessage(r: Reader, end: number, m: CheckpointResourcesMessage = {} as CheckpointResourcesMessage): CheckpointResourcesMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ResourceVersionUUID extends Message {
  resource_provider_id?: $v1_mesos.ResourceProviderID | undefined;
  uuid: $v1_mesos.UUID;
}
export const ResourceVersionUUID: MessageType<ResourceVersionUUID> = messageType(
  "mesos.internal.ResourceVersionUUID",
  () => [
    ["resource_provider_id", 1, "optional", $v1_mesos.ResourceProviderID],
    ["uuid", 2, "required", $v1_mesos.UUID],
  ],
  encodeResourceVersionUUID,
  decodeResourceVersionUUID,
);
export function encodeResourceVersionUUID(m: ResourceVersionUUID, w: Writer): void {
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(18); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceVersionUUID(r: Reader, end: number, m: ResourceVersionUUID = {} as ResourceVersionUUID): ResourceVersionUUID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      case 18: m.uuid = $v1_mesos.decodeUUID(r, r.open(end), m.uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.uuid === undefined) r.incomplete = true;
  return m;
}

export interface UpdateSlaveMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  update_oversubscribed_resources?: boolean | undefined;
  oversubscribed_resources?: $v1_mesos.Resource[] | undefined;
  operations?: UpdateSlaveMessage_Operations | undefined;
  resource_version_uuid?: $v1_mesos.UUID | undefined;
  resource_providers?: UpdateSlaveMessage_ResourceProviders | undefined;
}
export const UpdateSlaveMessage: MessageType<UpdateSlaveMessage> = messageType(
  "mesos.internal.UpdateSlaveMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["update_oversubscribed_resources", 5, "optional", "bool"],
    ["oversubscribed_resources", 2, "repeated", $v1_mesos.Resource],
    ["operations", 6, "optional", UpdateSlaveMessage_Operations],
    ["resource_version_uuid", 7, "optional", $v1_mesos.UUID],
    ["resource_providers", 8, "optional", UpdateSlaveMessage_ResourceProviders],
  ],
  encodeUpdateSlaveMessage,
  decodeUpdateSlaveMessage,
);
export function encodeUpdateSlaveMessage(m: UpdateSlaveMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.oversubscribed_resources !== undefined) for (const v of m.oversubscribed_resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.update_oversubscribed_resources !== undefined) { const v = m.update_oversubscribed_resources; w.uint32(40); w.bool(v); }
  if (m.operations !== undefined) { const v = m.operations; w.uint32(50); { const b = w.open(); encodeUpdateSlaveMessage_Operations(v, w); w.close(b); } }
  if (m.resource_version_uuid !== undefined) { const v = m.resource_version_uuid; w.uint32(58); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.resource_providers !== undefined) { const v = m.resource_providers; w.uint32(66); { const b = w.open(); encodeUpdateSlaveMessage_ResourceProviders(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUpdateSlaveMessage(r: Reader, end: number, m: UpdateSlaveMessage = {} as UpdateSlaveMessage): UpdateSlaveMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 40: m.update_oversubscribed_resources = r.bool(); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.oversubscribed_resources ??= []).push(v); break; }
      case 50: m.operations = decodeUpdateSlaveMessage_Operations(r, r.open(end), m.operations); break;
      case 58: m.resource_version_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.resource_version_uuid); break;
      case 66: m.resource_providers = decodeUpdateSlaveMessage_ResourceProviders(r, r.open(end), m.resource_providers); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface UpdateSlaveMessage_Operations extends Message {
  operations?: $v1_mesos.Operation[] | undefined;
}
export const UpdateSlaveMessage_Operations: MessageType<UpdateSlaveMessage_Operations> = messageType(
  "mesos.internal.UpdateSlaveMessage.Operations",
  () => [
    ["operations", 1, "repeated", $v1_mesos.Operation],
  ],
  encodeUpdateSlaveMessage_Operations,
  decodeUpdateSlaveMessage_Operations,
);
export function encodeUpdateSlaveMessage_Operations(m: UpdateSlaveMessage_Operations, w: Writer): void {
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperation(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUpdateSlaveMessage_Operations(r: Reader, end: number, m: UpdateSlaveMessage_Operations = {} as UpdateSlaveMessage_Operations): UpdateSlaveMessage_Operations {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOperation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface UpdateSlaveMessage_ResourceProvider extends Message {
  info?: $v1_mesos.ResourceProviderInfo | undefined;
  total_resources?: $v1_mesos.Resource[] | undefined;
  operations: UpdateSlaveMessage_Operations;
  resource_version_uuid: $v1_mesos.UUID;
}
export const UpdateSlaveMessage_ResourceProvider: MessageType<UpdateSlaveMessage_ResourceProvider> = messageType(
  "mesos.internal.UpdateSlaveMessage.ResourceProvider",
  () => [
    ["info", 1, "optional", $v1_mesos.ResourceProviderInfo],
    ["total_resources", 2, "repeated", $v1_mesos.Resource],
    ["operations", 3, "required", UpdateSlaveMessage_Operations],
    ["resource_version_uuid", 4, "required", $v1_mesos.UUID],
  ],
  encodeUpdateSlaveMessage_ResourceProvider,
  decodeUpdateSlaveMessage_ResourceProvider,
);
export function encodeUpdateSlaveMessage_ResourceProvider(m: UpdateSlaveMessage_ResourceProvider, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderInfo(v, w); w.close(b); } }
  if (m.total_resources !== undefined) for (const v of m.total_resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.operations !== undefined) { const v = m.operations; w.uint32(26); { const b = w.open(); encodeUpdateSlaveMessage_Operations(v, w); w.close(b); } }
  if (m.resource_version_uuid !== undefined) { const v = m.resource_version_uuid; w.uint32(34); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUpdateSlaveMessage_ResourceProvider(r: Reader, end: number, m: UpdateSlaveMessage_ResourceProvider = {} as UpdateSlaveMessage_ResourceProvider): UpdateSlaveMessage_ResourceProvider {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_mesos.decodeResourceProviderInfo(r, r.open(end), m.info); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.total_resources ??= []).push(v); break; }
      case 26: m.operations = decodeUpdateSlaveMessage_Operations(r, r.open(end), m.operations); break;
      case 34: m.resource_version_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.resource_version_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.operations === undefined || m.resource_version_uuid === undefined) r.incomplete = true;
  return m;
}

export interface UpdateSlaveMessage_ResourceProviders extends Message {
  providers?: UpdateSlaveMessage_ResourceProvider[] | undefined;
}
export const UpdateSlaveMessage_ResourceProviders: MessageType<UpdateSlaveMessage_ResourceProviders> = messageType(
  "mesos.internal.UpdateSlaveMessage.ResourceProviders",
  () => [
    ["providers", 1, "repeated", UpdateSlaveMessage_ResourceProvider],
  ],
  encodeUpdateSlaveMessage_ResourceProviders,
  decodeUpdateSlaveMessage_ResourceProviders,
);
export function encodeUpdateSlaveMessage_ResourceProviders(m: UpdateSlaveMessage_ResourceProviders, w: Writer): void {
  if (m.providers !== undefined) for (const v of m.providers) { w.uint32(10); { const b = w.open(); encodeUpdateSlaveMessage_ResourceProvider(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUpdateSlaveMessage_ResourceProviders(r: Reader, end: number, m: UpdateSlaveMessage_ResourceProviders = {} as UpdateSlaveMessage_ResourceProviders): UpdateSlaveMessage_ResourceProviders {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeUpdateSlaveMessage_ResourceProvider(r, r.open(end)); (m.providers ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface UpdateOperationStatusMessage extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  agent_id?: $v1_mesos.AgentID | undefined;
  status: $v1_mesos.OperationStatus;
  latest_status?: $v1_mesos.OperationStatus | undefined;
  operation_uuid?: $v1_mesos.UUID | undefined;
}
export const UpdateOperationStatusMessage: MessageType<UpdateOperationStatusMessage> = messageType(
  "mesos.internal.UpdateOperationStatusMessage",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["agent_id", 2, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["status", 3, "required", $v1_mesos.OperationStatus],
    ["latest_status", 4, "optional", $v1_mesos.OperationStatus],
    ["operation_uuid", 5, "optional", $v1_mesos.UUID],
  ],
  encodeUpdateOperationStatusMessage,
  decodeUpdateOperationStatusMessage,
);
export function encodeUpdateOperationStatusMessage(m: UpdateOperationStatusMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.status !== undefined) { const v = m.status; w.uint32(26); { const b = w.open(); $v1_mesos.encodeOperationStatus(v, w); w.close(b); } }
  if (m.latest_status !== undefined) { const v = m.latest_status; w.uint32(34); { const b = w.open(); $v1_mesos.encodeOperationStatus(v, w); w.close(b); } }
  if (m.operation_uuid !== undefined) { const v = m.operation_uuid; w.uint32(42); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUpdateOperationStatusMessage(r: Reader, end: number, m: UpdateOperationStatusMessage = {} as UpdateOperationStatusMessage): UpdateOperationStatusMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 26: m.status = $v1_mesos.decodeOperationStatus(r, r.open(end), m.status); break;
      case 34: m.latest_status = $v1_mesos.decodeOperationStatus(r, r.open(end), m.latest_status); break;
      case 42: m.operation_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.operation_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined) r.incomplete = true;
  return m;
}

export interface UpdateOperationStatusRecord extends Message {
  type: UpdateOperationStatusRecord_Type;
  update?: UpdateOperationStatusMessage | undefined;
  uuid?: $v1_mesos.UUID | undefined;
}
export const UpdateOperationStatusRecord: MessageType<UpdateOperationStatusRecord> = messageType(
  "mesos.internal.UpdateOperationStatusRecord",
  () => [
    ["type", 1, "required", UpdateOperationStatusRecord_Type],
    ["update", 2, "optional", UpdateOperationStatusMessage],
    ["uuid", 3, "optional", $v1_mesos.UUID],
  ],
  encodeUpdateOperationStatusRecord,
  decodeUpdateOperationStatusRecord,
);
export function encodeUpdateOperationStatusRecord(m: UpdateOperationStatusRecord, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = UpdateOperationStatusRecord_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.update !== undefined) { const v = m.update; w.uint32(18); { const b = w.open(); encodeUpdateOperationStatusMessage(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(26); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUpdateOperationStatusRecord(r: Reader, end: number, m: UpdateOperationStatusRecord = {} as UpdateOperationStatusRecord): UpdateOperationStatusRecord {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = UpdateOperationStatusRecord_Type.names.get(r.int32()) as UpdateOperationStatusRecord_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.update = decodeUpdateOperationStatusMessage(r, r.open(end), m.update); break;
      case 26: m.uuid = $v1_mesos.decodeUUID(r, r.open(end), m.uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export type UpdateOperationStatusRecord_Type = "UPDATE" | "ACK";
export const UpdateOperationStatusRecord_Type: EnumType = enumType("mesos.internal.UpdateOperationStatusRecord.Type", { UPDATE: 0, ACK: 1 }, {  });

export interface ApplyOperationMessage extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  operation_info: $v1_mesos.Offer_Operation;
  operation_uuid: $v1_mesos.UUID;
  resource_version_uuid: ResourceVersionUUID;
}
export const ApplyOperationMessage: MessageType<ApplyOperationMessage> = messageType(
  "mesos.internal.ApplyOperationMessage",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["operation_info", 2, "required", $v1_mesos.Offer_Operation],
    ["operation_uuid", 3, "required", $v1_mesos.UUID],
    ["resource_version_uuid", 4, "required", ResourceVersionUUID],
  ],
  encodeApplyOperationMessage,
  decodeApplyOperationMessage,
);
export function encodeApplyOperationMessage(m: ApplyOperationMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.operation_info !== undefined) { const v = m.operation_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeOffer_Operation(v, w); w.close(b); } }
  if (m.operation_uuid !== undefined) { const v = m.operation_uuid; w.uint32(26); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.resource_version_uuid !== undefined) { const v = m.resource_version_uuid; w.uint32(34); { const b = w.open(); encodeResourceVersionUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeApplyOperationMessage(r: Reader, end: number, m: ApplyOperationMessage = {} as ApplyOperationMessage): ApplyOperationMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.operation_info = $v1_mesos.decodeOffer_Operation(r, r.open(end), m.operation_info); break;
      case 26: m.operation_uuid = $v1_mesos.decodeUUID(r, r.open(end), m.operation_uuid); break;
      case 34: m.resource_version_uuid = decodeResourceVersionUUID(r, r.open(end), m.resource_version_uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.operation_info === undefined || m.operation_uuid === undefined || m.resource_version_uuid === undefined) r.incomplete = true;
  return m;
}

export interface ResourceProviderCallMessage extends Message {
  call: $v1_resource_provider.Call;
  uuid?: $v1_mesos.UUID | undefined;
}
export const ResourceProviderCallMessage: MessageType<ResourceProviderCallMessage> = messageType(
  "mesos.internal.ResourceProviderCallMessage",
  () => [
    ["call", 1, "required", $v1_resource_provider.Call],
    ["uuid", 2, "optional", $v1_mesos.UUID],
  ],
  encodeResourceProviderCallMessage,
  decodeResourceProviderCallMessage,
);
export function encodeResourceProviderCallMessage(m: ResourceProviderCallMessage, w: Writer): void {
  if (m.call !== undefined) { const v = m.call; w.uint32(10); { const b = w.open(); $v1_resource_provider.encodeCall(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(18); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceProviderCallMessage(r: Reader, end: number, m: ResourceProviderCallMessage = {} as ResourceProviderCallMessage): ResourceProviderCallMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.call = $v1_resource_provider.decodeCall(r, r.open(end), m.call); break;
      case 18: m.uuid = $v1_mesos.decodeUUID(r, r.open(end), m.uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.call === undefined) r.incomplete = true;
  return m;
}

export interface ResourceProviderEventMessage extends Message {
  resource_provider_id: $v1_mesos.ResourceProviderID;
  event: $v1_resource_provider.Event;
  uuid?: $v1_mesos.UUID | undefined;
}
export const ResourceProviderEventMessage: MessageType<ResourceProviderEventMessage> = messageType(
  "mesos.internal.ResourceProviderEventMessage",
  () => [
    ["resource_provider_id", 1, "required", $v1_mesos.ResourceProviderID],
    ["event", 2, "required", $v1_resource_provider.Event],
    ["uuid", 3, "optional", $v1_mesos.UUID],
  ],
  encodeResourceProviderEventMessage,
  decodeResourceProviderEventMessage,
);
export function encodeResourceProviderEventMessage(m: ResourceProviderEventMessage, w: Writer): void {
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.event !== undefined) { const v = m.event; w.uint32(18); { const b = w.open(); $v1_resource_provider.encodeEvent(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(26); { const b = w.open(); $v1_mesos.encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceProviderEventMessage(r: Reader, end: number, m: ResourceProviderEventMessage = {} as ResourceProviderEventMessage): ResourceProviderEventMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      case 18: m.event = $v1_resource_provider.decodeEvent(r, r.open(end), m.event); break;
      case 26: m.uuid = $v1_mesos.decodeUUID(r, r.open(end), m.uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.resource_provider_id === undefined || m.event === undefined) r.incomplete = true;
  return m;
}

export interface RegisterExecutorMessage extends Message {
  framework_id: $v1_mesos.FrameworkID;
  executor_id: $v1_mesos.ExecutorID;
}
export const RegisterExecutorMessage: MessageType<RegisterExecutorMessage> = messageType(
  "mesos.internal.RegisterExecutorMessage",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["executor_id", 2, "required", $v1_mesos.ExecutorID],
  ],
  encodeRegisterExecutorMessage,
  decodeRegisterExecutorMessage,
);
export function encodeRegisterExecutorMessage(m: RegisterExecutorMessage, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegisterExecutorMessage(r: Reader, end: number, m: RegisterExecutorMessage = {} as RegisterExecutorMessage): RegisterExecutorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined || m.executor_id === undefined) r.incomplete = true;
  return m;
}

export interface ExecutorRegisteredMessage extends Message {
  executor_info: $v1_mesos.ExecutorInfo;
  framework_id: $v1_mesos.FrameworkID;
  framework_info: $v1_mesos.FrameworkInfo;
  agent_id: $v1_mesos.AgentID;
  agent_info: $v1_mesos.AgentInfo;
}
export const ExecutorRegisteredMessage: MessageType<ExecutorRegisteredMessage> = messageType(
  "mesos.internal.ExecutorRegisteredMessage",
  () => [
    ["executor_info", 2, "required", $v1_mesos.ExecutorInfo],
    ["framework_id", 3, "required", $v1_mesos.FrameworkID],
    ["framework_info", 4, "required", $v1_mesos.FrameworkInfo],
    ["agent_id", 5, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["agent_info", 6, "required", $v1_mesos.AgentInfo, { v0: "slave_info" }],
  ],
  encodeExecutorRegisteredMessage,
  decodeExecutorRegisteredMessage,
);
export function encodeExecutorRegisteredMessage(m: ExecutorRegisteredMessage, w: Writer): void {
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(34); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(42); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.agent_info !== undefined) { const v = m.agent_info; w.uint32(50); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeExecutorRegisteredMessage(r: Reader, end: number, m: ExecutorRegisteredMessage = {} as ExecutorRegisteredMessage): ExecutorRegisteredMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 18: m.executor_info = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      case 26: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 34: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 42: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 50: m.agent_info = $v1_mesos.decodeAgentInfo(r, r.open(end), m.agent_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_info === undefined || m.framework_id === undefined || m.framework_info === undefined || m.agent_id === undefined || m.agent_info === undefined) r.incomplete = true;
  return m;
}

export interface ExecutorReregisteredMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  agent_info: $v1_mesos.AgentInfo;
}
export const ExecutorReregisteredMessage: MessageType<ExecutorReregisteredMessage> = messageType(
  "mesos.internal.ExecutorReregisteredMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["agent_info", 2, "required", $v1_mesos.AgentInfo, { v0: "slave_info" }],
  ],
  encodeExecutorReregisteredMessage,
  decodeExecutorReregisteredMessage,
);
export function encodeExecutorReregisteredMessage(m: ExecutorReregisteredMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.agent_info !== undefined) { const v = m.agent_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeExecutorReregisteredMessage(r: Reader, end: number, m: ExecutorReregisteredMessage = {} as ExecutorReregisteredMessage): ExecutorReregisteredMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.agent_info = $v1_mesos.decodeAgentInfo(r, r.open(end), m.agent_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.agent_info === undefined) r.incomplete = true;
  return m;
}

export interface ExitedExecutorMessage extends Message {
  agent_id: $v1_mesos.AgentID;
  framework_id: $v1_mesos.FrameworkID;
  executor_id: $v1_mesos.ExecutorID;
  status: number;
}
export const ExitedExecutorMessage: MessageType<ExitedExecutorMessage> = messageType(
  "mesos.internal.ExitedExecutorMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["framework_id", 2, "required", $v1_mesos.FrameworkID],
    ["executor_id", 3, "required", $v1_mesos.ExecutorID],
    ["status", 4, "required", "int32"],
  ],
  encodeExitedExecutorMessage,
  decodeExitedExecutorMessage,
);
export function encodeExitedExecutorMessage(m: ExitedExecutorMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.status !== undefined) { const v = m.status; w.uint32(32); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeExitedExecutorMessage(r: Reader, end: number, m: ExitedExecutorMessage = {} as ExitedExecutorMessage): ExitedExecutorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 32: m.status = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined || m.framework_id === undefined || m.executor_id === undefined || m.status === undefined) r.incomplete = true;
  return m;
}

export interface ReconnectExecutorMessage extends Message {
  agent_id: $v1_mesos.AgentID;
}
export const ReconnectExecutorMessage: MessageType<ReconnectExecutorMessage> = messageType(
  "mesos.internal.ReconnectExecutorMessage",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeReconnectExecutorMessage,
  decodeReconnectExecutorMessage,
);
export function encodeReconnectExecutorMessage(m: ReconnectExecutorMessage, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReconnectExecutorMessage(r: Reader, end: number, m: ReconnectExecutorMessage = {} as ReconnectExecutorMessage): ReconnectExecutorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface ReregisterExecutorMessage extends Message {
  executor_id: $v1_mesos.ExecutorID;
  framework_id: $v1_mesos.FrameworkID;
  tasks?: $v1_mesos.TaskInfo[] | undefined;
  updates?: StatusUpdate[] | undefined;
}
export const ReregisterExecutorMessage: MessageType<ReregisterExecutorMessage> = messageType(
  "mesos.internal.ReregisterExecutorMessage",
  () => [
    ["executor_id", 1, "required", $v1_mesos.ExecutorID],
    ["framework_id", 2, "required", $v1_mesos.FrameworkID],
    ["tasks", 3, "repeated", $v1_mesos.TaskInfo],
    ["updates", 4, "repeated", StatusUpdate],
  ],
  encodeReregisterExecutorMessage,
  decodeReregisterExecutorMessage,
);
export function encodeReregisterExecutorMessage(m: ReregisterExecutorMessage, w: Writer): void {
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeTaskInfo(v, w); w.close(b); } }
  if (m.updates !== undefined) for (const v of m.updates) { w.uint32(34); { const b = w.open(); encodeStatusUpdate(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeReregisterExecutorMessage(r: Reader, end: number, m: ReregisterExecutorMessage = {} as ReregisterExecutorMessage): ReregisterExecutorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: { const v = $v1_mesos.decodeTaskInfo(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      case 34: { const v = decodeStatusUpdate(r, r.open(end)); (m.updates ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_id === undefined || m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface DrainSlaveMessage extends Message {
  config: $v1_mesos.DrainConfig;
}
export const DrainSlaveMessage: MessageType<DrainSlaveMessage> = messageType(
  "mesos.internal.DrainSlaveMessage",
  () => [
    ["config", 1, "required", $v1_mesos.DrainConfig],
  ],
  encodeDrainSlaveMessage,
  decodeDrainSlaveMessage,
);
export function encodeDrainSlaveMessage(m: DrainSlaveMessage, w: Writer): void {
  if (m.config !== undefined) { const v = m.config; w.uint32(10); { const b = w.open(); $v1_mesos.encodeDrainConfig(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDrainSlaveMessage(r: Reader, end: number, m: DrainSlaveMessage = {} as DrainSlaveMessage): DrainSlaveMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.config = $v1_mesos.decodeDrainConfig(r, r.open(end), m.config); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.config === undefined) r.incomplete = true;
  return m;
}

export interface ShutdownMessage extends Message {
  message?: string | undefined;
}
export const ShutdownMessage: MessageType<ShutdownMessage> = messageType(
  "mesos.internal.ShutdownMessage",
  () => [
    ["message", 1, "optional", "string"],
  ],
  encodeShutdownMessage,
  decodeShutdownMessage,
);
export function encodeShutdownMessage(m: ShutdownMessage, w: Writer): void {
  if (m.message !== undefined) { const v = m.message; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeShutdownMessage(r: Reader, end: number, m: ShutdownMessage = {} as ShutdownMessage): ShutdownMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.message = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Archive extends Message {
  frameworks?: Archive_Framework[] | undefined;
}
export const Archive: MessageType<Archive> = messageType(
  "mesos.internal.Archive",
  () => [
    ["frameworks", 1, "repeated", Archive_Framework],
  ],
  encodeArchive,
  decodeArchive,
);
export function encodeArchive(m: Archive, w: Writer): void {
  if (m.frameworks !== undefined) for (const v of m.frameworks) { w.uint32(10); { const b = w.open(); encodeArchive_Framework(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeArchive(r: Reader, end: number, m: Archive = {} as Archive): Archive {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeArchive_Framework(r, r.open(end)); (m.frameworks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Archive_Framework extends Message {
  framework_info: $v1_mesos.FrameworkInfo;
  pid?: string | undefined;
  tasks?: $v1_mesos.Task[] | undefined;
}
export const Archive_Framework: MessageType<Archive_Framework> = messageType(
  "mesos.internal.Archive.Framework",
  () => [
    ["framework_info", 1, "required", $v1_mesos.FrameworkInfo],
    ["pid", 2, "optional", "string"],
    ["tasks", 3, "repeated", $v1_mesos.Task],
  ],
  encodeArchive_Framework,
  decodeArchive_Framework,
);
export function encodeArchive_Framework(m: Archive_Framework, w: Writer): void {
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.pid !== undefined) { const v = m.pid; w.uint32(18); w.string(v); }
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeArchive_Framework(r: Reader, end: number, m: Archive_Framework = {} as Archive_Framework): Archive_Framework {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 18: m.pid = r.string(); break;
      case 26: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_info === undefined) r.incomplete = true;
  return m;
}

export interface TaskHealthStatus extends Message {
  task_id: $v1_mesos.TaskID;
  healthy: boolean;
  kill_task?: boolean | undefined;
  consecutive_failures?: number | undefined;
}
export const TaskHealthStatus: MessageType<TaskHealthStatus> = messageType(
  "mesos.internal.TaskHealthStatus",
  () => [
    ["task_id", 1, "required", $v1_mesos.TaskID],
    ["healthy", 2, "required", "bool"],
    ["kill_task", 3, "optional", "bool", { default: false }],
    ["consecutive_failures", 4, "optional", "int32"],
  ],
  encodeTaskHealthStatus,
  decodeTaskHealthStatus,
);
export function encodeTaskHealthStatus(m: TaskHealthStatus, w: Writer): void {
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.healthy !== undefined) { const v = m.healthy; w.uint32(16); w.bool(v); }
  if (m.kill_task !== undefined) { const v = m.kill_task; w.uint32(24); w.bool(v); }
  if (m.consecutive_failures !== undefined) { const v = m.consecutive_failures; w.uint32(32); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTaskHealthStatus(r: Reader, end: number, m: TaskHealthStatus = {} as TaskHealthStatus): TaskHealthStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 16: m.healthy = r.bool(); break;
      case 24: m.kill_task = r.bool(); break;
      case 32: m.consecutive_failures = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task_id === undefined || m.healthy === undefined) r.incomplete = true;
  return m;
}

export interface HookExecuted extends Message {
  module?: string | undefined;
}
export const HookExecuted: MessageType<HookExecuted> = messageType(
  "mesos.internal.HookExecuted",
  () => [
    ["module", 1, "optional", "string"],
  ],
  encodeHookExecuted,
  decodeHookExecuted,
);
export function encodeHookExecuted(m: HookExecuted, w: Writer): void {
  if (m.module !== undefined) { const v = m.module; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeHookExecuted(r: Reader, end: number, m: HookExecuted = {} as HookExecuted): HookExecuted {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.module = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
