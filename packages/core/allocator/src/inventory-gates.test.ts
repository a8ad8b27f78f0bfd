/** What keeps an agent, or a part of it, from a framework: the inventory's rows on that. */
import { describe, expect, it } from "vitest";
import {
  bag,
  Case,
  type FrameworkOptions,
  inRegion,
  reservedFor,
  scalar,
  sharedVolume,
} from "./cases.test-support.ts";

const plain = "cpus:1;mem:100";

describe("Min allocatable", () => {
  it.each([
    ["cpus:0.01;mem:1", true],
    ["cpus:0.001;mem:32", true],
    ["cpus:0.009;mem:31;disk:1000;ports:[1-9]", false],
  ])("by default: %s is offered: %s", (total, offered) => {
    const some = new Case().framework("f").agent("s0", total);
    expect(some.offers()).toHaveLength(offered ? 1 : 0);
  });

  it("may be set by the master, and none means anything", () => {
    const crumb = "disk:1";
    const picky = new Case({ minAllocatable: [{ cpus: 2, mem: 64 }] }).framework("f");
    expect(picky.agent("s0", "cpus:2;mem:63").agent("s1", "cpus:2;mem:64").run()).toEqual([
      "f s1 cpus:2; mem:64",
    ]);
    expect(new Case({ minAllocatable: [] }).framework("f").agent("s0", crumb).run()).toHaveLength(
      1,
    );
  });

  it("may be set by a framework for a role of its own, both ways", () => {
    const some = new Case();
    some.framework("picky", { minAllocatable: new Map([["picky", [{ cpus: 2 }, { disk: 50 }]]]) });
    some.agent("small", "cpus:1;mem:1024").agent("big", "cpus:2;mem:1").agent("disk", "disk:50");
    expect(some.run()).toEqual(["picky big cpus:2; mem:1", "picky disk disk:50"]);
    some.framework("modest", { minAllocatable: new Map([["modest", []]]) });
    some.agent("crumb", "cpus:0.001");
    expect(some.run()).toContain("modest crumb cpus:0.001");
  });

  it("is looked at after limits have cut", () => {
    const some = new Case().framework("f").quota("f", {}, { cpus: 0.005, mem: 10 });
    expect(some.agent("s0", plain).offers()).toEqual([]);
  });
});

describe("Capability gates", () => {
  const gpus = "cpus:1;gpus:1";
  const revocable = scalar("cpus", 1, { revocable: {} });
  const refined = scalar("cpus", 1, reservedFor("a", "a/x"));

  it.each([
    ["GPU_RESOURCES", bag(gpus), "r", "cpus:1; gpus:1"],
    ["REVOCABLE_RESOURCES", revocable, "r", "cpus{REV}:1"],
    ["RESERVATION_REFINEMENT", refined, "a/x", `${refined}`],
    ["SHARED_RESOURCES", sharedVolume("a"), "a", `${sharedVolume("a")}`],
  ] as const)("%s", (capability, total, role, expected) => {
    const some = new Case({ minAllocatable: [] }).agent("s0", total);
    some.framework("old", { roles: [role] });
    expect(some.run()).toEqual([]);
    some.framework("new", { roles: [role], capabilities: [capability] });
    expect(some.run()).toEqual([`new s0 ${expected}`]);
  });

  it("strip what is not understood, and offer the rest", () => {
    const some = new Case().framework("a/x").agent("s0", bag(plain).plus(refined).plus(revocable));
    expect(some.run()).toEqual(["a/x s0 cpus:1; mem:100"]);
  });

  it("let anybody have GPUs with --filter_gpu_resources=false", () => {
    const some = new Case({ filterGpuResources: false }).framework("f").agent("s0", gpus);
    expect(some.offers()).toHaveLength(1);
  });

  it.each([
    ["here", undefined, true],
    ["there", undefined, false],
    ["there", "REGION_AWARE", true],
  ] as const)("agents in region %s for frameworks with %s: %s", (region, capability, offered) => {
    const capabilities = capability === undefined ? [] : [capability];
    const some = new Case({ domain: inRegion("here") }).framework("f", { capabilities });
    some.agent("s0", plain, { facts: { domain: inRegion(region) } });
    expect(some.offers()).toHaveLength(offered ? 1 : 0);
  });

  it.each([
    ["MULTI_ROLE frameworks", { capabilities: ["MULTI_ROLE"] }, ["HIERARCHICAL_ROLE"]],
    ["sub-roles", { roles: ["a/x"] }, ["MULTI_ROLE"]],
  ] as [string, FrameworkOptions, ("MULTI_ROLE" | "HIERARCHICAL_ROLE")[]][])(
    "keep agents of before from %s",
    (_, options, capabilities) => {
      const some = new Case().framework("f", options).agent("s0", plain, { capabilities });
      expect(some.offers()).toEqual([]);
      const all = new Set(["MULTI_ROLE", "HIERARCHICAL_ROLE"] as const);
      some.allocator.updateAgentFacts("s0", { hostname: "s0" }, all, some.nowMs);
      expect(some.offers(0)).toHaveLength(1);
    },
  );
});

describe("Offer constraints", () => {
  const constraints = {
    isAgentExcluded: (role: string, { hostname }: { hostname: string }) =>
      role === "r" && hostname !== "s1",
  };

  it("keep agents from the role they are for", () => {
    const some = new Case().framework("f", { roles: ["r"], constraints }).agents(3, plain);
    expect(some.run()).toEqual(["f s1 cpus:1; mem:100"]);
    const free = new Case().framework("f", { roles: ["r", "s"], constraints }).agents(3, plain);
    expect(free.offers()).toHaveLength(3);
  });

  it("hold from the moment they are updated", () => {
    const some = new Case().framework("f", { roles: ["r"], constraints }).agents(3, plain);
    some.offers();
    some.update("f", { roles: ["r"] });
    expect(some.offers(0)).toHaveLength(2);
  });
});

describe("Agent whitelist", () => {
  it("lets only the agents on it be offered; none means all", () => {
    const some = new Case().framework("f").agents(3, plain);
    some.allocator.updateWhitelist(new Set(["s2", "elsewhere"]), 0);
    expect(some.run()).toEqual(["f s2 cpus:1; mem:100"]);
    some.allocator.updateWhitelist(new Set(), some.nowMs);
    expect(some.offers()).toEqual([]);
    some.allocator.updateWhitelist(undefined, some.nowMs);
    expect(some.offers(0)).toHaveLength(2);
  });

  it("that an agent comes back to lets those be asked who came meanwhile", () => {
    const some = new Case().framework("f", { suppressed: ["f"] }).agent("s0", plain);
    expect(some.offers()).toEqual([]);
    some.allocator.updateWhitelist(new Set(), some.nowMs);
    some.framework("g");
    expect(some.offers()).toEqual([]);
    some.allocator.updateWhitelist(new Set(["s0"]), some.nowMs);
    expect(some.run(0)).toEqual(["g s0 cpus:1; mem:100"]);
  });
});
