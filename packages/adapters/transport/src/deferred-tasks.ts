/**
 * Runs tasks in order after the current work, all that are waiting in one turn of the event loop.
 * Tasks added while it runs wait for the next turn, so that I/O is never starved.
 */
export class DeferredTasks {
  #tasks: (() => void)[] = [];
  readonly #run = (): void => {
    const tasks = this.#tasks;
    this.#tasks = [];
    for (const task of tasks) task();
  };

  readonly add = (task: () => void): void => {
    if (this.#tasks.push(task) === 1) setImmediate(this.#run);
  };
}
