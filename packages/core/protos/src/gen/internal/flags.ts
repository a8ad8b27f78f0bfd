// Generated from schema/internal/flags.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $internal_cni from "../internal/cni.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface Firewall extends Message {
  disabled_endpoints?: Firewall_DisabledEndpointsRule | undefined;
}
export const Firewall: MessageType<Firewall> = messageType(
  "mesos.internal.Firewall",
  () => [
    ["disabled_endpoints", 1, "optional", Firewall_DisabledEndpointsRule],
  ],
  encodeFirewall,
  decodeFirewall,
);
export function encodeFirewall(m: Firewall, w: Writer): void {
  if (m.disabled_endpoints !== undefined) { const v = m.disabled_endpoints; w.uint32(10); { const b = w.open(); encodeFirewall_DisabledEndpointsRule(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFirewall(r: Reader, end: number, m: Firewall = {} as Firewall): Firewall {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.disabled_endpoints = decodeFirewall_DisabledEndpointsRule(r, r.open(end), m.disabled_endpoints); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Firewall_DisabledEndpointsRule extends Message {
  paths?: string[] | undefined;
}
export const Firewall_DisabledEndpointsRule: MessageType<Firewall_DisabledEndpointsRule> = messageType(
  "mesos.internal.Firewall.DisabledEndpointsRule",
  () => [
    ["paths", 1, "repeated", "string"],
  ],
  encodeFirewall_DisabledEndpointsRule,
  decodeFirewall_DisabledEndpointsRule,
);
export function encodeFirewall_DisabledEndpointsRule(m: Firewall_DisabledEndpointsRule, w: Writer): void {
  if (m.paths !== undefined) for (const v of m.paths) { w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFirewall_DisabledEndpointsRule(r: Reader, end: number, m: Firewall_DisabledEndpointsRule = {} as Firewall_DisabledEndpointsRule): Firewall_DisabledEndpointsRule {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.paths ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerDNSInfo extends Message {
  mesos?: ContainerDNSInfo_MesosInfo[] | undefined;
  docker?: ContainerDNSInfo_DockerInfo[] | undefined;
}
export const ContainerDNSInfo: MessageType<ContainerDNSInfo> = messageType(
  "mesos.internal.ContainerDNSInfo",
  () => [
    ["mesos", 1, "repeated", ContainerDNSInfo_MesosInfo],
    ["docker", 2, "repeated", ContainerDNSInfo_DockerInfo],
  ],
  encodeContainerDNSInfo,
  decodeContainerDNSInfo,
);
export function encodeContainerDNSInfo(m: ContainerDNSInfo, w: Writer): void {
  if (m.mesos !== undefined) for (const v of m.mesos) { w.uint32(10); { const b = w.open(); encodeContainerDNSInfo_MesosInfo(v, w); w.close(b); } }
  if (m.docker !== undefined) for (const v of m.docker) { w.uint32(18); { const b = w.open(); encodeContainerDNSInfo_DockerInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerDNSInfo(r: Reader, end: number, m: ContainerDNSInfo = {} as ContainerDNSInfo): ContainerDNSInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeContainerDNSInfo_MesosInfo(r, r.open(end)); (m.mesos ??= []).push(v); break; }
      case 18: { const v = decodeContainerDNSInfo_DockerInfo(r, r.open(end)); (m.docker ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerDNSInfo_MesosInfo extends Message {
  network_mode?: ContainerDNSInfo_MesosInfo_NetworkMode | undefined;
  network_name?: string | undefined;
  dns: $internal_cni.DNS;
}
export const ContainerDNSInfo_MesosInfo: MessageType<ContainerDNSInfo_MesosInfo> = messageType(
  "mesos.internal.ContainerDNSInfo.MesosInfo",
  () => [
    ["network_mode", 1, "optional", ContainerDNSInfo_MesosInfo_NetworkMode],
    ["network_name", 2, "optional", "string"],
    ["dns", 3, "required", $internal_cni.DNS],
  ],
  encodeContainerDNSInfo_MesosInfo,
  decodeContainerDNSInfo_MesosInfo,
);
export function encodeContainerDNSInfo_MesosInfo(m: ContainerDNSInfo_MesosInfo, w: Writer): void {
  if (m.network_mode !== undefined) { const v = m.network_mode; { const n = ContainerDNSInfo_MesosInfo_NetworkMode.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.network_name !== undefined) { const v = m.network_name; w.uint32(18); w.string(v); }
  if (m.dns !== undefined) { const v = m.dns; w.uint32(26); { const b = w.open(); $internal_cni.encodeDNS(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerDNSInfo_MesosInfo(r: Reader, end: number, m: ContainerDNSInfo_MesosInfo = {} as ContainerDNSInfo_MesosInfo): ContainerDNSInfo_MesosInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ContainerDNSInfo_MesosInfo_NetworkMode.names.get(r.int32()) as ContainerDNSInfo_MesosInfo_NetworkMode | undefined; if (v === undefined) r.keep(m, start); else m.network_mode = v; break; }
      case 18: m.network_name = r.string(); break;
      case 26: m.dns = $internal_cni.decodeDNS(r, r.open(end), m.dns); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.dns === undefined) r.incomplete = true;
  return m;
}

export type ContainerDNSInfo_MesosInfo_NetworkMode = "UNKNOWN" | "HOST" | "CNI";
export const ContainerDNSInfo_MesosInfo_NetworkMode: EnumType = enumType("mesos.internal.ContainerDNSInfo.MesosInfo.NetworkMode", { UNKNOWN: 0, HOST: 1, CNI: 2 }, {  });

export interface ContainerDNSInfo_DockerInfo extends Message {
  network_mode?: ContainerDNSInfo_DockerInfo_NetworkMode | undefined;
  network_name?: string | undefined;
  dns: ContainerDNSInfo_DockerInfo_DNS;
}
export const ContainerDNSInfo_DockerInfo: MessageType<ContainerDNSInfo_DockerInfo> = messageType(
  "mesos.internal.ContainerDNSInfo.DockerInfo",
  () => [
    ["network_mode", 1, "optional", ContainerDNSInfo_DockerInfo_NetworkMode],
    ["network_name", 2, "optional", "string"],
    ["dns", 3, "required", ContainerDNSInfo_DockerInfo_DNS],
  ],
  encodeContainerDNSInfo_DockerInfo,
  decodeContainerDNSInfo_DockerInfo,
);
export function encodeContainerDNSInfo_DockerInfo(m: ContainerDNSInfo_DockerInfo, w: Writer): void {
  if (m.network_mode !== undefined) { const v = m.network_mode; { const n = ContainerDNSInfo_DockerInfo_NetworkMode.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.network_name !== undefined) { const v = m.network_name; w.uint32(18); w.string(v); }
  if (m.dns !== undefined) { const v = m.dns; w.uint32(26); { const b = w.open(); encodeContainerDNSInfo_DockerInfo_DNS(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerDNSInfo_DockerInfo(r: Reader, end: number, m: ContainerDNSInfo_DockerInfo = {} as ContainerDNSInfo_DockerInfo): ContainerDNSInfo_DockerInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ContainerDNSInfo_DockerInfo_NetworkMode.names.get(r.int32()) as ContainerDNSInfo_DockerInfo_NetworkMode | undefined; if (v === undefined) r.keep(m, start); else m.network_mode = v; break; }
      case 18: m.network_name = r.string(); break;
      case 26: m.dns = decodeContainerDNSInfo_DockerInfo_DNS(r, r.open(end), m.dns); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.dns === undefined) r.incomplete = true;
  return m;
}

export interface ContainerDNSInfo_DockerInfo_DNS extends Message {
  nameservers?: string[] | undefined;
  search?: string[] | undefined;
  options?: string[] | undefined;
}
export const ContainerDNSInfo_DockerInfo_DNS: MessageType<ContainerDNSInfo_DockerInfo_DNS> = messageType(
  "mesos.internal.ContainerDNSInfo.DockerInfo.DNS",
  () => [
    ["nameservers", 1, "repeated", "string"],
    ["search", 2, "repeated", "string"],
    ["options", 3, "repeated", "string"],
  ],
  encodeContainerDNSInfo_DockerInfo_DNS,
  decodeContainerDNSInfo_DockerInfo_DNS,
);
export function encodeContainerDNSInfo_DockerInfo_DNS(m: ContainerDNSInfo_DockerInfo_DNS, w: Writer): void {
  if (m.nameservers !== undefined) for (const v of m.nameservers) { w.uint32(10); w.string(v); }
  if (m.search !== undefined) for (const v of m.search) { w.uint32(18); w.string(v); }
  if (m.options !== undefined) for (const v of m.options) { w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerDNSInfo_DockerInfo_DNS(r: Reader, end: number, m: ContainerDNSInfo_DockerInfo_DNS = {} as ContainerDNSInfo_DockerInfo_DNS): ContainerDNSInfo_DockerInfo_DNS {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.nameservers ??= []).push(r.string()); break;
      case 18: (m.search ??= []).push(r.string()); break;
      case 26: (m.options ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ContainerDNSInfo_DockerInfo_NetworkMode = "UNKNOWN" | "HOST" | "BRIDGE" | "USER";
export const ContainerDNSInfo_DockerInfo_NetworkMode: EnumType = enumType("mesos.internal.ContainerDNSInfo.DockerInfo.NetworkMode", { UNKNOWN: 0, HOST: 1, BRIDGE: 2, USER: 3 }, {  });

export interface SlaveCapabilities extends Message {
  capabilities?: $v1_mesos.AgentInfo_Capability[] | undefined;
}
export const SlaveCapabilities: MessageType<SlaveCapabilities> = messageType(
  "mesos.internal.SlaveCapabilities",
  () => [
    ["capabilities", 1, "repeated", $v1_mesos.AgentInfo_Capability],
  ],
  encodeSlaveCapabilities,
  decodeSlaveCapabilities,
);
export function encodeSlaveCapabilities(m: SlaveCapabilities, w: Writer): void {
  if (m.capabilities !== undefined) for (const v of m.capabilities) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentInfo_Capability(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSlaveCapabilities(r: Reader, end: number, m: SlaveCapabilities = {} as SlaveCapabilities): SlaveCapabilities {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeAgentInfo_Capability(r, r.open(end)); (m.capabilities ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ImageGcConfig extends Message {
  image_disk_headroom: number;
  image_disk_watch_interval: $v1_mesos.DurationInfo;
  excluded_images?: $v1_mesos.Image[] | undefined;
}
export const ImageGcConfig: MessageType<ImageGcConfig> = messageType(
  "mesos.internal.ImageGcConfig",
  () => [
    ["image_disk_headroom", 1, "required", "double"],
    ["image_disk_watch_interval", 2, "required", $v1_mesos.DurationInfo],
    ["excluded_images", 3, "repeated", $v1_mesos.Image],
  ],
  encodeImageGcConfig,
  decodeImageGcConfig,
);
export function encodeImageGcConfig(m: ImageGcConfig, w: Writer): void {
  if (m.image_disk_headroom !== undefined) { const v = m.image_disk_headroom; w.uint32(9); w.double(v); }
  if (m.image_disk_watch_interval !== undefined) { const v = m.image_disk_watch_interval; w.uint32(18); { const b = w.open(); $v1_mesos.encodeDurationInfo(v, w); w.close(b); } }
  if (m.excluded_images !== undefined) for (const v of m.excluded_images) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeImage(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageGcConfig(r: Reader, end: number, m: ImageGcConfig = {} as ImageGcConfig): ImageGcConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 9: m.image_disk_headroom = r.double(); break;
      case 18: m.image_disk_watch_interval = $v1_mesos.decodeDurationInfo(r, r.open(end), m.image_disk_watch_interval); break;
      case 26: { const v = $v1_mesos.decodeImage(r, r.open(end)); (m.excluded_images ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.image_disk_headroom === undefined || m.image_disk_watch_interval === undefined) r.incomplete = true;
  return m;
}
