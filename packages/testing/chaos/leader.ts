import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";

const ANSWER_MS = 1_000;
const POLL_MS = 200;

/** Finds the leading master as a client behind a load balancer does: by asking any of them. */
export class LeaderFinder {
  readonly #addresses: readonly string[];
  #next = 0;

  constructor(cluster: Cluster) {
    this.#addresses = cluster.masters.map(({ address }) => address);
  }

  /** Who leads, as the next master that answers says; undefined if none knows. */
  async ask(): Promise<string | undefined> {
    for (let i = 0; i < this.#addresses.length; i++) {
      this.#next = (this.#next + 1) % this.#addresses.length;
      const found = await leaderSays(this.#addresses[this.#next] ?? "");
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Asks until one knows, or until it does not matter any more. */
  async find(isWanted: () => boolean): Promise<string | undefined> {
    while (isWanted()) {
      const found = await this.ask();
      if (found !== undefined) return found;
      await delay(POLL_MS);
    }
    return undefined;
  }
}

async function leaderSays(address: string): Promise<string | undefined> {
  try {
    const reply = await fetch(`http://${address}/redirect`, {
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return /^\/\/([^/]+)/.exec(reply.headers.get("location") ?? "")?.[1];
  } catch {
    return undefined;
  }
}
