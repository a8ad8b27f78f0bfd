import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, formatUuid, parseUuid, type Seed } from "./random.ts";

const draw = (seed: Seed, count = 8): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.uint32());
};

describe("determinism", () => {
  test("a seed gives these numbers for ever", () => {
    expect(draw(42, 4)).toMatchInlineSnapshot(`
      [
        3011021589,
        3960382089,
        1547270628,
        4040468816,
      ]
    `);
    expect(draw("simulator", 4)).toMatchInlineSnapshot(`
      [
        3531561379,
        1085778201,
        2749966194,
        466157120,
      ]
    `);
    expect(createRandom(7).uuid()).toMatchInlineSnapshot(`"1cac24fa-c721-4ee7-9a6d-7fb27bd6686e"`);
  });

  test("seeds differ", () => {
    const seeds: Seed[] = [0, 1, 2, -1, 2n ** 64n, 1n << 100n, "", "a", "b", 0.5];
    const first = seeds.map((seed) => draw(seed).join());
    expect(new Set(first).size).toBe(seeds.length);
  });

  test("a fork is decided by the parent and the label", () => {
    expect(createRandom(1).fork("disk").uint32()).toBe(createRandom(1).fork("disk").uint32());
    expect(createRandom(1).fork("disk").uint32()).not.toBe(createRandom(1).fork("net").uint32());
  });
});

describe("distribution", () => {
  test("next is in [0, 1)", () => {
    const random = createRandom(3);
    let sum = 0;
    for (let index = 0; index < 10_000; index++) {
      const value = random.next();
      expect(value >= 0 && value < 1).toBe(true);
      sum += value;
    }
    expect(sum / 10_000).toBeCloseTo(0.5, 1);
  });

  test("int covers its range evenly", () => {
    const random = createRandom(4);
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index++) {
      const value = random.int(10);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(9_500);
    expect(Math.max(...counts)).toBeLessThan(10_500);
  });

  test.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])("refuses the bound %d", (bound) => {
    expect(() => createRandom(1).int(bound)).toThrow("bound");
  });

  test("shuffle keeps the items, and reaches every order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = createRandom(seed).shuffle([...items]);
        expect(shuffled.toSorted()).toEqual(items.toSorted());
      }),
    );
    const random = createRandom(5);
    const orders = new Set<string>();
    for (let index = 0; index < 500; index++) {
      orders.add(random.shuffle(["a", "b", "c", "d"]).join(""));
    }
    expect(orders.size).toBe(24);
  });

  test("pick refuses an empty list", () => {
    expect(createRandom(1).pick(["only"])).toBe("only");
    expect(() => createRandom(1).pick([])).toThrow("bound");
  });
});

describe("uuid", () => {
  test("is a version 4 UUID, and round-trips", () => {
    const random = createRandom(6);
    const seen = new Set<string>();
    for (let index = 0; index < 1000; index++) {
      const text = random.uuid();
      expect(text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const parsed = parseUuid(text.toUpperCase());
      expect(parsed && formatUuid(parsed)).toBe(text);
      seen.add(text);
    }
    expect(seen.size).toBe(1000);
  });

  test("what is no UUID is not parsed", () => {
    expect(parseUuid("not-a-uuid")).toBeUndefined();
    expect(parseUuid("00000000000000000000000000000000")).toBeUndefined();
  });
});
