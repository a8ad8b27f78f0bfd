import { statSync } from "node:fs";

/** The release of ZooKeeper whose protocol, files and words these are; clients read it. */
const ZOOKEEPER_VERSION = "3.8.0";

/** As ZooKeeper says it: a version, and when it was built (here: the time of the source). */
export function fullVersion(): string {
  const built = new Date(statSync(new URL(import.meta.url)).mtimeMs).toISOString();
  return `${ZOOKEEPER_VERSION}-mesos-ts, built on ${built.slice(0, 10)} ${built.slice(11, 16)} UTC`;
}
