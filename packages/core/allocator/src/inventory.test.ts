/** Who is offered what: a test for every fact about Mesos's allocator that the inventory lists. */
import { createRandom, type Random } from "@mesos-ts/base";
import { describe, expect, it } from "vitest";
import { bag, Case, reservedFor, scalar, sharedVolume } from "./cases.test-support.ts";
import { Lottery } from "./lottery.ts";

const plain = "cpus:1;mem:100";

describe("Sorters", () => {
  it("serve the smaller dominant share first", () => {
    const some = new Case().framework("x").framework("y").agents(4, plain);
    expect(some.counts()).toEqual({ x: 2, y: 2 });
  });

  it("take the largest part of any resource for the share", () => {
    // x holds half of all memory, y a quarter of all cpus.
    const used = (id: string, text: string) => new Map([[id, bag(text).allocated(id)]]);
    const some = new Case().framework("x").framework("y");
    some.agent("s0", "mem:500", { used: used("x", "mem:500") });
    some.agent("s1", "cpus:1", { used: used("y", "cpus:1") });
    expect(some.agent("s2", "cpus:3;mem:500").run()).toEqual(["y s2 cpus:3; mem:500"]);
  });

  it("share what a role is due among its sub-roles", () => {
    const some = new Case().agents(8, plain);
    for (const role of ["eng/a", "eng/b", "ops"]) some.framework(role);
    expect(some.counts()).toEqual({ "eng/a": 2, "eng/b": 2, ops: 4 });
  });

  it("let a role compete as a leaf beside its sub-roles", () => {
    const some = new Case().agents(8, plain);
    for (const role of ["eng", "eng/b", "ops"]) some.framework(role);
    expect(some.counts()).toEqual({ eng: 2, "eng/b": 2, ops: 4 });
  });

  it("order frameworks of a role by their own shares", () => {
    const some = new Case().agents(4, plain);
    for (const id of ["f", "g"]) some.framework(id, { roles: ["r"] });
    expect(some.counts()).toEqual({ f: 2, g: 2 });
  });

  it("break ties by the number of allocations, then by name", () => {
    const some = new Case().framework("b").framework("a").agent("s0", plain);
    const first = some.only();
    expect(first.frameworkId).toBe("a");
    some.decline(first);
    expect(some.only().frameworkId).toBe("b");
  });

  it("leave out who suppressed a role", () => {
    const some = new Case()
      .framework("a", { suppressed: ["a"] })
      .framework("b")
      .agents(2, plain);
    expect(some.counts()).toEqual({ b: 2 });
  });

  it.each([
    ["all at once", (lottery: Lottery<string>, random: Random) => lottery.all(random)],
    [
      "one by one",
      (lottery: Lottery<string>, random: Random) => [...lottery.draw(random, () => true)],
    ],
  ])("draw `random` orders in proportion to weights, complete: %s", (_, orderOf) => {
    const random = createRandom(1);
    const weights: Record<string, number> = { light: 1, middle: 2, heavy: 3 };
    const lottery = new Lottery(Object.keys(weights), (name) => weights[name] ?? 0);
    const first: Record<string, number> = { light: 0, heavy: 0, middle: 0 };
    for (let i = 0; i < 6000; i++) {
      const order = orderOf(lottery, random);
      expect([...order].sort()).toEqual(["heavy", "light", "middle"]);
      const [name = ""] = order;
      first[name] = (first[name] ?? 0) + 1;
    }
    expect(first["light"]).toBeGreaterThan(900);
    expect(first["light"]).toBeLessThan(1100);
    expect(first["heavy"]).toBeGreaterThan(2850);
    expect(first["heavy"]).toBeLessThan(3150);
  });

  it("of kind `random` give heavier roles more, whatever they hold", () => {
    const some = new Case({ roleSorter: "random", frameworkSorter: "random", weights: { x: 4 } });
    some
      .framework("x")
      .framework("y")
      .framework("y2", { roles: ["y"] })
      .agents(1000, plain);
    const { x = 0, y = 0, y2 = 0 } = some.counts();
    expect(x + y + y2).toBe(1000);
    expect(x).toBeGreaterThan(750);
    expect(x).toBeLessThan(850);
    expect(Math.abs(y - y2)).toBeLessThan(60);
  });

  it("of kind `random` divide a role's chance among its sub-roles", () => {
    const some = new Case({ roleSorter: "random" }).agents(1200, plain);
    for (const role of ["eng/a", "eng/b", "ops"]) some.framework(role);
    const { ops = 0, "eng/a": a = 0 } = some.counts();
    expect(ops).toBeGreaterThan(540);
    expect(ops).toBeLessThan(660);
    expect(a).toBeGreaterThan(240);
    expect(a).toBeLessThan(360);
  });
});

