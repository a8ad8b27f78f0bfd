import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { DetachKeys } from "./detach-keys.ts";

const typed = (...chunks: string[]) => {
  const keys = new DetachKeys();
  return chunks.map((chunk) => {
    const { data, detached } = keys.push(Buffer.from(chunk));
    return `${data}${detached ? "!" : ""}`;
  });
};

describe("CTRL-p CTRL-q", () => {
  it.each([
    [["ls\n"], ["ls\n"]],
    [["ab\x10\x11cd"], ["ab!"]],
    [
      ["\x10", "\x11"],
      ["", "!"],
    ],
    [
      ["a\x10", "b"],
      ["a", "\x10b"],
    ],
    [
      ["\x10", "\x10", "\x11"],
      ["", "\x10", "!"],
    ],
    [["\x11\x10"], ["\x11"]],
  ])("%j", (chunks, expected) => expect(typed(...chunks)).toEqual(expected));
});
