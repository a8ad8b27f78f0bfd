import { createRandom, unwrap } from "@mesos-ts/base";
import type { FrameworkInfo_Capability_Type } from "@mesos-ts/protos";
import { parseResources, Resources } from "@mesos-ts/resources";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Allocation,
  type Allocator,
  createAllocator,
  DEFAULT_ALLOCATOR_CONFIG,
} from "./index.ts";

const bag = (text: string): Resources => unwrap(parseResources(text, "*"));

function newAllocator(weights: Record<string, number> = {}): Allocator {
  return createAllocator({ ...DEFAULT_ALLOCATOR_CONFIG, weights }, createRandom(1));
}

function framework(
  roles: string[],
  capabilities: FrameworkInfo_Capability_Type[] = [],
  suppressedRoles: string[] = [],
) {
  return { roles, suppressedRoles, capabilities: new Set(capabilities) };
}

function agent(text: string) {
  return {
    total: bag(text),
    used: new Map(),
    facts: { hostname: "h" },
    capabilities: new Set(["MULTI_ROLE", "HIERARCHICAL_ROLE"] as const),
  };
}

function shown(allocations: readonly Allocation[]): string[] {
  return allocations.map(
    (a) => `${a.frameworkId} ${a.agentId} ${a.resources.unallocated().toString()}`,
  );
}

describe("who is offered what", () => {
  it("gives all of an agent to the one who waits", () => {
    const allocator = newAllocator();
    allocator.addFramework("f", framework(["*"]), true, 0);
    allocator.addAgent("a", agent("cpus:4;mem:1024;ports:[1-9]"), 0);
    expect(allocator.dueMs()).toBe(0);
    expect(shown(allocator.run(0).offers)).toEqual(["f a cpus:4; mem:1024; ports:[1-9]"]);
    expect(allocator.run(1000).offers).toEqual([]);
  });

  it("serves the role with the smaller dominant share first", () => {
    const allocator = newAllocator();
    allocator.addFramework("x", framework(["x"]), true, 0);
    allocator.addFramework("y", framework(["y"]), true, 0);
    for (const id of ["a1", "a2", "a3", "a4"]) allocator.addAgent(id, agent("cpus:1;mem:100"), 0);
    const owners = allocator.run(0).offers.map((a) => a.frameworkId);
    expect(owners.filter((owner) => owner === "x")).toHaveLength(2);
  });

  it("divides shares by weights", () => {
    const allocator = newAllocator({ x: 3 });
    allocator.addFramework("x", framework(["x"]), true, 0);
    allocator.addFramework("y", framework(["y"]), true, 0);
    for (let i = 0; i < 8; i++) allocator.addAgent(`a${i}`, agent("cpus:1;mem:100"), 0);
    const owners = allocator.run(0).offers.map((a) => a.frameworkId);
    expect(owners.filter((owner) => owner === "x")).toHaveLength(6);
  });

  it("shares what a parent role is due among its sub-roles", () => {
    const allocator = newAllocator();
    for (const role of ["eng/a", "eng/b", "ops"]) {
      allocator.addFramework(role, framework([role]), true, 0);
    }
    for (let i = 0; i < 8; i++) allocator.addAgent(`a${i}`, agent("cpus:1;mem:100"), 0);
    const owners = allocator.run(0).offers.map((a) => a.frameworkId);
    expect(owners.filter((owner) => owner === "ops")).toHaveLength(4);
    expect(owners.filter((owner) => owner === "eng/a")).toHaveLength(2);
  });

  it("keeps reservations for their role and its descendants", () => {
    const allocator = newAllocator();
    allocator.addFramework("other", framework(["other"]), true, 0);
    allocator.addAgent("a", agent("cpus(eng):2;mem(eng):64"), 0);
    expect(allocator.run(0).offers).toEqual([]);
    allocator.addFramework("child", framework(["eng/web"]), true, 0);
    expect(allocator.run(1).offers.map((a) => a.frameworkId)).toEqual(["child"]);
  });

  it("keeps agents with GPUs for frameworks that ask for them", () => {
    const allocator = newAllocator();
    allocator.addAgent("a", agent("cpus:2;gpus:1"), 0);
    allocator.addFramework("plain", framework(["*"]), true, 0);
    expect(allocator.run(0).offers).toEqual([]);
    allocator.addFramework("gpu", framework(["*"], ["GPU_RESOURCES"]), true, 0);
    expect(allocator.run(1).offers.map((a) => a.frameworkId)).toEqual(["gpu"]);
  });

  it("offers nothing that is too little to use", () => {
    const allocator = newAllocator();
    allocator.addFramework("f", framework(["*"]), true, 0);
    allocator.addAgent("a", agent("cpus:0.001;mem:31;disk:100"), 0);
    expect(allocator.run(0).offers).toEqual([]);
  });

  it("lets a framework say per role what is worth an offer", () => {
    const allocator = newAllocator();
    const worth = { minAllocatable: new Map([["r", [{ cpus: 2 }, { disk: 50 }]]]) };
    allocator.addFramework("picky", { ...framework(["r"]), ...worth }, true, 0);
    allocator.addAgent("small", agent("cpus:1;mem:1024"), 0);
    allocator.addAgent("big", agent("cpus:2;mem:1"), 0);
    allocator.addAgent("disk", agent("disk:50"), 0);
    expect(
      allocator
        .run(0)
        .offers.map((a) => a.agentId)
        .sort(),
    ).toEqual(["big", "disk"]);
    const any = { minAllocatable: new Map([["s", []]]) };
    allocator.addFramework("modest", { ...framework(["s"]), ...any }, true, 1);
    allocator.addAgent("crumb", agent("cpus:0.001"), 1);
    expect(shown(allocator.run(1).offers)).toContain("modest crumb cpus:0.001");
  });

  it("offers nothing to suppressed roles, inactive frameworks or from inactive agents", () => {
    const allocator = newAllocator();
    allocator.addFramework("f", framework(["r"], [], ["r"]), true, 0);
    allocator.addAgent("a", agent("cpus:1"), 0);
    expect(allocator.run(0).offers).toEqual([]);
    allocator.revive("f", [], 0);
    allocator.deactivateFramework("f");
    expect(allocator.run(1).offers).toEqual([]);
    allocator.activateFramework("f", 1);
    allocator.deactivateAgent("a");
    expect(allocator.run(2).offers).toEqual([]);
    allocator.activateAgent("a", 2);
    expect(allocator.run(3).offers).toHaveLength(1);
    allocator.suppress("f", []);
    allocator.recover("f", "a", bag("cpus:1").allocated("r"), "unused", undefined, 4);
    expect(allocator.run(2000).offers).toEqual([]);
  });
});

