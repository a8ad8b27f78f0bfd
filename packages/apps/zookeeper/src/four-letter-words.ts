import { arch, hostname, platform, release, userInfo } from "node:os";
import type { Coordinator } from "@mesos-ts/zookeeper";
import type { ClientConnection } from "./client-connection.ts";
import type { StorageFigures, TrafficFigures } from "./figures.ts";
import { sessionsDump } from "./sessions-dump.ts";
import type { ZooKeeperSettings } from "./settings.ts";
import { fullVersion } from "./version.ts";

/** What the words tell of. */
export type Scene = {
  readonly settings: ZooKeeperSettings;
  readonly port: number;
  readonly coordinator: Coordinator;
  readonly connections: ReadonlyMap<number, ClientConnection>;
  readonly traffic: TrafficFigures;
  readonly storage: StorageFigures;
  readonly startedMs: number;
  readonly wallMs: () => number;
  readonly monotonicMs: () => number;
  /** Bytes of the files in the folder of the data. */
  readonly dataBytes: () => number;
  /** Open files of this process, and how many it may open. */
  readonly openFiles: () => { readonly open: number; readonly most: number };
};

type Word = (scene: Scene) => string;

const hex = (value: bigint): string => `0x${BigInt.asUintN(64, value).toString(16)}`;
const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");
/** At most four digits behind the point, as ZooKeeper's means have. */
const mean = (value: number): string => {
  const text = String(Math.round(value * 10_000) / 10_000);
  return text.includes(".") ? text : `${text}.0`;
};
const NOT_BUILT = "is not executed because this server does not build it";

/** Every four-letter word and its answer, in ZooKeeper's format. */
const WORDS: ReadonlyMap<string, Word> = new Map<string, Word>([
  ["ruok", () => "imok"],
  ["isro", () => "rw"],
  ["conf", conf],
  ["cons", (scene) => `${lines(...connectionLines(scene, true))}\n`],
  ["crst", crst],
  ["dirs", ({ dataBytes }) => lines(`datadir_size: ${dataBytes()}`, `logdir_size: ${dataBytes()}`)],
  ["dump", (scene) => sessionsDump(scene)],
  ["envi", envi],
  ["mntr", mntr],
  ["srst", srst],
  ["srvr", srvr],
  ["stat", stat],
  ["wchc", wchc],
  ["wchp", wchp],
  ["wchs", wchs],
  ["hash", () => lines(`hash ${NOT_BUILT}: it keeps no digests of the tree`)],
  ["gtmk", () => lines(`gtmk ${NOT_BUILT}: it has no trace log`)],
  ["stmk", () => lines(`stmk ${NOT_BUILT}: it has no trace log`)],
]);

/** The word that a connection begins with, if it is one. */
export function wordIn(bytes: Buffer): string | undefined {
  const word = bytes.toString("latin1", 0, 4);
  return WORDS.has(word) ? word : undefined;
}

export function answerWord(word: string, scene: Scene): string {
  const { whitelist } = scene.settings;
  if (whitelist !== "*" && !whitelist.includes(word)) {
    return lines(`${word} is not executed because it is not in the whitelist.`);
  }
  return WORDS.get(word)?.(scene) ?? "";
}

function conf({ settings, port, dataBytes }: Scene): string {
  const folder = `${settings.dataDir}/version-2`;
  return lines(
    `clientPort=${port}`,
    "secureClientPort=-1",
    `dataDir=${folder}`,
    `dataDirSize=${dataBytes()}`,
    `dataLogDir=${folder}`,
    `dataLogSize=${dataBytes()}`,
    `tickTime=${settings.tickMs}`,
    `maxClientCnxns=${settings.maxClientCnxns}`,
    `minSessionTimeout=${settings.minSessionTimeoutMs}`,
    `maxSessionTimeout=${settings.maxSessionTimeoutMs}`,
    "clientPortListenBacklog=-1",
    "serverId=0",
  );
}

function connectionLines(scene: Scene, full: boolean): readonly string[] {
  return [...scene.connections.values()].map((connection) => {
    const { address, port, outstanding, received, sent } = connection;
    const host = address.includes(":") ? `[${address}]` : address;
    const session = scene.coordinator.connections().get(connection.id);
    const established = session !== undefined && session.session !== 0n;
    const counts = `queued=${outstanding},recved=${received},sent=${sent}`;
    const more = full && established ? `,${sessionText(connection, session)}` : "";
    return ` /${host}:${port}[${established ? 1 : 0}](${counts}${more})`;
  });
}

function sessionText(
  connection: ClientConnection,
  session: { readonly session: bigint; readonly timeoutMs: number },
): string {
  const { last, latency } = connection;
  const xid = (last?.xid ?? 0) >>> 0;
  return [
    `sid=${hex(session.session)}`,
    `lop=${operationName(last?.operation)}`,
    `est=${Math.floor(connection.establishedMs)}`,
    `to=${session.timeoutMs}`,
    `lcxid=0x${xid.toString(16)}`,
    `lzxid=${hex(last?.zxid ?? 0n)}`,
    `lresp=${Math.floor(connection.lastResponseMs)}`,
    `llat=${Math.round(connection.lastLatencyMs)}`,
    `minlat=${Math.round(latency.min)}`,
    `avglat=${Math.round(latency.average)}`,
    `maxlat=${Math.round(latency.max)}`,
  ].join(",");
}

