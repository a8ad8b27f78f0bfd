import { describe, expect, it } from "vitest";
import { pick } from "./match.ts";

const items = [
  { id: "abc-S1", host: "one" },
  { id: "abc-S2", host: "two" },
  { id: "abc-S21", host: "two" },
  { id: "xyz-S3", host: "three" },
];
const named = (given: string): string =>
  pick(items, given, "agent", ({ id, host }) => [id, host]).id;

describe("what a shortened id means", () => {
  it.each([
    ["abc-S2", "abc-S2"],
    ["xyz", "xyz-S3"],
    ["S2", "abc-S2"],
    ["S1", "abc-S1"],
    ["three", "xyz-S3"],
  ])("%s is %s", (given, id) => expect(named(given)).toBe(id));

  it.each([
    ["abc", "'abc' could be 3 agents: abc-S1, abc-S2, abc-S21. Give more of its id"],
    ["two", "'two' could be 2 agents: abc-S2, abc-S21. Give more of its id"],
    ["nope", "Unable to find agent 'nope'"],
    ["", "An empty text names no agent"],
  ])("%s is refused", (given, text) => expect(() => named(given)).toThrow(text));
});
