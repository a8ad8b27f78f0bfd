import type { Allocator, Quota } from "@mesos-ts/allocator";
import type { Random } from "@mesos-ts/base";
import type { AgentInfo, DrainInfo, MasterInfo } from "@mesos-ts/protos";
import { BoundedMap } from "./bounded.ts";
import type {
  MasterConfig,
  MasterEffect,
  Pid,
  RegistryOperation,
  Reply,
  RequestId,
  StreamId,
  TimeMs,
} from "./contract.ts";
import { Counters } from "./counters.ts";
import { type Maintenance, NO_MAINTENANCE } from "./machines.ts";
import { masterInfo } from "./master-info.ts";
import type { MessageName, MessageOf } from "./messages.ts";
import type { Agent, Framework, InverseOfferRecord, OfferRecord } from "./model.ts";
import { Removals } from "./removals.ts";
import { SharedResources } from "./shared-resources.ts";
import { type Timer, Timers } from "./timers.ts";

/** Ids of removed agents that are remembered, to tell late messages from unknown ones. */
const MAX_REMOVED_AGENTS = 100_000;

/** The libprocess address of nobody: what is written where a scheduler has no pid. */
export const NO_PID: Pid = "@0.0.0.0:0";

export type Level = "INFO" | "WARNING" | "ERROR";

export interface Agents {
  readonly registered: Map<string, Agent>;
  readonly byPid: Map<Pid, Agent>;
  /** In the registry when this master started, and not back yet. */
  readonly recovered: Map<string, AgentInfo>;
  readonly unreachable: Map<string, TimeMs>;
  readonly gone: Map<string, TimeMs>;
  readonly removed: BoundedMap<string, true>;
  /** Drained by an operator, or being so, wherever they are; these are deactivated as well. */
  readonly draining: Map<string, DrainInfo>;
  /** Not to be offered until an operator says otherwise. */
  readonly deactivated: Set<string>;
  /** In the midst of a registry operation; nothing else may happen to them meanwhile. */
  readonly registering: Set<Pid>;
  readonly reregistering: Set<string>;
  readonly markingUnreachable: Set<string>;
  readonly markingGone: Set<string>;
  readonly markingDrained: Set<string>;
  readonly removing: Set<string>;
  /** Tasks lost with unreachable agents: agent id → framework id → task ids. */
  readonly unreachableTasks: Map<string, Map<string, string[]>>;
}

export interface Frameworks {
  readonly registered: Map<string, Framework>;
  readonly completed: BoundedMap<string, Framework>;
  readonly byPid: Map<Pid, Framework>;
  readonly byStream: Map<StreamId, Framework>;
}

/** One operator's event stream. */
export interface Subscriber {
  readonly streamId: StreamId;
  heartbeat: Timer | undefined;
}

/**
 * The master's state and its hands: everything that a decision reads, changes, or asks for.
 *
 * Effects are collected in the order they are asked for and handed out at the end of a step.
 */
export class Core {
  readonly config: MasterConfig;
  readonly info: MasterInfo;
  readonly allocator: Allocator;
  readonly random: Random;
  readonly timers = new Timers();
  readonly removals = new Removals();
  readonly sharedResources = new SharedResources();
  readonly counters = new Counters();
  readonly frameworks: Frameworks;
  readonly agents: Agents;
  readonly offers = new Map<string, OfferRecord>();
  readonly inverseOffers = new Map<string, InverseOfferRecord>();
  readonly subscribers = new Map<StreamId, Subscriber>();
  /** By role; an operator's empty quota is one too. */
  readonly quotas = new Map<string, Quota>();
  /** By role, where somebody set one: others weigh 1. */
  readonly weights: Map<string, number>;
  maintenance: Maintenance = NO_MAINTENANCE;
  /** Agents that the registry held when this master was elected. */
  recoveredCount = 0;
  /** The time of the event being decided, for people and messages. */
  nowMs: TimeMs = 0;
  /** The same for alarms and the allocator: it goes on evenly when the system's clock is set. */
  steadyMs: TimeMs = 0;
  /** Of the process, and of its election; undefined before. */
  startMs: TimeMs | undefined;
  electedMs: TimeMs | undefined;

  #effects: MasterEffect[] = [];
  readonly #waiting = new Map<number, (ok: boolean) => void>();
  #nextPersist = 1;
  #nextFramework = 0;
  #nextAgent = 0;
  #nextOffer = 0;
  #nextObserver = 1;

  constructor(config: MasterConfig, allocator: Allocator, random: Random) {
    this.config = config;
    this.info = masterInfo(config);
    this.weights = new Map(Object.entries(config.weights));
    this.allocator = allocator;
    this.random = random;
    this.frameworks = {
      registered: new Map(),
      completed: new BoundedMap(config.maxCompletedFrameworks),
      byPid: new Map(),
      byStream: new Map(),
    };
    this.agents = {
      registered: new Map(),
      byPid: new Map(),
      recovered: new Map(),
      unreachable: new Map(),
      gone: new Map(),
      removed: new BoundedMap(MAX_REMOVED_AGENTS),
      draining: new Map(),
      deactivated: new Set(),
      registering: new Set(),
      reregistering: new Set(),
      markingUnreachable: new Set(),
      markingGone: new Set(),
      markingDrained: new Set(),
      removing: new Set(),
      unreachableTasks: new Map(),
    };
  }

  /** The effects since the last call. */
  takeEffects(): MasterEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  emit(effect: MasterEffect): void {
    this.#effects.push(effect);
  }

  /** `from`: the sending process, when it is not the master itself. */
  send<Name extends MessageName>(
    to: Pid,
    name: Name,
    message: MessageOf<Name>,
    from?: string,
  ): void {
    this.#effects.push({
      type: "send",
      to,
      ...(from === undefined ? {} : { from }),
      name,
      message,
    });
  }

  reply(requestId: RequestId, reply: Reply): void {
    this.#effects.push({ type: "reply", requestId, reply });
  }

  log(level: Level, text: string): void {
    this.#effects.push({ type: "log", level, text });
  }

  /** Asks for a change of the registry and goes on with `then` when it is done or has failed. */
  persist(operation: RegistryOperation, then: (ok: boolean) => void): void {
    const persistId = this.#nextPersist++;
    this.#waiting.set(persistId, then);
    this.#effects.push({ type: "persist", persistId, operation });
  }

  persisted(persistId: number, ok: boolean): void {
    const then = this.#waiting.get(persistId);
    if (then === undefined) return;
    this.#waiting.delete(persistId);
    then(ok);
  }

  newFrameworkId(): string {
    return `${this.config.id}-${String(this.#nextFramework++).padStart(4, "0")}`;
  }

  newAgentId(): string {
    return `${this.config.id}-S${this.#nextAgent++}`;
  }

  newOfferId(): string {
    return `${this.config.id}-O${this.#nextOffer++}`;
  }

  newObserverId(): string {
    return `slave-observer(${this.#nextObserver++})`;
  }

  newUuid(): Uint8Array {
    return this.random.uuidBytes();
  }

  newStreamId(): StreamId {
    return this.random.uuid();
  }
}
