import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, LiveScheduler } from "./live-scheduler.ts";
import {
  getJson,
  type Program,
  Programs,
  RECORDED_AGENT,
  RECORDED_MASTER,
  until,
} from "./programs.ts";
import { type OperatorWatch, watchOperator } from "./recorded-session.ts";
import { type Exchange, type Json, recording, renamed, timeless } from "./recordings.ts";
import { shapeDifferences } from "./shapes.ts";

/**
 * A session recorded from Apache Mesos, made again against our programs: an agent with two tasks
 * stops answering, is unreachable, returns, and is marked gone, as a partition-aware framework, an
 * older one and an operator see it.
 */

interface Side {
  readonly calls: readonly Exchange[];
  readonly events: readonly { readonly event: Json }[];
}
interface Recorded {
  readonly requests: readonly Exchange[];
  readonly aware: Side;
  readonly old: Side;
  readonly operator: Pick<Side, "events">;
}

const recorded = recording<Recorded>("ops/ops_partition.json");
const eventsOf = ({ events }: Pick<Side, "events">): Json[] => events.map(({ event }) => event);
const RECORDED_ID = eventsOf(recorded.aware)[0]?.["subscribed"]?.["master_info"]?.["id"] as string;
/** Requests while the agent is unreachable, after its return, and when it is gone. */
const PARTS = { unreachable: 6, returned: 9 } as const;

const client = new HttpClient();
const programs = new Programs();
const replies: { status: number; headers: Readonly<Record<string, string>>; text: string }[] = [];
let master: Program;
let agent: Program;
let masterId: string;

/** A framework of the recording with its one task. */
class Framework {
  readonly scheduler: LiveScheduler;
  readonly #recorded: Side;
  #reconciled = 0;

  constructor(side: Side) {
    this.scheduler = new LiveScheduler(master);
    this.#recorded = side;
  }

  /** `other` may hold what this one waits for, and must not. */
  async launch(info: object, other?: Framework): Promise<void> {
    await this.scheduler.subscribe({
      user: "root",
      checkpoint: true,
      failover_timeout: 60,
      ...info,
    });
    const accept = this.#body("ACCEPT", 0);
    const tasks = accept["accept"]?.["operations"]?.[0]?.["launch"]?.["task_infos"] as Json;
    await until(async () => {
      await other?.letGo();
      return this.scheduler.openOffers().length > 0;
    });
    await this.scheduler.launch(await this.scheduler.offer(), tasks);
    await this.scheduler.seen((event) => event["update"]?.["status"]?.["state"] === "TASK_RUNNING");
  }

  async letGo(): Promise<void> {
    const held = this.scheduler.openOffers().map(idOf);
    if (held.length === 0) return;
    this.scheduler.used(held);
    const offer_ids = held.map((value) => ({ value }));
    await this.scheduler.say("DECLINE", {
      decline: { offer_ids, filters: { refuse_seconds: 600 } },
    });
  }

  /** The next recorded reconciliation. */
  async reconcile(): Promise<void> {
    const { reconcile } = this.#body("RECONCILE", this.#reconciled++) as unknown as {
      reconcile: object;
    };
    await this.scheduler.say("RECONCILE", { reconcile });
  }

  /** Waits for what the master said in the recording up to the `count`th of its updates. */
  async told(count: number): Promise<void> {
    await until(
      () => fromMaster(this.scheduler.events).length >= count,
      () => JSON.stringify(fromMaster(this.scheduler.events)),
    );
  }

  #body(type: string, index: number): Json {
    const bodies = this.#recorded.calls
      .map(({ request }) => JSON.parse(request.body ?? "") as Json)
      .filter((body) => body["type"] === type);
    return renamed(bodies[index] as Json, [[RECORDED_ID, masterId]]);
  }
}

let operator: OperatorWatch;
let aware: Framework;
let old: Framework;

const fromMaster = (events: readonly Json[]): Json[] =>
  events.flatMap((event) => {
    const status = event["update"]?.["status"];
    return status?.["source"] === "SOURCE_MASTER" ? [status] : [];
  });

/** Recorded names in place of the live ones. */
const asRecorded = (text: string): string =>
  text
    .replaceAll(masterId, RECORDED_ID)
    .replace(new RegExp(`\\b${master.port}\\b`, "g"), "5050")
    .replace(new RegExp(`\\b${agent.port}\\b`, "g"), "5051");

