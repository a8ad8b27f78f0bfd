// Generated from schema/internal/volume_gid.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface VolumeGidInfo extends Message {
  type?: VolumeGidInfo_Type | undefined;
  path: string;
  gid: number;
}
export const VolumeGidInfo: MessageType<VolumeGidInfo> = messageType(
  "mesos.internal.slave.VolumeGidInfo",
  () => [
    ["type", 1, "optional", VolumeGidInfo_Type],
    ["path", 2, "required", "string"],
    ["gid", 3, "required", "uint32"],
  ],
  encodeVolumeGidInfo,
  decodeVolumeGidInfo,
);
export function encodeVolumeGidInfo(m: VolumeGidInfo, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = VolumeGidInfo_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.path !== undefined) { const v = m.path; w.uint32(18); w.string(v); }
  if (m.gid !== undefined) { const v = m.gid; w.uint32(24); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolumeGidInfo(r: Reader, end: number, m: VolumeGidInfo = {} as VolumeGidInfo): VolumeGidInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = VolumeGidInfo_Type.names.get(r.int32()) as VolumeGidInfo_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.path = r.string(); break;
      case 24: m.gid = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined || m.gid === undefined) r.incomplete = true;
  return m;
}

export type VolumeGidInfo_Type = "UNKNOWN" | "PERSISTENT" | "SANDBOX_PATH";
export const VolumeGidInfo_Type: EnumType = enumType("mesos.internal.slave.VolumeGidInfo.Type", { UNKNOWN: 0, PERSISTENT: 1, SANDBOX_PATH: 2 }, {  });

export interface VolumeGidInfos extends Message {
  infos?: VolumeGidInfo[] | undefined;
}
export const VolumeGidInfos: MessageType<VolumeGidInfos> = messageType(
  "mesos.internal.slave.VolumeGidInfos",
  () => [
    ["infos", 1, "repeated", VolumeGidInfo],
  ],
  encodeVolumeGidInfos,
  decodeVolumeGidInfos,
);
export function encodeVolumeGidInfos(m: VolumeGidInfos, w: Writer): void {
  if (m.infos !== undefined) for (const v of m.infos) { w.uint32(10); { const b = w.open(); encodeVolumeGidInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolumeGidInfos(r: Reader, end: number, m: VolumeGidInfos = {} as VolumeGidInfos): VolumeGidInfos {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeVolumeGidInfo(r, r.open(end)); (m.infos ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
