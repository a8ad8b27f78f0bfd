import type { Socket } from "node:net";
import { type Answer, FrameDecoder } from "@mesos-ts/zookeeper";
import { Spread, type TrafficFigures } from "./figures.ts";

/** Requests of one connection that may wait for their answers before no more are read. */
const MAX_OUTSTANDING = 1_000;

/** Bytes that may wait to be sent before no more requests are read. */
const HIGH_WATER_BYTES = 1024 * 1024;

/** A client that lets this much wait (notifications come unasked) is disconnected. */
const MAX_UNSENT_BYTES = 64 * 1024 * 1024;

export type ConnectionHandlers = {
  readonly frame: (frame: Buffer) => void;
  /** The stream cannot be read any further. */
  readonly broken: (reason: string) => void;
};

/** One client's socket: frames in, answers out, and how both went. */
export class ClientConnection {
  readonly id: number;
  readonly address: string;
  readonly port: number;
  readonly establishedMs: number;
  readonly #socket: Socket;
  readonly #decoder: FrameDecoder;
  readonly #handlers: ConnectionHandlers;
  readonly #traffic: TrafficFigures;
  /** When each request came that is not answered yet. */
  #arrivals: number[] = [];
  #chunks: Buffer[] = [];
  received = 0;
  sent = 0;
  latency = new Spread();
  lastLatencyMs = 0;
  lastResponseMs = 0;
  last: Answer | undefined;

  constructor(
    id: number,
    socket: Socket,
    maxFrameBytes: number,
    traffic: TrafficFigures,
    nowMs: number,
    handlers: ConnectionHandlers,
  ) {
    this.id = id;
    this.#socket = socket;
    this.address = plainAddress(socket.remoteAddress ?? "");
    this.port = socket.remotePort ?? 0;
    this.establishedMs = nowMs;
    this.#decoder = new FrameDecoder(maxFrameBytes);
    this.#traffic = traffic;
    this.#handlers = handlers;
    socket.on("drain", () => this.#resume());
  }

  get outstanding(): number {
    return this.#arrivals.length;
  }

  take(chunk: Buffer): void {
    const frames = this.#decoder.push(chunk);
    if (frames.type === "error") return this.#handlers.broken(frames.error);
    for (const frame of frames.value) {
      this.received++;
      this.#traffic.received++;
      this.#traffic.outstanding++;
      this.#arrivals.push(performance.now());
      this.#handlers.frame(frame);
    }
    if (this.#isFull()) this.#socket.pause();
  }

  /** Bytes that are sent in one turn of the event loop leave in one write. */
  send(bytes: Buffer, answer: Answer | undefined): void {
    this.sent++;
    this.#traffic.sent++;
    if (answer !== undefined) this.#answered(bytes, answer);
    if (this.#chunks.length === 0) queueMicrotask(() => this.#flush());
    this.#chunks.push(bytes);
  }

  /** Ends the connection once everything is sent. */
  end(): void {
    this.#flush();
    this.#socket.end();
    this.#socket.resume();
  }

  /** The socket is gone, and with it the hope for answers. */
  closed(): void {
    this.#traffic.outstanding -= this.#arrivals.length;
    this.#arrivals = [];
    this.#chunks = [];
  }

  resetFigures(): void {
    this.received = 0;
    this.sent = 0;
    this.latency = new Spread();
    this.lastLatencyMs = 0;
    this.lastResponseMs = 0;
    this.last = undefined;
  }

  #answered(bytes: Buffer, answer: Answer): void {
    const arrival = this.#arrivals.shift();
    const latencyMs = arrival === undefined ? 0 : performance.now() - arrival;
    if (arrival !== undefined) this.#traffic.outstanding--;
    this.last = answer;
    this.lastLatencyMs = latencyMs;
    this.lastResponseMs = performance.now();
    this.latency.add(latencyMs);
    this.#traffic.responded(bytes.length, latencyMs);
  }

  #flush(): void {
    const chunks = this.#chunks;
    if (chunks.length === 0 || this.#socket.destroyed) return;
    this.#chunks = [];
    this.#socket.write(chunks.length === 1 ? (chunks[0] ?? "") : Buffer.concat(chunks));
    if (this.#socket.writableLength > MAX_UNSENT_BYTES) {
      this.#handlers.broken(`${this.#socket.writableLength} bytes wait to be read by it`);
      return;
    }
    this.#resume();
  }

  #isFull(): boolean {
    return (
      this.#arrivals.length >= MAX_OUTSTANDING || this.#socket.writableLength >= HIGH_WATER_BYTES
    );
  }

  #resume(): void {
    if (this.#socket.isPaused() && !this.#isFull()) this.#socket.resume();
  }
}

/** An IPv4 address that came over an IPv6 socket is still an IPv4 address. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}
