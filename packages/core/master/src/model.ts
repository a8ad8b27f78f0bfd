/**
 * What the master knows: frameworks, agents, and what binds them. Plain records; the functions
 * that change them live beside the rules they follow.
 */
import type {
  AgentInfo,
  AgentInfo_Capability_Type,
  allocation,
  ExecutorInfo,
  FrameworkInfo,
  FrameworkInfo_Capability_Type,
  InverseOffer,
  Offer,
  Operation,
  Task as TaskMessage,
} from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import type { BoundedMap, Recent } from "./bounded.ts";
import type { Pid, StreamId, TimeMs } from "./contract.ts";
import type { FrameworkCounters } from "./framework-counters.ts";
import type { OfferConstraints } from "./framework-options.ts";
import type { MachineKey } from "./machines.ts";
import type { Timer } from "./timers.ts";
import type { AgentFacts } from "./views/agent-facts.ts";
import type { ExecutorFacts } from "./views/executor-facts.ts";
import type { FrameworkFacts } from "./views/framework-facts.ts";
import type { Shown } from "./views/shown.ts";
import type { TaskFacts } from "./views/task-facts.ts";

/** How a scheduler is reached: over its event stream (v1) or as a libprocess process (v0). */
export type Connection =
  | { readonly type: "none" }
  | { readonly type: "stream"; readonly streamId: StreamId }
  | { readonly type: "pid"; readonly pid: Pid };

export interface Framework {
  readonly id: string;
  info: FrameworkInfo;
  roles: ReadonlySet<string>;
  capabilities: ReadonlySet<FrameworkInfo_Capability_Type>;
  suppressedRoles: Set<string>;
  constraints: OfferConstraints;
  /** `recovered`: known from agents only, its scheduler has not come back yet. */
  phase: "recovered" | "connected" | "disconnected";
  /** Offers are made to it. */
  active: boolean;
  /** Where it is, or was last: a disconnected driver may come back at the same pid. */
  connection: Connection;
  heartbeat: Timer | undefined;
  registeredMs: TimeMs;
  reregisteredMs: TimeMs;
  unregisteredMs: TimeMs;
  readonly tasks: Map<string, Task>;
  readonly unreachableTasks: BoundedMap<string, Task>;
  readonly completedTasks: Recent<Task>;
  readonly offers: Set<OfferRecord>;
  readonly inverseOffers: Set<InverseOfferRecord>;
  /** What it has on which agent, by agent id. */
  readonly placements: Map<string, Placement>;
  /** By the hexadecimal text of their UUID. */
  readonly operations: Map<string, OperationRecord>;
  /** Those with an id of the framework's own, by that id. */
  readonly operationsById: Map<string, OperationRecord>;
  readonly counters: FrameworkCounters;
  /** What was shown of it last. */
  shown: Shown<FrameworkFacts> | undefined;
}

export interface Agent {
  readonly id: string;
  info: AgentInfo;
  pid: Pid;
  version: string;
  /** Its hostname and address: what maintenance is scheduled for. Neither ever changes. */
  readonly machine: MachineKey;
  capabilities: ReadonlySet<AgentInfo_Capability_Type>;
  /** All its resources, unallocated, with dynamic reservations and volumes applied. */
  total: Resources;
  /** The part of `total` that the agent must remember: dynamic reservations and volumes. */
  checkpointed: Resources;
  resourceVersion: Uint8Array | undefined;
  readonly registeredMs: TimeMs;
  reregisteredMs: TimeMs | undefined;
  connected: boolean;
  /** It may have missed what it was sent, and is asked for all it has until it tells. */
  mustTell: boolean;
  /** Its resources are offered. */
  active: boolean;
  readonly observer: Observer;
  reregistrationTimer: Timer | undefined;
  readonly offers: Set<OfferRecord>;
  readonly inverseOffers: Set<InverseOfferRecord>;
  /** What frameworks answered to their last inverse offers, by framework id. */
  readonly inverseStatuses: BoundedMap<string, allocation.InverseOfferStatus>;
  /** When it was told to drain, if this master did that. */
  drainStartedMs: TimeMs | undefined;
  /** What runs on it, by framework id. */
  readonly placements: Map<string, Placement>;
  readonly operations: Map<string, OperationRecord>;
  /** Operations that are over and acknowledged, by key: the agent may not have heard of it yet. */
  readonly settledOperations: BoundedMap<string, true>;
  /** Tasks whose kill may have been lost: framework id + `/` + task id. */
  readonly killedTasks: Set<string>;
  /** What was shown of it last. */
  shown: Shown<AgentFacts> | undefined;
}

/** The process that pings one agent. */
export interface Observer {
  /** Its libprocess id, `slave-observer(3)`. */
  readonly id: string;
  /** A ping is out and not yet answered. */
  pinged: boolean;
  timeouts: number;
  timer: Timer | undefined;
}

/** One framework on one agent. Both hold the same object. */
export interface Placement {
  readonly agentId: string;
  readonly frameworkId: string;
  readonly tasks: Map<string, Task>;
  readonly executors: Map<string, Executor>;
  /** By tasks that have not ended and by executors; with allocation_info. */
  used: Resources;
}

export interface Task {
  readonly id: string;
  readonly frameworkId: string;
  readonly agentId: string;
  /** Replaced when its state or statuses change: whoever shows the old one has it as it was. */
  message: Readonly<TaskMessage>;
  /** Computed once, when it is added. */
  readonly resources: Resources;
  readonly role: string;
  /** What was shown of it last. */
  shown: Shown<TaskFacts> | undefined;
}

export interface Executor {
  readonly info: ExecutorInfo;
  readonly resources: Resources;
  /** What was shown of it. */
  shown: Shown<ExecutorFacts> | undefined;
}

export interface OfferRecord {
  readonly id: string;
  readonly framework: Framework;
  readonly agent: Agent;
  readonly role: string;
  readonly resources: Resources;
  /** As we keep it: with allocation_info, in the post-refinement format. */
  readonly message: Offer;
  timer: Timer | undefined;
}

export interface InverseOfferRecord {
  readonly id: string;
  readonly framework: Framework;
  readonly agent: Agent;
  readonly message: InverseOffer;
  timer: Timer | undefined;
}

export interface OperationRecord {
  readonly key: string;
  readonly message: Operation;
  readonly agent: Agent;
  /** Undefined: an operator's, or of a framework that is gone or did not come yet. */
  readonly framework: Framework | undefined;
  readonly addedMs: TimeMs;
  /** The agent has told what it has since then: nobody knows whether that includes this. */
  isUnsure: boolean;
}

export function isConnected(framework: Framework): boolean {
  return framework.phase === "connected";
}

export function has(framework: Framework, capability: FrameworkInfo_Capability_Type): boolean {
  return framework.capabilities.has(capability);
}

/** The pid of a driver; undefined for schedulers that speak HTTP. */
export function pidOf(framework: Framework): Pid | undefined {
  return framework.connection.type === "pid" ? framework.connection.pid : undefined;
}

export function executorOf(
  agent: Agent,
  frameworkId: string,
  executorId: string,
): Executor | undefined {
  return agent.placements.get(frameworkId)?.executors.get(executorId);
}

/** For log lines: `<id> (<name>) at <where>`. */
export function frameworkText(framework: Framework): string {
  const pid = pidOf(framework);
  return `${framework.id} (${framework.info.name})${pid === undefined ? "" : ` at ${pid}`}`;
}

/** For log lines: `<id> at <pid> (<hostname>)`. */
export function agentText(agent: Agent): string {
  return `${agent.id} at ${agent.pid} (${agent.info.hostname})`;
}
