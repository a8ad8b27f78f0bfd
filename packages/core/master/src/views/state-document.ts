/** `/state`, `/slaves` and `/frameworks`, a piece at a time. */
import type { Core } from "../core.ts";
import { shownAgent } from "./agent-facts.ts";
import { agentDetails, recoveredAgentJson } from "./agent-json.ts";
import { offerJson } from "./framework-json.ts";
import { extended, object } from "./json.ts";
import { masterFields, type Surroundings } from "./master-fields.ts";
import { pageOf, textOf, V0 } from "./page.ts";
import { listPieces, type Pieces, pagedList } from "./pieces.ts";
import { type FrameworkSnapshot, frameworkSnapshot, type Snapshot } from "./snapshot.ts";

/** `/state`; `head` is the master's own part, `stateHead`. */
export function* stateDocument(head: string, snapshot: Snapshot): Pieces {
  yield `${open(head)}"slaves":`;
  yield* pagedList(snapshot.agents, V0);
  yield ',"recovered_slaves":';
  yield* listPieces(snapshot.recovered, recoveredAgentJson);
  yield ',"frameworks":';
  yield* frameworkList(snapshot.frameworks);
  yield ',"completed_frameworks":';
  yield* frameworkList(snapshot.completed);
  yield ',"orphan_tasks":[],"unregistered_frameworks":[]}';
}

/** What the master says of itself in `/state`. */
export function stateHead(core: Core, around: Surroundings): string {
  return object(masterFields(core, around));
}

/** `/slaves?slave_id=` as it is now. */
export function slavesDocument(core: Core, slaveId?: string): Pieces {
  const agents = [...core.agents.registered.values()]
    .filter(({ id }) => slaveId === undefined || slaveId === id)
    .map((agent) => shownAgent(core, agent));
  const recovered = [...core.agents.recovered.values()].filter(
    ({ id }) => slaveId === undefined || slaveId === id?.value,
  );
  return (function* (): Pieces {
    yield '{"slaves":';
    yield* listPieces(agents, (agent) => extended(textOf(agent), agentDetails(agent.it)));
    yield ',"recovered_slaves":';
    yield* listPieces(recovered, recoveredAgentJson);
    yield "}";
  })();
}

/** `/frameworks?framework_id=` as it is now. */
export function frameworksDocument(core: Core, frameworkId?: string): Pieces {
  const { registered, completed } = core.frameworks;
  const wanted = (frameworks: Iterable<Parameters<typeof frameworkSnapshot>[0]>) =>
    [...frameworks]
      .filter(({ id }) => frameworkId === undefined || frameworkId === id)
      .map(frameworkSnapshot);
  const [active, ended] = [wanted(registered.values()), wanted(completed.values())];
  return (function* (): Pieces {
    yield '{"frameworks":';
    yield* frameworkList(active);
    yield ',"completed_frameworks":';
    yield* frameworkList(ended);
    yield ',"unregistered_frameworks":[]}';
  })();
}

function* frameworkList(frameworks: readonly FrameworkSnapshot[]): Pieces {
  let separator = "[";
  for (const framework of frameworks) {
    yield separator;
    yield* frameworkPieces(framework);
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}

function* frameworkPieces(framework: FrameworkSnapshot): Pieces {
  const head = pageOf(framework.head, V0).bytes;
  // Without the comma that stands before it in a list, and without its last bracket.
  yield head.subarray(1, -1);
  yield ',"tasks":';
  yield* pagedList(framework.tasks, V0);
  yield ',"unreachable_tasks":';
  yield* pagedList(framework.unreachableTasks, V0);
  yield ',"completed_tasks":';
  yield* pagedList(framework.completedTasks, V0);
  yield ',"offers":';
  yield* listPieces(framework.offers, offerJson);
  yield ',"executors":';
  yield* pagedList(framework.executors, V0);
  yield "}";
}

/** A complete object to which more fields are added. */
function open(json: string): string {
  return `${json.slice(0, -1)},`;
}
