// Generated from schema/other/duration.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface Duration extends Message {
  seconds?: number | undefined;
  nanos?: number | undefined;
}
export const Duration: MessageType<Duration> = messageType(
  "google.protobuf.Duration",
  () => [
    ["seconds", 1, "optional", "int64"],
    ["nanos", 2, "optional", "int32"],
  ],
  encodeDuration,
  decodeDuration,
);
export function encodeDuration(m: Duration, w: Writer): void {
  if (m.seconds !== undefined) { const v = m.seconds; w.uint32(8); w.int64(v); }
  if (m.nanos !== undefined) { const v = m.nanos; w.uint32(16); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDuration(r: Reader, end: number, m: Duration = {} as Duration): Duration {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.seconds = r.int64(); break;
      case 16: m.nanos = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
