import type { Random } from "@mesos-ts/base";
import type { DrainConfig, Operation } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { OwnContainers } from "./containers/own-containers.ts";
import type { AgentConfig, Pid, Probe, ProbeOutcome, TimeMs } from "./contract.ts";
import { OperationUpdates } from "./operation-updates.ts";
import { Outbox } from "./outbox.ts";
import { type Framework, forwarded } from "./state.ts";
import { StatusUpdates } from "./status-updates.ts";
import { Timers } from "./timers.ts";

/** How far the agent is on its way to its master. */
export type Phase = "recovering" | "disconnected" | "running" | "terminating";

/** What every part of the agent's core shares. */
export interface AgentContext {
  readonly config: AgentConfig;
  readonly random: Random;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly updates: StatusUpdates;
  readonly operationUpdates: OperationUpdates;
  /** Operations whose outcome is not acknowledged yet, by the text of their UUID. */
  readonly operations: Map<string, Operation>;
  /** Operations that are over, done or reported as dropped: uuids, oldest first. */
  readonly settledOperations: Set<string>;
  readonly self: Pid;
  readonly frameworks: Map<string, Framework>;
  readonly completedFrameworks: Framework[];
  /** Containers that operators launched. */
  readonly own: OwnContainers;
  readonly probes: Map<number, (outcome: ProbeOutcome, nowMs: TimeMs) => void>;
  readonly counters: Record<string, number>;
  phase: Phase;
  agentId: string | undefined;
  /** It goes on with other resources or attributes than those on disk. */
  hasChanged: boolean;
  master: Pid | undefined;
  /** The agent's resources with what operations made of them: reservations, volumes. */
  total: Resources;
  /** What is lent beyond that, as last estimated; undefined: nothing was estimated. */
  oversubscribed: Resources | undefined;
  /** Changes with every operation that the agent itself cannot be told of; sent to the master. */
  readonly resourceVersion: Uint8Array;
  startedMs: TimeMs;
  /** While the agent drains: how, and since when it does. */
  draining: { readonly config: DrainConfig; readonly startedMs: TimeMs } | undefined;
}

export function newContext(config: AgentConfig, random: Random): AgentContext {
  const outbox = new Outbox();
  const timers = new Timers();
  const self = `slave(1)@${config.ip}:${config.info.port ?? 0}`;
  const frameworks = new Map<string, Framework>();
  return {
    config,
    random,
    outbox,
    timers,
    self,
    updates: new StatusUpdates(outbox, timers, self, (update) => forwarded(frameworks, update)),
    operationUpdates: new OperationUpdates(outbox, timers),
    operations: new Map(),
    settledOperations: new Set(),
    frameworks,
    completedFrameworks: [],
    own: new OwnContainers(),
    probes: new Map(),
    counters: {},
    phase: "recovering",
    agentId: config.info.id?.value,
    hasChanged: false,
    master: undefined,
    total: Resources.of(config.info.resources),
    oversubscribed: undefined,
    resourceVersion: random.uuidBytes(),
    startedMs: 0,
    draining: undefined,
  };
}

export function count(context: AgentContext, counter: string): void {
  context.counters[counter] = (context.counters[counter] ?? 0) + 1;
}

export function findExecutor(context: AgentContext, frameworkId: string, executorId: string) {
  return context.frameworks.get(frameworkId)?.executors.get(executorId);
}

/** Every live executor of every framework. */
export function* executorsOf(context: AgentContext) {
  for (const framework of context.frameworks.values()) yield* framework.executors.values();
}

/** Starts a probe and calls back with its outcome. */
export function startProbe(
  context: AgentContext,
  probe: Probe,
  timeoutMs: number,
  done: (outcome: ProbeOutcome, nowMs: TimeMs) => void,
): void {
  const probeId = context.random.uint32();
  context.probes.set(probeId, done);
  context.outbox.push({ type: "probe", probeId, probe, timeoutMs });
}
