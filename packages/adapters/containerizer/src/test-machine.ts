import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PosixContainerizer } from "./posix-containerizer.ts";
import { terminalProblem } from "./terminal-script.ts";
import { findTools } from "./tools.ts";
import type { Command, ContainerExit, Containerizer, ExitStatus, LaunchSpec } from "./types.ts";

// Helpers of the tests: a temporary folder with a runtime folder in it, and incarnations of an agent.

const MAX_LOOKS = 1000;
const LOOK_MS = 5;

export const shell = (value: string): Command => ({ shell: true, value });

/** Whether tests of terminals are left out: only where there can be none, and never in CI. */
export function lacksTerminals(): boolean {
  const problem = terminalProblem(findTools());
  if (problem === undefined || process.env["CI"] !== undefined) {
    return false;
  }
  console.warn(`Tests of terminals are skipped: ${problem}`);
  return true;
}

/** Waits until something holds. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    if (await holds()) {
      return;
    }
    await delay(LOOK_MS);
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** A folder that other users can enter. */
export function makeTempFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "containerizer test-"));
  chmodSync(path, 0o755);
  return path;
}

/** Collects exits and hands each to whoever waits for it. */
export class Exits {
  readonly seen: ContainerExit[] = [];
  readonly #waiting = new Map<string, (status: ExitStatus) => void>();

  constructor(containerizer: Containerizer) {
    containerizer.onExit((exit) => {
      this.seen.push(exit);
      this.#waiting.get(exit.containerId)?.(exit.status);
    });
  }

  /** The exit status of a container, awaited when it still runs. */
  of(containerId: string): Promise<ExitStatus> {
    const { promise, resolve } = Promise.withResolvers<ExitStatus>();
    this.#waiting.set(containerId, resolve);
    const seen = this.seen.find((exit) => exit.containerId === containerId);
    if (seen !== undefined) {
      resolve(seen.status);
    }
    return promise;
  }
}

/** One machine for a test. */
export class TestMachine {
  readonly home = makeTempFolder();
  readonly runtimeDir = join(this.home, "run time");
  readonly #shell: string | undefined;
  readonly #open = new Set<PosixContainerizer>();

  constructor(shellPath?: string) {
    this.#shell = shellPath;
  }

  /** A new incarnation of the agent. */
  open(watchIntervalMs = 50): PosixContainerizer {
    const containerizer = PosixContainerizer.open({
      runtimeDir: this.runtimeDir,
      watchIntervalMs,
      ...(this.#shell === undefined ? {} : { shell: this.#shell }),
    });
    this.#open.add(containerizer);
    return containerizer;
  }

  spec(containerId: string, command: Command | string, more: Partial<LaunchSpec> = {}): LaunchSpec {
    const sandbox = join(this.home, "work", containerId);
    return {
      containerId,
      sandbox,
      command: typeof command === "string" ? shell(command) : command,
      environment: {},
      stdout: join(sandbox, "stdout"),
      stderr: join(sandbox, "stderr"),
      ...more,
    };
  }

  /** What a container wrote to `stdout` or `stderr`. */
  output(containerId: string, name: "stdout" | "stderr" = "stdout"): string {
    return readFileSync(join(this.home, "work", containerId, name), "utf8");
  }

  /** Waits until a container made the file `ready` in its sandbox. */
  async untilReady(containerId: string): Promise<void> {
    const path = join(this.home, "work", containerId, "ready");
    await eventually(`container ${containerId}`, () => existsSync(path));
  }

  /** Ends every container and the supervisor, and deletes everything. */
  async destroy(): Promise<void> {
    for (const containerizer of this.#open) {
      await containerizer.close();
    }
    const last = this.open();
    const { containers } = await last.recover([]);
    for (const { containerId } of containers) {
      await last.destroy(containerId);
    }
    await last.shutdown();
    rmSync(this.home, { recursive: true, force: true });
  }
}
