import { bytes, formatDuration, minutes, seconds, weeks } from "@mesos-ts/base";
import { refused, supported } from "../flags/definition.ts";
import { allocationFlags } from "./allocation.ts";
import { loggingFlags } from "./logging.ts";
import {
  AUTHENTICATION,
  AUTHORIZATION,
  identityFlags,
  MODULES,
  portFlag,
  sharedRefusedFlags,
  zooKeeperSessionTimeout,
} from "./shared.ts";

export const MIN_AGENT_REREGISTER_TIMEOUT = minutes(10);
const MIN_PING_TIMEOUT = seconds(1);
const MAX_PING_TIMEOUT = minutes(15);
const MASTER_PORT = 5050;

const stateFlags = supported({
  work_dir: {
    type: "string",
    help: "Folder for what the master must keep: the replicated log. Not needed by the in_memory registry.",
  },
  registry: {
    type: "string",
    default: "replicated_log",
    validate: validateRegistry,
    help: "Where the registry of agents is kept: replicated_log, on the disks of the masters, or in_memory, which is gone with the process and not for production.",
  },
  webui_dir: {
    type: "string",
    default: "/usr/share/mesos/webui",
    help: "Folder of the web UI's files.",
  },
  cluster: { type: "string", help: "Name of the cluster, shown in the web UI." },
});

const agentFlags = supported({
  agent_reregister_timeout: {
    type: "duration",
    default: MIN_AGENT_REREGISTER_TIMEOUT,
    deprecatedAlias: "slave_reregister_timeout",
    help: "Time that agents have to reregister after they disconnected or the master changed; later ones are marked unreachable. At least 10mins.",
  },
  agent_ping_timeout: {
    type: "duration",
    default: seconds(15),
    deprecatedAlias: "slave_ping_timeout",
    validate: (value) =>
      value < MIN_PING_TIMEOUT || value > MAX_PING_TIMEOUT
        ? `Expected \`--agent_ping_timeout\` to be between ${formatDuration(MIN_PING_TIMEOUT)} and ${formatDuration(MAX_PING_TIMEOUT)}`
        : undefined,
    help: "Time that an agent has to answer one ping, 1secs to 15mins. After --max_agent_ping_timeouts pings without answer the agent is marked unreachable.",
  },
  max_agent_ping_timeouts: {
    type: "int",
    default: 5,
    min: 0,
    deprecatedAlias: "max_slave_ping_timeouts",
    validate: (value) =>
      value < 1 ? "Expected `--max_agent_ping_timeouts` to be at least 1" : undefined,
    help: "Pings in a row that an agent may leave unanswered before it is marked unreachable.",
  },
});

const gateFlags = supported({
  require_agent_domain: {
    type: "boolean",
    default: false,
    help: "Register only agents that have a domain.",
  },
  offer_constraints_re2_max_mem: {
    type: "bytes",
    default: bytes(4096),
    help: "Most memory of one regular expression in a framework's offer constraints. A framework with a larger one is refused.",
  },
  offer_constraints_re2_max_program_size: {
    type: "int",
    default: 100,
    help: "Largest RE2 program of one regular expression in a framework's offer constraints. A framework with a larger one is refused.",
  },
});

const limitFlags = supported({
  root_submissions: {
    type: "boolean",
    default: true,
    help: "Whether frameworks may run as root.",
  },
  max_completed_frameworks: {
    type: "int",
    default: 50,
    min: 0,
    help: "Completed frameworks to remember.",
  },
  max_completed_tasks_per_framework: {
    type: "int",
    default: 1000,
    min: 0,
    help: "Completed tasks to remember for each framework.",
  },
  max_unreachable_tasks_per_framework: {
    type: "int",
    default: 1000,
    min: 0,
    help: "Unreachable tasks to remember for each framework.",
  },
  max_operator_event_stream_subscribers: {
    type: "int",
    default: 1000,
    min: 0,
    help: "Subscribers of the operator event stream at one time; one more closes the oldest.",
  },
  publish_per_framework_metrics: {
    type: "boolean",
    default: true,
    help: "Publish metrics for each active framework.",
  },
});

const electionFlags = supported({
  zk: {
    type: "path-or-content",
    help: "ZooKeeper servers for leader election: zk://user:password@host1:port1,host2:port2/path, or file:///path of a file that says it. Without it this master leads alone.",
  },
  zk_session_timeout: zooKeeperSessionTimeout,
  quorum: {
    type: "int",
    min: 1,
    help: "Replicas of the log that make a majority, the same on all masters: 2 of 3, 3 of 5. Needed with --zk; 1 without it.",
  },
});

