// Generated from schema/other/docker_v1.proto by `npm run generate`. Do not edit.
import { messageType, setEntry } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface ImageManifest extends Message {
  id?: string | undefined;
  parent?: string | undefined;
  comment?: string | undefined;
  created?: string | undefined;
  container?: string | undefined;
  container_config?: ImageManifest_Config | undefined;
  docker_version?: string | undefined;
  author?: string | undefined;
  config?: ImageManifest_Config | undefined;
  architecture?: string | undefined;
  os?: string | undefined;
  Size?: number | undefined;
}
export const ImageManifest: MessageType<ImageManifest> = messageType(
  "docker.spec.v1.ImageManifest",
  () => [
    ["id", 1, "optional", "string"],
    ["parent", 2, "optional", "string"],
    ["comment", 3, "optional", "string"],
    ["created", 4, "optional", "string"],
    ["container", 5, "optional", "string"],
    ["container_config", 6, "optional", ImageManifest_Config],
    ["docker_version", 7, "optional", "string"],
    ["author", 8, "optional", "string"],
    ["config", 9, "optional", ImageManifest_Config],
    ["architecture", 10, "optional", "string"],
    ["os", 11, "optional", "string"],
    ["Size", 12, "optional", "uint32"],
  ],
  encodeImageManifest,
  decodeImageManifest,
);
export function encodeImageManifest(m: ImageManifest, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); w.string(v); }
  if (m.parent !== undefined) { const v = m.parent; w.uint32(18); w.string(v); }
  if (m.comment !== undefined) { const v = m.comment; w.uint32(26); w.string(v); }
  if (m.created !== undefined) { const v = m.created; w.uint32(34); w.string(v); }
  if (m.container !== undefined) { const v = m.container; w.uint32(42); w.string(v); }
  if (m.container_config !== undefined) { const v = m.container_config; w.uint32(50); { const b = w.open(); encodeImageManifest_Config(v, w); w.close(b); } }
  if (m.docker_version !== undefined) { const v = m.docker_version; w.uint32(58); w.string(v); }
  if (m.author !== undefined) { const v = m.author; w.uint32(66); w.string(v); }
  if (m.config !== undefined) { const v = m.config; w.uint32(74); { const b = w.open(); encodeImageManifest_Config(v, w); w.close(b); } }
  if (m.architecture !== undefined) { const v = m.architecture; w.uint32(82); w.string(v); }
  if (m.os !== undefined) { const v = m.os; w.uint32(90); w.string(v); }
  if (m.Size !== undefined) { const v = m.Size; w.uint32(96); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest(r: Reader, end: number, m: ImageManifest = {} as ImageManifest): ImageManifest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = r.string(); break;
      case 18: m.parent = r.string(); break;
      case 26: m.comment = r.string(); break;
      case 34: m.created = r.string(); break;
      case 42: m.container = r.string(); break;
      case 50: m.container_config = decodeImageManifest_Config(r, r.open(end), m.container_config); break;
      case 58: m.docker_version = r.string(); break;
      case 66: m.author = r.string(); break;
      case 74: m.config = decodeImageManifest_Config(r, r.open(end), m.config); break;
      case 82: m.architecture = r.string(); break;
      case 90: m.os = r.string(); break;
      case 96: m.Size = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ImageManifest_Config extends Message {
  Hostname?: string | undefined;
  Entrypoint?: string[] | undefined;
  Env?: string[] | undefined;
  User?: string | undefined;
  Cmd?: string[] | undefined;
  WorkingDir?: string | undefined;
  Image?: string | undefined;
  Labels?: Record<string, string> | undefined;
}
export const ImageManifest_Config: MessageType<ImageManifest_Config> = messageType(
  "docker.spec.v1.ImageManifest.Config",
  () => [
    ["Hostname", 1, "optional", "string"],
    ["Entrypoint", 2, "repeated", "string"],
    ["Env", 3, "repeated", "string"],
    ["User", 4, "optional", "string"],
    ["Cmd", 5, "repeated", "string"],
    ["WorkingDir", 6, "optional", "string"],
    ["Image", 8, "optional", "string"],
    ["Labels", 9, "map", "string"],
  ],
  encodeImageManifest_Config,
  decodeImageManifest_Config,
);
export function encodeImageManifest_Config(m: ImageManifest_Config, w: Writer): void {
  if (m.Hostname !== undefined) { const v = m.Hostname; w.uint32(10); w.string(v); }
  if (m.Entrypoint !== undefined) for (const v of m.Entrypoint) { w.uint32(18); w.string(v); }
  if (m.Env !== undefined) for (const v of m.Env) { w.uint32(26); w.string(v); }
  if (m.User !== undefined) { const v = m.User; w.uint32(34); w.string(v); }
  if (m.Cmd !== undefined) for (const v of m.Cmd) { w.uint32(42); w.string(v); }
  if (m.WorkingDir !== undefined) { const v = m.WorkingDir; w.uint32(50); w.string(v); }
  if (m.Image !== undefined) { const v = m.Image; w.uint32(66); w.string(v); }
  if (m.Labels !== undefined) for (const [k, v] of Object.entries(m.Labels)) { w.uint32(74); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); w.string(v); w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Config(r: Reader, end: number, m: ImageManifest_Config = {} as ImageManifest_Config): ImageManifest_Config {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.Hostname = r.string(); break;
      case 18: (m.Entrypoint ??= []).push(r.string()); break;
      case 26: (m.Env ??= []).push(r.string()); break;
      case 34: m.User = r.string(); break;
      case 42: (m.Cmd ??= []).push(r.string()); break;
      case 50: m.WorkingDir = r.string(); break;
      case 66: m.Image = r.string(); break;
      case 74: { const e = r.open(end); let k = ""; let v: string | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = r.string(); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.Labels ??= {}), k, v ?? ""); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
