import { lookup } from "node:dns/promises";
import { isIPv4 } from "node:net";
import { probeTcp } from "@mesos-ts/containerizer";
import type { Clock, Logger, MasterAddress, Timer } from "@mesos-ts/runtime";
import type { Dispatch } from "./effects/port.ts";

/** Between two looks for a master that went away, at first and at most. */
const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Finds the leading master and tells the agent of it. */
export interface MasterWatch {
  /** Resolves when the master's address is known, or being looked for. */
  start(): Promise<void>;
  /** To be told of every broken link. */
  exited(pid: string): void;
  stop(): void;
}

/**
 * The one master of a standalone cluster: detected at once, lost when the connection to it breaks,
 * and detected again when it listens again.
 */
export class StandaloneMasterWatch implements MasterWatch {
  readonly #address: MasterAddress;
  readonly #dispatch: Dispatch;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #master: string | undefined;
  #retryMs = FIRST_RETRY_MS;
  #timer: Timer | undefined;
  #stopped = false;

  constructor(address: MasterAddress, dispatch: Dispatch, clock: Clock, logger: Logger) {
    this.#address = address;
    this.#dispatch = dispatch;
    this.#clock = clock;
    this.#logger = logger;
  }

  async start(): Promise<void> {
    await this.#detect();
  }

  exited(pid: string): void {
    if (pid !== this.#master) return;
    this.#master = undefined;
    this.#dispatch({ type: "master-detected", master: undefined });
    this.#later();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
  }

  #later(): void {
    if (this.#stopped) return;
    this.#timer = this.#clock.setTimer(this.#retryMs, () => void this.#retry());
    this.#retryMs = Math.min(this.#retryMs * 2, MAX_RETRY_MS);
  }

  async #retry(): Promise<void> {
    const { host, port } = this.#address;
    const found = await probeTcp({ host, port, timeoutMs: CONNECT_TIMEOUT_MS });
    if (found.ok && found.succeeded) await this.#detect();
    else this.#later();
  }

  async #detect(): Promise<void> {
    const ip = await this.#resolve();
    if (this.#stopped) return;
    if (ip === undefined) {
      this.#later();
      return;
    }
    this.#retryMs = FIRST_RETRY_MS;
    this.#master = `master@${ip}:${this.#address.port}`;
    this.#dispatch({ type: "master-detected", master: this.#master });
  }

  async #resolve(): Promise<string | undefined> {
    const { host } = this.#address;
    if (isIPv4(host)) return host;
    try {
      return (await lookup(host, 4)).address;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#logger.warning(`Failed to resolve the master's host '${host}': ${why}; trying again`);
      return undefined;
    }
  }
}
