/** The v0 endpoints that only read, under their names of today and of old. */
import {
  frameworksDocument,
  type Master,
  offerConstraintsView,
  type Registrar,
  rolesView,
  type Surroundings,
  slavesDocument,
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
/** A large reply, rendered a little at a time. */
type Document = (request: HttpRequest) => Promise<Chunks>;

export function addReadEndpoints(everywhere: Routes, router: Routes, sources: ReadSources): void {
  const { core } = sources.master;
  const { around, documents } = sources;
  const views: Readonly<Record<string, readonly [view: View, help: string]>> = {
    "/tasks": [
      ({ query }) => tasksView(core, taskQuery(query)),
      "The tasks: limit=VALUE (100), offset=VALUE (0), order=asc|desc, framework_id=VALUE, task_id=VALUE.",
    ],
    "/roles": [() => rolesView(core), "The roles, with what they use."],
  };
  for (const [name, [view, help]] of Object.entries(views)) {
    addUnderBothNames(router, name, rendered(view), { help: `### TL;DR; ###\n${help}\n` });
  }
  const large: Readonly<Record<string, readonly [document: Document, help: string]>> = {
    "/state": [
      () => documents.state(),
      "The whole state: agents, frameworks and their tasks, as JSON.",
    ],
    "/state-summary": [
      () => documents.stateSummary(),
      "Agents and frameworks, with their tasks counted by state.",
    ],
    "/slaves": [
      ({ query }) => pour(slavesDocument(core, query.get("slave_id"))),
      "The agents; slave_id=VALUE asks for one.",
    ],
    "/frameworks": [
      ({ query }) => pour(frameworksDocument(core, query.get("framework_id"))),
      "The frameworks; framework_id=VALUE asks for one.",
    ],
  };
  for (const [name, [document, help]] of Object.entries(large)) {
    addUnderBothNames(router, name, poured(document), { help: `### TL;DR; ###\n${help}\n` });
  }
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

function poured(document: Document): HttpHandler {
  return async (request) => ({
    status: 200,
    chunks: await document(request),
    jsonp: request.query.get("jsonp"),
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
