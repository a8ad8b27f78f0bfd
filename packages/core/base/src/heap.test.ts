import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Heap } from "./heap.ts";

describe("Heap", () => {
  it("gives items in order, however they came", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const heap = new Heap<number>((a, b) => a < b);
        for (const number of numbers) heap.push(number);
        expect(heap.size).toBe(numbers.length);
        const sorted = [...numbers].sort((a, b) => a - b);
        expect(heap.peek()).toBe(sorted[0]);
        expect(numbers.map(() => heap.pop())).toEqual(sorted);
        expect(heap.pop()).toBeUndefined();
      }),
    );
  });
});
