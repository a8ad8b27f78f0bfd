import type { Random } from "@mesos-ts/base";

/** After so many draws in a row that hit nothing new, the rest is shuffled instead. */
const MAX_MISSES = 64;

/**
 * Items in random order, in which heavier ones tend to be in front: the next is always drawn in
 * proportion to the weights of those that are left. Drawing a few of many costs little.
 */
export class Lottery<T> {
  readonly #items: readonly T[];
  readonly #weightOf: (item: T) => number;
  /** Where the part of each item ends, of the sum of all weights. */
  readonly #ends: Float64Array;

  constructor(items: readonly T[], weightOf: (item: T) => number) {
    this.#items = items;
    this.#weightOf = weightOf;
    this.#ends = new Float64Array(items.length);
    let end = 0;
    for (const [i, item] of items.entries()) {
      end += weightOf(item);
      this.#ends[i] = end;
    }
  }

  /** Every item that is eligible when its turn comes, once. */
  *draw(random: Random, isEligible: (item: T) => boolean): IterableIterator<T> {
    const drawn = new Set<T>();
    let misses = 0;
    while (misses < MAX_MISSES && drawn.size < this.#items.length) {
      const item = this.#pick(random.next());
      if (item === undefined || drawn.has(item) || !isEligible(item)) {
        misses++;
        continue;
      }
      misses = 0;
      drawn.add(item);
      yield item;
    }
    const rest = this.#items.filter((item) => !drawn.has(item) && isEligible(item));
    yield* shuffleByWeight(rest, this.#weightOf, random);
  }

  /** All items in such an order. */
  all(random: Random): T[] {
    return shuffleByWeight(this.#items, this.#weightOf, random);
  }

  #pick(part: number): T | undefined {
    const at = part * (this.#ends.at(-1) ?? 0);
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#items[low];
  }
}

function shuffleByWeight<T>(
  items: readonly T[],
  weightOf: (item: T) => number,
  random: Random,
): T[] {
  // The smallest of exponential draws with these rates is each item in proportion to its rate.
  return items
    .map((item) => ({ item, draw: -Math.log(1 - random.next()) / weightOf(item) }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ item }) => item);
}
