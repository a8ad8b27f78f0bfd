import type { AllocatorConfig, TimeMs } from "./contract.ts";

/**
 * The pause after a failover: with quota, offers made while most agents are still away would give
 * what is guaranteed to others.
 */
export class Recovery {
  readonly #config: AllocatorConfig;
  #expectedAgents = 0;
  #untilMs: TimeMs | undefined;

  constructor(config: AllocatorConfig) {
    this.#config = config;
  }

  start(expectedAgents: number, nowMs: TimeMs): void {
    this.#expectedAgents = Math.trunc(expectedAgents * this.#config.agentRecoveryFactor);
    if (this.#expectedAgents > 0) this.#untilMs = nowMs + this.#config.recoveryTimeoutMs;
  }

  /** When it ends at the latest; undefined: there is no pause. */
  get untilMs(): TimeMs | undefined {
    return this.#untilMs;
  }

  /** So many agents are there: enough of them end the pause. */
  agentsAre(count: number): void {
    if (count >= this.#expectedAgents) this.#untilMs = undefined;
  }

  /** Whether offers wait still. */
  isPaused(nowMs: TimeMs): boolean {
    if (this.#untilMs !== undefined && nowMs >= this.#untilMs) this.#untilMs = undefined;
    return this.#untilMs !== undefined;
  }
}
