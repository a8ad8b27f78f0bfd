/** What roles have, their sub-roles included. Source: `Master::RoleResourceBreakdown`. */
import { roleAncestors, STAR_ROLE } from "@mesos-ts/base";
import { isRevocable, reservationRole } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import type { Agent } from "./model.ts";
import { addTo, milliOf, minus, type Sums } from "./quantities.ts";

/** Sums in thousandths, of the role and all roles under it. */
export interface RoleTally {
  /** Frameworks that subscribe to this very role, or have something in it. */
  readonly frameworkIds: Set<string>;
  readonly allocated: Sums;
  readonly offered: Sums;
  readonly reserved: Sums;
  /** What counts against its quota: all that is allocated, and reservations that nobody uses. */
  readonly consumed: Sums;
  /** The same as the allocator's metrics have it: no revocable resources, no ranges, no sets. */
  readonly consumedScalars: Sums;
}

/** Every role that frameworks, reservations, weights or quotas name, and the roles above it. */
export function tallyRoles(core: Core): Map<string, RoleTally> {
  const tallies = new Map<string, RoleTally>();
  for (const role of namedRoles(core)) tallyOf(tallies, role);
  for (const { id, roles } of core.frameworks.registered.values()) {
    for (const role of roles) tallyOf(tallies, role).frameworkIds.add(id);
  }
  for (const agent of core.agents.registered.values()) {
    tallyReservations(tallies, agent);
    tallyAllocations(tallies, agent);
    for (const { resources, role } of agent.offers) {
      for (const { meta, amount } of resources) {
        for (const { offered } of lineage(tallies, role)) {
          addTo(offered, meta.name, milliOf(amount));
        }
      }
    }
  }
  return tallies;
}

function namedRoles(core: Core): string[] {
  return [...core.weights.keys(), ...core.quotas.keys(), ...(core.config.roleWhitelist ?? [])];
}

function tallyAllocations(tallies: Map<string, RoleTally>, { placements }: Agent): void {
  for (const { used, frameworkId } of placements.values()) {
    for (const { meta, amount } of used) {
      const role = meta.allocation_info?.role ?? STAR_ROLE;
      tallyOf(tallies, role).frameworkIds.add(frameworkId);
      const milli = milliOf(amount);
      const isCounted =
        amount.type === "scalar" && reservationRole(meta) === STAR_ROLE && !isRevocable(meta);
      for (const tally of lineage(tallies, role)) {
        addTo(tally.allocated, meta.name, milli);
        addTo(tally.consumed, meta.name, milli);
        if (isCounted) addTo(tally.consumedScalars, meta.name, milli);
      }
    }
  }
}

/** Shared volumes may be used more than once, so that each agent is counted for itself. */
function tallyReservations(tallies: Map<string, RoleTally>, { total, placements }: Agent): void {
  const reserved = new Map<string, Sums>();
  for (const { meta, amount } of total) {
    const role = reservationRole(meta);
    if (role === STAR_ROLE) continue;
    const milli = milliOf(amount);
    const sums = sumsOf(reserved, role);
    addTo(sums, meta.name, milli);
    for (const tally of lineage(tallies, role)) {
      addTo(tally.reserved, meta.name, milli);
      if (amount.type === "scalar") addTo(tally.consumedScalars, meta.name, milli);
    }
  }
  if (reserved.size === 0) return;
  const used = new Map<string, Sums>();
  for (const placement of placements.values()) {
    for (const { meta, amount } of placement.used) {
      addTo(sumsOf(used, reservationRole(meta)), meta.name, milliOf(amount));
    }
  }
  for (const [role, sums] of reserved) {
    for (const [name, milli] of minus(sums, used.get(role) ?? new Map())) {
      for (const { consumed } of lineage(tallies, role)) addTo(consumed, name, milli);
    }
  }
}

function sumsOf(all: Map<string, Sums>, key: string): Sums {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made: Sums = new Map();
  all.set(key, made);
  return made;
}

function lineage(tallies: Map<string, RoleTally>, role: string): RoleTally[] {
  return [role, ...roleAncestors(role)].map((each) => tallyOf(tallies, each));
}

function tallyOf(tallies: Map<string, RoleTally>, role: string): RoleTally {
  const known = tallies.get(role);
  if (known !== undefined) return known;
  const made: RoleTally = {
    frameworkIds: new Set(),
    allocated: new Map(),
    offered: new Map(),
    reserved: new Map(),
    consumed: new Map(),
    consumedScalars: new Map(),
  };
  tallies.set(role, made);
  for (const ancestor of roleAncestors(role)) tallyOf(tallies, ancestor);
  return made;
}
