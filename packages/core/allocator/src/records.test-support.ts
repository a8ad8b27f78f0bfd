/** A cluster as plain records: all that an allocator's decisions depend on. */
import { Resources } from "@mesos-ts/resources";
import type {
  AgentFacts,
  AllocatorAgent,
  AllocatorConfig,
  AllocatorFramework,
  Quota,
} from "./contract.ts";

export interface AgentRecord {
  readonly id: string;
  total: Resources;
  facts: AgentFacts;
  capabilities: AllocatorAgent["capabilities"];
  active: boolean;
  /** Allocations that nobody has answered, and when the last one was made. */
  unanswered: number;
  offeredMs: number;
  isUnavailable: boolean;
  /** Who has an inverse offer. */
  readonly told: Set<string>;
}

export interface FrameworkRecord {
  readonly id: string;
  info: AllocatorFramework;
  active: boolean;
  suppressed: Set<string>;
  /** Until when it wants no inverse offers, by agent. */
  readonly inverseFilters: Map<string, number>;
}

/** Resources without allocation, which the framework holds in the role. */
export interface Holding {
  readonly frameworkId: string;
  readonly role: string;
  readonly agentId: string;
  readonly resources: Resources;
}

export interface FilterRecord extends Holding {
  readonly untilMs: number;
}

/** All that a decision depends on. */
export interface World {
  readonly config: AllocatorConfig;
  readonly agents: Map<string, AgentRecord>;
  readonly frameworks: Map<string, FrameworkRecord>;
  holdings: Holding[];
  filters: FilterRecord[];
  readonly quotas: Map<string, Quota>;
  readonly weights: Map<string, number>;
  whitelist: ReadonlySet<string> | undefined;
  /** How often each node of the tree was given something; see {@link nodesOf}. */
  readonly counts: Map<string, number>;
}

export function newWorld(config: AllocatorConfig): World {
  return {
    config,
    agents: new Map(),
    frameworks: new Map(),
    holdings: [],
    filters: [],
    quotas: new Map(),
    weights: new Map(Object.entries(config.weights)),
    whitelist: undefined,
    counts: new Map(),
  };
}

/** A world in which something may be held without changing this one. */
export function copyOf(world: World): World {
  return { ...world, holdings: [...world.holdings], counts: new Map(world.counts) };
}

/** Adds to what is held; `allocations` counts for the order of those with equal shares. */
export function hold(world: World, holding: Holding, allocations: 0 | 1): void {
  world.holdings.push(holding);
  for (const node of nodesOf(holding)) {
    world.counts.set(node, (world.counts.get(node) ?? 0) + allocations);
  }
}

/** Forgets counts of frameworks and roles that nobody uses any more. */
export function prune(world: World): void {
  const used = new Set<string>();
  const use = (frameworkId: string, role: string): void => {
    for (const node of nodesOf({ frameworkId, role })) used.add(node);
  };
  for (const { id, info } of world.frameworks.values())
    for (const role of info.roles) use(id, role);
  for (const { frameworkId, role } of world.holdings) use(frameworkId, role);
  for (const node of world.counts.keys()) if (!used.has(node)) world.counts.delete(node);
}

/** Takes away from what is held. */
export function release(world: World, holding: Holding): void {
  const isSame = (other: Holding): boolean =>
    other.frameworkId === holding.frameworkId &&
    other.role === holding.role &&
    other.agentId === holding.agentId;
  const mine = world.holdings.filter(isSame).map(({ resources }) => resources);
  const rest = Resources.sum(mine).minus(holding.resources);
  world.holdings = world.holdings.filter((other) => !isSame(other));
  if (!rest.isEmpty) world.holdings.push({ ...holding, resources: rest });
}

export function forgetFilters(world: World, id: string, roles: readonly string[]): void {
  world.filters = world.filters.filter(
    ({ frameworkId, role }) => frameworkId !== id || !roles.includes(role),
  );
}

/** What a framework's allocation in a role counts for: itself there, the role, all roles above. */
export function nodesOf({ frameworkId, role }: { frameworkId: string; role: string }): string[] {
  const parts = role.split("/");
  const roles = parts.map((_, depth) => parts.slice(0, depth + 1).join("/"));
  return [`${role} ${frameworkId}`, `${role}/.`, ...roles];
}
