import { assert, type Random } from "@mesos-ts/base";
import { Resources } from "@mesos-ts/resources";
import type {
  AgentFacts,
  Allocation,
  Allocator,
  AllocatorAgent,
  AllocatorConfig,
  AllocatorFramework,
  Decisions,
  Holdings,
  InverseAllocation,
  Quantities,
  Quota,
  RecoverReason,
  TimeMs,
} from "./contract.ts";
import { Filters } from "./filters.ts";
import { RoleTree } from "./role-tree.ts";
import { DrfSorter } from "./sorter.ts";
import { Turns } from "./turns.ts";
import { isEnough, visibleTo } from "./visibility.ts";

interface Framework {
  info: AllocatorFramework;
  active: boolean;
  suppressed: Set<string>;
  readonly filters: Map<string, Filters>;
  /** What it holds, by agent, with allocation. */
  readonly held: Map<string, Resources>;
}

interface Agent {
  total: Resources;
  /** Total less what anybody holds, without allocation. */
  available: Resources;
  hasGpus: boolean;
  active: boolean;
  /** Allocations that somebody still thinks about, and when the last one was made. */
  unanswered: number;
  offeredMs: TimeMs;
  facts: AgentFacts;
  /** Frameworks that have an inverse offer; undefined: no maintenance is scheduled. */
  told: Set<string> | undefined;
}

interface Role {
  readonly frameworks: DrfSorter;
}

/** The allocator of Mesos: weighted dominant resource fairness over a tree of roles. */
export function createAllocator(config: AllocatorConfig, random: Random): Allocator {
  return new HierarchicalAllocator(config, random);
}

class HierarchicalAllocator implements Allocator {
  readonly #config: AllocatorConfig;
  readonly #random: Random;
  readonly #frameworks = new Map<string, Framework>();
  readonly #agents = new Map<string, Agent>();
  readonly #roles = new Map<string, Role>();
  readonly #tree: RoleTree;
  readonly #turns: Turns;
  readonly #quotas = new Map<string, Quota>();
  #whitelist: ReadonlySet<string> | undefined;
  #weights: Readonly<Record<string, number>>;
  #total = Resources.none;
  #allocated = Resources.none;
  #totalsChanged = false;
  #runs = 0;

  constructor(config: AllocatorConfig, random: Random) {
    this.#config = config;
    this.#random = random;
    this.#weights = config.weights;
    this.#turns = new Turns(config.allocationIntervalMs);
    this.#tree = new RoleTree((role) => this.#weightOf(role));
  }

  addFramework(id: string, info: AllocatorFramework, active: boolean, nowMs: TimeMs): void {
    assert(!this.#frameworks.has(id), `framework ${id} is known already`);
    const framework: Framework = {
      info: { ...info, roles: [] },
      active,
      suppressed: new Set(),
      filters: new Map(),
      held: new Map(),
    };
    this.#frameworks.set(id, framework);
    this.#setRoles(id, framework, info);
    if (active) this.#turns.markUrgent(this.#agents.keys(), nowMs);
  }

  removeFramework(id: string): void {
    const framework = this.#framework(id);
    for (const agentId of [...framework.held.keys()]) {
      const held = framework.held.get(agentId) ?? Resources.none;
      this.#release(id, framework, agentId, held);
    }
    this.#setRoles(id, framework, { ...framework.info, roles: [], suppressedRoles: [] });
    this.#frameworks.delete(id);
  }

  updateFramework(id: string, info: AllocatorFramework, nowMs: TimeMs): void {
    this.#setRoles(id, this.#framework(id), info);
    this.#turns.markUrgent(this.#agents.keys(), nowMs);
  }

  activateFramework(id: string, nowMs: TimeMs): void {
    const framework = this.#framework(id);
    framework.active = true;
    this.#refreshActivity(id, framework);
    this.#turns.markUrgent(this.#agents.keys(), nowMs);
  }

  deactivateFramework(id: string): void {
    const framework = this.#framework(id);
    framework.active = false;
    framework.filters.clear();
    this.#refreshActivity(id, framework);
  }

  addAgent(id: string, { total, used, facts }: AllocatorAgent, nowMs: TimeMs): void {
    assert(!this.#agents.has(id), `agent ${id} is known already`);
    this.#agents.set(id, {
      total,
      available: total,
      hasGpus: total.milli("gpus") > 0,
      active: true,
      unanswered: 0,
      offeredMs: 0,
      facts,
      told: undefined,
    });
    this.#total = this.#total.plus(total);
    this.#totalsChanged = true;
    for (const [frameworkId, resources] of used) this.addAllocation(frameworkId, id, resources);
    this.#turns.markUrgent([id], nowMs);
  }

