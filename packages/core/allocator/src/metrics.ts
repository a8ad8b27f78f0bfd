import { fromMilli } from "@mesos-ts/resources";
import type { Agent } from "./agent.ts";
import type { Quantities, TimeMs } from "./contract.ts";
import type { Quotas } from "./quotas.ts";
import type { Roles } from "./roles.ts";

export interface MetricsSource {
  /** Cycles begun. */
  readonly runs: number;
  readonly nowMs: TimeMs;
  readonly totals: { readonly total: Quantities; readonly allocated: Quantities };
  readonly roles: Roles;
  readonly quotas: Quotas;
  readonly agents: () => Iterable<Agent>;
}

/** The resources that have gauges; Mesos's own list. */
const MEASURED = ["cpus", "mem", "disk"];

/** What is shown of an allocator, in units. Source of the names: Mesos's `allocator/mesos/…`. */
export function allocatorMetrics(source: MetricsSource): Record<string, number> {
  const metrics: Record<string, number> = { allocation_runs: source.runs };
  const { total, allocated } = source.totals;
  for (const name of MEASURED) {
    metrics[`resources/${name}/total`] = fromMilli(total.get(name) ?? 0);
    metrics[`resources/${name}/offered_or_allocated`] = fromMilli(allocated.get(name) ?? 0);
  }
  for (const role of source.roles.inUse()) {
    metrics[`roles/${role.path}/shares/dominant`] = source.roles.share(role);
  }
  addFilters(source, metrics);
  addQuotas(source, metrics);
  return Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [`allocator/mesos/${name}`, value]),
  );
}

/** For every role that is known for whatever reason: frameworks, reservations, quota, weight. */
function addFilters(
  { nowMs, roles, quotas, agents }: MetricsSource,
  metrics: Record<string, number>,
): void {
  const known = new Set<string>(roles.known());
  for (const [role] of quotas.roles()) known.add(role);
  const active = new Map<string, number>();
  for (const { filters, reservedFor } of agents()) {
    filters?.count(nowMs, active);
    for (const role of reservedFor ?? []) {
      for (const each of withAncestors(role)) known.add(each);
    }
  }
  for (const role of known) metrics[`offer_filters/roles/${role}/active`] = active.get(role) ?? 0;
}

function addQuotas({ roles, quotas }: MetricsSource, metrics: Record<string, number>): void {
  for (const [role, { guarantees, limits }] of quotas.roles()) {
    const allocated = roles.get(role)?.self?.allocated;
    const of = (name: string): string => `quota/roles/${role}/resources/${name}`;
    for (const [name, milli] of guarantees) metrics[`${of(name)}/guarantee`] = fromMilli(milli);
    for (const [name, milli] of limits) metrics[`${of(name)}/limit`] = fromMilli(milli);
    for (const name of new Set([...guarantees.keys(), ...limits.keys()])) {
      metrics[`${of(name)}/offered_or_allocated`] = fromMilli(allocated?.get(name) ?? 0);
    }
  }
}

/** `a/b/c`: itself, `a/b` and `a`. */
function withAncestors(role: string): string[] {
  const parts = role.split("/");
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}
