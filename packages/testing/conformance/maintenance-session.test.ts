import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import {
  getJson,
  type Program,
  Programs,
  RECORDED_AGENT,
  RECORDED_MASTER,
  until,
} from "./programs.ts";
import { type Exchange, type Json, recording, renamed, timeless } from "./recordings.ts";
import { shapeDifferences } from "./shapes.ts";

/**
 * An operator's session recorded from Apache Mesos, made again against our programs: maintenance
 * is scheduled and called off, the agent is deactivated and reactivated, then drained of its task.
 */

interface Recorded {
  readonly requests: readonly Exchange[];
  readonly framework: {
    readonly calls: readonly Exchange[];
    readonly events: readonly { readonly event: Json }[];
  };
}

const recorded = recording<Recorded>("ops/ops_maintenance.json");
const recordedEvents = recorded.framework.events.map(({ event }) => event);
const RECORDED_ID = recordedEvents[0]?.["subscribed"]?.["master_info"]?.["id"] as string;

const client = new HttpClient();
const programs = new Programs();
let master: Program;
let agent: Program;
let masterId: string;
let scheduler: LiveScheduler;
const replies: { status: number; headers: Readonly<Record<string, string>>; text: string }[] = [];

/** Recorded names in place of the live ones. */
const asRecorded = (text: string): string =>
  text
    .replaceAll(masterId, RECORDED_ID)
    .replace(new RegExp(`\\b${master.port}\\b`, "g"), "5050")
    .replace(new RegExp(`\\b${agent.port}\\b`, "g"), "5051");

/** The recorded request, made now; the replies come in the same order as the recorded ones. */
async function ask(): Promise<void> {
  const exchange = recorded.requests[replies.length];
  if (exchange === undefined) throw new Error("no more requests were recorded");
  const { method, path, headers, body } = exchange.request;
  const reply = await client.request({
    url: `http://${master.address}${path}`,
    method,
    headers,
    ...(body === null ? {} : { body: body.replaceAll(RECORDED_ID, masterId) }),
  });
  replies.push({ ...reply, text: asRecorded(reply.body.toString()) });
}

async function askUntil(isNext: (path: string, body: string | null) => boolean): Promise<void> {
  for (;;) {
    const request = recorded.requests[replies.length]?.request;
    if (request === undefined || isNext(request.path, request.body)) return;
    await ask();
  }
}

const drainState = async (): Promise<string | undefined> => {
  const { slaves } = await getJson<{ slaves: { drain_info?: { state: string } }[] }>(
    master,
    "/slaves",
  );
  return slaves[0]?.drain_info?.state;
};

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, RECORDED_AGENT);
  ({ id: masterId } = await getJson<{ id: string }>(master, "/master/state"));
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "maintained",
    checkpoint: true,
    failover_timeout: 30,
    roles: ["dev"],
    capabilities: ["MULTI_ROLE", "RESERVATION_REFINEMENT", "TASK_KILLING_STATE"].map((type) => ({
      type,
    })),
  });
  const accept = JSON.parse(recorded.framework.calls[0]?.request.body ?? "") as Json;
  const tasks = accept["accept"]?.["operations"]?.[0]?.["launch"]?.["task_infos"] as Json;
  await scheduler.launch(await scheduler.offer(), renamed(tasks, [[RECORDED_ID, masterId]]));
  await scheduler.update("m1", "TASK_RUNNING");
  await scheduler.offer();

  let statusReads = 0;
  await askUntil((path) => path === "/maintenance/status" && ++statusReads === 2);
  const event = await scheduler.seen(({ type }) => type === "INVERSE_OFFERS");
  const [inverse] = event["inverse_offers"]?.["inverse_offers"] ?? [];
  await scheduler.offer((offer) => offer["unavailability"] !== undefined);
  await scheduler.say("ACCEPT_INVERSE_OFFERS", {
    accept_inverse_offers: {
      inverse_offer_ids: [inverse?.["id"]],
      filters: { refuse_seconds: 1 },
    },
  });
  await askUntil((_, body) => body?.includes("DRAIN_AGENT") ?? false);
  await ask();
  await scheduler.update("m1", "TASK_KILLED");
  await until(async () => (await drainState()) === "DRAINED");
  await askUntil(() => false);
});

