import { createHash } from "node:crypto";
import {
  type ConnectionId,
  Coordinator,
  type CoordinatorConfig,
  type CoordinatorEffect,
  type CoordinatorEvent,
  Database,
  type LogRecord,
} from "@mesos-ts/zookeeper";
import type { Host } from "./network.ts";
import type { World } from "./world.ts";

/** The client's end of a connection, as the server sees it. */
export interface ClientEnd {
  readonly address: string;
  opened(): void;
  /** A frame without its length. */
  receive(frame: Buffer): void;
  closed(): void;
}

const TICK_MS = 2_000;
const DISK_MS = 10;
const SLOW_DISK_MS = 1_000;
const LONGEST_REST_MS = 20_000;
const LENGTH_BYTES = 4;
const PASSWORD_DIGITS = 32;

const CONFIG: CoordinatorConfig = {
  tickMs: TICK_MS,
  minSessionTimeoutMs: 2 * TICK_MS,
  maxSessionTimeoutMs: 20 * TICK_MS,
  containerCheckMs: 60_000,
  enforceQuota: true,
  maxSessions: 1_000,
  superDigest: undefined,
  sha1: (bytes) => createHash("sha1").update(bytes).digest("base64"),
  passwordOf: (session) => Buffer.from(session.toString(16).padStart(PASSWORD_DIGITS, "0"), "hex"),
};

/** One life of the server: what it decided and had not written dies with it. */
interface Life {
  readonly coordinator: Coordinator;
  readonly clients: Map<ConnectionId, ClientEnd>;
  /** Nothing leaves before what precedes it is on disk. */
  effects: CoordinatorEffect[];
  writing: readonly LogRecord[];
}

/**
 * The coordinator: the real core over a fake disk and network. It dies, keeps what was synced and
 * some of what was not, and a supervisor starts it again.
 */
export class CoordinatorNode implements Host {
  readonly name = "10.0.3.1:2181";
  readonly #world: World;
  readonly #disk: LogRecord[] = [];
  #life: Life | undefined;
  #connections = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get alive(): boolean {
    return this.#life !== undefined;
  }

  start(): void {
    if (this.alive) return;
    const database = new Database();
    for (const record of this.#disk) database.apply(record);
    const life: Life = {
      coordinator: new Coordinator(CONFIG, database, this.#now),
      clients: new Map(),
      effects: [],
      writing: [],
    };
    this.#life = life;
    this.#world.note(() => `coordinator: starts with ${this.#disk.length} transactions`);
    this.#tick(life);
  }

  crash(): void {
    const life = this.#life;
    if (life === undefined) return;
    const kept = life.writing.slice(0, this.#world.random.int(life.writing.length + 1));
    this.#world.note(() => `coordinator: dies, keeps ${kept.length} of ${life.writing.length}`);
    this.#disk.push(...kept);
    this.#life = undefined;
    for (const client of life.clients.values()) client.closed();
    this.#world.after(this.#world.between(100, LONGEST_REST_MS), () => this.start());
  }

  /** Gives the connection's number, which is never used again. */
  accept(client: ClientEnd): ConnectionId {
    const connection = ++this.#connections;
    this.#life?.clients.set(connection, client);
    this.#step({ type: "connected", connection, address: client.address });
    client.opened();
    return connection;
  }

  receive(connection: ConnectionId, frame: Buffer): void {
    this.#step({ type: "frame", connection, frame });
  }

  hungUp(connection: ConnectionId): void {
    this.#life?.clients.delete(connection);
    this.#step({ type: "disconnected", connection });
  }

  broken(): void {
    // Connections to the coordinator are streams, which tell their ends themselves.
  }

  get #now() {
    const { nowMs } = this.#world;
    return { wallMs: nowMs + this.#world.skewOf(this.name), monotonicMs: nowMs };
  }

  #tick(life: Life): void {
    this.#world.after(TICK_MS, () => {
      if (this.#life !== life) return;
      this.#step({ type: "tick" });
      this.#tick(life);
    });
  }

  #step(event: CoordinatorEvent): void {
    const life = this.#life;
    if (life === undefined) return;
    life.effects.push(...life.coordinator.step(event, this.#now));
    this.#carryOut(life);
  }

  #carryOut(life: Life): void {
    while (life.writing.length === 0) {
      const effect = life.effects[0];
      if (effect === undefined) return;
      if (effect.type === "persist") return this.#write(life);
      life.effects.shift();
      this.#run(effect, life);
    }
  }

  /** All that wait are written together. */
  #write(life: Life): void {
    life.writing = life.effects.flatMap((each) => (each.type === "persist" ? [each.record] : []));
    life.effects = life.effects.filter(({ type }) => type !== "persist");
    const slowest = this.#world.chance(0.02) ? SLOW_DISK_MS : DISK_MS;
    this.#world.after(this.#world.between(0.05, slowest), () => {
      if (this.#life !== life) return;
      this.#disk.push(...life.writing);
      life.writing = [];
      this.#carryOut(life);
    });
  }

  #run(effect: Exclude<CoordinatorEffect, { type: "persist" }>, { clients }: Life): void {
    switch (effect.type) {
      case "send":
        clients.get(effect.connection)?.receive(effect.bytes.subarray(LENGTH_BYTES));
        return;
      case "close":
        clients.get(effect.connection)?.closed();
        clients.delete(effect.connection);
        return;
      case "log":
        this.#world.note(() => `coordinator: ${effect.text}`);
        return;
      default:
        return effect satisfies never;
    }
  }
}
