import { lstatSync, realpathSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Where a path in the work_dir really leads when that is somewhere else. Who runs in a container
 * owns the folders that others are nested in, and could put a link in the place of one.
 */
export function redirected(workDir: string, path: string): string | undefined {
  let there = path;
  while (there !== workDir && lstatSync(there, { throwIfNoEntry: false }) === undefined) {
    there = dirname(there);
  }
  const expected = realpathSync(workDir) + there.slice(workDir.length);
  let real: string;
  try {
    real = realpathSync(there);
  } catch {
    return there; // A link to nothing, yet.
  }
  return real === expected ? undefined : real;
}
