import type { TimeMs } from "./contract.ts";

/**
 * Named deadlines. The names say what is due, so that a timer set again replaces itself and the
 * whole of them can be looked at.
 */
export class Timers {
  readonly #due = new Map<
    string,
    { readonly atMs: TimeMs; readonly run: (nowMs: TimeMs) => void }
  >();
  #earliest: TimeMs | undefined;

  set(name: string, atMs: TimeMs, run: (nowMs: TimeMs) => void): void {
    this.#due.set(name, { atMs, run });
    if (this.#earliest === undefined || atMs < this.#earliest) this.#earliest = atMs;
  }

  cancel(name: string): void {
    this.#due.delete(name);
  }

  has(name: string): boolean {
    return this.#due.has(name);
  }

  /** No timer is due before this; it may be too early after a cancellation, never too late. */
  earliestMs(): TimeMs | undefined {
    return this.#due.size === 0 ? undefined : this.#earliest;
  }

  /** Runs what is due, the earliest first. */
  run(nowMs: TimeMs): void {
    if (this.#earliest === undefined || nowMs < this.#earliest) return;
    const due = [...this.#due].filter(([, timer]) => timer.atMs <= nowMs);
    due.sort(([, a], [, b]) => a.atMs - b.atMs);
    for (const [name, timer] of due) {
      if (this.#due.get(name) !== timer) continue;
      this.#due.delete(name);
      timer.run(nowMs);
    }
    this.#earliest = undefined;
    for (const { atMs } of this.#due.values()) {
      if (this.#earliest === undefined || atMs < this.#earliest) this.#earliest = atMs;
    }
  }
}
