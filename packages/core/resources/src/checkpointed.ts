import { err, ok, type Result } from "@mesos-ts/base";
import type { Resource } from "@mesos-ts/protos";
import { isDynamicallyReserved, isPersistentVolume, upgrade, withReservations } from "./format.ts";
import { withoutVolume } from "./operations.ts";
import { Resources } from "./resources.ts";

/** Whether an agent must remember the resource: it is not part of its own configuration. */
export function needsCheckpointing(resource: Resource): boolean {
  return isDynamicallyReserved(resource) || isPersistentVolume(resource);
}

/**
 * An agent's configured resources with the checkpointed ones in place of what they were made of.
 * Source: `applyCheckpointedResources`.
 */
export function applyCheckpointed(
  configured: readonly Resource[] | undefined,
  checkpointed: readonly Resource[] | undefined,
): Result<Resources> {
  let total = Resources.of(configured);
  for (const resource of checkpointed ?? []) {
    const upgraded = upgrade(resource);
    const added = Resources.of([upgraded]);
    if (!needsCheckpointing(upgraded)) return err(`Unexpected checkpointed resources ${added}`);
    const origin = Resources.of([originOf(upgraded)]);
    if (!total.contains(origin)) {
      return err(`Incompatible agent resources: ${total} does not contain ${origin}`);
    }
    total = total.minus(origin).plus(added);
  }
  return ok(total);
}

/** The configured resource that a dynamic reservation or a volume was made of. */
function originOf(resource: Resource): Resource {
  const [first] = resource.reservations ?? [];
  return withReservations(withoutVolume(resource), first?.type === "STATIC" ? [first] : []);
}
