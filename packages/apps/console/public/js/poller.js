/** Asks again and again, without ever being a burden: one request at a time, and rests between. */

/**
 * @typedef {{
 *   ask: () => Promise<void>,
 *   setTimer: (run: () => void, ms: number) => unknown,
 *   clearTimer: (timer: any) => void,
 *   now: () => number,
 * }} Surroundings `now` in ms
 */

export const INTERVAL_MS = 4000;
/** Soonest after the last reply, when something happened. */
export const SOON_MS = 400;
/** A rest is at least this many times as long as the request took: large clusters are slow. */
const REST_FACTOR = 20;

export class Poller {
  #around;
  /** @type {unknown} */
  #timer;
  #isAsking = false;
  #isWanted = false;
  #isStopped = true;
  #earliest = 0;

  /** @param {Surroundings} around */
  constructor(around) {
    this.#around = around;
  }

  start() {
    this.#isStopped = false;
    this.#schedule(0);
  }

  stop() {
    this.#isStopped = true;
    this.#around.clearTimer(this.#timer);
  }

  /** Something happened: asks soon. */
  nudge() {
    if (this.#isStopped || this.#isWanted) return;
    this.#isWanted = true;
    if (!this.#isAsking) this.#schedule(SOON_MS);
  }

  /** @param {number} ms */
  #schedule(ms) {
    const { clearTimer, setTimer, now } = this.#around;
    clearTimer(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimer(() => void this.#ask(), Math.max(ms, this.#earliest - now()));
  }

  async #ask() {
    const { ask, now } = this.#around;
    this.#isAsking = true;
    this.#isWanted = false;
    const start = now();
    await ask().catch(() => {
      // The stream tells the user about a master that is gone; the next time may go better.
    });
    this.#isAsking = false;
    this.#earliest = now() + (now() - start) * REST_FACTOR;
    this.#schedule(this.#isWanted ? SOON_MS : INTERVAL_MS);
  }
}
