import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { ABSENT_METRICS, DOCUMENTED_KEYS } from "./metric-keys.ts";
import { getJson, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { type Exchange, type Json, recording } from "./recordings.ts";

/**
 * The metrics of running programs, with a framework that has tasks and a role that has a quota:
 * every key of Apache Mesos is there or explained, and Prometheus reads all of it.
 */

interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly metrics: readonly {
    readonly value?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly count?: string;
    readonly sum?: string;
    readonly buckets?: Readonly<Record<string, string>>;
  }[];
}

const parse = createRequire(import.meta.url)("parse-prometheus-text-format") as (
  text: string,
) => Family[];

const client = new HttpClient();
const programs = new Programs();
let master: Program;
let agent: Program;
let scheduler: LiveScheduler;

/** One reading of everything: the endpoints let two pass in a second. */
interface Reading {
  readonly keys: Readonly<Record<string, number>>;
  readonly text: string;
  readonly families: ReadonlyMap<string, Family>;
}
const readings = new Map<"master" | "agent", Reading>();

async function get(program: Program, path: string, accept = "*/*") {
  const url = `http://${program.address}${path}`;
  const { status, headers, body } = await client.request({ url, headers: { Accept: accept } });
  return { status, type: headers["content-type"], text: body.toString() };
}

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, RECORDED_AGENT);
  const quota = { role: "dev", guarantees: { cpus: { value: 1 } }, limits: { cpus: { value: 4 } } };
  await client.request({
    url: `http://${master.address}/api/v1`,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ type: "UPDATE_QUOTA", update_quota: { quota_configs: [quota] } }),
  });
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: 'odd "name"/with\\all',
    roles: ["dev", "eng/web"],
    capabilities: [{ type: "MULTI_ROLE" }],
  });
  const offer = await scheduler.offer((each) => each["allocation_info"]?.["role"] === "dev");
  const resources = [
    { name: "cpus", type: "SCALAR", scalar: { value: 0.5 } },
    { name: "mem", type: "SCALAR", scalar: { value: 32 } },
  ];
  await scheduler.launch(offer, [
    {
      task_id: { value: "measured" },
      name: "measured",
      agent_id: offer["agent_id"],
      resources,
      command: { value: "exec sleep 100" },
    },
  ]);
  await scheduler.update("measured", "TASK_RUNNING");
  // Timers have statistics from their second time on.
  await scheduler.freshOffer();
  for (const [name, program] of [
    ["master", master],
    ["agent", agent],
  ] as const) {
    const keys = await getJson<Record<string, number>>(program, "/metrics/snapshot");
    const { status, type, text } = await get(program, "/metrics");
    expect([status, type]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
    const families = new Map(parse(text).map((family) => [family.name, family]));
    readings.set(name, { keys, text, families });
  }
});

afterAll(async () => {
  scheduler.close();
  client.close();
  await programs.close();
});

function reading(name: "master" | "agent"): Reading {
  const found = readings.get(name);
  if (found === undefined) throw new Error(`${name} was not read`);
  return found;
}

