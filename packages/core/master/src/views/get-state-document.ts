/** GET_STATE and the first event of SUBSCRIBE, a piece at a time. */
import { Buffer } from "node:buffer";
import { AgentInfo, encode, jsonDouble, type MessageType, master, toJson } from "@mesos-ts/protos";
import { listPieces, type Pieces } from "./pieces.ts";
import type { Rendered } from "./shown.ts";
import type { FrameworkSnapshot, Snapshot } from "./snapshot.ts";

/** What the state is wrapped in. */
export type StateEnvelope =
  | { readonly type: "response" }
  /** The first event of a stream. */
  | { readonly type: "event"; readonly heartbeatSeconds: number };

/** So many are rendered between two occasions to rest. */
const PER_PAUSE = 16;

type Lists = Readonly<Record<"tasks" | "unreachableTasks" | "completedTasks", ShownList>>;
type ShownList = readonly Rendered[];

export function* getStateJson(snapshot: Snapshot, envelope: StateEnvelope): Pieces {
  const all = [...snapshot.frameworks, ...snapshot.completed];
  const tasks = tasksOf(all);
  yield envelope.type === "response"
    ? '{"type":"GET_STATE","get_state":'
    : '{"type":"SUBSCRIBED","subscribed":{"get_state":';
  yield '{"get_tasks":{"tasks":';
  yield* listPieces(tasks.tasks, v1);
  yield ',"unreachable_tasks":';
  yield* listPieces(tasks.unreachableTasks, v1);
  yield ',"completed_tasks":';
  yield* listPieces(tasks.completedTasks, v1);
  yield '},"get_executors":{"executors":';
  yield* listPieces(
    all.flatMap(({ executors }) => executors),
    v1,
  );
  yield '},"get_frameworks":{"frameworks":';
  yield* listPieces(headsOf(snapshot.frameworks), v1);
  yield ',"completed_frameworks":';
  yield* listPieces(headsOf(snapshot.completed), v1);
  yield '},"get_agents":{"agents":';
  yield* listPieces(snapshot.agents, v1);
  yield ',"recovered_agents":';
  yield* listPieces(snapshot.recovered, (info) => toJson(AgentInfo, info));
  yield "}}";
  yield envelope.type === "response"
    ? "}"
    : `,"heartbeat_interval_seconds":${jsonDouble(envelope.heartbeatSeconds)}}}`;
}

/** The length of a message stands before it, so everything is rendered before the first byte. */
export function* getStateBytes(snapshot: Snapshot, envelope: StateEnvelope): Pieces {
  const all = [...snapshot.frameworks, ...snapshot.completed];
  const tasks = tasksOf(all);
  const executors = all.flatMap((framework) => framework.executors);
  const heads = headsOf(all);
  for (const list of [...Object.values(tasks), executors, heads, snapshot.agents]) {
    for (const [index, shown] of list.entries()) {
      if (shown.bytes.length >= 0 && index % PER_PAUSE === 0) yield "";
    }
  }
  const state = [
    nested(master.Response_GetState, "get_tasks", [
      list(master.Response_GetTasks, "tasks", tasks.tasks),
      list(master.Response_GetTasks, "completed_tasks", tasks.completedTasks),
      list(master.Response_GetTasks, "unreachable_tasks", tasks.unreachableTasks),
    ]),
    nested(master.Response_GetState, "get_executors", [
      list(master.Response_GetExecutors, "executors", executors),
    ]),
    nested(master.Response_GetState, "get_frameworks", [
      list(master.Response_GetFrameworks, "frameworks", headsOf(snapshot.frameworks)),
      list(master.Response_GetFrameworks, "completed_frameworks", headsOf(snapshot.completed)),
    ]),
    nested(master.Response_GetState, "get_agents", [
      list(master.Response_GetAgents, "agents", snapshot.agents),
      raw(encode(master.Response_GetAgents, { recovered_agents: [...snapshot.recovered] })),
    ]),
  ];
  yield* wrapped(state, envelope).pieces();
}

function wrapped(state: readonly Part[], envelope: StateEnvelope): Part {
  if (envelope.type === "response") {
    return joined([
      raw(encode(master.Response, { type: "GET_STATE" })),
      nested(master.Response, "get_state", state),
    ]);
  }
  const { heartbeatSeconds: heartbeat_interval_seconds } = envelope;
  return joined([
    raw(encode(master.Event, { type: "SUBSCRIBED" })),
    nested(master.Event, "subscribed", [
      nested(master.Event_Subscribed, "get_state", state),
      raw(encode(master.Event_Subscribed, { heartbeat_interval_seconds })),
    ]),
  ]);
}

function tasksOf(all: readonly FrameworkSnapshot[]): Lists {
  return {
    tasks: all.flatMap(({ tasks }) => tasks),
    unreachableTasks: all.flatMap(({ unreachableTasks }) => unreachableTasks),
    completedTasks: all.flatMap(({ completedTasks }) => completedTasks),
  };
}

function headsOf(frameworks: readonly FrameworkSnapshot[]): ShownList {
  return frameworks.map(({ head }) => head);
}

function v1(shown: Rendered): string {
  return shown.v1;
}

/** A part of a message whose size is known. */
interface Part {
  readonly size: number;
  pieces(): Iterable<Uint8Array>;
}

function raw(bytes: Uint8Array): Part {
  return { size: bytes.length, pieces: () => [bytes] };
}

function joined(parts: readonly Part[]): Part {
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    *pieces() {
      for (const part of parts) yield* part.pieces();
    },
  };
}

/** The field `name` of a message, itself a message of these parts. */
function nested(type: unknown, name: string, parts: readonly Part[]): Part {
  const content = joined(parts);
  const head = Buffer.concat([varint(tagOf(type, name)), varint(content.size)]);
  return joined([raw(head), content]);
}

/** The repeated field `name` of a message. */
function list(type: unknown, name: string, items: ShownList): Part {
  const tag = varint(tagOf(type, name));
  let size = 0;
  for (const { bytes } of items) size += tag.length + varintSize(bytes.length) + bytes.length;
  return {
    size,
    *pieces() {
      for (const { bytes } of items) {
        yield headOf(tag, bytes.length);
        yield bytes;
      }
    },
  };
}

/** The tag and the length before a message. */
function headOf(tag: Buffer, length: number): Buffer {
  const head = Buffer.allocUnsafe(tag.length + varintSize(length));
  tag.copy(head);
  let at = tag.length;
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    head[at++] = rest > 127 ? (rest % 128) | 128 : rest;
    if (rest <= 127) return head;
  }
}

const LENGTH_DELIMITED = 2;

function tagOf(type: unknown, name: string): number {
  const field = (type as MessageType).fields().find((each) => each.name === name);
  if (field === undefined) throw new Error(`the message has no field '${name}'`);
  return field.number * 8 + LENGTH_DELIMITED;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return Buffer.from(bytes);
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++;
  return size;
}
