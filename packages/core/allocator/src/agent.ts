import { isReserved, isRevocable, isShared, Resources, reservationRole } from "@mesos-ts/resources";
import type { AgentFacts, AllocatorAgent, TimeMs } from "./contract.ts";
import type { AgentFilters } from "./filters.ts";
import type { Subscription } from "./roles.ts";

/** Not visited by anybody since it changed. */
export const UNSETTLED = -1;

/** What the allocator knows of an agent. */
export class Agent {
  readonly id: string;
  total: Resources;
  /** Total less what anybody holds, without allocation and without shared resources. */
  available: Resources;
  /** What can be offered any number of times. */
  shared: Resources;
  /** By whom what is held, without allocation; undefined: nothing is. */
  held: Map<Subscription, Resources> | undefined;
  /** More is held than there is: the total shrank. */
  overheld = false;
  facts: AgentFacts;
  capabilities: AllocatorAgent["capabilities"];
  active = true;
  hasGpus = false;
  hasRevocable = false;
  /** Roles that something of it is reserved for; undefined: nothing is. */
  reservedFor: ReadonlySet<string> | undefined;
  /** Refusals of what it offers; undefined: none. */
  filters: AgentFilters | undefined;
  /** The demand clock when all who wanted something then had been asked; {@link UNSETTLED}. */
  settledAt = UNSETTLED;
  /** When a filter ends that keeps it from being offered; undefined: none does. */
  wakeMs: TimeMs | undefined;
  /** Allocations that somebody still thinks about, and when the last one was made. */
  unanswered = 0;
  offeredMs: TimeMs = 0;
  /** Who has an inverse offer; undefined: no maintenance is scheduled. */
  told: Set<string> | undefined;

  constructor(id: string, { total, facts, capabilities }: AllocatorAgent) {
    this.id = id;
    this.facts = facts;
    this.capabilities = capabilities;
    this.total = Resources.none;
    this.available = Resources.none;
    this.shared = Resources.none;
    this.become(total);
  }

  /** Takes over a total; who changes it sees to `available`. */
  become(total: Resources): void {
    this.total = total;
    this.shared = total.shared();
    this.hasGpus = total.milli("gpus") > 0;
    const roles = new Set<string>();
    this.hasRevocable = false;
    for (const { meta } of total) {
      if (isRevocable(meta)) this.hasRevocable = true;
      if (isReserved(meta)) roles.add(reservationRole(meta));
    }
    this.reservedFor = roles.size === 0 ? undefined : roles;
  }
}

/** In any order. */
export function sameAttributes(a: AgentFacts, b: AgentFacts): boolean {
  const textOf = ({ attributes = [] }: AgentFacts): string =>
    attributes
      .map((attribute) => JSON.stringify(attribute))
      .sort()
      .join();
  return textOf(a) === textOf(b);
}

/** What is there once, of resources that are partly shared. */
export function unshared(resources: Resources): Resources {
  return resources.filter((resource) => !isShared(resource));
}
