/** How messages change the model. */
import {
  agentState,
  containersOf,
  frameworkState,
  groupOf,
  MAX_COMPLETED,
  MAX_STATUSES,
  readAgent,
  readFramework,
  readStatus,
  readTask,
  setTimes,
  taskKey,
} from "./model.js";
import { summaryAmounts } from "./resources.js";

/** @typedef {import("./model.js").Model} Model */

/** Hosts of agents that are gone, kept for the tasks that ran there. */
const MAX_FORMER_HOSTS = 10_000;

/**
 * Applies one event of the operators' stream. Events of unknown types change nothing.
 *
 * @param {Model} model changed in place
 * @param {import("./wire.js").OperatorEvent} event
 */
export function applyEvent(model, event) {
  model.revision += 1;
  switch (event.type) {
    case "SUBSCRIBED":
      return load(model, event.subscribed?.get_state ?? {});
    case "TASK_ADDED":
      return addTask(model, event.task_added?.task ?? {});
    case "TASK_UPDATED":
      return updateTask(model, event.task_updated ?? {});
    case "AGENT_ADDED":
      return addAgent(model, readAgent(event.agent_added?.agent ?? {}));
    case "AGENT_REMOVED":
      return removeAgent(model, event.agent_removed?.agent_id?.value ?? "");
    case "FRAMEWORK_ADDED":
      return addFramework(model, event.framework_added?.framework ?? {});
    case "FRAMEWORK_UPDATED":
      return addFramework(model, event.framework_updated?.framework ?? {});
    case "FRAMEWORK_REMOVED":
      return removeFramework(model, event.framework_removed?.framework_info?.id?.value ?? "");
    default:
      model.revision -= 1;
  }
}

/**
 * Applies `/state-summary`: the cluster's name, and what the stream does not tell, which is what
 * is allocated and offered, and whether agents and frameworks are active.
 *
 * @param {Model} model changed in place
 * @param {import("./wire.js").StateSummary} summary
 */
export function applySummary(model, summary) {
  model.revision += 1;
  model.master.cluster = summary.cluster ?? "";
  for (const entry of summary.slaves ?? []) {
    const agent = model.agents.get(entry.id ?? "");
    if (agent === undefined) continue;
    agent.state = agentState(entry);
    agent.allocated = summaryAmounts(entry.used_resources);
    agent.offered = summaryAmounts(entry.offered_resources);
  }
  for (const entry of summary.frameworks ?? []) {
    const framework = model.frameworks.get(entry.id ?? "");
    if (framework === undefined) continue;
    framework.state = frameworkState(entry);
    framework.allocated = summaryAmounts(entry.used_resources);
    framework.offered = summaryAmounts(entry.offered_resources);
  }
}

/**
 * Applies the reply to GET_MASTER.
 *
 * @param {Model} model changed in place
 * @param {import("./wire.js").GetMaster} reply
 */
export function applyMaster(model, { get_master }) {
  model.revision += 1;
  const info = get_master?.master_info;
  model.master.leader = info === undefined ? "" : `${info.hostname ?? ""}:${info.port ?? ""}`;
  model.master.version = info?.version ?? "";
  model.master.startedAt = get_master?.start_time;
  model.master.electedAt = get_master?.elected_time;
}

/**
 * @param {Model} model
 * @param {import("./wire.js").GetState} state
 */
function load(model, { get_tasks, get_frameworks, get_agents }) {
  const before = { agents: model.agents, frameworks: model.frameworks };
  model.isLoaded = true;
  model.agents = new Map();
  model.frameworks = new Map();
  model.completedFrameworks = new Map();
  model.tasks = new Map();
  model.completedTasks = [];
  for (const { id, hostname } of before.agents.values()) model.formerHosts.set(id, hostname);
  for (const info of get_agents?.recovered_agents ?? []) {
    addAgent(model, { ...readAgent({ agent_info: info, active: false }), state: "recovering" });
  }
  for (const agent of get_agents?.agents ?? []) addAgent(model, readAgent(agent));
  for (const framework of get_frameworks?.frameworks ?? []) addFramework(model, framework);
  for (const framework of get_frameworks?.completed_frameworks ?? []) {
    const read = readFramework(framework, true);
    model.completedFrameworks.set(read.id, read);
  }
  // Until the next summary says otherwise, what was allocated and offered still is.
  for (const kind of /** @type {const} */ (["agents", "frameworks"])) {
    for (const [id, { allocated, offered }] of before[kind]) {
      const known = model[kind].get(id);
      if (known !== undefined) Object.assign(known, { allocated, offered });
    }
  }
  for (const task of inOrder(get_tasks?.completed_tasks)) addTask(model, task);
  for (const task of inOrder(get_tasks?.unreachable_tasks)) addTask(model, task);
  for (const task of inOrder(get_tasks?.tasks)) addTask(model, task);
}

