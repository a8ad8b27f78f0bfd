/**
 * `npm run sim -- --seeds=N [--from=S]` runs N seeds and prints the first that fails;
 * `npm run sim -- --seed=S` runs one and prints all that happened in it;
 * `--sabotage=NAME` puts a deliberate mistake into our code first (see sabotage.ts).
 */
import { parseArgs } from "node:util";
import { runSeed } from "./run-seed.ts";
import { SABOTAGES, type Sabotage } from "./sabotage.ts";

const DEFAULT_SEEDS = "1000";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: DEFAULT_SEEDS },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    sabotage: { type: "string" },
  },
});

function sabotageOf(name: string | undefined): Sabotage | undefined {
  if (name === undefined) return undefined;
  const known = SABOTAGES.find((each) => each === name);
  if (known === undefined) {
    console.error(`--sabotage=${name}: choose one of ${SABOTAGES.join(", ")}`);
    process.exit(1);
  }
  return known;
}

const sabotage = sabotageOf(values.sabotage);

if (values.seed !== undefined) {
  const { violation, log } = runSeed(Number(values.seed), true, sabotage);
  for (const line of log) console.log(line);
  console.log(violation === undefined ? "no violation" : `VIOLATION ${violation}`);
  process.exitCode = violation === undefined ? 0 : 1;
} else {
  const first = Number(values.from);
  const count = Number(values.seeds);
  const startedMs = Date.now();
  let launched = 0;
  let failed: { readonly seed: number; readonly violation: string } | undefined;
  for (let seed = first; seed < first + count && failed === undefined; seed++) {
    const result = runSeed(seed, false, sabotage);
    launched += result.launched;
    if (result.violation !== undefined) failed = { seed, violation: result.violation };
  }
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  if (failed === undefined) {
    console.log(`${count} seeds from ${first}: no violation (${launched} tasks, ${seconds} s)`);
  } else {
    console.log(`seed ${failed.seed}: ${failed.violation}`);
    console.log(`replay it with: npm run sim -- --seed=${failed.seed}`);
    process.exitCode = 1;
  }
}
