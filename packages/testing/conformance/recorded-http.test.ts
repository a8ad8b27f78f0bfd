import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { getJson, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { DIFFERENCES } from "./recorded-differences.ts";
import { type OurReply, RecordedReplies } from "./recorded-replies.ts";
import { calls, RECORDED_ID } from "./recorded-session.ts";
import { type Exchange, type Json, recording, renamed } from "./recordings.ts";

/**
 * Every recorded GET and operator call, asked again: status, headers, exact texts, and for JSON
 * the names and types of everything. What differs is in the list of differences, with the reason.
 */

const folder = join(import.meta.dirname, "../fixtures/http");
const RECORDED_CONTAINER = "7153281e-a9f3-49a1-a42c-69eb3e20278b";
const RECORDED_WORK_DIR = "/var/lib/mesos/agent";

const names = readdirSync(folder)
  .map((name) => name.replace(/\.json$/, ""))
  .filter((name) => /^(master|agent)_/.test(name));

/** The recorder asked at these times of the session. */
const AFTER = names.filter((name) => name.endsWith("_after"));
const RESERVED = names.filter((name) => name.endsWith("_reserved"));
const RUNNING = names
  .filter(
    (name) => /_running$|^agent_files|^agent_v1_(list|read)/.test(name) || name.includes("_v1_"),
  )
  .filter((name) => !RESERVED.includes(name));
const IDLE = names.filter((name) => ![...AFTER, ...RESERVED, ...RUNNING].includes(name));

const client = new HttpClient();
const programs = new Programs();
let master: Program;
let agent: Program;
let masterId: string;
let container = "";
const replies = new Map<string, OurReply>();
const compared = new RecordedReplies("http");

const exchange = (name: string): Exchange => recording<Exchange>(`http/${name}.json`);

beforeAll(async () => {
  const log = (name: string): string => `--log_dir=${join(programs.folder, name)}`;
  master = await programs.master([...RECORDED_MASTER, "--quorum=1", log("master-log")]);
  agent = await programs.agent(master, [...RECORDED_AGENT, log("agent-log")]);
  ({ id: masterId } = await getJson<{ id: string }>(master, "/master/state"));
  for (const name of IDLE) await ask(name);
  const scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "capture",
    failover_timeout: 30,
    checkpoint: true,
    roles: ["dev"],
    webui_url: "http://x/",
    capabilities: ["MULTI_ROLE", "PARTITION_AWARE", "RESERVATION_REFINEMENT", "GPU_RESOURCES"]
      .concat("TASK_KILLING_STATE")
      .map((type) => ({ type })),
    labels: { labels: [{ key: "k", value: "v" }] },
  });
  const body = JSON.parse(calls["accept_launch"]?.request.body ?? "") as Json;
  const launch = renamed(body, [[RECORDED_ID, masterId]]);
  const tasks = launch["accept"]?.["operations"]?.[0]?.["launch"]?.["task_infos"] as Json;
  await scheduler.launch(await scheduler.offer(), tasks as unknown as object[]);
  const status = await scheduler.update("t-ok", "TASK_FINISHED");
  container = status["container_status"]?.["container_id"]?.["value"] ?? "";
  await scheduler.update("t-fail", "TASK_FAILED");
  await scheduler.update("t-sleep", "TASK_RUNNING");
  await scheduler.offer();
  for (const name of RUNNING) await ask(name);
  await reserve(scheduler);
  for (const name of RESERVED) await ask(name);
  await scheduler.say("KILL", { kill: { task_id: { value: "t-sleep" } } });
  await scheduler.update("t-sleep", "TASK_KILLED");
  await scheduler.say("TEARDOWN");
  await scheduler.end();
  for (const name of AFTER) await ask(name);
});

afterAll(async () => {
  client.close();
  await programs.close();
});

async function reserve(scheduler: LiveScheduler): Promise<void> {
  const accept = JSON.parse(calls["accept_reserve"]?.request.body ?? "") as { accept: object };
  const offer = await scheduler.freshOffer();
  await scheduler.say("ACCEPT", { accept: { ...accept.accept, offer_ids: [offer["id"]] } });
  await scheduler.freshOffer();
}

