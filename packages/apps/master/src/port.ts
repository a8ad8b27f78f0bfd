import type { MasterEffect, MasterEvent } from "@mesos-ts/master";

/** An event whose time the runner adds. */
export type NewEvent = MasterEvent extends infer E
  ? E extends unknown
    ? Omit<E, "nowMs">
    : never
  : never;

/** Hands an event to the master's core, now or right after the step under way. */
export type Dispatch = (event: NewEvent) => void;

/** The effects of some type. */
export type EffectOf<T extends MasterEffect["type"]> = Extract<MasterEffect, { readonly type: T }>;
