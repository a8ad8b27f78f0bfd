import { connect, createServer, type Server, type Socket } from "node:net";
import {
  decodeConnectResponse,
  encodeConnectRequest,
  encodeRequest,
  FrameDecoder,
} from "@mesos-ts/zookeeper";

/** A way between a ZooKeeper client and a server that can be disturbed. */
export class FaultyLink {
  readonly port: number;
  readonly #target: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;
  #muted = false;
  #session: { readonly id: bigint; readonly password: Buffer } | undefined;

  private constructor(server: Server, port: number, target: number) {
    this.#server = server;
    this.port = port;
    this.#target = target;
    server.on("connection", (client) => this.#join(client));
  }

  /** To a port on loopback. */
  static async open(target: number): Promise<FaultyLink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    return new FaultyLink(server, address.port, target);
  }

  /** Breaks all connections, and every new one. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Requests go through, answers do not. */
  mute(): void {
    this.#muted = true;
  }

  heal(): void {
    this.#cut = false;
    this.#muted = false;
  }

  /** Ends the client's session at the server, as its own second connection could. */
  async expire(): Promise<void> {
    const session = this.#session;
    if (session === undefined) throw new Error("No session was seen");
    // A client that came back meanwhile would take its session along.
    this.cut();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const socket = connect({ host: "127.0.0.1", port: this.#target });
    socket.write(
      encodeConnectRequest({
        protocolVersion: 0,
        lastZxidSeen: 0n,
        timeOut: 10_000,
        sessionId: session.id,
        passwd: session.password,
        readOnly: false,
      }),
    );
    // The answer to the first frame must be there before the second may follow.
    socket.once("data", () => socket.write(encodeRequest(1, { op: "closeSession" })));
    socket.on("error", reject);
    socket.on("close", () => resolve());
    await promise;
    this.heal();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #join(client: Socket): void {
    if (this.#cut) {
      client.destroy();
      return;
    }
    const server = connect({ host: "127.0.0.1", port: this.#target });
    const frames = new FrameDecoder();
    let welcomed = false;
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on("data", (chunk: Buffer) => server.write(chunk));
    server.on("data", (chunk: Buffer) => {
      if (!welcomed) {
        const cut = frames.push(chunk);
        const [first] = cut.type === "ok" ? cut.value : [];
        welcomed = first !== undefined;
        if (first !== undefined) this.#remember(first);
      }
      if (!this.#muted) client.write(chunk);
    });
  }

  #remember(frame: Buffer): void {
    const response = decodeConnectResponse(frame);
    if (response.type === "error" || response.value.passwd === null) return;
    const { sessionId, passwd } = response.value;
    this.#session = { id: sessionId, password: Buffer.from(passwd) };
  }
}
