import type { RecoveredAgent, RecoveredContainer } from "@mesos-ts/agent";

/**
 * Adds what the container runtime knows, by container id, to what the checkpoints say. Containers
 * that belong to no executor in the checkpoints become orphans.
 */
export function withContainers(
  recovered: RecoveredAgent,
  containers: ReadonlyMap<string, RecoveredContainer>,
): RecoveredAgent {
  const byRoot = new Map<string, [string, RecoveredContainer][]>();
  for (const [id, container] of containers) {
    const [root = id] = id.split(".");
    byRoot.set(root, [...(byRoot.get(root) ?? []), [id, container]]);
  }
  const frameworks = recovered.frameworks.map((framework) => ({
    ...framework,
    executors: framework.executors.map((executor) => {
      const root = executor.containerId.value;
      const own = byRoot.get(root) ?? [];
      byRoot.delete(root);
      return { ...executor, containers: Object.fromEntries(own) };
    }),
  }));
  const orphans = [...byRoot.values()].flatMap((list) => list.map(([id]) => id));
  return { ...recovered, frameworks, orphans };
}
