import { type MasterConfig, masterInfo } from "@mesos-ts/master";
import {
  addHealthEndpoint,
  type HttpRequest,
  type HttpResponse,
  type Router,
} from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import { MASTER_PROCESS } from "../messages.ts";

/** `/health`, `/redirect` and `/teardown`. */
export function addPlainEndpoints(router: Router, config: MasterConfig, calls: Calls): void {
  addHealthEndpoint(router, MASTER_PROCESS);
  const { hostname, port } = masterInfo(config);
  router.route(
    MASTER_PROCESS,
    "/redirect",
    (request) =>
      request.rest === ""
        ? { status: 307, headers: { Location: `//${hostname}:${port}` } }
        : { status: 404 },
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
