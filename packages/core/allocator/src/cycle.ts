import type { Random } from "@mesos-ts/base";
import { Resources } from "@mesos-ts/resources";
import type { Agent } from "./agent.ts";
import type { Allocation, TimeMs } from "./contract.ts";
import { type Demand, earlier } from "./demand.ts";
import { type Market, Service, type Turn } from "./serving.ts";

/** How much a slice of a cycle may do, where asking a framework costs 1. */
export const SLICE_BUDGET = 20_000;
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
  readonly #sliceBudget: number;
  /** A shared resource is offered to one framework in a cycle. */
  readonly #offeredShared = new Map<Agent, Resources>();
  /** The earliest end of a filter that kept a guarantee from being met, by agent. */
  readonly #refusedUntil = new Map<Agent, TimeMs>();
  /** Agents of which something was given in the first stage. */
  readonly #servedFirst = new Map<string, Agent>();
  #stage: "guarantees" | "all" = "guarantees";
  #at = 0;
  /** The demand clock when it began. */
  readonly #begunAt: number;
  /** Decided so far. */
  allocations: Allocation[] = [];

  constructor(
    market: Market,
    demand: Demand,
    random: Random,
    agents: Agent[],
    sliceBudget: number,
  ) {
    this.#sliceBudget = sliceBudget;
    this.#market = market;
    this.#demand = demand;
    this.#begunAt = demand.now;
    this.#random = random;
    this.#agents = random.shuffle(agents);
  }

  /** Goes on for a while; true: the cycle is complete. */
  slice(nowMs: TimeMs): boolean {
    const { allocations } = this;
    let budget = this.#sliceBudget;
    while (budget > 0) {
      if (this.#stage === "guarantees" && this.#isStageOver) this.#nextStage();
      const agent = this.#agents[this.#at++];
      if (agent === undefined) {
        if (this.#servedFirst.size > 0) this.#joinStages();
        return true;
      }
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
    const before = turn.allocations.length;
    if (this.#stage === "guarantees") {
      service.serveGuarantees();
      if (turn.wakeMs !== undefined) this.#refusedUntil.set(agent, turn.wakeMs);
      if (turn.allocations.length > before) this.#servedFirst.set(agent.id, agent);
    } else {
      const only = this.#demand.onlyWidened(agent);
      if (only === undefined) service.serveAll(agent.settledAt);
      else if (only.client.active) service.serveOne(only);
      turn.wakeMs = earlier(turn.wakeMs, this.#refusedUntil.get(agent));
      this.#demand.settle(agent, turn, this.#begunAt);
    }
    if (!agent.shared.isEmpty) this.#offeredShared.set(agent, service.offeredShared);
  }

  /** What a framework was given of an agent in both stages travels in one offer. */
  #joinStages(): void {
    const byKey = new Map<string, Allocation>();
    for (const allocation of this.allocations) {
      const { frameworkId, role, agentId, resources } = allocation;
      const key = `${agentId} ${frameworkId} ${role}`;
      const first = byKey.get(key);
      const agent = this.#servedFirst.get(agentId);
      if (first === undefined || agent === undefined) {
        byKey.set(key, allocation);
        continue;
      }
      byKey.set(key, { ...first, resources: first.resources.plus(resources) });
      agent.unanswered--;
    }
    this.allocations = [...byKey.values()];
  }
}
