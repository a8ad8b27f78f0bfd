/** `/state-summary`: agents and frameworks with their tasks counted instead of listed. */
import type { TaskState } from "@mesos-ts/protos";
import { frameworkFields } from "./framework-json.ts";
import { array, object, text } from "./json.ts";
import { textOf } from "./page.ts";
import { listPieces, type Pieces } from "./pieces.ts";
import type { Snapshot } from "./snapshot.ts";

const COUNTED: readonly TaskState[] = [
  "TASK_STAGING",
  "TASK_STARTING",
  "TASK_RUNNING",
  "TASK_KILLING",
  "TASK_FINISHED",
  "TASK_KILLED",
  "TASK_FAILED",
  "TASK_LOST",
  "TASK_ERROR",
  "TASK_UNREACHABLE",
];

const PLACES: ReadonlyMap<TaskState, number> = new Map(
  COUNTED.map((state, place) => [state, place]),
);

/** Tasks by state, and who has them. */
class Tally {
  /** In the order of `COUNTED`. */
  readonly #counts = COUNTED.map(() => 0);
  readonly #partners = new Set<string>();

  add(state: TaskState, partner: string): void {
    const place = PLACES.get(state);
    if (place !== undefined) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#partners.add(partner);
  }

  /** As fields of an object: what of each state, then the list of `partners`. */
  fields(partners: string): string {
    const counts = COUNTED.map((state, place) => `"${state}":${this.#counts[place]}`);
    return `${counts.join()},"${partners}":${array(Array.from(this.#partners, text))}`;
  }
}

const NOTHING = new Tally();

/** `/state-summary`. */
export function* stateSummaryDocument(
  master: { readonly hostname: string; readonly cluster: string | undefined },
  { agents, frameworks }: Snapshot,
): Pieces {
  const onAgents = new Map(agents.map(({ it }) => [it.id, new Tally()]));
  const ofFrameworks = new Map<string, Tally>();
  for (const { head, tasks, unreachableTasks, completedTasks } of frameworks) {
    const { id } = head.it;
    const tally = new Tally();
    ofFrameworks.set(id, tally);
    for (const list of [tasks, unreachableTasks, completedTasks]) {
      for (const { it } of list) {
        const { agentId } = it.task;
        tally.add(it.message.state, agentId);
        onAgents.get(agentId)?.add(it.message.state, id);
        yield "";
      }
    }
  }
  yield `{"hostname":${text(master.hostname)}`;
  if (master.cluster !== undefined) yield `,"cluster":${text(master.cluster)}`;
  yield ',"slaves":';
  yield* listPieces(agents, (agent) =>
    withTally(textOf(agent), onAgents.get(agent.it.id), "framework_ids"),
  );
  yield ',"frameworks":';
  yield* listPieces(frameworks, ({ head: { it } }) =>
    withTally(object(frameworkFields(it)), ofFrameworks.get(it.id), "slave_ids"),
  );
  yield "}";
}

/** A complete object, and the fields of a tally. */
function withTally(json: string, tally: Tally | undefined, partners: string): string {
  return `${json.slice(0, -1)},${(tally ?? NOTHING).fields(partners)}}`;
}
