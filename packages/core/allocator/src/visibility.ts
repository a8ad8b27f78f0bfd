import type { FrameworkInfo_Capability_Type } from "@mesos-ts/protos";
import { isRevocable, isShared, type Resources } from "@mesos-ts/resources";
import type { MinAllocatable } from "./contract.ts";

/** What a framework of these capabilities may be offered; the rest is kept from it. */
export function visibleTo(
  resources: Resources,
  capabilities: ReadonlySet<FrameworkInfo_Capability_Type>,
): Resources {
  return resources.filter((resource) => {
    if (isRevocable(resource) && !capabilities.has("REVOCABLE_RESOURCES")) return false;
    if (isShared(resource) && !capabilities.has("SHARED_RESOURCES")) return false;
    const refined = (resource.reservations?.length ?? 0) > 1;
    return !refined || capabilities.has("RESERVATION_REFINEMENT");
  });
}

/** Whether resources reach one of the alternatives; without alternatives, any resources do. */
export function isEnough(resources: Resources, alternatives: MinAllocatable): boolean {
  if (resources.isEmpty) return false;
  if (alternatives.length === 0) return true;
  return alternatives.some((needed) =>
    Object.entries(needed).every(
      ([name, value]) => resources.milli(name) >= Math.round(value * 1000),
    ),
  );
}
