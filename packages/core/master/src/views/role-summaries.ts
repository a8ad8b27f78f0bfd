import { isStrictSubroleOf } from "@mesos-ts/base";
import type { Core } from "../core.ts";
import { plus, type Sums, sortedUnits } from "../quantities.ts";
import { NO_QUOTA } from "../quotas.ts";
import { type RoleTally, tallyRoles } from "../role-tallies.ts";

/** Quantities by resource name, in order of names. */
export type Quantities = readonly (readonly [name: string, amount: number])[];

/** A role with all that it and its sub-roles have. */
export interface RoleSummary {
  readonly name: string;
  readonly weight: number;
  /** Of this very role. */
  readonly frameworkIds: readonly string[];
  readonly guarantee: Quantities;
  readonly limit: Quantities;
  /** What counts against its quota. */
  readonly consumed: Quantities;
  readonly allocated: Quantities;
  readonly offered: Quantities;
  readonly reserved: Quantities;
  /** Allocated and offered. */
  readonly resources: Quantities;
}

/** Every role that anything names, by name; with a whitelist, those on it. */
export function roleSummaries(core: Core): RoleSummary[] {
  return [...tallyRoles(core)]
    .filter(([name]) => isKnown(core, name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, tally]) => summary(core, name, tally));
}

function isKnown({ config: { roleWhitelist } }: Core, name: string): boolean {
  return (
    roleWhitelist === undefined ||
    roleWhitelist.some((role) => role === name || isStrictSubroleOf(role, name))
  );
}

function summary(core: Core, name: string, tally: RoleTally): RoleSummary {
  const { guarantees, limits } = core.quotas.get(name) ?? NO_QUOTA;
  return {
    name,
    weight: core.weights.get(name) ?? 1,
    frameworkIds: [...tally.frameworkIds],
    guarantee: sortedUnits(guarantees),
    limit: sortedUnits(limits),
    consumed: units(tally.consumed),
    allocated: units(tally.allocated),
    offered: units(tally.offered),
    reserved: units(tally.reserved),
    resources: units(plus(tally.allocated, tally.offered)),
  };
}

function units(sums: Sums): Quantities {
  return sortedUnits(sums).filter(([, value]) => value > 0);
}
