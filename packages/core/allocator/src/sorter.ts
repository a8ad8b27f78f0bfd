import { assert } from "@mesos-ts/base";
import type { Milli } from "@mesos-ts/resources";
import type { Quantities } from "./contract.ts";

interface Client {
  readonly name: string;
  readonly weight: () => number;
  readonly allocated: Map<string, Milli>;
  /** How often it was given something; the tie-breaker after the share. */
  allocations: number;
  active: boolean;
  share: number;
}

/**
 * Orders clients by weighted dominant share, the least served first.
 *
 * Ties are broken by the number of allocations, then by name, as Mesos does. The order is kept
 * incrementally: one client that changes is moved; all are sorted anew only when totals change.
 */
export class DrfSorter {
  readonly #clients = new Map<string, Client>();
  #order: Client[] = [];
  #totals: Quantities = new Map();
  #stale = false;

  add(name: string, weight: () => number): void {
    assert(!this.#clients.has(name), `sorter already has client ${name}`);
    const client: Client = {
      name,
      weight,
      allocated: new Map(),
      allocations: 0,
      active: true,
      share: 0,
    };
    this.#clients.set(name, client);
    this.#insert(client);
  }

  has(name: string): boolean {
    return this.#clients.has(name);
  }

  get size(): number {
    return this.#clients.size;
  }

  remove(name: string): void {
    const client = this.#client(name);
    this.#take(client);
    this.#clients.delete(name);
  }

  setActive(name: string, active: boolean): void {
    this.#client(name).active = active;
  }

  allocated(name: string, quantities: Quantities): void {
    this.#change(name, quantities, 1, 1);
  }

  /** Like {@link allocated}, for what was allocated before the client was known. */
  restored(name: string, quantities: Quantities): void {
    this.#change(name, quantities, 1);
  }

  unallocated(name: string, quantities: Quantities): void {
    this.#change(name, quantities, -1);
  }

  setTotals(totals: Quantities): void {
    this.#totals = totals;
    this.#stale = true;
  }

  /** Weights changed. */
  invalidate(): void {
    this.#stale = true;
  }

  /** The active clients' names, the one to serve first in front. */
  sorted(): string[] {
    this.#refresh();
    return this.#order.filter((client) => client.active).map((client) => client.name);
  }

  share(name: string): number {
    this.#refresh();
    return this.#client(name).share;
  }

  #client(name: string): Client {
    const client = this.#clients.get(name);
    assert(client !== undefined, `sorter has no client ${name}`);
    return client;
  }

  #change(name: string, quantities: Quantities, sign: 1 | -1, allocations = 0): void {
    const client = this.#client(name);
    this.#take(client);
    client.allocations += allocations;
    for (const [resource, milli] of quantities) {
      const next = (client.allocated.get(resource) ?? 0) + sign * milli;
      assert(next >= 0, `client ${name} gave back more ${resource} than it had`);
      client.allocated.set(resource, next);
    }
    this.#insert(client);
  }

  #refresh(): void {
    if (!this.#stale) return;
    for (const client of this.#order) client.share = this.#shareOf(client);
    this.#order.sort(compare);
    this.#stale = false;
  }

  #shareOf(client: Client): number {
    let dominant = 0;
    for (const [resource, milli] of client.allocated) {
      const total = this.#totals.get(resource) ?? 0;
      if (total > 0 && milli > 0) dominant = Math.max(dominant, milli / total);
    }
    return dominant / client.weight();
  }

  #insert(client: Client): void {
    if (this.#stale) {
      this.#order.push(client);
      return;
    }
    client.share = this.#shareOf(client);
    this.#order.splice(this.#position(client), 0, client);
  }

  #take(client: Client): void {
    const guess = this.#stale ? -1 : this.#position(client);
    const at = this.#order[guess] === client ? guess : this.#order.indexOf(client);
    this.#order.splice(at, 1);
  }

  /** Where the client stands or belongs: the first place that is not before it. */
  #position(client: Client): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#order[middle];
      if (other !== undefined && compare(other, client) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compare(a: Client, b: Client): number {
  if (a.share !== b.share) return a.share - b.share;
  if (a.allocations !== b.allocations) return a.allocations - b.allocations;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
