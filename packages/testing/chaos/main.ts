/**
 * `npm run chaos -- --seconds=600 [--seed=N] [--masters=3 --agents=2 --zookeepers=3]` runs a
 * cluster of real processes in trouble and prints every promise that was broken (docs/chaos.md).
 */
import { parseArgs } from "node:util";
import { noApacheZooKeeper } from "../conformance/zookeeper-servers.ts";
import { around } from "./history.ts";
import { removeTraces, runChaos } from "./run.ts";

const LINES_AROUND = 12;
const SESSION_TIMEOUT_MS = 4_000;
const GAP_MS = 2_000;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "600" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    masters: { type: "string", default: "3" },
    agents: { type: "string", default: "2" },
    zookeepers: { type: "string", default: "3" },
  },
});

/** A flag's number. */
function count(name: keyof typeof values, least: number): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= least) return value;
  console.error(`--${name}=${values[name]}: a whole number from ${least} is needed`);
  process.exit(1);
}

const interruption = new AbortController();
process.once("SIGINT", () => interruption.abort(new Error("interrupted")));

if (noApacheZooKeeper()) process.exit(1);
const seed = count("seed", 0);
const report = await runChaos({
  seed,
  seconds: count("seconds", 1),
  masters: count("masters", 1),
  agents: count("agents", 1),
  zookeepers: count("zookeepers", 1),
  sessionTimeoutMs: SESSION_TIMEOUT_MS,
  gapMs: GAP_MS,
  signal: interruption.signal,
  say: (text) => console.log(text),
});
console.log(report.summary);
for (const { ms, text } of report.violations) {
  console.log(`\nVIOLATION seed ${seed}, ${ms} ms: ${text}`);
  for (const line of around(report.entries, ms, LINES_AROUND)) console.log(`  ${line}`);
}
if (report.violations.length === 0) {
  console.log("no violation");
  removeTraces(report);
} else {
  console.log(`\n${report.violations.length} violations; history and logs are in ${report.folder}`);
}
// A connection that nobody closes must not keep it alive.
process.exit(report.violations.length === 0 ? 0 : 1);
