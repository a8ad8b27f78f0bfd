import { assert, type Random } from "@mesos-ts/base";
import type { Quantities, SorterKind } from "./contract.ts";
import type { Framework } from "./framework.ts";
import { Lottery } from "./lottery.ts";
import type { Account, Quotas } from "./quotas.ts";
import { type Client, DrfSorter, type Pool } from "./sorter.ts";

/** The name under which a role competes with its own sub-roles. */
const SELF = ".";

/** A framework in one of its roles; also in a role that it left while it holds resources in it. */
export class Subscription {
  readonly framework: Framework;
  readonly role: Role;
  readonly client: Client<Subscription>;
  /** False: it only holds resources. */
  subscribed = false;
  suppressed = false;
  /** On how many agents it holds something. */
  holdings = 0;
  /** Filters of an older epoch are forgotten. */
  filterEpoch = 0;
  /** The demand clock when it last began to want more than before. */
  widenedAt = 0;

  constructor(framework: Framework, role: Role) {
    this.framework = framework;
    this.role = role;
    this.client = role.frameworks.add(framework.id, this, 1);
  }
}

export class Role {
  readonly path: string;
  readonly parent: Role | undefined;
  readonly children = new Map<string, Role>();
  readonly subscriptions = new Map<Framework, Subscription>();
  readonly frameworks: DrfSorter<Subscription>;
  /** Its sub-roles and, as `.`, itself. */
  readonly level: DrfSorter<Role>;
  /** Itself on its own level, while frameworks use it. */
  self: Client<Role> | undefined;
  /** Itself among its siblings; only the root has none. */
  readonly client: Client<Role> | undefined;
  /** The latest of its subscriptions. */
  widenedAt = 0;

  /** Of the top-level role that it belongs to, which is what quota is set on. */
  readonly account: Account;

  constructor(
    pool: Pool,
    path: string,
    parent: Role | undefined,
    weight: number,
    account: Account,
  ) {
    this.path = path;
    this.parent = parent;
    this.account = account;
    this.frameworks = new DrfSorter(pool);
    this.level = new DrfSorter(pool);
    this.client = parent?.level.add(nameOf(path), this, weight);
  }
}

/**
 * Roles and the frameworks in them, and who is to be served first: `eng/web` competes with
 * `eng/db` for what `eng` is due, `eng` competes with `ops`. A role that has sub-roles and
 * frameworks of its own competes as a leaf beside its sub-roles.
 */
export class Roles {
  readonly #pool: Pool;
  readonly #root: Role;
  readonly #byPath = new Map<string, Role>();
  readonly #kinds: { readonly role: SorterKind; readonly framework: SorterKind };
  readonly #random: Random;
  readonly #weights: Map<string, number>;
  readonly #quotas: Quotas;
  /** For the random order of roles, while nothing changes about them. */
  #knownChances: ReadonlyMap<Role, number> | undefined;
  #lottery: Lottery<Role> | undefined;

  constructor(options: {
    readonly pool: Pool;
    readonly quotas: Quotas;
    readonly weights: Readonly<Record<string, number>>;
    readonly roleSorter: SorterKind;
    readonly frameworkSorter: SorterKind;
    readonly random: Random;
  }) {
    this.#pool = options.pool;
    this.#weights = new Map(Object.entries(options.weights));
    this.#kinds = { role: options.roleSorter, framework: options.frameworkSorter };
    this.#random = options.random;
    this.#quotas = options.quotas;
    this.#root = new Role(this.#pool, "", undefined, 1, this.#quotas.use(""));
  }

  get(path: string): Role | undefined {
    return this.#byPath.get(path);
  }

  /** Those that frameworks use. */
  *inUse(): IterableIterator<Role> {
    for (const role of this.#byPath.values()) {
      if (role.self !== undefined) yield role;
    }
  }

  /** Paths of roles that frameworks use, with those above them, and of roles with a weight. */
  *known(): IterableIterator<string> {
    yield* this.#byPath.keys();
    for (const [path, weight] of this.#weights) {
      if (weight !== 1) yield path;
    }
  }

