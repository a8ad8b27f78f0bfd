import type { Agent } from "@mesos-ts/agent";
import { executor as api } from "@mesos-ts/protos";
import { type HttpRequest, type HttpResponse, methodNotAllowed } from "@mesos-ts/transport";
import type { Replies } from "../effects/replies.ts";
import { acceptedType, parseCall } from "./media-types.ts";

/** `POST /api/v1/executor`. What is well-formed is for the agent's core to judge. */
export async function executorApi(
  agent: Agent,
  replies: Replies,
  request: HttpRequest,
): Promise<HttpResponse> {
  // Before the checkpoints are read nothing is known; executors that return are welcome from then on.
  if (agent.context.startedMs === 0) {
    return { status: 503, body: "Agent has not finished recovery" };
  }
  if (request.method !== "POST") return methodNotAllowed(["POST"], request.method);
  const parsed = parseCall(api.Call, request);
  if (parsed.type === "refused") return parsed.response;
  const { call } = parsed;
  if (call.type === "HEARTBEAT") return { status: 202 };
  if (call.type === "UNKNOWN") return { status: 501 };
  const mediaType = acceptedType(request.header("accept"));
  if (mediaType === undefined && call.type === "SUBSCRIBE") {
    const body = "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'";
    return { status: 406, body };
  }
  return await replies.executorCall(call, mediaType ?? "application/json");
}
