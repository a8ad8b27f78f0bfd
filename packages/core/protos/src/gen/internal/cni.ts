// Generated from schema/internal/cni.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface Route extends Message {
  dst: string;
  gw?: string | undefined;
}
export const Route: MessageType<Route> = messageType(
  "mesos.internal.slave.cni.spec.Route",
  () => [
    ["dst", 1, "required", "string"],
    ["gw", 2, "optional", "string"],
  ],
  encodeRoute,
  decodeRoute,
);
export function encodeRoute(m: Route, w: Writer): void {
  if (m.dst !== undefined) { const v = m.dst; w.uint32(10); w.string(v); }
  if (m.gw !== undefined) { const v = m.gw; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRoute(r: Reader, end: number, m: Route = {} as Route): Route {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.dst = r.string(); break;
      case 18: m.gw = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.dst === undefined) r.incomplete = true;
  return m;
}

export interface DNS extends Message {
  nameservers?: string[] | undefined;
  domain?: string | undefined;
  search?: string[] | undefined;
  options?: string[] | undefined;
}
export const DNS: MessageType<DNS> = messageType(
  "mesos.internal.slave.cni.spec.DNS",
  () => [
    ["nameservers", 1, "repeated", "string"],
    ["domain", 2, "optional", "string"],
    ["search", 3, "repeated", "string"],
    ["options", 4, "repeated", "string"],
  ],
  encodeDNS,
  decodeDNS,
);
export function encodeDNS(m: DNS, w: Writer): void {
  if (m.nameservers !== undefined) for (const v of m.nameservers) { w.uint32(10); w.string(v); }
  if (m.domain !== undefined) { const v = m.domain; w.uint32(18); w.string(v); }
  if (m.search !== undefined) for (const v of m.search) { w.uint32(26); w.string(v); }
  if (m.options !== undefined) for (const v of m.options) { w.uint32(34); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDNS(r: Reader, end: number, m: DNS = {} as DNS): DNS {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.nameservers ??= []).push(r.string()); break;
      case 18: m.domain = r.string(); break;
      case 26: (m.search ??= []).push(r.string()); break;
      case 34: (m.options ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface IPConfig extends Message {
  ip: string;
  gateway?: string | undefined;
  routes?: Route[] | undefined;
}
export const IPConfig: MessageType<IPConfig> = messageType(
  "mesos.internal.slave.cni.spec.IPConfig",
  () => [
    ["ip", 1, "required", "string"],
    ["gateway", 2, "optional", "string"],
    ["routes", 3, "repeated", Route],
  ],
  encodeIPConfig,
  decodeIPConfig,
);
export function encodeIPConfig(m: IPConfig, w: Writer): void {
  if (m.ip !== undefined) { const v = m.ip; w.uint32(10); w.string(v); }
  if (m.gateway !== undefined) { const v = m.gateway; w.uint32(18); w.string(v); }
  if (m.routes !== undefined) for (const v of m.routes) { w.uint32(26); { const b = w.open(); encodeRoute(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeIPConfig(r: Reader, end: number, m: IPConfig = {} as IPConfig): IPConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.ip = r.string(); break;
      case 18: m.gateway = r.string(); break;
      case 26: { const v = decodeRoute(r, r.open(end)); (m.routes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.ip === undefined) r.incomplete = true;
  return m;
}

export interface NetworkConfig extends Message {
  name: string;
  type: string;
  ipam?: NetworkConfig_IPAM | undefined;
  dns?: DNS | undefined;
}
export const NetworkConfig: MessageType<NetworkConfig> = messageType(
  "mesos.internal.slave.cni.spec.NetworkConfig",
  () => [
    ["name", 1, "required", "string"],
    ["type", 2, "required", "string"],
    ["ipam", 3, "optional", NetworkConfig_IPAM],
    ["dns", 4, "optional", DNS],
  ],
  encodeNetworkConfig,
  decodeNetworkConfig,
);
export function encodeNetworkConfig(m: NetworkConfig, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.type !== undefined) { const v = m.type; w.uint32(18); w.string(v); }
  if (m.ipam !== undefined) { const v = m.ipam; w.uint32(26); { const b = w.open(); encodeNetworkConfig_IPAM(v, w); w.close(b); } }
  if (m.dns !== undefined) { const v = m.dns; w.uint32(34); { const b = w.open(); encodeDNS(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeNetworkConfig(r: Reader, end: number, m: NetworkConfig = {} as NetworkConfig): NetworkConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.type = r.string(); break;
      case 26: m.ipam = decodeNetworkConfig_IPAM(r, r.open(end), m.ipam); break;
      case 34: m.dns = decodeDNS(r, r.open(end), m.dns); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.type === undefined) r.incomplete = true;
  return m;
}

export interface NetworkConfig_IPAM extends Message {
  type: string;
  routes?: Route[] | undefined;
}
export const NetworkConfig_IPAM: MessageType<NetworkConfig_IPAM> = messageType(
  "mesos.internal.slave.cni.spec.NetworkConfig.IPAM",
  () => [
    ["type", 1, "required", "string"],
    ["routes", 2, "repeated", Route],
  ],
  encodeNetworkConfig_IPAM,
  decodeNetworkConfig_IPAM,
);
export function encodeNetworkConfig_IPAM(m: NetworkConfig_IPAM, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; w.uint32(10); w.string(v); }
  if (m.routes !== undefined) for (const v of m.routes) { w.uint32(18); { const b = w.open(); encodeRoute(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeNetworkConfig_IPAM(r: Reader, end: number, m: NetworkConfig_IPAM = {} as NetworkConfig_IPAM): NetworkConfig_IPAM {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.type = r.string(); break;
      case 18: { const v = decodeRoute(r, r.open(end)); (m.routes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface NetworkInfo extends Message {
  ip4?: IPConfig | undefined;
  ip6?: IPConfig | undefined;
  dns?: DNS | undefined;
}
export const NetworkInfo: MessageType<NetworkInfo> = messageType(
  "mesos.internal.slave.cni.spec.NetworkInfo",
  () => [
    ["ip4", 1, "optional", IPConfig],
    ["ip6", 2, "optional", IPConfig],
    ["dns", 3, "optional", DNS],
  ],
  encodeNetworkInfo,
  decodeNetworkInfo,
);
export function encodeNetworkInfo(m: NetworkInfo, w: Writer): void {
  if (m.ip4 !== undefined) { const v = m.ip4; w.uint32(10); { const b = w.open(); encodeIPConfig(v, w); w.close(b); } }
  if (m.ip6 !== undefined) { const v = m.ip6; w.uint32(18); { const b = w.open(); encodeIPConfig(v, w); w.close(b); } }
  if (m.dns !== undefined) { const v = m.dns; w.uint32(26); { const b = w.open(); encodeDNS(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeNetworkInfo(r: Reader, end: number, m: NetworkInfo = {} as NetworkInfo): NetworkInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.ip4 = decodeIPConfig(r, r.open(end), m.ip4); break;
      case 18: m.ip6 = decodeIPConfig(r, r.open(end), m.ip6); break;
      case 26: m.dns = decodeDNS(r, r.open(end), m.dns); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Error extends Message {
  cniVersion: string;
  code: number;
  msg: string;
  details?: string | undefined;
}
export const Error: MessageType<Error> = messageType(
  "mesos.internal.slave.cni.spec.Error",
  () => [
    ["cniVersion", 1, "required", "string"],
    ["code", 2, "required", "uint32"],
    ["msg", 3, "required", "string"],
    ["details", 4, "optional", "string"],
  ],
  encodeError,
  decodeError,
);
export function encodeError(m: Error, w: Writer): void {
  if (m.cniVersion !== undefined) { const v = m.cniVersion; w.uint32(10); w.string(v); }
  if (m.code !== undefined) { const v = m.code; w.uint32(16); w.uint32(v); }
  if (m.msg !== undefined) { const v = m.msg; w.uint32(26); w.string(v); }
  if (m.details !== undefined) { const v = m.details; w.uint32(34); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeError(r: Reader, end: number, m: Error = {} as Error): Error {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.cniVersion = r.string(); break;
      case 16: m.code = r.uint32(); break;
      case 26: m.msg = r.string(); break;
      case 34: m.details = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.cniVersion === undefined || m.code === undefined || m.msg === undefined) r.incomplete = true;
  return m;
}
