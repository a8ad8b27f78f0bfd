import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../fixtures");

/** JSON as a test looks into it: every step is a guess that the comparison checks. */
export type Json = readonly Json[] & { readonly [key: string]: Json } & string;

/** An exchange as it was recorded. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly json?: Json;
}

/** A recording of Apache Mesos, by its path in the fixtures' folder. */
export function recording<T>(path: string): T {
  return JSON.parse(readFileSync(join(folder, path), "utf8")) as T;
}

/** Text or JSON with another's names for things: each pair is what to replace, and with what. */
export function renamed<T>(value: T, names: readonly (readonly [string | RegExp, string])[]): T {
  let text = JSON.stringify(value);
  for (const [from, to] of names) text = text.replaceAll(from, to);
  return JSON.parse(text) as T;
}

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;

/** What differs from run to run: random ids, times, process ids, durations. */
export function timeless<T>(value: T): T {
  return renamed(value, [
    [UUID, "UUID"],
    [/"uuid":"[^"]+"/g, '"uuid":"UUID"'],
    [/"timestamp":[\d.]+/g, '"timestamp":0'],
    [/"executor_pid":\d+/g, '"executor_pid":1'],
    [/"nanoseconds":[1-9]\d*/g, '"nanoseconds":1'],
  ]);
}
