import { createHash } from "node:crypto";
import { once } from "node:events";
import { realpathSync } from "node:fs";
import { createServer } from "node:net";
import { err, ok, type Result } from "@mesos-ts/base";

/** Until it is released, or its process ends however it may, nobody else takes the work_dir. */
export interface WorkDirLock {
  release(): Promise<void>;
}

/**
 * Two agents over one work_dir would write each other's checkpoints. An abstract socket named after
 * the folder is the lock: the kernel lets go of it when a process dies, even by `kill -9`, so no
 * stale lock can ever keep an agent from starting.
 */
export async function lockWorkDir(workDir: string): Promise<Result<WorkDirLock>> {
  const name = createHash("sha256").update(realpathSync(workDir)).digest("hex");
  const socket = createServer((connection) => connection.destroy());
  socket.listen(`\0mesos-agent-${name}`);
  try {
    await once(socket, "listening");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    return err(
      `Cannot use --work_dir=${workDir}: another agent runs in it. End that one first, or give this one a folder of its own`,
    );
  }
  socket.unref();
  return ok({
    release: async () => {
      socket.close();
      await once(socket, "close");
    },
  });
}
