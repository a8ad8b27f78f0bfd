import { ok } from "@mesos-ts/base";
import {
  agentFlags,
  agentSettings,
  beginDaemon,
  fail,
  handleSignals,
  hostFolders,
  isLoopback,
  type Logging,
  loopbackWarning,
  MESOS_VERSION,
  readFlagFile,
  readLibprocessEnvironment,
} from "@mesos-ts/runtime";
import { parseAddress } from "@mesos-ts/wire";
import { type RunningAgent, startAgent } from "./start-agent.ts";

/** The program `mesos-agent`: reads its flags, and runs until it is told to end. */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const daemon = beginDaemon({
    program: "mesos-agent",
    component: "agent",
    version: MESOS_VERSION,
    prefix: "MESOS_",
    definitions: agentFlags(hostFolders(environment)),
    args,
    environment,
    settings: (flags) => {
      const libprocess = readLibprocessEnvironment(environment, readFlagFile);
      if (libprocess.type === "error") return libprocess;
      const agent = agentSettings(flags);
      if (agent.type === "error") return agent;
      const { warnings } = libprocess.value;
      return ok({ value: { agent: agent.value, libprocess: libprocess.value }, warnings });
    },
  });
  if (daemon === undefined) return;
  const { flags, shownFlags, settings, clock, logging } = daemon;
  const { logger } = logging;
  let running: RunningAgent | undefined;
  const agent = await startAgent({
    flags: flags.values,
    shownFlags,
    settings: settings.agent,
    libprocess: settings.libprocess,
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
  if (isLoopback(parseAddress(running.address)?.ip ?? "")) logger.warning(loopbackWarning("agent"));
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
