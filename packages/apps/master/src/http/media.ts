/** The media rules of the v1 APIs: what a body is, and in which form the reply is wanted. */
import { DecodeError, decode, fromJson, type Message, type MessageType } from "@mesos-ts/protos";
import { acceptsMedia, type HttpRequest, type HttpResponse, parseJson } from "@mesos-ts/transport";

export const JSON_MEDIA = "application/json";
const PROTOBUF_MEDIA = "application/x-protobuf";

/** What calls and their replies may be. */
export const API_MEDIA = [JSON_MEDIA, PROTOBUF_MEDIA] as const;

export type MediaType = typeof JSON_MEDIA | typeof PROTOBUF_MEDIA;

/** A call, or the reply that refuses its body. */
export type ReadCall<T> =
  | { readonly type: "call"; readonly call: T }
  | { readonly type: "refused"; readonly response: HttpResponse };

/** Reads the call in a request's body. Texts are those of `Master::Http::scheduler` and `api`. */
export function readCall<T extends Message>(
  type: MessageType<T>,
  request: HttpRequest,
): ReadCall<T> {
  const contentType = request.header("content-type");
  if (contentType === undefined) return refuse(400, "Expecting 'Content-Type' to be present");
  if (contentType === PROTOBUF_MEDIA) return readProtobuf(type, request);
  if (contentType === JSON_MEDIA) return readJson(type, request.body.toString("utf8"));
  return refuse(415, `Expecting 'Content-Type' of ${JSON_MEDIA} or ${PROTOBUF_MEDIA}`);
}

function readProtobuf<T extends Message>(type: MessageType<T>, request: HttpRequest): ReadCall<T> {
  try {
    // The body may be a view of network memory, and what is decoded keeps views of it.
    return { type: "call", call: decode(type, Buffer.from(request.body)) };
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return refuse(400, "Failed to parse body into Call protobuf");
  }
}

function readJson<T extends Message>(type: MessageType<T>, body: string): ReadCall<T> {
  const json = parseJson(body);
  if (json.type === "error") {
    return refuse(400, `Failed to parse body into JSON: ${json.error}`);
  }
  try {
    return { type: "call", call: fromJson(type, json.value) };
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return refuse(400, `Failed to convert JSON into Call protobuf: ${cause.message}`);
  }
}

function refuse(status: number, body: string): { type: "refused"; response: HttpResponse } {
  return { type: "refused", response: { status, body } };
}

/** The form that the client takes: JSON if it takes both; undefined: neither. */
export function acceptedMedia(request: HttpRequest): MediaType | undefined {
  const accept = request.header("accept");
  if (acceptsMedia(accept, JSON_MEDIA)) return JSON_MEDIA;
  return acceptsMedia(accept, PROTOBUF_MEDIA) ? PROTOBUF_MEDIA : undefined;
}

/** 406, for a client that takes neither. */
export const NOT_ACCEPTABLE: HttpResponse = {
  status: 406,
  body: `Expecting 'Accept' to allow '${PROTOBUF_MEDIA}' or '${JSON_MEDIA}'`,
};
