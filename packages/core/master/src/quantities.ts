/**
 * Amounts by resource name, whatever the resources are reserved for. Source: Mesos's
 * `ResourceQuantities` and `ResourceLimits`.
 */
import type { Quantities } from "@mesos-ts/allocator";
import { formatDouble15 } from "@mesos-ts/base";
import type { Value_Scalar } from "@mesos-ts/protos";
import { type Amount, fromMilli, type Resources, toMilli } from "@mesos-ts/resources";

/** Amounts as a message has them, such as `QuotaConfig.guarantees`. */
export type Scalars = Readonly<Record<string, Value_Scalar>>;

/** Sums that grow. */
export type Sums = Map<string, number>;

export function addTo(sums: Sums, name: string, milli: number): void {
  if (milli !== 0) sums.set(name, (sums.get(name) ?? 0) + milli);
}

/** A scalar's value; how many there are of ranges and sets. In thousandths. */
export function milliOf(amount: Amount): number {
  switch (amount.type) {
    case "scalar":
      return amount.milli;
    case "ranges":
      return 1000 * amount.intervals.reduce((sum, [begin, end]) => sum + end - begin + 1, 0);
    case "set":
      return 1000 * amount.items.length;
    default:
      return amount satisfies never;
  }
}

/** All kinds of resources, ranges and sets counted. */
export function quantitiesOf(resources: Resources): Sums {
  const sums: Sums = new Map();
  for (const { meta, amount } of resources) addTo(sums, meta.name, milliOf(amount));
  return sums;
}

/** What is not 0: nothing of something is no demand. */
export function quantitiesFrom(scalars: Scalars | undefined): Sums {
  const sums: Sums = new Map();
  for (const [name, { value }] of Object.entries(scalars ?? {})) addTo(sums, name, toMilli(value));
  return sums;
}

/** Limits, those of 0 too: nothing of something is a limit. */
export function limitsFrom(scalars: Scalars | undefined): Sums {
  return new Map(
    Object.entries(scalars ?? {}).map(([name, { value }]) => [name, toMilli(value)] as const),
  );
}

export function plus(left: Quantities, right: Quantities): Sums {
  const sums = new Map(left);
  for (const [name, milli] of right) addTo(sums, name, milli);
  return sums;
}

/** Never negative; what is used up is not named any more. */
export function minus(left: Quantities, right: Quantities): Sums {
  const rest = [...left].map(([name, milli]) => [name, milli - (right.get(name) ?? 0)] as const);
  return new Map(rest.filter(([, milli]) => milli > 0));
}

/** What `left` does not name is 0. */
export function contains(left: Quantities, right: Quantities): boolean {
  return [...right].every(([name, milli]) => milli <= (left.get(name) ?? 0));
}

/** What `limits` does not name is unlimited. */
export function isWithin(quantities: Quantities, limits: Quantities): boolean {
  return [...quantities].every(([name, milli]) => milli <= (limits.get(name) ?? Infinity));
}

/** By name, in units: the order in which Mesos shows them. */
export function sortedUnits(quantities: Quantities): [name: string, value: number][] {
  return [...quantities]
    .map(([name, milli]): [string, number] => [name, fromMilli(milli)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `cpus:4; mem:4096`, or `{}`. */
export function quantitiesText(quantities: Quantities): string {
  const parts = sortedUnits(quantities).map(([name, value]) => `${name}:${formatDouble15(value)}`);
  return parts.length === 0 ? "{}" : parts.join("; ");
}

/** A scalar in error texts: thousandths are all that counts. */
export function scalarText({ value }: Value_Scalar): string {
  const milli = toMilli(value);
  return formatDouble15(Number.isFinite(milli) ? fromMilli(milli) : value);
}

/** `{ cpus: 5, mem: 64 }` */
export function scalarsText(scalars: Scalars | undefined): string {
  const parts = Object.entries(scalars ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, scalar]) => `${name}: ${scalarText(scalar)}`);
  return `{ ${parts.join(", ")} }`;
}
