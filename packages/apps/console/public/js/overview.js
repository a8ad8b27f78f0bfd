/** What the views show, computed from the model. Pure. */

import { NOTHING, total } from "./resources.js";
import { formatRoute } from "./route.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Task} Task
 * @typedef {import("./resources.js").Amounts} Amounts
 * @typedef {{total: Amounts, allocated: Amounts, offered: Amounts}} Usage
 */

/** States in the order in which they are shown. */
const STATE_ORDER = [
  "TASK_STAGING",
  "TASK_STARTING",
  "TASK_RUNNING",
  "TASK_KILLING",
  "TASK_UNREACHABLE",
  "TASK_FINISHED",
  "TASK_KILLED",
  "TASK_FAILED",
  "TASK_ERROR",
  "TASK_LOST",
];

/** Shown even if there is no such task. */
const ALWAYS_SHOWN = new Set(["TASK_RUNNING", "TASK_FINISHED", "TASK_FAILED"]);

/**
 * How many tasks there are in each state; those of a completed framework included.
 *
 * @param {Model} model
 * @returns {{state: string, count: number}[]}
 */
export function countStates(model) {
  /** @type {Map<string, number>} */
  const counts = new Map(STATE_ORDER.map((state) => [state, 0]));
  for (const task of allTasks(model)) counts.set(task.state, (counts.get(task.state) ?? 0) + 1);
  return [...counts]
    .filter(([state, count]) => count > 0 || ALWAYS_SHOWN.has(state))
    .map(([state, count]) => ({ state, count }));
}

/** @param {Model} model */
function* allTasks(model) {
  yield* model.tasks.values();
  yield* model.completedTasks;
}

/** @param {Model} model */
export function countAgents(model) {
  let active = 0;
  for (const agent of model.agents.values()) active += agent.state === "active" ? 1 : 0;
  return { active, inactive: model.agents.size - active };
}

/**
 * Active tasks of each agent and of each framework.
 *
 * @param {Model} model
 */
export function countActive(model) {
  /** @type {Map<string, number>} */
  const byAgent = new Map();
  /** @type {Map<string, number>} */
  const byFramework = new Map();
  for (const { group, agentId, frameworkId } of model.tasks.values()) {
    if (group !== "active") continue;
    byAgent.set(agentId, (byAgent.get(agentId) ?? 0) + 1);
    byFramework.set(frameworkId, (byFramework.get(frameworkId) ?? 0) + 1);
  }
  return { byAgent, byFramework };
}

/**
 * What agents, frameworks and the cluster have and use. What the last summary does not know yet is
 * what the active tasks use.
 *
 * @param {Model} model
 * @returns {{agents: Map<string, Usage>, frameworks: Map<string, Amounts>, cluster: Usage}}
 */
export function usageOf(model) {
  const byTasks = tasksUse(model);
  /** @type {Map<string, Usage>} */
  const agents = new Map();
  for (const [id, agent] of model.agents) {
    const allocated = agent.allocated ?? byTasks.get(id) ?? NOTHING;
    agents.set(id, { total: agent.total, allocated, offered: agent.offered });
  }
  /** @type {Map<string, Amounts>} */
  const frameworks = new Map();
  for (const [id, { allocated }] of model.frameworks) {
    frameworks.set(id, allocated ?? byTasks.get(id) ?? NOTHING);
  }
  const all = [...agents.values()];
  const cluster = {
    total: total(all.map((usage) => usage.total)),
    allocated: total(all.map((usage) => usage.allocated)),
    offered: total(all.map((usage) => usage.offered)),
  };
  return { agents, frameworks, cluster };
}

/**
 * By the ids of agents and of frameworks, which are never the same.
 *
 * @param {Model} model
 */
function tasksUse(model) {
  /** @type {Map<string, Amounts>} */
  const use = new Map();
  for (const { group, agentId, frameworkId, resources } of model.tasks.values()) {
    if (group !== "active") continue;
    for (const id of [agentId, frameworkId]) {
      use.set(id, total([use.get(id) ?? NOTHING, resources]));
    }
  }
  return use;
}

/**
 * Those of a group that hold every word of the filter in their name, id, state, host or
 * framework; the newest first.
 *
 * @param {Model} model
 * @param {{group: import("./model.js").TaskGroup, filter: string, agentId?: string,
 *   frameworkId?: string}} wanted
 * @returns {Task[]}
 */
export function selectTasks(model, { group, filter, agentId, frameworkId }) {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const source = group === "completed" ? model.completedTasks : [...model.tasks.values()];
  return source
    .filter(
      (task) =>
        task.group === group &&
        (agentId === undefined || task.agentId === agentId) &&
        (frameworkId === undefined || task.frameworkId === frameworkId) &&
        (words.length === 0 || matches(model, task, words)),
    )
    .reverse();
}

/**
 * @param {Model} model
 * @param {Task} task
 * @param {readonly string[]} words in lower case
 */
function matches(model, task, words) {
  const { name, id, state, agentId, frameworkId } = task;
  const text = [name, id, state, model.hostOf(agentId), model.frameworkName(frameworkId)]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** @param {Task} task */
export function taskRoute({ frameworkId, id }) {
  return formatRoute({ type: "task", frameworkId, taskId: id });
}
