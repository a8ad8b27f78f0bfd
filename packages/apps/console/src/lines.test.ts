import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lines, MAX_LINES } from "../page/model/lines.ts";

const all = (lines: Lines): string[] => Array.from({ length: lines.count }, (_, i) => lines.at(i));

describe("lines", () => {
  test("grow by pieces that end anywhere", () => {
    const lines = new Lines();
    for (const piece of ["on", "e\ntwo", "\n", "", "three"]) lines.append(piece);
    expect(all(lines)).toEqual(["one", "two", "three"]);
    lines.append("\n\nfive\n");
    expect(all(lines)).toEqual(["one", "two", "three", "", "five"]);
  });

  test("are those of the text, however it is cut", () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const lines = new Lines();
        for (const each of pieces) lines.append(each);
        const whole = pieces.join("");
        const expected = whole.split("\n");
        if (expected.at(-1) === "") expected.pop();
        expect(all(lines)).toEqual(expected);
      }),
    );
  });

  test("that are old go, and the others keep their numbers", () => {
    const lines = new Lines();
    lines.append(Array.from({ length: MAX_LINES + 7 }, (_, i) => `line ${i}\n`).join(""));
    expect(lines.count).toBe(MAX_LINES);
    expect(lines.dropped).toBe(7);
    expect(lines.at(0)).toBe("line 7");
    expect(lines.prepend("older\n")).toBe(0);
  });

  test("that were before come in front", () => {
    const lines = new Lines();
    lines.append("three\n");
    expect(lines.prepend("one\ntwo\n")).toBe(2);
    expect(all(lines)).toEqual(["one", "two", "three"]);
    lines.append("four");
    expect(lines.at(3)).toBe("four");
  });

  test("are searched whatever the case", () => {
    const lines = new Lines();
    lines.append("Error one\nfine\nerror error\n");
    expect(lines.find("ERROR")).toEqual([
      { line: 0, column: 0 },
      { line: 2, column: 0 },
      { line: 2, column: 6 },
    ]);
    expect(lines.find("")).toEqual([]);
  });
});
