/** GET_STATE and its parts, and the first event of SUBSCRIBE, in protobuf, a piece at a time. */
import type { Buffer } from "node:buffer";
import { encode, type MessageType, master, Writer } from "@mesos-ts/protos";
import { type ListForm, messageList, pagesOf, tagOf } from "./page.ts";
import type { Pieces } from "./pieces.ts";
import type { Shown } from "./shown.ts";
import type { Snapshot } from "./snapshot.ts";
import {
  executorsOf,
  headsOf,
  type StateCall,
  type StateEnvelope,
  tasksOf,
} from "./state-envelope.ts";

/** The length of a message stands before it, so everything is rendered before the first byte. */
export function* getStateBytes(snapshot: Snapshot, envelope: StateEnvelope): Pieces {
  const parts =
    envelope.type === "response"
      ? yield* response(snapshot, envelope.call)
      : yield* subscribed(snapshot, envelope.heartbeatSeconds);
  for (const { pieces } of parts) yield* pieces;
}

/** Some of a message's fields. */
interface Part {
  readonly size: number;
  readonly pieces: readonly Buffer[];
}

/** Parts of a message, rendered with occasions to rest. */
type Parts = Generator<"", readonly Part[], void>;

function* response(snapshot: Snapshot, call: StateCall): Parts {
  return [
    raw(encode(master.Response, { type: call })),
    nested(master.Response, call.toLowerCase(), yield* PARTS[call](snapshot)),
  ];
}

function* subscribed(snapshot: Snapshot, heartbeat_interval_seconds: number): Parts {
  return [
    raw(encode(master.Event, { type: "SUBSCRIBED" })),
    nested(master.Event, "subscribed", [
      nested(master.Event_Subscribed, "get_state", yield* wholeState(snapshot)),
      raw(encode(master.Event_Subscribed, { heartbeat_interval_seconds })),
    ]),
  ];
}

const PARTS: Readonly<Record<StateCall, (snapshot: Snapshot) => Parts>> = {
  GET_STATE: wholeState,
  GET_TASKS: taskLists,
  GET_EXECUTORS: executorList,
  GET_FRAMEWORKS: frameworkLists,
  GET_AGENTS: agentLists,
};

function* wholeState(snapshot: Snapshot): Parts {
  const { Response_GetState } = master;
  return [
    nested(Response_GetState, "get_tasks", yield* taskLists(snapshot)),
    nested(Response_GetState, "get_executors", yield* executorList(snapshot)),
    nested(Response_GetState, "get_frameworks", yield* frameworkLists(snapshot)),
    nested(Response_GetState, "get_agents", yield* agentLists(snapshot)),
  ];
}

const TASKS = messageList(master.Response_GetTasks, "tasks");
const COMPLETED_TASKS = messageList(master.Response_GetTasks, "completed_tasks");
const UNREACHABLE_TASKS = messageList(master.Response_GetTasks, "unreachable_tasks");
const EXECUTORS = messageList(master.Response_GetExecutors, "executors");
const FRAMEWORKS = messageList(master.Response_GetFrameworks, "frameworks");
const COMPLETED_FRAMEWORKS = messageList(master.Response_GetFrameworks, "completed_frameworks");
const AGENTS = messageList(master.Response_GetAgents, "agents");

function* taskLists(snapshot: Snapshot): Parts {
  const { tasks, completedTasks, unreachableTasks } = tasksOf(snapshot);
  return [
    yield* list(tasks, TASKS),
    yield* list(completedTasks, COMPLETED_TASKS),
    yield* list(unreachableTasks, UNREACHABLE_TASKS),
  ];
}

function* executorList(snapshot: Snapshot): Parts {
  return [yield* list(executorsOf(snapshot), EXECUTORS)];
}

function* frameworkLists({ frameworks, completed }: Snapshot): Parts {
  return [
    yield* list(headsOf(frameworks), FRAMEWORKS),
    yield* list(headsOf(completed), COMPLETED_FRAMEWORKS),
  ];
}

function* agentLists({ agents, recovered }: Snapshot): Parts {
  return [
    yield* list(agents, AGENTS),
    raw(encode(master.Response_GetAgents, { recovered_agents: [...recovered] })),
  ];
}

function* list(items: readonly Shown<unknown>[], form: ListForm): Generator<"", Part, void> {
  const pieces: Buffer[] = [];
  for (const { bytes } of pagesOf(items, form)) {
    pieces.push(bytes);
    yield "";
  }
  return joined(pieces);
}

function raw(bytes: Buffer): Part {
  return joined([bytes]);
}

function joined(pieces: readonly Buffer[]): Part {
  return { size: pieces.reduce((sum, { length }) => sum + length, 0), pieces };
}

/** The field `name` of a message, itself a message of these parts. */
function nested(type: Pick<MessageType, "fields">, name: string, parts: readonly Part[]): Part {
  const content = joined(parts.flatMap(({ pieces }) => pieces));
  const head = new Writer();
  head.uint32(tagOf(type, name));
  head.uint32(content.size);
  return joined([head.finish(), ...content.pieces]);
}
