import { setTimeout as delay } from "node:timers/promises";
import type { Cluster, Node } from "./cluster.ts";
import {
  type Fault,
  mayBeDisturbed,
  type Role,
  type ScheduledFault,
  type Target,
} from "./faults.ts";
import type { History } from "./history.ts";
import type { LeaderFinder } from "./leader.ts";

/** Carries out a schedule of faults, as far as the cluster's majorities allow. */
export class Injector {
  readonly counts = { done: 0, skipped: 0 };
  readonly #cluster: Cluster;
  readonly #history: History;
  readonly #leader: LeaderFinder;
  readonly #disturbed: Readonly<Record<Role, Set<number>>> = {
    master: new Set(),
    agent: new Set(),
    zookeeper: new Set(),
  };
  readonly #open = new Set<Promise<void>>();

  constructor(cluster: Cluster, leader: LeaderFinder, history: History) {
    this.#cluster = cluster;
    this.#leader = leader;
    this.#history = history;
  }

  /** Resolves when the last fault has healed. */
  async run(schedule: readonly ScheduledFault[]): Promise<void> {
    const startMs = this.#history.now();
    for (const { atMs, fault } of schedule) {
      await delay(Math.max(0, startMs + atMs - this.#history.now()));
      await this.#inject(fault);
    }
    await Promise.all(this.#open);
  }

  async #inject(fault: Fault): Promise<void> {
    const { role } = fault.target;
    const index = await this.#indexOf(fault.target);
    const what = `${fault.kind} ${role}-${index ?? "leader"}${fault.ms > 0 ? ` for ${fault.ms} ms` : ""}`;
    if (index === undefined || !this.#mayDisturb(role, index)) {
      this.counts.skipped++;
      this.#history.add({ kind: "skipped", what });
      return;
    }
    this.counts.done++;
    this.#history.add({ kind: "fault", what });
    this.#disturbed[role].add(index);
    const done = this.#carryOut(fault, index)
      .catch((cause: Error) =>
        this.#history.add({ kind: "note", text: `${what}: ${cause.message}` }),
      )
      .finally(() => {
        this.#disturbed[role].delete(index);
        this.#open.delete(done);
        this.#history.add({ kind: "healed", what });
      });
    this.#open.add(done);
  }

  async #indexOf({ role, index }: Target): Promise<number | undefined> {
    if (index !== "leader") return index;
    if (role === "zookeeper") return this.#cluster.ensemble.leader().catch(() => undefined);
    const address = await this.#leader.ask();
    const found = this.#cluster.masters.findIndex((master) => master.address === address);
    return found < 0 ? undefined : found;
  }

  /** Whoever is not quite there yet after a fault, or ended by itself, counts as disturbed. */
  #mayDisturb(role: Role, index: number): boolean {
    const count = this.#cluster.count(role);
    const disturbed = Array.from({ length: count }, (_, i) => i).filter(
      (i) => this.#disturbed[role].has(i) || !this.#isReady(role, i),
    );
    return !disturbed.includes(index) && disturbed.length < mayBeDisturbed(role, count);
  }

  #isReady(role: Role, index: number): boolean {
    return role !== "master" || this.#cluster.node(role, index).daemon.ready;
  }

  async #carryOut(fault: Fault, index: number): Promise<void> {
    const { role } = fault.target;
    if (role === "zookeeper") await this.#disturbZooKeeper(fault, index);
    else await disturbNode(fault, this.#cluster.node(role, index));
  }

  async #disturbZooKeeper({ kind, ms }: Fault, index: number): Promise<void> {
    const { ensemble } = this.#cluster;
    if (kind === "kill") {
      await ensemble.kill(index);
      await delay(ms);
      await ensemble.restart(index);
    } else {
      ensemble.pause(index);
      await delay(ms);
      ensemble.resume(index);
    }
  }
}

async function disturbNode({ kind, ms }: Fault, node: Node): Promise<void> {
  const { daemon, front, toZooKeeper } = node;
  switch (kind) {
    case "kill":
      await daemon.kill();
      await delay(ms);
      daemon.start();
      return daemon.whenReady();
    case "freeze":
      daemon.signal("SIGSTOP");
      await delay(ms);
      daemon.signal("SIGCONT");
      return;
    case "drop":
      front.drop();
      return;
    case "cut":
      front.cut();
      await delay(ms);
      front.heal();
      return;
    case "orphan":
      for (const link of toZooKeeper) link.cut();
      await delay(ms);
      for (const link of toZooKeeper) link.heal();
      return;
    default:
      kind satisfies never;
  }
}
