import { isNestedIn } from "./container-id.ts";
import { interpretCommand, type MemoryProgram } from "./memory-program.ts";
import { MemoryStreams } from "./memory-streams.ts";
import { invalidSpec, invalidStrings } from "./prepare.ts";
import { rlimitArguments } from "./rlimits.ts";
import { signaled } from "./status.ts";
import {
  type ContainerExit,
  type Containerizer,
  type DestroyResult,
  type ExecResult,
  type ExecSpec,
  type ExitStatus,
  type InputResult,
  type KillResult,
  type LaunchResult,
  type LaunchSpec,
  type OutputResult,
  type RecoveredContainer,
  type Recovery,
  type Refusal,
  type RemoveResult,
  refuse,
  type UsageResult,
} from "./types.ts";

const SIGKILL = 9;
/** Signals whose default is not to end a process: CHLD, CONT, URG, WINCH (and 0, a mere probe). */
const HARMLESS: ReadonlySet<number> = new Set([0, 17, 18, 23, 28]);
const FIRST_PID = 1000;
const IDLE_RSS_BYTES = 1_048_576;
const MAX_LISTENERS = 100;

/** Time, as a {@link MemoryProcesses} sees it: the simulator's, or real timers. */
export interface MemoryTimers {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after `ms`; returns the cancellation. */
  set(ms: number, callback: () => void): () => void;
}

