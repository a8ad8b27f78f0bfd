import { HttpClient, type RecordStream } from "@mesos-ts/transport";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { getJson, type Program, Programs, until } from "./programs.ts";
import { open, request } from "./raw-socket.ts";
import type { Json } from "./recordings.ts";

/** Many who listen to a master's event stream, and one who does not read what it asked for. */

const SUBSCRIBERS = 100;
/** Bytes of one event: so many are beyond what is kept for one who does not read. */
const EVENT_BYTES = 8 * 1024 * 1024;
const EVENTS = 10;
const MAX_RSS_BYTES = 900 * 1024 * 1024;

const programs = new Programs();
const client = new HttpClient();
let master: Program;

beforeAll(async () => {
  const limit = `--max_operator_event_stream_subscribers=${SUBSCRIBERS + 1}`;
  master = await programs.master([limit, "--registry=in_memory"]);
});

afterAll(async () => {
  client.close();
  await programs.close();
});

class Listener {
  readonly types: string[] = [];
  ended = false;
  readonly #stream: RecordStream;

  static async begin(): Promise<Listener> {
    const stream = await client.stream({
      url: `http://${master.address}/api/v1`,
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: '{"type":"SUBSCRIBE"}',
    });
    return new Listener(stream);
  }

  private constructor(stream: RecordStream) {
    this.#stream = stream;
    void this.#read();
  }

  async #read(): Promise<void> {
    try {
      for await (const record of this.#stream.records) {
        // Only the type: the events are large.
        const text = record.subarray(0, 64).toString();
        this.types.push(/"type":"([A-Z_]+)"/.exec(text)?.[1] ?? text);
      }
    } catch {
      // The master has cut the stream off.
    }
    this.ended = true;
  }

  close(): void {
    this.#stream.close();
  }
}

async function metric(name: string): Promise<number> {
  const reply = await fetch(`http://${master.address}/metrics`);
  const line = new RegExp(`^${name} (.*)$`, "m").exec(await reply.text());
  return Number(line?.[1]);
}

it("tells all of a hundred the same, and when one more comes the oldest is let go", async () => {
  const listeners = await Promise.all(Array.from({ length: SUBSCRIBERS + 1 }, Listener.begin));
  const scheduler = new LiveScheduler(master);
  await scheduler.subscribe({ user: "root", name: "heard" });
  await scheduler.say("TEARDOWN");
  const heard = ["SUBSCRIBED", "HEARTBEAT", "FRAMEWORK_ADDED", "FRAMEWORK_REMOVED"];
  await until(() => listeners.every(({ types }) => types.length >= heard.length));
  for (const { types } of listeners) expect(types).toEqual(heard);
  const late = await Listener.begin();
  await until(() => listeners.filter(({ ended }) => ended).length === 1);
  await until(() => late.types.length === 2);
  for (const listener of [...listeners, late]) listener.close();
  scheduler.close();
  await until(async () => (await metric("mesos_master_operator_event_stream_subscribers")) === 0);
});

it("cuts off who does not read, keeps little for it, and serves the others meanwhile", async () => {
  const deaf = await open(master);
  deaf.pause();
  deaf.write(request("/api/v1", '{"type":"SUBSCRIBE"}'));
  const listener = await Listener.begin();
  const name = "mesos_master_operator_event_stream_subscribers";
  await until(async () => (await metric(name)) === 2);

  const scheduler = new LiveScheduler(master);
  await scheduler.subscribe({ user: "root", name: "talks" });
  const framework_info = {
    user: "root",
    name: "talks",
    id: { value: scheduler.frameworkId },
  };
  for (let i = 0; i < EVENTS; i++) {
    const label = { key: `much-${i}`, value: "x".repeat(EVENT_BYTES) };
    const info = { ...framework_info, labels: { labels: [label] } };
    const reply = await scheduler.say("UPDATE_FRAMEWORK", {
      update_framework: { framework_info: info },
    });
    expect(reply).toMatchObject({ status: 200 });
  }
  const updates = (): number =>
    listener.types.filter((type) => type === "FRAMEWORK_UPDATED").length;
  await until(() => updates() === EVENTS);
  await until(async () => (await metric(name)) === 1);
  expect(master.output()).toMatch(/Disconnecting subscriber operator at 127\.0\.0\.1: it has not/);
  expect(await metric("process_resident_memory_bytes")).toBeLessThan(MAX_RSS_BYTES);
  const state = await getJson<Json>(master, "/state-summary");
  expect(state["frameworks"]).toHaveLength(1);
  scheduler.close();
  listener.close();
  deaf.destroy();
});