  removeAgent(id: string): void {
    const agent = this.#agent(id);
    for (const [frameworkId, framework] of this.#frameworks) {
      const held = framework.held.get(id);
      if (held !== undefined) this.#release(frameworkId, framework, id, held);
      for (const filters of framework.filters.values()) filters.removeAgent(id);
    }
    this.#total = this.#total.minus(agent.total);
    this.#totalsChanged = true;
    this.#agents.delete(id);
    this.#turns.forget(id);
  }

  updateAgentTotal(id: string, total: Resources, nowMs: TimeMs): void {
    const agent = this.#agent(id);
    if (agent.total.equals(total)) return;
    this.#total = this.#total.minus(agent.total).plus(total);
    this.#totalsChanged = true;
    const held = agent.total.minus(agent.available);
    agent.total = total;
    agent.hasGpus = total.milli("gpus") > 0;
    agent.available = total.minus(held);
    this.#turns.markUrgent([id], nowMs);
  }

  updateAgentFacts(
    id: string,
    facts: AgentFacts,
    _capabilities: AllocatorAgent["capabilities"],
    nowMs: TimeMs,
  ): void {
    this.#agent(id).facts = facts;
    this.#turns.markUrgent([id], nowMs);
  }

  activateAgent(id: string, nowMs: TimeMs): void {
    this.#agent(id).active = true;
    this.#turns.markUrgent([id], nowMs);
  }

  deactivateAgent(id: string): void {
    this.#agent(id).active = false;
  }

  convert(frameworkId: string, agentId: string, before: Resources, after: Resources): void {
    const agent = this.#agent(agentId);
    const framework = this.#framework(frameworkId);
    this.#release(frameworkId, framework, agentId, before);
    const gone = before.unallocated();
    const come = after.unallocated();
    agent.total = agent.total.minus(gone).plus(come);
    agent.available = agent.available.minus(gone).plus(come);
    this.#total = this.#total.minus(gone).plus(come);
    this.#hold(frameworkId, framework, agentId, after, "restored");
  }

  convertAvailable(id: string, before: Resources, after: Resources, nowMs: TimeMs): boolean {
    const agent = this.#agent(id);
    if (!agent.available.contains(before)) return false;
    agent.total = agent.total.minus(before).plus(after);
    agent.available = agent.available.minus(before).plus(after);
    this.#total = this.#total.minus(before).plus(after);
    this.#totalsChanged = true;
    this.#turns.markUrgent([id], nowMs);
    return true;
  }

  addAllocation(frameworkId: string, agentId: string, resources: Resources): void {
    const framework = this.#frameworks.get(frameworkId);
    if (framework === undefined || resources.isEmpty) return;
    this.#hold(frameworkId, framework, agentId, resources, "restored");
  }

