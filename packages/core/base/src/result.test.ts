import { describe, expect, test } from "vitest";
import { assert, present, unreachable } from "./assert.ts";
import { parseDouble, parseInteger, parseUnsigned64 } from "./number-text.ts";
import { andThen, collect, err, isErr, isOk, mapErr, mapOk, ok, unwrap } from "./result.ts";

describe("results", () => {
  test("map, chain and collect", () => {
    expect(mapOk(ok(2), (n) => n * 2)).toEqual(ok(4));
    expect(mapOk(err("no"), (n: number) => n * 2)).toEqual(err("no"));
    expect(mapErr(err("no"), (text) => `${text}!`)).toEqual(err("no!"));
    expect(andThen(ok(2), () => err("no"))).toEqual(err("no"));
    expect(collect([ok(1), ok(2)])).toEqual(ok([1, 2]));
    expect(collect([ok(1), err("first"), err("second")])).toEqual(err("first"));
    expect([isOk(ok(1)), isErr(ok(1)), isOk(err(1)), isErr(err(1))]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test("unwrap throws the refusal", () => {
    expect(unwrap(ok("v"))).toBe("v");
    expect(() => unwrap(err("broken"))).toThrow("broken");
    const cause = new TypeError("cause");
    expect(() => unwrap(err(cause))).toThrow(cause);
  });
});

describe("assertions", () => {
  test("throw with their text", () => {
    expect(() => assert(false, "held no more")).toThrow("held no more");
    expect(present(0, "zero is present")).toBe(0);
    expect(() => present(undefined, "gone")).toThrow("gone");
    expect(() => unreachable({ type: "new" } as never)).toThrow('Unreachable case: {"type":"new"}');
  });
});

describe("numbers in text", () => {
  test.each([
    ["1", 1],
    ["-1.5", -1.5],
    ["1e3", 1000],
    ["0x1F", 31],
    ["-0x10", -16],
    ["inf", Infinity],
  ])("the double %s", (text, value) => {
    expect(parseDouble(text)).toEqual(ok(value));
  });

  test.each(["", " 1", "1 ", "1f", "0x1.8", "nope", "1_000", "9".repeat(500)])(
    "refuses %j",
    (text) => {
      const refusal = err(`Failed to convert '${text}' to number`);
      expect(parseDouble(text)).toEqual(refusal);
      expect(parseInteger(text, -1e9, 1e9)).toEqual(refusal);
      expect(parseUnsigned64(text)).toEqual(refusal);
    },
  );

  test("integers keep to their range", () => {
    expect(parseInteger("65535", 0, 65_535)).toEqual(ok(65_535));
    expect(parseInteger("65536", 0, 65_535).type).toBe("error");
    expect(parseInteger("-1", 0, 10).type).toBe("error");
    expect(parseInteger("-0", 0, 10)).toEqual(ok(0));
    expect(parseInteger("0x10", 0, 100)).toEqual(ok(16));
    expect(parseInteger("1.0", 0, 100).type).toBe("error");
    expect(parseUnsigned64("18446744073709551615")).toEqual(ok(2n ** 64n - 1n));
    expect(parseUnsigned64("18446744073709551616").type).toBe("error");
  });
});
