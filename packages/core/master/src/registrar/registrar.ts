/**
 * The registrar: changes of the registry, one write for all that wait.
 *
 * Source: `src/master/registrar.cpp`. While a write is under way, further operations wait; then
 * they are applied together and written at once. A write that fails leaves unknown what the next
 * master will read, so that nothing is written any more and the master has to end.
 */
import type { MasterInfo, registry } from "@mesos-ts/protos";
import type { RegistryOperation } from "../contract.ts";
import type { RegistryBook } from "./registry-book.ts";

export type StoreOutcome =
  | { readonly type: "stored" }
  /** Not, or nobody knows; `reason` completes "Failed to update registry: …". */
  | { readonly type: "failed"; readonly reason: string };

/** Where the content is kept. `done` may be called at once, or later; once. */
export interface RegistryStore {
  store(book: RegistryBook, done: (outcome: StoreOutcome) => void): void;
}

export interface RegistrarHooks {
  readonly log: (level: "INFO" | "ERROR", text: string) => void;
  /** A write failed: the master must end. */
  readonly aborted: (reason: string) => void;
  /** Milliseconds, from any origin; to measure with. */
  readonly monotonic: () => number;
  /** A write took so many milliseconds. */
  readonly stored: (ms: number) => void;
}

interface Waiting {
  readonly operation: RegistryOperation | RecoverOperation;
  readonly done: (ok: boolean) => void;
}

/** The first write of a leader: from now on an older leader cannot write. */
interface RecoverOperation {
  readonly type: "recover";
  readonly master: MasterInfo;
}

/** Operations that wait; more come only from a loop. */
const MAX_QUEUED = 1_000_000;

export class Registrar {
  readonly #book: RegistryBook;
  readonly #store: RegistryStore;
  readonly #hooks: RegistrarHooks;
  #waiting: Waiting[] = [];
  #isStoring = false;
  #isAborted = false;

  /** `book` holds what was read from the store. */
  constructor(book: RegistryBook, store: RegistryStore, hooks: RegistrarHooks) {
    this.#book = book;
    this.#store = store;
    this.#hooks = hooks;
  }

  /** Operations that wait to be stored. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** Writes down who leads; `done` hears whether the registry is this master's. */
  recover(master: MasterInfo, done: (ok: boolean) => void): void {
    this.#enqueue({ operation: { type: "recover", master }, done });
  }

  /** `done` hears when the operation is stored (true), or that it does not fit (false). */
  apply(operation: RegistryOperation, done: (ok: boolean) => void): void {
    this.#enqueue({ operation, done });
  }

  /** Bytes of what it holds, roughly while no write has measured it. */
  get sizeBytes(): number {
    return this.#book.sizeBytes;
  }

  /** What it holds, with what is being stored. */
  content(): registry.Registry {
    return this.#book.content();
  }

  #enqueue(waiting: Waiting): void {
    if (this.#isAborted) return;
    if (this.#waiting.length >= MAX_QUEUED) {
      this.#abort(`more than ${MAX_QUEUED} operations wait`);
      return;
    }
    this.#waiting.push(waiting);
    if (!this.#isStoring) this.#update();
  }

  #update(): void {
    this.#isStoring = true;
    while (this.#waiting.length > 0 && !this.#isAborted) {
      const batch = this.#waiting;
      this.#waiting = [];
      const begunMs = this.#hooks.monotonic();
      const results = batch.map(({ operation }) => this.#perform(operation));
      if (!results.some((ok) => ok)) {
        batch.forEach(({ done }) => void done(false));
        continue;
      }
      // A store that answers at once does not make the stack grow with the queue.
      let answeredAtOnce: boolean | undefined;
      this.#store.store(this.#book, (outcome) => {
        const isLate = answeredAtOnce === false;
        answeredAtOnce = true;
        this.#stored(batch, results, outcome, begunMs);
        if (isLate) this.#update();
      });
      if (answeredAtOnce !== true) {
        answeredAtOnce = false;
        return;
      }
    }
    this.#isStoring = false;
  }

  #perform(operation: RegistryOperation | RecoverOperation): boolean {
    if (operation.type !== "recover") return this.#book.perform(operation);
    this.#book.setMaster(operation.master);
    return true;
  }

  #stored(
    batch: readonly Waiting[],
    results: readonly boolean[],
    outcome: StoreOutcome,
    begunMs: number,
  ): void {
    if (outcome.type === "failed") {
      this.#abort(outcome.reason);
      return;
    }
    this.#hooks.stored(this.#hooks.monotonic() - begunMs);
    batch.forEach(({ done }, i) => void done(results[i] === true));
  }

  /** Whoever waits is never answered: the process ends, and the next leader knows. */
  #abort(reason: string): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    this.#waiting = [];
    this.#hooks.log("ERROR", `Registrar aborting: Failed to update registry: ${reason}`);
    this.#hooks.aborted(reason);
  }
}
