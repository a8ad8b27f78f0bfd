/** Real processes in trouble for a short time; `npm run chaos` does it for as long as one likes. */
import { describe, expect, it } from "vitest";
import { removeTraces, runChaos } from "../chaos/run.ts";
import { noApacheZooKeeper } from "./zookeeper-servers.ts";

const SEED = 1;
const SECONDS = 25;
/** Start, trouble, and three times the patience of the account. */
const LONGEST_MS = 300_000;

describe.skipIf(noApacheZooKeeper())("masters, agents and ZooKeeper in trouble", () => {
  it("lose no write, no task and no agent", { timeout: LONGEST_MS }, async () => {
    const report = await runChaos({
      seed: SEED,
      seconds: SECONDS,
      masters: 3,
      agents: 2,
      zookeepers: 3,
      sessionTimeoutMs: 4_000,
      gapMs: 1_500,
      say: () => undefined,
    });
    expect(report.violations, `history and logs are in ${report.folder}`).toEqual([]);
    const kinds = new Set(report.entries.map(({ kind }) => kind));
    for (const kind of ["fault", "register", "status"] as const) expect(kinds).toContain(kind);
    removeTraces(report);
  });
});
