import { parseArgs } from "node:util";
import type { Command, Option, Options } from "../command.ts";
import { misused } from "../failure.ts";

/** What a command was called with. */
export interface Input {
  readonly words: readonly string[];
  /** Everything after the words of a command that runs another one. */
  readonly rest: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/**
 * Reads a command's arguments. Options may stand anywhere; where a command line follows the words
 * (`task exec <task> <command>…`), all from there on is that command's, options too.
 */
export function parseInput(
  command: Pick<Command, "options" | "words" | "rest">,
  args: readonly string[],
): Input {
  const options = command.options ?? {};
  const [own, rest] = command.rest
    ? splitRest(options, args, (command.words ?? []).length)
    : [args, []];
  const { values, positionals } = parse(options, own);
  return checkWords(command, {
    words: positionals,
    rest,
    flag: (name) => values[name] === true,
    text: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
    },
  });
}

function parse(options: Options, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: describe(options),
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Values, positionals };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // The library goes on with advice about `--` that misleads here.
    throw misused(text.split(/\. (?=To specify|Did you)/)[0] ?? text);
  }
}

function describe(options: Options) {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]: [string, Option]) => [
      name,
      {
        type: option.value === undefined ? ("boolean" as const) : ("string" as const),
        ...(option.short === undefined ? {} : { short: option.short }),
        ...(option.many === true ? { multiple: true } : {}),
      },
    ]),
  );
}

/** Cuts before the word after the command's own ones. */
function splitRest(
  options: Options,
  args: readonly string[],
  words: number,
): [readonly string[], readonly string[]] {
  const { tokens } = parseArgs({
    args: [...args],
    options: describe(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const found = tokens.filter(({ kind }) => kind === "positional");
  const end = found[words]?.index ?? args.length;
  const own = args.slice(0, end);
  return [own.at(-1) === "--" ? own.slice(0, -1) : own, args.slice(end)];
}

function checkWords({ words = [], rest }: Pick<Command, "words" | "rest">, input: Input): Input {
  const given = input.words.length;
  const needed = words.filter((word) => !word.startsWith("[")).length;
  const most = words.some((word) => word.includes("…")) ? Number.POSITIVE_INFINITY : words.length;
  if (given < needed) throw misused(`Missing ${words[given]}`);
  if (given > most) throw misused(`Unexpected '${input.words[most]}'`);
  if (rest !== undefined && input.rest.length === 0) throw misused(`Missing ${rest}`);
  return input;
}
