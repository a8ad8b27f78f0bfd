import type { DomainInfo, Resource } from "@mesos-ts/protos";
import {
  isRefined,
  isRevocable,
  isShared,
  type Milli,
  type Resources,
  toMilli,
} from "@mesos-ts/resources";
import type { Agent } from "./agent.ts";
import type { AllocatorConfig, AllocatorFramework, MinAllocatable } from "./contract.ts";
import type { Subscription } from "./roles.ts";

type Capabilities = AllocatorFramework["capabilities"];

/** What a framework of these capabilities may be offered; the rest is kept from it. */
export function visibleTo(resources: Resources, capabilities: Capabilities): Resources {
  return resources.filter((resource) => isVisibleTo(resource, capabilities));
}

function isVisibleTo(resource: Resource, capabilities: Capabilities): boolean {
  if (isRevocable(resource) && !capabilities.has("REVOCABLE_RESOURCES")) return false;
  if (isShared(resource) && !capabilities.has("SHARED_RESOURCES")) return false;
  return !isRefined(resource) || capabilities.has("RESERVATION_REFINEMENT");
}

/** A MinAllocatable, ready to compare with. */
export type Minimum = readonly (readonly (readonly [name: string, milli: Milli])[])[];

export function minimumOf(alternatives: MinAllocatable): Minimum {
  return alternatives.map((needed) =>
    Object.entries(needed).map(([name, value]) => [name, toMilli(value)]),
  );
}

/** Whether resources reach one of the alternatives; without alternatives, any resources do. */
export function isEnough(resources: Resources, alternatives: Minimum): boolean {
  if (resources.isEmpty) return false;
  if (alternatives.length === 0) return true;
  return alternatives.some((needed) =>
    needed.every(([name, milli]) => resources.milli(name) >= milli),
  );
}

/** Whether the framework may be offered anything of the agent in this role, whatever is left. */
export function mayReceive(
  { framework, role }: Subscription,
  agent: Agent,
  config: AllocatorConfig,
): boolean {
  const { capabilities, constraints } = framework.info;
  if (config.filterGpuResources && agent.hasGpus && !capabilities.has("GPU_RESOURCES")) {
    return false;
  }
  if (isRemote(agent, config.domain) && !capabilities.has("REGION_AWARE")) return false;
  if (capabilities.has("MULTI_ROLE") && !agent.capabilities.has("MULTI_ROLE")) return false;
  if (role.path.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) return false;
  return constraints?.isAgentExcluded(role.path, agent.facts) !== true;
}

/** In another region than the master; who has no domain is not. */
function isRemote({ facts }: Agent, own: DomainInfo | undefined): boolean {
  const region = facts.domain?.fault_domain?.region.name;
  return region !== undefined && own !== undefined && own.fault_domain?.region.name !== region;
}