describe("Weights", () => {
  it.each([
    ["of a top-level role", { x: 3 }, ["x", "y"], { x: 6, y: 2 }],
    ["of a sub-role", { "e/x": 3 }, ["e/x", "e/y"], { "e/x": 6, "e/y": 2 }],
    ["on two levels", { e: 3, "e/x": 2 }, ["e/x", "e/y", "o"], { "e/x": 4, "e/y": 2, o: 2 }],
    [
      "not of a role as a leaf of its own level",
      { e: 7 },
      ["e", "e/y", "o"],
      { e: 4, "e/y": 3, o: 1 },
    ],
  ])("divide shares: %s", (_, weights, roles, expected) => {
    const some = new Case({ weights }).agents(8, plain);
    for (const role of roles) some.framework(role);
    expect(some.counts()).toEqual(expected);
  });

  it("count from the moment they are changed", () => {
    const some = new Case().framework("x").framework("y");
    some.allocator.updateWeights({ y: 3 }, 0);
    expect(some.agents(8, plain).counts()).toEqual({ x: 2, y: 6 });
  });
});

describe("Fair-share exclusions", () => {
  it("do not count", () => {
    const some = new Case({ fairSharingExcluded: new Set(["gpus"]) });
    const used = new Map([["x", bag("gpus:1").allocated("x")]]);
    some.framework("x", { capabilities: ["GPU_RESOURCES"] }).framework("y");
    some.agent("s0", "gpus:1", { used });
    some.agent("s1", plain);
    // With GPUs counted x would hold all there is, and y be first.
    some.allocator.updateWeights({ x: 1 }, 0);
    expect(some.run().length).toBe(1);
    expect(some.allocator.metrics()["allocator/mesos/roles/x/shares/dominant"]).not.toBe(1);
  });
});

