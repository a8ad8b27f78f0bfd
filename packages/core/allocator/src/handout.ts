import type { Allocation } from "./contract.ts";

/** Allocations handed out at once; making an offer of each costs the master more than deciding. */
const MAX_AT_ONCE = 400;

/**
 * What a long cycle decided and the master has not heard of yet: all that a framework is given is
 * handed out together, so that it travels in few messages, and not too much at once.
 */
export class Handout {
  #queue: Allocation[] = [];

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  add(allocations: readonly Allocation[]): void {
    const byFramework = new Map<string, Allocation[]>();
    for (const allocation of allocations) {
      const list = byFramework.get(allocation.frameworkId);
      if (list === undefined) byFramework.set(allocation.frameworkId, [allocation]);
      else list.push(allocation);
    }
    for (const list of byFramework.values()) this.#queue.push(...list);
  }

  take(): Allocation[] {
    return this.#queue.splice(0, MAX_AT_ONCE);
  }

  /** Takes out those of an agent or a framework that is gone. */
  drop(isGone: (allocation: Allocation) => boolean): Allocation[] {
    const gone = this.#queue.filter(isGone);
    if (gone.length > 0) this.#queue = this.#queue.filter((allocation) => !isGone(allocation));
    return gone;
  }
}
