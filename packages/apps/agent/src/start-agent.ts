import { statfsSync } from "node:fs";
import { cpus, totalmem, userInfo } from "node:os";
import { resolve } from "node:path";
import { Agent } from "@mesos-ts/agent";
import { type Err, err, ok, type Result } from "@mesos-ts/base";
import { PosixContainerizer } from "@mesos-ts/containerizer";
import {
  type AgentFlagValues,
  type AgentSettings,
  buildInfo,
  type Clock,
  createSystemRandom,
  type DaemonAddress,
  type LibprocessEnvironment,
  type Logger,
  type Logging,
  prepareWorkDir,
  resolveAddress,
} from "@mesos-ts/runtime";
import {
  CheckpointError,
  lockWorkDir,
  PosixCheckpointStore,
  type WorkDirLock,
} from "@mesos-ts/storage";
import {
  LogToggle,
  MetricsRegistry,
  type Rate,
  RequestDurations,
  Router,
  startTransport,
  type TransportLog,
  type TransportServer,
} from "@mesos-ts/transport";
import { agentConfig } from "./agent-config.ts";
import { agentResources } from "./detect-resources.ts";
import { Containers } from "./effects/containers.ts";
import { AGENT_PROCESS, Messages } from "./effects/messages.ts";
import { Replies } from "./effects/replies.ts";
import { SandboxFiles } from "./effects/sandbox-files.ts";
import { Sandboxes } from "./effects/sandboxes.ts";
import { addAgentEndpoints } from "./http/endpoints.ts";
import { type MasterWatch, StandaloneMasterWatch } from "./master-watch.ts";
import { AgentMetrics } from "./metrics.ts";
import { recoverState } from "./recover-state.ts";
import { AgentRunner, type EffectPorts } from "./runner.ts";
import { ZooKeeperMasterWatch } from "./zookeeper-master-watch.ts";

export interface AgentOptions {
  readonly flags: AgentFlagValues;
  /** For `/flags`. */
  readonly shownFlags: Readonly<Record<string, string>>;
  readonly settings: AgentSettings;
  readonly libprocess: LibprocessEnvironment;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly logging: Logging;
  /** The agent has come to its end, orderly with code 0. */
  readonly onExit: (code: number, text: string) => void;
}

export interface RunningAgent {
  /** As others reach it, `ip:port`. */
  readonly address: string;
  readonly agent: Agent;
  /** SIGUSR1: leave the cluster, end all executors, then end. */
  unregister(): void;
  /** Stops without a word to anybody: containers live on. */
  close(): Promise<void>;
}

/** Starts an agent: listens, recovers what an earlier run left, and looks for its master. */
export async function startAgent(options: AgentOptions): Promise<Result<RunningAgent>> {
  const work_dir = resolve(options.flags.work_dir);
  const prepared = await prepare({ ...options, flags: { ...options.flags, work_dir } });
  if (prepared.type === "error") return prepared;
  const base = prepared.value;
  const parts = assemble(base);
  addAgentEndpoints(base.router, {
    agent: base.agent,
    containerizer: base.containerizer,
    replies: parts.ports.replies,
    files: parts.files,
    metrics: parts.registry,
    toggle: parts.toggle,
    clock: options.clock,
    version: buildInfo(),
    flags: options.shownFlags,
    heartbeatMs: options.flags.http_heartbeat_interval,
    snapshotRate: snapshotRate(options.libprocess),
    processIds: () => base.server.processIds(),
  });
  void showLog(options.logging, parts.files);
  try {
    await begin(base, parts);
  } catch (cause) {
    if (!(cause instanceof CheckpointError)) throw cause;
    await close(base, parts);
    return err(cause.message);
  }
  return ok({
    address: base.server.address,
    agent: base.agent,
    unregister: () => base.runner.dispatch({ type: "unregister-requested" }),
    close: () => close(base, parts),
  });
}

/** What can be refused is made first: nothing is under way yet. */
interface Base {
  readonly options: AgentOptions;
  readonly router: Router;
  readonly server: TransportServer;
  readonly lock: WorkDirLock;
  readonly containerizer: PosixContainerizer;
  readonly agent: Agent;
  readonly runner: AgentRunner;
  readonly durations: RequestDurations;
}

async function prepare(options: AgentOptions): Promise<Result<Base>> {
  const { flags, settings, libprocess, environment } = options;
  const address = await resolveAddress(flags, libprocess);
  if (address.type === "error") return address;
  const folder = prepareWorkDir(flags.work_dir);
  if (folder.type === "error") return folder;
  const resources = agentResources(flags.resources, flags.default_role, machine(flags.work_dir));
  if (resources.type === "error") {
    return err(`Failed to determine agent resources: ${resources.error}`);
  }
  const router = new Router(AGENT_PROCESS);
  const durations = new RequestDurations();
  const listening = await listen(address.value, options, router, durations);
  if (listening.type === "error") return listening;
  const server = listening.value;
  const locked = await lockWorkDir(flags.work_dir);
  const refuse = async (why: Err<string>): Promise<Result<Base>> => {
    await server.close();
    if (locked.type === "ok") await locked.value.release();
    return why;
  };
  if (locked.type === "error") return await refuse(locked);
  const config = agentConfig({
    flags,
    settings,
    resources: resources.value,
    environment,
    hostname: address.value.hostname,
    ...splitAddress(server.address),
  });
  if (config.type === "error") return await refuse(config);
  const containerizer = openContainerizer(flags.runtime_dir);
  if (containerizer.type === "error") return await refuse(containerizer);
  const agent = new Agent(config.value, createSystemRandom());
  const runner = new AgentRunner(agent);
  return ok({
    ...{ options, router, server, lock: locked.value, agent, runner, durations },
    containerizer: containerizer.value,
  });
}

