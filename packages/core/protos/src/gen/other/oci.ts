// Generated from schema/other/oci.proto by `npm run generate`. Do not edit.
import { messageType, setEntry } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface Descriptor extends Message {
  mediaType: string;
  digest: string;
  size: number;
  urls?: string[] | undefined;
  annotations?: Record<string, string> | undefined;
}
export const Descriptor: MessageType<Descriptor> = messageType(
  "oci.spec.image.v1.Descriptor",
  () => [
    ["mediaType", 1, "required", "string"],
    ["digest", 2, "required", "string"],
    ["size", 3, "required", "int64"],
    ["urls", 4, "repeated", "string"],
    ["annotations", 5, "map", "string"],
  ],
  encodeDescriptor,
  decodeDescriptor,
);
export function encodeDescriptor(m: Descriptor, w: Writer): void {
  if (m.mediaType !== undefined) { const v = m.mediaType; w.uint32(10); w.string(v); }
  if (m.digest !== undefined) { const v = m.digest; w.uint32(18); w.string(v); }
  if (m.size !== undefined) { const v = m.size; w.uint32(24); w.int64(v); }
  if (m.urls !== undefined) for (const v of m.urls) { w.uint32(34); w.string(v); }
  if (m.annotations !== undefined) for (const [k, v] of Object.entries(m.annotations)) { w.uint32(42); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); w.string(v); w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDescriptor(r: Reader, end: number, m: Descriptor = {} as Descriptor): Descriptor {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.mediaType = r.string(); break;
      case 18: m.digest = r.string(); break;
      case 24: m.size = r.int64(); break;
      case 34: (m.urls ??= []).push(r.string()); break;
      case 42: { const e = r.open(end); let k = ""; let v: string | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = r.string(); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.annotations ??= {}), k, v ?? ""); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.mediaType === undefined || m.digest === undefined || m.size === undefined) r.incomplete = true;
  return m;
}