describe("when", () => {
  function offered(): { allocator: Allocator; resources: Resources } {
    const allocator = newAllocator();
    allocator.addFramework("f", framework(["*"]), true, 0);
    allocator.addAgent("a", agent("cpus:1;mem:64"), 0);
    const [allocation] = allocator.run(0).offers;
    return { allocator, resources: allocation?.resources ?? Resources.none };
  }

  it("lets unused resources wait for the next batch", () => {
    const { allocator, resources } = offered();
    allocator.recover("f", "a", resources, "unused", 0, 100);
    expect(allocator.dueMs()).toBe(1000);
    expect(allocator.run(500).offers).toEqual([]);
    expect(allocator.run(1000).offers).toHaveLength(1);
  });

  it("offers freed resources at once", () => {
    const { allocator, resources } = offered();
    allocator.answered("a", 50);
    allocator.recover("f", "a", resources, "freed", undefined, 100);
    expect(allocator.dueMs()).toBe(100);
    expect(allocator.run(100).offers).toHaveLength(1);
  });

  it("makes no crumbs while an offer of the agent is thought about", () => {
    const { allocator } = offered();
    const part = bag("cpus:0.5;mem:32").allocated("*");
    allocator.recover("f", "a", part, "freed", undefined, 100);
    expect(allocator.run(100).offers).toEqual([]);
    allocator.answered("a", 200);
    allocator.recover("f", "a", part, "unused", 0, 200);
    expect(allocator.dueMs()).toBe(200);
    expect(shown(allocator.run(200).offers)).toEqual(["f a cpus:1; mem:64"]);
  });

  it("offers again after an interval, answered or not", () => {
    const { allocator } = offered();
    allocator.recover("f", "a", bag("cpus:0.5").allocated("*"), "freed", undefined, 100);
    expect(allocator.run(1000).offers).toHaveLength(1);
  });

  it("lets freed resources of a busy cluster wait for the batch", () => {
    const { allocator, resources } = offered();
    let at = 100;
    let offers = 0;
    for (; at < 101; at += 0.001) {
      allocator.answered("a", at);
      allocator.recover("f", "a", resources, "freed", undefined, at);
      const allocations = allocator.run(at).offers;
      offers += allocations.length;
      if (allocations.length === 0) break;
    }
    expect(offers).toBe(100);
    expect(allocator.dueMs()).toBeGreaterThan(at);
    expect(allocator.run(1000).offers).toHaveLength(1);
  });

  it("keeps a refusal at least one interval, and forgets it on revive", () => {
    const { allocator, resources } = offered();
    allocator.recover("f", "a", resources, "unused", 10, 100);
    expect(allocator.run(1000).offers).toEqual([]);
    expect(allocator.run(1100).offers).toEqual([]);
    expect(allocator.run(2000).offers).toHaveLength(1);
    allocator.recover("f", "a", resources, "unused", 1e9, 2000);
    expect(allocator.run(50_000).offers).toEqual([]);
    allocator.revive("f", [], 50_000);
    expect(allocator.run(50_000).offers).toHaveLength(1);
  });

  it("offers again what grew beyond a refusal", () => {
    const { allocator, resources } = offered();
    allocator.recover("f", "a", resources, "unused", 1e9, 100);
    allocator.updateAgentTotal("a", bag("cpus:2;mem:64"), 200);
    expect(shown(allocator.run(200).offers)).toEqual(["f a cpus:2; mem:64"]);
  });
});

