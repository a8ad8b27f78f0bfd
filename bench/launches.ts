import { Bench, cpuSeconds, processesOf, pssMiB, quantile } from "./programs.ts";
import { BenchScheduler, task } from "./scheduler.ts";
import { Subscribers } from "./subscribers.ts";

const MASTER_PORT = 25_050;
const AGENT_PORT = 25_051;
const SETTLE_MS = 3_000;

/** Short command tasks through one real agent while operators listen, then the memory of idle ones. */
export async function launches(
  core: string | undefined,
  tasks: number,
  window: number,
  idle: number,
  operators: number,
) {
  const bench = new Bench(core);
  const subscribers = new Subscribers();
  try {
    const master = await bench.start("mesos-master", MASTER_PORT, []);
    const agent = await bench.start("mesos-agent", AGENT_PORT, [
      `--master=127.0.0.1:${MASTER_PORT}`,
      `--runtime_dir=${bench.folder}/run`,
      "--resources=cpus:4;mem:8192;disk:1024",
    ]);
    await subscribers.open(MASTER_PORT, operators);
    const run = new Run(tasks, window, "true");
    const scheduler = new BenchScheduler(`127.0.0.1:${MASTER_PORT}`, run);
    run.scheduler = scheduler;
    const startedMs = performance.now();
    await scheduler.subscribe();
    await run.finished;
    const seconds = (performance.now() - startedMs) / 1000;
    const cpu = { master: cpuSeconds(master), agent: cpuSeconds(agent) };
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const before = processesOf(bench.folder);
    const beforeMiB = pssMiB(before);
    await run.more(idle, "sleep 60");
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const after = processesOf(bench.folder);
    const result = {
      tasks,
      window,
      operators,
      operatorMiB: subscribers.received / 1024 ** 2,
      launchesPerSecond: tasks / seconds,
      launchToFinishedMs: { p50: quantile(run.tookMs, 0.5), p99: quantile(run.tookMs, 0.99) },
      masterCpuMsPerTask: (cpu.master * 1000) / tasks,
      agentCpuMsPerTask: (cpu.agent * 1000) / tasks,
      idleMiBPerTask: (pssMiB(after) - beforeMiB) / idle,
      processesPerIdleTask: (after.length - before.length) / idle,
    };
    await scheduler.teardown();
    return result;
  } finally {
    subscribers.close();
    await bench.stop();
  }
}

class Run {
  readonly tookMs: number[] = [];
  scheduler: BenchScheduler | undefined;
  readonly #window: number;
  readonly #launchedMs = new Map<string, number>();
  #command: string;
  #wanted: number;
  #next = 0;
  #inFlight = 0;
  #running = 0;
  #done: PromiseWithResolvers<void> = Promise.withResolvers();
  #target: number;

  constructor(tasks: number, window: number, command: string) {
    this.#wanted = tasks;
    this.#target = tasks;
    this.#window = window;
    this.#command = command;
  }

  get finished(): Promise<void> {
    return this.#done.promise;
  }

  /** Further tasks that only run. */
  async more(tasks: number, command: string): Promise<void> {
    this.#command = command;
    this.#wanted += tasks;
    this.#running = 0;
    this.#target = Number.POSITIVE_INFINITY;
    this.#done = Promise.withResolvers();
    this.#runningTarget = tasks;
    await this.#done.promise;
  }

  #runningTarget = Number.POSITIVE_INFINITY;

  offers(offers: Parameters<BenchScheduler["decline"]>[0]): void {
    for (const offer of offers) {
      const tasks = [];
      while (this.#next < this.#wanted && this.#inFlight < this.#window) {
        const id = `t${this.#next++}`;
        this.#inFlight++;
        this.#launchedMs.set(id, performance.now());
        tasks.push(task(id, offer, this.#command, 0.01, 1));
      }
      if (tasks.length > 0) this.scheduler?.launch(offer, tasks);
      else this.scheduler?.decline([offer]);
    }
  }

  update({ task_id, state }: { task_id: { value: string }; state: string }): void {
    if (state === "TASK_RUNNING" && ++this.#running === this.#runningTarget) this.#done.resolve();
    if (state === "TASK_STARTING" || state === "TASK_RUNNING") return;
    const launchedMs = this.#launchedMs.get(task_id.value);
    if (launchedMs === undefined) return;
    this.#launchedMs.delete(task_id.value);
    this.#inFlight--;
    this.tookMs.push(performance.now() - launchedMs);
    if (this.tookMs.length === this.#target) this.#done.resolve();
  }
}
