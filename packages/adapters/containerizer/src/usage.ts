import type { ProcessEntry, ProcUnits } from "./process-table.ts";
import type { ResourceUsage } from "./types.ts";

/** Sums a process tree as Mesos's posix isolators do. `timestamp` in seconds since the epoch. */
export function usageOf(
  tree: readonly ProcessEntry[],
  units: ProcUnits,
  timestamp: number,
): ResourceUsage {
  let user = 0;
  let system = 0;
  let pages = 0;
  let threads = 0;
  for (const entry of tree) {
    user += entry.userTicks;
    system += entry.systemTicks;
    pages += entry.rssPages;
    threads += entry.threads;
  }
  return {
    timestamp,
    processes: tree.length,
    threads,
    cpus_user_time_secs: user / units.ticksPerSecond,
    cpus_system_time_secs: system / units.ticksPerSecond,
    mem_rss_bytes: pages * units.pageBytes,
  };
}
