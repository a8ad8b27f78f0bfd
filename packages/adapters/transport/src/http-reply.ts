import { Buffer } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { gzip } from "node:zlib";
import { http } from "@mesos-ts/runtime";
import { acceptsGzip } from "./accept.ts";
import { Chunks } from "./chunks.ts";
import { GZIP_OPTIONS } from "./compression.ts";
import { defaultBody } from "./default-bodies.ts";
import type {
  ChunksResponse,
  HttpChunks,
  HttpHeaders,
  HttpResponse,
  ResponseWriter,
} from "./http-types.ts";
import { GZIP_MIN_BYTES } from "./limits.ts";
import type { HttpDate } from "./message-replies.ts";

const TEXT_PLAIN = "text/plain; charset=utf-8";
/** Pieces up to this size together are joined: one write, and a length known after compression. */
const MAX_JOINED_BYTES = 64 * 1024;
/** Of a large reply, to one client. */
const MAX_BYTES_PER_TURN = 512 * 1024;
/** Of a large reply, in one system call. */
const BYTES_PER_WRITE = 256 * 1024;

/** Writes a handler's reply. Never throws: a reply that cannot be rendered becomes a 500. */
export function writeReply(
  req: IncomingMessage,
  res: ServerResponse,
  reply: HttpResponse,
  date: HttpDate,
): void {
  if (res.destroyed || res.headersSent) return;
  if ("stream" in reply) {
    writeHead(res, reply.status, reply.headers, date, undefined);
    reply.stream(new ServerResponseWriter(res));
    // What is written at once leaves together with the headers; without it they leave alone.
    res.flushHeaders();
  } else if ("chunks" in reply) {
    writeChunks(req, res, reply, date);
  } else if ("json" in reply) {
    const text = JSON.stringify(reply.json) ?? "null";
    const wrapped = reply.jsonp === undefined ? text : `${reply.jsonp}(${text});`;
    writeBody(req, res, reply.status, withJsonType(reply), Buffer.from(wrapped), date);
  } else {
    const text = reply.body ?? defaultBody(reply.status);
    const body = typeof text === "string" ? Buffer.from(text) : text;
    writeBody(req, res, reply.status, reply.headers, body, date);
  }
}

function withJsonType(reply: {
  readonly headers?: HttpHeaders;
  readonly jsonp?: string | undefined;
}): HttpHeaders {
  const type = reply.jsonp === undefined ? "application/json" : "text/javascript";
  return { "Content-Type": type, ...reply.headers };
}

function writeBody(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: HttpHeaders | undefined,
  body: Buffer | undefined,
  date: HttpDate,
): void {
  if (body === undefined) {
    writeHead(res, status, headers, date, 0);
    res.end();
    return;
  }
  const typed = hasHeader(headers, "content-type")
    ? headers
    : { "Content-Type": TEXT_PLAIN, ...headers };
  if (!compresses(req, headers, body.length)) {
    writeHead(res, status, typed, date, body.length);
    res.end(body);
    return;
  }
  gzip(body, GZIP_OPTIONS, (error, compressed) => {
    if (res.destroyed) return;
    const encoded = error === null ? { ...typed, "Content-Encoding": "gzip" } : typed;
    const bytes = error === null ? compressed : body;
    writeHead(res, status, encoded, date, bytes.length);
    res.end(bytes);
  });
}

function writeChunks(
  req: IncomingMessage,
  res: ServerResponse,
  reply: ChunksResponse,
  date: HttpDate,
): void {
  const { status, jsonp } = reply;
  const chunks = jsonp === undefined ? reply.chunks : wrapped(reply.chunks, jsonp);
  const headers = withJsonType(reply);
  const { pieces, length } = chunks;
  if (length <= MAX_JOINED_BYTES) {
    writeBody(req, res, status, headers, Buffer.concat(pieces, length), date);
    return;
  }
  const write = (to: HttpHeaders, what: Chunks): void => {
    if (res.destroyed) return;
    writeHead(res, status, to, date, what.length);
    pump(what.pieces, res);
  };
  if (!compresses(req, headers, length)) return write(headers, chunks);
  chunks.gzipped().then(
    (compressed) => write({ ...headers, "Content-Encoding": "gzip" }, compressed),
    () => write(headers, chunks),
  );
}

function wrapped({ pieces }: Chunks, jsonp: string): Chunks {
  return new Chunks([Buffer.from(`${jsonp}(`), ...pieces, Buffer.from(");")]);
}

/**
 * Writes pieces as fast as the destination takes them, but lets others have their turn: a client that
 * reads fast drains the socket before the event loop is reached.
 */
