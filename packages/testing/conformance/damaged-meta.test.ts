/**
 * Every file of a recorded `meta` folder, cut at every length and with a bit of every byte flipped:
 * an agent either goes on or ends with an error that names the file; it never throws, and loses nothing
 * without a word.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent } from "@mesos-ts/agent";
import { createRandom } from "@mesos-ts/base";
import { type AgentState, posixMetaFiles, readMeta } from "@mesos-ts/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "../../core/agent/src/testing.ts";

const ARCHIVE = join(import.meta.dirname, "../fixtures/disk/agent-meta.tar");
/** Where the recorded agent had its work_dir. */
const RECORDED = "/var/lib/mesos/agent";
/** What the agent itself reads; the rest belongs to what Apache Mesos alone has. */
const READ = /boot_id|\.info|\.state|\.pid|\.updates|executor_generated_for_command_task/;

const root = mkdtempSync(join(tmpdir(), "meta-"));
execFileSync("tar", ["-xf", ARCHIVE, "-C", root]);
const meta = join(root, "meta");
const bootId = readFileSync(join(meta, "boot_id"), "utf8");
const files = readdirSync(meta, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && READ.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

let whole: AgentState;
beforeAll(() => {
  whole = read(true);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function read(strict: boolean): AgentState {
  const state = readMeta(posixMetaFiles(meta), { workDir: RECORDED, bootId, strict });
  if (state === undefined) throw new Error("nothing was read");
  return state;
}

/** What the agent's core makes of it: the text of its end, if it ends. */
function start({ recovered }: AgentState, strict: boolean): string | undefined {
  const info = whole.recovered.info ?? config.info;
  const agent = new Agent({ ...config, info, workDir: RECORDED, strict }, createRandom(1));
  agent.step({ type: "master-detected", master: "master@10.0.0.1:5050", nowMs: 1 });
  const effects = agent.step({ type: "start", recovered, nowMs: 2 });
  effects.push(...agent.step({ type: "wake", nowMs: 60_000 }));
  const exit = effects.find((effect) => effect.type === "exit");
  return exit?.type === "exit" ? exit.text : undefined;
}

/** How much of each kind there is. Updates may be fewer: a crash before the last one looks so. */
function inventory({ recovered }: AgentState): number[] {
  const executors = recovered.frameworks.flatMap((framework) => framework.executors);
  const tasks = executors.flatMap((executor) => executor.tasks);
  return [recovered.info?.id === undefined ? 0 : 1, executors.length, tasks.length];
}

function check(path: string, damaged: Buffer): void {
  writeFileSync(path, damaged);
  const state = read(true);
  const { errors } = state.recovered;
  const end = start(state, true);
  if (errors.length > 0) {
    expect(errors.join()).toContain(path);
    expect(end).toContain(path);
    expect(readFileSync(path).equals(damaged)).toBe(true);
    writeFileSync(path, damaged);
    expect(start(read(false), false) ?? "").not.toContain(path);
  } else if (state.warnings.length === 0 && end === undefined) {
    expect(inventory(state)).toEqual(inventory(whole));
  }
}

describe("damage", () => {
  it.each(files.map((path) => [path.slice(meta.length + 1), path]))("%s", (_, path) => {
    const bytes = readFileSync(path);
    for (let size = 0; size < bytes.length; size++) check(path, bytes.subarray(0, size));
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      check(path, flipped);
    }
    writeFileSync(path, bytes);
  });
});
