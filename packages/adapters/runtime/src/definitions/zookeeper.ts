import { bytes, minutes, seconds } from "@mesos-ts/base";
import { supported } from "../flags/definition.ts";
import { loggingFlags } from "./logging.ts";

/** Largest frame of ZooKeeper unless told otherwise. */
const JUTE_MAXBUFFER = bytes(0xfffff);

/** Every flag of `mesos-zookeeper`: keys of ZooKeeper's `zoo.cfg`, written as Mesos writes flags. */
export const zookeeperFlags = {
  ...loggingFlags,
  ...supported({
    data_dir: {
      type: "string",
      required: true,
      help: "Folder of the transaction log and the snapshots, in `version-2` below it. Made when missing.",
    },
    ip: { type: "string", default: "0.0.0.0", help: "IP address to listen on." },
    port: {
      type: "int",
      default: 2181,
      min: 0,
      max: 65_535,
      help: "Port to listen on; 0 takes any free one.",
    },
    tick_time: {
      type: "duration",
      default: seconds(2),
      validate: (tick) => (tick > 0 ? undefined : "--tick_time must be longer than 0"),
      help: "Unit of time: sessions expire at multiples of it.",
    },
    min_session_timeout: {
      type: "duration",
      help: "Shortest session timeout that a client gets. (default: 2 ticks)",
    },
    max_session_timeout: {
      type: "duration",
      help: "Longest session timeout that a client gets. (default: 20 ticks)",
    },
    max_client_cnxns: {
      type: "int",
      default: 60,
      min: 0,
      help: "Most connections from one IP address; 0 is no limit.",
    },
    max_cnxns: {
      type: "int",
      default: 10_000,
      min: 1,
      help: "Most connections in all.",
    },
    max_sessions: { type: "int", default: 100_000, min: 1, help: "Most sessions at one time." },
    jute_maxbuffer: {
      type: "bytes",
      default: JUTE_MAXBUFFER,
      help: "Largest request, and so about the most data of one node.",
    },
    snap_count: {
      type: "int",
      default: 100_000,
      min: 1,
      help: "Transactions in the log after which a snapshot is taken.",
    },
    snap_retain_count: {
      type: "int",
      default: 3,
      min: 1,
      help: "Snapshots that are kept, with the logs behind the oldest of them.",
    },
    container_check_interval: {
      type: "duration",
      default: minutes(1),
      help: "How often containers without children and nodes past their time to live are deleted.",
    },
    enforce_quota: {
      type: "boolean",
      default: false,
      help: "Refuse what would go beyond a hard quota. Soft ones only warn.",
    },
    super_digest: {
      type: "string",
      help: "Who may do everything: `user:hash`, where hash is base 64 of SHA-1 of `user:password`.",
    },
    "4lw_commands_whitelist": {
      type: "string",
      default: "*",
      help: "Four-letter words that are answered, separated by commas; `*` is all of them.",
    },
  }),
};
