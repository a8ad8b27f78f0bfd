import { fromMilli } from "@mesos-ts/resources";
import type { Agent } from "./agent.ts";
import type { Quantities, TimeMs } from "./contract.ts";
import type { Quotas } from "./quotas.ts";
import type { Roles } from "./roles.ts";

/** What is shown of an allocator, in units. Source of the names: Mesos's `allocator/mesos/…`. */
export function allocatorMetrics(state: {
  readonly runs: number;
  readonly nowMs: TimeMs;
  readonly totals: { readonly total: Quantities; readonly allocated: Quantities };
  readonly roles: Roles;
  readonly quotas: Quotas;
  readonly agents: Iterable<Agent>;
}): Record<string, number> {
  const { runs, nowMs, totals, roles, quotas, agents } = state;
  const metrics: Record<string, number> = { "allocator/mesos/allocation_runs": runs };
  const put = (name: string, value: number): void => {
    metrics[`allocator/mesos/${name}`] = value;
  };
  for (const [name, milli] of totals.total) {
    put(`resources/${name}/total`, fromMilli(milli));
    put(`resources/${name}/offered_or_allocated`, fromMilli(totals.allocated.get(name) ?? 0));
  }
  const filters = new Map<string, number>();
  for (const agent of agents) agent.filters?.count(nowMs, filters);
  for (const role of roles.inUse()) {
    put(`roles/${role.path}/shares/dominant`, roles.share(role));
    put(`offer_filters/roles/${role.path}/active`, filters.get(role.path) ?? 0);
  }
  for (const [role, { guarantees, limits }] of quotas.roles()) {
    const of = (name: string): string => `quota/roles/${role}/resources/${name}`;
    for (const [name, milli] of guarantees) put(`${of(name)}/guarantee`, fromMilli(milli));
    for (const [name, milli] of limits) put(`${of(name)}/limit`, fromMilli(milli));
    for (const name of new Set([...guarantees.keys(), ...limits.keys()])) {
      put(`${of(name)}/offered_or_allocated`, fromMilli(quotas.held(role).get(name) ?? 0));
    }
  }
  return metrics;
}
