/** One agent's turn: who gets what of it. */
import { isReserved, isRevocable, type Resources, reservationRole } from "@mesos-ts/resources";
import type { Agent } from "./agent.ts";
import type { Books } from "./books.ts";
import type { Allocation, AllocatorConfig, Quantities, TimeMs } from "./contract.ts";
import { type Account, allowance } from "./quotas.ts";
import type { Role, Roles, Subscription } from "./roles.ts";
import type { Scalars } from "./sums.ts";
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
  /** What it cost, where asking a framework costs 1. */
  cost: number;
  /** Something was held back by a limit or for a guarantee. */
  heldBack: boolean;
  /** The earliest end of a filter that kept somebody from an offer. */
  wakeMs: TimeMs | undefined;
}

/** What was given in a turn: shares follow at its end, as the order of service is fixed within it. */
interface Given {
  readonly subscription: Subscription;
  readonly resources: Resources;
  readonly scalars: Scalars;
}

/** Of looking at a role that may have no use for the agent. */
const ROLE_COST = 0.1;

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
  #offeredShared: Resources;
  readonly #given: Given[] = [];
  /** What any role without a limit may have of the unreserved; computed again after each offer. */
  #common: Resources | undefined;
  #commonIsEnough = false;
  /** Roles with reservations here that had their turn. */
  readonly #served = new Set<Role>();

  constructor(market: Market, agent: Agent, offeredShared: Resources, nowMs: TimeMs, turn: Turn) {
    this.#market = market;
    this.#agent = agent;
    this.#offeredShared = offeredShared;
    this.#nowMs = nowMs;
    this.#turn = turn;
  }

  /** The first stage. */
  serveGuarantees(): void {
    const { roles } = this.#market;
    roles.visitHungry((role) => {
      this.#turn.cost++;
      if (this.#isExhausted) return false;
      for (const { value } of roles.frameworksOf(role)) {
        if (role.account.unsatisfied.size === 0) break;
        this.#offer(value, this.#towardsGuarantee(value));
      }
      return true;
    });
    this.#settleAccounts();
  }

  /** The second stage; `since`: only those whose demand widened after this. */
  serveAll(since: number): void {
    const { roles } = this.#market;
    const { reservedFor } = this.#agent;
    if (!this.#isHopeless) {
      roles.visit((role) => {
        this.#serveRole(role, since);
        return !this.#isHopeless;
      });
    }
    // What is left is for roles with reservations only.
    if (reservedFor !== undefined && !this.#isExhausted) {
      for (const role of roles.inOrder(reservedFor)) {
        if (!this.#served.has(role)) this.#serveRole(role, since);
      }
    }
    this.#settleAccounts();
  }

  /** The second stage for one alone. */
  serveOne(subscription: Subscription): void {
    this.#serve(subscription, this.#hasReservationsFor(subscription.role));
    this.#settleAccounts();
  }

  /** Shared resources that somebody was offered in this cycle. */
  get offeredShared(): Resources {
    return this.#offeredShared;
  }

  get #isExhausted(): boolean {
    return this.#agent.available.isEmpty && this.#agent.shared.isEmpty;
  }

  /** Nobody would take what is left, reservations aside. */
  get #isHopeless(): boolean {
    if (this.#isExhausted) return true;
    if (this.#market.hasOwnMinimums() || this.#agent.hasRevocable) return false;
    this.#forAnybody();
    return !this.#commonIsEnough;
  }

  #serveRole(role: Role, since: number): void {
    this.#turn.cost += ROLE_COST;
    if (role.widenedAt <= since) return;
    const isReserved = this.#hasReservationsFor(role);
    if (isReserved) this.#served.add(role);
    else if (this.#isAtLimit(role)) return;
    for (const { value } of this.#market.roles.frameworksOf(role)) {
      if (this.#isExhausted) return;
      if (value.widenedAt > since) this.#serve(value, isReserved);
    }
  }

  #serve(subscription: Subscription, isReserved: boolean): void {
    this.#turn.cost++;
    const { account } = subscription.role;
    if (isReserved || this.#agent.hasRevocable) {
      this.#offer(subscription, this.#withinQuota(account, this.#seenBy(subscription)));
      return;
    }
    const common = this.#forAnybody();
    if ((account.quota?.limits.size ?? 0) > 0) {
      this.#offer(subscription, this.#withinQuota(account, common));
    } else if (this.#commonIsEnough || this.#ownMinimum(subscription) !== undefined) {
      this.#offer(subscription, common);
    }
  }

  #hasReservationsFor({ path }: Role): boolean {
    const { reservedFor } = this.#agent;
    if (reservedFor === undefined) return false;
    if (reservedFor.has(path)) return true;
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      if (reservedFor.has(path.slice(0, at))) return true;
    }
    return false;
  }

  /** A limit leaves the role too little to be worth an offer. */
  #isAtLimit({ account }: Role): boolean {
    if (!account.atLimit || this.#market.hasOwnMinimums() || this.#agent.hasRevocable) return false;
    this.#turn.heldBack = true;
    return true;
  }

  /** What is unreserved, without what guarantees need. */
  #forAnybody(): Resources {
    if (this.#common !== undefined) return this.#common;
    const { quotas } = this.#market.books;
    const { available, reservedFor } = this.#agent;
    const unreserved = reservedFor === undefined ? available : available.unreserved();
    this.#common =
      quotas.hungry === 0 ? unreserved : this.#shrink(unreserved, (name) => quotas.surplus(name));
    this.#commonIsEnough = isEnough(this.#common, this.#market.minimum);
    return this.#common;
  }

  /** What there is for the role, of kinds that the framework understands. */
  #seenBy({ role, framework }: Subscription): Resources {
    const { available, shared, reservedFor, hasRevocable } = this.#agent;
    if (reservedFor === undefined && !hasRevocable) return available;
    const offerable = available.plus(shared.minus(this.#offeredShared)).allocatableTo(role.path);
    return visibleTo(offerable, framework.info.capabilities);
  }

  /** Without what the role's limit forbids and what guarantees need. */
  #withinQuota(account: Account, resources: Resources): Resources {
    const { quotas } = this.#market.books;
    return this.#shrink(resources, (name) =>
      smaller(allowance(account, name), quotas.surplus(name)),
    );
  }

  #shrink(resources: Resources, most: (name: string) => number | undefined): Resources {
    const within = resources.shrunkTo(most, isQuotaed);
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
    const { unsatisfied } = role.account;
    const seen = this.#seenBy(subscription);
    if (!isProgress(seen, unsatisfied)) return undefined;
    const offer = seen
      .filter((r) => !isReserved(r) || reservationRole(r) === role.path || isNotScalar(r))
      .shrunkTo((name) => {
        const lacking = unsatisfied.get(name) ?? 0;
        const allowed = allowance(role.account, name);
        const beyond = smaller(
          allowed === undefined ? undefined : allowed - lacking,
          quotas.surplus(name),
        );
        return beyond === undefined ? undefined : lacking + Math.max(0, beyond);
      }, isQuotaed);
    // A whole disk may have been all that would have counted, and too large.
    return isProgress(offer, unsatisfied) ? offer : undefined;
  }

  #offer(subscription: Subscription, resources: Resources | undefined): void {
    if (resources === undefined || resources.isEmpty) return;
    const { config, minimum } = this.#market;
    const own = this.#ownMinimum(subscription);
    const isKnownToDo = resources === this.#common && this.#commonIsEnough && own === undefined;
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
    const scalars = this.#market.books.take(subscription, agent, resources);
    this.#given.push({ subscription, resources, scalars });
    this.#common = undefined;
    if (!agent.shared.isEmpty) {
      this.#offeredShared = this.#offeredShared.plus(resources.shared());
    }
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
    for (const { subscription, resources, scalars } of this.#given) {
      this.#market.books.credit(subscription, this.#agent, resources, scalars, 1, 1);
    }
    this.#given.length = 0;
  }
}

/** Whether there is anything of what is lacking. */
function isProgress(resources: Resources, lacking: Quantities): boolean {
  for (const { meta } of resources) {
    if (lacking.has(meta.name) && isQuotaed(meta)) return true;
  }
  return false;
}

function isNotScalar({ type }: Resource): boolean {
  return type !== "SCALAR";
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
