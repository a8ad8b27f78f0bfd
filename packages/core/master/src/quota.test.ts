import type { master, quota } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { AGENT_PID, Bench, type Scheduler, scalar, task } from "./test-harness.ts";
import { roleSummaries } from "./views/role-summaries.ts";

type Amounts = Readonly<Record<string, number>>;

const scalars = (amounts: Amounts) =>
  Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, { value }]));

const config = (role: string, guarantees: Amounts, limits: Amounts): quota.QuotaConfig => ({
  role,
  guarantees: scalars(guarantees),
  limits: scalars(limits),
});

const update = (quota_configs: quota.QuotaConfig[], force = false): master.Call => ({
  type: "UPDATE_QUOTA",
  update_quota: { force, quota_configs },
});

const set = (role: string, amounts: Amounts, force = false): master.Call => ({
  type: "SET_QUOTA",
  set_quota: {
    quota_request: {
      force,
      role,
      guarantee: Object.entries(amounts).map(([name, value]) => scalar(name, value)),
    },
  },
});

const remove = (role: string): master.Call => ({ type: "REMOVE_QUOTA", remove_quota: { role } });

const OK = { type: "ok" };
const refused = (text: string, status = 400) => ({ type: "refused", status, text });

/** What the master told its allocator, beside obeying it. */
function withNotes(bench: Bench) {
  const { allocator } = bench.master.core;
  const told: unknown[] = [];
  const { updateQuota } = allocator;
  allocator.updateQuota = (role, value, nowMs) => {
    told.push([role, Object.fromEntries(value.guarantees), Object.fromEntries(value.limits)]);
    updateQuota.call(allocator, role, value, nowMs);
  };
  return told;
}

const status = (bench: Bench) => {
  const reply = bench.operator({ type: "GET_QUOTA" });
  return reply?.type === "ok" ? reply.response?.get_quota?.status : undefined;
};

const rescinds = (scheduler: Scheduler): number =>
  scheduler.events().filter(({ type }) => type === "RESCIND").length;

