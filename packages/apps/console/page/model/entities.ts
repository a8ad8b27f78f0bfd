/**
 * Tasks, agents and frameworks as the page shows them, read from the master's messages. They do
 * not change: what has changed is another object, so that the page draws that again, and only that.
 */
import { type Amounts, amountsOf, NOTHING, portsOf } from "./resources.ts";
import type {
  AgentStanding,
  TaskStatus,
  TimeInfo,
  WireAgent,
  WireAttribute,
  WireFramework,
  WireTask,
} from "./wire.ts";

/** Times are in seconds since 1970; undefined when they are not known. */
export interface Status {
  readonly state: string;
  readonly message: string;
  readonly reason: string;
  readonly source: string;
  readonly healthy: boolean | undefined;
  readonly at: number | undefined;
}

export type TaskGroup = "active" | "unreachable" | "completed";

export interface Task {
  /**
   * Tells a task from every other, also from earlier ones with the same id. Grows with time. The
   * model sets it, once, when it takes the task.
   */
  number: number;
  readonly id: string;
  readonly name: string;
  readonly frameworkId: string;
  readonly agentId: string;
  /** Empty for a command's task. */
  readonly executorId: string;
  readonly role: string;
  readonly resources: Amounts;
  readonly ports: string;
  readonly state: string;
  readonly group: TaskGroup;
  readonly statuses: readonly Status[];
  /** From the outermost to the task's own one. */
  readonly containerIds: readonly string[];
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
}

export type AgentState =
  | "active"
  | "inactive"
  | "deactivated"
  | "draining"
  | "drained"
  | "recovering";

export interface Agent {
  readonly id: string;
  readonly hostname: string;
  readonly ip: string;
  readonly port: number;
  readonly version: string;
  readonly registeredAt: number | undefined;
  readonly reregisteredAt: number | undefined;
  readonly total: Amounts;
  readonly ports: string;
  readonly attributes: readonly { readonly name: string; readonly text: string }[];
  readonly state: AgentState;
  readonly allocated: Amounts | undefined;
  readonly offered: Amounts;
}

export type FrameworkState = "active" | "inactive" | "disconnected" | "recovered" | "completed";

export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly user: string;
  readonly principal: string;
  readonly roles: readonly string[];
  readonly hostname: string;
  readonly webuiUrl: string;
  readonly failoverTimeout: number;
  readonly registeredAt: number | undefined;
  readonly reregisteredAt: number | undefined;
  readonly unregisteredAt: number | undefined;
  readonly state: FrameworkState;
  readonly allocated: Amounts | undefined;
  readonly offered: Amounts;
}

/** Status updates kept for a task. */
export const MAX_STATUSES = 50;

const COMPLETED_STATES = new Set([
  "TASK_FINISHED",
  "TASK_FAILED",
  "TASK_KILLED",
  "TASK_ERROR",
  "TASK_LOST",
  "TASK_DROPPED",
  "TASK_GONE",
  "TASK_GONE_BY_OPERATOR",
]);
const UNREACHABLE_STATES = new Set(["TASK_UNREACHABLE", "TASK_UNKNOWN"]);

/** States of which a person should take notice. */
export const TROUBLED_STATES: ReadonlySet<string> = new Set([
  "TASK_FAILED",
  "TASK_ERROR",
  "TASK_LOST",
  "TASK_DROPPED",
  "TASK_GONE",
  "TASK_GONE_BY_OPERATOR",
]);

export function groupOf(state: string): TaskGroup {
  if (COMPLETED_STATES.has(state)) return "completed";
  return UNREACHABLE_STATES.has(state) ? "unreachable" : "active";
}

/** Ids hold no line feed: the master refuses such ones. */
export function taskKey(frameworkId: string, taskId: string): string {
  return `${frameworkId}\n${taskId}`;
}

export function secondsOf(time: TimeInfo | undefined): number | undefined {
  const nanoseconds = Number(time?.nanoseconds ?? 0);
  return nanoseconds > 0 ? nanoseconds / 1e9 : undefined;
}

