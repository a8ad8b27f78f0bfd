/**
 * The allocator alone, in this process: the cases of Apache Mesos's own
 * `HierarchicalAllocator_BENCHMARK` tests. Times in milliseconds.
 */
import {
  type Allocation,
  type Allocator,
  type AllocatorConfig,
  createAllocator,
  DEFAULT_ALLOCATOR_CONFIG,
} from "@mesos-ts/allocator";
import { createRandom } from "@mesos-ts/base";
import { Resources, toMilli } from "@mesos-ts/resources";

/** What one case came to. `longest`: the longest stretch without a chance for others. */
export interface Figures {
  readonly case: string;
  readonly agents: number;
  readonly frameworks: number;
  readonly addAgents?: number;
  readonly addFrameworks?: number;
  /** One cycle, all slices together: the median of several. */
  readonly cycle: number;
  readonly longest: number;
  readonly offers: number;
  /** Giving back what a cycle offered. */
  readonly recover?: number;
}

const AGENT_CAPABILITIES = new Set(["MULTI_ROLE", "HIERARCHICAL_ROLE"] as const);
const ROUNDS = 5;

/** An allocator with a clock of its own, which runs it as the master does. */
class Bench {
  readonly allocator: Allocator;
  nowMs = 1_000_000;
  longest = 0;

  constructor(config: Partial<AllocatorConfig> = {}) {
    this.allocator = createAllocator({ ...DEFAULT_ALLOCATOR_CONFIG, ...config }, createRandom(1));
  }

  addAgents(count: number, resources: () => Resources): number {
    return timed(() => {
      for (let i = 0; i < count; i++) {
        const facts = { hostname: `host-${i}` };
        const agent = {
          total: resources(),
          used: new Map(),
          facts,
          capabilities: AGENT_CAPABILITIES,
        };
        this.allocator.addAgent(`agent-${i}`, agent, this.nowMs);
      }
    });
  }

  addFrameworks(count: number, role: (i: number) => string): number {
    return timed(() => {
      for (let i = 0; i < count; i++) {
        const framework = { roles: [role(i)], suppressedRoles: [], capabilities: new Set<never>() };
        this.allocator.addFramework(`framework-${i}`, framework, true, this.nowMs);
      }
    });
  }

  /** The next batch, with all its slices. */
  cycle(): { ms: number; offers: Allocation[] } {
    this.nowMs += 1000;
    const offers: Allocation[] = [];
    let ms = 0;
    for (let complete = false; !complete; ) {
      const begun = performance.now();
      const decisions = this.allocator.run(this.nowMs);
      const spent = performance.now() - begun;
      this.longest = Math.max(this.longest, spent);
      ms += spent;
      offers.push(...decisions.offers);
      complete = decisions.complete;
    }
    return { ms, offers };
  }

  /** As declined, with a filter of `refuseMs`. */
  decline(offers: readonly Allocation[], refuseMs: number | undefined): number {
    return timed(() => {
      for (const { frameworkId, agentId, resources } of offers) {
        this.allocator.answered(agentId, this.nowMs);
        this.allocator.recover(frameworkId, agentId, resources, "unused", refuseMs, this.nowMs);
      }
    });
  }