function pump(chunks: readonly Buffer[], to: Writable): void {
  let next = 0;
  let written = 0;
  const turn = (): void => {
    written = 0;
    more();
  };
  const more = (): void => {
    while (next < chunks.length) {
      if (to.destroyed) return;
      if (written >= MAX_BYTES_PER_TURN) return void setImmediate(turn);
      to.cork();
      let rest = BYTES_PER_WRITE;
      for (let chunk = chunks[next]; chunk !== undefined && rest > 0; chunk = chunks[++next]) {
        to.write(chunk);
        rest -= chunk.length;
      }
      to.uncork();
      written += BYTES_PER_WRITE - rest;
      if (to.writableNeedDrain) return void to.once("drain", more);
    }
    to.end();
  };
  more();
}

/** `length` undefined leaves the reply chunked. */
function writeHead(
  res: ServerResponse,
  status: number,
  headers: HttpHeaders | undefined,
  date: HttpDate,
  length: number | undefined,
): void {
  const list = ["Date", date.now()];
  if (headers !== undefined) {
    for (const name in headers) {
      const value = headers[name];
      if (value !== undefined) list.push(name, value);
    }
  }
  if (length !== undefined) list.push("Content-Length", String(length));
  res.sendDate = false;
  // Replies of Mesos carry no Connection header; persistence is HTTP/1.1's default.
  if (res.shouldKeepAlive) res.removeHeader("connection");
  res.writeHead(status, http.STATUS_CODES[status] ?? "Unknown", list);
}

function hasHeader(headers: HttpHeaders | undefined, lowerName: string): boolean {
  if (headers === undefined) return false;
  for (const name in headers) if (name.toLowerCase() === lowerName) return true;
  return false;
}

function compresses(
  req: IncomingMessage,
  headers: HttpHeaders | undefined,
  length: number,
): boolean {
  if (length < GZIP_MIN_BYTES || hasHeader(headers, "content-encoding")) return false;
  const accept = req.headers["accept-encoding"];
  return typeof accept === "string" && acceptsGzip(accept);
}

/** Chunks to be written to many clients, each of one or more pieces. */
export function httpChunks(chunks: readonly (readonly Buffer[])[]): HttpChunks {
  const framed = chunks.flatMap((pieces) => {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return [Buffer.from(`${length.toString(16)}\r\n`, "latin1"), ...pieces, END_OF_CHUNK];
  });
  return { bare: chunks.flat(), framed: joinedIfSmall(framed) };
}

function joinedIfSmall(pieces: readonly Buffer[]): readonly Buffer[] {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return length <= MAX_JOINED_BYTES ? [Buffer.concat(pieces, length)] : pieces;
}

const END_OF_CHUNK = Buffer.from("\r\n", "latin1");

/** `ResponseWriter` over node's response. */
class ServerResponseWriter implements ResponseWriter {
  readonly #res: ServerResponse;
  #ended = false;

  constructor(res: ServerResponse) {
    this.#res = res;
  }

  get buffered(): number {
    return this.#res.writableLength;
  }

  write(bytes: Buffer | string): boolean {
    if (this.#ended || this.#res.destroyed) return false;
    if (bytes.length === 0) return !this.#res.writableNeedDrain;
    this.#keepChunksApart();
    return this.#res.write(bytes);
  }

  /** Past node:http, which would frame each piece for each client again. */
  writeChunks({ bare, framed }: HttpChunks): boolean {
    if (this.#ended || this.#res.destroyed) return false;
    const { socket } = this.#res;
    if (socket === null || !this.#res.chunkedEncoding) {
      for (const piece of bare) this.write(piece);
      return !this.#res.writableNeedDrain;
    }
    socket.cork();
    this.#res.flushHeaders();
    for (const piece of framed) socket.write(piece);
    socket.uncork();
    return !socket.writableNeedDrain;
  }

  /**
   * node:http joins all that is written in one turn into one HTTP chunk, unless the socket is held
   * back already. There are clients that take a chunk for an event, so the socket is: chunks stay
   * apart, and still leave in one system call.
   */
  #keepChunksApart(): void {
    const socket = this.#res.socket;
    if (socket === null || socket.writableCorked > 0) return;
    socket.cork();
    process.nextTick(() => socket.uncork());
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#res.end();
  }

  destroy(): void {
    this.#ended = true;
    this.#res.destroy();
  }

  onDrain(listener: () => void): void {
    this.#res.on("drain", listener);
  }

  onClose(listener: () => void): void {
    if (this.#res.destroyed || this.#res.closed) queueMicrotask(listener);
    else this.#res.once("close", listener);
  }
}
