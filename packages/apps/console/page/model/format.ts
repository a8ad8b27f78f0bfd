/** Numbers, sizes, times and ids as people read them. Pure: the time of day is an argument. */

import type { Scalar } from "./resources.ts";

const MIB_UNITS = ["MB", "GB", "TB", "PB"] as const;
const BYTE_UNITS = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** At most `digits` decimals, and none that say nothing. */
function trimmed(value: number, digits: number): string {
  return value.toFixed(digits).replace(/\.?0+$/, "");
}

function scaled(value: number, units: readonly string[]): string {
  let unit = 0;
  let rest = value;
  while (rest >= 1024 && unit < units.length - 1) {
    rest /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || rest >= 100 ? 0 : 1;
  return `${digits === 0 ? Math.round(rest) : trimmed(rest, digits)} ${units[unit]}`;
}

/** A number of CPUs or GPUs: `0.1`, `4`, `12.25`. */
export function formatCount(value: number): string {
  return value === 0 ? "0" : trimmed(value, Math.abs(value) < 10 ? 2 : 1);
}

/** Memory and disk, which Mesos counts in MiB. */
export function formatMebibytes(mebibytes: number): string {
  return mebibytes > 0 && mebibytes < 1 ? "< 1 MB" : scaled(mebibytes, MIB_UNITS);
}

export function formatBytes(bytes: number): string {
  return scaled(bytes, BYTE_UNITS);
}

export function formatScalar(name: Scalar, value: number): string {
  return name === "mem" || name === "disk" ? formatMebibytes(value) : formatCount(value);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time with its two largest units: `45 s`, `3 min`, `2 h 5 min`, `12 d 4 h`.
 */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return `${whole} s`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)} min`;
  if (whole < DAY) return pair(whole, HOUR, "h", MINUTE, "min");
  return pair(whole, DAY, "d", HOUR, "h");
}

function pair(
  seconds: number,
  large: number,
  largeUnit: string,
  small: number,
  smallUnit: string,
): string {
  const rest = Math.floor((seconds % large) / small);
  const first = `${Math.floor(seconds / large)} ${largeUnit}`;
  return rest === 0 ? first : `${first} ${rest} ${smallUnit}`;
}

/**
 * How long ago something was: `just now`, `12 s ago`, `3 h ago`. One unit is enough here. What is
 * to come is `in 1 h 5 min`.
 */
export function formatAgo(thenSeconds: number, nowSeconds: number): string {
  const seconds = Math.floor(nowSeconds - thenSeconds);
  // Clocks differ by some seconds.
  if (seconds <= -MINUTE) return `in ${formatDuration(-seconds)}`;
  if (seconds < 2) return "just now";
  if (seconds < MINUTE) return `${seconds} s ago`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ago`;
  if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)} h ago`;
  return `${Math.floor(seconds / DAY)} d ago`;
}

/** An id that is not longer than this stays whole. */
const WHOLE_ID_LENGTH = 22;

const UUID_START = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(-.{1,12})?$/i;

/**
 * An id short enough for a table. Ids that a master made keep the end that tells them apart:
 * `e7e97cb5…-S0`.
 */
export function shortId(id: string): string {
  const made = UUID_START.exec(id);
  if (made !== null) return `${id.slice(0, 8)}…${made[1] ?? id.slice(-4)}`;
  return id.length <= WHOLE_ID_LENGTH ? id : `${id.slice(0, 10)}…${id.slice(-10)}`;
}

/** `TASK_RUNNING` → `Running`, `TASK_GONE_BY_OPERATOR` → `Gone by operator`. */
export function stateLabel(state: string): string {
  const words = state
    .replace(/^TASK_/, "")
    .toLowerCase()
    .replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
