import type { agent } from "@mesos-ts/protos";
import { acceptsMedia, type HttpRequest, type HttpResponse } from "@mesos-ts/transport";
import type { MediaType } from "../effects/replies.ts";
import { acceptedType, JSON_TYPE, PROTOBUF_TYPE } from "./media-types.ts";

export const RECORDIO_TYPE = "application/recordio";

/** The forms of a call and of its answer. */
export interface StreamTypes {
  /** Of the records of a streamed request; undefined for a request that is one message. */
  readonly requestRecords: MediaType | undefined;
  /** Of the reply, and of the records in it if it is a stream. */
  readonly reply: MediaType | typeof RECORDIO_TYPE;
  readonly replyRecords: MediaType;
}

/** Calls that are answered with a stream. */
const STREAMED_REPLIES: ReadonlySet<string | undefined> = new Set<agent.Call_Type>([
  "ATTACH_CONTAINER_OUTPUT",
  "LAUNCH_NESTED_CONTAINER_SESSION",
]);

const BOTH = `${JSON_TYPE} or ${PROTOBUF_TYPE}`;

/** What the headers of a request agree on, or why they do not. Codes and texts are Mesos's. */
export function streamTypes(request: HttpRequest): StreamTypes | HttpResponse {
  const requestRecords = recordsOfRequest(request);
  if (typeof requestRecords === "object") return requestRecords;
  const accept = request.header("accept");
  const messageAccept = request.header("message-accept");
  const plain = acceptedType(accept);
  if (plain !== undefined) {
    return messageAccept === undefined
      ? { requestRecords, reply: plain, replyRecords: plain }
      : refuse(406, "Expecting 'Message-Accept' to be not set for non-streaming responses");
  }
  if (!acceptsMedia(accept, RECORDIO_TYPE)) {
    return refuse(406, `Expecting 'Accept' to allow ${BOTH} or ${RECORDIO_TYPE}`);
  }
  const replyRecords = acceptedType(messageAccept);
  return replyRecords === undefined
    ? refuse(406, `Expecting 'Message-Accept' to allow ${BOTH}`)
    : { requestRecords, reply: RECORDIO_TYPE, replyRecords };
}

/** Whether a request's body is a stream of records. */
export function streamsRecords(request: Pick<HttpRequest, "header">): boolean {
  return request.header("content-type") === RECORDIO_TYPE;
}

/** Why a call cannot have a stream on its side or the other; undefined when it can. */
export function unfitForStreams(
  { type }: agent.Call,
  { requestRecords, reply }: StreamTypes,
): HttpResponse | undefined {
  const isInput = type === "ATTACH_CONTAINER_INPUT";
  if (requestRecords !== undefined && !isInput) {
    return refuse(
      415,
      `Streaming 'Content-Type' ${RECORDIO_TYPE} is not supported for ${type} call`,
    );
  }
  if (requestRecords === undefined && isInput) {
    return refuse(415, `Expecting 'Content-Type' to be ${RECORDIO_TYPE} for ${type} call`);
  }
  return reply === RECORDIO_TYPE && !STREAMED_REPLIES.has(type)
    ? refuse(406, `Streaming response is not supported for ${type} call`)
    : undefined;
}

function recordsOfRequest(request: HttpRequest): MediaType | HttpResponse | undefined {
  const records = request.header("message-content-type");
  if (!streamsRecords(request)) {
    return records === undefined
      ? undefined
      : refuse(415, "Expecting 'Message-Content-Type' to be not set for non-streaming requests");
  }
  switch (records) {
    case JSON_TYPE:
    case PROTOBUF_TYPE:
      return records;
    case undefined:
      return refuse(400, "Expecting 'Message-Content-Type' to be set for streaming requests");
    default:
      return refuse(415, `Expecting 'Message-Content-Type' of ${BOTH}`);
  }
}

function refuse(status: number, body: string): HttpResponse {
  return { status, body };
}
