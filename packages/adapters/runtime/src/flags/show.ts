import type { FlagDefinition, FlagDefinitions } from "./definition.ts";
import { type LoadedFlags, sortedDefinitions } from "./load.ts";
import { type FlagValue, formatFlagValue } from "./value.ts";

/** Spaces between the widest name and the help. */
const PAD = 5;

/** Where help texts wrap, counted from the start of the help column. */
const HELP_WIDTH = 70;

/**
 * The effective flags as `/flags` gives them: every flag that has a value, under the name it was
 * given by, sorted, as text.
 */
export function flagsMap<D extends FlagDefinitions>(
  definitions: D,
  loaded: LoadedFlags<D>,
): Record<string, string> {
  const values = loaded.values as Readonly<Record<string, FlagValue | undefined>>;
  const entries: [string, string][] = [];
  for (const [name, { type }] of sortedDefinitions(definitions)) {
    const value = values[name];
    if (value !== undefined) {
      entries.push([loaded.givenAs.get(name) ?? name, formatFlagValue(type, value)]);
    }
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The effective flags in one line, for `Flags at startup: …`. */
export function flagsLine(flags: Readonly<Record<string, string>>): string {
  return Object.entries(flags)
    .map(([name, value]) => `--${name}="${value}"`)
    .join(" ");
}

/** The text of `--help`: flags sorted by name in one column, their help in another. */
export function usage(
  definitions: FlagDefinitions,
  options: {
    readonly program: string;
    /** In place of `Usage: <program> [options]`. */
    readonly usageLine?: string;
    /** Above everything, such as an error. */
    readonly message?: string;
  },
): string {
  const rows = sortedDefinitions(definitions).map(
    ([name, definition]) => [firstColumn(name, definition), helpLines(definition)] as const,
  );
  const width = Math.max(...rows.map(([column]) => column.length)) + PAD;
  const head = options.usageLine ?? `Usage: ${options.program} [options]`;
  let text = options.message === undefined ? "" : `${options.message}\n\n`;
  text += `${head}\n\n`;
  for (const [column, [first = "", ...rest]] of rows) {
    text += `${column.padEnd(width)}${first}\n`;
    for (const line of rest) {
      text += `${" ".repeat(width)}${line}\n`;
    }
  }
  return text;
}

function firstColumn(name: string, { type, deprecatedAlias }: FlagDefinition): string {
  const names = deprecatedAlias === undefined ? [name] : [name, deprecatedAlias];
  const spelled = names.map((each) => (type === "boolean" ? `--[no-]${each}` : `--${each}=VALUE`));
  return `  ${spelled.join(", ")}`;
}

function helpLines(definition: FlagDefinition): string[] {
  let help = definition.help;
  if (definition.status === "refused") {
    help += ` Needs ${definition.feature}: not in this release.`;
  }
  if (definition.default !== undefined) {
    help += ` (default: ${formatFlagValue(definition.type, definition.default)})`;
  }
  return help.split("\n").flatMap(wrap);
}

function wrap(paragraph: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > HELP_WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
