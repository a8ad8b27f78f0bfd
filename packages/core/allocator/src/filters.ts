import type { Resources } from "@mesos-ts/resources";
import type { TimeMs } from "./contract.ts";
import type { Subscription } from "./roles.ts";

interface Filter {
  readonly refused: Resources;
  readonly untilMs: TimeMs;
  /** Of the subscription, when it was set: a revived framework forgets its filters. */
  readonly epoch: number;
}

/** More refusals than this by one framework of one agent's resources: the oldest is forgotten. */
const MAX_FILTERS = 64;

/** Refusals of one agent's resources: who does not want what, and until when. */
export class AgentFilters {
  readonly #bySubscription = new Map<Subscription, readonly Filter[]>();

  /** `refused` without allocation. */
  add(subscription: Subscription, refused: Resources, untilMs: TimeMs, nowMs: TimeMs): void {
    const others = this.#alive(subscription, nowMs).filter(
      (filter) => !(refused.contains(filter.refused) && filter.untilMs <= untilMs),
    );
    const filter = { refused, untilMs, epoch: subscription.filterEpoch };
    this.#bySubscription.set(subscription, [...others.slice(1 - MAX_FILTERS), filter]);
  }

  /**
   * Until when all that would be offered is refused; undefined: it is not. Resources that grew
   * are offered again.
   */
  refusedUntil(subscription: Subscription, offered: Resources, nowMs: TimeMs): TimeMs | undefined {
    let untilMs: TimeMs | undefined;
    for (const filter of this.#alive(subscription, nowMs)) {
      if (!filter.refused.contains(offered)) continue;
      untilMs = Math.max(untilMs ?? 0, filter.untilMs);
    }
    return untilMs;
  }

  forget(subscription: Subscription): void {
    this.#bySubscription.delete(subscription);
  }

  /** Adds the number of filters in force to `counts`, by role. */
  count(nowMs: TimeMs, counts: Map<string, number>): void {
    for (const [subscription, filters] of this.#bySubscription) {
      const alive = filters.filter((filter) => isAlive(filter, subscription, nowMs)).length;
      if (alive === 0) continue;
      const { path } = subscription.role;
      counts.set(path, (counts.get(path) ?? 0) + alive);
    }
  }

  #alive(subscription: Subscription, nowMs: TimeMs): readonly Filter[] {
    const filters = this.#bySubscription.get(subscription);
    if (filters === undefined) return [];
    if (filters.every((filter) => isAlive(filter, subscription, nowMs))) return filters;
    const alive = filters.filter((filter) => isAlive(filter, subscription, nowMs));
    if (alive.length === 0) this.#bySubscription.delete(subscription);
    else this.#bySubscription.set(subscription, alive);
    return alive;
  }
}

/** It holds through its last millisecond, so that a batch at that very time is still refused. */
function isAlive(filter: Filter, { filterEpoch }: Subscription, nowMs: TimeMs): boolean {
  return filter.untilMs >= nowMs && filter.epoch === filterEpoch;
}
