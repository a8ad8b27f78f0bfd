import type { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import {
  type MessageEnvelope,
  type ParseError,
  parseMessageHead,
  type RequestHead,
  RequestParser,
} from "@mesos-ts/wire";
import type { LibprocessMessage } from "./libprocess.ts";
import { MAX_MESSAGE_BYTES, MAX_REPLY_BACKLOG_BYTES } from "./limits.ts";
import type { TransportLog } from "./log.ts";
import { acceptedReply, type HttpDate, textReply } from "./message-replies.ts";

/** What message traffic needs of its server. */
export type MessageSink = {
  /** Delivers; false when no process has the id. */
  deliver(message: LibprocessMessage): boolean;
  readonly date: HttpDate;
  readonly requirePeerAddressIpMatch: boolean;
  readonly messageReplies: "all" | "clients";
  readonly log: TransportLog;
};

type Incoming = MessageEnvelope | { readonly type: "bad-message"; readonly text: string };

/** The verdict on one message that reached us, whichever parser read it. */
export type MessageVerdict = { readonly status: 202 | 400 | 404; readonly text: string };

/** Checks a message's sender against its socket and delivers it. */
export function acceptMessage(
  sink: MessageSink,
  incoming: Incoming,
  body: Buffer,
  socket: { readonly remoteAddress?: string | undefined; readonly remotePort?: number | undefined },
): MessageVerdict {
  if (incoming.type === "bad-message") return { status: 400, text: incoming.text };
  if (sink.requirePeerAddressIpMatch) {
    const peer = plainAddress(socket.remoteAddress);
    if (!incoming.from.slice(incoming.from.lastIndexOf("@") + 1).startsWith(`${peer}:`)) {
      const text =
        `UPID IP address validation failed: Message from ${incoming.from} ` +
        `was sent from IP ${peer}:${socket.remotePort ?? 0}`;
      return { status: 400, text };
    }
  }
  const { from, to, name } = incoming;
  return sink.deliver({ from, to, name, body })
    ? { status: 202, text: "" }
    : { status: 404, text: "404 Not Found." };
}

/** An IPv4 address without its IPv6 mapping; empty when the socket has none. */
export function plainAddress(address: string | undefined): string {
  if (address === undefined) return "";
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}

const REASONS = { 202: "Accepted", 400: "Bad Request", 404: "Not Found" } as const;

/**
 * An accepted connection while it carries libprocess messages. The first request that is something
 * else is handed over, with all bytes from its first on, and this object is done.
 */
export class MessageConnection {
  readonly #socket: Socket;
  readonly #sink: MessageSink;
  readonly #handOver: (socket: Socket, bytes: Buffer) => void;
  readonly #parser: RequestParser<Incoming>;
  #replies = "";
  #accepted = 0;
  #progress = true;

  constructor(
    socket: Socket,
    sink: MessageSink,
    handOver: (socket: Socket, bytes: Buffer) => void,
  ) {
    this.#socket = socket;
    this.#sink = sink;
    this.#handOver = handOver;
    this.#parser = new RequestParser<Incoming>({
      onlyMethod: "POST",
      accept: acceptHead,
      onRequest: (incoming, body) => this.#receive(incoming, body),
      limits: { maxBodyBytes: MAX_MESSAGE_BYTES },
    });
    socket.on("data", this.#onData);
    socket.on("end", this.#onEnd);
  }

  /**
   * To be called at intervals: true when a message has begun and nothing of it came since the last
   * call. A connection between messages may be silent for ever, as links are.
   */
  stalled(): boolean {
    const stalled = !this.#progress && !this.#parser.idle;
    this.#progress = false;
    return stalled;
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#progress = true;
    const outcome = this.#parser.push(chunk);
    this.#flushReplies();
    switch (outcome.type) {
      case "ok":
        return;
      case "foreign":
        this.#release(outcome.rest);
        return;
      case "error":
        this.#refuse(outcome.error, outcome.rest);
        return;
      default:
        outcome satisfies never;
    }
  };

  /** The peer has said all: what it is owed is written already. */
  readonly #onEnd = (): void => {
    this.#socket.end();
  };

  #receive(incoming: Incoming, body: Buffer): void {
    const verdict = acceptMessage(this.#sink, incoming, body, this.#socket);
    const silent =
      this.#sink.messageReplies === "clients" &&
      incoming.type === "message" &&
      incoming.fromLibprocess;
    if (silent) return;
    if (verdict.status === 202) {
      this.#accepted += 1;
      return;
    }
    this.#spellAccepted();
    const date = this.#sink.date.now();
    this.#replies += textReply(date, verdict.status, REASONS[verdict.status], verdict.text);
  }

  #spellAccepted(): void {
    if (this.#accepted === 0) return;
    this.#replies += acceptedReply(this.#sink.date.now()).repeat(this.#accepted);
    this.#accepted = 0;
  }

  /** Replies of one chunk leave in one write. A peer that reads none is not waited for for ever. */
  #flushReplies(): void {
    this.#spellAccepted();
    if (this.#replies === "") return;
    const replies = this.#replies;
    this.#replies = "";
    this.#socket.write(replies);
    if (this.#socket.writableLength > MAX_REPLY_BACKLOG_BYTES && !this.#socket.isPaused()) {
      this.#socket.pause();
      this.#socket.once("drain", () => this.#socket.resume());
    }
  }

  #refuse(error: ParseError, rest: Buffer): void {
    if (error.phase === "head" && error.status !== 413) {
      // Not read as a message yet: HTTP's own parser decides what to say to it.
      this.#release(rest);
      return;
    }
    const { remoteAddress, remotePort } = this.#socket;
    this.#sink.log.warn(
      `Closing the connection from ${plainAddress(remoteAddress)}:${remotePort}: ${error.text}`,
    );
    const reason = error.status === 413 ? "Payload Too Large" : "Bad Request";
    this.#socket.end(textReply(this.#sink.date.now(), error.status, reason, error.text));
    this.#socket.off("data", this.#onData);
    this.#socket.destroySoon();
  }

  #release(rest: Buffer): void {
    this.#socket.off("data", this.#onData);
    this.#socket.off("end", this.#onEnd);
    this.#handOver(this.#socket, rest);
  }
}

function acceptHead(head: RequestHead): Incoming | undefined {
  // What needs more than a body and a reply is left to HTTP.
  const connection = head.headers.get("connection");
  if (connection !== undefined && connection.toLowerCase() !== "keep-alive") return undefined;
  if (head.headers.has("expect") || head.headers.has("upgrade")) return undefined;
  return parseMessageHead(head);
}
