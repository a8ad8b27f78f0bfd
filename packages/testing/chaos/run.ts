import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createRandom } from "@mesos-ts/base";
import { endSupervisors } from "../conformance/programs.ts";
import { checkHistory, checkTask, differences } from "./checks.ts";
import { Cluster } from "./cluster.ts";
import { scheduleFaults } from "./faults.ts";
import { Framework } from "./framework.ts";
import { type Entry, History } from "./history.ts";
import { Injector } from "./injector.ts";
import { LeaderFinder } from "./leader.ts";
import { LIMIT, operate, Values, WEIGHT } from "./operator.ts";
import { isAlive } from "./task-book.ts";
import { taskProcesses, tracesOf } from "./tasks.ts";
import type { Violation } from "./violation.ts";
import { activeAgents, watchAgents } from "./watch.ts";

export interface ChaosOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly masters: number;
  readonly agents: number;
  readonly zookeepers: number;
  readonly sessionTimeoutMs: number;
  /** The mean time between two faults. */
  readonly gapMs: number;
  /** Ends it at once, without an account. */
  readonly signal?: AbortSignal;
  /** Called with what is being done, for whoever waits. */
  readonly say: (text: string) => void;
}

export interface ChaosReport {
  readonly violations: readonly Violation[];
  readonly entries: readonly Entry[];
  /** Where the history and the logs are; gone if there was no violation. */
  readonly folder: string;
  readonly summary: string;
}

/** How long what was healed may take to be well, to say so, and to end. */
const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 2_000;
const FRAMEWORKS = [
  { name: "aware-1", isPartitionAware: true },
  { name: "aware-2", isPartitionAware: true },
  { name: "plain-1", isPartitionAware: false },
] as const;
const OPERATORS_PER_REGISTER = 2;

/** Trouble, peace, and the account. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const folder = mkdtempSync(join(tmpdir(), "mesos-ts-chaos-"));
  const history = new History(join(folder, "history.jsonl"));
  options.say(`seed ${options.seed}, history and logs in ${folder}`);
  const cluster = await Cluster.start({ ...options, folder, history });
  try {
    const run = new Run(options, cluster, history, join(folder, "tasks"));
    const report = await Promise.race([run.toTheEnd(), aborted(options.signal)]);
    return { ...report, entries: history.entries, folder };
  } finally {
    await cluster.close();
    endSupervisors(folder);
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

/** Removes what a run left, when nobody needs it any more. */
export function removeTraces({ folder }: ChaosReport): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

class Run {
  readonly #options: ChaosOptions;
  readonly #cluster: Cluster;
  readonly #history: History;
  readonly #shared: string;
  readonly #leader: LeaderFinder;
  readonly #frameworks: readonly Framework[];
  readonly #violations: Violation[] = [];
  #isTrouble = true;

  constructor(options: ChaosOptions, cluster: Cluster, history: History, shared: string) {
    this.#options = options;
    this.#cluster = cluster;
    this.#history = history;
    this.#shared = shared;
    mkdirSync(shared);
    this.#leader = new LeaderFinder(cluster);
    this.#frameworks = FRAMEWORKS.map((framework) => {
      const random = createRandom(`${options.seed} ${framework.name}`);
      return new Framework({ ...framework, shared, leader: this.#leader, random, history });
    });
  }

