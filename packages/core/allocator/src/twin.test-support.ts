/**
 * The allocator and the plain records beside it: everything is done to both, and after everything
 * both must say the same.
 */
import { assert } from "@mesos-ts/base";
import { Resources } from "@mesos-ts/resources";
import { compareBooks, expectSame, textsOf } from "./comparison.test-support.ts";
import type {
  Allocation,
  Allocator,
  AllocatorAgent,
  AllocatorConfig,
  AllocatorFramework,
  InverseAllocation,
  Quota,
} from "./contract.ts";
import { createAllocator } from "./hierarchical.ts";
import {
  type AgentRecord,
  copyOf,
  type FrameworkRecord,
  forgetFilters,
  type Holding,
  hold,
  newWorld,
  prune,
  release,
  type World,
} from "./records.test-support.ts";
import {
  availableOn,
  cycleOf,
  inverseOffersOf,
  isAnybodyHungry,
  isOpen,
  merged,
  type Order,
} from "./reference.test-support.ts";
import { checkOffer } from "./rules.test-support.ts";
import { Shuffler } from "./shuffler.test-support.ts";

/** Both, one beside the other. */
export class Twin {
  readonly allocator: Allocator;
  readonly world: World;
  /** Allocations that are not answered. */
  offers: Allocation[] = [];
  /** Allocations that were accepted. */
  used: Allocation[] = [];
  nowMs = 0;
  /** Every agent has its turn at the next run. */
  #isForAll = false;
  #nextBatchMs = 0;
  /** False while slices of a cycle are interleaved with other things, until the next batch. */
  #isPredictable = true;
  #isBusy = false;
  /** False with random sorters, or when it is not known how often each was given something. */
  #isOrderKnown: boolean;
  readonly #shuffler: Shuffler;