/** The recorded requests up to the `end`th, made now. */
async function askUntil(end: number): Promise<void> {
  while (replies.length < end) {
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
}

async function activeAgents(): Promise<number> {
  const { slaves } = await getJson<{ slaves: { active: boolean }[] }>(master, "/slaves");
  return slaves.filter(({ active }) => active).length;
}

beforeAll(async () => {
  const pings = ["--agent_ping_timeout=1secs", "--max_agent_ping_timeouts=4"];
  master = await programs.master([...RECORDED_MASTER, ...pings]);
  agent = await programs.agent(master, RECORDED_AGENT);
  ({ id: masterId } = await getJson<{ id: string }>(master, "/master/state"));
  operator = await watchOperator(master, "json");
  const types = ["MULTI_ROLE", "RESERVATION_REFINEMENT"].map((type) => ({ type }));
  aware = new Framework(recorded.aware);
  old = new Framework(recorded.old);
  await aware.launch({
    name: "aware",
    roles: ["dev"],
    capabilities: [...types, { type: "PARTITION_AWARE" }],
  });
  await old.launch({ name: "old", roles: ["old"], capabilities: types }, aware);

  agent.process.kill("SIGSTOP");
  for (const side of [aware, old]) await side.told(1);
  for (const side of [aware, old]) {
    await side.reconcile();
    await side.reconcile();
    await side.told(2);
  }
  await askUntil(PARTS.unreachable);

  agent.process.kill("SIGCONT");
  for (const side of [aware, old]) await side.told(3);
  await until(async () => (await activeAgents()) === 1);
  await askUntil(PARTS.returned);

  await askUntil(PARTS.returned + 1);
  for (const side of [aware, old]) {
    await side.told(4);
    await side.reconcile();
    await side.told(5);
  }
  await askUntil(recorded.requests.length);
  for (const side of [aware, old]) await side.scheduler.say("TEARDOWN");
  const removed = () => operator.events.filter(({ type }) => type === "FRAMEWORK_REMOVED");
  await until(() => removed().length === 2);
}, 60_000);

afterAll(async () => {
  operator.close();
  aware.scheduler.close();
  old.scheduler.close();
  client.close();
  await programs.close();
});

/** Offers are made at other moments here (docs/adr/0003-offers-at-once.md); there is no git. */
const DIFFERS = /offered_resources|offers|^-\.git_/;

describe("each request is answered as recorded", () => {
  it.each(
    recorded.requests.map(({ request: { method, path, body } }, index) => [
      `${index}. ${method} ${path} ${/"type": "(\w+)"/.exec(body ?? "")?.[1] ?? ""}`,
      index,
    ]),
  )("%s", (_, index) => {
    const { status, headers, text, json } = recorded.requests[index as number] as Exchange;
    const reply = replies[index as number];
    expect(reply?.status).toBe(status);
    expect(reply?.headers["content-type"]).toBe(headers["Content-Type"]);
    if (json === undefined) {
      expect(reply?.text).toBe(text);
      return;
    }
    const differences = shapeDifferences(json, JSON.parse(reply?.text ?? "") as Json);
    expect(differences.filter((each) => !DIFFERS.test(each))).toEqual([]);
  });
});

describe("the tasks", () => {
  const states = (tasks: readonly Json[] | undefined): string[] =>
    (tasks ?? []).map((task) => `${task["id"]} ${task["state"]} ${statesOf(task)}`).sort();
  const statesOf = (task: Json): string =>
    ((task["statuses"] ?? []) as readonly Json[]).map((each) => each["state"]).join();

  it.each(
    recorded.requests.flatMap(({ request, json }, index) =>
      request.path === "/tasks" ? [[index, json?.["tasks"]] as const] : [],
    ),
  )("are shown at request %d as they were then", (index, tasks) => {
    const reply = JSON.parse(replies[index]?.text ?? "") as Json;
    expect(states(reply["tasks"])).toEqual(states(tasks));
  });
});

describe.each([
  ["a partition-aware framework", () => aware, recorded.aware],
  ["an older framework", () => old, recorded.old],
])("%s", (_, side, seen) => {
  const plain = (events: readonly Json[]): unknown => timeless(events);
  const live = (): Json[] =>
    JSON.parse(asRecorded(JSON.stringify(side().scheduler.events))) as Json[];

  it("is told by the master as recorded", () =>
    expect(plain(fromMaster(live()))).toEqual(plain(fromMaster(eventsOf(seen)))));

  it("hears of the agent's failures as recorded", () => {
    const failures = (events: readonly Json[]) => events.filter(({ type }) => type === "FAILURE");
    expect(failures(live())).toEqual(failures(eventsOf(seen)));
  });
});

describe("an operator", () => {
  const theirs = eventsOf(recorded.operator);
  const ours = (): Json[] => JSON.parse(asRecorded(JSON.stringify(operator.events))) as Json[];

  /** In one line each, of one framework, or of neither: between them the order is chance. */
  const told = (events: readonly Json[], side: "0000" | "0001" | undefined): string[] =>
    events
      .filter(({ type }) => type !== ("HEARTBEAT" as string))
      .filter((event) => /-(000[01])"/.exec(JSON.stringify(event))?.[1] === side)
      .map((event) => {
        const status = event["task_updated"]?.["status"];
        const task = event["task_added"]?.["task"];
        const what = status ?? task;
        const parts = [what?.["task_id"]?.["value"], what?.["state"], status?.["reason"]];
        return [event["type"], ...parts, status?.["message"]].join(" ").trim();
      });

  it.each(["0000", "0001", undefined] as const)("is told as recorded of framework %s", (side) => {
    expect(told(theirs, side).length).toBeGreaterThan(1);
    expect(told(ours(), side)).toEqual(told(theirs, side));
  });

  it("is told in the recorded shape", () => {
    const kinds = new Set(theirs.map(({ type }) => type as string));
    for (const kind of kinds) {
      const of = (events: readonly Json[]) =>
        events.filter(({ type }) => type === (kind as string));
      const differences = shapeDifferences(of(theirs), of(ours()));
      expect(differences.filter((each) => !DIFFERS.test(each))).toEqual([]);
    }
  });
});
