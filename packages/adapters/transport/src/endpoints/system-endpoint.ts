import { availableParallelism, freemem, loadavg, totalmem } from "node:os";
import { jsonDouble, type MetricsRegistry } from "../metrics.ts";
import type { Router } from "../router.ts";
import { jsonTextReply } from "./json-text.ts";

const HELP = `### TL;DR; ###
Load and memory of this machine.

### DESCRIPTION ###
>        avg_load_1min, avg_load_5min, avg_load_15min   Load averages
>        cpus_total                                     CPUs that can be used
>        mem_total_bytes, mem_free_bytes                Memory in bytes
`;

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
    { help: HELP },
  );
}

/** The `system/…` metrics. */
export function addSystemMetrics(registry: MetricsRegistry): void {
  registry.gauge("system/load_1min", () => loadavg()[0]);
  registry.gauge("system/load_5min", () => loadavg()[1]);
  registry.gauge("system/load_15min", () => loadavg()[2]);
  registry.gauge("system/cpus_total", availableParallelism);
  registry.gauge("system/mem_total_bytes", totalmem);
  registry.gauge("system/mem_free_bytes", freemem);
}
