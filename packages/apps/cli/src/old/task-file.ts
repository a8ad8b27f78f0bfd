import { agentsOf } from "../cluster/agents.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { RemoteFile } from "../cluster/remote-file.ts";
import { sandboxOf } from "../cluster/sandbox.ts";
import { agentOf, tasksOf } from "../cluster/tasks.ts";
import { Failure } from "../failure.ts";
import type { OldProgram } from "./program.ts";

export const FILE_OPTIONS = {
  master: { type: "string" },
  framework: { type: "string" },
  task: { type: "string" },
} as const satisfies OldProgram["options"];

export const FILE_HELP = [
  "  --master=VALUE     host:port, zk://… or file://…",
  "  --framework=VALUE  the framework's id",
  "  --task=VALUE       the task's id",
];

/** A file in a task's sandbox, with whole ids as these programs always took them. */
export async function taskFile(
  cluster: Cluster,
  framework: string,
  taskId: string,
  name: string,
): Promise<RemoteFile> {
  const [tasks, agents] = await Promise.all([tasksOf(cluster), agentsOf(cluster)]);
  const task = [...tasks.running, ...tasks.unreachable, ...tasks.completed].find(
    ({ task_id, framework_id }) => task_id.value === taskId && framework_id.value === framework,
  );
  if (task === undefined) throw new Failure("No task found!");
  const peer = agentOf(cluster, agents, task);
  const container = task.statuses?.findLast(({ container_status: known }) => known?.container_id)
    ?.container_status?.container_id;
  const folder = await sandboxOf(cluster, peer, {
    frameworkId: framework,
    taskId,
    executorId: task.executor_id?.value ?? "",
    containerId: container?.parent?.value ?? container?.value,
    nested: container?.parent !== undefined,
  });
  return { cluster, peer, path: `${folder}/${name}` };
}
