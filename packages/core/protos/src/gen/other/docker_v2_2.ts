// Generated from schema/other/docker_v2_2.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface ImageManifest extends Message {
  schemaVersion: number;
  mediaType: string;
  config: ImageManifest_Config;
  layers?: ImageManifest_Layer[] | undefined;
}
export const ImageManifest: MessageType<ImageManifest> = messageType(
  "docker.spec.v2_2.ImageManifest",
  () => [
    ["schemaVersion", 1, "required", "uint32"],
    ["mediaType", 2, "required", "string"],
    ["config", 3, "required", ImageManifest_Config],
    ["layers", 4, "repeated", ImageManifest_Layer],
  ],
  encodeImageManifest,
  decodeImageManifest,
);
export function encodeImageManifest(m: ImageManifest, w: Writer): void {
  if (m.schemaVersion !== undefined) { const v = m.schemaVersion; w.uint32(8); w.uint32(v); }
  if (m.mediaType !== undefined) { const v = m.mediaType; w.uint32(18); w.string(v); }
  if (m.config !== undefined) { const v = m.config; w.uint32(26); { const b = w.open(); encodeImageManifest_Config(v, w); w.close(b); } }
  if (m.layers !== undefined) for (const v of m.layers) { w.uint32(34); { const b = w.open(); encodeImageManifest_Layer(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest(r: Reader, end: number, m: ImageManifest = {} as ImageManifest): ImageManifest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.schemaVersion = r.uint32(); break;
      case 18: m.mediaType = r.string(); break;
      case 26: m.config = decodeImageManifest_Config(r, r.open(end), m.config); break;
      case 34: { const v = decodeImageManifest_Layer(r, r.open(end)); (m.layers ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.schemaVersion === undefined || m.mediaType === undefined || m.config === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Config extends Message {
  mediaType: string;
  size: number;
  digest: string;
}
export const ImageManifest_Config: MessageType<ImageManifest_Config> = messageType(
  "docker.spec.v2_2.ImageManifest.Config",
  () => [
    ["mediaType", 1, "required", "string"],
    ["size", 2, "required", "uint32"],
    ["digest", 3, "required", "string"],
  ],
  encodeImageManifest_Config,
  decodeImageManifest_Config,
);
export function encodeImageManifest_Config(m: ImageManifest_Config, w: Writer): void {
  if (m.mediaType !== undefined) { const v = m.mediaType; w.uint32(10); w.string(v); }
  if (m.size !== undefined) { const v = m.size; w.uint32(16); w.uint32(v); }
  if (m.digest !== undefined) { const v = m.digest; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Config(r: Reader, end: number, m: ImageManifest_Config = {} as ImageManifest_Config): ImageManifest_Config {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.mediaType = r.string(); break;
      case 16: m.size = r.uint32(); break;
      case 26: m.digest = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.mediaType === undefined || m.size === undefined || m.digest === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Layer extends Message {
  mediaType: string;
  size: number;
  digest: string;
  urls?: string[] | undefined;
}
export const ImageManifest_Layer: MessageType<ImageManifest_Layer> = messageType(
  "docker.spec.v2_2.ImageManifest.Layer",
  () => [
    ["mediaType", 1, "required", "string"],
    ["size", 2, "required", "uint32"],
    ["digest", 3, "required", "string"],
    ["urls", 4, "repeated", "string"],
  ],
  encodeImageManifest_Layer,
  decodeImageManifest_Layer,
);
export function encodeImageManifest_Layer(m: ImageManifest_Layer, w: Writer): void {
  if (m.mediaType !== undefined) { const v = m.mediaType; w.uint32(10); w.string(v); }
  if (m.size !== undefined) { const v = m.size; w.uint32(16); w.uint32(v); }
  if (m.digest !== undefined) { const v = m.digest; w.uint32(26); w.string(v); }
  if (m.urls !== undefined) for (const v of m.urls) { w.uint32(34); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Layer(r: Reader, end: number, m: ImageManifest_Layer = {} as ImageManifest_Layer): ImageManifest_Layer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.mediaType = r.string(); break;
      case 16: m.size = r.uint32(); break;
      case 26: m.digest = r.string(); break;
      case 34: (m.urls ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.mediaType === undefined || m.size === undefined || m.digest === undefined) r.incomplete = true;
  return m;
}
