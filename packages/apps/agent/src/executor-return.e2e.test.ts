/** An HTTP executor over its agent's `kill -9`: in time, and too late. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { executor, internal, Message } from "@mesos-ts/protos";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AgentHost } from "./agent-process.test-support.ts";
import { AGENT_ID, FakeMaster, FRAMEWORK_ID, taskInfo } from "./fake-master.test-support.ts";

const IDS = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "custom" } };
const JSON_TYPE = "application/json";
const headers = { "Content-Type": JSON_TYPE, Accept: JSON_TYPE };
const UUID = Buffer.alloc(16, 7).toString("base64");
const RUNNING = {
  task_id: { value: "own" },
  state: "TASK_RUNNING",
  source: "SOURCE_EXECUTOR",
  uuid: UUID,
  timestamp: 1,
};

let master: FakeMaster;
let host: AgentHost;

beforeEach(async () => {
  master = await FakeMaster.start();
  host = new AgentHost();
  await host.join(master);
  const { command: _, ...task } = taskInfo({ id: "own" });
  const info = { executor_id: IDS.executor_id, command: { value: "exec sleep 1000" } };
  master.runTask({ ...task, id: "own", command: undefined, executor: info });
  const events = await subscribe();
  expect((await events()).type).toBe("SUBSCRIBED");
  expect((await events()).type).toBe("LAUNCH");
  await call({ type: "UPDATE", update: { status: RUNNING } });
  expect((await events()).type).toBe("ACKNOWLEDGED");
  await master.status("own", "TASK_RUNNING");
  await untilForked();
  await host.kill("SIGKILL");
  master.received.length = 0;
});
afterEach(async () => {
  await host.close();
  await master.close();
});

/** Its process is there, and the agent has written down which one it is. */
async function untilForked(): Promise<void> {
  const executors = `slaves/${AGENT_ID}/frameworks/${FRAMEWORK_ID}/executors`;
  const file = join(host.workDir, "meta", executors, "custom/runs/latest/pids/forked.pid");
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await delay(10);
}

const url = (): string => host.url("/api/v1/executor");

async function call(body: object): Promise<number> {
  const reply = await host.http.request({
    ...{ url: url(), method: "POST", headers },
    body: JSON.stringify({ ...IDS, ...body }),
  });
  return reply.status;
}

/** Subscribes as soon as the agent lets it; what follows, event by event. */
async function subscribe(): Promise<() => Promise<executor.Event & Message>> {
  const body = JSON.stringify({ type: "SUBSCRIBE", ...IDS, subscribe: {} });
  for (;;) {
    try {
      const stream = await host.http.stream({ url: url(), headers, body, method: "POST" });
      if (stream.status === 200) {
        const events = stream.records[Symbol.asyncIterator]();
        return async () => JSON.parse(String((await events.next()).value));
      }
    } catch {
      // It does not listen yet.
    }
    await delay(10);
  }
}

it("in time, its task goes on", async () => {
  host.start(master, "--executor_reregistration_timeout=15secs");
  const events = await subscribe();
  expect((await events()).type).toBe("SUBSCRIBED");
  const { tasks } = await master.message<internal.ReregisterSlaveMessage>("ReregisterSlaveMessage");
  expect(tasks).toMatchObject([{ task_id: { value: "own" }, state: "TASK_RUNNING" }]);
  await master.message("UpdateSlaveMessage");
  const uuid = Buffer.alloc(16, 8).toString("base64");
  await call({ type: "UPDATE", update: { status: { ...RUNNING, state: "TASK_FINISHED", uuid } } });
  await master.status("own", "TASK_FINISHED");
});

it("too late, its task is lost and its process killed", async () => {
  await host.join(master, "--executor_reregistration_timeout=100ms");
  expect(await master.status("own", "TASK_LOST")).toMatchObject({
    source: "SOURCE_AGENT",
    reason: "REASON_EXECUTOR_REREGISTRATION_TIMEOUT",
    message: "Executor did not reregister within 100ms",
  });
  expect(await call({ type: "UPDATE", update: { status: RUNNING } })).not.toBe(202);
});