  /** Declines everything `rounds` times; the first cycle, with cold code, is not counted. */
  declineAll(rounds = ROUNDS): { cycle: number; recover: number; offers: number } {
    const cycles: number[] = [];
    const recovers: number[] = [];
    let count = 0;
    for (let round = 0; round <= rounds; round++) {
      if (round === 1) this.longest = 0;
      const { ms, offers } = this.cycle();
      count = offers.length;
      const recover = this.decline(offers, undefined);
      if (round === 0) continue;
      cycles.push(ms);
      recovers.push(recover);
    }
    return { cycle: median(cycles), recover: median(recovers), offers: count };
  }
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

const scalar = (name: string, value: number) =>
  ({ name, type: "SCALAR", scalar: { value } }) as const;

/** The agents of Mesos's benchmarks. */
function plainAgent(): Resources {
  return Resources.of([
    scalar("cpus", 24),
    scalar("mem", 4096),
    scalar("disk", 4096),
    { name: "ports", type: "RANGES", ranges: { range: [{ begin: 31000, end: 32000 }] } },
  ]);
}

/** With reservations of twelve labels each, as in `ResourceLabels`. */
function labelledAgent(frameworks: number): () => Resources {
  let agent = 0;
  return () => {
    agent++;
    const labels = Array.from({ length: 12 }, (_, i) => ({
      key: `label_key_${i}`,
      value: `label_value_${i}_${agent}`,
    }));
    const role = `role-${agent % frameworks}`;
    const reservations = [{ type: "DYNAMIC", role, principal: "p", labels: { labels } }] as const;
    return Resources.of([
      scalar("cpus", 24),
      scalar("mem", 4096),
      scalar("disk", 4096),
      { ...scalar("cpus", 8), reservations: [...reservations] },
      { ...scalar("mem", 1024), reservations: [...reservations] },
    ]);
  };
}

export function declining(agents: number, frameworks: number): Figures {
  const bench = new Bench();
  const addFrameworks = bench.addFrameworks(frameworks, (i) => `role-${i}`);
  const addAgents = bench.addAgents(agents, plainAgent);
  return {
    case: "decline everything",
    agents,
    frameworks,
    addAgents,
    addFrameworks,
    ...bench.declineAll(),
    longest: bench.longest,
  };
}

/** 99 of 100 frameworks do not want offers. */
export function suppressing(agents: number, frameworks: number): Figures {
  const bench = new Bench();
  bench.addFrameworks(frameworks, (i) => `role-${i}`);
  bench.addAgents(agents, plainAgent);
  for (let i = 0; i < frameworks; i++) {
    if (i % 100 !== 0) bench.allocator.suppress(`framework-${i}`, []);
  }
  return {
    case: "suppress 99 %",
    agents,
    frameworks,
    ...bench.declineAll(),
    longest: bench.longest,
  };
}

export function labelled(agents: number, frameworks: number): Figures {
  const bench = new Bench();
  bench.addFrameworks(frameworks, (i) => `role-${i}`);
  bench.addAgents(agents, labelledAgent(frameworks));
  return { case: "12 labels", agents, frameworks, ...bench.declineAll(), longest: bench.longest };
}

/** Everything is refused for ever: what a cycle costs that has nothing to offer. */
export function filtered(agents: number, frameworks: number): Figures {
  const bench = new Bench();
  bench.addFrameworks(frameworks, (i) => `role-${i}`);
  bench.addAgents(agents, plainAgent);
  for (let round = 0; round < frameworks; round++) bench.decline(bench.cycle().offers, 1e9);
  bench.cycle();
  bench.longest = 0;
  const cycles = Array.from({ length: ROUNDS }, () => bench.cycle());
  const cycle = median(cycles.map(({ ms }) => ms));
  const offers = cycles.at(-1)?.offers.length ?? 0;
  return { case: "all filtered", agents, frameworks, cycle, offers, longest: bench.longest };
}

/** All is allocated to one framework: nothing to do. */
export function idle(agents: number, frameworks: number): Figures {
  const bench = new Bench();
  bench.addFrameworks(frameworks, (i) => `role-${i}`);
  bench.addAgents(agents, plainAgent);
  bench.cycle();
  for (let i = 0; i < agents; i++) bench.allocator.answered(`agent-${i}`, bench.nowMs);
  bench.cycle();
  bench.longest = 0;
  const cycles = Array.from({ length: 20 }, () => bench.cycle().ms);
  const { longest } = bench;
  return { case: "nothing to do", agents, frameworks, cycle: median(cycles), offers: 0, longest };
}

/**
 * Roles with a quota of a fifth of an agent, and some of five agents, with just as many agents as
 * that takes: `LargeAndSmallQuota`. The cycle that satisfies them all.
 */
export function quotas(small: number, large: number, sorter: "drf" | "random" = "drf"): Figures {
  const agents = small / 5 + large * 5;
  const cycles: number[] = [];
  let longest = 0;
  let offers = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const bench = new Bench({ roleSorter: sorter, frameworkSorter: sorter });
    bench.addFrameworks(small + large, (i) => `role-${i}`);
    for (let i = 0; i < small + large; i++) {
      const part = i < small ? 0.2 : 5;
      const guarantees = new Map([
        ["cpus", toMilli(10 * part)],
        ["mem", toMilli(4000 * part)],
      ]);
      bench.allocator.updateQuota(`role-${i}`, { guarantees, limits: guarantees }, bench.nowMs);
    }
    bench.addAgents(agents, () => Resources.of([scalar("cpus", 10), scalar("mem", 4000)]));
    bench.longest = 0;
    const cycle = bench.cycle();
    if (round === 0) continue;
    cycles.push(cycle.ms);
    longest = Math.max(longest, bench.longest);
    offers = cycle.offers.length;
  }
  const frameworks = small + large;
  return { case: `quota, ${sorter}`, agents, frameworks, cycle: median(cycles), longest, offers };
}

