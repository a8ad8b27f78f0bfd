import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";

/** Every command of docs/operating.md, run as it stands there, on a cluster at other ports. */

const guide = readFileSync(join(import.meta.dirname, "../../../docs/operating.md"), "utf8");

const programs = new Programs();
let master: Program;
let agent: Program;
let scheduler: LiveScheduler;
let folder: string;

beforeAll(async () => {
  folder = join(programs.folder, "operator");
  mkdirSync(folder);
  // What the server refuses fails the command.
  writeFileSync(join(folder, ".curlrc"), "fail-with-body\nsilent\nshow-error\n");
  const log = (name: string): string => `--log_dir=${join(programs.folder, name)}`;
  master = await programs.master([...RECORDED_MASTER, log("master-log")]);
  agent = await programs.agent(master, [...RECORDED_AGENT, log("agent-log")]);
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({ user: "root", name: "operated", failover_timeout: 3600 });
  await scheduler.offer();
});

afterAll(async () => {
  scheduler.close();
  await programs.close();
});

/** The code blocks of a kind. */
function blocks(kind: string): string[] {
  const fence = new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\`$`, "gms");
  return [...guide.matchAll(fence)].map(([, text = ""]) => text);
}

/** At our ports: also where a function is told the port. */
function ours(text: string): string {
  return text
    .replaceAll(/\b(localhost:|call )5050\b/g, `$1${master.port}`)
    .replaceAll(/\b(localhost:|call )5051\b/g, `$1${agent.port}`);
}

const environment = () => ({ PATH: process.env["PATH"], HOME: folder });

it("runs from the first command to the last", async () => {
  const script = `set -euxo pipefail\n${ours(blocks("sh").join("\n"))}`;
  const child = spawn("bash", ["-c", script], { cwd: folder, env: environment() });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code, output.slice(-3000)).toBe(0);
  for (const word of ["TL;DR", "mesos_master_elected 1", "down_machines", "# EOF"]) {
    expect(output).toContain(word);
  }
  await scheduler.end();
});

it("has a command that follows what happens", async () => {
  const [command = ""] = blocks("sh endless");
  const child = spawn("bash", ["-c", `exec ${ours(command)}`], { env: environment() });
  const first = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data: Buffer) => resolve(data.toString())),
  );
  expect(first).toMatch(/^\d+\n\{"type":"SUBSCRIBED"/);
  child.kill();
});

const promtool = spawnSync("promtool", ["--version"]).status === 0;

it.skipIf(!promtool && !process.env["CI"])(
  "has a configuration that Prometheus takes (needs promtool; skipped without it)",
  () => {
    const [config = ""] = blocks("yaml");
    const path = join(folder, "prometheus.yml");
    writeFileSync(path, config);
    const { status, stdout, stderr } = spawnSync("promtool", ["check", "config", path], {
      encoding: "utf8",
    });
    expect(status, stdout + stderr).toBe(0);
  },
);
