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
import { registry, toJson } from "@mesos-ts/protos";
import {
  type HttpHandler,
  type HttpRequest,
  type HttpResponse,
  jsonTextReply,
  type RouteOptions,
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

export function addReadEndpoints(everywhere: Routes, router: Routes, sources: ReadSources): void {
  const { core } = sources.master;
  const { around } = sources;
  const views: Readonly<Record<string, readonly [view: View, help: string]>> = {
    "/state": [
      () => stateView(core, around),
      "The whole state: agents, frameworks and their tasks, as JSON.",
    ],
    "/state-summary": [
      () => stateSummaryView(core, around.cluster),
      "Agents and frameworks, with their tasks counted by state.",
    ],
    "/slaves": [
      ({ query }) => slavesView(core, query.get("slave_id")),
      "The agents; slave_id=VALUE asks for one.",
    ],
    "/frameworks": [
      ({ query }) => frameworksView(core, query.get("framework_id")),
      "The frameworks; framework_id=VALUE asks for one.",
    ],
    "/tasks": [
      ({ query }) => tasksView(core, taskQuery(query)),
      "The tasks: limit=VALUE (100), offset=VALUE (0), order=asc|desc, framework_id=VALUE, task_id=VALUE.",
    ],
    "/roles": [() => rolesView(core), "The roles, with what they use."],
  };
  for (const [name, [view, help]] of Object.entries(views)) {
    const handler = name === "/state" ? remembered(view, sources) : rendered(view);
    addUnderBothNames(router, name, handler, { help: `### TL;DR; ###\n${help}\n` });
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