/** A key with the recorded framework's part left out. */
const general = (key: string): string =>
  key.replace(/^master\/frameworks\/[^/]+\/[^/]+\//, "master/frameworks/<name>/<id>/");

describe("/metrics/snapshot", () => {
  it.each(["master", "agent"] as const)("of the %s has every recorded key", (name) => {
    const ours = new Set(Object.keys(reading(name).keys).map(general));
    const theirs = [`${name}_get_metrics`, `${name}_get_metrics_after`].flatMap((file) =>
      Object.keys(recording<Exchange>(`http/${file}.json`).json as Json),
    );
    // Reasons appear when a task ended for them, which none has here.
    const missing = theirs.map(general).filter((key) => !ours.has(key) && !/\/reason_/.test(key));
    expect(missing).toEqual([]);
  });

  it("has every other documented key, or a reason why not", () => {
    const ours = new Set([...readings.values()].flatMap(({ keys }) => Object.keys(keys)));
    const missing = DOCUMENTED_KEYS.filter((key) => !ours.has(key));
    const explained = (key: string): boolean => ABSENT_METRICS.some((each) => each.key.test(key));
    expect(missing.filter((key) => !explained(key))).toEqual([]);
    const idle = ABSENT_METRICS.filter((each) => !missing.some((key) => each.key.test(key)));
    expect(idle).toEqual([]);
    const page = readFileSync(join(import.meta.dirname, "../../../docs/compatibility.md"), "utf8");
    expect(ABSENT_METRICS.filter(({ why }) => !page.includes(`| ${why} |`))).toEqual([]);
  });
});

describe("/metrics", () => {
  it.each(["master", "agent"] as const)(
    "of the %s has a help and a type for everything",
    (name) => {
      for (const { name: family, help, type } of reading(name).families.values()) {
        expect(help, family).not.toMatch(/of \/metrics\/snapshot\.$/);
        expect(help, family).not.toBe("");
        expect(["COUNTER", "GAUGE", "HISTOGRAM"], family).toContain(type);
        expect(family.endsWith("_total"), family).toBe(type === "COUNTER");
      }
    },
  );

  it("counts the running task, its framework under its whole name", () => {
    const { families } = reading("master");
    expect(families.get("mesos_master_tasks_running")?.metrics).toEqual([{ value: "1" }]);
    expect(families.get("mesos_master_mem_used_bytes")?.metrics[0]?.value).toBe(
      String(32 * 2 ** 20),
    );
    const active = families.get("mesos_master_framework_tasks_active")?.metrics;
    expect(active).toContainEqual({
      value: "1",
      labels: {
        framework: 'odd "name"/with\\all',
        framework_id: scheduler.frameworkId,
        state: "task_running",
      },
    });
    const quota = families.get("mesos_allocator_quota_limit")?.metrics;
    expect(quota).toEqual([{ value: "4", labels: { role: "dev", resource: "cpus" } }]);
    expect(reading("agent").families.get("mesos_agent_tasks_running")?.metrics[0]?.value).toBe("1");
  });

  it("has histograms: allocations, the registry, requests by endpoint", () => {
    const { families } = reading("master");
    for (const name of [
      "mesos_allocator_allocation_run_duration_seconds",
      "mesos_registrar_state_store_duration_seconds",
    ]) {
      const [metric] = families.get(name)?.metrics ?? [];
      expect(Number(metric?.count), name).toBeGreaterThan(0);
      expect(metric?.buckets?.["+Inf"], name).toBe(metric?.count);
    }
    // The parser takes all label sets of a histogram for one.
    expect(families.get("mesos_http_request_duration_seconds")?.type).toBe("HISTOGRAM");
    const count = "mesos_http_request_duration_seconds_count";
    for (const [endpoint, code] of [
      ["/master/api/v1/scheduler", 202],
      ["/metrics/snapshot", 200],
    ]) {
      const line = `${count}{endpoint="${endpoint}",code="${code}"} `;
      expect(reading("master").text).toContain(line);
    }
  });

  it("is OpenMetrics for those who name it", async () => {
    const accept = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3";
    const { type, text } = await get(agent, "/metrics", accept);
    expect(type).toBe("application/openmetrics-text; version=1.0.0; charset=utf-8");
    expect(text).toMatch(/\n# EOF\n$/);
    expect(text).toContain("# TYPE mesos_agent_tasks_finished counter\n");
    expect(text).toMatch(/\nmesos_agent_tasks_finished_total 0\n/);
  });

  it("refuses other methods", async () => {
    const url = `http://${master.address}/metrics`;
    const { status } = await client.request({ url, method: "POST", body: "x" });
    expect(status).toBe(405);
  });

  const promtool = spawnSync("promtool", ["--version"]).status === 0;
  it.skipIf(!promtool && !process.env["CI"])(
    "is found well by promtool (of Debian's package prometheus; skipped without it)",
    () => {
      for (const { text } of readings.values()) {
        const { status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], {
          input: text,
          encoding: "utf8",
        });
        expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
      }
    },
  );
});