describe("conservation", () => {
  it("never gives out more than there is, whatever happens", () => {
    const action = fc.oneof(
      fc.record({ do: fc.constant("run" as const), ms: fc.integer({ min: 1, max: 1500 }) }),
      fc.record({ do: fc.constant("back" as const), pick: fc.nat(), refuse: fc.nat(3000) }),
      fc.record({
        do: fc.constant("agent" as const),
        id: fc.nat(4),
        cpus: fc.integer({ min: 1, max: 9 }),
      }),
      fc.record({
        do: fc.constant("framework" as const),
        id: fc.nat(4),
        role: fc.constantFrom("a", "a/b", "c"),
      }),
      fc.record({ do: fc.constant("gone" as const), id: fc.nat(4) }),
      fc.record({ do: fc.constant("left" as const), id: fc.nat(4) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const allocator = newAllocator();
        const totals = new Map<string, Resources>();
        const frameworks = new Set<string>();
        let held: Allocation[] = [];
        let now = 0;
        for (const each of actions) {
          const id = "id" in each ? String(each.id) : "";
          if (each.do === "run") {
            now += each.ms;
            held.push(...allocator.run(now).offers);
          } else if (each.do === "back") {
            const [one] = held.splice(each.pick % Math.max(1, held.length), 1);
            if (one !== undefined) {
              const { frameworkId, agentId, resources } = one;
              allocator.recover(frameworkId, agentId, resources, "freed", each.refuse, now);
            }
          } else if (each.do === "agent" && !totals.has(id)) {
            totals.set(id, bag(`cpus:${each.cpus};mem:100`));
            allocator.addAgent(id, agent(`cpus:${each.cpus};mem:100`), now);
          } else if (each.do === "framework" && !frameworks.has(id)) {
            frameworks.add(id);
            allocator.addFramework(id, framework([each.role]), true, now);
          } else if (each.do === "gone" && totals.delete(id)) {
            held = held.filter((one) => one.agentId !== id);
            allocator.removeAgent(id);
          } else if (each.do === "left" && frameworks.delete(id)) {
            held = held.filter((one) => one.frameworkId !== id);
            allocator.removeFramework(id);
          }
          for (const [agentId, total] of totals) {
            const given = Resources.sum(
              held
                .filter((one) => one.agentId === agentId)
                .map((one) => one.resources.unallocated()),
            );
            expect(total.contains(given)).toBe(true);
          }
          const all = Resources.sum(held.map((one) => one.resources.unallocated()));
          expect(allocator.totals().allocated).toEqual(all.quantities());
          expect(allocator.totals().total).toEqual(Resources.sum(totals.values()).quantities());
        }
      }),
      { numRuns: 300 },
    );
  });
});
