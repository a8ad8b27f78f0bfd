/** Recordings of an Apache Mesos master, for replays. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../testing/fixtures");

/** A recording as it is: JSON of many shapes. */
export function recording<T>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8")) as T;
}
