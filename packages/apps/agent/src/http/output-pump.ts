import type { Buffer } from "node:buffer";
import type { ContainerOutput, OutputPiece } from "@mesos-ts/containerizer";
import { agent as api } from "@mesos-ts/protos";
import type { ResponseWriter } from "@mesos-ts/transport";
import { encodeRecord } from "@mesos-ts/wire";
import { type MediaType, render } from "../effects/replies.ts";

export interface PumpOptions {
  /** Of the records. */
  readonly mediaType: MediaType;
  readonly heartbeatMs: number;
  /** A client that takes nothing for so long is cut off. */
  readonly stallLimitMs: number;
}

/** Sends the output on as fast as the client takes it. What it has not taken is in a file. */
export async function pumpOutput(
  output: ContainerOutput,
  writer: ResponseWriter,
  { mediaType, heartbeatMs, stallLimitMs }: PumpOptions,
): Promise<void> {
  const pace = new Pace(writer, stallLimitMs);
  const sign = frame(heartbeat(heartbeatMs), mediaType);
  const beat = setInterval(() => {
    if (!pace.lags) writer.write(sign);
  }, heartbeatMs);
  try {
    for (let piece = await output.read(); piece !== null; piece = await output.read()) {
      if (writer.write(frame(dataOf(piece), mediaType))) continue;
      if (!(await pace.caughtUp())) return;
    }
    writer.end();
  } catch {
    // The client sees a broken reply, not an output that seems whole.
    writer.destroy();
  } finally {
    clearInterval(beat);
  }
}

/** Waits for a client that lags, for so long. */
class Pace {
  readonly #writer: ResponseWriter;
  readonly #limitMs: number;
  #settle: ((caughtUp: boolean) => void) | undefined;

  constructor(writer: ResponseWriter, limitMs: number) {
    this.#writer = writer;
    this.#limitMs = limitMs;
    writer.onDrain(() => this.#settle?.(true));
    writer.onClose(() => this.#settle?.(false));
  }

  get lags(): boolean {
    return this.#settle !== undefined;
  }

  /** False when the client is gone, or cut off because it stalled. */
  async caughtUp(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#settle = resolve;
    const timer = setTimeout(() => {
      this.#writer.destroy();
      resolve(false);
    }, this.#limitMs);
    const caughtUp = await promise;
    clearTimeout(timer);
    this.#settle = undefined;
    return caughtUp;
  }
}

function dataOf({ stream, bytes }: OutputPiece): api.ProcessIO {
  const type = stream === "stdout" ? "STDOUT" : "STDERR";
  return { type: "DATA", data: { type, data: bytes } };
}

function heartbeat(intervalMs: number): api.ProcessIO {
  const interval = { nanoseconds: intervalMs * 1e6 };
  return { type: "CONTROL", control: { type: "HEARTBEAT", heartbeat: { interval } } };
}

function frame(io: api.ProcessIO, mediaType: MediaType): Buffer {
  return encodeRecord(render(api.ProcessIO, io, mediaType));
}
