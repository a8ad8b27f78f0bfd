import fc from "fast-check";
import { describe, it } from "vitest";
import { histories, play } from "./histories.test-support.ts";

describe("whatever happens", () => {
  it("decides as the plain records do", () => {
    fc.assert(
      fc.property(histories, (history) => void play(history, "exact")),
      { numRuns: 2000 },
    );
  });
});
