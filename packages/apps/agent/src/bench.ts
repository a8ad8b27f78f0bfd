/**
 * Start-up time, memory at rest, and CPU per task of a real agent under a scripted master.
 * Usage: `node src/bench.ts [tasks] [in flight]`.
 */
import { readFileSync } from "node:fs";
import { AgentHost } from "./agent-process.test-support.ts";
import { FakeMaster } from "./fake-master.test-support.ts";

const TICKS_PER_SECOND = 100;

function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [, , , , , , , , , , , utime, stime] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(utime) + Number(stime)) * 1000) / TICKS_PER_SECOND;
}

function memoryKib(pid: number, key: "Rss" | "Pss"): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(new RegExp(`^${key}: +(\\d+)`, "m").exec(rollup)?.[1]);
}

async function untilListening(host: AgentHost): Promise<void> {
  while (!host.output.includes("Recovering state")) await new Promise((r) => setTimeout(r, 1));
}

async function startUp(rounds: number): Promise<void> {
  const times: { listening: number; registered: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const master = await FakeMaster.start();
    const host = new AgentHost();
    const begun = performance.now();
    const joined = host.join(master).then(() => performance.now() - begun);
    await untilListening(host);
    const listening = performance.now() - begun;
    times.push({ listening, registered: await joined });
    if (round === rounds - 1) {
      const { pid = 0 } = host.agent;
      await new Promise((r) => setTimeout(r, 1000));
      console.log(
        `at rest: RSS ${memoryKib(pid, "Rss") >> 10} MiB, PSS ${memoryKib(pid, "Pss") >> 10} MiB, CPU ${cpuMs(pid)} ms`,
      );
    }
    await host.close();
    await master.close();
  }
  const median = (key: "listening" | "registered") =>
    Math.round(times.map((each) => each[key]).sort((a, b) => a - b)[times.length >> 1] ?? 0);
  console.log(
    `start-up: listening ${median("listening")} ms, registered ${median("registered")} ms`,
  );
}

async function tasks(count: number, inFlight: number): Promise<void> {
  const master = await FakeMaster.start();
  const host = new AgentHost();
  await host.join(master, `--log_dir=${host.root}/logs`, "--quiet");
  const { pid = 0 } = host.agent;
  const warm = master.status("warm", "TASK_FINISHED");
  master.runTask({ id: "warm" });
  await warm;
  const before = cpuMs(pid);
  const begun = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const id = `task-${next++}`;
      const finished = master.status(id, "TASK_FINISHED");
      master.runTask({ id });
      await finished;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const wallMs = performance.now() - begun;
  console.log(
    `${count} tasks, ${inFlight} in flight: ${Math.round((count / wallMs) * 1000)} tasks/s, ` +
      `agent CPU ${((cpuMs(pid) - before) / count).toFixed(2)} ms/task, RSS ${memoryKib(pid, "Rss") >> 10} MiB`,
  );
  await host.close();
  await master.close();
}

const [count = "1000", inFlight = "64"] = process.argv.slice(2);
await startUp(5);
await tasks(Number(count), Number(inFlight));
