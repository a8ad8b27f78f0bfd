/** `/reserve`, `/unreserve`, `/create-volumes`, `/destroy-volumes`: forms of the operators' calls. */
import { andThen, err, ok, type Result } from "@mesos-ts/base";
import { DecodeError, fromJson, type master, Resource } from "@mesos-ts/protos";
import {
  type HttpRequest,
  type HttpResponse,
  type ParameterDescription,
  parseJson,
} from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import { decodeForm, FORM_MEDIA, type Form } from "./form.ts";
import type { Routes } from "./leader-only.ts";

type CallOf = (form: Form) => Result<master.Call>;

export function addOperationEndpoints(router: Routes, calls: Calls): void {
  const add = (
    name: string,
    callOf: CallOf,
    summary: string,
    fields: readonly ParameterDescription[],
  ): void => {
    router.route(MASTER_PROCESS, name, (request) => serve(calls, callOf, request), {
      methods: ["POST"],
      description: {
        summary,
        operations: {
          POST: {
            body: { types: [FORM_MEDIA], fields: [SLAVE_ID, ...fields] },
            statuses: STATUSES,
          },
        },
      },
    });
  };
  add("/reserve", reserve, "Reserves resources of an agent.", [RESOURCES, SOURCE]);
  add("/unreserve", unreserve, "Ends reservations of an agent's resources.", [RESOURCES]);
  add("/create-volumes", createVolumes, "Creates persistent volumes on an agent.", [VOLUMES]);
  add("/destroy-volumes", destroyVolumes, "Destroys persistent volumes of an agent.", [VOLUMES]);
}

const SLAVE_ID = { name: "slaveId", summary: "The agent's id.", required: true } as const;
const RESOURCES = {
  name: "resources",
  summary: "A JSON list of resources, with their reservations.",
  required: true,
} as const;
const SOURCE = {
  name: "source",
  summary: "A JSON list of the resources as they are reserved now. Default: unreserved.",
} as const;
const VOLUMES = {
  name: "volumes",
  summary: "A JSON list of the volumes, as disk resources.",
  required: true,
} as const;

const STATUSES = {
  202: "The master has applied it.",
  400: "The request is wrong.",
  409: "The agent does not have these resources free.",
} as const;

function serve(
  calls: Calls,
  callOf: CallOf,
  request: HttpRequest,
): HttpResponse | Promise<HttpResponse> {
  if (request.rest !== "") return { status: 404 };
  const call = andThen(decodeForm(request.body.toString("utf8")), callOf);
  return call.type === "error"
    ? { status: 400, body: call.error }
    : calls.operatorCall(request, call.value, "application/json");
}

function reserve(form: Form): Result<master.Call> {
  const agent_id = agentId(form);
  if (agent_id.type === "error") return agent_id;
  const resources = list(form, "resources", "Error parsing");
  if (resources.type === "error") return resources;
  if (!form.has("source")) {
    return ok({
      type: "RESERVE_RESOURCES",
      reserve_resources: { agent_id: agent_id.value, resources: resources.value },
    });
  }
  const source = list(form, "source", "Error parsing");
  if (source.type === "error") return source;
  return ok({
    type: "RESERVE_RESOURCES",
    reserve_resources: {
      agent_id: agent_id.value,
      resources: resources.value,
      source: source.value,
    },
  });
}

function unreserve(form: Form): Result<master.Call> {
  return withList(form, "resources", (agent_id, resources) => ({
    type: "UNRESERVE_RESOURCES",
    unreserve_resources: { agent_id, resources },
  }));
}

function createVolumes(form: Form): Result<master.Call> {
  return withList(form, "volumes", (agent_id, volumes) => ({
    type: "CREATE_VOLUMES",
    create_volumes: { agent_id, volumes },
  }));
}

function destroyVolumes(form: Form): Result<master.Call> {
  return withList(form, "volumes", (agent_id, volumes) => ({
    type: "DESTROY_VOLUMES",
    destroy_volumes: { agent_id, volumes },
  }));
}

function withList(
  form: Form,
  field: string,
  call: (agentId: { value: string }, resources: Resource[]) => master.Call,
): Result<master.Call> {
  const agent_id = agentId(form);
  if (agent_id.type === "error") return agent_id;
  const resources = list(form, field, "Error in parsing");
  return resources.type === "error" ? resources : ok(call(agent_id.value, resources.value));
}

function agentId(form: Form): Result<{ value: string }> {
  const value = form.get("slaveId");
  return value === undefined ? err(missing("slaveId")) : ok({ value });
}

/** A JSON array of resources; Mesos begins its complaint in two ways. */
function list(
  form: Form,
  field: string,
  complaint: "Error parsing" | "Error in parsing",
): Result<Resource[]> {
  const text = form.get(field);
  if (text === undefined) return err(missing(field));
  const refuse = (why: string): Result<Resource[]> =>
    err(`${complaint} '${field}' query parameter in the request body: ${why}`);
  const json = parseJson(text);
  if (json.type === "error") return refuse(json.error);
  if (!Array.isArray(json.value)) return refuse("Unexpected JSON type parsed");
  try {
    return ok(json.value.map((each) => fromJson(Resource, each)));
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return refuse(cause.message);
  }
}

function missing(field: string): string {
  return `Missing '${field}' query parameter in the request body`;
}
