import { setTimeout as delay } from "node:timers/promises";
import { relativePathOf } from "./container-id.ts";
import { type Identity, isAlive } from "./process-table.ts";
import {
  abandon,
  containerFolder,
  deleteContainer,
  monitorOf,
  readClaim,
  readStatus,
} from "./runtime-files.ts";
import { parseWaitStatus } from "./status.ts";
import { type MonitorEvent, SupervisorLink } from "./supervisor-link.ts";
import type { Tools } from "./tools.ts";
import { type ContainerExit, type ExitStatus, type LaunchResult, refuse } from "./types.ts";

/** Containers looked at per tick of the watch; all are visited in turn. */
const CHECKS_PER_TICK = 200;
/** A start that nobody reported for this long is looked for on disk and asked for again. */
const START_PATIENCE_MS = 3000;
/** A start that nobody reported for this long is given up. */
const START_LIMIT_MS = 60_000;
const MAX_LISTENERS = 100;

/** What the agent knows of one container while it is in its runtime folder. */
export class ContainerRecord {
  readonly containerId: string;
  /** Settles when the process exists, or will not. */
  readonly launched: Promise<LaunchResult>;
  /** Settles when the process ended. */
  readonly ended: Promise<ExitStatus>;
  readonly settleLaunch: (result: LaunchResult) => void;
  readonly settleEnd: (status: ExitStatus) => void;
  readonly askedAt: number;
  monitor: Identity | undefined;
  task: Identity | undefined;
  status: ExitStatus | undefined;

  constructor(containerId: string, askedAt: number) {
    this.containerId = containerId;
    this.askedAt = askedAt;
    const launch = Promise.withResolvers<LaunchResult>();
    const end = Promise.withResolvers<ExitStatus>();
    this.launched = launch.promise;
    this.ended = end.promise;
    this.settleLaunch = launch.resolve;
    this.settleEnd = end.resolve;
  }

  /** Waits for the end, at most `ms` milliseconds. */
  async endedWithin(ms: number): Promise<void> {
    const stop = new AbortController();
    const timer = delay(ms, undefined, { signal: stop.signal }).catch(() => undefined);
    await Promise.race([this.ended, timer]);
    stop.abort();
  }
}

/**
 * Follows containers from start to end: by the monitors' events, and by looking at the runtime
 * folder and /proc for what no event told (a killed monitor, a lost event, a dead supervisor).
 */
export class ContainerWatch {
  readonly #runtimeDir: string;
  readonly #link: SupervisorLink;
  readonly #records = new Map<string, ContainerRecord>();
  readonly #byFolder = new Map<string, ContainerRecord>();
  /** Records whose process is not known to have ended: what the tick looks at. */
  readonly #active = new Set<ContainerRecord>();
  readonly #listeners = new Set<(exit: ContainerExit) => void>();
  readonly #intervalMs: number;
  #timer: NodeJS.Timeout | undefined;
  #lastEvent = 0;

