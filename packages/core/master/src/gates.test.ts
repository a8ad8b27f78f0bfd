/** What keeps offers from frameworks: constraints, domains, capabilities. */
import type { AgentInfo, DomainInfo, FrameworkInfo_Capability_Type, Offer } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import {
  AGENT_PID,
  Bench,
  capabilities,
  MODERN,
  registration,
  scalar,
  task,
} from "./test-harness.ts";

import { offerConstraintsView } from "./views/offer-constraints.ts";
import { frameworksDocument, slavesDocument } from "./views/state-document.ts";

const domain = (region: string, zone: string): DomainInfo => ({
  fault_domain: { region: { name: region }, zone: { name: zone } },
});

const rack = (value: string): Partial<AgentInfo> => ({
  attributes: [{ name: "rack", type: "TEXT", text: { value } }],
});

/** Only agents whose rack matches. */
const onRacks = (regex: string, role = "dev") => ({
  role_constraints: {
    [role]: {
      groups: [
        {
          attribute_constraints: [
            { selector: { attribute_name: "rack" }, predicate: { text_matches: { regex } } },
          ],
        },
      ],
    },
  },
});

/** Two agents, on rack r1 and on rack r2. */
function racks(): { bench: Bench; first: string; second: string } {
  const bench = new Bench();
  const agent = (index: number) =>
    bench.registerAgent({
      pid: `slave(1)@10.0.0.${index}:5051`,
      hostname: `h${index}`,
      info: rack(`r${index}`),
    });
  return { bench, first: agent(1), second: agent(2) };
}

const agentsOf = (offers: readonly Offer[]) => offers.map(({ agent_id }) => agent_id.value).sort();

