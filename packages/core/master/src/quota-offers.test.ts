/** What frameworks are offered under quota, weights, a whitelist and after a failover. */
import type { master } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { Bench, type Scheduler, scalar, task } from "./test-harness.ts";

type Amounts = Readonly<Record<string, number>>;

const quota = (role: string, guarantees: Amounts, limits: Amounts): master.Call => {
  const scalars = (amounts: Amounts) =>
    Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, { value }]));
  const config = { role, guarantees: scalars(guarantees), limits: scalars(limits) };
  return { type: "UPDATE_QUOTA", update_quota: { quota_configs: [config] } };
};

const OK = { type: "ok" };

/** The cpus that the framework is offered now. */
function offeredCpus(scheduler: Scheduler): number {
  const resources = scheduler.held().flatMap((offer) => offer.resources ?? []);
  return resources
    .filter(({ name }) => name === "cpus")
    .reduce((sum, { scalar: cpus }) => sum + (cpus?.value ?? 0), 0);
}

/** An agent of four cpus. */
const pid = (n: number) => `slave(1)@10.0.0.${n}:5051`;

describe("a limit", () => {
  it("bounds what a role and its sub-roles are offered", () => {
    const bench = new Bench();
    bench.registerAgent();
    expect(bench.operator(quota("dev", {}, { cpus: 1.5 }))).toEqual(OK);
    const scheduler = bench.subscribe({ roles: ["dev/web"] });
    expect(offeredCpus(scheduler)).toBe(1.5);
  });

  it("set later takes offers back and makes them anew within it", () => {
    const bench = new Bench();
    bench.registerAgent();
    const scheduler = bench.subscribe();
    expect(offeredCpus(scheduler)).toBe(4);
    bench.operator(quota("dev", {}, { cpus: 1 }));
    bench.advance(2000);
    expect(offeredCpus(scheduler)).toBe(1);
  });

  it("counts what runs", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    const resources = [scalar("cpus", 0.75), scalar("mem", 32)];
    scheduler.launch([task("t", agentId, { resources })]);
    bench.operator(quota("dev", {}, { cpus: 1 }));
    bench.advance(2000);
    expect(offeredCpus(scheduler)).toBe(0.25);
  });
});

describe("a guarantee", () => {
  it("is kept free of others, and given to the role when it comes", () => {
    const bench = new Bench();
    for (const n of [1, 2]) bench.registerAgent({ pid: pid(n) });
    const other = bench.subscribe({ roles: ["other"] });
    expect(offeredCpus(other)).toBe(8);
    expect(bench.operator(quota("dev", { cpus: 3 }, {}))).toEqual(OK);
    bench.advance(2000);
    expect(offeredCpus(other)).toBeLessThanOrEqual(5);
    const guaranteed = bench.subscribe({ roles: ["dev"] });
    bench.advance(2000);
    expect(offeredCpus(guaranteed)).toBeGreaterThanOrEqual(3);
  });

  it("that is removed frees what it kept", () => {
    const bench = new Bench();
    bench.registerAgent();
    bench.operator(quota("dev", { cpus: 4, mem: 4096 }, {}));
    const other = bench.subscribe({ roles: ["other"] });
    expect(offeredCpus(other)).toBe(0);
    expect(bench.operator({ type: "REMOVE_QUOTA", remove_quota: { role: "dev" } })).toEqual(OK);
    bench.advance(2000);
    expect(offeredCpus(other)).toBe(4);
  });
});

describe("weights", () => {
  it("of a role that has frameworks share what there is anew", () => {
    const bench = new Bench();
    for (const n of [1, 2, 3, 4]) bench.registerAgent({ pid: pid(n) });
    const light = bench.subscribe({ roles: ["light"] });
    expect(offeredCpus(light)).toBe(16);
    const heavy = bench.subscribe({ roles: ["heavy"] });
    expect(offeredCpus(heavy)).toBe(0);
    bench.operator({
      type: "UPDATE_WEIGHTS",
      update_weights: { weight_infos: [{ role: "heavy", weight: 3 }] },
    });
    bench.advance(2000);
    expect([offeredCpus(light), offeredCpus(heavy)]).toEqual([4, 12]);
  });
});

describe("a whitelist", () => {
  it("decides whose agents are offered, and may change", () => {
    const bench = new Bench();
    for (const n of [1, 2]) bench.registerAgent({ pid: pid(n), hostname: `h${n}` });
    const hosts = (scheduler: Scheduler) => scheduler.held().map(({ hostname }) => hostname);
    bench.step({ type: "whitelist", hostnames: ["h2"] });
    const scheduler = bench.subscribe();
    expect(hosts(scheduler)).toEqual(["h2"]);
    bench.step({ type: "whitelist", hostnames: [] });
    scheduler.call("DECLINE", {
      offer_ids: scheduler.held().map(({ id }) => id),
      filters: { refuse_seconds: 0 },
    });
    bench.advance(5000);
    expect(hosts(scheduler)).toEqual([]);
    bench.step({ type: "whitelist", hostnames: ["h1", "h2"] });
    bench.advance(1000);
    expect(hosts(scheduler).sort()).toEqual(["h1", "h2"]);
  });
});

describe("after a failover with quota", () => {
  const RECOVERY_TIMEOUT_MS = 60_000;

  /** A second master, whose first of two agents is back. */
  function failover(agentRecoveryFactor: number, withQuota = true) {
    const first = new Bench();
    const [one = "", two = ""] = [1, 2].map((n) => first.registerAgent({ pid: pid(n) }));
    if (withQuota) first.operator(quota("ops", { cpus: 1 }, {}));
    const second = new Bench(
      { agentRecoveryFactor, recoveryTimeoutMs: RECOVERY_TIMEOUT_MS },
      first.book.content(),
    );
    const scheduler = second.subscribe();
    second.reregisterAgent(one, {}, { pid: pid(1) });
    second.advance(1000);
    return { second, scheduler, two };
  }

  it("offers wait for the other agents", () => {
    const { second, scheduler, two } = failover(1);
    expect(offeredCpus(scheduler)).toBe(0);
    second.reregisterAgent(two, {}, { pid: pid(2) });
    second.advance(1000);
    expect(offeredCpus(scheduler)).toBeGreaterThan(0);
  });

  it("offers wait no longer than the recovery timeout", () => {
    const { second, scheduler } = failover(1);
    second.advance(RECOVERY_TIMEOUT_MS - 2000);
    expect(offeredCpus(scheduler)).toBe(0);
    second.advance(2000);
    expect(offeredCpus(scheduler)).toBeGreaterThan(0);
  });

  it.each([
    ["half of the agents are enough when the flag says so", 0.5, true],
    ["nobody waits without quota", 1, false],
  ])("%s", (_, factor, withQuota) => {
    expect(offeredCpus(failover(factor, withQuota).scheduler)).toBeGreaterThan(0);
  });
});
