import { isStandalone, type RecoveredAgent, type RecoveredContainer } from "@mesos-ts/agent";

/**
 * Adds what the container runtime knows, by container id, to what the checkpoints say. Containers
 * that belong to no executor in the checkpoints are standalone, with what is nested in those, or
 * become orphans.
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
  const standalone: Record<string, RecoveredContainer> = {};
  for (const [root, list] of byRoot) {
    if (!isStandalone(containers.get(root)?.notes)) continue;
    Object.assign(standalone, Object.fromEntries(list));
    byRoot.delete(root);
  }
  const orphans = [...byRoot.values()].flatMap((list) => list.map(([id]) => id));
  const own = Object.keys(standalone).length === 0 ? {} : { standalone };
  return { ...recovered, frameworks, orphans, ...own };
}
