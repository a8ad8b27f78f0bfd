/**
 * The network side of every program: one port for libprocess messages and HTTP, connections to
 * peers, endpoints, event streams, an HTTP client, and the endpoints that every daemon has.
 */
export type {
  AuthenticationResult,
  BodyResponse,
  HttpAuthenticator,
  HttpHandler,
  HttpHeaders,
  HttpPrincipal,
  HttpRequest,
  HttpResponse,
  JsonResponse,
  ResponseWriter,
  RouteOptions,
  StreamResponse,
} from "./http-types.ts";
export type {
  LibprocessMessage,
  LibprocessNetwork,
  LibprocessProcess,
  LinkOptions,
} from "./libprocess.ts";
export { pidAt } from "./libprocess.ts";
export * from "./limits.ts";
export { silentLog, type TransportLog } from "./log.ts";
export { type Route, type RouteMatch, Router } from "./router.ts";
export type { TransportOptions, TransportServer } from "./transport-server.ts";
