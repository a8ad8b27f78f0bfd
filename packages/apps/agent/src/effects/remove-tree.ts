import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, dirname } from "node:path";

/**
 * Removes a folder and, when it was the last run of an executor or the last executor of a
 * framework, what is left of those. The error, if any, is for the log.
 */
export async function removeTree(path: string): Promise<string | undefined> {
  try {
    await rm(path, { recursive: true, force: true });
    tidyRuns(dirname(path));
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** `runs` without a run is of no use, nor is what lies beside it. Nothing can come between: no step waits. */
function tidyRuns(runs: string): void {
  if (basename(runs) !== "runs" || !holdsOnly(runs, ["latest"])) return;
  const executor = dirname(runs);
  rmSync(executor, { recursive: true, force: true });
  const executors = dirname(executor);
  if (basename(executors) !== "executors" || !holdsOnly(executors, [])) return;
  const framework = dirname(executors);
  if (!holdsOnly(framework, ["executors", "framework.info", "framework.pid"])) return;
  rmSync(framework, { recursive: true, force: true });
  if (holdsOnly(dirname(framework), [])) rmdirSync(dirname(framework));
}

function holdsOnly(folder: string, names: readonly string[]): boolean {
  try {
    return readdirSync(folder).every((name) => names.includes(name));
  } catch {
    return false;
  }
}
