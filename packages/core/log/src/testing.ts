import { assert, createRandom, Heap, type Random, type Seed } from "@mesos-ts/base";
import type { LogCommand, LogEffect, LogEvent, Outcome } from "./contract.ts";
import { ReplicatedLogCore } from "./core.ts";
import { REPLICA_ID } from "./replica.ts";
import { SimulatedDisk } from "./test-disk.ts";
import { contentsOf, History } from "./test-history.ts";

export { SimulatedDisk };

export type SimulationOptions = {
  /** Replicas in the group, an odd number. */
  readonly replicas?: number;
  /** How many things the writers and the faults do before the world is healed. */
  readonly steps?: number;
};

export type SimulationReport = {
  readonly elections: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly crashes: number;
  /** Disks that were replaced by empty ones. */
  readonly replaced: number;
  readonly entriesAtEnd: number;
};

type Node = {
  readonly index: number;
  readonly address: string;
  readonly disk: SimulatedDisk;
  core: ReplicatedLogCore | undefined;
  /** Grows with each life; what a former life had ordered does not reach this one. */
  life: number;
  wakeAt: number | undefined;
  /** When the election under way began; whoever asks meanwhile gets the outcome of that one. */
  campaign: number | undefined;
};

type Later = { readonly at: number; readonly order: number; readonly run: () => void };

const HEAL_MS = 120_000;
/** After this without a fault nothing that was sent before is under way. */
const CALM_MS = 6_000;

/**
 * A group of replicas in a world that fails: machines crash at any moment (batches under way are
 * torn), messages are late, lost, doubled and out of order (also across restarts), links fail in
 * one direction. Everything follows from the seed. Throws with the reason when something was seen
 * that must not be (`History`), or when the healed group does not come to work again.
 */
export function simulateLog(seed: Seed, options: SimulationOptions = {}): SimulationReport {
  return new Simulation(seed, options).run();
}

