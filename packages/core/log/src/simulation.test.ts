import { describe, expect, it } from "vitest";
import { simulateLog } from "./testing.ts";

/** `LOG_SEEDS=10000 npx vitest run packages/core/log` for as many histories as one has time for. */
const SEEDS = Number(process.env["LOG_SEEDS"] ?? 60);

describe("a group in a failing world", () => {
  it.each([3, 5])("of %i replicas keeps what it acknowledged", (replicas) => {
    const reports = Array.from({ length: SEEDS }, (_, seed) => {
      try {
        return simulateLog(`log ${replicas} ${seed}`, { replicas });
      } catch (cause) {
        throw new Error(`seed 'log ${replicas} ${seed}': ${(cause as Error).message}`, { cause });
      }
    });
    const sum = (key: keyof (typeof reports)[number]): number =>
      reports.reduce((total, report) => total + report[key], 0);
    // The world is neither so kind nor so cruel that nothing is shown by surviving it.
    expect(sum("acknowledged")).toBeGreaterThan(SEEDS * 5);
    expect(sum("elections")).toBeGreaterThan(SEEDS);
    expect(sum("crashes")).toBeGreaterThan(SEEDS);
    expect(sum("replaced")).toBeGreaterThan(SEEDS / 4);
  });

  it("is the same for the same seed", () => {
    expect(simulateLog("again")).toEqual(simulateLog("again"));
  });
});
