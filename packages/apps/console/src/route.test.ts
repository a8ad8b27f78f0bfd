import fc from "fast-check";
import { expect, test } from "vitest";
import { formatRoute, parseRoute, type Route } from "#page/route.js";

test.each<[string, Route]>([
  ["", { type: "overview" }],
  ["#", { type: "overview" }],
  ["#/", { type: "overview" }],
  ["#/tasks", { type: "tasks" }],
  ["#/tasks/", { type: "tasks" }],
  ["#/agents/a-S0", { type: "agent", id: "a-S0" }],
  ["#/frameworks/f-0000", { type: "framework", id: "f-0000" }],
  ["#/tasks/f/t", { type: "task", frameworkId: "f", taskId: "t" }],
  ["#/tasks/f", { type: "unknown", hash: "#/tasks/f" }],
  ["#/sandbox/f/t/logs/", { type: "sandbox", frameworkId: "f", taskId: "t", path: "logs/" }],
  ["#/sandbox/f/t/a%20b/c", { type: "sandbox", frameworkId: "f", taskId: "t", path: "a b/c" }],
  ["#/tasks/%E0%A4%A/x", { type: "task", frameworkId: "%E0%A4%A", taskId: "x" }],
  ["#/nowhere", { type: "unknown", hash: "#/nowhere" }],
])("%s", (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test("what is formatted is read again, whatever ids and files are called", () => {
  const id = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(id, id, fc.array(id), (frameworkId, taskId, parts) => {
      const path = parts.map((part) => part.replaceAll("/", "_")).join("/");
      const routes: Route[] = [
        { type: "task", frameworkId, taskId },
        { type: "sandbox", frameworkId, taskId, path },
        { type: "agent", id: taskId },
      ];
      for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
});
