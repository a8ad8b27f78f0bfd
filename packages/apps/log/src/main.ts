import { err, ok, type Result } from "@mesos-ts/base";
import {
  type Clock,
  createSystemClock,
  type FlagDefinitions,
  type FlagValues,
  finish,
  handleSignals,
  type Logger,
  type LoggingFlagValues,
  loggingOptions,
  openLogging,
  readCommandLine,
  readFlagFile,
  usage,
} from "@mesos-ts/runtime";
import { benchmark } from "./benchmark.ts";
import { initialize, read } from "./commands.ts";
import { benchmarkFlags, initializeFlags, readFlags, replicaFlags } from "./flags.ts";
import { type Meeting, type MeetingPorts, namedPeers, zooKeeperGroup } from "./meeting.ts";
import { joinGroup, type Member } from "./member.ts";

const PROGRAM = "mesos-log";
const COMMANDS = ["benchmark", "initialize", "read", "replica"] as const;
type Command = (typeof COMMANDS)[number];

const USAGE =
  `Usage: ${PROGRAM} <command> [OPTIONS]\n\nAvailable commands:\n    help\n` +
  COMMANDS.map((command) => `    ${command}\n`).join("");

const print = (text: string): void => void process.stdout.write(text);

/** The program `mesos-log`: makes, reads and serves replicated logs. */
export async function main(args: readonly string[]): Promise<void> {
  const [first, second] = args;
  if (first === undefined) return finish(1, "", USAGE);
  if (first === "help" && second === undefined) return finish(0, "", USAGE);
  // `mesos-log help read` is `mesos-log read --help`.
  const [command, rest] = first === "help" ? [second, ["--help"]] : [first, args.slice(1)];
  if (!isCommand(command)) return finish(1, "", `Cannot find command '${command}'\n\n${USAGE}`);
  try {
    await run(command, rest);
  } catch (error) {
    finish(1, "", `${(error as Error).message}\n`);
  }
}

const isCommand = (word: string | undefined): word is Command =>
  COMMANDS.some((command) => command === word);

function run(command: Command, args: readonly string[]): Promise<void> {
  switch (command) {
    case "initialize":
      return withFlags(command, initializeFlags, args, ["path"], ({ path, timeout }, { clock }) =>
        limited(initialize(path ?? ""), timeout, clock, "Timed out while setting replica status"),
      );
    case "read":
      return withFlags(command, readFlags, args, ["path"], (flags, { clock, logger }) => {
        logger.info(
          `Attempting to read the log from ${flags.from ?? "its beginning"} to ${flags.to ?? "its end"}`,
        );
        const { path = "", from, to, timeout } = flags;
        return limited(
          read({ path, from, to }, print),
          timeout,
          clock,
          "Timed out while reading the replica",
        );
      });
    case "replica":
      return withFlags(command, replicaFlags, args, ["quorum", "path"], async (flags, ports) => {
        const member = await join(flags, ports);
        return member.type === "error" ? member : serve(member.value, ports.logger);
      });
    case "benchmark":
      return withFlags(
        command,
        benchmarkFlags,
        args,
        ["quorum", "path", "input", "output"],
        async (flags, ports) => {
          const member = await join(flags, ports);
          if (member.type === "error") return member;
          const { input = "", output = "", type, outstanding } = flags;
          const options = { input, output, type, outstanding };
          const outcome = await benchmark(member.value.log, options, { clock: ports.clock, print });
          await member.value.close();
          return outcome;
        },
      );
    default:
      return command satisfies never;
  }
}

type Ports = { readonly clock: Clock; readonly logger: Logger };

/** Reads the flags of a command and carries it out; its error is the program's. */
async function withFlags<D extends FlagDefinitions>(
  command: Command,
  definitions: D,
  args: readonly string[],
  required: readonly (keyof D & string)[],
  work: (flags: FlagValues<D>, ports: Ports) => Promise<Result<undefined>>,
): Promise<void> {
  const head = { program: PROGRAM, usageLine: `Usage: ${PROGRAM} ${command} [options]` };
  const line = readCommandLine(definitions, {
    ...head,
    args,
    environment: {},
    prefix: undefined,
    readFile: readFlagFile,
    onError: "usage",
  });
  if (line.type === "exit") return finish(line.code, line.out, line.err);
  const flags = line.flags.values;
  const missing = required.find((name) => flags[name] === undefined);
  if (missing !== undefined) {
    const message = `Missing required option --${missing}`;
    return finish(1, "", `${usage(definitions, { ...head, message })}\n`);
  }
  const clock = createSystemClock();
  const logging = loggingOptions(flags as unknown as LoggingFlagValues, process.env, {
    program: PROGRAM,
    component: "log",
    clock,
  });
  const opened = openLogging(logging);
  if (opened.type === "error") return finish(1, "", `${opened.error}\n`);
  const { logger } = opened.value;
  for (const warning of line.flags.warnings) logger.warning(warning);
  const outcome = await work(flags, { clock, logger });
  logger.flushNow();
  if (outcome.type === "error") finish(1, "", `${outcome.error}\n`);
}

type GroupFlags = {
  readonly path: string | undefined;
  readonly quorum: number | undefined;
  readonly servers: string | undefined;
  readonly znode: string | undefined;
  readonly peers: readonly string[] | undefined;
  readonly initialize: boolean;
};

async function join(flags: GroupFlags, { clock, logger }: Ports): Promise<Result<Member>> {
  const { path = "", quorum = 1 } = flags;
  const failed = (error: Error): void => {
    logger.error(`EXIT with status 1: ${error.message}`);
    logger.flushNow();
    process.exit(1);
  };
  const meeting = meetingOf(flags, { clock, logger, failed });
  if (meeting.type === "error") return meeting;
  const initialized = flags.initialize ? await initialize(path) : ok(undefined);
  if (initialized.type === "error") {
    await meeting.value.close();
    return err(`${initialized.error}; a log that is in use is started with --no-initialize`);
  }
  const environment = process.env;
  return joinGroup({ path, quorum, meeting: meeting.value, environment, clock, logger, failed });
}

function meetingOf(flags: GroupFlags, ports: MeetingPorts): Result<Meeting> {
  const { peers, servers, znode } = flags;
  if (peers !== undefined) return ok(namedPeers(peers));
  if (servers === undefined) return err("Missing required option --servers");
  if (znode === undefined) return err("Missing required option --znode");
  return zooKeeperGroup(servers, znode, ports);
}

/** Serves until a signal comes. */
function serve(member: Member, logger: Logger): Promise<never> {
  logger.info(`Replica ${member.log.pid} is listening`);
  handleSignals({ terminate: () => member.close() }, logger);
  return new Promise(() => undefined);
}

function limited(
  work: Promise<Result<undefined>>,
  timeout: number | undefined,
  clock: Clock,
  text: string,
): Promise<Result<undefined>> {
  if (timeout === undefined) return work;
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(timeout, () => resolve(err(text)));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}