const registryFlags = supported({
  registry_strict: {
    type: "boolean",
    default: false,
    validate: (value) =>
      value
        ? "Support for '--registry_strict' has been disabled and will be removed in a future version of Mesos"
        : undefined,
    help: "Disabled in Apache Mesos too.",
  },
  registry_fetch_timeout: {
    type: "duration",
    default: minutes(1),
    help: "Time to read the registry.",
  },
  registry_store_timeout: {
    type: "duration",
    default: seconds(20),
    help: "Time to write the registry.",
  },
  log_auto_initialize: {
    type: "boolean",
    default: true,
    help: "Initialize an empty replicated log.",
  },
  registry_gc_interval: {
    type: "duration",
    default: minutes(15),
    help: "Time between two removals of old agents from the registry.",
  },
  registry_max_agent_age: {
    type: "duration",
    default: weeks(2),
    help: "Time that the registry remembers unreachable and gone agents.",
  },
  registry_max_agent_count: {
    type: "int",
    default: 102_400,
    min: 0,
    help: "Unreachable and gone agents that the registry remembers.",
  },
  recovery_agent_removal_limit: {
    type: "string",
    default: "100%",
    deprecatedAlias: "recovery_slave_removal_limit",
    help: "Percentage of the recovered agents that may be removed after a failover.",
  },
  agent_removal_rate_limit: {
    type: "string",
    deprecatedAlias: "slave_removal_rate_limit",
    help: "Most agents to remove for missed pings in a time, such as 1/10mins.",
  },
});

const refusedFlags = {
  ...refused("framework rate limiting", {
    rate_limits: { type: "json", help: "Most messages a second for each principal, as JSON." },
  }),
  ...refused("network/port_mapping isolation", {
    max_executors_per_agent: {
      type: "int",
      deprecatedAlias: "max_executors_per_slave",
      help: "Most executors on one agent.",
    },
  }),
  ...refused(MODULES, {
    master_contender: {
      type: "string",
      help: "Name of the module that contends for leadership.",
    },
  }),
  ...refused(AUTHORIZATION, {
    authorizers: { type: "string", default: "local", help: "Authorizer to use." },
  }),
  ...refused(AUTHENTICATION, {
    authenticate_frameworks: {
      type: "boolean",
      default: false,
      deprecatedAlias: "authenticate",
      help: "Register only authenticated frameworks.",
    },
    authenticate_agents: {
      type: "boolean",
      default: false,
      deprecatedAlias: "authenticate_slaves",
      help: "Register only authenticated agents.",
    },
    authentication_v0_timeout: {
      type: "duration",
      default: seconds(15),
      help: "Time for one authentication of a driver or agent.",
    },
    authenticate_http_readwrite: {
      type: "boolean",
      default: false,
      deprecatedAlias: "authenticate_http",
      help: "Authenticate requests that change something.",
    },
    authenticate_http_readonly: {
      type: "boolean",
      default: false,
      help: "Authenticate requests that only read.",
    },
    authenticate_http_frameworks: {
      type: "boolean",
      default: false,
      help: "Authenticate HTTP frameworks.",
    },
    authenticators: { type: "string", default: "crammd5", help: "Authenticator to use." },
    http_authenticators: {
      type: "string",
      default: "basic",
      help: "Authenticator of HTTP requests.",
    },
    http_framework_authenticators: {
      type: "string",
      help: "Authenticator of HTTP frameworks.",
    },
    credentials: { type: "path", help: "JSON file of principals and their secrets." },
  }),
};

/** Every flag of `mesos-master`. */
export const masterFlags = {
  ...loggingFlags,
  ...identityFlags,
  ...supported({ port: portFlag(MASTER_PORT) }),
  ...stateFlags,
  ...electionFlags,
  ...agentFlags,
  ...allocationFlags,
  ...gateFlags,
  ...limitFlags,
  ...registryFlags,
  ...sharedRefusedFlags,
  ...refusedFlags,
};

function validateRegistry(registry: string): string | undefined {
  switch (registry) {
    case "in_memory":
    case "replicated_log":
    case "log_storage":
      return undefined;
    default:
      return `'${registry}' is not a supported option for registry persistence`;
  }
}
