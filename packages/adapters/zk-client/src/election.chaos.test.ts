import { createRandom, type Random } from "@mesos-ts/base";
import { createManualClock, createMemoryLogger, type ManualClock } from "@mesos-ts/runtime";
import { expect, it } from "vitest";
import { type Candidacy, contend, detect } from "./groups.ts";
import { MemoryCoordinator } from "./memory-coordinator.ts";
import type { ZooKeeperSession } from "./port.ts";

const SEEDS = 60;
const STEPS = 40;
const MASTERS = 4;
const SESSION_TIMEOUT_MS = 1_000;
const STEP_MS = 400;
const URL = { path: "/mesos", credentials: undefined };

/** Masters that contend again whenever they have lost, as followers do. */
class Election {
  readonly clock: ManualClock = createManualClock();
  readonly coordinator = new MemoryCoordinator(this.clock);
  readonly sessions: ZooKeeperSession[] = [];
  readonly observer = this.#open();
  readonly watcher = this.#open();
  leader: string | undefined;
  #running = true;

  constructor() {
    detect(this.#group(this.watcher), {
      onLeader: (leader) => {
        this.leader = leader?.id;
      },
      onError: (text) => {
        throw new Error(text);
      },
    });
    for (let id = 1; id <= MASTERS; id++) {
      const session = this.#open();
      this.sessions.push(session);
      void this.#contend(session, `m${id}`);
    }
  }

  /** Lets time pass, and everything that waits for it happen. */
  async pass(ms: number): Promise<void> {
    const piece = 20;
    for (let passed = 0; passed < ms; passed += piece) {
      this.clock.advance(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Node names in order, and whose they are. */
  async nodes(): Promise<{ readonly id: string; readonly owner: bigint }[]> {
    const names = await this.#answer(this.observer.children(URL.path));
    if (names.type === "error") return [];
    const nodes = [];
    for (const name of names.value) {
      const node = await this.#answer(this.observer.get(`${URL.path}/${name}`));
      if (node.type === "error") continue;
      const { id } = JSON.parse(node.value.data.toString()) as { id: string };
      nodes.push({ id, owner: node.value.stat.ephemeralOwner });
    }
    return nodes;
  }

  disturb(random: Random): void {
    const session = random.pick([...this.sessions, this.watcher]);
    const disturbances = [
      () => this.coordinator.partition(session),
      () => this.coordinator.mute(session),
      () => this.coordinator.expire(session),
      () => this.coordinator.heal(session),
    ];
    random.pick(disturbances)();
  }

  async settle(): Promise<void> {
    for (const session of [...this.sessions, this.watcher]) {
      // Whoever waits for an answer that is lost waits for its connection to break.
      this.coordinator.partition(session);
      this.coordinator.heal(session);
    }
    await this.pass(3 * SESSION_TIMEOUT_MS);
  }

  stop(): void {
    this.#running = false;
  }

  async #contend(session: ZooKeeperSession, id: string): Promise<void> {
    while (this.#running) {
      const info = { id, ip: 1, port: 5050, pid: `master@${id}:5050` };
      const candidacy: Candidacy = contend(this.#group(session), info);
      await candidacy.candidacy;
      await candidacy.lost;
    }
  }

  async #answer<T>(asked: Promise<T>): Promise<T> {
    let answered = false;
    const done = asked.finally(() => {
      answered = true;
    });
    while (!answered) await this.pass(20);
    return done;
  }

  #open(): ZooKeeperSession {
    return this.coordinator.openSession({ sessionTimeoutMs: SESSION_TIMEOUT_MS });
  }

  #group(session: ZooKeeperSession) {
    return { session, url: URL, clock: this.clock, logger: createMemoryLogger() };
  }
}

it.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  "no master ever has two nodes, and in the end the first of them leads (seed %i)",
  async (seed) => {
    const random = createRandom(seed);
    const election = new Election();
    for (let step = 0; step < STEPS; step++) {
      if (random.int(2) === 0) election.disturb(random);
      await election.pass(random.int(STEP_MS));
      const owners = (await election.nodes()).map(({ owner }) => owner);
      expect(new Set(owners).size).toBe(owners.length);
    }
    await election.settle();
    const nodes = await election.nodes();
    expect(nodes.map(({ id }) => id).sort()).toEqual(["m1", "m2", "m3", "m4"]);
    expect(election.leader).toBe(nodes[0]?.id);
    election.stop();
  },
);
