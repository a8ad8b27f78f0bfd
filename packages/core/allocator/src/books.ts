import { AssertionError } from "@mesos-ts/base";
import { isReserved, isShared, Resources, reservationRole } from "@mesos-ts/resources";
import { type Agent, unshared } from "./agent.ts";
import type { Quantities } from "./contract.ts";
import type { Quotas } from "./quotas.ts";
import type { Roles, Subscription } from "./roles.ts";
import type { Pool } from "./sorter.ts";
import { add, type Scalars, type Sums, scalarsOf } from "./sums.ts";

/**
 * Who holds what: every change of an agent's resources goes through here, so that shares, quota
 * and headroom are always those that a count from nothing would give.
 */
export class Books {
  readonly quotas: Quotas;
  readonly #pool: Pool;
  readonly #roles: Roles;
  /** Scalars that anybody holds; of a shared resource all copies count once. */
  readonly allocated: Sums = new Map();
  /** How many copies of which shared resources are held. */
  readonly #copies = new Map<string, number>();

  constructor(pool: Pool, roles: Roles, quotas: Quotas) {
    this.#pool = pool;
    this.quotas = quotas;
    this.#roles = roles;
  }

  /** A new agent, of which nothing is held yet. */
  enter(agent: Agent): void {
    agent.available = unshared(agent.total);
    this.#countTotal(agent.total, 1);
    this.quotas.free(scalarsOf(agent.available).unreserved, 1);
  }

  /** The agent is gone, after all that was held of it was released. */
  leave(agent: Agent): void {
    this.#countTotal(agent.total, -1);
    this.quotas.free(scalarsOf(agent.available).unreserved, -1);
  }

  changeTotal(agent: Agent, total: Resources): void {
    this.#countTotal(agent.total, -1);
    agent.become(total);
    this.#countTotal(total, 1);
    this.#recount(agent);
  }

  /** An allocation, with its effect on shares. `allocations` as in {@link credit}. */
  hold(subscription: Subscription, agent: Agent, resources: Resources, allocations: 0 | 1): void {
    const scalars = this.take(subscription, agent, resources);
    this.credit(subscription, agent, resources, scalars, 1, allocations);
  }

  release(subscription: Subscription, agent: Agent, resources: Resources): void {
    const held = agent.held?.get(subscription) ?? Resources.none;
    if (!held.contains(resources)) refuseToRelease(subscription, resources, held);
    const rest = held.minus(resources);
    if (rest.isEmpty) this.#forgetHolder(subscription, agent);
    else agent.held?.set(subscription, rest);
    const scalars = scalarsOf(resources);
    const { all, unreserved } = scalars;
    if (agent.overheld) {
      this.#recount(agent);
    } else {
      agent.available = agent.available.plus(unshared(resources));
      this.quotas.free(unreserved, 1);
    }
    add(this.allocated, all, -1);
    this.quotas.charge(subscription.role.account, unreserved, -1);
    this.credit(subscription, agent, resources, scalars, -1, 0);
  }

  /** An allocation without its effect on shares, which {@link credit} must follow. */
  take(subscription: Subscription, agent: Agent, resources: Resources): Scalars {
    agent.held ??= new Map();
    const held = agent.held.get(subscription);
    if (held === undefined) subscription.holdings++;
    agent.held.set(subscription, held === undefined ? resources : held.plus(resources));
    const scalars = scalarsOf(resources);
    const { all, unreserved } = scalars;
    const needed = unshared(resources);
    if (agent.overheld || !agent.available.contains(needed)) {
      this.#recount(agent);
    } else {
      agent.available = agent.available.minus(needed);
      this.quotas.free(unreserved, -1);
    }
    add(this.allocated, all);
    this.quotas.charge(subscription.role.account, unreserved, 1);
    return scalars;
  }

  /** Shares follow what was taken or released; `allocations`: whether it counts for ties. */
  credit(
    subscription: Subscription,
    agent: Agent,
    resources: Resources,
    scalars: Scalars,
    sign: 1 | -1,
    allocations: 0 | 1,
  ): void {
    this.#roles.account(subscription, scalars.all, sign, allocations);
    if (agent.shared.isEmpty && resources.shared().isEmpty) return;
    for (const { meta, amount, key, count } of resources) {
      if (!isShared(meta) || amount.type !== "scalar") continue;
      const quantities = new Map([[meta.name, amount.milli]]);
      for (let copy = 0; copy < count; copy++) {
        this.#countCopy(`${agent.id} ${key}`, quantities, sign);
        this.#roles.accountShared(subscription, `${agent.id} ${key}`, quantities, sign);
      }
    }
  }

  #countCopy(key: string, quantities: Quantities, sign: 1 | -1): void {
    const before = this.#copies.get(key) ?? 0;
    const after = before + sign;
    if (after === 0) this.#copies.delete(key);
    else this.#copies.set(key, after);
    if (before === 0 || after === 0) add(this.allocated, quantities, sign);
  }

  #forgetHolder(subscription: Subscription, agent: Agent): void {
    agent.held?.delete(subscription);
    subscription.holdings--;
    if (agent.held?.size === 0) agent.held = undefined;
  }

  /** Of an agent whose total may be less than what is held: what is available after all. */
  #recount(agent: Agent): void {
    const before = scalarsOf(agent.available).unreserved;
    const held = unshared(Resources.sum(agent.held?.values() ?? []));
    const total = unshared(agent.total);
    agent.overheld = !total.contains(held);
    agent.available = total.minus(held);
    this.quotas.free(before, -1);
    this.quotas.free(scalarsOf(agent.available).unreserved, 1);
  }

  #countTotal(total: Resources, sign: 1 | -1): void {
    this.#pool.change(total.quantities(), sign);
    for (const resource of total) {
      const { meta, amount } = resource;
      if (amount.type !== "scalar" || !isReserved(meta)) continue;
      const role = topOf(reservationRole(meta));
      this.quotas.reserve(role, new Map([[meta.name, amount.milli]]), sign);
    }
  }
}

/** Apart, as its text is too dear to be made for every release. */
function refuseToRelease(
  { framework, role }: Subscription,
  resources: Resources,
  held: Resources,
): never {
  throw new AssertionError(
    `${framework.id} gives back ${resources} in role ${role.path} but holds ${held}`,
  );
}

function topOf(role: string): string {
  const slash = role.indexOf("/");
  return slash < 0 ? role : role.slice(0, slash);
}
