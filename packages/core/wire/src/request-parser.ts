import { Buffer } from "node:buffer";
import { ByteAccumulator } from "./byte-accumulator.ts";
import { parseRequestHead, type RequestHead } from "./http-head.ts";

/** Limits of a request parser. Sizes in bytes. */
export type ParserLimits = {
  /** Request line, headers and the empty line together; also a body's trailers. */
  readonly maxHeadBytes: number;
  /** Header lines. */
  readonly maxHeaders: number;
  /** One body, after chunked decoding. */
  readonly maxBodyBytes: number;
  /** One chunk-size line with its extensions. */
  readonly maxChunkLineBytes: number;
};

export const DEFAULT_PARSER_LIMITS: ParserLimits = {
  maxHeadBytes: 16 * 1024,
  maxHeaders: 100,
  maxBodyBytes: 128 * 1024 * 1024,
  maxChunkLineBytes: 256,
};

/** Why a connection cannot be parsed further. `text` names the culprit, `status` is the HTTP reply. */
export type ParseError = {
  /** "head" when no byte of the request's body was read: `rest` then holds the whole request. */
  readonly phase: "head" | "body";
  readonly status: 400 | 413 | 431 | 501 | 505;
  readonly text: string;
};

/** What `push` found. After anything but "ok" the parser is spent. */
export type ParseOutcome =
  | { readonly type: "ok" }
  /** A request that `accept` refused; `rest` is everything from its first byte on. */
  | { readonly type: "foreign"; readonly rest: Buffer }
  | { readonly type: "error"; readonly error: ParseError; readonly rest: Buffer };

export type RequestParserOptions<T> = {
  /**
   * Looks at a head and says what the request is; undefined makes it foreign. It must depend on
   * the head alone: the answer for one head is reused when the same bytes come again.
   */
  readonly accept: (head: RequestHead) => T | undefined;
  /**
   * Called once per complete request, in order. The body may be a view of a chunk given to `push`:
   * copy what is kept.
   */
  readonly onRequest: (request: T, body: Buffer) => void;
  /** Requests of any other method are foreign at once, before their head is complete. */
  readonly onlyMethod?: string;
  readonly limits?: Partial<ParserLimits>;
};

/** Heads of one connection repeat; the answers of `accept` are kept for this many. */
const MAX_CACHED_HEADS = 64;
/** Longer heads are not kept, in characters. */
const MAX_CACHED_HEAD_LENGTH = 1024;

const HEAD_END = Buffer.from("\r\n\r\n", "latin1");
const EMPTY = Buffer.alloc(0);
const OK: ParseOutcome = { type: "ok" };
const CR = 0x0d;
const LF = 0x0a;

type State = "head" | "fixed" | "chunk-line" | "chunk-data" | "chunk-end" | "trailer" | "spent";
type AcceptedHead<T> = { readonly value: T; readonly body: number | "chunked" };

/**
 * An incremental, strict HTTP/1.1 request parser for messages that are collected whole: pipelined
 * requests, chunked and Content-Length bodies. Work is linear in the bytes pushed, whatever their
 * chunking; memory is bounded by what has arrived.
 */
export class RequestParser<T> {
  readonly #accept: (head: RequestHead) => T | undefined;
  readonly #onRequest: (request: T, body: Buffer) => void;
  readonly #methodPrefix: string;
  readonly #limits: ParserLimits;
  readonly #cache = new Map<string, AcceptedHead<T>>();
  /** An incomplete head, chunk line or trailer. */
  readonly #pending = new ByteAccumulator();
  /** Body bytes of a body that did not arrive in one piece. */
  readonly #collected = new ByteAccumulator();
  #state: State = "head";
  #current: T | undefined;
  /** A body that is one piece so far: a view of the chunk being parsed. */
  #piece: Buffer = EMPTY;
  #missing = 0;
  #bodyBytes = 0;
  #trailerBytes = 0;
  #outcome: ParseOutcome = OK;

  constructor(options: RequestParserOptions<T>) {
    this.#accept = options.accept;
    this.#onRequest = options.onRequest;
    this.#methodPrefix = options.onlyMethod === undefined ? "" : `${options.onlyMethod} `;
    this.#limits = { ...DEFAULT_PARSER_LIMITS, ...options.limits };
  }

  /** True between requests: nothing is half received. */
  get idle(): boolean {
    return this.#state === "head" && this.#pending.length === 0;
  }

