import type { Buffer } from "node:buffer";
import { inputStep } from "@mesos-ts/agent";
import type { ContainerInput } from "@mesos-ts/containerizer";
import { agent as api } from "@mesos-ts/protos";
import type { HttpRequest, HttpResponse } from "@mesos-ts/transport";
import type { MediaType } from "../effects/replies.ts";
import { idText, streamRefusal, unknownContainer } from "./container-output.ts";
import { type Parsed, parseMessage } from "./media-types.ts";
import { invalidCall, type OperatorApi } from "./operator-api.ts";
import { RecordReader } from "./record-reader.ts";
import { type StreamTypes, unfitForStreams } from "./stream-types.ts";

/**
 * ATTACH_CONTAINER_INPUT: the first record names the container, the others are typed into it. The
 * reply comes at the end of the records, or of the container.
 */
export async function attachInput(
  port: OperatorApi,
  types: StreamTypes,
  records: MediaType,
  request: HttpRequest,
): Promise<HttpResponse> {
  const reader = new RecordReader(request.stream);
  const first = await reader.next();
  if (first.type === "end") return refuse(400, "Received EOF while reading request body");
  if (first.type === "broken") return refuse(400, first.text);
  const parsed = parseRecord(first.bytes, records);
  if (parsed.type === "refused") return closing(parsed.response);
  const unfit = unfitForStreams(parsed.call, types);
  if (unfit !== undefined) return closing(unfit);
  const { type, container_id } = parsed.call.attach_container_input ?? {};
  if (type !== "CONTAINER_ID") {
    return refuse(400, "Expecting 'attach_container_input.type' to be CONTAINER_ID");
  }
  const id = idText(container_id);
  const unknown = unknownContainer(port, id);
  if (unknown !== undefined) return closing(unknown);
  const result = await port.containerizer.openInput(id);
  if (result.type === "refused") return closing(streamRefusal(result));
  const { input } = result;
  request.onClose(() => input.close());
  const reply = await passOn(input, reader, records);
  input.close();
  return reply;
}

/** Passes records on until they or the container end. */
async function passOn(
  input: ContainerInput,
  reader: RecordReader,
  records: MediaType,
): Promise<HttpResponse> {
  const ended = input.ended.then(() => ({ type: "ended" as const }));
  for (;;) {
    const next = await Promise.race([reader.next(), ended]);
    switch (next.type) {
      case "end":
        return { status: 200 };
      case "ended":
        return closing({ status: 200 });
      case "broken":
        return refuse(400, next.text);
      case "record": {
        const refusal = await step(input, next.bytes, records);
        if (refusal !== undefined) return closing(refusal);
        break;
      }
      default:
        return next satisfies never;
    }
  }
}

/** Carries one record out; a reply ends the stream. */
async function step(
  input: ContainerInput,
  bytes: Buffer,
  records: MediaType,
): Promise<HttpResponse | undefined> {
  const parsed = parseRecord(bytes, records);
  if (parsed.type === "refused") return parsed.response;
  const asked = inputStep(parsed.call);
  switch (asked.type) {
    case "invalid":
      return { status: 400, body: asked.text };
    case "heartbeat":
      return undefined;
    case "resize": {
      const { rows, columns } = asked;
      if (Math.max(rows, columns) > MAX_WINDOW_EDGE || !input.resize({ rows, columns })) {
        const body = `Unable to set the window size: ${WINDOW_PROBLEM}`;
        return { status: 400, body };
      }
      return undefined;
    }
    case "data":
      if (asked.bytes.length === 0) input.end();
      else if (!(await input.write(asked.bytes))) {
        return { status: 500, body: "Failed writing to stdin: the container does not read it" };
      }
      return undefined;
    default:
      return asked satisfies never;
  }
}

/** Terminals count in 16 bits. */
const MAX_WINDOW_EDGE = 65_535;
const WINDOW_PROBLEM = "Inappropriate ioctl for device";

function parseRecord(bytes: Buffer, records: MediaType): Parsed<api.Call> {
  const parsed = parseMessage(api.Call, bytes, records);
  if (parsed.type === "refused") return parsed;
  const invalid = invalidCall(parsed.call);
  if (invalid === undefined) return parsed;
  const body = `Failed to validate agent::Call: ${invalid}`;
  return { type: "refused", response: { status: 400, body } };
}

function refuse(status: number, body: string): HttpResponse {
  return closing({ status, body });
}

/** The rest of the request is not wanted. */
function closing(response: HttpResponse): HttpResponse {
  return { ...response, headers: { ...response.headers, Connection: "close" } };
}
