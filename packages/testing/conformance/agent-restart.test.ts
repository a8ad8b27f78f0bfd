/** Agents that start again over what is on their disks: with more, twice, and after an upgrade. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { end, freePort, getJson, type Program, Programs, until } from "./programs.ts";
import {
  RECORDED_AGENT_FLAGS,
  RECORDED_AGENT_ID,
  RECORDED_FRAMEWORK_ID,
  unpackRecordedAgent,
} from "./recorded-agent-folder.ts";
import type { Json } from "./recordings.ts";

const programs = new Programs();
let master: Program;

beforeAll(async () => {
  master = await programs.master(["--allocation_interval=200ms"]);
});
afterAll(() => programs.close());

interface Listed {
  readonly id: string;
  readonly pid: string;
  readonly active: boolean;
  readonly resources: { readonly cpus: number; readonly mem: number };
  readonly attributes: Readonly<Record<string, string>>;
}

/** The agent of a port as the master lists it, once it is active. */
async function listed(port: number): Promise<Listed> {
  let found: Listed | undefined;
  await until(async () => {
    const { slaves } = await getJson<{ slaves: Listed[] }>(master, "/slaves");
    found = slaves.find(({ pid, active }) => active && pid.endsWith(`:${port}`));
    return found !== undefined;
  });
  if (found === undefined) throw new Error("no agent is listed");
  return found;
}

describe("an agent with more than it had", () => {
  const workDir = join(programs.folder, "grows");
  const flags = (cpus: number, ...more: string[]): string[] => [
    `--work_dir=${workDir}`,
    `--runtime_dir=${join(programs.folder, "grows-run")}`,
    `--resources=cpus:${cpus};mem:512;disk:100`,
    "--registration_backoff_factor=10ms",
    ...more,
  ];

  it("keeps its id under the additive policy, and its offers grow", async () => {
    const first = await programs.agent(master, flags(2));
    const before = await listed(first.port);
    expect(before.resources.cpus).toBe(2);
    const scheduler = new LiveScheduler(master);
    await scheduler.subscribe({
      user: "root",
      name: "watcher",
      roles: ["w"],
      capabilities: [{ type: "MULTI_ROLE" }],
    });
    await end(first.process, "SIGTERM");

    const refused = await programs.failing(master.address, flags(3, `--port=${first.port}`));
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(
      "EXIT with status 1: Failed to perform recovery: Incompatible agent info detected. The resources are",
    );
    expect(refused.output).toContain(`rm -f ${workDir}/meta/slaves/latest`);

    const additive = ["--reconfiguration_policy=additive", "--attributes=rack:r1"];
    const second = await programs.lone(master.address, flags(3, ...additive), first.port);
    await until(async () => (await listed(first.port)).resources.cpus === 3);
    expect(await listed(first.port)).toMatchObject({ id: before.id, attributes: { rack: "r1" } });
    await until(() => scheduler.events.some((event) => cpusOffered(event).includes(3)));
    scheduler.close();
    await end(second.process, "SIGTERM");

    const less = await programs.failing(
      master.address,
      flags(2, ...additive, `--port=${first.port}`),
    );
    expect(less.output).toContain(
      "Configuration change not permitted under 'additive' policy: Value of scalar resource 'cpus' decreased from 3 to 2",
    );
    // What it grew to is what it is from now on.
    const third = await programs.lone(master.address, flags(3, "--attributes=rack:r1"), first.port);
    expect((await listed(first.port)).id).toBe(before.id);
    await end(third.process, "SIGTERM");
  });

  function cpusOffered(event: Json): number[] {
    const offers = (event["offers"]?.["offers"] ?? []) as readonly Json[];
    return offers.flatMap((offer) =>
      (offer["resources"] as readonly Json[])
        .filter((resource) => resource["name"] === "cpus")
        .map((resource) => Number(resource["scalar"]?.["value"])),
    );
  }
});

describe("two agents over one work_dir", () => {
  it("the second is refused while the first lives, and not longer", async () => {
    const flags = [`--work_dir=${join(programs.folder, "shared")}`, "--resources=cpus:1;mem:64"];
    const first = await programs.agent(master, flags);
    const { code, output } = await programs.failing(master.address, flags);
    expect(code).toBe(1);
    expect(output).toContain("another agent runs in it. End that one first");
    await end(first.process, "SIGKILL");
    const third = await programs.lone(master.address, flags, first.port);
    await listed(third.port);
    await end(third.process, "SIGKILL");
  });
});

describe.skipIf(process.getuid?.() !== 0)("a disk without room (root only: it is mounted)", () => {
  const disk = join(programs.folder, "disk");
  beforeAll(() => {
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
  });
  afterAll(() => execFileSync("umount", ["-l", disk]));

  it("ends the agent with the file's name; with room again it goes on", async () => {
    const flags = [
      `--work_dir=${join(disk, "work")}`,
      `--runtime_dir=${join(programs.folder, "disk-run")}`,
      "--resources=cpus:1;mem:64;disk:1",
    ];
    const filler = join(disk, "filler");
    try {
      writeFileSync(filler, Buffer.alloc(128 * 1024));
    } catch {
      // That is the point: as much as fits is written.
    }
    const { code, output } = await programs.failing(master.address, flags);
    expect(code).toBe(1);
    expect(output).toMatch(
      new RegExp(`EXIT with status 1: .*${disk}/work.*(ENOSPC|no space left)`, "i"),
    );
    rmSync(filler);
    const agent = await programs.agent(master, flags);
    await end(agent.process, "SIGKILL");
  });
});

describe("an agent of Apache Mesos, upgraded in place", () => {
  const ID = RECORDED_AGENT_ID;
  const FRAMEWORK = RECORDED_FRAMEWORK_ID;
  const workDir = join(programs.folder, "upgraded");
  const flags = [
    ...RECORDED_AGENT_FLAGS,
    `--work_dir=${workDir}`,
    `--runtime_dir=${join(programs.folder, "upgraded-run")}`,
  ];

  it("keeps its id, and tells what became of the task that ran", async () => {
    const port = await freePort();
    unpackRecordedAgent(workDir, port);
    const scheduler = new LiveScheduler(master);
    await scheduler.subscribe(
      {
        id: { value: FRAMEWORK },
        user: "root",
        name: "mesos-execute instance",
        failover_timeout: 3600,
        checkpoint: true,
        roles: ["*"],
        capabilities: [{ type: "MULTI_ROLE" }, { type: "PARTITION_AWARE" }],
      },
      FRAMEWORK,
    );
    const agent = await programs.lone(master.address, flags, port);
    expect(await listed(port)).toMatchObject({ id: ID, resources: { cpus: 4, mem: 4096 } });
    // The machine of the recording has booted since: nothing of it can run. A master that is new,
    // too, says so first, and then the agent whose word is to be acknowledged.
    await scheduler.update("survivor", "TASK_FAILED", 2);
    const statuses = scheduler.events.flatMap((event) => event["update"]?.["status"] ?? []);
    expect(statuses.slice(0, 2)).toMatchObject([
      { source: "SOURCE_MASTER", reason: "REASON_AGENT_REREGISTERED" },
      {
        source: "SOURCE_AGENT",
        reason: "REASON_EXECUTOR_TERMINATED",
        message: "Abnormal executor termination: unknown container",
        executor_id: { value: "survivor" },
      },
    ]);
    expect(agent.output()).toContain("Agent host rebooted");
    scheduler.close();
    await end(agent.process, "SIGKILL");
    const again = await programs.lone(master.address, flags, port);
    expect((await listed(port)).id).toBe(ID);
    await end(again.process, "SIGKILL");
  });
});
