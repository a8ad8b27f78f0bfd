import type { Resource } from "@mesos-ts/protos";
import {
  addEntries,
  allocateEntry,
  amountText,
  containsEntry,
  type Entry,
  entryOf,
  isEmpty,
  portionOf,
  subtractEntries,
  toEntry,
  toResource,
  unallocateEntry,
} from "./entry.ts";
import {
  isPersistentVolume,
  isReserved,
  isRevocable,
  isShared,
  reservationRole,
} from "./format.ts";
import { kindText } from "./text.ts";
import { fromMilli, type Milli } from "./values.ts";

/**
 * An immutable bag of resources: equal kinds are added up, nothing in it is empty.
 *
 * Kinds differ by name, reservations, disk, provider, revocability, sharing and allocation; the
 * order of first appearance is kept, so everything computed from a bag is reproducible.
 */
export class Resources {
  static readonly none = new Resources(new Map());

  readonly #entries: ReadonlyMap<string, Entry>;
  #items: readonly Resource[] | undefined;
  /** The same without allocations, once asked for. */
  #origin: Resources | undefined;
  /** The one role that all of it is allocated to, when that is known. */
  #role: string | undefined;

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  /** Adds up a list of messages in any of Mesos's reservation formats. Validate hostile ones first. */
  static of(list: readonly Resource[] | undefined): Resources {
    if (list === undefined || list.length === 0) return Resources.none;
    const entries = new Map<string, Entry>();
    for (const resource of list) addTo(entries, toEntry(resource));
    return Resources.#from(entries);
  }

