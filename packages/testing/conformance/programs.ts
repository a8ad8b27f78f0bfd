import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const apps = join(import.meta.dirname, "../../apps");
const READY_MS = 20_000;
const POLL_MS = 20;

/** The programs' whole environment: tasks inherit it, as the recorded ones did. */
const PROGRAM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** A running program of ours, listening on loopback. */
export interface Program {
  readonly address: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** What it wrote to stderr and stdout so far. */
  output(): string;
}

/** How a program ended, and all that it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** The flags of the recorded cluster, with allocations often enough for a test. */
export const RECORDED_MASTER = ["--cluster=golden", "--allocation_interval=200ms"];
export const RECORDED_AGENT = [
  "--resources=cpus:4;mem:4096;disk:10240;ports:[31000-32000]",
  "--attributes=rack:r1;zone:z1",
  "--registration_backoff_factor=10ms",
];

/** Starts the real programs in a folder of their own, and ends and removes all of it. */
export class Programs {
  readonly folder = mkdtempSync(join(tmpdir(), "mesos-ts-"));
  readonly #running: ChildProcess[] = [];

  /** Starts a master; one that is alone leads when this resolves. */
  async master(flags: readonly string[] = []): Promise<Program> {
    const port = await freePort();
    const master = await this.#ready(
      "master",
      "mesos-master",
      port,
      this.#masterFlags(port, flags),
    );
    if (!flags.some((flag) => flag.startsWith("--zk="))) {
      await until(
        async () => (await fetch(`http://${master.address}/state-summary`)).status === 200,
      );
    }
    return master;
  }

  /** Starts a master that is expected to end, and waits for that. */
  async failingMaster(flags: readonly string[]): Promise<Ended> {
    const port = await freePort();
    const program = this.#start("master", "mesos-master", port, this.#masterFlags(port, flags));
    return lastWords(program);
  }

  /** Starts an agent and waits until the master has activated it. */
  async agent(master: Program, flags: readonly string[] = []): Promise<Program> {
    const agent = await this.lone(master.address, flags);
    await until(async () => {
      const state = await getJson<{ slaves: { pid: string; active: boolean }[] }>(
        master,
        "/master/state",
      );
      return state.slaves.some(({ pid, active }) => active && pid.endsWith(`:${agent.port}`));
    });
    return agent;
  }

  /** Starts an agent whose master may be anything; a flag given twice counts as given last. */
  async lone(masterAddress: string, flags: readonly string[] = [], at = 0): Promise<Program> {
    const port = at === 0 ? await freePort() : at;
    return this.#ready("agent", "mesos-agent", port, this.#agentFlags(masterAddress, port, flags));
  }

  /** Starts an agent that is expected to end, and waits for that. */
  async failing(masterAddress: string, flags: readonly string[]): Promise<Ended> {
    const port = await freePort();
    const program = this.#start(
      "agent",
      "mesos-agent",
      port,
      this.#agentFlags(masterAddress, port, flags),
    );
    return lastWords(program);
  }

  async close(): Promise<void> {
    // Agents first, so that they can say goodbye to nobody in particular.
    for (const child of this.#running.reverse()) await end(child, "SIGKILL");
    endSupervisors(this.folder);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #masterFlags(port: number, flags: readonly string[]): string[] {
    return unlessGiven(flags, {
      ip: "127.0.0.1",
      hostname: "localhost",
      port: String(port),
      work_dir: join(this.folder, `master-${port}`),
    });
  }

  #agentFlags(masterAddress: string, port: number, flags: readonly string[]): string[] {
    return unlessGiven(flags, {
      master: masterAddress,
      ip: "127.0.0.1",
      hostname: "localhost",
      port: String(port),
      work_dir: join(this.folder, "agent"),
      runtime_dir: join(this.folder, "run"),
    });
  }

  async #ready(app: string, name: string, port: number, args: readonly string[]): Promise<Program> {
    const program = this.#start(app, name, port, args);
    await until(async () => {
      const { exitCode } = program.process;
      if (exitCode !== null)
        throw new Error(`${name} ended with ${exitCode}:\n${program.output()}`);
      return (await fetch(`http://${program.address}/health`)).status === 200;
    });
    return program;
  }

  #start(app: string, name: string, port: number, args: readonly string[]): Program {
    const bin = join(apps, app, "bin", `${name}.js`);
    const child = spawn(process.execPath, [bin, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: PROGRAM_PATH },
    });
    this.#running.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    return { address: `127.0.0.1:${port}`, port, process: child, output: () => output };
  }
}

/** The flags, and those that every program of a test has. */
function unlessGiven(flags: readonly string[], common: Readonly<Record<string, string>>): string[] {
  const own = Object.entries(common).filter(
    ([name]) => !flags.some((flag) => flag.startsWith(`--${name}=`)),
  );
  return [...own.map(([name, value]) => `--${name}=${value}`), ...flags];
}

export async function getJson<T>(program: Program, path: string): Promise<T> {
  const reply = await fetch(`http://${program.address}${path}`);
  return (await reply.json()) as T;
}

/** Waits until a condition holds; connections that are refused mean not yet. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  what: () => string = () => String(condition),
): Promise<void> {
  const endMs = Date.now() + READY_MS;
  for (;;) {
    try {
      if (await condition()) return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    if (Date.now() > endMs) throw new Error(`not within ${READY_MS} ms: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Signals a process and waits for its end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const done = ended(child);
  child.kill(signal);
  await done;
}

async function lastWords(program: Program): Promise<Ended> {
  await ended(program.process);
  return { code: program.process.exitCode, output: program.output() };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once("close", resolve));
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

/** The agent's supervisor outlives it by design; in a test it must not, nor may its tasks. */
export function endSupervisors(folder: string): void {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8");
      if (command.includes(folder) || environment.includes(folder))
        process.kill(Number(pid), "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
