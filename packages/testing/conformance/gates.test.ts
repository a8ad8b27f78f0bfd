import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { getJson, type Program, Programs, until } from "./programs.ts";
import type { Json } from "./recordings.ts";

/** Offer constraints, fault domains and oversubscription, with the real programs. */

const ESTIMATOR = "org_apache_mesos_FixedResourceEstimator";
const CONTROLLER = "org_apache_mesos_LoadQoSController";

const programs = new Programs();
const schedulers: LiveScheduler[] = [];
let master: Program;
/** On rack r1, in the master's region; lends four CPUs and some memory. */
let lender: Program;

const domain = (region: string) =>
  `--domain=${JSON.stringify({ fault_domain: { region: { name: region }, zone: { name: "z" } } })}`;

function modules(controller: Readonly<Record<string, string>>): string {
  const parameters = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([key, value]) => ({ key, value }));
  const libraries = [
    {
      file: "/usr/local/lib/mesos/modules/libmodules.so",
      modules: [
        { name: ESTIMATOR, parameters: parameters({ resources: "cpus:4;mem:512" }) },
        { name: CONTROLLER, parameters: parameters(controller) },
      ],
    },
  ];
  return `--modules=${JSON.stringify({ libraries })}`;
}

function agentFlags(name: string, region: string, gpus = ""): string[] {
  return [
    `--work_dir=${join(programs.folder, name)}`,
    `--runtime_dir=${join(programs.folder, `${name}-run`)}`,
    `--attributes=rack:${name}`,
    `--resources=cpus:2;mem:1024;disk:1024;ports:[31000-31100]${gpus}`,
    "--launcher=posix",
    "--registration_backoff_factor=10ms",
    `--resource_estimator=${ESTIMATOR}`,
    "--oversubscribed_resources_interval=200ms",
    domain(region),
  ];
}

beforeAll(async () => {
  master = await programs.master(["--allocation_interval=200ms", domain("home")]);
  lender = await programs.agent(master, [
    ...agentFlags("r1", "home"),
    modules({ load_threshold_5min: "1000000" }),
    `--qos_controller=${CONTROLLER}`,
  ]);
  await programs.agent(master, [...agentFlags("r2", "away"), modules({})]);
});

afterAll(async () => {
  for (const scheduler of schedulers) scheduler.close();
  await programs.close();
});

const info = (name: string, ...more: string[]) => ({
  user: "root",
  name,
  roles: [name],
  capabilities: ["MULTI_ROLE", "RESERVATION_REFINEMENT", "PARTITION_AWARE", ...more].map(
    (type) => ({ type }),
  ),
});

/** Only agents on racks that match. */
const onRacks = (role: string, regex: string) => ({
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

async function subscribed(frameworkInfo: object, more: object = {}): Promise<LiveScheduler> {
  const scheduler = new LiveScheduler(master);
  schedulers.push(scheduler);
  await scheduler.subscribe(frameworkInfo, undefined, more);
  return scheduler;
}

const rackOf = (offer: Json): string =>
  offer["attributes"]?.find((each: Json) => each["name"] === "rack")?.["text"]?.["value"] ?? "";

/** What is lent of an offer, by name. */
function lentIn(offer: Json): Record<string, number> {
  const lent = (offer["resources"] ?? []).filter((each: Json) => each["revocable"] !== undefined);
  return Object.fromEntries(
    lent.map((each: Json) => [each["name"], each["scalar"]?.["value"]] as const),
  );
}

/** An offer of that rack that has something lent in it. */
async function lentOffer(scheduler: LiveScheduler, rack: string): Promise<Json> {
  return scheduler.offer((offer) => rackOf(offer) === rack && "cpus" in lentIn(offer));
}

function lentTask(id: string, offer: Json, role: string, command: string): object {
  const allocation_info = { role };
  return {
    name: id,
    task_id: { value: id },
    agent_id: offer["agent_id"],
    command: { value: command },
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 1 }, revocable: {}, allocation_info },
      { name: "mem", type: "SCALAR", scalar: { value: 32 }, revocable: {}, allocation_info },
    ],
  };
}

