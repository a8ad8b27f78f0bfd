import type { Leadership } from "@mesos-ts/master";
import type { HttpRequest, HttpResponse } from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import { FORM_MEDIA } from "./form.ts";
import { type Routes, toLeader } from "./leader-only.ts";

const FRAMEWORK_ID = {
  name: "frameworkId",
  summary: "The framework's id.",
  required: true,
} as const;

/** `/redirect` and `/teardown`. */
export function addPlainEndpoints(
  everywhere: Routes,
  router: Routes,
  leadership: Leadership,
  calls: Calls,
): void {
  everywhere.route(
    MASTER_PROCESS,
    "/redirect",
    (request) => (request.rest === "" ? toLeader(leadership, "") : { status: 404 }),
    {
      description: {
        summary: "Redirects to the leading master.",
        operations: {
          GET: { statuses: { 307: "See Location.", 503: "No master leads." } },
        },
      },
    },
  );
  router.route(MASTER_PROCESS, "/teardown", (request) => teardown(calls, request), {
    methods: ["POST"],
    description: {
      summary: "Ends a framework and its tasks.",
      operations: {
        POST: {
          body: { types: [FORM_MEDIA], fields: [FRAMEWORK_ID] },
          statuses: { 200: "It has ended.", 400: "There is no such framework." },
        },
      },
    },
  });
}

function teardown(calls: Calls, request: HttpRequest): HttpResponse | Promise<HttpResponse> {
  const frameworkId = new URLSearchParams(request.body.toString("utf8")).get("frameworkId");
  return frameworkId === null
    ? { status: 400, body: "Missing 'frameworkId' query parameter in the request body" }
    : calls.teardown(request, frameworkId);
}
