// Generated from schema/other/docker_v2.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $other_docker_v1 from "../other/docker_v1.ts";

export interface ImageManifest extends Message {
  name: string;
  tag: string;
  architecture: string;
  fsLayers?: ImageManifest_FsLayer[] | undefined;
  history?: ImageManifest_History[] | undefined;
  schemaVersion: number;
  signatures?: ImageManifest_Signature[] | undefined;
}
export const ImageManifest: MessageType<ImageManifest> = messageType(
  "docker.spec.v2.ImageManifest",
  () => [
    ["name", 1, "required", "string"],
    ["tag", 2, "required", "string"],
    ["architecture", 3, "required", "string"],
    ["fsLayers", 4, "repeated", ImageManifest_FsLayer],
    ["history", 5, "repeated", ImageManifest_History],
    ["schemaVersion", 6, "required", "uint32"],
    ["signatures", 7, "repeated", ImageManifest_Signature],
  ],
  encodeImageManifest,
  decodeImageManifest,
);
export function encodeImageManifest(m: ImageManifest, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.tag !== undefined) { const v = m.tag; w.uint32(18); w.string(v); }
  if (m.architecture !== undefined) { const v = m.architecture; w.uint32(26); w.string(v); }
  if (m.fsLayers !== undefined) for (const v of m.fsLayers) { w.uint32(34); { const b = w.open(); encodeImageManifest_FsLayer(v, w); w.close(b); } }
  if (m.history !== undefined) for (const v of m.history) { w.uint32(42); { const b = w.open(); encodeImageManifest_History(v, w); w.close(b); } }
  if (m.schemaVersion !== undefined) { const v = m.schemaVersion; w.uint32(48); w.uint32(v); }
  if (m.signatures !== undefined) for (const v of m.signatures) { w.uint32(58); { const b = w.open(); encodeImageManifest_Signature(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest(r: Reader, end: number, m: ImageManifest = {} as ImageManifest): ImageManifest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: m.tag = r.string(); break;
      case 26: m.architecture = r.string(); break;
      case 34: { const v = decodeImageManifest_FsLayer(r, r.open(end)); (m.fsLayers ??= []).push(v); break; }
      case 42: { const v = decodeImageManifest_History(r, r.open(end)); (m.history ??= []).push(v); break; }
      case 48: m.schemaVersion = r.uint32(); break;
      case 58: { const v = decodeImageManifest_Signature(r, r.open(end)); (m.signatures ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.name === undefined || m.tag === undefined || m.architecture === undefined || m.schemaVersion === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_FsLayer extends Message {
  blobSum: string;
}
export const ImageManifest_FsLayer: MessageType<ImageManifest_FsLayer> = messageType(
  "docker.spec.v2.ImageManifest.FsLayer",
  () => [
    ["blobSum", 1, "required", "string"],
  ],
  encodeImageManifest_FsLayer,
  decodeImageManifest_FsLayer,
);
export function encodeImageManifest_FsLayer(m: ImageManifest_FsLayer, w: Writer): void {
  if (m.blobSum !== undefined) { const v = m.blobSum; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_FsLayer(r: Reader, end: number, m: ImageManifest_FsLayer = {} as ImageManifest_FsLayer): ImageManifest_FsLayer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.blobSum = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.blobSum === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_History extends Message {
  v1Compatibility: string;
  v1?: $other_docker_v1.ImageManifest | undefined;
}
export const ImageManifest_History: MessageType<ImageManifest_History> = messageType(
  "docker.spec.v2.ImageManifest.History",
  () => [
    ["v1Compatibility", 1, "required", "string"],
    ["v1", 2, "optional", $other_docker_v1.ImageManifest],
  ],
  encodeImageManifest_History,
  decodeImageManifest_History,
);
export function encodeImageManifest_History(m: ImageManifest_History, w: Writer): void {
  if (m.v1Compatibility !== undefined) { const v = m.v1Compatibility; w.uint32(10); w.string(v); }
  if (m.v1 !== undefined) { const v = m.v1; w.uint32(18); { const b = w.open(); $other_docker_v1.encodeImageManifest(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_History(r: Reader, end: number, m: ImageManifest_History = {} as ImageManifest_History): ImageManifest_History {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.v1Compatibility = r.string(); break;
      case 18: m.v1 = $other_docker_v1.decodeImageManifest(r, r.open(end), m.v1); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.v1Compatibility === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Signature extends Message {
  header: ImageManifest_Signature_Header;
  signature: string;
  protected: string;
}
export const ImageManifest_Signature: MessageType<ImageManifest_Signature> = messageType(
  "docker.spec.v2.ImageManifest.Signature",
  () => [
    ["header", 1, "required", ImageManifest_Signature_Header],
    ["signature", 2, "required", "string"],
    ["protected", 3, "required", "string"],
  ],
  encodeImageManifest_Signature,
  decodeImageManifest_Signature,
);
export function encodeImageManifest_Signature(m: ImageManifest_Signature, w: Writer): void {
  if (m.header !== undefined) { const v = m.header; w.uint32(10); { const b = w.open(); encodeImageManifest_Signature_Header(v, w); w.close(b); } }
  if (m.signature !== undefined) { const v = m.signature; w.uint32(18); w.string(v); }
  if (m.protected !== undefined) { const v = m.protected; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Signature(r: Reader, end: number, m: ImageManifest_Signature = {} as ImageManifest_Signature): ImageManifest_Signature {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.header = decodeImageManifest_Signature_Header(r, r.open(end), m.header); break;
      case 18: m.signature = r.string(); break;
      case 26: m.protected = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.header === undefined || m.signature === undefined || m.protected === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Signature_Header extends Message {
  jwk?: ImageManifest_Signature_Header_Jwk | undefined;
  alg: string;
}
export const ImageManifest_Signature_Header: MessageType<ImageManifest_Signature_Header> = messageType(
  "docker.spec.v2.ImageManifest.Signature.Header",
  () => [
    ["jwk", 1, "optional", ImageManifest_Signature_Header_Jwk],
    ["alg", 2, "required", "string"],
  ],
  encodeImageManifest_Signature_Header,
  decodeImageManifest_Signature_Header,
);
export function encodeImageManifest_Signature_Header(m: ImageManifest_Signature_Header, w: Writer): void {
  if (m.jwk !== undefined) { const v = m.jwk; w.uint32(10); { const b = w.open(); encodeImageManifest_Signature_Header_Jwk(v, w); w.close(b); } }
  if (m.alg !== undefined) { const v = m.alg; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Signature_Header(r: Reader, end: number, m: ImageManifest_Signature_Header = {} as ImageManifest_Signature_Header): ImageManifest_Signature_Header {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.jwk = decodeImageManifest_Signature_Header_Jwk(r, r.open(end), m.jwk); break;
      case 18: m.alg = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.alg === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Signature_Header_Jwk extends Message {
  crv?: string | undefined;
  kid?: string | undefined;
  kty: string;
  x?: string | undefined;
  y?: string | undefined;
}
export const ImageManifest_Signature_Header_Jwk: MessageType<ImageManifest_Signature_Header_Jwk> = messageType(
  "docker.spec.v2.ImageManifest.Signature.Header.Jwk",
  () => [
    ["crv", 1, "optional", "string"],
    ["kid", 2, "optional", "string"],
    ["kty", 3, "required", "string"],
    ["x", 4, "optional", "string"],
    ["y", 5, "optional", "string"],
  ],
  encodeImageManifest_Signature_Header_Jwk,
  decodeImageManifest_Signature_Header_Jwk,
);
export function encodeImageManifest_Signature_Header_Jwk(m: ImageManifest_Signature_Header_Jwk, w: Writer): void {
  if (m.crv !== undefined) { const v = m.crv; w.uint32(10); w.string(v); }
  if (m.kid !== undefined) { const v = m.kid; w.uint32(18); w.string(v); }
  if (m.kty !== undefined) { const v = m.kty; w.uint32(26); w.string(v); }
  if (m.x !== undefined) { const v = m.x; w.uint32(34); w.string(v); }
  if (m.y !== undefined) { const v = m.y; w.uint32(42); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Signature_Header_Jwk(r: Reader, end: number, m: ImageManifest_Signature_Header_Jwk = {} as ImageManifest_Signature_Header_Jwk): ImageManifest_Signature_Header_Jwk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.crv = r.string(); break;
      case 18: m.kid = r.string(); break;
      case 26: m.kty = r.string(); break;
      case 34: m.x = r.string(); break;
      case 42: m.y = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.kty === undefined) r.incomplete = true;
  return m;
}
