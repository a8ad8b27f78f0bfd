import { expect, test } from "vitest";
import { INTERVAL_MS, Poller, SOON_MS } from "../page/live/poller.ts";
import { FakeTimers } from "./fake-timers.test-support.ts";

function start({ tookMs = 0, fails = false } = {}) {
  const timers = new FakeTimers();
  const counts = { asked: 0 };
  const poller = new Poller({
    setTimer: timers.setTimer,
    clearTimer: timers.clearTimer,
    now: () => timers.nowMs,
    ask: async () => {
      counts.asked += 1;
      timers.nowMs += tookMs;
      if (fails) throw new Error("no answer");
    },
  });
  poller.start();
  return { timers, counts, poller };
}

test("asks at once, then now and then, also after a failure", async () => {
  const { timers, counts } = start({ fails: true });
  await timers.runNext();
  expect(timers.nextMs).toBe(INTERVAL_MS);
  await timers.runNext();
  expect(counts.asked).toBe(2);
});

test("asks soon when something happened, once however much it was", async () => {
  const { timers, poller } = start();
  await timers.runNext();
  poller.nudge();
  poller.nudge();
  expect(timers.nextMs).toBe(SOON_MS);
  await timers.runNext();
  expect(timers.nextMs).toBe(INTERVAL_MS);
});

test("a slow master is left in peace", async () => {
  const { timers, poller } = start({ tookMs: 1000 });
  await timers.runNext();
  poller.nudge();
  expect(timers.nextMs).toBe(20_000);
});

test("a stopped one asks no more", () => {
  const { timers, poller } = start();
  poller.stop();
  poller.nudge();
  expect(timers.nextMs).toBeUndefined();
});

test("hurries when something was done, however long the last answer took", async () => {
  const timers = new FakeTimers();
  let asked = 0;
  const poller = new Poller({
    ...timers,
    now: () => timers.nowMs,
    ask: async () => {
      asked += 1;
      timers.nowMs += 1000;
    },
  });
  poller.start();
  await timers.runNext();
  expect(timers.nextMs).toBeGreaterThan(10_000);
  poller.hurry();
  expect(timers.nextMs).toBe(0);
  await timers.runNext();
  expect(asked).toBe(2);
});
