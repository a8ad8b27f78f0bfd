import type { Reply, RequestId, StateCall, StreamId } from "@mesos-ts/master";
import { encode, master, scheduler, toJson } from "@mesos-ts/protos";
import {
  acceptsGzip,
  type HttpRequest,
  type HttpResponse,
  type StreamEncoding,
} from "@mesos-ts/transport";
import type { Documents, StreamFormat } from "./documents.ts";
import type { MediaType } from "./http/media.ts";
import type { Dispatch, EffectOf } from "./port.ts";
import type { Streams } from "./streams.ts";

/** A call whose answer the core owes. */
interface Waiting {
  readonly request: HttpRequest;
  readonly mediaType: MediaType;
  readonly subscriber: string;
  answer: (response: HttpResponse) => void;
}

/** The HTTP calls that the core decides on: each gets an id, and the reply finds its way back. */
export class Calls {
  readonly #dispatch: Dispatch;
  readonly #documents: Documents;
  readonly #streams: Streams;
  readonly #waiting = new Map<RequestId, Waiting>();
  #requests = 0;

  constructor(dispatch: Dispatch, documents: Documents, streams: Streams) {
    this.#dispatch = dispatch;
    this.#documents = documents;
    this.#streams = streams;
  }

  schedulerCall(
    request: HttpRequest,
    call: scheduler.Call,
    mediaType: MediaType,
  ): HttpResponse | Promise<HttpResponse> {
    const name = call.subscribe?.framework_info.name ?? "";
    return this.#ask(request, mediaType, `framework '${name}'`, (requestId) =>
      this.#dispatch({
        type: "scheduler-call",
        requestId,
        call,
        streamId: request.header("mesos-stream-id"),
        principal: request.principal?.value,
      }),
    );
  }

  operatorCall(
    request: HttpRequest,
    call: master.Call,
    mediaType: MediaType,
  ): HttpResponse | Promise<HttpResponse> {
    const subscriber = `operator at ${request.remoteAddress}`;
    return this.#ask(request, mediaType, subscriber, (requestId) =>
      this.#dispatch({
        type: "operator-call",
        requestId,
        call,
        principal: request.principal?.value,
      }),
    );
  }

  teardown(request: HttpRequest, frameworkId: string): HttpResponse | Promise<HttpResponse> {
    return this.#ask(request, "application/json", "operator", (requestId) =>
      this.#dispatch({ type: "teardown", requestId, frameworkId }),
    );
  }

  /** `DELETE /quota/<role>`. */
  removeQuota(request: HttpRequest, role: string): HttpResponse | Promise<HttpResponse> {
    const { path } = request;
    return this.#ask(request, "application/json", "operator", (requestId) =>
      this.#dispatch({ type: "remove-quota", requestId, role, path }),
    );
  }

  reply({ requestId, reply }: EffectOf<"reply">): void {
    const waiting = this.#take(requestId);
    if (waiting === undefined) return;
    if (reply.type === "state") this.#answerState(waiting, reply.call);
    else waiting.answer(responseOf(reply, waiting.mediaType));
  }

  #answerState(waiting: Waiting, call: StateCall): void {
    const { mediaType } = waiting;
    this.#documents.getState(call, mediaType).then(
      (chunks) => waiting.answer({ status: 200, headers: { "Content-Type": mediaType }, chunks }),
      () => waiting.answer({ status: 500 }),
    );
  }

  /** The core could not decide. */
  failed(requestId: RequestId): void {
    this.#take(requestId)?.answer({ status: 500 });
  }

  openStream({ requestId, streamId }: EffectOf<"open-stream">): void {
    const waiting = this.#take(requestId);
    if (waiting === undefined) return;
    const { request, mediaType, subscriber } = waiting;
    const format: StreamFormat = { mediaType, encoding: streamEncoding(request) };
    const subscription = this.#streams.open(streamId, { format, subscriber });
    request.onClose(() => this.#streams.closed(streamId));
    waiting.answer({
      status: 200,
      headers: streamHeaders(request, streamId, format),
      stream: (writer) => subscription.attach(writer),
    });
  }

  /** Most calls are answered within the step that they cause: those need no promise. */
  #ask(
    request: HttpRequest,
    mediaType: MediaType,
    subscriber: string,
    start: (requestId: RequestId) => void,
  ): HttpResponse | Promise<HttpResponse> {
    this.#requests += 1;
    let early: HttpResponse | undefined;
    const waiting: Waiting = {
      request,
      mediaType,
      subscriber,
      answer: (response) => {
        early = response;
      },
    };
    this.#waiting.set(this.#requests, waiting);
    start(this.#requests);
    return (
      early ??
      new Promise((resolve) => {
        waiting.answer = resolve;
      })
    );
  }

  #take(requestId: RequestId): Waiting | undefined {
    const waiting = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    return waiting;
  }
}

/** An operator's first event may be large. Schedulers are never sent gzip, as with Apache Mesos. */
function streamEncoding(request: HttpRequest): StreamEncoding {
  const accepted = request.header("accept-encoding");
  return !isScheduler(request) && accepted !== undefined && acceptsGzip(accepted)
    ? "gzip"
    : "identity";
}

/** Only schedulers name their stream when they call. */
function streamHeaders(
  request: HttpRequest,
  streamId: StreamId,
  { mediaType, encoding }: StreamFormat,
): Record<string, string> {
  return {
    ...(isScheduler(request) ? { "Mesos-Stream-Id": streamId } : {}),
    "Content-Type": mediaType,
    ...(encoding === "gzip" ? { "Content-Encoding": "gzip" } : {}),
  };
}

function isScheduler({ path }: HttpRequest): boolean {
  return path.endsWith("/scheduler");
}

const ACCEPTED: HttpResponse = { status: 202 };
const OK: HttpResponse = { status: 200 };

function responseOf(reply: Exclude<Reply, { type: "state" }>, mediaType: MediaType): HttpResponse {
  switch (reply.type) {
    case "accepted":
      return ACCEPTED;
    case "refused":
      return { status: reply.status, body: reply.text };
    case "ok":
      if (reply.response !== undefined) return operatorResponse(reply.response, mediaType);
      return reply.scheduler === undefined
        ? OK
        : {
            status: 200,
            headers: { "Content-Type": mediaType },
            body:
              mediaType === "application/json"
                ? toJson(scheduler.Response, reply.scheduler)
                : encode(scheduler.Response, reply.scheduler),
          };
    default:
      return reply satisfies never;
  }
}

/** A reply of the operator API in the form that was asked for. */
export function operatorResponse(response: master.Response, mediaType: MediaType): HttpResponse {
  return {
    status: 200,
    headers: { "Content-Type": mediaType },
    body:
      mediaType === "application/json"
        ? toJson(master.Response, response)
        : encode(master.Response, response),
  };
}
