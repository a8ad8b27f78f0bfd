import { describe, expect, test } from "vitest";
import {
  isStrictSubroleOf,
  parseRoles,
  roleAncestors,
  validateRole,
  validateRoles,
} from "./roles.ts";

const whitespace = (component: string): string =>
  `Role component '${component}' is invalid because it contains backspace or whitespace`;

test.each([
  ["*", undefined],
  ["web", undefined],
  ["eng/web/front-end", undefined],
  ["a.b", undefined],
  ["...", undefined],
  ["", "Role names cannot be the empty string"],
  ["/", "Role '/' cannot start with a slash"],
  ["/a", "Role '/a' cannot start with a slash"],
  ["a/", "Role 'a/' cannot end with a slash"],
  ["a//b", "Role 'a//b' cannot contain two adjacent slashes"],
  [".", "Role '.' cannot include '.' as a component"],
  ["a/..", "Role 'a/..' cannot include '..' as a component"],
  ["a/*", "Role 'a/*' cannot include '*' as a component"],
  ["-a", "Role component '-a' is invalid because it starts with a dash"],
  ["a/-b", "Role component '-b' is invalid because it starts with a dash"],
  ["a b", whitespace("a b")],
  ["a\tb", whitespace("a\tb")],
  ["a\u007f", whitespace("a\u007f")],
  ["a".repeat(1024), undefined],
  ["a".repeat(1025), `Role '${"a".repeat(32)}…' cannot be longer than 1024 characters`],
])("the role %j", (role, problem) => {
  expect(validateRole(role)).toBe(problem);
});

describe("lists and trees", () => {
  test("the first bad role is named", () => {
    expect(validateRoles(["a", "-b", "/c"])).toContain("'-b'");
    expect(validateRoles(["a", "*"])).toBeUndefined();
  });

  test("--roles text", () => {
    expect(parseRoles("a,b/c,,")).toEqual({ type: "ok", value: ["a", "b/c"] });
    expect(parseRoles("a,/b")).toEqual({
      type: "error",
      error: "Role '/b' cannot start with a slash",
    });
  });

  test("ancestors, nearest first", () => {
    expect(roleAncestors("a/b/c")).toEqual(["a/b", "a"]);
    expect(roleAncestors("a")).toEqual([]);
  });

  test("subroles", () => {
    expect(isStrictSubroleOf("a/b", "a")).toBe(true);
    expect(isStrictSubroleOf("a", "a")).toBe(false);
    expect(isStrictSubroleOf("ab", "a")).toBe(false);
  });
});
