import { err, ok, parseInteger, type Result } from "@mesos-ts/base";

/** Where a master listens; `host` is a name or an IPv4 address. */
export interface MasterAddress {
  readonly host: string;
  readonly port: number;
}

const MAX_PORT = 65_535;

/** Reads `host:port` or `master@host:port`. Surrounding blanks do not count. */
export function parseMasterAddress(text: string): Result<MasterAddress> {
  const trimmed = text.trim();
  if (trimmed.startsWith("zk://")) {
    return err(
      `'${redact(trimmed)}' needs leader detection through ZooKeeper, which this release does not build yet. Give the master as host:port, or see docs/compatibility.md`,
    );
  }
  const address = trimmed.startsWith("master@") ? trimmed.slice("master@".length) : trimmed;
  const colon = address.lastIndexOf(":");
  const host = address.slice(0, Math.max(colon, 0));
  const port = parseInteger(address.slice(colon + 1), 0, MAX_PORT);
  if (port.type === "error" || !/^[A-Za-z0-9._-]+$/.test(host)) {
    return err(`Failed to parse '${trimmed}'`);
  }
  return ok({ host, port: port.value });
}

/** Without the password that a ZooKeeper URL may carry. */
function redact(url: string): string {
  return url.replace(/^zk:\/\/([^:@/]*):[^@]*@/, "zk://$1:…@");
}
