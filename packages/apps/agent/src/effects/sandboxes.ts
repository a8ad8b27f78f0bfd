import {
  chownSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeSync,
} from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { lookupUser } from "@mesos-ts/containerizer";
import type { Clock, Logger } from "@mesos-ts/runtime";
import type { Dispatch, EffectOf } from "./port.ts";
import { redirected } from "./redirected.ts";
import { removeTree } from "./remove-tree.ts";
import type { SandboxFiles } from "./sandbox-files.ts";
import { createExecutorLines } from "./sandbox-lines.ts";

const RUN_FOLDER_MODE = 0o750;
const LOG_MODE = 0o644;
const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = constants;

export interface SandboxesOptions {
  readonly workDir: string;
  readonly files: SandboxFiles;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly dispatch: Dispatch;
  readonly ownUser: string;
  /** Somebody removes a folder of checkpoints, by its path below `meta`. */
  readonly onMetaRemoved: (path: string) => void;
}

/** Sandbox folders: made, logged to, shown, measured and removed. */
export class Sandboxes {
  readonly #options: SandboxesOptions;
  readonly #lines: (text: string) => string;

  constructor(options: SandboxesOptions) {
    this.#options = options;
    this.#lines = createExecutorLines(options.clock);
  }

  make({ path, latest, user }: EffectOf<"make-sandbox">): void {
    if (!this.#mayTouch(path)) return;
    try {
      const elsewhere = isNested(path) ? redirected(this.#options.workDir, path) : undefined;
      if (elsewhere !== undefined) throw new Error(`it leads to '${elsewhere}'`);
      makeFolder(path);
      if (latest !== undefined) replaceLink(latest, path);
    } catch (cause) {
      // The launch will say so, too, as the task's failure.
      this.#options.logger.error(`Failed to make sandbox '${path}': ${reason(cause)}`);
      return;
    }
    if (user !== undefined && user !== this.#options.ownUser) void this.#give(path, user);
  }

  /** Links a task's folder, or its volume, into its executor's. */
  link({ path, target, giveTo }: EffectOf<"link-path">): void {
    if (!this.#mayTouch(path)) return;
    try {
      mkdirSync(dirname(path), { recursive: true });
      replaceLink(path, target);
    } catch (cause) {
      this.#options.logger.warning(`Failed to link '${path}': ${reason(cause)}`);
      return;
    }
    if (giveTo !== undefined && giveTo !== this.#options.ownUser) void this.#give(target, giveTo);
  }

  /** Logs where Mesos's executors log: at the end of the sandbox's stderr. */
  log({ sandbox, text }: EffectOf<"sandbox-log">): void {
    const path = `${sandbox}/stderr`;
    try {
      // The task may have put a link or a pipe in its place.
      const flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK;
      const fd = openSync(path, flags, LOG_MODE);
      try {
        if (!isNested(sandbox) || !this.#isRedirected(fd, path)) writeSync(fd, this.#lines(text));
      } finally {
        closeSync(fd);
      }
    } catch (cause) {
      this.#options.logger.verbose(1, () => `Failed to log to '${path}': ${reason(cause)}`);
    }
  }

  attach({ path, virtualPath }: EffectOf<"attach-path">): void {
    this.#options.files.attachLater(path, virtualPath);
  }

  detach({ virtualPath }: EffectOf<"detach-path">): void {
    this.#options.files.detach(virtualPath);
  }

  async remove({ path }: EffectOf<"remove-path">): Promise<void> {
    const { dispatch, workDir, onMetaRemoved } = this.#options;
    if (!this.#mayTouch(path)) {
      dispatch({ type: "path-removed", path, error: "it is not in the work_dir" });
      return;
    }
    const meta = `${workDir}/meta/`;
    if (path.startsWith(meta)) onMetaRemoved(path.slice(meta.length));
    const error = await removeTree(path);
    dispatch({ type: "path-removed", path, error });
  }

  async measureDisk(): Promise<void> {
    const { workDir, dispatch, logger } = this.#options;
    try {
      const { blocks, bfree } = await statfs(workDir);
      const usage = blocks === 0 ? 0 : (blocks - bfree) / blocks;
      dispatch({ type: "disk-usage", usage });
    } catch (cause) {
      logger.error(`Failed to get disk usage of '${workDir}': ${reason(cause)}`);
    }
  }

  async #give(path: string, name: string): Promise<void> {
    try {
      const user = await lookupUser(name);
      if (user !== null) chownSync(path, user.uid, user.gid);
    } catch (cause) {
      this.#options.logger.warning(`Failed to give '${path}' to '${name}': ${reason(cause)}`);
    }
  }

  /** A task owns the folders above a nested sandbox and could lead elsewhere with them. */
  #isRedirected(fd: number, path: string): boolean {
    const { workDir } = this.#options;
    const suffix = path.slice(workDir.length);
    return !readlinkSync(`/proc/self/fd/${fd}`).endsWith(suffix);
  }

  #mayTouch(path: string): boolean {
    const { workDir, logger } = this.#options;
    const inside = path.startsWith(`${workDir}/`) && !path.split("/").includes("..");
    if (!inside) logger.error(`Refusing to touch '${path}': it is not in the work_dir`);
    return inside;
  }
}

function isNested(sandbox: string): boolean {
  return sandbox.includes("/containers/");
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: RUN_FOLDER_MODE });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT") throw cause;
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(path, { mode: RUN_FOLDER_MODE });
  }
}

/** Makes a link, or leads an existing one elsewhere without a moment when it is missing. */
function replaceLink(path: string, target: string): void {
  try {
    symlinkSync(target, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    const slash = path.lastIndexOf("/") + 1;
    const temporary = `${path.slice(0, slash)}.${path.slice(slash)}.new`;
    rmSync(temporary, { force: true });
    symlinkSync(target, temporary);
    renameSync(temporary, path);
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
