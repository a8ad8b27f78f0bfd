import type { HttpRequest, HttpResponse } from "../http-types.ts";
import { jsonDouble } from "../metrics.ts";
import { readsJson } from "../route-description.ts";
import type { Router } from "../router.ts";
import { jsonReply, jsonTextReply } from "./json-text.ts";

/** What `/version` says. Times are in seconds since 1970. */
export type VersionInfo = {
  readonly version: string;
  readonly build_date: string;
  readonly build_time: number;
  readonly build_user: string;
  readonly git_branch?: string;
  readonly git_sha?: string;
  readonly git_tag?: string;
};

/** `/version`. */
export function addVersionEndpoint(router: Router, info: VersionInfo): void {
  const fields = Object.entries(info).sort(([a], [b]) => (a < b ? -1 : 1));
  const members = fields.map(([key, value]) => {
    const text = typeof value === "number" ? jsonDouble(value) : JSON.stringify(value);
    return `${JSON.stringify(key)}:${text}`;
  });
  const json = `{${members.join(",")}}`;
  router.route("version", "/", (request) => jsonTextReply(request, json), {
    description: readsJson("Version and build of this program."),
  });
}

/**
 * `/__processes__`: what takes messages here, and what only has endpoints. Mailboxes are always
 * empty: there are none.
 */
export function addProcessesEndpoint(router: Router, processIds: () => Iterable<string>): void {
  const list = (request: HttpRequest): HttpResponse => {
    const all = new Set([...processIds(), ...router.routes().map(({ processId }) => processId)]);
    return jsonReply(
      request,
      [...all].sort().map((id) => ({ events: [], id })),
    );
  };
  const description = readsJson("The processes that live in this program.");
  router.route("__processes__", "/", list, { description });
}

/** `/<process id>/health`: 200 without a body, for anyone. */
export function addHealthEndpoint(router: Router, processId: string): void {
  router.route(processId, "/health", () => ({ status: 200 }), {
    description: {
      summary: "Answers 200 while this program can answer, to anyone.",
      operations: { GET: { statuses: { 200: "It is well." } } },
    },
  });
}

const NO_PROFILER =
  "Perftools is disabled. To enable perftools, configure libprocess with --enable-perftools.\n";

/** `/profiler/start` and `/profiler/stop`, which refuse as a Mesos built without gperftools does. */
export function addProfilerEndpoints(
  router: Router,
  options: { readonly realm?: string | undefined } = {},
): void {
  for (const name of ["/start", "/stop"]) {
    router.route("profiler", name, () => ({ status: 400, body: NO_PROFILER }), {
      description: {
        summary: "Not available: profile the program with its runtime's own tools.",
        operations: { GET: { statuses: { 400: "There is no profiler." } } },
      },
      realm: options.realm,
    });
  }
}
