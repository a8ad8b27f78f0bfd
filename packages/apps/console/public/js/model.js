/** The cluster as the page knows it. Pure: built from messages, and read by the views. */
import { amountsOf, NOTHING, portsOf } from "./resources.js";

/** @typedef {import("./resources.js").Amounts} Amounts */

/**
 * Times are in seconds since 1970; undefined when they are not known.
 * @typedef {{readonly state: string, readonly message: string, readonly reason: string,
 *   readonly healthy: boolean | undefined, readonly at: number | undefined}} Status
 *
 * @typedef {"active" | "unreachable" | "completed"} TaskGroup
 *
 * `executorId` is empty for a command's task. `containerIds` go from the outermost to the task's
 * own one. `key` tells a task from every other, also from earlier ones with the same id.
 * @typedef {{readonly key: string, readonly id: string, readonly name: string,
 *   readonly frameworkId: string, readonly agentId: string, readonly executorId: string,
 *   readonly role: string, readonly resources: Amounts, readonly ports: string,
 *   state: string, group: TaskGroup, statuses: readonly Status[],
 *   containerIds: readonly string[], startedAt: number | undefined,
 *   endedAt: number | undefined}} Task
 *
 * @typedef {{readonly id: string, readonly hostname: string, readonly port: number,
 *   readonly version: string, readonly registeredAt: number | undefined, readonly total: Amounts,
 *   readonly ports: string,
 *   readonly attributes: readonly {readonly name: string, readonly text: string}[],
 *   state: "active" | "inactive" | "deactivated" | "draining" | "drained" | "recovering",
 *   allocated: Amounts | undefined, offered: Amounts}} Agent
 *
 * @typedef {{readonly id: string, readonly name: string, readonly user: string,
 *   readonly principal: string, readonly roles: readonly string[], readonly hostname: string,
 *   readonly webuiUrl: string, readonly registeredAt: number | undefined,
 *   state: "active" | "inactive" | "disconnected" | "recovered" | "completed",
 *   allocated: Amounts | undefined, offered: Amounts}} Framework
 *
 * @typedef {{cluster: string, leader: string, version: string, startedAt: number | undefined,
 *   electedAt: number | undefined}} MasterFacts
 */

/** Completed tasks and frameworks that are kept; masters keep 1000 tasks of each framework. */
export const MAX_COMPLETED = 2000;

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
export const TROUBLED_STATES = new Set([
  "TASK_FAILED",
  "TASK_ERROR",
  "TASK_LOST",
  "TASK_DROPPED",
  "TASK_GONE",
  "TASK_GONE_BY_OPERATOR",
]);

/** Everything that the page shows. `isLoaded` once the master has told its state. */
export class Model {
  isLoaded = false;
  /** Grows with every change. */
  revision = 0;
  /** Tasks ever seen; the newest of them has this number. */
  taskNumber = 0;
  /** @type {MasterFacts} */
  master = { cluster: "", leader: "", version: "", startedAt: undefined, electedAt: undefined };
  /** @type {Map<string, Agent>} */
  agents = new Map();
  /** Hosts of agents that are gone. @type {Map<string, string>} */
  formerHosts = new Map();
  /** @type {Map<string, Framework>} */
  frameworks = new Map();
  /** @type {Map<string, Framework>} */
  completedFrameworks = new Map();
  /** Active and unreachable ones, by framework and id. @type {Map<string, Task>} */
  tasks = new Map();
  /** The oldest first. @type {Task[]} */
  completedTasks = [];

  /** @param {string} agentId */
  hostOf(agentId) {
    return this.agents.get(agentId)?.hostname ?? this.formerHosts.get(agentId) ?? "";
  }

  /** @param {string} frameworkId */
  frameworkName(frameworkId) {
    const framework = this.frameworks.get(frameworkId) ?? this.completedFrameworks.get(frameworkId);
    return framework?.name ?? "";
  }

  /**
   * The task with this id that is active, or else the latest that was.
   *
   * @param {string} frameworkId
   * @param {string} taskId
   */
  findTask(frameworkId, taskId) {
    return (
      this.tasks.get(taskKey(frameworkId, taskId)) ??
      this.completedTasks.findLast((task) => task.id === taskId && task.frameworkId === frameworkId)
    );
  }
}

/**
 * Ids hold no line feed: the master refuses such ones.
 *
 * @param {string} frameworkId
 * @param {string} taskId
 */
export function taskKey(frameworkId, taskId) {
  return `${frameworkId}\n${taskId}`;
}

/**
 * @param {string} state
 * @returns {TaskGroup}
 */
