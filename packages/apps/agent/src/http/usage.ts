import { type Agent, containerIds, type UsageOf } from "@mesos-ts/agent";
import type { Containerizer } from "@mesos-ts/containerizer";
import type { ResourceStatistics } from "@mesos-ts/protos";

/** What the processes of all containers use now. */
export async function measureUsage(agent: Agent, containerizer: Containerizer): Promise<UsageOf> {
  const measured = new Map<string, ResourceStatistics>();
  const measure = async (containerId: string): Promise<void> => {
    const result = await containerizer.usage(containerId);
    if (result.type === "refused") return;
    // Mesos counts processes and threads with cgroups only.
    const { processes: _, threads: __, ...usage } = result.usage;
    measured.set(containerId, usage);
  };
  await Promise.all(containerIds(agent.context).map(measure));
  return (containerId) => measured.get(containerId);
}
