/** The v0 endpoints of maintenance: `/maintenance/*` and `/machine/*`. */
import { type Master, maintenanceScheduleView, maintenanceStatusView } from "@mesos-ts/master";
import {
  DecodeError,
  fromJson,
  jsonSchemas,
  MachineID,
  maintenance,
  type master,
} from "@mesos-ts/protos";
import {
  type ContentDescription,
  type HttpRequest,
  type HttpResponse,
  JSONP,
  jsonTextReply,
  parseJson,
  type RouteDescription,
} from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import type { Routes } from "./leader-only.ts";
import { JSON_MEDIA } from "./media.ts";

type Answer = HttpResponse | Promise<HttpResponse>;

const SCHEDULE: ContentDescription = {
  types: [JSON_MEDIA],
  schema: jsonSchemas(maintenance.Schedule, "v0"),
};

const STATUS: ContentDescription = {
  types: [JSON_MEDIA],
  schema: jsonSchemas(maintenance.ClusterStatus, "v0"),
};

const MACHINES: ContentDescription = {
  types: [JSON_MEDIA],
  summary: 'A list of machines: [{"hostname": "a", "ip": "10.0.0.1"}].',
};

const CHANGED = { 200: "It is so.", 400: "The body is no such thing, or must not be." } as const;

export function addMaintenanceEndpoints(router: Routes, { core }: Master, calls: Calls): void {
  const route = (
    name: string,
    description: RouteDescription,
    handler: (request: HttpRequest) => Answer,
  ): void =>
    router.route(MASTER_PROCESS, name, handler, {
      methods: Object.keys(description.operations),
      description,
    });

  route(
    "/maintenance/schedule",
    {
      summary: "The maintenance schedule: windows of machines and times.",
      operations: {
        GET: { summary: "Reads the schedule.", query: [JSONP], reply: SCHEDULE },
        POST: { summary: "Replaces the schedule.", body: SCHEDULE, statuses: CHANGED },
      },
    },
    (request) =>
      request.method === "GET"
        ? jsonTextReply(request, maintenanceScheduleView(core))
        : change(calls, request, scheduleCall),
  );
  route(
    "/maintenance/status",
    {
      summary:
        "The machines on their way down, with what frameworks answered, and those that are down.",
      operations: { GET: { query: [JSONP], reply: STATUS } },
    },
    (request) => jsonTextReply(request, maintenanceStatusView(core)),
  );
  route(
    "/machine/down",
    {
      summary: "Takes machines down that are scheduled: their agents are shut down.",
      operations: { POST: { body: MACHINES, statuses: CHANGED } },
    },
    (request) => change(calls, request, downCall),
  );
  route(
    "/machine/up",
    {
      summary: "Brings machines back that are down: agents may register from them again.",
      operations: { POST: { body: MACHINES, statuses: CHANGED } },
    },
    (request) => change(calls, request, upCall),
  );
}

/** The body as the operator call that does the same. */
function change(
  calls: Calls,
  request: HttpRequest,
  toCall: (body: unknown) => master.Call,
): Answer {
  const body = parseJson(request.body.toString("utf8"));
  if (body.type === "error") return { status: 400, body: body.error };
  try {
    return calls.operatorCall(request, toCall(body.value), "application/json");
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return { status: 400, body: cause.message };
  }
}

const WRONG_KIND = "Unexpected JSON type parsed";

function scheduleCall(body: unknown): master.Call {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new DecodeError("malformed", WRONG_KIND);
  }
  const schedule = fromJson(maintenance.Schedule, body, "v0");
  return { type: "UPDATE_MAINTENANCE_SCHEDULE", update_maintenance_schedule: { schedule } };
}

function downCall(body: unknown): master.Call {
  return { type: "START_MAINTENANCE", start_maintenance: { machines: machinesOf(body) } };
}

function upCall(body: unknown): master.Call {
  return { type: "STOP_MAINTENANCE", stop_maintenance: { machines: machinesOf(body) } };
}

function machinesOf(body: unknown): MachineID[] {
  if (!Array.isArray(body)) throw new DecodeError("malformed", WRONG_KIND);
  return body.map((each) => fromJson(MachineID, each, "v0"));
}