  recover(
    frameworkId: string,
    agentId: string,
    resources: Resources,
    reason: RecoverReason,
    refuseMs: number | undefined,
    nowMs: TimeMs,
  ): void {
    const framework = this.#frameworks.get(frameworkId);
    if (framework === undefined || resources.isEmpty || !this.#agents.has(agentId)) return;
    this.#release(frameworkId, framework, agentId, resources);
    if (reason === "freed") this.#turns.markFreed(agentId, nowMs);
    if (refuseMs === undefined || refuseMs <= 0) return;
    const untilMs = nowMs + Math.max(refuseMs, this.#config.allocationIntervalMs);
    for (const role of rolesOf(resources)) {
      const filters = framework.filters.get(role) ?? new Filters();
      framework.filters.set(role, filters);
      const refused = resources.filter((r) => r.allocation_info?.role === role).unallocated();
      filters.add(agentId, refused, untilMs);
    }
  }

  answered(agentId: string, nowMs: TimeMs): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return;
    agent.unanswered = Math.max(0, agent.unanswered - 1);
    this.#turns.release(agentId, nowMs);
  }

  suppress(id: string, roles: readonly string[]): void {
    const framework = this.#framework(id);
    for (const role of roles.length === 0 ? framework.info.roles : roles) {
      framework.suppressed.add(role);
    }
    this.#refreshActivity(id, framework);
  }

  revive(id: string, roles: readonly string[], nowMs: TimeMs): void {
    const framework = this.#framework(id);
    for (const role of roles.length === 0 ? framework.info.roles : roles) {
      framework.suppressed.delete(role);
      framework.filters.delete(role);
    }
    this.#refreshActivity(id, framework);
    this.#turns.markUrgent(this.#agents.keys(), nowMs);
  }

  updateWeights(weights: Readonly<Record<string, number>>, nowMs: TimeMs): void {
    this.#weights = { ...this.#weights, ...weights };
    this.#tree.invalidate();
    this.#turns.markUrgent(this.#agents.keys(), nowMs);
  }

  updateQuota(role: string, quota: Quota, _nowMs: TimeMs): void {
    this.#quotas.set(role, quota);
  }

  updateWhitelist(hostnames: ReadonlySet<string> | undefined, nowMs: TimeMs): void {
    this.#whitelist = hostnames;
    this.#turns.markUrgent(this.#agents.keys(), nowMs);
  }

  startRecovery(_expectedAgents: number, _nowMs: TimeMs): void {}

  updateUnavailability(agentId: string, unavailable: boolean, nowMs: TimeMs): void {
    this.#agent(agentId).told = unavailable ? new Set() : undefined;
    this.#turns.markUrgent([agentId], nowMs);
  }

  answeredInverse(frameworkId: string, agentId: string): void {
    this.#agents.get(agentId)?.told?.delete(frameworkId);
  }

  dueMs(): TimeMs | undefined {
    if (this.#frameworks.size === 0 || this.#agents.size === 0) return undefined;
    return this.#turns.dueMs();
  }

  run(nowMs: TimeMs): Decisions {
    return { offers: this.#offers(nowMs), inverseOffers: this.#inverseOffers() };
  }

  #inverseOffers(): InverseAllocation[] {
    const list: InverseAllocation[] = [];
    for (const [agentId, { told }] of this.#agents) {
      if (told === undefined) continue;
      for (const [frameworkId, { active, held }] of this.#frameworks) {
        if (!active || !held.has(agentId) || told.has(frameworkId)) continue;
        told.add(frameworkId);
        list.push({ frameworkId, agentId });
      }
    }
    return list;
  }

  #offers(nowMs: TimeMs): readonly Allocation[] {
    this.#runs++;
    if (this.#totalsChanged) {
      const totals = this.#total.quantities();
      this.#tree.setTotals(totals);
      for (const role of this.#roles.values()) role.frameworks.setTotals(totals);
      this.#totalsChanged = false;
    }
    const isReady = (id: string): boolean => this.#isReady(id, nowMs);
    if (this.#turns.isBatch(nowMs)) {
      const agents = this.#turns.takeBatch(this.#agents.keys(), isReady, nowMs);
      return this.#serve(this.#random.shuffle(agents), nowMs);
    }
    const urgent = this.#serve(this.#random.shuffle(this.#turns.takeUrgent()), nowMs);
    const freed = this.#serve(this.#turns.takeFreed(isReady, nowMs), nowMs);
    this.#turns.spend(freed.length);
    return [...urgent, ...freed];
  }

  consumed(_role: string): Quantities {
    return new Map();
  }

  totals(): { total: Resources; allocated: Resources } {
    return { total: this.#total, allocated: this.#allocated };
  }

  holdings(agentId: string): Holdings | undefined {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return undefined;
    const held = new Map<string, Resources>();
    for (const [frameworkId, framework] of this.#frameworks) {
      const resources = framework.held.get(agentId);
      if (resources !== undefined) held.set(frameworkId, resources);
    }
    return { total: agent.total, available: agent.available, held };
  }

  metrics(): Readonly<Record<string, number>> {
    const metrics: Record<string, number> = {
      "allocator/mesos/allocation_runs": this.#runs,
    };
    const allocated = this.#allocated.quantities();
    for (const [name, milli] of this.#total.quantities()) {
      metrics[`allocator/mesos/resources/${name}/total`] = milli / 1000;
      metrics[`allocator/mesos/resources/${name}/offered_or_allocated`] =
        (allocated.get(name) ?? 0) / 1000;
    }
    for (const role of this.#roles.keys()) {
      metrics[`allocator/mesos/roles/${role}/shares/dominant`] = this.#tree.share(role);
    }
    return metrics;
  }

  /**
   * An agent whose last offer is not answered is not offered again within an interval: otherwise
   * what is freed meanwhile would travel in crumbs, which Mesos's batches never make.
   */
  #isReady(id: string, nowMs: TimeMs): boolean {
    const agent = this.#agents.get(id);
    if (agent === undefined) return false;
    return agent.unanswered === 0 || nowMs - agent.offeredMs >= this.#config.allocationIntervalMs;
  }

  #serve(agentIds: readonly string[], nowMs: TimeMs): Allocation[] {
    const allocations: Allocation[] = [];
    for (const agentId of agentIds) {
      const agent = this.#agents.get(agentId);
      if (agent?.active !== true || agent.available.isEmpty) continue;
      if (this.#whitelist?.has(agent.facts.hostname) === false) continue;
      this.#serveAgent(agentId, agent, nowMs, allocations);
    }
    return allocations;
  }

  #serveAgent(agentId: string, agent: Agent, nowMs: TimeMs, allocations: Allocation[]): void {
    for (const roleName of this.#tree.sorted()) {
      const role = this.#roles.get(roleName);
      if (role === undefined) continue;
      const offerable = agent.available.allocatableTo(roleName);
      if (offerable.isEmpty) continue;
      const isCrumb = !isEnough(offerable, this.#config.minAllocatable);
      for (const frameworkId of role.frameworks.sorted()) {
        const framework = this.#framework(frameworkId);
        const wanted = framework.info.minAllocatable?.get(roleName);
        if (isCrumb && wanted === undefined) continue;
        if (agent.hasGpus && this.#hidesGpus(framework)) continue;
        const visible = visibleTo(
          agent.available.allocatableTo(roleName),
          framework.info.capabilities,
        );
        if (!isEnough(visible, wanted ?? this.#config.minAllocatable)) continue;
        if (framework.filters.get(roleName)?.refuses(agentId, visible, nowMs)) continue;
        const resources = visible.allocated(roleName);
        this.#hold(frameworkId, framework, agentId, resources, "allocated");
        agent.unanswered++;
        agent.offeredMs = nowMs;
        allocations.push({ frameworkId, role: roleName, agentId, resources });
        if (agent.available.isEmpty) return;
      }
    }
  }

  #hidesGpus({ info }: Framework): boolean {
    return this.#config.filterGpuResources && !info.capabilities.has("GPU_RESOURCES");
  }

  #hold(
    frameworkId: string,
    framework: Framework,
    agentId: string,
    resources: Resources,
    how: "allocated" | "restored",
  ): void {
    const agent = this.#agent(agentId);
    framework.held.set(agentId, (framework.held.get(agentId) ?? Resources.none).plus(resources));
    agent.available = agent.available.minus(resources.unallocated());
    this.#allocated = this.#allocated.plus(resources.unallocated());
    this.#account(frameworkId, resources, how);
  }

  #release(frameworkId: string, framework: Framework, agentId: string, resources: Resources): void {
    const agent = this.#agent(agentId);
    const held = framework.held.get(agentId) ?? Resources.none;
    assert(held.contains(resources), `${frameworkId} gives back ${resources} but holds ${held}`);
    const rest = held.minus(resources);
    if (rest.isEmpty) framework.held.delete(agentId);
    else framework.held.set(agentId, rest);
    // A total that shrank meanwhile leaves less to come back.
    const back = resources.unallocated();
    agent.available = agent.available.plus(back);
    this.#allocated = this.#allocated.minus(back);
    this.#account(frameworkId, resources, "unallocated");
  }

  #account(
    frameworkId: string,
    resources: Resources,
    how: "allocated" | "restored" | "unallocated",
  ): void {
    for (const name of rolesOf(resources)) {
      const quantities = resources.filter((r) => r.allocation_info?.role === name).quantities();
      const role = this.#useRole(name, frameworkId);
      this.#tree[how](name, quantities);
      role.frameworks[how](frameworkId, quantities);
      this.#dropRoleIfUnused(name, frameworkId);
    }
  }

  #setRoles(id: string, framework: Framework, info: AllocatorFramework): void {
    const before = framework.info.roles;
    framework.info = info;
    framework.suppressed = new Set(info.suppressedRoles);
    for (const role of info.roles) this.#useRole(role, id);
    for (const role of before) this.#dropRoleIfUnused(role, id);
    this.#refreshActivity(id, framework);
  }

