import { randomInt } from "node:crypto";
import {
  decodeLogMessage,
  encodeLogMessage,
  type LogCommand,
  type LogConfig,
  type LogEffect,
  type LogEntry,
  type LogEvent,
  type Outcome,
  REPLICA_ID,
  ReplicatedLogCore,
} from "@mesos-ts/log";
import type { Clock, Timer } from "@mesos-ts/runtime";
import type { LibprocessMessage, LibprocessNetwork } from "@mesos-ts/transport";
import type { LogStore } from "./store/types.ts";

/** What callers of one program share: a log that all replicas of a group hold together. */
export type ReplicatedLog = {
  /** `log-replica(1)@ip:port`. */
  readonly pid: string;
  /** The replica votes. Rejects if the log fails or is closed before. */
  readonly recovered: Promise<void>;
  readonly isRecovered: boolean;
  /** Known replicas, this one included. */
  readonly ensembleSize: number;
  /** First position that is not truncated, here. */
  readonly beginning: number;
  /** Last position written, here. */
  readonly ending: number;
  /** All replicas of the group, this one included. */
  setPeers(pids: readonly string[]): void;
  /** Position where the log ends; undefined: lost to another, try again. Waits for recovery. */
  elect(): Promise<number | undefined>;
  /** Position of the entry; undefined: no longer the writer, and the entry may stand or not. */
  append(bytes: Uint8Array): Promise<number | undefined>;
  /** Position of the truncation; what lies before `to` is forgotten. */
  truncate(to: number): Promise<number | undefined>;
  /** The entries from `from` to `to`; rejects if positions there are truncated or not learned. */
  read(from: number, to: number): Promise<readonly LogEntry[]>;
  /** Learns what the others know; gives the last position that was learned. */
  catchUp(): Promise<number>;
  close(): Promise<void>;
};

export type ReplicatedLogOptions = {
  readonly network: LibprocessNetwork;
  readonly store: LogStore;
  readonly clock: Clock;
  /** How many replicas decide; the group has `2 * quorum - 1`. */
  readonly quorum: number;
  readonly autoInitialize: boolean;
  readonly log: (level: "INFO" | "WARNING" | "ERROR", text: string) => void;
  /** The disk failed: the replica is silent from now on, and everybody who waits is told. */
  readonly failed?: (error: Error) => void;
  /** For tests: what is drawn by chance otherwise. */
  readonly chance?: Pick<LogConfig, "seed" | "firstRequest">;
};

/** Joins the log's decisions to a disk and a network. */
export function startReplicatedLog(options: ReplicatedLogOptions): ReplicatedLog {
  return new Runner(options);
}

type Waiting = {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
};

/** Numbers of requests begin anywhere below, so that two lives do not share them. */
const MAX_FIRST_REQUEST = 2 ** 40;

type Command<C = LogCommand> = C extends LogCommand ? Omit<C, "id"> : never;
type Untimed<E = LogEvent> = E extends LogEvent ? Omit<E, "now"> : never;

class Runner implements ReplicatedLog {
  readonly pid: string;
  readonly recovered: Promise<void>;
  isRecovered = false;
  readonly #options: ReplicatedLogOptions;
  readonly #core: ReplicatedLogCore;
  readonly #waiting = new Map<number, Waiting>();
  readonly #registered = new Set<string>();
  #settleRecovery: { resolve(): void; reject(error: Error): void };
  #nextCommand = 1;
  #wake: Timer | undefined;
  #writing: Promise<void> = Promise.resolve();
  #stopped: Error | undefined;

