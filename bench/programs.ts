import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY_MS = 30_000;
const POLL_MS = 2;

/** The programs under test, in a folder of their own, optionally pinned to one core. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), "mesos-ts-bench-"));
  readonly #core: string | undefined;
  readonly #children: ChildProcess[] = [];

  constructor(core: string | undefined) {
    this.#core = core;
  }

  /** Starts `mesos-master` or `mesos-agent`; resolves when it answers /health. */
  async start(name: "mesos-master" | "mesos-agent", port: number, flags: readonly string[]) {
    const app = name.slice("mesos-".length);
    const bin = join(import.meta.dirname, "../packages/apps", app, "bin", `${name}.js`);
    const args = [bin, "--ip=127.0.0.1", `--port=${port}`, `--work_dir=${this.folder}/${app}`];
    const command = [process.execPath, ...args, "--quiet", ...flags];
    const pinned = this.#core === undefined ? command : ["taskset", "-c", this.#core, ...command];
    const [file = "", ...rest] = pinned;
    const child = spawn(file, rest, { stdio: "ignore" });
    this.#children.push(child);
    await answering(port);
    return child.pid ?? 0;
  }

  async stop(): Promise<void> {
    for (const child of this.#children.splice(0)) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
    for (const pid of processesOf(this.folder)) process.kill(pid, "SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Resolves when a program answers a GET. */
export async function answering(port: number, path = "/health"): Promise<void> {
  const endMs = performance.now() + READY_MS;
  while (performance.now() < endMs) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}${path}`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`nothing answers on port ${port}`);
}

/** Processes that have to do with a folder: by their command line, environment or open folder. */
export function processesOf(folder: string): number[] {
  return pids().filter((pid) => {
    if (pid === process.pid) return false;
    return ["cmdline", "environ"].some((file) => read(`/proc/${pid}/${file}`).includes(folder));
  });
}

/** MiB that processes use, shared pages divided among their users. */
export function pssMiB(list: readonly number[]): number {
  const kib = list.map((pid) => /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return kib.reduce((sum: number, each) => sum + Number(each), 0) / 1024;
}

/** Seconds of CPU that a process has used. */
export function cpuSeconds(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function pids(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

/** Nearest-rank quantile. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** The most memory that a process ever had resident. */
export function peakMiB(pid: number): number {
  const kib = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kib) / 1024;
}
