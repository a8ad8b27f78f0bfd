import { createRandom } from "@mesos-ts/base";
import type { internal, TaskInfo, TaskStatus } from "@mesos-ts/protos";
import { Agent } from "./agent.ts";
import {
  type AgentConfig,
  type AgentEffect,
  type AgentEvent,
  NOTHING_RECOVERED,
  type RecoveredAgent,
  type TimeMs,
} from "./contract.ts";

export const MASTER = "master@10.0.0.1:5050";
export const AGENT_ID = "m-S0";
export const FRAMEWORK_ID = "m-0000";

export const config: AgentConfig = {
  info: {
    hostname: "localhost",
    port: 5051,
    checkpoint: true,
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 4 } },
      { name: "mem", type: "SCALAR", scalar: { value: 4096 } },
      { name: "disk", type: "SCALAR", scalar: { value: 10240 } },
    ],
  },
  ip: "127.0.0.1",
  version: "1.12.0",
  workDir: "/w",
  launcherDir: "/l",
  recover: "reconnect",
  reconfigurationPolicy: "equal",
  strict: true,
  switchUser: true,
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
  features: ["MULTI_ROLE", "RESERVATION_REFINEMENT"],
  oversubscription: {
    estimator: { type: "noop" },
    estimateIntervalMs: 15_000,
    controller: { type: "noop" },
    correctionIntervalMs: 0,
  },
};

/** An event without its time, which the bench adds. */
type Timeless<E> = E extends unknown ? Omit<E, "nowMs"> : never;

/** Drives an agent's core by hand: time passes only when told, wakes come when asked for. */
export class AgentBench {
  readonly agent: Agent;
  nowMs: TimeMs = 1000;
  #wakeAtMs: TimeMs | undefined;

  constructor(overrides: Partial<AgentConfig> = {}, seed = 1) {
    this.agent = new Agent({ ...config, ...overrides }, createRandom(seed));
  }

  step(event: Timeless<AgentEvent>): AgentEffect[] {
    return this.#keep(this.agent.step({ ...event, nowMs: this.nowMs } as AgentEvent));
  }

  /** Lets time pass; every wake on the way happens. */
  pass(ms: number): AgentEffect[] {
    const endMs = this.nowMs + ms;
    const effects: AgentEffect[] = [];
    while (this.#wakeAtMs !== undefined && this.#wakeAtMs <= endMs) {
      this.nowMs = Math.max(this.nowMs, this.#wakeAtMs);
      this.#wakeAtMs = undefined;
      effects.push(...this.step({ type: "wake" }));
    }
    this.nowMs = endMs;
    return effects;
  }

  /** Started, detected and registered. */
  registered(): this {
    this.step({ type: "start", recovered: undefined });
    this.step({ type: "master-detected", master: MASTER });
    this.message("SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
    return this;
  }

  message(name: string, message: object, from = MASTER): AgentEffect[] {
    return this.step({ type: "message", from, name: `mesos.internal.${name}`, message });
  }

  runTask(task: Partial<TaskInfo> & { id: string }, framework: object = {}): AgentEffect[] {
    return this.message("RunTaskMessage", {
      framework: {
        user: "root",
        name: "f",
        id: { value: FRAMEWORK_ID },
        capabilities: [{ type: "TASK_KILLING_STATE" }],
        ...framework,
      },
      task: taskInfo(task),
    });
  }

  acknowledge(status: TaskStatus): AgentEffect[] {
    return this.message("StatusUpdateAcknowledgementMessage", {
      agent_id: { value: AGENT_ID },
      framework_id: { value: FRAMEWORK_ID },
      task_id: status.task_id,
      uuid: status.uuid,
    });
  }

  /** Acknowledges every update in the effects and those that follow; the statuses in order. */
  deliver(effects: readonly AgentEffect[]): TaskStatus[] {
    const seen: TaskStatus[] = [];
    let round = statuses(effects);
    while (round.length > 0) {
      seen.push(...round);
      round = round.flatMap((status) => statuses(this.acknowledge(status)));
    }
    return seen;
  }

  #keep(effects: AgentEffect[]): AgentEffect[] {
    for (const effect of effects) if (effect.type === "wake-at") this.#wakeAtMs = effect.atMs;
    return effects;
  }
}

export function taskInfo({ id, ...rest }: Partial<TaskInfo> & { id: string }): TaskInfo {
  return {
    name: id,
    task_id: { value: id },
    agent_id: { value: AGENT_ID },
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 1 }, allocation_info: { role: "*" } },
    ],
    command: { value: "true", shell: true },
    ...rest,
  };
}

/** What an agent finds on its disk when it starts again: itself, and nothing else but `more`. */
export function recovered(more: Partial<RecoveredAgent> = {}): RecoveredAgent {
  return {
    ...NOTHING_RECOVERED,
    info: { ...config.info, id: { value: AGENT_ID } },
    ...more,
  };
}

/** The effects of one type. */
export function only<T extends AgentEffect["type"]>(
  effects: readonly AgentEffect[],
  type: T,
): Extract<AgentEffect, { type: T }>[] {
  return effects.filter(
    (effect): effect is Extract<AgentEffect, { type: T }> => effect.type === type,
  );
}

/** The names of the messages that were sent, in order. */
export function sent(effects: readonly AgentEffect[]): string[] {
  return only(effects, "send").map(({ name, to }) => (to === MASTER ? name : `${name} to ${to}`));
}

export function statuses(effects: readonly AgentEffect[]): TaskStatus[] {
  return only(effects, "send")
    .filter(({ name }) => name === "StatusUpdateMessage")
    .map(({ message }) => (message as internal.StatusUpdateMessage).update.status);
}

/** `TASK_FINISHED/SOURCE_EXECUTOR: Command exited with status 0` */
export function shown({ state, source, reason, message, healthy }: TaskStatus): string {
  const parts = [state, source, reason].filter((part) => part !== undefined).join("/");
  const health = healthy === undefined ? "" : ` healthy=${healthy}`;
  return message === undefined ? parts + health : `${parts}${health}: ${message}`;
}
