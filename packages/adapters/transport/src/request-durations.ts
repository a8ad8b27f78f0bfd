import { Histogram, type HistogramSeries } from "./prometheus/histogram.ts";
import type { Route } from "./router.ts";

/** Told of each request that a route's handler has answered. */
export type RequestObserver = (route: Route, status: number, durationMs: number) => void;

/** How long requests take, by endpoint and status: from the whole request to its reply's begin. */
export class RequestDurations {
  readonly histogram = new Histogram({
    name: "mesos_http_request_duration_seconds",
    help: "Time from a whole request to the begin of its reply, by endpoint and status.",
  });
  readonly #series = new WeakMap<Route, Map<number, HistogramSeries>>();

  readonly observe: RequestObserver = (route, status, durationMs) => {
    const byStatus = this.#series.get(route) ?? new Map<number, HistogramSeries>();
    this.#series.set(route, byStatus);
    const series = byStatus.get(status) ?? this.#make(route, status);
    byStatus.set(status, series);
    series.observe(durationMs / 1000);
  };

  #make({ processId, name }: Route, status: number): HistogramSeries {
    const endpoint = name === "/" ? `/${processId}` : `/${processId}${name}`;
    return this.histogram.series([
      ["endpoint", endpoint],
      ["code", String(status)],
    ]);
  }
}
