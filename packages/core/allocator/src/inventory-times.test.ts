/** When offers are made, and what keeps them back for a time: the inventory's rows on that. */
import { describe, expect, it } from "vitest";
import { bag, Case, inRegion, milliOf, scalar } from "./cases.test-support.ts";

const plain = "cpus:1;mem:100";

describe("Implementation", () => {
  it("makes a batch every allocation interval", () => {
    const some = new Case({ allocationIntervalMs: 250 }).framework("f").agent("s0", plain);
    some.decline(some.only(0));
    expect(some.allocator.dueMs()).toBe(250);
    expect(some.offers(249)).toEqual([]);
    expect(some.offers(1)).toHaveLength(1);
  });

  it("has nothing to do without frameworks or agents", () => {
    const some = new Case();
    expect(some.allocator.dueMs()).toBeUndefined();
    expect(some.framework("f").allocator.dueMs()).toBeUndefined();
    expect(new Case().agent("s0", plain).allocator.dueMs()).toBeUndefined();
  });

  type Event = (some: Case) => void;
  it.each<[string, Event]>([
    ["an agent is added", (some) => some.agent("s9", plain)],
    ["an agent grows", ({ allocator }) => allocator.updateAgentTotal("s0", bag("cpus:9"), 100)],
    ["an agent is activated", ({ allocator }) => allocator.activateAgent("off", 100)],
    ["a framework is added", (some) => some.framework("g")],
    ["a framework is activated", ({ allocator }) => allocator.activateFramework("away", 100)],
    ["a framework changes", (some) => some.update("f", { roles: ["other"] })],
    ["a framework revives", ({ allocator }) => allocator.revive("quiet", [], 100)],
    ["quota changes", (some) => some.quota("f", { cpus: 1 })],
    ["weights change", ({ allocator }) => allocator.updateWeights({ f: 2 }, 100)],
    ["the whitelist changes", ({ allocator }) => allocator.updateWhitelist(undefined, 100)],
    ["maintenance changes", ({ allocator }) => allocator.updateUnavailability("s0", true, 100)],
  ])("does not wait for the batch when %s", (_, happens) => {
    const some = new Case().framework("f").agent("s0", plain).agent("off", plain);
    some.framework("away", { active: false }).framework("quiet", { suppressed: ["quiet"] });
    some.offers(0);
    some.allocator.deactivateAgent("off");
    some.nowMs = 100;
    happens(some);
    expect(some.allocator.dueMs()).toBe(100);
    some.offers(0);
    expect(some.allocator.dueMs()).toBe(1000);
  });

  it("does not become due for an agent that is gone again", () => {
    const some = new Case().framework("f").agent("s0", plain);
    some.offers(0);
    some.agent("s1", plain).allocator.removeAgent("s1");
    expect(some.allocator.dueMs()).toBe(1000);
  });

  it("offers nothing of inactive agents or to inactive frameworks", () => {
    const some = new Case().framework("f", { active: false }).agent("s0", plain);
    expect(some.offers()).toEqual([]);
    some.allocator.deactivateAgent("s0");
    some.allocator.activateFramework("f", some.nowMs);
    expect(some.offers()).toEqual([]);
    some.allocator.activateAgent("s0", some.nowMs);
    expect(some.offers(0)).toHaveLength(1);
  });
});