describe("Stage 1", () => {
  it("serves roles whose guarantee is not met, before any other", () => {
    const some = new Case().framework("a").framework("q").quota("q", { cpus: 3 });
    expect(some.agents(4, plain).counts()).toEqual({ q: 3, a: 1 });
  });

  it("offers nothing in it to roles with a guarantee that is met", () => {
    const some = new Case().framework("a").framework("q").quota("q", { cpus: 1 });
    expect(some.agents(4, plain).counts()).toEqual({ q: 2, a: 2 });
  });

  it("cuts scalars to what is guaranteed and what limits allow", () => {
    const some = new Case().framework("a").framework("q");
    some.quota("q", { cpus: 2, mem: 50 }, { cpus: 2, mem: 50 }).agent("s0", "cpus:5;mem:100");
    expect(some.run()).toEqual(["a s0 cpus:3; mem:50", "q s0 cpus:2; mem:50"]);
  });

  it("gives more than guaranteed up to the limit", () => {
    const some = new Case().framework("q").quota("q", { cpus: 2 }, { cpus: 3 });
    expect(some.agent("s0", "cpus:5;mem:100").run()).toEqual(["q s0 cpus:3; mem:100"]);
  });

  it("gives more than guaranteed only beyond what others are guaranteed", () => {
    const some = new Case().framework("q").quota("q", { cpus: 1 }).quota("r", { cpus: 2 });
    expect(some.agent("s0", "cpus:5;mem:100").run()).toEqual(["q s0 cpus:3; mem:100"]);
  });

  it("gives resources along that no quota names, ports too", () => {
    const some = new Case().framework("a").framework("q").quota("q", { cpus: 2 }, { cpus: 2 });
    const offers = some.agent("s0", "cpus:2;mem:64;disk:10;ports:[1-9]").run();
    expect(offers).toEqual(["q s0 cpus:2; mem:64; disk:10; ports:[1-9]"]);
  });

  it("gives the role's own reservations along, and revocable resources to who takes them", () => {
    const some = new Case().framework("q", { capabilities: ["REVOCABLE_RESOURCES"] });
    some.quota("q", { cpus: 5 }, { cpus: 5 });
    some.agent("s0", bag("cpus:1;cpus(q):2;mem:64").plus(scalar("cpus", 1, { revocable: {} })));
    expect(some.run()).toEqual([
      "q s0 cpus:1; cpus(reservations: [(STATIC,q)]):2; mem:64; cpus{REV}:1",
    ]);
  });

  it("passes over agents that bring the guarantee no nearer", () => {
    const some = new Case().framework("a").framework("q").quota("q", { gpus: 1 });
    expect(some.agents(2, plain).counts()).toEqual({ a: 1, q: 1 });
  });

  it("does not cut whole disks, nor take one that is too large for progress", () => {
    const disk = scalar("disk", 10, { disk: { source: { type: "MOUNT" } } });
    const some = new Case().framework("q").quota("q", { disk: 5 }, { disk: 5 });
    expect(some.agent("s0", bag(plain).plus(disk)).run()).toEqual(["q s0 cpus:1; mem:100"]);
  });

  it("takes a whole disk larger than what is lacking when there is room for all of it", () => {
    const disk = scalar("disk", 10, { disk: { source: { type: "MOUNT" } } });
    const some = new Case().framework("q").quota("q", { disk: 5 });
    expect(some.agent("s0", bag(plain).plus(disk)).run()).toEqual([
      `q s0 ${plain.replace(";", "; ")}; ${disk}`,
    ]);
    const none = new Case().framework("q").quota("q", { disk: 5 }).quota("r", { disk: 1 });
    expect(none.agent("s0", bag(plain).plus(disk)).run()).toEqual(["q s0 cpus:1; mem:100"]);
  });

  it("gives both stages' resources of an agent in one offer", () => {
    const some = new Case().framework("q/web").quota("q", { cpus: 2 }, { cpus: 2 });
    const offer = some.agent("s0", "cpus:1;mem:64;cpus(q):1").only();
    expect(offer.resources.milli("cpus")).toBe(2000);
    some.decline(offer);
    expect(some.offers(1)).toEqual([]);
    expect(some.offers()).toHaveLength(1);
  });

  it("goes on with the next framework until the guarantee is met", () => {
    const some = new Case({ weights: { q: 2 } }).quota("q", { cpus: 4 });
    for (const id of ["f", "g"]) some.framework(id, { roles: ["q"] });
    expect(some.framework("a").agents(4, plain).counts()).toEqual({ f: 2, g: 2 });
  });
});

