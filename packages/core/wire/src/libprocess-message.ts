import { Buffer } from "node:buffer";
import type { RequestHead } from "./http-head.ts";
import { isSafeToken, parsePid, percentDecode } from "./pid.ts";

/** What the head of a libprocess message says. */
export type MessageEnvelope = {
  readonly type: "message";
  /** Sender, `id@ip:port`. */
  readonly from: string;
  /** Receiving process, decoded: `slave(1)`. */
  readonly to: string;
  /** Message name: `mesos.internal.PingSlaveMessage`. */
  readonly name: string;
  /** True when the sender is a libprocess, which reads no replies (`User-Agent: libprocess/…`). */
  readonly fromLibprocess: boolean;
};

const AGENT_PREFIX = "libprocess/";

/**
 * The head of a libprocess message, byte for byte what Apache Mesos sends. An empty body has no
 * `Transfer-Encoding`; another body is one chunk and is followed by `messageTail`.
 * `from` and `to` are `id@ip:port` texts. Throws on text that would break the request line:
 * pids come from `parsePid`, names from the program.
 */
export function messageHead(from: string, to: string, name: string, bodyLength: number): string {
  const at = to.indexOf("@");
  if (at < 0 || !isSafeToken(from) || !isSafeToken(to) || !isSafeToken(name)) {
    throw new TypeError(`cannot address message '${name}' from '${from}' to '${to}'`);
  }
  return unsafeMessageHead(from, to.slice(0, at), to.slice(at + 1), name, bodyLength);
}

/** `messageHead` for parts that were checked before. */
export function unsafeMessageHead(
  from: string,
  toId: string,
  toAddress: string,
  name: string,
  bodyLength: number,
): string {
  const path = toId === "" ? `/${name}` : `/${toId}/${name}`;
  const head =
    `POST ${path} HTTP/1.1\r\nUser-Agent: libprocess/${from}\r\nLibprocess-From: ${from}\r\n` +
    `Connection: Keep-Alive\r\nHost: ${toAddress}\r\n`;
  return bodyLength === 0
    ? `${head}\r\n`
    : `${head}Transfer-Encoding: chunked\r\n\r\n${bodyLength.toString(16)}\r\n`;
}

/** What follows a body that is not empty: the end of its chunk and the last chunk. */
export const messageTail = "\r\n0\r\n\r\n";

/** The complete bytes of one message. Throws as `messageHead` does. */
export function formatMessage(from: string, to: string, name: string, body: Uint8Array): Buffer {
  const head = messageHead(from, to, name, body.length);
  if (body.length === 0) return Buffer.from(head, "latin1");
  const bytes = Buffer.allocUnsafe(head.length + body.length + messageTail.length);
  bytes.write(head, 0, "latin1");
  bytes.set(body, head.length);
  bytes.write(messageTail, head.length + body.length, "latin1");
  return bytes;
}

/**
 * Reads a request head as a libprocess message: a POST with a `User-Agent` of `libprocess/…`, or
 * with `Libprocess-From`. Undefined when it is plain HTTP; `bad-message` when it claims to be a
 * message but names no sender or receiver.
 */
export function parseMessageHead(
  head: RequestHead,
): MessageEnvelope | { readonly type: "bad-message"; readonly text: string } | undefined {
  if (head.method !== "POST") return undefined;
  const agent = head.headers.get("user-agent");
  const fromLibprocess = agent?.startsWith(AGENT_PREFIX) ?? false;
  const sender = head.headers.get("libprocess-from");
  if (!fromLibprocess && sender === undefined) return undefined;

  const text = sender ?? agent?.slice(AGENT_PREFIX.length) ?? "";
  const from = parsePid(text);
  if (from === undefined) {
    return { type: "bad-message", text: `'${text}' is not a libprocess sender` };
  }
  const query = head.target.indexOf("?");
  const path = query < 0 ? head.target : head.target.slice(0, query);
  if (!path.startsWith("/")) {
    return { type: "bad-message", text: "Request URL path must start with '/'" };
  }
  const slash = path.indexOf("/", 1);
  const to = percentDecode(slash < 0 ? path.slice(1) : path.slice(1, slash));
  if (to === undefined) {
    return { type: "bad-message", text: `Failed to decode URL path: '${path}'` };
  }
  return {
    type: "message",
    from: `${from.id}@${from.ip}:${from.port}`,
    to,
    name: slash < 0 ? "" : path.slice(slash + 1),
    fromLibprocess,
  };
}
