import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  days,
  durationFromSeconds,
  formatDuration,
  fromNanoseconds,
  hours,
  MAX_DURATION,
  milliseconds,
  minutes,
  parseDuration,
  seconds,
  toNanoseconds,
  toSeconds,
  weeks,
  ZERO_DURATION,
} from "./duration.ts";
import { unwrap } from "./result.ts";

describe("parseDuration", () => {
  test.each([
    ["10secs", 10_000],
    ["5mins", 300_000],
    ["100ms", 100],
    ["1weeks", 604_800_000],
    ["2days", 172_800_000],
    ["1.5hrs", 5_400_000],
    [".5secs", 500],
    ["3.secs", 3000],
    ["250us", 0.25],
    ["7ns", 7e-6],
    ["0ns", 0],
    ["0.9ns", 0],
  ])("%s is %d ms", (text, ms) => {
    expect(parseDuration(text)).toEqual({ type: "ok", value: ms });
  });

  const units = "supported units are 'ns', 'us', 'ms', 'secs', 'mins', 'hrs', 'days', and 'weeks'";
  test.each([
    ["", "Invalid duration ''"],
    ["10", "Invalid duration '10'"],
    ["secs", "Failed to convert '' to number"],
    ["-1secs", "Failed to convert '' to number"],
    ["1.2.3secs", "Failed to convert '1.2.3' to number"],
    [".secs", "Failed to convert '.' to number"],
    ["10sec", `Unknown duration unit 'sec'; ${units}`],
    ["10 secs", `Unknown duration unit ' secs'; ${units}`],
    ["10SECS", `Unknown duration unit 'SECS'; ${units}`],
    ["1toString", `Unknown duration unit 'toString'; ${units}`],
    [
      "20000weeks",
      "Argument out of the range that a Duration can represent due to int64_t's size limit",
    ],
  ])("refuses '%s'", (text, error) => {
    expect(parseDuration(text)).toEqual({ type: "error", error });
  });
});

describe("formatDuration", () => {
  test.each([
    [ZERO_DURATION, "0ns"],
    [fromNanoseconds(999), "999ns"],
    [fromNanoseconds(1500), "1500ns"],
    [fromNanoseconds(2000), "2us"],
    [fromNanoseconds(1_500_000), "1500us"],
    [fromNanoseconds(1_500_001), "1.500001ms"],
    [milliseconds(15), "15ms"],
    [milliseconds(1500), "1500ms"],
    [fromNanoseconds(1_500_001_000), "1.500001secs"],
    [seconds(10), "10secs"],
    [minutes(1), "1mins"],
    [seconds(75), "75secs"],
    [minutes(75), "75mins"],
    [minutes(10), "10mins"],
    [hours(1), "1hrs"],
    [days(1), "1days"],
    [hours(25), "25hrs"],
    [weeks(1), "1weeks"],
    [days(10), "10days"],
    [hours(200), "1.19047619047619weeks"],
    [seconds(-10), "-10secs"],
    [MAX_DURATION, "15250.2844524715weeks"],
  ])("%d ms is %s", (duration, text) => {
    expect(formatDuration(duration)).toBe(text);
  });

  test("reads back as itself, to 15 digits", () => {
    const unit = fc.constantFrom("ns", "us", "ms", "secs", "mins", "hrs", "days", "weeks");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), unit, (count, name) => {
        const duration = unwrap(parseDuration(`${count}${name}`));
        const text = formatDuration(duration);
        const again = unwrap(parseDuration(text));
        expect(Math.abs(again - duration)).toBeLessThanOrEqual(duration * 1e-14);
        expect(again).toBe(text.includes(".") ? again : duration);
      }),
    );
  });
});

describe("conversions", () => {
  test("nanoseconds survive", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 51), max: 2 ** 51 }), (ns) => {
        expect(toNanoseconds(fromNanoseconds(ns))).toBe(BigInt(ns));
      }),
    );
  });

  test("the longest duration stays inside int64", () => {
    expect(toNanoseconds(MAX_DURATION)).toBe(2n ** 63n - 1n);
    expect(toNanoseconds(milliseconds(-MAX_DURATION * 2))).toBe(-(2n ** 63n));
  });

  test("seconds as a double", () => {
    expect(durationFromSeconds(1.5)).toEqual({ type: "ok", value: 1500 });
    expect(toSeconds(milliseconds(1500))).toBe(1.5);
    expect(durationFromSeconds(1e10).type).toBe("error");
    expect(durationFromSeconds(Number.NaN).type).toBe("error");
  });
});