const realTimers: MemoryTimers = {
  now: () => Date.now(),
  set: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Settings of a simulated machine. */
export interface MemoryOptions {
  readonly timers?: MemoryTimers;
  /** What a command does; default: {@link interpretCommand}. */
  readonly program?: (command: LaunchSpec["command"], spec: LaunchSpec) => MemoryProgram;
  /** Account names that exist. */
  readonly users?: readonly string[];
  /** A reason to refuse a launch (a full disk, say). */
  readonly refuse?: (spec: LaunchSpec) => Refusal | null;
}

export interface MemoryContainer {
  readonly spec: LaunchSpec;
  readonly pid: number;
  readonly program: MemoryProgram;
  readonly startedAt: number;
  cancel: () => void;
  monitored: boolean;
  status: ExitStatus | undefined;
  /** Undefined: nobody can attach. */
  readonly streams: MemoryStreams | undefined;
}

/**
 * The machine behind a {@link MemoryContainerizer}: its processes and runtime folder. It outlives
 * the containerizer as the supervisor outlives the agent.
 */
export class MemoryProcesses {
  readonly timers: MemoryTimers;
  readonly containers = new Map<string, MemoryContainer>();
  readonly #options: MemoryOptions;
  readonly #watchers = new Set<(exit: ContainerExit) => void>();
  #nextPid = FIRST_PID;

  constructor(options: MemoryOptions = {}) {
    this.#options = options;
    this.timers = options.timers ?? realTimers;
  }

  /** Why this machine does not start `spec`, or null. */
  refusal(spec: LaunchSpec): Refusal | null {
    const users = this.#options.users ?? ["root", "nobody"];
    if (spec.user !== undefined && !users.includes(spec.user)) {
      return refuse("unknown-user", `Failed to get the uid of user '${spec.user}': not found`);
    }
    return this.#options.refuse?.(spec) ?? null;
  }

  start(spec: LaunchSpec): MemoryContainer {
    const program = (this.#options.program ?? interpretCommand)(spec.command, spec);
    const container: MemoryContainer = {
      spec,
      pid: this.#nextPid,
      program,
      startedAt: this.timers.now(),
      cancel: () => undefined,
      monitored: true,
      status: undefined,
      streams:
        spec.interaction &&
        new MemoryStreams(spec.interaction, program, () => this.end(container, program.status)),
    };
    this.#nextPid += 1;
    this.containers.set(spec.containerId, container);
    container.streams?.print(program.output ?? "");
    if (program.durationMs !== null) {
      container.cancel = this.timers.set(program.durationMs, () =>
        this.end(container, program.status),
      );
    }
    return container;
  }

  end(container: MemoryContainer, status: ExitStatus): void {
    if (container.status === undefined) {
      container.cancel();
      container.status = container.monitored ? status : { type: "unknown" };
      container.streams?.settle();
      for (const watcher of this.#watchers) {
        watcher({ containerId: container.spec.containerId, status: container.status });
      }
    }
  }

  signal(container: MemoryContainer, signal: number): boolean {
    if (container.status !== undefined) {
      return false;
    }
    const ignored = signal !== SIGKILL && container.program.ignored?.includes(signal) === true;
    if (!ignored && !HARMLESS.has(signal)) {
      container.cancel();
      container.cancel = this.timers.set(0, () => this.end(container, signaled(signal)));
    }
    return true;
  }

  /** `kill -9` of a container's monitor: its process lives on, its status will be unknown. */
  killMonitor(containerId: string): void {
    const container = this.containers.get(containerId);
    if (container !== undefined) {
      container.monitored = false;
    }
  }

  /** A restart of the machine: every process is gone, nobody saw it end. */
  restart(): void {
    for (const container of this.containers.values()) {
      if (container.status === undefined) {
        container.cancel();
        container.status = { type: "unknown" };
        container.streams?.settle();
      }
    }
  }

  /** Hears of ends from now on. Returns the unsubscription. */
  watch(watcher: (exit: ContainerExit) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

const unknown = (containerId: string): Refusal =>
  refuse("unknown-container", `Container '${containerId}' is unknown`);

/** The containerizer port in memory: same rules, simulated processes. */
export class MemoryContainerizer implements Containerizer {
  readonly #machine: MemoryProcesses;
  readonly #listeners = new Set<(exit: ContainerExit) => void>();
  readonly #known = new Set<string>();
  readonly #unwatch: () => void;
  #closed = false;

  constructor(machine: MemoryProcesses = new MemoryProcesses()) {
    this.#machine = machine;
    this.#unwatch = machine.watch((exit) => {
      if (this.#known.has(exit.containerId)) {
        for (const listener of this.#listeners) {
          listener(exit);
        }
      }
    });
  }

  async launch(spec: LaunchSpec): Promise<LaunchResult> {
    const { containerId } = spec;
    const invalid = this.#refuseClosed() ?? invalidSpec(spec);
    if (invalid !== null) {
      return invalid;
    }
    if (this.#machine.containers.has(containerId)) {
      return refuse("already-exists", `Container '${containerId}' exists already`);
    }
    const rlimits = rlimitArguments(spec.rlimits ?? []);
    if (rlimits.type === "bad") {
      return refuse("bad-rlimit", rlimits.message);
    }
    const refusal = this.#machine.refusal(spec);
    if (refusal !== null) {
      return refusal;
    }
    this.#known.add(containerId);
    return { type: "launched", pid: this.#machine.start(spec).pid };
  }

  async kill(containerId: string, signal: number): Promise<KillResult> {
    const container = this.#find(containerId);
    if ("type" in container) {
      return container;
    }
    const reached = this.#machine.signal(container, signal);
    return { type: "signalled", pids: reached ? [container.pid] : [] };
  }

  async destroy(containerId: string): Promise<DestroyResult> {
    const container = this.#find(containerId);
    if ("type" in container) {
      return container;
    }
    const victims = [...this.#known]
      .filter((id) => id === containerId || isNestedIn(id, containerId))
      .map((id) => this.#machine.containers.get(id));
    await Promise.all(victims.map((victim) => this.#annihilate(victim)));
    return { type: "destroyed", status: container.status ?? { type: "unknown" } };
  }

  async remove(containerId: string): Promise<RemoveResult> {
    const container = this.#find(containerId);
    if ("type" in container) {
      return container;
    }
    if (container.status === undefined) {
      return refuse("still-running", `Container '${containerId}' has not ended`);
    }
    if ([...this.#known].some((id) => isNestedIn(id, containerId))) {
      return refuse("has-nested-containers", `Container '${containerId}' holds nested containers`);
    }
    this.#known.delete(containerId);
    this.#machine.containers.delete(containerId);
    return { type: "removed" };
  }

  async recover(known: Iterable<string>): Promise<Recovery> {
    const wanted = new Set(known);
    const containers: RecoveredContainer[] = [];
    for (const [containerId, { pid, status, spec }] of this.#machine.containers) {
      if (!this.#known.has(containerId)) {
        this.#known.add(containerId);
        const notes = spec.notes === undefined ? {} : { notes: spec.notes };
        containers.push(
          status === undefined
            ? { type: "running", containerId, pid, ...notes }
            : { type: "exited", containerId, pid, status, ...notes },
        );
      }
    }
    return {
      containers,
      orphans: containers.map(({ containerId }) => containerId).filter((id) => !wanted.has(id)),
      missing: [...wanted].filter((id) => !this.#known.has(id)),
    };
  }

  async usage(containerId: string): Promise<UsageResult> {
    const container = this.#find(containerId);
    if ("type" in container) {
      return container;
    }
    if (container.status !== undefined) {
      return refuse("unknown-container", `Container '${containerId}' does not run`);
    }
    return {
      type: "usage",
      usage: {
        timestamp: this.#machine.timers.now() / 1000,
        processes: 1,
        threads: 1,
        cpus_user_time_secs: 0,
        cpus_system_time_secs: 0,
        mem_rss_bytes: IDLE_RSS_BYTES,
      },
    };
  }

  async exec(spec: ExecSpec): Promise<ExecResult> {
    const container = this.#find(spec.containerId);
    if ("type" in container) {
      return container;
    }
    if (container.status !== undefined) {
      return refuse("unknown-container", `Container '${spec.containerId}' does not run`);
    }
    const invalid = invalidStrings(spec.command, spec.environment ?? {});
    if (invalid !== null) {
      return invalid;
    }
    const program = interpretCommand(spec.command);
    const { promise, resolve } = Promise.withResolvers<ExecResult>();
    const duration = program.durationMs ?? Number.POSITIVE_INFINITY;
    const late = spec.timeoutMs > 0 && duration > spec.timeoutMs;
    const output = late ? "" : (program.output ?? "").slice(0, spec.outputLimitBytes);
    this.#machine.timers.set(late ? spec.timeoutMs : duration, () =>
      resolve(
        late ? { type: "timed-out", output } : { type: "finished", status: program.status, output },
      ),
    );
    return await promise;
  }

  async openOutput(containerId: string, from: "start" | "now"): Promise<OutputResult> {
    const container = this.#find(containerId);
    return "type" in container ? container : MemoryStreams.output(container.streams, from);
  }

  async openInput(containerId: string): Promise<InputResult> {
    const container = this.#find(containerId);
    if ("type" in container) {
      return container;
    }
    return container.status === undefined
      ? MemoryStreams.input(container.streams)
      : refuse("unknown-container", `Container '${containerId}' does not run`);
  }

  onExit(listener: (exit: ContainerExit) => void): () => void {
    if (this.#listeners.size >= MAX_LISTENERS) {
      throw new Error(`More than ${MAX_LISTENERS} listeners for container exits`);
    }
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    this.#unwatch();
  }

  #refuseClosed(): Refusal | null {
    return this.#closed ? refuse("closed", "The containerizer is closed") : null;
  }

  #find(containerId: string): MemoryContainer | Refusal {
    const closed = this.#refuseClosed();
    if (closed !== null) {
      return closed;
    }
    const container = this.#known.has(containerId)
      ? this.#machine.containers.get(containerId)
      : undefined;
    return container ?? unknown(containerId);
  }

  #annihilate(container: MemoryContainer | undefined): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (container === undefined || container.status !== undefined) {
      resolve();
      return promise;
    }
    const unwatch = this.#machine.watch((exit) => {
      if (exit.containerId === container.spec.containerId) {
        unwatch();
        resolve();
      }
    });
    this.#machine.signal(container, SIGKILL);
    return promise;
  }
}
