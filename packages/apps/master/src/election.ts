/**
 * How this master comes to lead.
 *
 * Source: `src/master/contender`, `src/master/detector`, and their use in `Master::initialize`.
 */
import type { Random } from "@mesos-ts/base";
import type { Leadership } from "@mesos-ts/master";
import type { MasterInfo } from "@mesos-ts/protos";
import type { Clock, Logger } from "@mesos-ts/runtime";
import {
  contend,
  detect,
  type GroupOptions,
  joinGroup,
  openSession,
  watchGroup,
  type ZooKeeperSession,
} from "@mesos-ts/zk-client";
import { childUrl, type ZkUrl } from "@mesos-ts/zookeeper";

export interface Election {
  /** Stands for election, and tells `leadership` of all that comes of it. */
  begin(own: MasterInfo, leadership: Leadership): void;
  /** Enters the log's replica at `pid` among those of the other masters, who are told as they change. */
  joinLog(pid: string, onPeers: (pids: readonly string[]) => void): void;
  /** Withdraws: the next leader need not wait for a session to expire. */
  close(): Promise<void>;
}

/** Without `--zk`: a master that leads alone. */
export function aloneElection(): Election {
  return {
    begin: (own, leadership) => leadership.detected(own),
    joinLog: (pid, onPeers) => onPeers([pid]),
    close: async () => {},
  };
}

export interface ZooKeeperElectionOptions {
  readonly url: ZkUrl;
  readonly sessionTimeoutMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random: Random;
  /** Ends the process: this master can never stand for election. */
  readonly end: (reason: string) => void;
}

/** Where the replicas of the log find each other, below the group of the masters. */
const LOG_GROUP = "log_replicas";

/**
 * Through ZooKeeper. One session carries candidacy, detection and the log's group: when it is lost,
 * all that this master holds by it is lost at the same moment.
 */
export class ZooKeeperElection implements Election {
  readonly #options: ZooKeeperElectionOptions;
  readonly #session: ZooKeeperSession;
  #closed = false;

  constructor(options: ZooKeeperElectionOptions) {
    this.#options = options;
    this.#session = openSession(options.url, options);
  }

  begin(own: MasterInfo, leadership: Leadership): void {
    this.#contend(own, leadership);
    detect(this.#group(this.#options.url), {
      onLeader: (leader) => {
        if (!this.#closed) leadership.detected(leader);
      },
      onError: (text) =>
        this.#end(`Failed to detect the leading master: ${text}; committing suicide!`),
    });
  }

  joinLog(pid: string, onPeers: (pids: readonly string[]) => void): void {
    const { url, logger } = this.#options;
    const group = this.#group(childUrl(url, LOG_GROUP));
    const failed = (text: string): void =>
      this.#end(`Failed to join the group of the log: ${text}`);
    const join = (): void => {
      const { joined, lost } = joinGroup(group, { data: Buffer.from(pid) });
      joined.catch((cause: Error) => failed(cause.message));
      void lost.then((reason) => {
        if (this.#closed) return;
        logger.info(`The log's replica is out of its group (${reason}); joining again`);
        join();
      });
    };
    join();
    // A replica that is here need not wait until ZooKeeper names it.
    watchGroup(group, (pids) => onPeers([...new Set([pid, ...pids])]), failed);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#session.close();
  }

  #contend(own: MasterInfo, leadership: Leadership): void {
    const { candidacy, lost } = contend(this.#group(this.#options.url), own);
    candidacy.catch((cause: Error) =>
      this.#end(`Failed to contend: ${cause.message}; committing suicide!`),
    );
    void lost.then(() => {
      if (!this.#closed && leadership.lostCandidacy()) this.#contend(own, leadership);
    });
  }

  /** What fails because it was closed is no failure. */
  #end(reason: string): void {
    if (!this.#closed) this.#options.end(reason);
  }

  #group(url: ZkUrl): GroupOptions {
    const { clock, logger } = this.#options;
    return { session: this.#session, url, clock, logger };
  }
}
