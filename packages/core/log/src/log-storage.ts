import type { Random } from "@mesos-ts/base";
import type { stateEntry } from "@mesos-ts/protos";
import type { LogCommand, Outcome } from "./contract.ts";
import { StateStorage, snapshotOperation } from "./state-storage.ts";

/** An election that was lost is tried again after once to twice this. */
const ELECT_RETRY_MS = 100;

type WithoutId<C> = C extends LogCommand ? Omit<C, "id"> : never;

export type StorageEvent =
  /** Becomes the writer and reads the value; tries until it is elected. */
  | { readonly type: "fetch" }
  /** Replaces what `fetched` or the last `stored` told. */
  | { readonly type: "store"; readonly value: Uint8Array }
  /** What became of the last command, and where the log begins here. */
  | { readonly type: "outcome"; readonly outcome: Outcome; readonly beginning: number }
  /** The time of `retry-after` has passed. */
  | { readonly type: "retry" };

export type StorageEffect =
  /** For the log; one at a time. */
  | { readonly type: "command"; readonly command: WithoutId<LogCommand> }
  | { readonly type: "retry-after"; readonly ms: number }
  /** Answers the oldest open `fetch`; undefined: nothing was ever stored. */
  | { readonly type: "fetched"; readonly value: Uint8Array | undefined }
  /** Answers the oldest open `store`; false: another writer has taken over. */
  | { readonly type: "stored"; readonly isStored: boolean }
  /** Answers the oldest open `fetch` or `store`: the log cannot be read or written. */
  | { readonly type: "failed"; readonly why: string }
  | { readonly type: "log"; readonly text: string };

/** What is done in turn; what is superseded is cut off after each `store`, behind its answer. */
type Turn =
  | { readonly type: "fetch" }
  | { readonly type: "truncate" }
  | Extract<StorageEvent, { type: "store" }>;

type Waiting =
  | { readonly for: "election" | "retry" }
  | { readonly for: "entries"; readonly ending: number }
  | { readonly for: "append"; readonly entry: stateEntry.Entry }
  | { readonly for: "truncation"; readonly to: number };

/**
 * One named value in a log, as Mesos's masters keep their registry: a snapshot for every change.
 * `step(event)` gives effects, which the runner carries out in order.
 */
export class LogStorage {
  readonly #name: string;
  readonly #random: Random;
  readonly #state = new StateStorage();
  readonly #turns: Turn[] = [];
  /** Whether the state is what the log says, and we write it. */
  #isWriter = false;
  #truncated: number | undefined;
  #waiting: Waiting | undefined;
  #effects: StorageEffect[] = [];

  constructor(name: string, random: Random) {
    this.#name = name;
    this.#random = random;
  }

  step(event: StorageEvent): readonly StorageEffect[] {
    this.#effects = [];
    switch (event.type) {
      case "fetch":
        this.#turns.push(event);
        break;
      case "store":
        this.#turns.push(event, { type: "truncate" });
        break;
      case "retry":
        if (this.#waiting?.for === "retry") this.#elect();
        break;
      case "outcome":
        this.#hear(event.outcome, event.beginning);
        break;
      default:
        event satisfies never;
    }
    while (this.#waiting === undefined) {
      const turn = this.#turns.shift();
      if (turn === undefined) break;
      this.#begin(turn);
    }
    return this.#effects;
  }

  #begin(turn: Turn): void {
    if (turn.type === "fetch") {
      this.#isWriter = false;
      this.#say("Attempting to start the writer");
      return this.#elect();
    }
    if (turn.type === "truncate") {
      const to = this.#state.truncateTo;
      if (!this.#isWriter || to === undefined || to <= (this.#truncated ?? 0)) return;
      return this.#command({ type: "truncate", to }, { for: "truncation", to });
    }
    if (!this.#isWriter) return this.#answer({ type: "stored", isStored: false });
    const uuid = this.#random.uuidBytes();
    const entry = { name: this.#name, uuid, value: Uint8Array.from(turn.value) };
    this.#command({ type: "append", bytes: snapshotOperation(entry) }, { for: "append", entry });
  }

  #hear(outcome: Outcome, beginning: number): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    const position = outcome.type === "position" ? outcome.position : undefined;
    switch (waiting?.for) {
      case "election":
        if (outcome.type === "refused") return this.#fail(outcome.why);
        return position === undefined ? this.#retry() : this.#elected(position, beginning);
      case "entries":
        return this.#read(outcome, waiting.ending);
      case "append":
        if (outcome.type === "refused") return this.#fail(outcome.why);
        this.#isWriter = position !== undefined;
        if (position !== undefined) this.#state.written(position, waiting.entry);
        return this.#answer({ type: "stored", isStored: this.#isWriter });
      case "truncation":
        this.#isWriter = position !== undefined;
        if (outcome.type === "refused") this.#say(`Failed to truncate the log: ${outcome.why}`);
        if (position === undefined) return;
        this.#truncated = waiting.to;
        return this.#state.passed(position);
      default:
        throw new Error("the log answered what it was not asked");
    }
  }

  #elect(): void {
    this.#command({ type: "elect" }, { for: "election" });
  }

  #retry(): void {
    this.#say("Could not start the writer, but can be retried");
    this.#effects.push({
      type: "retry-after",
      ms: ELECT_RETRY_MS * (1 + this.#random.next()),
    });
    this.#waiting = { for: "retry" };
  }

  #elected(ending: number, beginning: number): void {
    this.#say(`Writer started with ending position ${ending}`);
    this.#truncated ??= beginning;
    const from = Math.max(beginning, this.#state.nextPosition);
    if (from <= ending) {
      return this.#command({ type: "read", from, to: ending }, { for: "entries", ending });
    }
    this.#fetched();
  }

  #read(outcome: Outcome, ending: number): void {
    if (outcome.type === "refused") return this.#fail(outcome.why);
    const applied = this.#state.apply(outcome.type === "entries" ? outcome.entries : []);
    if (applied.type === "error") return this.#fail(applied.error);
    this.#state.passed(ending);
    this.#fetched();
  }

  #fetched(): void {
    this.#isWriter = true;
    this.#answer({ type: "fetched", value: this.#state.get(this.#name)?.value });
  }

  #fail(why: string): void {
    this.#isWriter = false;
    this.#answer({ type: "failed", why });
  }

  #answer(effect: StorageEffect): void {
    this.#effects.push(effect);
  }

  #command(command: WithoutId<LogCommand>, waiting: Waiting): void {
    this.#waiting = waiting;
    this.#effects.push({ type: "command", command });
  }

  #say(text: string): void {
    this.#effects.push({ type: "log", text });
  }
}
