import { describe, expect, it } from "vitest";
import { checkHistory, checkTask, differences } from "./checks.ts";
import type { Entry, RegisterAccess } from "./history.ts";
import type { TaskRecord } from "./task-book.ts";

const task = (state: string, isKilled = false): TaskRecord => ({
  id: "t",
  agent: "a",
  state,
  toldMs: 5,
  isKilled,
});

const told = (state: string, message = "") => ({
  kind: "status" as const,
  ms: 1,
  framework: "f",
  task: "t",
  state,
  source: "SOURCE_EXECUTOR",
  reason: "",
  uuid: "u",
  message,
});

const account = (
  record: TaskRecord,
  starts: number,
  ends: number,
  states: readonly string[] = [record.state],
) =>
  checkTask({
    record,
    traces: { pids: Array.from({ length: starts }, (_, i) => i + 1), ends },
    statuses: states.map((state) => told(state, "why")),
  }).map(({ text }) => text);

describe("the account of a task", () => {
  it.each<[string, string[]]>([
    ["finished", account(task("TASK_FINISHED"), 1, 1, ["TASK_RUNNING", "TASK_FINISHED"])],
    ["finished, and told so twice", account(task("TASK_FINISHED"), 1, 1, ["TASK_FINISHED"])],
    ["still runs", account(task("TASK_RUNNING"), 1, 0)],
    ["killed on request", account(task("TASK_KILLED", true), 1, 0)],
    ["killed on request before it began", account(task("TASK_KILLED", true), 0, 0)],
    ["never reached its agent", account(task("TASK_LOST"), 0, 0)],
    ["dropped before it began", account(task("TASK_DROPPED"), 0, 0)],
    ["lost and found", account(task("TASK_RUNNING"), 1, 0, ["TASK_LOST", "TASK_RUNNING"])],
  ])("is right: %s", (_, violations) => expect(violations).toEqual([]));

  it.each<[string, string[], string]>([
    ["ran twice", account(task("TASK_RUNNING"), 2, 0), "its process was started 2 times: 1,2"],
    [
      "two ends",
      account(task("TASK_FINISHED"), 1, 1, ["TASK_FINISHED", "TASK_GONE"]),
      "it ended in more than one way: TASK_FINISHED, TASK_GONE",
    ],
    ["failed", account(task("TASK_FAILED"), 1, 0), "TASK_FAILED: why"],
    ["killed by nobody", account(task("TASK_KILLED"), 1, 0), "nobody asked for it"],
    ["not finished", account(task("TASK_FINISHED"), 1, 0), "never came to its end"],
    ["lost for ever", account(task("TASK_LOST"), 1, 0), "it ran, and at the end it is TASK_LOST"],
    [
      "told that it ran, then that it is gone",
      account(task("TASK_GONE"), 0, 0, ["TASK_RUNNING", "TASK_GONE"]),
      "it ran, and at the end it is TASK_GONE",
    ],
  ])("is wrong: %s", (_, violations, text) => {
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(text);
  });
});

describe("schedulers and the table of processes", () => {
  const running = new Map([["t", [7, 8]]]);
  it.each<[string, readonly TaskRecord[], ReadonlyMap<string, readonly number[]>, string[]]>([
    ["agree that it runs", [task("TASK_RUNNING")], running, []],
    ["agree that it has ended", [task("TASK_FINISHED")], new Map(), []],
    ["agree that it is lost", [task("TASK_LOST")], new Map(), []],
    [
      "no process",
      [task("TASK_RUNNING")],
      new Map(),
      ["task t is TASK_RUNNING and has no process"],
    ],
    ["unknown process", [], running, ["task t is unknown and has processes 7,8"]],
    ["ended", [task("TASK_KILLED")], running, ["task t is TASK_KILLED and has processes 7,8"]],
    ["lost", [task("TASK_LOST")], running, ["task t is TASK_LOST and has processes 7,8"]],
    ["undecided", [task("TASK_STAGING")], new Map(), ["task t is still TASK_STAGING"]],
    ["out of reach", [task("TASK_UNREACHABLE")], new Map(), ["task t is still TASK_UNREACHABLE"]],
  ])("%s", (_, tasks, processes, found) => expect(differences(tasks, processes)).toEqual(found));
});

const access = (
  kind: RegisterAccess["access"],
  value: number,
  startMs: number,
  register = "weight",
): Entry => ({
  kind: "register",
  register,
  access: kind,
  value,
  startMs,
  endMs: startMs + 1,
  ms: startMs + 1,
  master: "127.0.0.1:1",
});

const names = new Map([["127.0.0.1:1", "master-0"]]);
const texts = (...entries: Entry[]) =>
  checkHistory(entries, names).violations.map(({ text }) => text);

describe("a history", () => {
  it("tells its registers apart", () =>
    expect(texts(access("write", 1, 0), access("read", 0, 5, "limit"))).toEqual([]));

  it("shows a lost write", () =>
    expect(texts(access("write", 1, 0), access("read", 0, 5))[0]).toContain(
      "an acknowledged write was lost or reordered",
    ));

  it("forgives a leader its last reads, not its writes", () => {
    const end: Entry = { kind: "process", name: "master-0", what: "ended", ms: 100 };
    const late = checkHistory([access("write", 1, 0), access("read", 0, 5), end], names);
    expect(late).toEqual({ violations: [], lateReads: 1 });
    const other: Entry = { ...end, name: "master-1" };
    expect(texts(access("write", 1, 0), access("read", 0, 5), other)).toHaveLength(1);
    const long: Entry = { ...end, ms: 10_000 };
    expect(texts(access("write", 1, 0), access("read", 0, 5), long)).toHaveLength(1);
    expect(texts(access("read", 2, 0), access("write", 2, 5), end)).toEqual([]);
    expect(texts(access("write", 1, 0), access("write", 2, 5), end)).toEqual([]);
  });

  it("shows an agent with a new id", () => {
    const agents = (ids: Record<string, string>, ms: number): Entry => ({
      kind: "agents",
      master: "m",
      ids,
      ms,
    });
    expect(texts(agents({ a: "S0", b: "S1" }, 1), agents({ b: "S1" }, 2))).toEqual([]);
    expect(texts(agents({ a: "S0" }, 1), agents({}, 2), agents({ a: "S2" }, 3))).toEqual([
      "a was S0 and is S2",
    ]);
  });

  it("shows what frameworks were told, but that they came again", () => {
    const error = (text: string): Entry => ({ kind: "error", framework: "f", text, ms: 1 });
    expect(texts(error("Framework failed over"))).toEqual([]);
    expect(texts(error("Framework has been removed"))).toHaveLength(1);
  });
});
