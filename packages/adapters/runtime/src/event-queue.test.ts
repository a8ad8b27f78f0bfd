import { expect, it } from "vitest";
import { EventQueue } from "./event-queue.ts";

it("hands on one event at a time, the first before those that came early", () => {
  const queue = new EventQueue<string>("test");
  const seen: string[] = [];
  queue.push("early");
  queue.open("start", (event) => {
    seen.push(`begin ${event}`);
    if (event === "start") queue.push("from within");
    seen.push(`end ${event}`);
  });
  queue.push("later");
  expect(seen).toEqual(
    ["start", "early", "from within", "later"].flatMap((event) => [
      `begin ${event}`,
      `end ${event}`,
    ]),
  );
});

it("goes on after an event whose handling threw", () => {
  const queue = new EventQueue<string>("test");
  const seen: string[] = [];
  const handle = (event: string): void => {
    seen.push(event);
    if (event === "bad") throw new Error("bad");
  };
  queue.open("start", handle);
  expect(() => queue.push("bad")).toThrow("bad");
  queue.push("good");
  expect(seen).toEqual(["start", "bad", "good"]);
});

it("hands on nothing once closed", () => {
  const queue = new EventQueue<string>("test");
  const seen: string[] = [];
  queue.open("start", (event) => {
    seen.push(event);
    queue.push("waiting");
    queue.close();
  });
  queue.push("late");
  expect(seen).toEqual(["start"]);
  expect(queue.isClosed).toBe(true);
});

it("says whose events are too many", () => {
  const queue = new EventQueue<number>("agent");
  for (let i = 0; i < 1_000_000; i++) queue.push(i);
  expect(() => queue.push(0)).toThrow("More than 1000000 events wait for the agent");
});

it("tells what waits", () => {
  const queue = new EventQueue<string>("test");
  queue.push("early");
  expect(queue.waiting).toEqual(["early"]);
  queue.open("start", () => {});
  expect(queue.waiting).toEqual([]);
});
