/** The v0 endpoints that only read, under their names of today and of old. */
import {
  frameworksDocument,
  type Master,
  offerConstraintsView,
  type Registrar,
  rolesView,
  type Surroundings,
  slavesDocument,
  tasksDocument,
} from "@mesos-ts/master";
import { jsonSchemas, registry, toJson } from "@mesos-ts/protos";
import {
  type Chunks,
  type HttpHandler,
  type HttpRequest,
  type HttpResponse,
  JSONP,
  jsonTextReply,
  type ParameterDescription,
  type RouteDescription,
  type RouteOptions,
  readsJson,
} from "@mesos-ts/transport";
import type { Documents } from "../documents.ts";
import { MASTER_PROCESS } from "../messages.ts";
import type { Routes } from "./leader-only.ts";
import { underOldName } from "./old-name.ts";

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

const SLAVE_ID = { name: "slave_id", summary: "Only this agent." } as const;
const FRAMEWORK_ID = { name: "framework_id", summary: "Only this framework." } as const;
const TASK_QUERY: readonly ParameterDescription[] = [
  { name: "limit", summary: "How many, 100 unless given.", type: "integer" },
  { name: "offset", summary: "How many to leave out first.", type: "integer" },
  { name: "order", summary: "By the first status: `asc`, or `desc`, which is the default." },
  { name: "framework_id", summary: "Only of this framework." },
  { name: "task_id", summary: "Only this one." },
];

const REGISTRY: RouteDescription = {
  summary: "The registry, as the leading master has it.",
  operations: {
    GET: {
      query: [JSONP],
      reply: { types: ["application/json"], schema: jsonSchemas(registry.Registry, "v0") },
      statuses: { 200: "The registry.", 503: "This master does not lead." },
    },
  },
};

export function addReadEndpoints(everywhere: Routes, router: Routes, sources: ReadSources): void {
  const { core } = sources.master;
  const { around, documents } = sources;
  const views: Readonly<Record<string, readonly [view: View, description: RouteDescription]>> = {
    "/roles": [() => rolesView(core), readsJson("The roles, with what they use.")],
  };
  for (const [name, [view, description]] of Object.entries(views)) {
    addUnderBothNames(router, name, rendered(view), { description });
  }
  const large: Readonly<Record<string, readonly [Document, RouteDescription]>> = {
    "/state": [
      () => documents.state(),
      readsJson("The whole state: agents, frameworks and their tasks."),
    ],
    "/state-summary": [
      () => documents.stateSummary(),
      readsJson("Agents and frameworks, with their tasks counted by state."),
    ],
    "/tasks": [
      ({ query }) => documents.once(tasksDocument(core, taskQuery(query))),
      readsJson("The tasks.", TASK_QUERY),
    ],
    "/slaves": [
      ({ query }) => documents.once(slavesDocument(core, query.get("slave_id"))),
      readsJson("The agents.", [SLAVE_ID]),
    ],
    "/frameworks": [
      ({ query }) => documents.once(frameworksDocument(core, query.get("framework_id"))),
      readsJson("The frameworks.", [FRAMEWORK_ID]),
    ],
  };
  for (const [name, [document, description]] of Object.entries(large)) {
    addUnderBothNames(router, name, poured(document), { description });
  }
  const flags = rendered(() => JSON.stringify({ flags: around.flags }));
  addUnderBothNames(everywhere, "/flags", flags, {
    description: readsJson("The flags that this master runs with."),
    methods: ["GET"],
  });
  const constraints = rendered(() => offerConstraintsView(core));
  for (const process of [ALLOCATOR_PROCESS, MASTER_PROCESS]) {
    router.route(process, "/offer_constraints_debug", constraints, {
      description: readsJson(
        "The agents that offer constraints keep from each framework, by role, and its suppressed roles.",
      ),
    });
  }
  everywhere.route("registrar(1)", "/registry", (request) => registryOf(sources, request), {
    description: REGISTRY,
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
  routes.route(MASTER_PROCESS, `${name}.json`, handler, underOldName(name, options));
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
