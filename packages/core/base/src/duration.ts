import type { Brand } from "./brand.ts";
import { formatDouble15, parseDouble } from "./number-text.ts";
import { err, ok, type Result } from "./result.ts";

/**
 * A length of time in **milliseconds**, possibly fractional, possibly negative.
 *
 * Being milliseconds it adds to timestamps and goes into timers as it is. Text and the wire count
 * in nanoseconds; a duration made from nanoseconds gives the same nanoseconds back (exactly up to
 * 26 days, and beyond that for whole milliseconds).
 */
export type Duration = Brand<number, "Duration">;

const NS_PER_MS = 1e6;

const UNIT_NS = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  secs: 1e9,
  mins: 60e9,
  hrs: 3_600e9,
  days: 86_400e9,
  weeks: 604_800e9,
} as const;

type Unit = keyof typeof UNIT_NS;

/** Smallest to largest: formatting steps down from a unit to the one before it. */
const UNITS: readonly Unit[] = ["ns", "us", "ms", "secs", "mins", "hrs", "days", "weeks"];

/** int64's limit: what a Mesos duration can hold, in nanoseconds. */
const MAX_NS = 2 ** 63;

const OUT_OF_RANGE =
  "Argument out of the range that a Duration can represent due to int64_t's size limit";

export const ZERO_DURATION = 0 as Duration;

/** The longest duration Mesos can hold (2^63 - 1 ns, about 292 years). */
export const MAX_DURATION = (MAX_NS / NS_PER_MS) as Duration;

export function milliseconds(value: number): Duration {
  return value as Duration;
}

export function seconds(value: number): Duration {
  return (value * 1e3) as Duration;
}

export function minutes(value: number): Duration {
  return (value * 60e3) as Duration;
}

export function hours(value: number): Duration {
  return (value * 3_600e3) as Duration;
}

export function days(value: number): Duration {
  return (value * 86_400e3) as Duration;
}

export function weeks(value: number): Duration {
  return (value * 604_800e3) as Duration;
}

/** From a count of nanoseconds (`DurationInfo.nanoseconds` on the wire). */
export function fromNanoseconds(value: number | bigint): Duration {
  return (Number(value) / NS_PER_MS) as Duration;
}

/** As a whole count of nanoseconds, within int64. */
export function toNanoseconds(duration: Duration): bigint {
  const ns = BigInt(wholeNanoseconds(duration));
  const max = 2n ** 63n - 1n;
  return ns > max ? max : ns < -max - 1n ? -max - 1n : ns;
}

export function toSeconds(duration: Duration): number {
  return duration / 1e3;
}

/** Rule of stout's `Duration::create`: seconds as a double, refused outside int64 nanoseconds. */
export function durationFromSeconds(value: number): Result<Duration> {
  const ns = value * UNIT_NS.secs;
  if (!(ns <= MAX_NS && ns >= -MAX_NS)) {
    return err(OUT_OF_RANGE);
  }
  return ok(fromNanoseconds(Math.trunc(ns)));
}

/**
 * Reads `<number><unit>`: digits with an optional fraction, then one of
 * ns, us, ms, secs, mins, hrs, days, weeks. No sign, no spaces (rule of stout's `Duration::parse`).
 */
export function parseDuration(text: string): Result<Duration> {
  const start = text.search(/[^0-9.]/);
  if (start === -1) {
    return err(`Invalid duration '${text}'`);
  }
  const value = parseDouble(text.slice(0, start));
  if (value.type === "error") {
    return value;
  }
  const unit = text.slice(start);
  if (!isUnit(unit)) {
    return err(
      `Unknown duration unit '${unit}'; supported units are 'ns', 'us', 'ms', 'secs', 'mins', 'hrs', 'days', and 'weeks'`,
    );
  }
  const ns = value.value * UNIT_NS[unit];
  return ns > MAX_NS ? err(OUT_OF_RANGE) : ok(fromNanoseconds(Math.trunc(ns)));
}

/**
 * Mesos's text of a duration: the largest unit that it fills, or the unit below when only that one
 * gives a whole number (`10days`, not `1.42857142857143weeks`); 15 significant digits.
 */
export function formatDuration(duration: Duration): string {
  const total = wholeNanoseconds(duration);
  const sign = total < 0 ? "-" : "";
  const ns = Math.abs(total);
  let bucket = 0;
  for (let index = 1; index < UNITS.length && ns >= unitNs(index); index++) {
    bucket = index;
  }
  const below = bucket - 1;
  if (bucket > 0 && ns % unitNs(bucket) !== 0 && ns % unitNs(below) === 0) {
    bucket = below;
  }
  return `${sign}${formatDouble15(ns / unitNs(bucket))}${UNITS[bucket] ?? "ns"}`;
}

function unitNs(index: number): number {
  return UNIT_NS[UNITS[index] ?? "ns"];
}

function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNIT_NS, text);
}

function wholeNanoseconds(duration: Duration): number {
  return Math.round(duration * NS_PER_MS);
}