describe("offer constraints", () => {
  it("let only matching agents be offered, until they are replaced", () => {
    const { bench, first, second } = racks();
    const scheduler = bench.subscribe({}, { offer_constraints: onRacks("r1") });
    bench.advance(1000);
    expect(agentsOf(scheduler.held())).toEqual([first]);
    const framework = bench.master.core.frameworks.registered.get(scheduler.id);
    const update = { framework_info: framework?.info };
    const reply = scheduler.call("UPDATE_FRAMEWORK", {
      ...update,
      offer_constraints: onRacks("r2"),
    });
    expect(reply).toEqual({ type: "ok" });
    bench.advance(1000);
    expect(agentsOf(scheduler.held())).toEqual([first, second]);
    scheduler.call("UPDATE_FRAMEWORK", update);
    expect(framework?.constraints).toEqual({ message: {}, filter: undefined });
  });

  it("are forgotten by a subscription without them", () => {
    const { bench, first, second } = racks();
    const before = bench.subscribe({}, { offer_constraints: onRacks("r1") });
    const again = bench.subscribe({ id: { value: before.id } });
    bench.advance(1000);
    expect(agentsOf(again.held())).toEqual([first, second]);
  });

  it("of a driver count, too", () => {
    const { bench, second } = racks();
    const driver = "scheduler(1)@10.0.9.1:7000";
    const info = {
      user: "root",
      name: "old",
      roles: ["dev"],
      capabilities: capabilities(...MODERN),
    };
    const constraints = onRacks("r2");
    const subscribe = { framework_info: info, offer_constraints: constraints };
    bench.message("mesos.scheduler.Call", { type: "SUBSCRIBE", subscribe }, driver);
    const [{ offers = [] } = {}] = bench.sent<{ offers?: Offer[] }>("ResourceOffersMessage");
    expect(agentsOf(offers)).toEqual([second]);
    const id = bench.master.core.frameworks.byPid.get(driver)?.id ?? "";
    bench.message(
      "mesos.scheduler.Call",
      {
        type: "UPDATE_FRAMEWORK",
        framework_id: { value: id },
        update_framework: {
          framework_info: { ...info, id: { value: id } },
          offer_constraints: onRacks("("),
        },
      },
      driver,
    );
    expect(bench.sent("FrameworkErrorMessage")).toEqual([
      {
        message:
          "'UpdateFramework' call is not valid: Offer constraints are not valid: A role dev has an invalid 'AttributeConstraint': Failed to construct regex from pattern '(': missing ): (",
      },
    ]);
  });

  it.each<[string, object, string]>([
    [
      "a role of others",
      onRacks("r", "other"),
      "Offer constraints specify `role_constraints` for a role 'other'not contained in the set of roles",
    ],
    [
      "too large a regex",
      onRacks("a{99}"),
      "Offer constraints are not valid: A role dev has an invalid 'AttributeConstraint': Regex 'a{99}' is too complex: program size of 103 is larger than maximum of 100 allowed",
    ],
    [
      "a regex that no memory is for",
      onRacks("a{300}"),
      "Offer constraints are not valid: A role dev has an invalid 'AttributeConstraint': Failed to construct regex from pattern 'a{300}': pattern too large - compile failed",
    ],
  ])("with %s are refused", (_, offer_constraints, message) => {
    const bench = new Bench();
    const events = bench.subscribe({}, { offer_constraints }).events();
    expect(events).toEqual([{ type: "ERROR", error: { message } }]);
    const scheduler = bench.subscribe();
    const framework_info = bench.master.core.frameworks.registered.get(scheduler.id)?.info;
    const reply = scheduler.call("UPDATE_FRAMEWORK", { framework_info, offer_constraints });
    expect(reply).toEqual({
      type: "refused",
      status: 400,
      text: `'UpdateFramework' call is not valid: ${message}`,
    });
  });

  it("may be larger when the master's flags say so", () => {
    const bench = new Bench({ regexLimits: { maxMemBytes: 65_536, maxProgramSize: 500 } });
    const scheduler = bench.subscribe({}, { offer_constraints: onRacks("a{300}") });
    expect(scheduler.events()[0]?.type).toBe("SUBSCRIBED");
  });

  it("are shown as they were given", () => {
    const { bench, first, second } = racks();
    const { core } = bench.master;
    const constraints = onRacks("r1");
    const { id } = bench.subscribe(
      { roles: ["dev", "web"] },
      { offer_constraints: constraints, suppressed_roles: ["web"] },
    );
    const plain = bench.subscribe();
    const shown = JSON.parse([...frameworksDocument(core)].join("")) as { frameworks: object[] };
    expect(shown.frameworks).toMatchObject([
      { offer_constraints: constraints },
      { offer_constraints: {} },
    ]);
    const { get_frameworks } = bench.read("GET_FRAMEWORKS");
    expect(get_frameworks?.frameworks?.map((one) => one.offer_constraints)).toEqual([
      constraints,
      {},
    ]);
    expect(JSON.parse(offerConstraintsView(core))).toEqual({
      frameworks: {
        [id]: {
          suppressed_roles: ["web"],
          excluded_by_attribute_constraints: { dev: [second], web: [] },
        },
        [plain.id]: { suppressed_roles: [], excluded_by_attribute_constraints: { dev: [] } },
      },
    });
    expect(first).not.toBe(second);
  });
});

