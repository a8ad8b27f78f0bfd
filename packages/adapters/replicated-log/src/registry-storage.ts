import { randomUUID } from "node:crypto";
import { parseUuid } from "@mesos-ts/base";
import { StateStorage, snapshotOperation } from "@mesos-ts/log";
import type { Clock } from "@mesos-ts/runtime";
import type { ReplicatedLog } from "./replicated-log.ts";

const REGISTRY = "registry";
/** An election that was lost is tried again after once to twice this. */
const ELECT_RETRY_MS = 100;

/** The one variable that a master keeps. */
export type RegistryStorage = {
  /**
   * Becomes the writer and gives the registry; undefined if there is none yet. Tries until it is
   * elected: whoever cannot wait sets a limit of its own.
   */
  fetch(): Promise<Uint8Array | undefined>;
  /** Replaces what `fetch` or `store` saw last; false: another writer has taken over. */
  store(bytes: Uint8Array): Promise<boolean>;
};

/** Keeps the registry in a log, as Mesos's masters do: a snapshot for every change. */
export function openRegistryStorage(
  log: ReplicatedLog,
  ports: { readonly clock: Clock; readonly log?: (text: string) => void },
): RegistryStorage {
  return new LogRegistryStorage(log, ports.clock, ports.log ?? (() => undefined));
}

class LogRegistryStorage implements RegistryStorage {
  readonly #log: ReplicatedLog;
  readonly #clock: Clock;
  readonly #say: (text: string) => void;
  readonly #state = new StateStorage();
  /** Whether the state is what the log says, and we write it. */
  #isWriter = false;
  #truncated: number | undefined;
  /** Operations one after the other: `store` waits for the truncation before it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(log: ReplicatedLog, clock: Clock, say: (text: string) => void) {
    this.#log = log;
    this.#clock = clock;
    this.#say = say;
  }

  fetch(): Promise<Uint8Array | undefined> {
    return this.#inTurn(async () => {
      await this.#start();
      return this.#state.get(REGISTRY)?.value;
    });
  }

  store(bytes: Uint8Array): Promise<boolean> {
    const stored = this.#inTurn(() => this.#append(bytes));
    // What is superseded is cut off behind the answer, not before it.
    this.#inTurn(() => this.#truncate()).catch((error: Error) => {
      this.#say(`Failed to truncate the log: ${error.message}`);
    });
    return stored;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #start(): Promise<void> {
    this.#isWriter = false;
    this.#say("Attempting to start the writer");
    for (;;) {
      const ending = await this.#log.elect();
      if (ending !== undefined) {
        this.#say(`Writer started with ending position ${ending}`);
        return this.#readUpTo(ending);
      }
      this.#say("Could not start the writer, but can be retried");
      await new Promise<void>((resolve) => {
        this.#clock.setTimer(ELECT_RETRY_MS * (1 + Math.random()), resolve);
      });
    }
  }

  async #readUpTo(ending: number): Promise<void> {
    const beginning = this.#log.beginning;
    this.#truncated ??= beginning;
    const from = Math.max(beginning, this.#state.nextPosition);
    if (from <= ending) {
      const applied = this.#state.apply(await this.#log.read(from, ending));
      if (applied.type === "error") throw new Error(applied.error);
      this.#state.passed(ending);
    }
    this.#isWriter = true;
  }

  async #append(bytes: Uint8Array): Promise<boolean> {
    if (!this.#isWriter) return false;
    const entry = { name: REGISTRY, uuid: uuidBytes(), value: Uint8Array.from(bytes) };
    const position = await this.#log.append(snapshotOperation(entry));
    this.#isWriter = position !== undefined;
    if (position !== undefined) this.#state.written(position, entry);
    return this.#isWriter;
  }

  async #truncate(): Promise<void> {
    const to = this.#state.truncateTo;
    if (!this.#isWriter || to === undefined || to <= (this.#truncated ?? 0)) return;
    const position = await this.#log.truncate(to);
    this.#isWriter = position !== undefined;
    if (position === undefined) return;
    this.#truncated = to;
    this.#state.passed(position);
  }
}

function uuidBytes(): Uint8Array {
  const bytes = parseUuid(randomUUID());
  if (bytes === undefined) throw new Error("the system's UUID is none");
  return bytes;
}
