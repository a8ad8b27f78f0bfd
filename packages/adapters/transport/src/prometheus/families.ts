/** Helpers for lists of families. */
import type { MetricFamily, OmittedKeys } from "./catalogue.ts";

const BYTES_PER_MB = 2 ** 20;

export type Families = readonly (MetricFamily | OmittedKeys)[];

export function gauge(key: string, name: string, help: string, scale?: number): MetricFamily {
  return { key, name, type: "gauge", help, ...(scale === undefined ? {} : { scale }) };
}

export function counter(key: string, name: string, help: string): MetricFamily {
  return { key, name, type: "counter", help };
}

export function omitted(key: string): OmittedKeys {
  return { key, omitted: true };
}

/** A timer's last value and statistics: a histogram tells Prometheus more. */
export function omittedTimer(key: string): Families {
  return [omitted(`${key}_ms`), omitted(`${key}_ms/{statistic}`)];
}

/** `<prefix>/cpus_total` and its kind, of a program whose families begin with `name`. */
export function resourceFamilies(prefix: string, name: string, whose: string): Families {
  const units = { cpus: undefined, gpus: undefined, mem: BYTES_PER_MB, disk: BYTES_PER_MB };
  return Object.entries(units).flatMap(([resource, scale]) =>
    ["", "_revocable"].flatMap((suffix) => {
      const keys = `${prefix}/${resource}${suffix}`;
      const names = `${name}_${resource}${suffix}`;
      const unit = scale === undefined ? "" : "_bytes";
      const what = `${suffix === "" ? "" : "revocable "}${resource} ${whose}`;
      return [
        gauge(`${keys}_total`, `${names}${unit}`, `All ${what}.`, scale),
        gauge(`${keys}_used`, `${names}_used${unit}`, `Used ${what}.`, scale),
        gauge(`${keys}_percent`, `${names}_used_ratio`, `Used part of the ${what}.`),
      ];
    }),
  );
}
