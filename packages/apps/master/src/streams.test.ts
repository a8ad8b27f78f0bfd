import { Buffer } from "node:buffer";
import type { Snapshot } from "@mesos-ts/master";
import type { HttpChunks, ResponseWriter, StreamEncoding } from "@mesos-ts/transport";
import { decodeRecords } from "@mesos-ts/wire";
import { describe, expect, it } from "vitest";
import { Documents } from "./documents.ts";
import type { NewEvent } from "./port.ts";
import { Streams } from "./streams.ts";

/** A client that takes what it is given, or lags with everything. */
class FakeWriter implements ResponseWriter {
  readonly written: Buffer[] = [];
  buffered = 0;
  ended = false;
  destroyed = false;
  lags = false;
  readonly #closers: (() => void)[] = [];

  write(bytes: Buffer | string): boolean {
    const buffer = Buffer.from(bytes);
    this.written.push(buffer);
    if (this.lags) this.buffered += buffer.length;
    return !this.lags;
  }
  end(): void {
    this.ended = true;
  }
  destroy(): void {
    this.destroyed = true;
    for (const close of this.#closers) close();
  }
  writeChunks({ bare }: HttpChunks): boolean {
    for (const piece of bare) this.write(piece);
    return !this.lags;
  }
  onDrain(): void {}
  onClose(listener: () => void): void {
    this.#closers.push(listener);
  }
  records(): string[] {
    const decoded = decodeRecords(Buffer.concat(this.written));
    if (!Array.isArray(decoded)) throw new Error("no records");
    return decoded.map((record) => record.toString());
  }
}

const EMPTY: Snapshot = { agents: [], recovered: [], frameworks: [], completed: [] };

function streams() {
  const events: NewEvent[] = [];
  const log: string[] = [];
  const documents = new Documents({
    snapshot: () => EMPTY,
    head: () => "{}",
    master: { hostname: "", cluster: undefined },
    version: () => 0,
    forget: () => {},
    onCacheHit: () => {},
  });
  const note = (text: string) => void log.push(text);
  const made = new Streams((event) => events.push(event), documents, {
    info: note,
    warn: note,
    error: note,
  });
  const open = (
    streamId: string,
    maxBacklogBytes?: number,
    encoding: StreamEncoding = "identity",
  ) =>
    made.open(streamId, {
      format: { mediaType: "application/json", encoding },
      subscriber: `subscriber ${streamId}`,
      ...(maxBacklogBytes === undefined ? {} : { maxBacklogBytes }),
    });
  const heartbeat = (streamId: string) =>
    made.schedulerEvent({ type: "scheduler-event", streamId, event: { type: "HEARTBEAT" } });
  return { made, events, log, open, heartbeat };
}

describe("event streams", () => {
  it("write each event by itself, framed", () => {
    const { open, heartbeat } = streams();
    const writer = new FakeWriter();
    open("a").attach(writer);
    for (let i = 0; i < 3; i++) heartbeat("a");
    expect(writer.written).toHaveLength(3);
    expect(writer.records()).toEqual(Array(3).fill('{"type":"HEARTBEAT"}'));
  });

  it("keep what comes before the reply begins", () => {
    const { open, heartbeat } = streams();
    const subscription = open("a");
    heartbeat("a");
    const writer = new FakeWriter();
    subscription.attach(writer);
    expect(writer.records()).toHaveLength(1);
  });

  it("end after the last event", () => {
    const { made, open, heartbeat } = streams();
    const writer = new FakeWriter();
    open("a").attach(writer);
    heartbeat("a");
    made.close({ type: "close-stream", streamId: "a" });
    expect(writer.records()).toHaveLength(1);
    expect(writer.ended).toBe(true);
    heartbeat("a");
    expect(made.size).toBe(0);
  });

  it("end even when the reply begins later", () => {
    const { made, open, heartbeat } = streams();
    const subscription = open("a");
    heartbeat("a");
    made.close({ type: "close-stream", streamId: "a" });
    const writer = new FakeWriter();
    subscription.attach(writer);
    expect(writer.records()).toHaveLength(1);
    expect(writer.ended).toBe(true);
  });

  it("disconnect a subscriber that does not read", () => {
    const { open, heartbeat, log } = streams();
    const writer = new FakeWriter();
    writer.lags = true;
    open("a", 100).attach(writer);
    for (let i = 0; i < 20 && !writer.destroyed; i++) {
      heartbeat("a");
    }
    expect(writer.destroyed).toBe(true);
    expect(log.join()).toMatch(/subscriber a: it has not read/);
  });

  it("report a subscriber's leaving once", () => {
    const { made, open, events } = streams();
    open("a");
    made.closed("a");
    made.closed("a");
    expect(events).toEqual([{ type: "stream-closed", streamId: "a" }]);
  });

  it("share one rendering between operators", () => {
    const { made, open } = streams();
    const writers = ["a", "b"].map((id) => {
      const writer = new FakeWriter();
      open(id).attach(writer);
      return writer;
    });
    made.operatorEvent({
      type: "operator-event",
      streamIds: ["a", "b", "unknown"],
      event: { type: "HEARTBEAT" },
    });
    for (const writer of writers) expect(writer.records()).toEqual(['{"type":"HEARTBEAT"}']);
  });
});
