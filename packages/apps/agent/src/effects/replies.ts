import type { Buffer } from "node:buffer";
import type { Reply, RequestId, StreamId } from "@mesos-ts/agent";
import { agent, encode, executor, type Message, type MessageType, toJson } from "@mesos-ts/protos";
import {
  EventStream,
  type HttpResponse,
  type ResponseWriter,
  type TransportLog,
} from "@mesos-ts/transport";
import { encodeRecord } from "@mesos-ts/wire";
import type { Dispatch, EffectOf } from "./port.ts";

export type MediaType = "application/json" | "application/x-protobuf";

/** Mesos's agents send HTTP executors a sign of life this often. */
const HEARTBEAT_MS = 30 * 60 * 1000;

/** A message in the form that a client asked for. */
export function render<T extends Message>(
  type: MessageType<T>,
  message: T,
  mediaType: MediaType,
): Buffer | string {
  return mediaType === "application/json" ? toJson(type, message) : encode(type, message);
}

interface Waiting {
  readonly mediaType: MediaType;
  readonly subscriber: string;
  readonly answer: (response: HttpResponse) => void;
}

/** HTTP requests that the agent's core answers, and the executors' event streams. */
export class Replies {
  readonly #dispatch: Dispatch;
  readonly #log: TransportLog;
  readonly #waiting = new Map<RequestId, Waiting>();
  readonly #streams = new Map<StreamId, ExecutorStream>();
  #requests = 0;

  constructor(dispatch: Dispatch, log: TransportLog) {
    this.#dispatch = dispatch;
    this.#log = log;
  }

  executorCall(call: executor.Call, mediaType: MediaType): Promise<HttpResponse> {
    const subscriber = `executor '${call.executor_id.value}' of framework ${call.framework_id.value}`;
    return this.#ask(mediaType, subscriber, (requestId) =>
      this.#dispatch({ type: "executor-call", requestId, call }),
    );
  }

  /** `onClose` tells when the client goes away: some calls wait for long. */
  operatorCall(
    call: agent.Call,
    mediaType: MediaType,
    onClose: (listener: () => void) => void,
  ): Promise<HttpResponse> {
    return this.#ask(mediaType, "operator", (requestId) => {
      onClose(() => {
        if (this.#take(requestId) !== undefined) {
          this.#dispatch({ type: "request-closed", requestId });
        }
      });
      this.#dispatch({ type: "operator-call", requestId, call });
    });
  }

  /** The connection of a session is over. */
  sessionClosed(containerId: string): void {
    this.#dispatch({ type: "session-closed", containerId });
  }

  reply({ requestId, reply }: EffectOf<"reply">): void {
    const waiting = this.#take(requestId);
    waiting?.answer(responseOf(reply, waiting.mediaType));
  }

  openStream({ requestId, streamId }: EffectOf<"open-stream">): void {
    const waiting = this.#take(requestId);
    if (waiting === undefined) return;
    const stream = new ExecutorStream(waiting, this.#log, () => {
      if (this.#streams.delete(streamId)) this.#dispatch({ type: "stream-closed", streamId });
    });
    this.#streams.set(streamId, stream);
    waiting.answer({
      status: 200,
      headers: { "Content-Type": waiting.mediaType },
      stream: (writer) => stream.attach(writer),
    });
  }

  event({ streamId, event }: EffectOf<"executor-event">): void {
    this.#streams.get(streamId)?.send(event);
  }

  closeStream({ streamId }: EffectOf<"close-stream">): void {
    const stream = this.#streams.get(streamId);
    this.#streams.delete(streamId);
    stream?.end();
  }

  #ask(
    mediaType: MediaType,
    subscriber: string,
    start: (requestId: RequestId) => void,
  ): Promise<HttpResponse> {
    const { promise, resolve } = Promise.withResolvers<HttpResponse>();
    this.#requests += 1;
    this.#waiting.set(this.#requests, { mediaType, subscriber, answer: resolve });
    start(this.#requests);
    return promise;
  }

  #take(requestId: RequestId): Waiting | undefined {
    const waiting = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    return waiting;
  }
}

function responseOf(reply: Reply, mediaType: MediaType): HttpResponse {
  switch (reply.type) {
    case "accepted":
      return { status: 202 };
    case "refused":
      return { status: reply.status, body: reply.text };
    case "ok":
      return reply.response === undefined
        ? { status: 200 }
        : {
            status: 200,
            headers: { "Content-Type": mediaType },
            body: render(agent.Response, reply.response, mediaType),
          };
    default:
      return reply satisfies never;
  }
}

/** One executor's events; those of before the reply's start wait for it. */
class ExecutorStream {
  readonly #subscriber: string;
  readonly #mediaType: MediaType;
  readonly #log: TransportLog;
  readonly #onClosed: () => void;
  #early: Buffer[] = [];
  #stream: EventStream | undefined;
  #ended = false;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(waiting: Waiting, log: TransportLog, onClosed: () => void) {
    this.#subscriber = waiting.subscriber;
    this.#mediaType = waiting.mediaType;
    this.#log = log;
    this.#onClosed = onClosed;
  }

  attach(writer: ResponseWriter): void {
    const stream = new EventStream(writer, { subscriber: this.#subscriber, log: this.#log });
    this.#stream = stream;
    this.#heartbeat = setInterval(() => this.send({ type: "HEARTBEAT" }), HEARTBEAT_MS).unref();
    stream.onClose(() => {
      clearInterval(this.#heartbeat);
      this.#onClosed();
    });
    for (const frame of this.#early) stream.sendFrame(frame);
    this.#early = [];
    if (this.#ended) stream.end();
  }

  send(event: executor.Event): void {
    const frame = encodeRecord(render(executor.Event, event, this.#mediaType));
    if (this.#stream === undefined) this.#early.push(frame);
    else this.#stream.sendFrame(frame);
  }

  end(): void {
    this.#ended = true;
    this.#stream?.end();
  }
}