describe("Freed resources", () => {
  it("are offered at once, unused ones with the next batch", () => {
    const some = new Case().framework("f").agent("s0", plain);
    const first = some.only(0);
    some.nowMs = 100;
    some.accept(first);
    some.free(first);
    expect(some.allocator.dueMs()).toBe(100);
    const second = some.only(0);
    some.decline(second);
    expect(some.allocator.dueMs()).toBe(1000);
    expect(some.offers(899)).toEqual([]);
    expect(some.offers(1)).toHaveLength(1);
  });

  it("make no crumbs while an offer of the agent is thought about", () => {
    const some = new Case().framework("f").agent("s0", plain);
    const offer = some.only(0);
    const half = bag("cpus:0.5;mem:50").allocated("f");
    some.nowMs = 100;
    some.free({ ...offer, resources: half });
    expect(some.offers(0)).toEqual([]);
    some.accept(offer);
    some.free({ ...offer, resources: half });
    expect(some.run(0)).toEqual(["f s0 cpus:1; mem:100"]);
  });

  it("are offered after an interval, answered or not", () => {
    const some = new Case().framework("f").agent("s0", plain);
    some.free({ ...some.only(0), resources: bag("cpus:0.5").allocated("f") });
    expect(some.offers(999)).toEqual([]);
    expect(some.offers(1)).toHaveLength(1);
  });

  it("wait for the batch in a busy cluster", () => {
    const some = new Case().framework("f").agent("s0", plain);
    let offer = some.only(0);
    let times = 0;
    for (; times < 1000; times++) {
      some.accept(offer);
      some.free(offer);
      const [next] = some.offers(0);
      if (next === undefined) break;
      offer = next;
    }
    expect(times).toBe(100);
    expect(some.allocator.dueMs()).toBe(5);
    expect(some.offers(5)).toHaveLength(1);
  });
});

describe("Slices", () => {
  it("forget what was decided for a framework that left before it heard of it", () => {
    const some = new Case({}, 1, 1).framework("f").framework("g").agent("s0", plain);
    expect(some.allocator.run(0)).toMatchObject({ offers: [], complete: false });
    expect(some.allocator.holdings("s0")?.held.has("f")).toBe(true);
    some.allocator.removeFramework("f");
    const offer = some.only();
    expect(offer.frameworkId).toBe("g");
    // Nobody thinks about the agent any more: what is freed of it does not wait.
    some.accept(offer);
    some.free(offer);
    expect(some.run(1)).toEqual(["g s0 cpus:1; mem:100"]);
  });
});

