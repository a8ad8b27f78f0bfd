import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { http } from "@mesos-ts/runtime";
import { recordsOf } from "./record-stream.ts";

/** Largest reply that `request` collects, in bytes, unless told otherwise. */
export const MAX_REPLY_BYTES = 256 * 1024 * 1024;
/** Redirects followed by one request. */
export const MAX_REDIRECTS = 5;
/** Time for a whole reply (or, for streams, for its headers) unless told otherwise. */
export const REQUEST_TIMEOUT_MS = 60_000;
/** Connections kept to one host for further requests. */
const MAX_IDLE_SOCKETS = 16;

export type ClientRequest = {
  /** `http://host:port/path?query`. */
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A stream is sent chunked, as it comes; it cannot be sent again to a redirect. */
  readonly body?: Uint8Array | string | AsyncIterable<Uint8Array>;
  /** Default `REQUEST_TIMEOUT_MS`; 0 waits for ever. */
  readonly timeoutMs?: number;
  /** Follow 307 and 308 (method and body are kept). Default true. */
  readonly followRedirects?: boolean;
  readonly maxReplyBytes?: number;
  readonly signal?: AbortSignal;
};

export type ClientReply = {
  readonly status: number;
  /** Lower-case names; repeated headers are joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Where the reply came from, after redirects. */
  readonly url: string;
};

/** A reply that is a RecordIO stream. */
export type RecordStream = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
  /**
   * The records as they come; ends with the stream. Leaving the loop closes the connection; a
   * stream that breaks throws. For a status other than 200 it is empty and `body` has the text.
   */
  readonly records: AsyncIterable<Buffer>;
  /** The whole reply when its status is not 200, else empty. */
  readonly body: Buffer;
  /** Closes the connection; a waiting loop ends quietly. */
  close(): void;
};

/** Why a request got no reply. `code` is a system code such as ECONNREFUSED, or one of ours. */
export class HttpClientError extends Error {
  readonly code: string;

  constructor(text: string, code: string, cause?: unknown) {
    super(text, cause === undefined ? undefined : { cause });
    this.name = "HttpClientError";
    this.code = code;
  }
}

/** A client that keeps its connections. */
export class HttpClient {
  readonly #agent = new http.Agent({ keepAlive: true, maxFreeSockets: MAX_IDLE_SOCKETS });

  /** Sends a request and collects the reply. Rejects with `HttpClientError` when there is none. */
  async request(options: ClientRequest): Promise<ClientReply> {
    const timeoutMs = options.timeoutMs ?? REQUEST_TIMEOUT_MS;
    const deadline = new Deadline(options, timeoutMs);
    try {
      const { response, url } = await this.#open(options, deadline);
      const limit = options.maxReplyBytes ?? MAX_REPLY_BYTES;
      const body = await deadline.race(collect(response, limit, url));
      return { status: response.statusCode ?? 0, headers: plainHeaders(response), body, url };
    } finally {
      deadline.clear();
    }
  }

  /** Opens a RecordIO stream, such as a subscription. The timeout is for its headers only. */
  async stream(
    options: ClientRequest & { readonly maxRecordBytes?: number },
  ): Promise<RecordStream> {
    const deadline = new Deadline(options, options.timeoutMs ?? REQUEST_TIMEOUT_MS);
    try {
      const { response, url } = await this.#open(options, deadline);
      const status = response.statusCode ?? 0;
      const headers = plainHeaders(response);
      const close = (): void => {
        response.destroy();
      };
      if (status !== 200) {
        const body = await deadline.race(
          collect(response, options.maxReplyBytes ?? MAX_REPLY_BYTES, url),
        );
        return { status, headers, url, records: noRecords(), body, close };
      }
      const stream = recordsOf(response, url, options.maxRecordBytes);
      options.signal?.addEventListener("abort", stream.close, { once: true });
      response.once("close", () => options.signal?.removeEventListener("abort", stream.close));
      return { status, headers, url, body: Buffer.alloc(0), ...stream };
    } finally {
      deadline.clear();
    }
  }

