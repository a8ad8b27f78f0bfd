import { createRandom, unwrap } from "@mesos-ts/base";
import type {
  AgentInfo_Capability_Type,
  FrameworkInfo_Capability_Type,
  Resource,
} from "@mesos-ts/protos";
import { parseResources, Resources } from "@mesos-ts/resources";
import {
  type AgentFacts,
  type Allocation,
  type Allocator,
  type AllocatorConfig,
  type AllocatorFramework,
  createAllocator,
  DEFAULT_ALLOCATOR_CONFIG,
  type Quantities,
} from "./index.ts";

export interface FrameworkOptions {
  readonly roles?: readonly string[];
  readonly capabilities?: readonly FrameworkInfo_Capability_Type[];
  readonly suppressed?: readonly string[];
  readonly active?: boolean;
  readonly minAllocatable?: AllocatorFramework["minAllocatable"];
  readonly constraints?: AllocatorFramework["constraints"];
}

export interface AgentOptions {
  readonly facts?: Partial<AgentFacts>;
  readonly capabilities?: readonly AgentInfo_Capability_Type[];
  readonly used?: ReadonlyMap<string, Resources>;
}

/** A small cluster and its clock, to tell a case in few lines. */
export class Case {
  readonly allocator: Allocator;
  nowMs = 0;

  constructor(config: Partial<AllocatorConfig> = {}, seed = 1, sliceBudget?: number) {
    const full = { ...DEFAULT_ALLOCATOR_CONFIG, ...config };
    this.allocator = createAllocator(full, createRandom(seed), sliceBudget);
  }

  /** In the role of its own name, unless said otherwise. */
  framework(id: string, options: FrameworkOptions = {}): this {
    this.allocator.addFramework(id, frameworkInfo(id, options), options.active ?? true, this.nowMs);
    return this;
  }

  update(id: string, options: FrameworkOptions): void {
    this.allocator.updateFramework(id, frameworkInfo(id, options), this.nowMs);
  }

  agent(id: string, total: string | Resources, options: AgentOptions = {}): this {
    this.allocator.addAgent(
      id,
      {
        total: typeof total === "string" ? bag(total) : total,
        used: options.used ?? new Map(),
        facts: { hostname: id, ...options.facts },
        capabilities: new Set(options.capabilities ?? ["MULTI_ROLE", "HIERARCHICAL_ROLE"]),
      },
      this.nowMs,
    );
    return this;
  }

  agents(count: number, total: string): this {
    for (let i = 0; i < count; i++) this.agent(`s${i}`, total);
    return this;
  }

  /** In units: `quota("eng", { cpus: 2 }, { cpus: 4 })`. */
  quota(role: string, guarantees: Units, limits: Units = {}): this {
    const quota = { guarantees: milliOf(guarantees), limits: milliOf(limits) };
    this.allocator.updateQuota(role, quota, this.nowMs);
    return this;
  }

  /** The next batch, or what is due after so long. */
  offers(afterMs = 1000): Allocation[] {
    this.nowMs += afterMs;
    const offers: Allocation[] = [];
    do {
      offers.push(...this.allocator.run(this.nowMs).offers);
    } while ((this.allocator.dueMs() ?? Number.POSITIVE_INFINITY) <= this.nowMs);
    return offers;
  }

  /** The same as text, in order of the agents. */
  run(afterMs = 1000): string[] {
    return this.offers(afterMs).map(textOf).sort();
  }

  /** How many offers whom. */
  counts(afterMs = 1000): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { frameworkId } of this.offers(afterMs)) {
      counts[frameworkId] = (counts[frameworkId] ?? 0) + 1;
    }
    return counts;
  }

  decline({ frameworkId, agentId, resources }: Allocation, refuseMs?: number): void {
    this.allocator.answered(agentId, this.nowMs);
    this.allocator.recover(frameworkId, agentId, resources, "unused", refuseMs, this.nowMs);
  }

  accept({ agentId }: Allocation): void {
    this.allocator.answered(agentId, this.nowMs);
  }

  free({ frameworkId, agentId, resources }: Allocation): void {
    this.allocator.recover(frameworkId, agentId, resources, "freed", undefined, this.nowMs);
  }

  /** The only offer of the next batch. */
  only(afterMs = 1000): Allocation {
    const [offer, ...others] = this.offers(afterMs);
    if (offer === undefined || others.length > 0) {
      throw new Error(`${others.length + 1} offers, or none, where one was expected`);
    }
    return offer;
  }
}

type Units = Readonly<Record<string, number>>;

function frameworkInfo(id: string, options: FrameworkOptions): AllocatorFramework {
  return {
    roles: options.roles ?? [id],
    suppressedRoles: options.suppressed ?? [],
    capabilities: new Set(options.capabilities),
    ...(options.minAllocatable === undefined ? {} : { minAllocatable: options.minAllocatable }),
    constraints: options.constraints,
  };
}

/** `f s0 cpus:1; mem:64` */
export function textOf({ frameworkId, agentId, resources }: Allocation): string {
  return `${frameworkId} ${agentId} ${resources.unallocated()}`;
}

export function bag(text: string): Resources {
  return unwrap(parseResources(text, "*"));
}

/** One scalar with whatever makes it special. */
export function scalar(name: string, value: number, rest: Partial<Resource> = {}): Resources {
  return Resources.of([{ name, type: "SCALAR", scalar: { value }, ...rest }]);
}

/** A stack of dynamic reservations, the first for the outermost role. */
export function reservedFor(...roles: readonly string[]): Partial<Resource> {
  return { reservations: roles.map((role) => ({ type: "DYNAMIC", role, principal: "p" })) };
}

/** A shared volume of 10 MB. */
export function sharedVolume(role: string): Resources {
  return scalar("disk", 10, {
    ...reservedFor(role),
    disk: { persistence: { id: "v", principal: "p" }, volume: { container_path: "v", mode: "RW" } },
    shared: {},
  });
}

export function inRegion(name: string): AgentFacts["domain"] & object {
  return { fault_domain: { region: { name }, zone: { name: "z" } } };
}

export function milliOf(units: Units): Quantities {
  return new Map(Object.entries(units).map(([name, value]) => [name, value * 1000]));
}
