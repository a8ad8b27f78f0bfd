import type { Agent } from "./agent.ts";
import type { TimeMs } from "./contract.ts";
import { Pace } from "./pace.ts";

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
  #isAllUrgent = false;
  #urgentMs: TimeMs | undefined;
  #freedMs: TimeMs | undefined;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  markUrgent(agent: Agent, nowMs: TimeMs): void {
    this.#urgent.add(agent);
    this.#urgentMs ??= this.#urgentPace.readyMs(nowMs);
  }

  markAllUrgent(nowMs: TimeMs): void {
    this.#isAllUrgent = true;
    this.#urgentMs ??= this.#urgentPace.readyMs(nowMs);
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
  }

  dueMs(): TimeMs {
    let dueMs = this.#nextBatchMs ?? this.#urgentMs ?? 0;
    if (this.#urgentMs !== undefined) dueMs = Math.min(dueMs, this.#urgentMs);
    if (this.#freed.size > 0 && this.#freedMs !== undefined) dueMs = Math.min(dueMs, this.#freedMs);
    return dueMs;
  }

  /** Whether all agents have their turn. */
  isForAll(nowMs: TimeMs): boolean {
    return (this.#isAllUrgent && this.#isUrgent(nowMs)) || this.#isBatch(nowMs);
  }

  /** All agents have their turn now: nobody waits any longer. */
  takeAll(nowMs: TimeMs): void {
    if (this.#isBatch(nowMs)) this.#nextBatchMs = nowMs + this.#intervalMs;
    else this.#urgentPace.spend(1);
    this.#isAllUrgent = false;
    this.#urgent.clear();
    this.#freed.clear();
    this.#urgentMs = undefined;
    this.#freedMs = undefined;
  }

  takeUrgent(nowMs: TimeMs): Agent[] {
    if (this.#urgent.size === 0 || !this.#isUrgent(nowMs)) return [];
    const agents = [...this.#urgent];
    this.#urgent.clear();
    if (!this.#isAllUrgent) this.#urgentMs = undefined;
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

  #isUrgent(nowMs: TimeMs): boolean {
    return this.#urgentMs !== undefined && nowMs >= this.#urgentMs;
  }

  #isBatch(nowMs: TimeMs): boolean {
    return this.#nextBatchMs === undefined || nowMs >= this.#nextBatchMs;
  }
}