describe("Offer filters", () => {
  it.each([
    [undefined, 1000, true],
    [0, 1000, true],
    [1, 1000, false],
    [1000, 1000, false],
    [1000, 1001, true],
    [2000, 2000, false],
    [2001, 2001, false],
    [2001, 2002, true],
  ])("for %s ms: after %s ms it is offered again: %s", (refuseMs, afterMs, again) => {
    const some = new Case({ allocationIntervalMs: 1000 }).framework("f").agent("s0", plain);
    some.decline(some.only(0), refuseMs);
    some.nowMs += afterMs;
    some.allocator.updateWeights({}, some.nowMs);
    expect(some.offers(0)).toHaveLength(again ? 1 : 0);
  });

  it("let pass what is more than was refused, not what is less", () => {
    const some = new Case().framework("f").agent("s0", "cpus:2;mem:64");
    some.decline(some.only(), 1e6);
    some.allocator.updateAgentTotal("s0", bag("cpus:1;mem:64"), some.nowMs);
    expect(some.offers()).toEqual([]);
    some.allocator.updateAgentTotal("s0", bag("cpus:1;mem:65"), some.nowMs);
    expect(some.run()).toEqual(["f s0 cpus:1; mem:65"]);
  });

  it("are for one framework, one role, one agent", () => {
    const some = new Case().framework("f", { roles: ["a", "b"] }).agents(2, plain);
    const [first, second] = some.offers();
    if (first === undefined || second === undefined) throw new Error("no two offers");
    some.decline(first, 1e6);
    const again = some.only();
    expect([again.agentId, again.role]).toEqual([first.agentId, first.role === "a" ? "b" : "a"]);
    some.decline(again, 1e6);
    expect(some.offers()).toEqual([]);
    expect(some.framework("g").offers()).toHaveLength(1);
  });

  it("hold each for itself, when several refuse the same", () => {
    const some = new Case().framework("f").agent("s0", plain);
    const offer = some.only();
    some.decline(offer, 10_000);
    some.allocator.addAllocation("f", "s0", bag(plain).allocated("f"));
    some.decline(offer, 2000);
    expect(some.offers(5000)).toEqual([]);
    expect(some.offers(4000)).toEqual([]);
    expect(some.offers(1001)).toHaveLength(1);
  });

  it.each<[string, (some: Case) => void, boolean]>([
    ["revive", ({ allocator, nowMs }) => allocator.revive("f", [], nowMs), true],
    ["revive of the role", ({ allocator, nowMs }) => allocator.revive("f", ["f"], nowMs), true],
    [
      "revive of another role",
      ({ allocator, nowMs }) => {
        allocator.revive("f", ["g"], nowMs);
        allocator.suppress("f", ["g"]);
      },
      false,
    ],
    [
      "revive of a foreign role",
      ({ allocator, nowMs }) => allocator.revive("f", ["h"], nowMs),
      false,
    ],
    [
      "deactivation",
      ({ allocator, nowMs }) => {
        allocator.deactivateFramework("f");
        allocator.activateFramework("f", nowMs);
      },
      true,
    ],
    [
      "suppression alone",
      ({ allocator }) => {
        allocator.suppress("f", []);
        allocator.suppress("f", []);
      },
      false,
    ],
    [
      "an update that ends a suppression",
      (some) => {
        some.update("f", { roles: ["f", "g"], suppressed: ["f"] });
        some.update("f", { roles: ["f", "g"] });
      },
      true,
    ],
    ["another update", (some) => some.update("f", { roles: ["f", "g"] }), false],
    [
      "leaving the role",
      (some) => {
        some.update("f", { roles: ["g"] });
        some.update("f", { roles: ["f", "g"] });
      },
      true,
    ],
    [
      "other attributes of the agent",
      ({ allocator, nowMs }) =>
        allocator.updateAgentFacts(
          "s0",
          { hostname: "s0", attributes: [{ name: "a", type: "TEXT", text: { value: "b" } }] },
          new Set(["MULTI_ROLE"]),
          nowMs,
        ),
      true,
    ],
    [
      "another domain of the agent",
      ({ allocator, nowMs }) =>
        allocator.updateAgentFacts(
          "s0",
          { hostname: "s0", domain: inRegion("r") },
          new Set(["MULTI_ROLE"]),
          nowMs,
        ),
      false,
    ],
  ])("are forgotten, or not, on %s", (_, happens, forgotten) => {
    const some = new Case().framework("f", { roles: ["f", "g"] }).agent("s0", plain);
    some.decline(some.only(), 1e6);
    some.decline(some.only(), 1e6);
    expect(some.offers()).toEqual([]);
    happens(some);
    expect(some.offers(0)).toHaveLength(forgotten ? 1 : 0);
  });

  it("do not outlive their framework", () => {
    const some = new Case().framework("f").agent("s0", plain);
    some.decline(some.only(), 1e6);
    some.allocator.removeFramework("f");
    expect(some.framework("f").offers(0)).toHaveLength(1);
  });
});

describe("Suppress/Revive", () => {
  it("are for the roles that are named, or for all", () => {
    const some = new Case().framework("f", { roles: ["a", "b"] });
    some.allocator.suppress("f", ["a"]);
    expect(some.agent("s0", plain).only().role).toBe("b");
    some.allocator.suppress("f", []);
    expect(some.agent("s1", plain).offers()).toEqual([]);
    some.allocator.revive("f", ["a"], some.nowMs);
    expect(some.only(0).role).toBe("a");
  });

  it("survive inactivity", () => {
    const some = new Case().framework("f").agent("s0", plain);
    some.allocator.suppress("f", []);
    some.allocator.deactivateFramework("f");
    some.allocator.activateFramework("f", 0);
    expect(some.offers()).toEqual([]);
  });

  it("`suppressed_roles` of an update is the whole set", () => {
    const some = new Case().framework("f", { roles: ["a", "b"], suppressed: ["a"] });
    some.update("f", { roles: ["a", "b"], suppressed: ["b"] });
    expect(some.agent("s0", plain).only().role).toBe("a");
  });
});

