import {
  type Allocator,
  createAllocator,
  DEFAULT_ALLOCATOR_CONFIG,
  DEFAULT_REGEX_LIMITS,
} from "@mesos-ts/allocator";
import { createRandom, type Random } from "@mesos-ts/base";
import {
  createMaster,
  Leadership,
  type Master,
  type MasterConfig,
  type MasterEffect,
  type MasterEvent,
  Registrar,
  RegistryBook,
} from "@mesos-ts/master";
import { decode, type master as masterApi, registry, type scheduler } from "@mesos-ts/protos";
import type { Cluster } from "./cluster.ts";
import { CoordinatorClient } from "./coordination.ts";
import type { Overcommitted } from "./invariants.ts";
import type { Host } from "./network.ts";
import { OfferWatch } from "./offer-watch.ts";

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

const MASTER_PORT = 5050;
const LONGEST_REST_MS = 20_000;

/** One life of a master: what it decided dies with it. */
interface Life {
  readonly master: Master;
  readonly allocator: Allocator;
  readonly leadership: Leadership;
  readonly offers: OfferWatch;
  readonly callers: Map<number, Caller>;
  readonly streams: Map<string, Stream>;
  /** When each link was last asked for. */
  readonly links: Map<string, number>;
  readonly overcommitted: Overcommitted;
  /** Its session with the coordinator. */
  readonly coordination: CoordinatorClient;
  registrar: Registrar | undefined;
  /** When its doors were opened. */
  leadsSinceMs: number;
  requests: number;
  /** Steps that were looked at. */
  steps: number;
}

/**
 * A simulated master: the real core, allocator, leadership and registrar over the fake network,
 * coordinator and replicated log. It dies, and a supervisor starts it again.
 */
export class MasterNode implements Host {
  readonly name: string;
  readonly pid: string;
  readonly #ip: string;
  readonly #cluster: Cluster;
  readonly #random: Random;
  #life: Life | undefined;
  /** It has decided something since somebody last looked. */
  changed = false;

  constructor(cluster: Cluster, index: number) {
    this.#cluster = cluster;
    this.#ip = `10.0.0.${index + 1}`;
    this.name = `${this.#ip}:${MASTER_PORT}`;
    this.pid = `master@${this.name}`;
    this.#random = createRandom(cluster.world.random.uint32());
  }

  get alive(): boolean {
    return this.#life !== undefined;
  }

  /** Undefined while it does not lead. */
  get leading(): Life | undefined {
    return this.#life?.leadership.role === "leading" ? this.#life : undefined;
  }

