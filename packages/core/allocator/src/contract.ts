/**
 * The allocator's contract: who is offered what, and when.
 *
 * A pure object that the master core owns. The master reports what happens; the allocator says
 * when it wants to run (`dueMs`) and, when run, what to offer. It never calls back.
 */
import type {
  AgentInfo,
  AgentInfo_Capability_Type,
  DomainInfo,
  FrameworkInfo_Capability_Type,
} from "@mesos-ts/protos";
import type { Milli, Resources } from "@mesos-ts/resources";

export type TimeMs = number;

/** Sets of quantities, in units: resources that reach one of the sets are worth an offer. */
export type MinAllocatable = readonly Readonly<Record<string, number>>[];

/** Amounts of scalar resources by name, in thousandths. */
export type Quantities = ReadonlyMap<string, Milli>;

/**
 * What a top-level role is guaranteed and what it may have at most, its sub-roles included.
 * A resource that `guarantees` does not name is not guaranteed; one that `limits` does not name is
 * not limited. A limit of 0 is a limit.
 */
export interface Quota {
  readonly guarantees: Quantities;
  readonly limits: Quantities;
}

/** What offer constraints and gates look at. */
export type AgentFacts = Pick<AgentInfo, "hostname" | "attributes" | "domain">;

/** A framework's offer constraints, compiled. Pure: the same answer for the same facts. */
export interface OfferConstraintsFilter {
  isAgentExcluded(role: string, agent: AgentFacts): boolean;
}

export interface AllocatorFramework {
  readonly roles: readonly string[];
  readonly suppressedRoles: readonly string[];
  readonly capabilities: ReadonlySet<FrameworkInfo_Capability_Type>;
  /** By role, in place of the master's; from `FrameworkInfo.offer_filters`. None: any resources. */
  readonly minAllocatable?: ReadonlyMap<string, MinAllocatable>;
  readonly constraints?: OfferConstraintsFilter | undefined;
}

export interface AllocatorAgent {
  /** Oversubscribed (revocable) resources included. */
  readonly total: Resources;
  /** Allocated when the agent is added, by framework: resources with allocation_info. */
  readonly used: ReadonlyMap<string, Resources>;
  readonly facts: AgentFacts;
  readonly capabilities: ReadonlySet<AgentInfo_Capability_Type>;
}

/** Resources of one agent to offer to one framework in one role; all carry that allocation_info. */
export interface Allocation {
  readonly frameworkId: string;
  readonly role: string;
  readonly agentId: string;
  readonly resources: Resources;
}

/** A framework is to be told that an agent where it has something will be unavailable. */
export interface InverseAllocation {
  readonly frameworkId: string;
  readonly agentId: string;
}

export interface Decisions {
  readonly offers: readonly Allocation[];
  readonly inverseOffers: readonly InverseAllocation[];
  /** A cycle began: not every run has a reason for one. */
  readonly begun: boolean;
  /** False: this was a slice of a cycle that is not over; `dueMs` asks for the next one. */
  readonly complete: boolean;
}

/** `random`: clients in an order drawn anew for each agent, by weight. */
export type SorterKind = "drf" | "random";

export interface AllocatorConfig {
  readonly allocationIntervalMs: number;
  readonly filterGpuResources: boolean;
  readonly weights: Readonly<Record<string, number>>;
  readonly minAllocatable: MinAllocatable;
  readonly roleSorter: SorterKind;
  readonly frameworkSorter: SorterKind;
  /** Names of resources that do not count for fair shares. */
  readonly fairSharingExcluded: ReadonlySet<string>;
  /** The master's own; agents in another region are for REGION_AWARE frameworks. */
  readonly domain: DomainInfo | undefined;
  /** The part of the agents expected after a failover that must be back before offers are made. */
  readonly agentRecoveryFactor: number;
  /** How long offers wait for those agents at most. */
  readonly recoveryTimeoutMs: number;
}

/** The defaults of the master's flags. */
export const DEFAULT_ALLOCATOR_CONFIG: AllocatorConfig = {
  allocationIntervalMs: 1000,
  filterGpuResources: true,
  weights: {},
  minAllocatable: [{ cpus: 0.01 }, { mem: 32 }],
  roleSorter: "drf",
  frameworkSorter: "drf",
  fairSharingExcluded: new Set(),
  domain: undefined,
  agentRecoveryFactor: 0.8,
  recoveryTimeoutMs: 600_000,
};

/** What an agent has, what nobody holds (unallocated), and who holds the rest (allocated). */
export interface Holdings {
  readonly total: Resources;
  readonly available: Resources;
  readonly held: ReadonlyMap<string, Resources>;
}

