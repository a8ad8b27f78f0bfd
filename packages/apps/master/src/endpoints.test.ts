import type { internal } from "@mesos-ts/protos";
import { HttpClient } from "@mesos-ts/transport";
import { describe, expect, it } from "vitest";
import {
  closeAfterEach,
  closeLater,
  fakeAgent,
  get,
  HttpScheduler,
  master,
  recording,
  replay,
} from "./master.test-support.ts";

closeAfterEach();

/** Reads JSON, with doubles of whole numbers told from integers. */
function json(text: string): unknown {
  return JSON.parse(text);
}

/**
 * The keys and types that a recording has and a reply must have. Elements of lists are compared by
 * the first one; empty objects and lists of the recording say nothing of what is in them.
 */
function missing(recorded: unknown, actual: unknown, path = ""): string[] {
  if (Array.isArray(recorded)) {
    if (!Array.isArray(actual)) return [`${path}: ${typeof actual} instead of a list`];
    if (recorded.length === 0 || actual.length === 0) return [];
    return missing(recorded[0], actual[0], `${path}[0]`);
  }
  if (typeof recorded === "object" && recorded !== null) {
    if (typeof actual !== "object" || actual === null) return [`${path}: ${typeof actual}`];
    return Object.entries(recorded).flatMap(([key, value]) =>
      key in actual
        ? missing(value, (actual as Record<string, unknown>)[key], `${path}.${key}`)
        : [`${path}.${key} is missing`],
    );
  }
  return typeof recorded === typeof actual ? [] : [`${path}: ${typeof actual}`];
}

/** Not known to us: how Apache Mesos was built, and flags of features that are not built. */
const EXPECTED_DIFFERENCES =
  /\.(git_sha|git_branch|flags(\..*)?|cluster|log_dir) is missing|log_dir/;

/** A master with an agent that runs one task and has finished another, as in the recordings. */
async function busyMaster() {
  const running = await master(["--allocation_interval=50ms", "--cluster=golden"]);
  const { address } = running;
  const agent = await fakeAgent(address);
  const scheduler = await HttpScheduler.subscribe(address, "application/json", {
    user: "root",
    name: "capture",
    roles: ["dev"],
    webui_url: "http://x/",
    checkpoint: true,
    failover_timeout: 30,
    labels: { labels: [{ key: "k", value: "v" }] },
    capabilities: [
      { type: "MULTI_ROLE" },
      { type: "PARTITION_AWARE" },
      { type: "RESERVATION_REFINEMENT" },
    ],
  });
  const offers = await scheduler.next("OFFERS");
  const [offer] = offers.offers?.offers ?? [];
  if (offer === undefined) throw new Error("no offer");
  const task = (name: string) => ({
    name,
    task_id: { value: name },
    agent_id: offer.agent_id,
    command: { value: "sleep 1" },
    resources: [
      { name: "cpus", type: "SCALAR" as const, scalar: { value: 0.1 } },
      { name: "mem", type: "SCALAR" as const, scalar: { value: 32 } },
    ].map((one) => ({ ...one, allocation_info: { role: "dev" } })),
  });
  await scheduler.call({
    type: "ACCEPT",
    accept: {
      offer_ids: [offer.id],
      operations: [{ type: "LAUNCH", launch: { task_infos: [task("t-ok"), task("t-sleep")] } }],
      filters: { refuse_seconds: 1000 },
    },
  });
  for (const state of ["TASK_FINISHED", "TASK_RUNNING"] as const) {
    const run = await agent.peer.next<internal.RunTaskMessage>("RunTaskMessage");
    agent.update(run, state);
    const update = (await scheduler.next("UPDATE")).update?.status;
    if (update?.uuid === undefined) throw new Error("no update");
    await scheduler.call({
      type: "ACKNOWLEDGE",
      acknowledge: { agent_id: offer.agent_id, task_id: update.task_id, uuid: update.uuid },
    });
    await agent.peer.next("StatusUpdateAcknowledgementMessage");
  }
  return { running, address, agent, scheduler };
}

const READS = [
  "master_get_flags",
  "master_get_frameworks_running",
  "master_get_health",
  "master_get_logging_toggle",
  "master_get_maintenance_schedule",
  "master_get_maintenance_status",
  "master_get_master_notfound",
  "master_get_master_slaves",
  "master_get_notfound",
  "master_get_processes",
  "master_get_profiler",
  "master_get_quota",
  "master_get_registry",
  "master_get_roles_running",
  "master_get_slaves_running",
  "master_get_state_running",
  "master_get_state_summary_running",
  "master_get_system_stats",
  "master_get_tasks_running",
  "master_get_version",
  "master_get_weights",
] as const;

const CALLS = [
  "agents",
  "executors",
  "flags",
  "frameworks",
  "health",
  "logging_level",
  "maintenance_schedule",
  "maintenance_status",
  "master",
  "operations",
  "quota",
  "roles",
  "state",
  "tasks",
  "version",
  "weights",
] as const;

