// Generated from schema/other/docker_spec.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface ImageReference extends Message {
  registry?: string | undefined;
  repository: string;
  tag?: string | undefined;
  digest?: string | undefined;
}
export const ImageReference: MessageType<ImageReference> = messageType(
  "docker.spec.ImageReference",
  () => [
    ["registry", 1, "optional", "string"],
    ["repository", 2, "required", "string"],
    ["tag", 3, "optional", "string"],
    ["digest", 4, "optional", "string"],
  ],
  encodeImageReference,
  decodeImageReference,
);
export function encodeImageReference(m: ImageReference, w: Writer): void {
  if (m.registry !== undefined) { const v = m.registry; w.uint32(10); w.string(v); }
  if (m.repository !== undefined) { const v = m.repository; w.uint32(18); w.string(v); }
  if (m.tag !== undefined) { const v = m.tag; w.uint32(26); w.string(v); }
  if (m.digest !== undefined) { const v = m.digest; w.uint32(34); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImageReference(r: Reader, end: number, m: ImageReference = {} as ImageReference): ImageReference {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.registry = r.string(); break;
      case 18: m.repository = r.string(); break;
      case 26: m.tag = r.string(); break;
      case 34: m.digest = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.repository === undefined) r.incomplete = true;
  return m;
}

export interface Config extends Message {
}
export const Config: MessageType<Config> = messageType(
  "docker.spec.Config",
  () => [
  ],
  encodeConfig,
  decodeConfig,
);
export function encodeConfig(m: Config, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeConfig(r: Reader, end: number, m: Config = {} as Config): Config {
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

export interface Config_Auth extends Message {
  auth?: string | undefined;
  email?: string | undefined;
}
export const Config_Auth: MessageType<Config_Auth> = messageType(
  "docker.spec.Config.Auth",
  () => [
    ["auth", 1, "optional", "string"],
    ["email", 2, "optional", "string"],
  ],
  encodeConfig_Auth,
  decodeConfig_Auth,
);
export function encodeConfig_Auth(m: Config_Auth, w: Writer): void {
  if (m.auth !== undefined) { const v = m.auth; w.uint32(10); w.string(v); }
  if (m.email !== undefined) { const v = m.email; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeConfig_Auth(r: Reader, end: number, m: Config_Auth = {} as Config_Auth): Config_Auth {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.auth = r.string(); break;
      case 18: m.email = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