describe("UPDATE_QUOTA", () => {
  it("takes several roles at once, stores them and tells the allocator", () => {
    const bench = new Bench();
    const told = withNotes(bench);
    bench.registerAgent();
    const configs = [config("a", { cpus: 1 }, { cpus: 2 }), config("*", {}, { mem: 0 })];
    expect(bench.operator(update(configs))).toEqual(OK);
    expect(bench.effects).toContainEqual(
      expect.objectContaining({ operation: { type: "update-quota", configs } }),
    );
    expect(told).toEqual([
      ["a", { cpus: 1000 }, { cpus: 2000 }],
      ["*", {}, { mem: 0 }],
    ]);
    expect(status(bench)).toEqual({
      infos: [{ role: "a", guarantee: [scalar("cpus", 1)] }, { role: "*" }],
      configs: [
        { role: "a", guarantees: { cpus: { value: 1 } }, limits: { cpus: { value: 2 } } },
        { role: "*", limits: { mem: { value: 0 } } },
      ],
    });
    expect(bench.book.content()).toMatchObject({
      quota_configs: configs.map(({ role, limits }) => ({ role, limits })),
      minimum_capabilities: [{ capability: "QUOTA_V2" }],
    });
  });

  it("changes a quota that is set, and none of them if one is refused", () => {
    const bench = new Bench();
    bench.registerAgent();
    bench.operator(update([config("a", { cpus: 1 }, { cpus: 2 })]));
    const before = status(bench);
    bench.operator(update([config("a", {}, { cpus: 3 }), config("a/b", {}, {})]));
    expect(status(bench)).toEqual(before);
    bench.operator(update([config("a", {}, { cpus: 3 })]));
    expect(status(bench)?.configs).toEqual([{ role: "a", limits: { cpus: { value: 3 } } }]);
  });

  it.each([
    [
      "a role that is none",
      config("/a", {}, {}),
      "Updating quota on nested role '/a' is not supported yet",
    ],
    [
      "a name that is none",
      config("-a", {}, {}),
      "Invalid QuotaConfig: Invalid 'QuotaConfig.role': Role component '-a' is invalid because it starts with a dash",
    ],
    [
      "an empty name",
      config("", {}, {}),
      "Invalid QuotaConfig: Invalid 'QuotaConfig.role': Role names cannot be the empty string",
    ],
    [
      "a nested role",
      config("a/b", {}, { cpus: 2 }),
      "Updating quota on nested role 'a/b' is not supported yet",
    ],
    [
      "a guarantee beyond the limit",
      config("a", { mem: 64, cpus: 5.25 }, { cpus: 2, mem: 64 }),
      "Invalid QuotaConfig: 'QuotaConfig.guarantees' { cpus: 5.25, mem: 64 } is not contained within the 'QuotaConfig.limits' { cpus: 2, mem: 64 }",
    ],
    [
      "a negative guarantee",
      config("a", { cpus: -1 }, {}),
      "Invalid QuotaConfig: Invalid guarantee configuration {'cpus': -1}: Negative values not supported",
    ],
    [
      "a negative limit",
      config("a", {}, { cpus: -1 }),
      "Invalid QuotaConfig: Invalid limit configuration {'cpus': -1}: Negative values not supported",
    ],
    [
      "what is no number",
      config("a", {}, { cpus: Number.NaN }),
      "Invalid QuotaConfig: Invalid limit configuration {'cpus': NaN}: NaN not supported",
    ],
    [
      "what is less than nothing at all",
      config("a", {}, { cpus: -Infinity }),
      "Invalid QuotaConfig: Invalid limit configuration {'cpus': -Infinity}: Infinite values not supported",
    ],
    [
      "what is nearly nothing",
      config("a", {}, { cpus: 1e-310 }),
      "Invalid QuotaConfig: Invalid limit configuration {'cpus': 0}: Subnormal values not supported",
    ],
    [
      "too much memory",
      config("a", {}, { mem: 1024 ** 4 + 1 }),
      "Invalid QuotaConfig: Invalid 'QuotaConfig.limits': {'mem': 1099511627777} is invalid: values greater than 1 exabyte (1099511627776) are not supported",
    ],
    [
      "too many of others",
      config("a", { cpus: 1e12 + 1 }, {}),
      "Invalid QuotaConfig: Invalid 'QuotaConfig.guarantees': {'cpus': 1000000000001} is invalid: values greater than 1 trillion (1000000000000) are not supported",
    ],
    [
      "more than there is",
      config("a", { cpus: 5, gpus: 1 }, { cpus: 5 }),
      "Invalid QuotaConfig: total quota guarantees 'cpus:5; gpus:1' exceed cluster capacity 'cpus:4; disk:100; mem:4096' (use 'force' flag to bypass this check)",
    ],
  ])("refuses %s", (_, wanted, text) => {
    const bench = new Bench();
    bench.registerAgent();
    expect(bench.operator(update([wanted]))).toEqual(refused(text));
    expect(status(bench)).toEqual({});
  });

  it("refuses a role that is not on the whitelist", () => {
    const bench = new Bench({ roleWhitelist: ["a", "*"] });
    expect(bench.operator(update([config("b", {}, {})]))).toEqual(
      refused("Invalid QuotaConfig: 'b' is not on the roles whitelist"),
    );
  });

  it("takes what is more than there is by force, and says so", () => {
    const bench = new Bench();
    expect(bench.operator(update([config("a", { cpus: 5 }, {})], true))).toEqual(OK);
    expect(bench.logs()).toContain("Guaranteeing 'cpus:5' by force, though all agents have '{}'");
  });

  it("adds up the guarantees of all roles", () => {
    const bench = new Bench();
    bench.registerAgent();
    expect(bench.operator(update([config("a", { cpus: 3 }, {})]))).toEqual(OK);
    expect(bench.operator(update([config("b", { cpus: 2 }, {})]))).toMatchObject({
      text: expect.stringContaining("total quota guarantees 'cpus:5' exceed"),
    });
    const both = [config("a", { cpus: 2 }, {}), config("b", { cpus: 2 }, {})];
    expect(bench.operator(update(both))).toEqual(OK);
  });

  it("refuses a limit below what is consumed, unless forced", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    bench.subscribe({ roles: ["dev/web"] }).launch([task("t", agentId)]);
    const limited = [config("dev", {}, { cpus: 0.05, mem: 0 })];
    expect(bench.operator(update(limited))).toEqual(
      refused(
        "Invalid QuotaConfig: Role 'dev' is already consuming 'cpus:0.1; mem:32'; this is more than the requested limits 'cpus:0.05; mem:0' (use 'force' flag to bypass this check)",
      ),
    );
    expect(bench.operator(update(limited, true))).toEqual(OK);
  });

  it("that the registry does not take changes nothing", () => {
    const bench = new Bench();
    bench.registry = "waits";
    bench.operator(update([config("a", {}, { cpus: 1 })]));
    bench.step({ type: "persisted", persistId: 1, ok: false });
    expect(bench.effects).toContainEqual(
      expect.objectContaining({
        reply: refused("Failed to store the quota in the registry", 500),
      }),
    );
    expect(status(bench)).toEqual({});
  });
});

