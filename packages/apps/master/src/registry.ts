/** Where the registry is kept. */
import { join } from "node:path";
import { type Duration, err, formatDuration, ok, type Result } from "@mesos-ts/base";
import type { RegistryStore } from "@mesos-ts/master";
import {
  type RegistryStorage as LogStorage,
  LogStoreError,
  openLevelLogStore,
  openRegistryStorage,
  type ReplicatedLog,
  startReplicatedLog,
} from "@mesos-ts/replicated-log";
import { type Clock, type Logger, logAt, prepareWorkDir } from "@mesos-ts/runtime";
import type { LibprocessNetwork } from "@mesos-ts/transport";
import type { Election } from "./election.ts";

export interface RegistryStorage {
  /** What the registry holds; undefined when nobody ever wrote it. From now on only we write. */
  fetch(): Promise<Uint8Array | undefined>;
  readonly store: RegistryStore;
  /** For metrics: replicas of the group, and whether ours votes. Undefined: there is no log. */
  readonly ensembleSize: () => number | undefined;
  readonly isRecovered: () => boolean | undefined;
  close(): Promise<void>;
}

/** `--registry=in_memory`: it is gone with the process. */
export function memoryRegistry(): RegistryStorage {
  return {
    fetch: async () => undefined,
    store: { store: (_book, done) => done({ type: "stored" }) },
    ensembleSize: () => undefined,
    isRecovered: () => undefined,
    close: async () => {},
  };
}

export interface LogRegistryOptions {
  readonly workDir: string;
  /** Replicas that make a majority. */
  readonly quorum: number;
  readonly autoInitialize: boolean;
  readonly fetchTimeout: Duration;
  readonly storeTimeout: Duration;
  readonly network: LibprocessNetwork;
  readonly election: Election;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends the process: the disk failed. */
  readonly end: (reason: string) => void;
}

/** `--registry=replicated_log`: on the disks of all masters. The error names the folder. */
export async function logRegistry(options: LogRegistryOptions): Promise<Result<RegistryStorage>> {
  const { workDir, network, quorum, autoInitialize, election, clock, logger, end } = options;
  const folder = prepareWorkDir(workDir);
  if (folder.type === "error") return folder;
  try {
    const replicaLog = logger.for("log");
    const log = startReplicatedLog({
      network,
      store: await openLevelLogStore(join(workDir, "replicated_log")),
      clock,
      quorum,
      autoInitialize,
      log: (level, text) => logAt(replicaLog, level, text),
      failed: (error) => end(`The replicated log failed: ${error.message}`),
    });
    election.joinLog(log.pid, (pids) => log.setPeers(pids));
    const storage = openRegistryStorage(log, { clock, log: (text) => replicaLog.info(text) });
    return ok(withTimeouts(log, storage, options));
  } catch (cause) {
    if (cause instanceof LogStoreError) return err(cause.message);
    const why = cause instanceof Error ? cause.message : String(cause);
    return err(`Failed to open the replicated log in '${workDir}': ${why}`);
  }
}

function withTimeouts(
  log: ReplicatedLog,
  storage: LogStorage,
  { quorum, clock, fetchTimeout, storeTimeout }: LogRegistryOptions,
): RegistryStorage {
  const few = (cause: Error): never => {
    const here = log.ensembleSize;
    if (here >= quorum) throw cause;
    throw new Error(`${cause.message}: ${here} of the ${quorum} replicas of --quorum are here`);
  };
  return {
    fetch: () => within(storage.fetch(), "fetch", fetchTimeout, clock).catch(few),
    store: {
      store: (book, done) => {
        within(storage.store(book.encoded()), "store", storeTimeout, clock).then(
          (isStored) =>
            done(isStored ? { type: "stored" } : { type: "failed", reason: "version mismatch" }),
          (cause: Error) => done({ type: "failed", reason: cause.message }),
        );
      },
    },
    ensembleSize: () => log.ensembleSize,
    isRecovered: () => log.isRecovered,
    close: () => log.close(),
  };
}

/** A quorum that cannot be reached may come back too late: nobody waits for it for ever. */
async function within<T>(
  work: Promise<T>,
  operation: string,
  limit: Duration,
  clock: Clock,
): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = clock.setTimer(limit, () => {
    reject(new Error(`Failed to perform ${operation} within ${formatDuration(limit)}`));
  });
  try {
    return await Promise.race([work, promise]);
  } finally {
    timer.cancel();
  }
}
