// Generated from schema/v1/allocator.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface InverseOfferStatus extends Message {
  status: InverseOfferStatus_Status;
  framework_id: $v1_mesos.FrameworkID;
  timestamp: $v1_mesos.TimeInfo;
}
export const InverseOfferStatus: MessageType<InverseOfferStatus> = messageType(
  "mesos.v1.allocator.InverseOfferStatus",
  () => [
    ["status", 1, "required", InverseOfferStatus_Status],
    ["framework_id", 2, "required", $v1_mesos.FrameworkID],
    ["timestamp", 3, "required", $v1_mesos.TimeInfo],
  ],
  encodeInverseOfferStatus,
  decodeInverseOfferStatus,
);
export function encodeInverseOfferStatus(m: InverseOfferStatus, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; { const n = InverseOfferStatus_Status.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.timestamp !== undefined) { const v = m.timestamp; w.uint32(26); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeInverseOfferStatus(r: Reader, end: number, m: InverseOfferStatus = {} as InverseOfferStatus): InverseOfferStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = InverseOfferStatus_Status.names.get(r.int32()) as InverseOfferStatus_Status | undefined; if (v === undefined) r.keep(m, start); else m.status = v; break; }
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: m.timestamp = $v1_mesos.decodeTimeInfo(r, r.open(end), m.timestamp); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined || m.framework_id === undefined || m.timestamp === undefined) r.incomplete = true;
  return m;
}

export type InverseOfferStatus_Status = "UNKNOWN" | "ACCEPT" | "DECLINE";
export const InverseOfferStatus_Status: EnumType = enumType("mesos.v1.allocator.InverseOfferStatus.Status", { UNKNOWN: 1, ACCEPT: 2, DECLINE: 3 }, {  });
