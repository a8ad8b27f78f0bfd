import { expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

it("names the place where JSON breaks", () => {
  expect(parseJson('{"a":1}')).toEqual({ type: "ok", value: { a: 1 } });
  for (const [text, near] of [
    ["", "line 1 near: "],
    ["{", "line 1 near: "],
    ['{"a":1,}', "line 1 near: }"],
    ['{\n\n"a" 1}', "line 3 near: 1}"],
    ["\u0001x", "line 1 near: x"],
  ] as const) {
    expect(parseJson(text)).toEqual({ type: "error", error: `syntax error at ${near}` });
  }
});
