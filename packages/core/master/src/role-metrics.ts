/**
 * What counts against quotas, of every role. From the master's books: the allocator does not know
 * which of its allocations are offers still, and those do not count.
 */
import type { Core } from "./core.ts";
import { plus, type Sums, sortedUnits } from "./quantities.ts";
import { tallyRoles } from "./role-tallies.ts";

type Gauges = [string, number][];

export function roleGauges(core: Core): Gauges {
  /** Of the root of the tree of roles, whose name is empty. */
  let all: Sums = new Map();
  const gauges: Gauges = [];
  for (const [role, { consumedScalars }] of tallyRoles(core)) {
    if (!role.includes("/")) all = plus(all, consumedScalars);
    gauges.push(...consumed(role, consumedScalars));
  }
  return [...gauges, ...consumed("", all)];
}

function consumed(role: string, sums: Sums): Gauges {
  return sortedUnits(sums).map(([name, value]) => [
    `allocator/mesos/quota/roles/${role}/resources/${name}/consumed`,
    value,
  ]);
}
