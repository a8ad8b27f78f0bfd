import { loggingFlags, supported } from "@mesos-ts/runtime";

/** The flags of the commands of `mesos-log`; only the command line is read, not the environment. */

const path = supported({ path: { type: "string", help: "Path to the log." } });
const timeout = supported({
  timeout: {
    type: "duration",
    help: "Maximum time allowed for the command to finish (500ms, 1secs, …).",
  },
});

const group = supported({
  quorum: { type: "int", min: 1, help: "Quorum size." },
  servers: { type: "string", help: "ZooKeeper servers: host:port,…" },
  znode: { type: "string", help: "ZooKeeper znode below which the replicas meet." },
  peers: {
    type: "set",
    help: "All replicas, in place of --servers and --znode: log-replica(1)@ip:port,… (Not in Apache Mesos.) Own address and port are set by LIBPROCESS_IP and LIBPROCESS_PORT.",
  },
  initialize: { type: "boolean", default: true, help: "Whether to initialize the log." },
});

export const initializeFlags = { ...loggingFlags, ...path, ...timeout };

export const readFlags = {
  ...loggingFlags,
  ...path,
  ...timeout,
  ...supported({
    from: { type: "int", min: 0, help: "Position from which to start reading the log." },
    to: { type: "int", min: 0, help: "Position at which to stop reading the log." },
  }),
};

export const replicaFlags = { ...loggingFlags, ...path, ...group };

export const benchmarkFlags = {
  ...loggingFlags,
  ...path,
  ...group,
  ...supported({
    input: {
      type: "string",
      help: "Trace file: each line is the size of an append (100B, 2MB, …).",
    },
    output: { type: "string", help: "Path to the output file." },
    type: {
      type: "string",
      default: "random",
      validate: (type) =>
        ["zero", "one", "random"].includes(type) ? undefined : `Unknown type of data '${type}'`,
      help: "Data to write: zero (all bits 0), one (all bits 1), random.",
    },
    outstanding: {
      type: "int",
      default: 1,
      min: 1,
      max: 1_000,
      help: "How many appends may be under way at a time. (Not in Apache Mesos.)",
    },
  }),
};
