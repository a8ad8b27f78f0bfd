import type { Quantities } from "./contract.ts";
import { Lottery } from "./lottery.ts";
import { add, type Sums } from "./sums.ts";

/** What is shared out among all, the same for every sorter of an allocator. */
export class Pool {
  readonly totals: Sums = new Map();
  readonly #excluded: ReadonlySet<string>;
  /** Counts changes of the totals: whatever was computed from older ones is stale. */
  version = 0;

  constructor(excluded: ReadonlySet<string>) {
    this.#excluded = excluded;
  }

  change(quantities: Quantities, sign: 1 | -1): void {
    add(this.totals, quantities, sign);
    this.version++;
  }

  /** The largest part of any resource that these are; excluded resources do not count. */
  dominantShare(allocated: Quantities): number {
    let dominant = 0;
    for (const [name, milli] of allocated) {
      const total = this.totals.get(name) ?? 0;
      if (total <= 0 || milli <= 0 || this.#excluded.has(name)) continue;
      dominant = Math.max(dominant, milli / total);
    }
    return dominant;
  }
}

/** One that competes with others: a role among its siblings, a framework in its role. */
export interface Client<T> {
  readonly name: string;
  readonly value: T;
  weight: number;
  /** Scalars that it holds; of a shared resource one copy for each agent. */
  readonly allocated: Sums;
  /** How many copies of which shared resources it holds. */
  shared: Map<string, number> | undefined;
  /** How often it was given something; the tie-breaker after the share. */
  allocations: number;
  active: boolean;
  hungry: boolean;
  share: number;
}

/** Clients in order of service, which is kept while they change. */
class Order<T> {
  readonly clients: Client<T>[] = [];

  insert(client: Client<T>): void {
    this.clients.splice(this.#position(client), 0, client);
  }

  /** `isSorted`: the shares are those by which the clients are in order. */
  take(client: Client<T>, isSorted: boolean): void {
    const guess = isSorted ? this.#position(client) : -1;
    const at = this.clients[guess] === client ? guess : this.clients.indexOf(client);
    this.clients.splice(at, 1);
  }

  sort(): void {
    this.clients.sort(compare);
  }

  /** Where the client stands or belongs: the first place that is not before it. */
  #position(client: Client<T>): number {
    let low = 0;
    let high = this.clients.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.clients[middle];
      if (other !== undefined && compare(other, client) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Orders clients by weighted dominant share, the least served first.
 *
 * Ties are broken by the number of allocations, then by name, as Mesos does. Only active clients
 * are ordered, and the order is kept incrementally: a client that changes is moved; all are sorted
 * anew only when totals change. Those that are marked as hungry have an order of their own.
 */
export class DrfSorter<T> {
  readonly #pool: Pool;
  readonly #clients = new Map<string, Client<T>>();
  readonly #active = new Order<T>();
  readonly #hungry = new Order<T>();
  #lottery: Lottery<Client<T>> | undefined;
  /** Of the pool, when the shares were computed. */
  #version = -1;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  get activeCount(): number {
    return this.#active.clients.length;
  }

  /** Not active at first. */
  add(name: string, value: T, weight: number): Client<T> {
    const client: Client<T> = {
      name,
      value,
      weight,
      allocated: new Map(),
      shared: undefined,
      allocations: 0,
      active: false,
      hungry: false,
      share: 0,
    };
    this.#clients.set(name, client);
    return client;
  }

  remove(client: Client<T>): void {
    this.setActive(client, false);
    this.#clients.delete(client.name);
  }

  setActive(client: Client<T>, active: boolean): void {
    if (client.active !== active) this.#move(client, { active });
  }

  /** Whether it is among those that {@link hungry} orders, while it is active. */
  setHungry(client: Client<T>, hungry: boolean): void {
    if (client.hungry !== hungry) this.#move(client, { hungry });
  }

  setWeight(client: Client<T>, weight: number): void {
    this.#move(client, { weight });
  }

  /** `allocations`: how many allocations this is, for ties. */
  change(client: Client<T>, quantities: Quantities, sign: 1 | -1, allocations: number): void {
    const competes = client.active && this.activeCount > 1;
    if (competes) this.#take(client);
    client.allocations += allocations;
    add(client.allocated, quantities, sign);
    client.share = this.share(client);
    if (competes) this.#insert(client);
  }

  /** A copy of a shared resource more or less; however many it holds, they count once. */
  changeShared(client: Client<T>, key: string, quantities: Quantities, sign: 1 | -1): void {
    client.shared ??= new Map();
    const before = client.shared.get(key) ?? 0;
    const after = before + sign;
    if (after === 0) client.shared.delete(key);
    else client.shared.set(key, after);
    if (before === 0 || after === 0) this.change(client, quantities, sign, 0);
  }

  /** The active clients, the one to serve first in front. Not to be kept across changes. */
  ordered(): readonly Client<T>[] {
    this.#refresh();
    return this.#active.clients;
  }

  /** Of these, the hungry ones. */
  hungry(): readonly Client<T>[] {
    this.#refresh();
    return this.#hungry.clients;
  }

  /** The active clients, to be drawn at random by weight. */
  lottery(): Lottery<Client<T>> {
    this.#lottery ??= new Lottery([...this.#active.clients], ({ weight }) => weight);
    return this.#lottery;
  }

  /** Negative when `a` is to be served before `b`; both are active. */
  compare(a: Client<T>, b: Client<T>): number {
    this.#refresh();
    return compare(a, b);
  }

  share(client: Client<T>): number {
    return this.#pool.dominantShare(client.allocated) / client.weight;
  }

  #refresh(): void {
    if (!this.#isStale) return;
    this.#version = this.#pool.version;
    for (const client of this.#active.clients) client.share = this.share(client);
    this.#active.sort();
    this.#hungry.sort();
  }

  get #isStale(): boolean {
    return this.#version !== this.#pool.version;
  }

  #move(
    client: Client<T>,
    change: { readonly active?: boolean; readonly hungry?: boolean; readonly weight?: number },
  ): void {
    this.#lottery = undefined;
    if (client.active) this.#take(client);
    Object.assign(client, change);
    client.share = this.share(client);
    if (client.active) this.#insert(client);
  }

  #take(client: Client<T>): void {
    this.#active.take(client, !this.#isStale);
    if (client.hungry) this.#hungry.take(client, !this.#isStale);
  }

  /** While shares are stale the place is anywhere: the next refresh sorts all. */
  #insert(client: Client<T>): void {
    this.#active.insert(client);
    if (client.hungry) this.#hungry.insert(client);
  }
}

function compare<T>(a: Client<T>, b: Client<T>): number {
  if (a.share !== b.share) return a.share - b.share;
  if (a.allocations !== b.allocations) return a.allocations - b.allocations;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
