import { formatDuration, milliseconds } from "@mesos-ts/base";
import type { AgentContext } from "./context.ts";
import type { TimeMs } from "./contract.ts";

interface Scheduled {
  readonly path: string;
  readonly sinceMs: TimeMs;
  readonly virtualPath: string | undefined;
}

/**
 * Removes what finished work leaves behind. Things may stay for `--gc_delay`, less when the disk
 * fills up: delay · max(0, 1 − headroom − usage), looked at every `--disk_watch_interval`.
 */
export class GarbageCollector {
  readonly #context: AgentContext;
  readonly #scheduled = new Map<string, Scheduled>();
  #maxAgeMs: number;
  #pending = 0;
  succeeded = 0;
  failed = 0;

  constructor(context: AgentContext) {
    this.#context = context;
    this.#maxAgeMs = context.config.gcDelayMs;
  }

  get pending(): number {
    return this.#scheduled.size + this.#pending;
  }

  get maxAgeMs(): number {
    return this.#maxAgeMs;
  }

  start(nowMs: TimeMs): void {
    this.#context.outbox.push({ type: "measure-disk" });
    this.#context.timers.set("disk watch", nowMs + this.#context.config.diskWatchIntervalMs, (at) =>
      this.start(at),
    );
  }

  schedule(path: string, nowMs: TimeMs, virtualPath?: string): void {
    this.#scheduled.set(path, { path, sinceMs: nowMs, virtualPath });
    this.#arm(nowMs);
  }

  /** It is needed again, or somebody else removes it. */
  unschedule(path: string): void {
    this.#scheduled.delete(path);
  }

  diskUsage(usage: number, nowMs: TimeMs): void {
    const { gcDelayMs, gcDiskHeadroom } = this.#context.config;
    this.#maxAgeMs = gcDelayMs * Math.max(0, 1 - gcDiskHeadroom - usage);
    this.#context.outbox.info(
      `Current disk usage ${(usage * 100).toFixed(2)}%. Max allowed age: ${formatDuration(milliseconds(this.#maxAgeMs))}`,
    );
    this.#arm(nowMs);
  }

  removed(path: string, error: string | undefined): void {
    this.#pending = Math.max(0, this.#pending - 1);
    if (error === undefined) this.succeeded++;
    else {
      this.failed++;
      this.#context.outbox.warn(`Failed to remove '${path}': ${error}`);
    }
  }

  #arm(nowMs: TimeMs): void {
    const [first] = this.#scheduled.values();
    if (first === undefined) return;
    const dueMs = Math.max(nowMs, first.sinceMs + this.#maxAgeMs);
    this.#context.timers.set("gc", dueMs, (at) => this.#collect(at));
  }

  #collect(nowMs: TimeMs): void {
    for (const entry of [...this.#scheduled.values()]) {
      if (entry.sinceMs + this.#maxAgeMs > nowMs) break;
      this.#scheduled.delete(entry.path);
      this.#pending++;
      if (entry.virtualPath !== undefined) {
        this.#context.outbox.push({ type: "detach-path", virtualPath: entry.virtualPath });
      }
      this.#context.outbox.push({ type: "detach-path", virtualPath: entry.path });
      this.#context.outbox.push({ type: "remove-path", path: entry.path });
    }
    this.#arm(nowMs);
  }
}
