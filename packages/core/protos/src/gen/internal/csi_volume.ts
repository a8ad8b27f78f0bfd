// Generated from schema/internal/csi_volume.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface CSIVolume extends Message {
  plugin_name?: string | undefined;
  id?: string | undefined;
}
export const CSIVolume: MessageType<CSIVolume> = messageType(
  "mesos.internal.slave.CSIVolume",
  () => [
    ["plugin_name", 1, "optional", "string"],
    ["id", 2, "optional", "string"],
  ],
  encodeCSIVolume,
  decodeCSIVolume,
);
export function encodeCSIVolume(m: CSIVolume, w: Writer): void {
  if (m.plugin_name !== undefined) { const v = m.plugin_name; w.uint32(10); w.string(v); }
  if (m.id !== undefined) { const v = m.id; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCSIVolume(r: Reader, end: number, m: CSIVolume = {} as CSIVolume): CSIVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.plugin_name = r.string(); break;
      case 18: m.id = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CSIVolumes extends Message {
  volumes?: CSIVolume[] | undefined;
}
export const CSIVolumes: MessageType<CSIVolumes> = messageType(
  "mesos.internal.slave.CSIVolumes",
  () => [
    ["volumes", 1, "repeated", CSIVolume],
  ],
  encodeCSIVolumes,
  decodeCSIVolumes,
);
export function encodeCSIVolumes(m: CSIVolumes, w: Writer): void {
  if (m.volumes !== undefined) for (const v of m.volumes) { w.uint32(10); { const b = w.open(); encodeCSIVolume(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCSIVolumes(r: Reader, end: number, m: CSIVolumes = {} as CSIVolumes): CSIVolumes {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeCSIVolume(r, r.open(end)); (m.volumes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
