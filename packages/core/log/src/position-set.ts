/** Inclusive. */
export type Interval = { readonly from: number; readonly to: number };

/**
 * A set of positions, kept as ascending intervals that neither overlap nor touch: a log that has
 * missed a million positions has one interval, not a million numbers.
 */
export class PositionSet implements Iterable<Interval> {
  #intervals: Interval[] = [];

  static of(from: number, to: number): PositionSet {
    const set = new PositionSet();
    set.add(from, to);
    return set;
  }

  get size(): number {
    return this.#intervals.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  }

  [Symbol.iterator](): Iterator<Interval> {
    return this.#intervals[Symbol.iterator]();
  }

  has(position: number): boolean {
    const interval = this.#intervals[this.#firstEndingAt(position)];
    return interval !== undefined && interval.from <= position;
  }

  /** Adds `from` to `to`, both included; nothing if `to < from`. */
  add(from: number, to: number = from): void {
    if (to < from) return;
    const first = this.#firstEndingAt(from - 1);
    let last = first;
    let low = from;
    let high = to;
    for (; last < this.#intervals.length; last++) {
      const next = this.#intervals[last] as Interval;
      if (next.from > to + 1) break;
      low = Math.min(low, next.from);
      high = Math.max(high, next.to);
    }
    this.#intervals.splice(first, last - first, { from: low, to: high });
  }

  /** Takes out `from` to `to`, both included. */
  delete(from: number, to: number = from): void {
    if (to < from) return;
    const first = this.#firstEndingAt(from);
    const left: Interval[] = [];
    let last = first;
    for (; last < this.#intervals.length; last++) {
      const next = this.#intervals[last] as Interval;
      if (next.from > to) break;
      if (next.from < from) left.push({ from: next.from, to: from - 1 });
      if (next.to > to) left.push({ from: to + 1, to: next.to });
    }
    if (last > first) this.#intervals.splice(first, last - first, ...left);
  }

  /** What of this lies from `from` to `to`. */
  within(from: number, to: number): PositionSet {
    const part = new PositionSet();
    for (let at = this.#firstEndingAt(from); at < this.#intervals.length; at++) {
      const next = this.#intervals[at] as Interval;
      if (next.from > to) break;
      part.add(Math.max(from, next.from), Math.min(to, next.to));
    }
    return part;
  }

  union(other: PositionSet): PositionSet {
    const all = new PositionSet();
    for (const { from, to } of this) all.add(from, to);
    for (const { from, to } of other) all.add(from, to);
    return all;
  }

  *positions(): Iterable<number> {
    for (const { from, to } of [...this.#intervals]) {
      for (let position = from; position <= to; position++) yield position;
    }
  }

  /** Index of the first interval that ends at `position` or behind it. */
  #firstEndingAt(position: number): number {
    let low = 0;
    let high = this.#intervals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#intervals[middle] as Interval).to < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
