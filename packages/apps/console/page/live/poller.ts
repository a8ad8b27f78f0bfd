/** Asks again and again, without ever being a burden: one request at a time, and rests between. */

import type { Timers } from "./timers.ts";

export interface Surroundings extends Timers {
  readonly ask: () => Promise<void>;
  /** In ms. */
  readonly now: () => number;
  /** Between two answers, when nothing happens. */
  readonly intervalMs?: number;
}

export const INTERVAL_MS = 4000;
/** Soonest after the last reply, when something happened. */
export const SOON_MS = 400;
/** A rest is at least this many times as long as the request took: large clusters are slow. */
const REST_FACTOR = 20;

export class Poller {
  readonly #around: Surroundings;
  #timer: unknown;
  #isAsking = false;
  #isWanted = false;
  #isHurried = false;
  #isStopped = true;
  #earliest = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  start(): void {
    this.#isStopped = false;
    this.#schedule(0);
  }

  stop(): void {
    this.#isStopped = true;
    this.#around.clearTimer(this.#timer);
  }

  /** Something happened: asks soon. */
  nudge(): void {
    if (this.#isStopped || this.#isWanted) return;
    this.#isWanted = true;
    if (!this.#isAsking) this.#schedule(SOON_MS);
  }

  /** Something was done from here: asks as soon as it may, without a rest. */
  hurry(): void {
    this.#earliest = 0;
    this.#isWanted = true;
    this.#isHurried = true;
    if (!this.#isAsking) this.#schedule(0);
  }

  #schedule(ms: number): void {
    const { clearTimer, setTimer, now } = this.#around;
    clearTimer(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimer(() => void this.#ask(), Math.max(ms, this.#earliest - now()));
  }

  async #ask(): Promise<void> {
    const { ask, now } = this.#around;
    this.#isAsking = true;
    this.#isWanted = false;
    this.#isHurried = false;
    const start = now();
    await ask().catch(() => {
      // The stream tells the user about a master that is gone; the next time may go better.
    });
    this.#isAsking = false;
    // Whoever hurried while it was asking has not seen an answer yet.
    this.#earliest = this.#isHurried ? 0 : now() + (now() - start) * REST_FACTOR;
    const { intervalMs = INTERVAL_MS } = this.#around;
    this.#schedule(this.#isWanted ? SOON_MS : intervalMs);
  }
}
