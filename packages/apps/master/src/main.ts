import {
  buildInfo,
  createSystemClock,
  fail,
  finish,
  flagsLine,
  handleSignals,
  isLoopback,
  loggingOptions,
  loopbackWarning,
  MESOS_VERSION,
  masterFlags,
  masterSettings,
  openLogging,
  readCommandLine,
  readFlagFile,
  readLibprocessEnvironment,
} from "@mesos-ts/runtime";
import { parseAddress } from "@mesos-ts/wire";
import { startMaster } from "./start-master.ts";

const PROGRAM = "mesos-master";

/** The program `mesos-master`: reads its flags, and runs until it is told to end. */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const line = readCommandLine(masterFlags, {
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
  const settings = masterSettings(flags);
  if (settings.type === "error") return finish(1, "", `${settings.error}\n`);
  const clock = createSystemClock();
  const opened = openLogging(
    loggingOptions(flags, environment, { program: PROGRAM, component: "master", clock }),
  );
  if (opened.type === "error") return finish(1, "", `${opened.error}\n`);
  const logging = opened.value;
  const { logger } = logging;
  const { warnings } = line.flags;
  for (const warning of [...warnings, ...libprocess.value.warnings, ...settings.value.warnings]) {
    logger.warning(warning);
  }
  logger.info(`Build: ${buildInfo().build_date}`);
  logger.info(`Version: ${MESOS_VERSION}`);
  logger.info(`Flags at startup: ${flagsLine(line.shown)}`);

  const started = await startMaster({
    flags,
    given: new Set(line.flags.givenAs.keys()),
    shownFlags: line.shown,
    settings: settings.value,
    libprocess: libprocess.value,
    clock,
    logging,
    end: (reason) => fail(reason, logger),
  });
  if (started.type === "error") fail(started.error, logger);
  const { address, close } = started.value;
  if (isLoopback(parseAddress(address)?.ip ?? "")) logger.warning(loopbackWarning("master"));
  // Node.js would open its debugger on SIGUSR1; for a master it means the end, as in Mesos.
  const userSignal = (): void => void process.kill(process.pid, "SIGTERM");
  handleSignals({ terminate: close, userSignal }, logger);
}
