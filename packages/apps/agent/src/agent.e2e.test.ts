import { statSync } from "node:fs";
import { join } from "node:path";
import type { internal } from "@mesos-ts/protos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AgentHost } from "./agent-process.test-support.ts";
import { AGENT_ID, FakeMaster, FRAMEWORK_ID } from "./fake-master.test-support.ts";

let master: FakeMaster;
const host = new AgentHost();

beforeAll(async () => {
  master = await FakeMaster.start();
  await host.join(master);
});
afterAll(async () => {
  await host.close();
  await master.close();
});

function sandbox(taskId: string): string {
  return join(
    host.workDir,
    "slaves",
    AGENT_ID,
    "frameworks",
    FRAMEWORK_ID,
    "executors",
    taskId,
    "runs",
    "latest",
  );
}

describe("a registered agent", () => {
  it("told the master what it is", async () => {
    const { agent, version } =
      await master.message<internal.RegisterSlaveMessage>("RegisterSlaveMessage");
    expect(version).toBe("1.12.0");
    expect(agent).toMatchObject({ hostname: "localhost", checkpoint: true });
    expect(agent.resources?.map(({ name, role }) => `${name}/${role}`)).toEqual([
      "cpus/*",
      "mem/*",
      "disk/*",
      "ports/*",
    ]);
  });

  it("runs a command, and shows what it wrote", async () => {
    master.runTask({ id: "hello", command: { value: "echo hello; echo oops >&2" } });
    const last = await master.status("hello", "TASK_FINISHED");
    expect(last).toMatchObject({
      message: "Command exited with status 0",
      source: "SOURCE_EXECUTOR",
    });
    expect(master.states("hello")).toEqual(["TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED"]);
    const path = `/frameworks/${FRAMEWORK_ID}/executors/hello/runs/latest`;
    const read = (name: string) =>
      host.json<{ data: string }>(`/files/read?path=${path}/${name}&offset=0&length=1000`);
    expect((await read("stdout")).data).toBe("hello\n");
    const { data } = await read("stderr");
    expect(data).toContain("oops\n");
    expect(data).toMatch(/^I\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ executor\.ts:0\] Executor registered/);
    for (const line of ["Starting task hello", "Forked command at", "Command exited with status 0"])
      expect(data).toContain(line);
    expect((statSync(`${sandbox("hello")}/.`).mode & 0o777).toString(8)).toBe("750");
  });
});