  /** Takes the next bytes of the connection. */
  push(chunk: Buffer): ParseOutcome {
    let position = 0;
    while (position < chunk.length && this.#state !== "spent") {
      position = this.#step(chunk, position);
    }
    // A view must not outlive the call: the rest of its body comes in another chunk.
    if (this.#piece.length > 0) this.#collect();
    return this.#outcome;
  }

  #step(chunk: Buffer, position: number): number {
    switch (this.#state) {
      case "head":
        return this.#head(chunk, position);
      case "fixed":
      case "chunk-data":
        return this.#data(chunk, position);
      case "chunk-line":
        return this.#chunkLine(chunk, position);
      case "chunk-end":
        return this.#chunkEnd(chunk, position);
      case "trailer":
        return this.#trailer(chunk, position);
      case "spent":
        return chunk.length;
      default:
        return never(this.#state);
    }
  }

  #head(chunk: Buffer, start: number): number {
    const pendingBefore = this.#pending.length;
    if (pendingBefore === 0) {
      if (!this.#methodFits(chunk, start)) return this.#foreign(chunk, start, 0);
      const end = chunk.indexOf(HEAD_END, start);
      if (end >= 0 && end - start + HEAD_END.length <= this.#limits.maxHeadBytes) {
        const text = chunk.toString("latin1", start, end);
        return this.#accepted(text, chunk, start, 0) ? end + HEAD_END.length : chunk.length;
      }
    }
    return this.#splitHead(chunk, start, pendingBefore);
  }

  /** A head that began in an earlier chunk, or that does not end in this one. */
  #splitHead(chunk: Buffer, start: number, pendingBefore: number): number {
    const room = this.#limits.maxHeadBytes - pendingBefore;
    const take = Math.min(chunk.length - start, room);
    this.#pending.append(chunk, start, start + take);
    const view = this.#pending.view();
    if (pendingBefore < this.#methodPrefix.length && !this.#methodFits(view, 0)) {
      return this.#foreign(chunk, start, pendingBefore);
    }
    const end = view.indexOf(HEAD_END, Math.max(0, pendingBefore - (HEAD_END.length - 1)));
    if (end >= 0) {
      const text = view.toString("latin1", 0, end);
      const consumed = end + HEAD_END.length - pendingBefore;
      if (!this.#accepted(text, chunk, start, pendingBefore)) return chunk.length;
      this.#pending.clear();
      return start + consumed;
    }
    if (take === room) {
      const text = `request head is above the limit of ${this.#limits.maxHeadBytes} bytes`;
      return this.#headError(431, text, chunk, start, pendingBefore);
    }
    return chunk.length;
  }

  #methodFits(bytes: Buffer, start: number): boolean {
    const prefix = this.#methodPrefix;
    const length = Math.min(prefix.length, bytes.length - start);
    for (let i = 0; i < length; i += 1) {
      if (bytes[start + i] !== prefix.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Decides on a complete head; false when the parser is spent. */
  #accepted(text: string, chunk: Buffer, start: number, pendingBefore: number): boolean {
    let head = this.#cache.get(text);
    if (head === undefined) {
      const parsed = parseRequestHead(text, this.#limits.maxHeaders);
      if ("error" in parsed) {
        this.#headError(parsed.error.status, parsed.error.text, chunk, start, pendingBefore);
        return false;
      }
      const value = this.#accept(parsed);
      if (value === undefined) {
        this.#foreign(chunk, start, pendingBefore);
        return false;
      }
      if (parsed.body !== "chunked" && parsed.body > this.#limits.maxBodyBytes) {
        this.#headError(413, this.#tooLarge(), chunk, start, pendingBefore);
        return false;
      }
      head = { value, body: parsed.body };
      this.#remember(text, head);
    }
    this.#current = head.value;
    if (head.body === "chunked") {
      this.#state = "chunk-line";
    } else if (head.body === 0) {
      this.#finish();
    } else {
      this.#state = "fixed";
      this.#missing = head.body;
    }
    return true;
  }

  #remember(text: string, head: AcceptedHead<T>): void {
    // Heads with a Content-Length vary with their bodies: keeping them would only evict others.
    if (text.length > MAX_CACHED_HEAD_LENGTH || (head.body !== "chunked" && head.body > 0)) return;
    if (this.#cache.size >= MAX_CACHED_HEADS) this.#cache.clear();
    this.#cache.set(text, head);
  }

  #data(chunk: Buffer, start: number): number {
    const end = Math.min(chunk.length, start + this.#missing);
    this.#missing -= end - start;
    this.#bodyBytes += end - start;
    if (this.#piece.length > 0) this.#collect();
    if (this.#collected.length > 0) this.#collected.append(chunk, start, end);
    else this.#piece = chunk.subarray(start, end);
    if (this.#missing === 0) {
      if (this.#state === "fixed") this.#finish();
      else this.#state = "chunk-end";
    }
    return end;
  }

  #collect(): void {
    this.#collected.append(this.#piece, 0, this.#piece.length);
    this.#piece = EMPTY;
  }

  /** The size line of a chunk: hexadecimal digits, and extensions that are ignored. */
  #chunkLine(chunk: Buffer, start: number): number {
    // The usual case, all of the line in this chunk, needs no copy.
    if (this.#pending.length === 0) {
      let position = start;
      let size = 0;
      let digits = 0;
      for (; position < chunk.length && digits < 8; position += 1, digits += 1) {
        const digit = hexDigit(chunk[position] ?? 0);
        if (digit < 0) break;
        size = size * 16 + digit;
      }
      if (digits > 0 && chunk[position] === CR && chunk[position + 1] === LF) {
        this.#beginChunk(size);
        return position + 2;
      }
    }
    const line = this.#line(chunk, start, this.#limits.maxChunkLineBytes);
    if (line.text === undefined) return line.position;
    const match = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/.exec(line.text);
    if (match === null) this.#bodyError(400, "malformed chunk size");
    else this.#beginChunk(Number.parseInt(match[1] ?? "", 16));
    return line.position;
  }

  #beginChunk(size: number): void {
    if (size === 0) {
      this.#state = "trailer";
      this.#trailerBytes = 0;
    } else if (this.#bodyBytes + size > this.#limits.maxBodyBytes) {
      this.#bodyError(413, this.#tooLarge());
    } else {
      this.#missing = size;
      this.#state = "chunk-data";
    }
  }

  #chunkEnd(chunk: Buffer, start: number): number {
    if (this.#pending.length === 0 && chunk[start] === CR && chunk[start + 1] === LF) {
      this.#state = "chunk-line";
      return start + 2;
    }
    const expected = this.#pending.length === 0 ? CR : LF;
    if (chunk[start] !== expected) {
      this.#bodyError(400, "chunk is longer than its size says");
    } else if (expected === CR) {
      this.#pending.append(chunk, start, start + 1);
    } else {
      this.#pending.clear();
      this.#state = "chunk-line";
    }
    return start + 1;
  }

  /** Trailer lines are skipped; the empty one ends the request. */
  #trailer(chunk: Buffer, start: number): number {
    if (this.#pending.length === 0 && chunk[start] === CR && chunk[start + 1] === LF) {
      this.#finish();
      return start + 2;
    }
    const line = this.#line(chunk, start, this.#limits.maxHeadBytes - this.#trailerBytes);
    if (line.text === undefined) return line.position;
    if (line.text === "") {
      this.#finish();
    } else {
      this.#trailerBytes += line.text.length + 2;
      if (!line.text.includes(":")) this.#bodyError(400, "malformed trailer");
    }
    return line.position;
  }

  /** Reads up to CRLF; `text` is undefined while it is incomplete or when it is refused. */
  #line(chunk: Buffer, start: number, limit: number): { text?: string; position: number } {
    const before = this.#pending.length;
    const newline = chunk.indexOf(LF, start);
    const end = newline < 0 ? chunk.length : newline + 1;
    if (before + (end - start) > limit) {
      this.#bodyError(400, `chunk line or trailer is above the limit of ${limit} bytes`);
      return { position: chunk.length };
    }
    this.#pending.append(chunk, start, end);
    if (newline < 0) return { position: end };
    const view = this.#pending.view();
    if (view[view.length - 2] !== CR) {
      this.#bodyError(400, "bare line feed in a chunked body");
      return { position: chunk.length };
    }
    const text = view.toString("latin1", 0, view.length - 2);
    this.#pending.clear();
    return { text, position: end };
  }

