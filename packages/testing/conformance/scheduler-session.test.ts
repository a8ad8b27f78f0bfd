import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Encoding } from "./live-scheduler.ts";
import { Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { calls, operatorStream, playSession, type SessionResult } from "./recorded-session.ts";
import { type Exchange, type Json, recording, renamed, timeless } from "./recordings.ts";

/** A scheduler session recorded from Apache Mesos, made again over HTTP against our programs. */

interface Recorded {
  readonly headers: Readonly<Record<string, string>>;
  readonly events: readonly { readonly event: Json }[];
}

const stream = recording<Recorded>("http/scheduler_stream.json");
const extra = calls as unknown as Record<string, readonly { readonly event: Json }[]>;

/** Events whose place depends on clocks: the order of all others is compared. */
const TIMED = new Set(["OFFERS", "HEARTBEAT", "RESCIND"]);

const untimed = (events: readonly Json[]): Json[] =>
  events.filter((event) => !TIMED.has(event["type"] as string));

const statusOf = (event: Json): Json | undefined => event["update"]?.["status"];
const taskOf = (event: Json): string | undefined => statusOf(event)?.["task_id"]?.["value"];

/** What concerns one task, in its order. */
function perTask(events: readonly Json[]): Record<string, Json[]> {
  const tasks: Record<string, Json[]> = {};
  for (const event of timeless(events)) {
    const task = taskOf(event);
    const status = statusOf(event);
    if (task === undefined || status === undefined) continue;
    tasks[task] ??= [];
    tasks[task].push(status);
  }
  return tasks;
}

/** Updates of tasks that run at the same time come in any order: those are told apart by task. */
function story(events: readonly Json[]): string[] {
  const lines = untimed(events).map((event) => {
    const status = statusOf(event);
    return status === undefined
      ? (event["type"] as string)
      : `${taskOf(event)} ${status["state"]} ${status["source"]}`;
  });
  const together = [
    /^t-(ok|fail|sleep) TASK_(STARTING|RUNNING|FAILED|FINISHED) SOURCE_EXECUTOR/,
    /^pod-[ab] TASK_(STARTING|RUNNING)|^b-dup TASK_(RUNNING|FINISHED)/,
  ];
  for (const pattern of together) {
    const places = lines.flatMap((line, place) => (pattern.test(line) ? [place] : []));
    const sorted = places.map((place) => lines[place] ?? "").sort();
    for (const [index, place] of places.entries()) lines[place] = sorted[index] ?? "";
  }
  return lines;
}

function offersOf(events: readonly Json[]): Json[] {
  return events.flatMap((event): readonly Json[] => event["offers"]?.["offers"] ?? []);
}

/** Offers without their ids, resources as sets. */
function plainOffers(offers: readonly Json[]): unknown[] {
  return offers.map((offer) => ({
    ...(offer as object),
    id: undefined,
    resources: offer["resources"]?.map((resource) => JSON.stringify(resource)).sort(),
  }));
}

/** Headers that say something; dates and lengths of other ids differ. */
function shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const differ = new Set(["date", "mesos-stream-id", "connection", "keep-alive"]);
  return Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !differ.has(name)),
  );
}

const clusters = { json: new Programs(), protobuf: new Programs() };
const sessions = new Map<Encoding, SessionResult>();

async function play(programs: Programs, encoding: Encoding): Promise<void> {
  const master = await programs.master(RECORDED_MASTER);
  const agent = await programs.agent(master, RECORDED_AGENT);
  sessions.set(encoding, await playSession(master, agent, encoding));
}

beforeAll(async () => {
  await Promise.all([play(clusters.json, "json"), play(clusters.protobuf, "protobuf")]);
});

afterAll(async () => {
  for (const programs of Object.values(clusters)) await programs.close();
});

