/** Resources and figures as pictures. */

import { formatScalar } from "../model/format.ts";
import type { Amounts, Scalar } from "../model/resources.ts";
import { SCALAR_LABELS, SCALARS, shares } from "../model/resources.ts";
import { linePath, type Sample } from "../model/series.ts";
import { useApp } from "./app-context.ts";

interface Parts {
  readonly total: Amounts;
  readonly allocated: Amounts;
  readonly offered: Amounts;
}

/** A thin bar for a row of a table. */
export function Bar({ of, parts }: { readonly of: Scalar; readonly parts: Parts }) {
  const { total, allocated, offered } = parts;
  const share = shares(total[of], allocated[of], offered[of]);
  return (
    <span class="bar-cell">
      <span class="bar" aria-hidden="true">
        <span class="bar-allocated" style={{ width: `${share.allocated}%` }} />
        <span class="bar-offered" style={{ width: `${share.offered}%` }} />
      </span>
      <span class="bar-text">
        {formatScalar(of, allocated[of])} <span class="muted">/ {formatScalar(of, total[of])}</span>
      </span>
    </span>
  );
}

/** One resource of a cluster or an agent, large. */
function Meter({ of, parts }: { readonly of: Scalar; readonly parts: Parts }) {
  const { total, allocated, offered } = parts;
  const share = shares(total[of], allocated[of], offered[of]);
  const idle = Math.max(0, total[of] - allocated[of] - offered[of]);
  return (
    <li class="meter">
      <div class="meter-head">
        <span class="meter-name">{SCALAR_LABELS[of]}</span>
        <span class="meter-percent">
          {total[of] > 0 ? `${Math.round(share.allocated)} %` : "–"}
        </span>
      </div>
      <div class="bar large" aria-hidden="true">
        <span class="bar-allocated" style={{ width: `${share.allocated}%` }} />
        <span class="bar-offered" style={{ width: `${share.offered}%` }} />
      </div>
      <div class="meter-foot">
        <span>
          <strong>{formatScalar(of, allocated[of])}</strong> of {formatScalar(of, total[of])}
          <span class="offscreen"> allocated</span>
        </span>
        <span class="muted">
          {offered[of] > 0 && `${formatScalar(of, offered[of])} offered · `}
          {formatScalar(of, idle)} idle
        </span>
      </div>
    </li>
  );
}

/** GPUs are shown where there are any. */
export function Meters({ parts, label }: { readonly parts: Parts; readonly label: string }) {
  const names = SCALARS.filter((name) => name !== "gpus" || parts.total.gpus > 0);
  return (
    <ul class="meters" aria-label={label}>
      {names.map((name) => (
        <Meter key={name} of={name} parts={parts} />
      ))}
    </ul>
  );
}

export function Legend() {
  return (
    <p class="legend">
      <span class="key bar-allocated" aria-hidden="true" /> allocated
      <span class="key bar-offered" aria-hidden="true" /> offered
      <span class="key bar-idle" aria-hidden="true" /> idle
    </p>
  );
}

const WIDTH = 240;
const HEIGHT = 44;

interface SparklineProps {
  readonly label: string;
  readonly samples: readonly Sample[];
  readonly max: number;
  readonly format: (value: number) => string;
}

/** How a figure went since the page was opened. */
export function Sparkline({ label, samples, max, format }: SparklineProps) {
  const { now } = useApp();
  const path = linePath(samples, max, WIDTH, HEIGHT - 4);
  const value = samples.at(-1)?.value;
  const minutes = Math.max(1, Math.round((now.value - (samples[0]?.at ?? now.value)) / 60));
  return (
    <figure class="spark">
      <figcaption>
        <span class="spark-label">{label}</span>
        <span class="spark-value">{value === undefined ? "–" : format(value)}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img">
        <title>{`${label}, the last ${minutes} min`}</title>
        {path !== "" && (
          <g transform="translate(0 2)">
            <path class="spark-area" d={`${path}V${HEIGHT}H0Z`} />
            <path class="spark-line" d={path} />
          </g>
        )}
      </svg>
    </figure>
  );
}