describe("what was recorded is there, with the same types", () => {
  it("on the v0 endpoints", async () => {
    const { address } = await busyMaster();
    for (const name of READS) {
      const recorded = recording(`http/${name}`);
      const reply = await replay(address, recorded);
      expect([name, reply.status]).toEqual([name, recorded.status]);
      const type = recorded.headers["Content-Type"];
      if (type !== undefined) expect([name, reply.headers["content-type"]]).toEqual([name, type]);
      if (recorded.json !== undefined) {
        const gaps = missing(recorded.json, json(reply.body.toString()), name);
        expect(gaps.filter((gap) => !EXPECTED_DIFFERENCES.test(gap))).toEqual([]);
      } else {
        expect(reply.body.toString()).toBe(recorded.text);
      }
    }
  });

  it("on the v1 operator API", async () => {
    const { address } = await busyMaster();
    for (const name of CALLS) {
      const recorded = recording(`http/master_v1_get_${name}`);
      const reply = await replay(address, recorded);
      expect([name, reply.status]).toEqual([name, 200]);
      expect(reply.headers["content-type"]).toBe("application/json");
      const gaps = missing(recorded.json, json(reply.body.toString()), name);
      const differences = /version_info\.git_|reregistered_time|resource_version|executor_id/;
      expect(gaps.filter((gap) => !differences.test(gap))).toEqual([]);
    }
  });

  it("in the metrics, before and after", async () => {
    const { address } = await busyMaster();
    const reply = await get(address, "/metrics/snapshot");
    const ours = json(reply.body.toString()) as Record<string, number>;
    const theirs = recording("http/master_get_metrics").json as Record<string, number>;
    // This registry is in memory, theirs was in a log.
    const expected = Object.keys(theirs).filter((key) => !key.startsWith("registrar/log/"));
    expect(expected.filter((key) => !(key in ours))).toEqual([]);
    expect(ours["master/tasks_running"]).toBe(1);
    expect(ours["master/tasks_finished"]).toBe(1);
    expect(ours["master/slaves_active"]).toBe(1);
    expect(ours["allocator/mesos/allocation_runs"]).toBeGreaterThan(0);
  });
});

describe("names, methods and forms", () => {
  it("serves the names of today, of the process and of old", async () => {
    const { address } = await busyMaster();
    for (const name of ["state", "slaves", "frameworks", "roles", "state-summary", "flags"]) {
      const bodies = [];
      for (const path of [`/${name}`, `/master/${name}`, `/${name}.json`, `/master/${name}.json`]) {
        const reply = await get(address, path);
        expect([path, reply.status]).toEqual([path, 200]);
        bodies.push(reply.body.toString());
      }
      expect(new Set(bodies).size).toBe(1);
    }
    expect((await get(address, "/tasks.json")).status).toBe(200);
    expect((await get(address, "/files/debug.json")).body.toString()).toBe("{}");
    expect((await get(address, "/files/browse.json")).status).toBe(400);
  });

  it("wraps JSON for a script tag and compresses it", async () => {
    const { address } = await busyMaster();
    const wrapped = await get(address, "/state?jsonp=cb");
    expect(wrapped.headers["content-type"]).toBe("text/javascript");
    expect(wrapped.body.toString()).toMatch(/^cb\(\{.*\}\);$/s);
    const zipped = await get(address, "/state", { "Accept-Encoding": "gzip" });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
  });

  it("filters agents, frameworks and tasks", async () => {
    const { address, agent, scheduler } = await busyMaster();
    const count = async (path: string, key: string) => {
      const body = json((await get(address, path)).body.toString()) as Record<string, unknown[]>;
      return body[key]?.length;
    };
    expect(await count(`/slaves?slave_id=${agent.id}`, "slaves")).toBe(1);
    expect(await count("/slaves?slave_id=other", "slaves")).toBe(0);
    expect(await count(`/frameworks?framework_id=${scheduler.frameworkId}`, "frameworks")).toBe(1);
    expect(await count("/tasks?limit=1", "tasks")).toBe(1);
    expect(await count("/tasks?task_id=t-ok", "tasks")).toBe(1);
  });

  it("shows a new state in the very next reply", async () => {
    const { address } = await master();
    const before = await get(address, "/state");
    expect(before.body.toString()).toContain('"slaves":[]');
    const agent = await fakeAgent(address);
    const after = await get(address, "/state");
    expect(after.body.toString()).toContain(agent.id);
    expect((await get(address, "/state")).body).toEqual(after.body);
    const metrics = json((await get(address, "/metrics/snapshot")).body.toString());
    expect(metrics).toHaveProperty("master/http_cache_hits");
  });

  it("redirects to itself, the leader", async () => {
    const { address } = await master();
    const port = address.split(":")[1];
    const reply = await replay(address, recording("http/master_get_redirect"));
    expect(reply.status).toBe(307);
    expect(reply.headers["location"]).toBe(`//localhost:${port}`);
    expect((await get(address, "/redirect/more")).status).toBe(404);
  });

  it("tears a framework down on POST /teardown", async () => {
    const { address, scheduler } = await busyMaster();
    const client = new HttpClient();
    closeLater(() => client.close());
    const reply = await client.request({
      url: `http://${address}/teardown`,
      body: `frameworkId=${encodeURIComponent(scheduler.frameworkId)}`,
    });
    expect([reply.status, reply.body.toString()]).toEqual([200, ""]);
    await scheduler.ended;
  });
});
