/** Amounts of the resources that have one. */
import type { Resource } from "./wire.ts";

export type Scalar = "cpus" | "mem" | "disk" | "gpus";

/** `mem` and `disk` are in MiB. */
export type Amounts = Readonly<Record<Scalar, number>>;

export const SCALARS: readonly Scalar[] = ["cpus", "mem", "disk", "gpus"];

export const SCALAR_LABELS: Readonly<Record<Scalar, string>> = {
  cpus: "CPUs",
  mem: "Memory",
  disk: "Disk",
  gpus: "GPUs",
};

export const NOTHING: Amounts = { cpus: 0, mem: 0, disk: 0, gpus: 0 };

export function amountsOf(resources: readonly Resource[] | undefined): Amounts {
  const sum = { ...NOTHING };
  for (const { name, scalar } of resources ?? []) {
    if (isScalar(name)) sum[name] += scalar?.value ?? 0;
  }
  return sum;
}

/** What `/state-summary` and `/roles` say: an object of numbers, and of texts (ranges and sets). */
export function summaryAmounts(summary: Readonly<Record<string, unknown>> | undefined): Amounts {
  const amounts = { ...NOTHING };
  for (const name of SCALARS) {
    const value = summary?.[name];
    if (typeof value === "number") amounts[name] = value;
  }
  return amounts;
}

export function total(list: Iterable<Amounts>): Amounts {
  const sum = { ...NOTHING };
  for (const amounts of list) {
    for (const name of SCALARS) sum[name] += amounts[name];
  }
  return sum;
}

export function areEqual(a: Amounts, b: Amounts): boolean {
  return SCALARS.every((name) => a[name] === b[name]);
}

export function isNothing(amounts: Amounts): boolean {
  return SCALARS.every((name) => amounts[name] === 0);
}

/** The largest part of the whole that is used of any resource: Mesos's dominant share. */
export function dominantShare(used: Amounts, whole: Amounts): number {
  return Math.max(0, ...SCALARS.map((name) => (whole[name] > 0 ? used[name] / whole[name] : 0)));
}

/**
 * The shares of a bar, in percent of the total. They never add up to more than 100, whatever the
 * numbers say: allocated and offered ones come at different times than the total does.
 */
export function shares(
  whole: number,
  allocated: number,
  offered: number,
): { readonly allocated: number; readonly offered: number; readonly idle: number } {
  if (whole <= 0) return { allocated: 0, offered: 0, idle: 0 };
  const first = Math.min(1, Math.max(0, allocated) / whole);
  const second = Math.min(1 - first, Math.max(0, offered) / whole);
  return { allocated: first * 100, offered: second * 100, idle: (1 - first - second) * 100 };
}

/** The ports of a list of resources as text: `31000–31001, 31005`; empty when there are none. */
export function portsOf(resources: readonly Resource[] | undefined): string {
  return (resources ?? [])
    .filter(({ name }) => name === "ports")
    .flatMap(({ ranges }) => ranges?.range ?? [])
    .map(({ begin = 0, end = 0 }) => (begin === end ? `${begin}` : `${begin}–${end}`))
    .join(", ");
}

/** What is reserved for one role in one way, or for nobody. */
export interface ReservedPart {
  /** Empty: for nobody. */
  readonly role: string;
  readonly isDynamic: boolean;
  readonly principal: string;
  readonly amounts: Amounts;
  /** The same as the API has it, without persistent volumes. */
  readonly resources: readonly Resource[];
  /** Ids of persistent volumes on it. */
  readonly volumes: readonly string[];
}

/** An agent's resources by reservation; those of nobody come first. */
export function byReservation(resources: readonly Resource[]): readonly ReservedPart[] {
  const groups = Map.groupBy(resources, (resource) => {
    const last = reservationOf(resource);
    return last === undefined ? "" : JSON.stringify([last.role, last.type, last.principal]);
  });
  return [...groups.values()].map(readPart).sort((a, b) => (a.role < b.role ? -1 : 1));
}

function readPart(list: readonly Resource[]): ReservedPart {
  const reservation = list[0] === undefined ? undefined : reservationOf(list[0]);
  const idOf = ({ disk }: Resource): string | undefined => disk?.persistence?.id;
  return {
    role: reservation?.role ?? "",
    isDynamic: reservation?.type === "DYNAMIC",
    principal: reservation?.principal ?? "",
    amounts: amountsOf(list),
    resources: list.filter((resource) => idOf(resource) === undefined),
    volumes: list.flatMap((resource) => idOf(resource) ?? []),
  };
}

/** The innermost reservation; old forms of it have the role on the resource itself. */
function reservationOf({ reservations, reservation, role }: Resource):
  | {
      readonly role: string;
      readonly type: string;
      readonly principal: string;
    }
  | undefined {
  const last = reservations?.at(-1);
  if (last !== undefined) {
    const { role: of = "", type = "STATIC", principal = "" } = last;
    return { role: of, type, principal };
  }
  if (role === undefined || role === "*") return undefined;
  const type = reservation === undefined ? "STATIC" : "DYNAMIC";
  return { role, type, principal: reservation?.principal ?? "" };
}

function isScalar(name: string | undefined): name is Scalar {
  return name === "cpus" || name === "mem" || name === "disk" || name === "gpus";
}
