/** Random histories of small clusters, each told by numbers that fast-check draws and shrinks. */
import { unwrap } from "@mesos-ts/base";
import type {
  AgentInfo_Capability_Type,
  FrameworkInfo_Capability_Type,
  Resource,
} from "@mesos-ts/protos";
import { parseResources, Resources } from "@mesos-ts/resources";
import fc from "fast-check";
import { expectSame } from "./comparison.test-support.ts";
import {
  type AllocatorAgent,
  type AllocatorConfig,
  type AllocatorFramework,
  DEFAULT_ALLOCATOR_CONFIG,
  type MinAllocatable,
  type Quantities,
} from "./contract.ts";
import { isQuotaed } from "./reference.test-support.ts";
import { Twin } from "./twin.test-support.ts";

/** What happens, and three numbers that say to whom and how. */
type Step = readonly [kind: number, a: number, b: number, c: number];

export interface History {
  readonly seed: number;
  readonly setting: number;
  readonly steps: readonly Step[];
}

const ROLES = ["a", "a/x", "b", "b/y/z", "c", "*", "a/x/w"] as const;
const INTERVALS_MS = [0, 1, 10, 500, 999, 1000, 1000, 1000, 1001, 2500] as const;
const REFUSALS_MS = [undefined, 0, 10, 1000, 1500, 5000, 1e9] as const;
const AGENTS = 4;
const FRAMEWORKS = 5;

const bag = (text: string): Resources => unwrap(parseResources(text, "*"));
const some = (name: string, value: number, rest: Partial<Resource>): Resources =>
  Resources.of([{ name, type: "SCALAR", scalar: { value }, ...rest }]);
const forRole = (role: string) => ({ type: "DYNAMIC", role, principal: "p" }) as const;

const SHARED_VOLUME: Partial<Resource> = {
  reservations: [forRole("a")],
  disk: { persistence: { id: "v", principal: "p" }, volume: { container_path: "v", mode: "RW" } },
  shared: {},
};

const TOTALS: readonly Resources[] = [
  bag("cpus:4;mem:256"),
  bag("cpus:2;mem:128;disk:100;ports:[1-10]"),
  bag("cpus:1;mem:64"),
  bag("cpus:4;mem:256;gpus:1"),
  bag("cpus:2;mem:128;cpus(a):1;mem(a):64"),
  bag("cpus:2;mem:64;cpus(b/y):2;disk(b):10;ports(b):[1-5];ports:[6-9]"),
  bag("cpus:2;mem:128").plus(some("cpus", 2, { revocable: {} })),
  bag("cpus:2;mem:128").plus(some("disk", 10, SHARED_VOLUME)),
  bag("cpus:2;mem:64").plus(some("cpus", 1, { reservations: [forRole("a"), forRole("a/x")] })),
  bag("cpus:2;mem:64").plus(some("disk", 10, { disk: { source: { type: "MOUNT" } } })),
  bag("cpus(a/x):1;mem(a/x):32").plus(some("disk", 10, SHARED_VOLUME)),
  bag("disk:50;mem:31"),
];

const MINIMUMS: readonly MinAllocatable[] = [
  [{ cpus: 0.01 }, { mem: 32 }],
  [],
  [{ cpus: 1, mem: 64 }],
  [{ disk: 1 }],
];

const WEIGHTS: readonly Readonly<Record<string, number>>[] = [
  {},
  { a: 2 },
  { "a/x": 0.5, b: 3 },
  { a: 1, b: 1, "b/y": 10 },
];

const QUANTITIES: readonly Readonly<Record<string, number>>[] = [
  {},
  { cpus: 1 },
  { cpus: 3, mem: 100 },
  { cpus: 100 },
  { mem: 64, disk: 5 },
  { cpus: 0 },
  { cpus: 0, mem: 0 },
  { gpus: 1 },
];

const AGENT_CAPABILITIES: readonly (readonly AgentInfo_Capability_Type[])[] = [
  ["MULTI_ROLE", "HIERARCHICAL_ROLE"],
  ["MULTI_ROLE", "HIERARCHICAL_ROLE"],
  ["MULTI_ROLE", "HIERARCHICAL_ROLE"],
  ["MULTI_ROLE"],
  ["HIERARCHICAL_ROLE"],
];

