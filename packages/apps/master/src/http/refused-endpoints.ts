import type { HttpRequest, HttpResponse, Router } from "@mesos-ts/transport";
import { MASTER_PROCESS } from "../messages.ts";

const CHANGES: readonly string[] = [
  "/reserve",
  "/unreserve",
  "/create-volumes",
  "/destroy-volumes",
];

/** 501 for a change that this release does not make. */
export function notBuilt(what: string): HttpResponse {
  return {
    status: 501,
    body: `${what} is not supported by this release, see docs/compatibility.md`,
  };
}

/** The endpoints that only change what this release cannot change. */
export function addRefusedEndpoints(router: Router): void {
  for (const name of CHANGES) {
    const handler = (_: HttpRequest): HttpResponse => notBuilt(`POST ${name}`);
    router.route(MASTER_PROCESS, name, handler, {
      methods: ["POST"],
      help: "### TL;DR; ###\nNot in this release: always answers 501.\n",
    });
  }
}
