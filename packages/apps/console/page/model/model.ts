/** The cluster as the page knows it. Built from messages (`reducer.ts`), and read by the pages. */
import { type Agent, type Framework, type Task, taskKey } from "./entities.ts";

/** Completed tasks and frameworks that are kept; masters keep 1000 tasks of each framework. */
export const MAX_COMPLETED = 2000;

/** Hosts of agents that are gone, kept for the tasks that ran there. */
const MAX_FORMER_HOSTS = 10_000;

/** Everything that the page shows. Tasks are counted as they come and go: there may be many. */
export class Model {
  agents = new Map<string, Agent>();
  /** Hosts of agents that are gone. */
  formerHosts = new Map<string, string>();
  frameworks = new Map<string, Framework>();
  completedFrameworks = new Map<string, Framework>();
  /** Active and unreachable ones, by framework and id; the newest last. */
  readonly tasks = new Map<string, Task>();
  /** The oldest first. */
  readonly completedTasks: Task[] = [];
  /** All tasks by state. */
  readonly states = new Map<string, number>();
  /** Active tasks by agent and by framework; no agent has the id of a framework. */
  readonly active = new Map<string, number>();
  /** The newest task has this number. */
  #lastNumber = 0;

  hostOf(agentId: string): string {
    return this.agents.get(agentId)?.hostname ?? this.formerHosts.get(agentId) ?? "";
  }

  frameworkOf(id: string): Framework | undefined {
    return this.frameworks.get(id) ?? this.completedFrameworks.get(id);
  }

  frameworkName(id: string): string {
    return this.frameworkOf(id)?.name ?? "";
  }

  /** The task with this id that is active, or else the latest that was. */
  findTask(frameworkId: string, taskId: string): Task | undefined {
    return (
      this.tasks.get(taskKey(frameworkId, taskId)) ??
      this.completedTasks.findLast((task) => task.id === taskId && task.frameworkId === frameworkId)
    );
  }

  addTask(task: Task): void {
    this.#lastNumber += 1;
    task.number = this.#lastNumber;
    if (task.group === "completed") {
      this.#complete(task);
      return;
    }
    const key = taskKey(task.frameworkId, task.id);
    this.#drop(key);
    // Set anew, so that the newest task is the map's last one.
    this.tasks.set(key, task);
    this.#count(task, 1);
  }

  /** Changes a task that is known, and where it is kept. */
  changeTask(task: Task, changes: Partial<Task>): void {
    const next: Task = { ...task, ...changes };
    const key = taskKey(task.frameworkId, task.id);
    if (task.group === "completed") {
      this.completedTasks[this.completedTasks.lastIndexOf(task)] = next;
      this.#count(task, -1);
      this.#count(next, 1);
    } else if (next.group === "completed") {
      this.#drop(key);
      this.#complete(next);
    } else {
      this.tasks.set(key, next);
      this.#count(task, -1);
      this.#count(next, 1);
    }
  }

  /** Agents' last hosts are kept, so that their tasks keep one. */
  forgetAgent(id: string): void {
    const agent = this.agents.get(id);
    if (agent === undefined) return;
    this.agents.delete(id);
    this.formerHosts.set(id, agent.hostname);
    evictOldest(this.formerHosts, MAX_FORMER_HOSTS);
  }

  #drop(key: string): void {
    const task = this.tasks.get(key);
    if (task === undefined) return;
    this.tasks.delete(key);
    this.#count(task, -1);
  }

  #complete(task: Task): void {
    this.completedTasks.push(task);
    this.#count(task, 1);
    if (this.completedTasks.length <= MAX_COMPLETED) return;
    const oldest = this.completedTasks.shift();
    if (oldest !== undefined) this.#count(oldest, -1);
  }

  #count({ state, group, agentId, frameworkId }: Task, by: 1 | -1): void {
    add(this.states, state, by);
    if (group !== "active") return;
    add(this.active, agentId, by);
    add(this.active, frameworkId, by);
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

export function evictOldest(map: Map<string, unknown>, max: number): void {
  for (const key of map.keys()) {
    if (map.size <= max) return;
    map.delete(key);
  }
}
