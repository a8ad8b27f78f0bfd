/**
 * The network side of every program: one port for libprocess messages and HTTP, connections to
 * peers, endpoints, event streams, an HTTP client, and the endpoints that every daemon has.
 */

export { acceptsGzip, acceptsMedia } from "./accept.ts";
export { Chunks } from "./chunks.ts";
export { defaultBody, methodNotAllowed } from "./default-bodies.ts";
export { addCommonEndpoints, type CommonEndpointsOptions } from "./endpoints/common-endpoints.ts";
export { addFilesEndpoints, fileInfoJson, modeText } from "./endpoints/files-endpoints.ts";
export { addHelpEndpoint } from "./endpoints/help-endpoint.ts";
export { jsonReply, jsonTextReply } from "./endpoints/json-text.ts";
export { addLoggingEndpoint, type LogLevelStore, LogToggle } from "./endpoints/logging-endpoint.ts";
export { addMetricsEndpoint } from "./endpoints/metrics-endpoint.ts";
export { type Answered, listFiles, readFile } from "./endpoints/operator-answers.ts";
export { parseJson } from "./endpoints/parse-json.ts";
export {
  addHealthEndpoint,
  addProcessesEndpoint,
  addProfilerEndpoints,
  addVersionEndpoint,
  type VersionInfo,
} from "./endpoints/plain-endpoints.ts";
export {
  DEFAULT_SNAPSHOT_RATE,
  parseSnapshotRate,
  type Rate,
  RateLimiter,
} from "./endpoints/rate-limiter.ts";
export { addSystemEndpoint, addSystemMetrics } from "./endpoints/system-endpoint.ts";
export {
  type FileAuthorization,
  type FileInfo,
  type FilesRefusal,
  isRefusal,
  MAX_READ_BYTES,
  VirtualFiles,
} from "./endpoints/virtual-files.ts";
export {
  type EventFrames,
  eventFrames,
  firstEventFrames,
  type StreamEncoding,
} from "./event-frames.ts";
export { EventStream, type EventStreamOptions } from "./event-stream.ts";
export {
  type ClientReply,
  type ClientRequest,
  HttpClient,
  HttpClientError,
  type RecordStream,
} from "./http-client.ts";
export type {
  AuthenticationResult,
  BodyResponse,
  ChunksResponse,
  HttpAuthenticator,
  HttpAuthorizer,
  HttpChunks,
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
export { Counter, jsonDouble, type MetricSource, MetricsRegistry, Timer } from "./metrics.ts";
export type { MetricFamily } from "./prometheus/catalogue.ts";
export {
  counter,
  type Families,
  gauge,
  omitted,
  omittedTimer,
  resourceFamilies,
} from "./prometheus/families.ts";
export { Histogram, type HistogramSeries } from "./prometheus/histogram.ts";
export { RequestDurations, type RequestObserver } from "./request-durations.ts";
export {
  type ContentDescription,
  JSONP,
  type OperationDescription,
  type ParameterDescription,
  type RouteDescription,
  readsJson,
} from "./route-description.ts";
export { type Route, type RouteMatch, Router } from "./router.ts";
export { startTransport, type TransportOptions, type TransportServer } from "./transport-server.ts";
export { DEFAULT_TUNING, type TransportTuning } from "./tuning.ts";
