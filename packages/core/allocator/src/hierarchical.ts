import { assert, type Random } from "@mesos-ts/base";
import { Resources } from "@mesos-ts/resources";
import { Agent, sameAttributes } from "./agent.ts";
import { Books } from "./books.ts";
import type {
  AgentFacts,
  Allocation,
  Allocator,
  AllocatorAgent,
  AllocatorConfig,
  AllocatorFramework,
  Decisions,
  Holdings,
  Quantities,
  Quota,
  RecoverReason,
  TimeMs,
} from "./contract.ts";
import { Cycle, SLICE_BUDGET } from "./cycle.ts";
import { Demand } from "./demand.ts";
import { AgentFilters } from "./filters.ts";
import type { Framework } from "./framework.ts";
import { Handout } from "./handout.ts";
import { Maintenance } from "./maintenance.ts";
import { allocatorMetrics } from "./metrics.ts";
import { Quotas } from "./quotas.ts";
import { Recovery } from "./recovery.ts";
import { Roles, type Subscription } from "./roles.ts";
import type { Market } from "./serving.ts";
import { Pool } from "./sorter.ts";
import { Subscriptions } from "./subscriptions.ts";
import { Turns } from "./turns.ts";
import { minimumOf } from "./visibility.ts";

/** The allocator of Mesos: weighted dominant resource fairness over a tree of roles, with quota. */
export function createAllocator(
  config: AllocatorConfig,
  random: Random,
  sliceBudget = SLICE_BUDGET,
): Allocator {
  return new HierarchicalAllocator(config, random, sliceBudget);
}

class HierarchicalAllocator implements Allocator {
  readonly #config: AllocatorConfig;
  readonly #random: Random;
  readonly #sliceBudget: number;
  readonly #frameworks = new Map<string, Framework>();
  readonly #agents = new Map<string, Agent>();
  readonly #pool: Pool;
  readonly #roles: Roles;
  readonly #subscriptions: Subscriptions;
  readonly #books: Books;
  readonly #demand = new Demand();
  readonly #turns: Turns;
  readonly #maintenance = new Maintenance();
  readonly #recovery: Recovery;
  readonly #market: Market;
  #whitelist: ReadonlySet<string> | undefined;
  /** Frameworks with `min_allocatable_resources` of their own. */
  #withOwnMinimums = 0;
  /** What is under way: all agents, or a few whose turn could not wait. */
  #all: Cycle | undefined;
  #few: Cycle | undefined;
  readonly #handout = new Handout();
  #runs = 0;
  #nowMs: TimeMs = 0;

