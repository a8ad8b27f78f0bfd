import { expect, test } from "vitest";
import { validateId } from "./ids.ts";

test.each([
  ["task-1", undefined],
  ["a", undefined],
  ["...", undefined],
  ["späß 好", undefined],
  ["a".repeat(255), undefined],
  ["", "ID must not be empty"],
  ["a".repeat(256), "ID must not be greater than 255 characters"],
  ["好".repeat(86), "ID must not be greater than 255 characters"],
  [".", "'.' is disallowed"],
  ["..", "'..' is disallowed"],
  ["a/b", "'a/b' contains invalid characters"],
  ["a\\b", "'a\\b' contains invalid characters"],
  ["a\nb", "'a\nb' contains invalid characters"],
  ["a\u0000", "'a\u0000' contains invalid characters"],
  ["a\u007f", "'a\u007f' contains invalid characters"],
])("the id %j", (id, problem) => {
  expect(validateId(id)).toBe(problem);
});
