import { err, ok, parseInteger, type Result } from "@mesos-ts/base";
import type { ServerAddress } from "../client/contract.ts";
import { pathProblem } from "../protocol/path.ts";

/** Where a group is: `zk://[user:password@]host1:port1,host2:port2/path`. */
export interface ZkUrl {
  readonly servers: readonly ServerAddress[];
  /** Starts with a slash, does not end with one, and is not empty. */
  readonly path: string;
  /** `user:password`, for the scheme `digest`. */
  readonly credentials: string | undefined;
}

export const ZK_SCHEME = "zk://";

const MAX_PORT = 65_535;

/** An ensemble is small; a list beyond this is a mistake. */
const MAX_SERVERS = 100;

/** Reads a URL, with Mesos's texts. Surrounding blanks do not count. */
export function parseZkUrl(text: string): Result<ZkUrl> {
  const trimmed = text.trim();
  if (!trimmed.startsWith(ZK_SCHEME)) {
    return err("Expecting 'zk://' at the beginning of the URL");
  }
  const rest = trimmed.slice(ZK_SCHEME.length);
  const slash = rest.indexOf("/");
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? "" : withoutTrailingSlash(rest.slice(slash));
  if (path === "" || path === "/") {
    return err("Expecting a (chroot) path for ZooKeeper ('/' is not supported)");
  }
  const problem = pathProblem(path);
  if (problem !== undefined) return err(problem);
  const at = authority.lastIndexOf("@");
  const servers = parseServers(authority.slice(at + 1));
  if (servers.type === "error") return servers;
  const credentials = at < 0 ? undefined : authority.slice(0, at);
  return ok({ servers: servers.value, path, credentials });
}

/** As one may show it: without the password. */
export function formatZkUrl({ servers, path, credentials }: ZkUrl): string {
  const user = credentials === undefined ? "" : `${credentials.split(":")[0]}:…@`;
  return `${ZK_SCHEME}${user}${servers.map(formatServer).join(",")}${path}`;
}

/** The same ensemble and credentials, and a group below the group. */
export function childUrl(url: ZkUrl, name: string): ZkUrl {
  return { ...url, path: `${url.path}/${name}` };
}

function withoutTrailingSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

/** Commas too many do not count, as ZooKeeper's C client had it: guides write `h:2181,/mesos`. */
function parseServers(text: string): Result<readonly ServerAddress[]> {
  const named = text.split(",").filter((part) => part !== "");
  const parts = named.length === 0 ? [""] : named;
  if (parts.length > MAX_SERVERS) return err(`More than ${MAX_SERVERS} ZooKeeper servers`);
  const servers: ServerAddress[] = [];
  for (const part of parts) {
    const server = parseServer(part);
    if (server === undefined) {
      return err(`Failed to parse '${part}' as a ZooKeeper server: expecting 'host:port'`);
    }
    servers.push(server);
  }
  return ok(servers);
}

function parseServer(text: string): ServerAddress | undefined {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+)):(\d+)$/.exec(text);
  if (match === null) return undefined;
  const host = match[1] ?? match[2];
  const port = parseInteger(match[3] ?? "", 1, MAX_PORT);
  return host === undefined || port.type === "error" ? undefined : { host, port: port.value };
}

function formatServer({ host, port }: ServerAddress): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
