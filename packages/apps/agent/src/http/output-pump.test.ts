import { Buffer } from "node:buffer";
import type { ContainerOutput, OutputPiece } from "@mesos-ts/containerizer";
import type { HttpChunks, ResponseWriter } from "@mesos-ts/transport";
import { decodeRecords } from "@mesos-ts/wire";
import { describe, expect, it, vi } from "vitest";
import { pumpOutput } from "./output-pump.ts";

/** A reply whose client reads when the test says so. */
class FakeWriter implements ResponseWriter {
  written: Buffer[] = [];
  state: "open" | "ended" | "cut" = "open";
  takes = true;
  #drain: () => void = () => undefined;
  #close: () => void = () => undefined;
  readonly buffered = 0;

  write(bytes: Buffer | string): boolean {
    this.written.push(Buffer.from(bytes));
    return this.takes;
  }

  writeChunks({ bare }: HttpChunks): boolean {
    this.written.push(...bare);
    return this.takes;
  }

  drain(): void {
    this.takes = true;
    this.#drain();
  }

  leave(): void {
    this.#close();
  }

  end(): void {
    this.state = "ended";
  }

  destroy(): void {
    this.state = "cut";
  }

  onDrain(listener: () => void): void {
    this.#drain = listener;
  }

  onClose(listener: () => void): void {
    this.#close = listener;
  }

  records(): string[] {
    const records = decodeRecords(Buffer.concat(this.written));
    return Array.isArray(records) ? records.map(String) : [];
  }
}

/** An output that counts how often it is asked. */
class FakeOutput implements ContainerOutput {
  reads = 0;
  readonly #pieces: (OutputPiece | null | Promise<null>)[];

  constructor(pieces: (OutputPiece | null | Promise<null>)[]) {
    this.#pieces = pieces;
  }

  async read(): Promise<OutputPiece | null> {
    this.reads += 1;
    return (await this.#pieces.shift()) ?? null;
  }

  close(): void {}
}

const piece = (text: string, stream: "stdout" | "stderr" = "stdout"): OutputPiece => ({
  stream,
  bytes: Buffer.from(text),
});

const OPTIONS = { mediaType: "application/json", heartbeatMs: 1e6, stallLimitMs: 1e6 } as const;

describe("an output that is sent on", () => {
  it("comes as records, and ends with the container", async () => {
    const writer = new FakeWriter();
    await pumpOutput(new FakeOutput([piece("a"), piece("b", "stderr")]), writer, OPTIONS);
    expect(writer.records()).toEqual([
      '{"type":"DATA","data":{"type":"STDOUT","data":"YQ=="}}',
      '{"type":"DATA","data":{"type":"STDERR","data":"Yg=="}}',
    ]);
    expect(writer.state).toBe("ended");
  });

  it("is not read while the client lags", async () => {
    const writer = new FakeWriter();
    writer.takes = false;
    const output = new FakeOutput([piece("a"), piece("b")]);
    const pump = pumpOutput(output, writer, OPTIONS);
    await vi.waitFor(() => expect(writer.written).toHaveLength(1));
    expect(output.reads).toBe(1);
    writer.drain();
    await pump;
    expect(writer.written).toHaveLength(2);
    expect(writer.state).toBe("ended");
  });

  it("is cut off when the client has stalled for too long", async () => {
    const writer = new FakeWriter();
    writer.takes = false;
    await pumpOutput(new FakeOutput([piece("a")]), writer, { ...OPTIONS, stallLimitMs: 5 });
    expect(writer.state).toBe("cut");
  });

  it("ends when the client leaves while it lags", async () => {
    const writer = new FakeWriter();
    writer.takes = false;
    const pump = pumpOutput(new FakeOutput([piece("a"), piece("b")]), writer, OPTIONS);
    await vi.waitFor(() => expect(writer.written).toHaveLength(1));
    writer.leave();
    await pump;
    expect(writer.written).toHaveLength(1);
  });

  it("has signs of life in between, but not for a client that lags", async () => {
    const { promise, resolve } = Promise.withResolvers<null>();
    const writer = new FakeWriter();
    const pump = pumpOutput(new FakeOutput([promise]), writer, { ...OPTIONS, heartbeatMs: 2 });
    await vi.waitFor(() => expect(writer.written.length).toBeGreaterThan(1));
    expect(writer.records()[0]).toBe(
      '{"type":"CONTROL","control":{"type":"HEARTBEAT","heartbeat":{"interval":{"nanoseconds":2000000}}}}',
    );
    resolve(null);
    await pump;
    const lagging = new FakeWriter();
    lagging.takes = false;
    const options = { ...OPTIONS, heartbeatMs: 2, stallLimitMs: 30 };
    await pumpOutput(new FakeOutput([piece("a")]), lagging, options);
    expect(lagging.written).toHaveLength(1);
  });

  it("is broken off when it cannot be read", async () => {
    const writer = new FakeWriter();
    await pumpOutput(new FakeOutput([Promise.reject(new Error("disk"))]), writer, OPTIONS);
    expect(writer.state).toBe("cut");
  });
});
