import { mkdirSync, readdirSync, rmSync } from "node:fs";
import type { Logger } from "@mesos-ts/runtime";
import type { EffectOf } from "./port.ts";

/** A persistent volume's folder that cannot be made: the path, why, and what to do. */
export class VolumeError extends Error {
  constructor(path: string, cause: unknown) {
    super(
      `Failed to create the persistent volume at '${path}': ${reason(cause)}. Make its disk writable, with room left, and start the agent again`,
      { cause },
    );
    this.name = "VolumeError";
  }
}

/** Makes a volume's folder; what is in it already stays. Throws `VolumeError`. */
export function makeVolume({ path }: EffectOf<"make-volume">): void {
  try {
    checkPath(path);
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new VolumeError(path, cause);
  }
}

/**
 * Removes a volume's data before anything else happens: its id may be used again at once. What a
 * task made undeletable stays, and the log says so.
 */
export function removeVolume(
  { path, keepFolder }: EffectOf<"remove-volume">,
  logger: Logger,
): void {
  try {
    checkPath(path);
    if (!keepFolder) {
      rmSync(path, { recursive: true, force: true });
      return;
    }
    for (const name of readdirSync(path)) {
      rmSync(`${path}/${name}`, { recursive: true, force: true });
    }
  } catch (cause) {
    logger.error(
      `Failed to remove the persistent volume at '${path}': ${reason(cause)}. Remove what is left of it by hand before its id is used again`,
    );
  }
}

function checkPath(path: string): void {
  const isPlain = path.startsWith("/") && !path.split("/").includes("..");
  if (!isPlain) throw new Error("it is not an absolute path without '..'");
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
