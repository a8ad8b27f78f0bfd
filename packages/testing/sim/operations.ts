import type { Offer, Offer_Operation, Resource } from "@mesos-ts/protos";
import { isPersistentVolume, isReserved, upgrade, withoutVolume } from "@mesos-ts/resources";
import type { World } from "./world.ts";

const DISK = 64;

/** What a framework may do to the disk in an offer, step by step: reserve it, use it, give it back. */
export function diskOperations(offer: Offer, world: World, id: () => string): Offer_Operation[] {
  const role = offer.allocation_info?.role ?? "*";
  const operations: Offer_Operation[] = [];
  for (const each of offer.resources ?? []) {
    const resource = upgrade(each);
    if (resource.name !== "disk" || !world.chance(0.4)) continue;
    if (isPersistentVolume(resource)) operations.push(...volumeOperations(resource, world));
    else if (isReserved(resource)) operations.push(...reservedOperations(resource, world, id));
    else if ((resource.scalar?.value ?? 0) >= DISK) {
      const resources = [
        {
          ...resource,
          scalar: { value: DISK },
          reservations: [{ type: "DYNAMIC", role } as const],
        },
      ];
      operations.push({ type: "RESERVE", reserve: { resources } });
    }
  }
  return operations.map((operation) =>
    world.chance(0.5) ? { ...operation, id: { value: id() } } : operation,
  );
}

function reservedOperations(resource: Resource, world: World, id: () => string): Offer_Operation[] {
  if (world.chance(0.4)) return [{ type: "UNRESERVE", unreserve: { resources: [resource] } }];
  const volume: Resource = {
    ...resource,
    disk: {
      persistence: { id: id() },
      volume: { container_path: "data", mode: "RW" },
    },
  };
  return [{ type: "CREATE", create: { volumes: [volume] } }];
}

function volumeOperations(volume: Resource, world: World): Offer_Operation[] {
  const half = Math.floor((volume.scalar?.value ?? 0) / 2);
  if (half > 0 && world.chance(0.2)) {
    return [{ type: "SHRINK_VOLUME", shrink_volume: { volume, subtract: { value: half } } }];
  }
  const destroy: Offer_Operation = { type: "DESTROY", destroy: { volumes: [volume] } };
  if (world.chance(0.5)) return [destroy];
  const resources = [withoutVolume(volume)];
  return [destroy, { type: "UNRESERVE", unreserve: { resources } }];
}
