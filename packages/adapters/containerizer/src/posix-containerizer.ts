import { resolveCommand } from "./command.ts";
import { isContainerId, isNestedIn } from "./container-id.ts";
import { ContainerStreams } from "./container-streams.ts";
import { ContainerRecord, ContainerWatch } from "./container-watch.ts";
import { runBeside } from "./exec.ts";
import { killTree, signalProcess } from "./kill-tree.ts";
import {
  invalidSpec,
  prepareSandbox,
  prepareStreams,
  resolveRlimits,
  resolveUser,
} from "./prepare.ts";
import {
  type Identity,
  identityOf,
  isAlive,
  ProcessTable,
  readPageBytes,
} from "./process-table.ts";
import { prepareRuntimeDir, recoverContainers } from "./recovery.ts";
import { renderRunScript, type SavedStreams } from "./run-script.ts";
import * as files from "./runtime-files.ts";
import { terminalProblem, terminalWords } from "./terminal-script.ts";
import { DEFAULT_PATH, findTools, type Tools } from "./tools.ts";
import {
  type ContainerExit,
  type Containerizer,
  type DestroyResult,
  type ExecResult,
  type ExecSpec,
  type InputResult,
  type KillResult,
  type KillScope,
  type LaunchResult,
  type LaunchSpec,
  type OutputResult,
  type Recovery,
  type Refusal,
  type RemoveResult,
  refuse,
  type UsageResult,
} from "./types.ts";
import { usageOf } from "./usage.ts";
import type { User } from "./users.ts";

/** Containers that one agent holds at a time. */
const MAX_CONTAINERS = 100_000;
/** Rounds of SIGKILL before a tree that does not die is given up (uninterruptible processes). */
const MAX_DESTROY_ROUNDS = 600;
const DESTROY_ROUND_MS = 100;

/** Settings of a {@link PosixContainerizer}. */
export interface PosixOptions {
  /** Volatile folder of the agent (`--runtime_dir`); made when missing. */
  readonly runtimeDir: string;
  /** Shell of the supervisor; default dash, else /bin/sh. */
  readonly shell?: string;
  /** Milliseconds between two looks for what no event told. */
  readonly watchIntervalMs?: number;
  /** Wall clock in milliseconds, for the timestamp of statistics. */
  readonly now?: () => number;
}

const DEFAULT_WATCH_INTERVAL_MS = 1000;

const unknown = (containerId: string): Refusal =>
  refuse("unknown-container", `Container '${containerId}' is unknown`);

/**
 * Containers as plain POSIX processes below one supervisor per agent (see supervisor-script.ts).
 * Needs Linux, a POSIX shell, util-linux and coreutils; root only to switch users.
 */
export class PosixContainerizer implements Containerizer {
  readonly #runtimeDir: string;
  readonly #tools: Tools;
  readonly #table = new ProcessTable();
  readonly #watch: ContainerWatch;
  readonly #streams: ContainerStreams;
  readonly #pageBytes: number;
  readonly #now: () => number;
  #closed = false;

  /** Opens the runtime folder. Throws when it cannot be used or a needed program is missing. */
  static open(options: PosixOptions): PosixContainerizer {
    return new PosixContainerizer(options);
  }

  private constructor(options: PosixOptions) {
    this.#runtimeDir = options.runtimeDir;
    this.#tools = findTools(options.shell);
    this.#pageBytes = readPageBytes();
    this.#now = options.now ?? Date.now;
    prepareRuntimeDir(this.#runtimeDir);
    this.#watch = new ContainerWatch(
      this.#runtimeDir,
      this.#tools,
      options.watchIntervalMs ?? DEFAULT_WATCH_INTERVAL_MS,
    );
    this.#streams = new ContainerStreams(this.#runtimeDir, this.#tools);
    this.#watch.onExit(({ containerId }) => this.#streams.release(containerId));
  }

  /** Pid of the supervisor, once there is one. */
  get supervisorPid(): number | undefined {
    return this.#watch.supervisorPid;
  }

