// Generated from schema/other/uri.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface URI extends Message {
  scheme: string;
  user?: string | undefined;
  password?: string | undefined;
  host?: string | undefined;
  port?: number | undefined;
  path: string;
  query?: string | undefined;
  fragment?: string | undefined;
}
export const URI: MessageType<URI> = messageType(
  "mesos.URI",
  () => [
    ["scheme", 1, "required", "string"],
    ["user", 2, "optional", "string"],
    ["password", 3, "optional", "string"],
    ["host", 4, "optional", "string"],
    ["port", 5, "optional", "int32"],
    ["path", 6, "required", "string"],
    ["query", 7, "optional", "string"],
    ["fragment", 8, "optional", "string"],
  ],
  encodeURI,
  decodeURI,
);
export function encodeURI(m: URI, w: Writer): void {
  if (m.scheme !== undefined) { const v = m.scheme; w.uint32(10); w.string(v); }
  if (m.user !== undefined) { const v = m.user; w.uint32(18); w.string(v); }
  if (m.password !== undefined) { const v = m.password; w.uint32(26); w.string(v); }
  if (m.host !== undefined) { const v = m.host; w.uint32(34); w.string(v); }
  if (m.port !== undefined) { const v = m.port; w.uint32(40); w.int32(v); }
  if (m.path !== undefined) { const v = m.path; w.uint32(50); w.string(v); }
  if (m.query !== undefined) { const v = m.query; w.uint32(58); w.string(v); }
  if (m.fragment !== undefined) { const v = m.fragment; w.uint32(66); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeURI(r: Reader, end: number, m: URI = {} as URI): URI {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.scheme = r.string(); break;
      case 18: m.user = r.string(); break;
      case 26: m.password = r.string(); break;
      case 34: m.host = r.string(); break;
      case 40: m.port = r.int32(); break;
      case 50: m.path = r.string(); break;
      case 58: m.query = r.string(); break;
      case 66: m.fragment = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.scheme === undefined || m.path === undefined) r.incomplete = true;
  return m;
}
