import type { Value_Range } from "@mesos-ts/protos";

/** Scalars are kept in thousandths, so that 0.1 + 0.2 is 0.3. Source: Mesos's fixed-point rule. */
export type Milli = number;

export function toMilli(value: number): Milli {
  return Math.round(value * 1000);
}

export function fromMilli(milli: Milli): number {
  return Math.trunc(milli / 1000) + (milli % 1000) / 1000;
}

/** Inclusive, sorted, neither overlapping nor touching. */
export type Intervals = readonly (readonly [begin: number, end: number])[];

/** Sorts and coalesces ranges; a range whose begin is beyond its end is empty. */
export function toIntervals(ranges: readonly Value_Range[]): Intervals {
  const pairs = ranges.map(({ begin, end }): readonly [number, number] => [begin, end]);
  return coalesce(pairs);
}

function coalesce(pairs: (readonly [number, number])[]): Intervals {
  const sorted = pairs.filter(([begin, end]) => begin <= end).sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [begin, end] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && begin <= last[1] + 1) last[1] = Math.max(last[1], end);
    else result.push([begin, end]);
  }
  return result;
}

export function addIntervals(a: Intervals, b: Intervals): Intervals {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return coalesce([...a, ...b]);
}

export function subtractIntervals(a: Intervals, b: Intervals): Intervals {
  const result: (readonly [number, number])[] = [];
  for (const [begin, end] of a) {
    let from = begin;
    for (const [cutBegin, cutEnd] of b) {
      if (cutEnd < from || cutBegin > end) continue;
      if (cutBegin > from) result.push([from, cutBegin - 1]);
      from = cutEnd + 1;
    }
    if (from <= end) result.push([from, end]);
  }
  return result;
}

export function containsIntervals(a: Intervals, b: Intervals): boolean {
  return b.every(([begin, end]) => a.some(([from, to]) => from <= begin && end <= to));
}

/** `[31000-32000, 33000-33000]` */
export function intervalsText(intervals: Intervals): string {
  return `[${intervals.map(([begin, end]) => `${begin}-${end}`).join(", ")}]`;
}