/** Live names in place of the recorded ones. */
const live = (text: string): string =>
  text
    .replaceAll(RECORDED_ID, masterId)
    .replaceAll(RECORDED_CONTAINER, container)
    .replaceAll(RECORDED_WORK_DIR, join(programs.folder, "agent"));

/** Recorded names in place of the live ones. */
const asRecorded = (text: string): string =>
  text
    .replaceAll(masterId, RECORDED_ID)
    .replaceAll(join(programs.folder, "agent"), RECORDED_WORK_DIR)
    .replace(new RegExp(`\\b${master.port}\\b`, "g"), "5050")
    .replace(new RegExp(`\\b${agent.port}\\b`, "g"), "5051");

async function ask(name: string): Promise<void> {
  const { request } = exchange(name);
  const program = name.startsWith("master_") ? master : agent;
  const { status, headers, body } = await client.request({
    url: `http://${program.address}${live(request.path)}`,
    method: request.method,
    headers: request.headers,
    followRedirects: false,
    ...(request.body === null ? {} : { body: live(request.body) }),
  });
  const shown = Object.entries(headers).map(([key, value]) => [key, asRecorded(String(value))]);
  const text = asRecorded(body.toString());
  replies.set(name, { status, headers: Object.fromEntries(shown) as object, text });
}

/** What differs from the recording and is not in the list. */
function unexplained(name: string): string[] {
  const found = compared.unexplained(name, exchange(name), replies.get(name));
  return AFTER.includes(name)
    ? found.filter((each) => !LATER_IN_THE_SESSION.some((later) => later.test(each)))
    : found;
}

/** The recorder had gone through the rest of the session before it asked for these. */
const LATER_IN_THE_SESSION = [
  /\.completed_tasks\[\]\.(health_check|statuses\[\]\.(healthy|container_status\.container_id\.parent))$/,
  /\.completed_frameworks\[\]\.(labels|reregistered_time)$/,
  /\.master\/task_(dropped|error)\/source_master\/reason_(invalid_offers|task_invalid)$/,
];

describe.each([
  ["at rest", IDLE],
  ["with tasks", RUNNING],
  ["with a reservation", RESERVED],
  ["after a framework", AFTER],
])("%s", (_, asked) => {
  it.each(asked)("%s is answered as recorded", (name) => {
    expect(unexplained(name)).toEqual([]);
  });
});

it("has no difference in its list that is none", () => {
  expect(compared.idle).toEqual([]);
});

it("has no difference that docs/compatibility.md does not have", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/compatibility.md"), "utf8");
  expect(DIFFERENCES.map(({ stands }) => stands).filter((text) => !page.includes(text))).toEqual(
    [],
  );
});

/** Given to these programs, or depending on where they run. */
const OWN_FLAGS = [
  "allocation_interval",
  "log_dir",
  "registration_backoff_factor",
  "runtime_dir",
].concat("systemd_enable_support", "work_dir");

it.each(["master_get_flags", "agent_get_flags"])(
  "the defaults of %s are the recorded ones",
  (name) => {
    const others = (flags: Json | undefined): object =>
      Object.fromEntries(Object.entries(flags ?? {}).filter(([flag]) => !OWN_FLAGS.includes(flag)));
    const ours = JSON.parse(replies.get(name)?.text ?? "{}") as Json;
    expect(others(ours["flags"])).toEqual(others(exchange(name).json?.["flags"]));
  },
);

describe("every recording", () => {
  const tests = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
  const isRead = (path: string): boolean => tests.some((text) => text.includes(`"${path}"`));

  it("of golden/http is walked, here or as the session that it is", () => {
    const sessions = readdirSync(folder).filter((name) => !/^(master|agent)_/.test(name));
    expect(sessions).toEqual([
      "operator_stream.json",
      "scheduler_calls.json",
      "scheduler_stream.json",
    ]);
    expect(sessions.filter((name) => !isRead(`http/${name}`))).toEqual([]);
    expect(names).toHaveLength(116);
    expect(names.filter((name) => !replies.has(name))).toEqual([]);
  });

  it("of golden/ops is walked by a test of its own", () => {
    const sessions = readdirSync(join(folder, "../ops"));
    expect(sessions).toEqual(expect.arrayContaining(["ops_auth.json", "ops_maintenance.json"]));
    expect(sessions.filter((name) => !isRead(`ops/${name}`))).toEqual([]);
  });
});
