import { MESOS_VERSION } from "@mesos-ts/runtime";
import { Cluster } from "./cluster/cluster.ts";
import { readSettings, type Settings } from "./cluster/settings.ts";
import { COMMON_OPTIONS, type Command, type Context, optionsOf } from "./command.ts";
import { agentGroup } from "./commands/agent.ts";
import { configGroup } from "./commands/config.ts";
import { frameworkGroup } from "./commands/framework.ts";
import { logGroup } from "./commands/log.ts";
import { maintenanceGroup } from "./commands/maintenance.ts";
import { quotaGroup } from "./commands/quota.ts";
import { roleGroup, weightGroup } from "./commands/role.ts";
import { taskGroup } from "./commands/task.ts";
import { topCommand } from "./commands/top.ts";
import { completionScript, SHELLS } from "./completion.ts";
import { EXIT, Failure, misused } from "./failure.ts";
import { commandHelp, groupHelp, type Program, programHelp, usageLine } from "./help.ts";
import { findProgram, listPrograms, runProgram } from "./path-programs.ts";
import { type Input, parseInput } from "./shell/parse.ts";
import type { World } from "./shell/world.ts";

/** What a run of `mesos` needs beside the world: where other programs are. */
export interface Surroundings {
  readonly world: World;
  readonly folders: readonly string[];
}

const groups = [
  ...[agentGroup, frameworkGroup, taskGroup, roleGroup, quotaGroup, weightGroup],
  ...[maintenanceGroup, logGroup],
] as const;

/** Runs `mesos` with its arguments; resolves with the exit status. */
export async function runMesos(
  args: readonly string[],
  { world, folders }: Surroundings,
): Promise<number> {
  const program = programOf(folders);
  try {
    return await dispatch(program, args, { world, folders });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await world.err(`Error: ${error.message}\n`);
    return error.code;
  }
}

function programOf(folders: readonly string[]): Program {
  const program: Program = {
    groups: [configGroup(groups), ...groups],
    commands: [topCommand, completionCommand(() => program, folders)],
  };
  return program;
}

function completionCommand(program: () => Program, folders: readonly string[]): Command {
  return {
    name: "completion",
    summary: "Print a script that completes words in your shell",
    words: [`<${SHELLS.join("|")}>`],
    async run({ world }, { words: [given] }) {
      const shell = SHELLS.find((each) => each === given);
      if (shell === undefined) throw misused(`'${given}' is none of ${SHELLS.join(", ")}`);
      await world.out(completionScript(shell, program(), listPrograms(folders)));
      return undefined;
    },
  };
}

async function dispatch(
  program: Program,
  args: readonly string[],
  { world, folders }: Surroundings,
): Promise<number> {
  const { before, name, after } = splitAtCommand(args);
  if (name === undefined) {
    const text = programHelp(program, listPrograms(folders));
    if (before.some((word) => word === "--help" || word === "-h")) return say(world, text);
    if (before.includes("--version")) return say(world, `mesos ${MESOS_VERSION}\n`);
    await world.err(text);
    return EXIT.usage;
  }
  if (name === "help") return help(program, after, { world, folders });
  const command = program.commands.find((each) => each.name === name);
  if (command !== undefined) {
    return runCommand(`mesos ${name}`, command, [...before, ...after], world);
  }
  const group = program.groups.find((each) => each.name === name);
  const [verb, ...rest] = after;
  const found = group?.commands.find((each) => each.name === verb);
  if (group !== undefined && found !== undefined) {
    return runCommand(`mesos ${name} ${verb}`, found, [...before, ...rest], world);
  }
  if (group !== undefined && (verb === undefined || verb === "--help" || verb === "-h")) {
    if (verb !== undefined) return say(world, groupHelp(group));
    await world.err(groupHelp(group));
    return EXIT.usage;
  }
  return runOther(name, group === undefined ? undefined : verb, { before, after, folders });
}

/** Options of ours may stand before the command. */
function splitAtCommand(args: readonly string[]): {
  readonly before: readonly string[];
  readonly name: string | undefined;
  readonly after: readonly string[];
} {
  let index = 0;
  while (index < args.length && args[index]?.startsWith("-") === true) {
    index += takesNextWord(args[index] ?? "") ? 2 : 1;
  }
  return { before: args.slice(0, index), name: args[index], after: args.slice(index + 1) };
}

function takesNextWord(option: string): boolean {
  return Object.entries(COMMON_OPTIONS).some(
    ([name, { short, value }]) =>
      value !== undefined && (option === `--${name}` || option === `-${short}`),
  );
}

/** `mesos <name>` was once nothing but a way to write `mesos-<name>`. */
async function runOther(
  name: string,
  verb: string | undefined,
  {
    before,
    after,
    folders,
  }: { before: readonly string[]; after: readonly string[]; folders: readonly string[] },
): Promise<number> {
  const path = findProgram(folders, name);
  if (path === undefined) {
    throw misused(
      verb === undefined
        ? `'${name}' is not a valid command (or cannot be found). See \`mesos help\``
        : `'${verb}' is no command of \`mesos ${name}\`. See \`mesos help ${name}\``,
    );
  }
  if (before.length > 0) {
    throw misused(`Not expecting '${before[0]}' before command`);
  }
  return runProgram(path, after);
}

async function help(
  program: Program,
  [name, verb]: readonly string[],
  { world, folders }: Surroundings,
): Promise<number> {
  if (name === undefined) return say(world, programHelp(program, listPrograms(folders)));
  const single = program.commands.find((each) => each.name === name);
  if (single !== undefined) return say(world, commandHelp(`mesos ${name}`, single));
  const group = program.groups.find((each) => each.name === name);
  const command = group?.commands.find((each) => each.name === verb);
  if (command !== undefined) return say(world, commandHelp(`mesos ${name} ${verb}`, command));
  if (group !== undefined && verb === undefined) return say(world, groupHelp(group));
  return runOther(name, verb, { before: [], after: ["--help"], folders });
}

async function say(world: World, text: string): Promise<number> {
  await world.out(text);
  return EXIT.done;
}

async function runCommand(
  path: string,
  command: Command,
  args: readonly string[],
  world: World,
): Promise<number> {
  if (wantsHelp(command, args)) return say(world, commandHelp(path, command));
  const input = parsed(path, command, args);
  let found: Promise<Cluster> | undefined;
  const settings = (): Settings =>
    readSettings(world.environment, {
      master: input.text("master"),
      timeout: input.text("timeout"),
    });
  const context: Context = {
    ...{ world, settings, json: input.flag("json") },
    cluster: () => (found ??= Cluster.find(settings())),
  };
  try {
    return (await command.run(context, input)) ?? EXIT.done;
  } finally {
    (await found?.catch(() => undefined))?.close();
  }
}

/** Before anything is missed; but what follows a command of the user's is that command's. */
function wantsHelp({ rest, words = [] }: Command, args: readonly string[]): boolean {
  const own = rest === undefined ? args : args.slice(0, words.length);
  return own.some((word) => word === "--help" || word === "-h");
}

function parsed(path: string, command: Command, args: readonly string[]): Input {
  try {
    return parseInput({ ...command, options: optionsOf(command) }, args);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw misused(`${error.message}\nUsage: ${usageLine(path, command)}`);
  }
}
