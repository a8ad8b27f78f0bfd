/** The allocator decides as plain records do, whatever happens; `npm run prove` plays many more. */
import fc from "fast-check";
import { describe, it } from "vitest";
import { HISTORY_KINDS, histories, play } from "./histories.test-support.ts";

const RUNS = 1000;

describe("whatever happens", () => {
  it.each(HISTORY_KINDS)("the allocator does as the plain records: %s", (kind) => {
    fc.assert(
      fc.property(histories, (history) => play(history, kind)),
      { numRuns: RUNS },
    );
  });
});
