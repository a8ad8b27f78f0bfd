import type { Filters } from "@mesos-ts/protos";
import type { Core } from "./core.ts";

/** What `Filters.refuse_seconds` is when nobody says otherwise. */
const DEFAULT_REFUSE_SECONDS = 5;

const MAX_REFUSE_MS = 365 * 24 * 3_600_000;

/** Nanoseconds of longer durations overflow an int64; Mesos then takes the maximum. */
const LARGEST_SECONDS = 9_223_372_036;

/**
 * How long the framework does not want the resources again, in milliseconds; 0: no filter.
 *
 * Negative becomes the default, NaN and what no duration can hold become 365 days.
 */
export function refuseMs(core: Core, filters: Filters | undefined): number {
  const seconds = filters?.refuse_seconds ?? DEFAULT_REFUSE_SECONDS;
  if (seconds < 0) {
    core.log(
      "WARNING",
      `Using the default value of 'refuse_seconds' to create the filter because the input value is negative: ${seconds}`,
    );
    return DEFAULT_REFUSE_SECONDS * 1000;
  }
  if (Number.isNaN(seconds) || seconds > LARGEST_SECONDS) {
    core.log(
      "WARNING",
      `Using 365 days to create the filter because the input value of 'refuse_seconds' is invalid: ${seconds}`,
    );
    return MAX_REFUSE_MS;
  }
  return Math.min(seconds * 1000, MAX_REFUSE_MS);
}
