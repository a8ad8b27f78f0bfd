import { statSync } from "node:fs";

/** The version of Mesos whose protocols and files these are. */
export const MESOS_VERSION = "1.12.0";

/**
 * What `/version` and `/state` say of the build: the time of the source, for it runs from that.
 * `build_time` is in seconds since the epoch.
 */
export function buildInfo() {
  const built = Math.floor(statSync(new URL(import.meta.url)).mtimeMs / 1000);
  const date = new Date(built * 1000).toISOString();
  return {
    version: MESOS_VERSION,
    build_date: `${date.slice(0, 10)} ${date.slice(11, 19)} UTC`,
    build_time: built,
    build_user: "",
  };
}
