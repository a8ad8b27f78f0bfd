// Generated from schema/v1/quota.proto by `npm run generate`. Do not edit.
import { messageType, setEntry } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface QuotaInfo extends Message {
  role?: string | undefined;
  principal?: string | undefined;
  guarantee?: $v1_mesos.Resource[] | undefined;
}
export const QuotaInfo: MessageType<QuotaInfo> = messageType(
  "mesos.v1.quota.QuotaInfo",
  () => [
    ["role", 1, "optional", "string"],
    ["principal", 2, "optional", "string"],
    ["guarantee", 3, "repeated", $v1_mesos.Resource],
  ],
  encodeQuotaInfo,
  decodeQuotaInfo,
);
export function encodeQuotaInfo(m: QuotaInfo, w: Writer): void {
  if (m.role !== undefined) { const v = m.role; w.uint32(10); w.string(v); }
  if (m.principal !== undefined) { const v = m.principal; w.uint32(18); w.string(v); }
  if (m.guarantee !== undefined) for (const v of m.guarantee) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeQuotaInfo(r: Reader, end: number, m: QuotaInfo = {} as QuotaInfo): QuotaInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.role = r.string(); break;
      case 18: m.principal = r.string(); break;
      case 26: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.guarantee ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface QuotaRequest extends Message {
  force?: boolean | undefined;
  role?: string | undefined;
  guarantee?: $v1_mesos.Resource[] | undefined;
}
export const QuotaRequest: MessageType<QuotaRequest> = messageType(
  "mesos.v1.quota.QuotaRequest",
  () => [
    ["force", 1, "optional", "bool"],
    ["role", 2, "optional", "string"],
    ["guarantee", 3, "repeated", $v1_mesos.Resource],
  ],
  encodeQuotaRequest,
  decodeQuotaRequest,
);
export function encodeQuotaRequest(m: QuotaRequest, w: Writer): void {
  if (m.force !== undefined) { const v = m.force; w.uint32(8); w.bool(v); }
  if (m.role !== undefined) { const v = m.role; w.uint32(18); w.string(v); }
  if (m.guarantee !== undefined) for (const v of m.guarantee) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeQuotaRequest(r: Reader, end: number, m: QuotaRequest = {} as QuotaRequest): QuotaRequest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.force = r.bool(); break;
      case 18: m.role = r.string(); break;
      case 26: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.guarantee ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface QuotaConfig extends Message {
  role: string;
  guarantees?: Record<string, $v1_mesos.Value_Scalar> | undefined;
  limits?: Record<string, $v1_mesos.Value_Scalar> | undefined;
}
export const QuotaConfig: MessageType<QuotaConfig> = messageType(
  "mesos.v1.quota.QuotaConfig",
  () => [
    ["role", 1, "required", "string"],
    ["guarantees", 2, "map", $v1_mesos.Value_Scalar],
    ["limits", 3, "map", $v1_mesos.Value_Scalar],
  ],
  encodeQuotaConfig,
  decodeQuotaConfig,
);
export function encodeQuotaConfig(m: QuotaConfig, w: Writer): void {
  if (m.role !== undefined) { const v = m.role; w.uint32(10); w.string(v); }
  if (m.guarantees !== undefined) for (const [k, v] of Object.entries(m.guarantees)) { w.uint32(18); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); $v1_mesos.encodeValue_Scalar(v, w); w.close(b); } w.close(a); }
  if (m.limits !== undefined) for (const [k, v] of Object.entries(m.limits)) { w.uint32(26); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); $v1_mesos.encodeValue_Scalar(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeQuotaConfig(r: Reader, end: number, m: QuotaConfig = {} as QuotaConfig): QuotaConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.role = r.string(); break;
      case 18: { const e = r.open(end); let k = ""; let v: $v1_mesos.Value_Scalar | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = $v1_mesos.decodeValue_Scalar(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.guarantees ??= {}), k, v ?? {} as never); break; }
      case 26: { const e = r.open(end); let k = ""; let v: $v1_mesos.Value_Scalar | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = $v1_mesos.decodeValue_Scalar(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.limits ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.role === undefined) r.incomplete = true;
  return m;
}

export interface QuotaStatus extends Message {
  infos?: QuotaInfo[] | undefined;
  configs?: QuotaConfig[] | undefined;
}
export const QuotaStatus: MessageType<QuotaStatus> = messageType(
  "mesos.v1.quota.QuotaStatus",
  () => [
    ["infos", 1, "repeated", QuotaInfo, { deprecated: true }],
    ["configs", 2, "repeated", QuotaConfig],
  ],
  encodeQuotaStatus,
  decodeQuotaStatus,
);
export function encodeQuotaStatus(m: QuotaStatus, w: Writer): void {
  if (m.infos !== undefined) for (const v of m.infos) { w.uint32(10); { const b = w.open(); encodeQuotaInfo(v, w); w.close(b); } }
  if (m.configs !== undefined) for (const v of m.configs) { w.uint32(18); { const b = w.open(); encodeQuotaConfig(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeQuotaStatus(r: Reader, end: number, m: QuotaStatus = {} as QuotaStatus): QuotaStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeQuotaInfo(r, r.open(end)); (m.infos ??= []).push(v); break; }
      case 18: { const v = decodeQuotaConfig(r, r.open(end)); (m.configs ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