  constructor(config: AllocatorConfig, random: Random, sliceBudget: number) {
    this.#config = config;
    this.#random = random;
    this.#sliceBudget = sliceBudget;
    this.#pool = new Pool(config.fairSharingExcluded);
    const minimum = minimumOf(config.minAllocatable);
    const quotas = new Quotas(minimum);
    this.#roles = new Roles({ ...config, pool: this.#pool, quotas, random });
    this.#subscriptions = new Subscriptions(this.#roles, this.#demand, this.#agents);
    this.#books = new Books(this.#pool, this.#roles, quotas);
    this.#turns = new Turns(config.allocationIntervalMs);
    this.#recovery = new Recovery(config);
    this.#market = {
      config,
      minimum,
      roles: this.#roles,
      books: this.#books,
      hasOwnMinimums: () => this.#withOwnMinimums > 0,
      isWhitelisted: ({ facts }) => this.#whitelist?.has(facts.hostname) !== false,
    };
  }

  addFramework(id: string, info: AllocatorFramework, active: boolean, nowMs: TimeMs): void {
    assert(!this.#frameworks.has(id), `framework ${id} is known already`);
    const framework: Framework = {
      id,
      info,
      active,
      minimums: new Map(),
      subscriptions: new Map(),
      inverseFilters: new Map(),
    };
    this.#frameworks.set(id, framework);
    this.#setInfo(framework, info);
    if (active) this.#turns.markAllUrgent(nowMs);
  }

  removeFramework(id: string): void {
    const framework = this.#framework(id);
    framework.active = false;
    for (const agent of this.#agents.values()) {
      agent.told?.delete(id);
      for (const [subscription, held] of [...(agent.held ?? [])]) {
        if (subscription.framework === framework) this.#release(subscription, agent, held);
      }
    }
    for (const subscription of framework.subscriptions.values()) {
      this.#subscriptions.remove(subscription);
    }
    if (framework.minimums.size > 0) this.#withOwnMinimums--;
    this.#forgetAllocations(({ frameworkId }) => frameworkId === id);
    this.#frameworks.delete(id);
  }

  updateFramework(id: string, info: AllocatorFramework, nowMs: TimeMs): void {
    const framework = this.#framework(id);
    framework.inverseFilters.clear();
    this.#setInfo(framework, info);
    this.#turns.markAllUrgent(nowMs);
  }

  activateFramework(id: string, nowMs: TimeMs): void {
    const framework = this.#framework(id);
    framework.active = true;
    for (const subscription of framework.subscriptions.values()) {
      this.#subscriptions.refresh(subscription);
    }
    this.#turns.markAllUrgent(nowMs);
  }

  deactivateFramework(id: string): void {
    const framework = this.#framework(id);
    framework.active = false;
    framework.inverseFilters.clear();
    for (const subscription of framework.subscriptions.values()) {
      this.#subscriptions.forgetFilters(subscription);
      this.#subscriptions.refresh(subscription);
    }
  }

  addAgent(id: string, described: AllocatorAgent, nowMs: TimeMs): void {
    assert(!this.#agents.has(id), `agent ${id} is known already`);
    const agent = new Agent(id, described);
    this.#agents.set(id, agent);
    this.#books.enter(agent);
    for (const [frameworkId, used] of described.used) this.addAllocation(frameworkId, id, used);
    this.#recovery.agentsAre(this.#agents.size);
    this.#changed(agent, nowMs);
  }

  removeAgent(id: string): void {
    const agent = this.#agent(id);
    agent.active = false;
    for (const [subscription, held] of [...(agent.held ?? [])]) {
      this.#release(subscription, agent, held);
    }
    this.#books.leave(agent);
    this.#demand.forget(agent);
    this.#turns.forget(agent);
    this.#maintenance.forget(agent);
    this.#forgetInverseFilters(id);
    this.#forgetAllocations(({ agentId }) => agentId === id);
    this.#agents.delete(id);
  }

  updateAgentTotal(id: string, total: Resources, nowMs: TimeMs): void {
    const agent = this.#agent(id);
    if (agent.total.equals(total)) return;
    this.#books.changeTotal(agent, total);
    this.#changed(agent, nowMs);
  }

  updateAgentFacts(
    id: string,
    facts: AgentFacts,
    capabilities: AllocatorAgent["capabilities"],
    nowMs: TimeMs,
  ): void {
    const agent = this.#agent(id);
    if (!sameAttributes(agent.facts, facts)) {
      // Whoever refused it may have missed an attribute that it has now.
      agent.filters = undefined;
      this.#forgetInverseFilters(id);
    }
    agent.facts = facts;
    agent.capabilities = capabilities;
    this.#changed(agent, nowMs);
  }

  activateAgent(id: string, nowMs: TimeMs): void {
    const agent = this.#agent(id);
    agent.active = true;
    this.#changed(agent, nowMs);
  }

  deactivateAgent(id: string): void {
    this.#agent(id).active = false;
  }

  convert(frameworkId: string, agentId: string, before: Resources, after: Resources): void {
    const agent = this.#agent(agentId);
    const framework = this.#framework(frameworkId);
    for (const [role, resources] of before.allocations()) {
      this.#books.release(this.#subscriptions.of(framework, role), agent, resources);
    }
    const total = agent.total.minus(before.unallocated()).plus(after.unallocated());
    this.#books.changeTotal(agent, total);
    for (const [role, resources] of after.allocations()) {
      this.#books.hold(this.#subscriptions.of(framework, role), agent, resources, 0);
    }
    for (const role of before.allocations().keys()) {
      this.#subscriptions.dropIfUnused(this.#subscriptions.of(framework, role));
    }
    this.#demand.unsettle(agent);
  }

  convertAvailable(id: string, before: Resources, after: Resources, nowMs: TimeMs): boolean {
    const agent = this.#agent(id);
    if (!agent.available.plus(agent.shared).contains(before)) return false;
    this.#books.changeTotal(agent, agent.total.minus(before).plus(after));
    this.#changed(agent, nowMs);
    return true;
  }

  addAllocation(frameworkId: string, agentId: string, resources: Resources): void {
    const framework = this.#frameworks.get(frameworkId);
    if (framework === undefined || resources.isEmpty) return;
    const agent = this.#agent(agentId);
    for (const [role, some] of resources.allocations()) {
      this.#books.hold(this.#subscriptions.of(framework, role), agent, some, 1);
    }
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
    const agent = this.#agents.get(agentId);
    if (framework === undefined || agent === undefined || resources.isEmpty) return;
    if (reason === "freed") this.#turns.markFreed(agent, nowMs);
    for (const [role, some] of resources.allocations()) {
      const subscription = this.#subscriptions.of(framework, role);
      if (subscription.subscribed && refuseMs !== undefined && refuseMs > 0) {
        const untilMs = nowMs + Math.max(refuseMs, this.#config.allocationIntervalMs);
        agent.filters ??= new AgentFilters();
        agent.filters.add(subscription, some, untilMs, nowMs);
      }
      this.#release(subscription, agent, some);
    }
  }

  answered(agentId: string, nowMs: TimeMs): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return;
    agent.unanswered = Math.max(0, agent.unanswered - 1);
    this.#turns.release(agent, nowMs);
  }

  suppress(id: string, roles: readonly string[]): void {
    for (const subscription of this.#subscriptions.subscribed(this.#framework(id), roles)) {
      subscription.suppressed = true;
      this.#subscriptions.refresh(subscription);
    }
  }

  revive(id: string, roles: readonly string[], nowMs: TimeMs): void {
    this.#framework(id).inverseFilters.clear();
    for (const subscription of this.#subscriptions.subscribed(this.#framework(id), roles)) {
      subscription.suppressed = false;
      this.#subscriptions.forgetFilters(subscription);
      this.#subscriptions.refresh(subscription);
    }
    this.#turns.markAllUrgent(nowMs);
  }

  updateWeights(weights: Readonly<Record<string, number>>, nowMs: TimeMs): void {
    for (const [role, weight] of Object.entries(weights)) this.#roles.setWeight(role, weight);
    this.#turns.markAllUrgent(nowMs);
  }

  updateQuota(role: string, quota: Quota, nowMs: TimeMs): void {
    this.#books.quotas.update(role, quota);
    this.#turns.markAllUrgent(nowMs);
  }

  updateWhitelist(hostnames: ReadonlySet<string> | undefined, nowMs: TimeMs): void {
    this.#whitelist = hostnames;
    for (const agent of this.#agents.values()) this.#demand.unsettle(agent);
    this.#turns.markAllUrgent(nowMs);
  }

  startRecovery(expectedAgents: number, nowMs: TimeMs): void {
    if (!this.#books.quotas.exist) return;
    this.#recovery.start(expectedAgents, nowMs);
    this.#recovery.agentsAre(this.#agents.size);
  }

  updateUnavailability(agentId: string, unavailable: boolean, nowMs: TimeMs): void {
    const agent = this.#agent(agentId);
    this.#maintenance.schedule(agent, unavailable, this.#frameworks.values());
    this.#changed(agent, nowMs);
  }

  answeredInverse(
    frameworkId: string,
    agentId: string,
    refuseMs: number | undefined,
    nowMs: TimeMs,
  ): void {
    const framework = this.#frameworks.get(frameworkId);
    const agent = this.#agents.get(agentId);
    if (framework === undefined || agent === undefined) return;
    const isFiltered = refuseMs !== undefined && refuseMs > 0;
    this.#maintenance.answered(agent, framework, isFiltered ? nowMs + refuseMs : undefined);
  }

  dueMs(): TimeMs | undefined {
    if (this.#frameworks.size === 0 || this.#agents.size === 0) return undefined;
    if (this.#recovery.untilMs !== undefined) return this.#recovery.untilMs;
    return this.#isBusy ? this.#nowMs : this.#turns.dueMs();
  }

  run(nowMs: TimeMs): Decisions {
    this.#nowMs = nowMs;
    const begun = !this.#recovery.isPaused(nowMs) && this.#begin(nowMs);
    const wasBusy = this.#isBusy;
    const offers = this.#proceed(nowMs);
    const complete = !this.#isBusy;
    const inverseOffers = wasBusy && complete ? this.#maintenance.inverseOffers(nowMs) : [];
    return { offers, inverseOffers, begun, complete };
  }

  totals(): { total: Quantities; allocated: Quantities } {
    return { total: this.#pool.totals, allocated: this.#books.allocated };
  }

  consumed(role: string): Quantities {
    return this.#books.quotas.consumed(role);
  }

  holdings(agentId: string): Holdings | undefined {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return undefined;
    const held = new Map<string, Resources>();
    for (const [{ framework, role }, resources] of agent.held ?? []) {
      const before = held.get(framework.id) ?? Resources.none;
      held.set(framework.id, before.plus(resources.allocated(role.path)));
    }
    return { total: agent.total, available: agent.available.plus(agent.shared), held };
  }

  metrics(): Readonly<Record<string, number>> {
    return allocatorMetrics({
      runs: this.#runs,
      nowMs: this.#nowMs,
      totals: this.totals(),
      roles: this.#roles,
      quotas: this.#books.quotas,
      agents: () => this.#agents.values(),
    });
  }

  get #isBusy(): boolean {
    return this.#all !== undefined || this.#few !== undefined || !this.#handout.isEmpty;
  }

  /** A slice of what is under way: the few go first; all are handed out when all is decided. */
  #proceed(nowMs: TimeMs): Allocation[] {
    const offers: Allocation[] = [];
    if (this.#few?.slice(nowMs) === false) return offers;
    offers.push(...(this.#few?.allocations ?? []));
    this.#few = undefined;
    if (this.#all?.slice(nowMs) === true) {
      this.#turns.servedAll(this.#all.allocations.length, nowMs);
      this.#handout.add(this.#all.allocations);
      this.#all = undefined;
    }
    offers.push(...this.#handout.take());
    return offers;
  }

  /** Begins what is due and not under way; false: nothing. */
  #begin(nowMs: TimeMs): boolean {
    const isFree = this.#all === undefined && this.#handout.isEmpty;
    if (isFree && this.#turns.isForAll(nowMs)) {
      this.#turns.takeAll(nowMs);
      const { version } = this.#books.quotas;
      const agents = this.#demand.collect(this.#agents.values(), nowMs, version);
      this.#all = this.#cycle(agents.filter((agent) => this.#admit(agent, nowMs)));
      return true;
    }
    if (this.#few !== undefined) return false;
    const urgent = this.#turns.takeUrgent(nowMs);
    const freed = this.#turns.takeFreed((agent) => this.#isReady(agent, nowMs), nowMs);
    if (urgent.length + freed.length === 0) return false;
    this.#turns.spend(freed.length);
    this.#few = this.#cycle([...urgent, ...freed]);
    return true;
  }

  #cycle(agents: Agent[]): Cycle {
    this.#runs++;
    return new Cycle(this.#market, this.#demand, this.#random, agents, this.#sliceBudget);
  }

  /**
   * An agent whose last offer is not answered is not offered again within an interval: otherwise
   * what is freed meanwhile would travel in crumbs, which Mesos's batches never make.
   */
  #isReady({ unanswered, offeredMs }: Agent, nowMs: TimeMs): boolean {
    return unanswered === 0 || nowMs - offeredMs >= this.#config.allocationIntervalMs;
  }

  /** Whether the agent takes part in a cycle; if not, it waits until its offers are answered. */
  #admit(agent: Agent, nowMs: TimeMs): boolean {
    if (this.#isReady(agent, nowMs)) return true;
    this.#demand.unsettle(agent);
    this.#turns.wait(agent);
    return false;
  }

  /** What was decided for somebody who is gone is never handed out, and needs no answer. */
  #forgetAllocations(isGone: (allocation: Allocation) => boolean): void {
    for (const decided of [this.#handout, this.#few, this.#all]) {
      for (const { agentId } of decided?.drop(isGone) ?? []) {
        const agent = this.#agents.get(agentId);
        if (agent !== undefined) agent.unanswered--;
      }
    }
  }

  #changed(agent: Agent, nowMs: TimeMs): void {
    this.#demand.unsettle(agent);
    this.#turns.markUrgent(agent, nowMs);
  }

  #release(subscription: Subscription, agent: Agent, resources: Resources): void {
    this.#books.release(subscription, agent, resources);
    this.#demand.unsettle(agent);
    this.#subscriptions.dropIfUnused(subscription);
  }

  #setInfo(framework: Framework, info: AllocatorFramework): void {
    const hadMinimums = framework.minimums.size > 0;
    framework.info = info;
    framework.minimums = new Map(
      [...(info.minAllocatable ?? [])].map(([role, sets]) => [role, minimumOf(sets)]),
    );
    this.#withOwnMinimums += Number(framework.minimums.size > 0) - Number(hadMinimums);
    this.#subscriptions.update(framework, info);
  }

  #forgetInverseFilters(agentId: string): void {
    for (const { inverseFilters } of this.#frameworks.values()) inverseFilters.delete(agentId);
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
