import type { MetricsRegistry } from "@mesos-ts/transport";
import type { ReplicatedLog } from "./replicated-log.ts";

/** `log/ensemble_size` and `log/recovered`. */
export function addLogMetrics(metrics: MetricsRegistry, log: ReplicatedLog): void {
  metrics.gauge("log/ensemble_size", () => log.ensembleSize);
  metrics.gauge("log/recovered", () => (log.isRecovered ? 1 : 0));
}
