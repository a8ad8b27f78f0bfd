import { createAllocator } from "@mesos-ts/allocator";
import { err, ok, type Random, type Result } from "@mesos-ts/base";
import {
  createMaster,
  forgetRendered,
  Leadership,
  type Master,
  type MasterConfig,
  masterInfo,
  type Registrar,
  snapshotOf,
  stateHead,
} from "@mesos-ts/master";
import {
  type Clock,
  createSystemRandom,
  type DaemonAddress,
  type LibprocessEnvironment,
  type Logger,
  type Logging,
  type MasterFlagValues,
  type MasterSettings,
  resolveAddress,
} from "@mesos-ts/runtime";
import {
  type LibprocessNetwork,
  MetricsRegistry,
  RequestDurations,
  Router,
  startTransport,
  type TransportLog,
  type TransportServer,
} from "@mesos-ts/transport";
import { parseAddress } from "@mesos-ts/wire";
import { Calls } from "./calls.ts";
import { Documents } from "./documents.ts";
import { aloneElection, type Election, ZooKeeperElection } from "./election.ts";
import { addEndpoints } from "./http/endpoints.ts";
import { masterConfig } from "./master-config.ts";
import { MASTER_PROCESS, Messages } from "./messages.ts";
import { MasterMetrics } from "./metrics.ts";
import { recoverRegistry } from "./recover-registry.ts";
import { logRegistry, memoryRegistry, type RegistryStorage } from "./registry.ts";
import { MasterRunner } from "./runner.ts";
import { Streams } from "./streams.ts";
import { surroundings } from "./surroundings.ts";
import { type ReadWhitelist, WhitelistWatch, whitelistReader } from "./whitelist.ts";

export interface MasterOptions {
  readonly flags: MasterFlagValues;
  /** Flags that were given, rather than left at their defaults. */
  readonly given: ReadonlySet<string>;
  /** For `/flags`. */
  readonly shownFlags: Readonly<Record<string, string>>;
  readonly settings: MasterSettings;
  readonly libprocess: LibprocessEnvironment;
  readonly clock: Clock;
  readonly logging: Logging;
  /** Ends the process: this master leads no more, or cannot go on. */
  readonly end: (reason: string) => void;
}

export interface RunningMaster {
  /** As others reach it, `ip:port`. */
  readonly address: string;
  readonly master: Master;
  /** Stops without a word to anybody: agents and tasks live on. */
  close(): Promise<void>;
}

/** Starts a master: listens, contends, and leads when it is elected. */
export async function startMaster(options: MasterOptions): Promise<Result<RunningMaster>> {
  const { flags, settings, libprocess, logging } = options;
  const { logger } = logging;
  const address = await resolveAddress(flags, libprocess);
  if (address.type === "error") return address;
  const whitelist = await firstWhitelist(flags.whitelist);
  if (whitelist.type === "error") return whitelist;
  const router = new Router(MASTER_PROCESS);
  const durations = new RequestDurations();
  const transport = await listen(address.value, libprocess, { router, durations, logger });
  if (transport.type === "error") return transport;
  const server = transport.value;
  const random = createSystemRandom();
  const own = parseAddress(server.address);
  const config = masterConfig({
    flags,
    settings,
    id: random.uuid(),
    ip: own?.ip ?? address.value.advertiseIp,
    port: own?.port ?? server.port,
    hostname: address.value.hostname,
  });
  if (config.type === "error") {
    await server.close();
    return config;
  }
  const election = electionOf(options, random);
  const storage = await storageOf(options, server, election);
  if (storage.type === "error") {
    await election.close();
    await server.close();
    return storage;
  }
  return ok(
    assemble(options, {
      server,
      router,
      config: config.value,
      random,
      whitelist: whitelist.value,
      storage: storage.value,
      election,
      durations,
    }),
  );
}

interface Parts {
  readonly server: TransportServer;
  readonly router: Router;
  readonly config: MasterConfig;
  readonly random: Random;
  readonly whitelist: Whitelist | undefined;
  readonly storage: RegistryStorage;
  readonly election: Election;
  readonly durations: RequestDurations;
}

interface Whitelist {
  readonly read: ReadWhitelist;
  readonly first: readonly string[];
}

/** A master that cannot know whom to offer does not start. */
async function firstWhitelist(flag: string | undefined): Promise<Result<Whitelist | undefined>> {
  const read = whitelistReader(flag);
  if (read === undefined) return ok(undefined);
  const first = await read();
  return first.type === "error" ? first : ok({ read, first: first.value });
}

