import type { Buffer } from "node:buffer";
import type { Chunks } from "./chunks.ts";
import type { RouteDescription } from "./route-description.ts";

/** Who a request comes from, as an authenticator established it. */
export type HttpPrincipal = {
  readonly value?: string;
  readonly claims?: ReadonlyMap<string, string>;
};

/** A request as a handler sees it. */
export type HttpRequest = {
  readonly method: string;
  /**
   * Normal form of the path: decoded process id, then the endpoint, no slash at the end. `/state`
   * arrives as `/master/state` when the default process is `master`, `/slave%281%29/state/` as
   * `/slave(1)/state`. The part after the process id is not decoded.
   */
  readonly path: string;
  /** What follows the matched route, without its slash: `role1` for DELETE `/quota/role1`. */
  readonly rest: string;
  /** Path and query as sent. */
  readonly url: string;
  /** Decoded query; of repeated keys the last counts. Parsed when first asked for. */
  readonly query: ReadonlyMap<string, string>;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  /** The whole body; empty for routes with `streamBody`. A view of network memory is possible. */
  readonly body: Buffer;
  /** The body as it arrives, for routes with `streamBody`; empty otherwise. Reading applies backpressure. */
  readonly stream: AsyncIterable<Buffer>;
  /** Established by the route's realm; undefined when nobody authenticated. */
  readonly principal: HttpPrincipal | undefined;
  /** Peer address without its port; empty once the peer has left. */
  readonly remoteAddress: string;
  /** Runs `listener` once if the client goes away before its reply is complete (at once if it has). */
  onClose(listener: () => void): void;
};

/** Names as they go on the wire, in that order. */
export type HttpHeaders = Readonly<Record<string, string>>;

/** A complete reply. Without `body`, statuses with a default text get it (`404 Not Found.`). */
export type BodyResponse = {
  readonly status: number;
  readonly headers?: HttpHeaders;
  /** Strings are UTF-8; `text/plain; charset=utf-8` is added when the headers name no type. */
  readonly body?: Buffer | string;
};

/** A reply that is one JSON value, rendered by the server; `jsonp` wraps it for a script tag. */
export type JsonResponse = {
  readonly status: number;
  readonly headers?: HttpHeaders;
  readonly json: unknown;
  readonly jsonp?: string | undefined;
};

/**
 * A reply in pieces that are ready, such as rendered fragments of a large state: written with
 * backpressure, never joined. Compressed, once for all, for clients that accept it.
 */
export type ChunksResponse = {
  readonly status: number;
  readonly headers?: HttpHeaders;
  readonly chunks: Chunks;
  readonly jsonp?: string | undefined;
};

/**
 * A reply that is written over time, chunked unless the headers name a Content-Length. It is not
 * compressed: who writes it may do so.
 */
export type StreamResponse = {
  readonly status: number;
  readonly headers?: HttpHeaders;
  /** Called once, at once. It may keep the writer for as long as it likes. */
  readonly stream: (writer: ResponseWriter) => void;
};

export type HttpResponse = BodyResponse | JsonResponse | ChunksResponse | StreamResponse;

/** Parts of a streamed body, as they are and framed as HTTP chunks: made once for many clients. */
export type HttpChunks = {
  readonly bare: readonly Buffer[];
  readonly framed: readonly Buffer[];
};

/** The body of a `StreamResponse`. */
export type ResponseWriter = {
  /** Queues bytes; false when the client lags: wait for `onDrain` (bytes are queued all the same). */
  write(bytes: Buffer | string): boolean;
  /** Queues several pieces, each a chunk of its own: cheaper than one by one. */
  writeChunks(chunks: HttpChunks): boolean;
  /** Bytes queued and not yet taken by the operating system. */
  readonly buffered: number;
  /** Completes the reply. Later writes are ignored. */
  end(): void;
  /** Cuts the connection: the client sees a broken reply. */
  destroy(): void;
  /** Runs `listener` each time that lagging ends. */
  onDrain(listener: () => void): void;
  /** Runs `listener` once when the reply is over, whoever ended it (at once if it is). */
  onClose(listener: () => void): void;
};

/** Serves one endpoint. A rejection or a throw is logged and becomes a 500. */
export type HttpHandler = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;

export type RouteOptions = {
  /** Allowed methods; others get 405 with `Allow`. Default: the handler decides. */
  readonly methods?: readonly string[];
  /** Authentication realm; the server's authenticator decides before the handler sees the request. */
  readonly realm?: string | undefined;
  /**
   * Hand the body over as it arrives instead of collecting it, of all requests or of those that
   * this is true for. Default false.
   */
  readonly streamBody?: boolean | ((request: Pick<HttpRequest, "header">) => boolean);
  /** Limit on a collected body in bytes; above it the reply is 413. Default `MAX_BODY_BYTES`. */
  readonly maxBodyBytes?: number;
  /** For the route `/`: serve the paths below it that have no route of their own. Default false. */
  readonly subtree?: boolean;
  /** Only the leader answers; what wraps the handler sees to that. */
  readonly leaderOnly?: boolean;
  /** For `/help` and `/openapi.json`. */
  readonly description?: RouteDescription;
};

/** What an authenticator found. */
export type AuthenticationResult =
  | { readonly type: "authenticated"; readonly principal: HttpPrincipal | undefined }
  /** Usually 401 with `WWW-Authenticate`, or 403. */
  | { readonly type: "refused"; readonly response: HttpResponse };

/**
 * Decides whether an authenticated request may use an endpoint, `/<process id>/<route>`; false is
 * 403. It is asked for routes with a realm.
 */
export type HttpAuthorizer = (endpoint: string, request: HttpRequest) => boolean | Promise<boolean>;

/** Decides who sends a request to a realm. */
export type HttpAuthenticator = (
  realm: string,
  request: HttpRequest,
) => AuthenticationResult | Promise<AuthenticationResult>;
