import type { World } from "./world.ts";

/** How bad the network is. Probabilities are per message, delays in milliseconds. */
export interface Faults {
  readonly maxDelayMs: number;
  readonly loss: number;
  readonly duplication: number;
  readonly reordering: number;
  /** Per second, that some pair of hosts is cut off from each other for a while. */
  readonly partitions: number;
}

export const calm: Faults = {
  maxDelayMs: 2,
  loss: 0,
  duplication: 0,
  reordering: 0,
  partitions: 0,
};

/** What a host does with what arrives. */
export interface Host {
  /** Is told that the connections to a peer which were there at `atMs` broke. */
  broken(peer: string, atMs: number): void;
  readonly alive: boolean;
}

const LONGEST_PARTITION_MS = 60_000;
/** A connection over which messages were lost is found broken within this time. */
const BREAK_NOTICED_MS = 3_000;

/**
 * Hosts that send each other messages: in order as over one TCP connection, but for the faults.
 * A lost message means a broken connection, as it does with TCP: both sides learn of it.
 */
export class Network {
  readonly #world: World;
  readonly #hosts = new Map<string, Host>();
  readonly #arrivals = new Map<string, number>();
  readonly #cut = new Set<string>();
  faults: Faults = calm;

  constructor(world: World) {
    this.#world = world;
  }

  attach(name: string, host: Host): void {
    this.#hosts.set(name, host);
  }

  detach(name: string): void {
    this.#hosts.delete(name);
  }

  /** Carries something from one host to another; `deliver` runs where and when it arrives. */
  send(from: string, to: string, deliver: () => void): void {
    if (this.#isCut(from, to) || this.#world.chance(this.faults.loss)) {
      this.#world.note(() => `network: lost ${from} -> ${to}`);
      this.break(from, to);
      return;
    }
    this.#carry(from, to, deliver);
    if (this.#world.chance(this.faults.duplication)) this.#carry(from, to, deliver);
  }

  /** The connection between two hosts ends; each is told in its own time. */
  break(a: string, b: string): void {
    const atMs = this.#world.nowMs;
    for (const [host, peer] of [
      [a, b],
      [b, a],
    ] as const) {
      this.#world.after(this.#world.between(0, BREAK_NOTICED_MS), () => {
        const here = this.#hosts.get(host);
        if (here?.alive === true) here.broken(peer, atMs);
      });
    }
  }

  /** Cuts two hosts off from each other for some time. */
  partition(a: string, b: string): void {
    const key = pair(a, b);
    this.#world.note(() => `network: partition ${key}`);
    this.#cut.add(key);
    this.break(a, b);
    this.#world.after(this.#world.between(100, LONGEST_PARTITION_MS), () => {
      this.#world.note(() => `network: healed ${key}`);
      this.#cut.delete(key);
    });
  }

  heal(): void {
    this.faults = calm;
    this.#cut.clear();
  }

  isReachable(a: string, b: string): boolean {
    return !this.#isCut(a, b) && this.#hosts.get(b)?.alive === true;
  }

  #carry(from: string, to: string, deliver: () => void): void {
    const key = `${from} ${to}`;
    const delayMs = this.#world.between(0.05, this.faults.maxDelayMs);
    let atMs = this.#world.nowMs + delayMs;
    if (!this.#world.chance(this.faults.reordering)) {
      atMs = Math.max(atMs, this.#arrivals.get(key) ?? 0);
      this.#arrivals.set(key, atMs);
    }
    this.#world.after(atMs - this.#world.nowMs, () => {
      const host = this.#hosts.get(to);
      if (host?.alive === true && !this.#isCut(from, to)) deliver();
    });
  }

  #isCut(a: string, b: string): boolean {
    return this.#cut.has(pair(a, b));
  }
}

function pair(a: string, b: string): string {
  return a < b ? `${a} | ${b}` : `${b} | ${a}`;
}
