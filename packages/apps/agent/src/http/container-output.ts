import type { Buffer } from "node:buffer";
import { findLive } from "@mesos-ts/agent";
import type { ContainerOutput, OutputPiece, Refusal } from "@mesos-ts/containerizer";
import { agent as api, type ContainerID } from "@mesos-ts/protos";
import type { HttpRequest, HttpResponse, ResponseWriter } from "@mesos-ts/transport";
import { encodeRecord } from "@mesos-ts/wire";
import { type MediaType, render } from "../effects/replies.ts";
import type { OperatorApi } from "./operator-api.ts";
import { RECORDIO_TYPE, type StreamTypes } from "./stream-types.ts";

/** A client that takes nothing for so long is cut off. */
const STALL_LIMIT_MS = 5 * 60 * 1000;

/** LAUNCH_NESTED_CONTAINER_SESSION: launches, shows the output, and ends what it launched. */
export async function launchSession(
  port: OperatorApi,
  call: api.Call,
  types: StreamTypes,
  request: HttpRequest,
): Promise<HttpResponse> {
  const onClose = (listener: () => void): void => request.onClose(listener);
  const launched = await port.replies.operatorCall(call, types.replyRecords, onClose);
  const id = idText(call.launch_nested_container_session?.container_id);
  if (launched.status !== 200) return launched;
  const end = (): void => port.replies.sessionClosed(id);
  const result = await port.containerizer.openOutput(id, "start");
  if (result.type === "refused") {
    end();
    return streamRefusal(result);
  }
  return follow(port, result.output, types, request, end);
}

/** ATTACH_CONTAINER_OUTPUT: shows what a container prints from now on. */
export async function attachOutput(
  port: OperatorApi,
  call: api.Call,
  types: StreamTypes,
  request: HttpRequest,
): Promise<HttpResponse> {
  const id = idText(call.attach_container_output?.container_id);
  if (findLive(port.agent.context, id) === undefined) {
    return { status: 404, body: `Container ${id} cannot be found` };
  }
  const result = await port.containerizer.openOutput(id, "now");
  return result.type === "refused"
    ? streamRefusal(result)
    : follow(port, result.output, types, request, () => undefined);
}

/** Why nobody can attach, as a reply. */
export function streamRefusal({ code, message }: Refusal): HttpResponse {
  switch (code) {
    case "input-taken":
      return { status: 409, body: message };
    case "too-many-readers":
    case "closed":
      return { status: 503, body: message };
    default:
      return { status: 500, body: message };
  }
}

export function idText(id: ContainerID | undefined): string {
  if (id === undefined) return "";
  return id.parent === undefined ? id.value : `${idText(id.parent)}.${id.value}`;
}

/** The reply that follows an output; `onOver` runs once when it is over, whoever ended it. */
function follow(
  { heartbeatMs }: OperatorApi,
  output: ContainerOutput,
  { reply, replyRecords }: StreamTypes,
  request: HttpRequest,
  onOver: () => void,
): HttpResponse {
  let isOver = false;
  const over = (): void => {
    if (isOver) return;
    isOver = true;
    output.close();
    onOver();
  };
  request.onClose(over);
  return {
    status: 200,
    headers: {
      "Content-Type": reply,
      ...(reply === RECORDIO_TYPE ? { "Message-Content-Type": replyRecords } : {}),
    },
    stream: (writer) => {
      void pump(output, writer, replyRecords, heartbeatMs).finally(over);
    },
  };
}

/** Sends the output on as fast as the client takes it. What it has not taken is in a file. */
async function pump(
  output: ContainerOutput,
  writer: ResponseWriter,
  mediaType: MediaType,
  heartbeatMs: number,
): Promise<void> {
  const pace = new Pace(writer);
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
  #settle: ((caughtUp: boolean) => void) | undefined;

  constructor(writer: ResponseWriter) {
    this.#writer = writer;
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
    }, STALL_LIMIT_MS);
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
