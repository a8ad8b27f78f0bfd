import type { ResourceEstimator } from "@mesos-ts/agent";
import { createRandom, type Random } from "@mesos-ts/base";
import { decode, encode, type FrameworkInfo, libprocessType } from "@mesos-ts/protos";
import { AgentNode } from "./agent-node.ts";
import { History } from "./history.ts";
import { checkMaster } from "./invariants.ts";
import { HttpLine, PidLine } from "./lines.ts";
import { MasterNode } from "./master-node.ts";
import { type Faults, Network } from "./network.ts";
import { OfferWatch } from "./offer-watch.ts";
import { Operator } from "./operator.ts";
import { Policies } from "./policies.ts";
import { type Sabotage, Saboteur } from "./sabotage.ts";
import { ScriptedScheduler } from "./scheduler.ts";
import { World } from "./world.ts";

const AGENTS = 3;
const SCHEDULERS = 3;
/** How many of the agents lend more than they have. */
const LENDERS = 1;
const LENDING: ResourceEstimator = {
  type: "fixed",
  resources: [
    { name: "cpus", type: "SCALAR", scalar: { value: 2 } },
    { name: "mem", type: "SCALAR", scalar: { value: 256 } },
  ],
};

export interface ClusterOptions {
  readonly seed: number;
  readonly keepLog: boolean;
  readonly sabotage: Sabotage | undefined;
}

/** A whole simulated cluster: one master, a few agents and schedulers, all from one seed. */
export class Cluster {
  readonly world: World;
  readonly network: Network;
  readonly history: History;
  readonly faults: Saboteur;
  readonly master: MasterNode;
  readonly agents: AgentNode[] = [];
  readonly schedulers: ScriptedScheduler[] = [];
  readonly operator: Operator;
  readonly policies: Policies;
  readonly #pids = new Map<string, PidLine>();
  readonly #random: Random;
  readonly #offers: OfferWatch;

  constructor({ seed, keepLog, sabotage }: ClusterOptions) {
    this.#random = createRandom(seed);
    this.faults = new Saboteur(sabotage);
    this.world = new World(this.#random.fork("world"), keepLog, () =>
      checkMaster(this.master, this.agents, this.#offers),
    );
    this.network = new Network(this.world);
    this.history = new History(this.world);
    this.operator = new Operator(this, createRandom(`operator ${seed}`));
    this.master = new MasterNode(this, {});
    this.network.attach(this.master.name, this.master);
    for (let i = 0; i < AGENTS; i++) this.#addAgent(i);
    for (let i = 0; i < SCHEDULERS; i++) this.#addScheduler(i);
    this.policies = new Policies(this, createRandom(`policies ${seed}`));
    this.#offers = new OfferWatch(this.master, this.policies);
  }

  start(): void {
    this.master.start();
    for (const agent of this.agents) {
      this.world.after(this.world.between(0, 3_000), () => agent.start());
    }
    for (const scheduler of this.schedulers) {
      this.world.after(this.world.between(0, 3_000), () => scheduler.start());
    }
  }

  /** A message to the master, through the real codec. */
  toMaster(from: string, name: string, message: object, to = "master"): void {
    const carried = throughCodec(name, message);
    this.network.send(hostOf(from), this.master.name, () => {
      this.master.receive(from, to, name, carried());
    });
  }

  fromAgent(agent: AgentNode, to: string, name: string, message: object): void {
    if (hostOf(to) !== this.master.name) return;
    this.toMaster(agent.pid, `mesos.internal.${name}`, message, to.slice(0, to.indexOf("@")));
  }

  fromMaster(to: string, from: string, name: string, message: object): void {
    const full = `mesos.internal.${name}`;
    const carried = throughCodec(full, message);
    const host = hostOf(to);
    this.network.send(this.master.name, host, () => {
      const agent = this.agents.find((each) => each.name === host);
      if (agent !== undefined) agent.receive(`${from}@${this.master.name}`, name, carried());
      this.#pids.get(to)?.receive(full, carried());
    });
  }

  setFaults(faults: Faults): void {
    this.network.faults = faults;
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
      oversubscription: {
        estimator: index < LENDERS ? LENDING : { type: "noop" },
        estimateIntervalMs: 3_000,
        controller: { type: "load", threshold5Min: 8, threshold15Min: undefined },
        correctionIntervalMs: 2_000,
      },
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
    if (overPid) {
      const line = new PidLine(this, host, scheduler);
      scheduler.line = line;
      this.#pids.set(line.pid, line);
      this.network.attach(host, line);
    } else {
      const line = new HttpLine(this, host, scheduler);
      scheduler.line = line;
      this.network.attach(host, line);
    }
    this.schedulers.push(scheduler);
  }
}

function hostOf(pid: string): string {
  return pid.slice(pid.indexOf("@") + 1);
}

/** What the receiver gets is what the wire carries: nothing is shared, nothing slips through. */
function throughCodec(name: string, message: object): () => object {
  const type = libprocessType(name);
  if (type === undefined) throw new Error(`no message is called ${name}`);
  const bytes = encode(type, message);
  return () => decode(type, bytes);
}
