// Generated from schema/v1/mesos.proto by `npm run generate`. Do not edit.
import { enumType, messageType, setEntry } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface FrameworkID extends Message {
  value: string;
}
export const FrameworkID: MessageType<FrameworkID> = messageType(
  "mesos.v1.FrameworkID",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeFrameworkID,
  decodeFrameworkID,
);
export function encodeFrameworkID(m: FrameworkID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFrameworkID(r: Reader, end: number, m: FrameworkID = {} as FrameworkID): FrameworkID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface OfferID extends Message {
  value: string;
}
export const OfferID: MessageType<OfferID> = messageType(
  "mesos.v1.OfferID",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeOfferID,
  decodeOfferID,
);
export function encodeOfferID(m: OfferID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOfferID(r: Reader, end: number, m: OfferID = {} as OfferID): OfferID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface AgentID extends Message {
  value: string;
}
export const AgentID: MessageType<AgentID> = messageType(
  "mesos.v1.AgentID",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeAgentID,
  decodeAgentID,
);
export function encodeAgentID(m: AgentID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAgentID(r: Reader, end: number, m: AgentID = {} as AgentID): AgentID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface TaskID extends Message {
  value: string;
}
export const TaskID: MessageType<TaskID> = messageType(
  "mesos.v1.TaskID",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeTaskID,
  decodeTaskID,
);
export function encodeTaskID(m: TaskID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTaskID(r: Reader, end: number, m: TaskID = {} as TaskID): TaskID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface ExecutorID extends Message {
  value: string;
}
export const ExecutorID: MessageType<ExecutorID> = messageType(
  "mesos.v1.ExecutorID",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeExecutorID,
  decodeExecutorID,
);
export function encodeExecutorID(m: ExecutorID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeExecutorID(r: Reader, end: number, m: ExecutorID = {} as ExecutorID): ExecutorID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface ContainerID extends Message {
  value: string;
  parent?: ContainerID | undefined;
}
export const ContainerID: MessageType<ContainerID> = messageType(
  "mesos.v1.ContainerID",
  () => [
    ["value", 1, "required", "string"],
    ["parent", 2, "optional", ContainerID],
  ],
  encodeContainerID,
  decodeContainerID,
);
export function encodeContainerID(m: ContainerID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.parent !== undefined) { const v = m.parent; w.uint32(18); { const b = w.open(); encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerID(r: Reader, end: number, m: ContainerID = {} as ContainerID): ContainerID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      case 18: m.parent = decodeContainerID(r, r.open(end), m.parent); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface ResourceProviderID extends Message {
  value: string;
}
export const ResourceProviderID: MessageType<ResourceProviderID> = messageType(
  "mesos.v1.ResourceProviderID",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeResourceProviderID,
  decodeResourceProviderID,
);
export function encodeResourceProviderID(m: ResourceProviderID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceProviderID(r: Reader, end: number, m: ResourceProviderID = {} as ResourceProviderID): ResourceProviderID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface OperationID extends Message {
  value: string;
}
export const OperationID: MessageType<OperationID> = messageType(
  "mesos.v1.OperationID",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeOperationID,
  decodeOperationID,
);
export function encodeOperationID(m: OperationID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOperationID(r: Reader, end: number, m: OperationID = {} as OperationID): OperationID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface TimeInfo extends Message {
  nanoseconds: number;
}
export const TimeInfo: MessageType<TimeInfo> = messageType(
  "mesos.v1.TimeInfo",
  () => [
    ["nanoseconds", 1, "required", "int64"],
  ],
  encodeTimeInfo,
  decodeTimeInfo,
);
export function encodeTimeInfo(m: TimeInfo, w: Writer): void {
  if (m.nanoseconds !== undefined) { const v = m.nanoseconds; w.uint32(8); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTimeInfo(r: Reader, end: number, m: TimeInfo = {} as TimeInfo): TimeInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.nanoseconds = r.int64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.nanoseconds === undefined) r.incomplete = true;
  return m;
}

export interface DurationInfo extends Message {
  nanoseconds: number;
}
export const DurationInfo: MessageType<DurationInfo> = messageType(
  "mesos.v1.DurationInfo",
  () => [
    ["nanoseconds", 1, "required", "int64"],
  ],
  encodeDurationInfo,
  decodeDurationInfo,
);
export function encodeDurationInfo(m: DurationInfo, w: Writer): void {
  if (m.nanoseconds !== undefined) { const v = m.nanoseconds; w.uint32(8); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDurationInfo(r: Reader, end: number, m: DurationInfo = {} as DurationInfo): DurationInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.nanoseconds = r.int64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.nanoseconds === undefined) r.incomplete = true;
  return m;
}

export interface Address extends Message {
  hostname?: string | undefined;
  ip?: string | undefined;
  port: number;
}
export const Address: MessageType<Address> = messageType(
  "mesos.v1.Address",
  () => [
    ["hostname", 1, "optional", "string"],
    ["ip", 2, "optional", "string"],
    ["port", 3, "required", "int32"],
  ],
  encodeAddress,
  decodeAddress,
);
export function encodeAddress(m: Address, w: Writer): void {
  if (m.hostname !== undefined) { const v = m.hostname; w.uint32(10); w.string(v); }
  if (m.ip !== undefined) { const v = m.ip; w.uint32(18); w.string(v); }
  if (m.port !== undefined) { const v = m.port; w.uint32(24); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAddress(r: Reader, end: number, m: Address = {} as Address): Address {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.hostname = r.string(); break;
      case 18: m.ip = r.string(); break;
      case 24: m.port = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.port === undefined) r.incomplete = true;
  return m;
}

export interface URL extends Message {
  scheme: string;
  address: Address;
  path?: string | undefined;
  query?: Parameter[] | undefined;
  fragment?: string | undefined;
}
export const URL: MessageType<URL> = messageType(
  "mesos.v1.URL",
  () => [
    ["scheme", 1, "required", "string"],
    ["address", 2, "required", Address],
    ["path", 3, "optional", "string"],
    ["query", 4, "repeated", Parameter],
    ["fragment", 5, "optional", "string"],
  ],
  encodeURL,
  decodeURL,
);
export function encodeURL(m: URL, w: Writer): void {
  if (m.scheme !== undefined) { const v = m.scheme; w.uint32(10); w.string(v); }
  if (m.address !== undefined) { const v = m.address; w.uint32(18); { const b = w.open(); encodeAddress(v, w); w.close(b); } }
  if (m.path !== undefined) { const v = m.path; w.uint32(26); w.string(v); }
  if (m.query !== undefined) for (const v of m.query) { w.uint32(34); { const b = w.open(); encodeParameter(v, w); w.close(b); } }
  if (m.fragment !== undefined) { const v = m.fragment; w.uint32(42); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeURL(r: Reader, end: number, m: URL = {} as URL): URL {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.scheme = r.string(); break;
      case 18: m.address = decodeAddress(r, r.open(end), m.address); break;
      case 26: m.path = r.string(); break;
      case 34: { const v = decodeParameter(r, r.open(end)); (m.query ??= []).push(v); break; }
      case 42: m.fragment = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.scheme === undefined || m.address === undefined) r.incomplete = true;
  return m;
}

export interface Unavailability extends Message {
  start: TimeInfo;
  duration?: DurationInfo | undefined;
}
export const Unavailability: MessageType<Unavailability> = messageType(
  "mesos.v1.Unavailability",
  () => [
    ["start", 1, "required", TimeInfo],
    ["duration", 2, "optional", DurationInfo],
  ],
  encodeUnavailability,
  decodeUnavailability,
);
export function encodeUnavailability(m: Unavailability, w: Writer): void {
  if (m.start !== undefined) { const v = m.start; w.uint32(10); { const b = w.open(); encodeTimeInfo(v, w); w.close(b); } }
  if (m.duration !== undefined) { const v = m.duration; w.uint32(18); { const b = w.open(); encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUnavailability(r: Reader, end: number, m: Unavailability = {} as Unavailability): Unavailability {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.start = decodeTimeInfo(r, r.open(end), m.start); break;
      case 18: m.duration = decodeDurationInfo(r, r.open(end), m.duration); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.start === undefined) r.incomplete = true;
  return m;
}

export interface MachineID extends Message {
  hostname?: string | undefined;
  ip?: string | undefined;
}
export const MachineID: MessageType<MachineID> = messageType(
  "mesos.v1.MachineID",
  () => [
    ["hostname", 1, "optional", "string"],
    ["ip", 2, "optional", "string"],
  ],
  encodeMachineID,
  decodeMachineID,
);
export function encodeMachineID(m: MachineID, w: Writer): void {
  if (m.hostname !== undefined) { const v = m.hostname; w.uint32(10); w.string(v); }
  if (m.ip !== undefined) { const v = m.ip; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMachineID(r: Reader, end: number, m: MachineID = {} as MachineID): MachineID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.hostname = r.string(); break;
      case 18: m.ip = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface MachineInfo extends Message {
  id: MachineID;
  mode?: MachineInfo_Mode | undefined;
  unavailability?: Unavailability | undefined;
}
export const MachineInfo: MessageType<MachineInfo> = messageType(
  "mesos.v1.MachineInfo",
  () => [
    ["id", 1, "required", MachineID],
    ["mode", 2, "optional", MachineInfo_Mode],
    ["unavailability", 3, "optional", Unavailability],
  ],
  encodeMachineInfo,
  decodeMachineInfo,
);
export function encodeMachineInfo(m: MachineInfo, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); encodeMachineID(v, w); w.close(b); } }
  if (m.mode !== undefined) { const v = m.mode; { const n = MachineInfo_Mode.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.unavailability !== undefined) { const v = m.unavailability; w.uint32(26); { const b = w.open(); encodeUnavailability(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMachineInfo(r: Reader, end: number, m: MachineInfo = {} as MachineInfo): MachineInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = decodeMachineID(r, r.open(end), m.id); break;
      case 16: { const v = MachineInfo_Mode.names.get(r.int32()) as MachineInfo_Mode | undefined; if (v === undefined) r.keep(m, start); else m.mode = v; break; }
      case 26: m.unavailability = decodeUnavailability(r, r.open(end), m.unavailability); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined) r.incomplete = true;
  return m;
}

export type MachineInfo_Mode = "UP" | "DRAINING" | "DOWN";
export const MachineInfo_Mode: EnumType = enumType("mesos.v1.MachineInfo.Mode", { UP: 1, DRAINING: 2, DOWN: 3 }, {  });

export interface FrameworkInfo extends Message {
  user: string;
  name: string;
  id?: FrameworkID | undefined;
  failover_timeout?: number | undefined;
  checkpoint?: boolean | undefined;
  role?: string | undefined;
  roles?: string[] | undefined;
  hostname?: string | undefined;
  principal?: string | undefined;
  webui_url?: string | undefined;
  capabilities?: FrameworkInfo_Capability[] | undefined;
  labels?: Labels | undefined;
  offer_filters?: Record<string, OfferFilters> | undefined;
}
export const FrameworkInfo: MessageType<FrameworkInfo> = messageType(
  "mesos.v1.FrameworkInfo",
  () => [
    ["user", 1, "required", "string"],
    ["name", 2, "required", "string"],
    ["id", 3, "optional", FrameworkID],
    ["failover_timeout", 4, "optional", "double", { default: 0 }],
    ["checkpoint", 5, "optional", "bool", { default: false }],
    ["role", 6, "optional", "string", { default: "*", deprecated: true }],
    ["roles", 12, "repeated", "string"],
    ["hostname", 7, "optional", "string"],
    ["principal", 8, "optional", "string"],
    ["webui_url", 9, "optional", "string"],
    ["capabilities", 10, "repeated", FrameworkInfo_Capability],
    ["labels", 11, "optional", Labels],
    ["offer_filters", 13, "map", OfferFilters],
  ],
  encodeFrameworkInfo,
  decodeFrameworkInfo,
);
export function encodeFrameworkInfo(m: FrameworkInfo, w: Writer): void {
  if (m.user !== undefined) { const v = m.user; w.uint32(10); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.id !== undefined) { const v = m.id; w.uint32(26); { const b = w.open(); encodeFrameworkID(v, w); w.close(b); } }
  if (m.failover_timeout !== undefined) { const v = m.failover_timeout; w.uint32(33); w.double(v); }
  if (m.checkpoint !== undefined) { const v = m.checkpoint; w.uint32(40); w.bool(v); }
  if (m.role !== undefined) { const v = m.role; w.uint32(50); w.string(v); }
  if (m.hostname !== undefined) { const v = m.hostname; w.uint32(58); w.string(v); }
  if (m.principal !== undefined) { const v = m.principal; w.uint32(66); w.string(v); }
  if (m.webui_url !== undefined) { const v = m.webui_url; w.uint32(74); w.string(v); }
  if (m.capabilities !== undefined) for (const v of m.capabilities) { w.uint32(82); { const b = w.open(); encodeFrameworkInfo_Capability(v, w); w.close(b); } }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(90); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.roles !== undefined) for (const v of m.roles) { w.uint32(98); w.string(v); }
  if (m.offer_filters !== undefined) for (const [k, v] of Object.entries(m.offer_filters)) { w.uint32(106); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeOfferFilters(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFrameworkInfo(r: Reader, end: number, m: FrameworkInfo = {} as FrameworkInfo): FrameworkInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.user = r.string(); break;
      case 18: m.name = r.string(); break;
      case 26: m.id = decodeFrameworkID(r, r.open(end), m.id); break;
      case 33: m.failover_timeout = r.double(); break;
      case 40: m.checkpoint = r.bool(); break;
      case 50: m.role = r.string(); break;
      case 98: (m.roles ??= []).push(r.string()); break;
      case 58: m.hostname = r.string(); break;
      case 66: m.principal = r.string(); break;
      case 74: m.webui_url = r.string(); break;
      case 82: { const v = decodeFrameworkInfo_Capability(r, r.open(end)); (m.capabilities ??= []).push(v); break; }
      case 90: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      case 106: { const e = r.open(end); let k = ""; let v: OfferFilters | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeOfferFilters(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.offer_filters ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.user === undefined || m.name === undefined) r.incomplete = true;
  return m;
}

export interface FrameworkInfo_Capability extends Message {
  type?: FrameworkInfo_Capability_Type | undefined;
}
export const FrameworkInfo_Capability: MessageType<FrameworkInfo_Capability> = messageType(
  "mesos.v1.FrameworkInfo.Capability",
  () => [
    ["type", 1, "optional", FrameworkInfo_Capability_Type],
  ],
  encodeFrameworkInfo_Capability,
  decodeFrameworkInfo_Capability,
);
export function encodeFrameworkInfo_Capability(m: FrameworkInfo_Capability, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = FrameworkInfo_Capability_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFrameworkInfo_Capability(r: Reader, end: number, m: FrameworkInfo_Capability = {} as FrameworkInfo_Capability): FrameworkInfo_Capability {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = FrameworkInfo_Capability_Type.names.get(r.int32()) as FrameworkInfo_Capability_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type FrameworkInfo_Capability_Type = "UNKNOWN" | "REVOCABLE_RESOURCES" | "TASK_KILLING_STATE" | "GPU_RESOURCES" | "SHARED_RESOURCES" | "PARTITION_AWARE" | "MULTI_ROLE" | "RESERVATION_REFINEMENT" | "REGION_AWARE";
export const FrameworkInfo_Capability_Type: EnumType = enumType("mesos.v1.FrameworkInfo.Capability.Type", { UNKNOWN: 0, REVOCABLE_RESOURCES: 1, TASK_KILLING_STATE: 2, GPU_RESOURCES: 3, SHARED_RESOURCES: 4, PARTITION_AWARE: 5, MULTI_ROLE: 6, RESERVATION_REFINEMENT: 7, REGION_AWARE: 8 }, {  });

export interface CheckInfo extends Message {
  type?: CheckInfo_Type | undefined;
  command?: CheckInfo_Command | undefined;
  http?: CheckInfo_Http | undefined;
  tcp?: CheckInfo_Tcp | undefined;
  delay_seconds?: number | undefined;
  interval_seconds?: number | undefined;
  timeout_seconds?: number | undefined;
}
export const CheckInfo: MessageType<CheckInfo> = messageType(
  "mesos.v1.CheckInfo",
  () => [
    ["type", 1, "optional", CheckInfo_Type],
    ["command", 2, "optional", CheckInfo_Command],
    ["http", 3, "optional", CheckInfo_Http],
    ["tcp", 7, "optional", CheckInfo_Tcp],
    ["delay_seconds", 4, "optional", "double", { default: 15 }],
    ["interval_seconds", 5, "optional", "double", { default: 10 }],
    ["timeout_seconds", 6, "optional", "double", { default: 20 }],
  ],
  encodeCheckInfo,
  decodeCheckInfo,
);
export function encodeCheckInfo(m: CheckInfo, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = CheckInfo_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.command !== undefined) { const v = m.command; w.uint32(18); { const b = w.open(); encodeCheckInfo_Command(v, w); w.close(b); } }
  if (m.http !== undefined) { const v = m.http; w.uint32(26); { const b = w.open(); encodeCheckInfo_Http(v, w); w.close(b); } }
  if (m.delay_seconds !== undefined) { const v = m.delay_seconds; w.uint32(33); w.double(v); }
  if (m.interval_seconds !== undefined) { const v = m.interval_seconds; w.uint32(41); w.double(v); }
  if (m.timeout_seconds !== undefined) { const v = m.timeout_seconds; w.uint32(49); w.double(v); }
  if (m.tcp !== undefined) { const v = m.tcp; w.uint32(58); { const b = w.open(); encodeCheckInfo_Tcp(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckInfo(r: Reader, end: number, m: CheckInfo = {} as CheckInfo): CheckInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = CheckInfo_Type.names.get(r.int32()) as CheckInfo_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.command = decodeCheckInfo_Command(r, r.open(end), m.command); break;
      case 26: m.http = decodeCheckInfo_Http(r, r.open(end), m.http); break;
      case 58: m.tcp = decodeCheckInfo_Tcp(r, r.open(end), m.tcp); break;
      case 33: m.delay_seconds = r.double(); break;
      case 41: m.interval_seconds = r.double(); break;
      case 49: m.timeout_seconds = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CheckInfo_Command extends Message {
  command: CommandInfo;
}
export const CheckInfo_Command: MessageType<CheckInfo_Command> = messageType(
  "mesos.v1.CheckInfo.Command",
  () => [
    ["command", 1, "required", CommandInfo],
  ],
  encodeCheckInfo_Command,
  decodeCheckInfo_Command,
);
export function encodeCheckInfo_Command(m: CheckInfo_Command, w: Writer): void {
  if (m.command !== undefined) { const v = m.command; w.uint32(10); { const b = w.open(); encodeCommandInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckInfo_Command(r: Reader, end: number, m: CheckInfo_Command = {} as CheckInfo_Command): CheckInfo_Command {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.command = decodeCommandInfo(r, r.open(end), m.command); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.command === undefined) r.incomplete = true;
  return m;
}

export interface CheckInfo_Http extends Message {
  port: number;
  path?: string | undefined;
}
export const CheckInfo_Http: MessageType<CheckInfo_Http> = messageType(
  "mesos.v1.CheckInfo.Http",
  () => [
    ["port", 1, "required", "uint32"],
    ["path", 2, "optional", "string"],
  ],
  encodeCheckInfo_Http,
  decodeCheckInfo_Http,
);
export function encodeCheckInfo_Http(m: CheckInfo_Http, w: Writer): void {
  if (m.port !== undefined) { const v = m.port; w.uint32(8); w.uint32(v); }
  if (m.path !== undefined) { const v = m.path; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckInfo_Http(r: Reader, end: number, m: CheckInfo_Http = {} as CheckInfo_Http): CheckInfo_Http {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.port = r.uint32(); break;
      case 18: m.path = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.port === undefined) r.incomplete = true;
  return m;
}

export interface CheckInfo_Tcp extends Message {
  port: number;
}
export const CheckInfo_Tcp: MessageType<CheckInfo_Tcp> = messageType(
  "mesos.v1.CheckInfo.Tcp",
  () => [
    ["port", 1, "required", "uint32"],
  ],
  encodeCheckInfo_Tcp,
  decodeCheckInfo_Tcp,
);
export function encodeCheckInfo_Tcp(m: CheckInfo_Tcp, w: Writer): void {
  if (m.port !== undefined) { const v = m.port; w.uint32(8); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckInfo_Tcp(r: Reader, end: number, m: CheckInfo_Tcp = {} as CheckInfo_Tcp): CheckInfo_Tcp {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.port = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.port === undefined) r.incomplete = true;
  return m;
}

export type CheckInfo_Type = "UNKNOWN" | "COMMAND" | "HTTP" | "TCP";
export const CheckInfo_Type: EnumType = enumType("mesos.v1.CheckInfo.Type", { UNKNOWN: 0, COMMAND: 1, HTTP: 2, TCP: 3 }, {  });

export interface HealthCheck extends Message {
  delay_seconds?: number | undefined;
  interval_seconds?: number | undefined;
  timeout_seconds?: number | undefined;
  consecutive_failures?: number | undefined;
  grace_period_seconds?: number | undefined;
  type?: HealthCheck_Type | undefined;
  command?: CommandInfo | undefined;
  http?: HealthCheck_HTTPCheckInfo | undefined;
  tcp?: HealthCheck_TCPCheckInfo | undefined;
}
export const HealthCheck: MessageType<HealthCheck> = messageType(
  "mesos.v1.HealthCheck",
  () => [
    ["delay_seconds", 2, "optional", "double", { default: 15 }],
    ["interval_seconds", 3, "optional", "double", { default: 10 }],
    ["timeout_seconds", 4, "optional", "double", { default: 20 }],
    ["consecutive_failures", 5, "optional", "uint32", { default: 3 }],
    ["grace_period_seconds", 6, "optional", "double", { default: 10 }],
    ["type", 8, "optional", HealthCheck_Type],
    ["command", 7, "optional", CommandInfo],
    ["http", 1, "optional", HealthCheck_HTTPCheckInfo],
    ["tcp", 9, "optional", HealthCheck_TCPCheckInfo],
  ],
  encodeHealthCheck,
  decodeHealthCheck,
);
export function encodeHealthCheck(m: HealthCheck, w: Writer): void {
  if (m.http !== undefined) { const v = m.http; w.uint32(10); { const b = w.open(); encodeHealthCheck_HTTPCheckInfo(v, w); w.close(b); } }
  if (m.delay_seconds !== undefined) { const v = m.delay_seconds; w.uint32(17); w.double(v); }
  if (m.interval_seconds !== undefined) { const v = m.interval_seconds; w.uint32(25); w.double(v); }
  if (m.timeout_seconds !== undefined) { const v = m.timeout_seconds; w.uint32(33); w.double(v); }
  if (m.consecutive_failures !== undefined) { const v = m.consecutive_failures; w.uint32(40); w.uint32(v); }
  if (m.grace_period_seconds !== undefined) { const v = m.grace_period_seconds; w.uint32(49); w.double(v); }
  if (m.command !== undefined) { const v = m.command; w.uint32(58); { const b = w.open(); encodeCommandInfo(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; { const n = HealthCheck_Type.numbers[v]; if (n !== undefined) { w.uint32(64); w.int32(n); } } }
  if (m.tcp !== undefined) { const v = m.tcp; w.uint32(74); { const b = w.open(); encodeHealthCheck_TCPCheckInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeHealthCheck(r: Reader, end: number, m: HealthCheck = {} as HealthCheck): HealthCheck {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 17: m.delay_seconds = r.double(); break;
      case 25: m.interval_seconds = r.double(); break;
      case 33: m.timeout_seconds = r.double(); break;
      case 40: m.consecutive_failures = r.uint32(); break;
      case 49: m.grace_period_seconds = r.double(); break;
      case 64: { const v = HealthCheck_Type.names.get(r.int32()) as HealthCheck_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 58: m.command = decodeCommandInfo(r, r.open(end), m.command); break;
      case 10: m.http = decodeHealthCheck_HTTPCheckInfo(r, r.open(end), m.http); break;
      case 74: m.tcp = decodeHealthCheck_TCPCheckInfo(r, r.open(end), m.tcp); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface HealthCheck_HTTPCheckInfo extends Message {
  protocol?: NetworkInfo_Protocol | undefined;
  scheme?: string | undefined;
  port: number;
  path?: string | undefined;
  statuses?: number[] | undefined;
}
export const HealthCheck_HTTPCheckInfo: MessageType<HealthCheck_HTTPCheckInfo> = messageType(
  "mesos.v1.HealthCheck.HTTPCheckInfo",
  () => [
    ["protocol", 5, "optional", NetworkInfo_Protocol, { default: "IPv4" }],
    ["scheme", 3, "optional", "string"],
    ["port", 1, "required", "uint32"],
    ["path", 2, "optional", "string"],
    ["statuses", 4, "repeated", "uint32"],
  ],
  encodeHealthCheck_HTTPCheckInfo,
  decodeHealthCheck_HTTPCheckInfo,
);
export function encodeHealthCheck_HTTPCheckInfo(m: HealthCheck_HTTPCheckInfo, w: Writer): void {
  if (m.port !== undefined) { const v = m.port; w.uint32(8); w.uint32(v); }
  if (m.path !== undefined) { const v = m.path; w.uint32(18); w.string(v); }
  if (m.scheme !== undefined) { const v = m.scheme; w.uint32(26); w.string(v); }
  if (m.statuses !== undefined) for (const v of m.statuses) { w.uint32(32); w.uint32(v); }
  if (m.protocol !== undefined) { const v = m.protocol; { const n = NetworkInfo_Protocol.numbers[v]; if (n !== undefined) { w.uint32(40); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeHealthCheck_HTTPCheckInfo(r: Reader, end: number, m: HealthCheck_HTTPCheckInfo = {} as HealthCheck_HTTPCheckInfo): HealthCheck_HTTPCheckInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 40: { const v = NetworkInfo_Protocol.names.get(r.int32()) as NetworkInfo_Protocol | undefined; if (v === undefined) r.keep(m, start); else m.protocol = v; break; }
      case 26: m.scheme = r.string(); break;
      case 8: m.port = r.uint32(); break;
      case 18: m.path = r.string(); break;
      case 32: (m.statuses ??= []).push(r.uint32()); break;
      case 34: { const e = r.open(end); while (r.pos < e) (m.statuses ??= []).push(r.uint32()); r.leave(e); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.port === undefined) r.incomplete = true;
  return m;
}

export interface HealthCheck_TCPCheckInfo extends Message {
  protocol?: NetworkInfo_Protocol | undefined;
  port: number;
}
export const HealthCheck_TCPCheckInfo: MessageType<HealthCheck_TCPCheckInfo> = messageType(
  "mesos.v1.HealthCheck.TCPCheckInfo",
  () => [
    ["protocol", 2, "optional", NetworkInfo_Protocol, { default: "IPv4" }],
    ["port", 1, "required", "uint32"],
  ],
  encodeHealthCheck_TCPCheckInfo,
  decodeHealthCheck_TCPCheckInfo,
);
export function encodeHealthCheck_TCPCheckInfo(m: HealthCheck_TCPCheckInfo, w: Writer): void {
  if (m.port !== undefined) { const v = m.port; w.uint32(8); w.uint32(v); }
  if (m.protocol !== undefined) { const v = m.protocol; { const n = NetworkInfo_Protocol.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeHealthCheck_TCPCheckInfo(r: Reader, end: number, m: HealthCheck_TCPCheckInfo = {} as HealthCheck_TCPCheckInfo): HealthCheck_TCPCheckInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 16: { const v = NetworkInfo_Protocol.names.get(r.int32()) as NetworkInfo_Protocol | undefined; if (v === undefined) r.keep(m, start); else m.protocol = v; break; }
      case 8: m.port = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.port === undefined) r.incomplete = true;
  return m;
}

export type HealthCheck_Type = "UNKNOWN" | "COMMAND" | "HTTP" | "TCP";
export const HealthCheck_Type: EnumType = enumType("mesos.v1.HealthCheck.Type", { UNKNOWN: 0, COMMAND: 1, HTTP: 2, TCP: 3 }, {  });

export interface KillPolicy extends Message {
  grace_period?: DurationInfo | undefined;
}
export const KillPolicy: MessageType<KillPolicy> = messageType(
  "mesos.v1.KillPolicy",
  () => [
    ["grace_period", 1, "optional", DurationInfo],
  ],
  encodeKillPolicy,
  decodeKillPolicy,
);
export function encodeKillPolicy(m: KillPolicy, w: Writer): void {
  if (m.grace_period !== undefined) { const v = m.grace_period; w.uint32(10); { const b = w.open(); encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeKillPolicy(r: Reader, end: number, m: KillPolicy = {} as KillPolicy): KillPolicy {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.grace_period = decodeDurationInfo(r, r.open(end), m.grace_period); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CommandInfo extends Message {
  uris?: CommandInfo_URI[] | undefined;
  environment?: Environment | undefined;
  shell?: boolean | undefined;
  value?: string | undefined;
  arguments?: string[] | undefined;
  user?: string | undefined;
}
export const CommandInfo: MessageType<CommandInfo> = messageType(
  "mesos.v1.CommandInfo",
  () => [
    ["uris", 1, "repeated", CommandInfo_URI],
    ["environment", 2, "optional", Environment],
    ["shell", 6, "optional", "bool", { default: true }],
    ["value", 3, "optional", "string"],
    ["arguments", 7, "repeated", "string"],
    ["user", 5, "optional", "string"],
  ],
  encodeCommandInfo,
  decodeCommandInfo,
);
export function encodeCommandInfo(m: CommandInfo, w: Writer): void {
  if (m.uris !== undefined) for (const v of m.uris) { w.uint32(10); { const b = w.open(); encodeCommandInfo_URI(v, w); w.close(b); } }
  if (m.environment !== undefined) { const v = m.environment; w.uint32(18); { const b = w.open(); encodeEnvironment(v, w); w.close(b); } }
  if (m.value !== undefined) { const v = m.value; w.uint32(26); w.string(v); }
  if (m.user !== undefined) { const v = m.user; w.uint32(42); w.string(v); }
  if (m.shell !== undefined) { const v = m.shell; w.uint32(48); w.bool(v); }
  if (m.arguments !== undefined) for (const v of m.arguments) { w.uint32(58); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCommandInfo(r: Reader, end: number, m: CommandInfo = {} as CommandInfo): CommandInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeCommandInfo_URI(r, r.open(end)); (m.uris ??= []).push(v); break; }
      case 18: m.environment = decodeEnvironment(r, r.open(end), m.environment); break;
      case 48: m.shell = r.bool(); break;
      case 26: m.value = r.string(); break;
      case 58: (m.arguments ??= []).push(r.string()); break;
      case 42: m.user = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CommandInfo_URI extends Message {
  value: string;
  executable?: boolean | undefined;
  extract?: boolean | undefined;
  cache?: boolean | undefined;
  output_file?: string | undefined;
}
export const CommandInfo_URI: MessageType<CommandInfo_URI> = messageType(
  "mesos.v1.CommandInfo.URI",
  () => [
    ["value", 1, "required", "string"],
    ["executable", 2, "optional", "bool"],
    ["extract", 3, "optional", "bool", { default: true }],
    ["cache", 4, "optional", "bool"],
    ["output_file", 5, "optional", "string"],
  ],
  encodeCommandInfo_URI,
  decodeCommandInfo_URI,
);
export function encodeCommandInfo_URI(m: CommandInfo_URI, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.executable !== undefined) { const v = m.executable; w.uint32(16); w.bool(v); }
  if (m.extract !== undefined) { const v = m.extract; w.uint32(24); w.bool(v); }
  if (m.cache !== undefined) { const v = m.cache; w.uint32(32); w.bool(v); }
  if (m.output_file !== undefined) { const v = m.output_file; w.uint32(42); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCommandInfo_URI(r: Reader, end: number, m: CommandInfo_URI = {} as CommandInfo_URI): CommandInfo_URI {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      case 16: m.executable = r.bool(); break;
      case 24: m.extract = r.bool(); break;
      case 32: m.cache = r.bool(); break;
      case 42: m.output_file = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface ExecutorInfo extends Message {
  type?: ExecutorInfo_Type | undefined;
  executor_id: ExecutorID;
  framework_id?: FrameworkID | undefined;
  command?: CommandInfo | undefined;
  container?: ContainerInfo | undefined;
  resources?: Resource[] | undefined;
  name?: string | undefined;
  source?: string | undefined;
  data?: Uint8Array | undefined;
  discovery?: DiscoveryInfo | undefined;
  shutdown_grace_period?: DurationInfo | undefined;
  labels?: Labels | undefined;
}
export const ExecutorInfo: MessageType<ExecutorInfo> = messageType(
  "mesos.v1.ExecutorInfo",
  () => [
    ["type", 15, "optional", ExecutorInfo_Type],
    ["executor_id", 1, "required", ExecutorID],
    ["framework_id", 8, "optional", FrameworkID],
    ["command", 7, "optional", CommandInfo],
    ["container", 11, "optional", ContainerInfo],
    ["resources", 5, "repeated", Resource],
    ["name", 9, "optional", "string"],
    ["source", 10, "optional", "string", { deprecated: true }],
    ["data", 4, "optional", "bytes"],
    ["discovery", 12, "optional", DiscoveryInfo],
    ["shutdown_grace_period", 13, "optional", DurationInfo],
    ["labels", 14, "optional", Labels],
  ],
  encodeExecutorInfo,
  decodeExecutorInfo,
);
export function encodeExecutorInfo(m: ExecutorInfo, w: Writer): void {
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(10); { const b = w.open(); encodeExecutorID(v, w); w.close(b); } }
  if (m.data !== undefined) { const v = m.data; w.uint32(34); w.bytes(v); }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(42); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.command !== undefined) { const v = m.command; w.uint32(58); { const b = w.open(); encodeCommandInfo(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(66); { const b = w.open(); encodeFrameworkID(v, w); w.close(b); } }
  if (m.name !== undefined) { const v = m.name; w.uint32(74); w.string(v); }
  if (m.source !== undefined) { const v = m.source; w.uint32(82); w.string(v); }
  if (m.container !== undefined) { const v = m.container; w.uint32(90); { const b = w.open(); encodeContainerInfo(v, w); w.close(b); } }
  if (m.discovery !== undefined) { const v = m.discovery; w.uint32(98); { const b = w.open(); encodeDiscoveryInfo(v, w); w.close(b); } }
  if (m.shutdown_grace_period !== undefined) { const v = m.shutdown_grace_period; w.uint32(106); { const b = w.open(); encodeDurationInfo(v, w); w.close(b); } }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(114); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; { const n = ExecutorInfo_Type.numbers[v]; if (n !== undefined) { w.uint32(120); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeExecutorInfo(r: Reader, end: number, m: ExecutorInfo = {} as ExecutorInfo): ExecutorInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 120: { const v = ExecutorInfo_Type.names.get(r.int32()) as ExecutorInfo_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 10: m.executor_id = decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 66: m.framework_id = decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 58: m.command = decodeCommandInfo(r, r.open(end), m.command); break;
      case 90: m.container = decodeContainerInfo(r, r.open(end), m.container); break;
      case 42: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 74: m.name = r.string(); break;
      case 82: m.source = r.string(); break;
      case 34: m.data = r.bytes(); break;
      case 98: m.discovery = decodeDiscoveryInfo(r, r.open(end), m.discovery); break;
      case 106: m.shutdown_grace_period = decodeDurationInfo(r, r.open(end), m.shutdown_grace_period); break;
      case 114: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_id === undefined) r.incomplete = true;
  return m;
}

export type ExecutorInfo_Type = "UNKNOWN" | "DEFAULT" | "CUSTOM";
export const ExecutorInfo_Type: EnumType = enumType("mesos.v1.ExecutorInfo.Type", { UNKNOWN: 0, DEFAULT: 1, CUSTOM: 2 }, {  });

export interface DomainInfo extends Message {
  fault_domain?: DomainInfo_FaultDomain | undefined;
}
export const DomainInfo: MessageType<DomainInfo> = messageType(
  "mesos.v1.DomainInfo",
  () => [
    ["fault_domain", 1, "optional", DomainInfo_FaultDomain],
  ],
  encodeDomainInfo,
  decodeDomainInfo,
);
export function encodeDomainInfo(m: DomainInfo, w: Writer): void {
  if (m.fault_domain !== undefined) { const v = m.fault_domain; w.uint32(10); { const b = w.open(); encodeDomainInfo_FaultDomain(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDomainInfo(r: Reader, end: number, m: DomainInfo = {} as DomainInfo): DomainInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.fault_domain = decodeDomainInfo_FaultDomain(r, r.open(end), m.fault_domain); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface DomainInfo_FaultDomain extends Message {
  region: DomainInfo_FaultDomain_RegionInfo;
  zone: DomainInfo_FaultDomain_ZoneInfo;
}
export const DomainInfo_FaultDomain: MessageType<DomainInfo_FaultDomain> = messageType(
  "mesos.v1.DomainInfo.FaultDomain",
  () => [
    ["region", 1, "required", DomainInfo_FaultDomain_RegionInfo],
    ["zone", 2, "required", DomainInfo_FaultDomain_ZoneInfo],
  ],
  encodeDomainInfo_FaultDomain,
  decodeDomainInfo_FaultDomain,
);
export function encodeDomainInfo_FaultDomain(m: DomainInfo_FaultDomain, w: Writer): void {
  if (m.region !== undefined) { const v = m.region; w.uint32(10); { const b = w.open(); encodeDomainInfo_FaultDomain_RegionInfo(v, w); w.close(b); } }
  if (m.zone !== undefined) { const v = m.zone; w.uint32(18); { const b = w.open(); encodeDomainInfo_FaultDomain_ZoneInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDomainInfo_FaultDomain(r: Reader, end: number, m: DomainInfo_FaultDomain = {} as DomainInfo_FaultDomain): DomainInfo_FaultDomain {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.region = decodeDomainInfo_FaultDomain_RegionInfo(r, r.open(end), m.region); break;
      case 18: m.zone = decodeDomainInfo_FaultDomain_ZoneInfo(r, r.open(end), m.zone); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.region === undefined || m.zone === undefined) r.incomplete = true;
  return m;
}

export interface DomainInfo_FaultDomain_RegionInfo extends Message {
  name: string;
}
export const DomainInfo_FaultDomain_RegionInfo: MessageType<DomainInfo_FaultDomain_RegionInfo> = messageType(
  "mesos.v1.DomainInfo.FaultDomain.RegionInfo",
  () => [
    ["name", 1, "required", "string"],
  ],
  encodeDomainInfo_FaultDomain_RegionInfo,
  decodeDomainInfo_FaultDomain_RegionInfo,
);
export function encodeDomainInfo_FaultDomain_RegionInfo(m: DomainInfo_FaultDomain_RegionInfo, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDomainInfo_FaultDomain_RegionInfo(r: Reader, end: number, m: DomainInfo_FaultDomain_RegionInfo = {} as DomainInfo_FaultDomain_RegionInfo): DomainInfo_FaultDomain_RegionInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface DomainInfo_FaultDomain_ZoneInfo extends Message {
  name: string;
}
export const DomainInfo_FaultDomain_ZoneInfo: MessageType<DomainInfo_FaultDomain_ZoneInfo> = messageType(
  "mesos.v1.DomainInfo.FaultDomain.ZoneInfo",
  () => [
    ["name", 1, "required", "string"],
  ],
  encodeDomainInfo_FaultDomain_ZoneInfo,
  decodeDomainInfo_FaultDomain_ZoneInfo,
);
export function encodeDomainInfo_FaultDomain_ZoneInfo(m: DomainInfo_FaultDomain_ZoneInfo, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDomainInfo_FaultDomain_ZoneInfo(r: Reader, end: number, m: DomainInfo_FaultDomain_ZoneInfo = {} as DomainInfo_FaultDomain_ZoneInfo): DomainInfo_FaultDomain_ZoneInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface MasterInfo extends Message {
  id: string;
  ip: number;
  port: number;
  pid?: string | undefined;
  hostname?: string | undefined;
  version?: string | undefined;
  address?: Address | undefined;
  domain?: DomainInfo | undefined;
  capabilities?: MasterInfo_Capability[] | undefined;
}
export const MasterInfo: MessageType<MasterInfo> = messageType(
  "mesos.v1.MasterInfo",
  () => [
    ["id", 1, "required", "string"],
    ["ip", 2, "required", "uint32"],
    ["port", 3, "required", "uint32", { default: 5050 }],
    ["pid", 4, "optional", "string"],
    ["hostname", 5, "optional", "string"],
    ["version", 6, "optional", "string"],
    ["address", 7, "optional", Address],
    ["domain", 8, "optional", DomainInfo],
    ["capabilities", 9, "repeated", MasterInfo_Capability],
  ],
  encodeMasterInfo,
  decodeMasterInfo,
);
export function encodeMasterInfo(m: MasterInfo, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); w.string(v); }
  if (m.ip !== undefined) { const v = m.ip; w.uint32(16); w.uint32(v); }
  if (m.port !== undefined) { const v = m.port; w.uint32(24); w.uint32(v); }
  if (m.pid !== undefined) { const v = m.pid; w.uint32(34); w.string(v); }
  if (m.hostname !== undefined) { const v = m.hostname; w.uint32(42); w.string(v); }
  if (m.version !== undefined) { const v = m.version; w.uint32(50); w.string(v); }
  if (m.address !== undefined) { const v = m.address; w.uint32(58); { const b = w.open(); encodeAddress(v, w); w.close(b); } }
  if (m.domain !== undefined) { const v = m.domain; w.uint32(66); { const b = w.open(); encodeDomainInfo(v, w); w.close(b); } }
  if (m.capabilities !== undefined) for (const v of m.capabilities) { w.uint32(74); { const b = w.open(); encodeMasterInfo_Capability(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMasterInfo(r: Reader, end: number, m: MasterInfo = {} as MasterInfo): MasterInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = r.string(); break;
      case 16: m.ip = r.uint32(); break;
      case 24: m.port = r.uint32(); break;
      case 34: m.pid = r.string(); break;
      case 42: m.hostname = r.string(); break;
      case 50: m.version = r.string(); break;
      case 58: m.address = decodeAddress(r, r.open(end), m.address); break;
      case 66: m.domain = decodeDomainInfo(r, r.open(end), m.domain); break;
      case 74: { const v = decodeMasterInfo_Capability(r, r.open(end)); (m.capabilities ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined || m.ip === undefined || m.port === undefined) r.incomplete = true;
  return m;
}

export interface MasterInfo_Capability extends Message {
  type?: MasterInfo_Capability_Type | undefined;
}
export const MasterInfo_Capability: MessageType<MasterInfo_Capability> = messageType(
  "mesos.v1.MasterInfo.Capability",
  () => [
    ["type", 1, "optional", MasterInfo_Capability_Type],
  ],
  encodeMasterInfo_Capability,
  decodeMasterInfo_Capability,
);
export function encodeMasterInfo_Capability(m: MasterInfo_Capability, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = MasterInfo_Capability_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMasterInfo_Capability(r: Reader, end: number, m: MasterInfo_Capability = {} as MasterInfo_Capability): MasterInfo_Capability {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = MasterInfo_Capability_Type.names.get(r.int32()) as MasterInfo_Capability_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type MasterInfo_Capability_Type = "UNKNOWN" | "AGENT_UPDATE" | "AGENT_DRAINING" | "QUOTA_V2";
export const MasterInfo_Capability_Type: EnumType = enumType("mesos.v1.MasterInfo.Capability.Type", { UNKNOWN: 0, AGENT_UPDATE: 1, AGENT_DRAINING: 2, QUOTA_V2: 3 }, {  });

export interface AgentInfo extends Message {
  hostname: string;
  port?: number | undefined;
  resources?: Resource[] | undefined;
  attributes?: Attribute[] | undefined;
  id?: AgentID | undefined;
  domain?: DomainInfo | undefined;
  checkpoint?: boolean | undefined;
}
export const AgentInfo: MessageType<AgentInfo> = messageType(
  "mesos.v1.AgentInfo",
  () => [
    ["hostname", 1, "required", "string"],
    ["port", 8, "optional", "int32", { default: 5051 }],
    ["resources", 3, "repeated", Resource],
    ["attributes", 5, "repeated", Attribute],
    ["id", 6, "optional", AgentID],
    ["domain", 10, "optional", DomainInfo],
    ["checkpoint", 7, "optional", "bool", { default: false, v0Only: true }],
  ],
  encodeAgentInfo,
  decodeAgentInfo,
);
export function encodeAgentInfo(m: AgentInfo, w: Writer): void {
  if (m.hostname !== undefined) { const v = m.hostname; w.uint32(10); w.string(v); }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(26); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.attributes !== undefined) for (const v of m.attributes) { w.uint32(42); { const b = w.open(); encodeAttribute(v, w); w.close(b); } }
  if (m.id !== undefined) { const v = m.id; w.uint32(50); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.checkpoint !== undefined) { const v = m.checkpoint; w.uint32(56); w.bool(v); }
  if (m.port !== undefined) { const v = m.port; w.uint32(64); w.int32(v); }
  if (m.domain !== undefined) { const v = m.domain; w.uint32(82); { const b = w.open(); encodeDomainInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAgentInfo(r: Reader, end: number, m: AgentInfo = {} as AgentInfo): AgentInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.hostname = r.string(); break;
      case 64: m.port = r.int32(); break;
      case 26: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 42: { const v = decodeAttribute(r, r.open(end)); (m.attributes ??= []).push(v); break; }
      case 50: m.id = decodeAgentID(r, r.open(end), m.id); break;
      case 82: m.domain = decodeDomainInfo(r, r.open(end), m.domain); break;
      case 56: m.checkpoint = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.hostname === undefined) r.incomplete = true;
  return m;
}

export interface AgentInfo_Capability extends Message {
  type?: AgentInfo_Capability_Type | undefined;
}
export const AgentInfo_Capability: MessageType<AgentInfo_Capability> = messageType(
  "mesos.v1.AgentInfo.Capability",
  () => [
    ["type", 1, "optional", AgentInfo_Capability_Type],
  ],
  encodeAgentInfo_Capability,
  decodeAgentInfo_Capability,
);
export function encodeAgentInfo_Capability(m: AgentInfo_Capability, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = AgentInfo_Capability_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAgentInfo_Capability(r: Reader, end: number, m: AgentInfo_Capability = {} as AgentInfo_Capability): AgentInfo_Capability {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = AgentInfo_Capability_Type.names.get(r.int32()) as AgentInfo_Capability_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type AgentInfo_Capability_Type = "UNKNOWN" | "MULTI_ROLE" | "HIERARCHICAL_ROLE" | "RESERVATION_REFINEMENT" | "RESOURCE_PROVIDER" | "RESIZE_VOLUME" | "AGENT_OPERATION_FEEDBACK" | "AGENT_DRAINING" | "TASK_RESOURCE_LIMITS";
export const AgentInfo_Capability_Type: EnumType = enumType("mesos.v1.AgentInfo.Capability.Type", { UNKNOWN: 0, MULTI_ROLE: 1, HIERARCHICAL_ROLE: 2, RESERVATION_REFINEMENT: 3, RESOURCE_PROVIDER: 4, RESIZE_VOLUME: 5, AGENT_OPERATION_FEEDBACK: 6, AGENT_DRAINING: 7, TASK_RESOURCE_LIMITS: 8 }, {  });

export interface CSIPluginContainerInfo extends Message {
  services?: CSIPluginContainerInfo_Service[] | undefined;
  command?: CommandInfo | undefined;
  resources?: Resource[] | undefined;
  container?: ContainerInfo | undefined;
}
export const CSIPluginContainerInfo: MessageType<CSIPluginContainerInfo> = messageType(
  "mesos.v1.CSIPluginContainerInfo",
  () => [
    ["services", 1, "repeated", CSIPluginContainerInfo_Service],
    ["command", 2, "optional", CommandInfo],
    ["resources", 3, "repeated", Resource],
    ["container", 4, "optional", ContainerInfo],
  ],
  encodeCSIPluginContainerInfo,
  decodeCSIPluginContainerInfo,
);
export function encodeCSIPluginContainerInfo(m: CSIPluginContainerInfo, w: Writer): void {
  if (m.services !== undefined) for (const v of m.services) { { const n = CSIPluginContainerInfo_Service.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.command !== undefined) { const v = m.command; w.uint32(18); { const b = w.open(); encodeCommandInfo(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(26); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.container !== undefined) { const v = m.container; w.uint32(34); { const b = w.open(); encodeContainerInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCSIPluginContainerInfo(r: Reader, end: number, m: CSIPluginContainerInfo = {} as CSIPluginContainerInfo): CSIPluginContainerInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = CSIPluginContainerInfo_Service.names.get(r.int32()) as CSIPluginContainerInfo_Service | undefined; if (v === undefined) r.keep(m, start); else (m.services ??= []).push(v); break; }
      case 18: m.command = decodeCommandInfo(r, r.open(end), m.command); break;
      case 26: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 34: m.container = decodeContainerInfo(r, r.open(end), m.container); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type CSIPluginContainerInfo_Service = "UNKNOWN" | "CONTROLLER_SERVICE" | "NODE_SERVICE";
export const CSIPluginContainerInfo_Service: EnumType = enumType("mesos.v1.CSIPluginContainerInfo.Service", { UNKNOWN: 0, CONTROLLER_SERVICE: 1, NODE_SERVICE: 2 }, {  });

export interface CSIPluginEndpoint extends Message {
  csi_service: CSIPluginContainerInfo_Service;
  endpoint: string;
}
export const CSIPluginEndpoint: MessageType<CSIPluginEndpoint> = messageType(
  "mesos.v1.CSIPluginEndpoint",
  () => [
    ["csi_service", 1, "required", CSIPluginContainerInfo_Service],
    ["endpoint", 2, "required", "string"],
  ],
  encodeCSIPluginEndpoint,
  decodeCSIPluginEndpoint,
);
export function encodeCSIPluginEndpoint(m: CSIPluginEndpoint, w: Writer): void {
  if (m.csi_service !== undefined) { const v = m.csi_service; { const n = CSIPluginContainerInfo_Service.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.endpoint !== undefined) { const v = m.endpoint; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCSIPluginEndpoint(r: Reader, end: number, m: CSIPluginEndpoint = {} as CSIPluginEndpoint): CSIPluginEndpoint {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = CSIPluginContainerInfo_Service.names.get(r.int32()) as CSIPluginContainerInfo_Service | undefined; if (v === undefined) r.keep(m, start); else m.csi_service = v; break; }
      case 18: m.endpoint = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.csi_service === undefined || m.endpoint === undefined) r.incomplete = true;
  return m;
}

export interface CSIPluginInfo extends Message {
  type: string;
  name?: string | undefined;
  containers?: CSIPluginContainerInfo[] | undefined;
  endpoints?: CSIPluginEndpoint[] | undefined;
  target_path_root?: string | undefined;
  target_path_exists?: boolean | undefined;
}
export const CSIPluginInfo: MessageType<CSIPluginInfo> = messageType(
  "mesos.v1.CSIPluginInfo",
  () => [
    ["type", 1, "required", "string"],
    ["name", 2, "optional", "string", { default: "default" }],
    ["containers", 3, "repeated", CSIPluginContainerInfo],
    ["endpoints", 4, "repeated", CSIPluginEndpoint],
    ["target_path_root", 5, "optional", "string"],
    ["target_path_exists", 6, "optional", "bool"],
  ],
  encodeCSIPluginInfo,
  decodeCSIPluginInfo,
);
export function encodeCSIPluginInfo(m: CSIPluginInfo, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; w.uint32(10); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.containers !== undefined) for (const v of m.containers) { w.uint32(26); { const b = w.open(); encodeCSIPluginContainerInfo(v, w); w.close(b); } }
  if (m.endpoints !== undefined) for (const v of m.endpoints) { w.uint32(34); { const b = w.open(); encodeCSIPluginEndpoint(v, w); w.close(b); } }
  if (m.target_path_root !== undefined) { const v = m.target_path_root; w.uint32(42); w.string(v); }
  if (m.target_path_exists !== undefined) { const v = m.target_path_exists; w.uint32(48); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCSIPluginInfo(r: Reader, end: number, m: CSIPluginInfo = {} as CSIPluginInfo): CSIPluginInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.type = r.string(); break;
      case 18: m.name = r.string(); break;
      case 26: { const v = decodeCSIPluginContainerInfo(r, r.open(end)); (m.containers ??= []).push(v); break; }
      case 34: { const v = decodeCSIPluginEndpoint(r, r.open(end)); (m.endpoints ??= []).push(v); break; }
      case 42: m.target_path_root = r.string(); break;
      case 48: m.target_path_exists = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface ResourceProviderInfo extends Message {
  id?: ResourceProviderID | undefined;
  attributes?: Attribute[] | undefined;
  type: string;
  name: string;
  default_reservations?: Resource_ReservationInfo[] | undefined;
  storage?: ResourceProviderInfo_Storage | undefined;
}
export const ResourceProviderInfo: MessageType<ResourceProviderInfo> = messageType(
  "mesos.v1.ResourceProviderInfo",
  () => [
    ["id", 1, "optional", ResourceProviderID],
    ["attributes", 2, "repeated", Attribute],
    ["type", 3, "required", "string"],
    ["name", 4, "required", "string"],
    ["default_reservations", 5, "repeated", Resource_ReservationInfo],
    ["storage", 6, "optional", ResourceProviderInfo_Storage],
  ],
  encodeResourceProviderInfo,
  decodeResourceProviderInfo,
);
export function encodeResourceProviderInfo(m: ResourceProviderInfo, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); encodeResourceProviderID(v, w); w.close(b); } }
  if (m.attributes !== undefined) for (const v of m.attributes) { w.uint32(18); { const b = w.open(); encodeAttribute(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; w.uint32(26); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(34); w.string(v); }
  if (m.default_reservations !== undefined) for (const v of m.default_reservations) { w.uint32(42); { const b = w.open(); encodeResource_ReservationInfo(v, w); w.close(b); } }
  if (m.storage !== undefined) { const v = m.storage; w.uint32(50); { const b = w.open(); encodeResourceProviderInfo_Storage(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceProviderInfo(r: Reader, end: number, m: ResourceProviderInfo = {} as ResourceProviderInfo): ResourceProviderInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = decodeResourceProviderID(r, r.open(end), m.id); break;
      case 18: { const v = decodeAttribute(r, r.open(end)); (m.attributes ??= []).push(v); break; }
      case 26: m.type = r.string(); break;
      case 34: m.name = r.string(); break;
      case 42: { const v = decodeResource_ReservationInfo(r, r.open(end)); (m.default_reservations ??= []).push(v); break; }
      case 50: m.storage = decodeResourceProviderInfo_Storage(r, r.open(end), m.storage); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined || m.name === undefined) r.incomplete = true;
  return m;
}

export interface ResourceProviderInfo_Storage extends Message {
  plugin: CSIPluginInfo;
  reconciliation_interval_seconds?: number | undefined;
}
export const ResourceProviderInfo_Storage: MessageType<ResourceProviderInfo_Storage> = messageType(
  "mesos.v1.ResourceProviderInfo.Storage",
  () => [
    ["plugin", 1, "required", CSIPluginInfo],
    ["reconciliation_interval_seconds", 2, "optional", "double"],
  ],
  encodeResourceProviderInfo_Storage,
  decodeResourceProviderInfo_Storage,
);
export function encodeResourceProviderInfo_Storage(m: ResourceProviderInfo_Storage, w: Writer): void {
  if (m.plugin !== undefined) { const v = m.plugin; w.uint32(10); { const b = w.open(); encodeCSIPluginInfo(v, w); w.close(b); } }
  if (m.reconciliation_interval_seconds !== undefined) { const v = m.reconciliation_interval_seconds; w.uint32(17); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceProviderInfo_Storage(r: Reader, end: number, m: ResourceProviderInfo_Storage = {} as ResourceProviderInfo_Storage): ResourceProviderInfo_Storage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.plugin = decodeCSIPluginInfo(r, r.open(end), m.plugin); break;
      case 17: m.reconciliation_interval_seconds = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.plugin === undefined) r.incomplete = true;
  return m;
}

export interface Value extends Message {
  type: Value_Type;
  scalar?: Value_Scalar | undefined;
  ranges?: Value_Ranges | undefined;
  set?: Value_Set | undefined;
  text?: Value_Text | undefined;
}
export const Value: MessageType<Value> = messageType(
  "mesos.v1.Value",
  () => [
    ["type", 1, "required", Value_Type],
    ["scalar", 2, "optional", Value_Scalar],
    ["ranges", 3, "optional", Value_Ranges],
    ["set", 4, "optional", Value_Set],
    ["text", 5, "optional", Value_Text],
  ],
  encodeValue,
  decodeValue,
);
export function encodeValue(m: Value, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Value_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.scalar !== undefined) { const v = m.scalar; w.uint32(18); { const b = w.open(); encodeValue_Scalar(v, w); w.close(b); } }
  if (m.ranges !== undefined) { const v = m.ranges; w.uint32(26); { const b = w.open(); encodeValue_Ranges(v, w); w.close(b); } }
  if (m.set !== undefined) { const v = m.set; w.uint32(34); { const b = w.open(); encodeValue_Set(v, w); w.close(b); } }
  if (m.text !== undefined) { const v = m.text; w.uint32(42); { const b = w.open(); encodeValue_Text(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeValue(r: Reader, end: number, m: Value = {} as Value): Value {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Value_Type.names.get(r.int32()) as Value_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.scalar = decodeValue_Scalar(r, r.open(end), m.scalar); break;
      case 26: m.ranges = decodeValue_Ranges(r, r.open(end), m.ranges); break;
      case 34: m.set = decodeValue_Set(r, r.open(end), m.set); break;
      case 42: m.text = decodeValue_Text(r, r.open(end), m.text); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface Value_Scalar extends Message {
  value: number;
}
export const Value_Scalar: MessageType<Value_Scalar> = messageType(
  "mesos.v1.Value.Scalar",
  () => [
    ["value", 1, "required", "double"],
  ],
  encodeValue_Scalar,
  decodeValue_Scalar,
);
export function encodeValue_Scalar(m: Value_Scalar, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(9); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeValue_Scalar(r: Reader, end: number, m: Value_Scalar = {} as Value_Scalar): Value_Scalar {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.value = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface Value_Range extends Message {
  begin: number;
  end: number;
}
export const Value_Range: MessageType<Value_Range> = messageType(
  "mesos.v1.Value.Range",
  () => [
    ["begin", 1, "required", "uint64"],
    ["end", 2, "required", "uint64"],
  ],
  encodeValue_Range,
  decodeValue_Range,
);
export function encodeValue_Range(m: Value_Range, w: Writer): void {
  if (m.begin !== undefined) { const v = m.begin; w.uint32(8); w.int64(v); }
  if (m.end !== undefined) { const v = m.end; w.uint32(16); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeValue_Range(r: Reader, end: number, m: Value_Range = {} as Value_Range): Value_Range {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.begin = r.uint64(); break;
      case 16: m.end = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.begin === undefined || m.end === undefined) r.incomplete = true;
  return m;
}

export interface Value_Ranges extends Message {
  range?: Value_Range[] | undefined;
}
export const Value_Ranges: MessageType<Value_Ranges> = messageType(
  "mesos.v1.Value.Ranges",
  () => [
    ["range", 1, "repeated", Value_Range],
  ],
  encodeValue_Ranges,
  decodeValue_Ranges,
);
export function encodeValue_Ranges(m: Value_Ranges, w: Writer): void {
  if (m.range !== undefined) for (const v of m.range) { w.uint32(10); { const b = w.open(); encodeValue_Range(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeValue_Ranges(r: Reader, end: number, m: Value_Ranges = {} as Value_Ranges): Value_Ranges {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeValue_Range(r, r.open(end)); (m.range ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Value_Set extends Message {
  item?: string[] | undefined;
}
export const Value_Set: MessageType<Value_Set> = messageType(
  "mesos.v1.Value.Set",
  () => [
    ["item", 1, "repeated", "string"],
  ],
  encodeValue_Set,
  decodeValue_Set,
);
export function encodeValue_Set(m: Value_Set, w: Writer): void {
  if (m.item !== undefined) for (const v of m.item) { w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeValue_Set(r: Reader, end: number, m: Value_Set = {} as Value_Set): Value_Set {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.item ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Value_Text extends Message {
  value: string;
}
export const Value_Text: MessageType<Value_Text> = messageType(
  "mesos.v1.Value.Text",
  () => [
    ["value", 1, "required", "string"],
  ],
  encodeValue_Text,
  decodeValue_Text,
);
export function encodeValue_Text(m: Value_Text, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeValue_Text(r: Reader, end: number, m: Value_Text = {} as Value_Text): Value_Text {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export type Value_Type = "SCALAR" | "RANGES" | "SET" | "TEXT";
export const Value_Type: EnumType = enumType("mesos.v1.Value.Type", { SCALAR: 0, RANGES: 1, SET: 2, TEXT: 3 }, {  });

export interface Attribute extends Message {
  name: string;
  type: Value_Type;
  scalar?: Value_Scalar | undefined;
  ranges?: Value_Ranges | undefined;
  set?: Value_Set | undefined;
  text?: Value_Text | undefined;
}
export const Attribute: MessageType<Attribute> = messageType(
  "mesos.v1.Attribute",
  () => [
    ["name", 1, "required", "string"],
    ["type", 2, "required", Value_Type],
    ["scalar", 3, "optional", Value_Scalar],
    ["ranges", 4, "optional", Value_Ranges],
    ["set", 6, "optional", Value_Set],
    ["text", 5, "optional", Value_Text],
  ],
  encodeAttribute,
  decodeAttribute,
);
export function encodeAttribute(m: Attribute, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.type !== undefined) { const v = m.type; { const n = Value_Type.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.scalar !== undefined) { const v = m.scalar; w.uint32(26); { const b = w.open(); encodeValue_Scalar(v, w); w.close(b); } }
  if (m.ranges !== undefined) { const v = m.ranges; w.uint32(34); { const b = w.open(); encodeValue_Ranges(v, w); w.close(b); } }
  if (m.text !== undefined) { const v = m.text; w.uint32(42); { const b = w.open(); encodeValue_Text(v, w); w.close(b); } }
  if (m.set !== undefined) { const v = m.set; w.uint32(50); { const b = w.open(); encodeValue_Set(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAttribute(r: Reader, end: number, m: Attribute = {} as Attribute): Attribute {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 16: { const v = Value_Type.names.get(r.int32()) as Value_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 26: m.scalar = decodeValue_Scalar(r, r.open(end), m.scalar); break;
      case 34: m.ranges = decodeValue_Ranges(r, r.open(end), m.ranges); break;
      case 50: m.set = decodeValue_Set(r, r.open(end), m.set); break;
      case 42: m.text = decodeValue_Text(r, r.open(end), m.text); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.type === undefined) r.incomplete = true;
  return m;
}

export interface Resource extends Message {
  provider_id?: ResourceProviderID | undefined;
  name: string;
  type: Value_Type;
  scalar?: Value_Scalar | undefined;
  ranges?: Value_Ranges | undefined;
  set?: Value_Set | undefined;
  role?: string | undefined;
  allocation_info?: Resource_AllocationInfo | undefined;
  reservation?: Resource_ReservationInfo | undefined;
  reservations?: Resource_ReservationInfo[] | undefined;
  disk?: Resource_DiskInfo | undefined;
  revocable?: Resource_RevocableInfo | undefined;
  shared?: Resource_SharedInfo | undefined;
}
export const Resource: MessageType<Resource> = messageType(
  "mesos.v1.Resource",
  () => [
    ["provider_id", 12, "optional", ResourceProviderID],
    ["name", 1, "required", "string"],
    ["type", 2, "required", Value_Type],
    ["scalar", 3, "optional", Value_Scalar],
    ["ranges", 4, "optional", Value_Ranges],
    ["set", 5, "optional", Value_Set],
    ["role", 6, "optional", "string", { default: "*", deprecated: true }],
    ["allocation_info", 11, "optional", Resource_AllocationInfo],
    ["reservation", 8, "optional", Resource_ReservationInfo],
    ["reservations", 13, "repeated", Resource_ReservationInfo],
    ["disk", 7, "optional", Resource_DiskInfo],
    ["revocable", 9, "optional", Resource_RevocableInfo],
    ["shared", 10, "optional", Resource_SharedInfo],
  ],
  encodeResource,
  decodeResource,
);
export function encodeResource(m: Resource, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.type !== undefined) { const v = m.type; { const n = Value_Type.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.scalar !== undefined) { const v = m.scalar; w.uint32(26); { const b = w.open(); encodeValue_Scalar(v, w); w.close(b); } }
  if (m.ranges !== undefined) { const v = m.ranges; w.uint32(34); { const b = w.open(); encodeValue_Ranges(v, w); w.close(b); } }
  if (m.set !== undefined) { const v = m.set; w.uint32(42); { const b = w.open(); encodeValue_Set(v, w); w.close(b); } }
  if (m.role !== undefined) { const v = m.role; w.uint32(50); w.string(v); }
  if (m.disk !== undefined) { const v = m.disk; w.uint32(58); { const b = w.open(); encodeResource_DiskInfo(v, w); w.close(b); } }
  if (m.reservation !== undefined) { const v = m.reservation; w.uint32(66); { const b = w.open(); encodeResource_ReservationInfo(v, w); w.close(b); } }
  if (m.revocable !== undefined) { const v = m.revocable; w.uint32(74); { const b = w.open(); encodeResource_RevocableInfo(v, w); w.close(b); } }
  if (m.shared !== undefined) { const v = m.shared; w.uint32(82); { const b = w.open(); encodeResource_SharedInfo(v, w); w.close(b); } }
  if (m.allocation_info !== undefined) { const v = m.allocation_info; w.uint32(90); { const b = w.open(); encodeResource_AllocationInfo(v, w); w.close(b); } }
  if (m.provider_id !== undefined) { const v = m.provider_id; w.uint32(98); { const b = w.open(); encodeResourceProviderID(v, w); w.close(b); } }
  if (m.reservations !== undefined) for (const v of m.reservations) { w.uint32(106); { const b = w.open(); encodeResource_ReservationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource(r: Reader, end: number, m: Resource = {} as Resource): Resource {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 98: m.provider_id = decodeResourceProviderID(r, r.open(end), m.provider_id); break;
      case 10: m.name = r.string(); break;
      case 16: { const v = Value_Type.names.get(r.int32()) as Value_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 26: m.scalar = decodeValue_Scalar(r, r.open(end), m.scalar); break;
      case 34: m.ranges = decodeValue_Ranges(r, r.open(end), m.ranges); break;
      case 42: m.set = decodeValue_Set(r, r.open(end), m.set); break;
      case 50: m.role = r.string(); break;
      case 90: m.allocation_info = decodeResource_AllocationInfo(r, r.open(end), m.allocation_info); break;
      case 66: m.reservation = decodeResource_ReservationInfo(r, r.open(end), m.reservation); break;
      case 106: { const v = decodeResource_ReservationInfo(r, r.open(end)); (m.reservations ??= []).push(v); break; }
      case 58: m.disk = decodeResource_DiskInfo(r, r.open(end), m.disk); break;
      case 74: m.revocable = decodeResource_RevocableInfo(r, r.open(end), m.revocable); break;
      case 82: m.shared = decodeResource_SharedInfo(r, r.open(end), m.shared); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.type === undefined) r.incomplete = true;
  return m;
}

export interface Resource_AllocationInfo extends Message {
  role?: string | undefined;
}
export const Resource_AllocationInfo: MessageType<Resource_AllocationInfo> = messageType(
  "mesos.v1.Resource.AllocationInfo",
  () => [
    ["role", 1, "optional", "string"],
  ],
  encodeResource_AllocationInfo,
  decodeResource_AllocationInfo,
);
export function encodeResource_AllocationInfo(m: Resource_AllocationInfo, w: Writer): void {
  if (m.role !== undefined) { const v = m.role; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_AllocationInfo(r: Reader, end: number, m: Resource_AllocationInfo = {} as Resource_AllocationInfo): Resource_AllocationInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.role = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Resource_ReservationInfo extends Message {
  type?: Resource_ReservationInfo_Type | undefined;
  role?: string | undefined;
  principal?: string | undefined;
  labels?: Labels | undefined;
}
export const Resource_ReservationInfo: MessageType<Resource_ReservationInfo> = messageType(
  "mesos.v1.Resource.ReservationInfo",
  () => [
    ["type", 4, "optional", Resource_ReservationInfo_Type],
    ["role", 3, "optional", "string"],
    ["principal", 1, "optional", "string"],
    ["labels", 2, "optional", Labels],
  ],
  encodeResource_ReservationInfo,
  decodeResource_ReservationInfo,
);
export function encodeResource_ReservationInfo(m: Resource_ReservationInfo, w: Writer): void {
  if (m.principal !== undefined) { const v = m.principal; w.uint32(10); w.string(v); }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(18); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.role !== undefined) { const v = m.role; w.uint32(26); w.string(v); }
  if (m.type !== undefined) { const v = m.type; { const n = Resource_ReservationInfo_Type.numbers[v]; if (n !== undefined) { w.uint32(32); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_ReservationInfo(r: Reader, end: number, m: Resource_ReservationInfo = {} as Resource_ReservationInfo): Resource_ReservationInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 32: { const v = Resource_ReservationInfo_Type.names.get(r.int32()) as Resource_ReservationInfo_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 26: m.role = r.string(); break;
      case 10: m.principal = r.string(); break;
      case 18: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Resource_ReservationInfo_Type = "UNKNOWN" | "STATIC" | "DYNAMIC";
export const Resource_ReservationInfo_Type: EnumType = enumType("mesos.v1.Resource.ReservationInfo.Type", { UNKNOWN: 0, STATIC: 1, DYNAMIC: 2 }, {  });

export interface Resource_DiskInfo extends Message {
  persistence?: Resource_DiskInfo_Persistence | undefined;
  volume?: Volume | undefined;
  source?: Resource_DiskInfo_Source | undefined;
}
export const Resource_DiskInfo: MessageType<Resource_DiskInfo> = messageType(
  "mesos.v1.Resource.DiskInfo",
  () => [
    ["persistence", 1, "optional", Resource_DiskInfo_Persistence],
    ["volume", 2, "optional", Volume],
    ["source", 3, "optional", Resource_DiskInfo_Source],
  ],
  encodeResource_DiskInfo,
  decodeResource_DiskInfo,
);
export function encodeResource_DiskInfo(m: Resource_DiskInfo, w: Writer): void {
  if (m.persistence !== undefined) { const v = m.persistence; w.uint32(10); { const b = w.open(); encodeResource_DiskInfo_Persistence(v, w); w.close(b); } }
  if (m.volume !== undefined) { const v = m.volume; w.uint32(18); { const b = w.open(); encodeVolume(v, w); w.close(b); } }
  if (m.source !== undefined) { const v = m.source; w.uint32(26); { const b = w.open(); encodeResource_DiskInfo_Source(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_DiskInfo(r: Reader, end: number, m: Resource_DiskInfo = {} as Resource_DiskInfo): Resource_DiskInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.persistence = decodeResource_DiskInfo_Persistence(r, r.open(end), m.persistence); break;
      case 18: m.volume = decodeVolume(r, r.open(end), m.volume); break;
      case 26: m.source = decodeResource_DiskInfo_Source(r, r.open(end), m.source); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Resource_DiskInfo_Persistence extends Message {
  id: string;
  principal?: string | undefined;
}
export const Resource_DiskInfo_Persistence: MessageType<Resource_DiskInfo_Persistence> = messageType(
  "mesos.v1.Resource.DiskInfo.Persistence",
  () => [
    ["id", 1, "required", "string"],
    ["principal", 2, "optional", "string"],
  ],
  encodeResource_DiskInfo_Persistence,
  decodeResource_DiskInfo_Persistence,
);
export function encodeResource_DiskInfo_Persistence(m: Resource_DiskInfo_Persistence, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); w.string(v); }
  if (m.principal !== undefined) { const v = m.principal; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_DiskInfo_Persistence(r: Reader, end: number, m: Resource_DiskInfo_Persistence = {} as Resource_DiskInfo_Persistence): Resource_DiskInfo_Persistence {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = r.string(); break;
      case 18: m.principal = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined) r.incomplete = true;
  return m;
}

export interface Resource_DiskInfo_Source extends Message {
  type: Resource_DiskInfo_Source_Type;
  path?: Resource_DiskInfo_Source_Path | undefined;
  mount?: Resource_DiskInfo_Source_Mount | undefined;
  vendor?: string | undefined;
  id?: string | undefined;
  metadata?: Labels | undefined;
  profile?: string | undefined;
}
export const Resource_DiskInfo_Source: MessageType<Resource_DiskInfo_Source> = messageType(
  "mesos.v1.Resource.DiskInfo.Source",
  () => [
    ["type", 1, "required", Resource_DiskInfo_Source_Type],
    ["path", 2, "optional", Resource_DiskInfo_Source_Path],
    ["mount", 3, "optional", Resource_DiskInfo_Source_Mount],
    ["vendor", 7, "optional", "string"],
    ["id", 4, "optional", "string"],
    ["metadata", 5, "optional", Labels],
    ["profile", 6, "optional", "string"],
  ],
  encodeResource_DiskInfo_Source,
  decodeResource_DiskInfo_Source,
);
export function encodeResource_DiskInfo_Source(m: Resource_DiskInfo_Source, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Resource_DiskInfo_Source_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.path !== undefined) { const v = m.path; w.uint32(18); { const b = w.open(); encodeResource_DiskInfo_Source_Path(v, w); w.close(b); } }
  if (m.mount !== undefined) { const v = m.mount; w.uint32(26); { const b = w.open(); encodeResource_DiskInfo_Source_Mount(v, w); w.close(b); } }
  if (m.id !== undefined) { const v = m.id; w.uint32(34); w.string(v); }
  if (m.metadata !== undefined) { const v = m.metadata; w.uint32(42); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.profile !== undefined) { const v = m.profile; w.uint32(50); w.string(v); }
  if (m.vendor !== undefined) { const v = m.vendor; w.uint32(58); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_DiskInfo_Source(r: Reader, end: number, m: Resource_DiskInfo_Source = {} as Resource_DiskInfo_Source): Resource_DiskInfo_Source {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Resource_DiskInfo_Source_Type.names.get(r.int32()) as Resource_DiskInfo_Source_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.path = decodeResource_DiskInfo_Source_Path(r, r.open(end), m.path); break;
      case 26: m.mount = decodeResource_DiskInfo_Source_Mount(r, r.open(end), m.mount); break;
      case 58: m.vendor = r.string(); break;
      case 34: m.id = r.string(); break;
      case 42: m.metadata = decodeLabels(r, r.open(end), m.metadata); break;
      case 50: m.profile = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface Resource_DiskInfo_Source_Path extends Message {
  root?: string | undefined;
}
export const Resource_DiskInfo_Source_Path: MessageType<Resource_DiskInfo_Source_Path> = messageType(
  "mesos.v1.Resource.DiskInfo.Source.Path",
  () => [
    ["root", 1, "optional", "string"],
  ],
  encodeResource_DiskInfo_Source_Path,
  decodeResource_DiskInfo_Source_Path,
);
export function encodeResource_DiskInfo_Source_Path(m: Resource_DiskInfo_Source_Path, w: Writer): void {
  if (m.root !== undefined) { const v = m.root; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_DiskInfo_Source_Path(r: Reader, end: number, m: Resource_DiskInfo_Source_Path = {} as Resource_DiskInfo_Source_Path): Resource_DiskInfo_Source_Path {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.root = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Resource_DiskInfo_Source_Mount extends Message {
  root?: string | undefined;
}
export const Resource_DiskInfo_Source_Mount: MessageType<Resource_DiskInfo_Source_Mount> = messageType(
  "mesos.v1.Resource.DiskInfo.Source.Mount",
  () => [
    ["root", 1, "optional", "string"],
  ],
  encodeResource_DiskInfo_Source_Mount,
  decodeResource_DiskInfo_Source_Mount,
);
export function encodeResource_DiskInfo_Source_Mount(m: Resource_DiskInfo_Source_Mount, w: Writer): void {
  if (m.root !== undefined) { const v = m.root; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_DiskInfo_Source_Mount(r: Reader, end: number, m: Resource_DiskInfo_Source_Mount = {} as Resource_DiskInfo_Source_Mount): Resource_DiskInfo_Source_Mount {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.root = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Resource_DiskInfo_Source_Type = "UNKNOWN" | "PATH" | "MOUNT" | "BLOCK" | "RAW";
export const Resource_DiskInfo_Source_Type: EnumType = enumType("mesos.v1.Resource.DiskInfo.Source.Type", { UNKNOWN: 0, PATH: 1, MOUNT: 2, BLOCK: 3, RAW: 4 }, {  });

export interface Resource_RevocableInfo extends Message {
}
export const Resource_RevocableInfo: MessageType<Resource_RevocableInfo> = messageType(
  "mesos.v1.Resource.RevocableInfo",
  () => [
  ],
  encodeResource_RevocableInfo,
  decodeResource_RevocableInfo,
);
export function encodeResource_RevocableInfo(m: Resource_RevocableInfo, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_RevocableInfo(r: Reader, end: number, m: Resource_RevocableInfo = {} as Resource_RevocableInfo): Resource_RevocableInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Resource_SharedInfo extends Message {
}
export const Resource_SharedInfo: MessageType<Resource_SharedInfo> = messageType(
  "mesos.v1.Resource.SharedInfo",
  () => [
  ],
  encodeResource_SharedInfo,
  decodeResource_SharedInfo,
);
export function encodeResource_SharedInfo(m: Resource_SharedInfo, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResource_SharedInfo(r: Reader, end: number, m: Resource_SharedInfo = {} as Resource_SharedInfo): Resource_SharedInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface TrafficControlStatistics extends Message {
  id: string;
  backlog?: number | undefined;
  bytes?: number | undefined;
  drops?: number | undefined;
  overlimits?: number | undefined;
  packets?: number | undefined;
  qlen?: number | undefined;
  ratebps?: number | undefined;
  ratepps?: number | undefined;
  requeues?: number | undefined;
}
export const TrafficControlStatistics: MessageType<TrafficControlStatistics> = messageType(
  "mesos.v1.TrafficControlStatistics",
  () => [
    ["id", 1, "required", "string"],
    ["backlog", 2, "optional", "uint64"],
    ["bytes", 3, "optional", "uint64"],
    ["drops", 4, "optional", "uint64"],
    ["overlimits", 5, "optional", "uint64"],
    ["packets", 6, "optional", "uint64"],
    ["qlen", 7, "optional", "uint64"],
    ["ratebps", 8, "optional", "uint64"],
    ["ratepps", 9, "optional", "uint64"],
    ["requeues", 10, "optional", "uint64"],
  ],
  encodeTrafficControlStatistics,
  decodeTrafficControlStatistics,
);
export function encodeTrafficControlStatistics(m: TrafficControlStatistics, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); w.string(v); }
  if (m.backlog !== undefined) { const v = m.backlog; w.uint32(16); w.int64(v); }
  if (m.bytes !== undefined) { const v = m.bytes; w.uint32(24); w.int64(v); }
  if (m.drops !== undefined) { const v = m.drops; w.uint32(32); w.int64(v); }
  if (m.overlimits !== undefined) { const v = m.overlimits; w.uint32(40); w.int64(v); }
  if (m.packets !== undefined) { const v = m.packets; w.uint32(48); w.int64(v); }
  if (m.qlen !== undefined) { const v = m.qlen; w.uint32(56); w.int64(v); }
  if (m.ratebps !== undefined) { const v = m.ratebps; w.uint32(64); w.int64(v); }
  if (m.ratepps !== undefined) { const v = m.ratepps; w.uint32(72); w.int64(v); }
  if (m.requeues !== undefined) { const v = m.requeues; w.uint32(80); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTrafficControlStatistics(r: Reader, end: number, m: TrafficControlStatistics = {} as TrafficControlStatistics): TrafficControlStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = r.string(); break;
      case 16: m.backlog = r.uint64(); break;
      case 24: m.bytes = r.uint64(); break;
      case 32: m.drops = r.uint64(); break;
      case 40: m.overlimits = r.uint64(); break;
      case 48: m.packets = r.uint64(); break;
      case 56: m.qlen = r.uint64(); break;
      case 64: m.ratebps = r.uint64(); break;
      case 72: m.ratepps = r.uint64(); break;
      case 80: m.requeues = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined) r.incomplete = true;
  return m;
}

export interface IpStatistics extends Message {
  Forwarding?: number | undefined;
  DefaultTTL?: number | undefined;
  InReceives?: number | undefined;
  InHdrErrors?: number | undefined;
  InAddrErrors?: number | undefined;
  ForwDatagrams?: number | undefined;
  InUnknownProtos?: number | undefined;
  InDiscards?: number | undefined;
  InDelivers?: number | undefined;
  OutRequests?: number | undefined;
  OutDiscards?: number | undefined;
  OutNoRoutes?: number | undefined;
  ReasmTimeout?: number | undefined;
  ReasmReqds?: number | undefined;
  ReasmOKs?: number | undefined;
  ReasmFails?: number | undefined;
  FragOKs?: number | undefined;
  FragFails?: number | undefined;
  FragCreates?: number | undefined;
}
export const IpStatistics: MessageType<IpStatistics> = messageType(
  "mesos.v1.IpStatistics",
  () => [
    ["Forwarding", 1, "optional", "int64"],
    ["DefaultTTL", 2, "optional", "int64"],
    ["InReceives", 3, "optional", "int64"],
    ["InHdrErrors", 4, "optional", "int64"],
    ["InAddrErrors", 5, "optional", "int64"],
    ["ForwDatagrams", 6, "optional", "int64"],
    ["InUnknownProtos", 7, "optional", "int64"],
    ["InDiscards", 8, "optional", "int64"],
    ["InDelivers", 9, "optional", "int64"],
    ["OutRequests", 10, "optional", "int64"],
    ["OutDiscards", 11, "optional", "int64"],
    ["OutNoRoutes", 12, "optional", "int64"],
    ["ReasmTimeout", 13, "optional", "int64"],
    ["ReasmReqds", 14, "optional", "int64"],
    ["ReasmOKs", 15, "optional", "int64"],
    ["ReasmFails", 16, "optional", "int64"],
    ["FragOKs", 17, "optional", "int64"],
    ["FragFails", 18, "optional", "int64"],
    ["FragCreates", 19, "optional", "int64"],
  ],
  encodeIpStatistics,
  decodeIpStatistics,
);
export function encodeIpStatistics(m: IpStatistics, w: Writer): void {
  if (m.Forwarding !== undefined) { const v = m.Forwarding; w.uint32(8); w.int64(v); }
  if (m.DefaultTTL !== undefined) { const v = m.DefaultTTL; w.uint32(16); w.int64(v); }
  if (m.InReceives !== undefined) { const v = m.InReceives; w.uint32(24); w.int64(v); }
  if (m.InHdrErrors !== undefined) { const v = m.InHdrErrors; w.uint32(32); w.int64(v); }
  if (m.InAddrErrors !== undefined) { const v = m.InAddrErrors; w.uint32(40); w.int64(v); }
  if (m.ForwDatagrams !== undefined) { const v = m.ForwDatagrams; w.uint32(48); w.int64(v); }
  if (m.InUnknownProtos !== undefined) { const v = m.InUnknownProtos; w.uint32(56); w.int64(v); }
  if (m.InDiscards !== undefined) { const v = m.InDiscards; w.uint32(64); w.int64(v); }
  if (m.InDelivers !== undefined) { const v = m.InDelivers; w.uint32(72); w.int64(v); }
  if (m.OutRequests !== undefined) { const v = m.OutRequests; w.uint32(80); w.int64(v); }
  if (m.OutDiscards !== undefined) { const v = m.OutDiscards; w.uint32(88); w.int64(v); }
  if (m.OutNoRoutes !== undefined) { const v = m.OutNoRoutes; w.uint32(96); w.int64(v); }
  if (m.ReasmTimeout !== undefined) { const v = m.ReasmTimeout; w.uint32(104); w.int64(v); }
  if (m.ReasmReqds !== undefined) { const v = m.ReasmReqds; w.uint32(112); w.int64(v); }
  if (m.ReasmOKs !== undefined) { const v = m.ReasmOKs; w.uint32(120); w.int64(v); }
  if (m.ReasmFails !== undefined) { const v = m.ReasmFails; w.uint32(128); w.int64(v); }
  if (m.FragOKs !== undefined) { const v = m.FragOKs; w.uint32(136); w.int64(v); }
  if (m.FragFails !== undefined) { const v = m.FragFails; w.uint32(144); w.int64(v); }
  if (m.FragCreates !== undefined) { const v = m.FragCreates; w.uint32(152); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeIpStatistics(r: Reader, end: number, m: IpStatistics = {} as IpStatistics): IpStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.Forwarding = r.int64(); break;
      case 16: m.DefaultTTL = r.int64(); break;
      case 24: m.InReceives = r.int64(); break;
      case 32: m.InHdrErrors = r.int64(); break;
      case 40: m.InAddrErrors = r.int64(); break;
      case 48: m.ForwDatagrams = r.int64(); break;
      case 56: m.InUnknownProtos = r.int64(); break;
      case 64: m.InDiscards = r.int64(); break;
      case 72: m.InDelivers = r.int64(); break;
      case 80: m.OutRequests = r.int64(); break;
      case 88: m.OutDiscards = r.int64(); break;
      case 96: m.OutNoRoutes = r.int64(); break;
      case 104: m.ReasmTimeout = r.int64(); break;
      case 112: m.ReasmReqds = r.int64(); break;
      case 120: m.ReasmOKs = r.int64(); break;
      case 128: m.ReasmFails = r.int64(); break;
      case 136: m.FragOKs = r.int64(); break;
      case 144: m.FragFails = r.int64(); break;
      case 152: m.FragCreates = r.int64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface IcmpStatistics extends Message {
  InMsgs?: number | undefined;
  InErrors?: number | undefined;
  InCsumErrors?: number | undefined;
  InDestUnreachs?: number | undefined;
  InTimeExcds?: number | undefined;
  InParmProbs?: number | undefined;
  InSrcQuenchs?: number | undefined;
  InRedirects?: number | undefined;
  InEchos?: number | undefined;
  InEchoReps?: number | undefined;
  InTimestamps?: number | undefined;
  InTimestampReps?: number | undefined;
  InAddrMasks?: number | undefined;
  InAddrMaskReps?: number | undefined;
  OutMsgs?: number | undefined;
  OutErrors?: number | undefined;
  OutDestUnreachs?: number | undefined;
  OutTimeExcds?: number | undefined;
  OutParmProbs?: number | undefined;
  OutSrcQuenchs?: number | undefined;
  OutRedirects?: number | undefined;
  OutEchos?: number | undefined;
  OutEchoReps?: number | undefined;
  OutTimestamps?: number | undefined;
  OutTimestampReps?: number | undefined;
  OutAddrMasks?: number | undefined;
  OutAddrMaskReps?: number | undefined;
}
export const IcmpStatistics: MessageType<IcmpStatistics> = messageType(
  "mesos.v1.IcmpStatistics",
  () => [
    ["InMsgs", 1, "optional", "int64"],
    ["InErrors", 2, "optional", "int64"],
    ["InCsumErrors", 3, "optional", "int64"],
    ["InDestUnreachs", 4, "optional", "int64"],
    ["InTimeExcds", 5, "optional", "int64"],
    ["InParmProbs", 6, "optional", "int64"],
    ["InSrcQuenchs", 7, "optional", "int64"],
    ["InRedirects", 8, "optional", "int64"],
    ["InEchos", 9, "optional", "int64"],
    ["InEchoReps", 10, "optional", "int64"],
    ["InTimestamps", 11, "optional", "int64"],
    ["InTimestampReps", 12, "optional", "int64"],
    ["InAddrMasks", 13, "optional", "int64"],
    ["InAddrMaskReps", 14, "optional", "int64"],
    ["OutMsgs", 15, "optional", "int64"],
    ["OutErrors", 16, "optional", "int64"],
    ["OutDestUnreachs", 17, "optional", "int64"],
    ["OutTimeExcds", 18, "optional", "int64"],
    ["OutParmProbs", 19, "optional", "int64"],
    ["OutSrcQuenchs", 20, "optional", "int64"],
    ["OutRedirects", 21, "optional", "int64"],
    ["OutEchos", 22, "optional", "int64"],
    ["OutEchoReps", 23, "optional", "int64"],
    ["OutTimestamps", 24, "optional", "int64"],
    ["OutTimestampReps", 25, "optional", "int64"],
    ["OutAddrMasks", 26, "optional", "int64"],
    ["OutAddrMaskReps", 27, "optional", "int64"],
  ],
  encodeIcmpStatistics,
  decodeIcmpStatistics,
);
export function encodeIcmpStatistics(m: IcmpStatistics, w: Writer): void {
  if (m.InMsgs !== undefined) { const v = m.InMsgs; w.uint32(8); w.int64(v); }
  if (m.InErrors !== undefined) { const v = m.InErrors; w.uint32(16); w.int64(v); }
  if (m.InCsumErrors !== undefined) { const v = m.InCsumErrors; w.uint32(24); w.int64(v); }
  if (m.InDestUnreachs !== undefined) { const v = m.InDestUnreachs; w.uint32(32); w.int64(v); }
  if (m.InTimeExcds !== undefined) { const v = m.InTimeExcds; w.uint32(40); w.int64(v); }
  if (m.InParmProbs !== undefined) { const v = m.InParmProbs; w.uint32(48); w.int64(v); }
  if (m.InSrcQuenchs !== undefined) { const v = m.InSrcQuenchs; w.uint32(56); w.int64(v); }
  if (m.InRedirects !== undefined) { const v = m.InRedirects; w.uint32(64); w.int64(v); }
  if (m.InEchos !== undefined) { const v = m.InEchos; w.uint32(72); w.int64(v); }
  if (m.InEchoReps !== undefined) { const v = m.InEchoReps; w.uint32(80); w.int64(v); }
  if (m.InTimestamps !== undefined) { const v = m.InTimestamps; w.uint32(88); w.int64(v); }
  if (m.InTimestampReps !== undefined) { const v = m.InTimestampReps; w.uint32(96); w.int64(v); }
  if (m.InAddrMasks !== undefined) { const v = m.InAddrMasks; w.uint32(104); w.int64(v); }
  if (m.InAddrMaskReps !== undefined) { const v = m.InAddrMaskReps; w.uint32(112); w.int64(v); }
  if (m.OutMsgs !== undefined) { const v = m.OutMsgs; w.uint32(120); w.int64(v); }
  if (m.OutErrors !== undefined) { const v = m.OutErrors; w.uint32(128); w.int64(v); }
  if (m.OutDestUnreachs !== undefined) { const v = m.OutDestUnreachs; w.uint32(136); w.int64(v); }
  if (m.OutTimeExcds !== undefined) { const v = m.OutTimeExcds; w.uint32(144); w.int64(v); }
  if (m.OutParmProbs !== undefined) { const v = m.OutParmProbs; w.uint32(152); w.int64(v); }
  if (m.OutSrcQuenchs !== undefined) { const v = m.OutSrcQuenchs; w.uint32(160); w.int64(v); }
  if (m.OutRedirects !== undefined) { const v = m.OutRedirects; w.uint32(168); w.int64(v); }
  if (m.OutEchos !== undefined) { const v = m.OutEchos; w.uint32(176); w.int64(v); }
  if (m.OutEchoReps !== undefined) { const v = m.OutEchoReps; w.uint32(184); w.int64(v); }
  if (m.OutTimestamps !== undefined) { const v = m.OutTimestamps; w.uint32(192); w.int64(v); }
  if (m.OutTimestampReps !== undefined) { const v = m.OutTimestampReps; w.uint32(200); w.int64(v); }
  if (m.OutAddrMasks !== undefined) { const v = m.OutAddrMasks; w.uint32(208); w.int64(v); }
  if (m.OutAddrMaskReps !== undefined) { const v = m.OutAddrMaskReps; w.uint32(216); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeIcmpStatistics(r: Reader, end: number, m: IcmpStatistics = {} as IcmpStatistics): IcmpStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.InMsgs = r.int64(); break;
      case 16: m.InErrors = r.int64(); break;
      case 24: m.InCsumErrors = r.int64(); break;
      case 32: m.InDestUnreachs = r.int64(); break;
      case 40: m.InTimeExcds = r.int64(); break;
      case 48: m.InParmProbs = r.int64(); break;
      case 56: m.InSrcQuenchs = r.int64(); break;
      case 64: m.InRedirects = r.int64(); break;
      case 72: m.InEchos = r.int64(); break;
      case 80: m.InEchoReps = r.int64(); break;
      case 88: m.InTimestamps = r.int64(); break;
      case 96: m.InTimestampReps = r.int64(); break;
      case 104: m.InAddrMasks = r.int64(); break;
      case 112: m.InAddrMaskReps = r.int64(); break;
      case 120: m.OutMsgs = r.int64(); break;
      case 128: m.OutErrors = r.int64(); break;
      case 136: m.OutDestUnreachs = r.int64(); break;
      case 144: m.OutTimeExcds = r.int64(); break;
      case 152: m.OutParmProbs = r.int64(); break;
      case 160: m.OutSrcQuenchs = r.int64(); break;
      case 168: m.OutRedirects = r.int64(); break;
      case 176: m.OutEchos = r.int64(); break;
      case 184: m.OutEchoReps = r.int64(); break;
      case 192: m.OutTimestamps = r.int64(); break;
      case 200: m.OutTimestampReps = r.int64(); break;
      case 208: m.OutAddrMasks = r.int64(); break;
      case 216: m.OutAddrMaskReps = r.int64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface TcpStatistics extends Message {
  RtoAlgorithm?: number | undefined;
  RtoMin?: number | undefined;
  RtoMax?: number | undefined;
  MaxConn?: number | undefined;
  ActiveOpens?: number | undefined;
  PassiveOpens?: number | undefined;
  AttemptFails?: number | undefined;
  EstabResets?: number | undefined;
  CurrEstab?: number | undefined;
  InSegs?: number | undefined;
  OutSegs?: number | undefined;
  RetransSegs?: number | undefined;
  InErrs?: number | undefined;
  OutRsts?: number | undefined;
  InCsumErrors?: number | undefined;
}
export const TcpStatistics: MessageType<TcpStatistics> = messageType(
  "mesos.v1.TcpStatistics",
  () => [
    ["RtoAlgorithm", 1, "optional", "int64"],
    ["RtoMin", 2, "optional", "int64"],
    ["RtoMax", 3, "optional", "int64"],
    ["MaxConn", 4, "optional", "int64"],
    ["ActiveOpens", 5, "optional", "int64"],
    ["PassiveOpens", 6, "optional", "int64"],
    ["AttemptFails", 7, "optional", "int64"],
    ["EstabResets", 8, "optional", "int64"],
    ["CurrEstab", 9, "optional", "int64"],
    ["InSegs", 10, "optional", "int64"],
    ["OutSegs", 11, "optional", "int64"],
    ["RetransSegs", 12, "optional", "int64"],
    ["InErrs", 13, "optional", "int64"],
    ["OutRsts", 14, "optional", "int64"],
    ["InCsumErrors", 15, "optional", "int64"],
  ],
  encodeTcpStatistics,
  decodeTcpStatistics,
);
export function encodeTcpStatistics(m: TcpStatistics, w: Writer): void {
  if (m.RtoAlgorithm !== undefined) { const v = m.RtoAlgorithm; w.uint32(8); w.int64(v); }
  if (m.RtoMin !== undefined) { const v = m.RtoMin; w.uint32(16); w.int64(v); }
  if (m.RtoMax !== undefined) { const v = m.RtoMax; w.uint32(24); w.int64(v); }
  if (m.MaxConn !== undefined) { const v = m.MaxConn; w.uint32(32); w.int64(v); }
  if (m.ActiveOpens !== undefined) { const v = m.ActiveOpens; w.uint32(40); w.int64(v); }
  if (m.PassiveOpens !== undefined) { const v = m.PassiveOpens; w.uint32(48); w.int64(v); }
  if (m.AttemptFails !== undefined) { const v = m.AttemptFails; w.uint32(56); w.int64(v); }
  if (m.EstabResets !== undefined) { const v = m.EstabResets; w.uint32(64); w.int64(v); }
  if (m.CurrEstab !== undefined) { const v = m.CurrEstab; w.uint32(72); w.int64(v); }
  if (m.InSegs !== undefined) { const v = m.InSegs; w.uint32(80); w.int64(v); }
  if (m.OutSegs !== undefined) { const v = m.OutSegs; w.uint32(88); w.int64(v); }
  if (m.RetransSegs !== undefined) { const v = m.RetransSegs; w.uint32(96); w.int64(v); }
  if (m.InErrs !== undefined) { const v = m.InErrs; w.uint32(104); w.int64(v); }
  if (m.OutRsts !== undefined) { const v = m.OutRsts; w.uint32(112); w.int64(v); }
  if (m.InCsumErrors !== undefined) { const v = m.InCsumErrors; w.uint32(120); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTcpStatistics(r: Reader, end: number, m: TcpStatistics = {} as TcpStatistics): TcpStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.RtoAlgorithm = r.int64(); break;
      case 16: m.RtoMin = r.int64(); break;
      case 24: m.RtoMax = r.int64(); break;
      case 32: m.MaxConn = r.int64(); break;
      case 40: m.ActiveOpens = r.int64(); break;
      case 48: m.PassiveOpens = r.int64(); break;
      case 56: m.AttemptFails = r.int64(); break;
      case 64: m.EstabResets = r.int64(); break;
      case 72: m.CurrEstab = r.int64(); break;
      case 80: m.InSegs = r.int64(); break;
      case 88: m.OutSegs = r.int64(); break;
      case 96: m.RetransSegs = r.int64(); break;
      case 104: m.InErrs = r.int64(); break;
      case 112: m.OutRsts = r.int64(); break;
      case 120: m.InCsumErrors = r.int64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface UdpStatistics extends Message {
  InDatagrams?: number | undefined;
  NoPorts?: number | undefined;
  InErrors?: number | undefined;
  OutDatagrams?: number | undefined;
  RcvbufErrors?: number | undefined;
  SndbufErrors?: number | undefined;
  InCsumErrors?: number | undefined;
  IgnoredMulti?: number | undefined;
}
export const UdpStatistics: MessageType<UdpStatistics> = messageType(
  "mesos.v1.UdpStatistics",
  () => [
    ["InDatagrams", 1, "optional", "int64"],
    ["NoPorts", 2, "optional", "int64"],
    ["InErrors", 3, "optional", "int64"],
    ["OutDatagrams", 4, "optional", "int64"],
    ["RcvbufErrors", 5, "optional", "int64"],
    ["SndbufErrors", 6, "optional", "int64"],
    ["InCsumErrors", 7, "optional", "int64"],
    ["IgnoredMulti", 8, "optional", "int64"],
  ],
  encodeUdpStatistics,
  decodeUdpStatistics,
);
export function encodeUdpStatistics(m: UdpStatistics, w: Writer): void {
  if (m.InDatagrams !== undefined) { const v = m.InDatagrams; w.uint32(8); w.int64(v); }
  if (m.NoPorts !== undefined) { const v = m.NoPorts; w.uint32(16); w.int64(v); }
  if (m.InErrors !== undefined) { const v = m.InErrors; w.uint32(24); w.int64(v); }
  if (m.OutDatagrams !== undefined) { const v = m.OutDatagrams; w.uint32(32); w.int64(v); }
  if (m.RcvbufErrors !== undefined) { const v = m.RcvbufErrors; w.uint32(40); w.int64(v); }
  if (m.SndbufErrors !== undefined) { const v = m.SndbufErrors; w.uint32(48); w.int64(v); }
  if (m.InCsumErrors !== undefined) { const v = m.InCsumErrors; w.uint32(56); w.int64(v); }
  if (m.IgnoredMulti !== undefined) { const v = m.IgnoredMulti; w.uint32(64); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUdpStatistics(r: Reader, end: number, m: UdpStatistics = {} as UdpStatistics): UdpStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.InDatagrams = r.int64(); break;
      case 16: m.NoPorts = r.int64(); break;
      case 24: m.InErrors = r.int64(); break;
      case 32: m.OutDatagrams = r.int64(); break;
      case 40: m.RcvbufErrors = r.int64(); break;
      case 48: m.SndbufErrors = r.int64(); break;
      case 56: m.InCsumErrors = r.int64(); break;
      case 64: m.IgnoredMulti = r.int64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface SNMPStatistics extends Message {
  ip_stats?: IpStatistics | undefined;
  icmp_stats?: IcmpStatistics | undefined;
  tcp_stats?: TcpStatistics | undefined;
  udp_stats?: UdpStatistics | undefined;
}
export const SNMPStatistics: MessageType<SNMPStatistics> = messageType(
  "mesos.v1.SNMPStatistics",
  () => [
    ["ip_stats", 1, "optional", IpStatistics],
    ["icmp_stats", 2, "optional", IcmpStatistics],
    ["tcp_stats", 3, "optional", TcpStatistics],
    ["udp_stats", 4, "optional", UdpStatistics],
  ],
  encodeSNMPStatistics,
  decodeSNMPStatistics,
);
export function encodeSNMPStatistics(m: SNMPStatistics, w: Writer): void {
  if (m.ip_stats !== undefined) { const v = m.ip_stats; w.uint32(10); { const b = w.open(); encodeIpStatistics(v, w); w.close(b); } }
  if (m.icmp_stats !== undefined) { const v = m.icmp_stats; w.uint32(18); { const b = w.open(); encodeIcmpStatistics(v, w); w.close(b); } }
  if (m.tcp_stats !== undefined) { const v = m.tcp_stats; w.uint32(26); { const b = w.open(); encodeTcpStatistics(v, w); w.close(b); } }
  if (m.udp_stats !== undefined) { const v = m.udp_stats; w.uint32(34); { const b = w.open(); encodeUdpStatistics(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSNMPStatistics(r: Reader, end: number, m: SNMPStatistics = {} as SNMPStatistics): SNMPStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.ip_stats = decodeIpStatistics(r, r.open(end), m.ip_stats); break;
      case 18: m.icmp_stats = decodeIcmpStatistics(r, r.open(end), m.icmp_stats); break;
      case 26: m.tcp_stats = decodeTcpStatistics(r, r.open(end), m.tcp_stats); break;
      case 34: m.udp_stats = decodeUdpStatistics(r, r.open(end), m.udp_stats); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface DiskStatistics extends Message {
  source?: Resource_DiskInfo_Source | undefined;
  persistence?: Resource_DiskInfo_Persistence | undefined;
  limit_bytes?: number | undefined;
  used_bytes?: number | undefined;
}
export const DiskStatistics: MessageType<DiskStatistics> = messageType(
  "mesos.v1.DiskStatistics",
  () => [
    ["source", 1, "optional", Resource_DiskInfo_Source],
    ["persistence", 2, "optional", Resource_DiskInfo_Persistence],
    ["limit_bytes", 3, "optional", "uint64"],
    ["used_bytes", 4, "optional", "uint64"],
  ],
  encodeDiskStatistics,
  decodeDiskStatistics,
);
export function encodeDiskStatistics(m: DiskStatistics, w: Writer): void {
  if (m.source !== undefined) { const v = m.source; w.uint32(10); { const b = w.open(); encodeResource_DiskInfo_Source(v, w); w.close(b); } }
  if (m.persistence !== undefined) { const v = m.persistence; w.uint32(18); { const b = w.open(); encodeResource_DiskInfo_Persistence(v, w); w.close(b); } }
  if (m.limit_bytes !== undefined) { const v = m.limit_bytes; w.uint32(24); w.int64(v); }
  if (m.used_bytes !== undefined) { const v = m.used_bytes; w.uint32(32); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDiskStatistics(r: Reader, end: number, m: DiskStatistics = {} as DiskStatistics): DiskStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.source = decodeResource_DiskInfo_Source(r, r.open(end), m.source); break;
      case 18: m.persistence = decodeResource_DiskInfo_Persistence(r, r.open(end), m.persistence); break;
      case 24: m.limit_bytes = r.uint64(); break;
      case 32: m.used_bytes = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ResourceStatistics extends Message {
  timestamp: number;
  processes?: number | undefined;
  threads?: number | undefined;
  cpus_user_time_secs?: number | undefined;
  cpus_system_time_secs?: number | undefined;
  cpus_limit?: number | undefined;
  cpus_soft_limit?: number | undefined;
  cpus_nr_periods?: number | undefined;
  cpus_nr_throttled?: number | undefined;
  cpus_throttled_time_secs?: number | undefined;
  mem_total_bytes?: number | undefined;
  mem_total_memsw_bytes?: number | undefined;
  mem_kmem_usage_bytes?: number | undefined;
  mem_kmem_tcp_usage_bytes?: number | undefined;
  mem_limit_bytes?: number | undefined;
  mem_soft_limit_bytes?: number | undefined;
  mem_file_bytes?: number | undefined;
  mem_anon_bytes?: number | undefined;
  mem_cache_bytes?: number | undefined;
  mem_rss_bytes?: number | undefined;
  mem_mapped_file_bytes?: number | undefined;
  mem_swap_bytes?: number | undefined;
  mem_unevictable_bytes?: number | undefined;
  mem_low_pressure_counter?: number | undefined;
  mem_medium_pressure_counter?: number | undefined;
  mem_critical_pressure_counter?: number | undefined;
  disk_limit_bytes?: number | undefined;
  disk_used_bytes?: number | undefined;
  disk_statistics?: DiskStatistics[] | undefined;
  blkio_statistics?: CgroupInfo_Blkio_Statistics | undefined;
  perf?: PerfStatistics | undefined;
  net_rx_packets?: number | undefined;
  net_rx_bytes?: number | undefined;
  net_rx_errors?: number | undefined;
  net_rx_dropped?: number | undefined;
  net_tx_packets?: number | undefined;
  net_tx_bytes?: number | undefined;
  net_tx_errors?: number | undefined;
  net_tx_dropped?: number | undefined;
  net_tx_rate_limit?: number | undefined;
  net_tx_burst_rate_limit?: number | undefined;
  net_tx_burst_size?: number | undefined;
  net_rx_rate_limit?: number | undefined;
  net_rx_burst_rate_limit?: number | undefined;
  net_rx_burst_size?: number | undefined;
  net_rate_statistics?: ResourceStatistics_RateStatistics | undefined;
  net_ephemeral_ports?: Value_Range | undefined;
  net_tcp_rtt_microsecs_p50?: number | undefined;
  net_tcp_rtt_microsecs_p90?: number | undefined;
  net_tcp_rtt_microsecs_p95?: number | undefined;
  net_tcp_rtt_microsecs_p99?: number | undefined;
  net_tcp_active_connections?: number | undefined;
  net_tcp_time_wait_connections?: number | undefined;
  net_traffic_control_statistics?: TrafficControlStatistics[] | undefined;
  net_snmp_statistics?: SNMPStatistics | undefined;
}
export const ResourceStatistics: MessageType<ResourceStatistics> = messageType(
  "mesos.v1.ResourceStatistics",
  () => [
    ["timestamp", 1, "required", "double"],
    ["processes", 30, "optional", "uint32"],
    ["threads", 31, "optional", "uint32"],
    ["cpus_user_time_secs", 2, "optional", "double"],
    ["cpus_system_time_secs", 3, "optional", "double"],
    ["cpus_limit", 4, "optional", "double"],
    ["cpus_soft_limit", 45, "optional", "double"],
    ["cpus_nr_periods", 7, "optional", "uint32"],
    ["cpus_nr_throttled", 8, "optional", "uint32"],
    ["cpus_throttled_time_secs", 9, "optional", "double"],
    ["mem_total_bytes", 36, "optional", "uint64"],
    ["mem_total_memsw_bytes", 37, "optional", "uint64"],
    ["mem_kmem_usage_bytes", 52, "optional", "uint64"],
    ["mem_kmem_tcp_usage_bytes", 53, "optional", "uint64"],
    ["mem_limit_bytes", 6, "optional", "uint64"],
    ["mem_soft_limit_bytes", 38, "optional", "uint64"],
    ["mem_file_bytes", 10, "optional", "uint64"],
    ["mem_anon_bytes", 11, "optional", "uint64"],
    ["mem_cache_bytes", 39, "optional", "uint64"],
    ["mem_rss_bytes", 5, "optional", "uint64"],
    ["mem_mapped_file_bytes", 12, "optional", "uint64"],
    ["mem_swap_bytes", 40, "optional", "uint64"],
    ["mem_unevictable_bytes", 41, "optional", "uint64"],
    ["mem_low_pressure_counter", 32, "optional", "uint64"],
    ["mem_medium_pressure_counter", 33, "optional", "uint64"],
    ["mem_critical_pressure_counter", 34, "optional", "uint64"],
    ["disk_limit_bytes", 26, "optional", "uint64"],
    ["disk_used_bytes", 27, "optional", "uint64"],
    ["disk_statistics", 43, "repeated", DiskStatistics],
    ["blkio_statistics", 44, "optional", CgroupInfo_Blkio_Statistics],
    ["perf", 13, "optional", PerfStatistics],
    ["net_rx_packets", 14, "optional", "uint64"],
    ["net_rx_bytes", 15, "optional", "uint64"],
    ["net_rx_errors", 16, "optional", "uint64"],
    ["net_rx_dropped", 17, "optional", "uint64"],
    ["net_tx_packets", 18, "optional", "uint64"],
    ["net_tx_bytes", 19, "optional", "uint64"],
    ["net_tx_errors", 20, "optional", "uint64"],
    ["net_tx_dropped", 21, "optional", "uint64"],
    ["net_tx_rate_limit", 46, "optional", "uint64"],
    ["net_tx_burst_rate_limit", 47, "optional", "uint64"],
    ["net_tx_burst_size", 48, "optional", "uint64"],
    ["net_rx_rate_limit", 49, "optional", "uint64"],
    ["net_rx_burst_rate_limit", 50, "optional", "uint64"],
    ["net_rx_burst_size", 51, "optional", "uint64"],
    ["net_rate_statistics", 54, "optional", ResourceStatistics_RateStatistics],
    ["net_ephemeral_ports", 55, "optional", Value_Range],
    ["net_tcp_rtt_microsecs_p50", 22, "optional", "double"],
    ["net_tcp_rtt_microsecs_p90", 23, "optional", "double"],
    ["net_tcp_rtt_microsecs_p95", 24, "optional", "double"],
    ["net_tcp_rtt_microsecs_p99", 25, "optional", "double"],
    ["net_tcp_active_connections", 28, "optional", "double"],
    ["net_tcp_time_wait_connections", 29, "optional", "double"],
    ["net_traffic_control_statistics", 35, "repeated", TrafficControlStatistics],
    ["net_snmp_statistics", 42, "optional", SNMPStatistics],
  ],
  encodeResourceStatistics,
  decodeResourceStatistics,
);
export function encodeResourceStatistics(m: ResourceStatistics, w: Writer): void {
  if (m.timestamp !== undefined) { const v = m.timestamp; w.uint32(9); w.double(v); }
  if (m.cpus_user_time_secs !== undefined) { const v = m.cpus_user_time_secs; w.uint32(17); w.double(v); }
  if (m.cpus_system_time_secs !== undefined) { const v = m.cpus_system_time_secs; w.uint32(25); w.double(v); }
  if (m.cpus_limit !== undefined) { const v = m.cpus_limit; w.uint32(33); w.double(v); }
  if (m.mem_rss_bytes !== undefined) { const v = m.mem_rss_bytes; w.uint32(40); w.int64(v); }
  if (m.mem_limit_bytes !== undefined) { const v = m.mem_limit_bytes; w.uint32(48); w.int64(v); }
  if (m.cpus_nr_periods !== undefined) { const v = m.cpus_nr_periods; w.uint32(56); w.uint32(v); }
  if (m.cpus_nr_throttled !== undefined) { const v = m.cpus_nr_throttled; w.uint32(64); w.uint32(v); }
  if (m.cpus_throttled_time_secs !== undefined) { const v = m.cpus_throttled_time_secs; w.uint32(73); w.double(v); }
  if (m.mem_file_bytes !== undefined) { const v = m.mem_file_bytes; w.uint32(80); w.int64(v); }
  if (m.mem_anon_bytes !== undefined) { const v = m.mem_anon_bytes; w.uint32(88); w.int64(v); }
  if (m.mem_mapped_file_bytes !== undefined) { const v = m.mem_mapped_file_bytes; w.uint32(96); w.int64(v); }
  if (m.perf !== undefined) { const v = m.perf; w.uint32(106); { const b = w.open(); encodePerfStatistics(v, w); w.close(b); } }
  if (m.net_rx_packets !== undefined) { const v = m.net_rx_packets; w.uint32(112); w.int64(v); }
  if (m.net_rx_bytes !== undefined) { const v = m.net_rx_bytes; w.uint32(120); w.int64(v); }
  if (m.net_rx_errors !== undefined) { const v = m.net_rx_errors; w.uint32(128); w.int64(v); }
  if (m.net_rx_dropped !== undefined) { const v = m.net_rx_dropped; w.uint32(136); w.int64(v); }
  if (m.net_tx_packets !== undefined) { const v = m.net_tx_packets; w.uint32(144); w.int64(v); }
  if (m.net_tx_bytes !== undefined) { const v = m.net_tx_bytes; w.uint32(152); w.int64(v); }
  if (m.net_tx_errors !== undefined) { const v = m.net_tx_errors; w.uint32(160); w.int64(v); }
  if (m.net_tx_dropped !== undefined) { const v = m.net_tx_dropped; w.uint32(168); w.int64(v); }
  if (m.net_tcp_rtt_microsecs_p50 !== undefined) { const v = m.net_tcp_rtt_microsecs_p50; w.uint32(177); w.double(v); }
  if (m.net_tcp_rtt_microsecs_p90 !== undefined) { const v = m.net_tcp_rtt_microsecs_p90; w.uint32(185); w.double(v); }
  if (m.net_tcp_rtt_microsecs_p95 !== undefined) { const v = m.net_tcp_rtt_microsecs_p95; w.uint32(193); w.double(v); }
  if (m.net_tcp_rtt_microsecs_p99 !== undefined) { const v = m.net_tcp_rtt_microsecs_p99; w.uint32(201); w.double(v); }
  if (m.disk_limit_bytes !== undefined) { const v = m.disk_limit_bytes; w.uint32(208); w.int64(v); }
  if (m.disk_used_bytes !== undefined) { const v = m.disk_used_bytes; w.uint32(216); w.int64(v); }
  if (m.net_tcp_active_connections !== undefined) { const v = m.net_tcp_active_connections; w.uint32(225); w.double(v); }
  if (m.net_tcp_time_wait_connections !== undefined) { const v = m.net_tcp_time_wait_connections; w.uint32(233); w.double(v); }
  if (m.processes !== undefined) { const v = m.processes; w.uint32(240); w.uint32(v); }
  if (m.threads !== undefined) { const v = m.threads; w.uint32(248); w.uint32(v); }
  if (m.mem_low_pressure_counter !== undefined) { const v = m.mem_low_pressure_counter; w.uint32(256); w.int64(v); }
  if (m.mem_medium_pressure_counter !== undefined) { const v = m.mem_medium_pressure_counter; w.uint32(264); w.int64(v); }
  if (m.mem_critical_pressure_counter !== undefined) { const v = m.mem_critical_pressure_counter; w.uint32(272); w.int64(v); }
  if (m.net_traffic_control_statistics !== undefined) for (const v of m.net_traffic_control_statistics) { w.uint32(282); { const b = w.open(); encodeTrafficControlStatistics(v, w); w.close(b); } }
  if (m.mem_total_bytes !== undefined) { const v = m.mem_total_bytes; w.uint32(288); w.int64(v); }
  if (m.mem_total_memsw_bytes !== undefined) { const v = m.mem_total_memsw_bytes; w.uint32(296); w.int64(v); }
  if (m.mem_soft_limit_bytes !== undefined) { const v = m.mem_soft_limit_bytes; w.uint32(304); w.int64(v); }
  if (m.mem_cache_bytes !== undefined) { const v = m.mem_cache_bytes; w.uint32(312); w.int64(v); }
  if (m.mem_swap_bytes !== undefined) { const v = m.mem_swap_bytes; w.uint32(320); w.int64(v); }
  if (m.mem_unevictable_bytes !== undefined) { const v = m.mem_unevictable_bytes; w.uint32(328); w.int64(v); }
  if (m.net_snmp_statistics !== undefined) { const v = m.net_snmp_statistics; w.uint32(338); { const b = w.open(); encodeSNMPStatistics(v, w); w.close(b); } }
  if (m.disk_statistics !== undefined) for (const v of m.disk_statistics) { w.uint32(346); { const b = w.open(); encodeDiskStatistics(v, w); w.close(b); } }
  if (m.blkio_statistics !== undefined) { const v = m.blkio_statistics; w.uint32(354); { const b = w.open(); encodeCgroupInfo_Blkio_Statistics(v, w); w.close(b); } }
  if (m.cpus_soft_limit !== undefined) { const v = m.cpus_soft_limit; w.uint32(361); w.double(v); }
  if (m.net_tx_rate_limit !== undefined) { const v = m.net_tx_rate_limit; w.uint32(368); w.int64(v); }
  if (m.net_tx_burst_rate_limit !== undefined) { const v = m.net_tx_burst_rate_limit; w.uint32(376); w.int64(v); }
  if (m.net_tx_burst_size !== undefined) { const v = m.net_tx_burst_size; w.uint32(384); w.int64(v); }
  if (m.net_rx_rate_limit !== undefined) { const v = m.net_rx_rate_limit; w.uint32(392); w.int64(v); }
  if (m.net_rx_burst_rate_limit !== undefined) { const v = m.net_rx_burst_rate_limit; w.uint32(400); w.int64(v); }
  if (m.net_rx_burst_size !== undefined) { const v = m.net_rx_burst_size; w.uint32(408); w.int64(v); }
  if (m.mem_kmem_usage_bytes !== undefined) { const v = m.mem_kmem_usage_bytes; w.uint32(416); w.int64(v); }
  if (m.mem_kmem_tcp_usage_bytes !== undefined) { const v = m.mem_kmem_tcp_usage_bytes; w.uint32(424); w.int64(v); }
  if (m.net_rate_statistics !== undefined) { const v = m.net_rate_statistics; w.uint32(434); { const b = w.open(); encodeResourceStatistics_RateStatistics(v, w); w.close(b); } }
  if (m.net_ephemeral_ports !== undefined) { const v = m.net_ephemeral_ports; w.uint32(442); { const b = w.open(); encodeValue_Range(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceStatistics(r: Reader, end: number, m: ResourceStatistics = {} as ResourceStatistics): ResourceStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.timestamp = r.double(); break;
      case 240: m.processes = r.uint32(); break;
      case 248: m.threads = r.uint32(); break;
      case 17: m.cpus_user_time_secs = r.double(); break;
      case 25: m.cpus_system_time_secs = r.double(); break;
      case 33: m.cpus_limit = r.double(); break;
      case 361: m.cpus_soft_limit = r.double(); break;
      case 56: m.cpus_nr_periods = r.uint32(); break;
      case 64: m.cpus_nr_throttled = r.uint32(); break;
      case 73: m.cpus_throttled_time_secs = r.double(); break;
      case 288: m.mem_total_bytes = r.uint64(); break;
      case 296: m.mem_total_memsw_bytes = r.uint64(); break;
      case 416: m.mem_kmem_usage_bytes = r.uint64(); break;
      case 424: m.mem_kmem_tcp_usage_bytes = r.uint64(); break;
      case 48: m.mem_limit_bytes = r.uint64(); break;
      case 304: m.mem_soft_limit_bytes = r.uint64(); break;
      case 80: m.mem_file_bytes = r.uint64(); break;
      case 88: m.mem_anon_bytes = r.uint64(); break;
      case 312: m.mem_cache_bytes = r.uint64(); break;
      case 40: m.mem_rss_bytes = r.uint64(); break;
      case 96: m.mem_mapped_file_bytes = r.uint64(); break;
      case 320: m.mem_swap_bytes = r.uint64(); break;
      case 328: m.mem_unevictable_bytes = r.uint64(); break;
      case 256: m.mem_low_pressure_counter = r.uint64(); break;
      case 264: m.mem_medium_pressure_counter = r.uint64(); break;
      case 272: m.mem_critical_pressure_counter = r.uint64(); break;
      case 208: m.disk_limit_bytes = r.uint64(); break;
      case 216: m.disk_used_bytes = r.uint64(); break;
      case 346: { const v = decodeDiskStatistics(r, r.open(end)); (m.disk_statistics ??= []).push(v); break; }
      case 354: m.blkio_statistics = decodeCgroupInfo_Blkio_Statistics(r, r.open(end), m.blkio_statistics); break;
      case 106: m.perf = decodePerfStatistics(r, r.open(end), m.perf); break;
      case 112: m.net_rx_packets = r.uint64(); break;
      case 120: m.net_rx_bytes = r.uint64(); break;
      case 128: m.net_rx_errors = r.uint64(); break;
      case 136: m.net_rx_dropped = r.uint64(); break;
      case 144: m.net_tx_packets = r.uint64(); break;
      case 152: m.net_tx_bytes = r.uint64(); break;
      case 160: m.net_tx_errors = r.uint64(); break;
      case 168: m.net_tx_dropped = r.uint64(); break;
      case 368: m.net_tx_rate_limit = r.uint64(); break;
      case 376: m.net_tx_burst_rate_limit = r.uint64(); break;
      case 384: m.net_tx_burst_size = r.uint64(); break;
      case 392: m.net_rx_rate_limit = r.uint64(); break;
      case 400: m.net_rx_burst_rate_limit = r.uint64(); break;
      case 408: m.net_rx_burst_size = r.uint64(); break;
      case 434: m.net_rate_statistics = decodeResourceStatistics_RateStatistics(r, r.open(end), m.net_rate_statistics); break;
      case 442: m.net_ephemeral_ports = decodeValue_Range(r, r.open(end), m.net_ephemeral_ports); break;
      case 177: m.net_tcp_rtt_microsecs_p50 = r.double(); break;
      case 185: m.net_tcp_rtt_microsecs_p90 = r.double(); break;
      case 193: m.net_tcp_rtt_microsecs_p95 = r.double(); break;
      case 201: m.net_tcp_rtt_microsecs_p99 = r.double(); break;
      case 225: m.net_tcp_active_connections = r.double(); break;
      case 233: m.net_tcp_time_wait_connections = r.double(); break;
      case 282: { const v = decodeTrafficControlStatistics(r, r.open(end)); (m.net_traffic_control_statistics ??= []).push(v); break; }
      case 338: m.net_snmp_statistics = decodeSNMPStatistics(r, r.open(end), m.net_snmp_statistics); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.timestamp === undefined) r.incomplete = true;
  return m;
}

export interface ResourceStatistics_RatePercentiles extends Message {
  min?: number | undefined;
  max?: number | undefined;
  p50?: number | undefined;
  p90?: number | undefined;
  p95?: number | undefined;
  p99?: number | undefined;
  p999?: number | undefined;
  p9999?: number | undefined;
  samples?: number | undefined;
}
export const ResourceStatistics_RatePercentiles: MessageType<ResourceStatistics_RatePercentiles> = messageType(
  "mesos.v1.ResourceStatistics.RatePercentiles",
  () => [
    ["min", 1, "optional", "uint64"],
    ["max", 2, "optional", "uint64"],
    ["p50", 3, "optional", "uint64"],
    ["p90", 4, "optional", "uint64"],
    ["p95", 5, "optional", "uint64"],
    ["p99", 6, "optional", "uint64"],
    ["p999", 7, "optional", "uint64"],
    ["p9999", 8, "optional", "uint64"],
    ["samples", 9, "optional", "uint64"],
  ],
  encodeResourceStatistics_RatePercentiles,
  decodeResourceStatistics_RatePercentiles,
);
export function encodeResourceStatistics_RatePercentiles(m: ResourceStatistics_RatePercentiles, w: Writer): void {
  if (m.min !== undefined) { const v = m.min; w.uint32(8); w.int64(v); }
  if (m.max !== undefined) { const v = m.max; w.uint32(16); w.int64(v); }
  if (m.p50 !== undefined) { const v = m.p50; w.uint32(24); w.int64(v); }
  if (m.p90 !== undefined) { const v = m.p90; w.uint32(32); w.int64(v); }
  if (m.p95 !== undefined) { const v = m.p95; w.uint32(40); w.int64(v); }
  if (m.p99 !== undefined) { const v = m.p99; w.uint32(48); w.int64(v); }
  if (m.p999 !== undefined) { const v = m.p999; w.uint32(56); w.int64(v); }
  if (m.p9999 !== undefined) { const v = m.p9999; w.uint32(64); w.int64(v); }
  if (m.samples !== undefined) { const v = m.samples; w.uint32(72); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceStatistics_RatePercentiles(r: Reader, end: number, m: ResourceStatistics_RatePercentiles = {} as ResourceStatistics_RatePercentiles): ResourceStatistics_RatePercentiles {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.min = r.uint64(); break;
      case 16: m.max = r.uint64(); break;
      case 24: m.p50 = r.uint64(); break;
      case 32: m.p90 = r.uint64(); break;
      case 40: m.p95 = r.uint64(); break;
      case 48: m.p99 = r.uint64(); break;
      case 56: m.p999 = r.uint64(); break;
      case 64: m.p9999 = r.uint64(); break;
      case 72: m.samples = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ResourceStatistics_RateStatistics extends Message {
  rx_rate?: ResourceStatistics_RatePercentiles | undefined;
  rx_packet_rate?: ResourceStatistics_RatePercentiles | undefined;
  rx_drop_rate?: ResourceStatistics_RatePercentiles | undefined;
  rx_error_rate?: ResourceStatistics_RatePercentiles | undefined;
  tx_rate?: ResourceStatistics_RatePercentiles | undefined;
  tx_packet_rate?: ResourceStatistics_RatePercentiles | undefined;
  tx_drop_rate?: ResourceStatistics_RatePercentiles | undefined;
  tx_error_rate?: ResourceStatistics_RatePercentiles | undefined;
  sampling_window_secs?: number | undefined;
  sampling_interval_secs?: number | undefined;
}
export const ResourceStatistics_RateStatistics: MessageType<ResourceStatistics_RateStatistics> = messageType(
  "mesos.v1.ResourceStatistics.RateStatistics",
  () => [
    ["rx_rate", 1, "optional", ResourceStatistics_RatePercentiles],
    ["rx_packet_rate", 2, "optional", ResourceStatistics_RatePercentiles],
    ["rx_drop_rate", 3, "optional", ResourceStatistics_RatePercentiles],
    ["rx_error_rate", 4, "optional", ResourceStatistics_RatePercentiles],
    ["tx_rate", 5, "optional", ResourceStatistics_RatePercentiles],
    ["tx_packet_rate", 6, "optional", ResourceStatistics_RatePercentiles],
    ["tx_drop_rate", 7, "optional", ResourceStatistics_RatePercentiles],
    ["tx_error_rate", 8, "optional", ResourceStatistics_RatePercentiles],
    ["sampling_window_secs", 9, "optional", "double"],
    ["sampling_interval_secs", 10, "optional", "double"],
  ],
  encodeResourceStatistics_RateStatistics,
  decodeResourceStatistics_RateStatistics,
);
export function encodeResourceStatistics_RateStatistics(m: ResourceStatistics_RateStatistics, w: Writer): void {
  if (m.rx_rate !== undefined) { const v = m.rx_rate; w.uint32(10); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.rx_packet_rate !== undefined) { const v = m.rx_packet_rate; w.uint32(18); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.rx_drop_rate !== undefined) { const v = m.rx_drop_rate; w.uint32(26); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.rx_error_rate !== undefined) { const v = m.rx_error_rate; w.uint32(34); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.tx_rate !== undefined) { const v = m.tx_rate; w.uint32(42); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.tx_packet_rate !== undefined) { const v = m.tx_packet_rate; w.uint32(50); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.tx_drop_rate !== undefined) { const v = m.tx_drop_rate; w.uint32(58); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.tx_error_rate !== undefined) { const v = m.tx_error_rate; w.uint32(66); { const b = w.open(); encodeResourceStatistics_RatePercentiles(v, w); w.close(b); } }
  if (m.sampling_window_secs !== undefined) { const v = m.sampling_window_secs; w.uint32(73); w.double(v); }
  if (m.sampling_interval_secs !== undefined) { const v = m.sampling_interval_secs; w.uint32(81); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceStatistics_RateStatistics(r: Reader, end: number, m: ResourceStatistics_RateStatistics = {} as ResourceStatistics_RateStatistics): ResourceStatistics_RateStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.rx_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.rx_rate); break;
      case 18: m.rx_packet_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.rx_packet_rate); break;
      case 26: m.rx_drop_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.rx_drop_rate); break;
      case 34: m.rx_error_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.rx_error_rate); break;
      case 42: m.tx_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.tx_rate); break;
      case 50: m.tx_packet_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.tx_packet_rate); break;
      case 58: m.tx_drop_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.tx_drop_rate); break;
      case 66: m.tx_error_rate = decodeResourceStatistics_RatePercentiles(r, r.open(end), m.tx_error_rate); break;
      case 73: m.sampling_window_secs = r.double(); break;
      case 81: m.sampling_interval_secs = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ResourceUsage extends Message {
  executors?: ResourceUsage_Executor[] | undefined;
  total?: Resource[] | undefined;
}
export const ResourceUsage: MessageType<ResourceUsage> = messageType(
  "mesos.v1.ResourceUsage",
  () => [
    ["executors", 1, "repeated", ResourceUsage_Executor],
    ["total", 2, "repeated", Resource],
  ],
  encodeResourceUsage,
  decodeResourceUsage,
);
export function encodeResourceUsage(m: ResourceUsage, w: Writer): void {
  if (m.executors !== undefined) for (const v of m.executors) { w.uint32(10); { const b = w.open(); encodeResourceUsage_Executor(v, w); w.close(b); } }
  if (m.total !== undefined) for (const v of m.total) { w.uint32(18); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceUsage(r: Reader, end: number, m: ResourceUsage = {} as ResourceUsage): ResourceUsage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResourceUsage_Executor(r, r.open(end)); (m.executors ??= []).push(v); break; }
      case 18: { const v = decodeResource(r, r.open(end)); (m.total ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ResourceUsage_Executor extends Message {
  executor_info: ExecutorInfo;
  allocated?: Resource[] | undefined;
  statistics?: ResourceStatistics | undefined;
  container_id: ContainerID;
  tasks?: ResourceUsage_Executor_Task[] | undefined;
}
export const ResourceUsage_Executor: MessageType<ResourceUsage_Executor> = messageType(
  "mesos.v1.ResourceUsage.Executor",
  () => [
    ["executor_info", 1, "required", ExecutorInfo],
    ["allocated", 2, "repeated", Resource],
    ["statistics", 3, "optional", ResourceStatistics],
    ["container_id", 4, "required", ContainerID],
    ["tasks", 5, "repeated", ResourceUsage_Executor_Task],
  ],
  encodeResourceUsage_Executor,
  decodeResourceUsage_Executor,
);
export function encodeResourceUsage_Executor(m: ResourceUsage_Executor, w: Writer): void {
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(10); { const b = w.open(); encodeExecutorInfo(v, w); w.close(b); } }
  if (m.allocated !== undefined) for (const v of m.allocated) { w.uint32(18); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.statistics !== undefined) { const v = m.statistics; w.uint32(26); { const b = w.open(); encodeResourceStatistics(v, w); w.close(b); } }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(34); { const b = w.open(); encodeContainerID(v, w); w.close(b); } }
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(42); { const b = w.open(); encodeResourceUsage_Executor_Task(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceUsage_Executor(r: Reader, end: number, m: ResourceUsage_Executor = {} as ResourceUsage_Executor): ResourceUsage_Executor {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_info = decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      case 18: { const v = decodeResource(r, r.open(end)); (m.allocated ??= []).push(v); break; }
      case 26: m.statistics = decodeResourceStatistics(r, r.open(end), m.statistics); break;
      case 34: m.container_id = decodeContainerID(r, r.open(end), m.container_id); break;
      case 42: { const v = decodeResourceUsage_Executor_Task(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_info === undefined || m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface ResourceUsage_Executor_Task extends Message {
  name: string;
  id: TaskID;
  resources?: Resource[] | undefined;
  labels?: Labels | undefined;
}
export const ResourceUsage_Executor_Task: MessageType<ResourceUsage_Executor_Task> = messageType(
  "mesos.v1.ResourceUsage.Executor.Task",
  () => [
    ["name", 1, "required", "string"],
    ["id", 2, "required", TaskID],
    ["resources", 3, "repeated", Resource],
    ["labels", 4, "optional", Labels],
  ],
  encodeResourceUsage_Executor_Task,
  decodeResourceUsage_Executor_Task,
);
export function encodeResourceUsage_Executor_Task(m: ResourceUsage_Executor_Task, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.id !== undefined) { const v = m.id; w.uint32(18); { const b = w.open(); encodeTaskID(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(26); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(34); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceUsage_Executor_Task(r: Reader, end: number, m: ResourceUsage_Executor_Task = {} as ResourceUsage_Executor_Task): ResourceUsage_Executor_Task {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.id = decodeTaskID(r, r.open(end), m.id); break;
      case 26: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 34: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.id === undefined) r.incomplete = true;
  return m;
}

export interface PerfStatistics extends Message {
  timestamp: number;
  duration: number;
  cycles?: number | undefined;
  stalled_cycles_frontend?: number | undefined;
  stalled_cycles_backend?: number | undefined;
  instructions?: number | undefined;
  cache_references?: number | undefined;
  cache_misses?: number | undefined;
  branches?: number | undefined;
  branch_misses?: number | undefined;
  bus_cycles?: number | undefined;
  ref_cycles?: number | undefined;
  cpu_clock?: number | undefined;
  task_clock?: number | undefined;
  page_faults?: number | undefined;
  minor_faults?: number | undefined;
  major_faults?: number | undefined;
  context_switches?: number | undefined;
  cpu_migrations?: number | undefined;
  alignment_faults?: number | undefined;
  emulation_faults?: number | undefined;
  l1_dcache_loads?: number | undefined;
  l1_dcache_load_misses?: number | undefined;
  l1_dcache_stores?: number | undefined;
  l1_dcache_store_misses?: number | undefined;
  l1_dcache_prefetches?: number | undefined;
  l1_dcache_prefetch_misses?: number | undefined;
  l1_icache_loads?: number | undefined;
  l1_icache_load_misses?: number | undefined;
  l1_icache_prefetches?: number | undefined;
  l1_icache_prefetch_misses?: number | undefined;
  llc_loads?: number | undefined;
  llc_load_misses?: number | undefined;
  llc_stores?: number | undefined;
  llc_store_misses?: number | undefined;
  llc_prefetches?: number | undefined;
  llc_prefetch_misses?: number | undefined;
  dtlb_loads?: number | undefined;
  dtlb_load_misses?: number | undefined;
  dtlb_stores?: number | undefined;
  dtlb_store_misses?: number | undefined;
  dtlb_prefetches?: number | undefined;
  dtlb_prefetch_misses?: number | undefined;
  itlb_loads?: number | undefined;
  itlb_load_misses?: number | undefined;
  branch_loads?: number | undefined;
  branch_load_misses?: number | undefined;
  node_loads?: number | undefined;
  node_load_misses?: number | undefined;
  node_stores?: number | undefined;
  node_store_misses?: number | undefined;
  node_prefetches?: number | undefined;
  node_prefetch_misses?: number | undefined;
}
export const PerfStatistics: MessageType<PerfStatistics> = messageType(
  "mesos.v1.PerfStatistics",
  () => [
    ["timestamp", 1, "required", "double"],
    ["duration", 2, "required", "double"],
    ["cycles", 3, "optional", "uint64"],
    ["stalled_cycles_frontend", 4, "optional", "uint64"],
    ["stalled_cycles_backend", 5, "optional", "uint64"],
    ["instructions", 6, "optional", "uint64"],
    ["cache_references", 7, "optional", "uint64"],
    ["cache_misses", 8, "optional", "uint64"],
    ["branches", 9, "optional", "uint64"],
    ["branch_misses", 10, "optional", "uint64"],
    ["bus_cycles", 11, "optional", "uint64"],
    ["ref_cycles", 12, "optional", "uint64"],
    ["cpu_clock", 13, "optional", "double"],
    ["task_clock", 14, "optional", "double"],
    ["page_faults", 15, "optional", "uint64"],
    ["minor_faults", 16, "optional", "uint64"],
    ["major_faults", 17, "optional", "uint64"],
    ["context_switches", 18, "optional", "uint64"],
    ["cpu_migrations", 19, "optional", "uint64"],
    ["alignment_faults", 20, "optional", "uint64"],
    ["emulation_faults", 21, "optional", "uint64"],
    ["l1_dcache_loads", 22, "optional", "uint64"],
    ["l1_dcache_load_misses", 23, "optional", "uint64"],
    ["l1_dcache_stores", 24, "optional", "uint64"],
    ["l1_dcache_store_misses", 25, "optional", "uint64"],
    ["l1_dcache_prefetches", 26, "optional", "uint64"],
    ["l1_dcache_prefetch_misses", 27, "optional", "uint64"],
    ["l1_icache_loads", 28, "optional", "uint64"],
    ["l1_icache_load_misses", 29, "optional", "uint64"],
    ["l1_icache_prefetches", 30, "optional", "uint64"],
    ["l1_icache_prefetch_misses", 31, "optional", "uint64"],
    ["llc_loads", 32, "optional", "uint64"],
    ["llc_load_misses", 33, "optional", "uint64"],
    ["llc_stores", 34, "optional", "uint64"],
    ["llc_store_misses", 35, "optional", "uint64"],
    ["llc_prefetches", 36, "optional", "uint64"],
    ["llc_prefetch_misses", 37, "optional", "uint64"],
    ["dtlb_loads", 38, "optional", "uint64"],
    ["dtlb_load_misses", 39, "optional", "uint64"],
    ["dtlb_stores", 40, "optional", "uint64"],
    ["dtlb_store_misses", 41, "optional", "uint64"],
    ["dtlb_prefetches", 42, "optional", "uint64"],
    ["dtlb_prefetch_misses", 43, "optional", "uint64"],
    ["itlb_loads", 44, "optional", "uint64"],
    ["itlb_load_misses", 45, "optional", "uint64"],
    ["branch_loads", 46, "optional", "uint64"],
    ["branch_load_misses", 47, "optional", "uint64"],
    ["node_loads", 48, "optional", "uint64"],
    ["node_load_misses", 49, "optional", "uint64"],
    ["node_stores", 50, "optional", "uint64"],
    ["node_store_misses", 51, "optional", "uint64"],
    ["node_prefetches", 52, "optional", "uint64"],
    ["node_prefetch_misses", 53, "optional", "uint64"],
  ],
  encodePerfStatistics,
  decodePerfStatistics,
);
export function encodePerfStatistics(m: PerfStatistics, w: Writer): void {
  if (m.timestamp !== undefined) { const v = m.timestamp; w.uint32(9); w.double(v); }
  if (m.duration !== undefined) { const v = m.duration; w.uint32(17); w.double(v); }
  if (m.cycles !== undefined) { const v = m.cycles; w.uint32(24); w.int64(v); }
  if (m.stalled_cycles_frontend !== undefined) { const v = m.stalled_cycles_frontend; w.uint32(32); w.int64(v); }
  if (m.stalled_cycles_backend !== undefined) { const v = m.stalled_cycles_backend; w.uint32(40); w.int64(v); }
  if (m.instructions !== undefined) { const v = m.instructions; w.uint32(48); w.int64(v); }
  if (m.cache_references !== undefined) { const v = m.cache_references; w.uint32(56); w.int64(v); }
  if (m.cache_misses !== undefined) { const v = m.cache_misses; w.uint32(64); w.int64(v); }
  if (m.branches !== undefined) { const v = m.branches; w.uint32(72); w.int64(v); }
  if (m.branch_misses !== undefined) { const v = m.branch_misses; w.uint32(80); w.int64(v); }
  if (m.bus_cycles !== undefined) { const v = m.bus_cycles; w.uint32(88); w.int64(v); }
  if (m.ref_cycles !== undefined) { const v = m.ref_cycles; w.uint32(96); w.int64(v); }
  if (m.cpu_clock !== undefined) { const v = m.cpu_clock; w.uint32(105); w.double(v); }
  if (m.task_clock !== undefined) { const v = m.task_clock; w.uint32(113); w.double(v); }
  if (m.page_faults !== undefined) { const v = m.page_faults; w.uint32(120); w.int64(v); }
  if (m.minor_faults !== undefined) { const v = m.minor_faults; w.uint32(128); w.int64(v); }
  if (m.major_faults !== undefined) { const v = m.major_faults; w.uint32(136); w.int64(v); }
  if (m.context_switches !== undefined) { const v = m.context_switches; w.uint32(144); w.int64(v); }
  if (m.cpu_migrations !== undefined) { const v = m.cpu_migrations; w.uint32(152); w.int64(v); }
  if (m.alignment_faults !== undefined) { const v = m.alignment_faults; w.uint32(160); w.int64(v); }
  if (m.emulation_faults !== undefined) { const v = m.emulation_faults; w.uint32(168); w.int64(v); }
  if (m.l1_dcache_loads !== undefined) { const v = m.l1_dcache_loads; w.uint32(176); w.int64(v); }
  if (m.l1_dcache_load_misses !== undefined) { const v = m.l1_dcache_load_misses; w.uint32(184); w.int64(v); }
  if (m.l1_dcache_stores !== undefined) { const v = m.l1_dcache_stores; w.uint32(192); w.int64(v); }
  if (m.l1_dcache_store_misses !== undefined) { const v = m.l1_dcache_store_misses; w.uint32(200); w.int64(v); }
  if (m.l1_dcache_prefetches !== undefined) { const v = m.l1_dcache_prefetches; w.uint32(208); w.int64(v); }
  if (m.l1_dcache_prefetch_misses !== undefined) { const v = m.l1_dcache_prefetch_misses; w.uint32(216); w.int64(v); }
  if (m.l1_icache_loads !== undefined) { const v = m.l1_icache_loads; w.uint32(224); w.int64(v); }
  if (m.l1_icache_load_misses !== undefined) { const v = m.l1_icache_load_misses; w.uint32(232); w.int64(v); }
  if (m.l1_icache_prefetches !== undefined) { const v = m.l1_icache_prefetches; w.uint32(240); w.int64(v); }
  if (m.l1_icache_prefetch_misses !== undefined) { const v = m.l1_icache_prefetch_misses; w.uint32(248); w.int64(v); }
  if (m.llc_loads !== undefined) { const v = m.llc_loads; w.uint32(256); w.int64(v); }
  if (m.llc_load_misses !== undefined) { const v = m.llc_load_misses; w.uint32(264); w.int64(v); }
  if (m.llc_stores !== undefined) { const v = m.llc_stores; w.uint32(272); w.int64(v); }
  if (m.llc_store_misses !== undefined) { const v = m.llc_store_misses; w.uint32(280); w.int64(v); }
  if (m.llc_prefetches !== undefined) { const v = m.llc_prefetches; w.uint32(288); w.int64(v); }
  if (m.llc_prefetch_misses !== undefined) { const v = m.llc_prefetch_misses; w.uint32(296); w.int64(v); }
  if (m.dtlb_loads !== undefined) { const v = m.dtlb_loads; w.uint32(304); w.int64(v); }
  if (m.dtlb_load_misses !== undefined) { const v = m.dtlb_load_misses; w.uint32(312); w.int64(v); }
  if (m.dtlb_stores !== undefined) { const v = m.dtlb_stores; w.uint32(320); w.int64(v); }
  if (m.dtlb_store_misses !== undefined) { const v = m.dtlb_store_misses; w.uint32(328); w.int64(v); }
  if (m.dtlb_prefetches !== undefined) { const v = m.dtlb_prefetches; w.uint32(336); w.int64(v); }
  if (m.dtlb_prefetch_misses !== undefined) { const v = m.dtlb_prefetch_misses; w.uint32(344); w.int64(v); }
  if (m.itlb_loads !== undefined) { const v = m.itlb_loads; w.uint32(352); w.int64(v); }
  if (m.itlb_load_misses !== undefined) { const v = m.itlb_load_misses; w.uint32(360); w.int64(v); }
  if (m.branch_loads !== undefined) { const v = m.branch_loads; w.uint32(368); w.int64(v); }
  if (m.branch_load_misses !== undefined) { const v = m.branch_load_misses; w.uint32(376); w.int64(v); }
  if (m.node_loads !== undefined) { const v = m.node_loads; w.uint32(384); w.int64(v); }
  if (m.node_load_misses !== undefined) { const v = m.node_load_misses; w.uint32(392); w.int64(v); }
  if (m.node_stores !== undefined) { const v = m.node_stores; w.uint32(400); w.int64(v); }
  if (m.node_store_misses !== undefined) { const v = m.node_store_misses; w.uint32(408); w.int64(v); }
  if (m.node_prefetches !== undefined) { const v = m.node_prefetches; w.uint32(416); w.int64(v); }
  if (m.node_prefetch_misses !== undefined) { const v = m.node_prefetch_misses; w.uint32(424); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePerfStatistics(r: Reader, end: number, m: PerfStatistics = {} as PerfStatistics): PerfStatistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.timestamp = r.double(); break;
      case 17: m.duration = r.double(); break;
      case 24: m.cycles = r.uint64(); break;
      case 32: m.stalled_cycles_frontend = r.uint64(); break;
      case 40: m.stalled_cycles_backend = r.uint64(); break;
      case 48: m.instructions = r.uint64(); break;
      case 56: m.cache_references = r.uint64(); break;
      case 64: m.cache_misses = r.uint64(); break;
      case 72: m.branches = r.uint64(); break;
      case 80: m.branch_misses = r.uint64(); break;
      case 88: m.bus_cycles = r.uint64(); break;
      case 96: m.ref_cycles = r.uint64(); break;
      case 105: m.cpu_clock = r.double(); break;
      case 113: m.task_clock = r.double(); break;
      case 120: m.page_faults = r.uint64(); break;
      case 128: m.minor_faults = r.uint64(); break;
      case 136: m.major_faults = r.uint64(); break;
      case 144: m.context_switches = r.uint64(); break;
      case 152: m.cpu_migrations = r.uint64(); break;
      case 160: m.alignment_faults = r.uint64(); break;
      case 168: m.emulation_faults = r.uint64(); break;
      case 176: m.l1_dcache_loads = r.uint64(); break;
      case 184: m.l1_dcache_load_misses = r.uint64(); break;
      case 192: m.l1_dcache_stores = r.uint64(); break;
      case 200: m.l1_dcache_store_misses = r.uint64(); break;
      case 208: m.l1_dcache_prefetches = r.uint64(); break;
      case 216: m.l1_dcache_prefetch_misses = r.uint64(); break;
      case 224: m.l1_icache_loads = r.uint64(); break;
      case 232: m.l1_icache_load_misses = r.uint64(); break;
      case 240: m.l1_icache_prefetches = r.uint64(); break;
      case 248: m.l1_icache_prefetch_misses = r.uint64(); break;
      case 256: m.llc_loads = r.uint64(); break;
      case 264: m.llc_load_misses = r.uint64(); break;
      case 272: m.llc_stores = r.uint64(); break;
      case 280: m.llc_store_misses = r.uint64(); break;
      case 288: m.llc_prefetches = r.uint64(); break;
      case 296: m.llc_prefetch_misses = r.uint64(); break;
      case 304: m.dtlb_loads = r.uint64(); break;
      case 312: m.dtlb_load_misses = r.uint64(); break;
      case 320: m.dtlb_stores = r.uint64(); break;
      case 328: m.dtlb_store_misses = r.uint64(); break;
      case 336: m.dtlb_prefetches = r.uint64(); break;
      case 344: m.dtlb_prefetch_misses = r.uint64(); break;
      case 352: m.itlb_loads = r.uint64(); break;
      case 360: m.itlb_load_misses = r.uint64(); break;
      case 368: m.branch_loads = r.uint64(); break;
      case 376: m.branch_load_misses = r.uint64(); break;
      case 384: m.node_loads = r.uint64(); break;
      case 392: m.node_load_misses = r.uint64(); break;
      case 400: m.node_stores = r.uint64(); break;
      case 408: m.node_store_misses = r.uint64(); break;
      case 416: m.node_prefetches = r.uint64(); break;
      case 424: m.node_prefetch_misses = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.timestamp === undefined || m.duration === undefined) r.incomplete = true;
  return m;
}

export interface OfferFilters extends Message {
  min_allocatable_resources?: OfferFilters_MinAllocatableResources | undefined;
}
export const OfferFilters: MessageType<OfferFilters> = messageType(
  "mesos.v1.OfferFilters",
  () => [
    ["min_allocatable_resources", 1, "optional", OfferFilters_MinAllocatableResources],
  ],
  encodeOfferFilters,
  decodeOfferFilters,
);
export function encodeOfferFilters(m: OfferFilters, w: Writer): void {
  if (m.min_allocatable_resources !== undefined) { const v = m.min_allocatable_resources; w.uint32(10); { const b = w.open(); encodeOfferFilters_MinAllocatableResources(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOfferFilters(r: Reader, end: number, m: OfferFilters = {} as OfferFilters): OfferFilters {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.min_allocatable_resources = decodeOfferFilters_MinAllocatableResources(r, r.open(end), m.min_allocatable_resources); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface OfferFilters_ResourceQuantities extends Message {
  quantities?: Record<string, Value_Scalar> | undefined;
}
export const OfferFilters_ResourceQuantities: MessageType<OfferFilters_ResourceQuantities> = messageType(
  "mesos.v1.OfferFilters.ResourceQuantities",
  () => [
    ["quantities", 1, "map", Value_Scalar],
  ],
  encodeOfferFilters_ResourceQuantities,
  decodeOfferFilters_ResourceQuantities,
);
export function encodeOfferFilters_ResourceQuantities(m: OfferFilters_ResourceQuantities, w: Writer): void {
  if (m.quantities !== undefined) for (const [k, v] of Object.entries(m.quantities)) { w.uint32(10); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeValue_Scalar(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOfferFilters_ResourceQuantities(r: Reader, end: number, m: OfferFilters_ResourceQuantities = {} as OfferFilters_ResourceQuantities): OfferFilters_ResourceQuantities {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const e = r.open(end); let k = ""; let v: Value_Scalar | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeValue_Scalar(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.quantities ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface OfferFilters_MinAllocatableResources extends Message {
  quantities?: OfferFilters_ResourceQuantities[] | undefined;
}
export const OfferFilters_MinAllocatableResources: MessageType<OfferFilters_MinAllocatableResources> = messageType(
  "mesos.v1.OfferFilters.MinAllocatableResources",
  () => [
    ["quantities", 1, "repeated", OfferFilters_ResourceQuantities],
  ],
  encodeOfferFilters_MinAllocatableResources,
  decodeOfferFilters_MinAllocatableResources,
);
export function encodeOfferFilters_MinAllocatableResources(m: OfferFilters_MinAllocatableResources, w: Writer): void {
  if (m.quantities !== undefined) for (const v of m.quantities) { w.uint32(10); { const b = w.open(); encodeOfferFilters_ResourceQuantities(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOfferFilters_MinAllocatableResources(r: Reader, end: number, m: OfferFilters_MinAllocatableResources = {} as OfferFilters_MinAllocatableResources): OfferFilters_MinAllocatableResources {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeOfferFilters_ResourceQuantities(r, r.open(end)); (m.quantities ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Request extends Message {
  agent_id?: AgentID | undefined;
  resources?: Resource[] | undefined;
}
export const Request: MessageType<Request> = messageType(
  "mesos.v1.Request",
  () => [
    ["agent_id", 1, "optional", AgentID, { v0: "slave_id" }],
    ["resources", 2, "repeated", Resource],
  ],
  encodeRequest,
  decodeRequest,
);
export function encodeRequest(m: Request, w: Writer): void {
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(10); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(18); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRequest(r: Reader, end: number, m: Request = {} as Request): Request {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 18: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Offer extends Message {
  id: OfferID;
  framework_id: FrameworkID;
  agent_id: AgentID;
  hostname: string;
  url?: URL | undefined;
  domain?: DomainInfo | undefined;
  resources?: Resource[] | undefined;
  attributes?: Attribute[] | undefined;
  executor_ids?: ExecutorID[] | undefined;
  unavailability?: Unavailability | undefined;
  allocation_info?: Resource_AllocationInfo | undefined;
}
export const Offer: MessageType<Offer> = messageType(
  "mesos.v1.Offer",
  () => [
    ["id", 1, "required", OfferID],
    ["framework_id", 2, "required", FrameworkID],
    ["agent_id", 3, "required", AgentID, { v0: "slave_id" }],
    ["hostname", 4, "required", "string"],
    ["url", 8, "optional", URL],
    ["domain", 11, "optional", DomainInfo],
    ["resources", 5, "repeated", Resource],
    ["attributes", 7, "repeated", Attribute],
    ["executor_ids", 6, "repeated", ExecutorID],
    ["unavailability", 9, "optional", Unavailability],
    ["allocation_info", 10, "optional", Resource_AllocationInfo],
  ],
  encodeOffer,
  decodeOffer,
);
export function encodeOffer(m: Offer, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); encodeOfferID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); encodeFrameworkID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(26); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.hostname !== undefined) { const v = m.hostname; w.uint32(34); w.string(v); }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(42); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.executor_ids !== undefined) for (const v of m.executor_ids) { w.uint32(50); { const b = w.open(); encodeExecutorID(v, w); w.close(b); } }
  if (m.attributes !== undefined) for (const v of m.attributes) { w.uint32(58); { const b = w.open(); encodeAttribute(v, w); w.close(b); } }
  if (m.url !== undefined) { const v = m.url; w.uint32(66); { const b = w.open(); encodeURL(v, w); w.close(b); } }
  if (m.unavailability !== undefined) { const v = m.unavailability; w.uint32(74); { const b = w.open(); encodeUnavailability(v, w); w.close(b); } }
  if (m.allocation_info !== undefined) { const v = m.allocation_info; w.uint32(82); { const b = w.open(); encodeResource_AllocationInfo(v, w); w.close(b); } }
  if (m.domain !== undefined) { const v = m.domain; w.uint32(90); { const b = w.open(); encodeDomainInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer(r: Reader, end: number, m: Offer = {} as Offer): Offer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = decodeOfferID(r, r.open(end), m.id); break;
      case 18: m.framework_id = decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 26: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 34: m.hostname = r.string(); break;
      case 66: m.url = decodeURL(r, r.open(end), m.url); break;
      case 90: m.domain = decodeDomainInfo(r, r.open(end), m.domain); break;
      case 42: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 58: { const v = decodeAttribute(r, r.open(end)); (m.attributes ??= []).push(v); break; }
      case 50: { const v = decodeExecutorID(r, r.open(end)); (m.executor_ids ??= []).push(v); break; }
      case 74: m.unavailability = decodeUnavailability(r, r.open(end), m.unavailability); break;
      case 82: m.allocation_info = decodeResource_AllocationInfo(r, r.open(end), m.allocation_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined || m.framework_id === undefined || m.agent_id === undefined || m.hostname === undefined) r.incomplete = true;
  return m;
}

export interface Offer_Operation extends Message {
  type?: Offer_Operation_Type | undefined;
  id?: OperationID | undefined;
  launch?: Offer_Operation_Launch | undefined;
  launch_group?: Offer_Operation_LaunchGroup | undefined;
  reserve?: Offer_Operation_Reserve | undefined;
  unreserve?: Offer_Operation_Unreserve | undefined;
  create?: Offer_Operation_Create | undefined;
  destroy?: Offer_Operation_Destroy | undefined;
  grow_volume?: Offer_Operation_GrowVolume | undefined;
  shrink_volume?: Offer_Operation_ShrinkVolume | undefined;
  create_disk?: Offer_Operation_CreateDisk | undefined;
  destroy_disk?: Offer_Operation_DestroyDisk | undefined;
}
export const Offer_Operation: MessageType<Offer_Operation> = messageType(
  "mesos.v1.Offer.Operation",
  () => [
    ["type", 1, "optional", Offer_Operation_Type],
    ["id", 12, "optional", OperationID],
    ["launch", 2, "optional", Offer_Operation_Launch],
    ["launch_group", 7, "optional", Offer_Operation_LaunchGroup],
    ["reserve", 3, "optional", Offer_Operation_Reserve],
    ["unreserve", 4, "optional", Offer_Operation_Unreserve],
    ["create", 5, "optional", Offer_Operation_Create],
    ["destroy", 6, "optional", Offer_Operation_Destroy],
    ["grow_volume", 13, "optional", Offer_Operation_GrowVolume],
    ["shrink_volume", 14, "optional", Offer_Operation_ShrinkVolume],
    ["create_disk", 15, "optional", Offer_Operation_CreateDisk],
    ["destroy_disk", 16, "optional", Offer_Operation_DestroyDisk],
  ],
  encodeOffer_Operation,
  decodeOffer_Operation,
);
export function encodeOffer_Operation(m: Offer_Operation, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Offer_Operation_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.launch !== undefined) { const v = m.launch; w.uint32(18); { const b = w.open(); encodeOffer_Operation_Launch(v, w); w.close(b); } }
  if (m.reserve !== undefined) { const v = m.reserve; w.uint32(26); { const b = w.open(); encodeOffer_Operation_Reserve(v, w); w.close(b); } }
  if (m.unreserve !== undefined) { const v = m.unreserve; w.uint32(34); { const b = w.open(); encodeOffer_Operation_Unreserve(v, w); w.close(b); } }
  if (m.create !== undefined) { const v = m.create; w.uint32(42); { const b = w.open(); encodeOffer_Operation_Create(v, w); w.close(b); } }
  if (m.destroy !== undefined) { const v = m.destroy; w.uint32(50); { const b = w.open(); encodeOffer_Operation_Destroy(v, w); w.close(b); } }
  if (m.launch_group !== undefined) { const v = m.launch_group; w.uint32(58); { const b = w.open(); encodeOffer_Operation_LaunchGroup(v, w); w.close(b); } }
  if (m.id !== undefined) { const v = m.id; w.uint32(98); { const b = w.open(); encodeOperationID(v, w); w.close(b); } }
  if (m.grow_volume !== undefined) { const v = m.grow_volume; w.uint32(106); { const b = w.open(); encodeOffer_Operation_GrowVolume(v, w); w.close(b); } }
  if (m.shrink_volume !== undefined) { const v = m.shrink_volume; w.uint32(114); { const b = w.open(); encodeOffer_Operation_ShrinkVolume(v, w); w.close(b); } }
  if (m.create_disk !== undefined) { const v = m.create_disk; w.uint32(122); { const b = w.open(); encodeOffer_Operation_CreateDisk(v, w); w.close(b); } }
  if (m.destroy_disk !== undefined) { const v = m.destroy_disk; w.uint32(130); { const b = w.open(); encodeOffer_Operation_DestroyDisk(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation(r: Reader, end: number, m: Offer_Operation = {} as Offer_Operation): Offer_Operation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Offer_Operation_Type.names.get(r.int32()) as Offer_Operation_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 98: m.id = decodeOperationID(r, r.open(end), m.id); break;
      case 18: m.launch = decodeOffer_Operation_Launch(r, r.open(end), m.launch); break;
      case 58: m.launch_group = decodeOffer_Operation_LaunchGroup(r, r.open(end), m.launch_group); break;
      case 26: m.reserve = decodeOffer_Operation_Reserve(r, r.open(end), m.reserve); break;
      case 34: m.unreserve = decodeOffer_Operation_Unreserve(r, r.open(end), m.unreserve); break;
      case 42: m.create = decodeOffer_Operation_Create(r, r.open(end), m.create); break;
      case 50: m.destroy = decodeOffer_Operation_Destroy(r, r.open(end), m.destroy); break;
      case 106: m.grow_volume = decodeOffer_Operation_GrowVolume(r, r.open(end), m.grow_volume); break;
      case 114: m.shrink_volume = decodeOffer_Operation_ShrinkVolume(r, r.open(end), m.shrink_volume); break;
      case 122: m.create_disk = decodeOffer_Operation_CreateDisk(r, r.open(end), m.create_disk); break;
      case 130: m.destroy_disk = decodeOffer_Operation_DestroyDisk(r, r.open(end), m.destroy_disk); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Offer_Operation_Launch extends Message {
  task_infos?: TaskInfo[] | undefined;
}
export const Offer_Operation_Launch: MessageType<Offer_Operation_Launch> = messageType(
  "mesos.v1.Offer.Operation.Launch",
  () => [
    ["task_infos", 1, "repeated", TaskInfo],
  ],
  encodeOffer_Operation_Launch,
  decodeOffer_Operation_Launch,
);
export function encodeOffer_Operation_Launch(m: Offer_Operation_Launch, w: Writer): void {
  if (m.task_infos !== undefined) for (const v of m.task_infos) { w.uint32(10); { const b = w.open(); encodeTaskInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_Launch(r: Reader, end: number, m: Offer_Operation_Launch = {} as Offer_Operation_Launch): Offer_Operation_Launch {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeTaskInfo(r, r.open(end)); (m.task_infos ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Offer_Operation_LaunchGroup extends Message {
  executor: ExecutorInfo;
  task_group: TaskGroupInfo;
}
export const Offer_Operation_LaunchGroup: MessageType<Offer_Operation_LaunchGroup> = messageType(
  "mesos.v1.Offer.Operation.LaunchGroup",
  () => [
    ["executor", 1, "required", ExecutorInfo],
    ["task_group", 2, "required", TaskGroupInfo],
  ],
  encodeOffer_Operation_LaunchGroup,
  decodeOffer_Operation_LaunchGroup,
);
export function encodeOffer_Operation_LaunchGroup(m: Offer_Operation_LaunchGroup, w: Writer): void {
  if (m.executor !== undefined) { const v = m.executor; w.uint32(10); { const b = w.open(); encodeExecutorInfo(v, w); w.close(b); } }
  if (m.task_group !== undefined) { const v = m.task_group; w.uint32(18); { const b = w.open(); encodeTaskGroupInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_LaunchGroup(r: Reader, end: number, m: Offer_Operation_LaunchGroup = {} as Offer_Operation_LaunchGroup): Offer_Operation_LaunchGroup {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor = decodeExecutorInfo(r, r.open(end), m.executor); break;
      case 18: m.task_group = decodeTaskGroupInfo(r, r.open(end), m.task_group); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor === undefined || m.task_group === undefined) r.incomplete = true;
  return m;
}

export interface Offer_Operation_Reserve extends Message {
  source?: Resource[] | undefined;
  resources?: Resource[] | undefined;
}
export const Offer_Operation_Reserve: MessageType<Offer_Operation_Reserve> = messageType(
  "mesos.v1.Offer.Operation.Reserve",
  () => [
    ["source", 2, "repeated", Resource],
    ["resources", 1, "repeated", Resource],
  ],
  encodeOffer_Operation_Reserve,
  decodeOffer_Operation_Reserve,
);
export function encodeOffer_Operation_Reserve(m: Offer_Operation_Reserve, w: Writer): void {
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.source !== undefined) for (const v of m.source) { w.uint32(18); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_Reserve(r: Reader, end: number, m: Offer_Operation_Reserve = {} as Offer_Operation_Reserve): Offer_Operation_Reserve {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 18: { const v = decodeResource(r, r.open(end)); (m.source ??= []).push(v); break; }
      case 10: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Offer_Operation_Unreserve extends Message {
  resources?: Resource[] | undefined;
}
export const Offer_Operation_Unreserve: MessageType<Offer_Operation_Unreserve> = messageType(
  "mesos.v1.Offer.Operation.Unreserve",
  () => [
    ["resources", 1, "repeated", Resource],
  ],
  encodeOffer_Operation_Unreserve,
  decodeOffer_Operation_Unreserve,
);
export function encodeOffer_Operation_Unreserve(m: Offer_Operation_Unreserve, w: Writer): void {
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_Unreserve(r: Reader, end: number, m: Offer_Operation_Unreserve = {} as Offer_Operation_Unreserve): Offer_Operation_Unreserve {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Offer_Operation_Create extends Message {
  volumes?: Resource[] | undefined;
}
export const Offer_Operation_Create: MessageType<Offer_Operation_Create> = messageType(
  "mesos.v1.Offer.Operation.Create",
  () => [
    ["volumes", 1, "repeated", Resource],
  ],
  encodeOffer_Operation_Create,
  decodeOffer_Operation_Create,
);
export function encodeOffer_Operation_Create(m: Offer_Operation_Create, w: Writer): void {
  if (m.volumes !== undefined) for (const v of m.volumes) { w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_Create(r: Reader, end: number, m: Offer_Operation_Create = {} as Offer_Operation_Create): Offer_Operation_Create {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResource(r, r.open(end)); (m.volumes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Offer_Operation_Destroy extends Message {
  volumes?: Resource[] | undefined;
}
export const Offer_Operation_Destroy: MessageType<Offer_Operation_Destroy> = messageType(
  "mesos.v1.Offer.Operation.Destroy",
  () => [
    ["volumes", 1, "repeated", Resource],
  ],
  encodeOffer_Operation_Destroy,
  decodeOffer_Operation_Destroy,
);
export function encodeOffer_Operation_Destroy(m: Offer_Operation_Destroy, w: Writer): void {
  if (m.volumes !== undefined) for (const v of m.volumes) { w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_Destroy(r: Reader, end: number, m: Offer_Operation_Destroy = {} as Offer_Operation_Destroy): Offer_Operation_Destroy {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResource(r, r.open(end)); (m.volumes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Offer_Operation_GrowVolume extends Message {
  volume: Resource;
  addition: Resource;
}
export const Offer_Operation_GrowVolume: MessageType<Offer_Operation_GrowVolume> = messageType(
  "mesos.v1.Offer.Operation.GrowVolume",
  () => [
    ["volume", 1, "required", Resource],
    ["addition", 2, "required", Resource],
  ],
  encodeOffer_Operation_GrowVolume,
  decodeOffer_Operation_GrowVolume,
);
export function encodeOffer_Operation_GrowVolume(m: Offer_Operation_GrowVolume, w: Writer): void {
  if (m.volume !== undefined) { const v = m.volume; w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.addition !== undefined) { const v = m.addition; w.uint32(18); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_GrowVolume(r: Reader, end: number, m: Offer_Operation_GrowVolume = {} as Offer_Operation_GrowVolume): Offer_Operation_GrowVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.volume = decodeResource(r, r.open(end), m.volume); break;
      case 18: m.addition = decodeResource(r, r.open(end), m.addition); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.volume === undefined || m.addition === undefined) r.incomplete = true;
  return m;
}

export interface Offer_Operation_ShrinkVolume extends Message {
  volume: Resource;
  subtract: Value_Scalar;
}
export const Offer_Operation_ShrinkVolume: MessageType<Offer_Operation_ShrinkVolume> = messageType(
  "mesos.v1.Offer.Operation.ShrinkVolume",
  () => [
    ["volume", 1, "required", Resource],
    ["subtract", 2, "required", Value_Scalar],
  ],
  encodeOffer_Operation_ShrinkVolume,
  decodeOffer_Operation_ShrinkVolume,
);
export function encodeOffer_Operation_ShrinkVolume(m: Offer_Operation_ShrinkVolume, w: Writer): void {
  if (m.volume !== undefined) { const v = m.volume; w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.subtract !== undefined) { const v = m.subtract; w.uint32(18); { const b = w.open(); encodeValue_Scalar(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_ShrinkVolume(r: Reader, end: number, m: Offer_Operation_ShrinkVolume = {} as Offer_Operation_ShrinkVolume): Offer_Operation_ShrinkVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.volume = decodeResource(r, r.open(end), m.volume); break;
      case 18: m.subtract = decodeValue_Scalar(r, r.open(end), m.subtract); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.volume === undefined || m.subtract === undefined) r.incomplete = true;
  return m;
}

export interface Offer_Operation_CreateDisk extends Message {
  source: Resource;
  target_type: Resource_DiskInfo_Source_Type;
  target_profile?: string | undefined;
}
export const Offer_Operation_CreateDisk: MessageType<Offer_Operation_CreateDisk> = messageType(
  "mesos.v1.Offer.Operation.CreateDisk",
  () => [
    ["source", 1, "required", Resource],
    ["target_type", 2, "required", Resource_DiskInfo_Source_Type],
    ["target_profile", 3, "optional", "string"],
  ],
  encodeOffer_Operation_CreateDisk,
  decodeOffer_Operation_CreateDisk,
);
export function encodeOffer_Operation_CreateDisk(m: Offer_Operation_CreateDisk, w: Writer): void {
  if (m.source !== undefined) { const v = m.source; w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.target_type !== undefined) { const v = m.target_type; { const n = Resource_DiskInfo_Source_Type.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.target_profile !== undefined) { const v = m.target_profile; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_CreateDisk(r: Reader, end: number, m: Offer_Operation_CreateDisk = {} as Offer_Operation_CreateDisk): Offer_Operation_CreateDisk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.source = decodeResource(r, r.open(end), m.source); break;
      case 16: { const v = Resource_DiskInfo_Source_Type.names.get(r.int32()) as Resource_DiskInfo_Source_Type | undefined; if (v === undefined) r.keep(m, start); else m.target_type = v; break; }
      case 26: m.target_profile = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.source === undefined || m.target_type === undefined) r.incomplete = true;
  return m;
}

export interface Offer_Operation_DestroyDisk extends Message {
  source: Resource;
}
export const Offer_Operation_DestroyDisk: MessageType<Offer_Operation_DestroyDisk> = messageType(
  "mesos.v1.Offer.Operation.DestroyDisk",
  () => [
    ["source", 1, "required", Resource],
  ],
  encodeOffer_Operation_DestroyDisk,
  decodeOffer_Operation_DestroyDisk,
);
export function encodeOffer_Operation_DestroyDisk(m: Offer_Operation_DestroyDisk, w: Writer): void {
  if (m.source !== undefined) { const v = m.source; w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOffer_Operation_DestroyDisk(r: Reader, end: number, m: Offer_Operation_DestroyDisk = {} as Offer_Operation_DestroyDisk): Offer_Operation_DestroyDisk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.source = decodeResource(r, r.open(end), m.source); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.source === undefined) r.incomplete = true;
  return m;
}

export type Offer_Operation_Type = "UNKNOWN" | "LAUNCH" | "LAUNCH_GROUP" | "RESERVE" | "UNRESERVE" | "CREATE" | "DESTROY" | "GROW_VOLUME" | "SHRINK_VOLUME" | "CREATE_DISK" | "DESTROY_DISK";
export const Offer_Operation_Type: EnumType = enumType("mesos.v1.Offer.Operation.Type", { UNKNOWN: 0, LAUNCH: 1, LAUNCH_GROUP: 6, RESERVE: 2, UNRESERVE: 3, CREATE: 4, DESTROY: 5, GROW_VOLUME: 11, SHRINK_VOLUME: 12, CREATE_DISK: 13, DESTROY_DISK: 14 }, {  });

export interface InverseOffer extends Message {
  id: OfferID;
  url?: URL | undefined;
  framework_id: FrameworkID;
  agent_id?: AgentID | undefined;
  unavailability: Unavailability;
  resources?: Resource[] | undefined;
}
export const InverseOffer: MessageType<InverseOffer> = messageType(
  "mesos.v1.InverseOffer",
  () => [
    ["id", 1, "required", OfferID],
    ["url", 2, "optional", URL],
    ["framework_id", 3, "required", FrameworkID],
    ["agent_id", 4, "optional", AgentID, { v0: "slave_id" }],
    ["unavailability", 5, "required", Unavailability],
    ["resources", 6, "repeated", Resource],
  ],
  encodeInverseOffer,
  decodeInverseOffer,
);
export function encodeInverseOffer(m: InverseOffer, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); encodeOfferID(v, w); w.close(b); } }
  if (m.url !== undefined) { const v = m.url; w.uint32(18); { const b = w.open(); encodeURL(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(26); { const b = w.open(); encodeFrameworkID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(34); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.unavailability !== undefined) { const v = m.unavailability; w.uint32(42); { const b = w.open(); encodeUnavailability(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(50); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeInverseOffer(r: Reader, end: number, m: InverseOffer = {} as InverseOffer): InverseOffer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = decodeOfferID(r, r.open(end), m.id); break;
      case 18: m.url = decodeURL(r, r.open(end), m.url); break;
      case 26: m.framework_id = decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 34: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 42: m.unavailability = decodeUnavailability(r, r.open(end), m.unavailability); break;
      case 50: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined || m.framework_id === undefined || m.unavailability === undefined) r.incomplete = true;
  return m;
}

export interface TaskInfo extends Message {
  name: string;
  task_id: TaskID;
  agent_id: AgentID;
  resources?: Resource[] | undefined;
  executor?: ExecutorInfo | undefined;
  command?: CommandInfo | undefined;
  container?: ContainerInfo | undefined;
  health_check?: HealthCheck | undefined;
  check?: CheckInfo | undefined;
  kill_policy?: KillPolicy | undefined;
  data?: Uint8Array | undefined;
  labels?: Labels | undefined;
  discovery?: DiscoveryInfo | undefined;
  max_completion_time?: DurationInfo | undefined;
  limits?: Record<string, Value_Scalar> | undefined;
}
export const TaskInfo: MessageType<TaskInfo> = messageType(
  "mesos.v1.TaskInfo",
  () => [
    ["name", 1, "required", "string"],
    ["task_id", 2, "required", TaskID],
    ["agent_id", 3, "required", AgentID, { v0: "slave_id" }],
    ["resources", 4, "repeated", Resource],
    ["executor", 5, "optional", ExecutorInfo],
    ["command", 7, "optional", CommandInfo],
    ["container", 9, "optional", ContainerInfo],
    ["health_check", 8, "optional", HealthCheck],
    ["check", 13, "optional", CheckInfo],
    ["kill_policy", 12, "optional", KillPolicy],
    ["data", 6, "optional", "bytes"],
    ["labels", 10, "optional", Labels],
    ["discovery", 11, "optional", DiscoveryInfo],
    ["max_completion_time", 14, "optional", DurationInfo],
    ["limits", 15, "map", Value_Scalar],
  ],
  encodeTaskInfo,
  decodeTaskInfo,
);
export function encodeTaskInfo(m: TaskInfo, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(18); { const b = w.open(); encodeTaskID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(26); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(34); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.executor !== undefined) { const v = m.executor; w.uint32(42); { const b = w.open(); encodeExecutorInfo(v, w); w.close(b); } }
  if (m.data !== undefined) { const v = m.data; w.uint32(50); w.bytes(v); }
  if (m.command !== undefined) { const v = m.command; w.uint32(58); { const b = w.open(); encodeCommandInfo(v, w); w.close(b); } }
  if (m.health_check !== undefined) { const v = m.health_check; w.uint32(66); { const b = w.open(); encodeHealthCheck(v, w); w.close(b); } }
  if (m.container !== undefined) { const v = m.container; w.uint32(74); { const b = w.open(); encodeContainerInfo(v, w); w.close(b); } }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(82); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.discovery !== undefined) { const v = m.discovery; w.uint32(90); { const b = w.open(); encodeDiscoveryInfo(v, w); w.close(b); } }
  if (m.kill_policy !== undefined) { const v = m.kill_policy; w.uint32(98); { const b = w.open(); encodeKillPolicy(v, w); w.close(b); } }
  if (m.check !== undefined) { const v = m.check; w.uint32(106); { const b = w.open(); encodeCheckInfo(v, w); w.close(b); } }
  if (m.max_completion_time !== undefined) { const v = m.max_completion_time; w.uint32(114); { const b = w.open(); encodeDurationInfo(v, w); w.close(b); } }
  if (m.limits !== undefined) for (const [k, v] of Object.entries(m.limits)) { w.uint32(122); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeValue_Scalar(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTaskInfo(r: Reader, end: number, m: TaskInfo = {} as TaskInfo): TaskInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.task_id = decodeTaskID(r, r.open(end), m.task_id); break;
      case 26: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 34: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 42: m.executor = decodeExecutorInfo(r, r.open(end), m.executor); break;
      case 58: m.command = decodeCommandInfo(r, r.open(end), m.command); break;
      case 74: m.container = decodeContainerInfo(r, r.open(end), m.container); break;
      case 66: m.health_check = decodeHealthCheck(r, r.open(end), m.health_check); break;
      case 106: m.check = decodeCheckInfo(r, r.open(end), m.check); break;
      case 98: m.kill_policy = decodeKillPolicy(r, r.open(end), m.kill_policy); break;
      case 50: m.data = r.bytes(); break;
      case 82: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      case 90: m.discovery = decodeDiscoveryInfo(r, r.open(end), m.discovery); break;
      case 114: m.max_completion_time = decodeDurationInfo(r, r.open(end), m.max_completion_time); break;
      case 122: { const e = r.open(end); let k = ""; let v: Value_Scalar | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeValue_Scalar(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.limits ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.task_id === undefined || m.agent_id === undefined) r.incomplete = true;
  return m;
}

export interface TaskGroupInfo extends Message {
  tasks?: TaskInfo[] | undefined;
}
export const TaskGroupInfo: MessageType<TaskGroupInfo> = messageType(
  "mesos.v1.TaskGroupInfo",
  () => [
    ["tasks", 1, "repeated", TaskInfo],
  ],
  encodeTaskGroupInfo,
  decodeTaskGroupInfo,
);
export function encodeTaskGroupInfo(m: TaskGroupInfo, w: Writer): void {
  if (m.tasks !== undefined) for (const v of m.tasks) { w.uint32(10); { const b = w.open(); encodeTaskInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTaskGroupInfo(r: Reader, end: number, m: TaskGroupInfo = {} as TaskGroupInfo): TaskGroupInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeTaskInfo(r, r.open(end)); (m.tasks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Task extends Message {
  name: string;
  task_id: TaskID;
  framework_id: FrameworkID;
  executor_id?: ExecutorID | undefined;
  agent_id: AgentID;
  state: TaskState;
  resources?: Resource[] | undefined;
  statuses?: TaskStatus[] | undefined;
  status_update_state?: TaskState | undefined;
  status_update_uuid?: Uint8Array | undefined;
  labels?: Labels | undefined;
  discovery?: DiscoveryInfo | undefined;
  container?: ContainerInfo | undefined;
  health_check?: HealthCheck | undefined;
  kill_policy?: KillPolicy | undefined;
  user?: string | undefined;
  limits?: Record<string, Value_Scalar> | undefined;
}
export const Task: MessageType<Task> = messageType(
  "mesos.v1.Task",
  () => [
    ["name", 1, "required", "string"],
    ["task_id", 2, "required", TaskID],
    ["framework_id", 3, "required", FrameworkID],
    ["executor_id", 4, "optional", ExecutorID],
    ["agent_id", 5, "required", AgentID, { v0: "slave_id" }],
    ["state", 6, "required", TaskState],
    ["resources", 7, "repeated", Resource],
    ["statuses", 8, "repeated", TaskStatus],
    ["status_update_state", 9, "optional", TaskState],
    ["status_update_uuid", 10, "optional", "bytes"],
    ["labels", 11, "optional", Labels],
    ["discovery", 12, "optional", DiscoveryInfo],
    ["container", 13, "optional", ContainerInfo],
    ["health_check", 15, "optional", HealthCheck],
    ["kill_policy", 16, "optional", KillPolicy],
    ["user", 14, "optional", "string"],
    ["limits", 17, "map", Value_Scalar],
  ],
  encodeTask,
  decodeTask,
);
export function encodeTask(m: Task, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(18); { const b = w.open(); encodeTaskID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(26); { const b = w.open(); encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(34); { const b = w.open(); encodeExecutorID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(42); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.state !== undefined) { const v = m.state; { const n = TaskState.numbers[v]; if (n !== undefined) { w.uint32(48); w.int32(n); } } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(58); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.statuses !== undefined) for (const v of m.statuses) { w.uint32(66); { const b = w.open(); encodeTaskStatus(v, w); w.close(b); } }
  if (m.status_update_state !== undefined) { const v = m.status_update_state; { const n = TaskState.numbers[v]; if (n !== undefined) { w.uint32(72); w.int32(n); } } }
  if (m.status_update_uuid !== undefined) { const v = m.status_update_uuid; w.uint32(82); w.bytes(v); }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(90); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.discovery !== undefined) { const v = m.discovery; w.uint32(98); { const b = w.open(); encodeDiscoveryInfo(v, w); w.close(b); } }
  if (m.container !== undefined) { const v = m.container; w.uint32(106); { const b = w.open(); encodeContainerInfo(v, w); w.close(b); } }
  if (m.user !== undefined) { const v = m.user; w.uint32(114); w.string(v); }
  if (m.health_check !== undefined) { const v = m.health_check; w.uint32(122); { const b = w.open(); encodeHealthCheck(v, w); w.close(b); } }
  if (m.kill_policy !== undefined) { const v = m.kill_policy; w.uint32(130); { const b = w.open(); encodeKillPolicy(v, w); w.close(b); } }
  if (m.limits !== undefined) for (const [k, v] of Object.entries(m.limits)) { w.uint32(138); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeValue_Scalar(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTask(r: Reader, end: number, m: Task = {} as Task): Task {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.task_id = decodeTaskID(r, r.open(end), m.task_id); break;
      case 26: m.framework_id = decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 34: m.executor_id = decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 42: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 48: { const v = TaskState.names.get(r.int32()) as TaskState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      case 58: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 66: { const v = decodeTaskStatus(r, r.open(end)); (m.statuses ??= []).push(v); break; }
      case 72: { const v = TaskState.names.get(r.int32()) as TaskState | undefined; if (v === undefined) r.keep(m, start); else m.status_update_state = v; break; }
      case 82: m.status_update_uuid = r.bytes(); break;
      case 90: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      case 98: m.discovery = decodeDiscoveryInfo(r, r.open(end), m.discovery); break;
      case 106: m.container = decodeContainerInfo(r, r.open(end), m.container); break;
      case 122: m.health_check = decodeHealthCheck(r, r.open(end), m.health_check); break;
      case 130: m.kill_policy = decodeKillPolicy(r, r.open(end), m.kill_policy); break;
      case 114: m.user = r.string(); break;
      case 138: { const e = r.open(end); let k = ""; let v: Value_Scalar | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeValue_Scalar(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.limits ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.task_id === undefined || m.framework_id === undefined || m.agent_id === undefined || m.state === undefined) r.incomplete = true;
  return m;
}

export interface TaskResourceLimitation extends Message {
  resources?: Resource[] | undefined;
}
export const TaskResourceLimitation: MessageType<TaskResourceLimitation> = messageType(
  "mesos.v1.TaskResourceLimitation",
  () => [
    ["resources", 1, "repeated", Resource],
  ],
  encodeTaskResourceLimitation,
  decodeTaskResourceLimitation,
);
export function encodeTaskResourceLimitation(m: TaskResourceLimitation, w: Writer): void {
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(10); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTaskResourceLimitation(r: Reader, end: number, m: TaskResourceLimitation = {} as TaskResourceLimitation): TaskResourceLimitation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface UUID extends Message {
  value: Uint8Array;
}
export const UUID: MessageType<UUID> = messageType(
  "mesos.v1.UUID",
  () => [
    ["value", 1, "required", "bytes"],
  ],
  encodeUUID,
  decodeUUID,
);
export function encodeUUID(m: UUID, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeUUID(r: Reader, end: number, m: UUID = {} as UUID): UUID {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.value === undefined) r.incomplete = true;
  return m;
}

export interface Operation extends Message {
  framework_id?: FrameworkID | undefined;
  agent_id?: AgentID | undefined;
  info: Offer_Operation;
  latest_status: OperationStatus;
  statuses?: OperationStatus[] | undefined;
  uuid: UUID;
}
export const Operation: MessageType<Operation> = messageType(
  "mesos.v1.Operation",
  () => [
    ["framework_id", 1, "optional", FrameworkID],
    ["agent_id", 2, "optional", AgentID, { v0: "slave_id" }],
    ["info", 3, "required", Offer_Operation],
    ["latest_status", 4, "required", OperationStatus],
    ["statuses", 5, "repeated", OperationStatus],
    ["uuid", 6, "required", UUID],
  ],
  encodeOperation,
  decodeOperation,
);
export function encodeOperation(m: Operation, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); encodeFrameworkID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(18); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.info !== undefined) { const v = m.info; w.uint32(26); { const b = w.open(); encodeOffer_Operation(v, w); w.close(b); } }
  if (m.latest_status !== undefined) { const v = m.latest_status; w.uint32(34); { const b = w.open(); encodeOperationStatus(v, w); w.close(b); } }
  if (m.statuses !== undefined) for (const v of m.statuses) { w.uint32(42); { const b = w.open(); encodeOperationStatus(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(50); { const b = w.open(); encodeUUID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOperation(r: Reader, end: number, m: Operation = {} as Operation): Operation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 26: m.info = decodeOffer_Operation(r, r.open(end), m.info); break;
      case 34: m.latest_status = decodeOperationStatus(r, r.open(end), m.latest_status); break;
      case 42: { const v = decodeOperationStatus(r, r.open(end)); (m.statuses ??= []).push(v); break; }
      case 50: m.uuid = decodeUUID(r, r.open(end), m.uuid); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined || m.latest_status === undefined || m.uuid === undefined) r.incomplete = true;
  return m;
}

export interface OperationStatus extends Message {
  operation_id?: OperationID | undefined;
  state: OperationState;
  message?: string | undefined;
  converted_resources?: Resource[] | undefined;
  uuid?: UUID | undefined;
  agent_id?: AgentID | undefined;
  resource_provider_id?: ResourceProviderID | undefined;
}
export const OperationStatus: MessageType<OperationStatus> = messageType(
  "mesos.v1.OperationStatus",
  () => [
    ["operation_id", 1, "optional", OperationID],
    ["state", 2, "required", OperationState],
    ["message", 3, "optional", "string"],
    ["converted_resources", 4, "repeated", Resource],
    ["uuid", 5, "optional", UUID],
    ["agent_id", 6, "optional", AgentID, { v0: "slave_id" }],
    ["resource_provider_id", 7, "optional", ResourceProviderID],
  ],
  encodeOperationStatus,
  decodeOperationStatus,
);
export function encodeOperationStatus(m: OperationStatus, w: Writer): void {
  if (m.operation_id !== undefined) { const v = m.operation_id; w.uint32(10); { const b = w.open(); encodeOperationID(v, w); w.close(b); } }
  if (m.state !== undefined) { const v = m.state; { const n = OperationState.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.message !== undefined) { const v = m.message; w.uint32(26); w.string(v); }
  if (m.converted_resources !== undefined) for (const v of m.converted_resources) { w.uint32(34); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(42); { const b = w.open(); encodeUUID(v, w); w.close(b); } }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(50); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(58); { const b = w.open(); encodeResourceProviderID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeOperationStatus(r: Reader, end: number, m: OperationStatus = {} as OperationStatus): OperationStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.operation_id = decodeOperationID(r, r.open(end), m.operation_id); break;
      case 16: { const v = OperationState.names.get(r.int32()) as OperationState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      case 26: m.message = r.string(); break;
      case 34: { const v = decodeResource(r, r.open(end)); (m.converted_resources ??= []).push(v); break; }
      case 42: m.uuid = decodeUUID(r, r.open(end), m.uuid); break;
      case 50: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 58: m.resource_provider_id = decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.state === undefined) r.incomplete = true;
  return m;
}

export interface CheckStatusInfo extends Message {
  type?: CheckInfo_Type | undefined;
  command?: CheckStatusInfo_Command | undefined;
  http?: CheckStatusInfo_Http | undefined;
  tcp?: CheckStatusInfo_Tcp | undefined;
}
export const CheckStatusInfo: MessageType<CheckStatusInfo> = messageType(
  "mesos.v1.CheckStatusInfo",
  () => [
    ["type", 1, "optional", CheckInfo_Type],
    ["command", 2, "optional", CheckStatusInfo_Command],
    ["http", 3, "optional", CheckStatusInfo_Http],
    ["tcp", 4, "optional", CheckStatusInfo_Tcp],
  ],
  encodeCheckStatusInfo,
  decodeCheckStatusInfo,
);
export function encodeCheckStatusInfo(m: CheckStatusInfo, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = CheckInfo_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.command !== undefined) { const v = m.command; w.uint32(18); { const b = w.open(); encodeCheckStatusInfo_Command(v, w); w.close(b); } }
  if (m.http !== undefined) { const v = m.http; w.uint32(26); { const b = w.open(); encodeCheckStatusInfo_Http(v, w); w.close(b); } }
  if (m.tcp !== undefined) { const v = m.tcp; w.uint32(34); { const b = w.open(); encodeCheckStatusInfo_Tcp(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckStatusInfo(r: Reader, end: number, m: CheckStatusInfo = {} as CheckStatusInfo): CheckStatusInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = CheckInfo_Type.names.get(r.int32()) as CheckInfo_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.command = decodeCheckStatusInfo_Command(r, r.open(end), m.command); break;
      case 26: m.http = decodeCheckStatusInfo_Http(r, r.open(end), m.http); break;
      case 34: m.tcp = decodeCheckStatusInfo_Tcp(r, r.open(end), m.tcp); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CheckStatusInfo_Command extends Message {
  exit_code?: number | undefined;
}
export const CheckStatusInfo_Command: MessageType<CheckStatusInfo_Command> = messageType(
  "mesos.v1.CheckStatusInfo.Command",
  () => [
    ["exit_code", 1, "optional", "int32"],
  ],
  encodeCheckStatusInfo_Command,
  decodeCheckStatusInfo_Command,
);
export function encodeCheckStatusInfo_Command(m: CheckStatusInfo_Command, w: Writer): void {
  if (m.exit_code !== undefined) { const v = m.exit_code; w.uint32(8); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckStatusInfo_Command(r: Reader, end: number, m: CheckStatusInfo_Command = {} as CheckStatusInfo_Command): CheckStatusInfo_Command {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.exit_code = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CheckStatusInfo_Http extends Message {
  status_code?: number | undefined;
}
export const CheckStatusInfo_Http: MessageType<CheckStatusInfo_Http> = messageType(
  "mesos.v1.CheckStatusInfo.Http",
  () => [
    ["status_code", 1, "optional", "uint32"],
  ],
  encodeCheckStatusInfo_Http,
  decodeCheckStatusInfo_Http,
);
export function encodeCheckStatusInfo_Http(m: CheckStatusInfo_Http, w: Writer): void {
  if (m.status_code !== undefined) { const v = m.status_code; w.uint32(8); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckStatusInfo_Http(r: Reader, end: number, m: CheckStatusInfo_Http = {} as CheckStatusInfo_Http): CheckStatusInfo_Http {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.status_code = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CheckStatusInfo_Tcp extends Message {
  succeeded?: boolean | undefined;
}
export const CheckStatusInfo_Tcp: MessageType<CheckStatusInfo_Tcp> = messageType(
  "mesos.v1.CheckStatusInfo.Tcp",
  () => [
    ["succeeded", 1, "optional", "bool"],
  ],
  encodeCheckStatusInfo_Tcp,
  decodeCheckStatusInfo_Tcp,
);
export function encodeCheckStatusInfo_Tcp(m: CheckStatusInfo_Tcp, w: Writer): void {
  if (m.succeeded !== undefined) { const v = m.succeeded; w.uint32(8); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCheckStatusInfo_Tcp(r: Reader, end: number, m: CheckStatusInfo_Tcp = {} as CheckStatusInfo_Tcp): CheckStatusInfo_Tcp {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.succeeded = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface TaskStatus extends Message {
  task_id: TaskID;
  state: TaskState;
  message?: string | undefined;
  source?: TaskStatus_Source | undefined;
  reason?: TaskStatus_Reason | undefined;
  data?: Uint8Array | undefined;
  agent_id?: AgentID | undefined;
  executor_id?: ExecutorID | undefined;
  timestamp?: number | undefined;
  uuid?: Uint8Array | undefined;
  healthy?: boolean | undefined;
  check_status?: CheckStatusInfo | undefined;
  labels?: Labels | undefined;
  container_status?: ContainerStatus | undefined;
  unreachable_time?: TimeInfo | undefined;
  limitation?: TaskResourceLimitation | undefined;
}
export const TaskStatus: MessageType<TaskStatus> = messageType(
  "mesos.v1.TaskStatus",
  () => [
    ["task_id", 1, "required", TaskID],
    ["state", 2, "required", TaskState],
    ["message", 4, "optional", "string"],
    ["source", 9, "optional", TaskStatus_Source],
    ["reason", 10, "optional", TaskStatus_Reason],
    ["data", 3, "optional", "bytes"],
    ["agent_id", 5, "optional", AgentID, { v0: "slave_id" }],
    ["executor_id", 7, "optional", ExecutorID],
    ["timestamp", 6, "optional", "double"],
    ["uuid", 11, "optional", "bytes"],
    ["healthy", 8, "optional", "bool"],
    ["check_status", 15, "optional", CheckStatusInfo],
    ["labels", 12, "optional", Labels],
    ["container_status", 13, "optional", ContainerStatus],
    ["unreachable_time", 14, "optional", TimeInfo],
    ["limitation", 16, "optional", TaskResourceLimitation],
  ],
  encodeTaskStatus,
  decodeTaskStatus,
);
export function encodeTaskStatus(m: TaskStatus, w: Writer): void {
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(10); { const b = w.open(); encodeTaskID(v, w); w.close(b); } }
  if (m.state !== undefined) { const v = m.state; { const n = TaskState.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.data !== undefined) { const v = m.data; w.uint32(26); w.bytes(v); }
  if (m.message !== undefined) { const v = m.message; w.uint32(34); w.string(v); }
  if (m.agent_id !== undefined) { const v = m.agent_id; w.uint32(42); { const b = w.open(); encodeAgentID(v, w); w.close(b); } }
  if (m.timestamp !== undefined) { const v = m.timestamp; w.uint32(49); w.double(v); }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(58); { const b = w.open(); encodeExecutorID(v, w); w.close(b); } }
  if (m.healthy !== undefined) { const v = m.healthy; w.uint32(64); w.bool(v); }
  if (m.source !== undefined) { const v = m.source; { const n = TaskStatus_Source.numbers[v]; if (n !== undefined) { w.uint32(72); w.int32(n); } } }
  if (m.reason !== undefined) { const v = m.reason; { const n = TaskStatus_Reason.numbers[v]; if (n !== undefined) { w.uint32(80); w.int32(n); } } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(90); w.bytes(v); }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(98); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.container_status !== undefined) { const v = m.container_status; w.uint32(106); { const b = w.open(); encodeContainerStatus(v, w); w.close(b); } }
  if (m.unreachable_time !== undefined) { const v = m.unreachable_time; w.uint32(114); { const b = w.open(); encodeTimeInfo(v, w); w.close(b); } }
  if (m.check_status !== undefined) { const v = m.check_status; w.uint32(122); { const b = w.open(); encodeCheckStatusInfo(v, w); w.close(b); } }
  if (m.limitation !== undefined) { const v = m.limitation; w.uint32(130); { const b = w.open(); encodeTaskResourceLimitation(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTaskStatus(r: Reader, end: number, m: TaskStatus = {} as TaskStatus): TaskStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task_id = decodeTaskID(r, r.open(end), m.task_id); break;
      case 16: { const v = TaskState.names.get(r.int32()) as TaskState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      case 34: m.message = r.string(); break;
      case 72: { const v = TaskStatus_Source.names.get(r.int32()) as TaskStatus_Source | undefined; if (v === undefined) r.keep(m, start); else m.source = v; break; }
      case 80: { const v = TaskStatus_Reason.names.get(r.int32()) as TaskStatus_Reason | undefined; if (v === undefined) r.keep(m, start); else m.reason = v; break; }
      case 26: m.data = r.bytes(); break;
      case 42: m.agent_id = decodeAgentID(r, r.open(end), m.agent_id); break;
      case 58: m.executor_id = decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 49: m.timestamp = r.double(); break;
      case 90: m.uuid = r.bytes(); break;
      case 64: m.healthy = r.bool(); break;
      case 122: m.check_status = decodeCheckStatusInfo(r, r.open(end), m.check_status); break;
      case 98: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      case 106: m.container_status = decodeContainerStatus(r, r.open(end), m.container_status); break;
      case 114: m.unreachable_time = decodeTimeInfo(r, r.open(end), m.unreachable_time); break;
      case 130: m.limitation = decodeTaskResourceLimitation(r, r.open(end), m.limitation); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task_id === undefined || m.state === undefined) r.incomplete = true;
  return m;
}

export type TaskStatus_Source = "SOURCE_MASTER" | "SOURCE_AGENT" | "SOURCE_EXECUTOR";
export const TaskStatus_Source: EnumType = enumType("mesos.v1.TaskStatus.Source", { SOURCE_MASTER: 0, SOURCE_AGENT: 1, SOURCE_EXECUTOR: 2 }, { SOURCE_AGENT: "SOURCE_SLAVE" });

export type TaskStatus_Reason = "REASON_COMMAND_EXECUTOR_FAILED" | "REASON_CONTAINER_LAUNCH_FAILED" | "REASON_CONTAINER_LIMITATION" | "REASON_CONTAINER_LIMITATION_DISK" | "REASON_CONTAINER_LIMITATION_MEMORY" | "REASON_CONTAINER_PREEMPTED" | "REASON_CONTAINER_UPDATE_FAILED" | "REASON_MAX_COMPLETION_TIME_REACHED" | "REASON_EXECUTOR_REGISTRATION_TIMEOUT" | "REASON_EXECUTOR_REREGISTRATION_TIMEOUT" | "REASON_EXECUTOR_TERMINATED" | "REASON_EXECUTOR_UNREGISTERED" | "REASON_FRAMEWORK_REMOVED" | "REASON_GC_ERROR" | "REASON_INVALID_FRAMEWORKID" | "REASON_INVALID_OFFERS" | "REASON_IO_SWITCHBOARD_EXITED" | "REASON_MASTER_DISCONNECTED" | "REASON_RECONCILIATION" | "REASON_RESOURCES_UNKNOWN" | "REASON_AGENT_DISCONNECTED" | "REASON_AGENT_DRAINING" | "REASON_AGENT_REMOVED" | "REASON_AGENT_REMOVED_BY_OPERATOR" | "REASON_AGENT_REREGISTERED" | "REASON_AGENT_RESTARTED" | "REASON_AGENT_UNKNOWN" | "REASON_TASK_KILLED_DURING_LAUNCH" | "REASON_TASK_CHECK_STATUS_UPDATED" | "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED" | "REASON_TASK_GROUP_INVALID" | "REASON_TASK_GROUP_UNAUTHORIZED" | "REASON_TASK_INVALID" | "REASON_TASK_UNAUTHORIZED" | "REASON_TASK_UNKNOWN";
export const TaskStatus_Reason: EnumType = enumType("mesos.v1.TaskStatus.Reason", { REASON_COMMAND_EXECUTOR_FAILED: 0, REASON_CONTAINER_LAUNCH_FAILED: 21, REASON_CONTAINER_LIMITATION: 19, REASON_CONTAINER_LIMITATION_DISK: 20, REASON_CONTAINER_LIMITATION_MEMORY: 8, REASON_CONTAINER_PREEMPTED: 17, REASON_CONTAINER_UPDATE_FAILED: 22, REASON_MAX_COMPLETION_TIME_REACHED: 33, REASON_EXECUTOR_REGISTRATION_TIMEOUT: 23, REASON_EXECUTOR_REREGISTRATION_TIMEOUT: 24, REASON_EXECUTOR_TERMINATED: 1, REASON_EXECUTOR_UNREGISTERED: 2, REASON_FRAMEWORK_REMOVED: 3, REASON_GC_ERROR: 4, REASON_INVALID_FRAMEWORKID: 5, REASON_INVALID_OFFERS: 6, REASON_IO_SWITCHBOARD_EXITED: 27, REASON_MASTER_DISCONNECTED: 7, REASON_RECONCILIATION: 9, REASON_RESOURCES_UNKNOWN: 18, REASON_AGENT_DISCONNECTED: 10, REASON_AGENT_DRAINING: 34, REASON_AGENT_REMOVED: 11, REASON_AGENT_REMOVED_BY_OPERATOR: 31, REASON_AGENT_REREGISTERED: 32, REASON_AGENT_RESTARTED: 12, REASON_AGENT_UNKNOWN: 13, REASON_TASK_KILLED_DURING_LAUNCH: 30, REASON_TASK_CHECK_STATUS_UPDATED: 28, REASON_TASK_HEALTH_CHECK_STATUS_UPDATED: 29, REASON_TASK_GROUP_INVALID: 25, REASON_TASK_GROUP_UNAUTHORIZED: 26, REASON_TASK_INVALID: 14, REASON_TASK_UNAUTHORIZED: 15, REASON_TASK_UNKNOWN: 16 }, { REASON_AGENT_DISCONNECTED: "REASON_SLAVE_DISCONNECTED", REASON_AGENT_DRAINING: "REASON_SLAVE_DRAINING", REASON_AGENT_REMOVED: "REASON_SLAVE_REMOVED", REASON_AGENT_REMOVED_BY_OPERATOR: "REASON_SLAVE_REMOVED_BY_OPERATOR", REASON_AGENT_REREGISTERED: "REASON_SLAVE_REREGISTERED", REASON_AGENT_RESTARTED: "REASON_SLAVE_RESTARTED", REASON_AGENT_UNKNOWN: "REASON_SLAVE_UNKNOWN" });

export interface Filters extends Message {
  refuse_seconds?: number | undefined;
}
export const Filters: MessageType<Filters> = messageType(
  "mesos.v1.Filters",
  () => [
    ["refuse_seconds", 1, "optional", "double", { default: 5 }],
  ],
  encodeFilters,
  decodeFilters,
);
export function encodeFilters(m: Filters, w: Writer): void {
  if (m.refuse_seconds !== undefined) { const v = m.refuse_seconds; w.uint32(9); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFilters(r: Reader, end: number, m: Filters = {} as Filters): Filters {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.refuse_seconds = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Environment extends Message {
  variables?: Environment_Variable[] | undefined;
}
export const Environment: MessageType<Environment> = messageType(
  "mesos.v1.Environment",
  () => [
    ["variables", 1, "repeated", Environment_Variable],
  ],
  encodeEnvironment,
  decodeEnvironment,
);
export function encodeEnvironment(m: Environment, w: Writer): void {
  if (m.variables !== undefined) for (const v of m.variables) { w.uint32(10); { const b = w.open(); encodeEnvironment_Variable(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEnvironment(r: Reader, end: number, m: Environment = {} as Environment): Environment {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeEnvironment_Variable(r, r.open(end)); (m.variables ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Environment_Variable extends Message {
  name: string;
  type?: Environment_Variable_Type | undefined;
  value?: string | undefined;
  secret?: Secret | undefined;
}
export const Environment_Variable: MessageType<Environment_Variable> = messageType(
  "mesos.v1.Environment.Variable",
  () => [
    ["name", 1, "required", "string"],
    ["type", 3, "optional", Environment_Variable_Type, { default: "VALUE" }],
    ["value", 2, "optional", "string"],
    ["secret", 4, "optional", Secret],
  ],
  encodeEnvironment_Variable,
  decodeEnvironment_Variable,
);
export function encodeEnvironment_Variable(m: Environment_Variable, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(18); w.string(v); }
  if (m.type !== undefined) { const v = m.type; { const n = Environment_Variable_Type.numbers[v]; if (n !== undefined) { w.uint32(24); w.int32(n); } } }
  if (m.secret !== undefined) { const v = m.secret; w.uint32(34); { const b = w.open(); encodeSecret(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEnvironment_Variable(r: Reader, end: number, m: Environment_Variable = {} as Environment_Variable): Environment_Variable {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 24: { const v = Environment_Variable_Type.names.get(r.int32()) as Environment_Variable_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.value = r.string(); break;
      case 34: m.secret = decodeSecret(r, r.open(end), m.secret); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export type Environment_Variable_Type = "UNKNOWN" | "VALUE" | "SECRET";
export const Environment_Variable_Type: EnumType = enumType("mesos.v1.Environment.Variable.Type", { UNKNOWN: 0, VALUE: 1, SECRET: 2 }, {  });

export interface Parameter extends Message {
  key: string;
  value: string;
}
export const Parameter: MessageType<Parameter> = messageType(
  "mesos.v1.Parameter",
  () => [
    ["key", 1, "required", "string"],
    ["value", 2, "required", "string"],
  ],
  encodeParameter,
  decodeParameter,
);
export function encodeParameter(m: Parameter, w: Writer): void {
  if (m.key !== undefined) { const v = m.key; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeParameter(r: Reader, end: number, m: Parameter = {} as Parameter): Parameter {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.key = r.string(); break;
      case 18: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.key === undefined || m.value === undefined) r.incomplete = true;
  return m;
}

export interface Parameters extends Message {
  parameter?: Parameter[] | undefined;
}
export const Parameters: MessageType<Parameters> = messageType(
  "mesos.v1.Parameters",
  () => [
    ["parameter", 1, "repeated", Parameter],
  ],
  encodeParameters,
  decodeParameters,
);
export function encodeParameters(m: Parameters, w: Writer): void {
  if (m.parameter !== undefined) for (const v of m.parameter) { w.uint32(10); { const b = w.open(); encodeParameter(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeParameters(r: Reader, end: number, m: Parameters = {} as Parameters): Parameters {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeParameter(r, r.open(end)); (m.parameter ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Credential extends Message {
  principal: string;
  secret?: string | undefined;
}
export const Credential: MessageType<Credential> = messageType(
  "mesos.v1.Credential",
  () => [
    ["principal", 1, "required", "string"],
    ["secret", 2, "optional", "string"],
  ],
  encodeCredential,
  decodeCredential,
);
export function encodeCredential(m: Credential, w: Writer): void {
  if (m.principal !== undefined) { const v = m.principal; w.uint32(10); w.string(v); }
  if (m.secret !== undefined) { const v = m.secret; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCredential(r: Reader, end: number, m: Credential = {} as Credential): Credential {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principal = r.string(); break;
      case 18: m.secret = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principal === undefined) r.incomplete = true;
  return m;
}

export interface Credentials extends Message {
  credentials?: Credential[] | undefined;
}
export const Credentials: MessageType<Credentials> = messageType(
  "mesos.v1.Credentials",
  () => [
    ["credentials", 1, "repeated", Credential],
  ],
  encodeCredentials,
  decodeCredentials,
);
export function encodeCredentials(m: Credentials, w: Writer): void {
  if (m.credentials !== undefined) for (const v of m.credentials) { w.uint32(10); { const b = w.open(); encodeCredential(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCredentials(r: Reader, end: number, m: Credentials = {} as Credentials): Credentials {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeCredential(r, r.open(end)); (m.credentials ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Secret extends Message {
  type?: Secret_Type | undefined;
  reference?: Secret_Reference | undefined;
  value?: Secret_Value | undefined;
}
export const Secret: MessageType<Secret> = messageType(
  "mesos.v1.Secret",
  () => [
    ["type", 1, "optional", Secret_Type],
    ["reference", 2, "optional", Secret_Reference],
    ["value", 3, "optional", Secret_Value],
  ],
  encodeSecret,
  decodeSecret,
);
export function encodeSecret(m: Secret, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Secret_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.reference !== undefined) { const v = m.reference; w.uint32(18); { const b = w.open(); encodeSecret_Reference(v, w); w.close(b); } }
  if (m.value !== undefined) { const v = m.value; w.uint32(26); { const b = w.open(); encodeSecret_Value(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSecret(r: Reader, end: number, m: Secret = {} as Secret): Secret {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Secret_Type.names.get(r.int32()) as Secret_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.reference = decodeSecret_Reference(r, r.open(end), m.reference); break;
      case 26: m.value = decodeSecret_Value(r, r.open(end), m.value); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Secret_Reference extends Message {
  name: string;
  key?: string | undefined;
}
export const Secret_Reference: MessageType<Secret_Reference> = messageType(
  "mesos.v1.Secret.Reference",
  () => [
    ["name", 1, "required", "string"],
    ["key", 2, "optional", "string"],
  ],
  encodeSecret_Reference,
  decodeSecret_Reference,
);
export function encodeSecret_Reference(m: Secret_Reference, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.key !== undefined) { const v = m.key; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSecret_Reference(r: Reader, end: number, m: Secret_Reference = {} as Secret_Reference): Secret_Reference {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.key = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface Secret_Value extends Message {
  data: Uint8Array;
}
export const Secret_Value: MessageType<Secret_Value> = messageType(
  "mesos.v1.Secret.Value",
  () => [
    ["data", 1, "required", "bytes"],
  ],
  encodeSecret_Value,
  decodeSecret_Value,
);
export function encodeSecret_Value(m: Secret_Value, w: Writer): void {
  if (m.data !== undefined) { const v = m.data; w.uint32(10); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSecret_Value(r: Reader, end: number, m: Secret_Value = {} as Secret_Value): Secret_Value {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.data === undefined) r.incomplete = true;
  return m;
}

export type Secret_Type = "UNKNOWN" | "REFERENCE" | "VALUE";
export const Secret_Type: EnumType = enumType("mesos.v1.Secret.Type", { UNKNOWN: 0, REFERENCE: 1, VALUE: 2 }, {  });

export interface RateLimit extends Message {
  qps?: number | undefined;
  principal: string;
  capacity?: number | undefined;
}
export const RateLimit: MessageType<RateLimit> = messageType(
  "mesos.v1.RateLimit",
  () => [
    ["qps", 1, "optional", "double"],
    ["principal", 2, "required", "string"],
    ["capacity", 3, "optional", "uint64"],
  ],
  encodeRateLimit,
  decodeRateLimit,
);
export function encodeRateLimit(m: RateLimit, w: Writer): void {
  if (m.qps !== undefined) { const v = m.qps; w.uint32(9); w.double(v); }
  if (m.principal !== undefined) { const v = m.principal; w.uint32(18); w.string(v); }
  if (m.capacity !== undefined) { const v = m.capacity; w.uint32(24); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRateLimit(r: Reader, end: number, m: RateLimit = {} as RateLimit): RateLimit {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.qps = r.double(); break;
      case 18: m.principal = r.string(); break;
      case 24: m.capacity = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principal === undefined) r.incomplete = true;
  return m;
}

export interface RateLimits extends Message {
  limits?: RateLimit[] | undefined;
  aggregate_default_qps?: number | undefined;
  aggregate_default_capacity?: number | undefined;
}
export const RateLimits: MessageType<RateLimits> = messageType(
  "mesos.v1.RateLimits",
  () => [
    ["limits", 1, "repeated", RateLimit],
    ["aggregate_default_qps", 2, "optional", "double"],
    ["aggregate_default_capacity", 3, "optional", "uint64"],
  ],
  encodeRateLimits,
  decodeRateLimits,
);
export function encodeRateLimits(m: RateLimits, w: Writer): void {
  if (m.limits !== undefined) for (const v of m.limits) { w.uint32(10); { const b = w.open(); encodeRateLimit(v, w); w.close(b); } }
  if (m.aggregate_default_qps !== undefined) { const v = m.aggregate_default_qps; w.uint32(17); w.double(v); }
  if (m.aggregate_default_capacity !== undefined) { const v = m.aggregate_default_capacity; w.uint32(24); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRateLimits(r: Reader, end: number, m: RateLimits = {} as RateLimits): RateLimits {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeRateLimit(r, r.open(end)); (m.limits ??= []).push(v); break; }
      case 17: m.aggregate_default_qps = r.double(); break;
      case 24: m.aggregate_default_capacity = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Image extends Message {
  type: Image_Type;
  appc?: Image_Appc | undefined;
  docker?: Image_Docker | undefined;
  cached?: boolean | undefined;
}
export const Image: MessageType<Image> = messageType(
  "mesos.v1.Image",
  () => [
    ["type", 1, "required", Image_Type],
    ["appc", 2, "optional", Image_Appc],
    ["docker", 3, "optional", Image_Docker],
    ["cached", 4, "optional", "bool", { default: true }],
  ],
  encodeImage,
  decodeImage,
);
export function encodeImage(m: Image, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Image_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.appc !== undefined) { const v = m.appc; w.uint32(18); { const b = w.open(); encodeImage_Appc(v, w); w.close(b); } }
  if (m.docker !== undefined) { const v = m.docker; w.uint32(26); { const b = w.open(); encodeImage_Docker(v, w); w.close(b); } }
  if (m.cached !== undefined) { const v = m.cached; w.uint32(32); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImage(r: Reader, end: number, m: Image = {} as Image): Image {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Image_Type.names.get(r.int32()) as Image_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.appc = decodeImage_Appc(r, r.open(end), m.appc); break;
      case 26: m.docker = decodeImage_Docker(r, r.open(end), m.docker); break;
      case 32: m.cached = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface Image_Appc extends Message {
  name: string;
  id?: string | undefined;
  labels?: Labels | undefined;
}
export const Image_Appc: MessageType<Image_Appc> = messageType(
  "mesos.v1.Image.Appc",
  () => [
    ["name", 1, "required", "string"],
    ["id", 2, "optional", "string"],
    ["labels", 3, "optional", Labels],
  ],
  encodeImage_Appc,
  decodeImage_Appc,
);
export function encodeImage_Appc(m: Image_Appc, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.id !== undefined) { const v = m.id; w.uint32(18); w.string(v); }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(26); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImage_Appc(r: Reader, end: number, m: Image_Appc = {} as Image_Appc): Image_Appc {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.id = r.string(); break;
      case 26: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface Image_Docker extends Message {
  name: string;
  credential?: Credential | undefined;
  config?: Secret | undefined;
}
export const Image_Docker: MessageType<Image_Docker> = messageType(
  "mesos.v1.Image.Docker",
  () => [
    ["name", 1, "required", "string"],
    ["credential", 2, "optional", Credential, { deprecated: true }],
    ["config", 3, "optional", Secret],
  ],
  encodeImage_Docker,
  decodeImage_Docker,
);
export function encodeImage_Docker(m: Image_Docker, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.credential !== undefined) { const v = m.credential; w.uint32(18); { const b = w.open(); encodeCredential(v, w); w.close(b); } }
  if (m.config !== undefined) { const v = m.config; w.uint32(26); { const b = w.open(); encodeSecret(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImage_Docker(r: Reader, end: number, m: Image_Docker = {} as Image_Docker): Image_Docker {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.credential = decodeCredential(r, r.open(end), m.credential); break;
      case 26: m.config = decodeSecret(r, r.open(end), m.config); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export type Image_Type = "APPC" | "DOCKER";
export const Image_Type: EnumType = enumType("mesos.v1.Image.Type", { APPC: 1, DOCKER: 2 }, {  });

export interface MountPropagation extends Message {
  mode?: MountPropagation_Mode | undefined;
}
export const MountPropagation: MessageType<MountPropagation> = messageType(
  "mesos.v1.MountPropagation",
  () => [
    ["mode", 1, "optional", MountPropagation_Mode],
  ],
  encodeMountPropagation,
  decodeMountPropagation,
);
export function encodeMountPropagation(m: MountPropagation, w: Writer): void {
  if (m.mode !== undefined) { const v = m.mode; { const n = MountPropagation_Mode.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMountPropagation(r: Reader, end: number, m: MountPropagation = {} as MountPropagation): MountPropagation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = MountPropagation_Mode.names.get(r.int32()) as MountPropagation_Mode | undefined; if (v === undefined) r.keep(m, start); else m.mode = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type MountPropagation_Mode = "UNKNOWN" | "HOST_TO_CONTAINER" | "BIDIRECTIONAL";
export const MountPropagation_Mode: EnumType = enumType("mesos.v1.MountPropagation.Mode", { UNKNOWN: 0, HOST_TO_CONTAINER: 1, BIDIRECTIONAL: 2 }, {  });

export interface Volume extends Message {
  mode: Volume_Mode;
  container_path: string;
  host_path?: string | undefined;
  image?: Image | undefined;
  source?: Volume_Source | undefined;
}
export const Volume: MessageType<Volume> = messageType(
  "mesos.v1.Volume",
  () => [
    ["mode", 3, "required", Volume_Mode],
    ["container_path", 1, "required", "string"],
    ["host_path", 2, "optional", "string"],
    ["image", 4, "optional", Image],
    ["source", 5, "optional", Volume_Source],
  ],
  encodeVolume,
  decodeVolume,
);
export function encodeVolume(m: Volume, w: Writer): void {
  if (m.container_path !== undefined) { const v = m.container_path; w.uint32(10); w.string(v); }
  if (m.host_path !== undefined) { const v = m.host_path; w.uint32(18); w.string(v); }
  if (m.mode !== undefined) { const v = m.mode; { const n = Volume_Mode.numbers[v]; if (n !== undefined) { w.uint32(24); w.int32(n); } } }
  if (m.image !== undefined) { const v = m.image; w.uint32(34); { const b = w.open(); encodeImage(v, w); w.close(b); } }
  if (m.source !== undefined) { const v = m.source; w.uint32(42); { const b = w.open(); encodeVolume_Source(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume(r: Reader, end: number, m: Volume = {} as Volume): Volume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 24: { const v = Volume_Mode.names.get(r.int32()) as Volume_Mode | undefined; if (v === undefined) r.keep(m, start); else m.mode = v; break; }
      case 10: m.container_path = r.string(); break;
      case 18: m.host_path = r.string(); break;
      case 34: m.image = decodeImage(r, r.open(end), m.image); break;
      case 42: m.source = decodeVolume_Source(r, r.open(end), m.source); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.mode === undefined || m.container_path === undefined) r.incomplete = true;
  return m;
}

export interface Volume_Source extends Message {
  type?: Volume_Source_Type | undefined;
  docker_volume?: Volume_Source_DockerVolume | undefined;
  host_path?: Volume_Source_HostPath | undefined;
  sandbox_path?: Volume_Source_SandboxPath | undefined;
  secret?: Secret | undefined;
  csi_volume?: Volume_Source_CSIVolume | undefined;
}
export const Volume_Source: MessageType<Volume_Source> = messageType(
  "mesos.v1.Volume.Source",
  () => [
    ["type", 1, "optional", Volume_Source_Type],
    ["docker_volume", 2, "optional", Volume_Source_DockerVolume],
    ["host_path", 5, "optional", Volume_Source_HostPath],
    ["sandbox_path", 3, "optional", Volume_Source_SandboxPath],
    ["secret", 4, "optional", Secret],
    ["csi_volume", 6, "optional", Volume_Source_CSIVolume],
  ],
  encodeVolume_Source,
  decodeVolume_Source,
);
export function encodeVolume_Source(m: Volume_Source, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Volume_Source_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.docker_volume !== undefined) { const v = m.docker_volume; w.uint32(18); { const b = w.open(); encodeVolume_Source_DockerVolume(v, w); w.close(b); } }
  if (m.sandbox_path !== undefined) { const v = m.sandbox_path; w.uint32(26); { const b = w.open(); encodeVolume_Source_SandboxPath(v, w); w.close(b); } }
  if (m.secret !== undefined) { const v = m.secret; w.uint32(34); { const b = w.open(); encodeSecret(v, w); w.close(b); } }
  if (m.host_path !== undefined) { const v = m.host_path; w.uint32(42); { const b = w.open(); encodeVolume_Source_HostPath(v, w); w.close(b); } }
  if (m.csi_volume !== undefined) { const v = m.csi_volume; w.uint32(50); { const b = w.open(); encodeVolume_Source_CSIVolume(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source(r: Reader, end: number, m: Volume_Source = {} as Volume_Source): Volume_Source {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Volume_Source_Type.names.get(r.int32()) as Volume_Source_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.docker_volume = decodeVolume_Source_DockerVolume(r, r.open(end), m.docker_volume); break;
      case 42: m.host_path = decodeVolume_Source_HostPath(r, r.open(end), m.host_path); break;
      case 26: m.sandbox_path = decodeVolume_Source_SandboxPath(r, r.open(end), m.sandbox_path); break;
      case 34: m.secret = decodeSecret(r, r.open(end), m.secret); break;
      case 50: m.csi_volume = decodeVolume_Source_CSIVolume(r, r.open(end), m.csi_volume); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Volume_Source_DockerVolume extends Message {
  driver?: string | undefined;
  name: string;
  driver_options?: Parameters | undefined;
}
export const Volume_Source_DockerVolume: MessageType<Volume_Source_DockerVolume> = messageType(
  "mesos.v1.Volume.Source.DockerVolume",
  () => [
    ["driver", 1, "optional", "string"],
    ["name", 2, "required", "string"],
    ["driver_options", 3, "optional", Parameters],
  ],
  encodeVolume_Source_DockerVolume,
  decodeVolume_Source_DockerVolume,
);
export function encodeVolume_Source_DockerVolume(m: Volume_Source_DockerVolume, w: Writer): void {
  if (m.driver !== undefined) { const v = m.driver; w.uint32(10); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.driver_options !== undefined) { const v = m.driver_options; w.uint32(26); { const b = w.open(); encodeParameters(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_DockerVolume(r: Reader, end: number, m: Volume_Source_DockerVolume = {} as Volume_Source_DockerVolume): Volume_Source_DockerVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.driver = r.string(); break;
      case 18: m.name = r.string(); break;
      case 26: m.driver_options = decodeParameters(r, r.open(end), m.driver_options); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface Volume_Source_HostPath extends Message {
  path: string;
  mount_propagation?: MountPropagation | undefined;
}
export const Volume_Source_HostPath: MessageType<Volume_Source_HostPath> = messageType(
  "mesos.v1.Volume.Source.HostPath",
  () => [
    ["path", 1, "required", "string"],
    ["mount_propagation", 2, "optional", MountPropagation],
  ],
  encodeVolume_Source_HostPath,
  decodeVolume_Source_HostPath,
);
export function encodeVolume_Source_HostPath(m: Volume_Source_HostPath, w: Writer): void {
  if (m.path !== undefined) { const v = m.path; w.uint32(10); w.string(v); }
  if (m.mount_propagation !== undefined) { const v = m.mount_propagation; w.uint32(18); { const b = w.open(); encodeMountPropagation(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_HostPath(r: Reader, end: number, m: Volume_Source_HostPath = {} as Volume_Source_HostPath): Volume_Source_HostPath {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 18: m.mount_propagation = decodeMountPropagation(r, r.open(end), m.mount_propagation); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined) r.incomplete = true;
  return m;
}

export interface Volume_Source_SandboxPath extends Message {
  type?: Volume_Source_SandboxPath_Type | undefined;
  path: string;
}
export const Volume_Source_SandboxPath: MessageType<Volume_Source_SandboxPath> = messageType(
  "mesos.v1.Volume.Source.SandboxPath",
  () => [
    ["type", 1, "optional", Volume_Source_SandboxPath_Type],
    ["path", 2, "required", "string"],
  ],
  encodeVolume_Source_SandboxPath,
  decodeVolume_Source_SandboxPath,
);
export function encodeVolume_Source_SandboxPath(m: Volume_Source_SandboxPath, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Volume_Source_SandboxPath_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.path !== undefined) { const v = m.path; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_SandboxPath(r: Reader, end: number, m: Volume_Source_SandboxPath = {} as Volume_Source_SandboxPath): Volume_Source_SandboxPath {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Volume_Source_SandboxPath_Type.names.get(r.int32()) as Volume_Source_SandboxPath_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.path = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined) r.incomplete = true;
  return m;
}

export type Volume_Source_SandboxPath_Type = "UNKNOWN" | "SELF" | "PARENT";
export const Volume_Source_SandboxPath_Type: EnumType = enumType("mesos.v1.Volume.Source.SandboxPath.Type", { UNKNOWN: 0, SELF: 1, PARENT: 2 }, {  });

export interface Volume_Source_CSIVolume extends Message {
  plugin_name: string;
  static_provisioning?: Volume_Source_CSIVolume_StaticProvisioning | undefined;
}
export const Volume_Source_CSIVolume: MessageType<Volume_Source_CSIVolume> = messageType(
  "mesos.v1.Volume.Source.CSIVolume",
  () => [
    ["plugin_name", 1, "required", "string"],
    ["static_provisioning", 2, "optional", Volume_Source_CSIVolume_StaticProvisioning],
  ],
  encodeVolume_Source_CSIVolume,
  decodeVolume_Source_CSIVolume,
);
export function encodeVolume_Source_CSIVolume(m: Volume_Source_CSIVolume, w: Writer): void {
  if (m.plugin_name !== undefined) { const v = m.plugin_name; w.uint32(10); w.string(v); }
  if (m.static_provisioning !== undefined) { const v = m.static_provisioning; w.uint32(18); { const b = w.open(); encodeVolume_Source_CSIVolume_StaticProvisioning(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_CSIVolume(r: Reader, end: number, m: Volume_Source_CSIVolume = {} as Volume_Source_CSIVolume): Volume_Source_CSIVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.plugin_name = r.string(); break;
      case 18: m.static_provisioning = decodeVolume_Source_CSIVolume_StaticProvisioning(r, r.open(end), m.static_provisioning); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.plugin_name === undefined) r.incomplete = true;
  return m;
}

export interface Volume_Source_CSIVolume_VolumeCapability extends Message {
  access_mode: Volume_Source_CSIVolume_VolumeCapability_AccessMode;
  block?: Volume_Source_CSIVolume_VolumeCapability_BlockVolume | undefined;
  mount?: Volume_Source_CSIVolume_VolumeCapability_MountVolume | undefined;
}
export const Volume_Source_CSIVolume_VolumeCapability: MessageType<Volume_Source_CSIVolume_VolumeCapability> = messageType(
  "mesos.v1.Volume.Source.CSIVolume.VolumeCapability",
  () => [
    ["access_mode", 3, "required", Volume_Source_CSIVolume_VolumeCapability_AccessMode],
    ["block", 1, "optional", Volume_Source_CSIVolume_VolumeCapability_BlockVolume],
    ["mount", 2, "optional", Volume_Source_CSIVolume_VolumeCapability_MountVolume],
  ],
  encodeVolume_Source_CSIVolume_VolumeCapability,
  decodeVolume_Source_CSIVolume_VolumeCapability,
);
export function encodeVolume_Source_CSIVolume_VolumeCapability(m: Volume_Source_CSIVolume_VolumeCapability, w: Writer): void {
  if (m.block !== undefined) { const v = m.block; w.uint32(10); { const b = w.open(); encodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(v, w); w.close(b); } }
  if (m.mount !== undefined) { const v = m.mount; w.uint32(18); { const b = w.open(); encodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(v, w); w.close(b); } }
  if (m.access_mode !== undefined) { const v = m.access_mode; w.uint32(26); { const b = w.open(); encodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_CSIVolume_VolumeCapability(r: Reader, end: number, m: Volume_Source_CSIVolume_VolumeCapability = {} as Volume_Source_CSIVolume_VolumeCapability): Volume_Source_CSIVolume_VolumeCapability {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 26: m.access_mode = decodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(r, r.open(end), m.access_mode); break;
      case 10: m.block = decodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(r, r.open(end), m.block); break;
      case 18: m.mount = decodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(r, r.open(end), m.mount); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.access_mode === undefined) r.incomplete = true;
  return m;
}

export interface Volume_Source_CSIVolume_VolumeCapability_BlockVolume extends Message {
}
export const Volume_Source_CSIVolume_VolumeCapability_BlockVolume: MessageType<Volume_Source_CSIVolume_VolumeCapability_BlockVolume> = messageType(
  "mesos.v1.Volume.Source.CSIVolume.VolumeCapability.BlockVolume",
  () => [
  ],
  encodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume,
  decodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume,
);
export function encodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(m: Volume_Source_CSIVolume_VolumeCapability_BlockVolume, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_CSIVolume_VolumeCapability_BlockVolume(r: Reader, end: number, m: Volume_Source_CSIVolume_VolumeCapability_BlockVolume = {} as Volume_Source_CSIVolume_VolumeCapability_BlockVolume): Volume_Source_CSIVolume_VolumeCapability_BlockVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Volume_Source_CSIVolume_VolumeCapability_MountVolume extends Message {
  fs_type?: string | undefined;
  mount_flags?: string[] | undefined;
}
export const Volume_Source_CSIVolume_VolumeCapability_MountVolume: MessageType<Volume_Source_CSIVolume_VolumeCapability_MountVolume> = messageType(
  "mesos.v1.Volume.Source.CSIVolume.VolumeCapability.MountVolume",
  () => [
    ["fs_type", 1, "optional", "string"],
    ["mount_flags", 2, "repeated", "string"],
  ],
  encodeVolume_Source_CSIVolume_VolumeCapability_MountVolume,
  decodeVolume_Source_CSIVolume_VolumeCapability_MountVolume,
);
export function encodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(m: Volume_Source_CSIVolume_VolumeCapability_MountVolume, w: Writer): void {
  if (m.fs_type !== undefined) { const v = m.fs_type; w.uint32(10); w.string(v); }
  if (m.mount_flags !== undefined) for (const v of m.mount_flags) { w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_CSIVolume_VolumeCapability_MountVolume(r: Reader, end: number, m: Volume_Source_CSIVolume_VolumeCapability_MountVolume = {} as Volume_Source_CSIVolume_VolumeCapability_MountVolume): Volume_Source_CSIVolume_VolumeCapability_MountVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.fs_type = r.string(); break;
      case 18: (m.mount_flags ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Volume_Source_CSIVolume_VolumeCapability_AccessMode extends Message {
  mode: Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode;
}
export const Volume_Source_CSIVolume_VolumeCapability_AccessMode: MessageType<Volume_Source_CSIVolume_VolumeCapability_AccessMode> = messageType(
  "mesos.v1.Volume.Source.CSIVolume.VolumeCapability.AccessMode",
  () => [
    ["mode", 1, "required", Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode],
  ],
  encodeVolume_Source_CSIVolume_VolumeCapability_AccessMode,
  decodeVolume_Source_CSIVolume_VolumeCapability_AccessMode,
);
export function encodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(m: Volume_Source_CSIVolume_VolumeCapability_AccessMode, w: Writer): void {
  if (m.mode !== undefined) { const v = m.mode; { const n = Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_CSIVolume_VolumeCapability_AccessMode(r: Reader, end: number, m: Volume_Source_CSIVolume_VolumeCapability_AccessMode = {} as Volume_Source_CSIVolume_VolumeCapability_AccessMode): Volume_Source_CSIVolume_VolumeCapability_AccessMode {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode.names.get(r.int32()) as Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode | undefined; if (v === undefined) r.keep(m, start); else m.mode = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.mode === undefined) r.incomplete = true;
  return m;
}

export type Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode = "UNKNOWN" | "SINGLE_NODE_WRITER" | "SINGLE_NODE_READER_ONLY" | "MULTI_NODE_READER_ONLY" | "MULTI_NODE_SINGLE_WRITER" | "MULTI_NODE_MULTI_WRITER";
export const Volume_Source_CSIVolume_VolumeCapability_AccessMode_Mode: EnumType = enumType("mesos.v1.Volume.Source.CSIVolume.VolumeCapability.AccessMode.Mode", { UNKNOWN: 0, SINGLE_NODE_WRITER: 1, SINGLE_NODE_READER_ONLY: 2, MULTI_NODE_READER_ONLY: 3, MULTI_NODE_SINGLE_WRITER: 4, MULTI_NODE_MULTI_WRITER: 5 }, {  });

export interface Volume_Source_CSIVolume_StaticProvisioning extends Message {
  volume_id: string;
  volume_capability: Volume_Source_CSIVolume_VolumeCapability;
  node_stage_secrets?: Record<string, Secret> | undefined;
  node_publish_secrets?: Record<string, Secret> | undefined;
  volume_context?: Record<string, string> | undefined;
}
export const Volume_Source_CSIVolume_StaticProvisioning: MessageType<Volume_Source_CSIVolume_StaticProvisioning> = messageType(
  "mesos.v1.Volume.Source.CSIVolume.StaticProvisioning",
  () => [
    ["volume_id", 1, "required", "string"],
    ["volume_capability", 2, "required", Volume_Source_CSIVolume_VolumeCapability],
    ["node_stage_secrets", 3, "map", Secret],
    ["node_publish_secrets", 4, "map", Secret],
    ["volume_context", 5, "map", "string"],
  ],
  encodeVolume_Source_CSIVolume_StaticProvisioning,
  decodeVolume_Source_CSIVolume_StaticProvisioning,
);
export function encodeVolume_Source_CSIVolume_StaticProvisioning(m: Volume_Source_CSIVolume_StaticProvisioning, w: Writer): void {
  if (m.volume_id !== undefined) { const v = m.volume_id; w.uint32(10); w.string(v); }
  if (m.volume_capability !== undefined) { const v = m.volume_capability; w.uint32(18); { const b = w.open(); encodeVolume_Source_CSIVolume_VolumeCapability(v, w); w.close(b); } }
  if (m.node_stage_secrets !== undefined) for (const [k, v] of Object.entries(m.node_stage_secrets)) { w.uint32(26); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeSecret(v, w); w.close(b); } w.close(a); }
  if (m.node_publish_secrets !== undefined) for (const [k, v] of Object.entries(m.node_publish_secrets)) { w.uint32(34); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeSecret(v, w); w.close(b); } w.close(a); }
  if (m.volume_context !== undefined) for (const [k, v] of Object.entries(m.volume_context)) { w.uint32(42); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); w.string(v); w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVolume_Source_CSIVolume_StaticProvisioning(r: Reader, end: number, m: Volume_Source_CSIVolume_StaticProvisioning = {} as Volume_Source_CSIVolume_StaticProvisioning): Volume_Source_CSIVolume_StaticProvisioning {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.volume_id = r.string(); break;
      case 18: m.volume_capability = decodeVolume_Source_CSIVolume_VolumeCapability(r, r.open(end), m.volume_capability); break;
      case 26: { const e = r.open(end); let k = ""; let v: Secret | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeSecret(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.node_stage_secrets ??= {}), k, v ?? {} as never); break; }
      case 34: { const e = r.open(end); let k = ""; let v: Secret | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeSecret(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.node_publish_secrets ??= {}), k, v ?? {} as never); break; }
      case 42: { const e = r.open(end); let k = ""; let v: string | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = r.string(); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.volume_context ??= {}), k, v ?? ""); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.volume_id === undefined || m.volume_capability === undefined) r.incomplete = true;
  return m;
}

export type Volume_Source_Type = "UNKNOWN" | "DOCKER_VOLUME" | "HOST_PATH" | "SANDBOX_PATH" | "SECRET" | "CSI_VOLUME";
export const Volume_Source_Type: EnumType = enumType("mesos.v1.Volume.Source.Type", { UNKNOWN: 0, DOCKER_VOLUME: 1, HOST_PATH: 4, SANDBOX_PATH: 2, SECRET: 3, CSI_VOLUME: 5 }, {  });

export type Volume_Mode = "RW" | "RO";
export const Volume_Mode: EnumType = enumType("mesos.v1.Volume.Mode", { RW: 1, RO: 2 }, {  });

export interface NetworkInfo extends Message {
  ip_addresses?: NetworkInfo_IPAddress[] | undefined;
  name?: string | undefined;
  groups?: string[] | undefined;
  labels?: Labels | undefined;
  port_mappings?: NetworkInfo_PortMapping[] | undefined;
}
export const NetworkInfo: MessageType<NetworkInfo> = messageType(
  "mesos.v1.NetworkInfo",
  () => [
    ["ip_addresses", 5, "repeated", NetworkInfo_IPAddress],
    ["name", 6, "optional", "string"],
    ["groups", 3, "repeated", "string"],
    ["labels", 4, "optional", Labels],
    ["port_mappings", 7, "repeated", NetworkInfo_PortMapping],
  ],
  encodeNetworkInfo,
  decodeNetworkInfo,
);
export function encodeNetworkInfo(m: NetworkInfo, w: Writer): void {
  if (m.groups !== undefined) for (const v of m.groups) { w.uint32(26); w.string(v); }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(34); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.ip_addresses !== undefined) for (const v of m.ip_addresses) { w.uint32(42); { const b = w.open(); encodeNetworkInfo_IPAddress(v, w); w.close(b); } }
  if (m.name !== undefined) { const v = m.name; w.uint32(50); w.string(v); }
  if (m.port_mappings !== undefined) for (const v of m.port_mappings) { w.uint32(58); { const b = w.open(); encodeNetworkInfo_PortMapping(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeNetworkInfo(r: Reader, end: number, m: NetworkInfo = {} as NetworkInfo): NetworkInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 42: { const v = decodeNetworkInfo_IPAddress(r, r.open(end)); (m.ip_addresses ??= []).push(v); break; }
      case 50: m.name = r.string(); break;
      case 26: (m.groups ??= []).push(r.string()); break;
      case 34: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      case 58: { const v = decodeNetworkInfo_PortMapping(r, r.open(end)); (m.port_mappings ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface NetworkInfo_IPAddress extends Message {
  protocol?: NetworkInfo_Protocol | undefined;
  ip_address?: string | undefined;
}
export const NetworkInfo_IPAddress: MessageType<NetworkInfo_IPAddress> = messageType(
  "mesos.v1.NetworkInfo.IPAddress",
  () => [
    ["protocol", 1, "optional", NetworkInfo_Protocol, { default: "IPv4" }],
    ["ip_address", 2, "optional", "string"],
  ],
  encodeNetworkInfo_IPAddress,
  decodeNetworkInfo_IPAddress,
);
export function encodeNetworkInfo_IPAddress(m: NetworkInfo_IPAddress, w: Writer): void {
  if (m.protocol !== undefined) { const v = m.protocol; { const n = NetworkInfo_Protocol.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.ip_address !== undefined) { const v = m.ip_address; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeNetworkInfo_IPAddress(r: Reader, end: number, m: NetworkInfo_IPAddress = {} as NetworkInfo_IPAddress): NetworkInfo_IPAddress {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = NetworkInfo_Protocol.names.get(r.int32()) as NetworkInfo_Protocol | undefined; if (v === undefined) r.keep(m, start); else m.protocol = v; break; }
      case 18: m.ip_address = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface NetworkInfo_PortMapping extends Message {
  host_port: number;
  container_port: number;
  protocol?: string | undefined;
}
export const NetworkInfo_PortMapping: MessageType<NetworkInfo_PortMapping> = messageType(
  "mesos.v1.NetworkInfo.PortMapping",
  () => [
    ["host_port", 1, "required", "uint32"],
    ["container_port", 2, "required", "uint32"],
    ["protocol", 3, "optional", "string"],
  ],
  encodeNetworkInfo_PortMapping,
  decodeNetworkInfo_PortMapping,
);
export function encodeNetworkInfo_PortMapping(m: NetworkInfo_PortMapping, w: Writer): void {
  if (m.host_port !== undefined) { const v = m.host_port; w.uint32(8); w.uint32(v); }
  if (m.container_port !== undefined) { const v = m.container_port; w.uint32(16); w.uint32(v); }
  if (m.protocol !== undefined) { const v = m.protocol; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeNetworkInfo_PortMapping(r: Reader, end: number, m: NetworkInfo_PortMapping = {} as NetworkInfo_PortMapping): NetworkInfo_PortMapping {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.host_port = r.uint32(); break;
      case 16: m.container_port = r.uint32(); break;
      case 26: m.protocol = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.host_port === undefined || m.container_port === undefined) r.incomplete = true;
  return m;
}

export type NetworkInfo_Protocol = "IPv4" | "IPv6";
export const NetworkInfo_Protocol: EnumType = enumType("mesos.v1.NetworkInfo.Protocol", { IPv4: 1, IPv6: 2 }, {  });

export interface CapabilityInfo extends Message {
  capabilities?: CapabilityInfo_Capability[] | undefined;
}
export const CapabilityInfo: MessageType<CapabilityInfo> = messageType(
  "mesos.v1.CapabilityInfo",
  () => [
    ["capabilities", 1, "repeated", CapabilityInfo_Capability],
  ],
  encodeCapabilityInfo,
  decodeCapabilityInfo,
);
export function encodeCapabilityInfo(m: CapabilityInfo, w: Writer): void {
  if (m.capabilities !== undefined) for (const v of m.capabilities) { { const n = CapabilityInfo_Capability.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCapabilityInfo(r: Reader, end: number, m: CapabilityInfo = {} as CapabilityInfo): CapabilityInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = CapabilityInfo_Capability.names.get(r.int32()) as CapabilityInfo_Capability | undefined; if (v === undefined) r.keep(m, start); else (m.capabilities ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type CapabilityInfo_Capability = "UNKNOWN" | "CHOWN" | "DAC_OVERRIDE" | "DAC_READ_SEARCH" | "FOWNER" | "FSETID" | "KILL" | "SETGID" | "SETUID" | "SETPCAP" | "LINUX_IMMUTABLE" | "NET_BIND_SERVICE" | "NET_BROADCAST" | "NET_ADMIN" | "NET_RAW" | "IPC_LOCK" | "IPC_OWNER" | "SYS_MODULE" | "SYS_RAWIO" | "SYS_CHROOT" | "SYS_PTRACE" | "SYS_PACCT" | "SYS_ADMIN" | "SYS_BOOT" | "SYS_NICE" | "SYS_RESOURCE" | "SYS_TIME" | "SYS_TTY_CONFIG" | "MKNOD" | "LEASE" | "AUDIT_WRITE" | "AUDIT_CONTROL" | "SETFCAP" | "MAC_OVERRIDE" | "MAC_ADMIN" | "SYSLOG" | "WAKE_ALARM" | "BLOCK_SUSPEND" | "AUDIT_READ" | "PERFMON" | "BPF" | "CHECKPOINT_RESTORE";
export const CapabilityInfo_Capability: EnumType = enumType("mesos.v1.CapabilityInfo.Capability", { UNKNOWN: 0, CHOWN: 1000, DAC_OVERRIDE: 1001, DAC_READ_SEARCH: 1002, FOWNER: 1003, FSETID: 1004, KILL: 1005, SETGID: 1006, SETUID: 1007, SETPCAP: 1008, LINUX_IMMUTABLE: 1009, NET_BIND_SERVICE: 1010, NET_BROADCAST: 1011, NET_ADMIN: 1012, NET_RAW: 1013, IPC_LOCK: 1014, IPC_OWNER: 1015, SYS_MODULE: 1016, SYS_RAWIO: 1017, SYS_CHROOT: 1018, SYS_PTRACE: 1019, SYS_PACCT: 1020, SYS_ADMIN: 1021, SYS_BOOT: 1022, SYS_NICE: 1023, SYS_RESOURCE: 1024, SYS_TIME: 1025, SYS_TTY_CONFIG: 1026, MKNOD: 1027, LEASE: 1028, AUDIT_WRITE: 1029, AUDIT_CONTROL: 1030, SETFCAP: 1031, MAC_OVERRIDE: 1032, MAC_ADMIN: 1033, SYSLOG: 1034, WAKE_ALARM: 1035, BLOCK_SUSPEND: 1036, AUDIT_READ: 1037, PERFMON: 1038, BPF: 1039, CHECKPOINT_RESTORE: 1040 }, {  });

export interface SeccompInfo extends Message {
  profile_name?: string | undefined;
  unconfined?: boolean | undefined;
}
export const SeccompInfo: MessageType<SeccompInfo> = messageType(
  "mesos.v1.SeccompInfo",
  () => [
    ["profile_name", 1, "optional", "string"],
    ["unconfined", 2, "optional", "bool"],
  ],
  encodeSeccompInfo,
  decodeSeccompInfo,
);
export function encodeSeccompInfo(m: SeccompInfo, w: Writer): void {
  if (m.profile_name !== undefined) { const v = m.profile_name; w.uint32(10); w.string(v); }
  if (m.unconfined !== undefined) { const v = m.unconfined; w.uint32(16); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSeccompInfo(r: Reader, end: number, m: SeccompInfo = {} as SeccompInfo): SeccompInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.profile_name = r.string(); break;
      case 16: m.unconfined = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface LinuxInfo extends Message {
  capability_info?: CapabilityInfo | undefined;
  bounding_capabilities?: CapabilityInfo | undefined;
  effective_capabilities?: CapabilityInfo | undefined;
  share_pid_namespace?: boolean | undefined;
  seccomp?: SeccompInfo | undefined;
  ipc_mode?: LinuxInfo_IpcMode | undefined;
  shm_size?: number | undefined;
  share_cgroups?: boolean | undefined;
}
export const LinuxInfo: MessageType<LinuxInfo> = messageType(
  "mesos.v1.LinuxInfo",
  () => [
    ["capability_info", 1, "optional", CapabilityInfo, { deprecated: true }],
    ["bounding_capabilities", 2, "optional", CapabilityInfo],
    ["effective_capabilities", 3, "optional", CapabilityInfo],
    ["share_pid_namespace", 4, "optional", "bool"],
    ["seccomp", 5, "optional", SeccompInfo],
    ["ipc_mode", 6, "optional", LinuxInfo_IpcMode],
    ["shm_size", 7, "optional", "uint32"],
    ["share_cgroups", 8, "optional", "bool", { default: true }],
  ],
  encodeLinuxInfo,
  decodeLinuxInfo,
);
export function encodeLinuxInfo(m: LinuxInfo, w: Writer): void {
  if (m.capability_info !== undefined) { const v = m.capability_info; w.uint32(10); { const b = w.open(); encodeCapabilityInfo(v, w); w.close(b); } }
  if (m.bounding_capabilities !== undefined) { const v = m.bounding_capabilities; w.uint32(18); { const b = w.open(); encodeCapabilityInfo(v, w); w.close(b); } }
  if (m.effective_capabilities !== undefined) { const v = m.effective_capabilities; w.uint32(26); { const b = w.open(); encodeCapabilityInfo(v, w); w.close(b); } }
  if (m.share_pid_namespace !== undefined) { const v = m.share_pid_namespace; w.uint32(32); w.bool(v); }
  if (m.seccomp !== undefined) { const v = m.seccomp; w.uint32(42); { const b = w.open(); encodeSeccompInfo(v, w); w.close(b); } }
  if (m.ipc_mode !== undefined) { const v = m.ipc_mode; { const n = LinuxInfo_IpcMode.numbers[v]; if (n !== undefined) { w.uint32(48); w.int32(n); } } }
  if (m.shm_size !== undefined) { const v = m.shm_size; w.uint32(56); w.uint32(v); }
  if (m.share_cgroups !== undefined) { const v = m.share_cgroups; w.uint32(64); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeLinuxInfo(r: Reader, end: number, m: LinuxInfo = {} as LinuxInfo): LinuxInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.capability_info = decodeCapabilityInfo(r, r.open(end), m.capability_info); break;
      case 18: m.bounding_capabilities = decodeCapabilityInfo(r, r.open(end), m.bounding_capabilities); break;
      case 26: m.effective_capabilities = decodeCapabilityInfo(r, r.open(end), m.effective_capabilities); break;
      case 32: m.share_pid_namespace = r.bool(); break;
      case 42: m.seccomp = decodeSeccompInfo(r, r.open(end), m.seccomp); break;
      case 48: { const v = LinuxInfo_IpcMode.names.get(r.int32()) as LinuxInfo_IpcMode | undefined; if (v === undefined) r.keep(m, start); else m.ipc_mode = v; break; }
      case 56: m.shm_size = r.uint32(); break;
      case 64: m.share_cgroups = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type LinuxInfo_IpcMode = "UNKNOWN" | "PRIVATE" | "SHARE_PARENT";
export const LinuxInfo_IpcMode: EnumType = enumType("mesos.v1.LinuxInfo.IpcMode", { UNKNOWN: 0, PRIVATE: 1, SHARE_PARENT: 2 }, {  });

export interface RLimitInfo extends Message {
  rlimits?: RLimitInfo_RLimit[] | undefined;
}
export const RLimitInfo: MessageType<RLimitInfo> = messageType(
  "mesos.v1.RLimitInfo",
  () => [
    ["rlimits", 1, "repeated", RLimitInfo_RLimit],
  ],
  encodeRLimitInfo,
  decodeRLimitInfo,
);
export function encodeRLimitInfo(m: RLimitInfo, w: Writer): void {
  if (m.rlimits !== undefined) for (const v of m.rlimits) { w.uint32(10); { const b = w.open(); encodeRLimitInfo_RLimit(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRLimitInfo(r: Reader, end: number, m: RLimitInfo = {} as RLimitInfo): RLimitInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeRLimitInfo_RLimit(r, r.open(end)); (m.rlimits ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface RLimitInfo_RLimit extends Message {
  type?: RLimitInfo_RLimit_Type | undefined;
  hard?: number | undefined;
  soft?: number | undefined;
}
export const RLimitInfo_RLimit: MessageType<RLimitInfo_RLimit> = messageType(
  "mesos.v1.RLimitInfo.RLimit",
  () => [
    ["type", 1, "optional", RLimitInfo_RLimit_Type],
    ["hard", 2, "optional", "uint64"],
    ["soft", 3, "optional", "uint64"],
  ],
  encodeRLimitInfo_RLimit,
  decodeRLimitInfo_RLimit,
);
export function encodeRLimitInfo_RLimit(m: RLimitInfo_RLimit, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = RLimitInfo_RLimit_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.hard !== undefined) { const v = m.hard; w.uint32(16); w.int64(v); }
  if (m.soft !== undefined) { const v = m.soft; w.uint32(24); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRLimitInfo_RLimit(r: Reader, end: number, m: RLimitInfo_RLimit = {} as RLimitInfo_RLimit): RLimitInfo_RLimit {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = RLimitInfo_RLimit_Type.names.get(r.int32()) as RLimitInfo_RLimit_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 16: m.hard = r.uint64(); break;
      case 24: m.soft = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type RLimitInfo_RLimit_Type = "UNKNOWN" | "RLMT_AS" | "RLMT_CORE" | "RLMT_CPU" | "RLMT_DATA" | "RLMT_FSIZE" | "RLMT_LOCKS" | "RLMT_MEMLOCK" | "RLMT_MSGQUEUE" | "RLMT_NICE" | "RLMT_NOFILE" | "RLMT_NPROC" | "RLMT_RSS" | "RLMT_RTPRIO" | "RLMT_RTTIME" | "RLMT_SIGPENDING" | "RLMT_STACK";
export const RLimitInfo_RLimit_Type: EnumType = enumType("mesos.v1.RLimitInfo.RLimit.Type", { UNKNOWN: 0, RLMT_AS: 1, RLMT_CORE: 2, RLMT_CPU: 3, RLMT_DATA: 4, RLMT_FSIZE: 5, RLMT_LOCKS: 6, RLMT_MEMLOCK: 7, RLMT_MSGQUEUE: 8, RLMT_NICE: 9, RLMT_NOFILE: 10, RLMT_NPROC: 11, RLMT_RSS: 12, RLMT_RTPRIO: 13, RLMT_RTTIME: 14, RLMT_SIGPENDING: 15, RLMT_STACK: 16 }, {  });

export interface TTYInfo extends Message {
  window_size?: TTYInfo_WindowSize | undefined;
}
export const TTYInfo: MessageType<TTYInfo> = messageType(
  "mesos.v1.TTYInfo",
  () => [
    ["window_size", 1, "optional", TTYInfo_WindowSize],
  ],
  encodeTTYInfo,
  decodeTTYInfo,
);
export function encodeTTYInfo(m: TTYInfo, w: Writer): void {
  if (m.window_size !== undefined) { const v = m.window_size; w.uint32(10); { const b = w.open(); encodeTTYInfo_WindowSize(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTTYInfo(r: Reader, end: number, m: TTYInfo = {} as TTYInfo): TTYInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.window_size = decodeTTYInfo_WindowSize(r, r.open(end), m.window_size); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface TTYInfo_WindowSize extends Message {
  rows: number;
  columns: number;
}
export const TTYInfo_WindowSize: MessageType<TTYInfo_WindowSize> = messageType(
  "mesos.v1.TTYInfo.WindowSize",
  () => [
    ["rows", 1, "required", "uint32"],
    ["columns", 2, "required", "uint32"],
  ],
  encodeTTYInfo_WindowSize,
  decodeTTYInfo_WindowSize,
);
export function encodeTTYInfo_WindowSize(m: TTYInfo_WindowSize, w: Writer): void {
  if (m.rows !== undefined) { const v = m.rows; w.uint32(8); w.uint32(v); }
  if (m.columns !== undefined) { const v = m.columns; w.uint32(16); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeTTYInfo_WindowSize(r: Reader, end: number, m: TTYInfo_WindowSize = {} as TTYInfo_WindowSize): TTYInfo_WindowSize {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.rows = r.uint32(); break;
      case 16: m.columns = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.rows === undefined || m.columns === undefined) r.incomplete = true;
  return m;
}

export interface ContainerInfo extends Message {
  type: ContainerInfo_Type;
  volumes?: Volume[] | undefined;
  hostname?: string | undefined;
  docker?: ContainerInfo_DockerInfo | undefined;
  mesos?: ContainerInfo_MesosInfo | undefined;
  network_infos?: NetworkInfo[] | undefined;
  linux_info?: LinuxInfo | undefined;
  rlimit_info?: RLimitInfo | undefined;
  tty_info?: TTYInfo | undefined;
}
export const ContainerInfo: MessageType<ContainerInfo> = messageType(
  "mesos.v1.ContainerInfo",
  () => [
    ["type", 1, "required", ContainerInfo_Type],
    ["volumes", 2, "repeated", Volume],
    ["hostname", 4, "optional", "string"],
    ["docker", 3, "optional", ContainerInfo_DockerInfo],
    ["mesos", 5, "optional", ContainerInfo_MesosInfo],
    ["network_infos", 7, "repeated", NetworkInfo],
    ["linux_info", 8, "optional", LinuxInfo],
    ["rlimit_info", 9, "optional", RLimitInfo],
    ["tty_info", 10, "optional", TTYInfo],
  ],
  encodeContainerInfo,
  decodeContainerInfo,
);
export function encodeContainerInfo(m: ContainerInfo, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = ContainerInfo_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.volumes !== undefined) for (const v of m.volumes) { w.uint32(18); { const b = w.open(); encodeVolume(v, w); w.close(b); } }
  if (m.docker !== undefined) { const v = m.docker; w.uint32(26); { const b = w.open(); encodeContainerInfo_DockerInfo(v, w); w.close(b); } }
  if (m.hostname !== undefined) { const v = m.hostname; w.uint32(34); w.string(v); }
  if (m.mesos !== undefined) { const v = m.mesos; w.uint32(42); { const b = w.open(); encodeContainerInfo_MesosInfo(v, w); w.close(b); } }
  if (m.network_infos !== undefined) for (const v of m.network_infos) { w.uint32(58); { const b = w.open(); encodeNetworkInfo(v, w); w.close(b); } }
  if (m.linux_info !== undefined) { const v = m.linux_info; w.uint32(66); { const b = w.open(); encodeLinuxInfo(v, w); w.close(b); } }
  if (m.rlimit_info !== undefined) { const v = m.rlimit_info; w.uint32(74); { const b = w.open(); encodeRLimitInfo(v, w); w.close(b); } }
  if (m.tty_info !== undefined) { const v = m.tty_info; w.uint32(82); { const b = w.open(); encodeTTYInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerInfo(r: Reader, end: number, m: ContainerInfo = {} as ContainerInfo): ContainerInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ContainerInfo_Type.names.get(r.int32()) as ContainerInfo_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: { const v = decodeVolume(r, r.open(end)); (m.volumes ??= []).push(v); break; }
      case 34: m.hostname = r.string(); break;
      case 26: m.docker = decodeContainerInfo_DockerInfo(r, r.open(end), m.docker); break;
      case 42: m.mesos = decodeContainerInfo_MesosInfo(r, r.open(end), m.mesos); break;
      case 58: { const v = decodeNetworkInfo(r, r.open(end)); (m.network_infos ??= []).push(v); break; }
      case 66: m.linux_info = decodeLinuxInfo(r, r.open(end), m.linux_info); break;
      case 74: m.rlimit_info = decodeRLimitInfo(r, r.open(end), m.rlimit_info); break;
      case 82: m.tty_info = decodeTTYInfo(r, r.open(end), m.tty_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface ContainerInfo_DockerInfo extends Message {
  image: string;
  network?: ContainerInfo_DockerInfo_Network | undefined;
  port_mappings?: ContainerInfo_DockerInfo_PortMapping[] | undefined;
  privileged?: boolean | undefined;
  parameters?: Parameter[] | undefined;
  force_pull_image?: boolean | undefined;
  volume_driver?: string | undefined;
}
export const ContainerInfo_DockerInfo: MessageType<ContainerInfo_DockerInfo> = messageType(
  "mesos.v1.ContainerInfo.DockerInfo",
  () => [
    ["image", 1, "required", "string"],
    ["network", 2, "optional", ContainerInfo_DockerInfo_Network, { default: "HOST" }],
    ["port_mappings", 3, "repeated", ContainerInfo_DockerInfo_PortMapping],
    ["privileged", 4, "optional", "bool", { default: false }],
    ["parameters", 5, "repeated", Parameter],
    ["force_pull_image", 6, "optional", "bool"],
    ["volume_driver", 7, "optional", "string", { deprecated: true }],
  ],
  encodeContainerInfo_DockerInfo,
  decodeContainerInfo_DockerInfo,
);
export function encodeContainerInfo_DockerInfo(m: ContainerInfo_DockerInfo, w: Writer): void {
  if (m.image !== undefined) { const v = m.image; w.uint32(10); w.string(v); }
  if (m.network !== undefined) { const v = m.network; { const n = ContainerInfo_DockerInfo_Network.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.port_mappings !== undefined) for (const v of m.port_mappings) { w.uint32(26); { const b = w.open(); encodeContainerInfo_DockerInfo_PortMapping(v, w); w.close(b); } }
  if (m.privileged !== undefined) { const v = m.privileged; w.uint32(32); w.bool(v); }
  if (m.parameters !== undefined) for (const v of m.parameters) { w.uint32(42); { const b = w.open(); encodeParameter(v, w); w.close(b); } }
  if (m.force_pull_image !== undefined) { const v = m.force_pull_image; w.uint32(48); w.bool(v); }
  if (m.volume_driver !== undefined) { const v = m.volume_driver; w.uint32(58); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerInfo_DockerInfo(r: Reader, end: number, m: ContainerInfo_DockerInfo = {} as ContainerInfo_DockerInfo): ContainerInfo_DockerInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.image = r.string(); break;
      case 16: { const v = ContainerInfo_DockerInfo_Network.names.get(r.int32()) as ContainerInfo_DockerInfo_Network | undefined; if (v === undefined) r.keep(m, start); else m.network = v; break; }
      case 26: { const v = decodeContainerInfo_DockerInfo_PortMapping(r, r.open(end)); (m.port_mappings ??= []).push(v); break; }
      case 32: m.privileged = r.bool(); break;
      case 42: { const v = decodeParameter(r, r.open(end)); (m.parameters ??= []).push(v); break; }
      case 48: m.force_pull_image = r.bool(); break;
      case 58: m.volume_driver = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.image === undefined) r.incomplete = true;
  return m;
}

export interface ContainerInfo_DockerInfo_PortMapping extends Message {
  host_port: number;
  container_port: number;
  protocol?: string | undefined;
}
export const ContainerInfo_DockerInfo_PortMapping: MessageType<ContainerInfo_DockerInfo_PortMapping> = messageType(
  "mesos.v1.ContainerInfo.DockerInfo.PortMapping",
  () => [
    ["host_port", 1, "required", "uint32"],
    ["container_port", 2, "required", "uint32"],
    ["protocol", 3, "optional", "string"],
  ],
  encodeContainerInfo_DockerInfo_PortMapping,
  decodeContainerInfo_DockerInfo_PortMapping,
);
export function encodeContainerInfo_DockerInfo_PortMapping(m: ContainerInfo_DockerInfo_PortMapping, w: Writer): void {
  if (m.host_port !== undefined) { const v = m.host_port; w.uint32(8); w.uint32(v); }
  if (m.container_port !== undefined) { const v = m.container_port; w.uint32(16); w.uint32(v); }
  if (m.protocol !== undefined) { const v = m.protocol; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerInfo_DockerInfo_PortMapping(r: Reader, end: number, m: ContainerInfo_DockerInfo_PortMapping = {} as ContainerInfo_DockerInfo_PortMapping): ContainerInfo_DockerInfo_PortMapping {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.host_port = r.uint32(); break;
      case 16: m.container_port = r.uint32(); break;
      case 26: m.protocol = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.host_port === undefined || m.container_port === undefined) r.incomplete = true;
  return m;
}

export type ContainerInfo_DockerInfo_Network = "HOST" | "BRIDGE" | "NONE" | "USER";
export const ContainerInfo_DockerInfo_Network: EnumType = enumType("mesos.v1.ContainerInfo.DockerInfo.Network", { HOST: 1, BRIDGE: 2, NONE: 3, USER: 4 }, {  });

export interface ContainerInfo_MesosInfo extends Message {
  image?: Image | undefined;
}
export const ContainerInfo_MesosInfo: MessageType<ContainerInfo_MesosInfo> = messageType(
  "mesos.v1.ContainerInfo.MesosInfo",
  () => [
    ["image", 1, "optional", Image],
  ],
  encodeContainerInfo_MesosInfo,
  decodeContainerInfo_MesosInfo,
);
export function encodeContainerInfo_MesosInfo(m: ContainerInfo_MesosInfo, w: Writer): void {
  if (m.image !== undefined) { const v = m.image; w.uint32(10); { const b = w.open(); encodeImage(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerInfo_MesosInfo(r: Reader, end: number, m: ContainerInfo_MesosInfo = {} as ContainerInfo_MesosInfo): ContainerInfo_MesosInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.image = decodeImage(r, r.open(end), m.image); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ContainerInfo_Type = "DOCKER" | "MESOS";
export const ContainerInfo_Type: EnumType = enumType("mesos.v1.ContainerInfo.Type", { DOCKER: 1, MESOS: 2 }, {  });

export interface ContainerStatus extends Message {
  container_id?: ContainerID | undefined;
  network_infos?: NetworkInfo[] | undefined;
  cgroup_info?: CgroupInfo | undefined;
  executor_pid?: number | undefined;
}
export const ContainerStatus: MessageType<ContainerStatus> = messageType(
  "mesos.v1.ContainerStatus",
  () => [
    ["container_id", 4, "optional", ContainerID],
    ["network_infos", 1, "repeated", NetworkInfo],
    ["cgroup_info", 2, "optional", CgroupInfo],
    ["executor_pid", 3, "optional", "uint32"],
  ],
  encodeContainerStatus,
  decodeContainerStatus,
);
export function encodeContainerStatus(m: ContainerStatus, w: Writer): void {
  if (m.network_infos !== undefined) for (const v of m.network_infos) { w.uint32(10); { const b = w.open(); encodeNetworkInfo(v, w); w.close(b); } }
  if (m.cgroup_info !== undefined) { const v = m.cgroup_info; w.uint32(18); { const b = w.open(); encodeCgroupInfo(v, w); w.close(b); } }
  if (m.executor_pid !== undefined) { const v = m.executor_pid; w.uint32(24); w.uint32(v); }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(34); { const b = w.open(); encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerStatus(r: Reader, end: number, m: ContainerStatus = {} as ContainerStatus): ContainerStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 34: m.container_id = decodeContainerID(r, r.open(end), m.container_id); break;
      case 10: { const v = decodeNetworkInfo(r, r.open(end)); (m.network_infos ??= []).push(v); break; }
      case 18: m.cgroup_info = decodeCgroupInfo(r, r.open(end), m.cgroup_info); break;
      case 24: m.executor_pid = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo extends Message {
  net_cls?: CgroupInfo_NetCls | undefined;
}
export const CgroupInfo: MessageType<CgroupInfo> = messageType(
  "mesos.v1.CgroupInfo",
  () => [
    ["net_cls", 1, "optional", CgroupInfo_NetCls],
  ],
  encodeCgroupInfo,
  decodeCgroupInfo,
);
export function encodeCgroupInfo(m: CgroupInfo, w: Writer): void {
  if (m.net_cls !== undefined) { const v = m.net_cls; w.uint32(10); { const b = w.open(); encodeCgroupInfo_NetCls(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo(r: Reader, end: number, m: CgroupInfo = {} as CgroupInfo): CgroupInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.net_cls = decodeCgroupInfo_NetCls(r, r.open(end), m.net_cls); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo_Blkio extends Message {
}
export const CgroupInfo_Blkio: MessageType<CgroupInfo_Blkio> = messageType(
  "mesos.v1.CgroupInfo.Blkio",
  () => [
  ],
  encodeCgroupInfo_Blkio,
  decodeCgroupInfo_Blkio,
);
export function encodeCgroupInfo_Blkio(m: CgroupInfo_Blkio, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_Blkio(r: Reader, end: number, m: CgroupInfo_Blkio = {} as CgroupInfo_Blkio): CgroupInfo_Blkio {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo_Blkio_Value extends Message {
  op?: CgroupInfo_Blkio_Operation | undefined;
  value?: number | undefined;
}
export const CgroupInfo_Blkio_Value: MessageType<CgroupInfo_Blkio_Value> = messageType(
  "mesos.v1.CgroupInfo.Blkio.Value",
  () => [
    ["op", 1, "optional", CgroupInfo_Blkio_Operation],
    ["value", 2, "optional", "uint64"],
  ],
  encodeCgroupInfo_Blkio_Value,
  decodeCgroupInfo_Blkio_Value,
);
export function encodeCgroupInfo_Blkio_Value(m: CgroupInfo_Blkio_Value, w: Writer): void {
  if (m.op !== undefined) { const v = m.op; { const n = CgroupInfo_Blkio_Operation.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.value !== undefined) { const v = m.value; w.uint32(16); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_Blkio_Value(r: Reader, end: number, m: CgroupInfo_Blkio_Value = {} as CgroupInfo_Blkio_Value): CgroupInfo_Blkio_Value {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = CgroupInfo_Blkio_Operation.names.get(r.int32()) as CgroupInfo_Blkio_Operation | undefined; if (v === undefined) r.keep(m, start); else m.op = v; break; }
      case 16: m.value = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo_Blkio_CFQ extends Message {
}
export const CgroupInfo_Blkio_CFQ: MessageType<CgroupInfo_Blkio_CFQ> = messageType(
  "mesos.v1.CgroupInfo.Blkio.CFQ",
  () => [
  ],
  encodeCgroupInfo_Blkio_CFQ,
  decodeCgroupInfo_Blkio_CFQ,
);
export function encodeCgroupInfo_Blkio_CFQ(m: CgroupInfo_Blkio_CFQ, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_Blkio_CFQ(r: Reader, end: number, m: CgroupInfo_Blkio_CFQ = {} as CgroupInfo_Blkio_CFQ): CgroupInfo_Blkio_CFQ {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo_Blkio_CFQ_Statistics extends Message {
  device?: Device_Number | undefined;
  sectors?: number | undefined;
  time?: number | undefined;
  io_serviced?: CgroupInfo_Blkio_Value[] | undefined;
  io_service_bytes?: CgroupInfo_Blkio_Value[] | undefined;
  io_service_time?: CgroupInfo_Blkio_Value[] | undefined;
  io_wait_time?: CgroupInfo_Blkio_Value[] | undefined;
  io_merged?: CgroupInfo_Blkio_Value[] | undefined;
  io_queued?: CgroupInfo_Blkio_Value[] | undefined;
}
export const CgroupInfo_Blkio_CFQ_Statistics: MessageType<CgroupInfo_Blkio_CFQ_Statistics> = messageType(
  "mesos.v1.CgroupInfo.Blkio.CFQ.Statistics",
  () => [
    ["device", 1, "optional", Device_Number],
    ["sectors", 2, "optional", "uint64"],
    ["time", 3, "optional", "uint64"],
    ["io_serviced", 4, "repeated", CgroupInfo_Blkio_Value],
    ["io_service_bytes", 5, "repeated", CgroupInfo_Blkio_Value],
    ["io_service_time", 6, "repeated", CgroupInfo_Blkio_Value],
    ["io_wait_time", 7, "repeated", CgroupInfo_Blkio_Value],
    ["io_merged", 8, "repeated", CgroupInfo_Blkio_Value],
    ["io_queued", 9, "repeated", CgroupInfo_Blkio_Value],
  ],
  encodeCgroupInfo_Blkio_CFQ_Statistics,
  decodeCgroupInfo_Blkio_CFQ_Statistics,
);
export function encodeCgroupInfo_Blkio_CFQ_Statistics(m: CgroupInfo_Blkio_CFQ_Statistics, w: Writer): void {
  if (m.device !== undefined) { const v = m.device; w.uint32(10); { const b = w.open(); encodeDevice_Number(v, w); w.close(b); } }
  if (m.sectors !== undefined) { const v = m.sectors; w.uint32(16); w.int64(v); }
  if (m.time !== undefined) { const v = m.time; w.uint32(24); w.int64(v); }
  if (m.io_serviced !== undefined) for (const v of m.io_serviced) { w.uint32(34); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.io_service_bytes !== undefined) for (const v of m.io_service_bytes) { w.uint32(42); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.io_service_time !== undefined) for (const v of m.io_service_time) { w.uint32(50); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.io_wait_time !== undefined) for (const v of m.io_wait_time) { w.uint32(58); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.io_merged !== undefined) for (const v of m.io_merged) { w.uint32(66); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.io_queued !== undefined) for (const v of m.io_queued) { w.uint32(74); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_Blkio_CFQ_Statistics(r: Reader, end: number, m: CgroupInfo_Blkio_CFQ_Statistics = {} as CgroupInfo_Blkio_CFQ_Statistics): CgroupInfo_Blkio_CFQ_Statistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.device = decodeDevice_Number(r, r.open(end), m.device); break;
      case 16: m.sectors = r.uint64(); break;
      case 24: m.time = r.uint64(); break;
      case 34: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_serviced ??= []).push(v); break; }
      case 42: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_service_bytes ??= []).push(v); break; }
      case 50: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_service_time ??= []).push(v); break; }
      case 58: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_wait_time ??= []).push(v); break; }
      case 66: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_merged ??= []).push(v); break; }
      case 74: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_queued ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo_Blkio_Throttling extends Message {
}
export const CgroupInfo_Blkio_Throttling: MessageType<CgroupInfo_Blkio_Throttling> = messageType(
  "mesos.v1.CgroupInfo.Blkio.Throttling",
  () => [
  ],
  encodeCgroupInfo_Blkio_Throttling,
  decodeCgroupInfo_Blkio_Throttling,
);
export function encodeCgroupInfo_Blkio_Throttling(m: CgroupInfo_Blkio_Throttling, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_Blkio_Throttling(r: Reader, end: number, m: CgroupInfo_Blkio_Throttling = {} as CgroupInfo_Blkio_Throttling): CgroupInfo_Blkio_Throttling {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo_Blkio_Throttling_Statistics extends Message {
  device?: Device_Number | undefined;
  io_serviced?: CgroupInfo_Blkio_Value[] | undefined;
  io_service_bytes?: CgroupInfo_Blkio_Value[] | undefined;
}
export const CgroupInfo_Blkio_Throttling_Statistics: MessageType<CgroupInfo_Blkio_Throttling_Statistics> = messageType(
  "mesos.v1.CgroupInfo.Blkio.Throttling.Statistics",
  () => [
    ["device", 1, "optional", Device_Number],
    ["io_serviced", 2, "repeated", CgroupInfo_Blkio_Value],
    ["io_service_bytes", 3, "repeated", CgroupInfo_Blkio_Value],
  ],
  encodeCgroupInfo_Blkio_Throttling_Statistics,
  decodeCgroupInfo_Blkio_Throttling_Statistics,
);
export function encodeCgroupInfo_Blkio_Throttling_Statistics(m: CgroupInfo_Blkio_Throttling_Statistics, w: Writer): void {
  if (m.device !== undefined) { const v = m.device; w.uint32(10); { const b = w.open(); encodeDevice_Number(v, w); w.close(b); } }
  if (m.io_serviced !== undefined) for (const v of m.io_serviced) { w.uint32(18); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.io_service_bytes !== undefined) for (const v of m.io_service_bytes) { w.uint32(26); { const b = w.open(); encodeCgroupInfo_Blkio_Value(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_Blkio_Throttling_Statistics(r: Reader, end: number, m: CgroupInfo_Blkio_Throttling_Statistics = {} as CgroupInfo_Blkio_Throttling_Statistics): CgroupInfo_Blkio_Throttling_Statistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.device = decodeDevice_Number(r, r.open(end), m.device); break;
      case 18: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_serviced ??= []).push(v); break; }
      case 26: { const v = decodeCgroupInfo_Blkio_Value(r, r.open(end)); (m.io_service_bytes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface CgroupInfo_Blkio_Statistics extends Message {
  cfq?: CgroupInfo_Blkio_CFQ_Statistics[] | undefined;
  cfq_recursive?: CgroupInfo_Blkio_CFQ_Statistics[] | undefined;
  throttling?: CgroupInfo_Blkio_Throttling_Statistics[] | undefined;
}
export const CgroupInfo_Blkio_Statistics: MessageType<CgroupInfo_Blkio_Statistics> = messageType(
  "mesos.v1.CgroupInfo.Blkio.Statistics",
  () => [
    ["cfq", 1, "repeated", CgroupInfo_Blkio_CFQ_Statistics],
    ["cfq_recursive", 2, "repeated", CgroupInfo_Blkio_CFQ_Statistics],
    ["throttling", 3, "repeated", CgroupInfo_Blkio_Throttling_Statistics],
  ],
  encodeCgroupInfo_Blkio_Statistics,
  decodeCgroupInfo_Blkio_Statistics,
);
export function encodeCgroupInfo_Blkio_Statistics(m: CgroupInfo_Blkio_Statistics, w: Writer): void {
  if (m.cfq !== undefined) for (const v of m.cfq) { w.uint32(10); { const b = w.open(); encodeCgroupInfo_Blkio_CFQ_Statistics(v, w); w.close(b); } }
  if (m.cfq_recursive !== undefined) for (const v of m.cfq_recursive) { w.uint32(18); { const b = w.open(); encodeCgroupInfo_Blkio_CFQ_Statistics(v, w); w.close(b); } }
  if (m.throttling !== undefined) for (const v of m.throttling) { w.uint32(26); { const b = w.open(); encodeCgroupInfo_Blkio_Throttling_Statistics(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_Blkio_Statistics(r: Reader, end: number, m: CgroupInfo_Blkio_Statistics = {} as CgroupInfo_Blkio_Statistics): CgroupInfo_Blkio_Statistics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeCgroupInfo_Blkio_CFQ_Statistics(r, r.open(end)); (m.cfq ??= []).push(v); break; }
      case 18: { const v = decodeCgroupInfo_Blkio_CFQ_Statistics(r, r.open(end)); (m.cfq_recursive ??= []).push(v); break; }
      case 26: { const v = decodeCgroupInfo_Blkio_Throttling_Statistics(r, r.open(end)); (m.throttling ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type CgroupInfo_Blkio_Operation = "UNKNOWN" | "TOTAL" | "READ" | "WRITE" | "SYNC" | "ASYNC" | "DISCARD";
export const CgroupInfo_Blkio_Operation: EnumType = enumType("mesos.v1.CgroupInfo.Blkio.Operation", { UNKNOWN: 0, TOTAL: 1, READ: 2, WRITE: 3, SYNC: 4, ASYNC: 5, DISCARD: 6 }, {  });

export interface CgroupInfo_NetCls extends Message {
  classid?: number | undefined;
}
export const CgroupInfo_NetCls: MessageType<CgroupInfo_NetCls> = messageType(
  "mesos.v1.CgroupInfo.NetCls",
  () => [
    ["classid", 1, "optional", "uint32"],
  ],
  encodeCgroupInfo_NetCls,
  decodeCgroupInfo_NetCls,
);
export function encodeCgroupInfo_NetCls(m: CgroupInfo_NetCls, w: Writer): void {
  if (m.classid !== undefined) { const v = m.classid; w.uint32(8); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCgroupInfo_NetCls(r: Reader, end: number, m: CgroupInfo_NetCls = {} as CgroupInfo_NetCls): CgroupInfo_NetCls {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.classid = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Labels extends Message {
  labels?: Label[] | undefined;
}
export const Labels: MessageType<Labels> = messageType(
  "mesos.v1.Labels",
  () => [
    ["labels", 1, "repeated", Label],
  ],
  encodeLabels,
  decodeLabels,
);
export function encodeLabels(m: Labels, w: Writer): void {
  if (m.labels !== undefined) for (const v of m.labels) { w.uint32(10); { const b = w.open(); encodeLabel(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeLabels(r: Reader, end: number, m: Labels = {} as Labels): Labels {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeLabel(r, r.open(end)); (m.labels ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Label extends Message {
  key: string;
  value?: string | undefined;
}
export const Label: MessageType<Label> = messageType(
  "mesos.v1.Label",
  () => [
    ["key", 1, "required", "string"],
    ["value", 2, "optional", "string"],
  ],
  encodeLabel,
  decodeLabel,
);
export function encodeLabel(m: Label, w: Writer): void {
  if (m.key !== undefined) { const v = m.key; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeLabel(r: Reader, end: number, m: Label = {} as Label): Label {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.key = r.string(); break;
      case 18: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.key === undefined) r.incomplete = true;
  return m;
}

export interface Port extends Message {
  number: number;
  name?: string | undefined;
  protocol?: string | undefined;
  visibility?: DiscoveryInfo_Visibility | undefined;
  labels?: Labels | undefined;
}
export const Port: MessageType<Port> = messageType(
  "mesos.v1.Port",
  () => [
    ["number", 1, "required", "uint32"],
    ["name", 2, "optional", "string"],
    ["protocol", 3, "optional", "string"],
    ["visibility", 4, "optional", DiscoveryInfo_Visibility],
    ["labels", 5, "optional", Labels],
  ],
  encodePort,
  decodePort,
);
export function encodePort(m: Port, w: Writer): void {
  if (m.number !== undefined) { const v = m.number; w.uint32(8); w.uint32(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.protocol !== undefined) { const v = m.protocol; w.uint32(26); w.string(v); }
  if (m.visibility !== undefined) { const v = m.visibility; { const n = DiscoveryInfo_Visibility.numbers[v]; if (n !== undefined) { w.uint32(32); w.int32(n); } } }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(42); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePort(r: Reader, end: number, m: Port = {} as Port): Port {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.number = r.uint32(); break;
      case 18: m.name = r.string(); break;
      case 26: m.protocol = r.string(); break;
      case 32: { const v = DiscoveryInfo_Visibility.names.get(r.int32()) as DiscoveryInfo_Visibility | undefined; if (v === undefined) r.keep(m, start); else m.visibility = v; break; }
      case 42: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.number === undefined) r.incomplete = true;
  return m;
}

export interface Ports extends Message {
  ports?: Port[] | undefined;
}
export const Ports: MessageType<Ports> = messageType(
  "mesos.v1.Ports",
  () => [
    ["ports", 1, "repeated", Port],
  ],
  encodePorts,
  decodePorts,
);
export function encodePorts(m: Ports, w: Writer): void {
  if (m.ports !== undefined) for (const v of m.ports) { w.uint32(10); { const b = w.open(); encodePort(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePorts(r: Reader, end: number, m: Ports = {} as Ports): Ports {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodePort(r, r.open(end)); (m.ports ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface DiscoveryInfo extends Message {
  visibility: DiscoveryInfo_Visibility;
  name?: string | undefined;
  environment?: string | undefined;
  location?: string | undefined;
  version?: string | undefined;
  ports?: Ports | undefined;
  labels?: Labels | undefined;
}
export const DiscoveryInfo: MessageType<DiscoveryInfo> = messageType(
  "mesos.v1.DiscoveryInfo",
  () => [
    ["visibility", 1, "required", DiscoveryInfo_Visibility],
    ["name", 2, "optional", "string"],
    ["environment", 3, "optional", "string"],
    ["location", 4, "optional", "string"],
    ["version", 5, "optional", "string"],
    ["ports", 6, "optional", Ports],
    ["labels", 7, "optional", Labels],
  ],
  encodeDiscoveryInfo,
  decodeDiscoveryInfo,
);
export function encodeDiscoveryInfo(m: DiscoveryInfo, w: Writer): void {
  if (m.visibility !== undefined) { const v = m.visibility; { const n = DiscoveryInfo_Visibility.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.environment !== undefined) { const v = m.environment; w.uint32(26); w.string(v); }
  if (m.location !== undefined) { const v = m.location; w.uint32(34); w.string(v); }
  if (m.version !== undefined) { const v = m.version; w.uint32(42); w.string(v); }
  if (m.ports !== undefined) { const v = m.ports; w.uint32(50); { const b = w.open(); encodePorts(v, w); w.close(b); } }
  if (m.labels !== undefined) { const v = m.labels; w.uint32(58); { const b = w.open(); encodeLabels(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDiscoveryInfo(r: Reader, end: number, m: DiscoveryInfo = {} as DiscoveryInfo): DiscoveryInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = DiscoveryInfo_Visibility.names.get(r.int32()) as DiscoveryInfo_Visibility | undefined; if (v === undefined) r.keep(m, start); else m.visibility = v; break; }
      case 18: m.name = r.string(); break;
      case 26: m.environment = r.string(); break;
      case 34: m.location = r.string(); break;
      case 42: m.version = r.string(); break;
      case 50: m.ports = decodePorts(r, r.open(end), m.ports); break;
      case 58: m.labels = decodeLabels(r, r.open(end), m.labels); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.visibility === undefined) r.incomplete = true;
  return m;
}

export type DiscoveryInfo_Visibility = "FRAMEWORK" | "CLUSTER" | "EXTERNAL";
export const DiscoveryInfo_Visibility: EnumType = enumType("mesos.v1.DiscoveryInfo.Visibility", { FRAMEWORK: 0, CLUSTER: 1, EXTERNAL: 2 }, {  });

export interface WeightInfo extends Message {
  weight: number;
  role?: string | undefined;
}
export const WeightInfo: MessageType<WeightInfo> = messageType(
  "mesos.v1.WeightInfo",
  () => [
    ["weight", 1, "required", "double"],
    ["role", 2, "optional", "string"],
  ],
  encodeWeightInfo,
  decodeWeightInfo,
);
export function encodeWeightInfo(m: WeightInfo, w: Writer): void {
  if (m.weight !== undefined) { const v = m.weight; w.uint32(9); w.double(v); }
  if (m.role !== undefined) { const v = m.role; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeWeightInfo(r: Reader, end: number, m: WeightInfo = {} as WeightInfo): WeightInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.weight = r.double(); break;
      case 18: m.role = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.weight === undefined) r.incomplete = true;
  return m;
}

export interface VersionInfo extends Message {
  version: string;
  build_date?: string | undefined;
  build_time?: number | undefined;
  build_user?: string | undefined;
  git_sha?: string | undefined;
  git_branch?: string | undefined;
  git_tag?: string | undefined;
}
export const VersionInfo: MessageType<VersionInfo> = messageType(
  "mesos.v1.VersionInfo",
  () => [
    ["version", 1, "required", "string"],
    ["build_date", 2, "optional", "string"],
    ["build_time", 3, "optional", "double"],
    ["build_user", 4, "optional", "string"],
    ["git_sha", 5, "optional", "string"],
    ["git_branch", 6, "optional", "string"],
    ["git_tag", 7, "optional", "string"],
  ],
  encodeVersionInfo,
  decodeVersionInfo,
);
export function encodeVersionInfo(m: VersionInfo, w: Writer): void {
  if (m.version !== undefined) { const v = m.version; w.uint32(10); w.string(v); }
  if (m.build_date !== undefined) { const v = m.build_date; w.uint32(18); w.string(v); }
  if (m.build_time !== undefined) { const v = m.build_time; w.uint32(25); w.double(v); }
  if (m.build_user !== undefined) { const v = m.build_user; w.uint32(34); w.string(v); }
  if (m.git_sha !== undefined) { const v = m.git_sha; w.uint32(42); w.string(v); }
  if (m.git_branch !== undefined) { const v = m.git_branch; w.uint32(50); w.string(v); }
  if (m.git_tag !== undefined) { const v = m.git_tag; w.uint32(58); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeVersionInfo(r: Reader, end: number, m: VersionInfo = {} as VersionInfo): VersionInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.version = r.string(); break;
      case 18: m.build_date = r.string(); break;
      case 25: m.build_time = r.double(); break;
      case 34: m.build_user = r.string(); break;
      case 42: m.git_sha = r.string(); break;
      case 50: m.git_branch = r.string(); break;
      case 58: m.git_tag = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.version === undefined) r.incomplete = true;
  return m;
}

export interface Flag extends Message {
  name: string;
  value?: string | undefined;
}
export const Flag: MessageType<Flag> = messageType(
  "mesos.v1.Flag",
  () => [
    ["name", 1, "required", "string"],
    ["value", 2, "optional", "string"],
  ],
  encodeFlag,
  decodeFlag,
);
export function encodeFlag(m: Flag, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFlag(r: Reader, end: number, m: Flag = {} as Flag): Flag {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.value = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface Role extends Message {
  name: string;
  weight: number;
  frameworks?: FrameworkID[] | undefined;
  resources?: Resource[] | undefined;
}
export const Role: MessageType<Role> = messageType(
  "mesos.v1.Role",
  () => [
    ["name", 1, "required", "string"],
    ["weight", 2, "required", "double"],
    ["frameworks", 3, "repeated", FrameworkID],
    ["resources", 4, "repeated", Resource],
  ],
  encodeRole,
  decodeRole,
);
export function encodeRole(m: Role, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.weight !== undefined) { const v = m.weight; w.uint32(17); w.double(v); }
  if (m.frameworks !== undefined) for (const v of m.frameworks) { w.uint32(26); { const b = w.open(); encodeFrameworkID(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(34); { const b = w.open(); encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRole(r: Reader, end: number, m: Role = {} as Role): Role {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 17: m.weight = r.double(); break;
      case 26: { const v = decodeFrameworkID(r, r.open(end)); (m.frameworks ??= []).push(v); break; }
      case 34: { const v = decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.weight === undefined) r.incomplete = true;
  return m;
}

export interface Metric extends Message {
  name: string;
  value?: number | undefined;
}
export const Metric: MessageType<Metric> = messageType(
  "mesos.v1.Metric",
  () => [
    ["name", 1, "required", "string"],
    ["value", 2, "optional", "double"],
  ],
  encodeMetric,
  decodeMetric,
);
export function encodeMetric(m: Metric, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(17); w.double(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeMetric(r: Reader, end: number, m: Metric = {} as Metric): Metric {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 17: m.value = r.double(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined) r.incomplete = true;
  return m;
}

export interface FileInfo extends Message {
  path: string;
  nlink?: number | undefined;
  size?: number | undefined;
  mtime?: TimeInfo | undefined;
  mode?: number | undefined;
  uid?: string | undefined;
  gid?: string | undefined;
}
export const FileInfo: MessageType<FileInfo> = messageType(
  "mesos.v1.FileInfo",
  () => [
    ["path", 1, "required", "string"],
    ["nlink", 2, "optional", "int32"],
    ["size", 3, "optional", "uint64"],
    ["mtime", 4, "optional", TimeInfo],
    ["mode", 5, "optional", "uint32"],
    ["uid", 6, "optional", "string"],
    ["gid", 7, "optional", "string"],
  ],
  encodeFileInfo,
  decodeFileInfo,
);
export function encodeFileInfo(m: FileInfo, w: Writer): void {
  if (m.path !== undefined) { const v = m.path; w.uint32(10); w.string(v); }
  if (m.nlink !== undefined) { const v = m.nlink; w.uint32(16); w.int32(v); }
  if (m.size !== undefined) { const v = m.size; w.uint32(24); w.int64(v); }
  if (m.mtime !== undefined) { const v = m.mtime; w.uint32(34); { const b = w.open(); encodeTimeInfo(v, w); w.close(b); } }
  if (m.mode !== undefined) { const v = m.mode; w.uint32(40); w.uint32(v); }
  if (m.uid !== undefined) { const v = m.uid; w.uint32(50); w.string(v); }
  if (m.gid !== undefined) { const v = m.gid; w.uint32(58); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFileInfo(r: Reader, end: number, m: FileInfo = {} as FileInfo): FileInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 16: m.nlink = r.int32(); break;
      case 24: m.size = r.uint64(); break;
      case 34: m.mtime = decodeTimeInfo(r, r.open(end), m.mtime); break;
      case 40: m.mode = r.uint32(); break;
      case 50: m.uid = r.string(); break;
      case 58: m.gid = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined) r.incomplete = true;
  return m;
}

export interface Device extends Message {
  path?: string | undefined;
  number?: Device_Number | undefined;
}
export const Device: MessageType<Device> = messageType(
  "mesos.v1.Device",
  () => [
    ["path", 1, "optional", "string"],
    ["number", 2, "optional", Device_Number],
  ],
  encodeDevice,
  decodeDevice,
);
export function encodeDevice(m: Device, w: Writer): void {
  if (m.path !== undefined) { const v = m.path; w.uint32(10); w.string(v); }
  if (m.number !== undefined) { const v = m.number; w.uint32(18); { const b = w.open(); encodeDevice_Number(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDevice(r: Reader, end: number, m: Device = {} as Device): Device {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 18: m.number = decodeDevice_Number(r, r.open(end), m.number); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Device_Number extends Message {
  major_number: number;
  minor_number: number;
}
export const Device_Number: MessageType<Device_Number> = messageType(
  "mesos.v1.Device.Number",
  () => [
    ["major_number", 1, "required", "uint64"],
    ["minor_number", 2, "required", "uint64"],
  ],
  encodeDevice_Number,
  decodeDevice_Number,
);
export function encodeDevice_Number(m: Device_Number, w: Writer): void {
  if (m.major_number !== undefined) { const v = m.major_number; w.uint32(8); w.int64(v); }
  if (m.minor_number !== undefined) { const v = m.minor_number; w.uint32(16); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDevice_Number(r: Reader, end: number, m: Device_Number = {} as Device_Number): Device_Number {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.major_number = r.uint64(); break;
      case 16: m.minor_number = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.major_number === undefined || m.minor_number === undefined) r.incomplete = true;
  return m;
}

export interface DeviceAccess extends Message {
  device: Device;
  access: DeviceAccess_Access;
}
export const DeviceAccess: MessageType<DeviceAccess> = messageType(
  "mesos.v1.DeviceAccess",
  () => [
    ["device", 1, "required", Device],
    ["access", 2, "required", DeviceAccess_Access],
  ],
  encodeDeviceAccess,
  decodeDeviceAccess,
);
export function encodeDeviceAccess(m: DeviceAccess, w: Writer): void {
  if (m.device !== undefined) { const v = m.device; w.uint32(10); { const b = w.open(); encodeDevice(v, w); w.close(b); } }
  if (m.access !== undefined) { const v = m.access; w.uint32(18); { const b = w.open(); encodeDeviceAccess_Access(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDeviceAccess(r: Reader, end: number, m: DeviceAccess = {} as DeviceAccess): DeviceAccess {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.device = decodeDevice(r, r.open(end), m.device); break;
      case 18: m.access = decodeDeviceAccess_Access(r, r.open(end), m.access); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.device === undefined || m.access === undefined) r.incomplete = true;
  return m;
}

export interface DeviceAccess_Access extends Message {
  read?: boolean | undefined;
  write?: boolean | undefined;
  mknod?: boolean | undefined;
}
export const DeviceAccess_Access: MessageType<DeviceAccess_Access> = messageType(
  "mesos.v1.DeviceAccess.Access",
  () => [
    ["read", 1, "optional", "bool"],
    ["write", 2, "optional", "bool"],
    ["mknod", 3, "optional", "bool"],
  ],
  encodeDeviceAccess_Access,
  decodeDeviceAccess_Access,
);
export function encodeDeviceAccess_Access(m: DeviceAccess_Access, w: Writer): void {
  if (m.read !== undefined) { const v = m.read; w.uint32(8); w.bool(v); }
  if (m.write !== undefined) { const v = m.write; w.uint32(16); w.bool(v); }
  if (m.mknod !== undefined) { const v = m.mknod; w.uint32(24); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDeviceAccess_Access(r: Reader, end: number, m: DeviceAccess_Access = {} as DeviceAccess_Access): DeviceAccess_Access {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.read = r.bool(); break;
      case 16: m.write = r.bool(); break;
      case 24: m.mknod = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface DeviceWhitelist extends Message {
  allowed_devices?: DeviceAccess[] | undefined;
}
export const DeviceWhitelist: MessageType<DeviceWhitelist> = messageType(
  "mesos.v1.DeviceWhitelist",
  () => [
    ["allowed_devices", 1, "repeated", DeviceAccess],
  ],
  encodeDeviceWhitelist,
  decodeDeviceWhitelist,
);
export function encodeDeviceWhitelist(m: DeviceWhitelist, w: Writer): void {
  if (m.allowed_devices !== undefined) for (const v of m.allowed_devices) { w.uint32(10); { const b = w.open(); encodeDeviceAccess(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDeviceWhitelist(r: Reader, end: number, m: DeviceWhitelist = {} as DeviceWhitelist): DeviceWhitelist {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeDeviceAccess(r, r.open(end)); (m.allowed_devices ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface DrainConfig extends Message {
  max_grace_period?: DurationInfo | undefined;
  mark_gone?: boolean | undefined;
}
export const DrainConfig: MessageType<DrainConfig> = messageType(
  "mesos.v1.DrainConfig",
  () => [
    ["max_grace_period", 1, "optional", DurationInfo],
    ["mark_gone", 2, "optional", "bool", { default: false }],
  ],
  encodeDrainConfig,
  decodeDrainConfig,
);
export function encodeDrainConfig(m: DrainConfig, w: Writer): void {
  if (m.max_grace_period !== undefined) { const v = m.max_grace_period; w.uint32(10); { const b = w.open(); encodeDurationInfo(v, w); w.close(b); } }
  if (m.mark_gone !== undefined) { const v = m.mark_gone; w.uint32(16); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDrainConfig(r: Reader, end: number, m: DrainConfig = {} as DrainConfig): DrainConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.max_grace_period = decodeDurationInfo(r, r.open(end), m.max_grace_period); break;
      case 16: m.mark_gone = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface DrainInfo extends Message {
  state: DrainState;
  config: DrainConfig;
}
export const DrainInfo: MessageType<DrainInfo> = messageType(
  "mesos.v1.DrainInfo",
  () => [
    ["state", 1, "required", DrainState],
    ["config", 2, "required", DrainConfig],
  ],
  encodeDrainInfo,
  decodeDrainInfo,
);
export function encodeDrainInfo(m: DrainInfo, w: Writer): void {
  if (m.state !== undefined) { const v = m.state; { const n = DrainState.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.config !== undefined) { const v = m.config; w.uint32(18); { const b = w.open(); encodeDrainConfig(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDrainInfo(r: Reader, end: number, m: DrainInfo = {} as DrainInfo): DrainInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = DrainState.names.get(r.int32()) as DrainState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      case 18: m.config = decodeDrainConfig(r, r.open(end), m.config); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.state === undefined || m.config === undefined) r.incomplete = true;
  return m;
}

export type Status = "DRIVER_NOT_STARTED" | "DRIVER_RUNNING" | "DRIVER_ABORTED" | "DRIVER_STOPPED";
export const Status: EnumType = enumType("mesos.v1.Status", { DRIVER_NOT_STARTED: 1, DRIVER_RUNNING: 2, DRIVER_ABORTED: 3, DRIVER_STOPPED: 4 }, {  });

export type TaskState = "TASK_STAGING" | "TASK_STARTING" | "TASK_RUNNING" | "TASK_KILLING" | "TASK_FINISHED" | "TASK_FAILED" | "TASK_KILLED" | "TASK_ERROR" | "TASK_LOST" | "TASK_DROPPED" | "TASK_UNREACHABLE" | "TASK_GONE" | "TASK_GONE_BY_OPERATOR" | "TASK_UNKNOWN";
export const TaskState: EnumType = enumType("mesos.v1.TaskState", { TASK_STAGING: 6, TASK_STARTING: 0, TASK_RUNNING: 1, TASK_KILLING: 8, TASK_FINISHED: 2, TASK_FAILED: 3, TASK_KILLED: 4, TASK_ERROR: 7, TASK_LOST: 5, TASK_DROPPED: 9, TASK_UNREACHABLE: 10, TASK_GONE: 11, TASK_GONE_BY_OPERATOR: 12, TASK_UNKNOWN: 13 }, {  });

export type OperationState = "OPERATION_UNSUPPORTED" | "OPERATION_PENDING" | "OPERATION_FINISHED" | "OPERATION_FAILED" | "OPERATION_ERROR" | "OPERATION_DROPPED" | "OPERATION_UNREACHABLE" | "OPERATION_GONE_BY_OPERATOR" | "OPERATION_RECOVERING" | "OPERATION_UNKNOWN";
export const OperationState: EnumType = enumType("mesos.v1.OperationState", { OPERATION_UNSUPPORTED: 0, OPERATION_PENDING: 1, OPERATION_FINISHED: 2, OPERATION_FAILED: 3, OPERATION_ERROR: 4, OPERATION_DROPPED: 5, OPERATION_UNREACHABLE: 6, OPERATION_GONE_BY_OPERATOR: 7, OPERATION_RECOVERING: 8, OPERATION_UNKNOWN: 9 }, {  });

export type DrainState = "UNKNOWN" | "DRAINING" | "DRAINED";
export const DrainState: EnumType = enumType("mesos.v1.DrainState", { UNKNOWN: 0, DRAINING: 1, DRAINED: 2 }, {  });
