import { afterEach, describe, expect, test, vi } from "vitest";
import { createManualClock, createSystemClock } from "./clock.ts";

describe("manual clock", () => {
  test("fires due timers in order, each at its own time", () => {
    const clock = createManualClock(1000);
    const fired: string[] = [];
    const note = (name: string) => () => fired.push(`${name}@${clock.now()}`);
    clock.setTimer(20, note("c"));
    clock.setTimer(10, note("a"));
    clock.setTimer(10, note("b"));
    clock.setTimer(-5, note("z"));
    clock.setTimer(21, note("late"));
    expect(clock.nextTimerAt()).toBe(1000);
    clock.advance(20);
    expect(fired).toEqual(["z@1000", "a@1010", "b@1010", "c@1020"]);
    expect(clock.now()).toBe(1020);
    expect(clock.monotonic()).toBe(20);
    expect(clock.pending).toBe(1);
  });

  test("timers may make and cancel timers", () => {
    const clock = createManualClock();
    const fired: string[] = [];
    const doomed = clock.setTimer(5, () => fired.push("doomed"));
    clock.setTimer(1, () => {
      doomed.cancel();
      doomed.cancel();
      clock.setTimer(1, () => fired.push(`child@${clock.now()}`));
    });
    clock.advance(10);
    expect(fired).toEqual(["child@2"]);
    expect(clock.nextTimerAt()).toBeUndefined();
  });

  test("refuses to go back, and timers without end", () => {
    const clock = createManualClock();
    expect(() => clock.advance(-1)).toThrow("does not go back");
    const again = (): void => void clock.setTimer(0, again);
    again();
    expect(() => clock.advance(1)).toThrow("without end");
  });
});

describe("system clock", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("tells the time with fractions", () => {
    const clock = createSystemClock();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
    const samples = Array.from({ length: 100 }, () => clock.now());
    expect(samples.some((sample) => !Number.isInteger(sample))).toBe(true);
    expect(clock.monotonic()).toBeLessThanOrEqual(clock.monotonic());
  });

  test("follows a step of the system's clock", () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    const clock = createSystemClock();
    expect(Math.abs(clock.now() - 1_000_000)).toBeLessThan(10);
    vi.setSystemTime(5_000_000);
    expect(Math.abs(clock.now() - 5_000_000)).toBeLessThan(10);
    vi.setSystemTime(2_000_000);
    expect(Math.abs(clock.now() - 2_000_000)).toBeLessThan(10);
  });

  test("timers, longer than Node's too", () => {
    vi.useFakeTimers();
    const clock = createSystemClock({ keepAlive: false });
    const fired: string[] = [];
    const month = 30 * 86_400_000;
    clock.setTimer(month, () => fired.push("month"));
    clock.setTimer(5, () => fired.push("soon"));
    clock.setTimer(5, () => fired.push("never")).cancel();
    vi.advanceTimersByTime(month - 1);
    expect(fired).toEqual(["soon"]);
    vi.advanceTimersByTime(1);
    expect(fired).toEqual(["soon", "month"]);
  });
});
