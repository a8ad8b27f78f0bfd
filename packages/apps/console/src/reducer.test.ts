import { describe, expect, test } from "vitest";
import { MAX_COMPLETED, Model } from "#page/model.js";
import { countAgents, countStates, selectTasks, usageOf } from "#page/overview.js";
import { applyEvent, applyMaster, applySummary } from "#page/reducer.js";
import type { GetMaster, GetState, WireTask } from "#page/wire.js";
import { recordedEvents, recordedSummary, recording } from "./recordings.test-support.ts";

const FRAMEWORK = "e7e97cb5-c635-4950-861d-0f63c3d73e11-0000";
const AGENT = "e7e97cb5-c635-4950-861d-0f63c3d73e11-S0";

/** The recorded stream, up to and with the first event for which `isLast` holds. */
function replay(isLast: (type: string | undefined, index: number) => boolean = () => false): Model {
  const model = new Model();
  for (const [i, event] of recordedEvents().entries()) {
    applyEvent(model, event);
    if (isLast(event.type, i)) break;
  }
  return model;
}

const states = (model: Model): Record<string, string> =>
  Object.fromEntries([...model.tasks.values()].map(({ id, state }) => [id, state]));

describe("the recorded stream", () => {
  test("begins with the agent and nothing else", () => {
    const model = replay((type) => type === "SUBSCRIBED");
    expect(model.isLoaded).toBe(true);
    expect([...model.agents.keys()]).toEqual([AGENT]);
    expect(model.agents.get(AGENT)).toMatchObject({
      hostname: "localhost",
      port: 5051,
      version: "1.12.0",
      state: "active",
      total: { cpus: 4, mem: 4096, disk: 10_240, gpus: 0 },
      ports: "31000–32000",
      attributes: [
        { name: "rack", text: "r1" },
        { name: "zone", text: "z1" },
      ],
    });
    expect(model.agents.get(AGENT)?.registeredAt).toBeCloseTo(1_795_177_049.134899, 3);
    expect(model.tasks.size).toBe(0);
    expect(countAgents(model)).toEqual({ active: 1, inactive: 0 });
  });

  test("starts three tasks", () => {
    expect(states(replay((_, i) => i === 5))).toEqual({
      "t-ok": "TASK_STAGING",
      "t-fail": "TASK_STAGING",
      "t-sleep": "TASK_STAGING",
    });
    const running = replay((_, i) => i === 11);
    expect(states(running)).toEqual({
      "t-ok": "TASK_RUNNING",
      "t-fail": "TASK_RUNNING",
      "t-sleep": "TASK_RUNNING",
    });
    expect(running.findTask(FRAMEWORK, "t-ok")).toMatchObject({
      name: "t-ok",
      agentId: AGENT,
      executorId: "",
      role: "dev",
      startedAt: 1_795_177_054.712227,
      endedAt: undefined,
      containerIds: ["7153281e-a9f3-49a1-a42c-69eb3e20278b"],
    });
    const { allocated } = usageOf(running).cluster;
    expect(allocated.cpus).toBeCloseTo(0.3);
    expect(allocated.mem).toBe(96);
  });

  test("ends with every task and the framework completed", () => {
    const model = replay();
    expect(model.tasks.size).toBe(0);
    expect(model.completedTasks.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "t-fail TASK_FAILED",
      "t-ok TASK_FINISHED",
      "t-sleep TASK_KILLED",
      "b-dup TASK_FINISHED",
      "pod-b TASK_FINISHED",
      "pod-a TASK_FINISHED",
      "t-health TASK_FINISHED",
    ]);
    expect(model.frameworks.size).toBe(0);
    expect(model.completedFrameworks.get(FRAMEWORK)).toMatchObject({
      name: "capture",
      state: "completed",
    });
    expect(model.frameworkName(FRAMEWORK)).toBe("capture");
    const failed = model.findTask(FRAMEWORK, "t-fail");
    expect(failed?.statuses.at(-1)?.message).toBe("Command exited with status 3");
    expect(failed?.endedAt).toBe(1_795_177_054.801624);
    expect(countStates(model)).toEqual([
      { state: "TASK_RUNNING", count: 0 },
      { state: "TASK_FINISHED", count: 5 },
      { state: "TASK_KILLED", count: 1 },
      { state: "TASK_FAILED", count: 1 },
    ]);
  });

  test("tasks of a group know the container that they are in", () => {
    const pod = replay().findTask(FRAMEWORK, "pod-a");
    expect(pod?.executorId).toBe("pod-1");
    expect(pod?.containerIds).toHaveLength(2);
    expect(pod?.containerIds[0]).toBe("5ebaeb9d-e587-4a89-a5e7-5a727524d2e3");
  });

  test("heartbeats and unknown events change nothing", () => {
    const model = replay();
    const { revision } = model;
    applyEvent(model, { type: "HEARTBEAT" });
    applyEvent(model, { type: "SOMETHING_NEW" });
    applyEvent(model, {});
    expect(model.revision).toBe(revision);
  });
});

