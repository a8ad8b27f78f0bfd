import { isIPv4 } from "node:net";
import {
  type Duration,
  err,
  milliseconds,
  ok,
  parseDuration,
  parseInteger,
  type Result,
} from "@mesos-ts/base";
import { refused, supported } from "./flags/definition.ts";
import { loadFlags } from "./flags/load.ts";
import { usage } from "./flags/show.ts";
import type { ReadFile } from "./flags/value.ts";

/** What `LIBPROCESS_*` variables say. */
export interface LibprocessEnvironment {
  /** IPv4 address to listen on. */
  readonly ip: string | undefined;
  /** 0: any free port. */
  readonly port: number | undefined;
  readonly advertiseIp: string | undefined;
  readonly advertisePort: number | undefined;
  /** Take a message only when its sender's address is the socket's. */
  readonly requirePeerAddressIpMatch: boolean;
  /** How often `/metrics/snapshot` answers; undefined: always. */
  readonly metricsRateLimit: RateLimit | undefined;
  /** For the log. */
  readonly warnings: readonly string[];
}

export interface RateLimit {
  readonly requests: number;
  readonly interval: Duration;
}

const PREFIX = "LIBPROCESS_";
const MAX_PORT = 65_535;
const MAX_REQUESTS = 2 ** 31 - 1;
const MAX_WORKER_THREADS = 1024;
const DEFAULT_METRICS_RATE_LIMIT: RateLimit = { requests: 2, interval: milliseconds(1000) };

const definitions = {
  ...supported({
    ip: {
      type: "string",
      validate: (ip) => (isIPv4(ip) ? undefined : notIPv4(ip)),
      help: "IPv4 address to listen on. Without it the hostname is looked up.",
    },
    port: {
      type: "int",
      validate: (port) =>
        port < 0 || port > MAX_PORT ? `LIBPROCESS_PORT=${port} is not a valid port` : undefined,
      help: "Port to listen on; 0 or none takes any free port.",
    },
    advertise_ip: {
      type: "string",
      validate: (ip) => (isIPv4(ip) ? undefined : `Failed to parse IPv4: ${ip}`),
      help: "IPv4 address that others use.",
    },
    advertise_port: {
      type: "int",
      validate: (port) =>
        port <= 0 || port > MAX_PORT
          ? `LIBPROCESS_ADVERTISE_PORT=${port} is not a valid port`
          : undefined,
      help: "Port that others use.",
    },
    require_peer_address_ip_match: {
      type: "boolean",
      default: false,
      help: "Drop messages whose sender's IP address is not the one they came from.",
    },
  }),
  ...refused("IPv6", { ip6: { type: "string", help: "IPv6 address to advertise." } }),
  ...refused("memory profiling through jemalloc", {
    memory_profiling: { type: "boolean", default: false, help: "Offer the memory profiler." },
  }),
} as const;

/** Reads the `LIBPROCESS_*` variables; the error is the whole text for standard error. */
export function readLibprocessEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  readFile: ReadFile,
): Result<LibprocessEnvironment> {
  const loaded = loadFlags(definitions, { args: [], environment, prefix: PREFIX, readFile });
  if (loaded.type === "error") {
    return err(usage(definitions, { program: "", message: loaded.error }));
  }
  const unsupported = findUnsupported(environment);
  if (unsupported !== undefined) {
    return err(unsupported);
  }
  const metricsRateLimit = readRateLimit(
    environment[`${PREFIX}METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT`],
  );
  if (metricsRateLimit.type === "error") {
    return metricsRateLimit;
  }
  const { values, warnings } = loaded.value;
  return ok({
    ip: values.ip,
    port: values.port,
    advertiseIp: values.advertise_ip,
    advertisePort: values.advertise_port,
    requirePeerAddressIpMatch: values.require_peer_address_ip_match,
    metricsRateLimit: metricsRateLimit.value,
    warnings: [...warnings, ...threadWarnings(environment[`${PREFIX}NUM_WORKER_THREADS`])],
  });
}

function notIPv4(ip: string): string {
  return ip.includes(":")
    ? "Currently we allow only IPv4 address to be specified with the `--ip` flag"
    : `Failed to parse IPv4: ${ip}`;
}

/** TLS and the profiler: refused when switched on; their other settings mean nothing then. */
function findUnsupported(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const switches = {
    LIBPROCESS_SSL_ENABLED: "TLS",
    SSL_ENABLED: "TLS",
    LIBPROCESS_SSL_SUPPORT_DOWNGRADE: "TLS",
    SSL_SUPPORT_DOWNGRADE: "TLS",
    LIBPROCESS_ENABLE_PROFILER: "the CPU profiler",
  };
  for (const [name, feature] of Object.entries(switches)) {
    const value = environment[name];
    if (value !== undefined && !["", "0", "false"].includes(value)) {
      return `${name}=${value} needs ${feature}, which this release does not build yet. Unset it, or see docs/compatibility.md`;
    }
  }
  return undefined;
}

/** Rule of libprocess: unset is twice a second, empty is no limit, else `<requests>/<interval>`. */
function readRateLimit(text: string | undefined): Result<RateLimit | undefined> {
  if (text === undefined) {
    return ok(DEFAULT_METRICS_RATE_LIMIT);
  }
  if (text === "") {
    return ok(undefined);
  }
  const failure = `Failed to parse LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT '${text}' (format is <number of requests>/<interval duration>)`;
  const [count, span, ...rest] = text.split("/").filter((part) => part !== "");
  if (count === undefined || span === undefined || rest.length > 0) {
    return err(failure);
  }
  const requests = parseInteger(count, 1, MAX_REQUESTS);
  if (requests.type === "error") {
    return err(`${failure}: Failed to parse the number of requests: ${requests.error}`);
  }
  const interval = parseDuration(span);
  return interval.type === "error"
    ? err(`${failure}: Failed to parse the interval: ${interval.error}`)
    : ok({ requests: requests.value, interval: interval.value });
}

/** There are no worker threads to count here; a value that Mesos ignores is named all the same. */
function threadWarnings(text: string | undefined): string[] {
  if (text === undefined || parseInteger(text, 1, MAX_WORKER_THREADS).type === "ok") {
    return [];
  }
  return [`Ignoring invalid value ${text} for ${PREFIX}NUM_WORKER_THREADS`];
}
