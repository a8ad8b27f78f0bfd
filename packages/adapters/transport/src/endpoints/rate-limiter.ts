import { parseDuration, parseInteger } from "@mesos-ts/base";

/** A rate: so many permits per interval. */
export type Rate = { readonly permits: number; readonly intervalMs: number };

/** `/metrics/snapshot` unless LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT says otherwise. */
export const DEFAULT_SNAPSHOT_RATE: Rate = { permits: 2, intervalMs: 1000 };

/** Requests that wait for a permit at one time; more are refused. */
export const MAX_WAITING_FOR_PERMIT = 1000;

const MAX_PERMITS = 2 ** 31 - 1;

/**
 * Reads LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT: `<number of requests>/<duration>`, empty
 * for no limit, unset for the default. Undefined is no limit.
 */
export function parseSnapshotRate(
  text: string | undefined,
): { readonly rate: Rate | undefined } | { readonly error: string } {
  if (text === undefined) return { rate: DEFAULT_SNAPSHOT_RATE };
  if (text === "") return { rate: undefined };
  const refuse = (why: string) => ({
    error:
      `Failed to parse LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT '${text}'` +
      ` (format is <number of requests>/<interval duration>)${why}`,
  });
  const [count = "", interval = "", ...rest] = text.split("/").filter((part) => part !== "");
  if (interval === "" || rest.length > 0) return refuse("");
  const permits = parseInteger(count, 1, MAX_PERMITS);
  if (permits.type === "error") {
    return refuse(`: Failed to parse the number of requests: ${permits.error}`);
  }
  const duration = parseDuration(interval);
  if (duration.type === "error") return refuse(`: Failed to parse the interval: ${duration.error}`);
  if (duration.value <= 0) return refuse(": Failed to parse the interval: it is not positive");
  return { rate: { permits: permits.value, intervalMs: duration.value } };
}

/** Lets callers through at a steady rate, in order. */
export class RateLimiter {
  readonly #spacingMs: number;
  #nextAt = 0;
  #waiting = 0;

  constructor(rate: Rate) {
    this.#spacingMs = rate.intervalMs / rate.permits;
  }

  /** Resolves to true when it is the caller's turn, to false when too many wait. */
  acquire(): Promise<boolean> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt);
    if (this.#waiting >= MAX_WAITING_FOR_PERMIT) return Promise.resolve(false);
    this.#nextAt = at + this.#spacingMs;
    if (at <= now) return Promise.resolve(true);
    this.#waiting += 1;
    return new Promise((resolve) => {
      setTimeout(() => {
        this.#waiting -= 1;
        resolve(true);
      }, at - now).unref();
    });
  }
}