  static #from(entries: ReadonlyMap<string, Entry>): Resources {
    return entries.size === 0 ? Resources.none : new Resources(entries);
  }

  static sum(list: Iterable<Resources>): Resources {
    const entries = new Map<string, Entry>();
    for (const resources of list) {
      for (const entry of resources.#entries.values()) addTo(entries, entry);
    }
    return Resources.#from(entries);
  }

  /** As messages in the post-refinement format; shared ones once per holder. */
  get items(): readonly Resource[] {
    this.#items ??= [...this.#entries.values()].flatMap((entry) => {
      const resource = toResource(entry);
      return Array.from({ length: entry.count }, () => resource);
    });
    return this.#items;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  plus(other: Resources): Resources {
    if (other.isEmpty) return this;
    if (this.isEmpty) return other;
    const entries = new Map(this.#entries);
    for (const entry of other.#entries.values()) addTo(entries, entry);
    return Resources.#from(entries);
  }

  /** What is here and not in `other`; never negative. */
  minus(other: Resources): Resources {
    if (other.isEmpty || this.isEmpty) return this;
    if (other === this) return Resources.none;
    const entries = new Map(this.#entries);
    for (const [key, entry] of other.#entries) {
      const mine = entries.get(key);
      if (mine === undefined) continue;
      const rest = subtractEntries(mine, entry);
      if (rest === undefined) entries.delete(key);
      else entries.set(key, rest);
    }
    return Resources.#from(entries);
  }

  contains(other: Resources): boolean {
    if (other === this) return true;
    for (const [key, entry] of other.#entries) {
      const mine = this.#entries.get(key);
      if (mine === undefined || !containsEntry(mine, entry)) return false;
    }
    return true;
  }

  equals(other: Resources): boolean {
    return (
      this.#entries.size === other.#entries.size && this.contains(other) && other.contains(this)
    );
  }

  /** Those kinds that pass the test, which may be asked twice. */
  filter(test: (resource: Resource) => boolean): Resources {
    if (this.#areAll(test)) return this;
    const kept = new Map<string, Entry>();
    for (const [key, entry] of this.#entries) {
      if (test(entry.meta)) kept.set(key, entry);
    }
    return Resources.#from(kept);
  }

  #areAll(test: (resource: Resource) => boolean): boolean {
    for (const { meta } of this.#entries.values()) {
      if (!test(meta)) return false;
    }
    return true;
  }

  /** The same amounts of other kinds; kinds that become equal are added up. */
  map(change: (resource: Resource) => Resource): Resources {
    const entries = new Map<string, Entry>();
    for (const { meta, amount, count } of this.#entries.values()) {
      addTo(entries, entryOf(change(meta), amount, count));
    }
    return Resources.#from(entries);
  }

  /** All of it allocated to `role`, whoever had it before. */
  allocated(role: string): Resources {
    if (this.isEmpty || this.#role === role) return this;
    const origin = this.unallocated();
    const entries = new Map<string, Entry>();
    for (const entry of origin.#entries.values()) {
      const allocated = allocateEntry(entry, role);
      entries.set(allocated.key, allocated);
    }
    const result = new Resources(entries);
    result.#origin = origin;
    result.#role = role;
    return result;
  }

  unallocated(): Resources {
    this.#origin ??= this.#computeUnallocated();
    return this.#origin;
  }

  #computeUnallocated(): Resources {
    let isAllocated = false;
    for (const { key, base } of this.#entries.values()) isAllocated ||= key !== base;
    if (!isAllocated) return this;
    const entries = new Map<string, Entry>();
    for (const entry of this.#entries.values()) addTo(entries, unallocateEntry(entry));
    return Resources.#from(entries);
  }

  /** By the role that it is allocated to, without the allocation; what is not allocated is left out. */
  allocations(): ReadonlyMap<string, Resources> {
    if (this.#role !== undefined) return new Map([[this.#role, this.unallocated()]]);
    const byRole = new Map<string, Map<string, Entry>>();
    for (const entry of this.#entries.values()) {
      const role = entry.meta.allocation_info?.role;
      if (role === undefined) continue;
      const entries = byRole.get(role) ?? new Map<string, Entry>();
      byRole.set(role, entries);
      addTo(entries, unallocateEntry(entry));
    }
    return new Map([...byRole].map(([role, entries]) => [role, Resources.#from(entries)]));
  }

  /**
   * At most so much of each scalar that `applies`, in thousandths; `undefined` from `most`: all of
   * it. Volumes and whole disks are kept whole or left out.
   */
  shrunkTo(
    most: (name: string) => Milli | undefined,
    applies: (resource: Resource) => boolean = () => true,
  ): Resources {
    const left = new Map<string, Milli | undefined>();
    const entries = new Map<string, Entry>();
    let isWhole = true;
    for (const [key, entry] of this.#entries) {
      const { meta, amount } = entry;
      if (amount.type !== "scalar" || !applies(meta)) {
        entries.set(key, entry);
        continue;
      }
      if (!left.has(meta.name)) left.set(meta.name, most(meta.name));
      const limit = left.get(meta.name);
      const milli = limit === undefined ? amount.milli : portionOf(entry, Math.max(0, limit));
      if (limit !== undefined) left.set(meta.name, limit - milli);
      if (milli === amount.milli) {
        entries.set(key, entry);
        continue;
      }
      isWhole = false;
      if (milli > 0) entries.set(key, { ...entry, amount: { type: "scalar", milli } });
    }
    return isWhole ? this : Resources.#from(entries);
  }

  /** Reserved for exactly `role`, or for any role. */
  reserved(role?: string): Resources {
    return this.filter((r) => isReserved(r) && (role === undefined || reservationRole(r) === role));
  }

  unreserved(): Resources {
    return this.filter((resource) => !isReserved(resource));
  }

  /** Unreserved, or reserved for `role` or an ancestor of it: what frameworks in `role` may use. */
  allocatableTo(role: string): Resources {
    return this.filter((resource) => {
      if (!isReserved(resource)) return true;
      const owner = reservationRole(resource);
      return owner === role || role.startsWith(`${owner}/`);
    });
  }

  revocable(): Resources {
    return this.filter(isRevocable);
  }

  nonRevocable(): Resources {
    return this.filter((resource) => !isRevocable(resource));
  }

  shared(): Resources {
    return this.filter(isShared);
  }

  persistentVolumes(): Resources {
    return this.filter(isPersistentVolume);
  }

  /** The roles that resources are reserved for, each with its resources. */
  reservations(): Map<string, Resources> {
    const roles = new Map<string, Resources>();
    for (const resource of this.reserved().items) {
      const role = reservationRole(resource);
      roles.set(role, (roles.get(role) ?? Resources.none).plus(Resources.of([resource])));
    }
    return roles;
  }

  /** The sum of all scalars called `name`, in thousandths. */
  milli(name: string): Milli {
    let sum = 0;
    for (const { meta, amount } of this.#entries.values()) {
      if (meta.name === name && amount.type === "scalar") sum += amount.milli;
    }
    return sum;
  }

  /** The sum of all scalars called `name`. */
  scalar(name: string): number {
    return fromMilli(this.milli(name));
  }

  /** Every scalar by name, in thousandths. */
  quantities(): Map<string, Milli> {
    const sums = new Map<string, Milli>();
    for (const { meta, amount } of this.#entries.values()) {
      if (amount.type !== "scalar") continue;
      sums.set(meta.name, (sums.get(meta.name) ?? 0) + amount.milli);
    }
    return sums;
  }

  /** Visits every kind with its amount; for views. */
  [Symbol.iterator](): IterableIterator<Entry> {
    return this.#entries.values();
  }

  /** As Mesos prints them: `cpus(allocated: dev):0.1; mem:32`, or `{}`. */
  toString(): string {
    if (this.isEmpty) return "{}";
    return [...this.#entries.values()].map(entryText).join("; ");
  }
}

function addTo(entries: Map<string, Entry>, entry: Entry): void {
  if (isEmpty(entry)) return;
  const known = entries.get(entry.key);
  entries.set(entry.key, known === undefined ? entry : addEntries(known, entry));
}

function entryText({ meta, amount, count }: Entry): string {
  const text = `${kindText(meta)}:${amountText(amount)}`;
  return isShared(meta) ? `${text}<${count}>` : text;
}
