import { ok } from "@mesos-ts/base";
import {
  beginDaemon,
  type FlagValues,
  fail,
  handleSignals,
  zookeeperFlags,
} from "@mesos-ts/runtime";
import { zooKeeperSettings } from "./settings.ts";
import { startZooKeeper } from "./start-zookeeper.ts";
import { fullVersion } from "./version.ts";

/** The program `mesos-zookeeper`: reads its flags, and runs until it is told to end. */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const daemon = beginDaemon({
    program: "mesos-zookeeper",
    component: "zookeeper",
    version: fullVersion(),
    prefix: "MESOS_ZOOKEEPER_",
    definitions: zookeeperFlags,
    args,
    environment,
    settings: (flags) => ok({ value: settingsOf(flags), warnings: [] }),
  });
  if (daemon === undefined) return;
  const { settings, clock, logging } = daemon;
  const { logger } = logging;
  const started = await startZooKeeper({
    settings,
    logger,
    clock,
    onFatal: (text) => fail(text, logger),
  });
  if (started.type === "error") fail(started.error, logger);
  handleSignals({ terminate: started.value.close }, logger);
}

function settingsOf(flags: FlagValues<typeof zookeeperFlags>) {
  const whitelist = flags["4lw_commands_whitelist"];
  return zooKeeperSettings({
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
}
