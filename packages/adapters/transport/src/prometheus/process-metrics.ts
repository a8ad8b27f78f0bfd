/** What Prometheus's own client libraries tell of a process, under the names that they gave it. */
import { cpuUsage, memoryUsage } from "node:process";
import type { MetricFamily } from "./catalogue.ts";

const MICROSECONDS_PER_SECOND = 1e6;

export const PROCESS_FAMILIES: readonly MetricFamily[] = [
  {
    key: "process/cpu_secs",
    name: "process_cpu_seconds_total",
    type: "counter",
    help: "CPU time of this program, of the user's and the system's.",
  },
  {
    key: "process/start_time_secs",
    name: "process_start_time_seconds",
    type: "gauge",
    help: "When this program was started, in seconds since 1970.",
  },
  {
    key: "process/resident_memory_bytes",
    name: "process_resident_memory_bytes",
    type: "gauge",
    help: "Memory of this program that is resident.",
  },
  {
    key: "process/heap_bytes",
    name: "process_heap_bytes",
    type: "gauge",
    help: "Memory in this program's heap that is in use.",
  },
];

/** Prometheus asks a program about itself; `/metrics/snapshot` has no such keys. */
export function* processSamples(): Generator<readonly [key: string, value: number]> {
  const { user, system } = cpuUsage();
  const { rss, heapUsed } = memoryUsage();
  yield ["process/cpu_secs", (user + system) / MICROSECONDS_PER_SECOND];
  yield ["process/start_time_secs", performance.timeOrigin / 1000];
  yield ["process/resident_memory_bytes", rss];
  yield ["process/heap_bytes", heapUsed];
}
