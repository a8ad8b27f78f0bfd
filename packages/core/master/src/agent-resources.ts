/** What an agent has: its own resources with dynamic reservations and volumes applied. */
import { err, ok, type Result } from "@mesos-ts/base";
import type { Resource } from "@mesos-ts/protos";
import { isDynamicallyReserved, isPersistentVolume, Resources, upgrade } from "@mesos-ts/resources";

/** Whether the agent must remember the resource: it is not part of its own configuration. */
export function needsCheckpointing(resource: Resource): boolean {
  return isDynamicallyReserved(resource) || isPersistentVolume(resource);
}

/**
 * The agent's configured resources with the checkpointed ones in place of what they were made of.
 * Source: `applyCheckpointedResources`.
 */
export function totalResources(
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
  const { shared: _, reservations = [], disk, ...rest } = resource;
  const [first] = reservations;
  const kept = first?.type === "STATIC" ? [first] : [];
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { reservations: kept }),
    ...(disk?.source === undefined ? {} : { disk: { source: disk.source } }),
  };
}
