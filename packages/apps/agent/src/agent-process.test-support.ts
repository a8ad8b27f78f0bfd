import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HttpClient } from "@mesos-ts/transport";
import type { FakeMaster } from "./fake-master.test-support.ts";

const BIN = fileURLToPath(new URL("../bin/mesos-agent.js", import.meta.url));

/** Folders for one agent, and the processes that live in them. */
export class AgentHost {
  readonly root = mkdtempSync(join(tmpdir(), "agent-"));
  readonly workDir = join(this.root, "work");
  readonly runtimeDir = join(this.root, "run");
  readonly http = new HttpClient();
  output = "";
  #agent: ChildProcess | undefined;
  #port = 0;

  /** Starts `mesos-agent`; a later start takes the port of the first. */
  start(master: FakeMaster, ...flags: string[]): ChildProcess {
    return this.startWith(master, flags);
  }

  /** As `start`, with flags in place of the usual ones of those names. */
  startWith(
    master: FakeMaster,
    flags: readonly string[],
    replaced: readonly string[] = [],
  ): ChildProcess {
    const agent = spawn(
      process.execPath,
      [
        BIN,
        `--master=127.0.0.1:${master.port}`,
        `--work_dir=${this.workDir}`,
        `--runtime_dir=${this.runtimeDir}`,
        "--ip=127.0.0.1",
        "--hostname=localhost",
        `--port=${this.#port}`,
        "--resources=cpus:4;mem:4096;disk:10240",
        "--registration_backoff_factor=10ms",
      ]
        .filter((flag) => !replaced.includes(flag.slice(0, flag.indexOf("="))))
        .concat(flags),
      { stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env["PATH"] } },
    );
    agent.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.output += text;
    });
    this.#agent = agent;
    return agent;
  }

  /** Takes a free port for the agent, before its first start. */
  async reservePort(): Promise<number> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    this.#port = (server.address() as AddressInfo).port;
    server.close();
    await once(server, "close");
    return this.#port;
  }

  /** Starts and waits until the master knows the agent. */
  async join(master: FakeMaster, ...flags: string[]): Promise<void> {
    master.received.length = 0;
    this.start(master, ...flags);
    await master.message("UpdateSlaveMessage");
    this.#port = Number(master.agent.split(":").at(-1));
  }

  get agent(): ChildProcess {
    if (this.#agent === undefined) throw new Error("no agent was started");
    return this.#agent;
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    const { agent } = this;
    if (agent.exitCode !== null || agent.signalCode !== null) return;
    const exited = once(agent, "exit");
    agent.kill(signal);
    await exited;
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  async get(path: string): Promise<string> {
    return (await this.http.request({ url: this.url(path) })).body.toString();
  }

  async json<T>(path: string): Promise<T> {
    return JSON.parse(await this.get(path)) as T;
  }

  supervisorPid(): number | undefined {
    try {
      return Number.parseInt(readFileSync(join(this.runtimeDir, "supervisor", "pid"), "utf8"), 10);
    } catch {
      return undefined;
    }
  }

  /** Process groups of the containers that were started here. */
  #containerPids(): number[] {
    const folder = join(this.runtimeDir, "containers");
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.flatMap((name) => {
      const path = join(folder, name, "pid");
      return existsSync(path) ? [Number(readFileSync(path, "utf8"))] : [];
    });
  }

  /** Ends everything that was started here, and removes the folders. */
  async close(): Promise<void> {
    this.http.close();
    if (this.#agent !== undefined) await this.kill("SIGKILL");
    const supervisor = this.supervisorPid();
    if (supervisor !== undefined) endProcess(supervisor);
    for (const pid of this.#containerPids()) endProcess(-pid);
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function endProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended already.
  }
}
