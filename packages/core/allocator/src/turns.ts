import type { Agent } from "./agent.ts";
import type { TimeMs } from "./contract.ts";
import { Pace } from "./pace.ts";

/** Offers that all agents' turns out of the batch may cause, on average. */
const MAX_OFFERS_PER_SECOND = 2000;
/** Few enough to be made at any time. */
const FREE_OFFERS = 100;

/**
 * When which agents have their turn: all at every batch, and at once when somebody new may want
 * them; single ones at once that are new or changed, or where something became free. What happens
 * at once is paced: in a storm many such events share a turn.
 */
export class Turns {
  readonly #intervalMs: number;
  readonly #urgentPace = new Pace();
  readonly #freedPace = new Pace();
  readonly #urgent = new Set<Agent>();
  readonly #freed = new Set<Agent>();
  #nextBatchMs: TimeMs | undefined;
  /** When single agents, all agents, and agents with something freed have their turn. */
  #urgentMs: TimeMs | undefined;
  #allMs: TimeMs | undefined;
  #freedMs: TimeMs | undefined;
  /** Not before this are all served out of turn. */
  #allReadyMs: TimeMs = 0;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  markUrgent(agent: Agent, nowMs: TimeMs): void {
    this.#urgent.add(agent);
    this.#urgentMs ??= this.#urgentPace.readyMs(nowMs);
  }

  markAllUrgent(nowMs: TimeMs): void {
    this.#allMs ??= Math.max(this.#urgentPace.readyMs(nowMs), this.#allReadyMs);
  }

  markFreed(agent: Agent, nowMs: TimeMs): void {
    this.#freed.add(agent);
    this.#freedMs ??= this.#freedPace.readyMs(nowMs);
  }

  /** An agent that is kept waiting, until its offers are answered. */
  wait(agent: Agent): void {
    this.#freed.add(agent);
  }

  /** An agent that was kept waiting may have its turn. */
  release(agent: Agent, nowMs: TimeMs): void {
    if (this.#freed.has(agent)) this.#freedMs ??= this.#freedPace.readyMs(nowMs);
  }

  forget(agent: Agent): void {
    this.#urgent.delete(agent);
    this.#freed.delete(agent);
    if (this.#urgent.size === 0) this.#urgentMs = undefined;
  }

  dueMs(): TimeMs {
    const times = [this.#allMs, this.#urgentMs, this.#freedMs, this.#nextBatchMs];
    const due = times.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a));
    return due ?? 0;
  }

  /** Whether all agents have their turn. */
  isForAll(nowMs: TimeMs): boolean {
    return this.#isBatch(nowMs) || (this.#allMs !== undefined && nowMs >= this.#allMs);
  }

  /** All agents have their turn now: nobody waits any longer. */
  takeAll(nowMs: TimeMs): void {
    if (this.#isBatch(nowMs)) this.#nextBatchMs = nowMs + this.#intervalMs;
    else this.#urgentPace.spend(1);
    this.#urgent.clear();
    this.#freed.clear();
    this.#allMs = undefined;
    this.#urgentMs = undefined;
    this.#freedMs = undefined;
  }

  /** All were served, with so many offers: the dearer that was, the later it is done out of turn. */
  servedAll(offers: number, nowMs: TimeMs): void {
    const restMs = (Math.max(0, offers - FREE_OFFERS) * 1000) / MAX_OFFERS_PER_SECOND;
    this.#allReadyMs = nowMs + Math.min(this.#intervalMs, restMs);
    if (this.#allMs !== undefined) this.#allMs = Math.max(this.#allMs, this.#allReadyMs);
  }

  /** Single agents that have their turn out of the batch. */
  takeUrgent(nowMs: TimeMs): Agent[] {
    if (this.#urgentMs === undefined || nowMs < this.#urgentMs) return [];
    const agents = [...this.#urgent];
    this.#urgent.clear();
    this.#urgentMs = undefined;
    this.#urgentPace.spend(1);
    return agents;
  }

  /** Agents with something freed: those that are ready, as many as the pace allows. */
  takeFreed(isReady: (agent: Agent) => boolean, nowMs: TimeMs): Agent[] {
    if (this.#freedMs === undefined || nowMs < this.#freedMs) return [];
    const ready = [...this.#freed].filter(isReady);
    const agents = ready.slice(0, this.#freedPace.available(nowMs));
    for (const agent of agents) this.#freed.delete(agent);
    // The others wait for their release, which sets the time again.
    this.#freedMs = ready.length > agents.length ? this.#freedPace.readyMs(nowMs) : undefined;
    return agents;
  }

  /** Freed agents were offered so often. */
  spend(offers: number): void {
    this.#freedPace.spend(offers);
  }

  #isBatch(nowMs: TimeMs): boolean {
    return this.#nextBatchMs === undefined || nowMs >= this.#nextBatchMs;
  }
}
