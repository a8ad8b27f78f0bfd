import { describe, expect, test } from "vitest";
import { MAX_COMPLETED, Model } from "../page/model/model.ts";
import { clusterUsage, countAgents, countStates } from "../page/model/overview.ts";
import { applyEvent, applyUsage, readSummary, SLICE, slicesOf } from "../page/model/reducer.ts";
import { total } from "../page/model/resources.ts";
import { selectTasks } from "../page/model/search.ts";
import type { GetState, StateSummary, WireTask } from "../page/model/wire.ts";
import { modelOf, recordedEvents, recordedSummary, recording } from "./recordings.test-support.ts";

const FRAMEWORK = "e7e97cb5-c635-4950-861d-0f63c3d73e11-0000";
const AGENT = "e7e97cb5-c635-4950-861d-0f63c3d73e11-S0";

/** The recorded stream, up to and with the first event for which `isLast` holds. */
function replay(isLast: (type: string | undefined, index: number) => boolean = () => false): Model {
  const events = recordedEvents();
  const last = events.findIndex(({ type }, index) => isLast(type, index));
  return modelOf(last < 0 ? events : events.slice(0, last + 1));
}

const applySummary = (model: Model, summary: StateSummary): void =>
  applyUsage(model, readSummary(summary));

const states = (model: Model): Record<string, string> =>
  Object.fromEntries([...model.tasks.values()].map(({ id, state }) => [id, state]));

describe("the recorded stream", () => {
  test("begins with the agent and nothing else", () => {
    const model = replay((type) => type === "SUBSCRIBED");
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
    expect(countAgents(model, {})).toEqual({ active: 1, inactive: 0, unreachable: 0 });
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
    const allocated = total([...running.tasks.values()].map(({ resources }) => resources));
    expect(running.active.get(AGENT)).toBe(3);
    expect(running.active.get(FRAMEWORK)).toBe(3);
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
    const counts = countStates(model, {}).map(({ state, count }) => `${state} ${count}`);
    expect(counts).toEqual([
      "TASK_STAGING 0",
      "TASK_STARTING 0",
      "TASK_RUNNING 0",
      "TASK_FINISHED 5",
      "TASK_KILLED 1",
      "TASK_FAILED 1",
    ]);
    expect(model.active.size).toBe(0);
  });

  test("tasks of a group know the container that they are in", () => {
    const pod = replay().findTask(FRAMEWORK, "pod-a");
    expect(pod?.executorId).toBe("pod-1");
    expect(pod?.containerIds).toHaveLength(2);
    expect(pod?.containerIds[0]).toBe("5ebaeb9d-e587-4a89-a5e7-5a727524d2e3");
  });

  test("heartbeats and unknown events change nothing", () => {
    const model = replay();
    for (const event of [{ type: "HEARTBEAT" }, { type: "SOMETHING_NEW" }, {}]) {
      expect(applyEvent(model, event)).toBe(false);
    }
  });
});

describe("a state", () => {
  const state = recording<{ json: { get_state: GetState } }>("master_v1_get_state").json.get_state;

  test("is loaded with its active and completed tasks, by time", () => {
    const model = modelOf([{ type: "SUBSCRIBED", subscribed: { get_state: state } }]);
    expect(states(model)).toEqual({ "t-sleep": "TASK_RUNNING" });
    expect(selectTasks(model, { group: "completed" }).map(({ id }) => id)).toEqual([
      "t-ok",
      "t-fail",
    ]);
    expect(model.findTask(FRAMEWORK, "t-sleep")?.startedAt).toBe(1_795_177_054.634059);
  });

  test("replaces what was known, but not who used what", () => {
    const subscribed = { type: "SUBSCRIBED", subscribed: { get_state: state } };
    let model = modelOf([subscribed]);
    applySummary(model, recordedSummary());
    model = modelOf([subscribed], model);
    expect(model.completedTasks).toHaveLength(2);
    expect(model.agents.get(AGENT)?.allocated).toEqual({ cpus: 0.1, mem: 32, disk: 0, gpus: 0 });
    model = modelOf([{ type: "SUBSCRIBED", subscribed: { get_state: {} } }], model);
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
  const added = (model: Model, wire: WireTask): boolean =>
    applyEvent(model, { type: "TASK_ADDED", task_added: { task: wire } });
  const updated = (model: Model, id: string, state: string, timestamp = 1): boolean =>
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
    expect(model.completedTasks[0]?.number).not.toBe(model.findTask("f", "x")?.number);
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
    expect(selectTasks(model, { group: "unreachable" })).toHaveLength(1);
    updated(model, "x", "TASK_RUNNING", 2);
    expect(selectTasks(model, { group: "active" })).toHaveLength(1);
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
    const ids = (find: string): string[] =>
      selectTasks(model, { group: "active", find }).map(({ id }) => id);
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
  expect(readSummary(summary).cluster).toBe("golden");
  expect(clusterUsage(model, {})).toMatchObject({
    allocated: { cpus: 0.1, mem: 32 },
    offered: { cpus: 2, mem: 0 },
  });
  expect(countAgents(model, {})).toEqual({ active: 0, inactive: 1, unreachable: 0 });
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

test("a large state comes in slices, and counts are those of the whole", () => {
  const tasks: WireTask[] = Array.from({ length: 2 * SLICE + 1 }, (_, i) => ({
    task_id: { value: `t${i}` },
    framework_id: { value: "f" },
    agent_id: { value: `a${i % 3}` },
    state: i % 2 === 0 ? "TASK_RUNNING" : "TASK_STAGING",
  }));
  const state = { get_tasks: { tasks } };
  const slices = [...slicesOf(state)].filter((slice) => slice.tasks !== undefined);
  expect(slices.map((slice) => slice.tasks?.length)).toEqual([SLICE, SLICE, 1]);
  const model = modelOf([{ type: "SUBSCRIBED", subscribed: { get_state: state } }]);
  expect(model.tasks.size).toBe(2 * SLICE + 1);
  expect(model.active.get("f")).toBe(2 * SLICE + 1);
  expect(model.states.get("TASK_RUNNING")).toBe(SLICE + 1);
});

test("before the state is known, the metrics tell", () => {
  const metrics = {
    "master/slaves_active": 7,
    "master/slaves_unreachable": 2,
    "master/tasks_running": 40,
    "master/tasks_finished": 900,
    "master/cpus_total": 64,
    "master/cpus_used": 16,
  };
  const model = new Model();
  expect(countAgents(model, metrics)).toEqual({ active: 7, inactive: 0, unreachable: 2 });
  expect(clusterUsage(model, metrics)).toMatchObject({
    total: { cpus: 64 },
    allocated: { cpus: 16 },
  });
  const counts = new Map(countStates(model, metrics).map(({ state, count }) => [state, count]));
  expect(counts.get("TASK_RUNNING")).toBe(40);
  expect(counts.get("TASK_FINISHED")).toBe(900);
});
