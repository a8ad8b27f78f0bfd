import type { Random } from "@mesos-ts/base";

interface Happening {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

/** Simulated time and what happens in it. Nothing happens but what was put here. */
export class World {
  readonly random: Random;
  #nowMs = 1_700_000_000_000;
  #order = 0;
  readonly #queue: Happening[] = [];
  readonly #skews = new Map<string, number>();
  readonly #afterEach: () => void;
  readonly log: string[] = [];
  readonly #keepLog: boolean;

  constructor(random: Random, keepLog: boolean, afterEach: () => void) {
    this.random = random;
    this.#keepLog = keepLog;
    this.#afterEach = afterEach;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** How far the clock of a machine is ahead. */
  skewOf(host: string): number {
    return this.#skews.get(host) ?? 0;
  }

  /** Somebody sets the clock of a machine. */
  setClock(host: string, skewMs: number): void {
    this.note(() => `world: the clock of ${host} is ${Math.round(skewMs / 1000)} s ahead`);
    this.#skews.set(host, skewMs);
  }

  /** Lets `run` happen after `delayMs`; things of the same moment keep their order. */
  after(delayMs: number, run: () => void): void {
    const happening = { atMs: this.#nowMs + Math.max(0, delayMs), order: this.#order++, run };
    let low = 0;
    let high = this.#queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#queue[middle];
      if (other !== undefined && isBefore(other, happening)) low = middle + 1;
      else high = middle;
    }
    this.#queue.splice(low, 0, happening);
  }

  /** Runs until `ms` have passed or nothing is left. */
  run(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (
      let next = this.#queue[0];
      next !== undefined && next.atMs <= endMs;
      next = this.#queue[0]
    ) {
      this.#queue.shift();
      this.#nowMs = next.atMs;
      next.run();
      this.#afterEach();
    }
    this.#nowMs = endMs;
  }

  /** Between `min` and `max`. */
  between(min: number, max: number): number {
    return min + (max - min) * this.random.next();
  }

  chance(probability: number): boolean {
    return this.random.next() < probability;
  }

  /** A line for whoever replays the seed. */
  note(text: () => string): void {
    if (this.#keepLog) this.log.push(`${(this.#nowMs - 1_700_000_000_000).toFixed(1)} ${text()}`);
  }
}

function isBefore(a: Happening, b: Happening): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