  constructor(options: ReplicatedLogOptions) {
    this.#options = options;
    const { network, quorum, autoInitialize, store } = options;
    const chance = options.chance ?? {
      seed: randomInt(MAX_FIRST_REQUEST),
      firstRequest: randomInt(1, MAX_FIRST_REQUEST),
    };
    this.#core = new ReplicatedLogCore({
      address: network.address,
      quorum,
      autoInitialize,
      ...chance,
    });
    this.pid = this.#core.pid;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.recovered = promise;
    this.#settleRecovery = { resolve, reject };
    promise.catch(() => undefined);
    this.#register(REPLICA_ID);
    this.#dispatch({ type: "start", restored: store.restored });
  }

  get ensembleSize(): number {
    return this.#core.ensembleSize;
  }

  get beginning(): number {
    return this.#core.beginning;
  }

  get ending(): number {
    return this.#core.ending;
  }

  setPeers(pids: readonly string[]): void {
    this.#dispatch({ type: "peers", pids });
  }

  async elect(): Promise<number | undefined> {
    await this.recovered;
    return this.#position({ type: "elect" });
  }

  append(bytes: Uint8Array): Promise<number | undefined> {
    return this.#position({ type: "append", bytes });
  }

  truncate(to: number): Promise<number | undefined> {
    return this.#position({ type: "truncate", to });
  }

  async read(from: number, to: number): Promise<readonly LogEntry[]> {
    const outcome = await this.#command({ type: "read", from, to });
    return outcome.type === "entries" ? outcome.entries : [];
  }

  async catchUp(): Promise<number> {
    await this.recovered;
    return (await this.#position({ type: "catch-up" })) ?? this.ending;
  }

  async close(): Promise<void> {
    if (this.#stopped === undefined) this.#stop(new Error("Log is being deleted"));
    await this.#writing;
    await this.#options.store.close();
  }

  async #position(command: Command): Promise<number | undefined> {
    const outcome = await this.#command(command);
    return outcome.type === "position" ? outcome.position : undefined;
  }

  #command(command: Command): Promise<Outcome> {
    if (this.#stopped !== undefined) return Promise.reject(this.#stopped);
    const id = this.#nextCommand++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#dispatch({ ...command, id } as Untimed);
    });
  }

  #receive({ from, to, name, body }: LibprocessMessage): void {
    const message = decodeLogMessage(name, body);
    if (message.type === "error") {
      return this.#options.log("WARNING", `Dropped a message from ${from}: ${message.error}`);
    }
    this.#dispatch({ type: "message", from, to, message: message.value });
  }

  #dispatch(event: Untimed): void {
    if (this.#stopped !== undefined) return;
    const timed = { ...event, now: this.#options.clock.now() } as LogEvent;
    for (const effect of this.#core.step(timed)) this.#carryOut(effect);
  }

  #carryOut(effect: LogEffect): void {
    switch (effect.type) {
      case "send":
        return this.#send(effect);
      case "forget":
        for (const id of effect.ids) if (this.#registered.has(id)) this.#unregister(id);
        return;
      case "store":
        this.#writing = this.#io(async () => {
          await this.#options.store.write(effect.batch);
          this.#dispatch({ type: "stored", id: effect.batch.id });
        });
        return;
      case "load":
        void this.#io(async () => {
          const actions = await this.#options.store.read(effect.from, effect.to);
          this.#dispatch({ type: "loaded", id: effect.id, actions });
        });
        return;
      case "wake-at":
        return this.#wakeAt(effect.at);
      case "done":
        return this.#done(effect.id, effect.outcome);
      case "recovered":
        this.isRecovered = true;
        return this.#settleRecovery.resolve();
      case "log":
        return this.#options.log(effect.level, effect.text);
      default:
        return effect satisfies never;
    }
  }

  #send({ from, to, message }: Extract<LogEffect, { type: "send" }>): void {
    // An answer finds its question by the process that asked.
    if (from.startsWith("__req_res__")) this.#register(from);
    const { name, body } = encodeLogMessage(message);
    this.#options.network.send(from, to, name, body);
  }

  #done(id: number, outcome: Outcome): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (outcome.type === "refused") waiting?.reject(new Error(outcome.why));
    else waiting?.resolve(outcome);
  }

  #wakeAt(at: number): void {
    const { clock } = this.#options;
    this.#wake?.cancel();
    this.#wake = clock.setTimer(at - clock.now(), () => this.#dispatch({ type: "wake" }));
  }

  /** What the disk cannot do ends the log: a replica that might forget must not vote. */
  async #io(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      if (this.#stopped !== undefined) return;
      const error = cause instanceof Error ? cause : new Error(String(cause));
      this.#options.log("ERROR", error.message);
      this.#stop(error);
      this.#options.failed?.(error);
    }
  }

  #stop(reason: Error): void {
    this.#stopped = reason;
    this.#wake?.cancel();
    for (const id of [...this.#registered]) this.#unregister(id);
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    this.#settleRecovery.reject(reason);
  }

  #register(id: string): void {
    if (this.#registered.has(id)) return;
    this.#registered.add(id);
    this.#options.network.register(id, {
      message: (message) => this.#receive(message),
      exited: () => undefined,
    });
  }

  #unregister(id: string): void {
    this.#registered.delete(id);
    this.#options.network.unregister(id);
  }
}
