// Generated from schema/internal/device_manager.proto by `npm run generate`. Do not edit.
import { messageType, setEntry } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface CgroupDeviceAccessState extends Message {
  allow_list?: string[] | undefined;
  deny_list?: string[] | undefined;
}
export const CgroupDeviceAccessState: MessageType<CgroupDeviceAccessState> = messageType(
  "mesos.internal.slave.CgroupDeviceAccessState",
  () => [
    ["allow_list", 1, "repeated", "string"],
    ["deny_list", 2, "repeated", "string"],
  ],
  encodeCgroupDeviceAccessState,
  decodeCgroupDeviceAccessState,
);
export function encodeCgroupDeviceAccessState(m: CgroupDeviceAccessState, w: Writer): void {
  if (m.allow_list !== undefined) for (const v of m.allow_list) { w.uint32(10); w.string(v); }
  if (m.deny_list !== undefined) for (const v of m.deny_list) { w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupDeviceAccessState(r: Reader, end: number, m: CgroupDeviceAccessState = {} as CgroupDeviceAccessState): CgroupDeviceAccessState {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.allow_list ??= []).push(r.string()); break;
      case 18: (m.deny_list ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupDeviceAccessStates extends Message {
  device_access_per_cgroup?: Record<string, CgroupDeviceAccessState> | undefined;
}
export const CgroupDeviceAccessStates: MessageType<CgroupDeviceAccessStates> = messageType(
  "mesos.internal.slave.CgroupDeviceAccessStates",
  () => [
    ["device_access_per_cgroup", 1, "map", CgroupDeviceAccessState],
  ],
  encodeCgroupDeviceAccessStates,
  decodeCgroupDeviceAccessStates,
);
export function encodeCgroupDeviceAccessStates(m: CgroupDeviceAccessStates, w: Writer): void {
  if (m.device_access_per_cgroup !== undefined) for (const [k, v] of Object.entries(m.device_access_per_cgroup)) { w.uint32(10); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeCgroupDeviceAccessState(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupDeviceAccessStates(r: Reader, end: number, m: CgroupDeviceAccessStates = {} as CgroupDeviceAccessStates): CgroupDeviceAccessStates {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const e = r.open(end); let k = ""; let v: CgroupDeviceAccessState | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeCgroupDeviceAccessState(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.device_access_per_cgroup ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
