import { posix } from "node:path";
import { Failure } from "../failure.ts";
import type { Cluster, Peer } from "./cluster.ts";

/** What finds a sandbox: a task, in v0's words or in v1's. */
export interface SandboxOf {
  readonly frameworkId: string;
  readonly taskId: string;
  /** Empty for a task without an executor of its own: its executor is named as the task. */
  readonly executorId: string;
  /** Of the run, since an executor may have had several. */
  readonly containerId?: string | undefined;
  /** Whether the task has a container of its own below its executor's. */
  readonly nested?: boolean;
}

interface Executor {
  readonly id: string;
  readonly container?: string;
  readonly directory: string;
}

interface Framework {
  readonly id: string;
  readonly executors?: readonly Executor[];
  readonly completed_executors?: readonly Executor[];
}

interface AgentState {
  readonly frameworks?: readonly Framework[];
  readonly completed_frameworks?: readonly Framework[];
}

/** The folder that a task's files are in, as the agent's files API names it. */
export async function sandboxOf(cluster: Cluster, agent: Peer, of: SandboxOf): Promise<string> {
  const state = await cluster.getJson<AgentState>(agent, "/state");
  const executorId = of.executorId === "" ? of.taskId : of.executorId;
  const executors = [...(state.frameworks ?? []), ...(state.completed_frameworks ?? [])]
    .filter(({ id }) => id === of.frameworkId)
    .flatMap(({ executors = [], completed_executors = [] }) => [
      ...executors,
      ...completed_executors,
    ])
    .filter(({ id }) => id === executorId);
  const run = executors.find(({ container }) => container === of.containerId) ?? executors[0];
  if (run === undefined) {
    throw new Failure(`${agent.name} does not know the sandbox of task '${of.taskId}' any more`);
  }
  return of.nested === true ? posix.join(run.directory, "tasks", of.taskId) : run.directory;
}