describe("a state", () => {
  const state = recording<{ json: { get_state: GetState } }>("master_v1_get_state").json.get_state;

  test("is loaded with its active and completed tasks, by time", () => {
    const model = new Model();
    applyEvent(model, { type: "SUBSCRIBED", subscribed: { get_state: state } });
    expect(states(model)).toEqual({ "t-sleep": "TASK_RUNNING" });
    expect(selectTasks(model, { group: "completed", filter: "" }).map(({ id }) => id)).toEqual([
      "t-ok",
      "t-fail",
    ]);
    expect(model.findTask(FRAMEWORK, "t-sleep")?.startedAt).toBe(1_795_177_054.634059);
  });

  test("replaces what was known, but not who used what", () => {
    const model = new Model();
    applyEvent(model, { type: "SUBSCRIBED", subscribed: { get_state: state } });
    applySummary(model, recordedSummary());
    applyEvent(model, { type: "SUBSCRIBED", subscribed: { get_state: state } });
    expect(model.completedTasks).toHaveLength(2);
    expect(model.agents.get(AGENT)?.allocated).toEqual({ cpus: 0.1, mem: 32, disk: 0, gpus: 0 });
    applyEvent(model, { type: "SUBSCRIBED", subscribed: { get_state: {} } });
    expect(model.agents.size).toBe(0);
    expect(model.hostOf(AGENT)).toBe("localhost");
  });
});

