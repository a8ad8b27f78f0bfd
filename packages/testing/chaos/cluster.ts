import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../conformance/programs.ts";
import { type Ensemble, startEnsemble } from "../conformance/zookeeper-ensemble.ts";
import { Daemon, type DaemonOptions } from "./daemon.ts";
import type { Role } from "./faults.ts";
import type { History } from "./history.ts";
import { Link } from "./link.ts";

export interface ClusterOptions {
  readonly folder: string;
  readonly masters: number;
  readonly agents: number;
  readonly zookeepers: number;
  readonly sessionTimeoutMs: number;
  readonly history: History;
}

/** A master or an agent behind a link, with links of its own to the ZooKeeper servers. */
export interface Node {
  readonly daemon: Daemon;
  /** Where others find it. */
  readonly address: string;
  readonly front: Link;
  readonly toZooKeeper: readonly Link[];
}

/** ZooKeeper's unit of time: an election should take less than a session. */
const TICK_MS = 200;
/** An agent that does not answer is unreachable after three of these. */
const PING_MS = 1_000;
const ANSWER_MS = 2_000;
/** Last words of a master that must end, and be started again, to be sure that it leads no more. */
const MAY_END =
  /committing suicide!|Failed to update the registry|Failed to perform (fetch|store) within|Failed to recover/;

/** Masters, agents and ZooKeeper servers as real processes. */
export class Cluster {
  readonly masters: Node[] = [];
  readonly agents: Node[] = [];
  readonly ensemble: Ensemble;
  readonly #options: ClusterOptions;

  private constructor(ensemble: Ensemble, options: ClusterOptions) {
    this.ensemble = ensemble;
    this.#options = options;
  }

  static async start(options: ClusterOptions): Promise<Cluster> {
    mkdirSync(join(options.folder, "logs"));
    const ensemble = await startEnsemble(options.zookeepers, { tickTimeMs: TICK_MS });
    const cluster = new Cluster(ensemble, options);
    try {
      for (let i = 0; i < options.masters; i++) cluster.masters.push(await cluster.#master(i));
      for (let i = 0; i < options.agents; i++) cluster.agents.push(await cluster.#agent(i));
      for (const { daemon } of cluster.nodes) daemon.start();
      return cluster;
    } catch (cause) {
      await cluster.close();
      throw cause;
    }
  }

  get nodes(): readonly Node[] {
    return [...this.masters, ...this.agents];
  }

  count(role: Role): number {
    const { masters, agents, zookeepers } = this.#options;
    return { master: masters, agent: agents, zookeeper: zookeepers }[role];
  }

  node(role: "master" | "agent", index: number): Node {
    const node = (role === "master" ? this.masters : this.agents)[index];
    if (node === undefined) throw new Error(`There is no ${role} ${index}`);
    return node;
  }

  async close(): Promise<void> {
    for (const { daemon, front, toZooKeeper } of this.nodes) {
      daemon.signal("SIGCONT");
      await daemon.kill();
      for (const link of [front, ...toZooKeeper]) link.close();
    }
    await this.ensemble.close();
  }

  #master(index: number): Promise<Node> {
    const { masters, sessionTimeoutMs } = this.#options;
    return this.#node("master", index, (zk) => ({
      program: "master/bin/mesos-master.js",
      flags: [
        `--zk=${zk}`,
        `--quorum=${Math.floor(masters / 2) + 1}`,
        `--zk_session_timeout=${sessionTimeoutMs}ms`,
        "--allocation_interval=500ms",
        `--agent_ping_timeout=${PING_MS}ms`,
        "--max_agent_ping_timeouts=3",
      ],
      ready: async (port) => {
        const metrics = await getJson<Record<string, number>>(port, "/metrics/snapshot");
        return metrics["registrar/log/recovered"] === 1;
      },
      mayEnd: (lastWords) => MAY_END.test(lastWords),
    }));
  }

  #agent(index: number): Promise<Node> {
    return this.#node("agent", index, (zk, folder) => ({
      program: "agent/bin/mesos-agent.js",
      flags: [
        `--master=${zk}`,
        `--runtime_dir=${join(folder, "run")}`,
        `--attributes=name:agent-${index}`,
        "--resources=cpus:8;mem:8192;disk:8192",
        "--registration_backoff_factor=100ms",
      ],
      // It registers only when somebody leads: it has come to itself before that.
      ready: async (port) => (await getJson<{ id: string }>(port, "/state")).id !== undefined,
      mayEnd: () => false,
    }));
  }

  async #node(role: string, index: number, program: ProgramOf): Promise<Node> {
    const { folder, history } = this.#options;
    const name = `${role}-${index}`;
    const port = await freePort();
    const front = await Link.open(port);
    const toZooKeeper = await Promise.all(this.ensemble.ports.map((each) => Link.open(each)));
    const servers = toZooKeeper.map((link) => `127.0.0.1:${link.port}`).join(",");
    const own = join(folder, name);
    const { flags, ready, ...rest } = program(`zk://${servers}/mesos`, own);
    const daemon = new Daemon({
      ...rest,
      name,
      history,
      log: join(folder, "logs", `${name}.log`),
      ready: () => ready(port),
      flags: [
        "--ip=127.0.0.1",
        "--hostname=127.0.0.1",
        `--port=${port}`,
        "--advertise_ip=127.0.0.1",
        `--advertise_port=${front.port}`,
        `--work_dir=${join(own, "work")}`,
        ...flags,
      ],
    });
    return { daemon, address: `127.0.0.1:${front.port}`, front, toZooKeeper };
  }
}

type ProgramOf = (
  zk: string,
  folder: string,
) => Pick<DaemonOptions, "program" | "flags" | "mayEnd"> & {
  ready(port: number): Promise<boolean>;
};

async function getJson<T>(port: number, path: string): Promise<T> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, { signal });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return (await reply.json()) as T;
}
