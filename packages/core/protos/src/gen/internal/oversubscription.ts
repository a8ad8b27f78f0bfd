// Generated from schema/internal/oversubscription.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface QoSCorrection extends Message {
  type: QoSCorrection_Type;
  kill?: QoSCorrection_Kill | undefined;
}
export const QoSCorrection: MessageType<QoSCorrection> = messageType(
  "mesos.slave.QoSCorrection",
  () => [
    ["type", 1, "required", QoSCorrection_Type],
    ["kill", 2, "optional", QoSCorrection_Kill],
  ],
  encodeQoSCorrection,
  decodeQoSCorrection,
);
export function encodeQoSCorrection(m: QoSCorrection, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = QoSCorrection_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.kill !== undefined) { const v = m.kill; w.uint32(18); { const b = w.open(); encodeQoSCorrection_Kill(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeQoSCorrection(r: Reader, end: number, m: QoSCorrection = {} as QoSCorrection): QoSCorrection {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = QoSCorrection_Type.names.get(r.int32()) as QoSCorrection_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.kill = decodeQoSCorrection_Kill(r, r.open(end), m.kill); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface QoSCorrection_Kill extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  executor_id?: $v1_mesos.ExecutorID | undefined;
  container_id?: $v1_mesos.ContainerID | undefined;
}
export const QoSCorrection_Kill: MessageType<QoSCorrection_Kill> = messageType(
  "mesos.slave.QoSCorrection.Kill",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["executor_id", 2, "optional", $v1_mesos.ExecutorID],
    ["container_id", 3, "optional", $v1_mesos.ContainerID],
  ],
  encodeQoSCorrection_Kill,
  decodeQoSCorrection_Kill,
);
export function encodeQoSCorrection_Kill(m: QoSCorrection_Kill, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(26); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeQoSCorrection_Kill(r: Reader, end: number, m: QoSCorrection_Kill = {} as QoSCorrection_Kill): QoSCorrection_Kill {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 26: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type QoSCorrection_Type = "KILL";
export const QoSCorrection_Type: EnumType = enumType("mesos.slave.QoSCorrection.Type", { KILL: 1 }, {  });
