/** A Docker engine of a test's own: its data, its socket and its end are the test's. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { whatIsMissing } from "./test-system.ts";

const READY_MS = 60_000;
const POLL_MS = 100;
const SIZE = "size=12g";
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Undefined: an engine can run here. */
export function whyNoDocker(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "it needs root on Linux";
  return whatIsMissing("dockerd", "docker");
}

export class DockerEngine {
  readonly #daemon: ChildProcess;
  readonly #folder: string;
  readonly #host: string;

  private constructor(daemon: ChildProcess, folder: string, host: string) {
    this.#daemon = daemon;
    this.#folder = folder;
    this.#host = host;
  }

  /**
   * Without networks of its own, so that it needs none of the machine's: containers share the
   * host's. Its images are in memory (a few gigabytes), for each layer is a copy of all before it.
   */
  static async start(folder: string): Promise<DockerEngine> {
    mkdirSync(folder, { recursive: true });
    const { status, stderr } = spawnSync("mount", [
      "-t",
      "tmpfs",
      "-o",
      SIZE,
      "mesos-test",
      folder,
    ]);
    if (status !== 0) throw new Error(`cannot mount a tmpfs at ${folder}: ${stderr}`);
    const host = `unix://${join(folder, "docker.sock")}`;
    const logPath = join(folder, "dockerd.log");
    const log = openSync(logPath, "w");
    const daemon = spawn(
      "dockerd",
      [
        "--iptables=false",
        "--bridge=none",
        "--storage-driver=vfs",
        `--data-root=${join(folder, "data")}`,
        `--exec-root=${join(folder, "exec")}`,
        `--pidfile=${join(folder, "docker.pid")}`,
        `--host=${host}`,
      ],
      { stdio: ["ignore", log, log] },
    );
    const engine = new DockerEngine(daemon, folder, host);
    const endMs = Date.now() + READY_MS;
    while (engine.try(["version"]).status !== 0) {
      if (daemon.exitCode !== null || Date.now() > endMs) {
        await engine.close();
        throw new Error(`dockerd does not start:\n${readFileSync(logPath, "utf8")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return engine;
  }

  try(args: readonly string[]) {
    return spawnSync("docker", args, {
      encoding: "utf8",
      maxBuffer: MAX_OUTPUT_BYTES,
      env: { ...process.env, DOCKER_HOST: this.#host, DOCKER_BUILDKIT: "0" },
    });
  }

  /** What a command prints that must succeed. */
  run(...args: readonly string[]): string {
    const { status, stdout, stderr } = this.try(args);
    if (status !== 0) throw new Error(`docker ${args.join(" ")}: ${status}\n${stdout}${stderr}`);
    return stdout;
  }

  /** The base of other images, made of a folder. */
  import(folder: string, name: string): void {
    const command = `tar --create --directory="$0" . | docker import - "$1"`;
    const { status, stderr } = spawnSync("sh", ["-c", command, folder, name], {
      encoding: "utf8",
      env: { ...process.env, DOCKER_HOST: this.#host },
    });
    if (status !== 0) throw new Error(`docker import: ${stderr}`);
  }

  /** Containers end with it. */
  async close(): Promise<void> {
    if (this.#daemon.exitCode === null) {
      const all = this.try(["ps", "--quiet"]).stdout.split("\n").filter(Boolean);
      if (all.length > 0) this.try(["rm", "--force", ...all]);
      this.#daemon.kill();
      await once(this.#daemon, "exit");
    }
    // The engine leaves a mount behind, and what it started may still be on its way out.
    spawnSync("umount", ["--recursive", "--lazy", this.#folder]);
  }
}
