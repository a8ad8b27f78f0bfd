import { type Agent, invalidContainerCall, operatorRead } from "@mesos-ts/agent";
import type { Containerizer } from "@mesos-ts/containerizer";
import { agent as api } from "@mesos-ts/protos";
import {
  type HttpRequest,
  type HttpResponse,
  type LogToggle,
  listFiles,
  type MetricsRegistry,
  methodNotAllowed,
  readFile,
  type VersionInfo,
  type VirtualFiles,
} from "@mesos-ts/transport";
import { type MediaType, type Replies, render } from "../effects/replies.ts";
import { attachInput } from "./container-input.ts";
import { attachOutput, launchSession } from "./container-output.ts";
import { parseCall } from "./media-types.ts";
import { refuseMissing } from "./refused-calls.ts";
import { RECORDIO_TYPE, streamTypes, unfitForStreams } from "./stream-types.ts";
import { measureUsage } from "./usage.ts";

export interface OperatorApi {
  readonly agent: Agent;
  readonly containerizer: Containerizer;
  readonly replies: Replies;
  readonly files: VirtualFiles;
  readonly metrics: MetricsRegistry;
  readonly toggle: LogToggle;
  readonly version: VersionInfo;
  readonly flags: Readonly<Record<string, string>>;
  /** Between two heartbeats on the streams of containers. */
  readonly heartbeatMs: number;
}

/** `POST /api/v1`. Codes and texts are those of Mesos's agent. */
export async function operatorApi(port: OperatorApi, request: HttpRequest): Promise<HttpResponse> {
  if (port.agent.context.phase === "recovering") {
    return { status: 503, body: "Agent has not finished recovery" };
  }
  if (request.method !== "POST") return methodNotAllowed(["POST"], request.method);
  const types = streamTypes(request);
  if ("status" in types) return types;
  if (types.requestRecords !== undefined) {
    return await attachInput(port, types, types.requestRecords, request);
  }
  const parsed = parseCall(api.Call, request, ` or ${RECORDIO_TYPE}`);
  if (parsed.type === "refused") return parsed.response;
  const invalid = invalidCall(parsed.call);
  if (invalid !== undefined) {
    return { status: 400, body: `Failed to validate agent::Call: ${invalid}` };
  }
  const { call } = parsed;
  const unfit = unfitForStreams(call, types);
  if (unfit !== undefined) return unfit;
  switch (call.type) {
    case "LAUNCH_NESTED_CONTAINER_SESSION":
      return await launchSession(port, call, types, request);
    case "ATTACH_CONTAINER_OUTPUT":
      return await attachOutput(port, call, types, request);
    default:
      return refuseMissing(call.type) ?? (await answer(port, call, types.replyRecords, request));
  }
}

/** Calls whose payload must be there. */
const PAYLOADS: Partial<Record<api.Call_Type, keyof api.Call>> = {
  GET_METRICS: "get_metrics",
  SET_LOGGING_LEVEL: "set_logging_level",
  LIST_FILES: "list_files",
  READ_FILE: "read_file",
  LAUNCH_NESTED_CONTAINER: "launch_nested_container",
  WAIT_NESTED_CONTAINER: "wait_nested_container",
  KILL_NESTED_CONTAINER: "kill_nested_container",
  REMOVE_NESTED_CONTAINER: "remove_nested_container",
  LAUNCH_NESTED_CONTAINER_SESSION: "launch_nested_container_session",
  ATTACH_CONTAINER_INPUT: "attach_container_input",
  ATTACH_CONTAINER_OUTPUT: "attach_container_output",
  LAUNCH_CONTAINER: "launch_container",
  WAIT_CONTAINER: "wait_container",
  KILL_CONTAINER: "kill_container",
  REMOVE_CONTAINER: "remove_container",
  ADD_RESOURCE_PROVIDER_CONFIG: "add_resource_provider_config",
  UPDATE_RESOURCE_PROVIDER_CONFIG: "update_resource_provider_config",
  REMOVE_RESOURCE_PROVIDER_CONFIG: "remove_resource_provider_config",
  MARK_RESOURCE_PROVIDER_GONE: "mark_resource_provider_gone",
};

export function invalidCall(call: api.Call): string | undefined {
  if (call.type === undefined) return "Expecting 'type' to be present";
  const payload = PAYLOADS[call.type];
  return payload !== undefined && call[payload] === undefined
    ? `Expecting '${payload}' to be present`
    : invalidContainerCall(call);
}

async function answer(
  port: OperatorApi,
  call: api.Call,
  mediaType: MediaType,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { principal } = request;
  const ok = (response: api.Response): HttpResponse => ({
    status: 200,
    headers: { "Content-Type": mediaType },
    body: render(api.Response, response, mediaType),
  });
  switch (call.type) {
    case "GET_FLAGS": {
      const flags = Object.entries(port.flags).map(([name, value]) => ({ name, value }));
      return ok({ type: "GET_FLAGS", get_flags: { flags } });
    }
    case "GET_METRICS": {
      const metrics = [...port.metrics.snapshot()].map(([name, value]) => ({ name, value }));
      return ok({ type: "GET_METRICS", get_metrics: { metrics } });
    }
    case "GET_LOGGING_LEVEL":
      return ok({ type: "GET_LOGGING_LEVEL", get_logging_level: { level: port.toggle.level } });
    case "SET_LOGGING_LEVEL":
      return setLoggingLevel(port.toggle, call.set_logging_level);
    case "LIST_FILES": {
      const listed = await listFiles(port.files, call.list_files?.path ?? "", principal);
      if (listed.type === "refused") return listed.response;
      return ok({ type: "LIST_FILES", list_files: listed.answer });
    }
    case "READ_FILE": {
      const read = await readFile(port.files, call.read_file ?? { path: "", offset: 0 }, principal);
      if (read.type === "refused") return read.response;
      return ok({ type: "READ_FILE", read_file: read.answer });
    }
    default:
      return await agentAnswer(port, call, mediaType, ok, request);
  }
}

async function agentAnswer(
  port: OperatorApi,
  call: api.Call,
  mediaType: MediaType,
  ok: (response: api.Response) => HttpResponse,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { agent, containerizer, version } = port;
  const usageOf =
    call.type === "GET_CONTAINERS" ? await measureUsage(agent, containerizer) : () => undefined;
  const response = operatorRead(agent.context, call, { version, usageOf });
  if (response !== undefined) return ok(response);
  if (call.type === undefined || call.type === "UNKNOWN") return { status: 501 };
  return await port.replies.operatorCall(call, mediaType, (gone) => request.onClose(gone));
}

function setLoggingLevel(
  toggle: LogToggle,
  wanted: api.Call_SetLoggingLevel | undefined,
): HttpResponse {
  if (wanted === undefined) return { status: 400 };
  toggle.set(wanted.level, wanted.duration.nanoseconds / 1e6);
  return { status: 200 };
}
