import type { Core } from "./core.ts";

/** `--whitelist`: agents that it does not name keep what they run, and get no new offers. */
export function updateWhitelist(core: Core, hostnames: readonly string[]): void {
  core.log("INFO", `The agent whitelist names ${hostnames.length} hosts`);
  core.allocator.updateWhitelist(new Set(hostnames), core.steadyMs);
}
