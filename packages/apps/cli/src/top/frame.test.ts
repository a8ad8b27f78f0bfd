import { describe, expect, it } from "vitest";
import { runMesos } from "../mesos.ts";
import { eventually, serve, TestWorld } from "../test-world.ts";
import { frame } from "./frame.ts";
import type { Snapshot } from "./snapshot.ts";

const NOW = Date.UTC(2026, 10, 20);
const quantities = (cpus: number, mem: number) => ({ cpus, gpus: 0, mem, disk: 0 });

const agentAt = (index: number, used: number) => ({
  id: `A-S${index}`,
  hostname: `host${index}`,
  active: true,
  resources: quantities(8, 1024),
  used_resources: quantities(used, 512),
  offered_resources: quantities(0, 0),
  TASK_RUNNING: index,
});

const snapshot: Snapshot = {
  cluster: "harbour",
  leader: "10.0.0.1:5050",
  version: "1.12.0",
  electedMs: NOW - 90_400,
  agents: [agentAt(1, 1), agentAt(2, 7.5), agentAt(3, 0)],
  frameworks: [
    {
      id: "F-0",
      name: "web\u001b[2J",
      active: true,
      used_resources: quantities(8.5, 1536),
      TASK_RUNNING: 2,
    },
  ],
  roles: [{ name: "eng", weight: 2, frameworks: [{ value: "F-0" }] }],
  tasks: [
    {
      ...{ name: "old", task_id: { value: "t1" }, framework_id: { value: "F-0" } },
      ...{ agent_id: { value: "A-S1" }, state: "TASK_RUNNING" },
      statuses: [{ task_id: { value: "t1" }, state: "TASK_RUNNING", timestamp: 1 }],
    },
    {
      ...{ name: "new", task_id: { value: "t2" }, framework_id: { value: "F-0" } },
      ...{ agent_id: { value: "A-S2" }, state: "TASK_STAGING" },
      statuses: [{ task_id: { value: "t2" }, state: "TASK_STAGING", timestamp: 2 }],
    },
  ],
};

describe("a picture of the cluster", () => {
  it("shows all of it, the fullest agent and the newest task first", () => {
    expect(frame(snapshot, NOW, { size: undefined, colours: false })).toBe(
      [
        "harbour  leader 10.0.0.1:5050, version 1.12.0, elected 90secs ago",
        "3 of 3 agents active, 1 frameworks, tasks: 2 running, 0 staging, 0 failed",
        "cpus [#########...............]  35%  8.5 of 24",
        "mem  [############............]  50%  1.5GB of 3GB",
        "disk [........................]   0%  0MB of 0MB",
        "",
        "Agents (3)",
        "Agent ID  Hostname  CPUs   Memory     Disk     Running",
        "A-S2      host2     7.5/8  512MB/1GB  0MB/0MB  2",
        "A-S1      host1     1/8    512MB/1GB  0MB/0MB  1",
        "A-S3      host3     0/8    512MB/1GB  0MB/0MB  3",
        "",
        "Roles (1)",
        "Role  Weight  Frameworks  CPUs  Memory",
        "eng   2       1           0     0MB",
        "",
        "Frameworks (1)",
        "ID   Name        Active  CPUs  Memory  Running",
        "F-0  web\\x1b[2J  True    8.5   1.5GB   2",
        "",
        "Tasks (2)",
        "ID  State         Name  Agent ID  CPUs  Memory",
        "t2  TASK_STAGING  new   A-S2      0     0MB",
        "t1  TASK_RUNNING  old   A-S1      0     0MB",
        "",
      ].join("\n"),
    );
  });

  it("fits a small screen, and says what it leaves out", () => {
    const text = frame(snapshot, NOW, { size: { columns: 60, rows: 26 }, colours: false });
    expect(text).toContain("Agents (2 of 3)\n");
    expect(text.split("\n").length).toBeLessThanOrEqual(27);
  });

  it("does not list more tasks than anybody reads", () => {
    const text = frame({ ...snapshot, tasks: undefined }, NOW, { size: undefined, colours: false });
    expect(text).toContain("Tasks: too many to list; see `mesos task list`\n");
  });
});

describe("mesos top on a terminal", () => {
  it.each(["q", "\x03"])("goes on without a leader, until %j", async (key) => {
    const master = await serve((_, response) => response.writeHead(503).end("No leader elected"));
    const test = new TestWorld({ terminal: true, columns: 200 });
    const args = [`--master=${master.address}`, "top"];
    const done = runMesos(args, { world: test.world, folders: [] });
    await eventually(() => test.outText.includes("No leader elected. Try again in a moment"));
    test.type(key);
    expect(await done).toBe(0);
    expect(test.raw).toEqual([true, false]);
    expect(test.outText.startsWith("\u001b[?1049h")).toBe(true);
    expect(test.outText.endsWith("\u001b[?1049l")).toBe(true);
    await master.close();
  });
});
