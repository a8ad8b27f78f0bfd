import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "@mesos-ts/protos";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AgentHost } from "./agent-process.test-support.ts";
import { AGENT_ID, FakeMaster } from "./fake-master.test-support.ts";

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

interface State {
  readonly drain_config?: object;
  readonly estimated_drain_start_time_seconds?: number;
}

function drain(seconds: number): void {
  const max_grace_period = { nanoseconds: seconds * 1e9 };
  master.send("DrainSlaveMessage", { config: { max_grace_period } } as Message);
}

const drainFile = (): string => join(host.workDir, "meta", "slaves", AGENT_ID, "drain.config");

it("drains, goes on with it after kill -9, and is in use again when all is acknowledged", async () => {
  const ready = join(host.root, "ready");
  const value = `trap '' TERM; touch ${ready}; while :; do sleep 0.05; done`;
  master.runTask({ id: "stubborn", command: { value } });
  await master.status("stubborn", "TASK_RUNNING");
  while (statSync(ready, { throwIfNoEntry: false }) === undefined) await host.get("/health");

  drain(600);
  const killing = await master.status("stubborn", "TASK_KILLING");
  expect(killing.reason).toBe("REASON_AGENT_DRAINING");
  expect(existsSync(drainFile())).toBe(true);
  const shown = { drain_config: { max_grace_period: { nanoseconds: 600e9 }, mark_gone: false } };
  expect(await host.json<State>("/state")).toMatchObject(shown);

  await host.kill("SIGKILL");
  await host.join(master);
  const state = await host.json<State>("/state");
  expect(state).toMatchObject(shown);
  expect(state.estimated_drain_start_time_seconds).toBeGreaterThan(0);

  master.runTask({ id: "late" });
  expect(await master.status("late", "TASK_LOST")).toMatchObject({
    source: "SOURCE_AGENT",
    reason: "REASON_AGENT_DRAINING",
    message: "Task was received while agent was already draining",
  });

  drain(0);
  expect(await master.status("stubborn", "TASK_KILLED")).toMatchObject({
    source: "SOURCE_EXECUTOR",
    reason: "REASON_AGENT_DRAINING",
    message: "Command terminated with signal Killed",
  });
  while (existsSync(drainFile())) await host.get("/health");
  expect(await host.json<State>("/state")).not.toHaveProperty("drain_config");
  master.runTask({ id: "next" });
  await master.status("next", "TASK_FINISHED");
});
