import type { Buffer } from "node:buffer";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { DeferredTasks } from "./deferred-tasks.ts";
import { HttpServer } from "./http-server.ts";
import type { HttpAuthenticator, HttpAuthorizer, HttpResponse } from "./http-types.ts";
import type { LibprocessNetwork } from "./libprocess.ts";
import { MAX_CONNECTIONS, TCP_KEEP_ALIVE_MS } from "./limits.ts";
import { silentLog, type TransportLog } from "./log.ts";
import { MessageConnection, type MessageSink } from "./message-connection.ts";
import { HttpDate } from "./message-replies.ts";
import { NetworkNode } from "./network-node.ts";
import { PeerConnection } from "./peer-connection.ts";
import type { RequestObserver } from "./request-durations.ts";
import type { Router } from "./router.ts";
import { DEFAULT_TUNING, type TransportTuning } from "./tuning.ts";

export type TransportOptions = {
  /** Address to listen on. Default `0.0.0.0`. */
  readonly host?: string;
  /** Port to listen on; 0 (default) takes a free one. */
  readonly port?: number;
  /** IPv4 address that others reach this program at. Default: `host`, or 127.0.0.1 for `0.0.0.0`. */
  readonly advertiseIp?: string | undefined;
  /** Port that others reach this program at. Default: the port listened on. */
  readonly advertisePort?: number | undefined;
  /** Endpoints served here. */
  readonly router: Router;
  readonly authenticator?: HttpAuthenticator | undefined;
  readonly authorizer?: HttpAuthorizer | undefined;
  /** Refuses endpoints by their normal path (firewall rules); undefined lets the request pass. */
  readonly firewall?: (path: string) => HttpResponse | undefined;
  /** Told of each request that a handler has answered. */
  readonly onServed?: RequestObserver | undefined;
  /** LIBPROCESS_REQUIRE_PEER_ADDRESS_IP_MATCH: a message's sender must have its socket's address. */
  readonly requirePeerAddressIpMatch?: boolean;
  /**
   * Which messages get a reply, 202 or 404. Apache Mesos replies to all (default); "clients" leaves
   * out senders that say `User-Agent: libprocess/…`, which read no replies.
   */
  readonly messageReplies?: "all" | "clients";
  readonly log?: TransportLog;
  readonly tuning?: Partial<TransportTuning>;
};

/** One listening port for libprocess messages and HTTP, and the connections to peers. */
export type TransportServer = LibprocessNetwork & {
  readonly router: Router;
  /** Address and port listened on. */
  readonly host: string;
  readonly port: number;
};

/** Starts listening. Rejects when the address cannot be had, naming it. */
export async function startTransport(options: TransportOptions): Promise<TransportServer> {
  const host = options.host ?? "0.0.0.0";
  const port = options.port ?? 0;
  const acceptor = new Acceptor();
  const bound = await acceptor.listen(host, port);
  const ip = options.advertiseIp ?? (host === "0.0.0.0" ? "127.0.0.1" : host);
  const address = `${ip}:${options.advertisePort ?? bound}`;
  const tuning = { ...DEFAULT_TUNING, ...options.tuning };
  const log = options.log ?? silentLog;

  const tasks = new DeferredTasks();
  const node = new NetworkNode({
    address,
    log,
    defer: tasks.add,
    openPeer: (peer, onLost) =>
      new PeerConnection({ address: peer, onLost, schedule: tasks.add, log, ...tuning }),
  });
  const sink: MessageSink = {
    deliver: (message) => node.deliver(message),
    date: new HttpDate(),
    requirePeerAddressIpMatch: options.requirePeerAddressIpMatch ?? false,
    messageReplies: options.messageReplies ?? "all",
    log,
  };
  const { router, authenticator, authorizer, firewall, onServed } = options;
  const http = new HttpServer({
    router,
    authenticator,
    authorizer,
    firewall,
    onServed,
    messages: sink,
    tuning,
  });
  acceptor.serve(sink, http, tuning);
  return new SocketTransport(node, acceptor, { host, port: bound, router });
}

/** The listening socket and the connections that it accepted. */
class Acceptor {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #messageConnections = new Map<Socket, MessageConnection>();
  #early: Socket[] | undefined = [];
  #serve: (socket: Socket) => void = (socket) => this.#early?.push(socket);
  #http: HttpServer | undefined;
  #scan: NodeJS.Timeout | undefined;

  constructor() {
    this.#server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) =>
      this.#accept(socket),
    );
    this.#server.maxConnections = MAX_CONNECTIONS;
  }

  listen(host: string, port: number): Promise<number> {
    const server = this.#server;
    return new Promise((resolve, reject) => {
      const failed = (cause: Error): void => {
        reject(new Error(`Failed to listen on ${host}:${port}: ${cause.message}`, { cause }));
      };
      server.once("error", failed);
      server.listen(port, host, () => {
        server.off("error", failed);
        resolve((server.address() as AddressInfo).port);
      });
    });
  }

  serve(sink: MessageSink, http: HttpServer, tuning: TransportTuning): void {
    const handOver = (socket: Socket, bytes: Buffer): void => {
      this.#messageConnections.delete(socket);
      http.adopt(socket, bytes);
    };
    // Accepting can fail for want of file descriptors; those that are connected stay served.
    this.#server.on("error", (error) => sink.log.warn(`Failed to accept socket: ${error.message}`));
    this.#serve = (socket) => {
      this.#messageConnections.set(socket, new MessageConnection(socket, sink, handOver));
    };
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const socket of early) this.#serve(socket);
    this.#http = http;
    this.#scan = setInterval(() => this.#endStalled(sink.log), tuning.bodyStallTimeoutMs);
    this.#scan.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#scan);
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#http?.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setKeepAlive(true, TCP_KEEP_ALIVE_MS);
    socket.on("error", ignore);
    socket.once("close", () => {
      this.#sockets.delete(socket);
      this.#messageConnections.delete(socket);
    });
    this.#serve(socket);
  }

  #endStalled(log: TransportLog): void {
    this.#http?.endStalled();
    for (const [socket, connection] of this.#messageConnections) {
      if (!connection.stalled()) continue;
      log.warn(`Closing the connection from ${socket.remoteAddress}: its message stalled`);
      socket.destroy();
    }
  }
}

/** "close" follows an error and does what is needed. */
function ignore(): void {}

class SocketTransport implements TransportServer {
  readonly router: Router;
  readonly host: string;
  readonly port: number;
  readonly #node: NetworkNode;
  readonly #acceptor: Acceptor;

  constructor(
    node: NetworkNode,
    acceptor: Acceptor,
    own: { readonly host: string; readonly port: number; readonly router: Router },
  ) {
    this.#node = node;
    this.#acceptor = acceptor;
    this.router = own.router;
    this.host = own.host;
    this.port = own.port;
  }

  get address(): string {
    return this.#node.address;
  }
  register: LibprocessNetwork["register"] = (id, process) => this.#node.register(id, process);
  unregister: LibprocessNetwork["unregister"] = (id) => this.#node.unregister(id);
  processIds: LibprocessNetwork["processIds"] = () => this.#node.processIds();
  send: LibprocessNetwork["send"] = (from, to, name, body) => this.#node.send(from, to, name, body);
  link: LibprocessNetwork["link"] = (from, to, options) => this.#node.link(from, to, options);
  unlink: LibprocessNetwork["unlink"] = (from, to) => this.#node.unlink(from, to);

  async close(): Promise<void> {
    await Promise.all([this.#node.close(), this.#acceptor.close()]);
  }
}
