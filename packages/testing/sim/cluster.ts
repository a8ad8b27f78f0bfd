import type { AgentConfig } from "@mesos-ts/agent";
import { createRandom, type Random } from "@mesos-ts/base";
import type { Core } from "@mesos-ts/master";
import {
  decode,
  encode,
  type FrameworkInfo,
  type internal,
  libprocessType,
} from "@mesos-ts/protos";
import { AgentNode } from "./agent-node.ts";
import { CoordinatorNode } from "./coordinator-node.ts";
import { History } from "./history.ts";
import { checkMaster } from "./invariants.ts";
import { HttpLine, PidLine } from "./lines.ts";
import { LogGroup } from "./log-group.ts";
import { MasterNode } from "./master-node.ts";
import { type Faults, hostOf, Network } from "./network.ts";
import { Operator } from "./operator.ts";
import { Policies } from "./policies.ts";
import { type Sabotage, Saboteur } from "./sabotage.ts";
import { ScriptedScheduler } from "./scheduler.ts";
import { World } from "./world.ts";

/** How many masters there are: a quorum of the log is a majority of them. */
const MASTERS = [1, 3, 3] as const;
const AGENTS = 3;
const SCHEDULERS = 3;
/** How many of the agents lend more than they have. */
const LENDERS = 1;
const NOT_LENDING: AgentConfig["oversubscription"] = {
  estimator: { type: "noop" },
  estimateIntervalMs: 3_000,
  controller: { type: "noop" },
  correctionIntervalMs: 2_000,
};
const LENDING: AgentConfig["oversubscription"] = {
  ...NOT_LENDING,
  estimator: {
    type: "fixed",
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 2 } },
      { name: "mem", type: "SCALAR", scalar: { value: 256 } },
    ],
  },
  controller: { type: "load", threshold5Min: 8, threshold15Min: undefined },
};

export interface ClusterOptions {
  readonly seed: number;
  readonly keepLog: boolean;
  readonly sabotage: Sabotage | undefined;
}

/** A whole simulated cluster: masters, a few agents and schedulers, all from one seed. */
export class Cluster {
  readonly world: World;
  readonly network: Network;
  readonly history: History;
  readonly faults: Saboteur;
  readonly coordinator: CoordinatorNode;
  /** What sessions with the coordinator are drawn from. */
  readonly random: Random;
  readonly logs: LogGroup;
  readonly masters: MasterNode[] = [];
  readonly agents: AgentNode[] = [];
  readonly schedulers: ScriptedScheduler[] = [];
  readonly operator: Operator;
  readonly policies: Policies;
  readonly #pids = new Map<string, PidLine>();
  readonly #lines: (HttpLine | PidLine)[] = [];
  readonly #random: Random;