describe("Stage 2", () => {
  it("keeps free somewhere what guarantees lack", () => {
    const some = new Case().framework("a").quota("q", { cpus: 3 });
    const offers = some.agents(2, "cpus:2;mem:100").offers();
    expect(offers.reduce((sum, { resources }) => sum + resources.milli("cpus"), 0)).toBe(1000);
  });

  it("counts reservations towards a guarantee: they need no room", () => {
    const some = new Case().framework("a").quota("q", { cpus: 3 });
    some.agent("s0", "cpus:2;mem:100;cpus(q):3");
    expect(some.run()).toEqual(["a s0 cpus:2; mem:100"]);
  });

  it("cuts to the limit", () => {
    const some = new Case().framework("a").quota("a", {}, { cpus: 3 });
    expect(some.agent("s0", "cpus:5;mem:100").run()).toEqual(["a s0 cpus:3; mem:100"]);
  });

  it("takes a limit of 0 for a limit", () => {
    const some = new Case().framework("a").quota("a", {}, { cpus: 0 });
    expect(some.agent("s0", "cpus:5;mem:100").run()).toEqual(["a s0 mem:100"]);
  });

  it("offers reserved, revocable and non-scalar resources whatever limits say", () => {
    const some = new Case().framework("a", { capabilities: ["REVOCABLE_RESOURCES"] });
    some.quota("a", {}, { cpus: 0, mem: 0 });
    some.agent(
      "s0",
      bag("cpus:1;mem(a):64;ports:[1-2]").plus(scalar("cpus", 1, { revocable: {} })),
    );
    expect(some.run()).toEqual([
      "a s0 mem(reservations: [(STATIC,a)]):64; ports:[1-2]; cpus{REV}:1",
    ]);
  });

  it("offers a shared volume in every cycle, to one framework in each", () => {
    const some = new Case({ minAllocatable: [] });
    for (const id of ["f", "g"]) {
      some.framework(id, { roles: ["a"], capabilities: ["SHARED_RESOURCES"] });
    }
    some.agent("s0", sharedVolume("a"));
    expect([some.only(), some.only()].map(({ frameworkId }) => frameworkId)).toEqual(["f", "g"]);
    expect(some.allocator.totals().allocated).toEqual(new Map([["disk", 10_000]]));
  });

  it("looks at every agent in a cycle of many slices, whatever happens between them", () => {
    const some = new Case({}, 1, 60).framework("f").framework("gone").agents(20, plain);
    const agents: string[] = [];
    for (let slice = 0; slice < 100; slice++) {
      const { offers, complete } = some.allocator.run(0);
      agents.push(...offers.map(({ agentId }) => agentId));
      if (slice === 3) some.allocator.removeFramework("gone");
      if (slice === 4) some.allocator.removeAgent("s0");
      if (slice === 5) some.allocator.updateAgentTotal("s1", bag("cpus:3"), 0);
      if (complete) break;
      expect(some.allocator.dueMs()).toBe(0);
    }
    for (let i = 1; i < 20; i++) {
      if (!agents.includes(`s${i}`)) agents.push(...some.offers().map(({ agentId }) => agentId));
    }
    expect(new Set(agents).size).toBe(19);
    expect(some.allocator.totals().allocated.get("cpus")).toBe(21_000);
  });
});

describe("Quota", () => {
  it("is charged for reservations, allocated or not, and for what is held unreserved", () => {
    const some = new Case().framework("a").framework("b").quota("a", {}, { cpus: 3 });
    some.agent("s0", "cpus(a):1;mem(b):64").agent("s1", "cpus:5;mem:64");
    expect(some.run().find((text) => text.startsWith("a s1"))).toBe("a s1 cpus:2; mem:64");
    expect(some.allocator.consumed("a")).toEqual(
      new Map([
        ["cpus", 3000],
        ["mem", 64_000],
      ]),
    );
  });

  it("holds for the whole tree of a role", () => {
    const some = new Case().quota("e", { cpus: 2 }, { cpus: 3 });
    for (const role of ["e/x", "e/y/z", "o"]) some.framework(role);
    const offers = some.agents(10, plain).offers();
    const cpus = offers.map(({ role, resources }) => (role === "o" ? 0 : resources.milli("cpus")));
    expect(cpus.reduce((a, b) => a + b, 0)).toBe(3000);
  });

  it("is no limit for what it does not name", () => {
    const some = new Case().framework("a").quota("a", { cpus: 1 });
    expect(some.agents(3, plain).counts()).toEqual({ a: 3 });
  });

  it("may guarantee more than there is: who comes first gets his", () => {
    const some = new Case().framework("a").framework("b").framework("c");
    some.quota("a", { cpus: 10 }).quota("b", { cpus: 10 }).agents(4, plain);
    expect(some.counts()).toEqual({ a: 2, b: 2 });
  });

  it("may be lowered below what is used: nothing more is offered", () => {
    const some = new Case().framework("a").agents(2, plain).quota("a", {}, { cpus: 2 });
    const [first] = some.offers();
    if (first !== undefined) some.decline(first);
    some.quota("a", {}, { cpus: 1, mem: 100 });
    expect(some.offers()).toEqual([]);
    some.quota("a", {});
    expect(some.offers()).toHaveLength(1);
  });

  it("lets a role have more as soon as it gives back, is raised or ends", () => {
    const some = new Case().framework("a").agents(3, plain).quota("a", {}, { cpus: 1, mem: 100 });
    const first = some.only();
    expect(some.offers()).toEqual([]);
    some.accept(first);
    some.free(first);
    const second = some.only();
    some.quota("a", {}, { cpus: 2, mem: 200 });
    expect(some.offers()).toHaveLength(1);
    some.decline(second);
    some.quota("a", {});
    expect(some.offers()).toHaveLength(2);
  });

  it("at its limit leaves a role what a framework's own minimum reaches", () => {
    const some = new Case().quota("a", {}, { cpus: 0, mem: 0 }).agent("s0", "cpus:1;mem:64;disk:9");
    some.framework("f", { roles: ["a"] });
    some.framework("g", { roles: ["a"], minAllocatable: new Map([["a", [{ disk: 1 }]]]) });
    expect(some.run()).toEqual(["g s0 disk:9"]);
  });

  it("that is raised from nothing lets a role have what it was refused before", () => {
    const some = new Case().framework("a").quota("a", {}, { cpus: 0, mem: 0 }).agents(1, plain);
    expect(some.offers()).toEqual([]);
    some.quota("a", {}, { cpus: 1, mem: 0 });
    expect(some.run(0)).toEqual(["a s0 cpus:1"]);
  });

  it("tries a guarantee again when a refusal ends", () => {
    const some = new Case().framework("q").quota("q", { cpus: 100 });
    some.decline(some.agent("s0", plain).only(), 5000);
    expect(some.offers(4000)).toEqual([]);
    expect(some.offers(2000)).toHaveLength(1);
  });
});

