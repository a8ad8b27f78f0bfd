import type { Buffer } from "node:buffer";
import { DecodeError, decode, fromJson, type Message, type MessageType } from "@mesos-ts/protos";
import { acceptsMedia, type HttpRequest, type HttpResponse, parseJson } from "@mesos-ts/transport";
import type { MediaType } from "../effects/replies.ts";

export const JSON_TYPE = "application/json";
export const PROTOBUF_TYPE = "application/x-protobuf";

export type Parsed<T> =
  | { readonly type: "call"; readonly call: T }
  | { readonly type: "refused"; readonly response: HttpResponse };

/** The call in a request's body. Codes and texts are Mesos's; `also` names other types in them. */
export function parseCall<T extends Message>(
  type: MessageType<T>,
  request: HttpRequest,
  also = "",
): Parsed<T> {
  const contentType = request.header("content-type");
  switch (contentType) {
    case undefined:
      return refused(400, "Expecting 'Content-Type' to be present");
    case JSON_TYPE:
    case PROTOBUF_TYPE:
      return parseMessage(type, request.body, contentType);
    default:
      return refused(415, `Expecting 'Content-Type' of ${JSON_TYPE} or ${PROTOBUF_TYPE}${also}`);
  }
}

/** A message in one of the two forms. */
export function parseMessage<T extends Message>(
  type: MessageType<T>,
  bytes: Buffer,
  mediaType: MediaType,
): Parsed<T> {
  if (mediaType === JSON_TYPE) return readJson(type, bytes.toString("utf8"));
  try {
    return { type: "call", call: decode(type, bytes) };
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return refused(400, "Failed to parse body into Call protobuf");
  }
}

function readJson<T extends Message>(type: MessageType<T>, text: string): Parsed<T> {
  const json = parseJson(text);
  if (json.type === "error") {
    return refused(400, `Failed to parse body into JSON: ${json.error}`);
  }
  try {
    return { type: "call", call: fromJson(type, json.value) };
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return refused(400, `Failed to convert JSON into Call protobuf: ${cause.message}`);
  }
}

export function refused(status: number, body: string): Extract<Parsed<never>, { type: "refused" }> {
  return { type: "refused", response: { status, body } };
}

/** The form of the reply: JSON unless only protobuf is accepted; undefined when neither is. */
export function acceptedType(accept: string | undefined): MediaType | undefined {
  if (acceptsMedia(accept, JSON_TYPE)) return JSON_TYPE;
  return acceptsMedia(accept, PROTOBUF_TYPE) ? PROTOBUF_TYPE : undefined;
}
