import type { Milli, Resources } from "@mesos-ts/resources";
import { isReserved, isRevocable, isShared } from "@mesos-ts/resources";
import type { Quantities } from "./contract.ts";

/** Quantities that change. What is 0 is left out. */
export type Sums = Map<string, Milli>;

export function add(sums: Sums, quantities: Quantities, sign: 1 | -1 = 1): void {
  for (const [name, milli] of quantities) {
    const sum = (sums.get(name) ?? 0) + sign * milli;
    if (sum === 0) sums.delete(name);
    else sums.set(name, sum);
  }
}

/** Scalars of a bag, by what they count for. Shared resources are in none of these. */
export interface Scalars {
  readonly all: Quantities;
  /** Unreserved and not revocable: what quota is charged for and headroom consists of. */
  readonly unreserved: Quantities;
}

export function scalarsOf(resources: Resources): Scalars {
  const all: Sums = new Map();
  let unreserved: Sums | undefined;
  for (const { meta, amount } of resources) {
    if (amount.type !== "scalar" || isShared(meta)) continue;
    const isPlain = !isReserved(meta) && !isRevocable(meta);
    if (!isPlain) unreserved ??= new Map(all);
    const { name } = meta;
    all.set(name, (all.get(name) ?? 0) + amount.milli);
    if (isPlain) unreserved?.set(name, (unreserved.get(name) ?? 0) + amount.milli);
  }
  return { all, unreserved: unreserved ?? all };
}
