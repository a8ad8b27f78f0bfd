import { mkdir } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { err, ok, type Result } from "@mesos-ts/base";
import { type Clock, createSystemClock, type Logger } from "@mesos-ts/runtime";
import { Coordinator, type Moment } from "@mesos-ts/zookeeper";
import { openJournal, openPosixDisk } from "@mesos-ts/zookeeper-storage";
import { StorageFigures, TrafficFigures } from "./figures.ts";
import { lockFolder } from "./folder-lock.ts";
import type { Scene } from "./four-letter-words.ts";
import { Reception } from "./reception.ts";
import { Runner } from "./runner.ts";
import { sessionPassword, sessionSecret, sha1 } from "./secrets.ts";
import { settingsProblem, type ZooKeeperSettings } from "./settings.ts";
import { folderBytes, openFiles } from "./system-figures.ts";

export type ZooKeeperOptions = {
  readonly settings: ZooKeeperSettings;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** The log cannot be written: the server has closed all connections and will answer no more. */
  readonly onFatal: (text: string) => void;
};

export type RunningZooKeeper = {
  /** `ip:port` to which clients connect. */
  readonly address: string;
  readonly port: number;
  /** Closes connections and files; sessions live on in the folder. */
  readonly close: () => Promise<void>;
};

const DATA_FOLDER = "version-2";

/** Starts a coordinator on the data in its folder. */
export async function startZooKeeper(options: ZooKeeperOptions): Promise<Result<RunningZooKeeper>> {
  const { settings, logger } = options;
  const problem = settingsProblem(settings);
  if (problem !== undefined) return err(problem);
  const clock = options.clock ?? createSystemClock();
  const now = (): Moment => ({ wallMs: clock.now(), monotonicMs: clock.monotonic() });
  const folder = join(settings.dataDir, DATA_FOLDER);
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    return err(`--data_dir=${settings.dataDir} cannot be used: ${messageOf(cause)}`);
  }
  const lock = await lockFolder(folder);
  if (lock.type === "error") return lock;
  const started = await startLocked(options, folder, clock, now);
  if (started.type === "error") {
    lock.value.close();
    return started;
  }
  const close = async (): Promise<void> => {
    await started.value.close();
    lock.value.close();
  };
  logger.warning("This is one server and no ensemble: it has no other to take over from it");
  return ok({ ...started.value, close });
}

async function startLocked(
  options: ZooKeeperOptions,
  folder: string,
  clock: Clock,
  now: () => Moment,
): Promise<Result<RunningZooKeeper>> {
  const { settings, logger } = options;
  const secret = await sessionSecret(settings.dataDir);
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const opened = await openJournal(await openPosixDisk(folder), { ...settings, breathe });
  if (opened.type === "error") return opened;
  const { journal, database, warnings } = opened.value;
  for (const warning of warnings) logger.warning(warning);
  const passwordOf = (session: bigint): Buffer => sessionPassword(secret, session);
  const coordinator = new Coordinator({ ...settings, sha1, passwordOf }, database, now());
  logger.info(
    `Read ${database.tree.size} nodes and ${database.sessions.size} sessions, ` +
      `up to zxid 0x${database.lastZxid.toString(16)}, from ${folder}`,
  );

  const storage = new StorageFigures();
  const traffic = new TrafficFigures();
  const server = createServer({ noDelay: true });
  const runner: Runner = new Runner({
    coordinator,
    journal,
    figures: storage,
    logger,
    now,
    deliver: (effect) => reception.deliver(effect),
    fatal: (text) => {
      reception.closeAll();
      server.close();
      options.onFatal(text);
    },
  });
  const reception: Reception = new Reception({
    settings,
    traffic,
    logger,
    clock,
    scene: (connections): Scene => ({
      settings,
      port: portOf(server),
      coordinator,
      connections,
      traffic,
      storage,
      startedMs,
      wallMs: () => clock.now(),
      monotonicMs: () => clock.monotonic(),
      dataBytes: () => folderBytes(folder),
      openFiles,
    }),
    dispatch: (event) => runner.dispatch(event),
  });
  const startedMs = clock.monotonic();
  server.on("connection", (socket: Socket) => reception.accept(socket));
  const listening = await listen(server, settings);
  if (listening.type === "error") {
    await journal.close();
    return listening;
  }
  const ticker = setInterval(() => runner.dispatch({ type: "tick" }), settings.tickMs);
  const close = async (): Promise<void> => {
    clearInterval(ticker);
    server.close();
    await runner.settled();
    reception.closeAll();
    await journal.close();
  };
  const port = portOf(server);
  const address = `${settings.ip}:${port}`;
  logger.info(`Listening on ${address}`);
  return ok({ address, port, close });
}

async function listen(
  server: Server,
  { ip, port }: Pick<ZooKeeperSettings, "ip" | "port">,
): Promise<Result<void>> {
  const { promise, resolve } = Promise.withResolvers<Result<void>>();
  server.once("error", (cause) =>
    resolve(err(`Cannot listen on ${ip}:${port}: ${cause.message}. Choose with --ip and --port`)),
  );
  server.listen(port, ip, () => resolve(ok(undefined)));
  return promise;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : `${cause}`);
