import { Buffer } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpPrincipal, HttpRequest } from "./http-types.ts";
import { plainAddress } from "./message-connection.ts";
import type { RouteMatch } from "./router.ts";

/** The body of a request that has none, or that is streamed. */
export const NO_BODY = Buffer.alloc(0);

/** Query parameters of one request that are read; more are a mistake or an attack. */
const MAX_QUERY_PARAMETERS = 1000;

/** A handler's view of node's request; nothing is parsed before it is asked for. */
export class NodeHttpRequest implements HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly rest: string;
  readonly url: string;
  body: Buffer = NO_BODY;
  principal: HttpPrincipal | undefined;
  readonly #req: IncomingMessage;
  readonly #res: ServerResponse;
  readonly #streams: boolean;
  #query: ReadonlyMap<string, string> | undefined;

  constructor(req: IncomingMessage, res: ServerResponse, match: RouteMatch) {
    this.method = req.method ?? "GET";
    this.url = req.url ?? "/";
    this.path = match.path;
    this.rest = match.rest;
    this.#req = req;
    this.#res = res;
    const { streamBody } = match.route.options;
    this.#streams = typeof streamBody === "function" ? streamBody(this) : streamBody === true;
  }

  /** Whether the body comes as a stream. */
  get streams(): boolean {
    return this.#streams;
  }

  get query(): ReadonlyMap<string, string> {
    this.#query ??= parseQuery(this.url);
    return this.#query;
  }

  header(name: string): string | undefined {
    const value = this.#req.headers[name];
    return typeof value === "string" ? value : value?.join(", ");
  }

  get stream(): AsyncIterable<Buffer> {
    return this.#streams ? this.#req : emptyStream();
  }

  get remoteAddress(): string {
    return plainAddress(this.#req.socket.remoteAddress);
  }

  onClose(listener: () => void): void {
    const res = this.#res;
    if (res.writableFinished) return;
    if (res.destroyed) queueMicrotask(listener);
    else {
      res.once("close", () => {
        if (!res.writableFinished) listener();
      });
    }
  }
}

async function* emptyStream(): AsyncGenerator<Buffer> {}

/** The decoded query of a request target. Parameters that cannot be decoded are left out. */
export function parseQuery(url: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  const mark = url.indexOf("?");
  if (mark < 0) return query;
  const hash = url.indexOf("#", mark);
  const text = url.slice(mark + 1, hash < 0 ? undefined : hash);
  for (const pair of text.split("&", MAX_QUERY_PARAMETERS)) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const key = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? "" : pair.slice(equals + 1));
    if (key !== undefined && value !== undefined) query.set(key, value);
  }
  return query;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
