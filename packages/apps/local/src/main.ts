import { tmpdir } from "node:os";
import {
  agentFlags,
  finish,
  hostFolders,
  localFlags,
  masterFlags,
  readCommandLine,
  readFlagFile,
} from "@mesos-ts/runtime";
import { Cluster, DEFAULT_MASTER_PORT } from "./cluster.ts";
import { givenValue, programArguments } from "./program-arguments.ts";
import { takeWorkFolder, type WorkFolder } from "./work-folder.ts";

const PROGRAM = "mesos-local";
const LOOPBACK = "127.0.0.1";
const MAX_PORT = 65_535;

/** The program `mesos-local`: a whole cluster with one command, until Ctrl-C. */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  goOnUnread();
  const definitions = localFlags(tmpdir());
  const line = readCommandLine(definitions, {
    program: PROGRAM,
    args,
    environment: {},
    prefix: undefined,
    readFile: readFlagFile,
    unknowns: true,
  });
  if (line.type === "exit") return finish(line.code, line.out, line.err);
  const forPrograms = programArguments(args, {
    local: definitions,
    master: masterFlags,
    agent: agentFlags(hostFolders(environment)),
  });
  if (forPrograms.type === "error") return misuse(forPrograms.error);
  const masterPort = Number(givenValue(args, "port") ?? DEFAULT_MASTER_PORT);
  if (!Number.isInteger(masterPort) || masterPort < 0 || masterPort > MAX_PORT) {
    return misuse(`Failed to load flag 'port': '${givenValue(args, "port")}' is not a port`);
  }
  const { values, givenAs } = line.flags;
  const folder = takeWorkFolder(values.work_dir, givenAs.has("work_dir"));
  if (folder.type === "error") return misuse(folder.error);
  const cluster: Cluster = new Cluster({
    workDir: folder.value.path,
    ip: givenValue(args, "ip") ?? LOOPBACK,
    masterPort,
    masters: values.num_masters,
    zooKeeperPort: values.zookeeper_port,
    agents: values.num_slaves,
    args: forPrograms.value,
    tell: say,
    gaveUp: (text) => void giveUp(text, cluster, folder.value),
  });
  listenToSignals(cluster, folder.value);
  try {
    if (await cluster.start()) say(banner(cluster, values.num_masters, values.num_slaves));
  } catch (cause) {
    await giveUp(cause instanceof Error ? cause.message : String(cause), cluster, folder.value);
  }
}

function banner(cluster: Cluster, masters: number, agents: number): string {
  const { address, zk } = cluster;
  const leading = masters === 1 ? "a master" : `${masters} masters`;
  const many = agents === 1 ? "1 agent" : `${agents} agents`;
  return [
    "",
    `  Your cluster is ready: ${leading} and ${many}.`,
    "",
    `    See it:   http://${address}/`,
    `    Try it:   npx mesos-execute --master=${address} --name=hello --command='echo hello'`,
    `    Join it:  ${zk}`,
    `    Logs:     ${cluster.logFolder}`,
    "",
    "  Ctrl-C ends it.",
    "",
  ].join("\n");
}

/** The first signal ends the cluster in order, the second one at once. */
function listenToSignals(cluster: Cluster, folder: WorkFolder): void {
  let isEnding = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isEnding) {
      cluster.kill();
      folder.release();
      process.exit(1);
    }
    isEnding = true;
    say("Ending the cluster and its tasks …");
    void cluster.end().then(() => {
      folder.release();
      for (const each of SIGNALS) process.removeAllListeners(each);
      process.kill(process.pid, signal);
    });
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

async function giveUp(text: string, cluster: Cluster, folder: WorkFolder): Promise<never> {
  process.stderr.write(`${text}\n`);
  await cluster.end();
  folder.release();
  return process.exit(1);
}

/** Whoever reads what is said here may stop doing so; the cluster goes on. */
function goOnUnread(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function misuse(error: string): void {
  finish(1, "", `${error}\n\nSee \`${PROGRAM} --help\` for a list of supported flags.\n`);
}
