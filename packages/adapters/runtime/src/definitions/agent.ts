import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { formatDuration, gigabytes, minutes, seconds, validateRole, weeks } from "@mesos-ts/base";
import { type Json, type PathOrContent, supported } from "../flags/definition.ts";
import { parseMasterSource } from "../master-address.ts";
import { oversubscriptionFlags } from "./agent-oversubscription.ts";
import { refusedAgentFlags } from "./agent-refused.ts";
import { loggingFlags } from "./logging.ts";
import { identityFlags, portFlag, sharedRefusedFlags, zooKeeperSessionTimeout } from "./shared.ts";

export const MAX_REGISTRATION_BACKOFF = minutes(1);
const MAX_EXECUTOR_REREGISTRATION_TIMEOUT = seconds(15);
const AGENT_PORT = 5051;
const BUILT_ISOLATORS: readonly string[] = ["posix/cpu", "posix/mem"];
const MANDATORY_FEATURES: readonly string[] = [
  "MULTI_ROLE",
  "HIERARCHICAL_ROLE",
  "RESERVATION_REFINEMENT",
  "AGENT_OPERATION_FEEDBACK",
  "RESOURCE_PROVIDER",
  "AGENT_DRAINING",
  "TASK_RESOURCE_LIMITS",
];

/** Folders that defaults of agent flags depend on. */
export interface HostFolders {
  readonly temporary: string;
  readonly runtime: string;
}

/** The folders of this host: `/var/run/mesos` when `/var/run` may be written, as Mesos chooses. */
export function hostFolders(
  environment: Readonly<Record<string, string | undefined>>,
  mayWrite: (folder: string) => boolean = isWritable,
): HostFolders {
  const temporary = environment["TMPDIR"] || "/tmp";
  return {
    temporary,
    runtime: mayWrite("/var/run") ? "/var/run/mesos" : join(temporary, "mesos", "runtime"),
  };
}

/** Every flag of `mesos-agent`. */
export function agentFlags(folders: HostFolders) {
  return {
    ...loggingFlags,
    ...identityFlags,
    ...supported({ port: portFlag(AGENT_PORT) }),
    ...clusterFlags,
    ...folderFlags(folders),
    ...containerizerFlags,
    ...executorFlags,
    ...recoveryFlags,
    ...diskFlags,
    ...sharedRefusedFlags,
    ...refusedAgentFlags(folders.temporary),
    ...oversubscriptionFlags,
  };
}

const clusterFlags = supported({
  master: {
    type: "path-or-content",
    validate: validateMaster,
    help: "The master to join: zk://host:port,…/path of the election, host:port, master@host:port, or file:///path of a file that holds one of them.",
  },
  zk_session_timeout: zooKeeperSessionTimeout,
  resources: {
    type: "string",
    help: "Resources to offer: `name(role):value;…`, a JSON array, or file:///path of one. What is not given is detected.",
  },
  attributes: {
    type: "string",
    help: "Attributes of the host: `name:value;…`, such as rack:r1;zone:z1.",
  },
  default_role: {
    type: "string",
    default: "*",
    validate: validateRole,
    help: "Role of the resources that name none, given or detected.",
  },
  registration_backoff_factor: {
    type: "duration",
    default: seconds(1),
    help: "The first (re-)registration waits a random time up to this; each retry doubles it, up to 1mins.",
  },
  agent_features: {
    type: "json",
    validate: validateFeatures,
    help: 'Capabilities to announce, as JSON: {"capabilities": [{"type": "MULTI_ROLE"}, …]}.',
  },
});

function folderFlags(folders: HostFolders) {
  return supported({
    work_dir: {
      type: "string",
      required: true,
      help: "Folder for sandboxes and checkpoints. Must outlive restarts and reboots: not a folder that is cleaned, such as /tmp.",
    },
    runtime_dir: {
      type: "string",
      default: folders.runtime,
      help: "Folder for what must outlive a restart of the agent, but not a reboot.",
    },
    launcher_dir: {
      type: "string",
      default: "/usr/libexec/mesos",
      help: "Folder of the fetcher's, executors' and containerizer's programs.",
    },
    frameworks_home: {
      type: "string",
      default: "",
      help: "Folder put before relative paths of executors.",
    },
    fetcher_cache_dir: {
      type: "string",
      default: join(folders.temporary, "mesos", "fetch"),
      help: "Folder of the fetcher's cache; emptied when the agent starts.",
    },
    fetcher_cache_size: {
      type: "bytes",
      default: gigabytes(2),
      help: "Largest size of the fetcher's cache.",
    },
    fetcher_stall_timeout: {
      type: "duration",
      default: minutes(1),
      help: "A download that gets less than one byte a second for this long fails.",
    },
  });
}

const containerizerFlags = supported({
  containerizers: {
    type: "string",
    default: "mesos",
    validate: (value) =>
      value === "mesos"
        ? undefined
        : notBuilt("containerizers", value, "the Docker containerizer", "mesos"),
    help: "Containerizers to use: mesos.",
  },
  isolation: {
    type: "string",
    default: "posix/cpu,posix/mem",
    validate: validateIsolation,
    help: "Comma-separated isolators: posix/cpu, posix/mem (usage is measured, not limited).",
  },
  launcher: {
    type: "string",
    default: "posix",
    validate: (value) =>
      value === "posix"
        ? undefined
        : notBuilt("launcher", value, "cgroups and namespaces", "posix"),
    help: "How containers are started: posix (plain process groups).",
  },
  switch_user: {
    type: "boolean",
    default: true,
    help: "Run tasks as the user that submitted them (needs root), rather than as the agent's.",
  },
});

