import { type Agent, agentMetrics } from "@mesos-ts/agent";
import type { Clock } from "@mesos-ts/runtime";
import type { MetricsRegistry } from "@mesos-ts/transport";
import { AGENT_FAMILIES } from "./metric-families.ts";

/** The agent's numbers: those of its core, and those that the program counts itself. */
export class AgentMetrics {
  readonly #agent: Agent;
  readonly #clock: Clock;
  readonly #cacheBytes: number;
  #recoverySecs: number | undefined;
  #recoveryErrors = 0;
  #fetched = 0;
  #fetchFailures = 0;
  #destroyErrors = 0;

  constructor(agent: Agent, clock: Clock, cacheBytes: number) {
    this.#agent = agent;
    this.#clock = clock;
    this.#cacheBytes = cacheBytes;
  }

  register(registry: MetricsRegistry): void {
    registry.catalogue.add(AGENT_FAMILIES);
    registry.source((into) => {
      agentMetrics(this.#agent, this.#clock.now(), into);
      into("slave/recovery_errors", this.#recoveryErrors);
      if (this.#recoverySecs !== undefined) into("slave/recovery_time_secs", this.#recoverySecs);
      into("containerizer/fetcher/cache_size_total_bytes", this.#cacheBytes);
      into("containerizer/fetcher/cache_size_used_bytes", 0);
      into("containerizer/fetcher/task_fetches_failed", this.#fetchFailures);
      into("containerizer/fetcher/task_fetches_succeeded", this.#fetched);
      into("containerizer/mesos/container_destroy_errors", this.#destroyErrors);
      for (const key of ALWAYS_ZERO) into(key, 0);
    });
  }

  recovered(durationMs: number, errors: number): void {
    this.#recoverySecs = durationMs / 1000;
    this.#recoveryErrors = errors;
  }

  countFetch(succeeded: boolean): void {
    if (succeeded) this.#fetched += 1;
    else this.#fetchFailures += 1;
  }

  countDestroyError(): void {
    this.#destroyErrors += 1;
  }
}

/** Of parts that this agent does not have: there is nothing that could be counted. */
const ALWAYS_ZERO = [
  "containerizer/mesos/provisioner/bind/remove_rootfs_errors",
  "containerizer/mesos/provisioner/remove_container_errors",
  "resource_provider_manager/events/disconnect",
  "resource_provider_manager/events/subscribe",
  "resource_provider_manager/subscribed",
];
