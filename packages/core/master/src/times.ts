import type { TimeInfo } from "@mesos-ts/protos";
import type { TimeMs } from "./contract.ts";

/** A point in time as the messages have it. */
export function timeInfo(ms: TimeMs): TimeInfo {
  return { nanoseconds: Math.round(ms * 1e6) };
}

/** The reverse, for times out of the registry. */
export function fromTimeInfo(time: TimeInfo): TimeMs {
  return time.nanoseconds / 1e6;
}
