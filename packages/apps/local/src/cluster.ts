import { mkdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { HttpClient } from "@mesos-ts/transport";
import { endSupervisor } from "./end-supervisor.ts";
import { freePort } from "./ports.ts";
import { Program } from "./program.ts";
import type { ProgramArguments } from "./program-arguments.ts";

export interface ClusterOptions {
  readonly workDir: string;
  readonly ip: string;
  readonly masterPort: number;
  readonly agents: number;
  readonly args: ProgramArguments;
  readonly tell: (text: string) => void;
  readonly gaveUp: (text: string) => void;
}

export const DEFAULT_MASTER_PORT = 5050;
const FIRST_AGENT_PORT = 5051;

/** How often the cluster is asked whether it is ready, and for how long. */
const POLL_MS = 25;
const READY_LIMIT_MS = 60_000;

const MASTER_SCRIPT = fileURLToPath(new URL("../../master/bin/mesos-master.js", import.meta.url));
const AGENT_SCRIPT = fileURLToPath(new URL("../../agent/bin/mesos-agent.js", import.meta.url));

/** A master and its agents, as child processes. */
export class Cluster {
  readonly #options: ClusterOptions;
  readonly #client = new HttpClient();
  readonly #agents: Program[] = [];
  readonly #ports = new Set<number>();
  readonly #runtimeDirs: string[] = [];
  #master: Program | undefined;
  #address = "";
  #ended = false;

  constructor(options: ClusterOptions) {
    this.#options = options;
  }

  /** The master's `ip:port`, once started. */
  get address(): string {
    return this.#address;
  }

  get logFolder(): string {
    return `${this.#options.workDir}/logs`;
  }

  /** Resolves when all agents are registered; false when the cluster has been ended meanwhile. */
  async start(): Promise<boolean> {
    const { ip, masterPort, agents } = this.#options;
    mkdirSync(this.logFolder, { recursive: true });
    const port = await this.#port("The master", masterPort);
    this.#address = `${ip}:${port}`;
    this.#master = this.#startMaster(port);
    if (!(await this.#until(() => this.#isHealthy()))) return false;
    for (let index = 0; index < agents; index++) {
      const agentPort = await this.#port(`Agent ${index + 1}`, FIRST_AGENT_PORT + index);
      if (this.#ended) return false;
      this.#agents.push(this.#startAgent(index, agentPort));
    }
    return this.#until(async () => (await this.#registered()) >= agents);
  }

  /** Ends the agents with all their tasks, then the master. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#agents.map((agent) => agent.end()));
    for (const folder of this.#runtimeDirs) endSupervisor(folder);
    await this.#master?.end();
    this.#client.close();
  }

  /** Ends the programs without any order. */
  kill(): void {
    this.#ended = true;
    for (const program of this.#agents) program.kill();
    this.#master?.kill();
  }

  async #port(who: string, wanted: number): Promise<number> {
    const port = await freePort(this.#options.ip, wanted, this.#ports);
    if (port !== wanted && wanted !== 0) {
      this.#options.tell(`${who} takes port ${port}, because ${wanted} is taken.`);
    }
    this.#ports.add(port);
    return port;
  }

  #startMaster(port: number): Program {
    const { ip, workDir, args } = this.#options;
    return this.#startProgram("mesos-master", MASTER_SCRIPT, "SIGTERM", [
      `--work_dir=${workDir}/master`,
      ...unlessGiven(args.master, { ip, log_dir: this.logFolder }),
      ...args.master.filter((word) => !word.startsWith("--port=")),
      `--port=${port}`,
    ]);
  }

  #startAgent(index: number, port: number): Program {
    const { ip, workDir, args } = this.#options;
    const folder = `${workDir}/agents/${index}`;
    mkdirSync(folder, { recursive: true });
    const runtimeDir = givenIn(args.agent, "runtime_dir") ?? `${folder}/run`;
    this.#runtimeDirs.push(runtimeDir);
    // SIGUSR1 makes an agent leave, and end its tasks; after SIGTERM they would live on.
    return this.#startProgram(`mesos-agent-${index}`, AGENT_SCRIPT, "SIGUSR1", [
      `--master=${this.#address}`,
      `--work_dir=${folder}/work`,
      ...unlessGiven(args.agent, {
        ip,
        log_dir: this.logFolder,
        runtime_dir: runtimeDir,
        fetcher_cache_dir: `${folder}/fetch`,
      }),
      ...args.agent,
      `--port=${port}`,
    ]);
  }

  #startProgram(
    name: string,
    script: string,
    endSignal: NodeJS.Signals,
    args: readonly string[],
  ): Program {
    const { tell, gaveUp } = this.#options;
    const output = `${this.logFolder}/${name}.out`;
    const program = new Program({ title: name, script, args, output, endSignal, tell, gaveUp });
    program.start();
    return program;
  }

  async #until(test: () => Promise<boolean>): Promise<boolean> {
    const limit = performance.now() + READY_LIMIT_MS;
    while (!this.#ended) {
      if (await test()) return true;
      if (performance.now() > limit) {
        throw new Error(
          `The cluster was not ready within ${READY_LIMIT_MS / 1000} seconds; see ${this.logFolder}`,
        );
      }
      await delay(POLL_MS);
    }
    return false;
  }

  async #isHealthy(): Promise<boolean> {
    try {
      return (await this.#client.request({ url: `http://${this.#address}/health` })).status === 200;
    } catch {
      return false;
    }
  }

  async #registered(): Promise<number> {
    try {
      const url = `http://${this.#address}/state-summary`;
      const { body } = await this.#client.request({ url });
      const { slaves } = JSON.parse(body.toString()) as { readonly slaves: readonly unknown[] };
      return slaves.length;
    } catch {
      return 0;
    }
  }
}

/** Flags with values that hold unless the user gave others. */
function unlessGiven(
  given: readonly string[],
  defaults: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(defaults).flatMap(([name, value]) =>
    givenIn(given, name) === undefined ? [`--${name}=${value}`] : [],
  );
}

function givenIn(words: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return words.find((word) => word.startsWith(prefix))?.slice(prefix.length);
}
