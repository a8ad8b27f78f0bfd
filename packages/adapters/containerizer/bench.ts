import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LaunchSpec, PosixContainerizer } from "./src/index.ts";

// Prints how fast `true` goes through launch → exit → remove and what idle tasks cost.
// Usage: node bench.ts [launches] [idle tasks] [shell]
// The runtime folder is on /dev/shm where there is one, as /var/run is on a real machine; ext4 makes
// files slowly for some seconds after others were deleted.

const [launches = 2000, idle = 50] = process.argv.slice(2, 4).map(Number);
const shell = process.argv[4];
/** Launches under way at a time. */
const WINDOW = 64;

const home = mkdtempSync(join(tmpdir(), "containerizer-bench-"));
const runtimeDir = mkdtempSync(
  join(existsSync("/dev/shm") ? "/dev/shm" : home, "containerizer-bench-"),
);
const containerizer = PosixContainerizer.open({
  runtimeDir,
  ...(shell === undefined ? {} : { shell }),
});

function spec(containerId: string, value: string): LaunchSpec {
  const sandbox = join(home, "work", containerId);
  return {
    containerId,
    sandbox,
    command: { shell: true, value },
    environment: { MESOS_SANDBOX: sandbox, MESOS_CONTAINER_ID: containerId },
    stdout: join(sandbox, "stdout"),
    stderr: join(sandbox, "stderr"),
  };
}

/** Proportional set size of all processes except this one, in KiB. */
function totalPss(): number {
  let sum = 0;
  for (const pid of readdirSync("/proc")) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) {
      continue;
    }
    try {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      sum += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    } catch {
      // Ended meanwhile, or a kernel thread.
    }
  }
  return sum;
}

/** CPU seconds of the whole machine except idle and I/O wait. */
function machineCpu(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] =
    readFileSync("/proc/stat", "utf8")
      .split("\n", 1)[0]
      ?.trim()
      .split(/\s+/)
      .slice(1)
      .map(Number) ?? [];
  return (user + nice + system + irq + soft) / 100;
}

const exits = new Map<string, () => void>();
containerizer.onExit(({ containerId }) => exits.get(containerId)?.());

async function once(containerId: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  exits.set(containerId, resolve);
  const result = await containerizer.launch(spec(containerId, "true"));
  if (result.type === "refused") {
    throw new Error(result.message);
  }
  await promise;
  exits.delete(containerId);
  await containerizer.remove(containerId);
}

async function measure(count: number, prefix: string): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await once(`${prefix}${next}`);
    }
  };
  const before = { wall: performance.now(), own: process.cpuUsage(), machine: machineCpu() };
  await Promise.all(Array.from({ length: WINDOW }, worker));
  const wall = performance.now() - before.wall;
  const own = process.cpuUsage(before.own);
  const machine = machineCpu() - before.machine;
  console.log(
    `${count} launches: ${((count / wall) * 1000).toFixed(0)}/s, ${(wall / count).toFixed(2)} ms each; ` +
      `CPU each: agent ${((own.user + own.system) / 1000 / count).toFixed(3)} ms, ` +
      `whole machine ${((machine * 1000) / count).toFixed(2)} ms`,
  );
}

async function measureIdle(): Promise<void> {
  const before = totalPss();
  const ids = Array.from({ length: idle }, (_, index) => `idle-${index}`);
  await Promise.all(ids.map((id) => containerizer.launch(spec(id, "sleep 60"))));
  const added = totalPss() - before;
  console.log(`${idle} idle tasks: ${(added / 1024 / idle).toFixed(3)} MiB of PSS each`);
  await Promise.all(ids.map((id) => containerizer.destroy(id)));
}

try {
  await measure(100, "warm-");
  await measure(launches, "t-");
  await measureIdle();
} finally {
  await containerizer.shutdown();
  rmSync(runtimeDir, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}
