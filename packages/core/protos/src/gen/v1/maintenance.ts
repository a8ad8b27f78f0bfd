// Generated from schema/v1/maintenance.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_allocator from "../v1/allocator.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface Window extends Message {
  machine_ids?: $v1_mesos.MachineID[] | undefined;
  unavailability: $v1_mesos.Unavailability;
}
export const Window: MessageType<Window> = messageType(
  "mesos.v1.maintenance.Window",
  () => [
    ["machine_ids", 1, "repeated", $v1_mesos.MachineID],
    ["unavailability", 2, "required", $v1_mesos.Unavailability],
  ],
  encodeWindow,
  decodeWindow,
);
export function encodeWindow(m: Window, w: Writer): void {
  if (m.machine_ids !== undefined) for (const v of m.machine_ids) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeMachineID(v, w); w.close(b); } }
  if (m.unavailability !== undefined) { const v = m.unavailability; w.uint32(18); { const b = w.open(); $v1_mesos.encodeUnavailability(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeWindow(r: Reader, end: number, m: Window = {} as Window): Window {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeMachineID(r, r.open(end)); (m.machine_ids ??= []).push(v); break; }
      case 18: m.unavailability = $v1_mesos.decodeUnavailability(r, r.open(end), m.unavailability); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.unavailability === undefined) r.incomplete = true;
  return m;
}

export interface Schedule extends Message {
  windows?: Window[] | undefined;
}
export const Schedule: MessageType<Schedule> = messageType(
  "mesos.v1.maintenance.Schedule",
  () => [
    ["windows", 1, "repeated", Window],
  ],
  encodeSchedule,
  decodeSchedule,
);
export function encodeSchedule(m: Schedule, w: Writer): void {
  if (m.windows !== undefined) for (const v of m.windows) { w.uint32(10); { const b = w.open(); encodeWindow(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSchedule(r: Reader, end: number, m: Schedule = {} as Schedule): Schedule {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeWindow(r, r.open(end)); (m.windows ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ClusterStatus extends Message {
  draining_machines?: ClusterStatus_DrainingMachine[] | undefined;
  down_machines?: $v1_mesos.MachineID[] | undefined;
}
export const ClusterStatus: MessageType<ClusterStatus> = messageType(
  "mesos.v1.maintenance.ClusterStatus",
  () => [
    ["draining_machines", 1, "repeated", ClusterStatus_DrainingMachine],
    ["down_machines", 2, "repeated", $v1_mesos.MachineID],
  ],
  encodeClusterStatus,
  decodeClusterStatus,
);
export function encodeClusterStatus(m: ClusterStatus, w: Writer): void {
  if (m.draining_machines !== undefined) for (const v of m.draining_machines) { w.uint32(10); { const b = w.open(); encodeClusterStatus_DrainingMachine(v, w); w.close(b); } }
  if (m.down_machines !== undefined) for (const v of m.down_machines) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeMachineID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeClusterStatus(r: Reader, end: number, m: ClusterStatus = {} as ClusterStatus): ClusterStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeClusterStatus_DrainingMachine(r, r.open(end)); (m.draining_machines ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeMachineID(r, r.open(end)); (m.down_machines ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ClusterStatus_DrainingMachine extends Message {
  id: $v1_mesos.MachineID;
  statuses?: $v1_allocator.InverseOfferStatus[] | undefined;
}
export const ClusterStatus_DrainingMachine: MessageType<ClusterStatus_DrainingMachine> = messageType(
  "mesos.v1.maintenance.ClusterStatus.DrainingMachine",
  () => [
    ["id", 1, "required", $v1_mesos.MachineID],
    ["statuses", 2, "repeated", $v1_allocator.InverseOfferStatus],
  ],
  encodeClusterStatus_DrainingMachine,
  decodeClusterStatus_DrainingMachine,
);
export function encodeClusterStatus_DrainingMachine(m: ClusterStatus_DrainingMachine, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeMachineID(v, w); w.close(b); } }
  if (m.statuses !== undefined) for (const v of m.statuses) { w.uint32(18); { const b = w.open(); $v1_allocator.encodeInverseOfferStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeClusterStatus_DrainingMachine(r: Reader, end: number, m: ClusterStatus_DrainingMachine = {} as ClusterStatus_DrainingMachine): ClusterStatus_DrainingMachine {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = $v1_mesos.decodeMachineID(r, r.open(end), m.id); break;
      case 18: { const v = $v1_allocator.decodeInverseOfferStatus(r, r.open(end)); (m.statuses ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined) r.incomplete = true;
  return m;
}