function assemble(options: MasterOptions, parts: Parts): RunningMaster {
  const { clock, logging } = options;
  const { server, router, config, random, whitelist, storage, election } = parts;
  const { logger } = logging;
  const metrics = new MetricsRegistry(() => clock.monotonic());
  const masterMetrics = new MasterMetrics(metrics, clock);
  metrics.addHistogram(parts.durations.histogram);
  const allocator = createAllocator(config, random);
  masterMetrics.measure(allocator);
  const master = createMaster(config, allocator, random);
  const runner = new MasterRunner(master);
  const { dispatch } = runner;
  const own = masterInfo(config);
  const startMs = clock.now();
  const around = surroundings(options, startMs, () => master.core.electedMs);
  const documents = new Documents({
    snapshot: () => snapshotOf(master.core),
    head: () => stateHead(master.core, around),
    master: { hostname: config.hostname, cluster: options.flags.cluster },
    version: () => runner.steps,
    forget: () => forgetRendered(master.core),
    onCacheHit: masterMetrics.cacheHit,
  });
  const streams = new Streams(dispatch, documents, transportLog(logger));
  const calls = new Calls(dispatch, documents, streams);
  let registrar: Registrar | undefined;
  let isClosing = false;
  // What fails because this master is being closed is no reason to end in another way.
  const end = (reason: string): void => {
    if (!isClosing) options.end(reason);
  };
  let watch: WhitelistWatch | undefined;

  const lead = async (): Promise<void> => {
    const registry = await recoverRegistry(own, storage, {
      clock,
      logger,
      metrics: masterMetrics,
      end,
    });
    registrar = registry.registrar;
    runner.start(
      { messages, calls, streams, registrar, clock, logger, end },
      { type: "start", registry: registry.content, startedMs: startMs },
    );
    watch =
      whitelist && new WhitelistWatch(whitelist.first, { ...whitelist, clock, logger, dispatch });
  };
  const leadership = new Leadership({
    own,
    log: (text) => logger.info(text),
    lead: (done) =>
      lead().then(
        () => done(),
        (cause) => done(messageOf(cause)),
      ),
    end,
  });
  const messages = new Messages(server, dispatch, logger, () => leadership.role === "leading");
  masterMetrics.observe(metrics, {
    master,
    allocator,
    registrar: () => registrar,
    storage,
    messages,
    waiting: () => runner.waiting,
  });
  addEndpoints(router, {
    ...options,
    master,
    calls,
    metrics,
    leadership,
    registrar: () => registrar,
    documents,
    around,
    processIds: () => server.processIds(),
  });
  messages.listen();
  logger.info(`Master ${config.id} (${config.hostname}) started on ${server.address}`);
  election.begin(own, leadership);
  if (!options.given.has("webui_dir")) logger.info(`The web UI is at http://${server.address}/`);
  return {
    address: server.address,
    master,
    close: async () => {
      isClosing = true;
      watch?.stop();
      runner.stop();
      await election.close();
      await storage.close();
      await server.close();
    },
  };
}

function storageOf(
  { settings, flags, clock, logging, end }: MasterOptions,
  network: LibprocessNetwork,
  election: Election,
): Promise<Result<RegistryStorage>> {
  const { registry } = settings;
  if (registry.type === "in_memory") return Promise.resolve(ok(memoryRegistry()));
  return logRegistry({
    ...registry,
    autoInitialize: flags.log_auto_initialize,
    fetchTimeout: flags.registry_fetch_timeout,
    storeTimeout: flags.registry_store_timeout,
    network,
    election,
    clock,
    logger: logging.logger,
    end,
  });
}

function electionOf({ settings, flags, clock, logging, end }: MasterOptions, random: Random) {
  if (settings.zk === undefined) return aloneElection();
  return new ZooKeeperElection({
    url: settings.zk,
    sessionTimeoutMs: flags.zk_session_timeout,
    clock,
    logger: logging.logger,
    random,
    end,
  });
}

async function listen(
  address: DaemonAddress,
  libprocess: LibprocessEnvironment,
  { router, durations, logger }: { router: Router; durations: RequestDurations; logger: Logger },
): Promise<Result<TransportServer>> {
  try {
    const server = await startTransport({
      host: address.bindIp,
      port: address.bindPort,
      advertiseIp: address.advertiseIp,
      advertisePort: address.advertisePort,
      requirePeerAddressIpMatch: libprocess.requirePeerAddressIpMatch,
      messageReplies: "clients",
      router,
      onServed: durations.observe,
      log: transportLog(logger),
    });
    return ok(server);
  } catch (cause) {
    return err(messageOf(cause));
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function transportLog(logger: Logger): TransportLog {
  const named = logger.for("process");
  return {
    info: (text) => named.info(text),
    warn: (text) => named.warning(text),
    error: (text) => named.error(text),
  };
}
