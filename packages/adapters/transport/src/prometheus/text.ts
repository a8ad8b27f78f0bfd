/** Metrics in the text formats of Prometheus 0.0.4 and OpenMetrics 1.0.0. */
import type { Described, MetricCatalogue } from "./catalogue.ts";
import type { Histogram, Labels } from "./histogram.ts";

export type TextFormat = "prometheus" | "openmetrics";

export type MetricsToShow = {
  readonly samples: Iterable<readonly [key: string, value: number]>;
  readonly catalogue: MetricCatalogue;
  readonly histograms: Iterable<Histogram>;
};

type Family = Pick<Described, "name" | "type" | "help"> & { readonly lines: string[] };

export function metricsText(
  { samples, catalogue, histograms }: MetricsToShow,
  format: TextFormat,
): string {
  const families = new Map<string, Family>();
  for (const [key, value] of samples) {
    const described = catalogue.find(key);
    if (described === "omitted") continue;
    const { name, labels, scale } = described;
    const family = families.get(name) ?? { ...described, lines: [] };
    families.set(name, family);
    family.lines.push(`${name}${labelText(labels)} ${numberText(value * scale)}`);
  }
  let text = "";
  for (const name of [...families.keys()].sort()) {
    const family = families.get(name);
    if (family !== undefined) text += head(family, format) + linesText(family.lines);
  }
  for (const histogram of histograms) {
    const { name, help } = histogram;
    text += head({ name, help, type: "histogram" }, format);
    text += linesText(bucketLines(histogram, format));
  }
  return format === "openmetrics" ? `${text}# EOF\n` : text;
}

function linesText(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** In OpenMetrics a counter's family lacks the `_total` of its samples. */
function head(
  { name, help, type }: { name: string; help: string; type: Described["type"] | "histogram" },
  format: TextFormat,
): string {
  const isOpen = format === "openmetrics";
  const family = isOpen && type === "counter" ? name.replace(/_total$/, "") : name;
  const shown = type === "unknown" && !isOpen ? "untyped" : type;
  const text = help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  return `# HELP ${family} ${isOpen ? text.replaceAll('"', '\\"') : text}\n# TYPE ${family} ${shown}\n`;
}

function bucketLines(histogram: Histogram, format: TextFormat): string[] {
  const { name } = histogram;
  return [...histogram.all()].flatMap((series) => {
    const lines: string[] = [];
    let count = 0;
    for (const [bound, upTo] of series.buckets()) {
      count = upTo;
      const labels = labelText([...series.labels, ["le", boundText(bound, format)]]);
      lines.push(`${name}_bucket${labels} ${upTo}`);
    }
    const labels = labelText(series.labels);
    lines.push(`${name}_sum${labels} ${numberText(series.sum)}`, `${name}_count${labels} ${count}`);
    return lines;
  });
}

/** OpenMetrics wants bounds to be floats: `1.0`. */
function boundText(bound: number, format: TextFormat): string {
  const isWhole = format === "openmetrics" && Number.isInteger(bound);
  return isWhole ? `${bound}.0` : numberText(bound);
}

function labelText(labels: Labels): string {
  if (labels.length === 0) return "";
  return `{${labels.map(([name, value]) => `${name}="${escapeLabel(value)}"`).join(",")}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}
