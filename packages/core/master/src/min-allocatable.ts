import type { MinAllocatable } from "@mesos-ts/allocator";
import type { FrameworkInfo, OfferFilters_ResourceQuantities } from "@mesos-ts/protos";

/** By role, what the framework deems worth an offer; from `FrameworkInfo.offer_filters`. */
export function minAllocatableOf(info: FrameworkInfo): ReadonlyMap<string, MinAllocatable> {
  const byRole = new Map<string, MinAllocatable>();
  for (const [role, filter] of Object.entries(info.offer_filters ?? {})) {
    const wanted = filter.min_allocatable_resources;
    if (wanted !== undefined) byRole.set(role, (wanted.quantities ?? []).map(unitsOf));
  }
  return byRole;
}

function unitsOf({ quantities = {} }: OfferFilters_ResourceQuantities): Record<string, number> {
  return Object.fromEntries(Object.entries(quantities).map(([name, { value }]) => [name, value]));
}
