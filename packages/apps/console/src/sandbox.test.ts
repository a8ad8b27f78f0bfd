import { expect, test } from "vitest";
import {
  type AgentState,
  executorDirectory,
  innerPath,
  type Listed,
  readListing,
  sandboxCandidates,
} from "../page/model/sandbox.ts";
import { modelOf, recordedEvents, recording } from "./recordings.test-support.ts";

const FRAMEWORK = "e7e97cb5-c635-4950-861d-0f63c3d73e11-0000";
const STATE = recording<{ json: AgentState }>("agent_get_state_running").json;

function recordedTask(id: string) {
  const task = modelOf(recordedEvents()).findTask(FRAMEWORK, id);
  if (task === undefined) throw new Error(`no task ${id} was recorded`);
  return task;
}

test("a command's task has its executor's folder", () => {
  const task = recordedTask("t-ok");
  const directory = executorDirectory(STATE, task);
  expect(directory).toMatch(/\/executors\/t-ok\/runs\/7153281e-a9f3-49a1-a42c-69eb3e20278b$/);
  expect(sandboxCandidates(directory ?? "", task)).toEqual([directory]);
});

test("an executor that was started again has a folder for each container", () => {
  const task = recordedTask("t-ok");
  const executors = [
    { id: "t-ok", container: "new", directory: "/new" },
    { id: "t-ok", container: task.containerIds[0] ?? "", directory: "/own" },
  ];
  const state = { frameworks: [{ id: FRAMEWORK, executors }] };
  expect(executorDirectory(state, task)).toBe("/own");
  expect(executorDirectory(state, { ...task, containerIds: [] })).toBe("/new");
});

test("a task of a group has a folder in its executor's, if it has one", () => {
  const task = recordedTask("pod-a");
  const executor = { id: "pod-1", container: "c", directory: "/pod" };
  const state = { completed_frameworks: [{ id: FRAMEWORK, completed_executors: [executor] }] };
  expect(executorDirectory(state, task)).toBe("/pod");
  expect(sandboxCandidates("/pod", task)).toEqual(["/pod/tasks/pod-a", "/pod"]);
});

test("an executor that the agent does not know has none", () => {
  expect(executorDirectory(STATE, recordedTask("b-dup"))).toBeUndefined();
  expect(executorDirectory({}, recordedTask("t-ok"))).toBeUndefined();
});

test("a listing shows folders first", () => {
  const files = recording<{ json: Listed[] }>("agent_files_browse").json;
  const listed = readListing([...files, { path: "/x/tasks", mode: "drwxr-xr-x", size: 4096 }]);
  expect(listed.map(({ name, isFolder, size }) => [name, isFolder, size])).toEqual([
    ["tasks", true, 4096],
    ["stderr", false, 614],
    ["stdout", false, 6],
  ]);
});

test("no path leads out of a sandbox", () => {
  expect(innerPath("../../etc/./passwd")).toBe("etc/passwd");
  expect(innerPath("a//b/")).toBe("a/b");
});