  constructor({ seed, keepLog, sabotage }: ClusterOptions) {
    this.#random = createRandom(seed);
    this.faults = new Saboteur(sabotage);
    this.world = new World(this.#random.fork("world"), keepLog, () => {
      for (const master of this.masters) checkMaster(master, this.agents);
    });
    this.network = new Network(this.world);
    this.history = new History(this.world);
    this.operator = new Operator(this, createRandom(`operator ${seed}`));
    this.random = createRandom(`coordination ${seed}`);
    this.coordinator = new CoordinatorNode(this.world);
    this.network.attach(this.coordinator.name, this.coordinator);
    const masters = this.#random.pick(MASTERS);
    for (let i = 0; i < masters; i++) this.#addMaster(i);
    const hosts = this.masters.map(({ name }) => name);
    this.logs = new LogGroup(this.faults, this.world, this.network, hosts);
    for (let i = 0; i < AGENTS; i++) this.#addAgent(i);
    for (let i = 0; i < SCHEDULERS; i++) this.#addScheduler(i);
    this.policies = new Policies(this, createRandom(`policies ${seed}`));
  }

  start(): void {
    this.coordinator.start();
    for (const master of this.masters) {
      this.world.after(this.world.between(0, 1_000), () => master.start());
    }
    for (const agent of this.agents) {
      this.world.after(this.world.between(0, 3_000), () => agent.start());
    }
    for (const scheduler of this.schedulers) {
      this.world.after(this.world.between(0, 3_000), () => scheduler.start());
    }
    for (const line of this.#lines) {
      this.world.after(this.world.between(0, 3_000), () => line.start());
    }
  }

  /** The master that has led for the shortest time: others have not heard of it yet. */
  get leader(): MasterNode | undefined {
    const [newest] = this.masters
      .filter(({ leading }) => leading !== undefined)
      .sort((a, b) => (b.leading?.leadsSinceMs ?? 0) - (a.leading?.leadsSinceMs ?? 0));
    return newest;
  }

  masterAt(pid: string | undefined): MasterNode | undefined {
    return this.masters.find((each) => each.pid === pid);
  }

  /** The state of the leading master. */
  get core(): Core | undefined {
    return this.leader?.leading?.master.core;
  }

  /** A message to a master, through the real codec. */
  toMaster(from: string, to: string, name: string, message: object): void {
    const master = this.masters.find((each) => each.name === hostOf(to));
    if (master === undefined) return;
    const carried = throughCodec(name, message);
    this.network.send(hostOf(from), master.name, () => {
      master.receive(from, to.slice(0, to.indexOf("@")), name, carried());
    });
  }

  fromMaster(master: MasterNode, to: string, from: string, name: string, message: object): void {
    const full = `mesos.internal.${name}`;
    const carried = throughCodec(full, message);
    const host = hostOf(to);
    if (name === "ShutdownFrameworkMessage") this.#excuse(message);
    this.network.send(master.name, host, () => {
      const agent = this.agents.find((each) => each.name === host);
      if (agent !== undefined) agent.receive(`${from}@${master.name}`, name, carried());
      this.#pids.get(to)?.receive(master, full, carried());
    });
  }

  /** A later master may take the framework in again; what it had until now is lost to it. */
  #excuse(message: object): void {
    const { framework_id } = message as internal.ShutdownFrameworkMessage;
    const removed = this.schedulers.find((each) => each.frameworkId === framework_id.value);
    if (removed !== undefined) this.history.excuseAll((task) => removed.owns(task));
  }

  /** A host is gone: all its connections break. */
  breakAll(name: string): void {
    for (const host of this.hosts) if (host !== name) this.network.break(name, host);
  }

  /** Every machine of the cluster, by its address. */
  get hosts(): string[] {
    return [...this.masters, ...this.agents, ...this.#lines, this.coordinator].map(
      ({ name }) => name,
    );
  }

  setFaults(faults: Faults): void {
    this.network.faults = faults;
  }

  #addMaster(index: number): void {
    const node = new MasterNode(this, index);
    this.masters.push(node);
    this.network.attach(node.name, node);
  }

  #addAgent(index: number): void {
    const node = new AgentNode(this, {
      info: {
        hostname: `agent${index}`,
        port: 5051,
        checkpoint: true,
        resources: [
          { name: "cpus", type: "SCALAR", scalar: { value: 4 } },
          { name: "mem", type: "SCALAR", scalar: { value: 1024 } },
          { name: "disk", type: "SCALAR", scalar: { value: 1024 } },
        ],
      },
      ip: `10.0.1.${index + 1}`,
      version: "1.12.0",
      workDir: "/work",
      launcherDir: "/libexec",
      recover: "reconnect",
      reconfigurationPolicy: "equal",
      strict: true,
      switchUser: false,
      defaultUser: "root",
      registrationBackoffFactorMs: 1000,
      executorRegistrationTimeoutMs: 60_000,
      executorReregistrationTimeoutMs: 2000,
      executorReregistrationRetryIntervalMs: undefined,
      executorShutdownGracePeriodMs: 5000,
      recoveryTimeoutMs: 900_000,
      executorEnvironment: {},
      maxCompletedExecutorsPerFramework: 150,
      gcDelayMs: 604_800_000,
      gcDiskHeadroom: 0.1,
      diskWatchIntervalMs: 60_000,
      features: [
        "MULTI_ROLE",
        "HIERARCHICAL_ROLE",
        "RESERVATION_REFINEMENT",
        "RESOURCE_PROVIDER",
        "RESIZE_VOLUME",
        "AGENT_OPERATION_FEEDBACK",
        "AGENT_DRAINING",
      ],
      oversubscription: index < LENDERS ? LENDING : NOT_LENDING,
    });
    this.agents.push(node);
    this.network.attach(node.name, node);
  }

  #addScheduler(index: number): void {
    const random = this.#random;
    const overPid = random.next() < 0.3;
    const capabilities = (
      [
        "PARTITION_AWARE",
        "TASK_KILLING_STATE",
        "RESERVATION_REFINEMENT",
        "REVOCABLE_RESOURCES",
      ] as const
    ).filter(() => random.next() < 0.5);
    const info: FrameworkInfo = {
      user: "root",
      name: `framework${index}`,
      roles: [random.pick(["a", "a/b", "c"])],
      checkpoint: random.next() < 0.7,
      failover_timeout: random.pick([10, 60, 600]),
      capabilities: [{ type: "MULTI_ROLE" }, ...capabilities.map((type) => ({ type }))],
    };
    const scheduler = new ScriptedScheduler(`s${index}`, info, this.world, this.history);
    const host = `10.0.2.${index + 1}:4000`;
    const line = overPid ? new PidLine(this, host, scheduler) : new HttpLine(this, host, scheduler);
    if (line instanceof PidLine) this.#pids.set(line.pid, line);
    scheduler.line = line;
    this.#lines.push(line);
    this.network.attach(host, line);
    this.schedulers.push(scheduler);
  }
}

/** What the receiver gets is what the wire carries: nothing is shared, nothing slips through. */
function throughCodec(name: string, message: object): () => object {
  const type = libprocessType(name);
  if (type === undefined) throw new Error(`no message is called ${name}`);
  const bytes = encode(type, message);
  return () => decode(type, bytes);
}
