import { lookup } from "node:dns/promises";
import { connect, isIP, type Socket } from "node:net";
import type { Random } from "@mesos-ts/base";
import { type Clock, EventQueue, type Logger, type Timer } from "@mesos-ts/runtime";
import {
  type ClientRequest,
  ClientSession,
  FrameDecoder,
  type Outcome,
  type ServerAddress,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
  type ZkUrl,
} from "@mesos-ts/zookeeper";
import { withOperations } from "./operations.ts";
import { Pending } from "./pending.ts";
import type { OnChange, SessionPort, ZooKeeperSession } from "./port.ts";

/** Mesos's `--zk_session_timeout`. */
export const DEFAULT_SESSION_TIMEOUT_MS = 10_000;

/** The longest answer of a server: a long list of children, beyond what it takes itself. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** A name that takes longer to resolve stands for what it stood for before. */
const RESOLVE_TIMEOUT_MS = 5_000;

/** Addresses behind all names together. */
const MAX_ADDRESSES = 1_000;

export interface SessionOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random: Random;
  /** What to ask for; a server grants between 2 and 20 of its ticks. */
  readonly sessionTimeoutMs?: number;
  /** All paths are below it; `/a/b`. */
  readonly chroot?: string;
}

/** Begins a session; it looks for a server until it is closed. */
export function openSession(
  url: Pick<ZkUrl, "servers" | "credentials">,
  options: SessionOptions,
): ZooKeeperSession {
  return withOperations(new TcpSession(url, options));
}

/** Carries out what the core of a session decides. */
class TcpSession implements SessionPort {
  readonly #servers: readonly ServerAddress[];
  readonly #options: SessionOptions;
  readonly #core: ClientSession;
  readonly #events = new EventQueue<SessionEvent>("ZooKeeper session");
  readonly #pending = new Pending();
  readonly #listeners = new Set<(state: SessionState) => void>();
  /** The addresses that a name stood for when it was resolved last. */
  readonly #known = new Map<string, readonly string[]>();
  readonly #closed = Promise.withResolvers<void>();
  #state: SessionState = { type: "connecting" };
  #socket: { readonly connection: number; readonly socket: Socket } | undefined;
  #timer: Timer | undefined;

  constructor(url: Pick<ZkUrl, "servers" | "credentials">, options: SessionOptions) {
    this.#servers = url.servers;
    this.#options = options;
    const config = {
      sessionTimeoutMs: options.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS,
      credentials: url.credentials,
      chroot: options.chroot ?? "",
    };
    this.#core = new ClientSession(config, options.random.fork("zookeeper"));
    this.#events.open({ type: "start" }, (event) => this.#handle(event));
  }

  get state(): SessionState {
    return this.#state;
  }

  submit(request: ClientRequest, done: (outcome: Outcome) => void, changed?: OnChange): void {
    const id = this.#pending.add(request, done, changed);
    this.#events.push({ type: "request", id, request });
  }

  onState(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#events.push({ type: "close" });
    return this.#closed.promise;
  }

  #handle(event: SessionEvent): void {
    for (const effect of this.#core.step(event, this.#options.clock.monotonic())) {
      this.#perform(effect);
    }
  }

  #perform(effect: SessionEffect): void {
    switch (effect.type) {
      case "resolve":
        void this.#resolve();
        return;
      case "connect":
        return this.#connect(effect.connection, effect.address);
      case "send":
        this.#socketOf(effect.connection)?.write(effect.frame);
        return;
      case "disconnect":
        return this.#disconnect(effect.connection);
      case "wake-at":
        return this.#wakeAt(effect.at);
      case "answer":
        return this.#pending.answer(effect.id, effect.outcome);
      case "watch":
        return this.#pending.fire(effect.id, effect.event);
      case "state":
        return this.#changed(effect.state);
      case "log":
        return this.#options.logger[effect.level](effect.text);
      default:
        return effect satisfies never;
    }
  }

  #changed(state: SessionState): void {
    this.#state = state;
    if (state.type === "expired") this.#pending.forgetWatches();
    for (const listener of [...this.#listeners]) listener(state);
    if (state.type === "closed" || state.type === "auth-failed") this.#closed.resolve();
  }

  #wakeAt(at: number | undefined): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    if (at === undefined) return;
    const delayMs = at - this.#options.clock.monotonic();
    this.#timer = this.#options.clock.setTimer(delayMs, () => this.#events.push({ type: "timer" }));
  }

  // Connections

  /** A name may stand for several servers, and for others than a moment ago. */
  async #resolve(): Promise<void> {
    const found = await Promise.all(this.#servers.map((server) => this.#addressesOf(server)));
    const addresses = found.flat().slice(0, MAX_ADDRESSES);
    this.#events.push({ type: "resolved", addresses });
  }

  async #addressesOf({ host, port }: ServerAddress): Promise<readonly ServerAddress[]> {
    if (isIP(host) !== 0) return [{ host, port }];
    const addresses = (await this.#lookUp(host)) ?? this.#known.get(host) ?? [];
    this.#known.set(host, addresses);
    return addresses.map((address) => ({ host: address, port }));
  }

  /** Undefined when that cannot be known, or not soon: a session has little time for it. */
  async #lookUp(host: string): Promise<readonly string[] | undefined> {
    const { clock, logger } = this.#options;
    const late = Promise.withResolvers<never>();
    const timer = clock.setTimer(RESOLVE_TIMEOUT_MS, () =>
      late.reject(new Error(`no answer within ${RESOLVE_TIMEOUT_MS}ms`)),
    );
    try {
      const found = await Promise.race([lookup(host, { all: true }), late.promise]);
      return found.map(({ address }) => address);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      logger.warning(`Failed to resolve the ZooKeeper server '${host}': ${why}`);
      return undefined;
    } finally {
      timer.cancel();
    }
  }

  #connect(connection: number, { host, port }: ServerAddress): void {
    const socket = connect({ host, port, noDelay: true });
    const frames = new FrameDecoder(MAX_REPLY_BYTES);
    let reason = "the server closed the connection";
    this.#socket = { connection, socket };
    socket.on("connect", () => this.#events.push({ type: "opened", connection }));
    socket.on("error", (error) => {
      reason = error.message;
    });
    socket.on("close", () => this.#events.push({ type: "disconnected", connection, reason }));
    socket.on("data", (chunk: Buffer) => {
      const cut = frames.push(chunk);
      if (cut.type === "error") {
        reason = cut.error;
        socket.destroy();
        return;
      }
      for (const frame of cut.value) this.#events.push({ type: "received", connection, frame });
    });
  }

  #disconnect(connection: number): void {
    this.#socketOf(connection)?.destroy();
  }

  #socketOf(connection: number): Socket | undefined {
    return this.#socket?.connection === connection ? this.#socket.socket : undefined;
  }
}
