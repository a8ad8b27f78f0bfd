import type { Random } from "@mesos-ts/base";
import { Resources } from "@mesos-ts/resources";
import type { Agent } from "./agent.ts";
import type { Allocation, TimeMs } from "./contract.ts";
import type { Demand } from "./demand.ts";
import { type Market, Service, type Turn } from "./serving.ts";

/** How much a slice of a cycle may do, where asking a framework costs 1. */
const SLICE_BUDGET = 20_000;
const OFFER_COST = 50;
const AGENT_COST = 2;

/**
 * Agents that are served one after the other, in random order, in two stages. A long cycle is done
 * in slices; whatever happens between them is taken into account by those that follow.
 */
export class Cycle {
  readonly #market: Market;
  readonly #demand: Demand;
  readonly #random: Random;
  readonly #agents: Agent[];
  /** A shared resource is offered to one framework in a cycle. */
  readonly #offeredShared = new Map<Agent, Resources>();
  #stage: "guarantees" | "all" = "guarantees";
  #at = 0;
  /** Decided so far. */
  allocations: Allocation[] = [];

  constructor(market: Market, demand: Demand, random: Random, agents: Agent[]) {
    this.#market = market;
    this.#demand = demand;
    this.#random = random;
    this.#agents = random.shuffle(agents);
  }

  /** Goes on for a while; true: the cycle is complete. */
  slice(nowMs: TimeMs): boolean {
    const { allocations } = this;
    let budget = SLICE_BUDGET;
    while (budget > 0) {
      if (this.#stage === "guarantees" && this.#isStageOver) this.#nextStage();
      const agent = this.#agents[this.#at++];
      if (agent === undefined) return true;
      const before = allocations.length;
      const turn: Turn = { allocations, cost: 0, heldBack: false, wakeMs: undefined };
      if (agent.active && this.#market.isWhitelisted(agent)) this.#serve(agent, nowMs, turn);
      const offers = allocations.length - before;
      budget -= AGENT_COST + turn.cost + offers * OFFER_COST;
    }
    return false;
  }

  /** Takes out those of an agent or a framework that is gone. */
  drop(isGone: (allocation: Allocation) => boolean): Allocation[] {
    const gone = this.allocations.filter(isGone);
    if (gone.length > 0) this.allocations = this.allocations.filter((one) => !isGone(one));
    return gone;
  }

  get #isStageOver(): boolean {
    return this.#market.books.quotas.hungry === 0 || this.#at >= this.#agents.length;
  }

  /** Mesos shuffles again, to spread the effect of the first stage. */
  #nextStage(): void {
    if (this.#at > 0) this.#random.shuffle(this.#agents);
    this.#stage = "all";
    this.#at = 0;
  }

  #serve(agent: Agent, nowMs: TimeMs, turn: Turn): void {
    const offered = this.#offeredShared.get(agent) ?? Resources.none;
    const service = new Service(this.#market, agent, offered, nowMs, turn);
    const first = turn.allocations.length;
    if (this.#stage === "guarantees") {
      service.serveGuarantees();
    } else {
      const only = this.#demand.onlyWidened(agent);
      if (only === undefined) service.serveAll(agent.settledAt);
      else if (only.client.active) service.serveOne(only);
      this.#demand.settle(agent, turn);
    }
    if (!agent.shared.isEmpty) this.#noteShared(agent, offered, turn.allocations.slice(first));
  }

  #noteShared(agent: Agent, before: Resources, offers: readonly Allocation[]): void {
    const shared = offers.map(({ resources }) => resources.shared().unallocated());
    this.#offeredShared.set(agent, Resources.sum([before, ...shared]));
  }
}
