import { connect, type Socket } from "node:net";
import { unwrap } from "@mesos-ts/base";
import {
  type ConnectResponse,
  decodeConnectResponse,
  decodeNotification,
  decodeReply,
  decodeResponse,
  encodeConnectRequest,
  encodeRequest,
  FrameDecoder,
  NO_PASSWORD,
  type Op,
  type Request,
  type Response,
  type WatcherEvent,
  XID,
} from "@mesos-ts/zookeeper";

export type RawReply = {
  readonly xid: number;
  readonly zxid: bigint;
  readonly err: number;
  readonly response: Response | undefined;
};

type Waiting = { readonly op: Op; readonly resolve: (reply: RawReply) => void };

/** What a session needs to be taken up again. */
export type Ticket = { readonly sessionId: bigint; readonly passwd: Buffer };

/** A client that says exactly what it is told to, and hides nothing of what it hears. */
export class RawZooKeeper {
  readonly #socket: Socket;
  readonly #decoder = new FrameDecoder(8 * 1024 * 1024);
  readonly #waiting: Waiting[] = [];
  readonly #established = Promise.withResolvers<ConnectResponse>();
  readonly #closed = Promise.withResolvers<void>();
  #isEstablished = false;
  #lastXid = 0;
  /** Notifications since they were last taken. */
  #events: WatcherEvent[] = [];

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay();
    socket.on("data", (chunk: Buffer) => this.#data(chunk));
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#closed.resolve();
      this.#established.reject(new Error("the server closed the connection"));
    });
  }

  static async open(
    port: number,
    timeOut = 10_000,
    ticket: Ticket = { sessionId: 0n, passwd: NO_PASSWORD },
    lastZxidSeen = 0n,
  ): Promise<{ client: RawZooKeeper; session: ConnectResponse }> {
    const client = new RawZooKeeper(connect(port, "127.0.0.1"));
    const request = { protocolVersion: 0, lastZxidSeen, timeOut, ...ticket, readOnly: false };
    client.#socket.write(encodeConnectRequest(request));
    return { client, session: await client.#established.promise };
  }

  /** When the server has closed the connection. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  request(request: Request, xid = this.nextXid()): Promise<RawReply> {
    const { promise, resolve } = Promise.withResolvers<RawReply>();
    this.#waiting.push({ op: request.op, resolve });
    this.#socket.write(encodeRequest(request.op === "ping" ? XID.ping : xid, request));
    return promise;
  }

  nextXid(): number {
    this.#lastXid++;
    return this.#lastXid;
  }

  takeEvents(): readonly WatcherEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Vanishes, without closing the session. */
  drop(): void {
    this.#socket.destroy();
  }

  #data(chunk: Buffer): void {
    for (const frame of unwrap(this.#decoder.push(chunk))) {
      if (this.#isEstablished) this.#reply(frame);
      else {
        this.#isEstablished = true;
        this.#established.resolve(unwrap(decodeConnectResponse(frame)));
      }
    }
  }

  #reply(frame: Buffer): void {
    const { header, body } = unwrap(decodeReply(frame));
    if (header.xid === XID.notification) {
      this.#events.push(unwrap(decodeNotification(body)));
      return;
    }
    const waiting = this.#waiting.shift();
    if (waiting === undefined) throw new Error(`Nobody asked for reply ${header.xid}`);
    const hasBody = header.err === 0 && body.remaining > 0;
    const response = hasBody ? unwrap(decodeResponse(waiting.op, body)) : undefined;
    waiting.resolve({ ...header, response });
  }
}