describe("fault domains", () => {
  const here = domain("eu", "eu-1");
  it.each<[string, object, DomainInfo | undefined, string | undefined]>([
    ["none at all", {}, undefined, undefined],
    [
      "one where the master has none",
      {},
      here,
      "the agent is configured with a domain but the master has no configured domain",
    ],
    ["none where the master has one", { domain: here }, undefined, undefined],
    [
      "none where one is required",
      { domain: here, requireAgentDomain: true },
      undefined,
      "the agent has no domain but this master is configured to require agent domains",
    ],
    ["one where the master has another", { domain: here }, domain("us", "us-1"), undefined],
  ])("of an agent with %s", (_, config, agentDomain, why) => {
    const bench = new Bench(config);
    const info = agentDomain === undefined ? {} : { domain: agentDomain };
    bench.message("RegisterSlaveMessage", registration({ info }));
    const { registered } = bench.master.core.agents;
    expect(registered.size).toBe(why === undefined ? 1 : 0);
    expect(bench.sent("ShutdownMessage")).toEqual([]);
    if (why !== undefined) expect(bench.logs().join()).toContain(why);

    const back = new Bench(config);
    back.reregisterAgent("old-S1", {}, { info });
    expect(back.master.core.agents.registered.size).toBe(why === undefined ? 1 : 0);
    if (why !== undefined) expect(back.logs().join()).toContain(`Refusing re-registration`);
  });

  it.each<[string, DomainInfo, readonly FrameworkInfo_Capability_Type[], number]>([
    ["in another zone are offered to all", domain("eu", "eu-2"), MODERN, 1],
    ["in another region are kept from most", domain("us", "us-1"), MODERN, 0],
    ["in another region are for the aware", domain("us", "us-1"), [...MODERN, "REGION_AWARE"], 1],
  ])("of agents %s", (_, agentDomain, types, offers) => {
    const bench = new Bench({ domain: here });
    bench.registerAgent({ info: { domain: agentDomain } });
    const scheduler = bench.subscribe({ capabilities: capabilities(...types), roles: ["dev"] });
    expect(scheduler.offers()).toHaveLength(offers);
  });

  it("are shown with agents and in offers", () => {
    const bench = new Bench({ domain: here });
    bench.registerAgent({ info: { domain: here } });
    const [offer] = bench.subscribe().offers();
    expect(offer?.domain).toEqual(here);
    expect(JSON.parse([...slavesDocument(bench.master.core)].join(""))).toMatchObject({
      slaves: [{ domain: here }],
    });
  });

  it("that changed are known to views and offers after the agent is back", () => {
    const bench = new Bench({ domain: here });
    const id = bench.registerAgent({ info: { domain: here } });
    const moved = domain("eu", "eu-2");
    bench.reregisterAgent(id, {}, { info: { domain: moved } });
    const [offer] = bench.subscribe().offers();
    expect(offer?.domain).toEqual(moved);
  });
});

describe("agents with GPUs", () => {
  const withGpus = [scalar("cpus", 4), scalar("mem", 4096), scalar("gpus", 2)];
  it.each<[string, boolean, readonly FrameworkInfo_Capability_Type[], number]>([
    ["are kept from frameworks that do not ask for GPUs", true, MODERN, 0],
    ["are offered to frameworks that do", true, [...MODERN, "GPU_RESOURCES"], 1],
    ["are offered to all without --filter_gpu_resources", false, MODERN, 1],
  ])("%s", (_, filterGpuResources, types, offers) => {
    const bench = new Bench({ filterGpuResources });
    bench.registerAgent({ resources: withGpus });
    const scheduler = bench.subscribe({ capabilities: capabilities(...types), roles: ["dev"] });
    expect(scheduler.offers()).toHaveLength(offers);
  });
});

