import { Agent, type AgentConfig, type AgentEffect, type AgentEvent } from "@mesos-ts/agent";
import { createRandom } from "@mesos-ts/base";
import type { internal } from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import type { Cluster } from "./cluster.ts";
import { CoordinatorClient } from "./coordination.ts";
import { Disk } from "./disk.ts";
import { hex, Violation } from "./history.ts";
import { type Host, hostOf } from "./network.ts";
import { Processes } from "./processes.ts";

/** An event without its time, which the node adds. */
type Timeless<E> = E extends unknown ? Omit<E, "nowMs"> : never;

const IDLE = { fiveMinutes: 0, fifteenMinutes: 0 };

/** One simulated machine: the real agent core over a fake disk, process table and network. */
export class AgentNode implements Host {
  readonly name: string;
  readonly hostname: string;
  readonly ip: string;
  readonly pid: string;
  readonly processes: Processes;
  /** The folders of persistent volumes, which outlive the agent. */
  readonly volumes = new Set<string>();
  readonly #cluster: Cluster;
  readonly #config: AgentConfig;
  readonly #disk: Disk;
  #agent: Agent | undefined;
  #coordination: CoordinatorClient | undefined;
  /** Where the leading master is, as far as this machine has heard. */
  #master: string | undefined;
  /** Counts the agent's lives: what an earlier one set in motion does not reach a later one. */
  #life = 0;
  #effectsLeft: number | undefined;

  constructor(cluster: Cluster, config: AgentConfig) {
    this.#cluster = cluster;
    this.#config = config;
    this.hostname = config.info.hostname;
    this.ip = config.ip;
    this.name = `${config.ip}:${config.info.port ?? 0}`;
    this.pid = `slave(1)@${this.name}`;
    this.processes = new Processes(cluster.world);
    this.#disk = new Disk(config.workDir);
  }

  get alive(): boolean {
    return this.#agent !== undefined;
  }

  get agentId(): string | undefined {
    return this.#agent?.context.agentId;
  }

  /** What the agent says it has; undefined while it is down. */
  get total(): Resources | undefined {
    return this.#agent?.context.total;
  }

  /** Operations whose outcome nobody has acknowledged. */
  get openOperations(): number {
    return this.#agent?.context.operations.size ?? 0;
  }

  get isDraining(): boolean {
    return this.#agent?.context.draining !== undefined;
  }

