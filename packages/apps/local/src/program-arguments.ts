import { err, ok, type Result } from "@mesos-ts/base";
import type { FlagDefinitions } from "@mesos-ts/runtime";

/** Flags given to `mesos-local` that are for the programs which it starts. */
export interface ProgramArguments {
  readonly master: readonly string[];
  readonly agent: readonly string[];
}

export interface KnownFlags {
  readonly local: FlagDefinitions;
  readonly master: FlagDefinitions;
  readonly agent: FlagDefinitions;
}

/** Each program has a port and a folder of its own: `--port` is the master's. */
const NOT_FOR_AGENTS: ReadonlySet<string> = new Set(["port", "advertise_port"]);
const DECIDED_HERE: ReadonlySet<string> = new Set(["work_dir", "num_slaves", "help", "master"]);

/** Sorts the given flags by who knows them; what both know goes to both. */
export function programArguments(
  args: readonly string[],
  known: KnownFlags,
): Result<ProgramArguments> {
  const master: string[] = [];
  const agent: string[] = [];
  for (const word of flagWords(args)) {
    const name = flagName(word);
    if (DECIDED_HERE.has(name)) {
      if (name === "master") return err("Failed to load flag 'master': mesos-local has its own");
      continue;
    }
    const isMasters = takes(known.master, name);
    const isAgents = takes(known.agent, name);
    if (!isMasters && !isAgents && !takes(known.local, name)) {
      return err(`Failed to load unknown flag '${name}'`);
    }
    if (isMasters) master.push(word);
    if (isAgents && !NOT_FOR_AGENTS.has(name)) agent.push(word);
  }
  return ok({ master, agent });
}

/** The words before `--` that are flags. */
function flagWords(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return args
    .slice(0, end === -1 ? undefined : end)
    .map((word) => word.trim())
    .filter((word) => word.startsWith("--"));
}

function flagName(word: string): string {
  const name = word.slice(2).split("=", 1)[0]?.toLowerCase() ?? "";
  return name.startsWith("no-") ? name.slice(3) : name;
}

function takes(definitions: FlagDefinitions, name: string): boolean {
  return (
    Object.hasOwn(definitions, name) ||
    Object.values(definitions).some(({ deprecatedAlias }) => deprecatedAlias === name)
  );
}

/** The value that a flag was given, if it was. */
export function givenValue(args: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return flagWords(args)
    .findLast((word) => word.toLowerCase().startsWith(prefix))
    ?.slice(prefix.length);
}
