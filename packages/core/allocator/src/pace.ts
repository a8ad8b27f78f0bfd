import type { TimeMs } from "./contract.ts";

/** So many a second may happen outside of the batch. */
const PER_SECOND = 200;
/** As many may be caused at once after a quiet time. */
const BURST = 100;

/**
 * Lets something happen at once while the cluster is quiet, and makes it wait a little when much
 * happens: then many slots of an agent travel in one offer, and many new agents share a turn.
 */
export class Pace {
  #tokens = BURST;
  #atMs: TimeMs | undefined;

  /** How many times it may happen now. */
  available(nowMs: TimeMs): number {
    if (this.#atMs !== undefined && nowMs > this.#atMs) {
      this.#tokens = Math.min(BURST, this.#tokens + ((nowMs - this.#atMs) * PER_SECOND) / 1000);
    }
    this.#atMs = Math.max(nowMs, this.#atMs ?? nowMs);
    return Math.floor(this.#tokens);
  }

  spend(times: number): void {
    this.#tokens = Math.max(0, this.#tokens - times);
  }

  /** When it may happen next. */
  readyMs(nowMs: TimeMs): TimeMs {
    return this.available(nowMs) >= 1 ? nowMs : nowMs + ((1 - this.#tokens) * 1000) / PER_SECOND;
  }
}
