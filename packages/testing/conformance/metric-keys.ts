/** Keys of Apache Mesos's metrics that our programs do not have, and why. */
export interface AbsentMetric {
  readonly key: RegExp;
  readonly why: string;
}

/** `<name>` stands for one part, as in docs/compatibility.md, which has the same table. */
export const DOCUMENTED_KEYS: readonly string[] = [
  ...timer("containerizer/docker/image_pull_ms"),
  ...timer("containerizer/mesos/provisioner/docker_store/image_pull_ms"),
  "containerizer/mesos/disk/project_ids_free",
  "containerizer/mesos/disk/project_ids_total",
  "containerizer/mesos/filesystem/containers_new_rootfs",
  "volume_gid_manager/volume_gids_free",
  "volume_gid_manager/volume_gids_total",
  "resource_providers/<type>.<name>/csi_plugin/container_terminations",
  "resource_providers/<type>.<name>/csi_plugin/rpcs_pending",
  "resource_providers/<type>.<name>/operations/<type>/pending",
  "scheduler/event_queue_messages",
  "scheduler/event_queue_dispatches",
  "allocator/mesos/roles/dev/shares/dominant",
  "allocator/mesos/quota/roles/dev/resources/cpus/guarantee",
  "allocator/mesos/quota/roles/dev/resources/cpus/limit",
  "allocator/mesos/quota/roles/dev/resources/cpus/offered_or_allocated",
];

function timer(key: string): string[] {
  const statistics = ["count", "max", "min", "p50", "p90", "p95", "p99", "p999", "p9999"];
  return [key, ...statistics.map((statistic) => `${key}/${statistic}`)];
}

export const ABSENT_METRICS: readonly AbsentMetric[] = [
  { key: /^containerizer\/docker\//, why: "the Docker containerizer is not built" },
  {
    key: /^containerizer\/mesos\/(provisioner\/docker_store|filesystem)\//,
    why: "images and root file systems of containers are not built",
  },
  { key: /^containerizer\/mesos\/disk\//, why: "disk quota (XFS) is not built" },
  { key: /^volume_gid_manager\//, why: "group ids of shared volumes are not built" },
  { key: /^resource_providers\//, why: "resource providers are not built" },
  {
    key: /^scheduler\//,
    why: "of the driver's process: a scheduler that uses Mesos's library has them itself",
  },
];
