import type { Socket } from "node:net";
import type { Clock, Logger } from "@mesos-ts/runtime";
import type { CoordinatorEvent } from "@mesos-ts/zookeeper";
import { ClientConnection } from "./client-connection.ts";
import type { TrafficFigures } from "./figures.ts";
import { answerWord, type Scene, wordIn } from "./four-letter-words.ts";
import type { Outgoing } from "./runner.ts";
import type { ZooKeeperSettings } from "./settings.ts";

const WORD_BYTES = 4;

/** A client that has not asked for a session after so many ticks is not one. */
const SILENCE_TICKS = 5;

export type ReceptionOptions = {
  readonly settings: ZooKeeperSettings;
  readonly traffic: TrafficFigures;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly scene: (connections: ReadonlyMap<number, ClientConnection>) => Scene;
  readonly dispatch: (event: CoordinatorEvent) => void;
};

type Guest = { readonly socket: Socket; readonly connection: ClientConnection };

/** Accepts sockets, tells four-letter words from clients, and gives each client its answers. */
export class Reception {
  readonly #options: ReceptionOptions;
  readonly #guests = new Map<number, Guest>();
  readonly #perAddress = new Map<string, number>();
  #lastId = 0;

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  accept(socket: Socket): void {
    const { settings, traffic, clock, dispatch } = this.#options;
    this.#lastId++;
    const id = this.#lastId;
    const handlers = {
      frame: (frame: Buffer) => dispatch({ type: "frame", connection: id, frame }),
      broken: (reason: string) => this.#broken(id, reason),
    };
    const connection = new ClientConnection(
      id,
      socket,
      settings.juteMaxBuffer,
      traffic,
      clock.now(),
      handlers,
    );
    // Whatever happens to a socket ends in its closing, which is all that matters here.
    socket.on("error", () => {});
    if (!this.#hasRoom(connection.address)) {
      traffic.rejectedConnections++;
      socket.destroy();
      return;
    }
    this.#guests.set(id, { socket, connection });
    this.#countAddress(connection.address, 1);
    dispatch({ type: "connected", connection: id, address: connection.address });
    socket.on("close", () => this.#closed(id));
    socket.setTimeout(SILENCE_TICKS * settings.tickMs, () => this.#silent(id));
    this.#firstBytes(id, socket, connection);
  }

  deliver(effect: Outgoing): void {
    const guest = this.#guests.get(effect.connection);
    if (guest === undefined) return;
    if (effect.type === "send") guest.connection.send(effect.bytes, effect.answer);
    else guest.connection.end();
  }

  closeAll(): void {
    for (const { socket } of this.#guests.values()) socket.destroy();
  }

  /** A client sends a length first; somebody with a terminal sends a word. */
  #firstBytes(id: number, socket: Socket, connection: ClientConnection): void {
    let head = Buffer.alloc(0);
    const first = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      if (head.length < WORD_BYTES) return;
      socket.off("data", first);
      const word = wordIn(head);
      if (word === undefined) {
        socket.on("data", (data: Buffer) => connection.take(data));
        connection.take(head);
      } else {
        this.#word(id, word);
      }
    };
    socket.on("data", first);
  }

  #word(id: number, word: string): void {
    const guest = this.#guests.get(id);
    if (guest === undefined) return;
    const { logger, scene, traffic } = this.#options;
    logger.verbose(1, `Processing ${word} command from /${guest.connection.address}`);
    guest.connection.received++;
    traffic.received++;
    const connections = new Map(
      [...this.#guests].map(([key, { connection }]) => [key, connection]),
    );
    guest.socket.end(answerWord(word, scene(connections)));
    guest.socket.resume();
  }

  #hasRoom(address: string): boolean {
    const { maxClientCnxns, maxCnxns } = this.#options.settings;
    const fromThere = this.#perAddress.get(address) ?? 0;
    if (maxClientCnxns > 0 && fromThere >= maxClientCnxns) {
      this.#options.logger.warning(
        `Too many connections from /${address} - max is ${maxClientCnxns} (--max_client_cnxns)`,
      );
      return false;
    }
    if (this.#guests.size < maxCnxns) return true;
    this.#options.logger.warning(`Too many connections - max is ${maxCnxns} (--max_cnxns)`);
    return false;
  }

  /** The session's own timeout says how long a client may be silent; a stranger has less time. */
  #silent(id: number): void {
    const guest = this.#guests.get(id);
    if (guest !== undefined && guest.connection.last === undefined) guest.socket.destroy();
  }

  #broken(id: number, reason: string): void {
    const guest = this.#guests.get(id);
    if (guest === undefined) return;
    this.#options.logger.warning(
      `Closing the connection of /${guest.connection.address}:${guest.connection.port}: ${reason}`,
    );
    guest.socket.destroy();
  }

  #closed(id: number): void {
    const guest = this.#guests.get(id);
    if (guest === undefined) return;
    this.#guests.delete(id);
    this.#countAddress(guest.connection.address, -1);
    guest.connection.closed();
    this.#options.dispatch({ type: "disconnected", connection: id });
  }

  #countAddress(address: string, difference: number): void {
    const count = (this.#perAddress.get(address) ?? 0) + difference;
    if (count > 0) this.#perAddress.set(address, count);
    else this.#perAddress.delete(address);
  }
}