export function groupOf(state) {
  if (COMPLETED_STATES.has(state)) return "completed";
  return UNREACHABLE_STATES.has(state) ? "unreachable" : "active";
}

/**
 * @param {import("./wire.js").TimeInfo | undefined} time
 * @returns {number | undefined}
 */
function secondsOf(time) {
  const nanoseconds = Number(time?.nanoseconds ?? 0);
  return nanoseconds > 0 ? nanoseconds / 1e9 : undefined;
}

/**
 * @param {import("./wire.js").WireTask} task
 * @param {number} number of this task among all that were seen
 * @returns {Task}
 */
export function readTask(task, number) {
  const state = task.state ?? "TASK_STAGING";
  const id = task.task_id?.value ?? "";
  const statuses = (task.statuses ?? []).slice(-MAX_STATUSES).map(readStatus);
  /** @type {Task} */
  const read = {
    key: `${number}`,
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
    group: groupOf(state),
    statuses,
    containerIds: containersOf(task.statuses?.findLast(({ container_status }) => container_status)),
    startedAt: undefined,
    endedAt: undefined,
  };
  setTimes(read);
  return read;
}

/** @param {Task} task */
export function setTimes(task) {
  const { statuses } = task;
  const running = statuses.find(({ state }) => state === "TASK_RUNNING");
  task.startedAt = (running ?? statuses[0])?.at;
  task.endedAt =
    task.group === "completed"
      ? statuses.find(({ state }) => COMPLETED_STATES.has(state))?.at
      : undefined;
}

/**
 * @param {import("./wire.js").TaskStatus} status
 * @returns {Status}
 */
export function readStatus({ state, message, reason, healthy, timestamp }) {
  return {
    state: state ?? "TASK_UNKNOWN",
    message: message ?? "",
    reason: reason ?? "",
    healthy,
    at: timestamp,
  };
}

/** Containers inside of containers are not deeper than this. */
const MAX_CONTAINER_DEPTH = 32;

/**
 * @param {import("./wire.js").TaskStatus | undefined} status
 * @returns {string[]} the outermost first
 */
export function containersOf(status) {
  /** @type {string[]} */
  const ids = [];
  let id = status?.container_status?.container_id;
  while (id?.value !== undefined && ids.length < MAX_CONTAINER_DEPTH) {
    ids.unshift(id.value);
    id = id.parent;
  }
  return ids;
}

/**
 * @param {import("./wire.js").WireAgent} agent
 * @returns {Agent}
 */
export function readAgent(agent) {
  const { agent_info: info } = agent;
  const resources = agent.total_resources ?? info?.resources;
  return {
    id: info?.id?.value ?? "",
    hostname: info?.hostname ?? "",
    port: info?.port ?? 0,
    version: agent.version ?? "",
    registeredAt: secondsOf(agent.reregistered_time) ?? secondsOf(agent.registered_time),
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

/** @param {import("./wire.js").AgentStanding} standing */
export function agentState({ active, deactivated, drain_info }) {
  if (drain_info?.state === "DRAINING") return "draining";
  if (drain_info?.state === "DRAINED") return "drained";
  if (deactivated === true) return "deactivated";
  return active === false ? "inactive" : "active";
}

/** @param {import("./wire.js").WireAttribute} attribute */
function attributeText({ text, scalar, ranges, set }) {
  if (text !== undefined) return text.value ?? "";
  if (scalar !== undefined) return String(scalar.value ?? 0);
  if (set !== undefined) return (set.item ?? []).join(", ");
  return (ranges?.range ?? []).map(({ begin = 0, end = 0 }) => `${begin}–${end}`).join(", ");
}

/**
 * @param {import("./wire.js").WireFramework} framework
 * @param {boolean} isCompleted
 * @returns {Framework}
 */
export function readFramework(framework, isCompleted) {
  const info = framework.framework_info ?? {};
  return {
    id: info.id?.value ?? "",
    name: info.name ?? "",
    user: info.user ?? "",
    principal: info.principal ?? "",
    roles: info.roles ?? [info.role ?? "*"],
    hostname: info.hostname ?? "",
    webuiUrl: info.webui_url ?? "",
    registeredAt: secondsOf(framework.registered_time),
    state: isCompleted ? "completed" : frameworkState(framework),
    allocated: undefined,
    offered: NOTHING,
  };
}

/**
 * @param {{readonly active?: boolean, readonly connected?: boolean,
 *   readonly recovered?: boolean}} framework
 */
export function frameworkState({ active, connected, recovered }) {
  if (recovered === true) return "recovered";
  if (connected === false) return "disconnected";
  return active === false ? "inactive" : "active";
}
