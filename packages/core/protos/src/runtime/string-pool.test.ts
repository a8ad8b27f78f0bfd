import { Buffer } from "node:buffer";
import fc from "fast-check";
import { expect, it } from "vitest";
import { StringPool } from "./string-pool.ts";

it("reads what is there, whatever it has read before", () => {
  const pool = new StringPool();
  const text = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constantFrom("value1", "value2", "Ã¤", "ä", "\u0000", "é"),
  );
  fc.assert(
    fc.property(fc.array(text), fc.nat({ max: 9 }), (texts, gap) => {
      for (const each of [...texts, ...texts]) {
        const bytes = Buffer.from(each, "utf8");
        const buf = Buffer.concat([Buffer.alloc(gap, "x"), bytes, Buffer.alloc(gap, "y")]);
        expect(pool.read(buf, gap, gap + bytes.length)).toBe(bytes.toString("utf8"));
      }
    }),
  );
});

it("replaces what is not UTF-8, as a buffer does", () => {
  const pool = new StringPool();
  const bytes = Buffer.from([0x61, 0xff, 0x62]);
  for (let round = 0; round < 2; round++) {
    expect(pool.read(bytes, 0, 3)).toBe(bytes.toString("utf8"));
  }
});
