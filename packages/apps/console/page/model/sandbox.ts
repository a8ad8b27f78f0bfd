/** Where the files of tasks and executors are on their agent. */
import type { Task } from "./entities.ts";
import type { AmountsObject, Resource } from "./wire.ts";

export interface AgentTask {
  readonly id?: string;
  readonly name?: string;
  readonly state?: string;
  readonly resources?: AmountsObject;
}

/** What is read of an agent's `/state`. */
export interface Executor {
  readonly id?: string;
  readonly name?: string;
  readonly source?: string;
  readonly container?: string;
  readonly directory?: string;
  readonly role?: string;
  readonly resources?: AmountsObject;
  readonly tasks?: readonly AgentTask[];
  readonly queued_tasks?: readonly AgentTask[];
  readonly completed_tasks?: readonly AgentTask[];
}

export interface AgentFramework {
  readonly id?: string;
  readonly name?: string;
  readonly user?: string;
  readonly roles?: readonly string[];
  readonly executors?: readonly Executor[];
  readonly completed_executors?: readonly Executor[];
}

export interface AgentState {
  readonly version?: string;
  readonly build_date?: string;
  readonly start_time?: number;
  readonly master_hostname?: string;
  readonly log_dir?: string;
  readonly flags?: Readonly<Record<string, string>>;
  readonly frameworks?: readonly AgentFramework[];
  readonly completed_frameworks?: readonly AgentFramework[];
  readonly reserved_resources_full?: Readonly<Record<string, readonly Resource[]>>;
  readonly unreserved_resources_full?: readonly Resource[];
  readonly drain_config?: {
    readonly config?: {
      readonly mark_gone?: boolean;
      readonly max_grace_period?: { readonly nanoseconds?: number };
    };
  };
  readonly estimated_drain_start_time_seconds?: number;
}

/** An entry of `/files/browse`. */
export interface Listed {
  readonly path?: string;
  readonly size?: number;
  readonly mtime?: number;
  readonly mode?: string;
  readonly nlink?: number;
  readonly uid?: string;
  readonly gid?: string;
}

export interface Entry {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: number;
  readonly mode: string;
  readonly owner: string;
  readonly isFolder: boolean;
}

/** One framework on an agent, running or over. */
export function frameworksOf(state: AgentState): readonly AgentFramework[] {
  return [...(state.frameworks ?? []), ...(state.completed_frameworks ?? [])];
}

export function executorsOf(framework: AgentFramework): readonly Executor[] {
  return [...(framework.executors ?? []), ...(framework.completed_executors ?? [])];
}

/**
 * The folder of the task's executor: undefined when the agent knows no such executor. An executor
 * that was started again has a folder for each container; then it is that of the task's container,
 * or else the one that the agent names first, which is the latest.
 */
export function executorDirectory(state: AgentState, task: Task): string | undefined {
  const executors = frameworksOf(state)
    .filter(({ id }) => id === task.frameworkId)
    .flatMap(executorsOf)
    .filter(({ id }) => id === (task.executorId === "" ? task.id : task.executorId));
  const own = executors.find(({ container }) => container === task.containerIds[0]);
  const holding = executors.find((executor) => holds(executor, task.id));
  return (own ?? holding ?? executors[0])?.directory;
}

function holds(executor: Executor, taskId: string): boolean {
  const { tasks = [], queued_tasks = [], completed_tasks = [] } = executor;
  return [...tasks, ...queued_tasks, ...completed_tasks].some(({ id }) => id === taskId);
}

/**
 * The folders where a task's sandbox may be; the first that exists is it. A task of a group has
 * one of its own inside of its executor's.
 */
export function sandboxCandidates(directory: string, task: Task): string[] {
  return task.executorId === "" ? [directory] : [`${directory}/tasks/${task.id}`, directory];
}

/** A listing for showing: folders first, then by name. */
export function readListing(listing: readonly Listed[]): Entry[] {
  return listing
    .map(({ path = "", size = 0, mtime = 0, mode = "", uid = "", gid = "" }) => ({
      name: path.slice(path.lastIndexOf("/") + 1),
      size,
      modifiedAt: mtime,
      mode,
      owner: gid === "" ? uid : `${uid}:${gid}`,
      isFolder: mode.startsWith("d"),
    }))
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1));
}

/** A path inside of a sandbox without what would lead out of it. */
export function innerPath(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}

/** The folder that a path inside of a sandbox shows: empty, or with a slash at its end. */
export function folderOf(path: string): string {
  const inner = innerPath(path.slice(0, path.lastIndexOf("/") + 1));
  return inner === "" ? "" : `${inner}/`;
}
