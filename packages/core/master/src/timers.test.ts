import { createRandom } from "@mesos-ts/base";
import { describe, expect, it } from "vitest";
import { type Alarm, type Timer, Timers } from "./timers.ts";

const offer = (offerId: string): Alarm => ({ type: "offer", offerId });

function takeAll(timers: Timers, nowMs: number): string[] {
  const ids: string[] = [];
  for (let alarm = timers.take(nowMs); alarm !== undefined; alarm = timers.take(nowMs)) {
    if (alarm.type === "offer") ids.push(alarm.offerId);
  }
  return ids;
}

describe("timers", () => {
  it("ring in time, those of the same time in the order they were set", () => {
    const timers = new Timers();
    timers.set(20, offer("c"));
    timers.set(10, offer("a"));
    timers.set(10, offer("b"));
    expect(timers.nextMs()).toBe(10);
    expect(takeAll(timers, 9)).toEqual([]);
    expect(takeAll(timers, 20)).toEqual(["a", "b", "c"]);
    expect(timers.nextMs()).toBeUndefined();
  });

  it("do not ring when they are cancelled, even many of them", () => {
    const timers = new Timers();
    const random = createRandom(1);
    const set: Timer[] = [];
    for (let index = 0; index < 5000; index++) {
      set.push(timers.set(random.int(1000), offer(String(index))));
    }
    for (const timer of set.slice(0, 4000)) timers.cancel(timer);
    for (const timer of set.slice(0, 4000)) timers.cancel(timer);
    const rung = takeAll(timers, 1000);
    expect(rung).toHaveLength(1000);
    const expected = set
      .slice(4000)
      .sort((a, b) => a.atMs - b.atMs || a.order - b.order)
      .map(({ alarm }) => (alarm.type === "offer" ? alarm.offerId : ""));
    expect(rung).toEqual(expected);
  });
});