  async launch(spec: LaunchSpec): Promise<LaunchResult> {
    const { containerId } = spec;
    const invalid = this.#refuseClosed() ?? invalidSpec(spec);
    if (invalid !== null) {
      return invalid;
    }
    if (this.#watch.get(containerId) !== undefined) {
      return refuse("already-exists", `Container '${containerId}' exists already`);
    }
    if (this.#watch.size >= MAX_CONTAINERS) {
      return refuse("too-many-containers", `More than ${MAX_CONTAINERS} containers`);
    }
    const problem = spec.interaction?.terminal && terminalProblem(this.#tools);
    if (problem !== undefined) {
      return refuse("no-terminal", problem);
    }
    const rlimits = resolveRlimits(spec, this.#tools);
    if ("type" in rlimits) {
      return rlimits;
    }
    const identity =
      spec.user === undefined ? undefined : await resolveUser(spec.user, this.#tools);
    if (identity?.type === "refused") {
      return identity;
    }
    const user = identity?.user;
    const unusable = this.#refuseClosed() ?? prepareSandbox(spec, user);
    if (unusable !== null) {
      return unusable;
    }
    const streams = spec.interaction === undefined ? undefined : prepareStreams(spec, user);
    const script = this.#render(spec, user, rlimits, streams);
    const folder = files.containerFolder(this.#runtimeDir, containerId);
    if (!files.createContainer(folder, script, spec.notes)) {
      return refuse("already-exists", `Container '${containerId}' exists already`);
    }
    if (streams !== undefined) {
      try {
        await this.#streams.prepare(containerId, streams);
      } catch (error) {
        this.#streams.release(containerId);
        files.deleteContainer(folder);
        throw error;
      }
    }
    return await this.#watch.start(containerId);
  }

  async kill(containerId: string, signal: number, scope: KillScope = "tree"): Promise<KillResult> {
    const record = await this.#running(containerId);
    if (!(record instanceof ContainerRecord)) {
      return record;
    }
    const { task, status } = record;
    if (task === undefined || status !== undefined) {
      return { type: "signalled", pids: [] };
    }
    if (scope === "tree") {
      return { type: "signalled", pids: await killTree(task, signal, this.#table) };
    }
    const targets = this.#streams.isTerminal(containerId) ? await this.#inTerminal(task) : [task];
    const reached = targets.filter((target) => signalProcess(target, signal));
    return { type: "signalled", pids: reached.map(({ pid }) => pid) };
  }

  async destroy(containerId: string): Promise<DestroyResult> {
    const record = await this.#running(containerId);
    if (!(record instanceof ContainerRecord)) {
      return record;
    }
    const nested = this.#watch.ids().filter((id) => isNestedIn(id, containerId));
    await Promise.all(nested.map((id) => this.#annihilate(this.#watch.get(id))));
    if (!(await this.#annihilate(record))) {
      return refuse("still-running", `Processes of container '${containerId}' survive SIGKILL`);
    }
    return { type: "destroyed", status: await record.ended };
  }

  async remove(containerId: string): Promise<RemoveResult> {
    const closed = this.#refuseClosed();
    if (closed !== null) {
      return closed;
    }
    const record = this.#watch.get(containerId);
    if (record === undefined) {
      return unknown(containerId);
    }
    if (record.status === undefined) {
      return refuse("still-running", `Container '${containerId}' has not ended`);
    }
    if (this.#watch.ids().some((id) => isNestedIn(id, containerId))) {
      return refuse("has-nested-containers", `Container '${containerId}' holds nested containers`);
    }
    files.deleteContainer(files.containerFolder(this.#runtimeDir, containerId));
    files.deleteEmptyParents(this.#runtimeDir, containerId);
    this.#streams.release(containerId);
    this.#watch.forget(containerId);
    return { type: "removed" };
  }

  async recover(known: Iterable<string>): Promise<Recovery> {
    return await recoverContainers(this.#runtimeDir, this.#watch, new Set(known));
  }

  async usage(containerId: string): Promise<UsageResult> {
    const record = await this.#running(containerId);
    if (!(record instanceof ContainerRecord)) {
      return record;
    }
    const snapshot = await this.#table.snapshot();
    const root = record.task === undefined ? undefined : snapshot.find(record.task);
    return root === undefined
      ? refuse("unknown-container", `Container '${containerId}' does not run`)
      : {
          type: "usage",
          usage: usageOf(snapshot.descendants(root), this.#pageBytes, this.#now() / 1000),
        };
  }

  async exec(spec: ExecSpec): Promise<ExecResult> {
    const record = await this.#running(spec.containerId);
    if (!(record instanceof ContainerRecord)) {
      return record;
    }
    const folder = files.containerFolder(this.#runtimeDir, spec.containerId);
    const script = record.status === undefined ? files.readRunScript(folder) : null;
    return script === null
      ? refuse("unknown-container", `Container '${spec.containerId}' does not run`)
      : await runBeside(script, spec, this.#tools, this.#table);
  }

  async openOutput(containerId: string, from: "start" | "now"): Promise<OutputResult> {
    const record = await this.#running(containerId);
    return record instanceof ContainerRecord
      ? this.#streams.openOutput(containerId, from, record.ended)
      : record;
  }

  async openInput(containerId: string): Promise<InputResult> {
    const record = await this.#running(containerId);
    if (!(record instanceof ContainerRecord)) {
      return record;
    }
    return record.status === undefined
      ? this.#streams.openInput(containerId, record.ended)
      : refuse("unknown-container", `Container '${containerId}' does not run`);
  }

  onExit(listener: (exit: ContainerExit) => void): () => void {
    return this.#watch.onExit(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#streams.close();
    this.#watch.close();
  }

  /** Ends the supervisor as well: for whoever takes the whole agent away. Containers go on. */
  async shutdown(): Promise<void> {
    if (!this.#closed) {
      this.#watch.stopSupervisor();
    }
    await this.close();
  }

  #refuseClosed(): Refusal | null {
    return this.#closed ? refuse("closed", "The containerizer is closed") : null;
  }

  #render(
    spec: LaunchSpec,
    user: User | undefined,
    rlimits: readonly string[],
    streams: SavedStreams | undefined,
  ): string {
    const { environment, command, interaction } = spec;
    const folder = spec.workingFolder ?? spec.sandbox;
    const own = files.containerFolder(this.#runtimeDir, spec.containerId);
    const stdin = files.stdinPath(own);
    const terminal = interaction?.terminal;
    const searchPath = environment["PATH"] ?? DEFAULT_PATH;
    return renderRunScript(
      {
        ...{ folder, environment },
        ...(user === undefined ? {} : { user }),
        ...(streams === undefined ? {} : { streams }),
        ...(interaction === undefined || terminal !== undefined
          ? {}
          : { stdin: { path: stdin, openedPath: files.openedPath(own) } }),
        ...(terminal === undefined
          ? {}
          : {
              terminal: terminalWords(this.#tools, user, terminal, {
                stdin,
                control: files.controlPath(own),
              }),
            }),
      },
      resolveCommand(command, folder, searchPath, this.#tools),
      spec,
      rlimits,
      this.#tools,
    );
  }

  /** What runs in a terminal; its keeper before there is anything. */
  async #inTerminal(keeper: Identity): Promise<readonly Identity[]> {
    const { byPid } = await this.#table.snapshot();
    const children = [...byPid.values()].filter(({ parent }) => parent === keeper.pid);
    return children.length === 0 ? [keeper] : children.map(identityOf);
  }

  /** The record of a container whose start is settled, or why there is none. */
  async #running(containerId: string): Promise<ContainerRecord | Refusal> {
    const closed = this.#refuseClosed();
    if (closed !== null) {
      return closed;
    }
    const record = isContainerId(containerId) ? this.#watch.get(containerId) : undefined;
    if (record === undefined) {
      return unknown(containerId);
    }
    const launched = await record.launched;
    return launched.type === "refused" ? launched : record;
  }

  /** Kills until neither the process nor its group or session has members. */
  async #annihilate(record: ContainerRecord | undefined): Promise<boolean> {
    const task: Identity | undefined = record?.task;
    if (record === undefined || task === undefined) {
      return true;
    }
    for (let round = 0; round < MAX_DESTROY_ROUNDS; round += 1) {
      const left = await killTree(task, 9, this.#table);
      if (left.length === 0 && record.status !== undefined) {
        return true;
      }
      if (left.length === 0 && !isAlive(task)) {
        this.#watch.check(record);
      }
      await record.endedWithin(left.length === 0 ? DESTROY_ROUND_MS : DESTROY_ROUND_MS / 10);
    }
    return false;
  }
}
