/** The allocator's books and the plain records, side by side. */
import { assert } from "@mesos-ts/base";
import { type Milli, Resources } from "@mesos-ts/resources";
import type { Allocation, Allocator } from "./contract.ts";
import type { AgentRecord, World } from "./records.test-support.ts";
import { addAll, availableOn, consumedBy, sharesOf, topOf } from "./reference.test-support.ts";

/** Throws at the first difference in totals, holdings, shares, quota or filters. */
export function compareBooks(allocator: Allocator, world: World, nowMs: number): void {
  const total = new Map<string, Milli>();
  const allocated = new Map<string, Milli>();
  for (const agent of world.agents.values()) {
    addAll(total, agent.total);
    compareAgent(allocator, world, agent);
    const held = world.holdings.filter(({ agentId }) => agentId === agent.id);
    addAll(allocated, Resources.sum(held.map(({ resources }) => resources)));
  }
  expectSame("totals", sorted(allocator.totals().total), sorted(total));
  expectSame("allocated", sorted(allocator.totals().allocated), sorted(allocated));
  const metrics = allocator.metrics();
  const shares = sharesOf(world);
  for (const role of rolesInUse(world)) {
    const share = `allocator/mesos/roles/${role}/shares/dominant`;
    expectSame(share, metrics[share], shares.get(role) ?? 0);
    const [consumed, expected] = [allocator.consumed(topOf(role)), consumedBy(world, topOf(role))];
    expectSame(`what ${topOf(role)} consumes`, sorted(consumed), sorted(expected));
    const filters = metrics[`allocator/mesos/offer_filters/roles/${role}/active`] ?? 0;
    const isFiltered = world.filters.some((each) => each.role === role && each.untilMs >= nowMs);
    // Refusals that another one covers are not counted.
    expectSame(`${role} has filters`, filters > 0, isFiltered);
  }
}

function compareAgent(allocator: Allocator, world: World, agent: AgentRecord): void {
  const books = allocator.holdings(agent.id);
  assert(books !== undefined, `agent ${agent.id} is forgotten`);
  expectEqual(`total of ${agent.id}`, books.total, agent.total);
  expectEqual(`available of ${agent.id}`, books.available, availableOn(world, agent));
  for (const { id } of world.frameworks.values()) {
    const held = world.holdings.filter((h) => h.agentId === agent.id && h.frameworkId === id);
    const sum = Resources.sum(held.map(({ role, resources }) => resources.allocated(role)));
    expectEqual(`${id} on ${agent.id}`, books.held.get(id) ?? Resources.none, sum);
  }
}

function rolesInUse({ frameworks, holdings }: World): Set<string> {
  const subscribed = [...frameworks.values()].flatMap(({ info }) => info.roles);
  return new Set([...subscribed, ...holdings.map(({ role }) => role)]);
}

/** All offers of a framework stand together, in order. */
export function textsOf(allocations: readonly Allocation[]): string[] {
  const ids = new Set(allocations.map(({ frameworkId }) => frameworkId));
  const grouped = [...ids].flatMap((id) => allocations.filter((each) => each.frameworkId === id));
  return grouped.map(({ frameworkId, role, agentId, resources }) => {
    const kinds = resources.unallocated().toString().split("; ").sort().join("; ");
    return `${frameworkId} in ${role}: ${agentId} ${kinds}`;
  });
}

function sorted(quantities: ReadonlyMap<string, Milli>): string {
  const entries = [...quantities].filter(([, milli]) => milli !== 0);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function expectEqual(what: string, real: Resources, expected: Resources): void {
  if (!real.equals(expected)) throw new Error(`${what}: ${real} instead of ${expected}`);
}

export function expectSame(what: string, real: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(real, null, 1), JSON.stringify(expected, null, 1)];
  if (is !== should) throw new Error(`${what}: ${is} instead of ${should}`);
}
