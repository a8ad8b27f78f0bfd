import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a port on loopback that can be broken. */
export class Link {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;

  private constructor(server: Server, port: number, target: number) {
    this.#server = server;
    this.port = port;
    server.on("connection", (client) => this.#join(client, target));
  }

  static async open(target: number): Promise<Link> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    return new Link(server, address.port, target);
  }

  /** Breaks the connections of now. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Breaks all connections, and every new one. */
  cut(): void {
    this.#cut = true;
    this.drop();
  }

  heal(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #join(client: Socket, target: number): void {
    if (this.#cut) {
      client.on("error", () => undefined);
      client.destroy();
      return;
    }
    const server = connect({ host: "127.0.0.1", port: target });
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.pipe(server);
    server.pipe(client);
  }
}
