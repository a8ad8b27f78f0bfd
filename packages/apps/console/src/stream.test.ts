import { describe, expect, test } from "vitest";
import {
  backoffMs,
  type Connection,
  EventStream,
  FIRST_BACKOFF_MS,
  MAX_BACKOFF_MS,
  SILENCE_MS,
} from "../page/live/stream.ts";
import type { OperatorEvent } from "../page/model/wire.ts";
import { FakeTimers, settle } from "./fake-timers.test-support.ts";

class FakeStream {
  readonly timers = new FakeTimers();
  readonly events: OperatorEvent[] = [];
  readonly connections: Connection[] = [];
  readonly requests: RequestInit[] = [];
  /** What the next requests get. */
  answer: () => Response = () => new Response("", { status: 500 });
  writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly stream = new EventStream({
    setTimer: this.timers.setTimer,
    clearTimer: this.timers.clearTimer,
    random: () => 1,
    onEvents: (events) => this.events.push(...events),
    onConnection: (connection) => this.connections.push(connection),
    fetch: async (_, init) => {
      this.requests.push(init);
      return this.answer();
    },
  });

  readonly answerWithStream = (): Response =>
    new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          this.writer = controller;
        },
      }),
    );

  async send(event: OperatorEvent): Promise<void> {
    const text = JSON.stringify(event);
    this.writer?.enqueue(new TextEncoder().encode(`${text.length}\n${text}`));
    await settle();
  }
}

const SUBSCRIBED: OperatorEvent = {
  type: "SUBSCRIBED",
  subscribed: { get_state: {}, heartbeat_interval_seconds: 15 },
};

describe("EventStream", () => {
  test("subscribes, and gives events as they come", async () => {
    const fake = new FakeStream();
    fake.answer = fake.answerWithStream;
    fake.stream.start();
    await settle();
    expect(fake.requests[0]).toMatchObject({ method: "POST", body: '{"type":"SUBSCRIBE"}' });
    await fake.send(SUBSCRIBED);
    await fake.send({ type: "HEARTBEAT" });
    expect(fake.events.map(({ type }) => type)).toEqual(["SUBSCRIBED", "HEARTBEAT"]);
    expect(fake.connections).toEqual([{ type: "connecting" }, { type: "live" }]);
    fake.stream.stop();
    expect(fake.timers.nextMs).toBeUndefined();
  });

  test("a silent stream is given up and opened again", async () => {
    const fake = new FakeStream();
    fake.answer = fake.answerWithStream;
    fake.stream.start();
    await settle();
    await fake.send(SUBSCRIBED);
    expect(fake.timers.nextMs).toBe(SILENCE_MS);
    await fake.timers.runNext();
    expect(fake.requests[0]?.signal?.aborted).toBe(true);
    expect(fake.connections.at(-1)).toMatchObject({
      type: "waiting",
      reason: "The master has gone silent.",
    });
    expect(fake.timers.nextMs).toBe(FIRST_BACKOFF_MS);
    await fake.timers.runNext();
    await fake.send(SUBSCRIBED);
    expect(fake.requests).toHaveLength(2);
    expect(fake.connections.at(-1)).toEqual({ type: "live" });
    fake.stream.stop();
  });

  test("waits longer with each failure, and not after a success", async () => {
    const fake = new FakeStream();
    fake.stream.start();
    await settle();
    const waits: (number | undefined)[] = [];
    for (let i = 0; i < 7; i++) {
      waits.push(fake.timers.nextMs);
      await fake.timers.runNext();
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, MAX_BACKOFF_MS, MAX_BACKOFF_MS]);
    fake.answer = fake.answerWithStream;
    await fake.timers.runNext();
    await fake.send(SUBSCRIBED);
    fake.writer?.close();
    await settle();
    expect(fake.connections.at(-1)).toMatchObject({ reason: "The master ended the stream." });
    expect(fake.timers.nextMs).toBe(FIRST_BACKOFF_MS);
    fake.stream.stop();
  });

  test("a refusal is told", async () => {
    const fake = new FakeStream();
    fake.answer = () => new Response("No leader elected", { status: 503 });
    fake.stream.start();
    await settle();
    expect(fake.connections.at(-1)).toEqual({
      type: "waiting",
      reason: "The master refuses (503: No leader elected).",
      isElsewhere: false,
    });
    fake.stream.stop();
  });

  test("a stream that is not RecordIO is left", async () => {
    const fake = new FakeStream();
    fake.answer = () => new Response("<html>");
    fake.stream.start();
    await settle();
    expect(fake.connections.at(-1)?.type).toBe("waiting");
    fake.stream.stop();
  });
});

test("pages do not all come back at once", () => {
  expect(backoffMs(1, 0)).toBe(FIRST_BACKOFF_MS / 2);
  expect(backoffMs(1, 1)).toBe(FIRST_BACKOFF_MS);
  expect(backoffMs(1000, 0.5)).toBe(MAX_BACKOFF_MS * 0.75);
});
