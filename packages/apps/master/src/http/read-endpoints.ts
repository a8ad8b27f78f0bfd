/** The v0 endpoints that only read, under their names of today and of old. */
import { Buffer } from "node:buffer";
import {
  frameworksView,
  type Master,
  offerConstraintsView,
  type Registrar,
  rolesView,
  type Surroundings,
  slavesView,
  stateSummaryView,
  stateView,
  tasksView,
} from "@mesos-ts/master";
import { jsonSchemas, registry, toJson } from "@mesos-ts/protos";
import {
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
import { MASTER_PROCESS } from "../messages.ts";
import type { Routes } from "./leader-only.ts";

export interface ReadSources {
  readonly master: Master;
  readonly around: Surroundings;
  /** Undefined until this master leads. */
  readonly registrar: () => Registrar | undefined;
  /** Changes whenever the state may have. */
  readonly stateVersion: () => number;
  /** A reply was made of what was rendered for an earlier one. */
  readonly onCacheHit: () => void;
}

/** How long a rendered state is kept for those who ask at about the same time. */
const KEEP_RENDERED_MS = 10_000;

/** Where Apache Mesos serves the allocator's own endpoint. */
const ALLOCATOR_PROCESS = "allocator";

type View = (request: HttpRequest) => string;

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
  const { around } = sources;
  const views: Readonly<Record<string, readonly [view: View, description: RouteDescription]>> = {
    "/state": [
      () => stateView(core, around),
      readsJson("The whole state: agents, frameworks and their tasks."),
    ],
    "/state-summary": [
      () => stateSummaryView(core, around.cluster),
      readsJson("Agents and frameworks, with their tasks counted by state."),
    ],
    "/slaves": [
      ({ query }) => slavesView(core, query.get("slave_id")),
      readsJson("The agents.", [SLAVE_ID]),
    ],
    "/frameworks": [
      ({ query }) => frameworksView(core, query.get("framework_id")),
      readsJson("The frameworks.", [FRAMEWORK_ID]),
    ],
    "/tasks": [
      ({ query }) => tasksView(core, taskQuery(query)),
      readsJson("The tasks.", TASK_QUERY),
    ],
    "/roles": [() => rolesView(core), readsJson("The roles, with what they use.")],
  };
  for (const [name, [view, description]] of Object.entries(views)) {
    const handler = name === "/state" ? remembered(view, sources) : rendered(view);
    addUnderBothNames(router, name, handler, { description });
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

/** Renders anew only when the state may have changed since: many ask for the state at once. */
function remembered(
  view: View,
  { stateVersion, onCacheHit }: ReadSources,
): (request: HttpRequest) => HttpResponse {
  let kept: { readonly version: number; readonly chunks: readonly Buffer[] } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const render = (request: HttpRequest) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      kept = undefined;
    }, KEEP_RENDERED_MS).unref();
    kept = { version: stateVersion(), chunks: [Buffer.from(view(request))] };
    return kept;
  };
  return (request) => {
    const isFresh = kept?.version === stateVersion();
    if (isFresh) onCacheHit();
    const { chunks } = kept !== undefined && isFresh ? kept : render(request);
    return { status: 200, chunks, jsonp: request.query.get("jsonp") };
  };
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
