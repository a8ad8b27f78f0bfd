// Generated from schema/internal/registry.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $internal_resource_provider_registry from "../internal/resource_provider_registry.ts";
import * as $v1_maintenance from "../v1/maintenance.ts";
import * as $v1_mesos from "../v1/mesos.ts";
import * as $v1_quota from "../v1/quota.ts";

export interface Registry extends Message {
  master?: Registry_Master | undefined;
  agents?: Registry_Slaves | undefined;
  unreachable?: Registry_UnreachableSlaves | undefined;
  gone?: Registry_GoneSlaves | undefined;
  machines?: Registry_Machines | undefined;
  schedules?: $v1_maintenance.Schedule[] | undefined;
  quotas?: Registry_Quota[] | undefined;
  quota_configs?: $v1_quota.QuotaConfig[] | undefined;
  weights?: Registry_Weight[] | undefined;
  resource_provider_registry?: $internal_resource_provider_registry.Registry | undefined;
  minimum_capabilities?: Registry_MinimumCapability[] | undefined;
}
export const Registry: MessageType<Registry> = messageType(
  "mesos.internal.Registry",
  () => [
    ["master", 1, "optional", Registry_Master],
    ["agents", 2, "optional", Registry_Slaves, { v0: "slaves" }],
    ["unreachable", 7, "optional", Registry_UnreachableSlaves],
    ["gone", 8, "optional", Registry_GoneSlaves],
    ["machines", 3, "optional", Registry_Machines],
    ["schedules", 4, "repeated", $v1_maintenance.Schedule],
    ["quotas", 5, "repeated", Registry_Quota, { deprecated: true }],
    ["quota_configs", 11, "repeated", $v1_quota.QuotaConfig],
    ["weights", 6, "repeated", Registry_Weight],
    ["resource_provider_registry", 9, "optional", $internal_resource_provider_registry.Registry],
    ["minimum_capabilities", 10, "repeated", Registry_MinimumCapability],
  ],
  encodeRegistry,
  decodeRegistry,
);
export function encodeRegistry(m: Registry, w: Writer): void {
  if (m.master !== undefined) { const v = m.master; w.uint32(10); { const b = w.open(); encodeRegistry_Master(v, w); w.close(b); } }
  if (m.agents !== undefined) { const v = m.agents; w.uint32(18); { const b = w.open(); encodeRegistry_Slaves(v, w); w.close(b); } }
  if (m.machines !== undefined) { const v = m.machines; w.uint32(26); { const b = w.open(); encodeRegistry_Machines(v, w); w.close(b); } }
  if (m.schedules !== undefined) for (const v of m.schedules) { w.uint32(34); { const b = w.open(); $v1_maintenance.encodeSchedule(v, w); w.close(b); } }
  if (m.quotas !== undefined) for (const v of m.quotas) { w.uint32(42); { const b = w.open(); encodeRegistry_Quota(v, w); w.close(b); } }
  if (m.weights !== undefined) for (const v of m.weights) { w.uint32(50); { const b = w.open(); encodeRegistry_Weight(v, w); w.close(b); } }
  if (m.unreachable !== undefined) { const v = m.unreachable; w.uint32(58); { const b = w.open(); encodeRegistry_UnreachableSlaves(v, w); w.close(b); } }
  if (m.gone !== undefined) { const v = m.gone; w.uint32(66); { const b = w.open(); encodeRegistry_GoneSlaves(v, w); w.close(b); } }
  if (m.resource_provider_registry !== undefined) { const v = m.resource_provider_registry; w.uint32(74); { const b = w.open(); $internal_resource_provider_registry.encodeRegistry(v, w); w.close(b); } }
  if (m.minimum_capabilities !== undefined) for (const v of m.minimum_capabilities) { w.uint32(82); { const b = w.open(); encodeRegistry_MinimumCapability(v, w); w.close(b); } }
  if (m.quota_configs !== undefined) for (const v of m.quota_configs) { w.uint32(90); { const b = w.open(); $v1_quota.encodeQuotaConfig(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry(r: Reader, end: number, m: Registry = {} as Registry): Registry {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.master = decodeRegistry_Master(r, r.open(end), m.master); break;
      case 18: m.agents = decodeRegistry_Slaves(r, r.open(end), m.agents); break;
      case 58: m.unreachable = decodeRegistry_UnreachableSlaves(r, r.open(end), m.unreachable); break;
      case 66: m.gone = decodeRegistry_GoneSlaves(r, r.open(end), m.gone); break;
      case 26: m.machines = decodeRegistry_Machines(r, r.open(end), m.machines); break;
      case 34: { const v = $v1_maintenance.decodeSchedule(r, r.open(end)); (m.schedules ??= []).push(v); break; }
      case 42: { const v = decodeRegistry_Quota(r, r.open(end)); (m.quotas ??= []).push(v); break; }
      case 90: { const v = $v1_quota.decodeQuotaConfig(r, r.open(end)); (m.quota_configs ??= []).push(v); break; }
      case 50: { const v = decodeRegistry_Weight(r, r.open(end)); (m.weights ??= []).push(v); break; }
      case 74: m.resource_provider_registry = $internal_resource_provider_registry.decodeRegistry(r, r.open(end), m.resource_provider_registry); break;
      case 82: { const v = decodeRegistry_MinimumCapability(r, r.open(end)); (m.minimum_capabilities ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Registry_Master extends Message {
  info: $v1_mesos.MasterInfo;
}
export const Registry_Master: MessageType<Registry_Master> = messageType(
  "mesos.internal.Registry.Master",
  () => [
    ["info", 1, "required", $v1_mesos.MasterInfo],
  ],
  encodeRegistry_Master,
  decodeRegistry_Master,
);
export function encodeRegistry_Master(m: Registry_Master, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeMasterInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_Master(r: Reader, end: number, m: Registry_Master = {} as Registry_Master): Registry_Master {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_mesos.decodeMasterInfo(r, r.open(end), m.info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined) r.incomplete = true;
  return m;
}

export interface Registry_Slave extends Message {
  info: $v1_mesos.AgentInfo;
  drain_info?: $v1_mesos.DrainInfo | undefined;
  deactivated?: boolean | undefined;
}
export const Registry_Slave: MessageType<Registry_Slave> = messageType(
  "mesos.internal.Registry.Slave",
  () => [
    ["info", 1, "required", $v1_mesos.AgentInfo],
    ["drain_info", 2, "optional", $v1_mesos.DrainInfo],
    ["deactivated", 3, "optional", "bool", { default: false }],
  ],
  encodeRegistry_Slave,
  decodeRegistry_Slave,
);
export function encodeRegistry_Slave(m: Registry_Slave, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.drain_info !== undefined) { const v = m.drain_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeDrainInfo(v, w); w.close(b); } }
  if (m.deactivated !== undefined) { const v = m.deactivated; w.uint32(24); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_Slave(r: Reader, end: number, m: Registry_Slave = {} as Registry_Slave): Registry_Slave {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_mesos.decodeAgentInfo(r, r.open(end), m.info); break;
      case 18: m.drain_info = $v1_mesos.decodeDrainInfo(r, r.open(end), m.drain_info); break;
      case 24: m.deactivated = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined) r.incomplete = true;
  return m;
}

export interface Registry_Slaves extends Message {
  agents?: Registry_Slave[] | undefined;
}
export const Registry_Slaves: MessageType<Registry_Slaves> = messageType(
  "mesos.internal.Registry.Slaves",
  () => [
    ["agents", 1, "repeated", Registry_Slave, { v0: "slaves" }],
  ],
  encodeRegistry_Slaves,
  decodeRegistry_Slaves,
);
export function encodeRegistry_Slaves(m: Registry_Slaves, w: Writer): void {
  if (m.agents !== undefined) for (const v of m.agents) { w.uint32(10); { const b = w.open(); encodeRegistry_Slave(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_Slaves(r: Reader, end: number, m: Registry_Slaves = {} as Registry_Slaves): Registry_Slaves {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeRegistry_Slave(r, r.open(end)); (m.agents ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Registry_UnreachableSlave extends Message {
  id: $v1_mesos.AgentID;
  timestamp: $v1_mesos.TimeInfo;
  drain_info?: $v1_mesos.DrainInfo | undefined;
  deactivated?: boolean | undefined;
}
export const Registry_UnreachableSlave: MessageType<Registry_UnreachableSlave> = messageType(
  "mesos.internal.Registry.UnreachableSlave",
  () => [
    ["id", 1, "required", $v1_mesos.AgentID],
    ["timestamp", 2, "required", $v1_mesos.TimeInfo],
    ["drain_info", 3, "optional", $v1_mesos.DrainInfo],
    ["deactivated", 4, "optional", "bool", { default: false }],
  ],
  encodeRegistry_UnreachableSlave,
  decodeRegistry_UnreachableSlave,
);
export function encodeRegistry_UnreachableSlave(m: Registry_UnreachableSlave, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.timestamp !== undefined) { const v = m.timestamp; w.uint32(18); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.drain_info !== undefined) { const v = m.drain_info; w.uint32(26); { const b = w.open(); $v1_mesos.encodeDrainInfo(v, w); w.close(b); } }
  if (m.deactivated !== undefined) { const v = m.deactivated; w.uint32(32); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_UnreachableSlave(r: Reader, end: number, m: Registry_UnreachableSlave = {} as Registry_UnreachableSlave): Registry_UnreachableSlave {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = $v1_mesos.decodeAgentID(r, r.open(end), m.id); break;
      case 18: m.timestamp = $v1_mesos.decodeTimeInfo(r, r.open(end), m.timestamp); break;
      case 26: m.drain_info = $v1_mesos.decodeDrainInfo(r, r.open(end), m.drain_info); break;
      case 32: m.deactivated = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined || m.timestamp === undefined) r.incomplete = true;
  return m;
}

export interface Registry_UnreachableSlaves extends Message {
  agents?: Registry_UnreachableSlave[] | undefined;
}
export const Registry_UnreachableSlaves: MessageType<Registry_UnreachableSlaves> = messageType(
  "mesos.internal.Registry.UnreachableSlaves",
  () => [
    ["agents", 1, "repeated", Registry_UnreachableSlave, { v0: "slaves" }],
  ],
  encodeRegistry_UnreachableSlaves,
  decodeRegistry_UnreachableSlaves,
);
export function encodeRegistry_UnreachableSlaves(m: Registry_UnreachableSlaves, w: Writer): void {
  if (m.agents !== undefined) for (const v of m.agents) { w.uint32(10); { const b = w.open(); encodeRegistry_UnreachableSlave(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_UnreachableSlaves(r: Reader, end: number, m: Registry_UnreachableSlaves = {} as Registry_UnreachableSlaves): Registry_UnreachableSlaves {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeRegistry_UnreachableSlave(r, r.open(end)); (m.agents ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Registry_GoneSlave extends Message {
  id: $v1_mesos.AgentID;
  timestamp: $v1_mesos.TimeInfo;
}
export const Registry_GoneSlave: MessageType<Registry_GoneSlave> = messageType(
  "mesos.internal.Registry.GoneSlave",
  () => [
    ["id", 1, "required", $v1_mesos.AgentID],
    ["timestamp", 2, "required", $v1_mesos.TimeInfo],
  ],
  encodeRegistry_GoneSlave,
  decodeRegistry_GoneSlave,
);
export function encodeRegistry_GoneSlave(m: Registry_GoneSlave, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentID(v, w); w.close(b); } }
  if (m.timestamp !== undefined) { const v = m.timestamp; w.uint32(18); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_GoneSlave(r: Reader, end: number, m: Registry_GoneSlave = {} as Registry_GoneSlave): Registry_GoneSlave {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = $v1_mesos.decodeAgentID(r, r.open(end), m.id); break;
      case 18: m.timestamp = $v1_mesos.decodeTimeInfo(r, r.open(end), m.timestamp); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined || m.timestamp === undefined) r.incomplete = true;
  return m;
}

export interface Registry_GoneSlaves extends Message {
  agents?: Registry_GoneSlave[] | undefined;
}
export const Registry_GoneSlaves: MessageType<Registry_GoneSlaves> = messageType(
  "mesos.internal.Registry.GoneSlaves",
  () => [
    ["agents", 1, "repeated", Registry_GoneSlave, { v0: "slaves" }],
  ],
  encodeRegistry_GoneSlaves,
  decodeRegistry_GoneSlaves,
);
export function encodeRegistry_GoneSlaves(m: Registry_GoneSlaves, w: Writer): void {
  if (m.agents !== undefined) for (const v of m.agents) { w.uint32(10); { const b = w.open(); encodeRegistry_GoneSlave(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_GoneSlaves(r: Reader, end: number, m: Registry_GoneSlaves = {} as Registry_GoneSlaves): Registry_GoneSlaves {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeRegistry_GoneSlave(r, r.open(end)); (m.agents ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Registry_Machine extends Message {
  info: $v1_mesos.MachineInfo;
}
export const Registry_Machine: MessageType<Registry_Machine> = messageType(
  "mesos.internal.Registry.Machine",
  () => [
    ["info", 1, "required", $v1_mesos.MachineInfo],
  ],
  encodeRegistry_Machine,
  decodeRegistry_Machine,
);
export function encodeRegistry_Machine(m: Registry_Machine, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeMachineInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_Machine(r: Reader, end: number, m: Registry_Machine = {} as Registry_Machine): Registry_Machine {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_mesos.decodeMachineInfo(r, r.open(end), m.info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined) r.incomplete = true;
  return m;
}

export interface Registry_Machines extends Message {
  machines?: Registry_Machine[] | undefined;
}
export const Registry_Machines: MessageType<Registry_Machines> = messageType(
  "mesos.internal.Registry.Machines",
  () => [
    ["machines", 1, "repeated", Registry_Machine],
  ],
  encodeRegistry_Machines,
  decodeRegistry_Machines,
);
export function encodeRegistry_Machines(m: Registry_Machines, w: Writer): void {
  if (m.machines !== undefined) for (const v of m.machines) { w.uint32(10); { const b = w.open(); encodeRegistry_Machine(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_Machines(r: Reader, end: number, m: Registry_Machines = {} as Registry_Machines): Registry_Machines {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeRegistry_Machine(r, r.open(end)); (m.machines ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Registry_Quota extends Message {
  info: $v1_quota.QuotaInfo;
}
export const Registry_Quota: MessageType<Registry_Quota> = messageType(
  "mesos.internal.Registry.Quota",
  () => [
    ["info", 1, "required", $v1_quota.QuotaInfo],
  ],
  encodeRegistry_Quota,
  decodeRegistry_Quota,
);
export function encodeRegistry_Quota(m: Registry_Quota, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_quota.encodeQuotaInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_Quota(r: Reader, end: number, m: Registry_Quota = {} as Registry_Quota): Registry_Quota {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_quota.decodeQuotaInfo(r, r.open(end), m.info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined) r.incomplete = true;
  return m;
}

export interface Registry_Weight extends Message {
  info: $v1_mesos.WeightInfo;
}
export const Registry_Weight: MessageType<Registry_Weight> = messageType(
  "mesos.internal.Registry.Weight",
  () => [
    ["info", 1, "required", $v1_mesos.WeightInfo],
  ],
  encodeRegistry_Weight,
  decodeRegistry_Weight,
);
export function encodeRegistry_Weight(m: Registry_Weight, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeWeightInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_Weight(r: Reader, end: number, m: Registry_Weight = {} as Registry_Weight): Registry_Weight {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_mesos.decodeWeightInfo(r, r.open(end), m.info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined) r.incomplete = true;
  return m;
}

export interface Registry_MinimumCapability extends Message {
  capability: string;
}
export const Registry_MinimumCapability: MessageType<Registry_MinimumCapability> = messageType(
  "mesos.internal.Registry.MinimumCapability",
  () => [
    ["capability", 1, "required", "string"],
  ],
  encodeRegistry_MinimumCapability,
  decodeRegistry_MinimumCapability,
);
export function encodeRegistry_MinimumCapability(m: Registry_MinimumCapability, w: Writer): void {
  if (m.capability !== undefined) { const v = m.capability; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry_MinimumCapability(r: Reader, end: number, m: Registry_MinimumCapability = {} as Registry_MinimumCapability): Registry_MinimumCapability {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.capability = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.capability === undefined) r.incomplete = true;
  return m;
}
