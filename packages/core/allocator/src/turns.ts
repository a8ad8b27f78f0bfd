import type { TimeMs } from "./contract.ts";
import { Pace } from "./pace.ts";

/**
 * Which agents are looked at when: all at every batch; at once those that are new or that somebody
 * new may want; and as the pace allows those where something became free.
 */
export class Turns {
  readonly #intervalMs: number;
  readonly #pace = new Pace();
  readonly #urgent = new Set<string>();
  readonly #freed = new Set<string>();
  #nextBatchMs: TimeMs | undefined;
  #urgentMs: TimeMs | undefined;
  #freedMs: TimeMs | undefined;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  markUrgent(agents: Iterable<string>, nowMs: TimeMs): void {
    for (const agent of agents) this.#urgent.add(agent);
    this.#urgentMs = nowMs;
  }

  markFreed(agent: string, nowMs: TimeMs): void {
    this.#freed.add(agent);
    this.#freedMs ??= this.#pace.readyMs(nowMs);
  }

  /** An agent that was kept waiting may have its turn. */
  release(agent: string, nowMs: TimeMs): void {
    if (this.#freed.has(agent)) this.#freedMs ??= this.#pace.readyMs(nowMs);
  }

  forget(agent: string): void {
    this.#urgent.delete(agent);
    this.#freed.delete(agent);
  }

  dueMs(): TimeMs {
    const times = [this.#nextBatchMs ?? this.#urgentMs ?? 0];
    if (this.#urgent.size > 0 && this.#urgentMs !== undefined) times.push(this.#urgentMs);
    if (this.#freed.size > 0 && this.#freedMs !== undefined) times.push(this.#freedMs);
    return Math.min(...times);
  }

  isBatch(nowMs: TimeMs): boolean {
    return this.#nextBatchMs === undefined || nowMs >= this.#nextBatchMs;
  }

  /** The agents of a batch that are ready; the others wait for their release. */
  takeBatch(
    agents: Iterable<string>,
    isReady: (agent: string) => boolean,
    nowMs: TimeMs,
  ): string[] {
    this.#urgent.clear();
    this.#freed.clear();
    this.#urgentMs = undefined;
    this.#freedMs = undefined;
    this.#nextBatchMs = nowMs + this.#intervalMs;
    const ready: string[] = [];
    for (const agent of agents) {
      if (isReady(agent)) ready.push(agent);
      else this.#freed.add(agent);
    }
    return ready;
  }

  takeUrgent(): string[] {
    const agents = [...this.#urgent];
    this.#urgent.clear();
    this.#urgentMs = undefined;
    return agents;
  }

  /** Agents with something freed: those that are ready, as many as the pace allows. */
  takeFreed(isReady: (agent: string) => boolean, nowMs: TimeMs): string[] {
    if (this.#freedMs === undefined || nowMs < this.#freedMs) return [];
    const ready = [...this.#freed].filter(isReady);
    const agents = ready.slice(0, this.#pace.available(nowMs));
    for (const agent of agents) this.#freed.delete(agent);
    // The others wait for their release, which sets the time again.
    this.#freedMs = ready.length > agents.length ? this.#pace.readyMs(nowMs) : undefined;
    return agents;
  }

  /** Freed agents were offered so often. */
  spend(offers: number): void {
    this.#pace.spend(offers);
  }
}