  /** The framework in the role, made when it is not there yet; it does not get offers at first. */
  subscribe(framework: Framework, path: string): Subscription {
    const role = this.#role(path);
    const known = role.subscriptions.get(framework);
    if (known !== undefined) return known;
    role.self ??= role.level.add(SELF, role, 1);
    const subscription = new Subscription(framework, role);
    role.subscriptions.set(framework, subscription);
    return subscription;
  }

  remove(subscription: Subscription): void {
    const { role, framework, client } = subscription;
    this.setActive(subscription, false);
    role.frameworks.remove(client);
    role.subscriptions.delete(framework);
    if (role.subscriptions.size > 0) return;
    if (role.self !== undefined) role.level.remove(role.self);
    role.self = undefined;
    this.#prune(role);
  }

  /** Whether offers are made to it. A role competes while somebody in it or below wants offers. */
  setActive({ role, client }: Subscription, active: boolean): void {
    if (client.active === active) return;
    this.#forgetChances();
    role.frameworks.setActive(client, active);
    if (role.self === undefined) return;
    role.level.setActive(role.self, role.frameworks.activeCount > 0);
    for (let at: Role | undefined = role; at?.parent !== undefined; at = at.parent) {
      if (at.client === undefined) break;
      at.parent.level.setActive(at.client, at.level.activeCount > 0);
    }
  }

  /** `subscription` was given or gave back something. */
  account(
    { role, client }: Subscription,
    quantities: Quantities,
    sign: 1 | -1,
    allocations: 0 | 1,
  ): void {
    role.frameworks.change(client, quantities, sign, allocations);
    assert(role.self !== undefined, `role ${role.path} is used by nobody`);
    role.level.change(role.self, quantities, sign, allocations);
    for (let at = role; at.parent !== undefined; at = at.parent) {
      if (at.client === undefined) return;
      at.parent.level.change(at.client, quantities, sign, allocations);
    }
  }

  /** The same for a copy of a shared resource, `key`, of which only the first counts. */
  accountShared(
    { role, client }: Subscription,
    key: string,
    quantities: Quantities,
    sign: 1 | -1,
  ): void {
    role.frameworks.changeShared(client, key, quantities, sign);
    assert(role.self !== undefined, `role ${role.path} is used by nobody`);
    role.level.changeShared(role.self, key, quantities, sign);
    for (let at = role; at.parent !== undefined; at = at.parent) {
      if (at.client === undefined) return;
      at.parent.level.changeShared(at.client, key, quantities, sign);
    }
  }

  weightOf(path: string): number {
    return this.#weights.get(path) ?? 1;
  }

  setWeight(path: string, weight: number): void {
    this.#weights.set(path, weight);
    this.#forgetChances();
    const role = this.#byPath.get(path);
    if (role?.client !== undefined) role.parent?.level.setWeight(role.client, weight);
  }

  /** The role's dominant share on its level. */
  share({ client, parent }: Role): number {
    return client === undefined || parent === undefined ? 0 : parent.level.share(client);
  }