describe("Recovery pause", () => {
  const config = { agentRecoveryFactor: 0.8, recoveryTimeoutMs: 600_000 };

  it("ends when enough agents are back", () => {
    const some = new Case(config).framework("f").quota("q", { cpus: 1 });
    some.allocator.startRecovery(5, 0);
    for (const id of ["s0", "s1", "s2"]) some.agent(id, "cpus:2;mem:100");
    expect(some.allocator.dueMs()).toBe(600_000);
    expect(some.offers()).toEqual([]);
    expect(some.agent("s3", plain).counts()).toEqual({ f: 4 });
  });

  it("ends after its time", () => {
    const some = new Case(config).framework("f").quota("q", {}, { cpus: 1 });
    some.allocator.startRecovery(100, 0);
    some.agent("s0", plain);
    expect(some.offers(599_999)).toEqual([]);
    expect(some.offers(1)).toHaveLength(1);
  });

  it.each([
    ["without quota", false, 10],
    ["without agents to wait for", true, 0],
    ["when a part of an agent would be enough", true, 1],
  ])("does not happen %s", (_, hasQuota, expectedAgents) => {
    const some = new Case(config).framework("f");
    if (hasQuota) some.quota("q", {}, { cpus: 1 });
    some.allocator.startRecovery(expectedAgents, 0);
    expect(some.agent("s0", plain).offers()).toHaveLength(1);
  });
});

describe("Maintenance", () => {
  const told = (some: Case, afterMs = 1000): string[] => {
    some.nowMs += afterMs;
    const { inverseOffers } = some.allocator.run(some.nowMs);
    return inverseOffers.map(({ frameworkId, agentId }) => `${frameworkId} ${agentId}`).sort();
  };
  const scheduled = (): Case => {
    const used = new Map(["f", "g"].map((id) => [id, bag("cpus:1").allocated(id)] as const));
    const some = new Case().framework("f").framework("g").framework("h");
    for (const id of ["f", "g", "h"]) some.allocator.suppress(id, []);
    some.agent("s0", "cpus:4;mem:64", { used }).agent("s1", plain);
    some.allocator.updateUnavailability("s0", true, 0);
    some.allocator.updateUnavailability("s1", true, 0);
    return some;
  };

  it("tells each framework that uses the agent, once", () => {
    const some = scheduled();
    expect(told(some)).toEqual(["f s0", "g s0"]);
    expect(told(some)).toEqual([]);
  });

  it("tells a framework to which the agent is offered in the same cycle", () => {
    const some = scheduled();
    some.allocator.revive("h", [], 0);
    expect(told(some)).toEqual(["f s0", "g s0", "h s0", "h s1"]);
  });

  it("tells again of a new schedule, answered or not", () => {
    const some = scheduled();
    told(some);
    some.allocator.updateUnavailability("s0", true, some.nowMs);
    expect(told(some)).toEqual(["f s0", "g s0"]);
  });

  it("tells again after an answer, when its filter is over", () => {
    const some = scheduled();
    told(some);
    some.allocator.answeredInverse("f", "s0", undefined, some.nowMs);
    some.allocator.answeredInverse("g", "s0", 2000, some.nowMs);
    expect(told(some)).toEqual(["f s0"]);
    expect(told(some)).toEqual([]);
    expect(told(some)).toEqual(["g s0"]);
  });

  it.each<[string, (some: Case) => void]>([
    ["a new schedule", ({ allocator }) => allocator.updateUnavailability("s0", true, 0)],
    ["revive", ({ allocator, nowMs }) => allocator.revive("f", [], nowMs)],
    ["an update of the framework", (some) => some.update("f", { suppressed: ["f"] })],
  ])("forgets filters on %s", (_, happens) => {
    const some = scheduled();
    told(some);
    some.allocator.answeredInverse("f", "s0", 1e6, some.nowMs);
    expect(told(some)).toEqual([]);
    happens(some);
    expect(told(some)).toContain("f s0");
  });

  it("tells nobody who is inactive, or once the schedule is gone", () => {
    const some = scheduled();
    some.allocator.deactivateFramework("g");
    expect(told(some)).toEqual(["f s0"]);
    some.allocator.updateUnavailability("s0", false, some.nowMs);
    some.allocator.activateFramework("g", some.nowMs);
    expect(told(some)).toEqual([]);
  });
});