  start(): void {
    if (this.alive) return;
    const id = this.#random.uuid();
    const config: MasterConfig = { ...defaults, id, ip: this.#ip };
    const { faults, policies } = this.#cluster;
    const allocator = faults.allocator(createAllocator(config, this.#random.fork("allocator")));
    const master = createMaster(config, allocator, this.#random.fork(id));
    const life: Life = {
      master,
      allocator,
      leadership: new Leadership({
        own: master.core.info,
        log: (text) => this.#note(text),
        lead: (done) => this.#lead(life, done),
        end: (reason) => this.#end(life, reason),
      }),
      offers: new OfferWatch(master, allocator, policies),
      callers: new Map(),
      streams: new Map(),
      links: new Map(),
      overcommitted: new Map(),
      coordination: new CoordinatorClient(this.#cluster, this.name),
      registrar: undefined,
      leadsSinceMs: 0,
      requests: 0,
      steps: 0,
    };
    this.#life = life;
    this.#note("starts");
    this.#cluster.logs.at(this.name).start();
    this.#contend(life);
    life.coordination.detect((leader) => life.leadership.detected(leader));
  }

  /** Dies at once, and rests a while. */
  crash(how: "in order" | "silently" = "silently"): void {
    const life = this.#life;
    if (life === undefined) return;
    this.#note(`dies ${how}`);
    const { world, logs } = this.#cluster;
    if (how === "in order") life.coordination.close();
    else life.coordination.die();
    this.#life = undefined;
    logs.at(this.name).crash();
    this.#cluster.breakAll(this.name);
    world.after(world.between(100, LONGEST_REST_MS), () => this.start());
  }

  receive(from: string, to: string, name: string, message: object): void {
    this.#step({ type: "message", from, to, name, message });
  }

  /** A v1 call; `streamId` is what the scheduler was given when it subscribed. */
  call(call: scheduler.Call, streamId: string | undefined, caller: Caller): void {
    const life = this.leading;
    if (life === undefined) {
      this.#refuse(caller, "No leader elected");
      return;
    }
    const requestId = ++life.requests;
    life.callers.set(requestId, caller);
    this.#step({ type: "scheduler-call", requestId, call, streamId, principal: undefined });
  }

  /** A call of an operator; nobody waits for the answer. */
  operatorCall(call: masterApi.Call): void {
    const life = this.leading;
    if (life === undefined) return;
    const requestId = ++life.requests;
    this.#step({ type: "operator-call", requestId, call, principal: undefined });
  }

  /** The agents that may be offered, by hostname. */
  setWhitelist(hostnames: readonly string[]): void {
    this.#step({ type: "whitelist", hostnames });
  }

  /** The master may send a stream's events here from now on. */
  stream(streamId: string, stream: Omit<Stream, "openedMs">): void {
    this.#life?.streams.set(streamId, { ...stream, openedMs: this.#cluster.world.nowMs });
  }

  broken(peer: string, atMs: number): void {
    const life = this.#life;
    if (life === undefined) return;
    for (const [id, stream] of [...life.streams]) {
      if (stream.host !== peer || stream.openedMs > atMs) continue;
      life.streams.delete(id);
      this.#step({ type: "stream-closed", streamId: id });
    }
    for (const [pid, linkedMs] of [...life.links]) {
      if (!pid.endsWith(`@${peer}`) || linkedMs > atMs) continue;
      life.links.delete(pid);
      this.#step({ type: "exited", pid });
    }
  }

  #contend(life: Life): void {
    life.coordination.contend(life.master.core.info, (outcome) => {
      switch (outcome.type) {
        case "lost":
          if (life.leadership.lostCandidacy()) this.#contend(life);
          return;
        case "failed":
          return this.#end(life, `Failed to contend: ${outcome.text}`);
        case "joined":
        case "cancelled":
          return;
        default:
          return outcome satisfies never;
      }
    });
  }

  /** Reads the registry, writes down that it leads, and begins. */
  #lead(life: Life, done: (failure?: string) => void): void {
    const { logs, world, policies } = this.#cluster;
    logs.at(this.name).take((pen) => {
      if (this.#life !== life) return;
      const content = pen.content === undefined ? {} : decode(registry.Registry, pen.content);
      const registrar = new Registrar(
        new RegistryBook(content),
        {
          store: (book, stored) => {
            pen.store(Uint8Array.from(book.encoded()), (outcome) => {
              if (this.#life === life) stored(outcome);
            });
          },
        },
        {
          log: (_level, text) => this.#note(text),
          aborted: (reason) => this.#end(life, reason),
          monotonic: () => world.nowMs,
          stored: () => {},
        },
      );
      life.registrar = registrar;
      registrar.recover(life.master.core.info, () => {
        done();
        life.leadsSinceMs = world.nowMs;
        this.#step({ type: "start", registry: content });
        this.setWhitelist([...policies.whitelist]);
      });
    });
  }

  #end(life: Life, reason: string): void {
    if (this.#life !== life) return;
    this.#note(`ends: ${reason}`);
    this.crash("in order");
  }

  #note(text: string): void {
    this.#cluster.world.note(() => `${this.name}: ${text}`);
  }

  #refuse(caller: Caller, text: string): void {
    this.#cluster.network.send(this.name, caller.host, () => caller.refused(text));
  }

  #step(event: Timeless<MasterEvent>): void {
    const life = this.leading;
    if (life === undefined) return;
    const steadyMs = this.#cluster.world.nowMs;
    const time = { nowMs: steadyMs + this.#cluster.world.skewOf(this.name), steadyMs };
    this.changed = true;
    for (const effect of life.master.step({ ...event, ...time } as MasterEvent)) {
      this.#run(effect, life);
      if (this.#life !== life) return;
    }
  }

  #later(life: Life, delayMs: number, event: Timeless<MasterEvent>): void {
    this.#cluster.world.after(delayMs, () => {
      if (this.#life === life) this.#step(event);
    });
  }

  #run(effect: MasterEffect, life: Life): void {
    const { world, network } = this.#cluster;
    switch (effect.type) {
      case "send":
        this.#cluster.fromMaster(
          this,
          effect.to,
          effect.from ?? "master",
          effect.name,
          effect.message,
        );
        return;
      case "link":
        life.links.set(effect.pid, world.nowMs);
        return;
      case "unlink":
        life.links.delete(effect.pid);
        return;
      case "reply": {
        const caller = life.callers.get(effect.requestId);
        life.callers.delete(effect.requestId);
        const { reply } = effect;
        if (caller === undefined || reply.type !== "refused") return;
        world.note(() => `${this.name}: refused ${caller.host}: ${reply.text}`);
        this.#refuse(caller, reply.text);
        return;
      }
      case "open-stream": {
        life.callers.get(effect.requestId)?.opened(effect.streamId);
        life.callers.delete(effect.requestId);
        return;
      }
      case "scheduler-event": {
        const stream = life.streams.get(effect.streamId);
        if (stream === undefined) return;
        network.send(this.name, stream.host, () => stream.receive(effect.event));
        return;
      }
      case "close-stream": {
        const stream = life.streams.get(effect.streamId);
        life.streams.delete(effect.streamId);
        if (stream !== undefined) network.send(this.name, stream.host, () => stream.closed());
        return;
      }
      case "persist": {
        const { persistId, operation } = effect;
        life.registrar?.apply(operation, (ok) => {
          if (this.#life === life) this.#step({ type: "persisted", persistId, ok });
        });
        return;
      }
      case "wake-at":
        this.#later(life, effect.atMs - world.nowMs, { type: "wake" });
        return;
      case "log":
        this.#note(effect.text);
        return;
      case "end":
        this.#end(life, effect.reason);
        return;
      case "operator-event":
      case "operator-snapshot":
        return;
      default:
        return effect satisfies never;
    }
  }
}

const DAY_MS = 86_400_000;

const defaults: Omit<MasterConfig, "id" | "ip"> = {
  ...DEFAULT_ALLOCATOR_CONFIG,
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
