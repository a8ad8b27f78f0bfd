import { encode, stateStorage } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { StateStorage, snapshotOperation } from "./state-storage.ts";
import { patch } from "./svndiff.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined): string => Buffer.from(value ?? []).toString();
const uuid = new Uint8Array(16);
const snapshot = (name: string, value: string): Uint8Array =>
  snapshotOperation({ name, uuid, value: bytes(value) });

/** Five bytes of the source, three new ones, and the last two of those twice more. */
const DIFF = Uint8Array.from([
  ...bytes("SVN"),
  ...[0, 0, 5, 12, 5, 3],
  ...[5, 0, 0x83, 0x44, 6],
  ...bytes("abc"),
]);

describe("a Subversion delta", () => {
  it("copies from the source, from new data, and from what it wrote itself", () => {
    const patched = patch(bytes("hello world"), DIFF);
    expect(patched.type === "ok" && text(patched.value)).toBe("helloabcbcbc");
  });

  const changed = (at: number, byte: number): Uint8Array =>
    DIFF.map((old, i) => (i === at ? byte : old));
  it.each([
    ["another magic", changed(0, 0), "the diff does not begin with 'SVN'"],
    ["version 1", changed(3, 1), "the diff is of svndiff version 1, only 0 can be read"],
    ["a view past the source", changed(5, 60), "the diff is cut off"],
    ["a window it does not fill", changed(6, 13), "the diff does not fill its window"],
    ["a window it overflows", changed(6, 11), "the diff writes past its window"],
    ["an unknown instruction", changed(9, 0xc5), "the diff holds an unknown instruction"],
    ["a copy from ahead", changed(13, 9), "the diff copies what is not there yet"],
    ["an early end", DIFF.subarray(0, 12), "the diff is cut off"],
  ])("is refused for %s", (_, diff, why) => {
    expect(patch(bytes("hello world"), diff)).toEqual({ type: "error", error: why });
  });
});

describe("values in a log", () => {
  it("are what the last operation says", () => {
    const state = new StateStorage();
    const expunge = encode(stateStorage.Operation, { type: "EXPUNGE", expunge: { name: "b" } });
    state.apply([
      { position: 1, bytes: snapshot("a", "one") },
      { position: 2, bytes: snapshot("b", "gone") },
      { position: 5, bytes: snapshot("a", "two") },
      { position: 6, bytes: expunge },
    ]);
    expect([text(state.get("a")?.value), state.get("b")]).toEqual(["two", undefined]);
    expect([state.truncateTo, state.nextPosition]).toEqual([5, 7]);
    expect(state.apply([{ position: 6, bytes: snapshot("a", "seen before") }]).type).toBe("ok");
    expect(text(state.get("a")?.value)).toBe("two");
  });

  it("take diffs, which keep their snapshot from being truncated", () => {
    const state = new StateStorage();
    const entry = { name: "a", uuid, value: DIFF };
    const diff = encode(stateStorage.Operation, { type: "DIFF", diff: { entry } });
    state.apply([
      { position: 3, bytes: snapshot("a", "hello world") },
      { position: 4, bytes: diff },
    ]);
    expect(text(state.get("a")?.value)).toBe("helloabcbcbc");
    expect(state.truncateTo).toBe(3);
  });

  it.each([
    ["what is no operation", bytes("nonsense"), /position 9 of the log: Failed to deserialize/],
    [
      "a diff without a snapshot",
      encode(stateStorage.Operation, {
        type: "DIFF",
        diff: { entry: { name: "x", uuid, value: DIFF } },
      }),
      /a diff of 'x' without its snapshot/,
    ],
    [
      "an operation without contents",
      encode(stateStorage.Operation, { type: "SNAPSHOT" }),
      /Unknown operation/,
    ],
  ])("refuse %s, and name the position", (_, operation, why) => {
    const result = new StateStorage().apply([{ position: 9, bytes: operation }]);
    expect(result).toEqual({ type: "error", error: expect.stringMatching(why) });
  });
});
