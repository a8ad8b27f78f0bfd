/** The v0 endpoints that only read, under their names of today and of old. */
import {
  frameworksDocument,
  type Master,
  offerConstraintsView,
  type Registrar,
  rolesView,
  type Surroundings,
  slavesView,
  stateSummaryView,
  tasksView,
} from "@mesos-ts/master";
import { registry, toJson } from "@mesos-ts/protos";
import {
  type HttpHandler,
  type HttpRequest,
  type HttpResponse,
  jsonTextReply,
  type RouteOptions,
} from "@mesos-ts/transport";
import type { Chunks, Documents } from "../documents.ts";
import { MASTER_PROCESS } from "../messages.ts";
import { pour } from "../pour.ts";
import type { Routes } from "./leader-only.ts";

export interface ReadSources {
  readonly master: Master;
  readonly around: Surroundings;
  /** Undefined until this master leads. */
  readonly registrar: () => Registrar | undefined;
  readonly documents: Documents;
}

/** Where Apache Mesos serves the allocator's own endpoint. */
const ALLOCATOR_PROCESS = "allocator";

type View = (request: HttpRequest) => string;

export function addReadEndpoints(everywhere: Routes, router: Routes, sources: ReadSources): void {
  const { core } = sources.master;
  const { around, documents } = sources;
  const views: Readonly<Record<string, readonly [view: View, help: string]>> = {
    "/state-summary": [
      () => stateSummaryView(core, around.cluster),
      "Agents and frameworks, with their tasks counted by state.",
    ],
    "/slaves": [
      ({ query }) => slavesView(core, query.get("slave_id")),
      "The agents; slave_id=VALUE asks for one.",
    ],
    "/tasks": [
      ({ query }) => tasksView(core, taskQuery(query)),
      "The tasks: limit=VALUE (100), offset=VALUE (0), order=asc|desc, framework_id=VALUE, task_id=VALUE.",
    ],
    "/roles": [() => rolesView(core), "The roles, with what they use."],
  };
  for (const [name, [view, help]] of Object.entries(views)) {
    addUnderBothNames(router, name, rendered(view), { help: `### TL;DR; ###\n${help}\n` });
  }
  const state = poured(() => documents.state());
  addUnderBothNames(router, "/state", state, {
    help: "### TL;DR; ###\nThe whole state: agents, frameworks and their tasks, as JSON.\n",
  });
  const frameworks: HttpHandler = (request) =>
    poured(() => pour(frameworksDocument(core, request.query.get("framework_id"))))(request);
  addUnderBothNames(router, "/frameworks", frameworks, {
    help: "### TL;DR; ###\nThe frameworks; framework_id=VALUE asks for one.\n",
  });
  const flags = rendered(() => JSON.stringify({ flags: around.flags }));
  addUnderBothNames(everywhere, "/flags", flags, {
    help: "### TL;DR; ###\nThe flags that this master runs with.\n",
    methods: ["GET"],
  });
  const constraints = rendered(() => offerConstraintsView(core));
  for (const process of [ALLOCATOR_PROCESS, MASTER_PROCESS]) {
    router.route(process, "/offer_constraints_debug", constraints, {
      help: "### TL;DR; ###\nThe agents that offer constraints keep from each framework, by role, and its suppressed roles.\n",
    });
  }
  everywhere.route("registrar(1)", "/registry", (request) => registryOf(sources, request), {
    help: "### TL;DR; ###\nThe registry, as JSON.\n",
  });
}

/** Clients of before 1.0 ask for `/state.json`. */
function addUnderBothNames(
  routes: Routes,
  name: string,
  handler: HttpHandler,
  options: RouteOptions,
): void {
  routes.route(MASTER_PROCESS, name, handler, options);
  routes.route(MASTER_PROCESS, `${name}.json`, handler, options);
}

function registryOf(sources: ReadSources, request: HttpRequest): HttpResponse {
  const registrar = sources.registrar();
  return registrar === undefined
    ? { status: 503, body: "The registry is read by the leading master only" }
    : jsonTextReply(request, toJson(registry.Registry, registrar.content(), "v0"));
}

function rendered(view: View): (request: HttpRequest) => HttpResponse {
  return (request) => jsonTextReply(request, view(request));
}

/** A large reply that is rendered a little at a time. */
function poured(document: () => Promise<Chunks>): HttpHandler {
  return async ({ query }) => ({
    status: 200,
    chunks: await document(),
    jsonp: query.get("jsonp"),
  });
}

function taskQuery(query: ReadonlyMap<string, string>) {
  return {
    limit: query.get("limit"),
    offset: query.get("offset"),
    order: query.get("order"),
    framework_id: query.get("framework_id"),
    task_id: query.get("task_id"),
  };
}
