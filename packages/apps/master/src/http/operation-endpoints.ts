/** `/reserve`, `/unreserve`, `/create-volumes`, `/destroy-volumes`: forms of the operators' calls. */
import { andThen, err, ok, type Result } from "@mesos-ts/base";
import { DecodeError, fromJson, type master, Resource } from "@mesos-ts/protos";
import type { HttpRequest, HttpResponse } from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import { decodeForm, type Form } from "./form.ts";
import { parseJson } from "./json-body.ts";
import type { Routes } from "./leader-only.ts";

type CallOf = (form: Form) => Result<master.Call>;

export function addOperationEndpoints(router: Routes, calls: Calls): void {
  const add = (name: string, callOf: CallOf, what: string): void => {
    router.route(MASTER_PROCESS, name, (request) => serve(calls, callOf, request), {
      methods: ["POST"],
      help: `### TL;DR; ###\n${what}\n\n### DESCRIPTION ###\n202: the master has applied it. 400: the request is wrong. 409: the agent does not have the resources free.\n`,
    });
  };
  add("/reserve", reserve, "Reserves an agent's resources: POST `slaveId=ID&resources=[…]`.");
  add("/unreserve", unreserve, "Ends reservations: POST `slaveId=ID&resources=[…]`.");
  add("/create-volumes", createVolumes, "Creates volumes: POST `slaveId=ID&volumes=[…]`.");
  add("/destroy-volumes", destroyVolumes, "Destroys volumes: POST `slaveId=ID&volumes=[…]`.");
}

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
