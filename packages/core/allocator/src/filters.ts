import type { Resources } from "@mesos-ts/resources";
import type { TimeMs } from "./contract.ts";

interface Filter {
  readonly refused: Resources;
  readonly untilMs: TimeMs;
}

/** One framework's refusals in one role, by agent: what not to offer again, and until when. */
export class Filters {
  readonly #byAgent = new Map<string, Filter[]>();

  /** `refused` without allocation. */
  add(agentId: string, refused: Resources, untilMs: TimeMs): void {
    const list = this.#byAgent.get(agentId) ?? [];
    const kept = list.filter(
      (filter) => !(refused.contains(filter.refused) && filter.untilMs <= untilMs),
    );
    kept.push({ refused, untilMs });
    this.#byAgent.set(agentId, kept);
  }

  /** Whether a refusal covers all that would be offered. Resources that grew are offered again. */
  refuses(agentId: string, offered: Resources, nowMs: TimeMs): boolean {
    const list = this.#byAgent.get(agentId);
    if (list === undefined) return false;
    const alive = list.filter((filter) => filter.untilMs > nowMs);
    if (alive.length === 0) this.#byAgent.delete(agentId);
    else if (alive.length < list.length) this.#byAgent.set(agentId, alive);
    return alive.some((filter) => filter.refused.contains(offered));
  }

  removeAgent(agentId: string): void {
    this.#byAgent.delete(agentId);
  }

  count(nowMs: TimeMs): number {
    let count = 0;
    for (const list of this.#byAgent.values()) {
      count += list.filter((filter) => filter.untilMs > nowMs).length;
    }
    return count;
  }
}
