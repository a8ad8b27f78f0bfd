import { expect, it } from "vitest";
import { Timers } from "./timers.ts";

it("keeps deadlines at their distance when the system's clock is set", () => {
  const timers = new Timers();
  const ran: string[] = [];
  timers.follow(1_000_000, 50);
  timers.set("soon", 1_000_010, () => void ran.push("soon"));
  timers.set("late", 1_000_100, () => void ran.push("late"));
  // An hour back: ten milliseconds later the first is due, ninety later the second.
  timers.follow(1_000_005 - 3_600_000, 55);
  expect(timers.earliestMs()).toBe(1_000_010 - 3_600_000);
  timers.run(1_000_010 - 3_600_000);
  expect(ran).toEqual(["soon"]);
  timers.follow(1_000_020 + 3_600_000, 70);
  timers.run(1_000_099 + 3_600_000);
  expect(ran).toEqual(["soon"]);
  timers.run(1_000_100 + 3_600_000);
  expect(ran).toEqual(["soon", "late"]);
});

it("does not follow what every clock is adjusted by", () => {
  const timers = new Timers();
  timers.follow(1_000, 0);
  timers.set("due", 2_000, () => undefined);
  timers.follow(1_500, 499.5);
  expect(timers.earliestMs()).toBe(2_000);
});