export interface Platform extends Message {
  architecture: string;
  os: string;
  os_version?: string | undefined;
  os_features?: string[] | undefined;
  variant?: string | undefined;
  features?: string[] | undefined;
}
export const Platform: MessageType<Platform> = messageType(
  "oci.spec.image.v1.Platform",
  () => [
    ["architecture", 1, "required", "string"],
    ["os", 2, "required", "string"],
    ["os_version", 3, "optional", "string"],
    ["os_features", 4, "repeated", "string"],
    ["variant", 5, "optional", "string"],
    ["features", 6, "repeated", "string"],
  ],
  encodePlatform,
  decodePlatform,
);
export function encodePlatform(m: Platform, w: Writer): void {
  if (m.architecture !== undefined) { const v = m.architecture; w.uint32(10); w.string(v); }
  if (m.os !== undefined) { const v = m.os; w.uint32(18); w.string(v); }
  if (m.os_version !== undefined) { const v = m.os_version; w.uint32(26); w.string(v); }
  if (m.os_features !== undefined) for (const v of m.os_features) { w.uint32(34); w.string(v); }
  if (m.variant !== undefined) { const v = m.variant; w.uint32(42); w.string(v); }
  if (m.features !== undefined) for (const v of m.features) { w.uint32(50); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodePlatform(r: Reader, end: number, m: Platform = {} as Platform): Platform {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.architecture = r.string(); break;
      case 18: m.os = r.string(); break;
      case 26: m.os_version = r.string(); break;
      case 34: (m.os_features ??= []).push(r.string()); break;
      case 42: m.variant = r.string(); break;
      case 50: (m.features ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.architecture === undefined || m.os === undefined) r.incomplete = true;
  return m;
}

export interface ManifestDescriptor extends Message {
  mediaType: string;
  digest: string;
  size: number;
  platform?: Platform | undefined;
  urls?: string[] | undefined;
  annotations?: Record<string, string> | undefined;
}
export const ManifestDescriptor: MessageType<ManifestDescriptor> = messageType(
  "oci.spec.image.v1.ManifestDescriptor",
  () => [
    ["mediaType", 1, "required", "string"],
    ["digest", 2, "required", "string"],
    ["size", 3, "required", "int64"],
    ["platform", 4, "optional", Platform],
    ["urls", 5, "repeated", "string"],
    ["annotations", 6, "map", "string"],
  ],
  encodeManifestDescriptor,
  decodeManifestDescriptor,
);
export function encodeManifestDescriptor(m: ManifestDescriptor, w: Writer): void {
  if (m.mediaType !== undefined) { const v = m.mediaType; w.uint32(10); w.string(v); }
  if (m.digest !== undefined) { const v = m.digest; w.uint32(18); w.string(v); }
  if (m.size !== undefined) { const v = m.size; w.uint32(24); w.int64(v); }
  if (m.platform !== undefined) { const v = m.platform; w.uint32(34); { const b = w.open(); encodePlatform(v, w); w.close(b); } }
  if (m.urls !== undefined) for (const v of m.urls) { w.uint32(42); w.string(v); }
  if (m.annotations !== undefined) for (const [k, v] of Object.entries(m.annotations)) { w.uint32(50); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); w.string(v); w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeManifestDescriptor(r: Reader, end: number, m: ManifestDescriptor = {} as ManifestDescriptor): ManifestDescriptor {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.mediaType = r.string(); break;
      case 18: m.digest = r.string(); break;
      case 24: m.size = r.int64(); break;
      case 34: m.platform = decodePlatform(r, r.open(end), m.platform); break;
      case 42: (m.urls ??= []).push(r.string()); break;
      case 50: { const e = r.open(end); let k = ""; let v: string | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = r.string(); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.annotations ??= {}), k, v ?? ""); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.mediaType === undefined || m.digest === undefined || m.size === undefined) r.incomplete = true;
  return m;
}

export interface Index extends Message {
  schemaVersion: number;
  manifests?: ManifestDescriptor[] | undefined;
  annotations?: Record<string, string> | undefined;
}
export const Index: MessageType<Index> = messageType(
  "oci.spec.image.v1.Index",
  () => [
    ["schemaVersion", 1, "required", "int64"],
    ["manifests", 2, "repeated", ManifestDescriptor],
    ["annotations", 3, "map", "string"],
  ],
  encodeIndex,
  decodeIndex,
);
export function encodeIndex(m: Index, w: Writer): void {
  if (m.schemaVersion !== undefined) { const v = m.schemaVersion; w.uint32(8); w.int64(v); }
  if (m.manifests !== undefined) for (const v of m.manifests) { w.uint32(18); { const b = w.open(); encodeManifestDescriptor(v, w); w.close(b); } }
  if (m.annotations !== undefined) for (const [k, v] of Object.entries(m.annotations)) { w.uint32(26); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); w.string(v); w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeIndex(r: Reader, end: number, m: Index = {} as Index): Index {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.schemaVersion = r.int64(); break;
      case 18: { const v = decodeManifestDescriptor(r, r.open(end)); (m.manifests ??= []).push(v); break; }
      case 26: { const e = r.open(end); let k = ""; let v: string | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = r.string(); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.annotations ??= {}), k, v ?? ""); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.schemaVersion === undefined) r.incomplete = true;
  return m;
}

export interface Manifest extends Message {
  schemaVersion: number;
  config: Descriptor;
  layers?: Descriptor[] | undefined;
  annotations?: Record<string, string> | undefined;
}
export const Manifest: MessageType<Manifest> = messageType(
  "oci.spec.image.v1.Manifest",
  () => [
    ["schemaVersion", 1, "required", "int64"],
    ["config", 2, "required", Descriptor],
    ["layers", 3, "repeated", Descriptor],
    ["annotations", 4, "map", "string"],
  ],
  encodeManifest,
  decodeManifest,
);
export function encodeManifest(m: Manifest, w: Writer): void {
  if (m.schemaVersion !== undefined) { const v = m.schemaVersion; w.uint32(8); w.int64(v); }
  if (m.config !== undefined) { const v = m.config; w.uint32(18); { const b = w.open(); encodeDescriptor(v, w); w.close(b); } }
  if (m.layers !== undefined) for (const v of m.layers) { w.uint32(26); { const b = w.open(); encodeDescriptor(v, w); w.close(b); } }
  if (m.annotations !== undefined) for (const [k, v] of Object.entries(m.annotations)) { w.uint32(34); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); w.string(v); w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeManifest(r: Reader, end: number, m: Manifest = {} as Manifest): Manifest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.schemaVersion = r.int64(); break;
      case 18: m.config = decodeDescriptor(r, r.open(end), m.config); break;
      case 26: { const v = decodeDescriptor(r, r.open(end)); (m.layers ??= []).push(v); break; }
      case 34: { const e = r.open(end); let k = ""; let v: string | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = r.string(); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.annotations ??= {}), k, v ?? ""); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.schemaVersion === undefined || m.config === undefined) r.incomplete = true;
  return m;
}

