import { Heap } from "@mesos-ts/base";
import { type Agent, UNSETTLED } from "./agent.ts";
import type { TimeMs } from "./contract.ts";
import type { Subscription } from "./roles.ts";
import type { Turn } from "./serving.ts";

interface Wake {
  readonly atMs: TimeMs;
  readonly agent: Agent;
}

/** So many of the latest widenings are remembered, to ask one framework instead of all. */
const RECENT = 16;
/** Wakes that were replaced are swept out from this number on, or at twice the live ones. */
const SWEEP_AT_LEAST = 1000;

/**
 * Which agents are worth a visit.
 *
 * An agent is settled when everybody who wants offers was asked and left what is there. It stays
 * settled until its resources change, a filter ends, quota loosens, or somebody begins to want
 * more than before ("demand widens"); then only that somebody is asked. So a cycle costs what
 * changed, and one with nothing to do costs nothing.
 */
export class Demand {
  /** Counts widenings. */
  #clock = 0;
  /** All agents were looked at since the clock showed this. */
  #lookedAt = 0;
  readonly #recent: Subscription[] = [];
  readonly #unsettled = new Set<Agent>();
  /** Agents of which quota held something back, and the version of the quotas at that time. */
  readonly #heldBack = new Set<Agent>();
  #quotaVersion = 0;
  #wakes = newWakes();
  #sweepAt = SWEEP_AT_LEAST;

  /** The subscription wants more than before, or something else. */
  widen(subscription: Subscription): void {
    this.#clock++;
    subscription.widenedAt = this.#clock;
    subscription.role.widenedAt = this.#clock;
    this.#recent.push(subscription);
    if (this.#recent.length > RECENT) this.#recent.shift();
  }

  /** The agent has something that nobody was asked about. */
  unsettle(agent: Agent): void {
    agent.settledAt = UNSETTLED;
    agent.wakeMs = undefined;
    this.#unsettled.add(agent);
  }

  forget(agent: Agent): void {
    this.#unsettled.delete(agent);
    this.#heldBack.delete(agent);
    agent.wakeMs = undefined;
    agent.settledAt = UNSETTLED;
  }

  /** The only one whose demand widened since the agent was settled; undefined: there are more. */
  onlyWidened({ settledAt }: Agent): Subscription | undefined {
    const count = this.#clock - settledAt;
    if (settledAt === UNSETTLED || count < 1 || count > this.#recent.length) return undefined;
    const [first, ...others] = this.#recent.slice(-count);
    return others.every((other) => other === first) ? first : undefined;
  }

  /** The time of the clock. */
  get now(): number {
    return this.#clock;
  }

  /**
   * Everybody was asked about the agent in a cycle that began at `since`. If something was held
   * back, those who came meanwhile may have missed the stage in which they would get it.
   */
  settle(agent: Agent, { heldBack, wakeMs }: Turn, since: number): void {
    const wasFull = agent.settledAt === UNSETTLED;
    agent.settledAt = heldBack ? since : this.#clock;
    // Shared resources are offered again in every cycle.
    if (!agent.shared.isEmpty) this.unsettle(agent);
    else this.#unsettled.delete(agent);
    if (heldBack) this.#heldBack.add(agent);
    else if (wasFull) this.#heldBack.delete(agent);
    this.#setWake(agent, wasFull ? wakeMs : earlier(agent.wakeMs, wakeMs));
  }

  /** All agents that are worth a visit now; `agents` are all there are. */
  collect(agents: Iterable<Agent>, nowMs: TimeMs, quotaVersion: number): Agent[] {
    this.#wake(nowMs);
    if (quotaVersion !== this.#quotaVersion) {
      this.#quotaVersion = quotaVersion;
      for (const agent of this.#heldBack) this.unsettle(agent);
    }
    if (this.#lookedAt === this.#clock) return [...this.#unsettled];
    this.#lookedAt = this.#clock;
    const list: Agent[] = [];
    for (const agent of agents) {
      const hasSomething = !agent.available.isEmpty || !agent.shared.isEmpty;
      if (agent.settledAt === UNSETTLED || (hasSomething && agent.settledAt < this.#clock)) {
        list.push(agent);
      }
    }
    return list;
  }

  /** Filters that ended: their agents are to be visited again. */
  #wake(nowMs: TimeMs): void {
    for (let next = this.#wakes.peek(); next !== undefined; next = this.#wakes.peek()) {
      const { agent, atMs } = next;
      const isLive = agent.wakeMs === atMs;
      if (isLive && atMs >= nowMs) return;
      this.#wakes.pop();
      if (isLive) this.unsettle(agent);
    }
  }

  #setWake(agent: Agent, wakeMs: TimeMs | undefined): void {
    if (agent.wakeMs === wakeMs) return;
    agent.wakeMs = wakeMs;
    if (wakeMs === undefined) return;
    this.#wakes.push({ atMs: wakeMs, agent });
    if (this.#wakes.size >= this.#sweepAt) this.#sweep();
  }

  /** Drops wakes that were replaced. */
  #sweep(): void {
    const live = newWakes();
    for (let wake = this.#wakes.pop(); wake !== undefined; wake = this.#wakes.pop()) {
      if (wake.agent.wakeMs === wake.atMs) live.push(wake);
    }
    this.#wakes = live;
    this.#sweepAt = Math.max(SWEEP_AT_LEAST, 2 * live.size);
  }
}

function newWakes(): Heap<Wake> {
  return new Heap<Wake>((a, b) => a.atMs < b.atMs);
}

export function earlier(a: TimeMs | undefined, b: TimeMs | undefined): TimeMs | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
