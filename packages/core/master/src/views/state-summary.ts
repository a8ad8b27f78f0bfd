/** `/state-summary`: agents and frameworks with their tasks counted instead of listed. */
import type { TaskState } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import type { Framework, Task } from "../model.ts";
import { shownAgent } from "./agent-facts.ts";
import { frameworkFacts } from "./framework-facts.ts";
import { frameworkFields } from "./framework-json.ts";
import { array, extended, object, optionalText, text } from "./json.ts";

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

export function stateSummaryView(core: Core, cluster: string | undefined): string {
  const agents = new Map<string, Tally>();
  const frameworks = new Map<string, Tally>();
  for (const framework of core.frameworks.registered.values()) {
    for (const task of allTasks(framework)) {
      count(agents, task.agentId, task, framework.id);
      count(frameworks, framework.id, task, task.agentId);
    }
  }
  return object({
    hostname: text(core.config.hostname),
    cluster: optionalText(cluster),
    slaves: array(
      [...core.agents.registered.values()].map((agent) =>
        extended(shownAgent(core, agent).v0, tallyFields(agents.get(agent.id), "framework_ids")),
      ),
    ),
    frameworks: array(
      [...core.frameworks.registered.values()].map((framework) =>
        object({
          ...frameworkFields(frameworkFacts(framework)),
          ...tallyFields(frameworks.get(framework.id), "slave_ids"),
        }),
      ),
    ),
  });
}

export function* allTasks(framework: Framework): Iterable<Task> {
  yield* framework.tasks.values();
  yield* framework.unreachableTasks.values();
  yield* framework.completedTasks;
}

function count(tallies: Map<string, Tally>, id: string, task: Task, partner: string): void {
  let tally = tallies.get(id);
  if (tally === undefined) {
    tally = { counts: new Map(), partners: new Set() };
    tallies.set(id, tally);
  }
  const { state } = task.message;
  tally.counts.set(state, (tally.counts.get(state) ?? 0) + 1);
  tally.partners.add(partner);
}

function tallyFields(tally: Tally | undefined, partners: string): Record<string, string> {
  return {
    ...Object.fromEntries(COUNTED.map((state) => [state, String(tally?.counts.get(state) ?? 0)])),
    [partners]: array([...(tally?.partners ?? [])].map(text)),
  };
}
