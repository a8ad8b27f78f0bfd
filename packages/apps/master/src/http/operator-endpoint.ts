import { fromNanoseconds } from "@mesos-ts/base";
import { validateOperatorCall } from "@mesos-ts/master";
import { jsonSchemas, master } from "@mesos-ts/protos";
import {
  type HttpPrincipal,
  type HttpRequest,
  type HttpResponse,
  type LogToggle,
  listFiles,
  type MetricsRegistry,
  type RouteDescription,
  readFile,
  type VersionInfo,
  type VirtualFiles,
} from "@mesos-ts/transport";
import { type Calls, operatorResponse } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import type { Routes } from "./leader-only.ts";
import { API_MEDIA, acceptedMedia, type MediaType, NOT_ACCEPTABLE, readCall } from "./media.ts";

const DESCRIPTION: RouteDescription = {
  summary: "The API of operators (v1).",
  details:
    "The reply has the form that the header `Accept` asks for. SUBSCRIBE is answered with a stream of events in RecordIO.\n",
  operations: {
    POST: {
      body: { types: API_MEDIA, schema: jsonSchemas(master.Call) },
      reply: { types: API_MEDIA, schema: jsonSchemas(master.Response) },
      statuses: {
        200: "The reply, or nothing where there is nothing to say.",
        202: "The master has applied the operation.",
        400: "The call is wrong.",
        404: "There is no such file or agent.",
        406: "No form of the reply is accepted.",
        409: "The resources are not free, or something else is under way.",
        415: "The body is of no known media type.",
        501: "The call is not known, or not built.",
      },
    },
  },
};

/** What the answers of the program itself, rather than of the core, are made from. */
export interface OperatorSources {
  readonly calls: Calls;
  readonly flags: Readonly<Record<string, string>>;
  readonly version: VersionInfo;
  readonly metrics: MetricsRegistry;
  readonly toggle: LogToggle;
  readonly files: VirtualFiles;
}

type Answer = HttpResponse | Promise<HttpResponse>;

/** `POST /api/v1`. */
export function addOperatorEndpoint(router: Routes, sources: OperatorSources): void {
  router.route(MASTER_PROCESS, "/api/v1", (request) => receive(sources, request), {
    methods: ["POST"],
    description: DESCRIPTION,
  });
}

function receive(sources: OperatorSources, request: HttpRequest): Answer {
  if (request.rest !== "") return { status: 404 };
  const read = readCall(master.Call, request);
  if (read.type === "refused") return read.response;
  const { call } = read;
  const invalid = validateOperatorCall(call);
  if (invalid !== undefined) {
    return { status: 400, body: `Failed to validate master::Call: ${invalid}` };
  }
  const mediaType = acceptedMedia(request);
  if (mediaType === undefined) return NOT_ACCEPTABLE;
  return (
    answer(sources, call, mediaType, request.principal) ??
    sources.calls.operatorCall(request, call, mediaType)
  );
}

/** Calls about the program; undefined: the core's. */
function answer(
  sources: OperatorSources,
  call: master.Call,
  mediaType: MediaType,
  principal: HttpPrincipal | undefined,
): Answer | undefined {
  const reply = (response: master.Response): HttpResponse => operatorResponse(response, mediaType);
  const { type } = call;
  switch (type) {
    case "UNKNOWN":
      return { status: 501 };
    case "GET_FLAGS": {
      const flags = Object.entries(sources.flags).map(([name, value]) => ({ name, value }));
      return reply({ type, get_flags: { flags } });
    }
    case "GET_VERSION":
      return reply({ type, get_version: { version_info: { ...sources.version } } });
    case "GET_METRICS": {
      if (call.get_metrics === undefined) return undefined;
      const snapshot = [...sources.metrics.snapshot()];
      return reply({
        type,
        get_metrics: { metrics: snapshot.map(([name, value]) => ({ name, value })) },
      });
    }
    case "GET_LOGGING_LEVEL":
      return reply({ type, get_logging_level: { level: sources.toggle.level } });
    case "SET_LOGGING_LEVEL": {
      const payload = call.set_logging_level;
      if (payload === undefined) return undefined;
      sources.toggle.set(payload.level, fromNanoseconds(payload.duration.nanoseconds));
      return { status: 200 };
    }
    case "LIST_FILES":
      if (call.list_files === undefined) return undefined;
      return listFiles(sources.files, call.list_files.path, principal).then((found) =>
        found.type === "answer" ? reply({ type, list_files: found.answer }) : found.response,
      );
    case "READ_FILE":
      if (call.read_file === undefined) return undefined;
      return readFile(sources.files, call.read_file, principal).then((found) =>
        found.type === "answer" ? reply({ type, read_file: found.answer }) : found.response,
      );
    default:
      return undefined;
  }
}
