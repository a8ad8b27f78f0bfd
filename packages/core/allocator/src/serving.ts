/** One agent's turn: who gets what of it. */
import { isReserved, isRevocable, type Resources, reservationRole } from "@mesos-ts/resources";
import type { Agent } from "./agent.ts";
import type { Books } from "./books.ts";
import type { Allocation, AllocatorConfig, TimeMs } from "./contract.ts";
import type { Role, Roles, Subscription } from "./roles.ts";
import { isEnough, type Minimum, mayReceive, visibleTo } from "./visibility.ts";

type Resource = Parameters<Parameters<Resources["filter"]>[0]>[0];

export interface Market {
  readonly config: AllocatorConfig;
  /** What is worth an offer, of the configuration. */
  readonly minimum: Minimum;
  readonly roles: Roles;
  readonly books: Books;
  /** Whether some framework has a `min_allocatable_resources` of its own. */
  readonly hasOwnMinimums: () => boolean;
  readonly isWhitelisted: (agent: Agent) => boolean;
}

/** What an agent's turn came to. */
export interface Turn {
  readonly allocations: Allocation[];
  /** How many frameworks were asked. */
  asked: number;
  /** Something was held back by a limit or for a guarantee. */
  heldBack: boolean;
  /** The earliest end of a filter that kept somebody from an offer. */
  wakeMs: TimeMs | undefined;
}

/** What was given in a turn: shares follow at its end, as the order of service is fixed within it. */
interface Given {
  readonly subscription: Subscription;
  readonly resources: Resources;
}

/** Unreserved scalars that can be counted on: what quota is about. */
function isQuotaed(resource: Resource): boolean {
  return resource.type === "SCALAR" && !isReserved(resource) && !isRevocable(resource);
}

/**
 * Serves one agent to those who are due.
 *
 * First stage: only roles whose guarantees are not satisfied. Second stage: all roles, as far as
 * limits allow and guarantees of others stay possible.
 */
export class Service {
  readonly #market: Market;
  readonly #agent: Agent;
  readonly #nowMs: TimeMs;
  readonly #turn: Turn;
  /** Shared resources that somebody was offered in this cycle already. */
  readonly #offeredShared: Resources;
  readonly #given: Given[] = [];
  /** What any role without limits and reservations may have; computed again after each offer. */
  #common: Resources | undefined;
  #commonIsEnough = false;

  constructor(market: Market, agent: Agent, offeredShared: Resources, nowMs: TimeMs, turn: Turn) {
    this.#market = market;
    this.#agent = agent;
    this.#offeredShared = offeredShared;
    this.#nowMs = nowMs;
    this.#turn = turn;
  }