  /** A role exists while a framework subscribes to it or holds resources in it. */
  #useRole(name: string, frameworkId: string): Role {
    let role = this.#roles.get(name);
    if (role === undefined) {
      role = { frameworks: new DrfSorter() };
      role.frameworks.setTotals(this.#total.quantities());
      this.#roles.set(name, role);
      this.#tree.add(name);
    }
    if (!role.frameworks.has(frameworkId)) {
      role.frameworks.add(frameworkId, () => 1);
      role.frameworks.setActive(frameworkId, this.#wantsOffers(frameworkId, name));
    }
    return role;
  }

  #dropRoleIfUnused(name: string, frameworkId: string): void {
    const role = this.#roles.get(name);
    const framework = this.#frameworks.get(frameworkId);
    if (role === undefined || framework === undefined) return;
    if (framework.info.roles.includes(name)) return;
    for (const held of framework.held.values()) {
      if (rolesOf(held).has(name)) return;
    }
    role.frameworks.remove(frameworkId);
    if (role.frameworks.size > 0) return;
    this.#roles.delete(name);
    this.#tree.remove(name);
  }

  #refreshActivity(id: string, framework: Framework): void {
    for (const role of framework.info.roles) {
      this.#roles.get(role)?.frameworks.setActive(id, this.#wantsOffers(id, role));
    }
  }

  #wantsOffers(frameworkId: string, role: string): boolean {
    const framework = this.#framework(frameworkId);
    return (
      framework.active && framework.info.roles.includes(role) && !framework.suppressed.has(role)
    );
  }

  #weightOf(role: string): number {
    return this.#weights[role] ?? 1;
  }

  #framework(id: string): Framework {
    const framework = this.#frameworks.get(id);
    assert(framework !== undefined, `allocator does not know framework ${id}`);
    return framework;
  }

  #agent(id: string): Agent {
    const agent = this.#agents.get(id);
    assert(agent !== undefined, `allocator does not know agent ${id}`);
    return agent;
  }
}

function rolesOf(resources: Resources): Set<string> {
  const roles = new Set<string>();
  for (const { meta } of resources) {
    if (meta.allocation_info?.role !== undefined) roles.add(meta.allocation_info.role);
  }
  return roles;
}
