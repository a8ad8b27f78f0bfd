// Generated from schema/other/module.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface Modules extends Message {
  libraries?: Modules_Library[] | undefined;
}
export const Modules: MessageType<Modules> = messageType(
  "mesos.Modules",
  () => [
    ["libraries", 1, "repeated", Modules_Library],
  ],
  encodeModules,
  decodeModules,
);
export function encodeModules(m: Modules, w: Writer): void {
  if (m.libraries !== undefined) for (const v of m.libraries) { w.uint32(10); { const b = w.open(); encodeModules_Library(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeModules(r: Reader, end: number, m: Modules = {} as Modules): Modules {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeModules_Library(r, r.open(end)); (m.libraries ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Modules_Library extends Message {
  file?: string | undefined;
  name?: string | undefined;
  modules?: Modules_Library_Module[] | undefined;
}
export const Modules_Library: MessageType<Modules_Library> = messageType(
  "mesos.Modules.Library",
  () => [
    ["file", 1, "optional", "string"],
    ["name", 2, "optional", "string"],
    ["modules", 3, "repeated", Modules_Library_Module],
  ],
  encodeModules_Library,
  decodeModules_Library,
);
export function encodeModules_Library(m: Modules_Library, w: Writer): void {
  if (m.file !== undefined) { const v = m.file; w.uint32(10); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.modules !== undefined) for (const v of m.modules) { w.uint32(26); { const b = w.open(); encodeModules_Library_Module(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeModules_Library(r: Reader, end: number, m: Modules_Library = {} as Modules_Library): Modules_Library {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.file = r.string(); break;
      case 18: m.name = r.string(); break;
      case 26: { const v = decodeModules_Library_Module(r, r.open(end)); (m.modules ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Modules_Library_Module extends Message {
  name?: string | undefined;
  parameters?: $v1_mesos.Parameter[] | undefined;
}
export const Modules_Library_Module: MessageType<Modules_Library_Module> = messageType(
  "mesos.Modules.Library.Module",
  () => [
    ["name", 1, "optional", "string"],
    ["parameters", 2, "repeated", $v1_mesos.Parameter],
  ],
  encodeModules_Library_Module,
  decodeModules_Library_Module,
);
export function encodeModules_Library_Module(m: Modules_Library_Module, w: Writer): void {
  if (m.name !== undefined) { const v = m.name; w.uint32(10); w.string(v); }
  if (m.parameters !== undefined) for (const v of m.parameters) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeParameter(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeModules_Library_Module(r: Reader, end: number, m: Modules_Library_Module = {} as Modules_Library_Module): Modules_Library_Module {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.name = r.string(); break;
      case 18: { const v = $v1_mesos.decodeParameter(r, r.open(end)); (m.parameters ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
