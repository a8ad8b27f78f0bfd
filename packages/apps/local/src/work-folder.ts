import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { err, ok, type Result } from "@mesos-ts/base";

const OWNER_FILE = "mesos-local.pid";

/** The folder of one cluster, owned by one `mesos-local` at a time. */
export interface WorkFolder {
  readonly path: string;
  /** Lets others have it. */
  release(): void;
}

/**
 * Makes the folder and takes it. One that is in use is refused when it was asked for; the default
 * one gives way to another beside it.
 */
export function takeWorkFolder(wanted: string, isGiven: boolean): Result<WorkFolder> {
  const path = resolve(wanted);
  try {
    mkdirSync(path, { recursive: true });
    const owner = ownerOf(path);
    if (owner !== undefined && isGiven) {
      return err(
        `'${path}' is in use by another mesos-local (pid ${owner}): give another --work_dir`,
      );
    }
    if (owner !== undefined) return takeWorkFolder(`${path}-${process.pid}`, true);
    const file = `${path}/${OWNER_FILE}`;
    writeFileSync(file, `${process.pid}\n`);
    return ok({ path, release: () => rmSync(file, { force: true }) });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return err(`Failed to make the folder '${path}': ${why}. Give another one with --work_dir`);
  }
}

/** The process that has the folder, if it still runs. */
function ownerOf(path: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(`${path}/${OWNER_FILE}`, "utf8"), 10);
    if (!(pid > 0) || pid === process.pid) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (cause) {
    // It runs, as somebody else.
    return (cause as NodeJS.ErrnoException).code === "EPERM" ? 1 : undefined;
  }
}