  /**
   * Visits roles with active frameworks, the one to serve first in front, until `visit` returns
   * false. Shares must not change meanwhile.
   */
  visit(visit: (role: Role) => boolean): void {
    if (this.#kinds.role === "drf") {
      visitLevel(this.#root, visit);
      return;
    }
    this.#draw(visit, () => true);
  }

  /** The same for roles whose guarantees are not satisfied. */
  visitHungry(visit: (role: Role) => boolean): void {
    if (this.#kinds.role === "drf") {
      this.#noteHunger();
      for (const { value } of this.#root.level.hungry()) {
        if (!visitLevel(value, visit)) return;
      }
      return;
    }
    this.#draw(visit, ({ account }) => account.unsatisfied.size > 0);
  }

  /** Active roles that are these or below them, the one to serve first in front. */
  inOrder(paths: Iterable<string>): Role[] {
    const found = new Set<Role>();
    const collect = (role: Role): void => {
      if (role.self?.active === true) found.add(role);
      for (const child of role.children.values()) collect(child);
    };
    for (const path of paths) {
      const role = this.#byPath.get(path);
      if (role !== undefined) collect(role);
    }
    if (this.#kinds.role === "random") {
      return new Lottery([...found], (role) => this.#chances().get(role) ?? 0).all(this.#random);
    }
    return [...found].sort(compareRoles);
  }

  /** The active frameworks of a role, the one to serve first in front. */
  frameworksOf({ frameworks }: Role): Iterable<Client<Subscription>> {
    if (this.#kinds.framework === "drf") return frameworks.ordered();
    return frameworks.lottery().draw(this.#random, () => true);
  }

  #draw(visit: (role: Role) => boolean, isEligible: (role: Role) => boolean): void {
    const chances = this.#chances();
    this.#lottery ??= new Lottery([...chances.keys()], (role) => chances.get(role) ?? 0);
    for (const role of this.#lottery.draw(this.#random, isEligible)) {
      if (!visit(role)) return;
    }
  }

  /** Of active roles, how likely each is the first; what a role has of its parent's chance follows its weight. */
  #chances(): ReadonlyMap<Role, number> {
    if (this.#knownChances !== undefined) return this.#knownChances;
    const chances = new Map<Role, number>();
    const collect = (parent: Role, chance: number): void => {
      const level = parent.level.ordered();
      const sum = level.reduce((total, { weight }) => total + weight, 0);
      for (const client of level) {
        const own = (chance * client.weight) / sum;
        if (client.value === parent) chances.set(parent, own);
        else collect(client.value, own);
      }
    };
    collect(this.#root, 1);
    this.#knownChances = chances;
    return chances;
  }

  #forgetChances(): void {
    this.#knownChances = undefined;
    this.#lottery = undefined;
  }

  #noteHunger(): void {
    for (const { role, unsatisfied } of this.#quotas.takeHungerChanges()) {
      const client = this.#byPath.get(role)?.client;
      if (client !== undefined) this.#root.level.setHungry(client, unsatisfied.size > 0);
    }
  }

  #role(path: string): Role {
    const known = this.#byPath.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf("/");
    const parent = slash < 0 ? this.#root : this.#role(path.slice(0, slash));
    const account = this.#quotas.use(slash < 0 ? path : parent.account.role);
    const role = new Role(this.#pool, path, parent, this.weightOf(path), account);
    if (role.client !== undefined && parent === this.#root) {
      parent.level.setHungry(role.client, account.unsatisfied.size > 0);
    }
    parent.children.set(path, role);
    this.#byPath.set(path, role);
    return role;
  }

  /** Forgets the role, and those above it, when nothing is left in it. */
  #prune(from: Role): void {
    for (let role = from; role.parent !== undefined; role = role.parent) {
      if (role.subscriptions.size > 0 || role.children.size > 0) return;
      if (role.client !== undefined) role.parent.level.remove(role.client);
      role.parent.children.delete(role.path);
      this.#quotas.unuse(role.account);
      this.#byPath.delete(role.path);
    }
  }
}

function visitLevel(parent: Role, visit: (role: Role) => boolean): boolean {
  for (const { value } of parent.level.ordered()) {
    const goesOn = value === parent ? visit(parent) : visitLevel(value, visit);
    if (!goesOn) return false;
  }
  return true;
}

/** Where two roles stand to each other is decided where their paths part. */
function compareRoles(a: Role, b: Role): number {
  const pathA = lineOf(a);
  const pathB = lineOf(b);
  let depth = 0;
  while (pathA[depth] !== undefined && pathA[depth] === pathB[depth]) depth++;
  const parent = pathA[depth - 1];
  const clientA = pathA[depth]?.client ?? parent?.self;
  const clientB = pathB[depth]?.client ?? parent?.self;
  if (parent === undefined || clientA === undefined || clientB === undefined) return 0;
  return parent.level.compare(clientA, clientB);
}

/** From the root to the role. */
function lineOf(role: Role): Role[] {
  const line: Role[] = [];
  for (let at: Role | undefined = role; at !== undefined; at = at.parent) line.unshift(at);
  return line;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
