import { MetricCatalogue } from "./prometheus/catalogue.ts";
import type { Histogram } from "./prometheus/histogram.ts";

/** Samples that a timer keeps for its percentiles. */
export const MAX_TIMER_SAMPLES = 1000;
const QUANTILES: readonly (readonly [string, number])[] = [
  ["/p50", 0.5],
  ["/p90", 0.9],
  ["/p95", 0.95],
  ["/p99", 0.99],
  ["/p999", 0.999],
  ["/p9999", 0.9999],
];

/** A number that grows by events. */
export class Counter {
  value = 0;

  /** Adds `by`, 1 unless said otherwise. */
  increment(by = 1): void {
    this.value += by;
  }
}

/** Durations of something that happens again and again, in milliseconds. */
export class Timer {
  readonly #windowMs: number | undefined;
  readonly #now: () => number;
  /** Rings of the last samples and of the times that they came at. */
  readonly #samples: number[] = [];
  readonly #times: number[] = [];
  #next = 0;
  #last: number | undefined;

  /** Samples younger than `windowMs` have statistics; without a window only the last is known. */
  constructor(windowMs: number | undefined, now: () => number) {
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Records one duration. */
  record(milliseconds: number): void {
    this.#last = milliseconds;
    if (this.#windowMs === undefined) return;
    this.#samples[this.#next] = milliseconds;
    this.#times[this.#next] = this.#now();
    this.#next = (this.#next + 1) % MAX_TIMER_SAMPLES;
  }

  /** Adds this timer's numbers: the last value, and from two samples on their statistics. */
  collect(name: string, into: (key: string, value: number) => void): void {
    if (this.#last === undefined) return;
    into(name, this.#last);
    const sorted = this.#recent();
    const count = sorted.length;
    if (count < 2) return;
    into(`${name}/count`, count);
    into(`${name}/max`, sorted[count - 1] ?? 0);
    into(`${name}/min`, sorted[0] ?? 0);
    for (const [suffix, quantile] of QUANTILES) into(name + suffix, percentile(sorted, quantile));
  }

  #recent(): Float64Array {
    if (this.#windowMs === undefined) return new Float64Array(0);
    const oldest = this.#now() - this.#windowMs;
    return Float64Array.from(this.#samples.filter((_, i) => (this.#times[i] ?? 0) > oldest)).sort();
  }
}

/** Linear interpolation between the two samples around the position. */
function percentile(sorted: Float64Array, quantile: number): number {
  const position = quantile * (sorted.length - 1);
  const index = Math.floor(position);
  const low = sorted[index] ?? 0;
  const high = sorted[index + 1] ?? low;
  return low + (high - low) * (position - index);
}

type Metric =
  | { readonly type: "counter"; readonly counter: Counter }
  | { readonly type: "gauge"; readonly read: () => number | undefined }
  | { readonly type: "timer"; readonly timer: Timer };

/** Several numbers at once, for families whose keys come and go. */
export type MetricSource = (into: (key: string, value: number) => void) => void;

/**
 * All numbers of a program, by key. Gauges are read when a snapshot is taken; a gauge that gives
 * undefined or throws is left out.
 */
export class MetricsRegistry {
  readonly #metrics = new Map<string, Metric>();
  readonly #sources = new Set<MetricSource>();
  readonly #histograms = new Map<string, Histogram>();
  /** What the keys are for Prometheus. */
  readonly catalogue = new MetricCatalogue();
  readonly #now: () => number;
  /** Keys in order; undefined when a metric came or went. */
  #order: string[] | undefined;

  /** `now` is the clock for timers' windows, in milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Adds a counter. Throws if the key is taken. */
  counter(key: string): Counter {
    const counter = new Counter();
    this.#add(key, { type: "counter", counter });
    return counter;
  }

  /** Adds a gauge, read at each snapshot. Throws if the key is taken. */
  gauge(key: string, read: () => number | undefined): void {
    this.#add(key, { type: "gauge", read });
  }

  /**
   * Adds a timer; its key gets `_ms`. Samples of the last `windowMs` have statistics; without a
   * window only the last value is shown. Throws if the key is taken.
   */
  timer(key: string, windowMs?: number): Timer {
    const timer = new Timer(windowMs, this.#now);
    this.#add(`${key}_ms`, { type: "timer", timer });
    return timer;
  }

  /** Adds a histogram, for Prometheus only. Throws if the name is taken. */
  addHistogram(histogram: Histogram): void {
    if (this.#histograms.has(histogram.name)) {
      throw new Error(`histogram '${histogram.name}' was already added`);
    }
    this.#histograms.set(histogram.name, histogram);
  }

  histograms(): Iterable<Histogram> {
    return this.#histograms.values();
  }

  /** Adds a source of numbers with keys of its own; returns what removes it. */
  source(source: MetricSource): () => void {
    this.#sources.add(source);
    return () => this.#sources.delete(source);
  }

  /** Removes a metric by its full key (timers with `_ms`). */
  remove(key: string): void {
    if (this.#metrics.delete(key)) this.#order = undefined;
  }

  has(key: string): boolean {
    return this.#metrics.has(key);
  }

  /** All numbers, keys sorted. */
  snapshot(): Map<string, number> {
    const all = new Map<string, number>();
    const into = (key: string, value: number): void => {
      all.set(key, value);
    };
    this.#order ??= [...this.#metrics.keys()].sort();
    for (const key of this.#order) {
      const metric = this.#metrics.get(key);
      if (metric !== undefined) collect(key, metric, into);
    }
    if (this.#sources.size === 0) return all;
    for (const source of this.#sources) guard(() => source(into));
    // Sorted by the engine's own order of strings: a comparison of ours took most of a snapshot
    // of a thousand frameworks.
    const sorted = new Map<string, number>();
    for (const key of [...all.keys()].sort()) sorted.set(key, all.get(key) as number);
    return sorted;
  }

  /** The snapshot as Mesos prints it: one JSON object of doubles (`7.0`). */
  snapshotJson(): string {
    const fields: string[] = [];
    for (const [key, value] of this.snapshot()) {
      if (Number.isFinite(value)) fields.push(`${JSON.stringify(key)}:${jsonDouble(value)}`);
    }
    return `{${fields.join(",")}}`;
  }

  #add(key: string, metric: Metric): void {
    if (this.#metrics.has(key)) throw new Error(`metric '${key}' was already added`);
    this.#metrics.set(key, metric);
    this.#order = undefined;
  }
}

function collect(key: string, metric: Metric, into: (key: string, value: number) => void): void {
  switch (metric.type) {
    case "counter":
      into(key, metric.counter.value);
      return;
    case "gauge":
      guard(() => {
        const value = metric.read();
        if (value !== undefined) into(key, value);
      });
      return;
    case "timer":
      metric.timer.collect(key, into);
      return;
    default:
      metric satisfies never;
  }
}

/** One gauge that fails must not hide the others. */
function guard(read: () => void): void {
  try {
    read();
  } catch {
    // The key is missing from the snapshot, which is what its reader can see of the failure.
  }
}

/** A double in Mesos's JSON: whole numbers keep a decimal. */
export function jsonDouble(value: number): string {
  const text = String(value);
  return Number.isInteger(value) && !text.includes("e") ? `${text}.0` : text;
}
