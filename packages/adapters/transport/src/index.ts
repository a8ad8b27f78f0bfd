/**
 * The network side of every program: one port for libprocess messages and HTTP, connections to
 * peers, endpoints, event streams, an HTTP client, and the endpoints that every daemon has.
 */

export { defaultBody, methodNotAllowed } from "./default-bodies.ts";
export { acceptsGzip } from "./http-reply.ts";
export type {
  AuthenticationResult,
  BodyResponse,
  ChunksResponse,
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
export { MemoryNetwork, type MemoryNetworkOptions } from "./memory-network.ts";
export { type Route, type RouteMatch, Router } from "./router.ts";
export { startTransport, type TransportOptions, type TransportServer } from "./transport-server.ts";
export { DEFAULT_TUNING, type TransportTuning } from "./tuning.ts";
