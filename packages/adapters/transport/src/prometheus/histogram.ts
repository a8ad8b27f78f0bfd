/** Upper bounds in seconds: from a fraction of a millisecond to what nobody waits for. */
const SECONDS_BOUNDS = [
  0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;

/** Sets of labels that one histogram counts apart; further ones are counted together. */
export const MAX_HISTOGRAM_SERIES = 1000;

export type Labels = readonly (readonly [name: string, value: string])[];

type HistogramOptions = {
  /** As Prometheus wants it: `mesos_http_request_duration_seconds`. */
  readonly name: string;
  readonly help: string;
};

/** How often something took how long, since the program's start. */
export class HistogramSeries {
  readonly labels: Labels;
  /** By bucket, not cumulated; the last is for all above the bounds. */
  readonly counts = new Float64Array(SECONDS_BOUNDS.length + 1);
  sum = 0;

  constructor(labels: Labels) {
    this.labels = labels;
  }

  observe(seconds: number): void {
    this.sum += seconds;
    let bucket = 0;
    for (const bound of SECONDS_BOUNDS) {
      if (seconds <= bound) break;
      bucket += 1;
    }
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
  }

  /** Cumulated: how many took at most so long. */
  *buckets(): Generator<readonly [bound: number, count: number]> {
    let count = 0;
    for (let i = 0; i < this.counts.length; i++) {
      count += this.counts[i] ?? 0;
      yield [SECONDS_BOUNDS[i] ?? Number.POSITIVE_INFINITY, count];
    }
  }
}

export class Histogram {
  readonly name: string;
  readonly help: string;
  readonly #series = new Map<string, HistogramSeries>();

  constructor({ name, help }: HistogramOptions) {
    this.name = name;
    this.help = help;
  }

  /** The one for these labels, to be kept by who observes often. */
  series(labels: Labels = []): HistogramSeries {
    const isNew = !this.#series.has(JSON.stringify(labels));
    const counted: Labels =
      isNew && this.#series.size >= MAX_HISTOGRAM_SERIES
        ? labels.map(([name]) => [name, "other"])
        : labels;
    const key = JSON.stringify(counted);
    const series = this.#series.get(key) ?? new HistogramSeries(counted);
    this.#series.set(key, series);
    return series;
  }

  all(): Iterable<HistogramSeries> {
    return this.#series.values();
  }
}
