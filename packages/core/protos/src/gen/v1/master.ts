// Generated from schema/v1/master.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $other_duration from "../other/duration.ts";
import * as $v1_maintenance from "../v1/maintenance.ts";
import * as $v1_mesos from "../v1/mesos.ts";
import * as $v1_quota from "../v1/quota.ts";
import * as $v1_scheduler from "../v1/scheduler.ts";

export interface Call extends Message {
  type?: Call_Type | undefined;
  get_metrics?: Call_GetMetrics | undefined;
  set_logging_level?: Call_SetLoggingLevel | undefined;
  list_files?: Call_ListFiles | undefined;
  read_file?: Call_ReadFile | undefined;
  update_weights?: Call_UpdateWeights | undefined;
  reserve_resources?: Call_ReserveResources | undefined;
  unreserve_resources?: Call_UnreserveResources | undefined;
  create_volumes?: Call_CreateVolumes | undefined;
  destroy_volumes?: Call_DestroyVolumes | undefined;
  grow_volume?: Call_GrowVolume | undefined;
  shrink_volume?: Call_ShrinkVolume | undefined;
  update_maintenance_schedule?: Call_UpdateMaintenanceSchedule | undefined;
  start_maintenance?: Call_StartMaintenance | undefined;
  stop_maintenance?: Call_StopMaintenance | undefined;
  drain_agent?: Call_DrainAgent | undefined;
  deactivate_agent?: Call_DeactivateAgent | undefined;
  reactivate_agent?: Call_ReactivateAgent | undefined;
  update_quota?: Call_UpdateQuota | undefined;
  teardown?: Call_Teardown | undefined;
  mark_agent_gone?: Call_MarkAgentGone | undefined;
  set_quota?: Call_SetQuota | undefined;
  remove_quota?: Call_RemoveQuota | undefined;
}
export const Call: MessageType<Call> = messageType(
  "mesos.v1.master.Call",
  () => [
    ["type", 1, "optional", Call_Type],
    ["get_metrics", 2, "optional", Call_GetMetrics],
    ["set_logging_level", 3, "optional", Call_SetLoggingLevel],
    ["list_files", 4, "optional", Call_ListFiles],
    ["read_file", 5, "optional", Call_ReadFile],
    ["update_weights", 6, "optional", Call_UpdateWeights],
    ["reserve_resources", 7, "optional", Call_ReserveResources],
    ["unreserve_resources", 8, "optional", Call_UnreserveResources],
    ["create_volumes", 9, "optional", Call_CreateVolumes],
    ["destroy_volumes", 10, "optional", Call_DestroyVolumes],
    ["grow_volume", 18, "optional", Call_GrowVolume],
    ["shrink_volume", 19, "optional", Call_ShrinkVolume],
    ["update_maintenance_schedule", 11, "optional", Call_UpdateMaintenanceSchedule],
    ["start_maintenance", 12, "optional", Call_StartMaintenance],
    ["stop_maintenance", 13, "optional", Call_StopMaintenance],
    ["drain_agent", 21, "optional", Call_DrainAgent],
    ["deactivate_agent", 22, "optional", Call_DeactivateAgent],
    ["reactivate_agent", 23, "optional", Call_ReactivateAgent],
    ["update_quota", 20, "optional", Call_UpdateQuota],
    ["teardown", 16, "optional", Call_Teardown],
    ["mark_agent_gone", 17, "optional", Call_MarkAgentGone],
    ["set_quota", 14, "optional", Call_SetQuota, { deprecated: true }],
    ["remove_quota", 15, "optional", Call_RemoveQuota, { deprecated: true }],
  ],
  encodeCall,
  decodeCall,
);
export function encodeCall(m: Call, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Call_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.get_metrics !== undefined) { const v = m.get_metrics; w.uint32(18); { const b = w.open(); encodeCall_GetMetrics(v, w); w.close(b); } }
  if (m.set_logging_level !== undefined) { const v = m.set_logging_level; w.uint32(26); { const b = w.open(); encodeCall_SetLoggingLevel(v, w); w.close(b); } }
  if (m.list_files !== undefined) { const v = m.list_files; w.uint32(34); { const b = w.open(); encodeCall_ListFiles(v, w); w.close(b); } }
  if (m.read_file !== undefined) { const v = m.read_file; w.uint32(42); { const b = w.open(); encodeCall_ReadFile(v, w); w.close(b); } }
  if (m.update_weights !== undefined) { const v = m.update_weights; w.uint32(50); { const b = w.open(); encodeCall_UpdateWeights(v, w); w.close(b); } }
  if (m.reserve_resources !== undefined) { const v = m.reserve_resources; w.uint32(58); { const b = w.open(); encodeCall_ReserveResources(v, w); w.close(b); } }
  if (m.unreserve_resources !== undefined) { const v = m.unreserve_resources; w.uint32(66); { const b = w.open(); encodeCall_UnreserveResources(v, w); w.close(b); } }
  if (m.create_volumes !== undefined) { const v = m.create_volumes; w.uint32(74); { const b = w.open(); encodeCall_CreateVolumes(v, w); w.close(b); } }
  if (m.destroy_volumes !== undefined) { const v = m.destroy_volumes; w.uint32(82); { const b = w.open(); encodeCall_DestroyVolumes(v, w); w.close(b); } }
  if (m.update_maintenance_schedule !== undefined) { const v = m.update_maintenance_schedule; w.uint32(90); { const b = w.open(); encodeCall_UpdateMaintenanceSchedule(v, w); w.close(b); } }
  if (m.start_maintenance !== undefined) { const v = m.start_maintenance; w.uint32(98); { const b = w.open(); encodeCall_StartMaintenance(v, w); w.close(b); } }
  if (m.stop_maintenance !== undefined) { const v = m.stop_maintenance; w.uint32(106); { const b = w.open(); encodeCall_StopMaintenance(v, w); w.close(b); } }
  if (m.set_quota !== undefined) { const v = m.set_quota; w.uint32(114); { const b = w.open(); encodeCall_SetQuota(v, w); w.close(b); } }
  if (m.remove_quota !== undefined) { const v = m.remove_quota; w.uint32(122); { const b = w.open(); encodeCall_RemoveQuota(v, w); w.close(b); } }
  if (m.teardown !== undefined) { const v = m.teardown; w.uint32(130); { const b = w.open(); encodeCall_Teardown(v, w); w.close(b); } }
  if (m.mark_agent_gone !== undefined) { const v = m.mark_agent_gone; w.uint32(138); { const b = w.open(); encodeCall_MarkAgentGone(v, w); w.close(b); } }
  if (m.grow_volume !== undefined) { const v = m.grow_volume; w.uint32(146); { const b = w.open(); encodeCall_GrowVolume(v, w); w.close(b); } }
  if (m.shrink_volume !== undefined) { const v = m.shrink_volume; w.uint32(154); { const b = w.open(); encodeCall_ShrinkVolume(v, w); w.close(b); } }
  if (m.update_quota !== undefined) { const v = m.update_quota; w.uint32(162); { const b = w.open(); encodeCall_UpdateQuota(v, w); w.close(b); } }
  if (m.drain_agent !== undefined) { const v = m.drain_agent; w.uint32(170); { const b = w.open(); encodeCall_DrainAgent(v, w); w.close(b); } }
  if (m.deactivate_agent !== undefined) { const v = m.deactivate_agent; w.uint32(178); { const b = w.open(); encodeCall_DeactivateAgent(v, w); w.close(b); } }
  if (m.reactivate_agent !== undefined) { const v = m.reactivate_agent; w.uint32(186); { const b = w.open(); encodeCall_ReactivateAgent(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall(r: Reader, end: number, m: Call = {} as Call): Call {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Call_Type.names.get(r.int32()) as Call_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.get_metrics = decodeCall_GetMetrics(r, r.open(end), m.get_metrics); break;
      case 26: m.set_logging_level = decodeCall_SetLoggingLevel(r, r.open(end), m.set_logging_level); break;
      case 34: m.list_files = decodeCall_ListFiles(r, r.open(end), m.list_files); break;
      case 42: m.read_file = decodeCall_ReadFile(r, r.open(end), m.read_file); break;
      case 50: m.update_weights = decodeCall_UpdateWeights(r, r.open(end), m.update_weights); break;
      case 58: m.reserve_resources = decodeCall_ReserveResources(r, r.open(end), m.reserve_resources); break;
      case 66: m.unreserve_resources = decodeCall_UnreserveResources(r, r.open(end), m.unreserve_resources); break;
      case 74: m.create_volumes = decodeCall_CreateVolumes(r, r.open(end), m.create_volumes); break;
      case 82: m.destroy_volumes = decodeCall_DestroyVolumes(r, r.open(end), m.destroy_volumes); break;
      case 146: m.grow_volume = decodeCall_GrowVolume(r, r.open(end), m.grow_volume); break;
      case 154: m.shrink_volume = decodeCall_ShrinkVolume(r, r.open(end), m.shrink_volume); break;
      case 90: m.update_maintenance_schedule = decodeCall_UpdateMaintenanceSchedule(r, r.open(end), m.update_maintenance_schedule); break;
      case 98: m.start_maintenance = decodeCall_StartMaintenance(r, r.open(end), m.start_maintenance); break;
      case 106: m.stop_maintenance = decodeCall_StopMaintenance(r, r.open(end), m.stop_maintenance); break;
      case 170: m.drain_agent = decodeCall_DrainAgent(r, r.open(end), m.drain_agent); break;
      case 178: m.deactivate_agent = decodeCall_DeactivateAgent(r, r.open(end), m.deactivate_agent); break;
      case 186: m.reactivate_agent = decodeCall_ReactivateAgent(r, r.open(end), m.reactivate_agent); break;
      case 162: m.update_quota = decodeCall_UpdateQuota(r, r.open(end), m.update_quota); break;
      case 130: m.teardown = decodeCall_Teardown(r, r.open(end), m.teardown); break;
      case 138: m.mark_agent_gone = decodeCall_MarkAgentGone(r, r.open(end), m.mark_agent_gone); break;
      case 114: m.set_quota = decodeCall_SetQuota(r, r.open(end), m.set_quota); break;
      case 122: m.remove_quota = decodeCall_RemoveQuota(r, r.open(end), m.remove_quota); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_GetMetrics extends Message {
  timeout?: $v1_mesos.DurationInfo | undefined;
}
export const Call_GetMetrics: MessageType<Call_GetMetrics> = messageType(
  "mesos.v1.master.Call.GetMetrics",
  () => [
    ["timeout", 1, "optional", $v1_mesos.DurationInfo],
  ],
  encodeCall_GetMetrics,
  decodeCall_GetMetrics,
);
export function encodeCall_GetMetrics(m: Call_GetMetrics, w: Writer): void {
  if (m.timeout !== undefined) { const v = m.timeout; w.uint32(10); { const b = w.open(); $v1_mesos.encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_GetMetrics(r: Reader, end: number, m: Call_GetMetrics = {} as Call_GetMetrics): Call_GetMetrics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.timeout = $v1_mesos.decodeDurationInfo(r, r.open(end), m.timeout); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_SetLoggingLevel extends Message {
  level: number;
  duration: $v1_mesos.DurationInfo;
}
export const Call_SetLoggingLevel: MessageType<Call_SetLoggingLevel> = messageType(
  "mesos.v1.master.Call.SetLoggingLevel",
  () => [
    ["level", 1, "required", "uint32"],
    ["duration", 2, "required", $v1_mesos.DurationInfo],
  ],
  encodeCall_SetLoggingLevel,
  decodeCall_SetLoggingLevel,
);
export function encodeCall_SetLoggingLevel(m: Call_SetLoggingLevel, w: Writer): void {
  if (m.level !== undefined) { const v = m.level; w.uint32(8); w.uint32(v); }
  if (m.duration !== undefined) { const v = m.duration; w.uint32(18); { const b = w.open(); $v1_mesos.encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_SetLoggingLevel(r: Reader, end: number, m: Call_SetLoggingLevel = {} as Call_SetLoggingLevel): Call_SetLoggingLevel {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.level = r.uint32(); break;
      case 18: m.duration = $v1_mesos.decodeDurationInfo(r, r.open(end), m.duration); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.level === undefined || m.duration === undefined) r.incomplete = true;
  return m;
}

export interface Call_ListFiles extends Message {
  path: string;
}
export const Call_ListFiles: MessageType<Call_ListFiles> = messageType(
  "mesos.v1.master.Call.ListFiles",
  () => [
    ["path", 1, "required", "string"],
  ],
  encodeCall_ListFiles,
  decodeCall_ListFiles,
);
export function encodeCall_ListFiles(m: Call_ListFiles, w: Writer): void {
  if (m.path !== undefined) { const v = m.path; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ListFiles(r: Reader, end: number, m: Call_ListFiles = {} as Call_ListFiles): Call_ListFiles {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.path = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined) r.incomplete = true;
  return m;
}

export interface Call_ReadFile extends Message {
  path: string;
  offset: number;
  length?: number | undefined;
}
export const Call_ReadFile: MessageType<Call_ReadFile> = messageType(
  "mesos.v1.master.Call.ReadFile",
  () => [
    ["path", 1, "required", "string"],
    ["offset", 2, "required", "uint64"],
    ["length", 3, "optional", "uint64"],
  ],
  encodeCall_ReadFile,
  decodeCall_ReadFile,
);
export function encodeCall_ReadFile(m: Call_ReadFile, w: Writer): void {
  if (m.path !== undefined) { const v = m.path; w.uint32(10); w.string(v); }
  if (m.offset !== undefined) { const v = m.offset; w.uint32(16); w.int64(v); }
  if (m.length !== undefined) { const v = m.length; w.uint32(24); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ReadFile(r: Reader, end: number, m: Call_ReadFile = {} as Call_ReadFile): Call_ReadFile {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 16: m.offset = r.uint64(); break;
      case 24: m.length = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined || m.offset === undefined) r.incomplete = true;
  return m;
}

export interface Call_UpdateWeights extends Message {
  weight_infos?: $v1_mesos.WeightInfo[] | undefined;
}
export const Call_UpdateWeights: MessageType<Call_UpdateWeights> = messageType(
  "mesos.v1.master.Call.UpdateWeights",
  () => [
    ["weight_infos", 1, "repeated", $v1_mesos.WeightInfo],
  ],
  encodeCall_UpdateWeights,
  decodeCall_UpdateWeights,
);
export function encodeCall_UpdateWeights(m: Call_UpdateWeights, w: Writer): void {
  if (m.weight_infos !== undefined) for (const v of m.weight_infos) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeWeightInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdateWeights(r: Reader, end: number, m: Call_UpdateWeights = {} as Call_UpdateWeights): Call_UpdateWeights {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeWeightInfo(r, r.open(end)); (m.weight_infos ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_ReserveResources extends Message {
  agent_id: $v1_mesos.AgentID;
  source?: $v1_mesos.Resource[] | undefined;
  resources?: $v1_mesos.Resource[] | undefined;
}
export const Call_ReserveResources: MessageType<Call_ReserveResources> = messageType(
  "mesos.v1.master.Call.ReserveResources",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["source", 3, "repeated", $v1_mesos.Resource],
    ["resources", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeCall_ReserveResources,
  decodeCall_ReserveResources,
);
export function encodeCall_ReserveResources(m: Call_ReserveResources, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.source !== undefined) for (const v of m.source) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ReserveResources(r: Reader, end: number, m: Call_ReserveResources = {} as Call_ReserveResources): Call_ReserveResources {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 26: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.source ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_UnreserveResources extends Message {
  agent_id: $v1_mesos.AgentID;
  resources?: $v1_mesos.Resource[] | undefined;
}
export const Call_UnreserveResources: MessageType<Call_UnreserveResources> = messageType(
  "mesos.v1.master.Call.UnreserveResources",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["resources", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeCall_UnreserveResources,
  decodeCall_UnreserveResources,
);
export function encodeCall_UnreserveResources(m: Call_UnreserveResources, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UnreserveResources(r: Reader, end: number, m: Call_UnreserveResources = {} as Call_UnreserveResources): Call_UnreserveResources {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_CreateVolumes extends Message {
  agent_id: $v1_mesos.AgentID;
  volumes?: $v1_mesos.Resource[] | undefined;
}
export const Call_CreateVolumes: MessageType<Call_CreateVolumes> = messageType(
  "mesos.v1.master.Call.CreateVolumes",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["volumes", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeCall_CreateVolumes,
  decodeCall_CreateVolumes,
);
export function encodeCall_CreateVolumes(m: Call_CreateVolumes, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.volumes !== undefined) for (const v of m.volumes) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_CreateVolumes(r: Reader, end: number, m: Call_CreateVolumes = {} as Call_CreateVolumes): Call_CreateVolumes {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.volumes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_DestroyVolumes extends Message {
  agent_id: $v1_mesos.AgentID;
  volumes?: $v1_mesos.Resource[] | undefined;
}
export const Call_DestroyVolumes: MessageType<Call_DestroyVolumes> = messageType(
  "mesos.v1.master.Call.DestroyVolumes",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["volumes", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeCall_DestroyVolumes,
  decodeCall_DestroyVolumes,
);
export function encodeCall_DestroyVolumes(m: Call_DestroyVolumes, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.volumes !== undefined) for (const v of m.volumes) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_DestroyVolumes(r: Reader, end: number, m: Call_DestroyVolumes = {} as Call_DestroyVolumes): Call_DestroyVolumes {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.volumes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_GrowVolume extends Message {
  agent_id?: $v1_mesos.AgentID | undefined;
  volume: $v1_mesos.Resource;
  addition: $v1_mesos.Resource;
}
export const Call_GrowVolume: MessageType<Call_GrowVolume> = messageType(
  "mesos.v1.master.Call.GrowVolume",
  () => [
    ["agent_id", 1, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["volume", 2, "required", $v1_mesos.Resource],
    ["addition", 3, "required", $v1_mesos.Resource],
  ],
  encodeCall_GrowVolume,
  decodeCall_GrowVolume,
);
export function encodeCall_GrowVolume(m: Call_GrowVolume, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.volume !== undefined) { const v = m.volume; w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.addition !== undefined) { const v = m.addition; w.uint32(26); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_GrowVolume(r: Reader, end: number, m: Call_GrowVolume = {} as Call_GrowVolume): Call_GrowVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.volume = $v1_mesos.decodeResource(r, r.open(end), m.volume); break;
      case 26: m.addition = $v1_mesos.decodeResource(r, r.open(end), m.addition); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.volume === undefined || m.addition === undefined) r.incomplete = true;
  return m;
}

export interface Call_ShrinkVolume extends Message {
  agent_id?: $v1_mesos.AgentID | undefined;
  volume: $v1_mesos.Resource;
  subtract: $v1_mesos.Value_Scalar;
}
export const Call_ShrinkVolume: MessageType<Call_ShrinkVolume> = messageType(
  "mesos.v1.master.Call.ShrinkVolume",
  () => [
    ["agent_id", 1, "optional", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["volume", 2, "required", $v1_mesos.Resource],
    ["subtract", 3, "required", $v1_mesos.Value_Scalar],
  ],
  encodeCall_ShrinkVolume,
  decodeCall_ShrinkVolume,
);
export function encodeCall_ShrinkVolume(m: Call_ShrinkVolume, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.volume !== undefined) { const v = m.volume; w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.subtract !== undefined) { const v = m.subtract; w.uint32(26); { const b = w.open(); $v1_mesos.encodeValue_Scalar(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ShrinkVolume(r: Reader, end: number, m: Call_ShrinkVolume = {} as Call_ShrinkVolume): Call_ShrinkVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.volume = $v1_mesos.decodeResource(r, r.open(end), m.volume); break;
      case 26: m.subtract = $v1_mesos.decodeValue_Scalar(r, r.open(end), m.subtract); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.volume === undefined || m.subtract === undefined) r.incomplete = true;
  return m;
}

export interface Call_UpdateMaintenanceSchedule extends Message {
  schedule: $v1_maintenance.Schedule;
}
export const Call_UpdateMaintenanceSchedule: MessageType<Call_UpdateMaintenanceSchedule> = messageType(
  "mesos.v1.master.Call.UpdateMaintenanceSchedule",
  () => [
    ["schedule", 1, "required", $v1_maintenance.Schedule],
  ],
  encodeCall_UpdateMaintenanceSchedule,
  decodeCall_UpdateMaintenanceSchedule,
);
export function encodeCall_UpdateMaintenanceSchedule(m: Call_UpdateMaintenanceSchedule, w: Writer): void {
  if (m.schedule !== undefined) { const v = m.schedule; w.uint32(10); { const b = w.open(); $v1_maintenance.encodeSchedule(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdateMaintenanceSchedule(r: Reader, end: number, m: Call_UpdateMaintenanceSchedule = {} as Call_UpdateMaintenanceSchedule): Call_UpdateMaintenanceSchedule {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.schedule = $v1_maintenance.decodeSchedule(r, r.open(end), m.schedule); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.schedule === undefined) r.incomplete = true;
  return m;
}

export interface Call_StartMaintenance extends Message {
  machines?: $v1_mesos.MachineID[] | undefined;
}
export const Call_StartMaintenance: MessageType<Call_StartMaintenance> = messageType(
  "mesos.v1.master.Call.StartMaintenance",
  () => [
    ["machines", 1, "repeated", $v1_mesos.MachineID],
  ],
  encodeCall_StartMaintenance,
  decodeCall_StartMaintenance,
);
export function encodeCall_StartMaintenance(m: Call_StartMaintenance, w: Writer): void {
  if (m.machines !== undefined) for (const v of m.machines) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeMachineID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_StartMaintenance(r: Reader, end: number, m: Call_StartMaintenance = {} as Call_StartMaintenance): Call_StartMaintenance {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeMachineID(r, r.open(end)); (m.machines ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_StopMaintenance extends Message {
  machines?: $v1_mesos.MachineID[] | undefined;
}
export const Call_StopMaintenance: MessageType<Call_StopMaintenance> = messageType(
  "mesos.v1.master.Call.StopMaintenance",
  () => [
    ["machines", 1, "repeated", $v1_mesos.MachineID],
  ],
  encodeCall_StopMaintenance,
  decodeCall_StopMaintenance,
);
export function encodeCall_StopMaintenance(m: Call_StopMaintenance, w: Writer): void {
  if (m.machines !== undefined) for (const v of m.machines) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeMachineID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_StopMaintenance(r: Reader, end: number, m: Call_StopMaintenance = {} as Call_StopMaintenance): Call_StopMaintenance {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeMachineID(r, r.open(end)); (m.machines ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_DrainAgent extends Message {
  agent_id: $v1_mesos.AgentID;
  max_grace_period?: $other_duration.Duration | undefined;
  mark_gone?: boolean | undefined;
}
export const Call_DrainAgent: MessageType<Call_DrainAgent> = messageType(
  "mesos.v1.master.Call.DrainAgent",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
    ["max_grace_period", 2, "optional", $other_duration.Duration],
    ["mark_gone", 3, "optional", "bool", { default: false }],
  ],
  encodeCall_DrainAgent,
  decodeCall_DrainAgent,
);
export function encodeCall_DrainAgent(m: Call_DrainAgent, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.max_grace_period !== undefined) { const v = m.max_grace_period; w.uint32(18); { const b = w.open(); $other_duration.encodeDuration(v, w); w.close(b); } }
  if (m.mark_gone !== undefined) { const v = m.mark_gone; w.uint32(24); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_DrainAgent(r: Reader, end: number, m: Call_DrainAgent = {} as Call_DrainAgent): Call_DrainAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: m.max_grace_period = $other_duration.decodeDuration(r, r.open(end), m.max_grace_period); break;
      case 24: m.mark_gone = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_DeactivateAgent extends Message {
  agent_id: $v1_mesos.AgentID;
}
export const Call_DeactivateAgent: MessageType<Call_DeactivateAgent> = messageType(
  "mesos.v1.master.Call.DeactivateAgent",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeCall_DeactivateAgent,
  decodeCall_DeactivateAgent,
);
export function encodeCall_DeactivateAgent(m: Call_DeactivateAgent, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_DeactivateAgent(r: Reader, end: number, m: Call_DeactivateAgent = {} as Call_DeactivateAgent): Call_DeactivateAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_ReactivateAgent extends Message {
  agent_id: $v1_mesos.AgentID;
}
export const Call_ReactivateAgent: MessageType<Call_ReactivateAgent> = messageType(
  "mesos.v1.master.Call.ReactivateAgent",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeCall_ReactivateAgent,
  decodeCall_ReactivateAgent,
);
export function encodeCall_ReactivateAgent(m: Call_ReactivateAgent, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ReactivateAgent(r: Reader, end: number, m: Call_ReactivateAgent = {} as Call_ReactivateAgent): Call_ReactivateAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_UpdateQuota extends Message {
  force?: boolean | undefined;
  quota_configs?: $v1_quota.QuotaConfig[] | undefined;
}
export const Call_UpdateQuota: MessageType<Call_UpdateQuota> = messageType(
  "mesos.v1.master.Call.UpdateQuota",
  () => [
    ["force", 1, "optional", "bool"],
    ["quota_configs", 2, "repeated", $v1_quota.QuotaConfig],
  ],
  encodeCall_UpdateQuota,
  decodeCall_UpdateQuota,
);
export function encodeCall_UpdateQuota(m: Call_UpdateQuota, w: Writer): void {
  if (m.force !== undefined) { const v = m.force; w.uint32(8); w.bool(v); }
  if (m.quota_configs !== undefined) for (const v of m.quota_configs) { w.uint32(18); { const b = w.open(); $v1_quota.encodeQuotaConfig(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdateQuota(r: Reader, end: number, m: Call_UpdateQuota = {} as Call_UpdateQuota): Call_UpdateQuota {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.force = r.bool(); break;
      case 18: { const v = $v1_quota.decodeQuotaConfig(r, r.open(end)); (m.quota_configs ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_SetQuota extends Message {
  quota_request: $v1_quota.QuotaRequest;
}
export const Call_SetQuota: MessageType<Call_SetQuota> = messageType(
  "mesos.v1.master.Call.SetQuota",
  () => [
    ["quota_request", 1, "required", $v1_quota.QuotaRequest],
  ],
  encodeCall_SetQuota,
  decodeCall_SetQuota,
);
export function encodeCall_SetQuota(m: Call_SetQuota, w: Writer): void {
  if (m.quota_request !== undefined) { const v = m.quota_request; w.uint32(10); { const b = w.open(); $v1_quota.encodeQuotaRequest(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_SetQuota(r: Reader, end: number, m: Call_SetQuota = {} as Call_SetQuota): Call_SetQuota {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.quota_request = $v1_quota.decodeQuotaRequest(r, r.open(end), m.quota_request); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.quota_request === undefined) r.incomplete = true;
  return m;
}

export interface Call_RemoveQuota extends Message {
  role: string;
}
export const Call_RemoveQuota: MessageType<Call_RemoveQuota> = messageType(
  "mesos.v1.master.Call.RemoveQuota",
  () => [
    ["role", 1, "required", "string"],
  ],
  encodeCall_RemoveQuota,
  decodeCall_RemoveQuota,
);
export function encodeCall_RemoveQuota(m: Call_RemoveQuota, w: Writer): void {
  if (m.role !== undefined) { const v = m.role; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_RemoveQuota(r: Reader, end: number, m: Call_RemoveQuota = {} as Call_RemoveQuota): Call_RemoveQuota {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.role = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.role === undefined) r.incomplete = true;
  return m;
}

export interface Call_Teardown extends Message {
  framework_id: $v1_mesos.FrameworkID;
}
export const Call_Teardown: MessageType<Call_Teardown> = messageType(
  "mesos.v1.master.Call.Teardown",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
  ],
  encodeCall_Teardown,
  decodeCall_Teardown,
);
export function encodeCall_Teardown(m: Call_Teardown, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Teardown(r: Reader, end: number, m: Call_Teardown = {} as Call_Teardown): Call_Teardown {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_MarkAgentGone extends Message {
  agent_id: $v1_mesos.AgentID;
}
export const Call_MarkAgentGone: MessageType<Call_MarkAgentGone> = messageType(
  "mesos.v1.master.Call.MarkAgentGone",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeCall_MarkAgentGone,
  decodeCall_MarkAgentGone,
);
export function encodeCall_MarkAgentGone(m: Call_MarkAgentGone, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_MarkAgentGone(r: Reader, end: number, m: Call_MarkAgentGone = {} as Call_MarkAgentGone): Call_MarkAgentGone {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export type Call_Type = "UNKNOWN" | "GET_HEALTH" | "GET_FLAGS" | "GET_VERSION" | "GET_METRICS" | "GET_LOGGING_LEVEL" | "SET_LOGGING_LEVEL" | "LIST_FILES" | "READ_FILE" | "GET_STATE" | "GET_AGENTS" | "GET_FRAMEWORKS" | "GET_EXECUTORS" | "GET_OPERATIONS" | "GET_TASKS" | "GET_ROLES" | "GET_WEIGHTS" | "UPDATE_WEIGHTS" | "GET_MASTER" | "SUBSCRIBE" | "RESERVE_RESOURCES" | "UNRESERVE_RESOURCES" | "CREATE_VOLUMES" | "DESTROY_VOLUMES" | "GROW_VOLUME" | "SHRINK_VOLUME" | "GET_MAINTENANCE_STATUS" | "GET_MAINTENANCE_SCHEDULE" | "UPDATE_MAINTENANCE_SCHEDULE" | "START_MAINTENANCE" | "STOP_MAINTENANCE" | "DRAIN_AGENT" | "DEACTIVATE_AGENT" | "REACTIVATE_AGENT" | "GET_QUOTA" | "UPDATE_QUOTA" | "SET_QUOTA" | "REMOVE_QUOTA" | "TEARDOWN" | "MARK_AGENT_GONE";
export const Call_Type: EnumType = enumType("mesos.v1.master.Call.Type", { UNKNOWN: 0, GET_HEALTH: 1, GET_FLAGS: 2, GET_VERSION: 3, GET_METRICS: 4, GET_LOGGING_LEVEL: 5, SET_LOGGING_LEVEL: 6, LIST_FILES: 7, READ_FILE: 8, GET_STATE: 9, GET_AGENTS: 10, GET_FRAMEWORKS: 11, GET_EXECUTORS: 12, GET_OPERATIONS: 33, GET_TASKS: 13, GET_ROLES: 14, GET_WEIGHTS: 15, UPDATE_WEIGHTS: 16, GET_MASTER: 17, SUBSCRIBE: 18, RESERVE_RESOURCES: 19, UNRESERVE_RESOURCES: 20, CREATE_VOLUMES: 21, DESTROY_VOLUMES: 22, GROW_VOLUME: 34, SHRINK_VOLUME: 35, GET_MAINTENANCE_STATUS: 23, GET_MAINTENANCE_SCHEDULE: 24, UPDATE_MAINTENANCE_SCHEDULE: 25, START_MAINTENANCE: 26, STOP_MAINTENANCE: 27, DRAIN_AGENT: 37, DEACTIVATE_AGENT: 38, REACTIVATE_AGENT: 39, GET_QUOTA: 28, UPDATE_QUOTA: 36, SET_QUOTA: 29, REMOVE_QUOTA: 30, TEARDOWN: 31, MARK_AGENT_GONE: 32 }, {  });

export interface Response extends Message {
  type?: Response_Type | undefined;
  get_health?: Response_GetHealth | undefined;
  get_flags?: Response_GetFlags | undefined;
  get_version?: Response_GetVersion | undefined;
  get_metrics?: Response_GetMetrics | undefined;
  get_logging_level?: Response_GetLoggingLevel | undefined;
  list_files?: Response_ListFiles | undefined;
  read_file?: Response_ReadFile | undefined;
  get_state?: Response_GetState | undefined;
  get_agents?: Response_GetAgents | undefined;
  get_frameworks?: Response_GetFrameworks | undefined;
  get_executors?: Response_GetExecutors | undefined;
  get_operations?: Response_GetOperations | undefined;
  get_tasks?: Response_GetTasks | undefined;
  get_roles?: Response_GetRoles | undefined;
  get_weights?: Response_GetWeights | undefined;
  get_master?: Response_GetMaster | undefined;
  get_maintenance_status?: Response_GetMaintenanceStatus | undefined;
  get_maintenance_schedule?: Response_GetMaintenanceSchedule | undefined;
  get_quota?: Response_GetQuota | undefined;
}
export const Response: MessageType<Response> = messageType(
  "mesos.v1.master.Response",
  () => [
    ["type", 1, "optional", Response_Type],
    ["get_health", 2, "optional", Response_GetHealth],
    ["get_flags", 3, "optional", Response_GetFlags],
    ["get_version", 4, "optional", Response_GetVersion],
    ["get_metrics", 5, "optional", Response_GetMetrics],
    ["get_logging_level", 6, "optional", Response_GetLoggingLevel],
    ["list_files", 7, "optional", Response_ListFiles],
    ["read_file", 8, "optional", Response_ReadFile],
    ["get_state", 9, "optional", Response_GetState],
    ["get_agents", 10, "optional", Response_GetAgents],
    ["get_frameworks", 11, "optional", Response_GetFrameworks],
    ["get_executors", 12, "optional", Response_GetExecutors],
    ["get_operations", 20, "optional", Response_GetOperations],
    ["get_tasks", 13, "optional", Response_GetTasks],
    ["get_roles", 14, "optional", Response_GetRoles],
    ["get_weights", 15, "optional", Response_GetWeights],
    ["get_master", 16, "optional", Response_GetMaster],
    ["get_maintenance_status", 17, "optional", Response_GetMaintenanceStatus],
    ["get_maintenance_schedule", 18, "optional", Response_GetMaintenanceSchedule],
    ["get_quota", 19, "optional", Response_GetQuota],
  ],
  encodeResponse,
  decodeResponse,
);
export function encodeResponse(m: Response, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Response_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.get_health !== undefined) { const v = m.get_health; w.uint32(18); { const b = w.open(); encodeResponse_GetHealth(v, w); w.close(b); } }
  if (m.get_flags !== undefined) { const v = m.get_flags; w.uint32(26); { const b = w.open(); encodeResponse_GetFlags(v, w); w.close(b); } }
  if (m.get_version !== undefined) { const v = m.get_version; w.uint32(34); { const b = w.open(); encodeResponse_GetVersion(v, w); w.close(b); } }
  if (m.get_metrics !== undefined) { const v = m.get_metrics; w.uint32(42); { const b = w.open(); encodeResponse_GetMetrics(v, w); w.close(b); } }
  if (m.get_logging_level !== undefined) { const v = m.get_logging_level; w.uint32(50); { const b = w.open(); encodeResponse_GetLoggingLevel(v, w); w.close(b); } }
  if (m.list_files !== undefined) { const v = m.list_files; w.uint32(58); { const b = w.open(); encodeResponse_ListFiles(v, w); w.close(b); } }
  if (m.read_file !== undefined) { const v = m.read_file; w.uint32(66); { const b = w.open(); encodeResponse_ReadFile(v, w); w.close(b); } }
  if (m.get_state !== undefined) { const v = m.get_state; w.uint32(74); { const b = w.open(); encodeResponse_GetState(v, w); w.close(b); } }
  if (m.get_agents !== undefined) { const v = m.get_agents; w.uint32(82); { const b = w.open(); encodeResponse_GetAgents(v, w); w.close(b); } }
  if (m.get_frameworks !== undefined) { const v = m.get_frameworks; w.uint32(90); { const b = w.open(); encodeResponse_GetFrameworks(v, w); w.close(b); } }
  if (m.get_executors !== undefined) { const v = m.get_executors; w.uint32(98); { const b = w.open(); encodeResponse_GetExecutors(v, w); w.close(b); } }
  if (m.get_tasks !== undefined) { const v = m.get_tasks; w.uint32(106); { const b = w.open(); encodeResponse_GetTasks(v, w); w.close(b); } }
  if (m.get_roles !== undefined) { const v = m.get_roles; w.uint32(114); { const b = w.open(); encodeResponse_GetRoles(v, w); w.close(b); } }
  if (m.get_weights !== undefined) { const v = m.get_weights; w.uint32(122); { const b = w.open(); encodeResponse_GetWeights(v, w); w.close(b); } }
  if (m.get_master !== undefined) { const v = m.get_master; w.uint32(130); { const b = w.open(); encodeResponse_GetMaster(v, w); w.close(b); } }
  if (m.get_maintenance_status !== undefined) { const v = m.get_maintenance_status; w.uint32(138); { const b = w.open(); encodeResponse_GetMaintenanceStatus(v, w); w.close(b); } }
  if (m.get_maintenance_schedule !== undefined) { const v = m.get_maintenance_schedule; w.uint32(146); { const b = w.open(); encodeResponse_GetMaintenanceSchedule(v, w); w.close(b); } }
  if (m.get_quota !== undefined) { const v = m.get_quota; w.uint32(154); { const b = w.open(); encodeResponse_GetQuota(v, w); w.close(b); } }
  if (m.get_operations !== undefined) { const v = m.get_operations; w.uint32(162); { const b = w.open(); encodeResponse_GetOperations(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse(r: Reader, end: number, m: Response = {} as Response): Response {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Response_Type.names.get(r.int32()) as Response_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.get_health = decodeResponse_GetHealth(r, r.open(end), m.get_health); break;
      case 26: m.get_flags = decodeResponse_GetFlags(r, r.open(end), m.get_flags); break;
      case 34: m.get_version = decodeResponse_GetVersion(r, r.open(end), m.get_version); break;
      case 42: m.get_metrics = decodeResponse_GetMetrics(r, r.open(end), m.get_metrics); break;
      case 50: m.get_logging_level = decodeResponse_GetLoggingLevel(r, r.open(end), m.get_logging_level); break;
      case 58: m.list_files = decodeResponse_ListFiles(r, r.open(end), m.list_files); break;
      case 66: m.read_file = decodeResponse_ReadFile(r, r.open(end), m.read_file); break;
      case 74: m.get_state = decodeResponse_GetState(r, r.open(end), m.get_state); break;
      case 82: m.get_agents = decodeResponse_GetAgents(r, r.open(end), m.get_agents); break;
      case 90: m.get_frameworks = decodeResponse_GetFrameworks(r, r.open(end), m.get_frameworks); break;
      case 98: m.get_executors = decodeResponse_GetExecutors(r, r.open(end), m.get_executors); break;
      case 162: m.get_operations = decodeResponse_GetOperations(r, r.open(end), m.get_operations); break;
      case 106: m.get_tasks = decodeResponse_GetTasks(r, r.open(end), m.get_tasks); break;
      case 114: m.get_roles = decodeResponse_GetRoles(r, r.open(end), m.get_roles); break;
      case 122: m.get_weights = decodeResponse_GetWeights(r, r.open(end), m.get_weights); break;
      case 130: m.get_master = decodeResponse_GetMaster(r, r.open(end), m.get_master); break;
      case 138: m.get_maintenance_status = decodeResponse_GetMaintenanceStatus(r, r.open(end), m.get_maintenance_status); break;
      case 146: m.get_maintenance_schedule = decodeResponse_GetMaintenanceSchedule(r, r.open(end), m.get_maintenance_schedule); break;
      case 154: m.get_quota = decodeResponse_GetQuota(r, r.open(end), m.get_quota); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetHealth extends Message {
  healthy: boolean;
}
export const Response_GetHealth: MessageType<Response_GetHealth> = messageType(
  "mesos.v1.master.Response.GetHealth",
  () => [
    ["healthy", 1, "required", "bool"],
  ],
  encodeResponse_GetHealth,
  decodeResponse_GetHealth,
);
export function encodeResponse_GetHealth(m: Response_GetHealth, w: Writer): void {
  if (m.healthy !== undefined) { const v = m.healthy; w.uint32(8); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetHealth(r: Reader, end: number, m: Response_GetHealth = {} as Response_GetHealth): Response_GetHealth {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.healthy = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.healthy === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetFlags extends Message {
  flags?: $v1_mesos.Flag[] | undefined;
}
export const Response_GetFlags: MessageType<Response_GetFlags> = messageType(
  "mesos.v1.master.Response.GetFlags",
  () => [
    ["flags", 1, "repeated", $v1_mesos.Flag],
  ],
  encodeResponse_GetFlags,
  decodeResponse_GetFlags,
);
export function encodeResponse_GetFlags(m: Response_GetFlags, w: Writer): void {
  if (m.flags !== undefined) for (const v of m.flags) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeFlag(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetFlags(r: Reader, end: number, m: Response_GetFlags = {} as Response_GetFlags): Response_GetFlags {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeFlag(r, r.open(end)); (m.flags ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetVersion extends Message {
  version_info: $v1_mesos.VersionInfo;
}
export const Response_GetVersion: MessageType<Response_GetVersion> = messageType(
  "mesos.v1.master.Response.GetVersion",
  () => [
    ["version_info", 1, "required", $v1_mesos.VersionInfo],
  ],
  encodeResponse_GetVersion,
  decodeResponse_GetVersion,
);
export function encodeResponse_GetVersion(m: Response_GetVersion, w: Writer): void {
  if (m.version_info !== undefined) { const v = m.version_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeVersionInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetVersion(r: Reader, end: number, m: Response_GetVersion = {} as Response_GetVersion): Response_GetVersion {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.version_info = $v1_mesos.decodeVersionInfo(r, r.open(end), m.version_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.version_info === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetMetrics extends Message {
  metrics?: $v1_mesos.Metric[] | undefined;
}
export const Response_GetMetrics: MessageType<Response_GetMetrics> = messageType(
  "mesos.v1.master.Response.GetMetrics",
  () => [
    ["metrics", 1, "repeated", $v1_mesos.Metric],
  ],
  encodeResponse_GetMetrics,
  decodeResponse_GetMetrics,
);
export function encodeResponse_GetMetrics(m: Response_GetMetrics, w: Writer): void {
  if (m.metrics !== undefined) for (const v of m.metrics) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeMetric(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetMetrics(r: Reader, end: number, m: Response_GetMetrics = {} as Response_GetMetrics): Response_GetMetrics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeMetric(r, r.open(end)); (m.metrics ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetLoggingLevel extends Message {
  level: number;
}
export const Response_GetLoggingLevel: MessageType<Response_GetLoggingLevel> = messageType(
  "mesos.v1.master.Response.GetLoggingLevel",
  () => [
    ["level", 1, "required", "uint32"],
  ],
  encodeResponse_GetLoggingLevel,
  decodeResponse_GetLoggingLevel,
);
export function encodeResponse_GetLoggingLevel(m: Response_GetLoggingLevel, w: Writer): void {
  if (m.level !== undefined) { const v = m.level; w.uint32(8); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetLoggingLevel(r: Reader, end: number, m: Response_GetLoggingLevel = {} as Response_GetLoggingLevel): Response_GetLoggingLevel {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.level = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.level === undefined) r.incomplete = true;
  return m;
}

export interface Response_ListFiles extends Message {
  file_infos?: $v1_mesos.FileInfo[] | undefined;
}
export const Response_ListFiles: MessageType<Response_ListFiles> = messageType(
  "mesos.v1.master.Response.ListFiles",
  () => [
    ["file_infos", 1, "repeated", $v1_mesos.FileInfo],
  ],
  encodeResponse_ListFiles,
  decodeResponse_ListFiles,
);
export function encodeResponse_ListFiles(m: Response_ListFiles, w: Writer): void {
  if (m.file_infos !== undefined) for (const v of m.file_infos) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeFileInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_ListFiles(r: Reader, end: number, m: Response_ListFiles = {} as Response_ListFiles): Response_ListFiles {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeFileInfo(r, r.open(end)); (m.file_infos ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_ReadFile extends Message {
  size: number;
  data: Uint8Array;
}
export const Response_ReadFile: MessageType<Response_ReadFile> = messageType(
  "mesos.v1.master.Response.ReadFile",
  () => [
    ["size", 1, "required", "uint64"],
    ["data", 2, "required", "bytes"],
  ],
  encodeResponse_ReadFile,
  decodeResponse_ReadFile,
);
export function encodeResponse_ReadFile(m: Response_ReadFile, w: Writer): void {
  if (m.size !== undefined) { const v = m.size; w.uint32(8); w.int64(v); }
  if (m.data !== undefined) { const v = m.data; w.uint32(18); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_ReadFile(r: Reader, end: number, m: Response_ReadFile = {} as Response_ReadFile): Response_ReadFile {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.size = r.uint64(); break;
      case 18: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.size === undefined || m.data === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetState extends Message {
  get_tasks?: Response_GetTasks | undefined;
  get_executors?: Response_GetExecutors | undefined;
  get_frameworks?: Response_GetFrameworks | undefined;
  get_agents?: Response_GetAgents | undefined;
}
export const Response_GetState: MessageType<Response_GetState> = messageType(
  "mesos.v1.master.Response.GetState",
  () => [
    ["get_tasks", 1, "optional", Response_GetTasks],
    ["get_executors", 2, "optional", Response_GetExecutors],
    ["get_frameworks", 3, "optional", Response_GetFrameworks],
    ["get_agents", 4, "optional", Response_GetAgents],
  ],
  encodeResponse_GetState,
  decodeResponse_GetState,
);
export function encodeResponse_GetState(m: Response_GetState, w: Writer): void {
  if (m.get_tasks !== undefined) { const v = m.get_tasks; w.uint32(10); { const b = w.open(); encodeResponse_GetTasks(v, w); w.close(b); } }
  if (m.get_executors !== undefined) { const v = m.get_executors; w.uint32(18); { const b = w.open(); encodeResponse_GetExecutors(v, w); w.close(b); } }
  if (m.get_frameworks !== undefined) { const v = m.get_frameworks; w.uint32(26); { const b = w.open(); encodeResponse_GetFrameworks(v, w); w.close(b); } }
  if (m.get_agents !== undefined) { const v = m.get_agents; w.uint32(34); { const b = w.open(); encodeResponse_GetAgents(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetState(r: Reader, end: number, m: Response_GetState = {} as Response_GetState): Response_GetState {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.get_tasks = decodeResponse_GetTasks(r, r.open(end), m.get_tasks); break;
      case 18: m.get_executors = decodeResponse_GetExecutors(r, r.open(end), m.get_executors); break;
      case 26: m.get_frameworks = decodeResponse_GetFrameworks(r, r.open(end), m.get_frameworks); break;
      case 34: m.get_agents = decodeResponse_GetAgents(r, r.open(end), m.get_agents); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetAgents extends Message {
  agents?: Response_GetAgents_Agent[] | undefined;
  recovered_agents?: $v1_mesos.AgentInfo[] | undefined;
}
export const Response_GetAgents: MessageType<Response_GetAgents> = messageType(
  "mesos.v1.master.Response.GetAgents",
  () => [
    ["agents", 1, "repeated", Response_GetAgents_Agent],
    ["recovered_agents", 2, "repeated", $v1_mesos.AgentInfo],
  ],
  encodeResponse_GetAgents,
  decodeResponse_GetAgents,
);
export function encodeResponse_GetAgents(m: Response_GetAgents, w: Writer): void {
  if (m.agents !== undefined) for (const v of m.agents) { w.uint32(10); { const b = w.open(); encodeResponse_GetAgents_Agent(v, w); w.close(b); } }
  if (m.recovered_agents !== undefined) for (const v of m.recovered_agents) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetAgents(r: Reader, end: number, m: Response_GetAgents = {} as Response_GetAgents): Response_GetAgents {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResponse_GetAgents_Agent(r, r.open(end)); (m.agents ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeAgentInfo(r, r.open(end)); (m.recovered_agents ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetAgents_Agent extends Message {
  agent_info: $v1_mesos.AgentInfo;
  active: boolean;
  deactivated?: boolean | undefined;
  version: string;
  pid?: string | undefined;
  registered_time?: $v1_mesos.TimeInfo | undefined;
  reregistered_time?: $v1_mesos.TimeInfo | undefined;
  total_resources?: $v1_mesos.Resource[] | undefined;
  allocated_resources?: $v1_mesos.Resource[] | undefined;
  offered_resources?: $v1_mesos.Resource[] | undefined;
  capabilities?: $v1_mesos.AgentInfo_Capability[] | undefined;
  resource_providers?: Response_GetAgents_Agent_ResourceProvider[] | undefined;
  drain_info?: $v1_mesos.DrainInfo | undefined;
  estimated_drain_start_time?: $v1_mesos.TimeInfo | undefined;
}
export const Response_GetAgents_Agent: MessageType<Response_GetAgents_Agent> = messageType(
  "mesos.v1.master.Response.GetAgents.Agent",
  () => [
    ["agent_info", 1, "required", $v1_mesos.AgentInfo],
    ["active", 2, "required", "bool"],
    ["deactivated", 12, "optional", "bool"],
    ["version", 3, "required", "string"],
    ["pid", 4, "optional", "string"],
    ["registered_time", 5, "optional", $v1_mesos.TimeInfo],
    ["reregistered_time", 6, "optional", $v1_mesos.TimeInfo],
    ["total_resources", 7, "repeated", $v1_mesos.Resource],
    ["allocated_resources", 8, "repeated", $v1_mesos.Resource],
    ["offered_resources", 9, "repeated", $v1_mesos.Resource],
    ["capabilities", 10, "repeated", $v1_mesos.AgentInfo_Capability],
    ["resource_providers", 11, "repeated", Response_GetAgents_Agent_ResourceProvider],
    ["drain_info", 13, "optional", $v1_mesos.DrainInfo],
    ["estimated_drain_start_time", 14, "optional", $v1_mesos.TimeInfo],
  ],
  encodeResponse_GetAgents_Agent,
  decodeResponse_GetAgents_Agent,
);
export function encodeResponse_GetAgents_Agent(m: Response_GetAgents_Agent, w: Writer): void {
  if (m.agent_info !== undefined) { const v = m.agent_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.active !== undefined) { const v = m.active; w.uint32(16); w.bool(v); }
  if (m.version !== undefined) { const v = m.version; w.uint32(26); w.string(v); }
  if (m.pid !== undefined) { const v = m.pid; w.uint32(34); w.string(v); }
  if (m.registered_time !== undefined) { const v = m.registered_time; w.uint32(42); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.reregistered_time !== undefined) { const v = m.reregistered_time; w.uint32(50); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.total_resources !== undefined) for (const v of m.total_resources) { w.uint32(58); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.allocated_resources !== undefined) for (const v of m.allocated_resources) { w.uint32(66); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.offered_resources !== undefined) for (const v of m.offered_resources) { w.uint32(74); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.capabilities !== undefined) for (const v of m.capabilities) { w.uint32(82); { const b = w.open(); $v1_mesos.encodeAgentInfo_Capability(v, w); w.close(b); } }
  if (m.resource_providers !== undefined) for (const v of m.resource_providers) { w.uint32(90); { const b = w.open(); encodeResponse_GetAgents_Agent_ResourceProvider(v, w); w.close(b); } }
  if (m.deactivated !== undefined) { const v = m.deactivated; w.uint32(96); w.bool(v); }
  if (m.drain_info !== undefined) { const v = m.drain_info; w.uint32(106); { const b = w.open(); $v1_mesos.encodeDrainInfo(v, w); w.close(b); } }
  if (m.estimated_drain_start_time !== undefined) { const v = m.estimated_drain_start_time; w.uint32(114); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetAgents_Agent(r: Reader, end: number, m: Response_GetAgents_Agent = {} as Response_GetAgents_Agent): Response_GetAgents_Agent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_info = $v1_mesos.decodeAgentInfo(r, r.open(end), m.agent_info); break;
      case 16: m.active = r.bool(); break;
      case 96: m.deactivated = r.bool(); break;
      case 26: m.version = r.string(); break;
      case 34: m.pid = r.string(); break;
      case 42: m.registered_time = $v1_mesos.decodeTimeInfo(r, r.open(end), m.registered_time); break;
      case 50: m.reregistered_time = $v1_mesos.decodeTimeInfo(r, r.open(end), m.reregistered_time); break;
      case 58: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.total_resources ??= []).push(v); break; }
      case 66: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.allocated_resources ??= []).push(v); break; }
      case 74: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.offered_resources ??= []).push(v); break; }
      case 82: { const v = $v1_mesos.decodeAgentInfo_Capability(r, r.open(end)); (m.capabilities ??= []).push(v); break; }
      case 90: { const v = decodeResponse_GetAgents_Agent_ResourceProvider(r, r.open(end)); (m.resource_providers ??= []).push(v); break; }
      case 106: m.drain_info = $v1_mesos.decodeDrainInfo(r, r.open(end), m.drain_info); break;
      case 114: m.estimated_drain_start_time = $v1_mesos.decodeTimeInfo(r, r.open(end), m.estimated_drain_start_time); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_info === undefined || m.active === undefined || m.version === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetAgents_Agent_ResourceProvider extends Message {
  resource_provider_info: $v1_mesos.ResourceProviderInfo;
  total_resources?: $v1_mesos.Resource[] | undefined;
}
export const Response_GetAgents_Agent_ResourceProvider: MessageType<Response_GetAgents_Agent_ResourceProvider> = messageType(
  "mesos.v1.master.Response.GetAgents.Agent.ResourceProvider",
  () => [
    ["resource_provider_info", 1, "required", $v1_mesos.ResourceProviderInfo],
    ["total_resources", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeResponse_GetAgents_Agent_ResourceProvider,
  decodeResponse_GetAgents_Agent_ResourceProvider,
);
export function encodeResponse_GetAgents_Agent_ResourceProvider(m: Response_GetAgents_Agent_ResourceProvider, w: Writer): void {
  if (m.resource_provider_info !== undefined) { const v = m.resource_provider_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderInfo(v, w); w.close(b); } }
  if (m.total_resources !== undefined) for (const v of m.total_resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetAgents_Agent_ResourceProvider(r: Reader, end: number, m: Response_GetAgents_Agent_ResourceProvider = {} as Response_GetAgents_Agent_ResourceProvider): Response_GetAgents_Agent_ResourceProvider {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.resource_provider_info = $v1_mesos.decodeResourceProviderInfo(r, r.open(end), m.resource_provider_info); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.total_resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.resource_provider_info === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetFrameworks extends Message {
  frameworks?: Response_GetFrameworks_Framework[] | undefined;
  completed_frameworks?: Response_GetFrameworks_Framework[] | undefined;
  recovered_frameworks?: $v1_mesos.FrameworkInfo[] | undefined;
}
export const Response_GetFrameworks: MessageType<Response_GetFrameworks> = messageType(
  "mesos.v1.master.Response.GetFrameworks",
  () => [
    ["frameworks", 1, "repeated", Response_GetFrameworks_Framework],
    ["completed_frameworks", 2, "repeated", Response_GetFrameworks_Framework],
    ["recovered_frameworks", 3, "repeated", $v1_mesos.FrameworkInfo, { deprecated: true }],
  ],
  encodeResponse_GetFrameworks,
  decodeResponse_GetFrameworks,
);
export function encodeResponse_GetFrameworks(m: Response_GetFrameworks, w: Writer): void {
  if (m.frameworks !== undefined) for (const v of m.frameworks) { w.uint32(10); { const b = w.open(); encodeResponse_GetFrameworks_Framework(v, w); w.close(b); } }
  if (m.completed_frameworks !== undefined) for (const v of m.completed_frameworks) { w.uint32(18); { const b = w.open(); encodeResponse_GetFrameworks_Framework(v, w); w.close(b); } }
  if (m.recovered_frameworks !== undefined) for (const v of m.recovered_frameworks) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetFrameworks(r: Reader, end: number, m: Response_GetFrameworks = {} as Response_GetFrameworks): Response_GetFrameworks {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResponse_GetFrameworks_Framework(r, r.open(end)); (m.frameworks ??= []).push(v); break; }
      case 18: { const v = decodeResponse_GetFrameworks_Framework(r, r.open(end)); (m.completed_frameworks ??= []).push(v); break; }
      case 26: { const v = $v1_mesos.decodeFrameworkInfo(r, r.open(end)); (m.recovered_frameworks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetFrameworks_Framework extends Message {
  framework_info: $v1_mesos.FrameworkInfo;
  active: boolean;
  connected: boolean;
  recovered: boolean;
  registered_time?: $v1_mesos.TimeInfo | undefined;
  reregistered_time?: $v1_mesos.TimeInfo | undefined;
  unregistered_time?: $v1_mesos.TimeInfo | undefined;
  offers?: $v1_mesos.Offer[] | undefined;
  inverse_offers?: $v1_mesos.InverseOffer[] | undefined;
  allocated_resources?: $v1_mesos.Resource[] | undefined;
  offered_resources?: $v1_mesos.Resource[] | undefined;
  offer_constraints?: $v1_scheduler.OfferConstraints | undefined;
}
export const Response_GetFrameworks_Framework: MessageType<Response_GetFrameworks_Framework> = messageType(
  "mesos.v1.master.Response.GetFrameworks.Framework",
  () => [
    ["framework_info", 1, "required", $v1_mesos.FrameworkInfo],
    ["active", 2, "required", "bool"],
    ["connected", 3, "required", "bool"],
    ["recovered", 11, "required", "bool"],
    ["registered_time", 4, "optional", $v1_mesos.TimeInfo],
    ["reregistered_time", 5, "optional", $v1_mesos.TimeInfo],
    ["unregistered_time", 6, "optional", $v1_mesos.TimeInfo],
    ["offers", 7, "repeated", $v1_mesos.Offer],
    ["inverse_offers", 8, "repeated", $v1_mesos.InverseOffer],
    ["allocated_resources", 9, "repeated", $v1_mesos.Resource],
    ["offered_resources", 10, "repeated", $v1_mesos.Resource],
    ["offer_constraints", 12, "optional", $v1_scheduler.OfferConstraints],
  ],
  encodeResponse_GetFrameworks_Framework,
  decodeResponse_GetFrameworks_Framework,
);
export function encodeResponse_GetFrameworks_Framework(m: Response_GetFrameworks_Framework, w: Writer): void {
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.active !== undefined) { const v = m.active; w.uint32(16); w.bool(v); }
  if (m.connected !== undefined) { const v = m.connected; w.uint32(24); w.bool(v); }
  if (m.registered_time !== undefined) { const v = m.registered_time; w.uint32(34); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.reregistered_time !== undefined) { const v = m.reregistered_time; w.uint32(42); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.unregistered_time !== undefined) { const v = m.unregistered_time; w.uint32(50); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.offers !== undefined) for (const v of m.offers) { w.uint32(58); { const b = w.open(); $v1_mesos.encodeOffer(v, w); w.close(b); } }
  if (m.inverse_offers !== undefined) for (const v of m.inverse_offers) { w.uint32(66); { const b = w.open(); $v1_mesos.encodeInverseOffer(v, w); w.close(b); } }
  if (m.allocated_resources !== undefined) for (const v of m.allocated_resources) { w.uint32(74); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.offered_resources !== undefined) for (const v of m.offered_resources) { w.uint32(82); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.recovered !== undefined) { const v = m.recovered; w.uint32(88); w.bool(v); }
  if (m.offer_constraints !== undefined) { const v = m.offer_constraints; w.uint32(98); { const b = w.open(); $v1_scheduler.encodeOfferConstraints(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetFrameworks_Framework(r: Reader, end: number, m: Response_GetFrameworks_Framework = {} as Response_GetFrameworks_Framework): Response_GetFrameworks_Framework {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 16: m.active = r.bool(); break;
      case 24: m.connected = r.bool(); break;
      case 88: m.recovered = r.bool(); break;
      case 34: m.registered_time = $v1_mesos.decodeTimeInfo(r, r.open(end), m.registered_time); break;
      case 42: m.reregistered_time = $v1_mesos.decodeTimeInfo(r, r.open(end), m.reregistered_time); break;
      case 50: m.unregistered_time = $v1_mesos.decodeTimeInfo(r, r.open(end), m.unregistered_time); break;
      case 58: { const v = $v1_mesos.decodeOffer(r, r.open(end)); (m.offers ??= []).push(v); break; }
      case 66: { const v = $v1_mesos.decodeInverseOffer(r, r.open(end)); (m.inverse_offers ??= []).push(v); break; }
      case 74: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.allocated_resources ??= []).push(v); break; }
      case 82: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.offered_resources ??= []).push(v); break; }
      case 98: m.offer_constraints = $v1_scheduler.decodeOfferConstraints(r, r.open(end), m.offer_constraints); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_info === undefined || m.active === undefined || m.connected === undefined || m.recovered === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetExecutors extends Message {
  executors?: Response_GetExecutors_Executor[] | undefined;
  orphan_executors?: Response_GetExecutors_Executor[] | undefined;
}
export const Response_GetExecutors: MessageType<Response_GetExecutors> = messageType(
  "mesos.v1.master.Response.GetExecutors",
  () => [
    ["executors", 1, "repeated", Response_GetExecutors_Executor],
    ["orphan_executors", 2, "repeated", Response_GetExecutors_Executor, { deprecated: true }],
  ],
  encodeResponse_GetExecutors,
  decodeResponse_GetExecutors,
);
export function encodeResponse_GetExecutors(m: Response_GetExecutors, w: Writer): void {
  if (m.executors !== undefined) for (const v of m.executors) { w.uint32(10); { const b = w.open(); encodeResponse_GetExecutors_Executor(v, w); w.close(b); } }
  if (m.orphan_executors !== undefined) for (const v of m.orphan_executors) { w.uint32(18); { const b = w.open(); encodeResponse_GetExecutors_Executor(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetExecutors(r: Reader, end: number, m: Response_GetExecutors = {} as Response_GetExecutors): Response_GetExecutors {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResponse_GetExecutors_Executor(r, r.open(end)); (m.executors ??= []).push(v); break; }
      case 18: { const v = decodeResponse_GetExecutors_Executor(r, r.open(end)); (m.orphan_executors ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetExecutors_Executor extends Message {
  executor_info: $v1_mesos.ExecutorInfo;
  agent_id: $v1_mesos.AgentID;
}
export const Response_GetExecutors_Executor: MessageType<Response_GetExecutors_Executor> = messageType(
  "mesos.v1.master.Response.GetExecutors.Executor",
  () => [
    ["executor_info", 1, "required", $v1_mesos.ExecutorInfo],
    ["agent_id", 2, "required", $v1_mesos.AgentID, { v0: "slave_id" }],
  ],
  encodeResponse_GetExecutors_Executor,
  decodeResponse_GetExecutors_Executor,
);
export function encodeResponse_GetExecutors_Executor(m: Response_GetExecutors_Executor, w: Writer): void {
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetExecutors_Executor(r: Reader, end: number, m: Response_GetExecutors_Executor = {} as Response_GetExecutors_Executor): Response_GetExecutors_Executor {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_info = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      case 18: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_info === undefined || m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetOperations extends Message {
  operations?: $v1_mesos.Operation[] | undefined;
}
export const Response_GetOperations: MessageType<Response_GetOperations> = messageType(
  "mesos.v1.master.Response.GetOperations",
  () => [
    ["operations", 1, "repeated", $v1_mesos.Operation],
  ],
  encodeResponse_GetOperations,
  decodeResponse_GetOperations,
);
export function encodeResponse_GetOperations(m: Response_GetOperations, w: Writer): void {
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperation(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetOperations(r: Reader, end: number, m: Response_GetOperations = {} as Response_GetOperations): Response_GetOperations {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOperation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetTasks extends Message {
  pending_tasks?: $v1_mesos.Task[] | undefined;
  tasks?: $v1_mesos.Task[] | undefined;
  unreachable_tasks?: $v1_mesos.Task[] | undefined;
  completed_tasks?: $v1_mesos.Task[] | undefined;
  orphan_tasks?: $v1_mesos.Task[] | undefined;
}
export const Response_GetTasks: MessageType<Response_GetTasks> = messageType(
  "mesos.v1.master.Response.GetTasks",
  () => [
    ["pending_tasks", 1, "repeated", $v1_mesos.Task, { deprecated: true }],
    ["tasks", 2, "repeated", $v1_mesos.Task],
    ["unreachable_tasks", 5, "repeated", $v1_mesos.Task],
    ["completed_tasks", 3, "repeated", $v1_mesos.Task],
    ["orphan_tasks", 4, "repeated", $v1_mesos.Task, { deprecated: true }],
  ],
  encodeResponse_GetTasks,
  decodeResponse_GetTasks,
);
export function encodeResponse_GetTasks(m: Response_GetTasks, w: Writer): void {
  if (m.pending_tasks !== undefined) for (const v of m.pending_tasks) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.completed_tasks !== undefined) for (const v of m.completed_tasks) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.orphan_tasks !== undefined) for (const v of m.orphan_tasks) { w.uint32(34); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.unreachable_tasks !== undefined) for (const v of m.unreachable_tasks) { w.uint32(42); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetTasks(r: Reader, end: number, m: Response_GetTasks = {} as Response_GetTasks): Response_GetTasks {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.pending_tasks ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      case 42: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.unreachable_tasks ??= []).push(v); break; }
      case 26: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.completed_tasks ??= []).push(v); break; }
      case 34: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.orphan_tasks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetRoles extends Message {
  roles?: $v1_mesos.Role[] | undefined;
}
export const Response_GetRoles: MessageType<Response_GetRoles> = messageType(
  "mesos.v1.master.Response.GetRoles",
  () => [
    ["roles", 1, "repeated", $v1_mesos.Role],
  ],
  encodeResponse_GetRoles,
  decodeResponse_GetRoles,
);
export function encodeResponse_GetRoles(m: Response_GetRoles, w: Writer): void {
  if (m.roles !== undefined) for (const v of m.roles) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeRole(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetRoles(r: Reader, end: number, m: Response_GetRoles = {} as Response_GetRoles): Response_GetRoles {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeRole(r, r.open(end)); (m.roles ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetWeights extends Message {
  weight_infos?: $v1_mesos.WeightInfo[] | undefined;
}
export const Response_GetWeights: MessageType<Response_GetWeights> = messageType(
  "mesos.v1.master.Response.GetWeights",
  () => [
    ["weight_infos", 1, "repeated", $v1_mesos.WeightInfo],
  ],
  encodeResponse_GetWeights,
  decodeResponse_GetWeights,
);
export function encodeResponse_GetWeights(m: Response_GetWeights, w: Writer): void {
  if (m.weight_infos !== undefined) for (const v of m.weight_infos) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeWeightInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetWeights(r: Reader, end: number, m: Response_GetWeights = {} as Response_GetWeights): Response_GetWeights {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeWeightInfo(r, r.open(end)); (m.weight_infos ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetMaster extends Message {
  master_info?: $v1_mesos.MasterInfo | undefined;
  start_time?: number | undefined;
  elected_time?: number | undefined;
}
export const Response_GetMaster: MessageType<Response_GetMaster> = messageType(
  "mesos.v1.master.Response.GetMaster",
  () => [
    ["master_info", 1, "optional", $v1_mesos.MasterInfo],
    ["start_time", 2, "optional", "double"],
    ["elected_time", 3, "optional", "double"],
  ],
  encodeResponse_GetMaster,
  decodeResponse_GetMaster,
);
export function encodeResponse_GetMaster(m: Response_GetMaster, w: Writer): void {
  if (m.master_info !== undefined) { const v = m.master_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeMasterInfo(v, w); w.close(b); } }
  if (m.start_time !== undefined) { const v = m.start_time; w.uint32(17); w.double(v); }
  if (m.elected_time !== undefined) { const v = m.elected_time; w.uint32(25); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetMaster(r: Reader, end: number, m: Response_GetMaster = {} as Response_GetMaster): Response_GetMaster {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.master_info = $v1_mesos.decodeMasterInfo(r, r.open(end), m.master_info); break;
      case 17: m.start_time = r.double(); break;
      case 25: m.elected_time = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetMaintenanceStatus extends Message {
  status: $v1_maintenance.ClusterStatus;
}
export const Response_GetMaintenanceStatus: MessageType<Response_GetMaintenanceStatus> = messageType(
  "mesos.v1.master.Response.GetMaintenanceStatus",
  () => [
    ["status", 1, "required", $v1_maintenance.ClusterStatus],
  ],
  encodeResponse_GetMaintenanceStatus,
  decodeResponse_GetMaintenanceStatus,
);
export function encodeResponse_GetMaintenanceStatus(m: Response_GetMaintenanceStatus, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; w.uint32(10); { const b = w.open(); $v1_maintenance.encodeClusterStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetMaintenanceStatus(r: Reader, end: number, m: Response_GetMaintenanceStatus = {} as Response_GetMaintenanceStatus): Response_GetMaintenanceStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.status = $v1_maintenance.decodeClusterStatus(r, r.open(end), m.status); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetMaintenanceSchedule extends Message {
  schedule: $v1_maintenance.Schedule;
}
export const Response_GetMaintenanceSchedule: MessageType<Response_GetMaintenanceSchedule> = messageType(
  "mesos.v1.master.Response.GetMaintenanceSchedule",
  () => [
    ["schedule", 1, "required", $v1_maintenance.Schedule],
  ],
  encodeResponse_GetMaintenanceSchedule,
  decodeResponse_GetMaintenanceSchedule,
);
export function encodeResponse_GetMaintenanceSchedule(m: Response_GetMaintenanceSchedule, w: Writer): void {
  if (m.schedule !== undefined) { const v = m.schedule; w.uint32(10); { const b = w.open(); $v1_maintenance.encodeSchedule(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetMaintenanceSchedule(r: Reader, end: number, m: Response_GetMaintenanceSchedule = {} as Response_GetMaintenanceSchedule): Response_GetMaintenanceSchedule {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.schedule = $v1_maintenance.decodeSchedule(r, r.open(end), m.schedule); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.schedule === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetQuota extends Message {
  status: $v1_quota.QuotaStatus;
}
export const Response_GetQuota: MessageType<Response_GetQuota> = messageType(
  "mesos.v1.master.Response.GetQuota",
  () => [
    ["status", 1, "required", $v1_quota.QuotaStatus],
  ],
  encodeResponse_GetQuota,
  decodeResponse_GetQuota,
);
export function encodeResponse_GetQuota(m: Response_GetQuota, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; w.uint32(10); { const b = w.open(); $v1_quota.encodeQuotaStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetQuota(r: Reader, end: number, m: Response_GetQuota = {} as Response_GetQuota): Response_GetQuota {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.status = $v1_quota.decodeQuotaStatus(r, r.open(end), m.status); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined) r.incomplete = true;
  return m;
}

export type Response_Type = "UNKNOWN" | "GET_HEALTH" | "GET_FLAGS" | "GET_VERSION" | "GET_METRICS" | "GET_LOGGING_LEVEL" | "LIST_FILES" | "READ_FILE" | "GET_STATE" | "GET_AGENTS" | "GET_FRAMEWORKS" | "GET_EXECUTORS" | "GET_OPERATIONS" | "GET_TASKS" | "GET_ROLES" | "GET_WEIGHTS" | "GET_MASTER" | "GET_MAINTENANCE_STATUS" | "GET_MAINTENANCE_SCHEDULE" | "GET_QUOTA";
export const Response_Type: EnumType = enumType("mesos.v1.master.Response.Type", { UNKNOWN: 0, GET_HEALTH: 1, GET_FLAGS: 2, GET_VERSION: 3, GET_METRICS: 4, GET_LOGGING_LEVEL: 5, LIST_FILES: 6, READ_FILE: 7, GET_STATE: 8, GET_AGENTS: 9, GET_FRAMEWORKS: 10, GET_EXECUTORS: 11, GET_OPERATIONS: 19, GET_TASKS: 12, GET_ROLES: 13, GET_WEIGHTS: 14, GET_MASTER: 15, GET_MAINTENANCE_STATUS: 16, GET_MAINTENANCE_SCHEDULE: 17, GET_QUOTA: 18 }, {  });

export interface Event extends Message {
  type?: Event_Type | undefined;
  subscribed?: Event_Subscribed | undefined;
  task_added?: Event_TaskAdded | undefined;
  task_updated?: Event_TaskUpdated | undefined;
  agent_added?: Event_AgentAdded | undefined;
  agent_removed?: Event_AgentRemoved | undefined;
  framework_added?: Event_FrameworkAdded | undefined;
  framework_updated?: Event_FrameworkUpdated | undefined;
  framework_removed?: Event_FrameworkRemoved | undefined;
}
export const Event: MessageType<Event> = messageType(
  "mesos.v1.master.Event",
  () => [
    ["type", 1, "optional", Event_Type],
    ["subscribed", 2, "optional", Event_Subscribed],
    ["task_added", 3, "optional", Event_TaskAdded],
    ["task_updated", 4, "optional", Event_TaskUpdated],
    ["agent_added", 5, "optional", Event_AgentAdded],
    ["agent_removed", 6, "optional", Event_AgentRemoved],
    ["framework_added", 7, "optional", Event_FrameworkAdded],
    ["framework_updated", 8, "optional", Event_FrameworkUpdated],
    ["framework_removed", 9, "optional", Event_FrameworkRemoved],
  ],
  encodeEvent,
  decodeEvent,
);
export function encodeEvent(m: Event, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Event_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.subscribed !== undefined) { const v = m.subscribed; w.uint32(18); { const b = w.open(); encodeEvent_Subscribed(v, w); w.close(b); } }
  if (m.task_added !== undefined) { const v = m.task_added; w.uint32(26); { const b = w.open(); encodeEvent_TaskAdded(v, w); w.close(b); } }
  if (m.task_updated !== undefined) { const v = m.task_updated; w.uint32(34); { const b = w.open(); encodeEvent_TaskUpdated(v, w); w.close(b); } }
  if (m.agent_added !== undefined) { const v = m.agent_added; w.uint32(42); { const b = w.open(); encodeEvent_AgentAdded(v, w); w.close(b); } }
  if (m.agent_removed !== undefined) { const v = m.agent_removed; w.uint32(50); { const b = w.open(); encodeEvent_AgentRemoved(v, w); w.close(b); } }
  if (m.framework_added !== undefined) { const v = m.framework_added; w.uint32(58); { const b = w.open(); encodeEvent_FrameworkAdded(v, w); w.close(b); } }
  if (m.framework_updated !== undefined) { const v = m.framework_updated; w.uint32(66); { const b = w.open(); encodeEvent_FrameworkUpdated(v, w); w.close(b); } }
  if (m.framework_removed !== undefined) { const v = m.framework_removed; w.uint32(74); { const b = w.open(); encodeEvent_FrameworkRemoved(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent(r: Reader, end: number, m: Event = {} as Event): Event {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Event_Type.names.get(r.int32()) as Event_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, r.open(end), m.subscribed); break;
      case 26: m.task_added = decodeEvent_TaskAdded(r, r.open(end), m.task_added); break;
      case 34: m.task_updated = decodeEvent_TaskUpdated(r, r.open(end), m.task_updated); break;
      case 42: m.agent_added = decodeEvent_AgentAdded(r, r.open(end), m.agent_added); break;
      case 50: m.agent_removed = decodeEvent_AgentRemoved(r, r.open(end), m.agent_removed); break;
      case 58: m.framework_added = decodeEvent_FrameworkAdded(r, r.open(end), m.framework_added); break;
      case 66: m.framework_updated = decodeEvent_FrameworkUpdated(r, r.open(end), m.framework_updated); break;
      case 74: m.framework_removed = decodeEvent_FrameworkRemoved(r, r.open(end), m.framework_removed); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_Subscribed extends Message {
  get_state?: Response_GetState | undefined;
  heartbeat_interval_seconds?: number | undefined;
}
export const Event_Subscribed: MessageType<Event_Subscribed> = messageType(
  "mesos.v1.master.Event.Subscribed",
  () => [
    ["get_state", 1, "optional", Response_GetState],
    ["heartbeat_interval_seconds", 2, "optional", "double"],
  ],
  encodeEvent_Subscribed,
  decodeEvent_Subscribed,
);
export function encodeEvent_Subscribed(m: Event_Subscribed, w: Writer): void {
  if (m.get_state !== undefined) { const v = m.get_state; w.uint32(10); { const b = w.open(); encodeResponse_GetState(v, w); w.close(b); } }
  if (m.heartbeat_interval_seconds !== undefined) { const v = m.heartbeat_interval_seconds; w.uint32(17); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Subscribed(r: Reader, end: number, m: Event_Subscribed = {} as Event_Subscribed): Event_Subscribed {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.get_state = decodeResponse_GetState(r, r.open(end), m.get_state); break;
      case 17: m.heartbeat_interval_seconds = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_TaskAdded extends Message {
  task: $v1_mesos.Task;
}
export const Event_TaskAdded: MessageType<Event_TaskAdded> = messageType(
  "mesos.v1.master.Event.TaskAdded",
  () => [
    ["task", 1, "required", $v1_mesos.Task],
  ],
  encodeEvent_TaskAdded,
  decodeEvent_TaskAdded,
);
export function encodeEvent_TaskAdded(m: Event_TaskAdded, w: Writer): void {
  if (m.task !== undefined) { const v = m.task; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_TaskAdded(r: Reader, end: number, m: Event_TaskAdded = {} as Event_TaskAdded): Event_TaskAdded {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task = $v1_mesos.decodeTask(r, r.open(end), m.task); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task === undefined) r.incomplete = true;
  return m;
}

export interface Event_TaskUpdated extends Message {
  framework_id: $v1_mesos.FrameworkID;
  status: $v1_mesos.TaskStatus;
  state: $v1_mesos.TaskState;
}
export const Event_TaskUpdated: MessageType<Event_TaskUpdated> = messageType(
  "mesos.v1.master.Event.TaskUpdated",
  () => [
    ["framework_id", 1, "required", $v1_mesos.FrameworkID],
    ["status", 2, "required", $v1_mesos.TaskStatus],
    ["state", 3, "required", $v1_mesos.TaskState],
  ],
  encodeEvent_TaskUpdated,
  decodeEvent_TaskUpdated,
);
export function encodeEvent_TaskUpdated(m: Event_TaskUpdated, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.status !== undefined) { const v = m.status; w.uint32(18); { const b = w.open(); $v1_mesos.encodeTaskStatus(v, w); w.close(b); } }
  if (m.state !== undefined) { const v = m.state; { const n = $v1_mesos.TaskState.numbers[v]; if (n !== undefined) { w.uint32(24); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_TaskUpdated(r: Reader, end: number, m: Event_TaskUpdated = {} as Event_TaskUpdated): Event_TaskUpdated {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.status = $v1_mesos.decodeTaskStatus(r, r.open(end), m.status); break;
      case 24: { const v = $v1_mesos.TaskState.names.get(r.int32()) as $v1_mesos.TaskState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_id === undefined || m.status === undefined || m.state === undefined) r.incomplete = true;
  return m;
}

export interface Event_FrameworkAdded extends Message {
  framework: Response_GetFrameworks_Framework;
}
export const Event_FrameworkAdded: MessageType<Event_FrameworkAdded> = messageType(
  "mesos.v1.master.Event.FrameworkAdded",
  () => [
    ["framework", 1, "required", Response_GetFrameworks_Framework],
  ],
  encodeEvent_FrameworkAdded,
  decodeEvent_FrameworkAdded,
);
export function encodeEvent_FrameworkAdded(m: Event_FrameworkAdded, w: Writer): void {
  if (m.framework !== undefined) { const v = m.framework; w.uint32(10); { const b = w.open(); encodeResponse_GetFrameworks_Framework(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_FrameworkAdded(r: Reader, end: number, m: Event_FrameworkAdded = {} as Event_FrameworkAdded): Event_FrameworkAdded {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework = decodeResponse_GetFrameworks_Framework(r, r.open(end), m.framework); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework === undefined) r.incomplete = true;
  return m;
}

export interface Event_FrameworkUpdated extends Message {
  framework: Response_GetFrameworks_Framework;
}
export const Event_FrameworkUpdated: MessageType<Event_FrameworkUpdated> = messageType(
  "mesos.v1.master.Event.FrameworkUpdated",
  () => [
    ["framework", 1, "required", Response_GetFrameworks_Framework],
  ],
  encodeEvent_FrameworkUpdated,
  decodeEvent_FrameworkUpdated,
);
export function encodeEvent_FrameworkUpdated(m: Event_FrameworkUpdated, w: Writer): void {
  if (m.framework !== undefined) { const v = m.framework; w.uint32(10); { const b = w.open(); encodeResponse_GetFrameworks_Framework(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_FrameworkUpdated(r: Reader, end: number, m: Event_FrameworkUpdated = {} as Event_FrameworkUpdated): Event_FrameworkUpdated {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework = decodeResponse_GetFrameworks_Framework(r, r.open(end), m.framework); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework === undefined) r.incomplete = true;
  return m;
}

export interface Event_FrameworkRemoved extends Message {
  framework_info: $v1_mesos.FrameworkInfo;
}
export const Event_FrameworkRemoved: MessageType<Event_FrameworkRemoved> = messageType(
  "mesos.v1.master.Event.FrameworkRemoved",
  () => [
    ["framework_info", 1, "required", $v1_mesos.FrameworkInfo],
  ],
  encodeEvent_FrameworkRemoved,
  decodeEvent_FrameworkRemoved,
);
export function encodeEvent_FrameworkRemoved(m: Event_FrameworkRemoved, w: Writer): void {
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_FrameworkRemoved(r: Reader, end: number, m: Event_FrameworkRemoved = {} as Event_FrameworkRemoved): Event_FrameworkRemoved {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_info === undefined) r.incomplete = true;
  return m;
}

export interface Event_AgentAdded extends Message {
  agent: Response_GetAgents_Agent;
}
export const Event_AgentAdded: MessageType<Event_AgentAdded> = messageType(
  "mesos.v1.master.Event.AgentAdded",
  () => [
    ["agent", 1, "required", Response_GetAgents_Agent],
  ],
  encodeEvent_AgentAdded,
  decodeEvent_AgentAdded,
);
export function encodeEvent_AgentAdded(m: Event_AgentAdded, w: Writer): void {
  if (m.agent !== undefined) { const v = m.agent; w.uint32(10); { const b = w.open(); encodeResponse_GetAgents_Agent(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_AgentAdded(r: Reader, end: number, m: Event_AgentAdded = {} as Event_AgentAdded): Event_AgentAdded {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent = decodeResponse_GetAgents_Agent(r, r.open(end), m.agent); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent === undefined) r.incomplete = true;
  return m;
}

export interface Event_AgentRemoved extends Message {
  agent_id: $v1_mesos.AgentID;
}
export const Event_AgentRemoved: MessageType<Event_AgentRemoved> = messageType(
  "mesos.v1.master.Event.AgentRemoved",
  () => [
    ["agent_id", 1, "required", $v1_mesos.AgentID],
  ],
  encodeEvent_AgentRemoved,
  decodeEvent_AgentRemoved,
);
export function encodeEvent_AgentRemoved(m: Event_AgentRemoved, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_AgentRemoved(r: Reader, end: number, m: Event_AgentRemoved = {} as Event_AgentRemoved): Event_AgentRemoved {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = $v1_mesos.decodeAgentID(r, r.open(end), m.agent_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.agent_id === undefined) r.incomplete = true;
  return m;
}

export type Event_Type = "UNKNOWN" | "SUBSCRIBED" | "TASK_ADDED" | "TASK_UPDATED" | "AGENT_ADDED" | "AGENT_REMOVED" | "FRAMEWORK_ADDED" | "FRAMEWORK_UPDATED" | "FRAMEWORK_REMOVED" | "HEARTBEAT";
export const Event_Type: EnumType = enumType("mesos.v1.master.Event.Type", { UNKNOWN: 0, SUBSCRIBED: 1, TASK_ADDED: 2, TASK_UPDATED: 3, AGENT_ADDED: 4, AGENT_REMOVED: 5, FRAMEWORK_ADDED: 6, FRAMEWORK_UPDATED: 7, FRAMEWORK_REMOVED: 8, HEARTBEAT: 9 }, {  });
