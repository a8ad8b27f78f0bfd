import { ok, type Result } from "@mesos-ts/base";
import {
  addLogMetrics,
  openLevelLogStore,
  type ReplicatedLog,
  startReplicatedLog,
} from "@mesos-ts/replicated-log";
import {
  type Clock,
  type Logger,
  logAt,
  NO_ADDRESS_FLAGS,
  readFlagFile,
  readLibprocessEnvironment,
  resolveAddress,
} from "@mesos-ts/runtime";
import { addMetricsEndpoint, MetricsRegistry, Router, startTransport } from "@mesos-ts/transport";
import type { Meeting } from "./meeting.ts";

/** A replica of a group, listening. */
export type Member = {
  readonly log: ReplicatedLog;
  readonly address: string;
  close(): Promise<void>;
};

export type MemberOptions = {
  readonly path: string;
  readonly quorum: number;
  readonly meeting: Meeting;
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The disk failed. */
  readonly failed: (error: Error) => void;
};

/** Opens the log at a path and joins its group, at the address that `LIBPROCESS_*` names. */
export async function joinGroup(options: MemberOptions): Promise<Result<Member>> {
  const { clock, logger, meeting } = options;
  const libprocess = readLibprocessEnvironment(options.environment, readFlagFile);
  if (libprocess.type === "error") return libprocess;
  const address = await resolveAddress(NO_ADDRESS_FLAGS, libprocess.value);
  if (address.type === "error") return address;
  const { bindIp, bindPort, advertiseIp, advertisePort } = address.value;
  const router = new Router();
  const network = await startTransport({
    host: bindIp,
    port: bindPort,
    advertiseIp,
    advertisePort,
    messageReplies: "clients",
    router,
    log: {
      info: (t) => logger.info(t),
      warn: (t) => logger.warning(t),
      error: (t) => logger.error(t),
    },
  });
  const store = await openLevelLogStore(options.path).catch(async (cause: unknown) => {
    await network.close();
    throw cause;
  });
  const log = startReplicatedLog({
    network,
    store,
    clock,
    quorum: options.quorum,
    autoInitialize: false,
    log: (level, text) => logAt(logger, level, text),
    failed: options.failed,
  });
  const close = async (): Promise<void> => {
    await meeting.close();
    await log.close();
    await network.close();
  };
  const entered = meeting.enter(log.pid, (pids) => log.setPeers(pids));
  if (entered.type === "error") {
    await close();
    return entered;
  }
  const metrics = new MetricsRegistry();
  addLogMetrics(metrics, log);
  addMetricsEndpoint(router, metrics, { rate: undefined });
  return ok({ log, address: network.address, close });
}
