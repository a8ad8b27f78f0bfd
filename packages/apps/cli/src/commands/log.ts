import { formatDuration, milliseconds, parseDuration, toNanoseconds } from "@mesos-ts/base";
import { agentsOf, pickAgent } from "../cluster/agents.ts";
import type { Cluster, Peer } from "../cluster/cluster.ts";
import { copyFile, followFile, lastLines } from "../cluster/remote-file.ts";
import type { Command, Context, Group, Options } from "../command.ts";
import { Failure, misused } from "../failure.ts";
import type { Input } from "../shell/parse.ts";
import { linesOf } from "./lines.ts";

const READING: Options = {
  follow: { short: "f", help: "go on with what is written, until interrupted" },
  lines: { short: "n", value: "<lines>", help: "how many lines [10]" },
};

const masterLog: Command = {
  name: "master",
  summary: "Show the end of the leading master's log",
  options: READING,
  async run(context, input) {
    const cluster = await context.cluster();
    return show(context, input, cluster, cluster.master, "/master/log");
  },
};

const agentLog: Command = {
  name: "agent",
  summary: "Show the end of an agent's log",
  words: ["<agent>"],
  options: READING,
  async run(context, input) {
    const cluster = await context.cluster();
    const peer = await agentPeer(cluster, input.words[0] ?? "");
    return show(context, input, cluster, peer, "/slave/log");
  },
};

async function show(
  { world }: Context,
  input: Input,
  cluster: Cluster,
  peer: Peer,
  path: string,
): Promise<undefined> {
  const file = { cluster, peer, path };
  try {
    const from = await lastLines(file, linesOf(input.text("lines")));
    const end = await copyFile(file, world, from);
    if (input.flag("follow")) await followFile(file, world, end);
  } catch (error) {
    if (!(error instanceof Failure) || !error.message.includes("No such file")) throw error;
    throw new Failure(`${peer.name} keeps no log file: start it with --log_dir`);
  }
  return undefined;
}

async function agentPeer(cluster: Cluster, given: string): Promise<Peer> {
  const agent = pickAgent(await agentsOf(cluster), given);
  return cluster.agentAt(agent.pid ?? "");
}

const DEFAULT_TOGGLE = milliseconds(5 * 60_000);

const level: Command = {
  name: "level",
  summary: "Show the logging level, or raise it for a while",
  details: "Levels are those of GLOG_v, such as 0, 1 and 2; afterwards it is as before.",
  words: ["[level]"],
  options: {
    agent: { value: "<agent>", help: "of this agent instead of the master" },
    for: { value: "<duration>", help: "how long [5mins]" },
  },
  async run(context, input) {
    const cluster = await context.cluster();
    const given = input.text("agent");
    const peer = given === undefined ? cluster.master : await agentPeer(cluster, given);
    const [wanted] = input.words;
    if (wanted === undefined) {
      await context.world.out(`${await levelOf(cluster, peer)}\n`);
      return undefined;
    }
    if (!/^\d{1,3}$/.test(wanted)) throw misused(`'${wanted}' is no level, such as 1`);
    const time = parseDuration(input.text("for") ?? formatDuration(DEFAULT_TOGGLE));
    if (time.type === "error") throw misused(`--for: ${time.error}`);
    const set_logging_level = {
      level: Number(wanted),
      duration: { nanoseconds: Number(toNanoseconds(time.value)) },
    };
    const call = { type: "SET_LOGGING_LEVEL", set_logging_level } as const;
    if (peer === cluster.master) await cluster.tell(call);
    else await cluster.tellAgent(peer, call);
    await context.world.out(`The level is ${wanted} for ${formatDuration(time.value)}.\n`);
    return undefined;
  },
};

async function levelOf(cluster: Cluster, peer: Peer): Promise<number> {
  const call = { type: "GET_LOGGING_LEVEL" } as const;
  const reply =
    peer === cluster.master ? await cluster.ask(call) : await cluster.askAgent(peer, call);
  return reply.get_logging_level?.level ?? 0;
}

export const logGroup: Group = {
  name: "log",
  summary:
    "Shows the daemons' logs and sets their level; `mesos log read` and others are mesos-log",
  commands: [masterLog, agentLog, level],
};
