import type { Resource } from "@mesos-ts/protos";
import { identity, isIndivisible, isShared, upgrade, withoutAllocation } from "./format.ts";
import {
  addIntervals,
  containsIntervals,
  fromMilli,
  type Intervals,
  intervalsText,
  type Milli,
  subtractIntervals,
  toIntervals,
  toMilli,
} from "./values.ts";

export type Amount =
  | { readonly type: "scalar"; readonly milli: Milli }
  | { readonly type: "ranges"; readonly intervals: Intervals }
  | { readonly type: "set"; readonly items: readonly string[] };

/** One resource: what it is (`meta`, known by `key`) and how much of it there is. */
export interface Entry {
  readonly key: string;
  /** The key of the same kind without an allocation. */
  readonly base: string;
  /** The message without meaning in its value; its value fields are those it was made from. */
  readonly meta: Resource;
  readonly amount: Amount;
  /** How often a shared resource is held; 1 for all others. */
  readonly count: number;
}

export function toEntry(resource: Resource): Entry {
  return entryOf(upgrade(resource), amountOf(resource), 1);
}

/** `meta` in the post-refinement format. */
export function entryOf(meta: Resource, amount: Amount, count: number): Entry {
  const base = identity(meta);
  return { key: keyOf(base, meta.allocation_info?.role), base, meta, amount, count };
}

function keyOf(base: string, role: string | undefined): string {
  return role === undefined ? base : `${base}@${role}`;
}

/** The same, allocated to `role`. */
export function allocateEntry({ base, meta, amount, count }: Entry, role: string): Entry {
  const allocated = { ...meta, allocation_info: { role } };
  return { key: keyOf(base, role), base, meta: allocated, amount, count };
}

/** The same, allocated to nobody. */
export function unallocateEntry(entry: Entry): Entry {
  if (entry.key === entry.base) return entry;
  const { base, meta, amount, count } = entry;
  return { key: base, base, meta: withoutAllocation(meta), amount, count };
}

/** How much; the same for attributes, which have the same values. */
export function amountOf(resource: Pick<Resource, "type" | "scalar" | "ranges" | "set">): Amount {
  switch (resource.type) {
    case "SCALAR":
      return { type: "scalar", milli: toMilli(resource.scalar?.value ?? 0) };
    case "RANGES":
      return { type: "ranges", intervals: toIntervals(resource.ranges?.range ?? []) };
    case "SET":
    case "TEXT":
      return { type: "set", items: [...new Set(resource.set?.item ?? [])] };
    default:
      return resource.type satisfies never;
  }
}

export function isEmpty(entry: Entry): boolean {
  switch (entry.amount.type) {
    case "scalar":
      return entry.amount.milli <= 0;
    case "ranges":
      return entry.amount.intervals.length === 0;
    case "set":
      return entry.amount.items.length === 0;
    default:
      return entry.amount satisfies never;
  }
}

/** Two of the same key as one; volumes and shared resources are wholes and never grow. */
export function addEntries(a: Entry, b: Entry): Entry {
  if (isShared(a.meta)) return { ...a, count: a.count + b.count };
  return { ...a, amount: addAmounts(a.amount, b.amount) };
}

/** `a` without `b`; undefined when nothing is left. */
export function subtractEntries(a: Entry, b: Entry): Entry | undefined {
  if (isShared(a.meta)) {
    return a.count > b.count ? { ...a, count: a.count - b.count } : undefined;
  }
  if (isIndivisible(a.meta)) return sameAmount(a.amount, b.amount) ? undefined : a;
  const rest = { ...a, amount: subtractAmounts(a.amount, b.amount) };
  return isEmpty(rest) ? undefined : rest;
}

export function containsEntry(a: Entry, b: Entry): boolean {
  if (isShared(a.meta)) return a.count >= b.count;
  if (isIndivisible(a.meta)) return sameAmount(a.amount, b.amount);
  return containsAmount(a.amount, b.amount);
}

/** How much of a scalar may be had when no more than `limit` is wanted; wholes are not cut. */
export function portionOf({ meta, amount }: Entry, limit: Milli): Milli {
  if (amount.type !== "scalar") return 0;
  if (amount.milli <= limit) return amount.milli;
  return isIndivisible(meta) ? 0 : limit;
}

function addAmounts(a: Amount, b: Amount): Amount {
  if (a.type === "scalar" && b.type === "scalar") {
    return { type: "scalar", milli: a.milli + b.milli };
  }
  if (a.type === "ranges" && b.type === "ranges") {
    return { type: "ranges", intervals: addIntervals(a.intervals, b.intervals) };
  }
  if (a.type === "set" && b.type === "set") {
    return { type: "set", items: [...new Set([...a.items, ...b.items])] };
  }
  return a;
}

function subtractAmounts(a: Amount, b: Amount): Amount {
  if (a.type === "scalar" && b.type === "scalar") {
    return { type: "scalar", milli: a.milli - b.milli };
  }
  if (a.type === "ranges" && b.type === "ranges") {
    return { type: "ranges", intervals: subtractIntervals(a.intervals, b.intervals) };
  }
  if (a.type === "set" && b.type === "set") {
    const gone = new Set(b.items);
    return { type: "set", items: a.items.filter((item) => !gone.has(item)) };
  }
  return a;
}

export function containsAmount(a: Amount, b: Amount): boolean {
  if (a.type === "scalar" && b.type === "scalar") return a.milli >= b.milli;
  if (a.type === "ranges" && b.type === "ranges") {
    return containsIntervals(a.intervals, b.intervals);
  }
  if (a.type === "set" && b.type === "set") {
    const have = new Set(a.items);
    return b.items.every((item) => have.has(item));
  }
  return false;
}

function sameAmount(a: Amount, b: Amount): boolean {
  return containsAmount(a, b) && containsAmount(b, a);
}

/** The message, with the value fields of its amount. */
export function toResource(entry: Entry): Resource {
  const { scalar: _s, ranges: _r, set: _t, ...meta } = entry.meta;
  switch (entry.amount.type) {
    case "scalar":
      return { ...meta, scalar: { value: fromMilli(entry.amount.milli) } };
    case "ranges":
      return {
        ...meta,
        ranges: { range: entry.amount.intervals.map(([begin, end]) => ({ begin, end })) },
      };
    case "set":
      return { ...meta, set: { item: [...entry.amount.items] } };
    default:
      return entry.amount satisfies never;
  }
}

export function amountText(amount: Amount): string {
  switch (amount.type) {
    case "scalar":
      return String(fromMilli(amount.milli));
    case "ranges":
      return intervalsText(amount.intervals);
    case "set":
      return `{${amount.items.join(", ")}}`;
    default:
      return amount satisfies never;
  }
}
