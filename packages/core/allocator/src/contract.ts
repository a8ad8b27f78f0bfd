/**
 * The allocator's contract: who is offered what, and when.
 *
 * A pure object that the master core owns. The master reports what happens; the allocator says
 * when it wants to run (`dueMs`) and, when run, what to offer. It never calls back.
 */
import type { FrameworkInfo_Capability_Type } from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";

export type TimeMs = number;

/** Sets of quantities, in units: resources that reach one of the sets are worth an offer. */
export type MinAllocatable = readonly Readonly<Record<string, number>>[];

export interface AllocatorFramework {
  readonly roles: readonly string[];
  readonly suppressedRoles: readonly string[];
  readonly capabilities: ReadonlySet<FrameworkInfo_Capability_Type>;
  /** By role, in place of the master's; from `FrameworkInfo.offer_filters`. None: any resources. */
  readonly minAllocatable?: ReadonlyMap<string, MinAllocatable>;
}

export interface AllocatorAgent {
  readonly total: Resources;
  /** Allocated when the agent is added, by framework: resources with allocation_info. */
  readonly used: ReadonlyMap<string, Resources>;
  /** Whether the agent has GPUs that only GPU_RESOURCES frameworks may see. */
  readonly hostname: string;
}

/** Resources of one agent to offer to one framework in one role; all carry that allocation_info. */
export interface Allocation {
  readonly frameworkId: string;
  readonly role: string;
  readonly agentId: string;
  readonly resources: Resources;
}

export interface AllocatorConfig {
  readonly allocationIntervalMs: number;
  readonly filterGpuResources: boolean;
  readonly weights: Readonly<Record<string, number>>;
  readonly minAllocatable: MinAllocatable;
}

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
  activateAgent(agentId: string, nowMs: TimeMs): void;
  deactivateAgent(agentId: string): void;
  /**
   * An operation turned `before`, allocated to the framework on the agent, into `after`
   * (RESERVE, CREATE, …): allocation and agent total follow.
   */
  convert(frameworkId: string, agentId: string, before: Resources, after: Resources): void;
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
  /** When it wants `run` to be called next; undefined: nothing to do until something happens. */
  dueMs(): TimeMs | undefined;
  /** Decides; whatever is returned is allocated from now on. */
  run(nowMs: TimeMs): readonly Allocation[];
  /** Sums over agents, for metrics and /roles. */
  totals(): { readonly total: Resources; readonly allocated: Resources };
  /** One agent's books; undefined when it is not known. For checks and views. */
  holdings(agentId: string): Holdings | undefined;
  /** Gauges and counters of `allocator/*`. */
  metrics(): Readonly<Record<string, number>>;
}