/**
 * The tasks by the time of their first status; those without one come last, being the newest.
 *
 * @param {readonly import("./wire.js").WireTask[] | undefined} tasks
 */
function inOrder(tasks) {
  /** @param {import("./wire.js").WireTask} task */
  const at = (task) => task.statuses?.[0]?.timestamp ?? Number.MAX_VALUE;
  return (tasks ?? []).toSorted((a, b) => at(a) - at(b));
}

/**
 * @param {Model} model
 * @param {import("./wire.js").WireTask} wire
 */
function addTask(model, wire) {
  model.taskNumber += 1;
  const task = readTask(wire, model.taskNumber);
  if (task.group === "completed") return complete(model, task);
  // Set anew, so that the newest task is the map's last one.
  const key = taskKey(task.frameworkId, task.id);
  model.tasks.delete(key);
  model.tasks.set(key, task);
}

/**
 * @param {Model} model
 * @param {import("./model.js").Task} task
 */
function complete(model, task) {
  model.completedTasks.push(task);
  if (model.completedTasks.length > MAX_COMPLETED) model.completedTasks.shift();
}

/**
 * @param {Model} model
 * @param {NonNullable<import("./wire.js").OperatorEvent["task_updated"]>} update
 */
function updateTask(model, { framework_id, status = {}, state = status.state ?? "" }) {
  const frameworkId = framework_id?.value ?? "";
  const taskId = status.task_id?.value ?? "";
  const task = model.findTask(frameworkId, taskId);
  if (task === undefined) return;
  const wasCompleted = task.group === "completed";
  // What is over stays over, but the master may learn more about how it ended.
  if (wasCompleted && groupOf(state) !== "completed") return;
  addStatus(task, status);
  task.state = state;
  task.group = groupOf(state);
  setTimes(task);
  if (task.group !== "completed" || wasCompleted) return;
  model.tasks.delete(taskKey(frameworkId, taskId));
  complete(model, task);
}

/**
 * @param {import("./model.js").Task} task
 * @param {import("./wire.js").TaskStatus} wire
 */
function addStatus(task, wire) {
  const status = readStatus(wire);
  const last = task.statuses.at(-1);
  const isKnown = last !== undefined && last.state === status.state && last.at === status.at;
  if (!isKnown) task.statuses = [...task.statuses, status].slice(-MAX_STATUSES);
  const containers = containersOf(wire);
  if (containers.length > 0) task.containerIds = containers;
}

/**
 * @param {Model} model
 * @param {import("./model.js").Agent} agent
 */
function addAgent(model, agent) {
  model.agents.set(agent.id, agent);
  model.formerHosts.delete(agent.id);
}

/**
 * @param {Model} model
 * @param {string} id
 */
function removeAgent(model, id) {
  const agent = model.agents.get(id);
  if (agent === undefined) return;
  model.agents.delete(id);
  model.formerHosts.set(id, agent.hostname);
  evictOldest(model.formerHosts, MAX_FORMER_HOSTS);
}

/**
 * @param {Model} model
 * @param {import("./wire.js").WireFramework} wire
 */
function addFramework(model, wire) {
  const framework = readFramework(wire, false);
  const before = model.frameworks.get(framework.id);
  framework.allocated = before?.allocated;
  framework.offered = before?.offered ?? framework.offered;
  model.frameworks.set(framework.id, framework);
  model.completedFrameworks.delete(framework.id);
}

/**
 * Its tasks end with it. The master says so for each of those that it could reach.
 *
 * @param {Model} model
 * @param {string} id
 */
function removeFramework(model, id) {
  const framework = model.frameworks.get(id);
  if (framework !== undefined) {
    model.frameworks.delete(id);
    framework.state = "completed";
    model.completedFrameworks.set(id, framework);
    evictOldest(model.completedFrameworks, MAX_COMPLETED);
  }
  for (const [key, task] of model.tasks) {
    if (task.frameworkId !== id) continue;
    model.tasks.delete(key);
    task.group = "completed";
    complete(model, task);
  }
}

/**
 * @param {Map<string, unknown>} map
 * @param {number} max
 */
function evictOldest(map, max) {
  for (const key of map.keys()) {
    if (map.size <= max) return;
    map.delete(key);
  }
}
