/** `/tasks`: all tasks of all frameworks, some at a time. */
import type { Core } from "../core.ts";
import type { Framework, Task } from "../model.ts";
import { array, object } from "./json.ts";
import { shownTask } from "./task-facts.ts";

/** How many tasks are shown when the query does not say. */
const TASK_LIMIT = 100;

/** The query as it came; numbers that are none are taken as not given. */
export interface TaskQuery {
  readonly limit?: string | undefined;
  readonly offset?: string | undefined;
  readonly order?: string | undefined;
  readonly framework_id?: string | undefined;
  readonly task_id?: string | undefined;
}

export function tasksView(core: Core, query: TaskQuery = {}): string {
  const limit = wholeNumber(query.limit) ?? TASK_LIMIT;
  const offset = wholeNumber(query.offset) ?? 0;
  const tasks = selected(core, query);
  const ascending = query.order === "asc";
  tasks.sort((a, b) => (ascending ? byFirstStatus(a, b) : byFirstStatus(b, a)));
  return object({
    tasks: array(tasks.slice(offset, offset + limit).map((task) => shownTask(task).v0)),
  });
}

function selected(core: Core, query: TaskQuery): Task[] {
  const { registered, completed } = core.frameworks;
  const tasks: Task[] = [];
  for (const framework of [...registered.values(), ...completed.values()]) {
    if (query.framework_id !== undefined && query.framework_id !== framework.id) continue;
    for (const task of allTasks(framework)) {
      if (query.task_id === undefined || query.task_id === task.id) tasks.push(task);
    }
  }
  return tasks;
}

function* allTasks(framework: Framework): Iterable<Task> {
  yield* framework.tasks.values();
  yield* framework.unreachableTasks.values();
  yield* framework.completedTasks;
}

/** Tasks that have no status yet come before all others. */
function byFirstStatus(a: Task, b: Task): number {
  return firstStatusTime(a) - firstStatusTime(b);
}

function firstStatusTime({ message }: Task): number {
  return message.statuses?.[0]?.timestamp ?? 0;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