const executorFlags = supported({
  executor_environment_variables: {
    type: "json",
    validate: validateEnvironment,
    help: 'Environment of executors and so of tasks, as a JSON object: {"PATH": "/bin:/usr/bin"}. Without it they get the agent\'s.',
  },
  executor_registration_timeout: {
    type: "duration",
    default: minutes(1),
    help: "Time that an executor has to register before it is killed.",
  },
  executor_reregistration_timeout: {
    type: "duration",
    default: seconds(2),
    validate: (value) =>
      value > MAX_EXECUTOR_REREGISTRATION_TIMEOUT
        ? `Expected \`--executor_reregistration_timeout\` to be not more than ${formatDuration(MAX_EXECUTOR_REREGISTRATION_TIMEOUT)}`
        : undefined,
    help: "Time that executors have to reregister after the agent restarted, at most 15secs.",
  },
  executor_reregistration_retry_interval: {
    type: "duration",
    help: "Time after which the agent asks an executor again to reregister. Without it, it asks once.",
  },
  executor_shutdown_grace_period: {
    type: "duration",
    default: seconds(5),
    help: "Time that an executor has to shut down before it is killed, unless its ExecutorInfo says another.",
  },
  max_completed_executors_per_framework: {
    type: "int",
    default: 150,
    min: 0,
    help: "Completed executors to remember for each framework.",
  },
  http_command_executor: {
    type: "boolean",
    default: false,
    help: "Let the command executor use the HTTP executor API.",
  },
  http_heartbeat_interval: {
    type: "duration",
    default: seconds(30),
    help: "Time between heartbeats on the streams of nested containers.",
  },
});

const recoveryFlags = supported({
  recover: {
    type: "string",
    default: "reconnect",
    validate: (value) =>
      value === "reconnect" || value === "cleanup"
        ? undefined
        : `Unknown option for 'recover' flag ${value}. Please run the agent with '--help' to see the valid options`,
    help: "What to do with executors of an earlier run: reconnect, or cleanup (kill them and exit).",
  },
  recovery_timeout: {
    type: "duration",
    default: minutes(15),
    help: "Time that an executor waits for a restarting agent before it exits.",
  },
  strict: {
    type: "boolean",
    default: true,
    help: "Refuse to start over a damaged checkpoint, rather than recover what can be.",
  },
  reconfiguration_policy: {
    type: "string",
    default: "equal",
    validate: validateReconfiguration,
    help: "Which changes an agent may restart with and keep its id: equal (none) or additive (more resources, more attributes, a domain).",
  },
});

const diskFlags = supported({
  gc_delay: {
    type: "duration",
    default: weeks(1),
    help: "Longest time that a finished sandbox is kept; less when the disk is full.",
  },
  gc_disk_headroom: {
    type: "double",
    default: 0.1,
    validate: (value) =>
      value >= 0 && value <= 1
        ? undefined
        : `Invalid value '${value}' for --gc_disk_headroom. Must be between 0.0 and 1.0`,
    help: "Fraction of the disk to keep free: sandboxes go after gc_delay × max(0, 1 − headroom − usage).",
  },
  gc_non_executor_container_sandboxes: {
    type: "boolean",
    default: false,
    help: "Also remove sandboxes of nested containers that executors launched.",
  },
  disk_watch_interval: {
    type: "duration",
    default: minutes(1),
    help: "Time between two looks at the disk's usage.",
  },
});

function validateMaster({ value }: PathOrContent): string | undefined {
  const source = parseMasterSource(value);
  return source.type === "error" ? source.error : undefined;
}

function validateIsolation(isolation: string): string | undefined {
  const other = isolation.split(",").find((name) => !BUILT_ISOLATORS.includes(name));
  return other === undefined
    ? undefined
    : notBuilt("isolation", isolation, `the isolator '${other}'`, "posix/cpu,posix/mem");
}

function validateFeatures(features: Json): string | undefined {
  const capabilities = (features as { capabilities?: unknown }).capabilities;
  const types = new Set(
    (Array.isArray(capabilities) ? capabilities : []).map(
      (each: unknown) => (each as { type?: unknown } | null)?.type,
    ),
  );
  return MANDATORY_FEATURES.every((feature) => types.has(feature))
    ? undefined
    : "At least the following agent features need to be enabled: MULTI_ROLE, HIERARCHICAL_ROLE, RESERVATION_REFINEMENT, AGENT_OPERATION_FEEDBACK, RESOURCE_PROVIDER, AGENT_DRAINING, and TASK_RESOURCE_LIMITS";
}

function validateEnvironment(environment: Json): string | undefined {
  const valid =
    !Array.isArray(environment) &&
    Object.values(environment).every((value) => typeof value === "string");
  return valid ? undefined : "`executor_environment_variables` must only contain string values";
}

function validateReconfiguration(policy: string): string | undefined {
  switch (policy) {
    case "equal":
    case "additive":
      return undefined;
    default:
      return `Unknown option for 'reconfiguration_policy' flag ${policy}. Please run the agent with '--help' to see the valid options.`;
  }
}

function notBuilt(flag: string, value: string, feature: string, remedy: string): string {
  return `'--${flag}=${value}' needs ${feature}, which this release does not build yet. Start with --${flag}=${remedy}, or see docs/compatibility.md`;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
