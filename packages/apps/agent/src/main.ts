import {
  agentFlags,
  agentSettings,
  buildInfo,
  createSystemClock,
  fail,
  finish,
  flagsLine,
  handleSignals,
  hostFolders,
  isLoopback,
  type Logging,
  loggingOptions,
  loopbackWarning,
  MESOS_VERSION,
  openLogging,
  readCommandLine,
  readFlagFile,
  readLibprocessEnvironment,
} from "@mesos-ts/runtime";
import { type RunningAgent, startAgent } from "./start-agent.ts";

const PROGRAM = "mesos-agent";

/** The program `mesos-agent`: reads its flags, and runs until it is told to end. */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const definitions = agentFlags(hostFolders(environment));
  const line = readCommandLine(definitions, {
    program: PROGRAM,
    version: MESOS_VERSION,
    args,
    environment,
    prefix: "MESOS_",
    readFile: readFlagFile,
  });
  if (line.type === "exit") return finish(line.code, line.out, line.err);
  const flags = line.flags.values;
  const libprocess = readLibprocessEnvironment(environment, readFlagFile);
  if (libprocess.type === "error") return finish(1, "", `${libprocess.error}\n`);
  const settings = agentSettings(flags);
  if (settings.type === "error") return finish(1, "", `${settings.error}\n`);
  const clock = createSystemClock();
  const opened = openLogging(
    loggingOptions(flags, environment, { program: PROGRAM, component: "agent", clock }),
  );
  if (opened.type === "error") return finish(1, "", `${opened.error}\n`);
  const logging = opened.value;
  const { logger } = logging;
  for (const warning of [...line.flags.warnings, ...libprocess.value.warnings]) {
    logger.warning(warning);
  }
  const build = buildInfo();
  logger.info(`Build: ${build.build_date}`);
  logger.info(`Version: ${MESOS_VERSION}`);
  logger.info(`Flags at startup: ${flagsLine(line.shown)}`);

  let running: RunningAgent | undefined;
  const agent = await startAgent({
    flags,
    shownFlags: line.shown,
    settings: settings.value,
    libprocess: libprocess.value,
    environment,
    clock,
    logging,
    onExit: (code, text) => {
      if (code !== 0) fail(text, logger);
      void leave(text, logging, running);
    },
  });
  if (agent.type === "error") fail(agent.error, logger);
  running = agent.value;
  if (isLoopback(running.address.split(":")[0] ?? "")) logger.warning(loopbackWarning("agent"));
  handleSignals(
    {
      terminate: () => agent.value.close(),
      userSignal: () => agent.value.unregister(),
    },
    logger,
  );
}

/** The orderly end: what was sent leaves first. */
async function leave(
  text: string,
  logging: Logging,
  running: RunningAgent | undefined,
): Promise<void> {
  logging.logger.info(text);
  await running?.close();
  await logging.close();
  process.exit(0);
}
