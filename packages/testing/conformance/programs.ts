import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const apps = join(import.meta.dirname, "../../apps");
const READY_MS = 20_000;
const POLL_MS = 20;

/** A running program of ours, listening on loopback. */
export interface Program {
  readonly address: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** What it wrote to stderr and stdout so far. */
  output(): string;
}

/** Starts the real programs in a folder of their own, and ends and removes all of it. */
export class Programs {
  readonly folder = mkdtempSync(join(tmpdir(), "mesos-ts-"));
  readonly #running: ChildProcess[] = [];

  async master(flags: readonly string[] = []): Promise<Program> {
    const port = await freePort();
    return this.#start("master", "mesos-master", port, [
      "--ip=127.0.0.1",
      "--hostname=localhost",
      `--port=${port}`,
      `--work_dir=${join(this.folder, "master")}`,
      ...flags,
    ]);
  }

  async agent(master: Program, flags: readonly string[] = []): Promise<Program> {
    const port = await freePort();
    const agent = await this.#start("agent", "mesos-agent", port, [
      `--master=${master.address}`,
      "--ip=127.0.0.1",
      "--hostname=localhost",
      `--port=${port}`,
      `--work_dir=${join(this.folder, "agent")}`,
      `--runtime_dir=${join(this.folder, "run")}`,
      ...flags,
    ]);
    await until(async () => {
      const state = await getJson<{ activated_slaves: number }>(master, "/master/state");
      return state.activated_slaves > 0;
    });
    return agent;
  }

  async close(): Promise<void> {
    // Agents first, so that they can say goodbye to nobody in particular.
    for (const child of this.#running.reverse()) await end(child);
    await endSupervisors(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #start(app: string, name: string, port: number, args: readonly string[]): Promise<Program> {
    const bin = join(apps, app, "bin", `${name}.js`);
    const child = spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    this.#running.push(child);
    let output = "";
    child.stdout.on("data", (data: Buffer) => {
      output += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      output += data.toString();
    });
    const program = { address: `127.0.0.1:${port}`, port, process: child, output: () => output };
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`${name} ended:\n${output}`);
      return (await fetch(`http://${program.address}/health`)).status === 200;
    });
    return program;
  }
}

export async function getJson<T>(program: Program, path: string): Promise<T> {
  const reply = await fetch(`http://${program.address}${path}`);
  return (await reply.json()) as T;
}

/** Waits until a condition holds; connections that are refused mean not yet. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const endMs = Date.now() + READY_MS;
  for (;;) {
    try {
      if (await condition()) return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    if (Date.now() > endMs) throw new Error(`not within ${READY_MS} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

/** The agent's supervisor outlives it by design; in a test it must not. */
async function endSupervisors(folder: string): Promise<void> {
  const { readFileSync, readdirSync } = await import("node:fs");
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const cwd = readFileSync(`/proc/${pid}/environ`, "utf8");
      if (command.includes(folder) || cwd.includes(folder)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
