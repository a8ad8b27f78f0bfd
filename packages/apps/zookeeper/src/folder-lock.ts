import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { err, ok, type Result } from "@mesos-ts/base";

/**
 * Keeps a second server from the same folder. The lock is an abstract socket, which the system
 * takes back when the process ends, however it ends.
 */
export async function lockFolder(folder: string): Promise<Result<Server>> {
  const { promise, resolve } = Promise.withResolvers<Result<Server>>();
  const lock = createServer();
  lock.once("error", () =>
    resolve(
      err(
        `Another mesos-zookeeper uses ${folder}. Stop it, or start this one with another --data_dir`,
      ),
    ),
  );
  // A hash, for such a name must be short.
  const name = createHash("sha256")
    .update(await realpath(folder))
    .digest("hex");
  lock.listen(`\0mesos-zookeeper:${name}`, () => resolve(ok(lock)));
  lock.unref();
  return promise;
}
