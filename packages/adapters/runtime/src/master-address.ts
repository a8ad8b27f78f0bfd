import { err, mapErr, mapOk, ok, parseInteger, type Result } from "@mesos-ts/base";
import { parseZkUrl, ZK_SCHEME, type ZkUrl } from "@mesos-ts/zookeeper";
import type { ReadFile } from "./flags/value.ts";

/** Where a master listens; `host` is a name or an IPv4 address. */
export interface MasterAddress {
  readonly host: string;
  readonly port: number;
}

/** How the leading master is found: it is the one given, or the one that ZooKeeper names. */
export type MasterSource =
  | { readonly type: "address"; readonly address: MasterAddress }
  | { readonly type: "zookeeper"; readonly url: ZkUrl };

const MAX_PORT = 65_535;

/** Reads `zk://…/path`, `host:port` or `master@host:port`. Surrounding blanks do not count. */
export function parseMasterSource(text: string): Result<MasterSource> {
  const source: Result<MasterSource> = text.trim().startsWith(ZK_SCHEME)
    ? mapOk(parseZkUrl(text), (url) => ({ type: "zookeeper", url }))
    : mapOk(parseMasterAddress(text), (address) => ({ type: "address", address }));
  return mapErr(source, (error) => `Failed to create a master detector: ${error}`);
}

const FILE_SCHEME = "file://";

/** As `parseMasterSource`; `file:///path` stands for what that file says. */
export function readMasterSource(text: string, readFile: ReadFile): Result<MasterSource> {
  if (!text.startsWith(FILE_SCHEME)) return parseMasterSource(text);
  const path = text.slice(FILE_SCHEME.length);
  const content = readFile(path);
  return content.type === "ok"
    ? parseMasterSource(content.value)
    : err(
        `Failed to create a master detector: Failed to read from file at '${path}': ${content.error}`,
      );
}

/** Reads `host:port` or `master@host:port`. */
export function parseMasterAddress(text: string): Result<MasterAddress> {
  const trimmed = text.trim();
  const address = trimmed.startsWith("master@") ? trimmed.slice("master@".length) : trimmed;
  const colon = address.lastIndexOf(":");
  const host = address.slice(0, Math.max(colon, 0));
  const port = parseInteger(address.slice(colon + 1), 0, MAX_PORT);
  if (port.type === "error" || !/^[A-Za-z0-9._-]+$/.test(host)) {
    return err(`Failed to parse '${trimmed}'`);
  }
  return ok({ host, port: port.value });
}
