/** Quotas as messages have them, and as the master and its allocator do. */
import type { Quota } from "@mesos-ts/allocator";
import type { quota, Resource } from "@mesos-ts/protos";
import { limitsFrom, quantitiesFrom, type Scalars, sortedUnits } from "./quantities.ts";

/** The quota of a role that nobody set one for. */
export const NO_QUOTA: Quota = { guarantees: new Map(), limits: new Map() };

export function quotaOf({ guarantees, limits }: Omit<quota.QuotaConfig, "role">): Quota {
  return { guarantees: quantitiesFrom(guarantees), limits: limitsFrom(limits) };
}

/** Of the old API, where a guarantee is a limit too. */
export function configOf({ role = "", guarantee }: quota.QuotaInfo): quota.QuotaConfig {
  const scalars: Scalars = Object.fromEntries(
    (guarantee ?? []).map(({ name, scalar }) => [name, scalar ?? { value: 0 }]),
  );
  return { role, guarantees: { ...scalars }, limits: { ...scalars } };
}

export function isNoQuota({ guarantees, limits }: Quota): boolean {
  return guarantees.size === 0 && limits.size === 0;
}

/** GET_QUOTA and `/quota`: every quota twice, as the old API has it and as the new one does. */
export function quotaStatus(quotas: ReadonlyMap<string, Quota>): quota.QuotaStatus {
  if (quotas.size === 0) return {};
  return {
    infos: [...quotas].map(([role, { guarantees }]) => ({
      role,
      ...(guarantees.size === 0 ? {} : { guarantee: sortedUnits(guarantees).map(scalarResource) }),
    })),
    configs: [...quotas].map(([role, { guarantees, limits }]) => ({
      role,
      ...(guarantees.size === 0 ? {} : { guarantees: scalarsOf(guarantees) }),
      ...(limits.size === 0 ? {} : { limits: scalarsOf(limits) }),
    })),
  };
}

function scalarResource([name, value]: readonly [string, number]): Resource {
  return { name, type: "SCALAR", scalar: { value } };
}

function scalarsOf(quantities: Quota["guarantees"]): Record<string, { value: number }> {
  return Object.fromEntries(sortedUnits(quantities).map(([name, value]) => [name, { value }]));
}
