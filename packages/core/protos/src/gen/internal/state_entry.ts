// Generated from schema/internal/state_entry.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface Entry extends Message {
  name: string;
  uuid: Uint8Array;
  value: Uint8Array;
}
export const Entry: MessageType<Entry> = messageType(
  "mesos.internal.state.Entry",
  () => [
    ["name", 1, "required", "string"],
    ["uuid", 2, "required", "bytes"],
    ["value", 3, "required", "bytes"],
  ],
  encodeEntry,
  decodeEntry,
);
export function encodeEntry(m: Entry, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(18); w.bytes(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(26); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEntry(r: Reader, end: number, m: Entry = {} as Entry): Entry {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.uuid = r.bytes(); break;
      case 26: m.value = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.uuid === undefined || m.value === undefined) r.incomplete = true;
  return m;
}