/** Every role with a quota, none of which can be offered any more: everything is held back. */
export function heldBack(agents: number, roles: number): Figures {
  const bench = new Bench();
  bench.addFrameworks(roles, (i) => `role-${i}`);
  bench.addAgents(agents, plainAgent);
  for (let i = 0; i < roles; i++) {
    const limits = new Map([["cpus", 0]]);
    const mem = new Map([["mem", 0]]);
    const quota = { guarantees: new Map<string, number>(), limits: new Map([...limits, ...mem]) };
    bench.allocator.updateQuota(`role-${i}`, quota, bench.nowMs);
  }
  const figures = bench.declineAll();
  return { case: "limits of 0", agents, frameworks: roles, ...figures, longest: bench.longest };
}

/** Roles in a tree, `fanOut` below each, so deep that there are `frameworks` leaves. */
export function deepTree(agents: number, frameworks: number, fanOut: number): Figures {
  const bench = new Bench();
  bench.addFrameworks(frameworks, (i) => {
    const parts: number[] = [];
    for (let rest = i, left = frameworks; left > 1; left = Math.ceil(left / fanOut)) {
      parts.push(rest % fanOut);
      rest = Math.floor(rest / fanOut);
    }
    return ["root", ...parts].join("/");
  });
  bench.addAgents(agents, plainAgent);
  const figures = bench.declineAll();
  return { case: "deep tree", agents, frameworks, ...figures, longest: bench.longest };
}

/** One framework waits, one slot becomes free: from there to the decision, in milliseconds. */
export function slotReuse(agents: number): { readonly median: number; readonly p99: number } {
  const bench = new Bench();
  bench.addFrameworks(1, () => "role");
  bench.addAgents(agents, plainAgent);
  const [offer] = bench.cycle().offers;
  const times: number[] = [];
  for (let i = 0; offer !== undefined && i < 200; i++) {
    bench.nowMs += 20;
    const { frameworkId, agentId, resources } = offer;
    const begun = performance.now();
    bench.allocator.answered(agentId, bench.nowMs);
    bench.allocator.recover(frameworkId, agentId, resources, "freed", undefined, bench.nowMs);
    const due = bench.allocator.dueMs();
    const { offers } = bench.allocator.run(bench.nowMs);
    times.push(performance.now() - begun + Math.max(0, (due ?? Infinity) - bench.nowMs));
    if (offers.length !== 1) throw new Error(`expected one offer, got ${offers.length}`);
  }
  times.sort((a, b) => a - b);
  return { median: median(times), p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Bytes that the allocator needs for an idle agent, its resources included. */
export function bytesPerAgent(agents: number): number {
  const bench = new Bench();
  bench.addFrameworks(1, () => "role");
  bench.allocator.suppress("framework-0", []);
  const before = heap();
  bench.addAgents(agents, plainAgent);
  bench.cycle();
  return Math.round((heap() - before) / agents);
}

function heap(): number {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("run with --expose-gc");
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}
