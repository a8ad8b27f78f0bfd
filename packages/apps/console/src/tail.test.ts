import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromLineStart,
  MAX_BEHIND_BYTES,
  PIECE_BYTES,
  planRead,
  TAIL_BYTES,
  wholeCharacters,
} from "../page/model/tail.ts";

describe("planRead", () => {
  test.each([
    ["a short file from its start", undefined, 10, { type: "restart", offset: 0, length: 10 }],
    [
      "a long file near its end",
      undefined,
      TAIL_BYTES * 3,
      { type: "restart", offset: TAIL_BYTES * 2, length: PIECE_BYTES },
    ],
    ["what is new", 10, 30, { type: "read", offset: 10, length: 20 }],
    [
      "a lot that is new in pieces",
      0,
      MAX_BEHIND_BYTES,
      { type: "read", offset: 0, length: PIECE_BYTES },
    ],
    ["nothing of what is known", 30, 30, { type: "nothing" }],
    ["a truncated file anew", 30, 5, { type: "restart", offset: 0, length: 5 }],
    [
      "a file that ran away near its end",
      0,
      MAX_BEHIND_BYTES + 1,
      { type: "restart", offset: MAX_BEHIND_BYTES + 1 - TAIL_BYTES, length: PIECE_BYTES },
    ],
    ["an empty file", undefined, 0, { type: "restart", offset: 0, length: 0 }],
  ] as const)("reads %s", (_, offset, size, plan) => {
    expect(planRead(offset, size)).toEqual(plan);
  });
});

describe("wholeCharacters", () => {
  test("a text in pieces of any length is read whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 4, max: 9 }), (text, step) => {
        const bytes = Buffer.from(text);
        let read = "";
        for (let at = 0; at < bytes.length; ) {
          const piece = bytes.subarray(at, at + step);
          const part = wholeCharacters(piece.toString(), piece.length);
          expect(part.bytes).toBeGreaterThan(0);
          read += part.text;
          at += part.bytes;
        }
        expect(read).toBe(bytes.toString());
      }),
    );
  });

  test("binary data is not waited for", () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x61, 0xff]);
    const part = wholeCharacters(bytes.toString(), bytes.length);
    expect(part).toEqual({ text: "\uFFFD\uFFFDa\uFFFD", bytes: 4 });
    expect(wholeCharacters("\uFFFD", 1)).toEqual({ text: "\uFFFD", bytes: 1 });
  });
});

test("a cut text begins with a whole line", () => {
  expect(fromLineStart("rest of one\nwhole\n")).toEqual({ text: "whole\n", skipped: 12 });
  expect(fromLineStart("one line without end")).toEqual({
    text: "one line without end",
    skipped: 0,
  });
});
