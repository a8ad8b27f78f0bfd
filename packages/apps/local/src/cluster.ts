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
  /** Of the first master; others take the next ones that are free. */
  readonly masterPort: number;
  readonly masters: number;
  /** Of the coordinator, unless the masters are given one with `--zk`. */
  readonly zooKeeperPort: number;
  readonly agents: number;
  readonly args: ProgramArguments;
  readonly tell: (text: string) => void;
  readonly gaveUp: (text: string) => void;
}

export const DEFAULT_MASTER_PORT = 5050;
const FIRST_AGENT_PORT = 5051;
const MASTER_PORTS_APART = 10;

/** On one machine nothing is far away: a master that died is missed soon. */
const TICK_TIME = "500ms";
const SESSION_TIMEOUT = "4secs";

/** How often the cluster is asked whether it is ready, and for how long. */
const POLL_MS = 25;
const READY_LIMIT_MS = 60_000;

const MASTER_SCRIPT = fileURLToPath(new URL("../../master/bin/mesos-master.js", import.meta.url));
const ZOOKEEPER_SCRIPT = fileURLToPath(
  new URL("../../zookeeper/bin/mesos-zookeeper.js", import.meta.url),
);
const AGENT_SCRIPT = fileURLToPath(new URL("../../agent/bin/mesos-agent.js", import.meta.url));

/** A coordinator, masters and agents, as child processes. */
export class Cluster {
  readonly #options: ClusterOptions;
  readonly #client = new HttpClient();
  readonly #agents: Program[] = [];
  readonly #ports = new Set<number>();
  readonly #runtimeDirs: string[] = [];
  readonly #masters: Program[] = [];
  #zooKeeper: Program | undefined;
  #zk = "";
  #address = "";
  #ended = false;

  constructor(options: ClusterOptions) {
    this.#options = options;
  }

  /** Where masters, agents and frameworks find the leading master: `zk://…`. */
  get zk(): string {
    return this.#zk;
  }

  /** The first master's `ip:port`, once started. */
  get address(): string {
    return this.#address;
  }

  get logFolder(): string {
    return `${this.#options.workDir}/logs`;
  }

  /** Resolves when all agents are registered; false when the cluster has been ended meanwhile. */
  async start(): Promise<boolean> {
    const { agents } = this.#options;
    mkdirSync(this.logFolder, { recursive: true });
    await this.#coordinate();
    await this.#startMasters();
    if (!(await this.#until(() => this.#isLed()))) return false;
    for (let index = 0; index < agents; index++) {
      const agentPort = await this.#port(`Agent ${index + 1}`, FIRST_AGENT_PORT + index);
      if (this.#ended) return false;
      this.#agents.push(this.#startAgent(index, agentPort));
    }
    return this.#until(async () => (await this.#registered()) >= agents);
  }

  /** Ends the agents with all their tasks, then the masters, then the coordinator. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#agents.map((agent) => agent.end()));
    for (const folder of this.#runtimeDirs) endSupervisor(folder);
    await Promise.all(this.#masters.map((master) => master.end()));
    await this.#zooKeeper?.end();
    this.#client.close();
  }

  /** Ends the programs without any order. */
  kill(): void {
    this.#ended = true;
    for (const program of [...this.#agents, ...this.#masters]) program.kill();
    this.#zooKeeper?.kill();
  }

  async #port(who: string, wanted: number): Promise<number> {
    const port = await freePort(this.#options.ip, wanted, this.#ports);
    if (port !== wanted && wanted !== 0) {
      this.#options.tell(`${who} takes port ${port}, because ${wanted} is taken.`);
    }
    this.#ports.add(port);
    return port;
  }

  /** Starts our own coordinator, unless the masters were given another one. */
  async #coordinate(): Promise<void> {
    const { ip, workDir, args, zooKeeperPort } = this.#options;
    const given = givenIn(args.master, "zk");
    if (given !== undefined) {
      this.#zk = given;
      return;
    }
    const port = await this.#port("The coordinator", zooKeeperPort);
    this.#zk = `zk://${ip}:${port}/mesos`;
    this.#zooKeeper = this.#startProgram("mesos-zookeeper", ZOOKEEPER_SCRIPT, "SIGTERM", [
      `--ip=${ip}`,
      `--port=${port}`,
      `--data_dir=${workDir}/zookeeper`,
      `--log_dir=${this.logFolder}`,
      `--tick_time=${TICK_TIME}`,
    ]);
  }

  async #startMasters(): Promise<void> {
    const { ip, masterPort, masters } = this.#options;
    for (let index = 0; index < masters; index++) {
      const wanted = masterPort === 0 ? 0 : masterPort + index * MASTER_PORTS_APART;
      const port = await this.#port(index === 0 ? "The master" : `Master ${index + 1}`, wanted);
      if (this.#ended) return;
      if (index === 0) this.#address = `${ip}:${port}`;
      this.#masters.push(this.#startMaster(index, port));
    }
  }

  #startMaster(index: number, port: number): Program {
    const { ip, workDir, args, masters } = this.#options;
    const name = masters === 1 ? "mesos-master" : `mesos-master-${index}`;
    return this.#startProgram(name, MASTER_SCRIPT, "SIGTERM", [
      `--work_dir=${workDir}/${index === 0 ? "master" : `master-${index}`}`,
      ...unlessGiven(args.master, {
        ip,
        log_dir: this.logFolder,
        zk: this.#zk,
        quorum: String(Math.floor(masters / 2) + 1),
        zk_session_timeout: SESSION_TIMEOUT,
      }),
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
      `--master=${this.#zk}`,
      `--work_dir=${folder}/work`,
      ...unlessGiven(args.agent, {
        ip,
        log_dir: this.logFolder,
        zk_session_timeout: SESSION_TIMEOUT,
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

  /** Any master leads: the first one answers, or redirects to the one that does. */
  async #isLed(): Promise<boolean> {
    try {
      const url = `http://${this.#address}/state-summary`;
      return (await this.#client.request({ url })).status === 200;
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
