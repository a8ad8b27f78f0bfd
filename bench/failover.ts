import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RegistryBook } from "@mesos-ts/master";
import {
  openLevelLogStore,
  openRegistryStorage,
  startReplicatedLog,
} from "@mesos-ts/replicated-log";
import { parseResources } from "@mesos-ts/resources";
import { createSystemClock } from "@mesos-ts/runtime";
import { Router, startTransport } from "@mesos-ts/transport";
import { answering, quantile } from "./programs.ts";

const ZOOKEEPER_PORT = 26_600;
const MASTER_PORTS = [26_601, 26_602, 26_603] as const;
const SESSION_TIMEOUT_MS = 4_000;
const ROUNDS = 5;
const POLL_MS = 10;
const LIMIT_MS = 30_000;

const apps = join(import.meta.dirname, "../packages/apps");
const bin = (app: string): string => join(apps, app, "bin", `mesos-${app}.js`);

/** Milliseconds. */
export interface Failover {
  readonly sessionTimeout: number;
  /** From the leader's end until another one answers, recovered: median and maximum. */
  readonly killed: { readonly median: number; readonly max: number };
  readonly terminated: { readonly median: number; readonly max: number };
  /** From the election until the registry is recovered and written, with so many agents in it. */
  readonly recovery: { readonly agents: number; readonly bytes: number; readonly took: number };
}

/** How long a cluster of three masters is without a leader, and how long a large registry takes. */
export async function failover(agents: number): Promise<Failover> {
  const folder = mkdtempSync(join(tmpdir(), "mesos-failover-bench-"));
  const group = new Group(folder);
  try {
    const recovery = await recover(join(folder, "large"), agents);
    await group.start();
    const killed = await group.rounds("SIGKILL");
    const terminated = await group.rounds("SIGTERM");
    return { sessionTimeout: SESSION_TIMEOUT_MS, killed, terminated, recovery };
  } finally {
    await group.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Three masters around a coordinator of their own. */
class Group {
  readonly #folder: string;
  readonly #masters = new Map<number, ChildProcess>();
  #coordinator: ChildProcess | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<void> {
    this.#coordinator = spawn(
      process.execPath,
      [
        bin("zookeeper"),
        "--quiet",
        "--ip=127.0.0.1",
        `--port=${ZOOKEEPER_PORT}`,
        `--data_dir=${this.#folder}/zookeeper`,
        "--tick_time=500ms",
      ],
      { stdio: "ignore" },
    );
    for (const port of MASTER_PORTS) await this.#startMaster(port);
  }

  async rounds(signal: NodeJS.Signals): Promise<{ median: number; max: number }> {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const port = await this.#leader(MASTER_PORTS);
      const begun = performance.now();
      this.#masters.get(port)?.kill(signal);
      await this.#leader(MASTER_PORTS.filter((each) => each !== port));
      times.push(Math.round(performance.now() - begun));
      await this.#ended(port);
      await this.#startMaster(port);
    }
    return { median: Math.round(quantile(times, 0.5)), max: Math.max(...times) };
  }

  async stop(): Promise<void> {
    for (const child of [...this.#masters.values(), this.#coordinator]) child?.kill("SIGKILL");
  }

  async #startMaster(port: number): Promise<void> {
    const args = [
      bin("master"),
      "--quiet",
      "--ip=127.0.0.1",
      `--port=${port}`,
      `--work_dir=${this.#folder}/${port}`,
      `--zk=zk://127.0.0.1:${ZOOKEEPER_PORT}/mesos`,
      "--quorum=2",
      `--zk_session_timeout=${SESSION_TIMEOUT_MS}ms`,
    ];
    this.#masters.set(port, spawn(process.execPath, args, { stdio: "ignore" }));
    await answering(port);
  }

  async #ended(port: number): Promise<void> {
    const child = this.#masters.get(port);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => child.once("exit", resolve));
  }

  async #leader(ports: readonly number[]): Promise<number> {
    const endMs = performance.now() + LIMIT_MS;
    while (performance.now() < endMs) {
      for (const port of ports) if (await leads(port)) return port;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    throw new Error(`nobody of ${ports} leads`);
  }
}

async function leads(port: number): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${port}/state-summary`;
    return (await fetch(url, { redirect: "manual" })).status === 200;
  } catch {
    return false;
  }
}

/** Writes a registry of many agents, and lets a master recover it. */
async function recover(workDir: string, agents: number): Promise<Failover["recovery"]> {
  const bytes = await writeRegistry(workDir, agents);
  const [port] = MASTER_PORTS;
  const args = [bin("master"), "--ip=127.0.0.1", `--port=${port}`, `--work_dir=${workDir}`];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  let elected = 0;
  const took = await new Promise<number>((resolve) => {
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (elected === 0 && text.includes("Elected as the leading master!")) {
        elected = performance.now();
      }
      if (text.includes(`Recovered ${agents} agents from the registry`)) {
        resolve(performance.now() - elected);
      }
    });
  });
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  return { agents, bytes, took: Math.round(took) };
}

async function writeRegistry(workDir: string, agents: number): Promise<number> {
  const network = await startTransport({ host: "127.0.0.1", router: new Router() });
  const clock = createSystemClock();
  const log = startReplicatedLog({
    network,
    store: await openLevelLogStore(join(workDir, "replicated_log")),
    clock,
    quorum: 1,
    autoInitialize: true,
    log: () => undefined,
  });
  log.setPeers([log.pid]);
  const storage = openRegistryStorage(log, { clock });
  await storage.fetch();
  const content = registryOf(agents);
  if (!(await storage.store(content))) throw new Error("the registry could not be written");
  await log.close();
  await network.close();
  return content.length;
}

function registryOf(agents: number): Uint8Array {
  const parsed = parseResources("cpus:16;mem:65536;disk:1048576;ports:[31000-32000]", "*");
  if (parsed.type === "error") throw new Error(parsed.error);
  const resources = [...parsed.value.items];
  const book = new RegistryBook();
  for (let index = 0; index < agents; index++) {
    const info = {
      id: { value: `0b6f1c52-7d0a-4d2b-9f5e-3a1f2b4c5d6e-S${index}` },
      hostname: `agent${index}.example.com`,
      port: 5051,
      checkpoint: true,
      resources,
    };
    book.perform({ type: "admit-agent", info });
  }
  return book.encoded();
}
