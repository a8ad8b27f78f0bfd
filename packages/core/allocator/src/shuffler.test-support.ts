import { createRandom, type Random } from "@mesos-ts/base";

/** Decides the order of agents by itself, whoever is among them, and notes who was. */
export class Shuffler implements Pick<Random, "shuffle"> {
  readonly random: Random;
  readonly #seed: number;
  #round = 0;
  /** The agents of every cycle that began in this round. */
  cycles: string[][] = [];
  #shuffles = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.random = { ...createRandom(seed), shuffle: (items) => this.shuffle(items) };
  }

  begin(): void {
    this.#round++;
    this.#shuffles = 0;
    this.cycles = [];
  }

  shuffle<T>(items: T[]): T[] {
    const ids = (items as unknown as { id: string }[]).map(({ id }) => id);
    this.cycles.push(ids);
    const order = this.order(ids, this.#shuffles++);
    const byId = new Map(items.map((item, i) => [ids[i], item]));
    order.forEach((id, i) => {
      items[i] = byId.get(id) as T;
    });
    return items;
  }

  /** The order of the first or second shuffle of this round. */
  order(ids: readonly string[], shuffle: number): string[] {
    const rank = (id: string): number => {
      let hash = Math.imul(this.#seed ^ (this.#round * 31 + shuffle), 0x9e3779b1);
      for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
      return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    };
    return [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }
}
