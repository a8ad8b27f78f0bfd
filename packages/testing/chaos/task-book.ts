/** What a scheduler knows of a task. */
export interface TaskRecord {
  readonly id: string;
  readonly agent: string;
  /** The state it was told last, until the one that ends all. */
  state: string;
  /** When it was told something, in the history's time. */
  toldMs: number;
  /** Whether it asked for its end. */
  isKilled: boolean;
}

/**
 * States after which nothing more may come. TASK_LOST is none: whoever is not partition-aware is
 * told so of a task on an agent that may come back with it.
 */
const FINAL: ReadonlySet<string> = new Set([
  "TASK_FINISHED",
  "TASK_FAILED",
  "TASK_KILLED",
  "TASK_ERROR",
  "TASK_DROPPED",
  "TASK_GONE",
  "TASK_GONE_BY_OPERATOR",
]);

/** States of a task that has a process. */
const ALIVE: ReadonlySet<string> = new Set(["TASK_STARTING", "TASK_RUNNING", "TASK_KILLING"]);

export const isFinal = (state: string): boolean => FINAL.has(state);
export const isAlive = (state: string): boolean => ALIVE.has(state);

/** All tasks of a framework. */
export class TaskBook {
  readonly #tasks = new Map<string, TaskRecord>();

  get all(): readonly TaskRecord[] {
    return [...this.#tasks.values()];
  }

  /** Those that have not ended, as far as is known. */
  get open(): readonly TaskRecord[] {
    return this.all.filter(({ state }) => !isFinal(state));
  }

  launched(id: string, agent: string, nowMs: number): void {
    const task = { id, agent, state: "TASK_STAGING", toldMs: nowMs, isKilled: false };
    this.#tasks.set(id, task);
  }

  told(id: string, state: string, nowMs: number): void {
    const task = this.#tasks.get(id);
    if (task === undefined || isFinal(task.state)) return;
    task.state = state;
    task.toldMs = nowMs;
  }
}
