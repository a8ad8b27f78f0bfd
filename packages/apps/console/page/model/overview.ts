/** Figures of the whole cluster: from the model, and from the metrics where those know more. */
import { groupOf, type TaskGroup } from "./entities.ts";
import type { Model } from "./model.ts";
import { type Amounts, NOTHING, SCALARS, total } from "./resources.ts";

type Metrics = Readonly<Record<string, number>>;

/** States in the order in which they are shown, with the metric that counts them. */
const STATES: readonly (readonly [state: string, metric: string])[] = [
  ["TASK_STAGING", "master/tasks_staging"],
  ["TASK_STARTING", "master/tasks_starting"],
  ["TASK_RUNNING", "master/tasks_running"],
  ["TASK_KILLING", "master/tasks_killing"],
  ["TASK_UNREACHABLE", "master/tasks_unreachable"],
  ["TASK_FINISHED", "master/tasks_finished"],
  ["TASK_KILLED", "master/tasks_killed"],
  ["TASK_FAILED", "master/tasks_failed"],
  ["TASK_ERROR", "master/tasks_error"],
  ["TASK_LOST", "master/tasks_lost"],
  ["TASK_DROPPED", "master/tasks_dropped"],
  ["TASK_GONE", "master/tasks_gone"],
  ["TASK_GONE_BY_OPERATOR", "master/tasks_gone_by_operator"],
];

/** Shown even if there is no such task. */
const ALWAYS_SHOWN = new Set([
  "TASK_STAGING",
  "TASK_STARTING",
  "TASK_RUNNING",
  "TASK_FINISHED",
  "TASK_FAILED",
]);

/**
 * How many tasks there are in each state. Of those that are over the metrics know more, for the
 * master forgets the oldest; the model knows at once.
 */
export function countStates(
  { states }: Model,
  metrics: Metrics,
): { readonly state: string; readonly count: number; readonly group: TaskGroup }[] {
  const isEmpty = states.size === 0;
  return STATES.map(([state, metric]) => {
    const known = states.get(state) ?? 0;
    const told = metrics[metric] ?? 0;
    const group = groupOf(state);
    return {
      state,
      group,
      count: isEmpty || group === "completed" ? Math.max(known, told) : known,
    };
  }).filter(({ state, count }) => count > 0 || ALWAYS_SHOWN.has(state));
}

export function countAgents(
  { agents }: Model,
  metrics: Metrics,
): { readonly active: number; readonly inactive: number; readonly unreachable: number } {
  const unreachable = metrics["master/slaves_unreachable"] ?? 0;
  if (agents.size === 0) {
    const active = metrics["master/slaves_active"] ?? 0;
    return { active, inactive: metrics["master/slaves_inactive"] ?? 0, unreachable };
  }
  let active = 0;
  for (const { state } of agents.values()) active += state === "active" ? 1 : 0;
  return { active, inactive: agents.size - active, unreachable };
}

export interface Usage {
  readonly total: Amounts;
  readonly allocated: Amounts;
  readonly offered: Amounts;
}

/** What the cluster has and uses; before the agents are known, what the metrics say of it. */
export function clusterUsage({ agents }: Model, metrics: Metrics): Usage {
  if (agents.size === 0) {
    const of = (what: string): Amounts => {
      const amounts = { ...NOTHING };
      for (const name of SCALARS) amounts[name] = metrics[`master/${name}_${what}`] ?? 0;
      return amounts;
    };
    return { total: of("total"), allocated: of("used"), offered: NOTHING };
  }
  const all = [...agents.values()];
  return {
    total: total(all.map((agent) => agent.total)),
    allocated: total(all.map(({ allocated = NOTHING }) => allocated)),
    offered: total(all.map(({ offered }) => offered)),
  };
}
