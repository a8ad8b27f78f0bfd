/** Timers that run when a test says so. */
export class FakeTimers {
  nowMs = 0;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  #next = 1;

  readonly setTimer = (run: () => void, ms: number): number => {
    this.#timers.set(this.#next, { at: this.nowMs + ms, run });
    return this.#next++;
  };

  readonly clearTimer = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  /** In how many ms the next timer runs. */
  get nextMs(): number | undefined {
    const times = [...this.#timers.values()].map(({ at }) => at - this.nowMs);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Runs the next timer, and lets what it began come to rest. */
  async runNext(): Promise<void> {
    const [id, timer] = [...this.#timers].toSorted(([, a], [, b]) => a.at - b.at)[0] ?? [];
    if (id === undefined || timer === undefined) throw new Error("no timer is set");
    this.#timers.delete(id);
    this.nowMs = timer.at;
    timer.run();
    await settle();
  }
}

/** Lets promises that wait for nothing else come to rest. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