  start(): void {
    const recovered = this.#disk.recover(this.processes);
    const seed = this.#cluster.world.random.uint32();
    this.#life++;
    this.#agent = new Agent(this.#config, createRandom(seed));
    this.processes.onExit = (containerId, status) =>
      this.#step({ type: "container-exited", containerId, status });
    this.#cluster.world.note(() => `${this.name}: starts`);
    this.#step({ type: "start", recovered });
    this.#coordination = new CoordinatorClient(this.#cluster, this.name);
    this.#coordination.detect((leader) => {
      this.#master = leader?.pid;
      this.#step({ type: "master-detected", master: leader?.pid });
    });
  }

  /** The agent dies in the midst of its next effects, or at once when there are none. */
  crash(): void {
    if (this.#agent === undefined) return;
    const { world, network } = this.#cluster;
    world.note(() => `${this.name}: crashes`);
    this.#forgetLost(this.#agent);
    this.#agent = undefined;
    this.#master = undefined;
    this.#coordination?.die();
    this.#life++;
    this.processes.onExit = () => {};
    for (const { name } of this.#cluster.masters) network.break(this.name, name);
    world.after(world.between(100, 30_000), () => {
      if (!this.alive) this.start();
    });
  }

  /** Lets the agent die after so many further effects. */
  crashAfterEffects(effects: number): void {
    this.#effectsLeft = effects;
  }

  broken(peer: string): void {
    const master = this.#master;
    if (master !== undefined && hostOf(master) === peer)
      this.#step({ type: "exited", pid: master });
  }

  receive(from: string, name: string, message: object): void {
    this.#step({ type: "message", from, name: `mesos.internal.${name}`, message });
  }

  #step(event: Timeless<AgentEvent>): void {
    const agent = this.#agent;
    if (agent === undefined) return;
    const steadyMs = this.#cluster.world.nowMs;
    const time = { nowMs: this.#nowMs, steadyMs };
    const effects = agent.step({ ...event, ...time } as AgentEvent);
    for (const effect of this.#cluster.faults.agentEffects(effects)) {
      if (this.#effectsLeft !== undefined && this.#effectsLeft-- <= 0) {
        this.#effectsLeft = undefined;
        this.crash();
        return;
      }
      this.#run(effect);
      if (this.#agent !== agent) return;
    }
  }

  /** By the machine's own clock. */
  get #nowMs(): number {
    return this.#cluster.world.nowMs + this.#cluster.world.skewOf(this.name);
  }

  #later(delayMs: number, event: Timeless<AgentEvent>): void {
    const life = this.#life;
    this.#cluster.world.after(delayMs, () => {
      if (life === this.#life) this.#step(event);
    });
  }

  #run(effect: AgentEffect): void {
    const { world } = this.#cluster;
    switch (effect.type) {
      case "send":
        this.#check(effect);
        this.#cluster.toMaster(
          this.pid,
          effect.to,
          `mesos.internal.${effect.name}`,
          effect.message,
        );
        return;
      case "checkpoint":
        this.#disk.apply(effect.change);
        return;
      case "start-container": {
        const { spec } = effect;
        const life = this.#life;
        world.after(world.between(1, 50), () => {
          if (life !== this.#life) return;
          const pid = this.processes.start(spec);
          this.#step({ type: "container-started", containerId: spec.containerId, pid });
        });
        return;
      }
      case "refuse-container": {
        const { containerId, reason } = effect;
        this.#later(0, { type: "container-failed", containerId, reason });
        return;
      }
      case "signal-container":
        this.processes.signal(effect.containerId, effect.signal);
        return;
      case "destroy-container":
        this.processes.signal(effect.containerId, 9);
        return;
      case "forget-container":
        this.processes.forget(effect.containerId);
        return;
      case "wake-at":
        this.#later(effect.atMs - this.#nowMs, { type: "wake" });
        return;
      case "measure-disk":
        this.#later(1, { type: "disk-usage", usage: 0.5 });
        return;
      case "measure-load":
        this.#later(1, {
          type: "load",
          load: { ...IDLE, fiveMinutes: world.chance(0.03) ? 9 : 0 },
        });
        return;
      case "make-volume":
        this.volumes.add(effect.path);
        return;
      case "remove-volume":
        this.volumes.delete(effect.path);
        return;
      case "remove-path":
        this.#later(1, { type: "path-removed", path: effect.path, error: undefined });
        return;
      case "log":
        world.note(() => `${this.name}: ${effect.text}`);
        return;
      case "exit":
        world.note(() => `${this.name}: exits: ${effect.text}`);
        this.crash();
        return;
      default:
        return;
    }
  }

  /** An update of a checkpointing framework is on disk before it leaves. */
  #check(effect: Extract<AgentEffect, { type: "send" }>): void {
    if (effect.name !== "StatusUpdateMessage") return;
    const { update } = effect.message as internal.StatusUpdateMessage;
    const task = update.status.task_id.value;
    if (update.executor_id === undefined) return;
    // Of a launch that was dropped nothing is on disk: a reconciliation makes up for its loss.
    const { reason, source } = update.status;
    if (reason === "REASON_AGENT_DRAINING" && source === "SOURCE_AGENT") return;
    this.#cluster.history.made(task, update.status);
    const uuid = hex(update.uuid);
    if (!this.#checkpoints(update.framework_id.value) || this.#disk.holds(uuid)) return;
    throw new Violation(`persist: update ${uuid} of task ${task} left before it was on disk`);
  }

  #checkpoints(frameworkId: string): boolean {
    return this.#agent?.context.frameworks.get(frameworkId)?.info.checkpoint ?? false;
  }

  /** Without checkpoints a dead agent's updates are lost; nobody is owed them. */
  #forgetLost(agent: Agent): void {
    for (const framework of agent.context.frameworks.values()) {
      if (framework.info.checkpoint === true) continue;
      for (const executor of framework.executors.values()) {
        const tasks = [executor.queued, executor.launched, executor.terminated];
        for (const id of tasks.flatMap((map) => [...map.keys()])) this.#cluster.history.excuse(id);
      }
    }
  }
}
