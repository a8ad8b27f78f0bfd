import type { Milli } from "@mesos-ts/resources";
import type { Quantities, Quota } from "./contract.ts";
import { add, type Sums } from "./sums.ts";

/** What a top-level role, its sub-roles included, has of what quota is about. */
interface Account {
  quota: Quota | undefined;
  /** Reserved for it, allocated or not. */
  readonly reserved: Sums;
  /** Unreserved, not revocable, and held by its frameworks. */
  readonly held: Sums;
  /** What its guarantees still lack. */
  unsatisfied: Quantities;
}

const NOTHING: Quantities = new Map();

/**
 * Guarantees, limits and the headroom that is kept for guarantees.
 *
 * A role is charged for what is reserved for it and for what its frameworks hold unreserved. What
 * guarantees still lack must remain free somewhere: the surplus is what is free beyond that.
 */
export class Quotas {
  readonly #accounts = new Map<string, Account>();
  /** Unallocated, unreserved and not revocable, on all agents. */
  readonly #free: Sums = new Map();
  /** The sum of what guarantees lack. */
  readonly #required: Sums = new Map();
  #hungry = 0;
  /** Counts changes after which something may be offered that was held back before. */
  version = 0;

  /** Whether any role has a quota. */
  get exist(): boolean {
    for (const { quota } of this.#accounts.values()) {
      if (quota !== undefined) return true;
    }
    return false;
  }

  /** How many roles have a guarantee that is not satisfied. */
  get hungry(): number {
    return this.#hungry;
  }

  *roles(): IterableIterator<readonly [role: string, quota: Quota]> {
    for (const [role, { quota }] of this.#accounts) {
      if (quota !== undefined) yield [role, quota];
    }
  }

  update(role: string, quota: Quota): void {
    const account = this.#account(role);
    const isEmpty = quota.guarantees.size === 0 && quota.limits.size === 0;
    account.quota = isEmpty ? undefined : quota;
    this.#refresh(account);
    this.version++;
    this.#dropIfEmpty(role, account);
  }

  /** Something was reserved for the role, or is not any more. */
  reserve(role: string, quantities: Quantities, sign: 1 | -1): void {
    const account = this.#account(role);
    add(account.reserved, quantities, sign);
    this.#changed(role, account, sign);
  }

  /** Frameworks of the role took unreserved resources, or gave them back. */
  charge(role: string, quantities: Quantities, sign: 1 | -1): void {
    if (quantities.size === 0) return;
    const account = this.#account(role);
    add(account.held, quantities, sign);
    this.#changed(role, account, sign);
  }

  /** Unreserved resources of an agent became free, or are not any more. */
  free(quantities: Quantities, sign: 1 | -1): void {
    add(this.#free, quantities, sign);
    if (sign > 0) this.version++;
  }

  limits(role: string): Quantities {
    return this.#accounts.get(role)?.quota?.limits ?? NOTHING;
  }

  /** What the role's guarantees still lack. */
  unsatisfied(role: string): Quantities {
    return this.#accounts.get(role)?.unsatisfied ?? NOTHING;
  }

  /** What the role's frameworks hold unreserved. */
  held(role: string): Quantities {
    return this.#accounts.get(role)?.held ?? NOTHING;
  }

  /** What the role's quota is charged for. */
  consumed(role: string): Quantities {
    const account = this.#accounts.get(role);
    if (account === undefined) return NOTHING;
    const sums: Sums = new Map(account.reserved);
    add(sums, account.held);
    return sums;
  }

  /** What the role may still take until it reaches its limit; undefined: there is none. */
  allowance(role: string, name: string): Milli | undefined {
    const account = this.#accounts.get(role);
    const limit = account?.quota?.limits.get(name);
    if (account === undefined || limit === undefined) return undefined;
    return limit - (account.reserved.get(name) ?? 0) - (account.held.get(name) ?? 0);
  }

  /** What is free beyond what guarantees need; undefined: no guarantee needs any. */
  surplus(name: string): Milli | undefined {
    const required = this.#required.get(name);
    return required === undefined ? undefined : (this.#free.get(name) ?? 0) - required;
  }

  #account(role: string): Account {
    const known = this.#accounts.get(role);
    if (known !== undefined) return known;
    const account: Account = {
      quota: undefined,
      reserved: new Map(),
      held: new Map(),
      unsatisfied: NOTHING,
    };
    this.#accounts.set(role, account);
    return account;
  }

  #changed(role: string, account: Account, sign: 1 | -1): void {
    if (account.quota !== undefined) {
      this.#refresh(account);
      if (sign < 0) this.version++;
    } else if (sign < 0) {
      this.#dropIfEmpty(role, account);
    }
  }

  #dropIfEmpty(role: string, { quota, reserved, held }: Account): void {
    if (quota === undefined && reserved.size === 0 && held.size === 0) this.#accounts.delete(role);
  }

  /** Computes anew what the account's guarantees lack. */
  #refresh(account: Account): void {
    if (account.unsatisfied.size > 0) this.#hungry--;
    add(this.#required, account.unsatisfied, -1);
    const unsatisfied: Sums = new Map();
    for (const [name, milli] of account.quota?.guarantees ?? NOTHING) {
      const has = (account.reserved.get(name) ?? 0) + (account.held.get(name) ?? 0);
      if (milli > has) unsatisfied.set(name, milli - has);
    }
    account.unsatisfied = unsatisfied;
    add(this.#required, unsatisfied, 1);
    if (unsatisfied.size > 0) this.#hungry++;
  }
}
