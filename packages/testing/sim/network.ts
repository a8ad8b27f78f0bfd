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
/** Of all partitions, those in either direction alone. */
const ONE_WAY = 0.15;

/** One direction of a connection that its owner keeps: all arrives in order and once, until nothing does. */
export interface Stream {
  send(deliver: () => void): void;
}

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

  /**
   * Once something is lost, so is all that comes after it. `lost` is called at the receiving end in
   * half of the cases; in the others nobody says a word.
   */
  stream(from: string, to: string, lost: () => void): Stream {
    let atMs = 0;
    let isLost = false;
    const lose = (): void => {
      if (isLost) return;
      isLost = true;
      this.#world.note(() => `network: a stream is lost ${way(from, to)}`);
      if (this.#world.chance(0.5)) return;
      this.#world.after(this.#world.between(0, BREAK_NOTICED_MS), () => {
        if (this.#hosts.get(to)?.alive === true) lost();
      });
    };
    const send = (deliver: () => void): void => {
      if (isLost) return;
      if (this.#isCut(from, to) || this.#world.chance(this.faults.loss)) return lose();
      const delayMs = this.#world.between(0.05, this.faults.maxDelayMs);
      atMs = Math.max(this.#world.nowMs + delayMs, atMs);
      this.#world.after(atMs - this.#world.nowMs, () => {
        if (isLost) return;
        if (this.#hosts.get(to)?.alive === true && !this.#isCut(from, to)) deliver();
        else lose();
      });
    };
    return { send };
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

  /** Cuts two hosts off from each other for some time, or one from the other. */
  partition(a: string, b: string): void {
    const roll = this.#world.random.next();
    const ways = [roll < 1 - ONE_WAY ? way(a, b) : [], roll > ONE_WAY ? way(b, a) : []].flat();
    this.#world.note(() => `network: partition ${ways}`);
    for (const each of ways) this.#cut.add(each);
    this.break(a, b);
    this.#world.after(this.#world.between(100, LONGEST_PARTITION_MS), () => {
      this.#world.note(() => `network: healed ${ways}`);
      for (const each of ways) this.#cut.delete(each);
    });
  }

  heal(): void {
    this.faults = calm;
    this.#cut.clear();
  }

  isReachable(a: string, b: string): boolean {
    return !this.#isCut(a, b) && !this.#isCut(b, a) && this.#hosts.get(b)?.alive === true;
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
    return this.#cut.size > 0 && this.#cut.has(way(a, b));
  }
}

/** The host of a process id, `name@ip:port`. */
export function hostOf(pid: string): string {
  return pid.slice(pid.indexOf("@") + 1);
}

function way(from: string, to: string): string {
  return `${from} -> ${to}`;
}
