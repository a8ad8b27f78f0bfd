import { Buffer } from "node:buffer";
import { connect, type Socket } from "node:net";

const BUFFER_BYTES = 1024 * 1024;

export interface Question {
  readonly path: string;
  readonly type?: string;
  readonly body?: Buffer | string;
}

/** An HTTP client that only counts: large replies cost it next to nothing, so that it times the server. */
export class ByteCounter {
  readonly #socket: Socket;
  #head = "";
  #missing = 0;
  #bytes = 0;
  #answered: ((bytes: number) => void) | undefined;

  constructor(port: number) {
    const onread = {
      buffer: Buffer.alloc(BUFFER_BYTES),
      callback: (length: number, buffer: Uint8Array) => {
        this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    };
    this.#socket = connect({ host: "127.0.0.1", port, noDelay: true, onread });
    this.#socket.on("error", () => {});
  }

  /** Milliseconds and bytes of the body; one question at a time. */
  async ask({ path, type, body = "" }: Question): Promise<{ ms: number; bytes: number }> {
    const beganMs = performance.now();
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#answered = resolve;
    const method = type === undefined ? "GET" : "POST";
    const media = type === undefined ? "" : `Content-Type: ${type}\r\nAccept: ${type}\r\n`;
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    this.#socket.write(`${method} ${path} HTTP/1.1\r\nHost: bench\r\n${media}${length}\r\n\r\n`);
    if (body.length > 0) this.#socket.write(body);
    const bytes = await promise;
    return { ms: performance.now() - beganMs, bytes };
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#missing > 0) return this.#count(chunk.length);
    this.#head += chunk.toString("latin1");
    const end = this.#head.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = /content-length: (\d+)/i.exec(this.#head.slice(0, end))?.[1];
    if (!this.#head.startsWith("HTTP/1.1 200") || length === undefined) {
      throw new Error(`not what was asked for: ${this.#head.slice(0, end)}`);
    }
    this.#bytes = Number(length);
    this.#missing = this.#bytes;
    const begun = this.#head.length - end - "\r\n\r\n".length;
    this.#head = "";
    this.#count(begun);
  }

  #count(length: number): void {
    this.#missing -= length;
    if (this.#missing === 0) this.#answered?.(this.#bytes);
  }
}
