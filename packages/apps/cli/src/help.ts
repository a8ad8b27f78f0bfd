import { COMMON_OPTIONS, type Command, type Group, type Options, optionsOf } from "./command.ts";

export interface Program {
  readonly groups: readonly Group[];
  readonly commands: readonly Command[];
}

const GAP = 2;

export function programHelp({ groups, commands }: Program, others: readonly string[]): string {
  return [
    "Usage: mesos [options] <command> [arguments]",
    "",
    "Commands:",
    ...twoColumns(
      [
        ...groups.map(({ name, summary, commands: verbs }): [string, string] => [
          `${name} ${verbs.map((verb) => verb.name).join("|")}`,
          summary,
        ]),
        ...commands.map(({ name, summary }): [string, string] => [name, summary]),
        ["help [command]", "what a command does"],
      ],
      60,
    ),
    "",
    ...(others.length === 0
      ? []
      : [`Programs that \`mesos <name>\` runs: ${others.join(", ")}`, ""]),
    "Options:",
    ...optionLines(COMMON_OPTIONS),
    "",
  ].join("\n");
}

export function groupHelp({ name, summary, commands }: Group): string {
  return [
    `${summary}`,
    "",
    `Usage: mesos ${name} <command> [options]`,
    "",
    "Commands:",
    ...twoColumns(commands.map((command) => [synopsis(command), command.summary])),
    "",
    `\`mesos ${name} <command> --help\` says more.`,
    "",
  ].join("\n");
}

export function commandHelp(path: string, command: Command): string {
  return [
    command.summary,
    ...(command.details === undefined ? [] : [command.details]),
    "",
    `Usage: ${usageLine(path, command)}`,
    "",
    "Options:",
    ...optionLines(optionsOf(command)),
    "",
  ].join("\n");
}

export function usageLine(path: string, command: Command): string {
  const words = [...(command.words ?? []), ...(command.rest === undefined ? [] : [command.rest])];
  return [path, "[options]", ...words].join(" ");
}

function synopsis({ name, words = [], rest }: Command): string {
  return [name, ...words, ...(rest === undefined ? [] : [rest])].join(" ");
}

function optionLines(options: Options): string[] {
  return twoColumns(
    Object.entries(options).map(([name, { short, value, help }]) => [
      `${short === undefined ? "   " : `-${short},`} --${name}${value === undefined ? "" : `=${value}`}`,
      help,
    ]),
  );
}

/** Names and texts; a name that is too long stands on a line of its own. */
function twoColumns(rows: readonly [string, string][], most = 34): string[] {
  const fitting = rows.map(([name]) => name.length).filter((length) => length <= most);
  const width = Math.max(0, ...fitting) + GAP;
  return rows.flatMap(([name, text]) =>
    name.length > most
      ? [`  ${name}`, `  ${" ".repeat(width)}${text}`]
      : [`  ${name.padEnd(width)}${text}`],
  );
}
