/** `/tasks`: all tasks of all frameworks, some at a time. */
import type { Core } from "../core.ts";
import type { Framework, Task } from "../model.ts";
import { textOf } from "./page.ts";
import { listPieces, type Pieces } from "./pieces.ts";
import type { Shown } from "./shown.ts";
import { sorted } from "./sorted.ts";
import { shownTask, type TaskFacts } from "./task-facts.ts";

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

/** The tasks as they are now. */
export function tasksDocument(core: Core, query: TaskQuery = {}): Pieces {
  const limit = wholeNumber(query.limit) ?? TASK_LIMIT;
  const offset = wholeNumber(query.offset) ?? 0;
  const tasks = selected(core, query);
  const compare: typeof byFirstStatus =
    query.order === "asc" ? byFirstStatus : (a, b) => byFirstStatus(b, a);
  return (function* (): Pieces {
    const ordered = yield* sorted(tasks, compare);
    yield '{"tasks":';
    yield* listPieces(ordered.slice(offset, offset + limit), textOf);
    yield "}";
  })();
}

type ShownTask = Shown<TaskFacts>;

function selected(core: Core, query: TaskQuery): ShownTask[] {
  const { registered, completed } = core.frameworks;
  const tasks: ShownTask[] = [];
  for (const framework of [...registered.values(), ...completed.values()]) {
    if (query.framework_id !== undefined && query.framework_id !== framework.id) continue;
    for (const task of allTasks(framework)) {
      if (query.task_id === undefined || query.task_id === task.id) tasks.push(shownTask(task));
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
function byFirstStatus(a: ShownTask, b: ShownTask): number {
  return firstStatusTime(a) - firstStatusTime(b);
}

function firstStatusTime({ it }: ShownTask): number {
  return it.message.statuses?.[0]?.timestamp ?? 0;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
