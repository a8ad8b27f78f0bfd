import type { MetricsRegistry } from "../metrics.ts";
import type { Router } from "../router.ts";
import { addFilesEndpoints } from "./files-endpoints.ts";
import { addHelpEndpoint } from "./help-endpoint.ts";
import { addLoggingEndpoint, type LogToggle } from "./logging-endpoint.ts";
import { addMetricsEndpoint } from "./metrics-endpoint.ts";
import { addOpenApiEndpoint } from "./openapi-endpoint.ts";
import {
  addProcessesEndpoint,
  addProfilerEndpoints,
  addVersionEndpoint,
  type VersionInfo,
} from "./plain-endpoints.ts";
import { addPrometheusEndpoint } from "./prometheus-endpoint.ts";
import type { Rate } from "./rate-limiter.ts";
import { addSystemEndpoint, addSystemMetrics } from "./system-endpoint.ts";
import type { VirtualFiles } from "./virtual-files.ts";

export type CommonEndpointsOptions = {
  readonly metrics: MetricsRegistry;
  /** See `parseSnapshotRate`; undefined is no limit. */
  readonly snapshotRate: Rate | undefined;
  readonly toggle: LogToggle;
  readonly version: VersionInfo;
  readonly files: VirtualFiles;
  /** Ids for `/__processes__`, such as `TransportServer.processIds`. */
  readonly processIds: () => Iterable<string>;
  /** The daemon, as documents call it: `mesos-master`. */
  readonly title: string;
  /** The daemon's process: `master`, `slave(1)`. */
  readonly defaultProcess: string;
  /** Realm of endpoints that only read: metrics and files. Undefined: open to all. */
  readonly readonlyRealm?: string | undefined;
  /** Realm of endpoints that change something: logging and profiler. Undefined: open to all. */
  readonly readwriteRealm?: string | undefined;
};

/** The endpoints that every daemon has, and the `system/…` metrics. */
export function addCommonEndpoints(router: Router, options: CommonEndpointsOptions): void {
  const readonly = { realm: options.readonlyRealm };
  const readwrite = { realm: options.readwriteRealm };
  addMetricsEndpoint(router, options.metrics, { rate: options.snapshotRate, ...readonly });
  addPrometheusEndpoint(router, options.metrics, { rate: options.snapshotRate, ...readonly });
  addSystemMetrics(options.metrics);
  addSystemEndpoint(router);
  addLoggingEndpoint(router, options.toggle, readwrite);
  addProfilerEndpoints(router, readwrite);
  addVersionEndpoint(router, options.version);
  addProcessesEndpoint(router, options.processIds);
  addFilesEndpoints(router, options.files, readonly);
  addHelpEndpoint(router, options.defaultProcess);
  addOpenApiEndpoint(router, {
    title: options.title,
    version: options.version.version,
    defaultProcess: options.defaultProcess,
  });
}