describe("single events", () => {
  const task = (id: string, state = "TASK_RUNNING"): WireTask => ({
    name: id,
    task_id: { value: id },
    framework_id: { value: "f" },
    agent_id: { value: "a" },
    state,
  });
  const added = (model: Model, wire: WireTask): void =>
    applyEvent(model, { type: "TASK_ADDED", task_added: { task: wire } });
  const updated = (model: Model, id: string, state: string, timestamp = 1): void =>
    applyEvent(model, {
      type: "TASK_UPDATED",
      task_updated: {
        framework_id: { value: "f" },
        status: { task_id: { value: id }, state, timestamp },
        state,
      },
    });

  test("an id that is used again is another task", () => {
    const model = new Model();
    added(model, task("x"));
    updated(model, "x", "TASK_FAILED");
    added(model, task("x", "TASK_STAGING"));
    expect(model.findTask("f", "x")?.state).toBe("TASK_STAGING");
    expect(model.completedTasks[0]?.state).toBe("TASK_FAILED");
    expect(model.completedTasks[0]?.key).not.toBe(model.findTask("f", "x")?.key);
  });

  test("what is over stays over", () => {
    const model = new Model();
    added(model, task("x"));
    updated(model, "x", "TASK_FINISHED");
    updated(model, "x", "TASK_RUNNING");
    expect(model.tasks.size).toBe(0);
    expect(model.completedTasks[0]?.state).toBe("TASK_FINISHED");
  });

  test("an unreachable task comes back", () => {
    const model = new Model();
    added(model, task("x"));
    updated(model, "x", "TASK_UNREACHABLE", 1);
    expect(selectTasks(model, { group: "unreachable", filter: "" })).toHaveLength(1);
    updated(model, "x", "TASK_RUNNING", 2);
    expect(selectTasks(model, { group: "active", filter: "" })).toHaveLength(1);
    expect(model.findTask("f", "x")?.startedAt).toBe(2);
  });

  test("a framework takes its tasks along", () => {
    const model = new Model();
    added(model, task("x"));
    applyEvent(model, {
      type: "FRAMEWORK_REMOVED",
      framework_removed: { framework_info: { id: { value: "f" } } },
    });
    expect(model.tasks.size).toBe(0);
    expect(model.completedTasks).toHaveLength(1);
  });

  test("completed tasks are bounded", () => {
    const model = new Model();
    for (let i = 0; i < MAX_COMPLETED + 5; i++) added(model, task(`t${i}`, "TASK_FINISHED"));
    expect(model.completedTasks).toHaveLength(MAX_COMPLETED);
    expect(model.completedTasks[0]?.id).toBe("t5");
  });

  test("a removed agent leaves its name", () => {
    const model = new Model();
    const info = { id: { value: "a" }, hostname: "worker-1" };
    applyEvent(model, { type: "AGENT_ADDED", agent_added: { agent: { agent_info: info } } });
    applyEvent(model, { type: "AGENT_REMOVED", agent_removed: { agent_id: { value: "a" } } });
    expect(model.agents.size).toBe(0);
    expect(model.hostOf("a")).toBe("worker-1");
  });

  test("the filter looks for every word, anywhere", () => {
    const model = new Model();
    for (const id of ["web.1", "web.2", "cron.1"]) added(model, task(id));
    const ids = (filter: string): string[] =>
      selectTasks(model, { group: "active", filter }).map(({ id }) => id);
    expect(ids("WEB")).toEqual(["web.2", "web.1"]);
    expect(ids("web .2")).toEqual(["web.2"]);
    expect(ids(" running ")).toHaveLength(3);
    expect(ids("none")).toEqual([]);
  });
});

test("a summary tells who uses what, and who is active", () => {
  const model = replay((_, i) => i === 11);
  const summary = recordedSummary();
  const [agent] = summary.slaves ?? [];
  applySummary(model, {
    ...summary,
    slaves: [{ ...agent, active: false, offered_resources: { cpus: 2 } }],
  });
  expect(model.master.cluster).toBe("golden");
  expect(usageOf(model).cluster).toMatchObject({
    allocated: { cpus: 0.1, mem: 32 },
    offered: { cpus: 2, mem: 0 },
  });
  expect(countAgents(model)).toEqual({ active: 0, inactive: 1 });
});

test.each([
  ["active", { active: true, deactivated: false }],
  ["inactive", { active: false, deactivated: false }],
  ["deactivated", { active: false, deactivated: true }],
  ["draining", { active: false, deactivated: true, drain_info: { state: "DRAINING" } }],
  ["drained", { active: false, deactivated: true, drain_info: { state: "DRAINED" } }],
])("an agent that is %s is shown as such", (state, standing) => {
  const model = replay((_, i) => i === 11);
  const summary = recordedSummary();
  const [agent] = summary.slaves ?? [];
  applySummary(model, { ...summary, slaves: [{ ...agent, ...standing }] });
  expect(model.agents.get(AGENT)?.state).toBe(state);
});

test("GET_MASTER tells who leads", () => {
  const model = new Model();
  applyMaster(model, recording<{ json: GetMaster }>("master_v1_get_master").json);
  expect(model.master).toMatchObject({
    leader: "localhost:5050",
    version: "1.12.0",
    startedAt: 1_795_177_046.314666,
  });
});
