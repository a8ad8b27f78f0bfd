import type { FlagDefinitions } from "./definition.ts";
import { type LoadedFlags, type LoadOptions, loadFlags } from "./load.ts";
import { flagsMap, usage } from "./show.ts";

/** What a program does with its command line: run, or print something and end. */
export type CommandLine<D extends FlagDefinitions> =
  | {
      readonly type: "run";
      readonly flags: LoadedFlags<D>;
      /** For `/flags`. */
      readonly shown: Record<string, string>;
    }
  | { readonly type: "exit"; readonly code: number; readonly out: string; readonly err: string };

export interface ProgramOptions extends LoadOptions {
  /** The program's name, such as `mesos-master`. */
  readonly program: string;
  /** In place of `Usage: <program> [options]`. */
  readonly usageLine?: string;
  /** Printed by `--version`, for a program whose definitions have that flag. */
  readonly version?: string;
  /** After an error: the whole usage (tools), or one line that points to `--help` (daemons). */
  readonly onError?: "usage" | "pointer";
}

/** Rules of the programs' `main`: help and version win, then errors end the program with code 1. */
export function readCommandLine<D extends FlagDefinitions>(
  definitions: D,
  options: ProgramOptions,
): CommandLine<D> {
  const { program, version } = options;
  const head =
    options.usageLine === undefined ? { program } : { program, usageLine: options.usageLine };
  if (asksFor("help", options.args)) {
    return { type: "exit", code: 0, out: `${usage(definitions, head)}\n`, err: "" };
  }
  if (version !== undefined && "version" in definitions && asksFor("version", options.args)) {
    return { type: "exit", code: 0, out: `mesos ${version}\n`, err: "" };
  }
  const flags = loadFlags(definitions, options);
  if (flags.type === "error") {
    const text =
      options.onError === "usage"
        ? usage(definitions, { ...head, message: flags.error })
        : `${flags.error}\n\nSee \`${program} --help\` for a list of supported flags.`;
    return { type: "exit", code: 1, out: "", err: `${text}\n` };
  }
  return { type: "run", flags: flags.value, shown: flagsMap(definitions, flags.value) };
}

/** Whether the words before `--` turn the flag on. Asking for help works even beside a mistake. */
function asksFor(name: string, args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const spellings = [`--${name}`, `--${name}=`, `--${name}=true`, `--${name}=1`];
  return args
    .slice(0, end === -1 ? undefined : end)
    .some((word) => spellings.includes(word.trim()));
}
