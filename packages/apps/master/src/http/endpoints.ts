/** Everything that the master serves over HTTP. */
import { fileURLToPath } from "node:url";
import type { Leadership, Master, Registrar, Surroundings } from "@mesos-ts/master";
import {
  buildInfo,
  type LibprocessEnvironment,
  type Logging,
  type MasterFlagValues,
} from "@mesos-ts/runtime";
import {
  addCommonEndpoints,
  addHealthEndpoint,
  LogToggle,
  type MetricsRegistry,
  type Router,
  VirtualFiles,
} from "@mesos-ts/transport";
import type { Calls } from "../calls.ts";
import type { Documents } from "../documents.ts";
import { MASTER_PROCESS } from "../messages.ts";
import { addAgentProxy } from "./agent-proxy.ts";
import { leaderOnly } from "./leader-only.ts";
import { addMaintenanceEndpoints } from "./maintenance-endpoints.ts";
import { underOldName } from "./old-name.ts";
import { addOperationEndpoints } from "./operation-endpoints.ts";
import { addOperatorEndpoint } from "./operator-endpoint.ts";
import { addPlainEndpoints } from "./plain-endpoints.ts";
import { addReadEndpoints } from "./read-endpoints.ts";
import { addRoleEndpoints } from "./role-endpoints.ts";
import { addSchedulerEndpoint } from "./scheduler-endpoint.ts";
import { addWebPage } from "./web-page.ts";

export interface EndpointSources {
  readonly flags: MasterFlagValues;
  /** Flags that were given, rather than left at their defaults. */
  readonly given: ReadonlySet<string>;
  /** For `/flags`. */
  readonly shownFlags: Readonly<Record<string, string>>;
  readonly libprocess: LibprocessEnvironment;
  readonly logging: Logging;
  readonly master: Master;
  readonly calls: Calls;
  readonly metrics: MetricsRegistry;
  readonly leadership: Leadership;
  /** Undefined until this master leads. */
  readonly registrar: () => Registrar | undefined;
  readonly documents: Documents;
  readonly around: Surroundings;
  readonly processIds: () => Iterable<string>;
}

/** The page that comes with this program, as `scripts/build-console.ts` builds it. */
const OWN_PAGE = fileURLToPath(new URL("../../../console/dist", import.meta.url));

/** Longest time that a log level can be set for; the toggle itself ends earlier. */
const LEVEL_KEPT_MS = Number.MAX_SAFE_INTEGER;

/** Endpoints of the process `files` that were called `<name>.json` in old releases. */
const OLD_FILE_NAMES = ["/browse", "/read", "/download", "/debug"] as const;

export function addEndpoints(router: Router, sources: EndpointSources): void {
  const { master, calls, logging, metrics, shownFlags } = sources;
  const files = new VirtualFiles();
  const version = buildInfo();
  const toggle = new LogToggle({
    get: () => logging.verbosity(),
    set: (level) => logging.setVerbosity(level, LEVEL_KEPT_MS),
  });
  const leading = leaderOnly(router, sources.leadership);
  addSchedulerEndpoint(leading, calls);
  addOperatorEndpoint(leading, { calls, flags: shownFlags, version, metrics, toggle, files });
  addReadEndpoints(router, leading, sources);
  addRoleEndpoints(leading, master, calls);
  addPlainEndpoints(router, leading, sources.leadership, calls);
  addOperationEndpoints(leading, calls);
  addMaintenanceEndpoints(leading, master, calls);
  addAgentProxy(leading, master);
  addHealthEndpoint(router, MASTER_PROCESS);
  const isOwn = !sources.given.has("webui_dir");
  addWebPage(router, { folder: isOwn ? OWN_PAGE : sources.flags.webui_dir, isOwn });
  addCommonEndpoints(router, {
    metrics,
    snapshotRate: snapshotRate(sources.libprocess),
    toggle,
    version,
    files,
    processIds: sources.processIds,
    title: "mesos-master",
    defaultProcess: MASTER_PROCESS,
  });
  addOldFileNames(router);
  showLog(files, logging);
}

function addOldFileNames(router: Router): void {
  for (const name of OLD_FILE_NAMES) {
    const route = router.match(`/files${name}`)?.route;
    if (route === undefined) continue;
    const options = underOldName(`/files${name}`, route.options);
    router.route("files", `${name}.json`, route.handler, options);
  }
}

function snapshotRate({ metricsRateLimit }: LibprocessEnvironment) {
  return metricsRateLimit === undefined
    ? undefined
    : { permits: metricsRateLimit.requests, intervalMs: metricsRateLimit.interval };
}

function showLog(files: VirtualFiles, { shownFile, logger }: Logging): void {
  if (shownFile === undefined) return;
  // The file is made when the first line is written.
  logger
    .flush()
    .then(() => files.attach(shownFile, "/master/log"))
    .catch((cause: Error) => {
      logger.error(`Failed to attach '${shownFile}' as '/master/log': ${cause.message}`);
    });
}
