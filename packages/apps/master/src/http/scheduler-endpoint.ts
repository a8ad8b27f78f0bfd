import { jsonSchemas, scheduler } from "@mesos-ts/protos";
import type { HttpRequest, HttpResponse, RouteDescription } from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import type { Routes } from "./leader-only.ts";
import { API_MEDIA, acceptedMedia, JSON_MEDIA, NOT_ACCEPTABLE, readCall } from "./media.ts";

const DESCRIPTION: RouteDescription = {
  summary: "The API of frameworks' schedulers (v1).",
  details:
    "SUBSCRIBE is answered with a stream of events in RecordIO, and with the header `Mesos-Stream-Id` that all further calls must carry.\n",
  operations: {
    POST: {
      body: { types: API_MEDIA, schema: jsonSchemas(scheduler.Call) },
      reply: { types: API_MEDIA, schema: jsonSchemas(scheduler.Event), summary: "The events." },
      statuses: {
        200: "The stream of events, or the answer to RECONCILE_OPERATIONS.",
        202: "The call is taken.",
        400: "The call is wrong.",
        403: "The framework is not subscribed.",
        406: "No form of the reply is accepted.",
        415: "The body is of no known media type.",
      },
    },
  },
};

/** `POST /api/v1/scheduler`. */
export function addSchedulerEndpoint(router: Routes, calls: Calls): void {
  router.route(MASTER_PROCESS, "/api/v1/scheduler", (request) => receive(calls, request), {
    methods: ["POST"],
    description: DESCRIPTION,
  });
}

function receive(calls: Calls, request: HttpRequest): HttpResponse | Promise<HttpResponse> {
  const read = readCall(scheduler.Call, request);
  if (read.type === "refused") return read.response;
  const { call } = read;
  if (!hasAnswer(call)) return calls.schedulerCall(request, call, JSON_MEDIA);
  const mediaType = acceptedMedia(request);
  return mediaType === undefined ? NOT_ACCEPTABLE : calls.schedulerCall(request, call, mediaType);
}

/** Only these replies have a body. A call that lacks its payload is the core's to refuse. */
function hasAnswer(call: scheduler.Call): boolean {
  return (
    (call.type === "SUBSCRIBE" && call.subscribe !== undefined) ||
    (call.type === "RECONCILE_OPERATIONS" && call.reconcile_operations !== undefined)
  );
}
