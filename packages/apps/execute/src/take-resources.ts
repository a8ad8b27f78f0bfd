import type { Resource } from "@mesos-ts/protos";
import { isPersistentVolume, isShared, Resources } from "@mesos-ts/resources";

/**
 * What an offer has to give for `wanted` (unreserved resources): of what is reserved for `role`
 * first, then of what is free. Undefined: not enough.
 */
export function takeResources(
  offered: Resources,
  wanted: Resources,
  role: string,
): Resources | undefined {
  const usable = offered
    .unallocated()
    .nonRevocable()
    .filter((resource) => !isPersistentVolume(resource) && !isShared(resource));
  const pools = [...(role === "*" ? [] : [usable.reserved(role)]), usable.unreserved()];
  let taken = Resources.none;
  for (const item of wanted.items) {
    const part = takeOne(pools, item);
    if (part === undefined) return undefined;
    taken = taken.plus(part);
  }
  return taken;
}

function takeOne(pools: readonly Resources[], wanted: Resource): Resources | undefined {
  const kinds = pools.flatMap((pool) => pool.items.filter((item) => item.name === wanted.name));
  return wanted.type === "SCALAR" ? takeScalar(kinds, wanted) : takeWhole(kinds, wanted);
}

/** Thousandths: sums of scalars are exact in them. */
const MILLI = 1000;

function takeScalar(kinds: readonly Resource[], wanted: Resource): Resources | undefined {
  let missing = Math.round((wanted.scalar?.value ?? 0) * MILLI);
  const parts: Resource[] = [];
  for (const kind of kinds) {
    const amount = Math.min(missing, Math.round((kind.scalar?.value ?? 0) * MILLI));
    if (amount <= 0) continue;
    parts.push({ ...kind, scalar: { value: amount / MILLI } });
    missing -= amount;
  }
  return missing > 0 ? undefined : Resources.of(parts);
}

/** Ranges and sets come from one kind, as a whole. */
function takeWhole(kinds: readonly Resource[], wanted: Resource): Resources | undefined {
  for (const kind of kinds) {
    const { reservations } = kind;
    const part: Resource = { ...wanted, ...(reservations === undefined ? {} : { reservations }) };
    if (Resources.of([kind]).contains(Resources.of([part]))) return Resources.of([part]);
  }
  return undefined;
}
