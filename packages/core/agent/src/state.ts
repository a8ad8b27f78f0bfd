import type {
  ContainerID,
  ContainerStatus,
  ExecutorInfo,
  FrameworkInfo,
  internal,
  Task,
  TaskInfo,
  TaskStatus,
} from "@mesos-ts/protos";
import type { ExitStatus, Pid, StreamId, TimeMs } from "./contract.ts";
import type { TaskProcess } from "./task-process.ts";

export interface Framework {
  readonly id: string;
  info: FrameworkInfo;
  /** Where a libprocess scheduler listens; undefined for HTTP schedulers. */
  pid: Pid | undefined;
  readonly executors: Map<string, Executor>;
  readonly completedExecutors: Executor[];
  /** The master asked for its end: its updates no longer matter. */
  terminating: boolean;
}

/**
 * Who runs the tasks of an executor. `command` and `group` are this agent's own supervision of
 * command tasks and task groups; `custom` is a program that speaks the executor protocol.
 */
export type ExecutorKind = "command" | "group" | "custom";

export type ExecutorState = "registering" | "running" | "terminating" | "terminated";

export type ExecutorConnection =
  | { readonly type: "pid"; readonly pid: Pid }
  | { readonly type: "stream"; readonly streamId: StreamId };

export interface Executor {
  readonly id: string;
  readonly framework: Framework;
  readonly info: ExecutorInfo;
  readonly kind: ExecutorKind;
  readonly containerId: string;
  readonly sandbox: string;
  readonly checkpointed: boolean;
  state: ExecutorState;
  connection: ExecutorConnection | undefined;
  /** The pid shown for its container, when a process of its own runs in it. */
  pid: number | undefined;
  /** Whether its container has a process that must end before the executor is terminated. */
  hasContainer: boolean;
  /** Why it is being ended; overrides what its tasks would be told otherwise. */
  ending: Ending | undefined;
  exit: ExitStatus | undefined;
  /** Tasks that wait for the executor to register. */
  readonly queued: Map<string, TaskRecord>;
  readonly launched: Map<string, TaskRecord>;
  /** Terminal, but the scheduler has not acknowledged it. */
  readonly terminated: Map<string, TaskRecord>;
  readonly completed: TaskRecord[];
}

/** What tasks of an executor are told when it ends before they did. */
export interface Ending {
  readonly state: "TASK_FAILED" | "TASK_KILLED" | "TASK_GONE" | "TASK_LOST";
  readonly reason: NonNullable<TaskStatus["reason"]>;
  readonly message: string;
}

export interface TaskRecord {
  readonly id: string;
  readonly info: TaskInfo;
  readonly executor: Executor;
  /** As the master and the endpoints see it. */
  readonly task: Task;
  /** Tasks that this agent runs itself. */
  process: TaskProcess | undefined;
  /** Of a task group: its nested container. */
  readonly containerId: string;
  readonly sandbox: string;
  lastStatusAtMs: TimeMs;
}

export function containerIdOf(id: string): ContainerID {
  const dot = id.lastIndexOf(".");
  if (dot < 0) return { value: id };
  return { value: id.slice(dot + 1), parent: containerIdOf(id.slice(0, dot)) };
}

export function containerIdText(id: ContainerID): string {
  return id.parent === undefined ? id.value : `${containerIdText(id.parent)}.${id.value}`;
}

/** A task that never started: frameworks that are not partition-aware know only LOST. */
export function droppedState(framework: FrameworkInfo | undefined): "TASK_DROPPED" | "TASK_LOST" {
  return isPartitionAware(framework) ? "TASK_DROPPED" : "TASK_LOST";
}

/** A task that was ended without its framework's doing. */
export function goneState(framework: FrameworkInfo | undefined): "TASK_GONE" | "TASK_LOST" {
  return isPartitionAware(framework) ? "TASK_GONE" : "TASK_LOST";
}

function isPartitionAware(framework: FrameworkInfo | undefined): boolean {
  return framework?.capabilities?.some(({ type }) => type === "PARTITION_AWARE") ?? false;
}

export function isTerminal(state: TaskStatus["state"]): boolean {
  switch (state) {
    case "TASK_FINISHED":
    case "TASK_FAILED":
    case "TASK_KILLED":
    case "TASK_ERROR":
    case "TASK_LOST":
    case "TASK_DROPPED":
    case "TASK_GONE":
    case "TASK_GONE_BY_OPERATOR":
      return true;
    case "TASK_STAGING":
    case "TASK_STARTING":
    case "TASK_RUNNING":
    case "TASK_KILLING":
    case "TASK_UNREACHABLE":
    case "TASK_UNKNOWN":
      return false;
    default:
      return state satisfies never;
  }
}

/** The raw wait status, as `ExitedExecutorMessage` and exit statuses of containers carry it. */
export function waitStatus(exit: ExitStatus): number {
  switch (exit.type) {
    case "exited":
      return exit.code << 8;
    case "signaled":
      return exit.number | (exit.coreDumped ? 0x80 : 0);
    case "unknown":
      return -1;
    default:
      return exit satisfies never;
  }
}

/** `exited with status 3`, `terminated with signal Killed`: how Mesos words an end. */
export function exitText(exit: ExitStatus): string {
  switch (exit.type) {
    case "exited":
      return `exited with status ${exit.code}`;
    case "signaled":
      return `terminated with signal ${exit.description}${exit.coreDumped ? " (core dumped)" : ""}`;
    case "unknown":
      return "ended with an unknown status";
    default:
      return exit satisfies never;
  }
}

export function allTasks(executor: Executor): TaskRecord[] {
  return [
    ...executor.queued.values(),
    ...executor.launched.values(),
    ...executor.terminated.values(),
  ];
}

/**
 * A task's update as it leaves for the master: it tells the latest state of the task, and the task
 * remembers which update the master was told last. Unknown tasks leave it as it is.
 */
export function forwarded(
  frameworks: ReadonlyMap<string, Framework>,
  update: internal.StatusUpdate,
): internal.StatusUpdate {
  const { framework_id, status } = update;
  const taskId = status.task_id.value;
  for (const executor of frameworks.get(framework_id.value)?.executors.values() ?? []) {
    const task = (executor.launched.get(taskId) ?? executor.terminated.get(taskId))?.task;
    if (task === undefined) continue;
    task.status_update_state = status.state;
    if (update.uuid !== undefined) task.status_update_uuid = update.uuid;
    return { ...update, latest_state: task.state };
  }
  return update;
}

/** The container status that Mesos's agent puts into a task's updates. */
export function containerStatus(
  ip: string,
  containerId: string,
  show: { readonly pid: number | undefined; readonly network: boolean },
): ContainerStatus {
  return {
    container_id: containerIdOf(containerId),
    ...(show.network ? { network_infos: [{ ip_addresses: [{ ip_address: ip }] }] } : {}),
    ...(show.pid === undefined ? {} : { executor_pid: show.pid }),
  };
}
