import { describe, expect, it } from "vitest";
import type { RegisterAccess } from "./history.ts";
import { checkRegister } from "./register.ts";

const access = (
  kind: "write" | "read",
  value: number,
  startMs: number,
  endMs?: number,
): RegisterAccess => ({
  kind: "register",
  register: "weight",
  access: kind,
  value,
  startMs,
  endMs,
  master: "m",
});
const write = (value: number, startMs: number, endMs?: number) =>
  access("write", value, startMs, endMs);
const read = (value: number, startMs: number, endMs: number) =>
  access("read", value, startMs, endMs);

describe("accesses of a register that have an order", () => {
  it.each<[string, readonly RegisterAccess[]]>([
    ["none", []],
    ["reads of what was there at first", [read(0, 0, 1), read(0, 2, 3)]],
    ["one after the other", [write(1, 0, 1), read(1, 2, 3), write(2, 4, 5), read(2, 6, 7)]],
    ["a read during the write sees the old", [write(1, 0, 9), read(0, 1, 2), read(1, 3, 4)]],
    ["a lost write never happened", [write(1, 0, 1), write(2, 2), read(1, 8, 9)]],
    ["a lost write happened later", [write(1, 0, 1), write(2, 2), read(1, 3, 4), read(2, 8, 9)]],
    ["two at once, in either order", [write(1, 0, 9), write(2, 0, 9), read(1, 10, 11)]],
    ["a short write within a long one", [write(1, 0, 9), write(2, 3, 4), read(2, 10, 11)]],
  ])("%s", (_, accesses) => expect(checkRegister(accesses)).toEqual([]));
});

describe("accesses of a register without an order", () => {
  it.each<[string, readonly RegisterAccess[]]>([
    ["an acknowledged write is lost", [write(1, 0, 1), read(0, 2, 3)]],
    ["an older value comes back", [write(1, 0, 1), write(2, 2, 3), read(1, 4, 5)]],
    ["a value goes and comes", [write(1, 0, 9), read(1, 1, 2), read(0, 3, 4)]],
    [
      "a lost write comes and goes again",
      [write(1, 0, 1), write(2, 2), read(2, 3, 4), read(1, 5, 6)],
    ],
    ["a write that nobody ever saw", [write(1, 0, 1), write(2, 2, 3), read(1, 4, 5)]],
    ["a value that nobody wrote", [read(7, 0, 1)]],
    ["a read from the future", [read(1, 0, 1), write(1, 2, 3)]],
  ])("%s", (_, accesses) => expect(checkRegister(accesses).length).toBeGreaterThan(0));
});
