/** A master on a bench: events in, effects out, time in the test's hand. */
import {
  createAllocator,
  DEFAULT_ALLOCATOR_CONFIG,
  DEFAULT_REGEX_LIMITS,
} from "@mesos-ts/allocator";
import { createRandom } from "@mesos-ts/base";
import {
  type AgentInfo,
  type AgentInfo_Capability_Type,
  type FrameworkInfo,
  type FrameworkInfo_Capability_Type,
  fromJson,
  type internal,
  type Message,
  master,
  type Offer,
  type Resource,
  type registry,
  type scheduler,
  type TaskInfo,
  type TaskState,
} from "@mesos-ts/protos";
import type {
  MasterConfig,
  MasterEffect,
  MasterEvent,
  RegistryOperation,
  Reply,
} from "./contract.ts";
import { createMaster, type Master } from "./master.ts";
import { RegistryBook } from "./registrar/registry-book.ts";
import { snapshotOf } from "./views/snapshot.ts";
import { getStateJson } from "./views/state-json.ts";

type EventInput = MasterEvent extends infer Event
  ? Event extends MasterEvent
    ? Omit<Event, "nowMs">
    : never
  : never;

export const MASTER_ID = "m";
export const AGENT_PID = "slave(1)@10.0.0.1:5051";

export const CONFIG: MasterConfig = {
  ...DEFAULT_ALLOCATOR_CONFIG,
  id: MASTER_ID,
  ip: "127.0.0.1",
  port: 5050,
  hostname: "localhost",
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
  registryMaxAgentAgeMs: 14 * 24 * 3_600_000,
  registryMaxAgentCount: 102_400,
  requireAgentDomain: false,
  publishPerFrameworkMetrics: true,
  rootSubmissions: true,
  roleWhitelist: undefined,
  regexLimits: DEFAULT_REGEX_LIMITS,
};

export const AGENT_CAPABILITIES: readonly AgentInfo_Capability_Type[] = [
  "MULTI_ROLE",
  "HIERARCHICAL_ROLE",
  "RESERVATION_REFINEMENT",
  "RESOURCE_PROVIDER",
  "RESIZE_VOLUME",
  "AGENT_OPERATION_FEEDBACK",
  "AGENT_DRAINING",
  "TASK_RESOURCE_LIMITS",
];

export class Bench {
  readonly master: Master;
  nowMs = 1_000_000;
  /** What the last call had for effects, registry operations answered. */
  effects: MasterEffect[] = [];
  /** Whether registry operations succeed at once; else the test answers them. */
  registry: "succeeds" | "waits" = "succeeds";
  /** What the registry holds. */
  readonly book: RegistryBook;
  readonly #waiting = new Map<number, RegistryOperation>();
  #requestId = 0;

  constructor(config: Partial<MasterConfig> = {}, content?: registry.Registry) {
    const full = { ...CONFIG, ...config };
    const random = createRandom("master bench");
    this.master = createMaster(full, createAllocator(full, random.fork("allocator")), random);
    this.book = new RegistryBook(content);
    this.book.setMaster(this.master.core.info);
    this.step({ type: "start", registry: content });
  }

  step(event: EventInput): MasterEffect[] {
    if (event.type === "persisted" && event.ok) this.#perform(event.persistId);
    const queue = [...this.master.step({ ...event, nowMs: this.nowMs } as MasterEvent)];
    this.effects = [];
    for (let effect = queue.shift(); effect !== undefined; effect = queue.shift()) {
      this.effects.push(effect);
      if (effect.type !== "persist") continue;
      const { persistId, operation } = effect;
      this.#waiting.set(persistId, operation);
      if (this.registry === "waits") continue;
      const ok = this.#perform(persistId);
      queue.push(...this.master.step({ type: "persisted", persistId, ok, nowMs: this.nowMs }));
    }
    return this.effects;
  }