describe("a framework with offer constraints", () => {
  it("is offered matching agents only, and shown with what keeps the others", async () => {
    const scheduler = await subscribed(info("web", "REGION_AWARE"), {
      offer_constraints: onRacks("web", "r2"),
    });
    const offer = await scheduler.offer();
    expect(rackOf(offer)).toBe("r2");
    expect(offer["domain"]?.["fault_domain"]?.["region"]).toEqual({ name: "away" });
    const { slaves } = await getJson<{ slaves: Json[] }>(master, "/slaves");
    const other = slaves.find((each) => each["attributes"]?.["rack"] === "r1");
    for (const path of ["/allocator/offer_constraints_debug", "/offer_constraints_debug"]) {
      const { frameworks } = await getJson<{ frameworks: Json }>(master, path);
      expect(frameworks[scheduler.frameworkId]).toEqual({
        suppressed_roles: [],
        excluded_by_attribute_constraints: { web: [other?.["id"]] },
      });
    }
    const constraints = onRacks("web", "r[13]");
    const framework_info = {
      ...info("web", "REGION_AWARE"),
      id: { value: scheduler.frameworkId },
    };
    const updated = await scheduler.say("UPDATE_FRAMEWORK", {
      update_framework: { framework_info, offer_constraints: constraints },
    });
    expect(updated.status).toBe(200);
    expect(rackOf(await scheduler.offer((each) => rackOf(each) === "r1"))).toBe("r1");
    const { frameworks } = await getJson<{ frameworks: Json[] }>(master, "/frameworks");
    const shown = frameworks.find((each) => each["id"] === scheduler.frameworkId);
    expect(shown?.["offer_constraints"]).toEqual(constraints);

    const refused = await scheduler.say("UPDATE_FRAMEWORK", {
      update_framework: { framework_info, offer_constraints: onRacks("web", "a{99}") },
    });
    expect(refused).toMatchObject({
      status: 400,
      text: "'UpdateFramework' call is not valid: Offer constraints are not valid: A role web has an invalid 'AttributeConstraint': Regex 'a{99}' is too complex: program size of 103 is larger than maximum of 100 allowed",
    });
    await scheduler.say("TEARDOWN");
  });

  it("with a regex that is none is refused", async () => {
    const reply = await fetch(`http://${master.address}/api/v1/scheduler`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        type: "SUBSCRIBE",
        subscribe: { framework_info: info("web"), offer_constraints: onRacks("web", "r(") },
      }),
    });
    const text = await reply.text();
    expect(JSON.parse(text.slice(text.indexOf("\n") + 1))).toEqual({
      type: "ERROR",
      error: {
        message:
          "Offer constraints are not valid: A role web has an invalid 'AttributeConstraint': Failed to construct regex from pattern 'r(': missing ): r(",
      },
    });
  });
});

describe("an agent that lends", () => {
  it("runs tasks of frameworks that take revocable resources", async () => {
    const plain = await subscribed(info("plain"));
    expect(lentIn(await plain.offer())).toEqual({});
    await plain.say("TEARDOWN");

    const scheduler = await subscribed(info("lent", "REVOCABLE_RESOURCES"));
    const offer = await lentOffer(scheduler, "r1");
    expect(lentIn(offer)).toEqual({ cpus: 4, mem: 512 });
    await scheduler.launch(offer, [lentTask("t", offer, "lent", "sleep 600")]);
    await scheduler.update("t", "TASK_RUNNING");
    expect(await getJson(lender, "/metrics/snapshot")).toMatchObject({
      "slave/cpus_revocable_total": 4,
      "slave/cpus_revocable_used": 1,
      "slave/executors_preempted": 0,
    });
    expect(await getJson(master, "/metrics/snapshot")).toMatchObject({
      "master/cpus_revocable_total": 8,
      "master/cpus_revocable_used": 1,
    });
    const rest = await lentOffer(scheduler, "r1");
    expect(lentIn(rest)).toEqual({ cpus: 3, mem: 480 });
    await scheduler.say("TEARDOWN");
  });

  it("ends them when the machine has too much to do", async () => {
    const busy = await programs.agent(master, [
      ...agentFlags("r3", "home"),
      modules({ load_threshold_5min: "-1" }),
      `--qos_controller=${CONTROLLER}`,
      "--qos_correction_interval_min=200ms",
    ]);
    const scheduler = await subscribed(info("hot", "REVOCABLE_RESOURCES"));
    const offer = await lentOffer(scheduler, "r3");
    await scheduler.launch(offer, [lentTask("t", offer, "hot", "sleep 600")]);
    expect(await scheduler.update("t", "TASK_GONE")).toMatchObject({
      reason: "REASON_CONTAINER_PREEMPTED",
      source: "SOURCE_AGENT",
      message: "Container preempted by QoS correction",
    });
    await until(async () => {
      const metrics = await getJson<Record<string, number>>(busy, "/metrics/snapshot");
      return metrics["slave/executors_preempted"] === 1;
    });
    await scheduler.say("TEARDOWN");
  });
});

describe("an agent with GPUs", () => {
  it("is offered to frameworks that ask for GPUs only", async () => {
    await programs.agent(master, [...agentFlags("r4", "home", ";gpus:2"), modules({})]);
    const offer_constraints = (role: string) => ({ offer_constraints: onRacks(role, "r4") });
    const plain = await subscribed(info("cpu"), offer_constraints("cpu"));
    const asking = await subscribed(info("gpu", "GPU_RESOURCES"), offer_constraints("gpu"));
    const offer = await asking.offer();
    const gpus = offer["resources"]?.find((each: Json) => each["name"] === "gpus");
    expect(gpus).toMatchObject({ scalar: { value: 2 } });
    expect(plain.openOffers()).toEqual([]);
  });
});

describe("an agent does not start", () => {
  it.each([
    [
      "with a module that is not built in",
      [`--modules=${JSON.stringify({ libraries: [{ name: "x", modules: [{ name: "com_X" }] }] })}`],
      "Error loading modules: Error loading module 'com_X'",
    ],
    [
      "with an estimator whose resources are none",
      [
        `--modules=${JSON.stringify({
          libraries: [
            {
              name: "x",
              modules: [{ name: ESTIMATOR, parameters: [{ key: "resources", value: "cpus" }] }],
            },
          ],
        })}`,
        `--resource_estimator=${ESTIMATOR}`,
      ],
      `Failed to create resource estimator: Failed to create resource estimator module '${ESTIMATOR}': `,
    ],
  ])("%s", async (_, flags, text) => {
    const { code, output } = await programs.failing(master.address, [
      `--work_dir=${join(programs.folder, "failing")}`,
      ...flags,
    ]);
    expect(code).toBe(1);
    expect(output).toContain(text);
  });
});