export function readTask(task: WireTask): Task {
  const state = task.state ?? "TASK_STAGING";
  const id = task.task_id?.value ?? "";
  const group = groupOf(state);
  const statuses = (task.statuses ?? []).slice(-MAX_STATUSES).map(readStatus);
  return {
    number: 0,
    id,
    name: task.name ?? id,
    frameworkId: task.framework_id?.value ?? "",
    agentId: task.agent_id?.value ?? "",
    executorId: task.executor_id?.value ?? "",
    role:
      task.resources?.find(({ allocation_info }) => allocation_info)?.allocation_info?.role ?? "",
    resources: amountsOf(task.resources),
    ports: portsOf(task.resources),
    state,
    group,
    statuses,
    containerIds: containersOf(task.statuses?.findLast(({ container_status }) => container_status)),
    ...timesOf(statuses, group),
  };
}

export function timesOf(
  statuses: readonly Status[],
  group: TaskGroup,
): Pick<Task, "startedAt" | "endedAt"> {
  const running = statuses.find(({ state }) => state === "TASK_RUNNING");
  const end = statuses.find(({ state }) => COMPLETED_STATES.has(state));
  return {
    startedAt: (running ?? statuses[0])?.at,
    endedAt: group === "completed" ? end?.at : undefined,
  };
}

export function readStatus(status: TaskStatus): Status {
  return {
    state: status.state ?? "TASK_UNKNOWN",
    message: status.message ?? "",
    reason: status.reason ?? "",
    source: status.source ?? "",
    healthy: status.healthy,
    at: status.timestamp,
  };
}

/** Containers inside of containers are not deeper than this. */
const MAX_CONTAINER_DEPTH = 32;

/** The outermost first. */
export function containersOf(status: TaskStatus | undefined): string[] {
  const ids: string[] = [];
  let id = status?.container_status?.container_id;
  while (id?.value !== undefined && ids.length < MAX_CONTAINER_DEPTH) {
    ids.unshift(id.value);
    id = id.parent;
  }
  return ids;
}

export function readAgent(agent: WireAgent): Agent {
  const { agent_info: info } = agent;
  const resources = agent.total_resources ?? info?.resources;
  return {
    id: info?.id?.value ?? "",
    hostname: info?.hostname ?? "",
    ip: /@\[?([^\]]*?)\]?:\d+$/.exec(agent.pid ?? "")?.[1] ?? "",
    port: info?.port ?? 0,
    version: agent.version ?? "",
    registeredAt: secondsOf(agent.registered_time),
    reregisteredAt: secondsOf(agent.reregistered_time),
    total: amountsOf(resources),
    ports: portsOf(resources),
    attributes: (info?.attributes ?? []).map((attribute) => ({
      name: attribute.name ?? "",
      text: attributeText(attribute),
    })),
    state: agentState(agent),
    allocated: undefined,
    offered: NOTHING,
  };
}

export function agentState({ active, deactivated, drain_info }: AgentStanding): AgentState {
  if (drain_info?.state === "DRAINING") return "draining";
  if (drain_info?.state === "DRAINED") return "drained";
  if (deactivated === true) return "deactivated";
  return active === false ? "inactive" : "active";
}

function attributeText({ text, scalar, ranges, set }: WireAttribute): string {
  if (text !== undefined) return text.value ?? "";
  if (scalar !== undefined) return String(scalar.value ?? 0);
  if (set !== undefined) return (set.item ?? []).join(", ");
  return (ranges?.range ?? []).map(({ begin = 0, end = 0 }) => `${begin}–${end}`).join(", ");
}

export function readFramework(framework: WireFramework, isCompleted: boolean): Framework {
  const info = framework.framework_info ?? {};
  return {
    id: info.id?.value ?? "",
    name: info.name ?? "",
    user: info.user ?? "",
    principal: info.principal ?? "",
    roles: info.roles ?? [info.role ?? "*"],
    hostname: info.hostname ?? "",
    webuiUrl: info.webui_url ?? "",
    failoverTimeout: info.failover_timeout ?? 0,
    registeredAt: secondsOf(framework.registered_time),
    reregisteredAt: secondsOf(framework.reregistered_time),
    unregisteredAt: secondsOf(framework.unregistered_time),
    state: isCompleted ? "completed" : frameworkState(framework),
    allocated: undefined,
    offered: NOTHING,
  };
}

export function frameworkState(framework: {
  readonly active?: boolean;
  readonly connected?: boolean;
  readonly recovered?: boolean;
}): FrameworkState {
  if (framework.recovered === true) return "recovered";
  if (framework.connected === false) return "disconnected";
  return framework.active === false ? "inactive" : "active";
}