/** ZooKeeper's short names of operations. */
const OPERATION_NAMES: ReadonlyMap<string, string> = new Map([
  ["createSession", "SESS"],
  ["create", "CREA"],
  ["create2", "CREA"],
  ["createTTL", "CREA"],
  ["createContainer", "CREA"],
  ["delete", "DELE"],
  ["exists", "EXIS"],
  ["getData", "GETD"],
  ["setData", "SETD"],
  ["getACL", "GETA"],
  ["setACL", "SETA"],
  ["getChildren", "GETC"],
  ["getChildren2", "GETC"],
  ["getAllChildrenNumber", "GETACN"],
  ["getEphemerals", "GETE"],
  ["sync", "SYNC"],
  ["ping", "PING"],
  ["check", "CHEC"],
  ["multi", "MULT"],
  ["multiRead", "MLTR"],
  ["setWatches", "SETW"],
  ["setWatches2", "STW2"],
  ["addWatch", "ADDW"],
  ["checkWatches", "CHKW"],
  ["removeWatches", "REMW"],
  ["whoAmI", "HOMI"],
  ["reconfig", "RECO"],
  ["closeSession", "CLOS"],
]);

const operationName = (operation: string | undefined): string =>
  OPERATION_NAMES.get(operation ?? "") ?? "NA";

function crst({ connections }: Scene): string {
  for (const connection of connections.values()) connection.resetFigures();
  return lines("Connection stats reset.");
}

function srst({ traffic }: Scene): string {
  traffic.reset();
  return lines("Server stats reset.");
}

function srvr(scene: Scene): string {
  return `${lines(`Zookeeper version: ${fullVersion()}`)}${figures(scene)}`;
}

function stat(scene: Scene): string {
  const clients = lines("Clients:", ...connectionLines(scene, false), "");
  return `${lines(`Zookeeper version: ${fullVersion()}`)}${clients}${figures(scene)}`;
}

function figures({ traffic, connections, coordinator }: Scene): string {
  const { latency } = traffic;
  const { database } = coordinator;
  return lines(
    `Latency min/avg/max: ${Math.round(latency.min)}/${mean(latency.average)}/${Math.round(latency.max)}`,
    `Received: ${traffic.received}`,
    `Sent: ${traffic.sent}`,
    `Connections: ${connections.size}`,
    `Outstanding: ${traffic.outstanding}`,
    `Zxid: ${hex(database.lastZxid)}`,
    "Mode: standalone",
    `Node count: ${nodeCount(database.tree.size)}`,
  );
}

/** ZooKeeper counts the root twice: it is stored under "" and under "/". */
const nodeCount = (nodes: number): number => nodes + 1;

function envi(): string {
  return lines(
    "Environment:",
    `zookeeper.version=${fullVersion()}`,
    `host.name=${hostname()}`,
    `node.version=${process.versions.node}`,
    `os.name=${platform()}`,
    `os.arch=${arch()}`,
    `os.version=${release()}`,
    `user.name=${userInfo().username}`,
    `user.home=${userInfo().homedir}`,
    `user.dir=${process.cwd()}`,
  );
}

function mntr(scene: Scene): string {
  const { traffic, storage, connections, coordinator } = scene;
  const { database, watches } = coordinator;
  const { syncs } = storage;
  const files = scene.openFiles();
  const values: readonly (readonly [string, string | number])[] = [
    ["version", fullVersion()],
    ["server_state", "standalone"],
    ["ephemerals_count", database.tree.ephemeralCount],
    ["num_alive_connections", connections.size],
    ["avg_latency", mean(traffic.latency.average)],
    ["outstanding_requests", traffic.outstanding],
    ["znode_count", nodeCount(database.tree.size)],
    ["global_sessions", database.sessions.size],
    ["local_sessions", 0],
    ["last_client_response_size", traffic.responseBytes.last],
    ["min_client_response_size", traffic.responseBytes.min],
    ["max_client_response_size", traffic.responseBytes.max],
    ["packets_sent", traffic.sent],
    ["packets_received", traffic.received],
    ["watch_count", watches.data.size + watches.children.size],
    ["min_latency", Math.round(traffic.latency.min)],
    ["max_latency", Math.round(traffic.latency.max)],
    ["max_file_descriptor_count", files.most],
    ["open_file_descriptor_count", files.open],
    ["approximate_data_size", database.tree.dataBytes],
    ["uptime", Math.round(scene.monotonicMs() - scene.startedMs)],
    ["connection_rejected", traffic.rejectedConnections],
    ["snap_count", storage.snapshots],
    ["avg_fsynctime", mean(syncs.average)],
    ["min_fsynctime", Math.round(syncs.min)],
    ["max_fsynctime", Math.round(syncs.max)],
    ["cnt_fsynctime", syncs.count],
    ["sum_fsynctime", Math.round(syncs.sum)],
  ];
  return lines(...values.map(([name, value]) => `zk_${name}\t${value}`));
}

function sessionOf({ coordinator }: Scene, connection: number): string {
  return hex(coordinator.connections().get(connection)?.session ?? 0n);
}

function wchs({ coordinator }: Scene): string {
  const { data } = coordinator.watches;
  return lines(
    `${data.watcherCount} connections watching ${data.pathCount} paths`,
    `Total watches:${data.size}`,
  );
}

function wchc(scene: Scene): string {
  const watchers = [...scene.coordinator.watches.data.byWatcher()];
  return lines(
    ...watchers.flatMap(([watcher, paths]) => [
      sessionOf(scene, watcher),
      ...[...paths].map((path) => `\t${path}`),
    ]),
    "",
  );
}

function wchp(scene: Scene): string {
  return lines(
    ...[...scene.coordinator.watches.data.byPath()].flatMap(([path, watchers]) => [
      path,
      ...[...watchers].map((watcher) => `\t${sessionOf(scene, watcher)}`),
    ]),
    "",
  );
}
