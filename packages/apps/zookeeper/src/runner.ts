import type { Logger } from "@mesos-ts/runtime";
import type {
  Coordinator,
  CoordinatorEffect,
  CoordinatorEvent,
  LogRecord,
  Moment,
} from "@mesos-ts/zookeeper";
import type { Journal } from "@mesos-ts/zookeeper-storage";
import type { StorageFigures } from "./figures.ts";

/** What leaves the server: held back until all that was persisted before it is durable. */
export type Outgoing = Extract<CoordinatorEffect, { type: "send" | "close" }>;

export type RunnerOptions = {
  readonly coordinator: Coordinator;
  readonly journal: Journal;
  readonly figures: StorageFigures;
  readonly logger: Logger;
  readonly now: () => Moment;
  readonly deliver: (effect: Outgoing) => void;
  /** The log cannot be written any more: nothing can be answered from now on. */
  readonly fatal: (text: string) => void;
};

/** Transactions that become durable together, and what waits for them. */
type Group = { readonly records: LogRecord[]; readonly held: Outgoing[] };

const emptyGroup = (): Group => ({ records: [], held: [] });

/**
 * Carries out what the coordinator decides. While one group of transactions is being written, the
 * next one gathers: under load one sync of the disk serves all who wait.
 */
export class Runner {
  readonly #options: RunnerOptions;
  #next = emptyGroup();
  #writing: Group | undefined;
  #isScheduled = false;
  #isDead = false;
  #idle: (() => void)[] = [];

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  dispatch(event: CoordinatorEvent): void {
    if (this.#isDead) return;
    for (const effect of this.#options.coordinator.step(event, this.#options.now())) {
      this.#perform(effect);
    }
    if (this.#next.records.length > 0) this.#schedule();
  }

  /** When everything is durable and delivered. */
  async settled(): Promise<void> {
    while (!this.#isDead && (this.#writing !== undefined || this.#next.records.length > 0)) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#idle.push(resolve);
      await promise;
    }
  }

  #perform(effect: CoordinatorEffect): void {
    const { logger, deliver } = this.#options;
    switch (effect.type) {
      case "persist":
        this.#next.records.push(effect.record);
        break;
      case "log":
        logger[effect.level](effect.text);
        break;
      default: {
        const group = this.#next.records.length > 0 ? this.#next : this.#writing;
        if (group === undefined) deliver(effect);
        else group.held.push(effect);
      }
    }
  }

  /** At the end of this turn of the event loop: requests that came together are written together. */
  #schedule(): void {
    if (this.#isScheduled || this.#writing !== undefined) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    const { journal, figures, deliver, fatal } = this.#options;
    while (this.#next.records.length > 0 && !this.#isDead) {
      const group = this.#next;
      this.#writing = group;
      this.#next = emptyGroup();
      const started = performance.now();
      try {
        await journal.append(group.records);
      } catch (cause) {
        this.#isDead = true;
        const reason = cause instanceof Error ? cause.message : String(cause);
        fatal(
          `The transaction log cannot be written: ${reason}. Nothing that was acknowledged is ` +
            "lost. Make room or repair the disk, and start again",
        );
        break;
      }
      figures.synced(performance.now() - started);
      this.#writing = undefined;
      for (const effect of group.held) deliver(effect);
      if (journal.wantsSnapshot) void this.#snapshot();
    }
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }

  async #snapshot(): Promise<void> {
    const { coordinator, journal, figures, logger } = this.#options;
    const started = performance.now();
    try {
      await journal.snapshot(coordinator.database);
      figures.snapshots++;
      logger.info(`Took a snapshot in ${Math.round(performance.now() - started)} ms`);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      logger.warning(`Failed to take a snapshot: ${reason}. The log has everything that is in it`);
    }
  }
}
