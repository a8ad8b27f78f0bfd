import { FakeAgents } from "./fake-agents.ts";
import { Bench, cpuSeconds } from "./programs.ts";
import { BenchScheduler, task } from "./scheduler.ts";

const MASTER_PORT = 25_060;
const WARM_UP_MS = 3_000;
const CPUS_PER_TASK = 1;
const MEM_PER_TASK = 32;
const MAX_TASKS_PER_ACCEPT = 200;

/** Tasks that finish at once, through the master: how many a second. */
export async function throughput(
  core: string | undefined,
  agents: number,
  schedulers: number,
  seconds: number,
) {
  const bench = new Bench(core);
  const slots = Math.max(1, Math.round(10_000 / agents));
  const fakes = new FakeAgents(`master@127.0.0.1:${MASTER_PORT}`);
  try {
    const master = await bench.start("mesos-master", MASTER_PORT, []);
    await fakes.start(agents, slots * CPUS_PER_TASK, slots * MEM_PER_TASK);
    let finished = 0;
    let next = 0;
    for (let i = 0; i < schedulers; i++) {
      const scheduler: BenchScheduler = new BenchScheduler(`127.0.0.1:${MASTER_PORT}`, {
        update: ({ state }) => {
          if (state === "TASK_FINISHED") finished++;
        },
        offers: (offers) => {
          for (const offer of offers) {
            const cpus = offer.resources?.find(({ name }) => name === "cpus")?.scalar?.value ?? 0;
            const count = Math.min(MAX_TASKS_PER_ACCEPT, Math.floor(cpus / CPUS_PER_TASK));
            const tasks = Array.from({ length: count }, () =>
              task(`t${next++}`, offer, "true", CPUS_PER_TASK, MEM_PER_TASK),
            );
            scheduler.launch(offer, tasks);
          }
        },
      });
      await scheduler.subscribe();
    }
    await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
    const from = { finished, cpu: cpuSeconds(master), atMs: performance.now() };
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const took = (performance.now() - from.atMs) / 1000;
    const done = finished - from.finished;
    const cpu = cpuSeconds(master) - from.cpu;
    return {
      agents,
      schedulers,
      tasksPerSecond: done / took,
      masterCpuMsPerTask: (cpu * 1000) / done,
      masterCpuShare: cpu / took,
    };
  } finally {
    await fakes.close();
    await bench.stop();
  }
}
