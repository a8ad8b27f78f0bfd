import type { Buffer } from "node:buffer";
import { err, ok, type Result } from "@mesos-ts/base";
import type { Codec } from "./codec.ts";
import { XID } from "./constants.ts";
import { JuteError, JuteReader, JuteWriter } from "./jute.ts";
import { type Response, writeResponse } from "./operations.ts";
import {
  type ConnectRequest,
  type ConnectResponse,
  connectRequestCodec,
  connectResponseCodec,
  type ReplyHeader,
  replyHeaderCodec,
  type WatcherEvent,
  watcherEventCodec,
} from "./records.ts";

/** A notification has no transaction of its own. */
const NO_ZXID = -1n;

function decode<T>(codec: Codec<T>, reader: JuteReader, what: string): Result<T> {
  try {
    return ok(codec.read(reader));
  } catch (error) {
    if (error instanceof JuteError) return err(`The ${what} is malformed: ${error.message}`);
    throw error;
  }
}

function encode<T>(codec: Codec<T>, value: T): Buffer {
  const writer = new JuteWriter(4);
  codec.write(writer, value);
  return writer.finishFrame();
}

/** The first frame of a client. */
export function decodeConnectRequest(frame: Buffer): Result<ConnectRequest> {
  return decode(connectRequestCodec, new JuteReader(frame), "ConnectRequest");
}

export function encodeConnectRequest(request: ConnectRequest): Buffer {
  return encode(connectRequestCodec, request);
}

/** The first frame of a server. A `sessionId` of 0 says that the session has expired. */
export function decodeConnectResponse(frame: Buffer): Result<ConnectResponse> {
  return decode(connectResponseCodec, new JuteReader(frame), "ConnectResponse");
}

export function encodeConnectResponse(response: ConnectResponse): Buffer {
  return encode(connectResponseCodec, response);
}

/** A frame from a server: its header, and where what follows is read. */
export type Reply = { readonly header: ReplyHeader; readonly body: JuteReader };

export function decodeReply(frame: Buffer): Result<Reply> {
  const body = new JuteReader(frame);
  const header = decode(replyHeaderCodec, body, "header of a reply");
  return header.type === "ok" ? ok({ header: header.value, body }) : header;
}

/** A reply as it goes on the wire. An error has no response. */
export function encodeReply(header: ReplyHeader, response?: Response): Buffer {
  const writer = new JuteWriter(4);
  replyHeaderCodec.write(writer, header);
  if (response !== undefined) writeResponse(writer, response);
  return writer.finishFrame();
}

/** What a watch tells, where the `xid` of a reply is `XID.notification`. */
export function decodeNotification(body: JuteReader): Result<WatcherEvent> {
  return decode(watcherEventCodec, body, "notification");
}

export function encodeNotification(event: WatcherEvent): Buffer {
  const writer = new JuteWriter(4);
  replyHeaderCodec.write(writer, { xid: XID.notification, zxid: NO_ZXID, err: 0 });
  watcherEventCodec.write(writer, event);
  return writer.finishFrame();
}
