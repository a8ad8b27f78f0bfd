import type { Bytes, Duration } from "@mesos-ts/base";

/** A JSON object or array, as parsed. */
export type Json = { readonly [key: string]: unknown } | readonly unknown[];

/** A value that may be kept in a file: `path` is set when it was given as `file://`. */
export interface PathOrContent {
  readonly path: string | undefined;
  readonly value: string;
}

/** What each type of flag gives. */
export interface FlagTypes {
  string: string;
  boolean: boolean;
  /** A whole number; `min` and `max` bound what is read at all. */
  int: number;
  double: number;
  duration: Duration;
  bytes: Bytes;
  /** A JSON object or array, in the value, in a `file://`, or (deprecated) in a `/path`. */
  json: Json;
  /** A path, never read; a leading `file://` is dropped. */
  path: string;
  /** A value, or `file://` of a file whose content is the value. */
  "path-or-content": PathOrContent;
  /** Comma-separated words, sorted, without duplicates. */
  set: readonly string[];
}

interface Common<T> {
  /** What it does, unit, remarks; `usage` wraps it and adds the default. */
  readonly help: string;
  readonly default?: T;
  /** Without a value the program does not start. */
  readonly required?: true;
  /** An older name: still read, with a warning. */
  readonly deprecatedAlias?: string;
  /** The refusal's text, as the user sees it. */
  readonly validate?: (value: T) => string | undefined;
  readonly min?: number;
  readonly max?: number;
}

/** `refused`: known, but only its default (or one of `accepts`) is taken by this release. */
export type Support<T> =
  | { readonly status: "supported" }
  | { readonly status: "refused"; readonly feature: string; readonly accepts?: readonly T[] };

type DefinitionOf<K extends keyof FlagTypes> = { readonly type: K } & Common<FlagTypes[K]>;

/** A flag without its support: what `supported` and `refused` take. */
export type BareDefinition = { [K in keyof FlagTypes]: DefinitionOf<K> }[keyof FlagTypes];

export type FlagDefinition = {
  [K in keyof FlagTypes]: DefinitionOf<K> & Support<FlagTypes[K]>;
}[keyof FlagTypes];

export type FlagDefinitions = Readonly<Record<string, FlagDefinition>>;

type ValueOf<D> = D extends { readonly type: infer K extends keyof FlagTypes }
  ? D extends { readonly default: unknown } | { readonly required: true }
    ? FlagTypes[K]
    : FlagTypes[K] | undefined
  : never;

/** The loaded values of a set of definitions; `help` belongs to every set. */
export type FlagValues<D extends FlagDefinitions> = {
  readonly [N in keyof D]: ValueOf<D[N]>;
} & { readonly help: boolean };

type Supported<D> = { readonly [N in keyof D]: D[N] & { readonly status: "supported" } };

type Refused<D> = {
  readonly [N in keyof D]: D[N] & { readonly status: "refused"; readonly feature: string };
};

/** Flags that work as their help says. */
export function supported<const D extends Readonly<Record<string, BareDefinition>>>(
  definitions: D,
): Supported<D> {
  return withSupport(definitions, { status: "supported" }) as Supported<D>;
}

/** Flags of a feature that this release does not build; `feature` completes "needs …". */
export function refused<
  const D extends Readonly<Record<string, BareDefinition & { accepts?: readonly unknown[] }>>,
>(feature: string, definitions: D): Refused<D> {
  return withSupport(definitions, { status: "refused", feature }) as Refused<D>;
}

function withSupport(
  definitions: Readonly<Record<string, BareDefinition>>,
  support: object,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, { ...definition, ...support }]),
  );
}
