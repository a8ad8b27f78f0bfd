import { err, ok, type Result } from "@mesos-ts/base";
import type { FlagDefinition, FlagDefinitions, FlagValues } from "./definition.ts";
import { type FlagValue, formatFlagValue, parseFlagValue, type ReadFile } from "./value.ts";

export interface LoadOptions {
  /** The words after the program's name. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of environment variables, such as `MESOS_`; undefined: the environment is not read. */
  readonly prefix: string | undefined;
  readonly readFile: ReadFile;
  /** Take flags that no definition knows for words of somebody else; default: refuse them. */
  readonly unknowns?: boolean;
}

export interface LoadedFlags<D extends FlagDefinitions> {
  readonly values: FlagValues<D>;
  /** For the log, once there is one. */
  readonly warnings: readonly string[];
  /** Name by which each given flag was given: its own, or its deprecated alias. */
  readonly givenAs: ReadonlyMap<string, string>;
  /** Words that are no flags, and everything after `--`. */
  readonly words: readonly string[];
}

/** Every flag set has it. */
export const HELP_FLAG = {
  type: "boolean",
  default: false,
  help: "Prints this help message",
  status: "supported",
} as const satisfies FlagDefinition;

/** The definitions by name, sorted, with `help`. */
export function sortedDefinitions(definitions: FlagDefinitions): [string, FlagDefinition][] {
  return Object.entries({ ...definitions, help: HELP_FLAG }).sort(byName);
}

/** One given value: `text` is undefined for a flag without `=`. */
interface Given {
  readonly name: string;
  readonly text: string | undefined;
}

/**
 * Reads flags from the environment and the command line (which wins), checks them one by one in
 * the order of their names, and refuses what this release does not build.
 *
 * Rules and texts are those of stout's flags. The error is what the user sees.
 */
export function loadFlags<D extends FlagDefinitions>(
  definitions: D,
  options: LoadOptions,
): Result<LoadedFlags<D>> {
  const table = new Map<string, FlagDefinition>(sortedDefinitions(definitions));
  const aliases = aliasesOf(table);
  const { given, words } = readArguments(options.args);
  const merged = [...given, ...readEnvironment(options, given, table, aliases)];

  const values: Record<string, FlagValue | undefined> = {};
  for (const [name, definition] of table) {
    values[name] = definition.default;
  }
  const givenAs = new Map<string, string>();
  const warnings: string[] = [];
  for (const item of merged.sort((a, b) => compare(a.name, b.name))) {
    const problem = loadOne(item, { table, aliases, values, givenAs, warnings, options });
    if (problem !== undefined) {
      return err(problem);
    }
  }
  const problem = checkAll(table, values, givenAs);
  return problem === undefined
    ? ok({ values: values as FlagValues<D>, warnings, givenAs, words })
    : err(problem);
}

interface Loading {
  readonly table: ReadonlyMap<string, FlagDefinition>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly values: Record<string, FlagValue | undefined>;
  readonly givenAs: Map<string, string>;
  readonly warnings: string[];
  readonly options: LoadOptions;
}

/** Loads one given value; the problem, when there is one. */
function loadOne(given: Given, loading: Loading): string | undefined {
  const negated = given.name.startsWith("no-");
  const flagName = negated ? given.name.slice(3) : given.name;
  const name = loading.aliases.get(flagName) ?? flagName;
  const definition = loading.table.get(name);
  if (definition === undefined) {
    const via = negated ? ` via '${given.name}'` : "";
    return loading.options.unknowns === true
      ? undefined
      : `Failed to load unknown flag '${flagName}'${via}`;
  }
  const before = loading.givenAs.get(name);
  if (before !== undefined) {
    return `Flag '${flagName}' is already loaded via name '${before}'`;
  }
  const text = textOf(definition, given, flagName, negated);
  if (text.type === "error") {
    return text.error;
  }
  const warn = (warning: string): void => {
    loading.warnings.push(warning);
  };
  const value = parseFlagValue(definition, text.value, loading.options.readFile, warn);
  if (value.type === "error") {
    return `Failed to load flag '${flagName}': Failed to load value '${text.value}': ${value.error}`;
  }
  loading.values[name] = value.value;
  loading.givenAs.set(name, flagName);
  if (flagName !== name) {
    warn(`Loaded deprecated flag '${flagName}'`);
  }
  return undefined;
}

