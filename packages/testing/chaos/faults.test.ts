import { createRandom } from "@mesos-ts/base";
import { describe, expect, it } from "vitest";
import { mayBeDisturbed, type Role, scheduleFaults } from "./faults.ts";

const options = {
  durationMs: 600_000,
  sessionTimeoutMs: 4_000,
  gapMs: 2_000,
  counts: { master: 3, agent: 2, zookeeper: 3 },
};

describe("the faults of a seed", () => {
  it("are always the same", () => {
    const [one, two] = [1, 2].map(() => scheduleFaults(createRandom(7), options));
    expect(one).toEqual(two);
    expect(scheduleFaults(createRandom(8), options)).not.toEqual(one);
  });

  it("come in order, within the time, about as often as is said", () => {
    const times = scheduleFaults(createRandom(1), options).map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(options.durationMs);
    expect(times.length).toBeGreaterThan(240);
    expect(times.length).toBeLessThan(360);
  });

  it("hit everybody with everything, for at most two session timeouts", () => {
    const faults = scheduleFaults(createRandom(1), options).map(({ fault }) => fault);
    const seen = new Set(faults.map(({ kind, target }) => `${kind} ${target.role}`));
    expect(seen.size).toBe(12);
    expect(new Set(faults.map(({ target }) => `${target.role} ${target.index}`)).size).toBe(10);
    for (const { ms } of faults) expect(ms).toBeLessThan(2 * options.sessionTimeoutMs);
  });

  it.each<[Role, number, number]>([
    ["master", 1, 0],
    ["master", 3, 1],
    ["zookeeper", 4, 1],
    ["zookeeper", 5, 2],
    ["agent", 2, 2],
  ])("leave a majority: %s of %i, %i", (role, count, most) =>
    expect(mayBeDisturbed(role, count)).toBe(most),
  );
});
