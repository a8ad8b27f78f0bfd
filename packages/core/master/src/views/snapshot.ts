import { sameList } from "@mesos-ts/base";
import type { AgentInfo } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import type { Framework, OfferRecord, Task } from "../model.ts";
import { type AgentFacts, shownAgent } from "./agent-facts.ts";
import { type ExecutorFacts, shownExecutor } from "./executor-facts.ts";
import { type FrameworkFacts, shownFramework } from "./framework-facts.ts";
import type { Shown } from "./shown.ts";
import { shownTask, type TaskFacts } from "./task-facts.ts";

/**
 * The whole state at one moment. It stays as it is while the master goes on, so that a reply can be
 * made of it a little at a time.
 */
export interface Snapshot {
  readonly agents: readonly Shown<AgentFacts>[];
  readonly recovered: readonly AgentInfo[];
  readonly frameworks: readonly FrameworkSnapshot[];
  readonly completed: readonly FrameworkSnapshot[];
}

export interface FrameworkSnapshot {
  readonly head: Shown<FrameworkFacts>;
  readonly tasks: readonly Shown<TaskFacts>[];
  readonly unreachableTasks: readonly Shown<TaskFacts>[];
  readonly completedTasks: readonly Shown<TaskFacts>[];
  readonly executors: readonly Shown<ExecutorFacts>[];
  readonly offers: readonly OfferRecord[];
}

export function snapshotOf(core: Core): Snapshot {
  const { agents, frameworks } = core;
  const shown: Shown<AgentFacts>[] = [];
  for (const agent of agents.registered.values()) shown.push(shownAgent(core, agent));
  return {
    agents: shown,
    recovered: [...agents.recovered.values()],
    frameworks: Array.from(frameworks.registered.values(), frameworkSnapshot),
    completed: Array.from(frameworks.completed.values(), frameworkSnapshot),
  };
}

export function frameworkSnapshot(framework: Framework): FrameworkSnapshot {
  const head = shownFramework(framework);
  return {
    head,
    tasks: shownTasks(framework.tasks.values()),
    unreachableTasks: shownTasks(framework.unreachableTasks.values()),
    completedTasks: shownTasks(framework.completedTasks),
    executors: shownExecutors(framework),
    offers: head.it.offers,
  };
}

/** Lets go of all that was rendered: whoever asks next has it rendered anew. */
export function forgetRendered({ agents, frameworks }: Core): void {
  for (const agent of agents.registered.values()) agent.shown = undefined;
  for (const list of [frameworks.registered, frameworks.completed]) {
    for (const framework of list.values()) forgetFramework(framework);
  }
}

function forgetFramework(framework: Framework): void {
  const { tasks, unreachableTasks, completedTasks, placements } = framework;
  framework.shown = undefined;
  for (const list of [tasks.values(), unreachableTasks.values(), completedTasks]) {
    for (const task of list) task.shown = undefined;
  }
  for (const { executors } of placements.values()) {
    for (const executor of executors.values()) executor.shown = undefined;
  }
}

/** Whether a reply made of one would be the same as one made of the other. */
export function sameSnapshot(a: Snapshot, b: Snapshot): boolean {
  return (
    sameList(a.agents, b.agents) &&
    sameList(a.recovered, b.recovered) &&
    sameFrameworks(a.frameworks, b.frameworks) &&
    sameFrameworks(a.completed, b.completed)
  );
}

function sameFrameworks(a: readonly FrameworkSnapshot[], b: readonly FrameworkSnapshot[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        one.head === other.head &&
        sameList(one.tasks, other.tasks) &&
        sameList(one.unreachableTasks, other.unreachableTasks) &&
        sameList(one.completedTasks, other.completedTasks) &&
        sameList(one.executors, other.executors)
      );
    })
  );
}

function shownTasks(tasks: Iterable<Task>): Shown<TaskFacts>[] {
  const shown: Shown<TaskFacts>[] = [];
  for (const task of tasks) shown.push(shownTask(task));
  return shown;
}

function shownExecutors({ placements }: Framework): Shown<ExecutorFacts>[] {
  const shown: Shown<ExecutorFacts>[] = [];
  for (const { agentId, executors } of placements.values()) {
    for (const executor of executors.values()) shown.push(shownExecutor(executor, agentId));
  }
  return shown;
}