/**
 * Why resources come back. `freed`: a task or executor ended, offer them to those who wait at
 * once. `unused`: an offer was declined, rescinded, or not used up; they wait for the next batch.
 */
export type RecoverReason = "freed" | "unused";

export interface Allocator {
  addFramework(
    frameworkId: string,
    framework: AllocatorFramework,
    active: boolean,
    nowMs: TimeMs,
  ): void;
  removeFramework(frameworkId: string): void;
  updateFramework(frameworkId: string, framework: AllocatorFramework, nowMs: TimeMs): void;
  activateFramework(frameworkId: string, nowMs: TimeMs): void;
  /** Its filters are forgotten; the caller recovers its offers. */
  deactivateFramework(frameworkId: string): void;
  addAgent(agentId: string, agent: AllocatorAgent, nowMs: TimeMs): void;
  removeAgent(agentId: string): void;
  updateAgentTotal(agentId: string, total: Resources, nowMs: TimeMs): void;
  /** It came back with other attributes, another domain or other capabilities. */
  updateAgentFacts(
    agentId: string,
    facts: AgentFacts,
    capabilities: AllocatorAgent["capabilities"],
    nowMs: TimeMs,
  ): void;
  activateAgent(agentId: string, nowMs: TimeMs): void;
  deactivateAgent(agentId: string): void;
  /**
   * An operation turned `before`, allocated to the framework on the agent, into `after`
   * (RESERVE, CREATE, …): allocation and agent total follow.
   */
  convert(frameworkId: string, agentId: string, before: Resources, after: Resources): void;
  /**
   * An operator's operation turned unallocated `before` into `after`. False, and nothing done,
   * when the agent does not have `before` available.
   */
  convertAvailable(agentId: string, before: Resources, after: Resources, nowMs: TimeMs): boolean;
  /** Allocation that exists without an offer: tasks found when an agent re-registers. */
  addAllocation(frameworkId: string, agentId: string, resources: Resources): void;
  /** `refuseMs`: how long the framework does not want these again; undefined or 0: no filter. */
  recover(
    frameworkId: string,
    agentId: string,
    resources: Resources,
    reason: RecoverReason,
    refuseMs: number | undefined,
    nowMs: TimeMs,
  ): void;
  /** An offer made of an allocation is no more: accepted, declined, rescinded. */
  answered(agentId: string, nowMs: TimeMs): void;
  /** Empty `roles`: all of the framework's. */
  suppress(frameworkId: string, roles: readonly string[]): void;
  revive(frameworkId: string, roles: readonly string[], nowMs: TimeMs): void;
  updateWeights(weights: Readonly<Record<string, number>>, nowMs: TimeMs): void;
  /** The caller rescinds what the new limits demand. An empty quota ends the role's quota. */
  updateQuota(role: string, quota: Quota, nowMs: TimeMs): void;
  /** Agents whose hostname is not in it get no new offers; undefined: all do. */
  updateWhitelist(hostnames: ReadonlySet<string> | undefined, nowMs: TimeMs): void;
  /**
   * A new master took over `expectedAgents` from the registry: when there is quota, offers wait
   * until enough of them are back or the recovery timeout has passed. Call it after `updateQuota`.
   */
  startRecovery(expectedAgents: number, nowMs: TimeMs): void;
  /**
   * The agent is in a maintenance schedule, or (false) not any more. Every call is a new schedule:
   * frameworks that use the agent get a new inverse offer, whatever they answered before.
   */
  updateUnavailability(agentId: string, unavailable: boolean, nowMs: TimeMs): void;
  /** An inverse offer was answered, rescinded or timed out; `refuseMs` as in `recover`. */
  answeredInverse(
    frameworkId: string,
    agentId: string,
    refuseMs: number | undefined,
    nowMs: TimeMs,
  ): void;
  /** When it wants `run` to be called next; undefined: nothing to do until something happens. */
  dueMs(): TimeMs | undefined;
  /**
   * Decides; whatever is returned is allocated from now on. A long cycle is done in slices, and
   * anything may happen between them.
   */
  run(nowMs: TimeMs): Decisions;
  /** Scalars of all agents, and those that anybody holds. They change: not to be kept. */
  totals(): { readonly total: Quantities; readonly allocated: Quantities };
  /** What a role and its sub-roles hold or have reserved, against its quota. */
  consumed(role: string): Quantities;
  /** One agent's books; undefined when it is not known. For checks and views. */
  holdings(agentId: string): Holdings | undefined;
  /** Gauges and counters of `allocator/*`. */
  metrics(): Readonly<Record<string, number>>;
}