const FRAMEWORK_CAPABILITIES: readonly FrameworkInfo_Capability_Type[] = [
  "GPU_RESOURCES",
  "REVOCABLE_RESOURCES",
  "SHARED_RESOURCES",
  "RESERVATION_REFINEMENT",
  "REGION_AWARE",
];

const STEPS = 14;
/** All refusals are over by then. */
const LONG_MS = 1e10;

/** Cycles in one go, in slices with other things between them, or with random sorters. */
export const HISTORY_KINDS = ["exact", "sliced", "random"] as const;
type HistoryKind = (typeof HISTORY_KINDS)[number];

export const histories: fc.Arbitrary<History> = fc.record({
  seed: fc.nat(0xffff),
  setting: fc.nat(0xffff),
  steps: fc.array(fc.tuple(fc.nat(99), fc.nat(255), fc.nat(255), fc.nat(255)), {
    maxLength: STEPS,
    size: "max",
  }),
});

/** Plays a history, with all that must hold after every step. */
export function play({ seed, setting, steps }: History, kind: HistoryKind): void {
  const { config, sliceBudget } = settingOf(setting, kind);
  const twin = new Twin(config, seed, sliceBudget);
  const player = new Player(twin, kind !== "exact");
  const told: string[] = [`setting ${JSON.stringify(config)}, slices of ${sliceBudget}`];
  try {
    for (const step of [...prelude(seed), ...steps]) {
      told.push(`${twin.nowMs}: ${player.act(step)}`);
      twin.check();
    }
    told.push("the last batch");
    twin.runToTheEnd();
    twin.check();
    told.push("from nothing");
    compareWithRebuilt(twin, seed);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${told.join("\n")}`, {
      cause: error,
    });
  }
}

/** What is kept step by step is what a new allocator counts; long after, both offer alike. */
function compareWithRebuilt(twin: Twin, seed: number): void {
  const rebuilt = twin.rebuilt(seed + 1);
  rebuilt.check();
  expectSame("figures from nothing", rebuilt.figures(), twin.figures());
  for (const each of [twin, rebuilt]) {
    each.run(LONG_MS);
    each.check();
  }
}

/** A few agents and frameworks to begin with. */
function prelude(seed: number): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < 2; i++) steps.push([0, i, seed * 7 + i * 5, seed >> i]);
  for (let i = 0; i < 3; i++) steps.push([KINDS.framework, i, seed * 3 + i * 11, (seed >> i) * 5]);
  return steps;
}

function settingOf(
  setting: number,
  kind: HistoryKind,
): { config: AllocatorConfig; sliceBudget: number | undefined } {
  const config: AllocatorConfig = {
    ...DEFAULT_ALLOCATOR_CONFIG,
    weights: at(WEIGHTS, setting),
    minAllocatable: at(MINIMUMS, (setting >> 2) % 3 === 0 ? setting >> 4 : 0),
    filterGpuResources: (setting & 64) === 0,
    fairSharingExcluded: new Set((setting & 128) === 0 ? [] : ["cpus"]),
    domain: (setting & 256) === 0 ? undefined : domainOf("here"),
    roleSorter: kind === "random" ? "random" : "drf",
    frameworkSorter: kind === "random" && (setting & 512) === 0 ? "random" : "drf",
  };
  return { config, sliceBudget: kind === "exact" ? undefined : 1 + (setting % 80) };
}

/** From which number on a step is of which kind; see {@link Player.act}. */
const KINDS = { agent: 0, framework: 7 } as const;

class Player {
  readonly #twin: Twin;
  readonly #interleaves: boolean;

  constructor(twin: Twin, interleaves: boolean) {
    this.#twin = twin;
    this.#interleaves = interleaves;
  }

  /** Does what the step says, as far as it is possible, and tells it. */
  act([kind, a, b, c]: Step): string {
    if (kind < 7) return this.#agent(a, b, c);
    if (kind < 14) return this.#framework(a, b, c);
    if (kind < 40) return this.#run(a, b);
    if (kind < 55) return this.#answer(a, b, c);
    if (kind < 62) return this.#free(a, b);
    if (kind < 68) return this.#convert(a, b);
    if (kind < 74) return this.#quota(a, b, c);
    if (kind < 86) return this.#changeFramework(kind, a, b, c);
    if (kind < 94) return this.#changeAgent(kind, a, b, c);
    if (kind < 97) return this.#settings(a, b);
    return this.#nonsense(a, b, c);
  }

  #agent(a: number, b: number, c: number): string {
    const id = `s${a % AGENTS}`;
    if (this.#twin.agents.has(id)) {
      if (c % 4 !== 0) return this.#changeAgent(86 + (b % 9), a, b >> 3, c);
      this.#twin.removeAgent(id);
      return `agent ${id} is removed`;
    }
    const used = new Map<string, Resources>();
    const framework = this.#pick(this.#twin.frameworks, b);
    if (c % 8 === 7 && framework !== undefined) {
      used.set(framework.id, bag("cpus:1;mem:32").allocated(at(ROLES, b)));
    }
    const agent = agentOf(a % AGENTS, b, c);
    this.#twin.addAgent(id, { ...agent, used });
    return `agent ${id} with ${agent.total}, facts ${JSON.stringify(agent.facts)}, used ${[...used.values()]}`;
  }

  #framework(a: number, b: number, c: number): string {
    const id = `f${a % FRAMEWORKS}`;
    if (this.#twin.frameworks.has(id)) {
      if (c % 4 !== 0) return this.#changeFramework(74 + (b % 12), a, b >> 3, c);
      this.#twin.removeFramework(id);
      return `framework ${id} is removed`;
    }
    const info = frameworkOf(b, c);
    this.#twin.addFramework(id, info, c % 16 !== 15);
    return `framework ${id}: ${textOf(info)}`;
  }

  #run(a: number, b: number): string {
    const ms = at(INTERVALS_MS, a);
    const slices = this.#interleaves && b % 3 === 0 ? 1 + (b % 5) : undefined;
    const before = this.#twin.nowMs;
    const offers = this.#twin.run(ms, slices);
    const texts = offers.map((o) => `${o.frameworkId} ${o.agentId} ${o.resources}`);
    return `run at ${before + ms}, ${slices ?? "all"} slices: ${texts.join(", ")}`;
  }

  #answer(a: number, b: number, c: number): string {
    const offer = this.#twin.offers[a % Math.max(1, this.#twin.offers.length)];
    if (offer === undefined) return "nothing to answer";
    const text = `${offer.frameworkId} ${offer.agentId} ${offer.resources}`;
    if (b % 3 === 0) {
      this.#twin.accept(offer);
      return `accepted ${text}`;
    }
    const refuseMs = at(REFUSALS_MS, c);
    this.#twin.decline(offer, refuseMs);
    return `declined ${text} for ${refuseMs}`;
  }

  #free(a: number, b: number): string {
    const used = this.#twin.used[a % Math.max(1, this.#twin.used.length)];
    if (used === undefined) return this.#answer(a, 0, 0);
    if (b % 16 === 0) {
      this.#twin.addAllocation(used.frameworkId, used.agentId, bag("cpus:1").allocated(used.role));
      return `${used.frameworkId} uses more of ${used.agentId}`;
    }
    this.#twin.free(used);
    return `freed ${used.frameworkId} ${used.agentId} ${used.resources}`;
  }

  /** RESERVE, UNRESERVE or CREATE of a shared volume, by a framework or by an operator. */
  #convert(a: number, b: number): string {
    if (b % 4 === 0) return this.#operate(a, b >> 2);
    const used = this.#twin.used[a % Math.max(1, this.#twin.used.length)];
    if (used === undefined) return this.#answer(a, 0, 0);
    const held = used.resources.unallocated();
    const before = b % 2 === 0 ? held.filter(isQuotaed) : held.filter(isReservedOnce);
    const after = b % 2 === 0 ? reservedFor(before, used.role) : unreserved(before);
    if (before.isEmpty || used.role === "*") return "nothing to convert";
    const agent = this.#twin.agents.get(used.agentId);
    // The master refuses to convert what the agent has no more.
    if (agent?.total.contains(before) !== true) return "nothing that can be converted";
    this.#twin.convert(used, before, after);
    return `${used.frameworkId} turns ${before} of ${used.agentId} into ${after}`;
  }

  #operate(a: number, b: number): string {
    const agent = this.#pick(this.#twin.agents, a);
    if (agent === undefined) return "no agent to convert";
    const plain = bag("cpus:1;mem:32");
    const reserved = reservedFor(plain, "b");
    const [before, after] = b % 2 === 0 ? [plain, reserved] : [reserved, plain];
    this.#twin.convertAvailable(agent.id, before, after);
    return `the operator turns ${before} of ${agent.id} into ${after}`;
  }

  #quota(a: number, b: number, c: number): string {
    const role = at(["a", "b", "c", "*"], a);
    const guarantees = quantitiesOf(at(QUANTITIES, b));
    const limits = new Map(quantitiesOf(at(QUANTITIES, c)));
    for (const [name, milli] of guarantees) {
      const limit = limits.get(name);
      if (limit !== undefined && limit < milli) limits.set(name, milli);
    }
    this.#twin.updateQuota(role, { guarantees, limits });
    return `quota of ${role}: ${[...guarantees]} to ${[...limits]}`;
  }

  #changeFramework(kind: number, a: number, b: number, c: number): string {
    const framework = this.#pick(this.#twin.frameworks, a);
    if (framework === undefined) return "no framework to change";
    const { id, active, info } = framework;
    const roles = c % 2 === 0 ? [] : [at(ROLES, b)];
    if (kind < 77) {
      this.#twin.suppress(id, roles);
      return `${id} suppresses ${roles}`;
    }
    if (kind < 81) {
      this.#twin.revive(id, roles);
      return `${id} revives ${roles}`;
    }
    if (kind < 83) {
      const next = b % 2 === 0 ? frameworkOf(b, c) : { ...info, suppressedRoles: roles };
      this.#twin.updateFramework(id, next);
      return `${id} is now ${textOf(next)}`;
    }
    this.#twin.setActive(id, !active);
    return `${id} is ${active ? "in" : ""}active`;
  }

  #changeAgent(kind: number, a: number, b: number, c: number): string {
    const agent = this.#pick(this.#twin.agents, a);
    if (agent === undefined) return "no agent to change";
    const { id, active, isUnavailable } = agent;
    if (kind < 88) {
      this.#twin.updateTotal(id, at(TOTALS, b));
      return `${id} has now ${at(TOTALS, b)}`;
    }
    if (kind < 90) {
      const { facts, capabilities } = agentOf(Number(id.slice(1)), b, c);
      this.#twin.updateFacts(id, facts, capabilities);
      return `${id} is now ${JSON.stringify(facts)} ${[...capabilities]}`;
    }
    if (kind < 92) {
      this.#twin.setAgentActive(id, !active);
      return `${id} is ${active ? "in" : ""}active`;
    }
    if (kind === 92) {
      const framework = this.#pick(this.#twin.frameworks, b);
      if (framework === undefined) return "nobody answers";
      this.#twin.answeredInverse(framework.id, id, at(REFUSALS_MS, c));
      return `${framework.id} answers the inverse offer of ${id} for ${at(REFUSALS_MS, c)}`;
    }
    const will = c % 3 === 0 ? isUnavailable : !isUnavailable;
    this.#twin.updateUnavailability(id, will);
    return `${id} will be ${will ? "un" : ""}available`;
  }

  #settings(a: number, b: number): string {
    if (a % 2 === 0) {
      this.#twin.updateWeights(at(WEIGHTS, b));
      return `weights ${JSON.stringify(at(WEIGHTS, b))}`;
    }
    const list = at([undefined, ["h0", "h1"], [], ["h2"]], b);
    this.#twin.updateWhitelist(list && new Set(list));
    return `whitelist ${list}`;
  }

  /** What comes too late, too often, or for nobody. */
  #nonsense(a: number, b: number, c: number): string {
    const { allocator, nowMs } = this.#twin;
    const resources = bag("cpus:1").allocated("a");
    const framework = this.#pick(this.#twin.frameworks, a);
    const agent = this.#pick(this.#twin.agents, b);
    allocator.recover("nobody", agent?.id ?? "", resources, "freed", 5000, nowMs);
    allocator.recover(framework?.id ?? "", "nowhere", resources, "unused", 5000, nowMs);
    allocator.addAllocation("nobody", agent?.id ?? "", resources);
    allocator.answered("nowhere", nowMs);
    allocator.answeredInverse("nobody", agent?.id ?? "", 1000, nowMs);
    if (agent !== undefined && c % 2 === 0) this.#twin.answeredAgain(agent.id);
    if (framework !== undefined && c % 3 === 0) this.#twin.revive(framework.id, ["foreign"]);
    if (framework !== undefined && c % 3 === 1) this.#twin.suppress(framework.id, ["foreign"]);
    return `nonsense of ${framework?.id} and ${agent?.id}`;
  }

  #pick<T>(map: ReadonlyMap<string, T>, number: number): T | undefined {
    return [...map.values()][number % Math.max(1, map.size)];
  }
}

function agentOf(index: number, b: number, c: number): AllocatorAgent {
  const region = at([undefined, undefined, "here", "there"], c);
  return {
    total: at(TOTALS, b),
    used: new Map(),
    facts: {
      hostname: `h${index}`,
      attributes: c % 3 === 0 ? [{ name: "rack", type: "TEXT", text: { value: "r1" } }] : [],
      ...(region === undefined ? {} : { domain: domainOf(region) }),
    },
    capabilities: new Set(at(AGENT_CAPABILITIES, c >> 2)),
  };
}

function frameworkOf(b: number, c: number): AllocatorFramework {
  const roles = [...new Set([at(ROLES, b), ...(b % 3 === 0 ? [at(ROLES, b >> 3)] : [])])];
  const isMany = c % 5 !== 0;
  return {
    roles,
    suppressedRoles: c % 7 === 0 ? roles.slice(0, 1) : [],
    capabilities: new Set([
      ...(c % 2 === 0 ? (["MULTI_ROLE"] as const) : []),
      ...FRAMEWORK_CAPABILITIES.filter((_, i) => isMany && ((b + c) >> i) % 2 === 0),
    ]),
    ...(c % 6 === 0 ? { minAllocatable: new Map([[at(roles, c), at(MINIMUMS, b)]]) } : {}),
    constraints:
      c % 13 === 0
        ? { isAgentExcluded: (_, { attributes = [] }) => attributes.length === 0 }
        : undefined,
  };
}

function textOf({
  roles,
  suppressedRoles,
  capabilities,
  minAllocatable,
  constraints,
}: AllocatorFramework): string {
  return [
    `roles ${roles}`,
    `suppressed ${suppressedRoles}`,
    `${[...capabilities]}`,
    `minimum ${JSON.stringify([...(minAllocatable ?? [])])}`,
    constraints === undefined ? "" : "wants attributes",
  ].join("; ");
}

function domainOf(region: string) {
  return { fault_domain: { region: { name: region }, zone: { name: "z" } } };
}

function quantitiesOf(units: Readonly<Record<string, number>>): Quantities {
  return new Map(Object.entries(units).map(([name, value]) => [name, value * 1000]));
}

function isReservedOnce({ reservations = [], disk, shared }: Resource): boolean {
  return reservations.length === 1 && disk === undefined && shared === undefined;
}

function reservedFor(resources: Resources, role: string): Resources {
  return resources.map((resource) => ({ ...resource, reservations: [forRole(role)] }));
}

function unreserved(resources: Resources): Resources {
  return resources.map(({ reservations: _, ...resource }) => resource);
}

function at<T>(list: readonly T[], index: number): T {
  return list[Math.abs(index) % list.length] as T;
}
