import { seconds } from "@mesos-ts/base";
import { refused, supported } from "../flags/definition.ts";
import { loggingFlags } from "./logging.ts";
import { AUTHENTICATION } from "./shared.ts";

/** Every flag of `mesos-resolve`. Its usage line is `Usage: mesos-resolve <master>`. */
export const resolveFlags = supported({
  timeout: {
    type: "duration",
    default: seconds(5),
    help: "Time to find the master.",
  },
  verbose: { type: "boolean", default: false, help: "Also print what is being done." },
});

/** The flags of `mesos-local` itself; master and agent flags may be given beside them. */
/** More on one machine show nothing new. */
const MAX_LOCAL_MASTERS = 7;

export function localFlags(temporary: string) {
  return {
    ...loggingFlags,
    ...supported({
      work_dir: {
        type: "string",
        default: `${temporary}/mesos/work`,
        help: "Folder of the cluster: `zookeeper`, `master`, and `agents/<n>` with `work`, `run` and `fetch`.",
      },
      num_slaves: { type: "int", default: 1, min: 0, help: "Agents to launch." },
      num_masters: {
        type: "int",
        default: 1,
        min: 1,
        max: MAX_LOCAL_MASTERS,
        validate: (masters) =>
          masters % 2 === 0
            ? "Expected `--num_masters` to be odd: a majority of them decides"
            : undefined,
        help: "Masters to launch: 1, or 3 to see one take over from another.",
      },
      zookeeper_port: {
        type: "int",
        default: 2181,
        min: 0,
        max: 65_535,
        help: "Port of the coordinator that comes with the cluster; 0 takes any free one. With --zk the masters use another one, and none is started.",
      },
    }),
  };
}

/** Every flag of `mesos-execute`. Only the command line is read, not the environment. */
export const executeFlags = {
  ...supported({
    master: {
      type: "string",
      required: true,
      help: "Master to use, such as IP:PORT or zk://host:port,…/path.",
    },
    task: {
      type: "json",
      help: "Task to launch, a TaskInfo as JSON or file:///path of it; agent_id need not be set.",
    },
    task_group: {
      type: "json",
      help: "Task group to launch, a TaskGroupInfo as JSON or file:///path of it.",
    },
    name: { type: "string", help: "Name of the command's task." },
    shell: {
      type: "boolean",
      default: true,
      help: "Run the command with a shell.",
    },
    command: { type: "string", help: "Command to launch." },
    env: {
      type: "json",
      validate: (environment) =>
        Object.values(environment).every((value) => typeof value === "string")
          ? undefined
          : "`env` must only contain string values",
      help: 'Environment of the command, as JSON or file:///path of it: {"name": "value"}.',
    },
    resources: {
      type: "string",
      default: "cpus:1;mem:128",
      help: "Resources of the command.",
    },
    checkpoint: {
      type: "boolean",
      default: false,
      help: "Let the task outlive restarts of its agent.",
    },
    framework_capabilities: {
      type: "set",
      help: "Comma-separated capabilities to add: GPU_RESOURCES.",
    },
    containerizer: {
      type: "string",
      default: "mesos",
      validate: (value) =>
        value === "mesos"
          ? undefined
          : value === "docker"
            ? "'--containerizer=docker' needs the Docker containerizer, which this release does not build yet. Start with --containerizer=mesos, or see docs/compatibility.md"
            : `Unsupported containerizer: ${value}`,
      help: "Containerizer to use: mesos.",
    },
    role: { type: "string", default: "*", help: "Role to register with." },
    kill_after: { type: "duration", help: "Time after which the task is killed." },
    content_type: {
      type: "string",
      default: "protobuf",
      validate: (value) =>
        ["json", "application/json", "protobuf", "application/x-protobuf"].includes(value)
          ? undefined
          : `Invalid content type '${value}'`,
      help: "Encoding of the scheduler API's messages: json or protobuf.",
    },
    partition_aware: {
      type: "boolean",
      default: true,
      help: "Hear of unreachable agents, rather than lose their tasks.",
    },
  }),
  ...refused("packages through HDFS", {
    hadoop: { type: "string", default: "hadoop", help: "Path of the hadoop command." },
    hdfs: { type: "string", default: "localhost:9000", help: "Address of the NameNode." },
    package: { type: "string", help: "Package to upload and fetch for the command." },
    overwrite: { type: "boolean", default: false, help: "Overwrite a package of the name." },
  }),
  ...refused("container images", {
    appc_image: { type: "string", help: "Appc image of the command." },
    docker_image: { type: "string", help: "Docker image of the command." },
  }),
  ...refused("Linux namespaces and capabilities", {
    effective_capabilities: { type: "json", help: "Linux capabilities of the command." },
    bounding_capabilities: { type: "json", help: "Linux capabilities it may have at most." },
    rlimits: { type: "json", help: "Resource limits of the command, as JSON." },
  }),
  ...refused("container networks (CNI)", {
    networks: { type: "string", help: "Comma-separated networks to join." },
  }),
  ...refused("volumes", {
    volumes: { type: "json", help: "Volumes of the command, a JSON array." },
  }),
  ...refused("terminals", {
    tty: { type: "boolean", default: false, help: "Attach a terminal to the task." },
  }),
  ...refused(AUTHENTICATION, {
    principal: { type: "string", help: "Principal of the framework." },
    secret: { type: "string", help: "Secret of the framework." },
  }),
};
