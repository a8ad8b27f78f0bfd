/** Endpoints that only the leading master can answer. Source: `Master::Http::redirect`. */
import type { Leadership } from "@mesos-ts/master";
import {
  type HttpHandler,
  type HttpRequest,
  type HttpResponse,
  methodNotAllowed,
  type RouteOptions,
} from "@mesos-ts/transport";

/** What endpoints are added to. */
export interface Routes {
  route(process: string, name: string, handler: HttpHandler, options?: RouteOptions): void;
}

/**
 * As `routes`, but others than the leader redirect to it, and say so when they know none. Whether
 * the method is right is for the leader to say.
 */
export function leaderOnly(routes: Routes, leadership: Leadership): Routes {
  return {
    route: (process, name, handler, { methods, ...options } = {}) => {
      const serve: HttpHandler = (request) => {
        const reply = elsewhere(request, leadership);
        if (reply !== undefined) return reply;
        const isAllowed = methods === undefined || methods.includes(request.method);
        return isAllowed ? handler(request) : methodNotAllowed(methods, request.method);
      };
      routes.route(process, name, serve, { ...options, leaderOnly: true });
    },
  };
}

/** The answer of a master that does not lead; undefined: it leads. */
function elsewhere(request: HttpRequest, leadership: Leadership): HttpResponse | undefined {
  switch (leadership.role) {
    case "leading":
      return undefined;
    case "recovering":
      return { status: 503, body: "Master has not finished recovery" };
    case "standing by":
      return toLeader(leadership, request.url);
    default:
      return leadership.role satisfies never;
  }
}

/** Redirects to a path of the leading master, on whatever protocol the client speaks. */
export function toLeader({ leader }: Leadership, url: string): HttpResponse {
  return leader === undefined
    ? { status: 503, body: "No leader elected" }
    : { status: 307, headers: { Location: `//${leader.hostname}:${leader.port}${url}` } };
}
