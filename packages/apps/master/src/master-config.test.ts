import { err } from "@mesos-ts/base";
import { loadFlags, masterFlags, masterSettings } from "@mesos-ts/runtime";
import { expect, it } from "vitest";
import { masterConfig } from "./master-config.ts";

/** What the core is told for these flags. */
function config(...args: string[]) {
  const loaded = loadFlags(masterFlags, {
    args: ["--registry=in_memory", ...args],
    environment: {},
    prefix: undefined,
    readFile: () => err("no files in tests"),
  });
  if (loaded.type === "error") return loaded;
  const flags = loaded.value.values;
  const settings = masterSettings(flags);
  if (settings.type === "error") return settings;
  const who = { id: "m", ip: "127.0.0.1", port: 5050, hostname: "h" };
  const made = masterConfig({ flags, settings: settings.value, ...who });
  return made.type === "ok" ? made.value : made;
}

it.each([
  ["--allocation_interval=5secs", { allocationIntervalMs: 5000 }],
  ["--allocator=HierarchicalDRF", { roleSorter: "drf", frameworkSorter: "drf" }],
  ["--allocator_agent_recovery_factor=0.5", { agentRecoveryFactor: 0.5 }],
  ["--allocator_recovery_timeout=1mins", { recoveryTimeoutMs: 60_000 }],
  ["--role_sorter=random", { roleSorter: "random", frameworkSorter: "drf" }],
  ["--user_sorter=random", { roleSorter: "random", frameworkSorter: "drf" }],
  ["--framework_sorter=random", { roleSorter: "drf", frameworkSorter: "random" }],
  [
    "--fair_sharing_excluded_resource_names=gpus,tpus",
    { fairSharingExcluded: new Set(["gpus", "tpus"]) },
  ],
  ["--filter_gpu_resources=false", { filterGpuResources: false }],
  [
    "--min_allocatable_resources=cpus:1;mem:2|disk:3",
    { minAllocatable: [{ cpus: 1, mem: 2 }, { disk: 3 }] },
  ],
  ["--offer_timeout=1mins", { offerTimeoutMs: 60_000 }],
  ["--weights=a=2", { weights: { a: 2 } }],
  ["--roles=a,b", { roleWhitelist: ["a", "b", "*"] }],
  ["--max_completed_frameworks=1", { maxCompletedFrameworks: 1 }],
  ["--max_completed_tasks_per_framework=2", { maxCompletedTasksPerFramework: 2 }],
  ["--max_unreachable_tasks_per_framework=3", { maxUnreachableTasksPerFramework: 3 }],
])("%s", (flag, told) => {
  expect(config(flag)).toMatchObject(told);
});

it("has the defaults of Mesos", () => {
  expect(config()).toMatchObject({
    allocationIntervalMs: 1000,
    agentRecoveryFactor: 0.8,
    recoveryTimeoutMs: 600_000,
    fairSharingExcluded: new Set(),
    minAllocatable: [{ cpus: 0.01 }, { mem: 32 }],
    offerTimeoutMs: undefined,
    weights: {},
    roleWhitelist: undefined,
  });
});
