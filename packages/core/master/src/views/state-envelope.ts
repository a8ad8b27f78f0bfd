import type { Shown } from "./shown.ts";
import type { FrameworkSnapshot, Snapshot } from "./snapshot.ts";

/** The calls that are answered from a snapshot: the whole state, or a part of it. */
export type StateCall =
  | "GET_STATE"
  | "GET_TASKS"
  | "GET_EXECUTORS"
  | "GET_FRAMEWORKS"
  | "GET_AGENTS";

/** What the state is wrapped in. */
export type StateEnvelope =
  | { readonly type: "response"; readonly call: StateCall }
  /** The first event of a stream. */
  | { readonly type: "event"; readonly heartbeatSeconds: number };

type ShownList = readonly Shown<unknown>[];

/** Of all frameworks, as the v1 API lists them. */
export function tasksOf(
  snapshot: Snapshot,
): Readonly<Record<"tasks" | "unreachableTasks" | "completedTasks", ShownList>> {
  const all = allOf(snapshot);
  return {
    tasks: all.flatMap(({ tasks }) => tasks),
    unreachableTasks: all.flatMap(({ unreachableTasks }) => unreachableTasks),
    completedTasks: all.flatMap(({ completedTasks }) => completedTasks),
  };
}

export function executorsOf(snapshot: Snapshot): ShownList {
  return allOf(snapshot).flatMap(({ executors }) => executors);
}

export function headsOf(frameworks: readonly FrameworkSnapshot[]): ShownList {
  return frameworks.map(({ head }) => head);
}

function allOf({ frameworks, completed }: Snapshot): readonly FrameworkSnapshot[] {
  return [...frameworks, ...completed];
}
