import { fromMilli, reservationRole } from "@mesos-ts/resources";
import type { Core } from "../core.ts";

/** Quantities by resource name, in order of first appearance. */
export type Quantities = readonly (readonly [name: string, amount: number])[];

export interface RoleSummary {
  readonly name: string;
  readonly weight: number;
  readonly frameworkIds: readonly string[];
  readonly allocated: Quantities;
  readonly offered: Quantities;
  readonly reserved: Quantities;
  /** Reserved for the role, or allocated to it without being reserved. */
  readonly consumed: Quantities;
  /** Allocated and offered. */
  readonly resources: Quantities;
}

/** Sums in thousandths, by resource name. */
type Sums = Map<string, number>;

interface Tally {
  readonly frameworkIds: Set<string>;
  readonly allocated: Sums;
  readonly offered: Sums;
  readonly reserved: Sums;
  readonly consumed: Sums;
}

/** Every role with frameworks, resources, reservations or a weight, by name. */
export function roleSummaries(core: Core): RoleSummary[] {
  const tallies = new Map<string, Tally>();
  const tally = (role: string): Tally => {
    const known = tallies.get(role);
    if (known !== undefined) return known;
    const made: Tally = {
      frameworkIds: new Set(),
      allocated: new Map(),
      offered: new Map(),
      reserved: new Map(),
      consumed: new Map(),
    };
    tallies.set(role, made);
    return made;
  };
  for (const role of Object.keys(core.config.weights)) tally(role);
  for (const framework of core.frameworks.registered.values()) {
    for (const role of framework.roles) tally(role).frameworkIds.add(framework.id);
  }
  for (const agent of core.agents.registered.values()) {
    for (const { meta, amount } of agent.total) {
      const role = reservationRole(meta);
      if (amount.type !== "scalar" || role === "*") continue;
      add(tally(role).reserved, meta.name, amount.milli);
      add(tally(role).consumed, meta.name, amount.milli);
    }
    for (const { used, frameworkId } of agent.placements.values()) {
      for (const { meta, amount } of used) {
        const role = meta.allocation_info?.role ?? "*";
        tally(role).frameworkIds.add(frameworkId);
        if (amount.type !== "scalar") continue;
        add(tally(role).allocated, meta.name, amount.milli);
        if (reservationRole(meta) === "*") add(tally(role).consumed, meta.name, amount.milli);
      }
    }
    for (const { resources, role } of agent.offers) {
      for (const [name, milli] of resources.quantities()) add(tally(role).offered, name, milli);
    }
  }
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, counted]) => summary(core, name, counted));
}

function summary(core: Core, name: string, counted: Tally): RoleSummary {
  const both: Sums = new Map(counted.allocated);
  for (const [resource, milli] of counted.offered) add(both, resource, milli);
  return {
    name,
    weight: core.config.weights[name] ?? 1,
    frameworkIds: [...counted.frameworkIds],
    allocated: quantities(counted.allocated),
    offered: quantities(counted.offered),
    reserved: quantities(counted.reserved),
    consumed: quantities(counted.consumed),
    resources: quantities(both),
  };
}

function add(sums: Sums, name: string, milli: number): void {
  sums.set(name, (sums.get(name) ?? 0) + milli);
}

function quantities(sums: Sums): Quantities {
  return [...sums]
    .filter(([, milli]) => milli > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, milli]) => [name, fromMilli(milli)] as const);
}