afterAll(async () => {
  scheduler.close();
  client.close();
  await programs.close();
});

/** Offers are made at once here, so there may be one already (docs/adr/0003-offers-at-once.md). */
const AT_ONCE = /\.offered_resources(\.ports|_full\[\])$/;

/** Values that are the same in every run of this session. */
const EXACT = /maintenance|machine/;

describe("each request is answered as recorded", () => {
  it.each(
    recorded.requests.map(({ request: { method, path, body } }, index) => [
      `${index}. ${method} ${path} ${/"type": "(\w+)"/.exec(body ?? "")?.[1] ?? ""}`,
      index,
    ]),
  )("%s", (_, index) => {
    const { request, status, headers, text, json } = recorded.requests[index as number] as Exchange;
    const reply = replies[index as number];
    expect(reply?.status).toBe(status);
    expect(reply?.headers["content-type"]).toBe(headers["Content-Type"]);
    if (json === undefined) {
      expect(reply?.text).toBe(text);
      return;
    }
    const ours = JSON.parse(reply?.text ?? "") as Json;
    const differences = shapeDifferences(json, ours);
    expect(differences.filter((each) => !AT_ONCE.test(each))).toEqual([]);
    if (EXACT.test(request.path)) expect(timeless(ours)).toEqual(timeless(json));
  });
});

const shown = (agentJson: Json | undefined): unknown => {
  const { active, deactivated, drain_info, used_resources } = agentJson as Record<string, Json>;
  return { active, deactivated, drain_info, used_resources };
};

describe("the agent", () => {
  it.each(
    recorded.requests.flatMap(({ request, json }, index) =>
      request.path === "/slaves" || json?.["get_agents"] !== undefined
        ? [[index, (json as Json)["slaves"] ?? (json as Json)["get_agents"]?.["agents"]] as const]
        : [],
    ),
  )("is shown at request %d as it was then", (index, agents) => {
    const reply = JSON.parse(replies[index]?.text ?? "") as Json;
    const ours = reply["slaves"] ?? reply["get_agents"]?.["agents"];
    expect(shown(ours?.[0])).toEqual(shown(agents?.[0]));
  });
});

describe("the framework", () => {
  const events = (): Json[] => JSON.parse(asRecorded(JSON.stringify(scheduler.events))) as Json[];
  // Without a grace period SIGKILL follows at once: which of the two ends the task is a race.
  const updates = (list: readonly Json[]): unknown[] =>
    renamed(timeless(list), [["signal Killed", "signal Terminated"]]).flatMap(
      (event) => event["update"]?.["status"] ?? [],
    );
  const first = (list: readonly Json[], name: string): Json | undefined => {
    const event = list.find(({ type }) => type === name.toUpperCase());
    return event?.[name]?.[name]?.[0];
  };

  it("is told of its task as recorded", () => {
    expect(updates(events())).toEqual(updates(recordedEvents));
  });

  it("gets an inverse offer as recorded", () => {
    const plain = (list: readonly Json[]) => ({
      ...(first(list, "inverse_offers") as object),
      id: undefined,
    });
    expect(plain(events())).toEqual(plain(recordedEvents));
  });

  it("gets offers that tell the time, and later ones that do not", () => {
    const times = (list: readonly Json[]) => {
      const offers = list.flatMap((event): readonly Json[] => event["offers"]?.["offers"] ?? []);
      const seen = offers.map((offer) => JSON.stringify(offer["unavailability"]));
      return seen.filter((time, index) => index === 0 || time !== seen[index - 1]);
    };
    expect(times(events())).toEqual(times(recordedEvents));
  });
});