  #perform(persistId: number): boolean {
    const operation = this.#waiting.get(persistId);
    this.#waiting.delete(persistId);
    return operation !== undefined && this.book.perform(operation);
  }

  /** Lets time pass; the master is woken as it asked for. Returns all effects on the way. */
  advance(ms: number): MasterEffect[] {
    const untilMs = this.nowMs + ms;
    const all: MasterEffect[] = [];
    for (;;) {
      const nextMs = earliest(this.master.core.timers.nextMs(), this.master.core.allocator.dueMs());
      if (nextMs === undefined || nextMs > untilMs) break;
      this.nowMs = Math.max(this.nowMs, nextMs);
      all.push(...this.step({ type: "wake" }));
    }
    this.nowMs = untilMs;
    all.push(...this.step({ type: "wake" }));
    this.effects = all;
    return all;
  }

  message(name: string, message: object, from = AGENT_PID, to = "master"): MasterEffect[] {
    const full = name.includes(".") ? name : `mesos.internal.${name}`;
    return this.step({ type: "message", from, to, name: full, message: message as Message });
  }

  registerAgent(options: AgentOptions = {}): string {
    const { pid = AGENT_PID } = options;
    this.message("RegisterSlaveMessage", registration(options), pid);
    const known = this.master.core.agents.byPid.get(pid);
    if (known === undefined) throw new Error(`the agent at ${pid} was not registered`);
    this.message("PongSlaveMessage", {}, pid, known.observer.id);
    return known.id;
  }

  reregisterAgent(
    id: string,
    more: Partial<internal.ReregisterSlaveMessage> = {},
    options: AgentOptions = {},
  ): MasterEffect[] {
    const message = registration(options);
    return this.message(
      "ReregisterSlaveMessage",
      { ...message, agent: { ...message.agent, id: { value: id } }, ...more },
      options.pid ?? AGENT_PID,
    );
  }

  /** Subscribes over HTTP. */
  subscribe(info: Partial<FrameworkInfo> = {}, more: object = {}): Scheduler {
    const framework_info = frameworkInfo(info);
    const framework_id = framework_info.id;
    const requestId = ++this.#requestId;
    this.step({
      type: "scheduler-call",
      requestId,
      streamId: undefined,
      principal: undefined,
      call: {
        type: "SUBSCRIBE",
        ...(framework_id === undefined ? {} : { framework_id }),
        subscribe: { framework_info, ...more },
      },
    });
    const opened = this.effects.find((effect) => effect.type === "open-stream");
    if (opened === undefined) throw new Error("no stream was opened");
    return new Scheduler(this, opened.streamId);
  }

  call(call: scheduler.Call, streamId: string | undefined, principal?: string): Reply | undefined {
    const requestId = ++this.#requestId;
    this.step({ type: "scheduler-call", requestId, call, streamId, principal });
    return this.replyTo(requestId);
  }

  operator(call: master.Call, principal?: string): Reply | undefined {
    const requestId = ++this.#requestId;
    this.step({ type: "operator-call", requestId, call, principal });
    return this.replyTo(requestId);
  }

  /** What an operator is answered, whether as a message or written from a snapshot. */
  read(type: master.Call_Type): master.Response {
    const reply = this.operator({ type });
    if (reply?.type === "state") {
      const pieces = getStateJson(snapshotOf(this.master.core), { ...reply, type: "response" });
      return fromJson(master.Response, JSON.parse([...pieces].join("")));
    }
    if (reply?.type !== "ok" || reply.response === undefined) throw new Error(`${type}: no reply`);
    return reply.response;
  }

  teardown(frameworkId: string): Reply | undefined {
    const requestId = ++this.#requestId;
    this.step({ type: "teardown", requestId, frameworkId });
    return this.replyTo(requestId);
  }

  replyTo(requestId: number): Reply | undefined {
    const effect = this.effects.find((one) => one.type === "reply" && one.requestId === requestId);
    return effect?.type === "reply" ? effect.reply : undefined;
  }

  /** A status update as an agent sends it. */
  update(
    agentId: string,
    frameworkId: string,
    taskId: string,
    state: TaskState,
    more: { executorId?: string; latest?: TaskState; reason?: string; uuid?: number } = {},
  ): MasterEffect[] {
    const uuid = new Uint8Array(16).fill(more.uuid ?? 7);
    const timestamp = this.nowMs / 1000;
    const executor_id = { value: more.executorId ?? taskId };
    return this.message("StatusUpdateMessage", {
      update: {
        framework_id: { value: frameworkId },
        executor_id,
        agent_id: { value: agentId },
        status: {
          task_id: { value: taskId },
          state,
          source: "SOURCE_EXECUTOR",
          ...(more.reason === undefined ? {} : { reason: more.reason }),
          agent_id: { value: agentId },
          executor_id,
          timestamp,
          uuid,
        },
        timestamp,
        uuid,
        latest_state: more.latest ?? state,
      },
      pid: AGENT_PID,
    });
  }

  /** The last effects without logs, wakes and registry operations, one line each. */
  transcript(): string[] {
    return this.effects.filter(isTelling).map(textOf);
  }

  logs(): string[] {
    return this.effects.flatMap((effect) => (effect.type === "log" ? [effect.text] : []));
  }

  sent<T = Message>(name: string): T[] {
    return this.effects.flatMap((effect) =>
      effect.type === "send" && effect.name === name ? [effect.message as T] : [],
    );
  }
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

