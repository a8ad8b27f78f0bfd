import { Buffer } from "node:buffer";
import { connect, type Socket } from "node:net";
import { messageTail, unsafeMessageHead } from "@mesos-ts/wire";
import {
  CLOSE_FLUSH_MS,
  CONNECT_TIMEOUT_MS,
  MAX_PEER_QUEUE_BYTES,
  TCP_KEEP_ALIVE_MS,
  UNLINKED_IDLE_MS,
} from "./limits.ts";
import type { TransportLog } from "./log.ts";
import type { Peer } from "./network-node.ts";

/** Bodies up to this size are copied next to their heads; larger ones are written as they are. */
const MAX_COPIED_BODY_BYTES = 16 * 1024;
/** Most bytes given to the socket before it has taken them. */
const MAX_IN_SOCKET_BYTES = 1024 * 1024;

/** How long a replaced socket may take to send what it holds, in milliseconds. */
const RETIRED_LINGER_MS = 10_000;

type Queued = { readonly head: string; readonly body: Uint8Array };

export type PeerConnectionOptions = {
  /** `ip:port`. */
  readonly address: string;
  readonly onLost: () => void;
  /** Flushes this peer later in the turn; called once per batch. */
  readonly schedule: (flush: () => void) => void;
  readonly log: TransportLog;
  readonly maxQueueBytes?: number;
  readonly connectTimeoutMs?: number;
  readonly unlinkedIdleMs?: number;
};

/**
 * The connection that carries messages to one address. Messages queued in one turn leave in one
 * write. What a peer sends back are replies to messages, which nobody waits for: it is discarded.
 */