describe("offers and UPDATE_QUOTA", () => {
  const TWO = [AGENT_PID, "slave(1)@10.0.0.2:5051"];

  /** Two agents, each offered to the one framework. */
  function offered(roles = ["dev"]) {
    const bench = new Bench();
    for (const pid of TWO) bench.registerAgent({ pid });
    const scheduler = bench.subscribe({ roles });
    expect(scheduler.held()).toHaveLength(2);
    return { bench, scheduler };
  }

  it.each([
    ["nothing beyond the limits of the role", config("dev", {}, { cpus: 8 }), 0],
    ["one offer of the role where one is too many", config("dev", {}, { cpus: 4 }), 1],
    ["all offers of a role that may have nothing", config("dev", {}, { cpus: 0 }), 2],
    ["as many of others as the guarantee needs", config("ops", { cpus: 3 }, {}), 1],
    ["more of others for more", config("ops", { cpus: 5 }, {}), 2],
    ["nothing for a limit of others", config("ops", {}, { cpus: 0 }), 0],
    ["nothing where its own offers cover the guarantee", config("dev", { cpus: 8 }, {}), 0],
  ])("takes back %s", (_, wanted, count) => {
    const { bench, scheduler } = offered();
    expect(bench.operator(update([wanted]))).toEqual(OK);
    expect(rescinds(scheduler)).toBe(count);
  });

  it("counts the offers of sub-roles", () => {
    const { bench, scheduler } = offered(["dev/web"]);
    bench.operator(update([config("dev", {}, { cpus: 0 })]));
    expect(rescinds(scheduler)).toBe(2);
  });
});

