import type { TimeMs } from "./contract.ts";

/** Offers a second that freed resources may cause outside of the batch. */
const OFFERS_PER_SECOND = 200;
/** As many may be caused at once after a quiet time. */
const BURST = 100;

/**
 * Lets freed resources be offered at once while the cluster is quiet, and makes them wait for the
 * batch when it is busy: then many slots of an agent travel in one offer, which is cheaper for all.
 */
export class Pace {
  #tokens = BURST;
  #atMs: TimeMs | undefined;

  /** How many offers may be made now. */
  available(nowMs: TimeMs): number {
    if (this.#atMs !== undefined && nowMs > this.#atMs) {
      this.#tokens = Math.min(
        BURST,
        this.#tokens + ((nowMs - this.#atMs) * OFFERS_PER_SECOND) / 1000,
      );
    }
    this.#atMs = Math.max(nowMs, this.#atMs ?? nowMs);
    return Math.floor(this.#tokens);
  }

  spend(offers: number): void {
    this.#tokens = Math.max(0, this.#tokens - offers);
  }

  /** When the next offer may be made. */
  readyMs(nowMs: TimeMs): TimeMs {
    return this.available(nowMs) >= 1
      ? nowMs
      : nowMs + ((1 - this.#tokens) * 1000) / OFFERS_PER_SECOND;
  }
}