describe("Reservations", () => {
  it.each([
    ["their role", "eng", true],
    ["a sub-role", "eng/web", true],
    ["a sub-role of that", "eng/web/ui", true],
    ["another role", "ops", false],
    ["a role whose name begins alike", "engine", false],
  ])("are offered to %s: %s", (_, role, offered) => {
    const some = new Case().framework(role).agent("s0", "cpus(eng):2;mem(eng):64");
    expect(some.offers()).toHaveLength(offered ? 1 : 0);
  });

  it("of a sub-role are not for the role above it", () => {
    const some = new Case().framework("eng").agent("s0", "cpus(eng/web):2");
    expect(some.offers()).toEqual([]);
  });

  it("that are refined belong to the innermost role", () => {
    const total = scalar("cpus", 1, reservedFor("eng", "eng/web"));
    const capabilities = ["RESERVATION_REFINEMENT"] as const;
    const some = new Case().framework("eng", { capabilities }).agent("s0", total);
    expect(some.offers()).toEqual([]);
    expect(some.framework("eng/web", { capabilities }).offers()).toHaveLength(1);
  });

  it("are told apart by principal and labels", () => {
    const other = { reservations: [{ type: "DYNAMIC", role: "r", principal: "q" } as const] };
    const total = scalar("cpus", 1, reservedFor("r")).plus(scalar("cpus", 1, other));
    expect(new Case().framework("r").agent("s0", total).only().resources.items).toHaveLength(2);
  });

  it("are made and undone by operations: holdings and totals follow", () => {
    const some = new Case().framework("r").framework("o").agent("s0", "cpus:2;mem:64");
    some.allocator.suppress("o", []);
    const offer = some.only();
    some.accept(offer);
    const [before, after] = [scalar("cpus", 1), scalar("cpus", 1, reservedFor("r"))];
    some.allocator.convert("r", "s0", before.allocated("r"), after.allocated("r"));
    const books = some.allocator.holdings("s0");
    expect(`${books?.total}`).toBe("cpus:1; mem:64; cpus(reservations: [(DYNAMIC,r,p)]):1");
    expect(some.allocator.consumed("r").get("cpus")).toBe(2000);
    some.free({ ...offer, resources: after.allocated("r") });
    some.allocator.suppress("r", []);
    some.allocator.revive("o", [], some.nowMs);
    expect(some.offers()).toEqual([]);
  });

  it("are made by an operator of what is available, or not at all", () => {
    const some = new Case().framework("r").agent("s0", "cpus:2;mem:64");
    const [before, after] = [scalar("cpus", 1), scalar("cpus", 1, reservedFor("x"))];
    expect(some.allocator.convertAvailable("s0", before, after, 0)).toBe(true);
    expect(some.run()).toEqual(["r s0 cpus:1; mem:64"]);
    expect(some.allocator.convertAvailable("s0", before, after, 1000)).toBe(false);
    expect(some.allocator.holdings("s0")?.total.milli("cpus")).toBe(2000);
  });
});
