import { percentDecode } from "@mesos-ts/wire";
import type { HttpHandler, RouteOptions } from "./http-types.ts";

/** One endpoint of a process. */
export type Route = {
  readonly processId: string;
  /** `/api/v1`, or `/` for the process itself. */
  readonly name: string;
  readonly handler: HttpHandler;
  readonly options: RouteOptions;
};

/** Where a path leads. */
export type RouteMatch = {
  readonly route: Route;
  /** Normal path, see `HttpRequest.path`. */
  readonly path: string;
  readonly rest: string;
};

/** Paths whose answers are kept; more come only from clients that make them up. */
const MAX_CACHED_PATHS = 1024;
/** Longer paths are not kept, in characters. */
const MAX_CACHED_PATH_LENGTH = 256;

/**
 * The endpoints of all processes at one address. A path goes to the process that its first segment
 * names, or else to the default process (the daemon); within a process the longest registered
 * prefix wins.
 */
export class Router {
  readonly #defaultProcess: string | undefined;
  readonly #processes = new Map<string, Map<string, Route>>();
  readonly #cache = new Map<string, RouteMatch>();
  #changes = 0;

  /** `defaultProcess` serves paths that name no process: `/state` is `/master/state`. */
  constructor(defaultProcess?: string) {
    this.#defaultProcess = defaultProcess;
  }

  /** How often endpoints came or went. */
  get changes(): number {
    return this.#changes;
  }

  /** Adds an endpoint. `name` begins with `/`. Throws if it is taken. */
  route(processId: string, name: string, handler: HttpHandler, options: RouteOptions = {}): void {
    if (!name.startsWith("/")) throw new TypeError(`route '${name}' must start with '/'`);
    const trimmed = trimSlashes(name);
    const routes = this.#processes.get(processId) ?? new Map<string, Route>();
    if (routes.has(trimmed)) throw new Error(`route '/${processId}${name}' is already registered`);
    routes.set(trimmed, { processId, name, handler, options });
    this.#processes.set(processId, routes);
    this.#changed();
  }

  /** Removes one endpoint, or all endpoints of a process. */
  unroute(processId: string, name?: string): void {
    if (name === undefined) {
      this.#processes.delete(processId);
    } else {
      const routes = this.#processes.get(processId);
      routes?.delete(trimSlashes(name));
      if (routes?.size === 0) this.#processes.delete(processId);
    }
    this.#changed();
  }

  /** All endpoints, sorted by process and name. */
  routes(): Route[] {
    const all = [...this.#processes.values()].flatMap((routes) => [...routes.values()]);
    const key = (route: Route) => `${route.processId}\0${route.name}`;
    return all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  /** Where a path (without query, as sent) leads; undefined is 404. */
  match(path: string): RouteMatch | undefined {
    const cached = this.#cache.get(path);
    if (cached !== undefined) return cached;
    const match = this.#find(path);
    if (match !== undefined && path.length <= MAX_CACHED_PATH_LENGTH) {
      if (this.#cache.size >= MAX_CACHED_PATHS) this.#cache.clear();
      this.#cache.set(path, match);
    }
    return match;
  }

  #changed(): void {
    this.#changes += 1;
    this.#cache.clear();
  }

  #find(path: string): RouteMatch | undefined {
    if (!path.startsWith("/") || path.includes("/..")) return undefined;
    const trimmed = trimSlashes(path);
    const slash = trimmed.indexOf("/");
    const first = percentDecode(slash < 0 ? trimmed : trimmed.slice(0, slash));
    if (first !== undefined && first !== "") {
      const routes = this.#processes.get(first);
      if (routes !== undefined) {
        const name = slash < 0 ? "" : trimSlashes(trimmed.slice(slash + 1));
        return longestPrefix(first, routes, name);
      }
    }
    if (this.#defaultProcess === undefined) return undefined;
    const routes = this.#processes.get(this.#defaultProcess);
    return routes && longestPrefix(this.#defaultProcess, routes, trimmed);
  }
}

function longestPrefix(
  processId: string,
  routes: ReadonlyMap<string, Route>,
  name: string,
): RouteMatch | undefined {
  for (let end = name.length; ; ) {
    const prefix = name.slice(0, end);
    const route = routes.get(prefix);
    // "/" serves the process itself; the paths below it only if it says so.
    if (route !== undefined && (prefix !== "" || name === "" || route.options.subtree === true)) {
      const path = name === "" ? `/${processId}` : `/${processId}/${name}`;
      return { route, path, rest: end === 0 ? name : name.slice(end + 1) };
    }
    if (end <= 0) return undefined;
    end = Math.max(0, prefix.lastIndexOf("/"));
  }
}

function trimSlashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 0x2f) start += 1;
  while (end > start && text.charCodeAt(end - 1) === 0x2f) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
