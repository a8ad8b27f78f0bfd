import { Worker } from "node:worker_threads";
import { encode, master } from "@mesos-ts/protos";
import { ByteCounter, type Question } from "./byte-counter.ts";
import { FakeAgents } from "./fake-agents.ts";
import { Bench, peakMiB, quantile } from "./programs.ts";
import { BenchScheduler, task } from "./scheduler.ts";

const MASTER_PORT = 25_070;
const TASKS_PER_AGENT = 10;
const ROUNDS = 20;
const CLIENTS = 10;
const HAMMERS = 5;
const PROBE_EVERY_MS = 5;
/** Until the master has taken in what has changed. */
const SETTLE_MS = 1_500;
const LABELS = Array.from({ length: 10 }, (_, i) => ({ key: `key${i}`, value: `value${i}` }));

const QUESTIONS: Readonly<Record<string, Question>> = {
  "/state": { path: "/state" },
  "/state-summary": { path: "/state-summary" },
  "GET_STATE, JSON": { path: "/api/v1", type: "application/json", body: '{"type":"GET_STATE"}' },
  "GET_STATE, protobuf": {
    path: "/api/v1",
    type: "application/x-protobuf",
    body: encode(master.Call, { type: "GET_STATE" }),
  },
};

/** The whole state of a cluster whose tasks all run: how long it takes to read, and what else waits. */
export async function state(core: string | undefined, agents: number, seconds: number) {
  const bench = new Bench(core);
  const fakes = new FakeAgents(`master@127.0.0.1:${MASTER_PORT}`, ["TASK_RUNNING"]);
  try {
    const pid = await bench.start("mesos-master", MASTER_PORT, ["--registry=in_memory"]);
    await fakes.start(agents, TASKS_PER_AGENT, TASKS_PER_AGENT);
    await fill(agents * TASKS_PER_AGENT, fakes);
    const replies: Record<string, object> = {};
    for (const [name, question] of Object.entries(QUESTIONS)) {
      replies[name] = await figures(question, fakes);
    }
    return {
      agents,
      tasks: fakes.running,
      replies,
      health: await health(seconds),
      peakMiB: peakMiB(pid),
    };
  } finally {
    await fakes.close();
    await bench.stop();
  }
}

/** Tasks with ten labels each, until every agent is full. */
async function fill(count: number, fakes: FakeAgents): Promise<void> {
  let next = 0;
  const scheduler: BenchScheduler = new BenchScheduler(`127.0.0.1:${MASTER_PORT}`, {
    update: () => {},
    offers: (offers) => {
      for (const offer of offers) {
        const tasks = Array.from({ length: TASKS_PER_AGENT }, () => ({
          ...task(`t${next++}`, offer, "true", 1, 1),
          labels: { labels: LABELS },
        }));
        scheduler.launch(offer, tasks);
      }
    },
  });
  await scheduler.subscribe();
  while (fakes.running < count) await pause(100);
  await pause(3_000);
}

async function figures(question: Question, fakes: FakeAgents) {
  const clients = Array.from({ length: CLIENTS }, () => new ByteCounter(MASTER_PORT));
  const ask = (): Promise<{ ms: number; bytes: number }> => first(clients).ask(question);
  const cold = await ask();
  const unchanged: number[] = [];
  for (let round = 0; round < ROUNDS; round++) unchanged.push((await ask()).ms);
  const churned: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    fakes.change(100, round % 2 === 0);
    await pause(SETTLE_MS);
    churned.push((await ask()).ms);
  }
  const atOnce = await Promise.all(clients.map((client) => client.ask(question)));
  for (const client of clients) client.close();
  return {
    bytes: cold.bytes,
    coldMs: cold.ms,
    unchangedMs: quantile(unchanged, 0.5),
    afterOnePercentMs: quantile(churned, 0.5),
    tenAtOnceMs: quantile(
      atOnce.map(({ ms }) => ms),
      0.5,
    ),
  };
}

/** How long `/health` takes while others ask for the whole state without a pause. */
async function health(seconds: number) {
  const hammer = new Worker(new URL("./hammer.ts", import.meta.url), {
    workerData: { port: MASTER_PORT, clients: HAMMERS, question: { path: "/state" } },
  });
  const prober = new ByteCounter(MASTER_PORT);
  let states = 0;
  hammer.on("message", () => states++);
  const waited: number[] = [];
  const endMs = performance.now() + seconds * 1000;
  while (performance.now() < endMs) {
    waited.push((await prober.ask({ path: "/health" })).ms);
    await pause(PROBE_EVERY_MS);
  }
  prober.close();
  await hammer.terminate();
  return {
    probes: waited.length,
    p50Ms: quantile(waited, 0.5),
    p99Ms: quantile(waited, 0.99),
    states,
  };
}

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error("there is none");
  return one;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
