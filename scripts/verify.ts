/**
 * Everything that CI does, in one command: `npm run verify`.
 * Ends with a line `N passed, N failed` over all tests and checks.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const SIM_SEEDS = 200;

const root = join(import.meta.dirname, "..");
const bin = (name: string): string => join(root, "node_modules/.bin", name);

function check(title: string, command: string, args: readonly string[]): Outcome {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(): Outcome {
  console.log("\n== tests");
  const folder = mkdtempSync(join(tmpdir(), "mesos-ts-verify-"));
  const report = join(folder, "report.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync(bin("vitest"), args, { cwd: root, stdio: "inherit" });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    // A file that cannot be loaded fails the run without failing a test.
    const unseen = status !== 0 && numFailedTests === 0 ? 1 : 0;
    return { passed: numPassedTests, failed: numFailedTests + unseen };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const outcomes = [
  check("generated messages are what the schema says", process.execPath, [
    "packages/core/protos/generator/main.ts",
    "--check",
  ]),
  check("types", bin("tsc"), ["-p", "tsconfig.json"]),
  check("types of the console", bin("tsc"), ["-p", "packages/apps/console"]),
  check("the console is built", process.execPath, ["scripts/build-console.ts"]),
  check("format and lint", bin("biome"), ["ci", "."]),
  check("nothing unused", bin("knip"), ["--no-config-hints"]),
  tests(),
  check("the Debian package in a clean system", "npm", ["run", "--silent", "package:test"]),
  check(`simulator, ${SIM_SEEDS} seeds`, process.execPath, [
    "packages/testing/sim/main.ts",
    `--seeds=${SIM_SEEDS}`,
  ]),
];

const passed = outcomes.reduce((sum, each) => sum + each.passed, 0);
const failed = outcomes.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
