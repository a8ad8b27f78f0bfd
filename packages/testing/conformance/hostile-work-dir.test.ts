import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import {
  end,
  getJson,
  type Program,
  Programs,
  RECORDED_AGENT,
  RECORDED_MASTER,
} from "./programs.ts";
import type { Json } from "./recordings.ts";

/** An agent whose work_dir cannot be used says so, ends, and leaves everything as it was. */

const programs = new Programs();
let master: Program;
let agent: Program;
let agentId = "";
const workDir = join(programs.folder, "agent");

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, RECORDED_AGENT);
  agentId = (await getJson<{ id: string }>(agent, "/state")).id;
  const scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "steady",
    failover_timeout: 3600,
    checkpoint: true,
    roles: ["dev"],
    capabilities: [{ type: "MULTI_ROLE" }],
  });
  const offer = await scheduler.offer();
  const scalar = { type: "SCALAR", allocation_info: { role: "dev" } };
  await scheduler.launch(offer, [
    {
      name: "keeper",
      task_id: { value: "keeper" },
      agent_id: offer["agent_id"],
      command: { value: "exec sleep 1000" },
      resources: [
        { ...scalar, name: "cpus", scalar: { value: 0.1 } },
        { ...scalar, name: "mem", scalar: { value: 32 } },
      ],
    },
  ]);
  await scheduler.update("keeper", "TASK_RUNNING");
  scheduler.close();
  await end(agent.process, "SIGKILL");
});

afterAll(() => programs.close());

/** Every file and link below a folder, with what is in it. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        if (entry.isSymbolicLink()) return [path, `-> ${readlinkSync(path)}`];
        return [path, createHash("sha256").update(readFileSync(path)).digest("hex")];
      }),
  );
}

async function refused(flags: readonly string[], says: RegExp): Promise<void> {
  const { code, output } = await programs.failing(master.address, [...RECORDED_AGENT, ...flags]);
  expect(output).toMatch(says);
  expect(code).toBe(1);
}

describe("a work_dir that cannot be written", () => {
  it("is refused when it is below a file", async () => {
    const file = join(programs.folder, "file");
    writeFileSync(file, "kept");
    await refused([`--work_dir=${file}/work`], new RegExp(`EXIT with status 1: .*${file}/work`));
    expect(readFileSync(file, "utf8")).toBe("kept");
  });

  it("is refused where nothing can be made", async () => {
    await refused(["--work_dir=/proc/mesos"], /EXIT with status 1: .*\/proc\/mesos/);
  });

  it("is refused when its meta is a file", async () => {
    const other = join(programs.folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "meta"), "kept");
    await refused([`--work_dir=${other}`], new RegExp(`EXIT with status 1: .*${other}/meta`));
    expect(readFileSync(join(other, "meta"), "utf8")).toBe("kept");
  });
});

describe("the checkpoints of an agent", () => {
  const info = (): string => join(workDir, "meta/slaves", agentId, "slave.info");
  const port = (): string => `--port=${agent.port}`;

  it.each<[string, (path: string) => void]>([
    ["cut short", (path) => truncateSync(path, 20)],
    ["noise", (path) => writeFileSync(path, Buffer.alloc(500, 0xff))],
    ["of a length that lies", (path) => writeFileSync(path, Buffer.from("ffffff7f0a00", "hex"))],
  ])("are kept when the agent's info is %s", async (_, damage) => {
    const kept = join(programs.folder, "kept-info");
    copyFileSync(info(), kept);
    damage(info());
    const before = contents(join(workDir, "meta/slaves"));
    await refused([port()], /EXIT with status 1: .*slave\.info/);
    expect(contents(join(workDir, "meta/slaves"))).toEqual(before);
    copyFileSync(kept, info());
  });

  it.each([
    ["another host", ["--hostname=elsewhere"], "hostname"],
    ["other resources", ["--resources=cpus:1;mem:64"], "resources"],
    ["other attributes", ["--attributes=rack:r2"], "attributes"],
  ])("are kept when they are of %s", async (_, flags, named) => {
    const before = contents(join(workDir, "meta/slaves"));
    const given = flags.map((flag) => flag.split("=")[0] ?? "");
    const others = RECORDED_AGENT.filter((flag) => !given.some((one) => flag.startsWith(one)));
    const { code, output } = await programs.failing(master.address, [...others, ...flags, port()]);
    expect(output).toMatch(
      /EXIT with status 1: Failed to perform recovery: Incompatible agent info detected/,
    );
    expect(output).toContain(named);
    expect(output).toContain(`rm -f ${workDir}/meta/slaves/latest`);
    expect(code).toBe(1);
    expect(contents(join(workDir, "meta/slaves"))).toEqual(before);
  });

  it("bring the agent and its task back when nothing is wrong any more", async () => {
    agent = await programs.lone(master.address, RECORDED_AGENT, agent.port);
    const state = await getJson<{ id: string; frameworks: Json[] }>(agent, "/state");
    expect(state.id).toBe(agentId);
    const [executor] = state.frameworks[0]?.["executors"] ?? [];
    expect(executor?.["tasks"]?.map(({ id, state: now }) => `${id} ${now}`)).toEqual([
      "keeper TASK_RUNNING",
    ]);
  });
});
