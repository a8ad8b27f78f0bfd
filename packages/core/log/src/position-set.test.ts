import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PositionSet } from "./position-set.ts";

const MAX = 30;
const change = fc.record({
  add: fc.boolean(),
  from: fc.nat(MAX),
  length: fc.nat(8),
});

describe("a set of positions", () => {
  it("holds what a plain set holds, in intervals that do not touch", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const set = new PositionSet();
        const plain = new Set<number>();
        for (const { add, from, length } of changes) {
          const to = from + length - 1;
          if (add) set.add(from, to);
          else set.delete(from, to);
          for (let at = from; at <= to; at++) add ? plain.add(at) : plain.delete(at);
        }
        const expected = [...plain].sort((a, b) => a - b);
        expect([...set.positions()]).toEqual(expected);
        expect(set.size).toBe(expected.length);
        for (let at = 0; at <= MAX + 9; at++) expect(set.has(at)).toBe(plain.has(at));
        const intervals = [...set];
        for (const [index, { from }] of intervals.entries()) {
          expect(from).toBeGreaterThan((intervals[index - 1]?.to ?? -2) + 1);
        }
        const middle = [...set.within(10, 20).positions()];
        expect(middle).toEqual(expected.filter((at) => at >= 10 && at <= 20));
      }),
    );
  });

  it("joins another without changing either", () => {
    const left = PositionSet.of(1, 3);
    const right = PositionSet.of(4, 6);
    expect([...left.union(right)]).toEqual([{ from: 1, to: 6 }]);
    expect([...left, ...right]).toEqual([
      { from: 1, to: 3 },
      { from: 4, to: 6 },
    ]);
  });
});
