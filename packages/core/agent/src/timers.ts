import type { TimeMs } from "./contract.ts";

/** The system's clock is adjusted by less than this all the time. */
const MIN_JUMP_MS = 500;

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
  /** How far the system's clock is before the steady one; undefined until both were seen. */
  #aheadMs: number | undefined;

  /**
   * Moves all deadlines with the system's clock when somebody has set it: they are so long from
   * now, whatever time it is.
   */
  follow(nowMs: TimeMs, steadyMs: TimeMs): void {
    const aheadMs = nowMs - steadyMs;
    const byMs = aheadMs - (this.#aheadMs ?? aheadMs);
    if (this.#aheadMs !== undefined && Math.abs(byMs) < MIN_JUMP_MS) return;
    this.#aheadMs = aheadMs;
    for (const [name, { atMs, run }] of this.#due) this.#due.set(name, { atMs: atMs + byMs, run });
    if (this.#earliest !== undefined) this.#earliest += byMs;
  }

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
