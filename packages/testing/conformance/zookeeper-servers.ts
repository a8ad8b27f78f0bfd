import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./programs.ts";

const PROGRAM = join(import.meta.dirname, "../../apps/zookeeper/bin/mesos-zookeeper.js");
const JARS = ["zookeeper.jar", "zookeeper-jute.jar", "slf4j-api.jar", "slf4j-nop.jar"].map(
  (name) => `/usr/share/java/${name}`,
);
export const ZK_CLI = "/usr/share/zookeeper/bin/zkCli.sh";
/** Debian's Python, which has Debian's kazoo. */
export const PYTHON = "/usr/bin/python3";
const READY_MS = 30_000;
const POLL_MS = 20;
const ANSWER_MS = 2_000;

/** A coordinator, ours or Apache's, listening on loopback. */
export type ZooKeeperServer = {
  readonly port: number;
  readonly folder: string;
  readonly process: ChildProcess;
  readonly output: () => string;
};

/** Why a test that needs this program cannot run here; in CI everything is there or fails. */
export function missing(what: string, path: string): boolean {
  if (existsSync(path) || process.env["CI"] !== undefined) return false;
  console.warn(`Tests with ${what} are skipped: there is no ${path}`);
  return true;
}

export const noApacheZooKeeper = (): boolean =>
  missing("Apache ZooKeeper (apt-get install zookeeper)", JARS[0] ?? "");

export function noKazoo(): boolean {
  if (process.env["CI"] !== undefined) return false;
  try {
    execFileSync(PYTHON, ["-c", "import kazoo"], { stdio: "ignore" });
    return false;
  } catch {
    console.warn("Tests with kazoo are skipped (apt-get install python3-kazoo)");
    return true;
  }
}

/** Starts coordinators, and ends them and removes their folders. */
export class ZooKeeperServers {
  readonly #running: ChildProcess[] = [];
  readonly #folders: string[] = [];

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), "mesos-ts-zookeeper-"));
    this.#folders.push(folder);
    return folder;
  }

  /** Ours. With a folder and a port it goes on with what another left there. */
  async ours(
    flags: readonly string[] = [],
    folder = this.folder(),
    port?: number,
  ): Promise<ZooKeeperServer> {
    const at = port ?? (await freePort());
    const args = [PROGRAM, `--data_dir=${folder}`, "--ip=127.0.0.1", `--port=${at}`, ...flags];
    return this.#ready(at, folder, process.execPath, args);
  }

  /** Apache's, with what 3.8 has switched off by default switched on. */
  async apache(tickMs = 2_000, dataDir?: string): Promise<ZooKeeperServer> {
    const folder = this.folder();
    const port = await freePort();
    const config = join(folder, "zoo.cfg");
    const lines = [
      `tickTime=${tickMs}`,
      `dataDir=${dataDir ?? `${folder}/data`}`,
      `clientPort=${port}`,
      "clientPortAddress=127.0.0.1",
      "admin.enableServer=false",
      "4lw.commands.whitelist=*",
      "maxClientCnxns=0",
    ];
    writeFileSync(config, `${lines.join("\n")}\n`);
    const main = "org.apache.zookeeper.server.quorum.QuorumPeerMain";
    const options = ["-Dzookeeper.extendedTypesEnabled=true", "-Dzookeeper.enforceQuota=true"];
    return this.#ready(port, folder, "java", [...options, "-cp", JARS.join(":"), main, config]);
  }

  async kill(server: ZooKeeperServer): Promise<void> {
    const { process: child } = server;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
    await promise;
  }

  async close(): Promise<void> {
    for (const child of this.#running) child.kill("SIGKILL");
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  async #ready(
    port: number,
    folder: string,
    command: string,
    args: readonly string[],
  ): Promise<ZooKeeperServer> {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#running.push(child);
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    child.stderr.on("data", (chunk) => {
      text += chunk;
    });
    const server = { port, folder, process: child, output: () => text };
    const deadline = performance.now() + READY_MS;
    // It says that it is well before it serves; it counts nodes only when it does.
    while (!(await fourLetterWord(port, "srvr").catch(() => "")).includes("Node count")) {
      if (child.exitCode !== null || performance.now() > deadline) {
        throw new Error(`${command} does not answer on port ${port}:\n${text}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return server;
  }
}

/** Says a word to a server and gives what it answers. */
export function fourLetterWord(port: number, word: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(port, "127.0.0.1", () => socket.write(word));
  let text = "";
  // A server that is still starting may take a connection and forget it.
  socket.setTimeout(ANSWER_MS, () => socket.destroy());
  socket.setEncoding("utf8");
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.on("close", () => resolve(text));
  socket.on("error", reject);
  return promise;
}
