/**
 * `npm run prove -- --cases=100000 [--seed=N] [--kind=exact]` plays so many random histories of
 * each kind with the allocator and holds them against plain records; see docs/proofs.md.
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import {
  HISTORY_KINDS,
  histories,
  play,
} from "../packages/core/allocator/src/histories.test-support.ts";

type Kind = (typeof HISTORY_KINDS)[number];

/** Cases between two lines of progress; each batch has a seed of its own. */
const BATCH = 5000;
const DEFAULT_CASES = "100000";
const SEEDS = 2 ** 31;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: DEFAULT_CASES },
    seed: { type: "string", default: String(Date.now() % SEEDS) },
    kind: { type: "string" },
  },
});

function numberOf(name: "cases" | "seed"): number {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name}=${values[name]}: give a whole number`);
}

function kindsOf(name: string | undefined): readonly Kind[] {
  if (name === undefined) return HISTORY_KINDS;
  const kind = HISTORY_KINDS.find((each) => each === name);
  if (kind === undefined) throw new Error(`--kind=${name}: choose of ${HISTORY_KINDS.join(", ")}`);
  return [kind];
}

/** The story of the smallest history that fails; undefined: none does. */
function failureOf(kind: Kind, cases: number, seed: number): string | undefined {
  const property = fc.property(histories, (history) => play(history, kind));
  const { failed, counterexample, errorInstance } = fc.check(property, { numRuns: cases, seed });
  if (!failed) return undefined;
  const story = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `${story}\n${JSON.stringify(counterexample)}`;
}

function prove(kind: Kind, cases: number, firstSeed: number): boolean {
  const startedMs = Date.now();
  for (let done = 0; done < cases; ) {
    const count = Math.min(BATCH, cases - done);
    const seed = (firstSeed + done / BATCH) % SEEDS;
    const failure = failureOf(kind, count, seed);
    if (failure !== undefined) {
      console.log(`${kind}: FAILED\n${failure}`);
      console.log(`replay: npm run prove -- --kind=${kind} --seed=${seed} --cases=${count}`);
      return false;
    }
    done += count;
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
    console.log(`${kind}: ${done} of ${cases} histories hold (${seconds} s)`);
  }
  return true;
}

const [cases, seed] = [numberOf("cases"), numberOf("seed")];
console.log(`from seed ${seed}`);
const isProven = kindsOf(values.kind).every((kind) => prove(kind, cases, seed));
process.exitCode = isProven ? 0 : 1;
