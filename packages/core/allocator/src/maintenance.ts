import type { Agent } from "./agent.ts";
import type { InverseAllocation, TimeMs } from "./contract.ts";
import type { Framework } from "./framework.ts";

/** Agents that will be unavailable, and who is told so. */
export class Maintenance {
  readonly #agents = new Set<Agent>();

  /** Each schedule is a new one: whoever uses the agent is told again. */
  schedule(agent: Agent, unavailable: boolean, frameworks: Iterable<Framework>): void {
    for (const { inverseFilters } of frameworks) inverseFilters.delete(agent.id);
    agent.told = unavailable ? new Set() : undefined;
    if (unavailable) this.#agents.add(agent);
    else this.#agents.delete(agent);
  }

  forget(agent: Agent): void {
    this.#agents.delete(agent);
  }

  /** The inverse offer was answered or taken back: after the filter, the framework is told again. */
  answered(agent: Agent, framework: Framework, untilMs: TimeMs | undefined): void {
    agent.told?.delete(framework.id);
    if (untilMs !== undefined) framework.inverseFilters.set(agent.id, untilMs);
  }

  /** Frameworks that hold something on such an agent and have no inverse offer for it. */
  inverseOffers(nowMs: TimeMs): InverseAllocation[] {
    const list: InverseAllocation[] = [];
    for (const agent of this.#agents) {
      for (const { framework } of agent.held?.keys() ?? []) {
        if (!framework.active || agent.told?.has(framework.id) !== false) continue;
        if ((framework.inverseFilters.get(agent.id) ?? -1) >= nowMs) continue;
        framework.inverseFilters.delete(agent.id);
        agent.told.add(framework.id);
        list.push({ frameworkId: framework.id, agentId: agent.id });
      }
    }
    return list;
  }
}
