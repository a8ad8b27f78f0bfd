import { type ProcessEntry, TICKS_PER_SECOND } from "./process-table.ts";
import type { ResourceUsage } from "./types.ts";

/** Sums a process tree as Mesos's posix isolators do. `timestamp` in seconds since the epoch. */
export function usageOf(
  tree: readonly ProcessEntry[],
  pageBytes: number,
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
    cpus_user_time_secs: user / TICKS_PER_SECOND,
    cpus_system_time_secs: system / TICKS_PER_SECOND,
    mem_rss_bytes: pages * pageBytes,
  };
}