  #finish(): void {
    const request = this.#current;
    const body = this.#collected.length > 0 ? this.#collected.take() : this.#piece;
    this.#piece = EMPTY;
    this.#current = undefined;
    this.#bodyBytes = 0;
    this.#state = "head";
    if (request !== undefined) this.#onRequest(request, body);
  }

  #tooLarge(): string {
    return `request body is above the limit of ${this.#limits.maxBodyBytes} bytes`;
  }

  #foreign(chunk: Buffer, start: number, pendingBefore: number): number {
    this.#spend({ type: "foreign", rest: this.#rest(chunk, start, pendingBefore) });
    return chunk.length;
  }

  #headError(
    status: ParseError["status"],
    text: string,
    chunk: Buffer,
    start: number,
    pendingBefore: number,
  ): number {
    const rest = this.#rest(chunk, start, pendingBefore);
    this.#spend({ type: "error", error: { phase: "head", status, text }, rest });
    return chunk.length;
  }

  #bodyError(status: ParseError["status"], text: string): void {
    this.#spend({ type: "error", error: { phase: "body", status, text }, rest: EMPTY });
  }

  #rest(chunk: Buffer, start: number, pendingBefore: number): Buffer {
    const tail = chunk.subarray(start);
    if (pendingBefore === 0) return tail;
    return Buffer.concat([this.#pending.view().subarray(0, pendingBefore), tail]);
  }

  #spend(outcome: ParseOutcome): void {
    this.#outcome = outcome;
    this.#state = "spent";
    this.#piece = EMPTY;
    this.#pending.clear();
    this.#collected.take();
  }
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}

function never(state: never): never {
  throw new Error(`unreachable parser state ${String(state)}`);
}
