import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sorted } from "./sorted.ts";

interface Item {
  readonly key: number;
  readonly place: number;
}

function run(keys: readonly number[]): { result: readonly Item[]; rests: number } {
  const items = keys.map((key, place) => ({ key, place }));
  const sorting = sorted(items, (a, b) => a.key - b.key);
  for (let rests = 0; ; rests++) {
    const { done, value } = sorting.next();
    if (done === true) return { result: value, rests };
  }
}

const native = (keys: readonly number[]): Item[] =>
  keys.map((key, place) => ({ key, place })).sort((a, b) => a.key - b.key);

describe("sorting with rests", () => {
  it("is what sorting in one go is, equal ones included", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (seeds) => {
        const keys = Array.from(
          { length: 9000 },
          (_, at) => (seeds[at % seeds.length] ?? 0) ^ (at % 97),
        );
        expect(run(keys).result).toEqual(native(keys));
      }),
      { numRuns: 15 },
    );
    for (const keys of [[], [1], [2, 1]]) expect(run(keys).result).toEqual(native(keys));
  });

  it("rests after a few thousand items", () => {
    const { rests } = run(Array.from({ length: 50_000 }, (_, at) => -at));
    expect(rests).toBeGreaterThan(30);
  });
});