describe("SET_QUOTA", () => {
  it("guarantees and limits the same", () => {
    const bench = new Bench();
    const told = withNotes(bench);
    bench.registerAgent();
    expect(bench.operator(set("a", { cpus: 1 }))).toEqual(OK);
    expect(told).toEqual([["a", { cpus: 1000 }, { cpus: 1000 }]]);
  });

  it.each([
    ["no role", { guarantee: [scalar("cpus", 1)] }, "QuotaInfo must specify a role"],
    [
      "a role that is none",
      { role: "a b", guarantee: [scalar("cpus", 1)] },
      "QuotaInfo with invalid role: Role component 'a b' is invalid because it contains backspace or whitespace",
    ],
    ["no guarantee", { role: "a" }, "QuotaInfo with empty 'guarantee'"],
    [
      "an invalid resource",
      { role: "a", guarantee: [scalar("cpus", -1)] },
      "QuotaInfo with invalid resource: Resource 'cpus:-1' is invalid: Invalid scalar resource: value <= 0",
    ],
    [
      "a reservation",
      { role: "a", guarantee: [scalar("cpus", 1, { role: "a" })] },
      "QuotaInfo must not contain any ReservationInfo",
    ],
    [
      "a disk of its own",
      { role: "a", guarantee: [scalar("disk", 1, { disk: {} })] },
      "QuotaInfo must not contain DiskInfo",
    ],
    [
      "revocable resources",
      { role: "a", guarantee: [scalar("cpus", 1, { revocable: {} })] },
      "QuotaInfo must not contain RevocableInfo",
    ],
    [
      "ranges",
      {
        role: "a",
        guarantee: [{ name: "ports", type: "RANGES", ranges: { range: [{ begin: 1, end: 2 }] } }],
      },
      "QuotaInfo must not include non-scalar resources",
    ],
    [
      "a name twice",
      { role: "a", guarantee: [scalar("cpus", 1), scalar("cpus", 1)] },
      "QuotaInfo contains duplicate resource name 'cpus'",
    ],
    [
      "what no registry takes",
      { role: "a", force: true, guarantee: [scalar("cpus", 1e12 + 1)] },
      "Invalid 'QuotaConfig.guarantees': {'cpus': 1000000000001} is invalid: values greater than 1 trillion (1000000000000) are not supported",
    ],
  ] as [string, quota.QuotaRequest, string][])("refuses %s", (_, quota_request, why) => {
    const bench = new Bench();
    const reply = bench.operator({ type: "SET_QUOTA", set_quota: { quota_request } });
    expect(reply).toEqual(refused(`Failed to validate set quota request: ${why}`));
  });

  it("refuses roles that it may not, nested ones, and more than there is", () => {
    const bench = new Bench({ roleWhitelist: ["a", "a/b", "*"] });
    bench.registerAgent();
    expect(bench.operator(set("b", { cpus: 1 }))).toEqual(
      refused("Failed to validate set quota request: Unknown role 'b'"),
    );
    expect(bench.operator(set("a/b", { cpus: 1 }))).toEqual(
      refused("Setting quota on nested role 'a/b' is not supported yet"),
    );
    expect(bench.operator(set("a", { cpus: 5 }))).toEqual(
      refused(
        "Quota guarantees overcommit the cluster (use 'force' to bypass this check): Total quota guarantees 'cpus:5' exceed cluster capacity 'cpus:4; disk:100; mem:4096'",
        409,
      ),
    );
    expect(bench.operator(set("a", { cpus: 5 }, true))).toEqual(OK);
  });

  it("refuses a second one, even while the first is being stored", () => {
    const bench = new Bench();
    bench.registry = "waits";
    bench.operator(set("a", { cpus: 1 }, true));
    const again = refused(
      "Failed to validate set quota request: Cannot set quota for role 'a' which already has quota",
    );
    expect(bench.operator(set("a", { cpus: 1 }, true))).toEqual(again);
    bench.step({ type: "persisted", persistId: 1, ok: false });
    bench.registry = "succeeds";
    expect(bench.operator(set("a", { cpus: 1 }, true))).toEqual(OK);
  });

  it.each([
    ["one agent's for the guarantee", 0, { cpus: 1 }, 1],
    ["more for more", 0, { cpus: 5 }, 2],
    ["as many agents' as the role has frameworks that wait", 2, { cpus: 1 }, 2],
  ])("takes back offers: %s", (_, waiting, amounts, count) => {
    const bench = new Bench();
    for (const n of [1, 2, 3]) bench.registerAgent({ pid: `slave(1)@10.0.0.${n}:5051` });
    const other = bench.subscribe({ roles: ["other"] });
    for (let n = 0; n < waiting; n++) {
      bench.subscribe({ roles: ["ops"] }, { suppressed_roles: ["ops"] });
    }
    expect(other.held()).toHaveLength(3);
    expect(bench.operator(set("ops", amounts))).toEqual(OK);
    expect(rescinds(other)).toBe(count);
  });
});

describe("REMOVE_QUOTA", () => {
  it("ends a quota", () => {
    const bench = new Bench();
    bench.operator(set("a", { cpus: 1 }, true));
    const told = withNotes(bench);
    expect(bench.operator(remove("a"))).toEqual(OK);
    expect(told).toEqual([["a", {}, {}]]);
    expect(status(bench)).toEqual({});
    expect(bench.operator(remove("a"))).toEqual(
      refused("Failed to remove quota: Role 'a' has no quota set"),
    );
  });

  it("of a role that may not be refuses, and names the path of the old API", () => {
    const bench = new Bench({ roleWhitelist: ["a"] });
    bench.step({ type: "remove-quota", requestId: 9, role: "b", path: "/master/quota/b" });
    expect(bench.replyTo(9)).toEqual(
      refused(
        "Failed to validate remove quota request for path '/master/quota/b': Unknown role 'b'",
      ),
    );
    bench.step({ type: "remove-quota", requestId: 10, role: "a", path: "/master/quota/a" });
    expect(bench.replyTo(10)).toEqual(
      refused("Failed to remove quota for path '/master/quota/a': Role 'a' has no quota set"),
    );
  });

  it("that the registry does not take leaves it", () => {
    const bench = new Bench();
    bench.operator(set("a", { cpus: 1 }, true));
    const before = status(bench);
    bench.registry = "waits";
    bench.operator(remove("a"));
    bench.step({ type: "persisted", persistId: 2, ok: false });
    expect(status(bench)).toEqual(before);
  });
});

