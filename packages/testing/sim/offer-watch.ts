import type { Allocator, Quantities } from "@mesos-ts/allocator";
import type { Master } from "@mesos-ts/master";
import { isReserved, isRevocable, type Resources, reservationRole } from "@mesos-ts/resources";
import { Violation } from "./history.ts";
import type { Policies } from "./policies.ts";

type Core = Master["core"];
type Offer = Core["offers"] extends Map<string, infer O> ? O : never;

/**
 * Looks at every offer when it is new: quota, whitelist and service allow it. Quota is counted
 * from what the master knows, and the allocator's count must be the same.
 */
export class OfferWatch {
  readonly #master: Master;
  readonly #allocator: Allocator;
  readonly #policies: Policies;
  #known: ReadonlySet<string> = new Set();

  constructor(master: Master, allocator: Allocator, policies: Policies) {
    this.#master = master;
    this.#allocator = allocator;
    this.#policies = policies;
  }

  /** After every step of the master. True: there are new ones. */
  check(): boolean {
    const { offers } = this.#master.core;
    let areNew = false;
    for (const [id, offer] of offers) {
      if (this.#known.has(id)) continue;
      areNew = true;
      this.#checkNew(offer);
    }
    this.#known = new Set(offers.keys());
    return areNew;
  }

  #checkNew({ agent, role, framework, resources }: Offer): void {
    const { core } = this.#master;
    const whom = `framework ${framework.id} is offered ${resources} of agent ${agent.id}`;
    if (!this.#policies.whitelist.has(agent.info.hostname)) {
      throw new Violation(`whitelist: ${whom}, which is not on it`);
    }
    if (!agent.active) throw new Violation(`service: ${whom}, which is out of service`);
    const top = topOf(role);
    const limits = core.quotas.get(top)?.limits;
    if (limits === undefined) return;
    const consumed = consumedBy(core, top);
    const booked = this.#allocator.consumed(top);
    for (const name of countable(resources).quantities().keys()) {
      const sum = consumed.get(name) ?? 0;
      if (sum !== (booked.get(name) ?? 0)) {
        throw new Violation(
          `quota: role ${top} has ${sum} ${name}, by the books ${booked.get(name)}`,
        );
      }
      const limit = limits.get(name);
      if (limit !== undefined && sum > limit) {
        throw new Violation(`limit: ${whom}; role ${top} has ${sum} ${name} and may have ${limit}`);
      }
    }
  }
}

/** Reserved for the role's tree, and offered to it or used by it unreserved. */
function consumedBy(core: Core, top: string): Quantities {
  const sums = new Map<string, number>();
  const add = (resources: Resources): void => {
    for (const [name, milli] of resources.quantities()) {
      sums.set(name, (sums.get(name) ?? 0) + milli);
    }
  };
  for (const { total, offers, placements } of core.agents.registered.values()) {
    add(total.filter((each) => isReserved(each) && topOf(reservationRole(each)) === top));
    for (const { role, resources } of offers) if (topOf(role) === top) add(countable(resources));
    for (const { used } of placements.values()) {
      for (const [role, each] of used.allocations()) if (topOf(role) === top) add(countable(each));
    }
  }
  return sums;
}

function countable(resources: Resources): Resources {
  return resources.filter((each) => !isReserved(each) && !isRevocable(each));
}

function topOf(role: string): string {
  return role.split("/")[0] ?? role;
}
