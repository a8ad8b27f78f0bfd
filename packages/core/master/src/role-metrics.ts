/** `allocator/mesos/quota/…`, from the master's books: they say what is offered, and what used. */
import type { Quantities, Quota } from "@mesos-ts/allocator";
import type { Core } from "./core.ts";
import { plus, type Sums, sortedUnits } from "./quantities.ts";
import { type RoleTally, tallyRoles } from "./role-tallies.ts";

type Gauges = [string, number][];

export function roleGauges(core: Core): Gauges {
  const tallies = tallyRoles(core);
  return [
    ...consumedByAll(tallies),
    ...[...tallies].flatMap(([role, { consumedScalars }]) =>
      gauges(role, "consumed", consumedScalars),
    ),
    ...[...core.quotas].flatMap(([role, quota]) => quotaGauges(role, quota, tallies.get(role))),
  ];
}

/** Of the root of the tree of roles, whose name is empty. */
function consumedByAll(tallies: ReadonlyMap<string, RoleTally>): Gauges {
  let sum: Sums = new Map();
  for (const [role, { consumedScalars }] of tallies) {
    if (!role.includes("/")) sum = plus(sum, consumedScalars);
  }
  return gauges("", "consumed", sum);
}

function quotaGauges(role: string, quota: Quota, tally: RoleTally | undefined): Gauges {
  const { guarantees, limits } = quota;
  const taken = plus(tally?.allocated ?? new Map(), tally?.offered ?? new Map());
  const named = new Set([...guarantees.keys(), ...limits.keys()]);
  return [
    ...gauges(role, "guarantee", guarantees),
    ...gauges(role, "limit", limits),
    ...gauges(role, "offered_or_allocated", new Map([...named].map((n) => [n, taken.get(n) ?? 0]))),
  ];
}

function gauges(role: string, what: string, quantities: Quantities): Gauges {
  return sortedUnits(quantities).map(([name, value]) => [
    `allocator/mesos/quota/roles/${role}/resources/${name}/${what}`,
    value,
  ]);
}
