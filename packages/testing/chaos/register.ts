import type { RegisterAccess } from "./history.ts";
import type { Violation } from "./violation.ts";

/** Before anybody has written. */
export const INITIAL_VALUE = 0;

/**
 * Whether there is an order of all accesses, each between its start and its end, in which every
 * read gives what was written last. Every value is written once, so the accesses with one value
 * stand together in any such order, and that is easily decided (Gibbons and Korach, "Testing shared
 * memories"): from the first end to the last start of its accesses a value must have been there;
 * no two values may be there at once, and none whose accesses all overlap may lie within.
 */
export function checkRegister(accesses: readonly RegisterAccess[]): readonly Violation[] {
  const values = valuesOf(accesses);
  const violations = values.flatMap((value) => violationsOfReads(value));
  const held = values.filter(({ firstEnd, lastStart }) => firstEnd < lastStart);
  held.sort((a, b) => a.firstEnd - b.firstEnd);
  let before: Value | undefined;
  for (const each of held) {
    if (before !== undefined && each.firstEnd < before.lastStart) {
      violations.push(clash(before, each, each.firstEnd));
    }
    if (before === undefined || each.lastStart > before.lastStart) before = each;
  }
  for (const each of values.filter(({ firstEnd, lastStart }) => firstEnd >= lastStart)) {
    const around = held.find(
      (other) => other.firstEnd < each.lastStart && each.firstEnd < other.lastStart,
    );
    if (around !== undefined) violations.push(clash(around, each, each.lastStart));
  }
  return violations;
}

interface Value {
  readonly value: number;
  readonly write: RegisterAccess | undefined;
  readonly reads: readonly RegisterAccess[];
  /** The earliest end of an access with this value. */
  readonly firstEnd: number;
  /** The latest start. */
  readonly lastStart: number;
}

function valuesOf(accesses: readonly RegisterAccess[]): Value[] {
  const values = Map.groupBy(accesses, ({ value }) => value);
  return [...values].flatMap(([value, all]) => {
    const write = all.find(({ access }) => access === "write");
    const reads = all.filter(({ access }) => access === "read");
    // Nobody knows of it and nobody saw it: it may as well never have happened.
    if (reads.length === 0 && write?.endMs === undefined) return [];
    const initial = value === INITIAL_VALUE;
    const firstEnd = Math.min(
      ...all.map(({ endMs }) => endMs ?? Number.POSITIVE_INFINITY),
      initial ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
    );
    const lastStart = Math.max(...all.map(({ startMs }) => startMs));
    return [{ value, write, reads, firstEnd, lastStart }];
  });
}

function violationsOfReads({ value, write, reads }: Value): Violation[] {
  if (value === INITIAL_VALUE) return [];
  return reads
    .filter(({ endMs }) => write === undefined || (endMs ?? 0) < write.startMs)
    .map(({ register, endMs }) => ({
      ms: endMs ?? 0,
      text: `${register}: ${value} was read before anybody had written it`,
    }));
}

function clash(one: Value, other: Value, ms: number): Violation {
  const { register } = (one.reads[0] ?? one.write ?? other.write) as RegisterAccess;
  return {
    ms,
    text: `${register}: ${one.value} was there from ${one.firstEnd} to ${one.lastStart} ms, and so was ${other.value} (${other.firstEnd}, ${other.lastStart}): an acknowledged write was lost or reordered`,
  };
}
