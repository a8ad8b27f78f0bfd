import { findLive, hasRoot } from "@mesos-ts/agent";
import type { ContainerOutput, Refusal } from "@mesos-ts/containerizer";
import type { agent as api, ContainerID } from "@mesos-ts/protos";
import type { BodyResponse, HttpRequest, HttpResponse } from "@mesos-ts/transport";
import type { OperatorApi } from "./operator-api.ts";
import { pumpOutput } from "./output-pump.ts";
import { RECORDIO_TYPE, type StreamTypes } from "./stream-types.ts";

/** A client that takes nothing for so long is cut off. */
const STALL_LIMIT_MS = 5 * 60 * 1000;
/** Heartbeats that come faster keep nobody more alive. */
const MIN_HEARTBEAT_MS = 10;

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
  const unknown = unknownContainer(port, id);
  if (unknown !== undefined) return unknown;
  const result = await port.containerizer.openOutput(id, "now");
  return result.type === "refused"
    ? streamRefusal(result)
    : follow(port, result.output, types, request, () => undefined);
}

/** Mesos looks for the executor's container first; one nested in it that has ended is a failure. */
export function unknownContainer({ agent }: OperatorApi, id: string): BodyResponse | undefined {
  if (!hasRoot(agent.context, id)) {
    return { status: 404, body: `Container ${id} cannot be found` };
  }
  return findLive(agent.context, id) === undefined
    ? { status: 500, body: `Unknown container ${id}` }
    : undefined;
}

/** Why nobody can attach, as a reply. */
export function streamRefusal({ code, message }: Refusal): BodyResponse {
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
      void pumpOutput(output, writer, {
        mediaType: replyRecords,
        heartbeatMs: Math.max(heartbeatMs, MIN_HEARTBEAT_MS),
        stallLimitMs: STALL_LIMIT_MS,
      }).finally(over);
    },
  };
}
