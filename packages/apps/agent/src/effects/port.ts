import type { AgentEffect, AgentEvent } from "@mesos-ts/agent";

/** An event whose time the runner adds. */
export type NewEvent = AgentEvent extends infer E
  ? E extends unknown
    ? Omit<E, "nowMs">
    : never
  : never;

/** Hands an event to the agent's core, now or right after the step under way. */
export type Dispatch = (event: NewEvent) => void;

/** The effects of some types. */
export type EffectOf<T extends AgentEffect["type"]> = Extract<AgentEffect, { readonly type: T }>;
