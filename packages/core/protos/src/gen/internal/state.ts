// Generated from schema/internal/state.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $internal_state_entry from "../internal/state_entry.ts";

export interface Operation extends Message {
  type: Operation_Type;
  snapshot?: Operation_Snapshot | undefined;
  diff?: Operation_Diff | undefined;
  expunge?: Operation_Expunge | undefined;
}
export const Operation: MessageType<Operation> = messageType(
  "mesos.internal.state.Operation",
  () => [
    ["type", 1, "required", Operation_Type],
    ["snapshot", 2, "optional", Operation_Snapshot],
    ["diff", 4, "optional", Operation_Diff],
    ["expunge", 3, "optional", Operation_Expunge],
  ],
  encodeOperation,
  decodeOperation,
);
export function encodeOperation(m: Operation, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Operation_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.snapshot !== undefined) { const v = m.snapshot; w.uint32(18); { const b = w.open(); encodeOperation_Snapshot(v, w); w.close(b); } }
  if (m.expunge !== undefined) { const v = m.expunge; w.uint32(26); { const b = w.open(); encodeOperation_Expunge(v, w); w.close(b); } }
  if (m.diff !== undefined) { const v = m.diff; w.uint32(34); { const b = w.open(); encodeOperation_Diff(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOperation(r: Reader, end: number, m: Operation = {} as Operation): Operation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Operation_Type.names.get(r.int32()) as Operation_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.snapshot = decodeOperation_Snapshot(r, r.open(end), m.snapshot); break;
      case 34: m.diff = decodeOperation_Diff(r, r.open(end), m.diff); break;
      case 26: m.expunge = decodeOperation_Expunge(r, r.open(end), m.expunge); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface Operation_Snapshot extends Message {
  entry: $internal_state_entry.Entry;
}
export const Operation_Snapshot: MessageType<Operation_Snapshot> = messageType(
  "mesos.internal.state.Operation.Snapshot",
  () => [
    ["entry", 1, "required", $internal_state_entry.Entry],
  ],
  encodeOperation_Snapshot,
  decodeOperation_Snapshot,
);
export function encodeOperation_Snapshot(m: Operation_Snapshot, w: Writer): void {
  if (m.entry !== undefined) { const v = m.entry; w.uint32(10); { const b = w.open(); $internal_state_entry.encodeEntry(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOperation_Snapshot(r: Reader, end: number, m: Operation_Snapshot = {} as Operation_Snapshot): Operation_Snapshot {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.entry = $internal_state_entry.decodeEntry(r, r.open(end), m.entry); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.entry === undefined) r.incomplete = true;
  return m;
}

export interface Operation_Diff extends Message {
  entry: $internal_state_entry.Entry;
}
export const Operation_Diff: MessageType<Operation_Diff> = messageType(
  "mesos.internal.state.Operation.Diff",
  () => [
    ["entry", 1, "required", $internal_state_entry.Entry],
  ],
  encodeOperation_Diff,
  decodeOperation_Diff,
);
export function encodeOperation_Diff(m: Operation_Diff, w: Writer): void {
  if (m.entry !== undefined) { const v = m.entry; w.uint32(10); { const b = w.open(); $internal_state_entry.encodeEntry(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOperation_Diff(r: Reader, end: number, m: Operation_Diff = {} as Operation_Diff): Operation_Diff {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.entry = $internal_state_entry.decodeEntry(r, r.open(end), m.entry); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.entry === undefined) r.incomplete = true;
  return m;
}

export interface Operation_Expunge extends Message {
  name: string;
}
export const Operation_Expunge: MessageType<Operation_Expunge> = messageType(
  "mesos.internal.state.Operation.Expunge",
  () => [
    ["name", 1, "required", "string"],
  ],
  encodeOperation_Expunge,
  decodeOperation_Expunge,
);
export function encodeOperation_Expunge(m: Operation_Expunge, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOperation_Expunge(r: Reader, end: number, m: Operation_Expunge = {} as Operation_Expunge): Operation_Expunge {
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

export type Operation_Type = "SNAPSHOT" | "DIFF" | "EXPUNGE";
export const Operation_Type: EnumType = enumType("mesos.internal.state.Operation.Type", { SNAPSHOT: 1, DIFF: 3, EXPUNGE: 2 }, {  });