export interface Configuration extends Message {
  architecture: string;
  os: string;
  rootfs: Configuration_Rootfs;
  created?: string | undefined;
  author?: string | undefined;
  config?: Configuration_Config | undefined;
  history?: Configuration_History[] | undefined;
}
export const Configuration: MessageType<Configuration> = messageType(
  "oci.spec.image.v1.Configuration",
  () => [
    ["architecture", 1, "required", "string"],
    ["os", 2, "required", "string"],
    ["rootfs", 3, "required", Configuration_Rootfs],
    ["created", 4, "optional", "string"],
    ["author", 5, "optional", "string"],
    ["config", 6, "optional", Configuration_Config],
    ["history", 7, "repeated", Configuration_History],
  ],
  encodeConfiguration,
  decodeConfiguration,
);
export function encodeConfiguration(m: Configuration, w: Writer): void {
  if (m.architecture !== undefined) { const v = m.architecture; w.uint32(10); w.string(v); }
  if (m.os !== undefined) { const v = m.os; w.uint32(18); w.string(v); }
  if (m.rootfs !== undefined) { const v = m.rootfs; w.uint32(26); { const b = w.open(); encodeConfiguration_Rootfs(v, w); w.close(b); } }
  if (m.created !== undefined) { const v = m.created; w.uint32(34); w.string(v); }
  if (m.author !== undefined) { const v = m.author; w.uint32(42); w.string(v); }
  if (m.config !== undefined) { const v = m.config; w.uint32(50); { const b = w.open(); encodeConfiguration_Config(v, w); w.close(b); } }
  if (m.history !== undefined) for (const v of m.history) { w.uint32(58); { const b = w.open(); encodeConfiguration_History(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeConfiguration(r: Reader, end: number, m: Configuration = {} as Configuration): Configuration {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.architecture = r.string(); break;
      case 18: m.os = r.string(); break;
      case 26: m.rootfs = decodeConfiguration_Rootfs(r, r.open(end), m.rootfs); break;
      case 34: m.created = r.string(); break;
      case 42: m.author = r.string(); break;
      case 50: m.config = decodeConfiguration_Config(r, r.open(end), m.config); break;
      case 58: { const v = decodeConfiguration_History(r, r.open(end)); (m.history ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.architecture === undefined || m.os === undefined || m.rootfs === undefined) r.incomplete = true;
  return m;
}

export interface Configuration_Rootfs extends Message {
  type: string;
  diff_ids?: string[] | undefined;
}
export const Configuration_Rootfs: MessageType<Configuration_Rootfs> = messageType(
  "oci.spec.image.v1.Configuration.Rootfs",
  () => [
    ["type", 1, "required", "string"],
    ["diff_ids", 2, "repeated", "string"],
  ],
  encodeConfiguration_Rootfs,
  decodeConfiguration_Rootfs,
);
export function encodeConfiguration_Rootfs(m: Configuration_Rootfs, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; w.uint32(10); w.string(v); }
  if (m.diff_ids !== undefined) for (const v of m.diff_ids) { w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeConfiguration_Rootfs(r: Reader, end: number, m: Configuration_Rootfs = {} as Configuration_Rootfs): Configuration_Rootfs {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.type = r.string(); break;
      case 18: (m.diff_ids ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined) r.incomplete = true;
  return m;
}

export interface Configuration_Config extends Message {
  User?: string | undefined;
  ExposedPorts?: Record<string, Configuration_Config_Empty> | undefined;
  Env?: string[] | undefined;
  Entrypoint?: string[] | undefined;
  Cmd?: string[] | undefined;
  Volumes?: Record<string, Configuration_Config_Empty> | undefined;
  WorkingDir?: string | undefined;
  Labels?: Record<string, string> | undefined;
}
export const Configuration_Config: MessageType<Configuration_Config> = messageType(
  "oci.spec.image.v1.Configuration.Config",
  () => [
    ["User", 1, "optional", "string"],
    ["ExposedPorts", 2, "map", Configuration_Config_Empty],
    ["Env", 3, "repeated", "string"],
    ["Entrypoint", 4, "repeated", "string"],
    ["Cmd", 5, "repeated", "string"],
    ["Volumes", 6, "map", Configuration_Config_Empty],
    ["WorkingDir", 7, "optional", "string"],
    ["Labels", 8, "map", "string"],
  ],
  encodeConfiguration_Config,
  decodeConfiguration_Config,
);
export function encodeConfiguration_Config(m: Configuration_Config, w: Writer): void {
  if (m.User !== undefined) { const v = m.User; w.uint32(10); w.string(v); }
  if (m.ExposedPorts !== undefined) for (const [k, v] of Object.entries(m.ExposedPorts)) { w.uint32(18); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeConfiguration_Config_Empty(v, w); w.close(b); } w.close(a); }
  if (m.Env !== undefined) for (const v of m.Env) { w.uint32(26); w.string(v); }
  if (m.Entrypoint !== undefined) for (const v of m.Entrypoint) { w.uint32(34); w.string(v); }
  if (m.Cmd !== undefined) for (const v of m.Cmd) { w.uint32(42); w.string(v); }
  if (m.Volumes !== undefined) for (const [k, v] of Object.entries(m.Volumes)) { w.uint32(50); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); encodeConfiguration_Config_Empty(v, w); w.close(b); } w.close(a); }
  if (m.WorkingDir !== undefined) { const v = m.WorkingDir; w.uint32(58); w.string(v); }
  if (m.Labels !== undefined) for (const [k, v] of Object.entries(m.Labels)) { w.uint32(66); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); w.string(v); w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeConfiguration_Config(r: Reader, end: number, m: Configuration_Config = {} as Configuration_Config): Configuration_Config {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.User = r.string(); break;
      case 18: { const e = r.open(end); let k = ""; let v: Configuration_Config_Empty | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeConfiguration_Config_Empty(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.ExposedPorts ??= {}), k, v ?? {} as never); break; }
      case 26: (m.Env ??= []).push(r.string()); break;
      case 34: (m.Entrypoint ??= []).push(r.string()); break;
      case 42: (m.Cmd ??= []).push(r.string()); break;
      case 50: { const e = r.open(end); let k = ""; let v: Configuration_Config_Empty | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = decodeConfiguration_Config_Empty(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.Volumes ??= {}), k, v ?? {} as never); break; }
      case 58: m.WorkingDir = r.string(); break;
      case 66: { const e = r.open(end); let k = ""; let v: string | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = r.string(); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.Labels ??= {}), k, v ?? ""); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Configuration_Config_Empty extends Message {
}
export const Configuration_Config_Empty: MessageType<Configuration_Config_Empty> = messageType(
  "oci.spec.image.v1.Configuration.Config.Empty",
  () => [
  ],
  encodeConfiguration_Config_Empty,
  decodeConfiguration_Config_Empty,
);
export function encodeConfiguration_Config_Empty(m: Configuration_Config_Empty, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeConfiguration_Config_Empty(r: Reader, end: number, m: Configuration_Config_Empty = {} as Configuration_Config_Empty): Configuration_Config_Empty {
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

export interface Configuration_History extends Message {
  created?: string | undefined;
  author?: string | undefined;
  created_by?: string | undefined;
  comment?: string | undefined;
  empty_layer?: boolean | undefined;
}
export const Configuration_History: MessageType<Configuration_History> = messageType(
  "oci.spec.image.v1.Configuration.History",
  () => [
    ["created", 1, "optional", "string"],
    ["author", 2, "optional", "string"],
    ["created_by", 3, "optional", "string"],
    ["comment", 4, "optional", "string"],
    ["empty_layer", 5, "optional", "bool"],
  ],
  encodeConfiguration_History,
  decodeConfiguration_History,
);
export function encodeConfiguration_History(m: Configuration_History, w: Writer): void {
  if (m.created !== undefined) { const v = m.created; w.uint32(10); w.string(v); }
  if (m.author !== undefined) { const v = m.author; w.uint32(18); w.string(v); }
  if (m.created_by !== undefined) { const v = m.created_by; w.uint32(26); w.string(v); }
  if (m.comment !== undefined) { const v = m.comment; w.uint32(34); w.string(v); }
  if (m.empty_layer !== undefined) { const v = m.empty_layer; w.uint32(40); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeConfiguration_History(r: Reader, end: number, m: Configuration_History = {} as Configuration_History): Configuration_History {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.created = r.string(); break;
      case 18: m.author = r.string(); break;
      case 26: m.created_by = r.string(); break;
      case 34: m.comment = r.string(); break;
      case 40: m.empty_layer = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
