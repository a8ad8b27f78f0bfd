// Generated from schema/internal/log.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface Promise extends Message {
  proposal: number;
}
export const Promise: MessageType<Promise> = messageType(
  "mesos.internal.log.Promise",
  () => [
    ["proposal", 1, "required", "uint64"],
  ],
  encodePromise,
  decodePromise,
);
export function encodePromise(m: Promise, w: Writer): void {
  if (m.proposal !== undefined) { const v = m.proposal; w.uint32(8); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePromise(r: Reader, end: number, m: Promise = {} as Promise): Promise {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.proposal = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.proposal === undefined) r.incomplete = true;
  return m;
}

export interface Action extends Message {
  position: number;
  promised: number;
  performed?: number | undefined;
  learned?: boolean | undefined;
  type?: Action_Type | undefined;
  nop?: Action_Nop | undefined;
  append?: Action_Append | undefined;
  truncate?: Action_Truncate | undefined;
}
export const Action: MessageType<Action> = messageType(
  "mesos.internal.log.Action",
  () => [
    ["position", 1, "required", "uint64"],
    ["promised", 2, "required", "uint64"],
    ["performed", 3, "optional", "uint64"],
    ["learned", 4, "optional", "bool"],
    ["type", 5, "optional", Action_Type],
    ["nop", 6, "optional", Action_Nop],
    ["append", 7, "optional", Action_Append],
    ["truncate", 8, "optional", Action_Truncate],
  ],
  encodeAction,
  decodeAction,
);
export function encodeAction(m: Action, w: Writer): void {
  if (m.position !== undefined) { const v = m.position; w.uint32(8); w.int64(v); }
  if (m.promised !== undefined) { const v = m.promised; w.uint32(16); w.int64(v); }
  if (m.performed !== undefined) { const v = m.performed; w.uint32(24); w.int64(v); }
  if (m.learned !== undefined) { const v = m.learned; w.uint32(32); w.bool(v); }
  if (m.type !== undefined) { const v = m.type; { const n = Action_Type.numbers[v]; if (n !== undefined) { w.uint32(40); w.int32(n); } } }
  if (m.nop !== undefined) { const v = m.nop; w.uint32(50); { const b = w.open(); encodeAction_Nop(v, w); w.close(b); } }
  if (m.append !== undefined) { const v = m.append; w.uint32(58); { const b = w.open(); encodeAction_Append(v, w); w.close(b); } }
  if (m.truncate !== undefined) { const v = m.truncate; w.uint32(66); { const b = w.open(); encodeAction_Truncate(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAction(r: Reader, end: number, m: Action = {} as Action): Action {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.position = r.uint64(); break;
      case 16: m.promised = r.uint64(); break;
      case 24: m.performed = r.uint64(); break;
      case 32: m.learned = r.bool(); break;
      case 40: { const v = Action_Type.names.get(r.int32()) as Action_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 50: m.nop = decodeAction_Nop(r, r.open(end), m.nop); break;
      case 58: m.append = decodeAction_Append(r, r.open(end), m.append); break;
      case 66: m.truncate = decodeAction_Truncate(r, r.open(end), m.truncate); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.position === undefined || m.promised === undefined) r.incomplete = true;
  return m;
}

export interface Action_Nop extends Message {
  tombstone?: boolean | undefined;
}
export const Action_Nop: MessageType<Action_Nop> = messageType(
  "mesos.internal.log.Action.Nop",
  () => [
    ["tombstone", 1, "optional", "bool"],
  ],
  encodeAction_Nop,
  decodeAction_Nop,
);
export function encodeAction_Nop(m: Action_Nop, w: Writer): void {
  if (m.tombstone !== undefined) { const v = m.tombstone; w.uint32(8); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAction_Nop(r: Reader, end: number, m: Action_Nop = {} as Action_Nop): Action_Nop {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.tombstone = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Action_Append extends Message {
  bytes: Uint8Array;
  cksum?: Uint8Array | undefined;
}
export const Action_Append: MessageType<Action_Append> = messageType(
  "mesos.internal.log.Action.Append",
  () => [
    ["bytes", 1, "required", "bytes"],
    ["cksum", 2, "optional", "bytes"],
  ],
  encodeAction_Append,
  decodeAction_Append,
);
export function encodeAction_Append(m: Action_Append, w: Writer): void {
  if (m.bytes !== undefined) { const v = m.bytes; w.uint32(10); w.bytes(v); }
  if (m.cksum !== undefined) { const v = m.cksum; w.uint32(18); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAction_Append(r: Reader, end: number, m: Action_Append = {} as Action_Append): Action_Append {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.bytes = r.bytes(); break;
      case 18: m.cksum = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.bytes === undefined) r.incomplete = true;
  return m;
}

export interface Action_Truncate extends Message {
  to: number;
}
export const Action_Truncate: MessageType<Action_Truncate> = messageType(
  "mesos.internal.log.Action.Truncate",
  () => [
    ["to", 1, "required", "uint64"],
  ],
  encodeAction_Truncate,
  decodeAction_Truncate,
);
export function encodeAction_Truncate(m: Action_Truncate, w: Writer): void {
  if (m.to !== undefined) { const v = m.to; w.uint32(8); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAction_Truncate(r: Reader, end: number, m: Action_Truncate = {} as Action_Truncate): Action_Truncate {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.to = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.to === undefined) r.incomplete = true;
  return m;
}

export type Action_Type = "NOP" | "APPEND" | "TRUNCATE";
export const Action_Type: EnumType = enumType("mesos.internal.log.Action.Type", { NOP: 1, APPEND: 2, TRUNCATE: 3 }, {  });

export interface Metadata extends Message {
  status: Metadata_Status;
  promised: number;
}
export const Metadata: MessageType<Metadata> = messageType(
  "mesos.internal.log.Metadata",
  () => [
    ["status", 1, "required", Metadata_Status, { default: "EMPTY" }],
    ["promised", 2, "required", "uint64", { default: 0 }],
  ],
  encodeMetadata,
  decodeMetadata,
);
export function encodeMetadata(m: Metadata, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; { const n = Metadata_Status.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.promised !== undefined) { const v = m.promised; w.uint32(16); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMetadata(r: Reader, end: number, m: Metadata = {} as Metadata): Metadata {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Metadata_Status.names.get(r.int32()) as Metadata_Status | undefined; if (v === undefined) r.keep(m, start); else m.status = v; break; }
      case 16: m.promised = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined || m.promised === undefined) r.incomplete = true;
  return m;
}

export type Metadata_Status = "VOTING" | "RECOVERING" | "STARTING" | "EMPTY";
export const Metadata_Status: EnumType = enumType("mesos.internal.log.Metadata.Status", { VOTING: 1, RECOVERING: 2, STARTING: 3, EMPTY: 4 }, {  });

export interface Record extends Message {
  type: Record_Type;
  promise?: Promise | undefined;
  action?: Action | undefined;
  metadata?: Metadata | undefined;
}
export const Record: MessageType<Record> = messageType(
  "mesos.internal.log.Record",
  () => [
    ["type", 1, "required", Record_Type],
    ["promise", 2, "optional", Promise],
    ["action", 3, "optional", Action],
    ["metadata", 4, "optional", Metadata],
  ],
  encodeRecord,
  decodeRecord,
);
export function encodeRecord(m: Record, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Record_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.promise !== undefined) { const v = m.promise; w.uint32(18); { const b = w.open(); encodePromise(v, w); w.close(b); } }
  if (m.action !== undefined) { const v = m.action; w.uint32(26); { const b = w.open(); encodeAction(v, w); w.close(b); } }
  if (m.metadata !== undefined) { const v = m.metadata; w.uint32(34); { const b = w.open(); encodeMetadata(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRecord(r: Reader, end: number, m: Record = {} as Record): Record {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Record_Type.names.get(r.int32()) as Record_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.promise = decodePromise(r, r.open(end), m.promise); break;
      case 26: m.action = decodeAction(r, r.open(end), m.action); break;
      case 34: m.metadata = decodeMetadata(r, r.open(end), m.metadata); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export type Record_Type = "PROMISE" | "ACTION" | "METADATA";
export const Record_Type: EnumType = enumType("mesos.internal.log.Record.Type", { PROMISE: 1, ACTION: 2, METADATA: 3 }, {  });

export interface PromiseRequest extends Message {
  proposal: number;
  position?: number | undefined;
}
export const PromiseRequest: MessageType<PromiseRequest> = messageType(
  "mesos.internal.log.PromiseRequest",
  () => [
    ["proposal", 1, "required", "uint64"],
    ["position", 2, "optional", "uint64"],
  ],
  encodePromiseRequest,
  decodePromiseRequest,
);
export function encodePromiseRequest(m: PromiseRequest, w: Writer): void {
  if (m.proposal !== undefined) { const v = m.proposal; w.uint32(8); w.int64(v); }
  if (m.position !== undefined) { const v = m.position; w.uint32(16); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePromiseRequest(r: Reader, end: number, m: PromiseRequest = {} as PromiseRequest): PromiseRequest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.proposal = r.uint64(); break;
      case 16: m.position = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.proposal === undefined) r.incomplete = true;
  return m;
}

export interface PromiseResponse extends Message {
  okay: boolean;
  type?: PromiseResponse_Type | undefined;
  proposal: number;
  position?: number | undefined;
  action?: Action | undefined;
}
export const PromiseResponse: MessageType<PromiseResponse> = messageType(
  "mesos.internal.log.PromiseResponse",
  () => [
    ["okay", 1, "required", "bool"],
    ["type", 5, "optional", PromiseResponse_Type],
    ["proposal", 2, "required", "uint64"],
    ["position", 4, "optional", "uint64"],
    ["action", 3, "optional", Action],
  ],
  encodePromiseResponse,
  decodePromiseResponse,
);
export function encodePromiseResponse(m: PromiseResponse, w: Writer): void {
  if (m.okay !== undefined) { const v = m.okay; w.uint32(8); w.bool(v); }
  if (m.proposal !== undefined) { const v = m.proposal; w.uint32(16); w.int64(v); }
  if (m.action !== undefined) { const v = m.action; w.uint32(26); { const b = w.open(); encodeAction(v, w); w.close(b); } }
  if (m.position !== undefined) { const v = m.position; w.uint32(32); w.int64(v); }
  if (m.type !== undefined) { const v = m.type; { const n = PromiseResponse_Type.numbers[v]; if (n !== undefined) { w.uint32(40); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePromiseResponse(r: Reader, end: number, m: PromiseResponse = {} as PromiseResponse): PromiseResponse {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.okay = r.bool(); break;
      case 40: { const v = PromiseResponse_Type.names.get(r.int32()) as PromiseResponse_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 16: m.proposal = r.uint64(); break;
      case 32: m.position = r.uint64(); break;
      case 26: m.action = decodeAction(r, r.open(end), m.action); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.okay === undefined || m.proposal === undefined) r.incomplete = true;
  return m;
}

export type PromiseResponse_Type = "ACCEPT" | "REJECT" | "IGNORED";
export const PromiseResponse_Type: EnumType = enumType("mesos.internal.log.PromiseResponse.Type", { ACCEPT: 1, REJECT: 2, IGNORED: 3 }, {  });

export interface WriteRequest extends Message {
  proposal: number;
  position: number;
  learned?: boolean | undefined;
  type: Action_Type;
  nop?: Action_Nop | undefined;
  append?: Action_Append | undefined;
  truncate?: Action_Truncate | undefined;
}
export const WriteRequest: MessageType<WriteRequest> = messageType(
  "mesos.internal.log.WriteRequest",
  () => [
    ["proposal", 1, "required", "uint64"],
    ["position", 2, "required", "uint64"],
    ["learned", 3, "optional", "bool"],
    ["type", 4, "required", Action_Type],
    ["nop", 5, "optional", Action_Nop],
    ["append", 6, "optional", Action_Append],
    ["truncate", 7, "optional", Action_Truncate],
  ],
  encodeWriteRequest,
  decodeWriteRequest,
);
export function encodeWriteRequest(m: WriteRequest, w: Writer): void {
  if (m.proposal !== undefined) { const v = m.proposal; w.uint32(8); w.int64(v); }
  if (m.position !== undefined) { const v = m.position; w.uint32(16); w.int64(v); }
  if (m.learned !== undefined) { const v = m.learned; w.uint32(24); w.bool(v); }
  if (m.type !== undefined) { const v = m.type; { const n = Action_Type.numbers[v]; if (n !== undefined) { w.uint32(32); w.int32(n); } } }
  if (m.nop !== undefined) { const v = m.nop; w.uint32(42); { const b = w.open(); encodeAction_Nop(v, w); w.close(b); } }
  if (m.append !== undefined) { const v = m.append; w.uint32(50); { const b = w.open(); encodeAction_Append(v, w); w.close(b); } }
  if (m.truncate !== undefined) { const v = m.truncate; w.uint32(58); { const b = w.open(); encodeAction_Truncate(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeWriteRequest(r: Reader, end: number, m: WriteRequest = {} as WriteRequest): WriteRequest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.proposal = r.uint64(); break;
      case 16: m.position = r.uint64(); break;
      case 24: m.learned = r.bool(); break;
      case 32: { const v = Action_Type.names.get(r.int32()) as Action_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 42: m.nop = decodeAction_Nop(r, r.open(end), m.nop); break;
      case 50: m.append = decodeAction_Append(r, r.open(end), m.append); break;
      case 58: m.truncate = decodeAction_Truncate(r, r.open(end), m.truncate); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.proposal === undefined || m.position === undefined || m.type === undefined) r.incomplete = true;
  return m;
}

export interface WriteResponse extends Message {
  okay: boolean;
  type?: WriteResponse_Type | undefined;
  proposal: number;
  position: number;
}
export const WriteResponse: MessageType<WriteResponse> = messageType(
  "mesos.internal.log.WriteResponse",
  () => [
    ["okay", 1, "required", "bool"],
    ["type", 4, "optional", WriteResponse_Type],
    ["proposal", 2, "required", "uint64"],
    ["position", 3, "required", "uint64"],
  ],
  encodeWriteResponse,
  decodeWriteResponse,
);
export function encodeWriteResponse(m: WriteResponse, w: Writer): void {
  if (m.okay !== undefined) { const v = m.okay; w.uint32(8); w.bool(v); }
  if (m.proposal !== undefined) { const v = m.proposal; w.uint32(16); w.int64(v); }
  if (m.position !== undefined) { const v = m.position; w.uint32(24); w.int64(v); }
  if (m.type !== undefined) { const v = m.type; { const n = WriteResponse_Type.numbers[v]; if (n !== undefined) { w.uint32(32); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeWriteResponse(r: Reader, end: number, m: WriteResponse = {} as WriteResponse): WriteResponse {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.okay = r.bool(); break;
      case 32: { const v = WriteResponse_Type.names.get(r.int32()) as WriteResponse_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 16: m.proposal = r.uint64(); break;
      case 24: m.position = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.okay === undefined || m.proposal === undefined || m.position === undefined) r.incomplete = true;
  return m;
}

export type WriteResponse_Type = "ACCEPT" | "REJECT" | "IGNORED";
export const WriteResponse_Type: EnumType = enumType("mesos.internal.log.WriteResponse.Type", { ACCEPT: 1, REJECT: 2, IGNORED: 3 }, {  });

export interface LearnedMessage extends Message {
  action: Action;
}
export const LearnedMessage: MessageType<LearnedMessage> = messageType(
  "mesos.internal.log.LearnedMessage",
  () => [
    ["action", 1, "required", Action],
  ],
  encodeLearnedMessage,
  decodeLearnedMessage,
);
export function encodeLearnedMessage(m: LearnedMessage, w: Writer): void {
  if (m.action !== undefined) { const v = m.action; w.uint32(10); { const b = w.open(); encodeAction(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeLearnedMessage(r: Reader, end: number, m: LearnedMessage = {} as LearnedMessage): LearnedMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.action = decodeAction(r, r.open(end), m.action); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.action === undefined) r.incomplete = true;
  return m;
}

export interface RecoverRequest extends Message {
}
export const RecoverRequest: MessageType<RecoverRequest> = messageType(
  "mesos.internal.log.RecoverRequest",
  () => [
  ],
  encodeRecoverRequest,
  decodeRecoverRequest,
);
export function encodeRecoverRequest(m: RecoverRequest, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRecoverRequest(r: Reader, end: number, m: RecoverRequest = {} as RecoverRequest): RecoverRequest {
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

export interface RecoverResponse extends Message {
  status: Metadata_Status;
  begin?: number | undefined;
  end?: number | undefined;
}
export const RecoverResponse: MessageType<RecoverResponse> = messageType(
  "mesos.internal.log.RecoverResponse",
  () => [
    ["status", 1, "required", Metadata_Status],
    ["begin", 2, "optional", "uint64"],
    ["end", 3, "optional", "uint64"],
  ],
  encodeRecoverResponse,
  decodeRecoverResponse,
);
export function encodeRecoverResponse(m: RecoverResponse, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; { const n = Metadata_Status.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.begin !== undefined) { const v = m.begin; w.uint32(16); w.int64(v); }
  if (m.end !== undefined) { const v = m.end; w.uint32(24); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRecoverResponse(r: Reader, end: number, m: RecoverResponse = {} as RecoverResponse): RecoverResponse {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Metadata_Status.names.get(r.int32()) as Metadata_Status | undefined; if (v === undefined) r.keep(m, start); else m.status = v; break; }
      case 16: m.begin = r.uint64(); break;
      case 24: m.end = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined) r.incomplete = true;
  return m;
}
