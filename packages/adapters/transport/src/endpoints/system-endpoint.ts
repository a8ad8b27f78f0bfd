import { availableParallelism, freemem, loadavg, totalmem } from "node:os";
import { jsonDouble, type MetricsRegistry } from "../metrics.ts";
import type { MetricFamily } from "../prometheus/catalogue.ts";
import { type RouteDescription, readsJson } from "../route-description.ts";
import type { Router } from "../router.ts";
import { jsonTextReply } from "./json-text.ts";

const DESCRIPTION: RouteDescription = {
  ...readsJson("Load and memory of this machine."),
  details: `>        avg_load_1min, avg_load_5min, avg_load_15min   Load averages
>        cpus_total                                     CPUs that can be used
>        mem_total_bytes, mem_free_bytes                Memory in bytes
`,
};

/** `/system/stats.json`. */
export function addSystemEndpoint(router: Router): void {
  router.route(
    "system",
    "/stats.json",
    (request) => {
      const [one = 0, five = 0, fifteen = 0] = loadavg();
      return jsonTextReply(
        request,
        `{"avg_load_15min":${jsonDouble(fifteen)},"avg_load_1min":${jsonDouble(one)},` +
          `"avg_load_5min":${jsonDouble(five)},"cpus_total":${availableParallelism()},` +
          `"mem_free_bytes":${freemem()},"mem_total_bytes":${totalmem()}}`,
      );
    },
    { description: DESCRIPTION },
  );
}

const SYSTEM_FAMILIES: readonly MetricFamily[] = [
  {
    key: "system/load_{window}",
    name: "mesos_system_load_average",
    type: "gauge",
    help: "Load average of this machine.",
  },
  {
    key: "system/cpus_total",
    name: "mesos_system_cpus",
    type: "gauge",
    help: "CPUs of this machine that can be used.",
  },
  {
    key: "system/mem_total_bytes",
    name: "mesos_system_memory_bytes",
    type: "gauge",
    help: "Memory of this machine.",
  },
  {
    key: "system/mem_free_bytes",
    name: "mesos_system_memory_free_bytes",
    type: "gauge",
    help: "Free memory of this machine.",
  },
];

/** The `system/…` metrics. */
export function addSystemMetrics(registry: MetricsRegistry): void {
  registry.catalogue.add(SYSTEM_FAMILIES);
  registry.gauge("system/load_1min", () => loadavg()[0]);
  registry.gauge("system/load_5min", () => loadavg()[1]);
  registry.gauge("system/load_15min", () => loadavg()[2]);
  registry.gauge("system/cpus_total", availableParallelism);
  registry.gauge("system/mem_total_bytes", totalmem);
  registry.gauge("system/mem_free_bytes", freemem);
}
