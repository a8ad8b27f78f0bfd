import type { Allocator } from "@mesos-ts/allocator";
import type { Master, Registrar } from "@mesos-ts/master";
import type { Clock } from "@mesos-ts/runtime";
import { Histogram, type MetricsRegistry, type Timer } from "@mesos-ts/transport";
import type { Messages } from "./messages.ts";
import { MASTER_FAMILIES } from "./metric-families.ts";
import type { NewEvent } from "./port.ts";
import type { RegistryStorage } from "./registry.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What the master counts and measures about itself, beside what its core counts. */
export class MasterMetrics {
  readonly #store: Timer;
  readonly #fetch: Timer;
  readonly #run: Timer;
  readonly #latency: Timer;
  readonly #clock: Clock;
  readonly #storeSeconds = histogram(
    "mesos_registrar_state_store_duration_seconds",
    "How long storing the registry took.",
  );
  readonly #runSeconds = histogram(
    "mesos_allocator_allocation_run_duration_seconds",
    "How long the allocator's cycles took.",
  );
  readonly #latencySeconds = histogram(
    "mesos_allocator_allocation_run_latency_seconds",
    "How late the allocator's cycles began.",
  );
  #cacheHits = 0;

  constructor(registry: MetricsRegistry, clock: Clock) {
    this.#clock = clock;
    this.#store = registry.timer("registrar/state_store", DAY_MS);
    this.#fetch = registry.timer("registrar/state_fetch");
    this.#run = registry.timer("allocator/mesos/allocation_run", HOUR_MS);
    this.#latency = registry.timer("allocator/mesos/allocation_run_latency", HOUR_MS);
    registry.catalogue.add(MASTER_FAMILIES);
    for (const each of [this.#storeSeconds, this.#runSeconds, this.#latencySeconds]) {
      registry.addHistogram(each);
      // Shown from the start, with zeros.
      each.series();
    }
    // Nothing waits for the allocator: it runs within the step that asks for it.
    registry.gauge("allocator/event_queue_dispatches", () => 0);
    registry.gauge("allocator/mesos/event_queue_dispatches", () => 0);
  }

  /** Adds what others count. */
  observe(
    registry: MetricsRegistry,
    sources: {
      readonly master: Master;
      readonly allocator: Allocator;
      /** Undefined until this master leads. */
      readonly registrar: () => Registrar | undefined;
      readonly storage: RegistryStorage;
      readonly messages: Messages;
      /** Events that wait for the core. */
      readonly waiting: () => readonly NewEvent[];
    },
  ): void {
    const { master, allocator, registrar, storage, messages, waiting } = sources;
    registry.gauge("registrar/queued_operations", () => registrar()?.queued ?? 0);
    registry.gauge("registrar/registry_size_bytes", () => registrar()?.sizeBytes ?? 0);
    registry.gauge("registrar/log/ensemble_size", storage.ensembleSize);
    registry.gauge("registrar/log/recovered", () => {
      const isRecovered = storage.isRecovered();
      return isRecovered === undefined ? undefined : Number(isRecovered);
    });
    registry.source((into) => {
      const { [DROPPED]: dropped = 0, ...rest } = master.metrics(this.#clock.now());
      into(DROPPED, dropped + messages.malformed + messages.unwanted);
      for (const key in rest) into(key, rest[key] ?? 0);
      into("master/http_cache_hits", this.#cacheHits);
      const queued = queuedByKind(waiting());
      for (const [kind, count] of Object.entries(queued)) {
        into(`master/event_queue_${kind}`, count);
      }
      const allocation = allocator.metrics();
      for (const key in allocation) into(key, allocation[key] ?? 0);
    });
  }

  /** A reply was made of what was rendered for an earlier one. */
  readonly cacheHit = (): void => {
    this.#cacheHits += 1;
  };

  /** The registry was read, or an operation stored, in so many milliseconds. */
  fetched(ms: number): void {
    this.#fetch.record(ms);
  }

  stored(ms: number): void {
    record(ms, this.#store, this.#storeSeconds);
  }

  /** Measures the allocator's cycles: how long all slices of one take, and how late it begins. */
  measure(allocator: Allocator): void {
    const run = allocator.run.bind(allocator);
    let spentMs = 0;
    let isUnderWay = false;
    allocator.run = (nowMs) => {
      const dueMs = allocator.dueMs() ?? nowMs;
      const startMs = this.#clock.monotonic();
      const decisions = run(nowMs);
      if (!isUnderWay && !decisions.begun) return decisions;
      spentMs += this.#clock.monotonic() - startMs;
      if (!isUnderWay) {
        const lateMs = dueMs <= 0 ? 0 : Math.max(0, nowMs - dueMs);
        record(lateMs, this.#latency, this.#latencySeconds);
      }
      isUnderWay = !decisions.complete;
      if (decisions.complete) {
        record(spentMs, this.#run, this.#runSeconds);
        spentMs = 0;
      }
      return decisions;
    };
  }
}

const DROPPED = "master/dropped_messages";

function histogram(name: string, help: string): Histogram {
  return new Histogram({ name, help });
}

/** Mesos's clients want statistics of the last hour or day, Prometheus counts of all time. */
function record(ms: number, timer: Timer, seconds: Histogram): void {
  timer.record(ms);
  seconds.series().observe(ms / 1000);
}

/** As Mesos names what waits: messages, requests, and everything else. */
export function queuedByKind(events: readonly NewEvent[]) {
  const counts = { messages: 0, http_requests: 0, dispatches: 0 };
  for (const event of events) {
    if (event.type === "message") counts.messages += 1;
    else if ("requestId" in event) counts.http_requests += 1;
    else counts.dispatches += 1;
  }
  return counts;
}
