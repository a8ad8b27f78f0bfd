/** GET_STATE and its parts, and the first event of SUBSCRIBE, in JSON, a piece at a time. */
import { AgentInfo, jsonDouble, toJson } from "@mesos-ts/protos";
import { V1 } from "./page.ts";
import { listPieces, type Pieces, pagedList } from "./pieces.ts";
import type { Snapshot } from "./snapshot.ts";
import {
  executorsOf,
  headsOf,
  type StateCall,
  type StateEnvelope,
  tasksOf,
} from "./state-envelope.ts";

export function* getStateJson(snapshot: Snapshot, envelope: StateEnvelope): Pieces {
  if (envelope.type === "response") {
    const { call } = envelope;
    yield `{"type":"${call}","${call.toLowerCase()}":`;
    yield* PARTS[call](snapshot);
    yield "}";
    return;
  }
  yield '{"type":"SUBSCRIBED","subscribed":{"get_state":';
  yield* wholeState(snapshot);
  yield `,"heartbeat_interval_seconds":${jsonDouble(envelope.heartbeatSeconds)}}}`;
}

const PARTS: Readonly<Record<StateCall, (snapshot: Snapshot) => Pieces>> = {
  GET_STATE: wholeState,
  GET_TASKS: taskLists,
  GET_EXECUTORS: executorList,
  GET_FRAMEWORKS: frameworkLists,
  GET_AGENTS: agentLists,
};

function* wholeState(snapshot: Snapshot): Pieces {
  yield '{"get_tasks":';
  yield* taskLists(snapshot);
  yield ',"get_executors":';
  yield* executorList(snapshot);
  yield ',"get_frameworks":';
  yield* frameworkLists(snapshot);
  yield ',"get_agents":';
  yield* agentLists(snapshot);
  yield "}";
}

function* taskLists(snapshot: Snapshot): Pieces {
  const { tasks, unreachableTasks, completedTasks } = tasksOf(snapshot);
  yield '{"tasks":';
  yield* pagedList(tasks, V1);
  yield ',"unreachable_tasks":';
  yield* pagedList(unreachableTasks, V1);
  yield ',"completed_tasks":';
  yield* pagedList(completedTasks, V1);
  yield "}";
}

function* executorList(snapshot: Snapshot): Pieces {
  yield '{"executors":';
  yield* pagedList(executorsOf(snapshot), V1);
  yield "}";
}

function* frameworkLists({ frameworks, completed }: Snapshot): Pieces {
  yield '{"frameworks":';
  yield* pagedList(headsOf(frameworks), V1);
  yield ',"completed_frameworks":';
  yield* pagedList(headsOf(completed), V1);
  yield "}";
}

function* agentLists({ agents, recovered }: Snapshot): Pieces {
  yield '{"agents":';
  yield* pagedList(agents, V1);
  yield ',"recovered_agents":';
  yield* listPieces(recovered, (info) => toJson(AgentInfo, info));
  yield "}";
}
