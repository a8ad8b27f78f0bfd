import type { Leadership } from "@mesos-ts/master";
import type { HttpRequest, HttpResponse } from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";
import { type Routes, toLeader } from "./leader-only.ts";

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
    { help: "### TL;DR; ###\nRedirects to the leading master.\n" },
  );
  router.route(MASTER_PROCESS, "/teardown", (request) => teardown(calls, request), {
    methods: ["POST"],
    help: "### TL;DR; ###\nEnds a framework and its tasks: POST `frameworkId=VALUE`.\n",
  });
}

function teardown(calls: Calls, request: HttpRequest): HttpResponse | Promise<HttpResponse> {
  const frameworkId = new URLSearchParams(request.body.toString("utf8")).get("frameworkId");
  return frameworkId === null
    ? { status: 400, body: "Missing 'frameworkId' query parameter in the request body" }
    : calls.teardown(request, frameworkId);
}
