import { type Ballot, learn, promiseOne, type Verdict, write } from "./ballots.ts";
import type { Action } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import { CATCH_UP_WINDOW, FILL_RETRY_MS, FILL_TIMEOUT_MS } from "./limits.ts";
import type { PositionSet } from "./position-set.ts";
import type { Replica } from "./replica.ts";

/**
 * Settles one position: a full round of Paxos for it alone. Decides what may have been decided
 * there before, or else a no-op.
 */
class Fill {
  proposal: number;
  readonly #exchange: Exchange;
  readonly #position: number;
  readonly #done: (action: Action) => void;
  #ballot: Ballot | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(
    exchange: Exchange,
    proposal: number,
    position: number,
    done: (action: Action) => void,
  ) {
    this.#exchange = exchange;
    this.proposal = proposal;
    this.#position = position;
    this.#done = done;
    this.#promise();
  }

  stop(): void {
    this.#ballot?.close();
    this.#cancelTimer?.();
  }

  #promise(): void {
    this.#arm(FILL_TIMEOUT_MS);
    this.#ballot = promiseOne(this.#exchange, this.proposal, this.#position, (verdict) => {
      if (verdict.type !== "accepted") return this.#retry(verdict);
      const found = verdict.value ?? { position: this.#position, type: "NOP" as const, nop: {} };
      const action = { ...found, promised: this.proposal, performed: this.proposal };
      if (verdict.value?.learned === true) this.#finish(action);
      else this.#write(action);
    });
  }

  #write(action: Action): void {
    this.#ballot = write(this.#exchange, this.proposal, action, (verdict) => {
      if (verdict.type === "accepted") this.#finish(action);
      else this.#retry(verdict);
    });
  }

  #finish(action: Action): void {
    this.stop();
    this.#done(learn(this.#exchange, action));
  }

  #retry(verdict: Exclude<Verdict<unknown>, { type: "accepted" }>): void {
    this.stop();
    if (verdict.type === "rejected") this.proposal = Math.max(this.proposal, verdict.proposal) + 1;
    this.#cancelTimer = this.#exchange.afterRandom(FILL_RETRY_MS, () => this.#promise());
  }

  /** Answers may be lost: after a while the position is tried anew, with a proposal of its own. */
  #arm(timeoutMs: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#exchange.after(timeoutMs, () => {
      this.#ballot?.close();
      this.proposal += 1;
      this.#promise();
    });
  }
}

/**
 * Makes the replica learn positions that it misses, a window of them at a time; `done` runs when
 * none is missing.
 */
export class CatchUp {
  readonly #exchange: Exchange;
  readonly #replica: Replica;
  readonly #todo: Iterator<number>;
  readonly #fills = new Map<number, Fill>();
  readonly #done: () => void;
  /** Highest number seen: the next position begins with it, which saves a round. */
  #proposal: number;
  #stopped = false;

  constructor(
    exchange: Exchange,
    replica: Replica,
    proposal: number,
    positions: PositionSet,
    done: () => void,
  ) {
    this.#exchange = exchange;
    this.#replica = replica;
    this.#proposal = proposal;
    this.#todo = positions.positions()[Symbol.iterator]();
    this.#done = done;
    this.#go();
  }

  stop(): void {
    this.#stopped = true;
    for (const fill of this.#fills.values()) fill.stop();
  }

  #go(): void {
    while (!this.#stopped && this.#fills.size < CATCH_UP_WINDOW) {
      const next = this.#todo.next();
      if (next.done === true) break;
      if (this.#replica.missing(next.value)) this.#fill(next.value);
    }
    if (this.#stopped || this.#fills.size > 0) return;
    this.#stopped = true;
    this.#done();
  }

  #fill(position: number): void {
    const fill = new Fill(this.#exchange, this.#proposal, position, (action) => {
      this.#proposal = Math.max(this.#proposal, action.promised);
      // The notice comes to the replica here too, if it is in the group; it learns in any case.
      this.#replica.learn(action);
      this.#fills.delete(position);
      this.#go();
    });
    this.#fills.set(position, fill);
  }
}
