/** The v0 endpoints of maintenance: `/maintenance/*` and `/machine/*`. */
import { type Master, maintenanceScheduleView, maintenanceStatusView } from "@mesos-ts/master";
import { DecodeError, fromJson, MachineID, maintenance, type master } from "@mesos-ts/protos";
import { type HttpRequest, type HttpResponse, jsonTextReply } from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import { parseJson } from "./json-body.ts";
import type { Routes } from "./leader-only.ts";

type Answer = HttpResponse | Promise<HttpResponse>;

export function addMaintenanceEndpoints(router: Routes, { core }: Master, calls: Calls): void {
  const route = (
    name: string,
    methods: readonly string[],
    tldr: string,
    handler: (request: HttpRequest) => Answer,
  ): void =>
    router.route(MASTER_PROCESS, name, handler, { methods, help: `### TL;DR; ###\n${tldr}\n` });

  route(
    "/maintenance/schedule",
    ["GET", "POST"],
    "GET reads the maintenance schedule, POST replaces it: windows of machines and times, as JSON.",
    (request) =>
      request.method === "GET"
        ? jsonTextReply(request, maintenanceScheduleView(core))
        : change(calls, request, scheduleCall),
  );
  route(
    "/maintenance/status",
    ["GET"],
    "The machines on their way down, with what frameworks answered, and those that are down.",
    (request) => jsonTextReply(request, maintenanceStatusView(core)),
  );
  route(
    "/machine/down",
    ["POST"],
    "POST a list of machines, as JSON, that go down now: their agents are shut down.",
    (request) => change(calls, request, downCall),
  );
  route(
    "/machine/up",
    ["POST"],
    "POST a list of machines, as JSON, that are back: agents may register from them again.",
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
