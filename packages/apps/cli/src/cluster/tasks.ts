import type { ContainerID, Task } from "@mesos-ts/protos";
import { Failure } from "../failure.ts";
import { type Agents, agentsOf, idOf } from "./agents.ts";
import type { Cluster, Peer } from "./cluster.ts";
import { pick } from "./match.ts";

export interface Tasks {
  readonly running: readonly Task[];
  readonly unreachable: readonly Task[];
  readonly completed: readonly Task[];
}

export async function tasksOf(cluster: Cluster): Promise<Tasks> {
  const { get_tasks: reply } = await cluster.ask({ type: "GET_TASKS" });
  return {
    running: reply?.tasks ?? [],
    unreachable: reply?.unreachable_tasks ?? [],
    completed: reply?.completed_tasks ?? [],
  };
}

/** A task that runs, or else one that has run: an id may be used again. */
export function pickTask(tasks: Tasks, given: string): Task {
  const running = [...tasks.running, ...tasks.unreachable];
  const names = (task: Task): [string, string] => [task.task_id.value, task.name];
  const known = running.some((task) => names(task).some((name) => name.startsWith(given)));
  return pick(known ? running : tasks.completed, given, "task", names);
}

/** The agent that a task is or was on. */
export function agentOf(cluster: Cluster, agents: Agents, task: Task): Peer {
  const { value } = task.agent_id;
  const agent = agents.registered.find(({ agent_info }) => idOf(agent_info) === value);
  if (agent?.pid !== undefined) return cluster.agentAt(agent.pid);
  throw new Failure(
    `Unable to find agent '${value}' of task '${task.task_id.value}': it is not registered`,
  );
}

/** The container that a task runs in; every status of a task names it. */
export function containerOf(task: Task): ContainerID {
  const named = (task.statuses ?? []).map(({ container_status: status }) => status?.container_id);
  const found = named.findLast((id) => id !== undefined);
  if (found !== undefined) return found;
  throw new Failure(
    `No container found for task '${task.task_id.value}'. It might still be spinning up. Please try again.`,
  );
}

export async function findTask(
  cluster: Cluster,
  given: string,
): Promise<{ readonly task: Task; readonly agent: Peer }> {
  const [tasks, agents] = await Promise.all([tasksOf(cluster), agentsOf(cluster)]);
  const task = pickTask(tasks, given);
  return { task, agent: agentOf(cluster, agents, task) };
}