  async toTheEnd(): Promise<Pick<ChaosReport, "violations" | "summary">> {
    const { say, seconds } = this.#options;
    await this.#within("everybody is there", () => this.#isWell());
    for (const framework of this.#frameworks) framework.start();
    const operators = this.#operators();
    say(`trouble for ${seconds} s`);
    const injector = new Injector(this.#cluster, this.#leader, this.#history);
    await injector.run(scheduleFaults(createRandom(this.#options.seed), this.#scheduleOptions()));
    say(`${injector.counts.done} faults, ${injector.counts.skipped} skipped; peace`);
    await this.#within("everybody is there again", () => this.#isWell());
    this.#isTrouble = false;
    await operators;
    await this.#settle();
    await this.#endTasks();
    for (const framework of this.#frameworks) await framework.stop();
    return this.#account(injector);
  }

  #scheduleOptions() {
    const { seconds, sessionTimeoutMs, gapMs, masters, agents, zookeepers } = this.#options;
    const counts = { master: masters, agent: agents, zookeeper: zookeepers };
    return { durationMs: seconds * 1000, sessionTimeoutMs, gapMs, counts };
  }

  #operators(): Promise<unknown> {
    const common = {
      leader: this.#leader,
      history: this.#history,
      isWanted: () => this.#isTrouble,
    };
    const accesses = [WEIGHT, LIMIT].flatMap((register) => {
      const values = new Values();
      return Array.from({ length: OPERATORS_PER_REGISTER }, (_, i) =>
        operate({
          ...common,
          register,
          values,
          random: createRandom(`${this.#options.seed} ${register.name} ${i}`),
        }),
      );
    });
    return Promise.all([...accesses, watchAgents(common)]);
  }

  /** One master leads, all processes are ready, all agents are registered with it. */
  async #isWell(): Promise<boolean> {
    if (this.#cluster.nodes.some(({ daemon }) => !daemon.ready)) return false;
    const master = await this.#leader.ask();
    if (master === undefined) return false;
    const agents = await activeAgents(master);
    return agents !== undefined && Object.keys(agents).length === this.#options.agents;
  }

  /** Schedulers and the table of processes must come to say the same. */
  async #settle(): Promise<void> {
    for (const framework of this.#frameworks) framework.isBusy = false;
    const startMs = this.#history.now();
    let left: readonly string[] = [];
    const isSettled = await this.#wait("all agree on what runs", async () => {
      for (const framework of this.#frameworks) await framework.reconcile();
      const unconfirmed = this.#tasks().filter(
        ({ state, toldMs }) => isAlive(state) && toldMs < startMs,
      );
      left = [
        ...unconfirmed.map(({ id, state }) => `task ${id} was ${state}; the master says nothing`),
        ...differences(this.#tasks(), taskProcesses(this.#shared)),
      ];
      return left.length === 0;
    });
    if (!isSettled) this.#violate(left);
  }

  async #endTasks(): Promise<void> {
    let left: readonly string[] = [];
    const isEnded = await this.#wait("all tasks have ended", async () => {
      for (const framework of this.#frameworks) {
        for (const { id, state } of framework.tasks.open) {
          if (isAlive(state)) await framework.kill(id);
        }
      }
      const alive = this.#tasks().filter(({ state }) => isAlive(state));
      left = [
        ...alive.map(({ id, state }) => `task ${id} is ${state} though it was killed`),
        ...differences(this.#tasks(), taskProcesses(this.#shared)),
      ];
      return left.length === 0;
    });
    if (!isEnded) this.#violate(left);
  }

  #account(injector: Injector): Pick<ChaosReport, "violations" | "summary"> {
    const { entries } = this.#history;
    const statuses = Map.groupBy(
      entries.filter((entry) => entry.kind === "status"),
      ({ task }) => task,
    );
    for (const record of this.#tasks()) {
      const traces = tracesOf(this.#shared, record.id);
      const told = statuses.get(record.id) ?? [];
      this.#violations.push(...checkTask({ record, traces, statuses: told }));
    }
    const names = this.#cluster.masters.map(
      ({ address, daemon }) => [address, daemon.name] as const,
    );
    const { violations, lateReads } = checkHistory(entries, new Map(names));
    this.#violations.push(...violations);
    for (const { daemon } of this.#cluster.nodes) this.#violations.push(...daemon.violations);
    return { violations: this.#violations, summary: this.#summary(injector, lateReads) };
  }

  #summary({ counts }: Injector, lateReads: number): string {
    const { entries } = this.#history;
    const states = Map.groupBy(this.#tasks(), ({ state }) => state);
    const ended = [...states].map(([state, tasks]) => `${tasks.length} ${state}`);
    const accesses = entries.filter((entry) => entry.kind === "register");
    const unknown = accesses.filter(({ endMs }) => endMs === undefined);
    const ownEnds = entries.filter((each) => each.kind === "process" && each.what === "ended");
    return [
      `${counts.done} faults (${counts.skipped} skipped to keep majorities)`,
      `${ownEnds.length} processes ended by themselves`,
      `${this.#tasks().length} tasks (${ended.sort().join(", ")})`,
      `${accesses.length} accesses to registers (${unknown.length} writes without an answer, ${lateReads} reads of a leader about to end not counted)`,
    ].join("; ");
  }

  #tasks() {
    return this.#frameworks.flatMap(({ tasks }) => tasks.all);
  }

  async #within(what: string, condition: () => Promise<boolean>): Promise<void> {
    if (!(await this.#wait(what, condition)))
      this.#violate([`not within ${PATIENCE_MS} ms: ${what}`]);
  }

  /** Whether it came true in time. */
  async #wait(what: string, condition: () => Promise<boolean>): Promise<boolean> {
    const startMs = this.#history.now();
    while (this.#history.now() < startMs + PATIENCE_MS) {
      if (await condition()) {
        const tookMs = Math.round(this.#history.now() - startMs);
        this.#history.add({ kind: "note", text: `${what} after ${tookMs} ms` });
        this.#options.say(`${what} after ${tookMs} ms`);
        return true;
      }
      await delay(ASK_AGAIN_MS);
    }
    return false;
  }

  #violate(texts: readonly string[]): void {
    this.#violations.push(...texts.map((text) => ({ ms: this.#history.now(), text })));
  }
}
