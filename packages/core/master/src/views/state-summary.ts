/** `/state-summary`: agents and frameworks with their tasks counted instead of listed. */
import type { TaskState } from "@mesos-ts/protos";
import { frameworkFields } from "./framework-json.ts";
import { array, extended, object, text } from "./json.ts";
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

/** Tasks by state, and who has them. */
interface Tally {
  readonly counts: Map<TaskState, number>;
  readonly partners: Set<string>;
}

/** `/state-summary`. */
export function* stateSummaryDocument(
  master: { readonly hostname: string; readonly cluster: string | undefined },
  { agents, frameworks }: Snapshot,
): Pieces {
  const onAgents = new Map<string, Tally>();
  const ofFrameworks = new Map<string, Tally>();
  for (const { head, tasks, unreachableTasks, completedTasks } of frameworks) {
    const { id } = head.it;
    for (const list of [tasks, unreachableTasks, completedTasks]) {
      for (const { it } of list) {
        count(onAgents, it.task.agentId, it.message.state, id);
        count(ofFrameworks, id, it.message.state, it.task.agentId);
        yield "";
      }
    }
  }
  yield `{"hostname":${text(master.hostname)}`;
  if (master.cluster !== undefined) yield `,"cluster":${text(master.cluster)}`;
  yield ',"slaves":';
  yield* listPieces(agents, (agent) =>
    extended(textOf(agent), tallyFields(onAgents.get(agent.it.id), "framework_ids")),
  );
  yield ',"frameworks":';
  yield* listPieces(frameworks, ({ head: { it } }) =>
    object({ ...frameworkFields(it), ...tallyFields(ofFrameworks.get(it.id), "slave_ids") }),
  );
  yield "}";
}

function count(tallies: Map<string, Tally>, id: string, state: TaskState, partner: string): void {
  let tally = tallies.get(id);
  if (tally === undefined) {
    tally = { counts: new Map(), partners: new Set() };
    tallies.set(id, tally);
  }
  tally.counts.set(state, (tally.counts.get(state) ?? 0) + 1);
  tally.partners.add(partner);
}

function tallyFields(tally: Tally | undefined, partners: string): Record<string, string> {
  return {
    ...Object.fromEntries(COUNTED.map((state) => [state, String(tally?.counts.get(state) ?? 0)])),
    [partners]: array([...(tally?.partners ?? [])].map(text)),
  };
}
