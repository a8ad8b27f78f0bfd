import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { err, ok, type Result } from "@mesos-ts/base";

/** Makes the work_dir, or checks that a program can work in it. The error names the remedy. */
export function prepareWorkDir(workDir: string): Result<undefined> {
  try {
    makeFolders(resolve(workDir));
    if (!statSync(workDir).isDirectory()) throw new Error("it is not a directory");
    accessSync(workDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(undefined);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(
      `Cannot use --work_dir=${workDir}: ${reason}. Give a folder that this user can write to`,
    );
  }
}

/**
 * Level by level: where nothing can be made though the parent exists, as in `/proc`, Node.js's own
 * recursive `mkdir` never returns.
 */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  mkdirSync(path);
}
