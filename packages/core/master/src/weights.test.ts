import type { master, WeightInfo } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { withQuotas, withWeights } from "./registry-roles.ts";
import { Bench } from "./test-harness.ts";
import { weightInfos } from "./weights.ts";

const update = (...weight_infos: WeightInfo[]): master.Call => ({
  type: "UPDATE_WEIGHTS",
  update_weights: { weight_infos },
});

const OK = { type: "ok" };

function withNotes(bench: Bench) {
  const { allocator } = bench.master.core;
  const told: unknown[] = [];
  const { updateWeights } = allocator;
  allocator.updateWeights = (weights, nowMs) => {
    told.push(weights);
    updateWeights.call(allocator, weights, nowMs);
  };
  return told;
}

describe("UPDATE_WEIGHTS", () => {
  it("stores the weights, tells the allocator and shows them", () => {
    const bench = new Bench();
    const told = withNotes(bench);
    const asked = [
      { role: " dev ", weight: 2.5 },
      { role: "eng/web", weight: 3 },
    ];
    expect(bench.operator(update(...asked))).toEqual(OK);
    expect(told).toEqual([{ dev: 2.5, "eng/web": 3 }]);
    bench.operator(update({ role: "dev", weight: 1 }));
    expect(bench.operator({ type: "GET_WEIGHTS" })).toEqual({
      type: "ok",
      response: {
        type: "GET_WEIGHTS",
        get_weights: {
          weight_infos: [
            { role: "dev", weight: 1 },
            { role: "eng/web", weight: 3 },
          ],
        },
      },
    });
    expect(bench.book.content().weights).toEqual([
      { info: { role: "dev", weight: 1 } },
      { info: { role: "eng/web", weight: 3 } },
    ]);
  });

  it.each([
    [{ role: "dev", weight: -1 }, " for role 'dev': Invalid weight '-1': Weights must be positive"],
    [{ role: "dev", weight: 0 }, " for role 'dev': Invalid weight '0': Weights must be positive"],
    [
      { role: "dev", weight: Number.NaN },
      " for role 'dev': Invalid weight 'NaN': Weights must be positive",
    ],
    [{ weight: 1 }, ": Invalid role '': Role names cannot be the empty string"],
    [{ role: "/x", weight: 1 }, ": Invalid role '/x': Role '/x' cannot start with a slash"],
    [{ role: "ops", weight: 1 }, ": Unknown role 'ops'"],
  ])("refuses %j, and what came with it", (info, why) => {
    const bench = new Bench({ roleWhitelist: ["dev", "*"] });
    expect(bench.operator(update({ role: "*", weight: 2 }, info))).toEqual({
      type: "refused",
      status: 400,
      text: `Failed to validate update weights request JSON${why}`,
    });
    expect(weightInfos(bench.master.core)).toEqual([]);
  });

  it.each([
    ["of a role with frameworks takes all offers back", "dev", 1],
    ["of another role takes none back", "ops", 0],
    ["of the role above takes none back", "eng", 0],
  ])("%s", (_, role, count) => {
    const bench = new Bench();
    bench.registerAgent();
    const scheduler = bench.subscribe({ roles: ["dev", "eng/web"] });
    expect(bench.operator(update({ role, weight: 2 }))).toEqual(OK);
    const rescinds = scheduler.events().filter(({ type }) => type === "RESCIND");
    expect(rescinds).toHaveLength(count);
  });

  it("that the registry does not take changes nothing", () => {
    const bench = new Bench();
    bench.registry = "waits";
    bench.operator(update({ role: "dev", weight: 2 }));
    bench.step({ type: "persisted", persistId: 1, ok: false });
    expect(bench.effects).toContainEqual({
      type: "reply",
      requestId: 1,
      reply: { type: "refused", status: 500, text: "Failed to store the weights in the registry" },
    });
    expect(weightInfos(bench.master.core)).toEqual([]);
  });
});

describe("--weights", () => {
  const flagged = { weights: { dev: 2, ops: 3 } };

  it("is for a registry without weights, and is stored in it", () => {
    const bench = new Bench(flagged);
    expect(bench.effects).toContainEqual(
      expect.objectContaining({
        type: "persist",
        operation: {
          type: "update-weights",
          weights: [
            { role: "dev", weight: 2 },
            { role: "ops", weight: 3 },
          ],
        },
      }),
    );
  });

  it("is ignored with a warning when the registry has weights", () => {
    const bench = new Bench(flagged);
    const told = withNotes(bench);
    bench.step({ type: "start", registry: { weights: [{ info: { role: "dev", weight: 5 } }] } });
    expect(bench.logs()).toContain("Ignoring --weights: the registry has weights already");
    expect(told).toEqual([{ dev: 5, ops: 1 }]);
    expect(weightInfos(bench.master.core)).toEqual([{ role: "dev", weight: 5 }]);
  });
});

describe("the registry", () => {
  const cpus = (value: number) => ({ limits: { cpus: { value } } });
  const AGENTS = { agents: {}, minimum_capabilities: [{ capability: "AGENT_DRAINING" }] };

  it("keeps quotas by role, and says that a master must know them", () => {
    const two = withQuotas(AGENTS, [
      { role: "a", ...cpus(1) },
      { role: "b", ...cpus(2) },
    ]);
    expect(two).toEqual({
      agents: {},
      quota_configs: [
        { role: "a", ...cpus(1) },
        { role: "b", ...cpus(2) },
      ],
      minimum_capabilities: [{ capability: "AGENT_DRAINING" }, { capability: "QUOTA_V2" }],
    });
    const one = withQuotas(two, [{ role: "a" }, { role: "b", ...cpus(3) }, { role: "c" }]);
    expect(one.quota_configs).toEqual([{ role: "b", ...cpus(3) }]);
    expect(withQuotas(one, [{ role: "b" }])).toEqual(AGENTS);
  });

  it("drops a quota of the old form for one of the new", () => {
    const old = { quotas: [{ info: { role: "a" } }, { info: { role: "b" } }] };
    expect(withQuotas(old, [{ role: "a" }])).toEqual({ quotas: [{ info: { role: "b" } }] });
  });

  it("keeps weights by role", () => {
    const one = withWeights({}, [{ role: "a", weight: 2 }]);
    const two = withWeights(one, [
      { role: "b", weight: 1 },
      { role: "a", weight: 3 },
    ]);
    expect(two.weights?.map(({ info }) => info)).toEqual([
      { role: "a", weight: 3 },
      { role: "b", weight: 1 },
    ]);
    expect(withWeights(two, [])).toBe(two);
  });
});
