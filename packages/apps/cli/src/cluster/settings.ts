import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseDuration } from "@mesos-ts/base";
import { parse } from "smol-toml";
import { misused } from "../failure.ts";

/** `user:secret` of HTTP's basic authentication. */
export interface Credentials {
  readonly principal: string;
  readonly secret: string;
}

export interface Settings {
  /** What `resolveMaster` takes. */
  readonly master: string;
  readonly masterCredentials: Credentials | undefined;
  readonly agentCredentials: Credentials | undefined;
  readonly timeoutMs: number;
}

const DEFAULT_MASTER = "127.0.0.1:5050";
const DEFAULT_TIMEOUT_MS = 5_000;

type Environment = Readonly<Record<string, string | undefined>>;
type Table = Readonly<Record<string, unknown>>;

/** The configuration's path, and whether it was asked for by name. */
export function configurationPath(environment: Environment): { path: string; chosen: boolean } {
  const chosen = environment["MESOS_CLI_CONFIG"];
  return chosen === undefined || chosen === ""
    ? { path: join(environment["HOME"] ?? homedir(), ".mesos", "config.toml"), chosen: false }
    : { path: chosen, chosen: true };
}

/** The command line goes before the environment, and that before the configuration. */
export function readSettings(
  environment: Environment,
  given: { readonly master: string | undefined; readonly timeout: string | undefined },
): Settings {
  const { path, chosen } = configurationPath(environment);
  const file = chosen || existsSync(path) ? readConfiguration(path) : {};
  checkPlugins(file, path);
  const agent = tableAt(file, "agent", path);
  if (agent["ssl"] === true) {
    throw misused(`${path}: 'agent.ssl' is not supported: agents are reached with plain HTTP only`);
  }
  const named = given.master ?? (environment["MESOS_MASTER"] || undefined);
  return {
    master: bare(named ?? configuredMaster(file, path) ?? DEFAULT_MASTER),
    masterCredentials: credentialsIn(tableAt(file, "master", path), "master", path),
    agentCredentials: credentialsIn(agent, "agent", path),
    timeoutMs: given.timeout === undefined ? timeoutIn(agent, path) : duration(given.timeout),
  };
}

function readConfiguration(path: string): Table {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    const text = error instanceof Error ? error.message.trim() : String(error);
    throw misused(`Error loading config file as TOML: ${path}: ${text}`);
  }
}

/** Plug-ins of the Python command line are Python modules. */
function checkPlugins(file: Table, path: string): void {
  const { plugins } = file;
  if (plugins === undefined) return;
  if (!Array.isArray(plugins)) {
    throw misused(`Unable to parse config file '${path}': 'plugins' field must be a list`);
  }
  if (plugins.length === 0) return;
  throw misused(
    `${path}: the plugin '${plugins[0]}' cannot be loaded, because plugins in Python are not ` +
      "supported: remove it, and put a program mesos-<name> on the PATH for `mesos <name>`",
  );
}

function configuredMaster(file: Table, path: string): string | undefined {
  if (file["master"] === undefined) return undefined;
  const master = tableAt(file, "master", path);
  const { address, zookeeper } = master;
  if (address === undefined && zookeeper === undefined) {
    throw misused(
      `${path}: The 'master' field must either contain an 'address' field or a 'zookeeper' dictionary`,
    );
  }
  if (address !== undefined && zookeeper !== undefined) {
    throw misused(
      `${path}: The 'master' field should only contain an 'address' field or a 'zookeeper' dictionary but not both`,
    );
  }
  if (zookeeper !== undefined) return zookeeperMaster(tableAt(master, "zookeeper", path), path);
  if (typeof address !== "string") throw misused(`${path}: 'master.address' must be a text`);
  return address;
}

function zookeeperMaster({ addresses, path: znode }: Table, path: string): string {
  if (!Array.isArray(addresses) || addresses.length === 0) {
    throw misused(`${path}: The 'zookeeper' field must contain an 'addresses' list`);
  }
  if (typeof znode !== "string") {
    throw misused(`${path}: The 'zookeeper' field must contain a 'path' field`);
  }
  if (!znode.startsWith("/")) {
    throw misused(`${path}: The 'zookeeper' field 'path' must start with a '/'`);
  }
  if (znode === "/") {
    throw misused(`${path}: The 'zookeeper' field 'path' should be nested ('/' is not supported)`);
  }
  return `zk://${addresses.map((each) => bare(String(each))).join(",")}${znode}`;
}

function credentialsIn(table: Table, name: string, path: string): Credentials | undefined {
  const { principal, secret } = table;
  if (principal === undefined && secret === undefined) return undefined;
  if (typeof principal === "string" && typeof secret === "string") return { principal, secret };
  throw misused(`${path}: '${name}' needs both 'principal' and 'secret', as texts`);
}

function timeoutIn(agent: Table, path: string): number {
  const { timeout } = agent;
  if (timeout === undefined) return DEFAULT_TIMEOUT_MS;
  if (typeof timeout === "number" && timeout > 0) return timeout * 1_000;
  throw misused(`${path}: The 'agent->timeout' field must be a number in seconds`);
}

function duration(text: string): number {
  const parsed = parseDuration(text);
  if (parsed.type === "error") throw misused(`--timeout: ${parsed.error}`);
  if (parsed.value <= 0) throw misused("--timeout must be longer than nothing");
  return parsed.value;
}

function tableAt(table: Table, name: string, path: string): Table {
  const value = table[name];
  if (value === undefined) return {};
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Table;
  throw misused(`${path}: The '${name}' field must be a dictionary`);
}

/** Configurations of the Python command line may have `http://host:port`. */
function bare(address: string): string {
  return address
    .trim()
    .replace(/^http:\/\//, "")
    .replace(/\/+$/, "");
}
