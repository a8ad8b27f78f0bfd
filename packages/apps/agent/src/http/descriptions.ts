/** What the agent's endpoints say of themselves, where a line is not enough. */
import { agent, executor, jsonSchemas } from "@mesos-ts/protos";
import { JSONP, type RouteDescription, readsJson } from "@mesos-ts/transport";

const API_MEDIA = ["application/json", "application/x-protobuf"] as const;

const STREAM_MEDIA = "application/recordio";

const CALL_STATUSES = {
  400: "The call is wrong.",
  403: "Not for this principal, or not now.",
  406: "No form of the reply is accepted.",
  415: "The body is of no known media type.",
  501: "The call is not known, or not built.",
  503: "The agent has not finished recovery.",
} as const;

export const OPERATOR_API: RouteDescription = {
  summary: "The API of operators (v1).",
  details:
    "The reply has the form that the header `Accept` asks for. Streams are `application/recordio`, of messages in the form that `Message-Content-Type` and `Message-Accept` say: the body of ATTACH_CONTAINER_INPUT, the replies to ATTACH_CONTAINER_OUTPUT and LAUNCH_NESTED_CONTAINER_SESSION.\n",
  operations: {
    POST: {
      body: { types: [...API_MEDIA, STREAM_MEDIA], schema: jsonSchemas(agent.Call) },
      reply: { types: [...API_MEDIA, STREAM_MEDIA], schema: jsonSchemas(agent.Response) },
      statuses: {
        200: "The reply, or nothing where there is nothing to say.",
        202: "The container is there already.",
        404: "There is no such file or container.",
        500: "The container cannot be launched, removed or attached to.",
        ...CALL_STATUSES,
      },
    },
  },
};

export const EXECUTOR_API: RouteDescription = {
  summary: "The API of executors (v1).",
  details: "SUBSCRIBE is answered with a stream of events in RecordIO.\n",
  operations: {
    POST: {
      body: { types: API_MEDIA, schema: jsonSchemas(executor.Call) },
      reply: { types: API_MEDIA, schema: jsonSchemas(executor.Event), summary: "The events." },
      statuses: { 200: "The stream of events.", 202: "The call is taken.", ...CALL_STATUSES },
    },
  },
};

export const RESOURCE_PROVIDER_API: RouteDescription = {
  summary: "Not available: resource providers.",
  operations: { POST: { statuses: { 501: "It is not built." } } },
};

const RECOVERING = { 503: "The agent has not finished recovery." } as const;

export const STATE: RouteDescription = {
  summary: "The agent, its resources, and what runs and ran on it.",
  operations: {
    GET: {
      query: [JSONP],
      reply: { types: ["application/json"] },
      statuses: { 200: "The state.", ...RECOVERING },
    },
  },
};

export const CONTAINERS: RouteDescription = {
  summary: "The containers, with their status and what they use.",
  details:
    "Either all, or those of `container_id`, of `framework_id`, or of both `framework_id` and `executor_id`.\n",
  operations: {
    GET: {
      query: [
        { name: "container_id", summary: "Only this one." },
        { name: "framework_id", summary: "Only this framework's." },
        { name: "executor_id", summary: "Only this executor's." },
        JSONP,
      ],
      reply: { types: ["application/json"] },
      statuses: { 200: "The containers.", 400: "The parameters do not go together." },
    },
  },
};

export const STATISTICS: RouteDescription = {
  ...readsJson("What the executors' containers use."),
  details: "Answers twice a second; who comes more often waits.\n",
};
