import { describe, expect, it } from "vitest";
import { MetricCatalogue } from "./catalogue.ts";
import { counter, gauge, omitted, omittedTimer, resourceFamilies } from "./families.ts";
import { Histogram, MAX_HISTOGRAM_SERIES } from "./histogram.ts";
import { metricsText } from "./text.ts";

const catalogue = new MetricCatalogue();
catalogue.add([
  gauge("master/tasks_{state:staging|running}", "mesos_master_tasks_{state}", "Tasks {state}."),
  counter("master/tasks_{state}", "mesos_master_tasks_{state}_total", "Ended: {state}."),
  counter("master/calls/{framework}/{type}", "mesos_calls_total", "Calls."),
  gauge("quota/{role...}/{what}", "mesos_quota_{what}", "Quota."),
  gauge("store_ms", "mesos_store_seconds", 'With a "quote"\nand a \\.', 1e-3),
  ...omittedTimer("run"),
  omitted("alias"),
  ...resourceFamilies("slave", "mesos_agent", "of this agent"),
]);

describe("what a key is", () => {
  it.each([
    ["master/tasks_running", "mesos_master_tasks_running", "gauge", "Tasks running.", [], 1],
    ["master/tasks_failed", "mesos_master_tasks_failed_total", "counter", "Ended: failed.", [], 1],
    [
      "master/calls/my%2Fown%20name/accept",
      "mesos_calls_total",
      "counter",
      "Calls.",
      [
        ["framework", "my/own name"],
        ["type", "accept"],
      ],
      1,
    ],
    ["quota/a/b/limit", "mesos_quota_limit", "gauge", "Quota.", [["role", "a/b"]], 1],
    ["quota//limit", "mesos_quota_limit", "gauge", "Quota.", [["role", ""]], 1],
    [
      "slave/mem_revocable_used",
      "mesos_agent_mem_revocable_used_bytes",
      "gauge",
      "Used revocable mem of this agent.",
      [],
      2 ** 20,
    ],
    ["slave/cpus_percent", "mesos_agent_cpus_used_ratio", "gauge", /^Used part/, [], 1],
    ["some/new-key", "mesos_some_new_key", "unknown", "some/new-key of /metrics/snapshot.", [], 1],
  ] as const)("%s is %s", (key, name, type, help, labels, scale) => {
    const found = catalogue.find(key);
    expect(found).toMatchObject({ name, type, labels, scale });
    if (found !== "omitted") expect(found.help).toMatch(help);
  });

  it.each(["run_ms", "run_ms/p99", "alias"])("%s is left out", (key) => {
    expect(catalogue.find(key)).toBe("omitted");
  });
});

describe("the text", () => {
  const samples = [
    ["master/tasks_running", 2],
    ["store_ms", 1500],
    ["run_ms/p50", 1],
    ["master/calls/f/accept", 3],
    ["master/calls/f/decline", 4],
    ['master/calls/a"b\\c/decline', Number.POSITIVE_INFINITY],
  ] as const;

  it("is Prometheus's: families in order, with help and type, labels escaped", () => {
    expect(metricsText({ samples, catalogue, histograms: [] }, "prometheus")).toBe(
      `# HELP mesos_calls_total Calls.
# TYPE mesos_calls_total counter
mesos_calls_total{framework="f",type="accept"} 3
mesos_calls_total{framework="f",type="decline"} 4
mesos_calls_total{framework="a\\"b\\\\c",type="decline"} +Inf
# HELP mesos_master_tasks_running Tasks running.
# TYPE mesos_master_tasks_running gauge
mesos_master_tasks_running 2
# HELP mesos_store_seconds With a "quote"\\nand a \\\\.
# TYPE mesos_store_seconds gauge
mesos_store_seconds 1.5
`,
    );
  });

  it("is OpenMetrics where that is asked for", () => {
    const histogram = new Histogram({ name: "mesos_run_seconds", help: "Runs." });
    histogram.series([["endpoint", "/state"]]).observe(0.02);
    const text = metricsText({ samples, catalogue, histograms: [histogram] }, "openmetrics");
    expect(text).toContain("# TYPE mesos_calls counter\nmesos_calls_total{");
    expect(text).toContain('# HELP mesos_store_seconds With a \\"quote\\"\\nand');
    expect(text).toContain('mesos_run_seconds_bucket{endpoint="/state",le="1.0"} 1\n');
    expect(text).toMatch(/mesos_run_seconds_count\{endpoint="\/state"\} 1\n# EOF\n$/);
  });
});

describe("a histogram", () => {
  it("counts how many took at most so long", () => {
    const histogram = new Histogram({ name: "h_seconds", help: "H." });
    const series = histogram.series();
    for (const seconds of [0.0005, 0.003, 0.003, 7, 100]) series.observe(seconds);
    const counts = new Map([...series.buckets()]);
    expect(counts.get(0.0005)).toBe(1);
    expect(counts.get(0.005)).toBe(3);
    expect(counts.get(5)).toBe(3);
    expect(counts.get(10)).toBe(4);
    expect(counts.get(Number.POSITIVE_INFINITY)).toBe(5);
    expect(series.sum).toBeCloseTo(107.0065);
  });

  it("is bounded: what comes after the last set of labels is counted as others", () => {
    const histogram = new Histogram({ name: "h_seconds", help: "H." });
    for (let i = 0; i < MAX_HISTOGRAM_SERIES + 10; i++) {
      histogram.series([["endpoint", `/${i}`]]).observe(1);
    }
    const all = [...histogram.all()];
    expect(all).toHaveLength(MAX_HISTOGRAM_SERIES + 1);
    expect(all.at(-1)?.labels).toEqual([["endpoint", "other"]]);
    expect(all.at(-1)?.counts.reduce((sum, each) => sum + each)).toBe(10);
  });
});