class Simulation {
  readonly #random: Random;
  readonly #nodes: Node[];
  readonly #steps: number;
  readonly #history = new History();
  readonly #agenda = new Heap<Later>((a, b) => a.at < b.at || (a.at === b.at && a.order < b.order));
  readonly #blocked = new Set<string>();
  readonly #waiting = new Map<number, { node: Node; done: (outcome: Outcome) => void }>();
  readonly #report = {
    elections: 0,
    acknowledged: 0,
    lost: 0,
    crashes: 0,
    replaced: 0,
    entriesAtEnd: 0,
  };
  #now = 0;
  #order = 0;
  #nextCommand = 1;
  #quiet = false;

  constructor(seed: Seed, { replicas = 3, steps = 200 }: SimulationOptions) {
    this.#random = createRandom(seed);
    this.#steps = steps;
    this.#nodes = Array.from({ length: replicas }, (_, index) => ({
      index,
      address: `10.0.0.${index + 1}:5050`,
      disk: new SimulatedDisk(),
      core: undefined,
      life: 0,
      wakeAt: undefined,
      campaign: undefined,
    }));
  }

  run(): SimulationReport {
    for (const node of this.#nodes) this.#boot(node);
    this.#advance(3_000);
    for (let step = 0; step < this.#steps; step++) {
      this.#advance(this.#random.int(60));
      this.#happen();
    }
    this.#heal();
    return this.#report;
  }

  #happen(): void {
    const node = this.#pick();
    const dice = this.#random.next();
    if (dice < 0.01) this.#replace(node);
    else if (dice < 0.08) this.#elect(node);
    else if (dice < 0.75) this.#append(node, this.#random.next() < 0.2 ? 8 : 1);
    else if (dice < 0.8) this.#truncate(node);
    else if (dice < 0.84) this.#crash(node);
    else if (dice < 0.92) this.#bootAll();
    else if (dice < 0.96) this.#blocked.add(`${node.address}>${this.#pick().address}`);
    else this.#blocked.clear();
  }

  #pick(): Node {
    return this.#nodes[this.#random.int(this.#nodes.length)] as Node;
  }

  #boot(node: Node): void {
    node.life += 1;
    node.core = new ReplicatedLogCore({
      address: node.address,
      quorum: (this.#nodes.length + 1) / 2,
      autoInitialize: true,
      seed: this.#random.uint32(),
      firstRequest: node.life * 1_000_000,
    });
    this.#step(node, { type: "start", now: this.#now, restored: node.disk.restore() });
    const pids = this.#nodes.map(({ address }) => `${REPLICA_ID}@${address}`);
    this.#step(node, { type: "peers", now: this.#now, pids });
  }

  #bootAll(): void {
    for (const node of this.#nodes) if (node.core === undefined) this.#boot(node);
  }

  #crash(node: Node): void {
    if (node.core === undefined) return;
    this.#report.crashes += 1;
    node.core = undefined;
    node.wakeAt = undefined;
    node.campaign = undefined;
    node.life += 1;
    for (const [id, waiting] of this.#waiting) if (waiting.node === node) this.#waiting.delete(id);
    node.disk.tear(this.#random);
  }

  /**
   * A machine gets a new disk. Only in peace, with nothing under way: a vote that was counted, but
   * whose decision is not known to any other yet, goes with the disk that it was written to.
   */
  #replace(node: Node): void {
    this.#blocked.clear();
    this.#bootAll();
    this.#advance(CALM_MS);
    if (this.#waiting.size > 0) return;
    if (this.#nodes.some(({ disk }) => disk.status !== "VOTING")) return;
    this.#crash(node);
    node.disk.wipe();
    this.#report.replaced += 1;
    this.#boot(node);
  }

  #step(node: Node, event: LogEvent): void {
    if (node.core === undefined) return;
    for (const effect of node.core.step(event)) this.#carryOut(node, effect);
  }

  #carryOut(node: Node, effect: LogEffect): void {
    switch (effect.type) {
      case "send":
        return this.#send(node, effect);
      case "store":
        for (const action of effect.batch.actions)
          if (action.learned) this.#history.learned(action);
        node.disk.begin(effect.batch);
        return this.#later(node, 1 + this.#random.int(12), () => {
          node.disk.sync();
          this.#step(node, { type: "stored", now: this.#now, id: effect.batch.id });
        });
      case "load":
        return this.#later(node, 1 + this.#random.int(5), () => {
          const actions = node.disk.read(effect.from, effect.to);
          this.#step(node, { type: "loaded", now: this.#now, id: effect.id, actions });
        });
      case "wake-at":
        node.wakeAt = effect.at;
        return this.#later(node, Math.max(0, effect.at - this.#now - this.#random.int(2)), () => {
          if (node.wakeAt === effect.at) this.#step(node, { type: "wake", now: this.#now });
        });
      case "done":
        this.#waiting.get(effect.id)?.done(effect.outcome);
        this.#waiting.delete(effect.id);
        return;
      case "forget":
      case "recovered":
        return;
      case "log":
        assert(effect.level !== "ERROR" || /truncated/.test(effect.text), effect.text);
        return;
      default:
        return effect satisfies never;
    }
  }

  #send(node: Node, { from, to, message }: Extract<LogEffect, { type: "send" }>): void {
    const target = this.#nodes.find(({ address }) => to.endsWith(`@${address}`));
    assert(target !== undefined, `'${to}' is no replica`);
    if (message.name === "LearnedMessage") this.#history.learned(message.body.action);
    if (this.#blocked.has(`${node.address}>${target.address}`)) return;
    if (!this.#quiet && this.#random.next() < 0.02) return;
    const copies = !this.#quiet && this.#random.next() < 0.05 ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const late = !this.#quiet && this.#random.next() < 0.05 ? this.#random.int(3_000) : 0;
      // A message outlives its sender, and may find its receiver in another life.
      this.#at(this.#now + 1 + this.#random.int(15) + late, () =>
        this.#step(target, {
          type: "message",
          now: this.#now,
          from: `${from}@${node.address}`,
          to,
          message,
        }),
      );
    }
  }

  #command(node: Node, command: (id: number) => LogCommand, done: (o: Outcome) => void): number {
    const id = this.#nextCommand++;
    this.#waiting.set(id, { node, done });
    this.#step(node, { now: this.#now, ...command(id) });
    return id;
  }

  #elect(node: Node): void {
    if (node.core === undefined) return;
    node.campaign ??= this.#history.campaigns();
    const begun = node.campaign;
    this.#command(
      node,
      (id) => ({ type: "elect", id }),
      (outcome) => {
        node.campaign = undefined;
        if (outcome.type !== "position") return;
        this.#report.elections += 1;
        this.#history.elected(node.index, begun);
      },
    );
  }

  #append(node: Node, entries: number, done?: (position: number) => void): void {
    for (let count = 0; count < entries; count++) {
      const text = `entry ${this.#nextCommand}`;
      const bytes = new TextEncoder().encode(text);
      this.#writing(node, `APPEND ${text}`, (id) => ({ type: "append", id, bytes }), done);
    }
  }

  #truncate(node: Node): void {
    const positions = [...this.#history.acknowledged.keys()];
    const to = positions[this.#random.int(Math.max(1, positions.length))];
    if (to !== undefined)
      this.#writing(node, `TRUNCATE ${to}`, (id) => ({ type: "truncate", id, to }));
  }

  #writing(
    node: Node,
    contents: string,
    command: (id: number) => LogCommand,
    done?: (position: number) => void,
  ): void {
    if (node.core === undefined) return;
    this.#history.began(this.#nextCommand, node.index, contents);
    const id = this.#command(node, command, (outcome) => {
      if (outcome.type === "position") {
        this.#report.acknowledged += 1;
        this.#history.succeeded(id, outcome.position);
        done?.(outcome.position);
      } else this.#report.lost += 1;
    });
  }

  /** All is well again: the group must elect, and show all that it ever acknowledged. */
  #heal(): void {
    this.#quiet = true;
    this.#blocked.clear();
    this.#bootAll();
    const [node] = this.#nodes as [Node];
    const until = this.#now + HEAL_MS;
    let ending: number | undefined;
    while (ending === undefined && this.#now < until) {
      this.#elect(node);
      this.#advance(2_000);
      // Only a write proves that nobody else was elected meanwhile.
      this.#append(node, 1, (position) => {
        ending = position;
      });
      this.#advance(2_000);
    }
    assert(ending !== undefined, `nobody could write in ${HEAL_MS} ms of peace`);
    this.#readAll(node, ending);
  }

  #readAll(node: Node, end: number): void {
    const begin = node.core?.beginning ?? 0;
    let read: Outcome | undefined;
    this.#command(
      node,
      (id) => ({ type: "read", id, from: begin, to: end }),
      (outcome) => {
        read = outcome;
      },
    );
    this.#advance(1_000);
    assert(read?.type === "entries", `the log cannot be read: ${JSON.stringify(read)}`);
    const entries = new Map(
      read.entries.map(({ position, bytes }) => [
        position,
        contentsOf({ position, promised: 0, type: "APPEND", append: { bytes } }),
      ]),
    );
    this.#report.entriesAtEnd = entries.size;
    this.#history.read(begin, end, entries);
  }

  #later(node: Node, delayMs: number, run: () => void): void {
    const { life } = node;
    this.#at(this.#now + delayMs, () => {
      if (node.life === life) run();
    });
  }

  #at(at: number, run: () => void): void {
    this.#agenda.push({ at, order: this.#order++, run });
  }

  #advance(forMs: number): void {
    const until = this.#now + forMs;
    for (let next = this.#agenda.peek(); next !== undefined && next.at <= until; ) {
      this.#agenda.pop();
      this.#now = Math.max(this.#now, next.at);
      next.run();
      next = this.#agenda.peek();
    }
    this.#now = until;
  }
}
