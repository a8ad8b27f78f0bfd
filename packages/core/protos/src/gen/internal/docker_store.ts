// Generated from schema/internal/docker_store.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $other_docker_spec from "../other/docker_spec.ts";

export interface Image extends Message {
  reference?: $other_docker_spec.ImageReference | undefined;
  layer_ids?: string[] | undefined;
  config_digest?: string | undefined;
}
export const Image: MessageType<Image> = messageType(
  "mesos.internal.slave.docker.Image",
  () => [
    ["reference", 1, "optional", $other_docker_spec.ImageReference],
    ["layer_ids", 2, "repeated", "string"],
    ["config_digest", 3, "optional", "string"],
  ],
  encodeImage,
  decodeImage,
);
export function encodeImage(m: Image, w: Writer): void {
  if (m.reference !== undefined) { const v = m.reference; w.uint32(10); { const b = w.open(); $other_docker_spec.encodeImageReference(v, w); w.close(b); } }
  if (m.layer_ids !== undefined) for (const v of m.layer_ids) { w.uint32(18); w.string(v); }
  if (m.config_digest !== undefined) { const v = m.config_digest; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImage(r: Reader, end: number, m: Image = {} as Image): Image {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.reference = $other_docker_spec.decodeImageReference(r, r.open(end), m.reference); break;
      case 18: (m.layer_ids ??= []).push(r.string()); break;
      case 26: m.config_digest = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Images extends Message {
  images?: Image[] | undefined;
}
export const Images: MessageType<Images> = messageType(
  "mesos.internal.slave.docker.Images",
  () => [
    ["images", 1, "repeated", Image],
  ],
  encodeImages,
  decodeImages,
);
export function encodeImages(m: Images, w: Writer): void {
  if (m.images !== undefined) for (const v of m.images) { w.uint32(10); { const b = w.open(); encodeImage(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeImages(r: Reader, end: number, m: Images = {} as Images): Images {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeImage(r, r.open(end)); (m.images ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
