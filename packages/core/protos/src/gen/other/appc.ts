// Generated from schema/other/appc.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface ImageManifest extends Message {
  acKind: string;
  acVersion: string;
  name: string;
  labels?: ImageManifest_Label[] | undefined;
  app?: ImageManifest_App | undefined;
  annotations?: ImageManifest_Annotation[] | undefined;
  dependencies?: ImageManifest_Dependency[] | undefined;
}
export const ImageManifest: MessageType<ImageManifest> = messageType(
  "appc.spec.ImageManifest",
  () => [
    ["acKind", 1, "required", "string"],
    ["acVersion", 2, "required", "string"],
    ["name", 3, "required", "string"],
    ["labels", 4, "repeated", ImageManifest_Label],
    ["app", 7, "optional", ImageManifest_App],
    ["annotations", 5, "repeated", ImageManifest_Annotation],
    ["dependencies", 6, "repeated", ImageManifest_Dependency],
  ],
  encodeImageManifest,
  decodeImageManifest,
);
export function encodeImageManifest(m: ImageManifest, w: Writer): void {
  if (m.acKind !== undefined) { const v = m.acKind; w.uint32(10); w.string(v); }
  if (m.acVersion !== undefined) { const v = m.acVersion; w.uint32(18); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(26); w.string(v); }
  if (m.labels !== undefined) for (const v of m.labels) { w.uint32(34); { const b = w.open(); encodeImageManifest_Label(v, w); w.close(b); } }
  if (m.annotations !== undefined) for (const v of m.annotations) { w.uint32(42); { const b = w.open(); encodeImageManifest_Annotation(v, w); w.close(b); } }
  if (m.dependencies !== undefined) for (const v of m.dependencies) { w.uint32(50); { const b = w.open(); encodeImageManifest_Dependency(v, w); w.close(b); } }
  if (m.app !== undefined) { const v = m.app; w.uint32(58); { const b = w.open(); encodeImageManifest_App(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest(r: Reader, end: number, m: ImageManifest = {} as ImageManifest): ImageManifest {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.acKind = r.string(); break;
      case 18: m.acVersion = r.string(); break;
      case 26: m.name = r.string(); break;
      case 34: { const v = decodeImageManifest_Label(r, r.open(end)); (m.labels ??= []).push(v); break; }
      case 58: m.app = decodeImageManifest_App(r, r.open(end), m.app); break;
      case 42: { const v = decodeImageManifest_Annotation(r, r.open(end)); (m.annotations ??= []).push(v); break; }
      case 50: { const v = decodeImageManifest_Dependency(r, r.open(end)); (m.dependencies ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.acKind === undefined || m.acVersion === undefined || m.name === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Label extends Message {
  name: string;
  value: string;
}
export const ImageManifest_Label: MessageType<ImageManifest_Label> = messageType(
  "appc.spec.ImageManifest.Label",
  () => [
    ["name", 1, "required", "string"],
    ["value", 2, "required", "string"],
  ],
  encodeImageManifest_Label,
  decodeImageManifest_Label,
);
export function encodeImageManifest_Label(m: ImageManifest_Label, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Label(r: Reader, end: number, m: ImageManifest_Label = {} as ImageManifest_Label): ImageManifest_Label {
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
  if (m.name === undefined || m.value === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Environment extends Message {
  name: string;
  value: string;
}
export const ImageManifest_Environment: MessageType<ImageManifest_Environment> = messageType(
  "appc.spec.ImageManifest.Environment",
  () => [
    ["name", 1, "required", "string"],
    ["value", 2, "required", "string"],
  ],
  encodeImageManifest_Environment,
  decodeImageManifest_Environment,
);
export function encodeImageManifest_Environment(m: ImageManifest_Environment, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Environment(r: Reader, end: number, m: ImageManifest_Environment = {} as ImageManifest_Environment): ImageManifest_Environment {
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
  if (m.name === undefined || m.value === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_App extends Message {
  exec?: string[] | undefined;
  workingDirectory?: string | undefined;
  environment?: ImageManifest_Environment[] | undefined;
}
export const ImageManifest_App: MessageType<ImageManifest_App> = messageType(
  "appc.spec.ImageManifest.App",
  () => [
    ["exec", 1, "repeated", "string"],
    ["workingDirectory", 2, "optional", "string"],
    ["environment", 3, "repeated", ImageManifest_Environment],
  ],
  encodeImageManifest_App,
  decodeImageManifest_App,
);
export function encodeImageManifest_App(m: ImageManifest_App, w: Writer): void {
  if (m.exec !== undefined) for (const v of m.exec) { w.uint32(10); w.string(v); }
  if (m.workingDirectory !== undefined) { const v = m.workingDirectory; w.uint32(18); w.string(v); }
  if (m.environment !== undefined) for (const v of m.environment) { w.uint32(26); { const b = w.open(); encodeImageManifest_Environment(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_App(r: Reader, end: number, m: ImageManifest_App = {} as ImageManifest_App): ImageManifest_App {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.exec ??= []).push(r.string()); break;
      case 18: m.workingDirectory = r.string(); break;
      case 26: { const v = decodeImageManifest_Environment(r, r.open(end)); (m.environment ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ImageManifest_Annotation extends Message {
  name: string;
  value: string;
}
export const ImageManifest_Annotation: MessageType<ImageManifest_Annotation> = messageType(
  "appc.spec.ImageManifest.Annotation",
  () => [
    ["name", 1, "required", "string"],
    ["value", 2, "required", "string"],
  ],
  encodeImageManifest_Annotation,
  decodeImageManifest_Annotation,
);
export function encodeImageManifest_Annotation(m: ImageManifest_Annotation, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.value !== undefined) { const v = m.value; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Annotation(r: Reader, end: number, m: ImageManifest_Annotation = {} as ImageManifest_Annotation): ImageManifest_Annotation {
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
  if (m.name === undefined || m.value === undefined) r.incomplete = true;
  return m;
}

export interface ImageManifest_Dependency extends Message {
  imageName: string;
  imageID?: string | undefined;
  labels?: ImageManifest_Label[] | undefined;
  size?: number | undefined;
}
export const ImageManifest_Dependency: MessageType<ImageManifest_Dependency> = messageType(
  "appc.spec.ImageManifest.Dependency",
  () => [
    ["imageName", 1, "required", "string"],
    ["imageID", 2, "optional", "string"],
    ["labels", 3, "repeated", ImageManifest_Label],
    ["size", 4, "optional", "uint64"],
  ],
  encodeImageManifest_Dependency,
  decodeImageManifest_Dependency,
);
export function encodeImageManifest_Dependency(m: ImageManifest_Dependency, w: Writer): void {
  if (m.imageName !== undefined) { const v = m.imageName; w.uint32(10); w.string(v); }
  if (m.imageID !== undefined) { const v = m.imageID; w.uint32(18); w.string(v); }
  if (m.labels !== undefined) for (const v of m.labels) { w.uint32(26); { const b = w.open(); encodeImageManifest_Label(v, w); w.close(b); } }
  if (m.size !== undefined) { const v = m.size; w.uint32(32); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageManifest_Dependency(r: Reader, end: number, m: ImageManifest_Dependency = {} as ImageManifest_Dependency): ImageManifest_Dependency {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.imageName = r.string(); break;
      case 18: m.imageID = r.string(); break;
      case 26: { const v = decodeImageManifest_Label(r, r.open(end)); (m.labels ??= []).push(v); break; }
      case 32: m.size = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.imageName === undefined) r.incomplete = true;
  return m;
}
