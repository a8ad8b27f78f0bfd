/** `/quota` and `/weights`: the operator API of before v1. */
import { err, ok, type Result } from "@mesos-ts/base";
import { type Master, quotaView, weightsView } from "@mesos-ts/master";
import {
  DecodeError,
  fromJson,
  jsonSchemas,
  type Message,
  type MessageType,
  quota,
  WeightInfo,
} from "@mesos-ts/protos";
import {
  type ContentDescription,
  type HttpRequest,
  type HttpResponse,
  JSONP,
  jsonTextReply,
  methodNotAllowed,
  parseJson,
  type RouteDescription,
} from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import type { Routes } from "./leader-only.ts";
import { JSON_MEDIA } from "./media.ts";

type Answer = HttpResponse | Promise<HttpResponse>;

const UNEXPECTED_TYPE = "Unexpected JSON type parsed";

const QUOTA: RouteDescription = {
  summary: "Quotas of roles.",
  details: "Deprecated: prefer UPDATE_QUOTA and GET_QUOTA of `/api/v1`, which know limits.\n",
  operations: {
    GET: {
      summary: "Shows the quotas.",
      query: [JSONP],
      reply: { types: [JSON_MEDIA], schema: jsonSchemas(quota.QuotaStatus, "v0") },
      deprecated: true,
    },
    POST: {
      summary: "Sets a role's quota.",
      body: { types: [JSON_MEDIA], schema: jsonSchemas(quota.QuotaRequest, "v0") },
      statuses: { 200: "It is set.", 400: "It cannot be." },
      deprecated: true,
    },
  },
  below: [
    {
      path: "{role}",
      parameters: [{ name: "role", summary: "The role, with its slashes.", required: true }],
      operations: {
        DELETE: {
          summary: "Ends a role's quota.",
          statuses: { 200: "It has ended.", 400: "There is none." },
          deprecated: true,
        },
      },
    },
  ],
};

const WEIGHT_INFOS: ContentDescription = {
  types: [JSON_MEDIA],
  summary: 'A list: [{"role": "r", "weight": 2.0}].',
};

const WEIGHTS: RouteDescription = {
  summary: "Weights of roles.",
  operations: {
    GET: { summary: "Shows the weights that are set.", query: [JSONP], reply: WEIGHT_INFOS },
    PUT: {
      summary: "Changes the weights of the roles that it names.",
      body: WEIGHT_INFOS,
      statuses: { 200: "They are set.", 400: "They cannot be." },
    },
  },
};

export function addRoleEndpoints(router: Routes, { core }: Master, calls: Calls): void {
  const quotaEndpoint = (request: HttpRequest): Answer => {
    switch (request.method) {
      case "GET":
        return jsonTextReply(request, quotaView(core));
      case "POST":
        return setQuota(request, calls);
      case "DELETE":
        return removeQuota(request, calls);
      default:
        return methodNotAllowed(["GET", "POST", "DELETE"], request.method);
    }
  };
  router.route(MASTER_PROCESS, "/quota", quotaEndpoint, {
    description: QUOTA,
  });
  const weightsEndpoint = (request: HttpRequest): Answer => {
    switch (request.method) {
      case "GET":
        return jsonTextReply(request, weightsView(core));
      case "PUT":
        return updateWeights(request, calls);
      default:
        return methodNotAllowed(["GET", "PUT"], request.method);
    }
  };
  router.route(MASTER_PROCESS, "/weights", weightsEndpoint, {
    description: WEIGHTS,
  });
}

function setQuota(request: HttpRequest, calls: Calls): Answer {
  const body = request.body.toString("utf8");
  const json = parseJson(body);
  if (json.type === "error" || !isObject(json.value)) {
    const why = json.type === "error" ? json.error : UNEXPECTED_TYPE;
    return badRequest(`Failed to parse set quota request JSON '${body}': ${why}`);
  }
  const read = readMessage(quota.QuotaRequest, json.value);
  if (read.type === "error") {
    return badRequest(`Failed to validate set quota request JSON '${body}': ${read.error}`);
  }
  const call = { type: "SET_QUOTA", set_quota: { quota_request: read.value } } as const;
  return calls.operatorCall(request, call, JSON_MEDIA);
}

/** A role's name may have slashes: it is all that follows `/quota/`. */
function removeQuota(request: HttpRequest, calls: Calls): Answer {
  if (request.rest !== "") return calls.removeQuota(request, request.rest);
  return badRequest(
    `Failed to parse remove quota request for path '${request.path}': expected 3 tokens, found 2 tokens`,
  );
}

function updateWeights(request: HttpRequest, calls: Calls): Answer {
  const body = request.body.toString("utf8");
  const json = parseJson(body);
  if (json.type === "error" || !Array.isArray(json.value)) {
    const why = json.type === "error" ? json.error : UNEXPECTED_TYPE;
    return badRequest(`Failed to parse update weights request JSON '${body}': ${why}`);
  }
  const weight_infos: WeightInfo[] = [];
  for (const each of json.value as readonly unknown[]) {
    const read = readMessage(WeightInfo, each);
    if (read.type === "error") {
      return badRequest(
        `Failed to convert weights JSON array to protobuf '${body}': ${read.error}`,
      );
    }
    weight_infos.push(read.value);
  }
  const call = { type: "UPDATE_WEIGHTS", update_weights: { weight_infos } } as const;
  return calls.operatorCall(request, call, JSON_MEDIA);
}

function readMessage<T extends Message>(type: MessageType<T>, json: unknown): Result<T> {
  try {
    return ok(fromJson(type, json, "v0"));
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return err(cause.message);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function badRequest(body: string): HttpResponse {
  return { status: 400, body };
}
