import { createRandom, type Random } from "@mesos-ts/base";
import {
  type Action,
  decodeLogMessage,
  encodeLogMessage,
  type LogCommand,
  type LogEffect,
  type LogEvent,
  LogStorage,
  type Outcome,
  REPLICA_ID,
  ReplicatedLogCore,
  type StorageEffect,
  type StorageEvent,
} from "@mesos-ts/log";
import { SimulatedDisk } from "@mesos-ts/log/testing";
import type { StoreOutcome } from "@mesos-ts/master";
import type { LogGroup } from "./log-group.ts";

type Timeless<E> = E extends unknown ? Omit<E, "now"> : never;
type Command<C = LogCommand> = C extends LogCommand ? Omit<C, "id"> : never;

/** A right to write, until somebody else takes it. */
export interface Pen {
  readonly content: Uint8Array | undefined;
  store(content: Uint8Array, done: (outcome: StoreOutcome) => void): void;
}

const SUPERSEDED: StoreOutcome = { type: "failed", reason: "another master writes the log" };
const REQUESTS_PER_LIFE = 1_000_000;
/** How long a disk takes for a batch, and one that is having a bad day. */
const DISK_MS = 10;
const SLOW_DISK_MS = 2_000;

/**
 * The replica of the log on one master's machine: the real core over a fake disk, which keeps what
 * was synced, and of what was not whatever it likes.
 */
export class LogNode {
  readonly name: string;
  readonly pid: string;
  readonly #group: LogGroup;
  readonly #random: Random;
  readonly #disk = new SimulatedDisk();
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #core: ReplicatedLogCore | undefined;
  #storage: LogStorage | undefined;
  #fetching: (content: Uint8Array | undefined) => void = () => {};
  #storing: ((outcome: StoreOutcome) => void)[] = [];
  /** Counts its lives: what an earlier one set in motion does not reach a later one. */
  #life = 0;
  #commands = 0;

  constructor(group: LogGroup, name: string) {
    this.#group = group;
    this.name = name;
    this.pid = `${REPLICA_ID}@${name}`;
    this.#random = createRandom(`log ${group.world.random.uint32()}`);
  }

  start(): void {
    this.#life++;
    this.#core = new ReplicatedLogCore({
      address: this.name,
      quorum: this.#group.quorum,
      autoInitialize: true,
      seed: this.#random.uint32(),
      firstRequest: this.#life * REQUESTS_PER_LIFE,
    });
    this.#storage = new LogStorage("registry", this.#random);
    this.#storing = [];
    this.#step({ type: "start", restored: this.#disk.restore() });
    this.#step({ type: "peers", pids: this.#group.pids });
  }

  crash(): void {
    if (this.#core === undefined) return;
    this.#core = undefined;
    this.#storage = undefined;
    this.#life++;
    this.#waiting.clear();
    this.#disk.tear(this.#random);
  }

  receive(from: string, to: string, name: string, body: Uint8Array): void {
    const message = decodeLogMessage(name, body);
    if (message.type === "error") throw new Error(message.error);
    this.#step({ type: "message", from, to, message: message.value });
  }

  /** Becomes the writer and reads the registry; tries for as long as this life lasts. */
  take(done: (pen: Pen) => void): void {
    this.#fetching = (content) =>
      done({
        content,
        store: (value, stored) => {
          this.#storing.push(stored);
          this.#keep({ type: "store", value });
        },
      });
    this.#keep({ type: "fetch" });
  }

  #keep(event: StorageEvent): void {
    const storage = this.#storage;
    for (const effect of storage?.step(event) ?? []) {
      if (this.#storage !== storage) return;
      this.#runStorage(effect);
    }
  }

  #runStorage(effect: StorageEffect): void {
    switch (effect.type) {
      case "command":
        this.#command(effect.command, (outcome) =>
          this.#keep({ type: "outcome", outcome, beginning: this.#core?.beginning ?? 0 }),
        );
        return;
      case "retry-after":
        return this.#later(effect.ms, () => this.#keep({ type: "retry" }));
      case "fetched":
        return this.#fetching(effect.value);
      case "stored":
        this.#storing.shift()?.(effect.isStored ? { type: "stored" } : SUPERSEDED);
        return;
      case "failed":
        throw new Error(effect.why);
      case "log":
        return this.#group.world.note(() => `${this.name}: log: ${effect.text}`);
      default:
        return effect satisfies never;
    }
  }

  #command(command: Command, done: (outcome: Outcome) => void): void {
    const id = ++this.#commands;
    this.#waiting.set(id, done);
    this.#step({ ...command, id });
  }

  #step(event: Timeless<LogEvent>): void {
    const core = this.#core;
    if (core === undefined) return;
    const now = this.#group.world.nowMs;
    for (const effect of core.step({ ...event, now } as LogEvent)) {
      if (this.#core !== core) return;
      this.#run(effect);
    }
  }

  #later(delayMs: number, run: () => void): void {
    const life = this.#life;
    this.#group.world.after(delayMs, () => {
      if (life === this.#life) run();
    });
  }

  #run(effect: LogEffect): void {
    const { world } = this.#group;
    switch (effect.type) {
      case "send": {
        const { name, body } = encodeLogMessage(effect.message);
        this.#group.send(this, effect.from, effect.to, name, body);
        return;
      }
      case "store": {
        const { batch } = effect;
        for (const action of batch.actions) this.#note(action);
        this.#disk.begin(batch);
        if (this.#group.faults.votesEarly) {
          this.#later(0, () => this.#step({ type: "stored", id: batch.id }));
          this.#later(SLOW_DISK_MS, () => this.#disk.sync());
          return;
        }
        const slowest = world.chance(0.01) ? SLOW_DISK_MS : DISK_MS;
        this.#later(world.between(0.05, slowest), () => {
          this.#disk.sync();
          this.#step({ type: "stored", id: batch.id });
        });
        return;
      }
      case "load": {
        const { id, from, to } = effect;
        this.#later(world.between(0.05, DISK_MS), () => {
          this.#step({ type: "loaded", id, actions: this.#disk.read(from, to) });
        });
        return;
      }
      case "wake-at":
        this.#later(effect.at - world.nowMs, () => this.#step({ type: "wake" }));
        return;
      case "done": {
        const done = this.#waiting.get(effect.id);
        this.#waiting.delete(effect.id);
        if (effect.outcome.type === "refused") throw new Error(effect.outcome.why);
        done?.(effect.outcome);
        return;
      }
      case "log":
        world.note(() => `${this.name}: log: ${effect.text}`);
        return;
      case "recovered":
      case "forget":
        return;
      default:
        return effect satisfies never;
    }
  }

  #note(action: Action): void {
    if (action.learned === true) this.#group.learned(this.name, action);
  }
}
