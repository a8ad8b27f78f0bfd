import {
  createSystemClock,
  fail,
  finish,
  flagsLine,
  handleSignals,
  loggingOptions,
  openLogging,
  readCommandLine,
  readFlagFile,
  zookeeperFlags,
} from "@mesos-ts/runtime";
import { zooKeeperSettings } from "./settings.ts";
import { startZooKeeper } from "./start-zookeeper.ts";
import { fullVersion } from "./version.ts";

const PROGRAM = "mesos-zookeeper";

/** The program `mesos-zookeeper`: reads its flags, and runs until it is told to end. */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const line = readCommandLine(zookeeperFlags, {
    program: PROGRAM,
    version: fullVersion(),
    args,
    environment,
    prefix: "MESOS_ZOOKEEPER_",
    readFile: readFlagFile,
  });
  if (line.type === "exit") return finish(line.code, line.out, line.err);
  const flags = line.flags.values;
  const clock = createSystemClock();
  const opened = openLogging(
    loggingOptions(flags, environment, { program: PROGRAM, component: "zookeeper", clock }),
  );
  if (opened.type === "error") return finish(1, "", `${opened.error}\n`);
  const { logger } = opened.value;
  for (const warning of line.flags.warnings) logger.warning(warning);
  logger.info(`Version: ${fullVersion()}`);
  logger.info(`Flags at startup: ${flagsLine(line.shown)}`);

  const whitelist = flags["4lw_commands_whitelist"];
  const settings = zooKeeperSettings({
    dataDir: flags.data_dir,
    ip: flags.ip,
    port: flags.port,
    tickMs: flags.tick_time,
    ...(flags.min_session_timeout && { minSessionTimeoutMs: flags.min_session_timeout }),
    ...(flags.max_session_timeout && { maxSessionTimeoutMs: flags.max_session_timeout }),
    maxClientCnxns: flags.max_client_cnxns,
    maxCnxns: flags.max_cnxns,
    maxSessions: flags.max_sessions,
    juteMaxBuffer: flags.jute_maxbuffer,
    snapCount: flags.snap_count,
    snapRetainCount: flags.snap_retain_count,
    containerCheckMs: flags.container_check_interval,
    enforceQuota: flags.enforce_quota,
    superDigest: flags.super_digest,
    whitelist: whitelist === "*" ? "*" : whitelist.split(",").map((word) => word.trim()),
  });
  const started = await startZooKeeper({
    settings,
    logger,
    clock,
    onFatal: (text) => fail(text, logger),
  });
  if (started.type === "error") fail(started.error, logger);
  handleSignals({ terminate: started.value.close }, logger);
}
