import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPage, formatRoute, type Page, parseRoute, sectionOf } from "../page/model/route.ts";

const EXECUTOR = { type: "executor", agentId: "a-S0", frameworkId: "f", executorId: "e" } as const;

test.each<[string, Page]>([
  ["", { type: "overview" }],
  ["#", { type: "overview" }],
  ["#/", { type: "overview" }],
  ["#/tasks", { type: "tasks" }],
  ["#/tasks/", { type: "tasks" }],
  ["#/roles", { type: "roles" }],
  ["#/offers", { type: "offers" }],
  ["#/maintenance", { type: "maintenance" }],
  ["#/log", { type: "log" }],
  ["#/agents/a-S0", { type: "agent", id: "a-S0" }],
  ["#/agents/a-S0/log", { type: "agent-log", id: "a-S0" }],
  ["#/slaves/a-S0", { type: "agent", id: "a-S0" }],
  ["#/agents/a-S0/frameworks/f", { type: "agent", id: "a-S0" }],
  ["#/agents/a-S0/frameworks/f/executors/e", { ...EXECUTOR, path: "" }],
  ["#/agents/a-S0/frameworks/f/executors/e/browse", { ...EXECUTOR, path: "" }],
  ["#/agents/a-S0/frameworks/f/executors/e/browse/x/y", { ...EXECUTOR, path: "x/y" }],
  ["#/frameworks/f-0000", { type: "framework", id: "f-0000" }],
  ["#/tasks/f/t", { type: "task", frameworkId: "f", taskId: "t" }],
  ["#/tasks/f", { type: "unknown", hash: "#/tasks/f" }],
  ["#/sandbox/f/t/logs/", { type: "sandbox", frameworkId: "f", taskId: "t", path: "logs/" }],
  ["#/sandbox/f/t/a%20b/c", { type: "sandbox", frameworkId: "f", taskId: "t", path: "a b/c" }],
  ["#/tasks/%E0%A4%A/x", { type: "task", frameworkId: "%E0%A4%A", taskId: "x" }],
  ["#/nowhere", { type: "unknown", hash: "#/nowhere" }],
])("%s", (hash, page) => {
  expect(parseRoute(hash)).toEqual({ page, query: {} });
});

describe("how a page is looked at", () => {
  test("follows a question mark", () => {
    expect(parseRoute("#/tasks?show=completed&find=web%20x")).toEqual({
      page: { type: "tasks" },
      query: { show: "completed", find: "web x" },
    });
  });

  test("is left out where it is empty", () => {
    const page: Page = { type: "tasks" };
    expect(formatRoute({ page, query: { find: "", sort: "-started" } })).toBe(
      "#/tasks?sort=-started",
    );
    expect(formatRoute({ page, query: {} })).toBe("#/tasks");
  });
});

test("what is formatted is read again, whatever ids and files are called", () => {
  const id = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(id, id, fc.array(id), (frameworkId, taskId, parts) => {
      const path = parts.map((part) => part.replaceAll("/", "_")).join("/");
      const pages: Page[] = [
        { type: "task", frameworkId, taskId },
        { type: "sandbox", frameworkId, taskId, path },
        { type: "agent", id: taskId },
        { type: "executor", agentId: "a", frameworkId, executorId: taskId, path },
      ];
      for (const page of pages) expect(parseRoute(formatPage(page)).page).toEqual(page);
    }),
  );
});

test("the navigation knows where a page belongs", () => {
  expect(sectionOf({ type: "agent-log", id: "a" })).toBe("agents");
  expect(sectionOf({ type: "sandbox", frameworkId: "f", taskId: "t", path: "" })).toBe("tasks");
});
