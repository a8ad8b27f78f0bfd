import { readdirSync } from "node:fs";
import { join } from "node:path";
import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIFFERENCES } from "./endpoint-differences.ts";
import { LiveScheduler } from "./live-scheduler.ts";
import { getJson, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { calls, RECORDED_ID } from "./recorded-session.ts";
import { type Exchange, type Json, recording, renamed } from "./recordings.ts";
import { shapeDifferences } from "./shapes.ts";

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
const replies = new Map<string, { status: number; headers: Json; text: string }>();

const exchange = (name: string): Exchange => recording<Exchange>(`http/${name}.json`);

beforeAll(async () => {
  const log = (name: string): string => `--log_dir=${join(programs.folder, name)}`;
  master = await programs.master([...RECORDED_MASTER, log("master-log")]);
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
  const text = asRecorded(body.toString());
  replies.set(name, { status, headers: headers as unknown as Json, text });
}

/** Headers that say more than when and how long. */
function shownHeaders(headers: object): [string, string][] {
  const differ = new Set(["date", "content-length", "connection", "keep-alive"]);
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), asRecorded(String(value))])
    .filter(([name]) => !differ.has(name))
    .sort();
}

/** What differs from the recording and is not in the list. */
function unexplained(name: string): string[] {
  const recorded = exchange(name);
  const reply = replies.get(name);
  if (reply === undefined) return ["there is no reply"];
  const found: string[] = [];
  if (reply.status !== recorded.status) found.push(`status ${reply.status} ${reply.text}`);
  const headers = JSON.stringify(shownHeaders(reply.headers));
  const recordedHeaders = JSON.stringify(shownHeaders(recorded.headers));
  if (headers !== recordedHeaders) found.push(`headers ${headers} ${recordedHeaders}`);
  if (recorded.json !== undefined) {
    found.push(...shapeDifferences(recorded.json, JSON.parse(reply.text)));
  } else if (recorded.text !== undefined && recorded.text !== reply.text) {
    found.push(`text ${reply.text}`);
  }
  return found.filter((each) => !explained(name, each));
}

/** The recorder had gone through the rest of the session before it asked for these. */
const LATER_IN_THE_SESSION = [
  /\.completed_tasks\[\]\.(health_check|statuses\[\]\.(healthy|container_status\.container_id\.parent))$/,
  /\.completed_frameworks\[\]\.(labels|reregistered_time)$/,
  /\.master\/task_(dropped|error)\/source_master\/reason_(invalid_offers|task_invalid)$/,
];

const used = new Set<string>();

function explained(name: string, difference: string): boolean {
  if (AFTER.includes(name) && LATER_IN_THE_SESSION.some((each) => each.test(difference))) {
    return true;
  }
  const known = DIFFERENCES.find(({ where, what }) => where.test(name) && what.test(difference));
  if (known !== undefined) used.add(known.why);
  return known !== undefined;
}

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
  expect(DIFFERENCES.map(({ why }) => why).filter((why) => !used.has(why))).toEqual([]);
});