/** Everything that the agent works with. */
interface Parts {
  readonly ports: EffectPorts;
  readonly files: SandboxFiles;
  readonly registry: MetricsRegistry;
  readonly metrics: AgentMetrics;
  readonly master: MasterWatch;
  readonly toggle: LogToggle;
}

function assemble({ options, server, containerizer, agent, runner, durations }: Base): Parts {
  const { flags, clock, logging, onExit } = options;
  const { logger } = logging;
  const { dispatch } = runner;
  const ownUser = userInfo().username;
  const files = new SandboxFiles();
  const store = new PosixCheckpointStore(`${flags.work_dir}/meta`);
  const registry = new MetricsRegistry(() => clock.monotonic());
  const metrics = new AgentMetrics(agent, clock, flags.fetcher_cache_size);
  metrics.register(registry);
  registry.addHistogram(durations.histogram);
  const sandboxes = new Sandboxes({
    workDir: flags.work_dir,
    files,
    clock,
    logger,
    dispatch,
    ownUser,
    onMetaRemoved: (path) => store.forget(path),
  });
  const containers = new Containers({
    containerizer,
    dispatch,
    logger: logger.for("containerizer"),
    workDir: flags.work_dir,
    frameworksHome: flags.frameworks_home,
    fetchStallTimeoutMs: flags.fetcher_stall_timeout,
    ownUser,
    onFetch: (succeeded) => metrics.countFetch(succeeded),
    onDestroyError: () => metrics.countDestroyError(),
  });
  const messages = new Messages(server, logger);
  const replies = new Replies(dispatch, transportLog(logger));
  return {
    ports: {
      ...{ messages, replies, store, sandboxes, containers, containerizer, clock, logger },
      exit: onExit,
    },
    files,
    registry,
    metrics,
    master: watchMaster(options, dispatch),
    toggle: new LogToggle({
      get: () => logging.verbosity(),
      set: (level) => logging.setVerbosity(level, Number.MAX_SAFE_INTEGER),
    }),
  };
}

function watchMaster(
  { flags, settings, clock, logging, onExit }: AgentOptions,
  dispatch: AgentRunner["dispatch"],
): MasterWatch {
  const logger = logging.logger.for("detector");
  const { master } = settings;
  switch (master.type) {
    case "address":
      return new StandaloneMasterWatch(master.address, dispatch, clock, logger);
    case "zookeeper":
      return new ZooKeeperMasterWatch(master.url, dispatch, {
        ...{ clock, logger, random: createSystemRandom() },
        sessionTimeoutMs: flags.zk_session_timeout,
        onFailure: (text) => onExit(1, text),
      });
    default:
      return master satisfies never;
  }
}

/** Recovers, and goes to look for the master. */
async function begin({ options, runner }: Base, { ports, metrics, master }: Parts): Promise<void> {
  const { flags, clock } = options;
  const { containers, containerizer, store, logger } = ports;
  ports.messages.listen(runner.dispatch, (pid) => {
    runner.dispatch({ type: "exited", pid });
    master.exited(pid);
  });
  const begun = clock.monotonic();
  const recovered = await recoverState({
    workDir: flags.work_dir,
    strict: flags.strict,
    ...{ containerizer, containers, store, logger },
  });
  metrics.recovered(clock.monotonic() - begun, recovered?.errors.length ?? 0);
  runner.start(ports, { type: "start", recovered });
  await master.start();
}

async function close({ server, lock, runner }: Base, { ports, master }: Parts): Promise<void> {
  runner.stop();
  master.stop();
  await server.close();
  ports.containers.close();
  await ports.containerizer.close();
  ports.store.close();
  await lock.release();
}

/** The agent's own log, among the files that it shows. */
async function showLog({ shownFile, logger }: Logging, files: SandboxFiles): Promise<void> {
  if (shownFile === undefined) return;
  try {
    // The file is made when the first line is written.
    await logger.flush();
    await files.attach(shownFile, "/slave/log");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    logger.error(`Failed to attach '${shownFile}' as '/slave/log': ${reason}`);
  }
}

function snapshotRate({ metricsRateLimit: limit }: LibprocessEnvironment): Rate | undefined {
  return limit && { permits: limit.requests, intervalMs: limit.interval };
}

function machine(workDir: string) {
  const { bsize, blocks } = statfsSync(workDir);
  return { cpus: cpus().length, memoryBytes: totalmem(), diskBytes: bsize * blocks };
}

async function listen(
  address: DaemonAddress,
  { libprocess, logging }: AgentOptions,
  router: Router,
  durations: RequestDurations,
): Promise<Result<TransportServer>> {
  try {
    return ok(
      await startTransport({
        host: address.bindIp,
        port: address.bindPort,
        advertiseIp: address.advertiseIp,
        advertisePort: address.advertisePort,
        router,
        onServed: durations.observe,
        requirePeerAddressIpMatch: libprocess.requirePeerAddressIpMatch,
        log: transportLog(logging.logger.for("transport")),
      }),
    );
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

function openContainerizer(runtimeDir: string): Result<PosixContainerizer> {
  try {
    return ok(PosixContainerizer.open({ runtimeDir }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(`Failed to create a containerizer in --runtime_dir=${runtimeDir}: ${reason}`);
  }
}

function splitAddress(address: string): { readonly ip: string; readonly port: number } {
  const colon = address.lastIndexOf(":");
  return { ip: address.slice(0, colon), port: Number(address.slice(colon + 1)) };
}

function transportLog(logger: Logger): TransportLog {
  return {
    info: (text) => logger.info(text),
    warn: (text) => logger.warning(text),
    error: (text) => logger.error(text),
  };
}
