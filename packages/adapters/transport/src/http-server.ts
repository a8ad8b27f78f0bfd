import type { Buffer } from "node:buffer";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { http } from "@mesos-ts/runtime";
import { parseMessageHead } from "@mesos-ts/wire";
import { BodyCollector, type CollectedBody } from "./collect-body.ts";
import { methodNotAllowed } from "./default-bodies.ts";
import { writeReply } from "./http-reply.ts";
import { NO_BODY, NodeHttpRequest } from "./http-request.ts";
import type {
  AuthenticationResult,
  HttpAuthenticator,
  HttpAuthorizer,
  HttpResponse,
} from "./http-types.ts";
import { MAX_BODY_BYTES, MAX_HEADER_BYTES, MAX_HEADERS, MAX_MESSAGE_BYTES } from "./limits.ts";
import { acceptMessage, type MessageSink } from "./message-connection.ts";
import { describe } from "./network-node.ts";
import type { RequestObserver } from "./request-durations.ts";
import { RequestTurns } from "./request-turns.ts";
import type { RouteMatch, Router } from "./router.ts";
import type { TransportTuning } from "./tuning.ts";

export type HttpServerOptions = {
  readonly router: Router;
  readonly authenticator?: HttpAuthenticator | undefined;
  readonly authorizer?: HttpAuthorizer | undefined;
  readonly firewall?: ((path: string) => HttpResponse | undefined) | undefined;
  readonly onServed?: RequestObserver | undefined;
  /** Takes the libprocess messages that arrive on a connection that speaks plain HTTP. */
  readonly messages: MessageSink;
  readonly tuning: TransportTuning;
};

