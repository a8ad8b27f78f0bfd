import type { Agent } from "./agent.ts";
import type { AllocatorFramework } from "./contract.ts";
import type { Demand } from "./demand.ts";
import { type Framework, wantsOffers } from "./framework.ts";
import type { Roles, Subscription } from "./roles.ts";

/** Frameworks in their roles: from when they are subscribed or hold something until neither is so. */
export class Subscriptions {
  readonly #roles: Roles;
  readonly #demand: Demand;
  readonly #agents: ReadonlyMap<string, Agent>;

  constructor(roles: Roles, demand: Demand, agents: ReadonlyMap<string, Agent>) {
    this.#roles = roles;
    this.#demand = demand;
    this.#agents = agents;
  }

  /** The framework in the role, where it may hold something without being subscribed. */
  of(framework: Framework, role: string): Subscription {
    let subscription = framework.subscriptions.get(role);
    if (subscription === undefined) {
      subscription = this.#roles.subscribe(framework, role);
      framework.subscriptions.set(role, subscription);
    }
    return subscription;
  }

  /** Those of the roles that are named, if the framework is subscribed to them; none named: all. */
  *subscribed(
    { subscriptions }: Framework,
    roles: readonly string[],
  ): IterableIterator<Subscription> {
    for (const role of roles.length === 0 ? [...subscriptions.keys()] : roles) {
      const subscription = subscriptions.get(role);
      if (subscription?.subscribed === true) yield subscription;
    }
  }

  /** Roles as they are from now on. Filters end with a subscription and with its suppression. */
  update(framework: Framework, info: AllocatorFramework): void {
    const roles = new Set(info.roles);
    const suppressed = new Set(info.suppressedRoles);
    for (const role of roles) this.of(framework, role).subscribed = true;
    for (const [role, subscription] of [...framework.subscriptions]) {
      const isRevived = subscription.suppressed && !suppressed.has(role);
      subscription.subscribed = roles.has(role);
      subscription.suppressed = suppressed.has(role);
      if (isRevived || !subscription.subscribed) this.forgetFilters(subscription);
      this.refresh(subscription);
      this.dropIfUnused(subscription);
    }
  }

  /** Something about the subscription changed: it may want what it did not want before. */
  refresh(subscription: Subscription): void {
    const wants = wantsOffers(subscription);
    this.#roles.setActive(subscription, wants);
    if (wants) this.#demand.widen(subscription);
  }

  forgetFilters(subscription: Subscription): void {
    subscription.filterEpoch++;
  }

  dropIfUnused(subscription: Subscription): void {
    const { framework, role, subscribed, holdings } = subscription;
    if (subscribed || holdings > 0 || !framework.subscriptions.has(role.path)) return;
    framework.subscriptions.delete(role.path);
    this.remove(subscription);
  }

  remove(subscription: Subscription): void {
    for (const { filters } of this.#agents.values()) filters?.forget(subscription);
    this.#roles.remove(subscription);
  }
}