  /** The first stage. */
  serveGuarantees(): void {
    const { roles, books } = this.#market;
    roles.visit((role) => {
      if (this.#isExhausted) return false;
      if (books.quotas.unsatisfied(role.top).size === 0) return true;
      for (const { value } of roles.frameworksOf(role)) {
        if (books.quotas.unsatisfied(role.top).size === 0) break;
        this.#offer(value, this.#towardsGuarantee(value));
      }
      return true;
    });
    this.#settleAccounts();
  }

  /** The second stage; `since`: only those whose demand widened after this. */
  serveAll(since: number): void {
    const { roles } = this.#market;
    if (this.#isHopeless) return;
    roles.visit((role) => {
      if (this.#isExhausted) return false;
      if (role.widenedAt <= since) return true;
      for (const { value } of roles.frameworksOf(role)) {
        if (value.widenedAt <= since) continue;
        if (this.#isExhausted) return false;
        this.#serve(value);
      }
      return true;
    });
    this.#settleAccounts();
  }

  /** The second stage for one alone. */
  serveOne(subscription: Subscription): void {
    this.#serve(subscription);
    this.#settleAccounts();
  }

  get #isExhausted(): boolean {
    return this.#agent.available.isEmpty && this.#agent.shared.isEmpty;
  }

  /** Nobody would take so little. */
  get #isHopeless(): boolean {
    if (this.#agent.isSpecial || this.#market.hasOwnMinimums()) return false;
    return !isEnough(this.#agent.available, this.#market.minimum);
  }

  #serve(subscription: Subscription): void {
    this.#turn.asked++;
    const { quotas } = this.#market.books;
    const isLimited = quotas.limits(subscription.role.top).size > 0;
    if (this.#agent.isSpecial || isLimited) {
      this.#offer(subscription, this.#withinQuota(subscription.role, this.#seenBy(subscription)));
      return;
    }
    if (this.#common === undefined) {
      this.#common = this.#withinQuota(subscription.role, this.#agent.available);
      this.#commonIsEnough = isEnough(this.#common, this.#market.minimum);
    }
    if (this.#commonIsEnough || this.#ownMinimum(subscription) !== undefined) {
      this.#offer(subscription, this.#common);
    }
  }

  /** What there is for the role, of kinds that the framework understands. */
  #seenBy({ role, framework }: Subscription): Resources {
    const { available, shared, isSpecial } = this.#agent;
    if (!isSpecial) return available;
    const offerable = available.plus(shared.minus(this.#offeredShared)).allocatableTo(role.path);
    return visibleTo(offerable, framework.info.capabilities);
  }

  /** Without what the role's limit forbids and what guarantees need. */
  #withinQuota(role: Role, resources: Resources): Resources {
    const { quotas } = this.#market.books;
    const within = resources.shrunkTo(
      (name) => smaller(quotas.allowance(role.top, name), quotas.surplus(name)),
      isQuotaed,
    );
    if (within !== resources) this.#turn.heldBack = true;
    return within;
  }

  /**
   * What brings the role nearer to its guarantee, with all else that makes an offer useful: its
   * reservations, other kinds of resources, and more than guaranteed as far as quota allows.
   * Nothing, when nothing brings it nearer.
   */
  #towardsGuarantee(subscription: Subscription): Resources | undefined {
    const { role } = subscription;
    const { quotas } = this.#market.books;
    const unsatisfied = quotas.unsatisfied(role.top);
    const seen = this.#seenBy(subscription);
    let isProgress = false;
    for (const { meta, amount } of seen) {
      if (isQuotaed(meta) && amount.type === "scalar" && unsatisfied.has(meta.name)) {
        isProgress = true;
      }
    }
    if (!isProgress) return undefined;
    return seen
      .filter((r) => !isReserved(r) || reservationRole(r) === role.path || isNotScalar(r))
      .shrunkTo((name) => {
        const lacking = unsatisfied.get(name) ?? 0;
        const allowance = quotas.allowance(role.top, name);
        const beyond = smaller(
          allowance === undefined ? undefined : allowance - lacking,
          quotas.surplus(name),
        );
        return beyond === undefined ? undefined : lacking + Math.max(0, beyond);
      }, isQuotaed);
  }

  #offer(subscription: Subscription, resources: Resources | undefined): void {
    if (resources === undefined || resources.isEmpty) return;
    const { config, minimum } = this.#market;
    const own = this.#ownMinimum(subscription);
    const isKnownToDo = resources === this.#common && own === undefined;
    if (!isKnownToDo && !isEnough(resources, own ?? minimum)) return;
    if (!mayReceive(subscription, this.#agent, config)) return;
    const untilMs = this.#agent.filters?.refusedUntil(subscription, resources, this.#nowMs);
    if (untilMs !== undefined) {
      this.#turn.wakeMs = Math.min(this.#turn.wakeMs ?? untilMs, untilMs);
      return;
    }
    this.#give(subscription, resources);
  }

  #ownMinimum({ framework, role }: Subscription): Minimum | undefined {
    return framework.minimums.get(role.path);
  }

  #give(subscription: Subscription, resources: Resources): void {
    const agent = this.#agent;
    this.#market.books.take(subscription, agent, resources);
    this.#given.push({ subscription, resources });
    this.#common = undefined;
    agent.unanswered++;
    agent.offeredMs = this.#nowMs;
    this.#turn.allocations.push({
      frameworkId: subscription.framework.id,
      role: subscription.role.path,
      agentId: agent.id,
      resources: resources.allocated(subscription.role.path),
    });
  }

  #settleAccounts(): void {
    for (const { subscription, resources } of this.#given) {
      this.#market.books.credit(subscription, this.#agent, resources, 1, 1);
    }
    this.#given.length = 0;
  }
}

function isNotScalar({ type }: Resource): boolean {
  return type !== "SCALAR";
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
