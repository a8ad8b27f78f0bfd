import type { Milli } from "@mesos-ts/resources";
import type { Quantities, Quota } from "./contract.ts";
import { add, type Sums } from "./sums.ts";
import type { Minimum } from "./visibility.ts";

/** What a top-level role, its sub-roles included, has of what quota is about. */
export interface Account {
  readonly role: string;
  /** How many roles refer to it. */
  users: number;
  quota: Quota | undefined;
  /** Reserved for it, allocated or not. */
  readonly reserved: Sums;
  /** Unreserved, not revocable, and held by its frameworks. */
  readonly held: Sums;
  /** What its guarantees still lack. */
  unsatisfied: Quantities;
  /** Its limit leaves less than what is worth an offer. */
  atLimit: boolean;
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
  /** Accounts that became hungry or satisfied since somebody asked. */
  #hungerChanged = new Set<Account>();
  readonly #minimum: Minimum;
  /** Counts changes after which something may be offered that was held back before. */
  version = 0;

  /** `minimum`: what is worth an offer. */
  constructor(minimum: Minimum) {
    this.#minimum = minimum;
  }

  takeHungerChanges(): Iterable<Account> {
    const changed = this.#hungerChanged;
    if (changed.size > 0) this.#hungerChanged = new Set();
    return changed;
  }

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
    this.#dropIfEmpty(account);
  }

  /** The account of a top-level role, for as long as it is used. */
  use(role: string): Account {
    const account = this.#account(role);
    account.users++;
    return account;
  }

  unuse(account: Account): void {
    account.users--;
    this.#dropIfEmpty(account);
  }

  /** Something was reserved for the role, or is not any more. */
  reserve(role: string, quantities: Quantities, sign: 1 | -1): void {
    const account = this.#account(role);
    add(account.reserved, quantities, sign);
    this.#changed(account, sign);
  }

  /** Frameworks of the role took unreserved resources, or gave them back. */
  charge(account: Account, quantities: Quantities, sign: 1 | -1): void {
    if (quantities.size === 0) return;
    add(account.held, quantities, sign);
    this.#changed(account, sign);
  }

  /** Unreserved resources of an agent became free, or are not any more. */
  free(quantities: Quantities, sign: 1 | -1): void {
    add(this.#free, quantities, sign);
    if (sign > 0) this.version++;
  }

  /** What the role's quota is charged for. */
  consumed(role: string): Quantities {
    const account = this.#accounts.get(role);
    if (account === undefined) return NOTHING;
    const sums: Sums = new Map(account.reserved);
    add(sums, account.held);
    return sums;
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
      role,
      users: 0,
      quota: undefined,
      reserved: new Map(),
      held: new Map(),
      unsatisfied: NOTHING,
      atLimit: false,
    };
    this.#accounts.set(role, account);
    return account;
  }

  #changed(account: Account, sign: 1 | -1): void {
    if (account.quota !== undefined) {
      // What a hungry role takes need not be kept for it any longer.
      if (sign < 0 || account.unsatisfied.size > 0) this.version++;
      this.#refresh(account);
    } else if (sign < 0) {
      this.#dropIfEmpty(account);
    }
  }

  #dropIfEmpty({ role, users, quota, reserved, held }: Account): void {
    const isEmpty = users === 0 && reserved.size === 0 && held.size === 0;
    if (quota === undefined && isEmpty) this.#accounts.delete(role);
  }

  /** Computes anew what the account's guarantees lack. */
  #refresh(account: Account): void {
    const wasHungry = account.unsatisfied.size > 0;
    if (wasHungry) this.#hungry--;
    add(this.#required, account.unsatisfied, -1);
    const unsatisfied: Sums = new Map();
    for (const [name, milli] of account.quota?.guarantees ?? NOTHING) {
      const has = (account.reserved.get(name) ?? 0) + (account.held.get(name) ?? 0);
      if (milli > has) unsatisfied.set(name, milli - has);
    }
    account.unsatisfied = unsatisfied;
    add(this.#required, unsatisfied, 1);
    const isHungry = unsatisfied.size > 0;
    if (isHungry) this.#hungry++;
    if (isHungry !== wasHungry) this.#hungerChanged.add(account);
    account.atLimit = !canReach(account, this.#minimum);
  }
}

/** What may still be taken until the limit is reached; undefined: there is none. */
export function allowance({ quota, reserved, held }: Account, name: string): Milli | undefined {
  const limit = quota?.limits.get(name);
  if (limit === undefined) return undefined;
  return limit - (reserved.get(name) ?? 0) - (held.get(name) ?? 0);
}

/** Whether the limit still allows one of the alternatives. */
function canReach(account: Account, minimum: Minimum): boolean {
  if ((account.quota?.limits.size ?? 0) === 0 || minimum.length === 0) return true;
  return minimum.some((needed) =>
    needed.every(([name, milli]) => (allowance(account, name) ?? milli) >= milli),
  );
}
