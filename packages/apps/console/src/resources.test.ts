import fc from "fast-check";
import { expect, test } from "vitest";
import { amountsOf, portsOf, shares, summaryAmounts } from "../page/model/resources.ts";

const LIST = [
  { name: "cpus", type: "SCALAR", scalar: { value: 1.5 } },
  { name: "cpus", type: "SCALAR", scalar: { value: 2 }, role: "dev" },
  { name: "mem", type: "SCALAR", scalar: { value: 512 } },
  {
    name: "ports",
    type: "RANGES",
    ranges: {
      range: [
        { begin: 31_000, end: 31_001 },
        { begin: 31_005, end: 31_005 },
      ],
    },
  },
  { name: "bananas", type: "SCALAR", scalar: { value: 3 } },
];

test("amounts of all roles are added up", () => {
  expect(amountsOf(LIST)).toEqual({ cpus: 3.5, mem: 512, disk: 0, gpus: 0 });
  expect(amountsOf(undefined)).toEqual({ cpus: 0, mem: 0, disk: 0, gpus: 0 });
});

test("ports are ranges", () => {
  expect(portsOf(LIST)).toBe("31000–31001, 31005");
});

test("of a summary only numbers are taken", () => {
  expect(summaryAmounts({ cpus: 4, mem: 1, disk: 2, ports: "[1-2]" })).toEqual({
    cpus: 4,
    mem: 1,
    disk: 2,
    gpus: 0,
  });
});

test("the parts of a bar are never more than all of it", () => {
  const amount = fc.double({ min: -10, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, amount, amount, (whole, allocated, offered) => {
      const parts = shares(whole, allocated, offered);
      const sum = parts.allocated + parts.offered + parts.idle;
      expect(Math.min(parts.allocated, parts.offered)).toBeGreaterThanOrEqual(0);
      expect(parts.idle).toBeGreaterThanOrEqual(-1e-9);
      expect(sum).toBeCloseTo(whole > 0 ? 100 : 0);
    }),
  );
});
