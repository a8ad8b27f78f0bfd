import type { Cluster } from "./cluster/cluster.ts";
import type { Settings } from "./cluster/settings.ts";
import type { Input } from "./shell/parse.ts";
import type { World } from "./shell/world.ts";

export interface Option {
  readonly short?: string;
  /** What stands for the value in the help; without one the option is a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly many?: true;
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** What a command works with. The cluster is looked for when it is first needed. */
export interface Context {
  readonly world: World;
  readonly settings: () => Settings;
  readonly cluster: () => Promise<Cluster>;
  /** Whether replies are wanted as JSON. */
  readonly json: boolean;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** More than the summary, for `--help`. */
  readonly details?: string;
  /** `<needed>`, `[optional]`; one with `…` takes all that follow. */
  readonly words?: readonly string[];
  /** What the remaining arguments are, when they are a command line of their own. */
  readonly rest?: string;
  readonly options?: Options;
  /** Whether it can print what it shows as JSON. */
  readonly json?: true;
  /** The exit status, if it is not 0. */
  run(context: Context, input: Input): Promise<number | undefined>;
}

/** `mesos agent …`: a noun and its verbs. */
export interface Group {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly Command[];
}

/** What every command takes. */
export const COMMON_OPTIONS: Options = {
  master: {
    short: "m",
    value: "<master>",
    help: "host:port, zk://host1:port1,…/path or file:///path; default: $MESOS_MASTER, the configuration, 127.0.0.1:5050",
  },
  timeout: { value: "<duration>", help: "for one request, and for finding the master [5secs]" },
  help: { short: "h", help: "what the command does" },
};

/** All options of a command. */
export function optionsOf({ options, json }: Command): Options {
  const own = json === true ? { json: { help: "print JSON, with all that the cluster says" } } : {};
  return { ...options, ...own, ...COMMON_OPTIONS };
}
