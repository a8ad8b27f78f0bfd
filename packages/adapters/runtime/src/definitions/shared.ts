import { isIPv4 } from "node:net";
import { seconds } from "@mesos-ts/base";
import type { Json } from "../flags/definition.ts";
import { refused, supported } from "../flags/definition.ts";

export const AUTHENTICATION = "authentication";
export const AUTHORIZATION = "authorization";
export const MODULES = "loading of modules";
const MAX_PORT = 65_535;

/** A TCP port, 0 meaning any free one. */
export function portFlag<const P extends number>(port: P) {
  return {
    type: "int",
    default: port,
    min: 0,
    max: MAX_PORT,
    help: "TCP port to listen on; 0 takes any free port.",
  } as const;
}

/** Who the daemon is and how it is reached: the same for master and agent. */
export const identityFlags = supported({
  hostname: {
    type: "string",
    help: "Hostname to give to others. Without it, the advertised IP address is looked up, unless --no-hostname_lookup is set: then the address itself is given.",
  },
  hostname_lookup: {
    type: "boolean",
    default: true,
    help: "Look up the hostname of the advertised IP address when --hostname is not set.",
  },
  ip: {
    type: "string",
    validate: validateIp,
    help: "IPv4 address to listen on. Excludes --ip_discovery_command.",
  },
  ip_discovery_command: {
    type: "string",
    help: "Shell command that prints the IPv4 address to listen on. Excludes --ip.",
  },
  advertise_ip: {
    type: "string",
    validate: validateIp,
    help: "IPv4 address that others use to reach this daemon, when it differs from the one listened on (such as behind NAT).",
  },
  advertise_port: {
    type: "int",
    min: 1,
    max: MAX_PORT,
    help: "Port that others use to reach this daemon, when it differs from the one listened on.",
  },
  domain: {
    type: "json",
    validate: validateDomain,
    help: 'Fault domain of this host, as JSON or file:///path of it: {"fault_domain": {"region": {"name": "r"}, "zone": {"name": "z"}}}.',
  },
  version: { type: "boolean", default: false, help: "Show version and exit." },
});

/** The flag `--zk_session_timeout`. */
export const zooKeeperSessionTimeout = {
  type: "duration",
  default: seconds(10),
  help: "How long a ZooKeeper session outlives its connection.",
} as const;

/** What neither daemon builds yet. */
export const sharedRefusedFlags = {
  ...refused("memory profiling through jemalloc", {
    memory_profiling: {
      type: "boolean",
      default: false,
      help: "Offer the memory profiler's endpoints.",
    },
  }),
  ...refused(MODULES, {
    modules: { type: "json", help: "Modules to load, as JSON or file:///path of it." },
    modules_dir: { type: "string", help: "Folder of module manifests. Excludes --modules." },
    hooks: { type: "string", help: "Comma-separated names of hook modules to install." },
    master_detector: {
      type: "string",
      help: "Name of the module that finds the leading master.",
    },
  }),
  ...refused("the endpoint firewall", {
    firewall_rules: {
      type: "json",
      help: "Endpoints that answer 403, as JSON or file:///path of it.",
    },
  }),
  ...refused(AUTHORIZATION, {
    acls: { type: "json", help: "Who may do what, as JSON or file:///path of it." },
  }),
};

export function validateIp(ip: string): string | undefined {
  return isIPv4(ip) ? undefined : `Failed to parse IPv4: ${ip}`;
}

function validateDomain(domain: Json): string | undefined {
  const { fault_domain: faultDomain } = domain as { readonly fault_domain?: unknown };
  return typeof faultDomain === "object" && faultDomain !== null
    ? undefined
    : "`domain` must define `fault_domain`";
}