  constructor(runtimeDir: string, tools: Tools, intervalMs: number) {
    this.#runtimeDir = runtimeDir;
    this.#intervalMs = intervalMs;
    this.#link = new SupervisorLink(runtimeDir, tools, {
      onEvent: (event) => this.#onEvent(event),
      onRestart: () => this.#askAgain(),
    });
  }

  get size(): number {
    return this.#records.size;
  }

  get supervisorPid(): number | undefined {
    return this.#link.supervisorPid;
  }

  ids(): readonly string[] {
    return [...this.#records.keys()];
  }

  get(containerId: string): ContainerRecord | undefined {
    return this.#records.get(containerId);
  }

  /** Asks for the start of a container whose folder is prepared. */
  start(containerId: string): Promise<LaunchResult> {
    const record = this.adopt(containerId);
    if (!this.#link.launch(relativePathOf(containerId))) {
      this.#giveUp(record, "too many launches wait for the supervisor");
    }
    return record.launched;
  }

  /** Takes a container under watch. */
  adopt(containerId: string): ContainerRecord {
    const record = new ContainerRecord(containerId, performance.now());
    this.#records.set(containerId, record);
    this.#byFolder.set(relativePathOf(containerId), record);
    this.#active.add(record);
    this.#timer ??= setInterval(() => this.#tick(), this.#intervalMs);
    return record;
  }

  forget(containerId: string): void {
    const record = this.#records.get(containerId);
    if (record !== undefined) {
      this.#records.delete(containerId);
      this.#byFolder.delete(relativePathOf(containerId));
      this.#settle(record);
    }
  }

  onExit(listener: (exit: ContainerExit) => void): () => void {
    if (this.#listeners.size >= MAX_LISTENERS) {
      throw new Error(`More than ${MAX_LISTENERS} listeners for container exits`);
    }
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const record of this.#active) {
      record.settleLaunch(refuse("closed", "The containerizer is closed"));
    }
    this.#active.clear();
    this.#listeners.clear();
    this.#link.close();
  }

  stopSupervisor(): void {
    this.#link.stopSupervisor();
  }

  /** Notes that the process exists. */
  started(record: ContainerRecord, monitorPid: number | undefined, task: Identity): void {
    if (record.task === undefined) {
      record.monitor = monitorPid === undefined ? undefined : monitorOf(monitorPid, task);
      record.task = task;
      record.settleLaunch({ type: "launched", pid: task.pid });
    }
  }

  /** Notes the end and tells the listeners unless `quietly`. */
  finished(record: ContainerRecord, status: ExitStatus, quietly = false): void {
    if (record.status !== undefined) {
      return;
    }
    record.status = status;
    this.#settle(record);
    record.settleLaunch(
      refuse("supervisor-unavailable", `Container '${record.containerId}' ended before it started`),
    );
    record.settleEnd(status);
    if (!quietly) {
      for (const listener of this.#listeners) {
        listener({ containerId: record.containerId, status });
      }
    }
  }

  /** Looks on disk and in /proc at what became of a container. */
  check(record: ContainerRecord): void {
    const folder = containerFolder(this.#runtimeDir, record.containerId);
    if (record.task === undefined) {
      const claim = readClaim(folder);
      if (claim?.task === undefined) {
        return;
      }
      this.started(record, claim.monitorPid, claim.task);
    }
    // The monitor writes the status before it ends: look at the monitor first.
    if (record.monitor !== undefined && isAlive(record.monitor)) {
      return;
    }
    const status = readStatus(folder);
    if (status !== null) {
      this.finished(record, status);
    } else if (record.task !== undefined && !isAlive(record.task)) {
      this.finished(record, { type: "unknown" });
    }
  }

  #settle(record: ContainerRecord): void {
    this.#active.delete(record);
    if (this.#active.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #onEvent(event: MonitorEvent): void {
    const record = this.#byFolder.get(event.folder);
    if (record === undefined) {
      return;
    }
    this.#lastEvent = performance.now();
    switch (event.type) {
      case "started":
        this.started(record, event.monitorPid, event.task);
        break;
      case "ended": {
        const status = parseWaitStatus(event.waitStatus);
        if (record.monitor === undefined || status === null) {
          this.check(record);
        } else if (record.monitor.pid === event.monitorPid) {
          this.finished(record, status);
        }
        break;
      }
      default: {
        const never: never = event;
        throw new Error(`Impossible event ${JSON.stringify(never)}`);
      }
    }
  }

  /** After a supervisor died with requests unread or half done: monitors refuse duplicates. */
  #askAgain(): void {
    for (const record of this.#active) {
      if (record.task === undefined) {
        this.#link.launch(relativePathOf(record.containerId));
      }
    }
  }

  #tick(): void {
    const now = performance.now();
    let left = CHECKS_PER_TICK;
    let waiting = false;
    for (const record of this.#active) {
      if (left === 0) {
        break;
      }
      left -= 1;
      // Visited records go to the end of the set: all get their turn.
      this.#active.delete(record);
      this.#active.add(record);
      if (record.task === undefined) {
        waiting = true;
        this.#checkStart(record, now);
      } else {
        this.check(record);
      }
    }
    if (waiting) {
      this.#link.ensureSupervisor(true);
    }
  }

  #checkStart(record: ContainerRecord, now: number): void {
    if (now - Math.max(record.askedAt, this.#lastEvent) < START_PATIENCE_MS) {
      return;
    }
    this.check(record);
    if (record.task !== undefined || record.status !== undefined) {
      return;
    }
    if (now - record.askedAt > START_LIMIT_MS) {
      this.#giveUp(record, "the supervisor does not answer");
    } else {
      this.#link.launch(relativePathOf(record.containerId));
    }
  }

  #giveUp(record: ContainerRecord, reason: string): void {
    const folder = containerFolder(this.#runtimeDir, record.containerId);
    if (!abandon(folder)) {
      // A monitor has it and died before the process was noted: nobody can tell what it did.
      this.finished(record, { type: "unknown" });
      return;
    }
    deleteContainer(folder);
    this.forget(record.containerId);
    const refusal = refuse(
      "supervisor-unavailable",
      `Cannot start container '${record.containerId}': ${reason}`,
    );
    record.settleLaunch(refusal);
    record.settleEnd({ type: "unknown" });
  }
}