/** The text to parse, once the shapes `--x`, `--no-x`, `--x=` are resolved for the flag's type. */
function textOf(
  definition: FlagDefinition,
  { name, text }: Given,
  flagName: string,
  negated: boolean,
): Result<string> {
  if (definition.type !== "boolean") {
    if (negated) {
      return err(`Failed to load non-boolean flag '${flagName}' via '${name}'`);
    }
    return text === undefined
      ? err(`Failed to load non-boolean flag '${flagName}': Missing value`)
      : ok(text);
  }
  if (text === undefined || text === "") {
    return ok(negated ? "false" : "true");
  }
  return negated
    ? err(`Failed to load boolean flag '${flagName}' via '${name}' with value '${text}'`)
    : ok(text);
}

function checkAll(
  table: ReadonlyMap<string, FlagDefinition>,
  values: Readonly<Record<string, FlagValue | undefined>>,
  givenAs: ReadonlyMap<string, string>,
): string | undefined {
  for (const [name, definition] of table) {
    const value = values[name];
    if (definition.required === true && !givenAs.has(name)) {
      return `Flag '${name}' is required, but it was not provided`;
    }
    if (value === undefined) {
      continue;
    }
    const validate = definition.validate as ((value: FlagValue) => string | undefined) | undefined;
    const problem = validate?.(value) ?? refusal(name, definition, value);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/** Why this release does not take the value. */
function refusal(name: string, definition: FlagDefinition, value: FlagValue): string | undefined {
  if (definition.status === "supported") {
    return undefined;
  }
  const text = formatFlagValue(definition.type, value);
  const taken = [definition.default, ...(definition.accepts ?? [])];
  for (const candidate of taken) {
    if (candidate !== undefined && formatFlagValue(definition.type, candidate) === text) {
      return undefined;
    }
  }
  return `Flag '--${name}' needs ${definition.feature}, which this release does not build yet. Start without it, or see docs/compatibility.md`;
}

function readArguments(args: readonly string[]): { given: Given[]; words: string[] } {
  const given: Given[] = [];
  const words: string[] = [];
  for (const [index, word] of args.entries()) {
    const argument = word.trim();
    if (argument === "--") {
      words.push(...args.slice(index + 1));
      break;
    }
    if (!argument.startsWith("--")) {
      words.push(word);
      continue;
    }
    const equals = argument.indexOf("=");
    given.push({
      name: argument.slice(2, equals === -1 ? undefined : equals).toLowerCase(),
      text: equals === -1 ? undefined : argument.slice(equals + 1),
    });
  }
  return { given, words };
}

/** Known flags among the variables with the prefix, unless the command line gives the same name. */
function readEnvironment(
  { environment, prefix }: LoadOptions,
  given: readonly Given[],
  table: ReadonlyMap<string, FlagDefinition>,
  aliases: ReadonlyMap<string, string>,
): Given[] {
  if (prefix === undefined) {
    return [];
  }
  const taken = new Set(given.map(({ name }) => name));
  const found = new Map<string, string>();
  for (const [key, text] of Object.entries(environment)) {
    if (text === undefined || !key.startsWith(prefix)) {
      continue;
    }
    const name = key.slice(prefix.length).toLowerCase();
    const flagName = name.startsWith("no-") ? name.slice(3) : name;
    if ((table.has(flagName) || aliases.has(flagName)) && !taken.has(name)) {
      found.set(name, text);
    }
  }
  return [...found].map(([name, text]) => ({ name, text }));
}

function aliasesOf(table: ReadonlyMap<string, FlagDefinition>): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const [name, { deprecatedAlias }] of table) {
    if (deprecatedAlias !== undefined) {
      aliases.set(deprecatedAlias, name);
    }
  }
  return aliases;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
