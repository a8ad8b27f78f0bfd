import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { internal } from "@mesos-ts/protos";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AgentHost, endProcess } from "./agent-process.test-support.ts";
import { FakeMaster } from "./fake-master.test-support.ts";

let master: FakeMaster;
let host: AgentHost;

beforeEach(async () => {
  master = await FakeMaster.start();
  host = new AgentHost();
  await host.join(master);
});
afterEach(async () => {
  await host.close();
  await master.close();
});

/** A command that runs until the file is there, then does what the file says. */
function waiting(): { readonly value: string; release(script: string): void } {
  const file = join(host.root, "release");
  return {
    value: `while [ ! -e ${file} ]; do sleep 0.05; done; . ${file}`,
    release: (script) => {
      writeFileSync(`${file}.new`, script);
      execFileSync("mv", [`${file}.new`, file]);
    },
  };
}

/** Waits until no process has a word of its command line. */
async function untilGone(pid: number): Promise<void> {
  for (let look = 0; look < 500 && existsSync(`/proc/${pid}`); look += 1) await delay(10);
  expect(existsSync(`/proc/${pid}`)).toBe(false);
}

async function runningTask(id: string, command: string): Promise<number> {
  master.runTask({ id, command: { value: command } });
  const { container_status } = await master.status(id, "TASK_RUNNING");
  // The acknowledgement is on disk once the agent is idle again.
  await host.get("/health");
  return container_status?.executor_pid ?? 0;
}

async function reregistered(): Promise<internal.ReregisterSlaveMessage> {
  return await master.message<internal.ReregisterSlaveMessage>("ReregisterSlaveMessage");
}

describe.each([
  ["the agent", false],
  ["the agent and the supervisor", true],
])("after %s is killed with SIGKILL", (_, withSupervisor) => {
  async function strike(): Promise<void> {
    const supervisor = host.supervisorPid();
    await host.kill("SIGKILL");
    if (withSupervisor && supervisor !== undefined) {
      endProcess(supervisor);
      await untilGone(supervisor);
    }
  }

  it.each([
    ["exit 0", "TASK_FINISHED", "Command exited with status 0"],
    ["exit 7", "TASK_FAILED", "Command exited with status 7"],
    ["kill -9 $$", "TASK_FAILED", "Command terminated with signal Killed"],
  ] as const)("a task that did `%s` meanwhile is told truly", async (script, state, message) => {
    const command = waiting();
    const pid = await runningTask("t", command.value);
    await strike();
    command.release(script);
    await untilGone(pid);
    await host.join(master);
    expect((await reregistered()).tasks).toMatchObject([{ task_id: { value: "t" } }]);
    expect(await master.status("t", state)).toMatchObject({ message, source: "SOURCE_EXECUTOR" });
    expect(master.states("t")).toEqual(["TASK_STARTING", "TASK_RUNNING", state]);
  });

  it("a task that still runs goes on, and can be killed", async () => {
    const command = waiting();
    const pid = await runningTask("t", command.value);
    await strike();
    await host.join(master);
    expect((await reregistered()).tasks).toMatchObject([
      { task_id: { value: "t" }, state: "TASK_RUNNING" },
    ]);
    master.killTask("t");
    expect(await master.status("t", "TASK_KILLED")).toMatchObject({
      message: "Command terminated with signal Terminated",
    });
    await untilGone(pid);
  });
});

describe("a restart", () => {
  it("keeps tasks over SIGTERM, and its identity", async () => {
    const command = waiting();
    const pid = await runningTask("t", command.value);
    await host.kill("SIGTERM");
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    await host.join(master);
    expect((await reregistered()).agent).toMatchObject({ hostname: "localhost" });
    command.release("exit 0");
    await master.status("t", "TASK_FINISHED");
  });

  it("ends what a framework without checkpoints left", async () => {
    const file = join(host.root, "pid");
    master.runTask(
      { id: "t", command: { value: `echo $$ >${file}; exec sleep 1000` } },
      { checkpoint: false },
    );
    const { container_status } = await master.status("t", "TASK_RUNNING");
    const pid = container_status?.executor_pid ?? 0;
    await host.kill("SIGKILL");
    await host.join(master);
    expect((await reregistered()).tasks ?? []).toEqual([]);
    await untilGone(pid);
  });

  it("refuses another hostname, with the steps to take", async () => {
    await host.kill("SIGTERM");
    host.output = "";
    const agent = host.start(master, "--attributes=rack:r9");
    await new Promise((resolve) => agent.once("exit", resolve));
    expect(agent.exitCode).toBe(1);
    expect(host.output).toContain("Incompatible agent info detected. The attributes differ.");
    expect(host.output).toContain(`rm -f ${host.workDir}/meta/slaves/latest`);
  });

  it("survives a torn status update, and sends the next", async () => {
    const command = waiting();
    await runningTask("t", command.value);
    await host.kill("SIGKILL");
    const updates = execFileSync("find", [join(host.workDir, "meta"), "-name", "task.updates"])
      .toString()
      .trim();
    const whole = readFileSync(updates);
    writeFileSync(updates, Buffer.concat([whole, Buffer.from([200, 0, 0, 0, 8, 1])]));
    await host.join(master);
    command.release("exit 0");
    await master.status("t", "TASK_FINISHED");
    expect(readFileSync(updates).subarray(0, whole.length).equals(whole)).toBe(true);
  });

  it("registers again when the master comes back", async () => {
    const { port } = master;
    await master.close();
    master = await FakeMaster.start(port);
    expect((await reregistered()).agent).toMatchObject({ hostname: "localhost" });
  });
});
