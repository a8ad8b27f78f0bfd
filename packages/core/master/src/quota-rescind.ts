/** Offers that are taken back so that a new quota holds soon. Source: `QuotaHandler`. */
import type { Quota } from "@mesos-ts/allocator";
import { isStrictSubroleOf } from "@mesos-ts/base";
import type { Resource } from "@mesos-ts/protos";
import { Resources, upgrade } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import { isConnected, type OfferRecord } from "./model.ts";
import { rescindOffer } from "./offers.ts";
import { contains, isWithin, minus, plus, quantitiesOf, type Sums } from "./quantities.ts";
import { tallyRoles } from "./role-tallies.ts";

/**
 * UPDATE_QUOTA: offers of the role until it is within its limits, then offers of others until
 * what they give back covers its guarantees. What is available without that is not counted, and
 * reservations that are offered count twice: rather a few offers too many.
 */
export function rescindForQuotas(core: Core, quotas: Iterable<readonly [string, Quota]>): void {
  let tallies = tallyRoles(core);
  for (const [role, { guarantees, limits }] of quotas) {
    const before = core.offers.size;
    const tally = tallies.get(role);
    const had = plus(tally?.consumed ?? new Map(), tally?.offered ?? new Map());
    const kept = rescindAboveLimits(core, role, had, limits);
    rescindForGuarantees(core, role, kept, guarantees);
    if (core.offers.size !== before) tallies = tallyRoles(core);
  }
}

function rescindAboveLimits(core: Core, role: string, had: Sums, limits: Quota["limits"]): Sums {
  let rest = had;
  for (const framework of core.frameworks.registered.values()) {
    for (const offer of [...framework.offers]) {
      if (isWithin(rest, limits)) return rest;
      if (!isOfSubtree(offer, role)) continue;
      rest = minus(rest, quantitiesOf(offer.resources));
      rescindOffer(core, offer);
    }
  }
  return rest;
}

function rescindForGuarantees(
  core: Core,
  role: string,
  has: Sums,
  guarantees: Quota["guarantees"],
): void {
  let reachable = has;
  for (const agent of core.agents.registered.values()) {
    for (const offer of [...agent.offers]) {
      if (contains(reachable, guarantees)) return;
      if (isOfSubtree(offer, role)) continue;
      reachable = plus(reachable, quantitiesOf(offer.resources));
      rescindOffer(core, offer);
    }
  }
}

function isOfSubtree(offer: OfferRecord, role: string): boolean {
  return offer.role === role || isStrictSubroleOf(offer.role, role);
}

/**
 * SET_QUOTA: all offers of an agent, agent by agent, until they cover the guarantee and there were
 * as many agents as the role has frameworks that wait for offers.
 */
export function rescindForGuarantee(
  core: Core,
  role: string,
  guarantee: readonly Resource[],
): void {
  const wanted = Resources.of(guarantee.map(upgrade));
  const waiting = [...core.frameworks.registered.values()].filter(
    (framework) => framework.roles.has(role) && isConnected(framework) && framework.active,
  ).length;
  let rescinded = Resources.none;
  let visited = 0;
  for (const agent of core.agents.registered.values()) {
    if (rescinded.contains(wanted) && visited >= waiting) return;
    if (!agent.connected || !agent.active || agent.offers.size === 0) continue;
    visited++;
    for (const offer of [...agent.offers]) {
      rescinded = rescinded.plus(offer.resources.unallocated());
      rescindOffer(core, offer);
    }
  }
}
