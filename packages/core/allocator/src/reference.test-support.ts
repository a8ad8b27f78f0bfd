/**
 * The allocator once more, as plainly as it can be written: every quantity is counted from the
 * records whenever it is needed, nothing is remembered, every agent is looked at in every cycle.
 * It says what Mesos's two stages give, with our own departures: quota holds for a role's whole
 * tree, and a whole disk that is larger than what a guarantee lacks may still be given.
 */
import type { Resource } from "@mesos-ts/protos";
import {
  fromMilli,
  isReserved,
  isRevocable,
  isShared,
  type Milli,
  Resources,
  reservationRole,
  toMilli,
} from "@mesos-ts/resources";
import type { Allocation, MinAllocatable, Quantities } from "./contract.ts";
import {
  type AgentRecord,
  type FrameworkRecord,
  hold,
  nodesOf,
  type World,
} from "./records.test-support.ts";

/** The agents in the order of each stage. */
export interface Order {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** One cycle. What it gives is added to the records. */
export function cycleOf(world: World, order: Order, nowMs: number): Allocation[] {
  const allocations: Allocation[] = [];
  const offeredShared = new Map<string, Resources>();
  const give = (frameworkId: string, role: string, agentId: string, resources: Resources): void => {
    allocations.push({ frameworkId, role, agentId, resources: resources.allocated(role) });
    const before = offeredShared.get(agentId) ?? Resources.none;
    offeredShared.set(agentId, before.plus(resources.shared()));
    hold(world, { frameworkId, role, agentId, resources }, 1);
  };
  for (const stage of ["first", "second"] as const) {
    for (const agentId of order[stage]) {
      const agent = recordOf(world.agents, agentId);
      for (const [role, frameworks] of orderOfService(world)) {
        for (const framework of frameworks) {
          const seen = seenBy(world, agent, framework, role, offeredShared.get(agentId));
          const share =
            stage === "first"
              ? towardsGuarantee(world, role, seen)
              : withinQuota(world, role, seen);
          if (isOfferable(world, agent, framework, role, share, nowMs)) {
            give(framework.id, role, agentId, share);
          }
        }
      }
    }
  }
  return allocations;
}

/** Who is to be told that an agent, of which it holds something, will be unavailable. */
export function inverseOffersOf(world: World, nowMs: number): string[] {
  const texts = new Set<string>();
  for (const { frameworkId, agentId } of world.holdings) {
    const { isUnavailable, told } = recordOf(world.agents, agentId);
    const { active, inverseFilters } = recordOf(world.frameworks, frameworkId);
    const isRefused = (inverseFilters.get(agentId) ?? -1) >= nowMs;
    if (isUnavailable && active && !told.has(frameworkId) && !isRefused) {
      texts.add(`${frameworkId} ${agentId}`);
    }
  }
  return [...texts];
}

/** A framework's offers of an agent in a role, those of both stages as one, in order. */
export function merged(allocations: readonly Allocation[]): Allocation[] {
  const byKey = new Map<string, Allocation>();
  for (const allocation of allocations) {
    const { frameworkId, role, agentId, resources } = allocation;
    const key = `${frameworkId} ${role} ${agentId}`;
    const before = byKey.get(key)?.resources ?? Resources.none;
    byKey.set(key, { ...allocation, resources: before.plus(resources) });
  }
  return [...byKey.values()];
}

// ---- What there is.

/** Without what anybody holds; shared resources are always there. */
export function availableOn(world: World, agent: AgentRecord): Resources {
  const held = Resources.sum(
    world.holdings.filter(({ agentId }) => agentId === agent.id).map((each) => each.resources),
  );
  return unshared(agent.total).minus(unshared(held)).plus(agent.total.shared());
}

function seenBy(
  world: World,
  agent: AgentRecord,
  { info }: FrameworkRecord,
  role: string,
  offeredShared: Resources = Resources.none,
): Resources {
  const knows = (capability: Parameters<typeof info.capabilities.has>[0]): boolean =>
    info.capabilities.has(capability);
  const available = availableOn(world, agent);
  return available.minus(offeredShared).filter((resource) => {
    if (isReserved(resource) && !isWithin(role, reservationRole(resource))) return false;
    if (isRevocable(resource) && !knows("REVOCABLE_RESOURCES")) return false;
    if (isShared(resource) && !knows("SHARED_RESOURCES")) return false;
    return (resource.reservations?.length ?? 0) < 2 || knows("RESERVATION_REFINEMENT");
  });
}

function unshared(resources: Resources): Resources {
  return resources.filter((resource) => !isShared(resource));
}

/** Whether `role` is `ancestor` or below it. */
function isWithin(role: string, ancestor: string): boolean {
  return role === ancestor || role.startsWith(`${ancestor}/`);
}

export function topOf(role: string): string {
  return role.split("/")[0] ?? role;
}

// ---- Quota.

/** What guarantees and limits are about. */
export function isQuotaed(resource: Resource): boolean {
  return resource.type === "SCALAR" && !isReserved(resource) && !isRevocable(resource);
}

/** Reserved for the role's tree, and held unreserved by it. */
export function consumedBy(world: World, top: string): Map<string, Milli> {
  const sums = new Map<string, Milli>();
  for (const { total } of world.agents.values()) {
    addAll(
      sums,
      total.filter((r) => isReserved(r) && topOf(reservationRole(r)) === top),
    );
  }
  for (const { role, resources } of world.holdings) {
    if (topOf(role) === top) addAll(sums, resources.filter(isQuotaed));
  }
  return sums;
}

/** What the role's guarantee still lacks. */
export function lackOf(world: World, top: string): Map<string, Milli> {
  const lack = new Map<string, Milli>();
  const guarantees: Quantities = world.quotas.get(top)?.guarantees ?? new Map();
  if (guarantees.size === 0) return lack;
  const consumed = consumedBy(world, top);
  for (const [name, milli] of guarantees) {
    const missing = milli - (consumed.get(name) ?? 0);
    if (missing > 0) lack.set(name, missing);
  }
  return lack;
}

export function isAnybodyHungry(world: World): boolean {
  return [...world.quotas.keys()].some((top) => lackOf(world, top).size > 0);
}

/** What is free of all agents beyond what guarantees lack, by name where they lack any. */
export function surplusOf(world: World): Map<string, Milli> {
  const required = new Map<string, Milli>();
  for (const top of world.quotas.keys()) {
    for (const [name, milli] of lackOf(world, top)) {
      required.set(name, (required.get(name) ?? 0) + milli);
    }
  }
  if (required.size === 0) return required;
  const free = new Map<string, Milli>();
  for (const agent of world.agents.values()) {
    addAll(free, unshared(availableOn(world, agent)).filter(isQuotaed));
  }
  return new Map(
    [...required].map(([name, milli]) => [name, (free.get(name) ?? 0) - milli] as const),
  );
}

/** What the limit of the role's tree still allows, by name where there is a limit. */
export function allowanceOf(world: World, top: string): Map<string, Milli> {
  const limits: Quantities = world.quotas.get(top)?.limits ?? new Map();
  if (limits.size === 0) return new Map();
  const consumed = consumedBy(world, top);
  return new Map([...limits].map(([name, milli]) => [name, milli - (consumed.get(name) ?? 0)]));
}

function withinQuota(world: World, role: string, seen: Resources): Resources {
  const allowance = allowanceOf(world, topOf(role));
  const surplus = surplusOf(world);
  return chopped(seen, (name) => least(allowance.get(name), surplus.get(name)));
}

/** Nothing when it would not bring the guarantee nearer. */
function towardsGuarantee(world: World, role: string, seen: Resources): Resources {
  const lack = lackOf(world, topOf(role));
  if (lack.size === 0) return Resources.none;
  const allowance = allowanceOf(world, topOf(role));
  const surplus = surplusOf(world);
  const own = seen.filter(
    (r) => isQuotaed(r) || r.type !== "SCALAR" || isRevocable(r) || reservationRole(r) === role,
  );
  const offer = chopped(own, (name) => {
    const lacking = lack.get(name) ?? 0;
    const allowed = allowance.get(name);
    const beyond = least(allowed === undefined ? undefined : allowed - lacking, surplus.get(name));
    return beyond === undefined ? undefined : lacking + Math.max(0, beyond);
  });
  const isNearer = [...offer].some(({ meta }) => isQuotaed(meta) && lack.has(meta.name));
  return isNearer ? offer : Resources.none;
}

/** At most so much of what quota is about; whole disks are not cut. */
function chopped(resources: Resources, most: (name: string) => Milli | undefined): Resources {
  const left = new Map<string, Milli>();
  const kept: Resource[] = [];
  let isWhole = true;
  for (const resource of resources.items) {
    const limit = isQuotaed(resource)
      ? (left.get(resource.name) ?? most(resource.name))
      : undefined;
    if (limit === undefined) {
      kept.push(resource);
      continue;
    }
    const has = toMilli(resource.scalar?.value ?? 0);
    const isCut = has > limit;
    isWhole &&= !isCut;
    const milli = !isCut ? has : resource.disk?.source === undefined ? Math.max(0, limit) : 0;
    left.set(resource.name, limit - milli);
    if (milli > 0) kept.push({ ...resource, scalar: { value: fromMilli(milli) } });
  }
  return isWhole ? resources : Resources.of(kept);
}

// ---- Gates.

function isOfferable(
  world: World,
  agent: AgentRecord,
  framework: FrameworkRecord,
  role: string,
  resources: Resources,
  nowMs: number,
): boolean {
  return (
    isWorth(world, framework, role, resources) &&
    obstacleFor(world, agent, framework, role) === undefined &&
    !isRefused(world, framework, role, agent, resources, nowMs)
  );
}

export function isWorth(
  { config }: World,
  { info }: FrameworkRecord,
  role: string,
  resources: Resources,
): boolean {
  if (resources.isEmpty) return false;
  const sets: MinAllocatable = info.minAllocatable?.get(role) ?? config.minAllocatable;
  return (
    sets.length === 0 ||
    sets.some((set) =>
      Object.entries(set).every(([name, value]) => resources.milli(name) >= toMilli(value)),
    )
  );
}

/** Why the framework may get nothing of the agent in this role, whatever it is. */
export function obstacleFor(
  { config }: World,
  agent: AgentRecord,
  { info }: FrameworkRecord,
  role: string,
): string | undefined {
  const has = info.capabilities;
  const region = agent.facts.domain?.fault_domain?.region.name;
  const own = config.domain?.fault_domain?.region.name;
  if (config.filterGpuResources && agent.total.milli("gpus") > 0 && !has.has("GPU_RESOURCES")) {
    return "it has GPUs";
  }
  if (own !== undefined && region !== undefined && own !== region && !has.has("REGION_AWARE")) {
    return "it is in another region";
  }
  if (has.has("MULTI_ROLE") && !agent.capabilities.has("MULTI_ROLE")) return "no MULTI_ROLE";
  if (role.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) {
    return "no HIERARCHICAL_ROLE";
  }
  if (info.constraints?.isAgentExcluded(role, agent.facts) === true) return "constraints";
  return undefined;
}

export function isRefused(
  world: World,
  framework: FrameworkRecord,
  role: string,
  agent: AgentRecord,
  resources: Resources,
  nowMs: number,
): boolean {
  return world.filters.some(
    (filter) =>
      filter.frameworkId === framework.id &&
      filter.role === role &&
      filter.agentId === agent.id &&
      filter.untilMs >= nowMs &&
      filter.resources.contains(resources),
  );
}

/** Whether offers of the agent are made to anybody. */
export function isOpen({ whitelist }: World, { active, facts }: AgentRecord): boolean {
  return active && whitelist?.has(facts.hostname) !== false;
}

/** Whether the framework gets offers in the role. */
export function wants({ active, info, suppressed }: FrameworkRecord, role: string): boolean {
  return active && info.roles.includes(role) && !suppressed.has(role);
}

// ---- Order of service.

/** Roles in which somebody wants offers, the one to serve first in front; so their frameworks. */
export function orderOfService(world: World): [role: string, frameworks: FrameworkRecord[]][] {
  const shares = sharesOf(world);
  const inRole = new Map<string, FrameworkRecord[]>();
  for (const framework of world.frameworks.values()) {
    for (const role of new Set(framework.info.roles)) {
      if (wants(framework, role)) inRole.set(role, [...(inRole.get(role) ?? []), framework]);
    }
  }
  const compare = (a: string, b: string): number =>
    (shares.get(a) ?? 0) - (shares.get(b) ?? 0) ||
    (world.counts.get(a) ?? 0) - (world.counts.get(b) ?? 0) ||
    (a < b ? -1 : 1);
  const leaves = [...inRole.keys()].sort((a, b) => compareLeaves(a, b, compare));
  return leaves.map((role) => [
    role,
    (inRole.get(role) ?? []).sort((a, b) => compare(`${role} ${a.id}`, `${role} ${b.id}`)),
  ]);
}

/** Two roles are compared where their paths part; a role competes with those below it as `.`. */
function compareLeaves(a: string, b: string, compare: (a: string, b: string) => number): number {
  const [partsA, partsB] = [
    [...a.split("/"), "."],
    [...b.split("/"), "."],
  ];
  let depth = 0;
  while (partsA[depth] === partsB[depth]) depth++;
  return compare(partsA.slice(0, depth + 1).join("/"), partsB.slice(0, depth + 1).join("/"));
}

/** The weighted dominant share of every node. */
export function sharesOf(world: World): Map<string, number> {
  const totals = new Map<string, Milli>();
  for (const { total } of world.agents.values()) addAll(totals, total);
  const held = new Map<string, Map<string, Milli>>();
  const counted = new Set<string>();
  for (const holding of world.holdings) {
    for (const node of nodesOf(holding)) {
      const sums = held.get(node) ?? new Map<string, Milli>();
      held.set(node, sums);
      for (const { meta, amount, key } of holding.resources) {
        if (amount.type !== "scalar") continue;
        // Of a shared resource all copies count once.
        const copy = `${node} ${holding.agentId} ${key}`;
        if (isShared(meta) && counted.has(copy)) continue;
        counted.add(copy);
        sums.set(meta.name, (sums.get(meta.name) ?? 0) + amount.milli);
      }
    }
  }
  const shares = new Map<string, number>();
  for (const [node, sums] of held) {
    let dominant = 0;
    for (const [name, milli] of sums) {
      const total = totals.get(name) ?? 0;
      if (total > 0 && !world.config.fairSharingExcluded.has(name)) {
        dominant = Math.max(dominant, milli / total);
      }
    }
    shares.set(node, dominant / (world.weights.get(node) ?? 1));
  }
  return shares;
}

// ---- Small things.

export function addAll(sums: Map<string, Milli>, resources: Resources): void {
  for (const [name, milli] of resources.quantities()) sums.set(name, (sums.get(name) ?? 0) + milli);
}

function least(a: Milli | undefined, b: Milli | undefined): Milli | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function recordOf<T>(records: ReadonlyMap<string, T>, id: string): T {
  const record = records.get(id);
  if (record === undefined) throw new Error(`no record of ${id}`);
  return record;
}