export class PeerConnection implements Peer {
  readonly #address: string;
  readonly #options: PeerConnectionOptions;
  readonly #maxQueueBytes: number;
  #socket: Socket;
  #queue: Queued[] = [];
  #queuedBytes = 0;
  #connected = false;
  #flushScheduled = false;
  #linked = false;
  #closed = false;
  #closing = false;
  #used = true;
  readonly #retired = new Set<Socket>();
  #idleTimer: NodeJS.Timeout | undefined;
  readonly #flush = (): void => {
    this.#flushScheduled = false;
    this.#write();
  };

  constructor(options: PeerConnectionOptions) {
    this.#address = options.address;
    this.#options = options;
    this.#maxQueueBytes = options.maxQueueBytes ?? MAX_PEER_QUEUE_BYTES;
    this.#socket = this.#connect();
    this.#setIdleTimer();
  }

  send(from: string, toId: string, name: string, body: Uint8Array): void {
    if (this.#closed || this.#closing) return;
    const head = unsafeMessageHead(from, toId, this.#address, name, body.length);
    this.#queue.push({ head, body });
    this.#queuedBytes += head.length + body.length + messageTail.length;
    this.#used = true;
    if (this.#queuedBytes + this.#socket.writableLength > this.#maxQueueBytes) {
      this.#lose(`more than ${this.#maxQueueBytes} bytes wait to be sent`);
    } else if (this.#connected && !this.#flushScheduled) {
      this.#flushScheduled = true;
      this.#options.schedule(this.#flush);
    }
  }

  setLinked(linked: boolean): void {
    this.#linked = linked;
    this.#setIdleTimer();
  }

  reconnect(): void {
    if (this.#closed) return;
    const old = this.#socket;
    this.#connected = false;
    this.#socket = this.#connect();
    if (old.connecting) {
      old.destroy();
      return;
    }
    // What the old socket holds was sent as far as the sender is concerned: let it leave.
    this.#retired.add(old);
    old.setTimeout(RETIRED_LINGER_MS, () => old.destroy());
    old.once("close", () => this.#retired.delete(old));
    old.destroySoon();
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#idleTimer);
    const socket = this.#socket;
    const open = [socket, ...this.#retired].filter((each) => !each.closed);
    const closed = Promise.all(open.map(whenClosed));
    const limit = setTimeout(() => {
      for (const each of open) each.destroy();
    }, CLOSE_FLUSH_MS);
    if (this.#queue.length === 0 && !this.#connected) socket.destroy();
    else this.#write();
    await closed;
    clearTimeout(limit);
  }

  #connect(): Socket {
    const colon = this.#address.lastIndexOf(":");
    const socket = connect({
      host: this.#address.slice(0, colon),
      port: Number(this.#address.slice(colon + 1)),
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: TCP_KEEP_ALIVE_MS,
    });
    let reason = "the peer closed the connection";
    socket.setTimeout(this.#options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS, () => {
      reason = "connecting timed out";
      socket.destroy();
    });
    socket.on("connect", () => {
      socket.setTimeout(0);
      if (this.#socket !== socket) return;
      this.#connected = true;
      this.#write();
    });
    socket.on("drain", () => {
      if (this.#socket === socket) this.#write();
    });
    // Replies flow past. A peer that ends its side is gone: half-open links carry nothing.
    socket.resume();
    socket.on("error", (error) => {
      reason = error.message;
    });
    socket.on("close", () => {
      if (this.#socket === socket) this.#lose(reason);
    });
    return socket;
  }

  /** Gives the queue to the socket, as far as it takes it. */
  #write(): void {
    const socket = this.#socket;
    if (!this.#connected || this.#closed || socket.writableNeedDrain) return;
    if (this.#queue.length === 0) {
      if (this.#closing) socket.end();
      return;
    }
    const queue = this.#queue;
    let sent = 0;
    socket.cork();
    while (sent < queue.length && socket.writableLength < MAX_IN_SOCKET_BYTES) {
      sent = this.#writeBatch(socket, queue, sent);
    }
    socket.uncork();
    if (sent === queue.length) {
      this.#queue = [];
      this.#queuedBytes = 0;
      if (this.#closing) socket.end();
      return;
    }
    for (let i = 0; i < sent; i += 1) this.#queuedBytes -= sizeOf(queue[i]);
    this.#queue = queue.slice(sent);
    if (!socket.writableNeedDrain) this.#scheduleAgain();
  }

  #scheduleAgain(): void {
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    this.#options.schedule(this.#flush);
  }

  /** Writes messages from `start` on as one buffer, up to one that is too large to copy. */
  #writeBatch(socket: Socket, queue: readonly Queued[], start: number): number {
    const first = queue[start];
    if (first !== undefined && first.body.length > MAX_COPIED_BODY_BYTES) {
      socket.write(first.head, "latin1");
      socket.write(first.body);
      socket.write(messageTail, "latin1");
      return start + 1;
    }
    let end = start;
    let bytes = 0;
    for (; end < queue.length && bytes < MAX_IN_SOCKET_BYTES; end += 1) {
      const next = queue[end];
      if (next === undefined || next.body.length > MAX_COPIED_BODY_BYTES) break;
      bytes += sizeOf(next);
    }
    const batch = Buffer.allocUnsafeSlow(bytes);
    let at = 0;
    for (let i = start; i < end; i += 1) at = encodeInto(batch, at, queue[i]);
    socket.write(at === batch.length ? batch : batch.subarray(0, at));
    return end;
  }

  #lose(reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#idleTimer);
    if (this.#queue.length > 0) {
      this.#options.log.warn(
        `Dropped ${this.#queue.length} messages to ${this.#address}: ${reason}`,
      );
    } else if (this.#linked && !this.#closing) {
      this.#options.log.info(`Lost the link to ${this.#address}: ${reason}`);
    }
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#socket.destroy();
    this.#options.onLost();
  }

  #setIdleTimer(): void {
    if (this.#linked || this.#closed) {
      clearInterval(this.#idleTimer);
      this.#idleTimer = undefined;
    } else if (this.#idleTimer === undefined) {
      const period = this.#options.unlinkedIdleMs ?? UNLINKED_IDLE_MS;
      this.#idleTimer = setInterval(() => this.#idleCheck(), period);
      this.#idleTimer.unref();
    }
  }

  #idleCheck(): void {
    if (this.#used || this.#queue.length > 0 || this.#socket.writableLength > 0) {
      this.#used = false;
      return;
    }
    this.#lose("it was idle");
  }
}

function whenClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once("close", () => resolve()));
}

function sizeOf(message: Queued | undefined): number {
  return message === undefined ? 0 : message.head.length + message.body.length + messageTail.length;
}

function encodeInto(batch: Buffer, start: number, message: Queued | undefined): number {
  if (message === undefined) return start;
  let at = start + batch.write(message.head, start, "latin1");
  if (message.body.length > 0) {
    batch.set(message.body, at);
    at += message.body.length;
    at += batch.write(messageTail, at, "latin1");
  }
  return at;
}
