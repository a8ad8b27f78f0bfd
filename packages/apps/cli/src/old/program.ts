import { type ParseArgsConfig, parseArgs } from "node:util";
import { Cluster } from "../cluster/cluster.ts";
import { readSettings } from "../cluster/settings.ts";
import { EXIT, Failure } from "../failure.ts";
import type { World } from "../shell/world.ts";

/** What one of the old programs was called with. */
export interface OldInput {
  readonly words: readonly string[];
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  /** Ends the program when an option is missing. */
  need(name: string): string;
}

export interface OldProgram {
  readonly name: string;
  /** What follows the program's name in its usage. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  readonly help: string;
  run(cluster: Cluster, input: OldInput, world: World): Promise<number>;
  /** Looks at the arguments before any connection. */
  check?(input: OldInput): void;
}

/** `mesos-ps` and the others: as before there is one exit status for all that goes wrong. */
export async function runOld(
  program: OldProgram,
  args: readonly string[],
  world: World,
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    await world.out(usageOf(program));
    return EXIT.done;
  }
  let cluster: Cluster | undefined;
  try {
    const input = read(program, args);
    const master = input.need("master");
    program.check?.(input);
    cluster = await findMaster(master, input, world);
    return await program.run(cluster, input, world);
  } catch (error) {
    if (error instanceof Misuse) {
      await world.err(`${error.message}\n`);
      await world.out(usageOf(program));
      return EXIT.refused;
    }
    if (!(error instanceof Failure)) throw error;
    await world.err(`${error.message}\n`);
    return EXIT.refused;
  } finally {
    cluster?.close();
  }
}

/** Is answered with the usage. */
export class Misuse extends Error {}

function usageOf({ name, usage, help }: OldProgram): string {
  return `Usage: ${name} ${usage}\n\nOptions:\n${help}`;
}

function read(program: OldProgram, args: readonly string[]): OldInput {
  const { values, positionals } = parse(program, args);
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    words: positionals,
    text,
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
    },
    flag: (name) => values[name] === true,
    need: (name) => {
      const value = text(name);
      if (value === undefined) throw new Misuse(`Missing --${name}`);
      return value;
    },
  };
}

function parse({ options }: OldProgram, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

async function findMaster(master: string, input: OldInput, world: World): Promise<Cluster> {
  try {
    // The option is in seconds here, with a fraction.
    const timeout = `${secondsOf(input.text("timeout"))}secs`;
    return await Cluster.find(readSettings(world.environment, { master, timeout }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`Failed to get the master: ${error.message}`);
  }
}

const DEFAULT_SECONDS = 5;

export function secondsOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SECONDS;
  const seconds = Number(text);
  if (text.trim() !== "" && Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new Failure("Expecting --timeout to be a floating point number");
}