describe.each<Encoding>(["json", "protobuf"])("a recorded session in %s", (encoding) => {
  let session: SessionResult;
  const recorded = stream.events.map(({ event }) => event);

  beforeAll(() => {
    session = sessions.get(encoding) as SessionResult;
  });

  it("answers each call as recorded", () => {
    const exchanges = Object.entries(calls).filter(
      ([name, { request }]) => request !== undefined && !name.startsWith("ack_"),
    );
    const short = ({ status, headers, text }: Pick<Exchange, "status" | "headers" | "text">) => ({
      status,
      headers: shownHeaders(headers),
      text,
    });
    const theirs = exchanges.map(([name, exchange]) => [name, short(exchange)]);
    const ours = exchanges.map(([name]) => {
      const reply = session.replies.get(name);
      return [name, reply && short(reply)];
    });
    expect(ours).toEqual(theirs);
  });

  it("takes every acknowledgement", () => {
    const recordedOnes = Object.keys(calls).filter((name) => name.startsWith("ack_"));
    expect(session.acknowledgements.length).toBeGreaterThanOrEqual(recordedOnes.length);
    expect(new Set(session.acknowledgements.map(({ status }) => status))).toEqual(new Set([202]));
  });

  it("brings each task the recorded updates", () => {
    expect(perTask(session.events)).toEqual(perTask(recorded));
  });

  it("tells the story in the recorded order", () => {
    expect(story(session.events)).toEqual(story(recorded));
  });

  it("says the same in all that is not about tasks", () => {
    const others = (events: readonly Json[]): Json[] =>
      untimed(events).filter((event) => taskOf(event) === undefined);
    expect(others(session.events)).toEqual(others(recorded));
    expect(session.events.slice(0, 2).map(({ type }) => type)).toEqual(["SUBSCRIBED", "HEARTBEAT"]);
  });

  it("offers what was offered", () => {
    const offers = offersOf(recorded);
    const taken = Object.entries(calls).flatMap(([name, { request }]) => {
      const body = JSON.parse(request?.body ?? "{}") as Json;
      const [id] = body["accept"]?.["offer_ids"] ?? [];
      const offer = offers.find((each) => each["id"]?.["value"] === id?.["value"]);
      return offer === undefined ? [] : [[name, offer] as const];
    });
    expect(taken.map(([name]) => name)).toEqual([...session.accepted.keys()]);
    // When the last one was made, the group's executor was still on its way out there.
    for (const [name, offer] of taken.filter(([each]) => each !== "accept_health")) {
      const ours = session.accepted.get(name);
      expect([name, ...plainOffers([ours as Json])]).toEqual([name, ...plainOffers([offer])]);
    }
    const inGroup = offers.find((offer) => offer["executor_ids"] !== undefined);
    const withExecutor = plainOffers(offersOf(session.events)).map((each) => JSON.stringify(each));
    expect(inGroup).toBeDefined();
    expect(withExecutor.join()).toContain(JSON.stringify(inGroup?.["executor_ids"]));
  });

  it("gives the second subscriber the stream and the first one an error", () => {
    const recordedSecond = extra["sub_twice_events"]?.map(({ event }) => event) ?? [];
    const [subscribed, heartbeat] = session.second;
    expect([subscribed, heartbeat]).toEqual(recordedSecond.slice(0, 2));
    expect(plainOffers(offersOf(session.second))[0]).toEqual(
      plainOffers(offersOf(recordedSecond))[0],
    );
    const tail = extra["old_stream_tail"]?.map(({ event }) => event) ?? [];
    expect(timeless(untimed(session.events).slice(-tail.length))).toEqual(timeless(tail));
    expect(session.ended).toBe(true);
  });

  it("heads its streams as recorded", () => {
    const type = `application/${encoding === "json" ? "json" : "x-protobuf"}`;
    const expected = (headers: Readonly<Record<string, string>>) => ({
      ...shownHeaders(headers),
      "content-type": type,
    });
    expect(shownHeaders(session.headers)).toEqual(expected(stream.headers));
    const second = calls["sub_twice_headers"] as unknown as Record<string, string>;
    expect(shownHeaders(session.secondHeaders)).toEqual(expected(second));
    expect(shownHeaders(session.operatorHeaders)).toEqual(
      expected((operatorStream as unknown as Recorded).headers),
    );
  });

  it("tells operators what operators were told", () => {
    const theirs = operatorStream.events.map(({ event }) => event);
    const clock = (events: readonly Json[]): Json[] =>
      // Protobuf has no empty lists.
      renamed(untimed(timeless(events)), [
        [/"\w+":\[\],?/g, ""],
        [/,}/g, "}"],
      ]);
    const others = (events: readonly Json[]): Json[] =>
      clock(events).filter(({ type }) => type !== ("TASK_UPDATED" as string));
    expect(others(session.operatorEvents)).toEqual(others(theirs));
    const updates = (events: readonly Json[], task: string): Json[] =>
      clock(events).filter(
        (event) => event["task_updated"]?.["status"]?.["task_id"]?.["value"] === task,
      );
    // These two end at once: whether an earlier update already tells so is chance.
    const quick = (event: Json): object => ({
      ...(event["task_updated"] as object),
      state: "any",
    });
    for (const task of Object.keys(perTask(recorded))) {
      const shown = /^t-(ok|fail)$/.test(task) ? quick : (event: Json) => event as object;
      const ours = updates(session.operatorEvents, task);
      expect(ours.map(shown)).toEqual(updates(theirs, task).map(shown));
    }
  });
});