  constructor(config: AllocatorConfig, seed: number, sliceBudget?: number) {
    this.#shuffler = new Shuffler(seed);
    this.allocator = createAllocator(config, this.#shuffler.random, sliceBudget);
    this.world = newWorld(config);
    this.#isOrderKnown = config.roleSorter === "drf" && config.frameworkSorter === "drf";
  }

  get agents(): ReadonlyMap<string, AgentRecord> {
    return this.world.agents;
  }

  get frameworks(): ReadonlyMap<string, FrameworkRecord> {
    return this.world.frameworks;
  }

  addFramework(id: string, info: AllocatorFramework, active: boolean): void {
    const suppressed = new Set(info.suppressedRoles);
    const framework = { id, info, active, suppressed, inverseFilters: new Map() };
    this.world.frameworks.set(id, framework);
    this.allocator.addFramework(id, info, active, this.nowMs);
    this.#isForAll ||= active;
  }

  removeFramework(id: string): void {
    this.allocator.removeFramework(id);
    for (const offer of this.offers.filter(({ frameworkId }) => frameworkId === id)) {
      this.answer(offer);
    }
    const isOther = ({ frameworkId }: { frameworkId: string }): boolean => frameworkId !== id;
    this.used = this.used.filter(isOther);
    this.world.holdings = this.world.holdings.filter(isOther);
    this.world.filters = this.world.filters.filter(isOther);
    for (const { told } of this.agents.values()) told.delete(id);
    this.world.frameworks.delete(id);
  }

  updateFramework(id: string, info: AllocatorFramework): void {
    const framework = this.#framework(id);
    const revived = info.roles.filter(
      (role) => framework.suppressed.has(role) && !info.suppressedRoles.includes(role),
    );
    const left = framework.info.roles.filter((role) => !info.roles.includes(role));
    forgetFilters(this.world, id, [...revived, ...left]);
    framework.inverseFilters.clear();
    framework.info = info;
    framework.suppressed = new Set(info.suppressedRoles);
    this.allocator.updateFramework(id, info, this.nowMs);
    this.#isForAll = true;
  }

  setActive(id: string, active: boolean): void {
    const framework = this.#framework(id);
    framework.active = active;
    if (active) {
      this.allocator.activateFramework(id, this.nowMs);
      this.#isForAll = true;
      return;
    }
    this.allocator.deactivateFramework(id);
    forgetFilters(this.world, id, framework.info.roles);
    framework.inverseFilters.clear();
    for (const offer of this.offers.filter(({ frameworkId }) => frameworkId === id)) {
      this.decline(offer, undefined);
    }
  }

  suppress(id: string, roles: readonly string[]): void {
    const framework = this.#framework(id);
    for (const role of this.#subscribed(framework, roles)) framework.suppressed.add(role);
    this.allocator.suppress(id, roles);
  }

  revive(id: string, roles: readonly string[]): void {
    const framework = this.#framework(id);
    const revived = this.#subscribed(framework, roles);
    for (const role of revived) framework.suppressed.delete(role);
    forgetFilters(this.world, id, revived);
    framework.inverseFilters.clear();
    this.allocator.revive(id, roles, this.nowMs);
    this.#isForAll = true;
  }

  addAgent(id: string, described: AllocatorAgent): void {
    const { total, facts, capabilities, used } = described;
    const agent: AgentRecord = {
      id,
      total,
      facts,
      capabilities,
      active: true,
      unanswered: 0,
      offeredMs: 0,
      isUnavailable: false,
      told: new Set(),
    };
    this.world.agents.set(id, agent);
    this.allocator.addAgent(id, described, this.nowMs);
    for (const [frameworkId, resources] of used) this.#use(frameworkId, id, resources);
  }

  removeAgent(id: string): void {
    const isOther = ({ agentId }: { agentId: string }): boolean => agentId !== id;
    this.offers = this.offers.filter(isOther);
    this.used = this.used.filter(isOther);
    this.world.holdings = this.world.holdings.filter(isOther);
    this.world.filters = this.world.filters.filter(isOther);
    for (const { inverseFilters } of this.frameworks.values()) inverseFilters.delete(id);
    this.world.agents.delete(id);
    this.allocator.removeAgent(id);
  }

  updateTotal(id: string, total: Resources): void {
    this.#agent(id).total = total;
    this.allocator.updateAgentTotal(id, total, this.nowMs);
  }

  updateFacts(
    id: string,
    facts: AllocatorAgent["facts"],
    capabilities: AllocatorAgent["capabilities"],
  ): void {
    const agent = this.#agent(id);
    const before = JSON.stringify(agent.facts.attributes);
    if (before !== JSON.stringify(facts.attributes)) {
      this.world.filters = this.world.filters.filter(({ agentId }) => agentId !== id);
      for (const { inverseFilters } of this.frameworks.values()) inverseFilters.delete(id);
    }
    agent.facts = facts;
    agent.capabilities = capabilities;
    this.allocator.updateAgentFacts(id, facts, capabilities, this.nowMs);
  }

  setAgentActive(id: string, active: boolean): void {
    this.#agent(id).active = active;
    if (active) this.allocator.activateAgent(id, this.nowMs);
    else this.allocator.deactivateAgent(id);
  }

  /** An offer is accepted: its resources are in use. */
  accept(offer: Allocation): void {
    this.answer(offer);
    this.used.push(offer);
  }

  decline(offer: Allocation, refuseMs: number | undefined): void {
    this.answer(offer);
    this.recover(offer, offer.resources, "unused", refuseMs);
  }

  /** What was used is not any more. */
  free(allocation: Allocation): void {
    this.used.splice(this.used.indexOf(allocation), 1);
    this.recover(allocation, allocation.resources, "freed", undefined);
  }

  answer(offer: Allocation): void {
    this.offers.splice(this.offers.indexOf(offer), 1);
    this.answeredAgain(offer.agentId);
  }

  answeredAgain(agentId: string): void {
    const agent = this.agents.get(agentId);
    if (agent !== undefined) agent.unanswered = Math.max(0, agent.unanswered - 1);
    this.allocator.answered(agentId, this.nowMs);
  }

  recover(
    { frameworkId, agentId, role }: Allocation,
    resources: Resources,
    reason: "freed" | "unused",
    refuseMs: number | undefined,
  ): void {
    const { nowMs, world } = this;
    this.allocator.recover(frameworkId, agentId, resources, reason, refuseMs, nowMs);
    const framework = this.frameworks.get(frameworkId);
    if (framework === undefined || !this.agents.has(agentId)) return;
    const given = resources.unallocated();
    release(this.world, { frameworkId, agentId, role, resources: given });
    if (refuseMs === undefined || refuseMs === 0 || !framework.info.roles.includes(role)) return;
    const untilMs = nowMs + Math.max(refuseMs, world.config.allocationIntervalMs);
    world.filters.push({ frameworkId, agentId, role, resources: given, untilMs });
  }

  /** An operation on what is in use: `before` becomes `after`, both unallocated. */
  convert(allocation: Allocation, before: Resources, after: Resources): void {
    const { frameworkId, agentId, role } = allocation;
    const [from, to] = [before.allocated(role), after.allocated(role)];
    this.allocator.convert(frameworkId, agentId, from, to);
    release(this.world, { frameworkId, agentId, role, resources: before });
    const agent = this.#agent(agentId);
    agent.total = agent.total.minus(before).plus(after);
    hold(this.world, { frameworkId, agentId, role, resources: after }, 0);
    const rest = allocation.resources.unallocated().minus(before).plus(after).allocated(role);
    this.used[this.used.indexOf(allocation)] = { ...allocation, resources: rest };
  }

  convertAvailable(agentId: string, before: Resources, after: Resources): void {
    const agent = this.#agent(agentId);
    const isPossible = availableOn(this.world, agent).contains(before);
    const isDone = this.allocator.convertAvailable(agentId, before, after, this.nowMs);
    if (isDone || !this.#isBusy) expectSame("convertAvailable", isDone, isPossible);
    if (isDone) agent.total = agent.total.minus(before).plus(after);
  }

  addAllocation(frameworkId: string, agentId: string, resources: Resources): void {
    this.allocator.addAllocation(frameworkId, agentId, resources);
    this.#use(frameworkId, agentId, resources);
  }

  updateWeights(weights: Readonly<Record<string, number>>): void {
    for (const [role, weight] of Object.entries(weights)) this.world.weights.set(role, weight);
    this.allocator.updateWeights(weights, this.nowMs);
    this.#isForAll = true;
  }

  updateQuota(role: string, quota: Quota): void {
    const isNone = quota.guarantees.size === 0 && quota.limits.size === 0;
    if (isNone) this.world.quotas.delete(role);
    else this.world.quotas.set(role, quota);
    this.allocator.updateQuota(role, quota, this.nowMs);
    this.#isForAll = true;
  }

  updateWhitelist(hostnames: ReadonlySet<string> | undefined): void {
    this.world.whitelist = hostnames;
    this.allocator.updateWhitelist(hostnames, this.nowMs);
    this.#isForAll = true;
  }

  updateUnavailability(id: string, unavailable: boolean): void {
    const agent = this.#agent(id);
    agent.isUnavailable = unavailable;
    agent.told.clear();
    for (const { inverseFilters } of this.frameworks.values()) inverseFilters.delete(id);
    this.allocator.updateUnavailability(id, unavailable, this.nowMs);
  }

  answeredInverse(frameworkId: string, agentId: string, refuseMs: number | undefined): void {
    this.allocator.answeredInverse(frameworkId, agentId, refuseMs, this.nowMs);
    const framework = this.frameworks.get(frameworkId);
    const agent = this.agents.get(agentId);
    if (framework === undefined || agent === undefined) return;
    agent.told.delete(frameworkId);
    if (refuseMs) framework.inverseFilters.set(agentId, this.nowMs + refuseMs);
  }

  /**
   * Time passes and the allocator runs. After so many slices something else may happen; what was
   * decided by then is not handed out before the cycle is over.
   */
  run(ms: number, slices = Number.POSITIVE_INFINITY): Allocation[] {
    this.nowMs += ms;
    this.#shuffler.begin();
    const wasBusy = this.#isBusy;
    const ready = [...this.agents.values()].filter((agent) => this.#isReady(agent));
    const isForAll = this.#takeTurn();
    const { offers, inverseOffers } = this.#slices(slices);
    const [first] = this.#shuffler.cycles;
    if (wasBusy || this.#isBusy) {
      this.#isPredictable = false;
      this.#isOrderKnown = false;
      for (const offer of offers) hold(this.world, holdingOf(offer), 1);
    } else if (this.#isOrderKnown) {
      const ids = isForAll ? ready.map(({ id }) => id) : (first ?? []);
      this.#expectDecisions(offers, first === undefined ? [] : ids);
    } else {
      for (const offer of offers) checkOffer(this.world, offer, this.nowMs);
    }
    this.#noteOffers(offers);
    if (!wasBusy && !this.#isBusy) this.#expectInverse(inverseOffers, first !== undefined);
    else this.#noteInverse(inverseOffers);
    // What became due while a cycle was under way has its turn now.
    if (wasBusy && !this.#isBusy) return [...offers, ...this.run(0)];
    this.#expectLaterTurn();
    return offers;
  }

  /**
   * A batch, after which a look at everything finds nothing more to offer. Shared resources are
   * left out: they are offered again and again.
   */
  runToTheEnd(): void {
    this.run(0);
    this.nowMs += this.world.config.allocationIntervalMs;
    const ready = [...this.agents.values()].filter(
      (agent) => this.#isReady(agent) && isOpen(this.world, agent) && agent.total.shared().isEmpty,
    );
    this.run(0);
    const ids = ready.map(({ id }) => id);
    const left = cycleOf(copyOf(this.world), { first: ids, second: ids }, this.nowMs);
    expectSame("what is left to offer", textsOf(left), []);
  }

  /** The same cluster, told to a new allocator from nothing: refusals and history are forgotten. */
  rebuilt(seed: number): Twin {
    const { world } = this;
    const weights = Object.fromEntries(world.weights);
    const twin = new Twin({ ...world.config, weights }, seed);
    twin.nowMs = this.nowMs;
    for (const [role, quota] of world.quotas) twin.updateQuota(role, quota);
    twin.updateWhitelist(world.whitelist);
    for (const { id, info, active, suppressed } of this.frameworks.values()) {
      twin.addFramework(id, { ...info, suppressedRoles: [...suppressed] }, active);
    }
    for (const agent of this.agents.values()) {
      const used = new Map<string, Resources>();
      for (const { frameworkId, agentId, role, resources } of world.holdings) {
        if (agentId !== agent.id) continue;
        const before = used.get(frameworkId) ?? Resources.none;
        used.set(frameworkId, before.plus(resources.allocated(role)));
      }
      twin.addAgent(agent.id, { ...agent, used });
      if (!agent.active) twin.setAgentActive(agent.id, false);
    }
    return twin;
  }

  /** Totals, shares, quota: all that is shown and does not tell of the past. */
  figures(): string[] {
    return Object.entries(this.allocator.metrics())
      .filter(([name]) => !/allocation_runs|offer_filters/.test(name))
      .map(([name, value]) => `${name} ${value}`)
      .sort();
  }

  #slices(slices: number): { offers: Allocation[]; inverseOffers: InverseAllocation[] } {
    const offers: Allocation[] = [];
    const inverseOffers: InverseAllocation[] = [];
    this.#isBusy = true;
    for (let slice = 0; slice < slices && this.#isBusy; slice++) {
      const decisions = this.allocator.run(this.nowMs);
      offers.push(...decisions.offers);
      inverseOffers.push(...decisions.inverseOffers);
      this.#isBusy = !decisions.complete;
    }
    return { offers, inverseOffers };
  }

  /** Whether all agents have their turn now, which they have had after this. */
  #takeTurn(): boolean {
    const isBatch = this.nowMs >= this.#nextBatchMs;
    const isForAll = this.#isForAll || isBatch;
    if (isBatch) {
      this.#nextBatchMs = this.nowMs + this.world.config.allocationIntervalMs;
      this.#isPredictable = !this.#isBusy;
    }
    this.#isForAll = false;
    return isForAll && this.#isPredictable;
  }

  /** The plain records say the same: who is offered what, in the same order. */
  #expectDecisions(real: readonly Allocation[], ids: readonly string[]): void {
    const open = ids.filter((id) => isOpen(this.world, this.#agent(id)));
    const isHungry = isAnybodyHungry(this.world);
    const order: Order = {
      first: this.#shuffler.order(open, 0),
      second: this.#shuffler.order(open, isHungry ? 1 : 0),
    };
    const before = copyOf(this.world);
    const expected = cycleOf(this.world, order, this.nowMs);
    expectSame("offers", textsOf(real), textsOf(merged(expected)));
    for (const offer of expected) checkOffer(before, offer, this.nowMs);
  }

  /** As a master takes them: what nobody is there to receive goes back at once. */
  #noteOffers(real: readonly Allocation[]): void {
    for (const offer of real) {
      this.offers.push(offer);
      const agent = this.#agent(offer.agentId);
      agent.unanswered++;
      agent.offeredMs = this.nowMs;
      const isWelcome = agent.active && this.#framework(offer.frameworkId).active;
      if (!isWelcome) this.decline(offer, undefined);
    }
  }

  #expectInverse(real: readonly InverseAllocation[], begins: boolean): void {
    const expected = begins ? inverseOffersOf(this.world, this.nowMs) : [];
    const texts = real.map(({ frameworkId, agentId }) => `${frameworkId} ${agentId}`);
    expectSame("inverse offers", texts.sort(), expected.sort());
    this.#noteInverse(real);
  }

  #noteInverse(real: readonly InverseAllocation[]): void {
    for (const { frameworkId, agentId } of real) this.#agent(agentId).told.add(frameworkId);
  }

  /** It never asks to be run again at once for nothing. */
  #expectLaterTurn(): void {
    const dueMs = this.allocator.dueMs();
    if (this.#isBusy || dueMs === undefined) return;
    if (dueMs <= this.nowMs) throw new Error(`at ${this.nowMs} it wants to run at ${dueMs} again`);
  }

  /** Totals, holdings, shares and quota of both are the same. */
  check(): void {
    prune(this.world);
    // What is decided but not handed out is in the allocator's books only.
    if (!this.#isBusy) compareBooks(this.allocator, this.world, this.nowMs);
  }

  /** An agent whose last offer is not answered waits for an interval. */
  #isReady({ unanswered, offeredMs }: AgentRecord): boolean {
    return unanswered === 0 || this.nowMs - offeredMs >= this.world.config.allocationIntervalMs;
  }

  #use(frameworkId: string, agentId: string, resources: Resources): void {
    if (!this.frameworks.has(frameworkId)) return;
    for (const [role, some] of resources.allocations()) {
      hold(this.world, { frameworkId, role, agentId, resources: some }, 1);
      this.used.push({ frameworkId, role, agentId, resources: some.allocated(role) });
    }
  }

  #subscribed({ info }: FrameworkRecord, roles: readonly string[]): string[] {
    return roles.length === 0 ? [...info.roles] : roles.filter((role) => info.roles.includes(role));
  }

  #agent(id: string): AgentRecord {
    const agent = this.agents.get(id);
    assert(agent !== undefined, `no agent ${id}`);
    return agent;
  }

  #framework(id: string): FrameworkRecord {
    const framework = this.frameworks.get(id);
    assert(framework !== undefined, `no framework ${id}`);
    return framework;
  }
}

function holdingOf({ resources, ...rest }: Allocation): Holding {
  return { ...rest, resources: resources.unallocated() };
}