  /** Closes idle connections and breaks those in use. */
  close(): void {
    this.#agent.destroy();
  }

  async #open(
    options: ClientRequest,
    deadline: Deadline,
  ): Promise<{ response: IncomingMessage; url: string }> {
    let url = options.url;
    for (let hops = 0; ; hops += 1) {
      const response = await deadline.race(this.#send(url, options, deadline));
      const location = redirectOf(response);
      if (location === undefined || options.followRedirects === false) return { response, url };
      response.resume();
      if (hops >= MAX_REDIRECTS) {
        throw new HttpClientError(
          `${options.url}: more than ${MAX_REDIRECTS} redirects`,
          "EREDIRECT",
        );
      }
      if (isStream(options.body)) {
        throw new HttpClientError(
          `${url} redirects to ${location}: a streamed body cannot be sent again`,
          "EREDIRECT",
        );
      }
      // Mesos sends protocol-relative locations: //host:port/path.
      url = new URL(location, url).href;
    }
  }

  #send(url: string, options: ClientRequest, deadline: Deadline): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { body } = options;
      const length =
        body === undefined || isStream(body)
          ? {}
          : { "Content-Length": String(Buffer.byteLength(body)) };
      const req = http.request(
        url,
        {
          agent: this.#agent,
          method: options.method ?? (body === undefined ? "GET" : "POST"),
          headers: { ...length, ...options.headers },
        },
        resolve,
      );
      deadline.onExpired((error) => req.destroy(error));
      req.on("error", (cause: NodeJS.ErrnoException) => {
        reject(
          cause instanceof HttpClientError
            ? cause
            : new HttpClientError(`${url}: ${cause.message}`, cause.code ?? "EHTTP", cause),
        );
      });
      if (isStream(body)) {
        const source = Readable.from(body, { objectMode: false });
        source.on("error", (cause) => req.destroy(cause));
        req.on("close", () => source.destroy());
        source.pipe(req);
      } else {
        req.end(body);
      }
    });
  }
}

/** One request's timeout and abort signal. */
class Deadline {
  readonly #expired: Promise<never>;
  readonly #signal: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  #destroy: (error: Error) => void = () => {};
  #fail: (error: Error) => void = () => {};
  readonly #onAbort = (): void => this.#expire("aborted", "ABORT_ERR");
  readonly #url: string;

  constructor(options: ClientRequest, timeoutMs: number) {
    this.#url = options.url;
    this.#signal = options.signal;
    this.#expired = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Nobody may be racing when it fails.
    this.#expired.catch(() => {});
    if (timeoutMs > 0) {
      this.#timer = setTimeout(
        () => this.#expire(`no reply within ${timeoutMs} ms`, "ETIMEDOUT"),
        timeoutMs,
      );
    }
    if (options.signal?.aborted === true) this.#onAbort();
    else options.signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  onExpired(destroy: (error: Error) => void): void {
    this.#destroy = destroy;
  }

  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#expired]);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  #expire(text: string, code: string): void {
    const error = new HttpClientError(`${this.#url}: ${text}`, code);
    this.#fail(error);
    this.#destroy(error);
  }
}

function isStream(body: ClientRequest["body"]): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && Symbol.asyncIterator in body;
}

function redirectOf(response: IncomingMessage): string | undefined {
  const { statusCode } = response;
  return statusCode === 307 || statusCode === 308 ? response.headers.location : undefined;
}

function plainHeaders(response: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

async function collect(response: IncomingMessage, limit: number, url: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) {
        throw new HttpClientError(
          `${url}: reply is above the limit of ${limit} bytes`,
          "ETOOLARGE",
        );
      }
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof HttpClientError) throw cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new HttpClientError(`${url}: the reply broke off: ${text}`, "ECONNRESET", cause);
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length);
}

async function* noRecords(): AsyncGenerator<Buffer> {}
