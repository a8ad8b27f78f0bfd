import { minutes, seconds } from "@mesos-ts/base";
import { supported } from "../flags/definition.ts";
import { MODULES } from "./shared.ts";

/** The master's flags about who is offered what, and when. */
export const allocationFlags = supported({
  allocator: {
    type: "string",
    default: "hierarchical",
    validate: validateAllocator,
    help: "Allocator to use: hierarchical, or its old name HierarchicalDRF.",
  },
  allocation_interval: {
    type: "duration",
    default: seconds(1),
    help: "Time between two rounds of offers.",
  },
  allocator_agent_recovery_factor: {
    type: "double",
    default: 0.8,
    validate: (value) =>
      value >= 0 && value <= 1
        ? undefined
        : "Expected `--allocator_agent_recovery_factor` to be between 0 and 1",
    help: "Fraction of the agents in the registry that must be back after a failover before offers are made, when any role has quota.",
  },
  allocator_recovery_timeout: {
    type: "duration",
    default: minutes(10),
    help: "Longest wait for those agents.",
  },
  offer_timeout: {
    type: "duration",
    help: "Time after which an unused offer is taken back. Without it offers stay.",
  },
  min_allocatable_resources: {
    type: "string",
    default: "cpus:0.01|mem:32",
    help: "Least resources worth an offer: sets joined by `|`, any of which is enough; in a set, `name:quantity` joined by `;`, all of which are needed.",
  },
  filter_gpu_resources: {
    type: "boolean",
    default: true,
    help: "Offer agents with GPUs only to frameworks with the GPU_RESOURCES capability.",
  },
  fair_sharing_excluded_resource_names: {
    type: "set",
    help: "Comma-separated resources (such as gpus) that do not count for shares.",
  },
  role_sorter: {
    type: "string",
    default: "drf",
    deprecatedAlias: "user_sorter",
    validate: validateSorter("role_sorter"),
    help: "How roles share the cluster: drf (dominant resource fairness), or random.",
  },
  framework_sorter: {
    type: "string",
    default: "drf",
    validate: validateSorter("framework_sorter"),
    help: "How the frameworks of one role share: drf (dominant resource fairness), or random.",
  },
  whitelist: {
    type: "path",
    help: "File of the hostnames of the agents to make offers of, one in a line, read again every 5 seconds. Without it (or with the deprecated `*`) offers are made of every agent.",
  },
  roles: {
    type: "string",
    help: "Deprecated: comma-separated roles that frameworks may use. Without it any role may be used.",
  },
  weights: {
    type: "string",
    help: "Deprecated: comma-separated `role=weight` pairs; a role with weight 2 gets twice the share. Only for a registry that has no weights yet: prefer the /weights endpoint.",
  },
});

function validateAllocator(name: string): string | undefined {
  return name === "hierarchical" || name === "HierarchicalDRF"
    ? undefined
    : `'--allocator=${name}' needs ${MODULES}, which this release does not build yet. Start with --allocator=hierarchical, or see docs/compatibility.md`;
}

function validateSorter(flag: string): (sorter: string) => string | undefined {
  return (sorter) =>
    sorter === "drf" || sorter === "random"
      ? undefined
      : `Unknown sorter '${sorter}' for --${flag}: expected 'drf' or 'random'`;
}
