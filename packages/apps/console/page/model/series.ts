/** Figures since the page was opened, for small pictures of how they went. */

export interface Sample {
  /** Seconds since 1970. */
  readonly at: number;
  readonly value: number;
}

/** Samples kept of one figure; when there are more, every second one goes. */
export const MAX_SAMPLES = 360;

export class Series {
  #samples: Sample[] = [];

  get samples(): readonly Sample[] {
    return this.#samples;
  }

  add(sample: Sample): void {
    this.#samples.push(sample);
    if (this.#samples.length <= MAX_SAMPLES) return;
    // The last one stays, and with it the picture's right end.
    const last = this.#samples.length - 1;
    this.#samples = this.#samples.filter((_, index) => (last - index) % 2 === 0);
  }
}

/**
 * The line through the samples as an SVG path in a box of this size, from time to time and from 0
 * to `max`. Empty when there are fewer than two samples.
 */
export function linePath(
  samples: readonly Sample[],
  max: number,
  width: number,
  height: number,
): string {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at <= first.at) return "";
  const top = Math.max(max, ...samples.map(({ value }) => value));
  const round = (value: number): number => Math.round(value * 10) / 10;
  return samples
    .map(({ at, value }, index) => {
      const x = round(((at - first.at) / (last.at - first.at)) * width);
      const y = round(height - (top > 0 ? value / top : 0) * height);
      return `${index === 0 ? "M" : "L"}${x} ${y}`;
    })
    .join("");
}