describe("Totals", () => {
  it("that shrink below what is held leave nothing to offer until it comes back", () => {
    const some = new Case().framework("f").agent("s0", "cpus:4;mem:64");
    const offer = some.only();
    some.allocator.updateAgentTotal("s0", bag("cpus:2;mem:64"), some.nowMs);
    expect(`${some.allocator.holdings("s0")?.available}`).toBe("{}");
    some.decline({ ...offer, resources: bag("cpus:3").allocated("f") });
    expect(some.run()).toEqual(["f s0 cpus:1"]);
  });

  it("include what frameworks use when an agent comes back", () => {
    const used = new Map([["f", bag("cpus:1;mem:64").allocated("f")]]);
    const some = new Case().framework("f").agent("s0", "cpus:4;mem:64", { used });
    expect(some.run()).toEqual(["f s0 cpus:3"]);
  });

  it("are those of all agents, revocable resources included", () => {
    const some = new Case().agent("s0", bag("cpus:1").plus(scalar("cpus", 2, { revocable: {} })));
    expect(some.allocator.totals().total).toEqual(milliOf({ cpus: 3 }));
    some.allocator.removeAgent("s0");
    expect(some.allocator.totals().total).toEqual(new Map());
  });
});

describe("Metrics", () => {
  it("are those of `allocator/mesos/`", () => {
    const some = new Case()
      .framework("r")
      .agent("s0", "cpus:4;mem:64")
      .agent("s1", "cpus:4;mem:64");
    some.quota("r", { cpus: 1 }, { cpus: 4, mem: 1000 });
    const [first] = some.offers();
    if (first !== undefined) some.decline(first, 5000);
    expect(some.allocator.metrics()).toEqual({
      "allocator/mesos/allocation_runs": 1,
      "allocator/mesos/resources/cpus/total": 8,
      "allocator/mesos/resources/cpus/offered_or_allocated": 0,
      "allocator/mesos/resources/mem/total": 128,
      "allocator/mesos/resources/disk/offered_or_allocated": 0,
      "allocator/mesos/resources/disk/total": 0,
      "allocator/mesos/resources/mem/offered_or_allocated": 64,
      "allocator/mesos/roles/r/shares/dominant": 0.5,
      "allocator/mesos/offer_filters/roles/r/active": 1,
      "allocator/mesos/quota/roles/r/resources/cpus/guarantee": 1,
      "allocator/mesos/quota/roles/r/resources/cpus/limit": 4,
      "allocator/mesos/quota/roles/r/resources/mem/limit": 1000,
      "allocator/mesos/quota/roles/r/resources/cpus/offered_or_allocated": 0,
      "allocator/mesos/quota/roles/r/resources/mem/offered_or_allocated": 64,
    });
  });
});

describe("what comes too late or for nobody", () => {
  it("is ignored", () => {
    const some = new Case().framework("f").agent("s0", plain);
    const { allocator } = some;
    const resources = bag(plain).allocated("f");
    allocator.recover("nobody", "s0", resources, "freed", 5000, 0);
    allocator.recover("f", "nowhere", resources, "freed", 5000, 0);
    allocator.addAllocation("nobody", "s0", resources);
    allocator.answered("s0", 0);
    allocator.answered("nowhere", 0);
    allocator.answeredInverse("nobody", "s0", 5000, 0);
    allocator.answeredInverse("f", "s0", 5000, 0);
    allocator.revive("f", ["foreign"], 0);
    allocator.suppress("f", ["foreign"]);
    expect(some.run()).toEqual(["f s0 cpus:1; mem:100"]);
  });

  it("is a bug of ours where the master must know better", () => {
    const some = new Case().framework("f").agent("s0", plain);
    const more = bag("cpus:2").allocated("f");
    expect(() => some.allocator.recover("f", "s0", more, "unused", undefined, 0)).toThrow(
      "f gives back cpus:2 in role f but holds {}",
    );
    expect(() => some.framework("f")).toThrow("framework f is known already");
    expect(() => some.agent("s0", plain)).toThrow("agent s0 is known already");
    expect(() => some.allocator.removeFramework("g")).toThrow("does not know framework g");
    expect(() => some.allocator.removeAgent("s1")).toThrow("does not know agent s1");
  });
});
