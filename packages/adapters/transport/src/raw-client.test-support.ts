import { Buffer } from "node:buffer";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A reply read from the bytes of a connection. */
export type RawReply = {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** A socket for tests: what is written goes out as it is, replies are read by plain rules. */
export class RawClient {
  readonly socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #ended = false;
  #wake: () => void = () => {};

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#ended = true;
      this.#wake();
    });
  }

  static async open(port: number): Promise<RawClient> {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    await once(socket, "connect");
    return new RawClient(socket);
  }

  write(bytes: string | Buffer): void {
    this.socket.write(bytes);
  }

  /** The next reply; fails when the connection closes before it is complete. */
  async reply(): Promise<RawReply> {
    for (;;) {
      const reply = this.#parse();
      if (reply !== undefined) return reply;
      if (this.#ended) {
        throw new Error(`connection closed after '${this.#received.toString("latin1")}'`);
      }
      await this.#more();
    }
  }

  async replies(count: number): Promise<RawReply[]> {
    const replies: RawReply[] = [];
    while (replies.length < count) replies.push(await this.reply());
    return replies;
  }

  /** Resolves when the connection is closed; gives what came and was not read as replies. */
  async closed(): Promise<string> {
    while (!this.#ended) await this.#more();
    return this.#received.toString("latin1");
  }

  get unread(): string {
    return this.#received.toString("latin1");
  }

  close(): void {
    this.socket.destroy();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #parse(): RawReply | undefined {
    const headEnd = this.#received.indexOf("\r\n\r\n");
    if (headEnd < 0) return undefined;
    const [first = "", ...lines] = this.#received.toString("latin1", 0, headEnd).split("\r\n");
    const [, status = "", reason = ""] = /^HTTP\/1\.1 ([0-9]{3}) (.*)$/.exec(first) ?? [];
    const headers: Record<string, string> = {};
    for (const line of lines) {
      const colon = line.indexOf(": ");
      headers[line.slice(0, colon)] = line.slice(colon + 2);
    }
    const start = headEnd + 4;
    const found =
      headers["Transfer-Encoding"] === "chunked"
        ? this.#chunked(start)
        : this.#fixed(start, Number(headers["Content-Length"] ?? 0));
    if (found === undefined) return undefined;
    this.#received = this.#received.subarray(found.end);
    return { status: Number(status), reason, headers, body: found.body };
  }

  #fixed(start: number, length: number): { body: Buffer; end: number } | undefined {
    const end = start + length;
    return this.#received.length < end
      ? undefined
      : { body: Buffer.from(this.#received.subarray(start, end)), end };
  }

  #chunked(start: number): { body: Buffer; end: number } | undefined {
    const parts: Buffer[] = [];
    for (let at = start; ; ) {
      const line = this.#received.indexOf("\r\n", at);
      if (line < 0) return undefined;
      const size = Number.parseInt(this.#received.toString("latin1", at, line), 16);
      const end = line + 2 + size + 2;
      if (this.#received.length < end) return undefined;
      if (size === 0) return { body: Buffer.concat(parts), end };
      parts.push(Buffer.from(this.#received.subarray(line + 2, line + 2 + size)));
      at = end;
    }
  }
}
