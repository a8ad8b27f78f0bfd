import { ok } from "@mesos-ts/base";
import {
  beginDaemon,
  fail,
  handleSignals,
  isLoopback,
  loopbackWarning,
  MESOS_VERSION,
  masterFlags,
  masterSettings,
  readFlagFile,
  readLibprocessEnvironment,
} from "@mesos-ts/runtime";
import { parseAddress } from "@mesos-ts/wire";
import { startMaster } from "./start-master.ts";

/** The program `mesos-master`: reads its flags, and runs until it is told to end. */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const daemon = beginDaemon({
    program: "mesos-master",
    component: "master",
    version: MESOS_VERSION,
    prefix: "MESOS_",
    definitions: masterFlags,
    args,
    environment,
    settings: (flags) => {
      const libprocess = readLibprocessEnvironment(environment, readFlagFile);
      if (libprocess.type === "error") return libprocess;
      const master = masterSettings(flags);
      if (master.type === "error") return master;
      const warnings = [...libprocess.value.warnings, ...master.value.warnings];
      return ok({ value: { master: master.value, libprocess: libprocess.value }, warnings });
    },
  });
  if (daemon === undefined) return;
  const { flags, shownFlags, settings, clock, logging } = daemon;
  const { logger } = logging;
  const started = await startMaster({
    flags: flags.values,
    given: new Set(flags.givenAs.keys()),
    shownFlags,
    settings: settings.master,
    libprocess: settings.libprocess,
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