/** One framework's side of its event stream. */
export class Scheduler {
  readonly bench: Bench;
  readonly streamId: string;
  readonly id: string;

  constructor(bench: Bench, streamId: string) {
    this.bench = bench;
    this.streamId = streamId;
    this.id = bench.master.core.frameworks.byStream.get(streamId)?.id ?? "";
  }

  call(type: scheduler.Call_Type, payload: object = {}): Reply | undefined {
    const field = type.toLowerCase();
    return this.bench.call(
      { type, framework_id: { value: this.id }, [field]: payload } as scheduler.Call,
      this.streamId,
    );
  }

  /** The events that the last call or message brought. */
  events(): scheduler.Event[] {
    return this.bench.effects.flatMap((effect) =>
      effect.type === "scheduler-event" && effect.streamId === this.streamId ? [effect.event] : [],
    );
  }

  offers(): Offer[] {
    return this.events().flatMap((event) => event.offers?.offers ?? []);
  }

  /** The offers the framework holds now. */
  held(): Offer[] {
    const framework = this.bench.master.core.frameworks.registered.get(this.id);
    return [...(framework?.offers ?? [])].map(({ message }) => message);
  }

  updates(): (string | undefined)[][] {
    return this.events().flatMap(({ update }) =>
      update === undefined
        ? []
        : [
            [
              update.status.task_id.value,
              update.status.state,
              update.status.reason,
              update.status.message,
            ],
          ],
    );
  }

  accept(offers: readonly Offer[], operations: object[], refuse_seconds = 0): Reply | undefined {
    return this.call("ACCEPT", {
      offer_ids: offers.map(({ id }) => id),
      operations,
      filters: { refuse_seconds },
    });
  }

  launch(tasks: TaskInfo[], offers = this.held()): Reply | undefined {
    return this.accept(offers, [{ type: "LAUNCH", launch: { task_infos: tasks } }]);
  }
}

export interface AgentOptions {
  readonly pid?: string;
  readonly hostname?: string;
  readonly resources?: Resource[];
  readonly capabilities?: readonly AgentInfo_Capability_Type[];
  readonly version?: string;
  /** What else its AgentInfo says. */
  readonly info?: Partial<AgentInfo>;
}

export function registration(options: AgentOptions = {}): internal.RegisterSlaveMessage {
  return {
    agent: {
      hostname: options.hostname ?? "host1",
      port: 5051,
      resources: options.resources ?? [scalar("cpus", 4), scalar("mem", 4096), scalar("disk", 100)],
      checkpoint: true,
      ...options.info,
    },
    version: options.version ?? "1.12.0",
    agent_capabilities: (options.capabilities ?? AGENT_CAPABILITIES).map((type) => ({ type })),
    resource_version_uuid: { value: new Uint8Array(16).fill(1) },
  };
}

export const MODERN: readonly FrameworkInfo_Capability_Type[] = [
  "MULTI_ROLE",
  "PARTITION_AWARE",
  "RESERVATION_REFINEMENT",
];

export function frameworkInfo(info: Partial<FrameworkInfo> = {}): FrameworkInfo {
  const isPlain = info.capabilities !== undefined;
  return {
    user: "root",
    name: "f",
    ...(isPlain ? {} : { roles: ["dev"] }),
    capabilities: MODERN.map((type) => ({ type })),
    ...info,
  };
}

export function capabilities(...types: FrameworkInfo_Capability_Type[]) {
  return types.map((type) => ({ type }));
}

export function scalar(name: string, value: number, more: Partial<Resource> = {}): Resource {
  return { name, type: "SCALAR", scalar: { value }, ...more };
}

export function task(id: string, agentId: string, more: Partial<TaskInfo> = {}): TaskInfo {
  return {
    name: id,
    task_id: { value: id },
    agent_id: { value: agentId },
    command: { value: "true" },
    resources: [scalar("cpus", 0.1), scalar("mem", 32)],
    ...more,
  };
}

function isTelling(effect: MasterEffect): boolean {
  return effect.type !== "log" && effect.type !== "wake-at" && effect.type !== "persist";
}

function textOf(effect: MasterEffect): string {
  switch (effect.type) {
    case "send":
      return `${effect.from ?? "master"} -> ${effect.to}: ${effect.name}`;
    case "scheduler-event":
      return `event ${effect.event.type}`;
    case "operator-event":
      return `operators: ${effect.event.type}`;
    case "operator-snapshot":
      return "operators: SUBSCRIBED";
    case "reply":
      return `reply ${effect.reply.type}`;
    case "link":
    case "unlink":
      return `${effect.type} ${effect.pid}`;
    default:
      return effect.type;
  }
}
