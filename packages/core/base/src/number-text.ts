import { err, ok, type Result } from "./result.ts";

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const UNSIGNED = /^\d+$/;
const SIGNED = /^[+-]?\d+$/;
const HEXADECIMAL = /^-?0[xX][0-9a-fA-F]+$/;

/** Largest number of characters of a number that is worth reading. */
const MAX_NUMBER_LENGTH = 400;

function refuse(text: string): Result<never> {
  return err(`Failed to convert '${text}' to number`);
}

/** Decimal text (`1`, `.5`, `2.`, `1e3`) or hexadecimal integer (`0x1f`) as a double; stout's `numify<double>`. */
export function parseDouble(text: string): Result<number> {
  if (text.length > MAX_NUMBER_LENGTH) {
    return refuse(text);
  }
  if (HEXADECIMAL.test(text)) {
    return ok(text.startsWith("-") ? -Number(text.slice(1)) : Number(text));
  }
  if (/^[+-]?inf(?:inity)?$/i.test(text)) {
    return ok(text.startsWith("-") ? -Infinity : Infinity);
  }
  return DECIMAL.test(text) ? ok(Number(text)) : refuse(text);
}

/** Integer text within `min..max` (inclusive), decimal or hexadecimal; stout's `numify` of an integer type. */
export function parseInteger(text: string, min: number, max: number): Result<number> {
  const isNumber = SIGNED.test(text) || HEXADECIMAL.test(text);
  if (text.length > MAX_NUMBER_LENGTH || !isNumber) {
    return refuse(text);
  }
  const negative = text.startsWith("-");
  const magnitude = Number(/^[+-]/.test(text) ? text.slice(1) : text);
  const value = negative && magnitude !== 0 ? -magnitude : magnitude;
  return value >= min && value <= max ? ok(value) : refuse(text);
}

/** Digits only, up to 2^64 - 1. */
export function parseUnsigned64(text: string): Result<bigint> {
  if (text.length > MAX_NUMBER_LENGTH || !UNSIGNED.test(text)) {
    return refuse(text);
  }
  const value = BigInt(text);
  return value < 1n << 64n ? ok(value) : refuse(text);
}

/** A double with at most 15 significant digits, as C++ streams print it at `digits10` precision. */
export function formatDouble15(value: number): string {
  return String(Number(value.toPrecision(15)));
}