/** Endpoints over node's HTTP parser. It listens on nothing: connections are given to it. */
export class HttpServer {
  readonly #options: HttpServerOptions;
  readonly #server: Server;
  readonly #turns = new RequestTurns();
  readonly #bodies = new BodyCollector();

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#server = http.createServer(
      {
        // A streamed request may go on for ever; collected bodies have their own timeout.
        requestTimeout: 0,
        headersTimeout: options.tuning.headersTimeoutMs,
        connectionsCheckingInterval: options.tuning.stallScanIntervalMs,
        keepAliveTimeout: options.tuning.keepAliveIdleMs,
        maxHeaderSize: MAX_HEADER_BYTES,
        noDelay: true,
      },
      (req, res) => this.#onRequest(req, res),
    );
    this.#server.maxHeadersCount = MAX_HEADERS;
    // What this starts, the check of header timeouts, is otherwise started by listening.
    this.#server.emit("listening");
  }

  /** Takes a connection over, together with the bytes that were already read from it. */
  adopt(socket: Socket, bytes: Buffer): void {
    this.#server.emit("connection", socket);
    if (bytes.length > 0) socket.emit("data", bytes);
  }

  /** To be called at intervals of the body stall timeout. */
  endStalled(): void {
    this.#bodies.endStalled();
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #onRequest(req: IncomingMessage, res: ServerResponse): void {
    if (req.method === "POST" && isMessage(req)) {
      this.#turns.enter(req.socket, (done) => this.#message(req, res, done));
      return;
    }
    const match = this.#match(req);
    if ("status" in match) {
      req.resume();
      this.#reply(req, res, match);
      return;
    }
    this.#turns.enter(req.socket, (done) => {
      const request = new NodeHttpRequest(req, res, match);
      this.#authenticate(match, request, (refusal) => {
        if (refusal === undefined) this.#serve(req, res, match, request, done);
        else {
          done();
          req.resume();
          this.#reply(req, res, refusal);
        }
      });
    });
  }

  #match(req: IncomingMessage): RouteMatch | HttpResponse {
    const url = req.url ?? "/";
    const mark = url.indexOf("?");
    const path = mark < 0 ? url : url.slice(0, mark);
    if (!path.startsWith("/")) {
      return { status: 400, body: "Request URL path must start with '/'" };
    }
    const match = this.#options.router.match(path);
    if (match === undefined) return { status: 404 };
    return this.#options.firewall?.(match.path) ?? match;
  }

  /** Calls `next` with the reply that refuses the request, or with undefined. */
  #authenticate(
    match: RouteMatch,
    request: NodeHttpRequest,
    next: (refusal: HttpResponse | undefined) => void,
  ): void {
    const { realm, methods } = match.route.options;
    const admit = (): void => {
      const allowed = methods === undefined || methods.includes(request.method);
      next(allowed ? undefined : methodNotAllowed(methods, request.method));
    };
    const { authenticator } = this.#options;
    if (realm === undefined) {
      admit();
      return;
    }
    const permitted = (): void => this.#authorize(match, request, admit, next);
    if (authenticator === undefined) {
      permitted();
      return;
    }
    const decide = (result: AuthenticationResult): void => {
      if (result.type === "refused") {
        next(result.response);
        return;
      }
      request.principal = result.principal;
      permitted();
    };
    this.#await(() => authenticator(realm, request), decide, next);
  }

  #authorize(
    match: RouteMatch,
    request: NodeHttpRequest,
    admit: () => void,
    next: (refusal: HttpResponse) => void,
  ): void {
    const { authorizer } = this.#options;
    if (authorizer === undefined) {
      admit();
      return;
    }
    const { processId, name } = match.route;
    const decide = (allowed: boolean): void => {
      if (allowed) admit();
      else next({ status: 403 });
    };
    this.#await(() => authorizer(`/${processId}${name}`, request), decide, next);
  }

  /** Goes on with an answer that may come later; an error refuses the request. */
  #await<T>(
    ask: () => T | Promise<T>,
    decide: (answer: T) => void,
    next: (refusal: HttpResponse) => void,
  ): void {
    const failed = (error: unknown): void => {
      this.#options.messages.log.error(`Failed to decide on a request: ${describe(error)}`);
      next({ status: 500 });
    };
    let answer: T | Promise<T>;
    try {
      answer = ask();
    } catch (error) {
      failed(error);
      return;
    }
    if (answer instanceof Promise) answer.then(decide).catch(failed);
    else decide(answer);
  }

  #serve(
    req: IncomingMessage,
    res: ServerResponse,
    match: RouteMatch,
    request: NodeHttpRequest,
    done: () => void,
  ): void {
    const { maxBodyBytes } = match.route.options;
    if (request.streams || !hasBody(req)) {
      this.#handle(req, res, match, request, done);
      return;
    }
    this.#bodies.collect(req, maxBodyBytes ?? MAX_BODY_BYTES, (result) => {
      if (result.type === "body") {
        request.body = result.body;
        this.#handle(req, res, match, request, done);
      } else {
        done();
        this.#bodyFailed(req, res, result.type);
      }
    });
  }

  #bodyFailed(
    req: IncomingMessage,
    res: ServerResponse,
    why: Exclude<CollectedBody["type"], "body">,
  ): void {
    if (why === "gone") {
      res.destroy();
      return;
    }
    // The rest of the body is not wanted: answer, and close rather than read it.
    res.shouldKeepAlive = false;
    this.#reply(req, res, { status: 413 });
  }

  #handle(
    req: IncomingMessage,
    res: ServerResponse,
    match: RouteMatch,
    request: NodeHttpRequest,
    done: () => void,
  ): void {
    const begunMs = performance.now();
    const answer = (value: HttpResponse): void => {
      this.#reply(req, res, value);
      this.#options.onServed?.(match.route, value.status, performance.now() - begunMs);
    };
    let reply: HttpResponse | Promise<HttpResponse>;
    try {
      reply = match.route.handler(request);
    } catch (error) {
      reply = this.#failed(request, error);
    }
    done();
    if (!(reply instanceof Promise)) {
      answer(reply);
      return;
    }
    reply.then(answer, (error) => answer(this.#failed(request, error)));
  }

  #failed(request: NodeHttpRequest, error: unknown): HttpResponse {
    const { log } = this.#options.messages;
    log.error(`Failed to serve ${request.method} ${request.path}: ${describe(error)}`);
    return { status: 500 };
  }

  #reply(req: IncomingMessage, res: ServerResponse, reply: HttpResponse): void {
    const { log, date } = this.#options.messages;
    try {
      writeReply(req, res, reply, date);
    } catch (error) {
      log.error(`Failed to reply to ${req.method} ${req.url}: ${describe(error)}`);
      if (res.headersSent) res.destroy();
      else writeReply(req, res, { status: 500 }, date);
    }
  }

  /** A message that came over plain HTTP always gets a reply: the connection's order needs one. */
  #message(req: IncomingMessage, res: ServerResponse, done: () => void): void {
    const receive = (body: Buffer): void => {
      const incoming = parseMessageHead({
        method: "POST",
        target: req.url ?? "",
        headers: new Map(Object.entries(req.headers).map(([name, value]) => [name, String(value)])),
        body: 0,
      });
      const { messages } = this.#options;
      const verdict =
        incoming === undefined
          ? { status: 400, text: "not a libprocess message" }
          : acceptMessage(messages, incoming, body, req.socket);
      done();
      const text = verdict.text === "" ? {} : { body: verdict.text };
      this.#reply(req, res, { status: verdict.status, ...text });
    };
    if (!hasBody(req)) {
      receive(NO_BODY);
      return;
    }
    this.#bodies.collect(req, MAX_MESSAGE_BYTES, (result) => {
      if (result.type === "body") {
        receive(result.body);
      } else {
        done();
        this.#bodyFailed(req, res, result.type);
      }
    });
  }
}

function isMessage(req: IncomingMessage): boolean {
  return (
    req.headers["user-agent"]?.startsWith("libprocess/") === true ||
    req.headers["libprocess-from"] !== undefined
  );
}

function hasBody(req: IncomingMessage): boolean {
  const length = req.headers["content-length"];
  return (length !== undefined && length !== "0") || "transfer-encoding" in req.headers;
}
