import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getJson, type Program, Programs, until } from "./programs.ts";

/** An independent client: the command scheduler that the `mesos-framework` package ships. */

const programs = new Programs();
let master: Program;

beforeAll(async () => {
  master = await programs.master();
  await programs.agent(master, ["--resources=cpus:2;mem:1024;disk:1024;ports:[31000-32000]"]);
});

afterAll(() => programs.close());

interface State {
  readonly frameworks: readonly {
    readonly name: string;
    readonly completed_tasks: readonly { readonly state: string }[];
  }[];
}

it("runs its command again and again, as its configuration says", async () => {
  const index = createRequire(import.meta.url).resolve("mesos-framework");
  const example = readFileSync(join(dirname(index), "examples/commandScheduler.js"), "utf8");
  const changed = example
    .replaceAll('"../index"', JSON.stringify(index))
    .replace('"172.17.11.101"', '"127.0.0.1"')
    .replace('"port": 5050', `"port": ${master.port}`)
    .replace('"sleep 10;"', '"sleep 0.2;"');
  const script = join(programs.folder, "command-scheduler.cjs");
  writeFileSync(script, changed);
  mkdirSync(join(programs.folder, "logs"));
  const client = spawn(process.execPath, [script], { cwd: programs.folder, stdio: "pipe" });
  let output = "";
  for (const stream of [client.stdout, client.stderr]) {
    stream.on("data", (data: Buffer) => {
      output += data.toString();
    });
  }
  try {
    await until(async () => {
      const { frameworks } = await getJson<State>(master, "/master/state");
      const [framework] = frameworks;
      return (framework?.completed_tasks.length ?? 0) >= 2;
    });
    const { frameworks } = await getJson<State>(master, "/master/state");
    expect(frameworks[0]?.name).toBe("My-first-Command-framework");
    expect(frameworks[0]?.completed_tasks.map((task) => task.state)).toContain("TASK_FINISHED");
    expect(output).toContain("Mesos Stream Id is");
    expect(output).toMatch(/TASK_RUNNING/);
  } finally {
    client.kill("SIGKILL");
  }
});
