import {
  createAllocator,
  DEFAULT_ALLOCATOR_CONFIG,
  DEFAULT_REGEX_LIMITS,
} from "@mesos-ts/allocator";
import { createRandom } from "@mesos-ts/base";
import {
  createMaster,
  type Master,
  type MasterConfig,
  type MasterEffect,
  type MasterEvent,
} from "@mesos-ts/master";
import type { master as masterApi, scheduler } from "@mesos-ts/protos";
import type { Cluster } from "./cluster.ts";
import type { Host } from "./network.ts";

type Timeless<E> = E extends unknown ? Omit<E, "nowMs"> : never;

/** Who asked for what, while the answer is on its way. */
export interface Caller {
  readonly host: string;
  opened(streamId: string): void;
  refused(text: string): void;
}

interface Stream {
  readonly openedMs: number;
  readonly host: string;
  readonly receive: (event: scheduler.Event) => void;
  readonly closed: () => void;
}

const MASTER_IP = "10.0.0.1";
const MASTER_PORT = 5050;

/** The simulated master: the real core with the real allocator over the fake network. */
export class MasterNode implements Host {
  readonly name = `${MASTER_IP}:${MASTER_PORT}`;
  readonly pid = `master@${this.name}`;
  readonly alive = true;
  readonly master: Master;
  readonly allocator;
  readonly #cluster: Cluster;
  readonly #callers = new Map<number, Caller>();
  readonly #streams = new Map<string, Stream>();
  /** When each link was last asked for. */
  readonly #links = new Map<string, number>();
  #requests = 0;
  /** The master has decided something since somebody last looked. */
  changed = false;

  constructor(cluster: Cluster, config: Partial<MasterConfig>) {
    this.#cluster = cluster;
    const random = createRandom(cluster.world.random.uint32());
    const full: MasterConfig = { ...defaults, id: random.uuid(), ...config };
    this.allocator = cluster.faults.allocator(createAllocator(full, random.fork("allocator")));
    this.master = createMaster(full, this.allocator, random.fork("master"));
  }

  start(): void {
    this.#step({ type: "start" });
  }

  receive(from: string, to: string, name: string, message: object): void {
    this.#step({ type: "message", from, to, name, message });
  }

  /** A v1 call; `streamId` is what the scheduler was given when it subscribed. */
  call(call: scheduler.Call, streamId: string | undefined, caller: Caller): void {
    const requestId = ++this.#requests;
    this.#callers.set(requestId, caller);
    this.#step({ type: "scheduler-call", requestId, call, streamId, principal: undefined });
  }

  /** A call of an operator; nobody waits for the answer. */
  operatorCall(call: masterApi.Call): void {
    this.#step({ type: "operator-call", requestId: ++this.#requests, call, principal: undefined });
  }

  /** The agents that may be offered, by hostname. */
  setWhitelist(hostnames: readonly string[]): void {
    this.#step({ type: "whitelist", hostnames });
  }

  /** The master may send a stream's events here from now on. */
  stream(streamId: string, stream: Omit<Stream, "openedMs">): void {
    this.#streams.set(streamId, { ...stream, openedMs: this.#cluster.world.nowMs });
  }

  broken(peer: string, atMs: number): void {
    for (const [id, stream] of [...this.#streams]) {
      if (stream.host !== peer || stream.openedMs > atMs) continue;
      this.#streams.delete(id);
      this.#step({ type: "stream-closed", streamId: id });
    }
    for (const [pid, linkedMs] of [...this.#links]) {
      if (!pid.endsWith(`@${peer}`) || linkedMs > atMs) continue;
      this.#links.delete(pid);
      this.#step({ type: "exited", pid });
    }
  }

  #step(event: Timeless<MasterEvent>): void {
    const nowMs = this.#cluster.world.nowMs;
    this.changed = true;
    for (const effect of this.master.step({ ...event, nowMs } as MasterEvent)) this.#run(effect);
  }

  #run(effect: MasterEffect): void {
    const { world, network } = this.#cluster;
    switch (effect.type) {
      case "send":
        this.#cluster.fromMaster(effect.to, effect.from ?? "master", effect.name, effect.message);
        return;
      case "link":
        this.#links.set(effect.pid, world.nowMs);
        return;
      case "unlink":
        this.#links.delete(effect.pid);
        return;
      case "reply": {
        const caller = this.#callers.get(effect.requestId);
        this.#callers.delete(effect.requestId);
        const { reply } = effect;
        if (caller === undefined || reply.type !== "refused") return;
        world.note(() => `master: refused ${caller.host}: ${reply.text}`);
        network.send(this.name, caller.host, () => caller.refused(reply.text));
        return;
      }
      case "open-stream": {
        this.#callers.get(effect.requestId)?.opened(effect.streamId);
        this.#callers.delete(effect.requestId);
        return;
      }
      case "scheduler-event": {
        const stream = this.#streams.get(effect.streamId);
        if (stream === undefined) return;
        network.send(this.name, stream.host, () => stream.receive(effect.event));
        return;
      }
      case "close-stream": {
        const stream = this.#streams.get(effect.streamId);
        this.#streams.delete(effect.streamId);
        if (stream !== undefined) network.send(this.name, stream.host, () => stream.closed());
        return;
      }
      case "persist":
        world.after(world.between(0.1, 20), () => {
          this.#step({ type: "persisted", persistId: effect.persistId, ok: true });
        });
        return;
      case "wake-at":
        world.after(effect.atMs - world.nowMs, () => this.#step({ type: "wake" }));
        return;
      case "log":
        world.note(() => `master: ${effect.text}`);
        return;
      case "end":
        throw new Error(`the master ended: ${effect.reason}`);
      case "operator-event":
        return;
      default:
        return effect satisfies never;
    }
  }
}

const DAY_MS = 86_400_000;

const defaults: Omit<MasterConfig, "id"> = {
  ...DEFAULT_ALLOCATOR_CONFIG,
  ip: MASTER_IP,
  port: MASTER_PORT,
  hostname: "master",
  version: "1.12.0",
  offerTimeoutMs: undefined,
  agentPingTimeoutMs: 15_000,
  maxAgentPingTimeouts: 5,
  agentReregisterTimeoutMs: 600_000,
  agentRemovalRate: undefined,
  recoveryAgentRemovalLimit: 1,
  maxCompletedFrameworks: 50,
  maxCompletedTasksPerFramework: 1000,
  maxUnreachableTasksPerFramework: 1000,
  maxOperatorEventStreamSubscribers: 1000,
  registryGcIntervalMs: 900_000,
  registryMaxAgentAgeMs: 14 * DAY_MS,
  registryMaxAgentCount: 102_400,
  requireAgentDomain: false,
  publishPerFrameworkMetrics: true,
  rootSubmissions: true,
  regexLimits: DEFAULT_REGEX_LIMITS,
  roleWhitelist: undefined,
};
