import { fromNanoseconds } from "@mesos-ts/base";
import { jsonSchemas, master } from "@mesos-ts/protos";
import {
  type FilesRefusal,
  type HttpRequest,
  type HttpResponse,
  isRefusal,
  type LogToggle,
  type MetricsRegistry,
  type RouteDescription,
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
  const mediaType = acceptedMedia(request);
  if (mediaType === undefined && call.type !== undefined) return NOT_ACCEPTABLE;
  const own = mediaType === undefined ? undefined : answer(sources, call, mediaType);
  return own ?? sources.calls.operatorCall(request, call, mediaType ?? "application/json");
}

/** Calls about the program; undefined: the core's. A missing payload is the core's to refuse. */
function answer(
  sources: OperatorSources,
  call: master.Call,
  mediaType: MediaType,
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
      return call.list_files && listFiles(sources.files, call.list_files.path, reply);
    case "READ_FILE":
      return call.read_file && readFile(sources.files, call.read_file, reply);
    default:
      return undefined;
  }
}

const NS_PER_SECOND = 1e9;

async function listFiles(
  files: VirtualFiles,
  path: string,
  reply: (response: master.Response) => HttpResponse,
): Promise<HttpResponse> {
  const listing = await files.browse(path);
  if (isRefusal(listing)) return refusal(listing);
  return reply({
    type: "LIST_FILES",
    list_files: {
      file_infos: listing.map(({ mtime, ...info }) => ({
        ...info,
        mtime: { nanoseconds: mtime * NS_PER_SECOND },
      })),
    },
  });
}

async function readFile(
  files: VirtualFiles,
  { path, offset, length }: master.Call_ReadFile,
  reply: (response: master.Response) => HttpResponse,
): Promise<HttpResponse> {
  const part = await files.read(path, offset, length);
  if (isRefusal(part)) return refusal(part);
  return reply({ type: "READ_FILE", read_file: { size: part.size, data: part.data } });
}

const STATUSES = { invalid: 400, "not-found": 404, unauthorized: 403, unknown: 500 } as const;

function refusal({ type, text }: FilesRefusal): HttpResponse {
  return { status: STATUSES[type], body: text };
}