describe("resources that an agent lends", () => {
  const greedy = { capabilities: capabilities(...MODERN, "REVOCABLE_RESOURCES"), roles: ["dev"] };
  const lentCpus = (value: number) => scalar("cpus", value, { revocable: {} });

  function lend(bench: Bench, agentId: string, cpus: number) {
    return bench.message("UpdateSlaveMessage", {
      agent_id: { value: agentId },
      update_oversubscribed_resources: true,
      oversubscribed_resources: cpus === 0 ? [] : [lentCpus(cpus)],
    });
  }

  function revocableIn(offers: readonly Offer[]): number[] {
    return offers
      .flatMap(({ resources = [] }) => resources)
      .filter(({ revocable }) => revocable !== undefined)
      .map(({ scalar: amount }) => amount?.value ?? 0);
  }

  it.each([
    ["are offered to frameworks that take them", greedy, [2]],
    ["are kept from all others", { ...greedy, capabilities: capabilities(...MODERN) }, []],
  ])("%s", (_, info, amounts) => {
    const bench = new Bench();
    lend(bench, bench.registerAgent(), 2);
    expect(revocableIn(bench.subscribe(info).offers())).toEqual(amounts);
  });

  it("are taken from offers when the agent takes them back", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    lend(bench, agentId, 2);
    const scheduler = bench.subscribe(greedy);
    const [offer] = scheduler.offers();
    lend(bench, agentId, 0);
    expect(scheduler.events()).toContainEqual({
      type: "RESCIND",
      rescind: { offer_id: offer?.id },
    });
    bench.advance(1000);
    expect(revocableIn(scheduler.held())).toEqual([]);
    expect(scheduler.held()).toHaveLength(1);
  });

  it("run tasks, and count apart", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    lend(bench, agentId, 2);
    const scheduler = bench.subscribe(greedy);
    scheduler.launch([task("t", agentId, { resources: [lentCpus(1.5), scalar("mem", 32)] })]);
    expect(bench.sent("RunTaskMessage")).toHaveLength(1);
    expect(bench.master.metrics(bench.nowMs)).toMatchObject({
      "master/cpus_total": 4,
      "master/cpus_used": 0,
      "master/cpus_revocable_total": 2,
      "master/cpus_revocable_used": 1.5,
      "master/cpus_revocable_percent": 0.75,
    });
    bench.advance(1000);
    expect(revocableIn(scheduler.held())).toEqual([0.5]);
  });

  it("are not mixed with others of their name in one task", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    lend(bench, agentId, 2);
    const scheduler = bench.subscribe(greedy);
    const resources = [lentCpus(1), scalar("cpus", 1), scalar("mem", 32)];
    scheduler.launch([task("t", agentId, { resources })]);
    expect(scheduler.updates()).toEqual([
      [
        "t",
        "TASK_ERROR",
        "REASON_TASK_INVALID",
        "Task mixes revocable and non-revocable resources: Cannot use both revocable and non-revocable 'cpus' at the same time",
      ],
    ]);
  });

  it("stay used while their agent is away and says nothing of them", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    lend(bench, agentId, 2);
    const scheduler = bench.subscribe({ ...greedy, checkpoint: true });
    scheduler.launch([task("t", agentId, { resources: [lentCpus(1.5), scalar("mem", 32)] })]);
    const framework = bench.master.core.frameworks.registered.get(scheduler.id);
    const message = framework?.tasks.get("t")?.message;
    bench.step({ type: "exited", pid: AGENT_PID });
    bench.reregisterAgent(agentId, {
      frameworks: framework === undefined ? [] : [framework.info],
      tasks: message === undefined ? [] : [message],
    });
    expect(bench.sent("SlaveReregisteredMessage")).toHaveLength(1);
    lend(bench, agentId, 2);
    bench.advance(5000);
    expect(revocableIn(scheduler.held())).toEqual([0.5]);
  });

  it("are used still when a new master learns of them", () => {
    const before = new Bench();
    const agentId = before.registerAgent();
    lend(before, agentId, 2);
    const scheduler = before.subscribe(greedy);
    scheduler.launch([task("t", agentId, { resources: [lentCpus(1.5), scalar("mem", 32)] })]);
    const framework = before.master.core.frameworks.registered.get(scheduler.id);
    const message = framework?.tasks.get("t")?.message;
    if (framework === undefined || message === undefined) throw new Error("nothing runs");

    const after = new Bench({ id: "n" });
    after.reregisterAgent(agentId, { frameworks: [framework.info], tasks: [message] });
    after.message("PongSlaveMessage", {}, AGENT_PID, "slave-observer(1)");
    lend(after, agentId, 2);
    const again = after.subscribe({ ...greedy, id: { value: scheduler.id } });
    after.advance(5000);
    expect(revocableIn(again.held())).toEqual([0.5]);
    expect(after.master.metrics(after.nowMs)).toMatchObject({
      "master/cpus_revocable_total": 2,
      "master/cpus_revocable_used": 1.5,
    });
  });
});