describe("a master after another", () => {
  it("goes on with the quotas of the registry, old and new", () => {
    const first = new Bench();
    const agentId = first.registerAgent();
    first.operator(update([config("new", { cpus: 1 }, { cpus: 2, mem: 0 })]));
    const content = first.book.content();
    const old = { info: { role: "old", guarantee: [scalar("mem", 64)] } };
    const second = new Bench({}, { ...content, quotas: [old] });
    expect(status(second)?.configs).toEqual([
      { role: "old", guarantees: { mem: { value: 64 } }, limits: { mem: { value: 64 } } },
      ...(status(first)?.configs ?? []),
    ]);
    second.reregisterAgent(agentId);
    expect(second.operator(update([config("big", { cpus: 4 }, {})]))).toMatchObject({
      text: expect.stringContaining("'cpus:5; mem:64' exceed"),
    });
    expect(roleSummaries(second.master.core).map(({ name }) => name)).toEqual(["new", "old"]);
  });

  it("tells the allocator how many agents to wait for, after the quotas", () => {
    const first = new Bench();
    first.registerAgent();
    first.operator(update([config("a", { cpus: 1 }, {})]));
    const second = new Bench();
    const { allocator } = second.master.core;
    const told: string[] = [];
    allocator.updateQuota = (role) => told.push(`quota of ${role}`);
    allocator.startRecovery = (count) => told.push(`${count} agents`);
    second.step({ type: "start", registry: first.book.content() });
    expect(told).toEqual(["quota of a", "1 agents"]);
  });
});

describe("what roles have", () => {
  it("includes their sub-roles, and reservations that nobody uses", () => {
    const bench = new Bench();
    const reserved = (role: string) => ({ reservations: [{ type: "STATIC" as const, role }] });
    const agentId = bench.registerAgent({
      resources: [
        scalar("cpus", 2),
        scalar("mem", 1024),
        scalar("cpus", 1, reserved("eng")),
        scalar("mem", 256, reserved("eng/web")),
      ],
    });
    const scheduler = bench.subscribe({ roles: ["eng/web"] });
    const taken = [scalar("cpus", 0.5, reserved("eng")), scalar("mem", 32)];
    scheduler.launch([task("t", agentId, { resources: taken })]);
    bench.operator(update([config("eng", {}, { mem: 2048 })]));
    const [eng, web] = roleSummaries(bench.master.core);
    expect(eng).toMatchObject({
      name: "eng",
      frameworkIds: [],
      limit: [["mem", 2048]],
      allocated: [
        ["cpus", 0.5],
        ["mem", 32],
      ],
      reserved: [
        ["cpus", 1],
        ["mem", 256],
      ],
      consumed: [
        ["cpus", 1],
        ["mem", 288],
      ],
    });
    expect(web).toMatchObject({
      name: "eng/web",
      frameworkIds: [scheduler.id],
      consumed: [
        ["cpus", 0.5],
        ["mem", 288],
      ],
    });
    const metrics = bench.master.metrics(bench.nowMs);
    const gauge = (key: string) => metrics[`allocator/mesos/quota/roles/${key}`];
    expect(gauge("eng/resources/cpus/consumed")).toBe(1);
    expect(gauge("eng/web/resources/mem/consumed")).toBe(288);
    expect(gauge("/resources/mem/consumed")).toBe(288);
  });

  it("is shown of whitelisted roles only, when there is a whitelist", () => {
    const bench = new Bench({ roleWhitelist: ["a/b", "*"] });
    const names = roleSummaries(bench.master.core).map(({ name }) => name);
    expect(names).toEqual(["*", "a", "a/b"]);
  });
});
