import type { Brand } from "./brand.ts";
import { parseUnsigned64 } from "./number-text.ts";
import { err, ok, type Result } from "./result.ts";

/** A size in **bytes**: a whole number, never negative. Exact up to 2^53 (8 PB). */
export type Bytes = Brand<number, "Bytes">;

const UNIT_BYTES = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
} as const;

type Unit = keyof typeof UNIT_BYTES;

const LARGEST_FIRST: readonly Unit[] = ["TB", "GB", "MB", "KB"];

export function bytes(value: number): Bytes {
  return value as Bytes;
}

export function kilobytes(value: number): Bytes {
  return (value * UNIT_BYTES.KB) as Bytes;
}

export function megabytes(value: number): Bytes {
  return (value * UNIT_BYTES.MB) as Bytes;
}

export function gigabytes(value: number): Bytes {
  return (value * UNIT_BYTES.GB) as Bytes;
}

export function terabytes(value: number): Bytes {
  return (value * UNIT_BYTES.TB) as Bytes;
}

/** Whole digits, then B, KB, MB, GB or TB in either case (rule of stout's `Bytes::parse`). */
export function parseBytes(text: string): Result<Bytes> {
  const start = text.search(/[^0-9]/);
  if (start === -1) {
    return err(`Invalid bytes '${text}'`);
  }
  if (text[start] === ".") {
    return err(`Fractional bytes '${text}'`);
  }
  const value = parseUnsigned64(text.slice(0, start));
  if (value.type === "error") {
    return value;
  }
  const unit = text.slice(start).toUpperCase();
  if (!isUnit(unit)) {
    return err(`Unknown bytes unit '${unit}'`);
  }
  const total = value.value * BigInt(UNIT_BYTES[unit]);
  // Apache Mesos wraps around silently here; a size that is not what was asked for helps nobody.
  if (total >= 1n << 64n) {
    return err(`Bytes '${text}' are more than 64 bits can hold`);
  }
  return ok(Number(total) as Bytes);
}

/** In the largest unit that loses nothing: `1536B`, `2KB`, `10GB`; zero is `0B`. */
export function formatBytes(size: Bytes): string {
  if (size !== 0) {
    for (const unit of LARGEST_FIRST) {
      if (size % UNIT_BYTES[unit] === 0) {
        return `${BigInt(size / UNIT_BYTES[unit])}${unit}`;
      }
    }
  }
  return `${BigInt(size)}B`;
}

function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNIT_BYTES, text);
}
