import { err, ok, type Result } from "@mesos-ts/base";
import { type Clock, createSystemRandom, type Logger } from "@mesos-ts/runtime";
import { joinGroup, openSession, watchGroup } from "@mesos-ts/zk-client";
import { parseZkUrl } from "@mesos-ts/zookeeper";

const SESSION_TIMEOUT_MS = 10_000;

/** How the replicas of a group find each other. */
export type Meeting = {
  /** Says that `pid` is there, and hears who is, whenever that changes. */
  enter(pid: string, onPeers: (pids: readonly string[]) => void): Result<undefined>;
  close(): Promise<void>;
};

export type MeetingPorts = {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Nobody can be met any more. */
  readonly failed: (error: Error) => void;
};

/** `--peers`: all are named. */
export function namedPeers(peers: readonly string[]): Meeting {
  return {
    enter: (pid, onPeers) => {
      if (!peers.includes(pid)) {
        return err(`this replica is ${pid}, which is not among --peers: ${peers.join(", ")}`);
      }
      onPeers(peers);
      return ok(undefined);
    },
    close: async () => {},
  };
}

/** `--servers` and `--znode`: whoever has a node with its pid below the znode. */
export function zooKeeperGroup(
  servers: string,
  znode: string,
  ports: MeetingPorts,
): Result<Meeting> {
  const parsed = parseZkUrl(`zk://${servers}${znode.startsWith("/") ? "" : "/"}${znode}`);
  if (parsed.type === "error") return err(`Bad --servers or --znode: ${parsed.error}`);
  const { clock, logger, failed } = ports;
  const session = openSession(parsed.value, {
    clock,
    logger,
    random: createSystemRandom(),
    sessionTimeoutMs: SESSION_TIMEOUT_MS,
  });
  const group = { session, url: parsed.value, clock, logger };
  const fail = (why: string): void =>
    failed(new Error(`Failed to participate in ZooKeeper group: ${why}`));
  let isClosed = false;
  const join = (pid: string): void => {
    logger.info("Attempting to join replica to ZooKeeper group");
    const { joined, lost } = joinGroup(group, { data: Buffer.from(pid) });
    joined.catch((cause: Error) => fail(cause.message));
    void lost.then(() => {
      if (isClosed) return;
      logger.info("Renewing replica group membership");
      join(pid);
    });
  };
  return ok({
    enter: (pid, onPeers) => {
      join(pid);
      watchGroup(group, (pids) => onPeers([...new Set([pid, ...pids])]), fail);
      return ok(undefined);
    },
    close: async () => {
      isClosed = true;
      await session.close();
    },
  });
}
