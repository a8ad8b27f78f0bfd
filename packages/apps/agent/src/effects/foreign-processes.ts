import { readdirSync, readFileSync } from "node:fs";

/** Between two looks at processes that nobody reports the end of. */
const LOOK_INTERVAL_MS = 1000;
/** Rounds of signals: each finds what was forked during the one before. */
const MAX_KILL_ROUNDS = 20;
/** Field of /proc/<pid>/stat after the program's name: when it started, in clock ticks. */
const START_TIME_FIELD = 19;

/**
 * Executors that an Apache Mesos agent started: processes that this agent's container runtime does
 * not know. They are watched by their pid, and can be signalled and killed.
 */
export class ForeignProcesses {
  readonly #onExit: (containerId: string) => void;
  readonly #processes = new Map<string, { readonly pid: number; readonly startTime: string }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onExit: (containerId: string) => void) {
    this.#onExit = onExit;
  }

  /** Takes a process under watch; false when there is none of that pid. */
  adopt(containerId: string, pid: number): boolean {
    const startTime = startTimeOf(pid);
    if (startTime === undefined) return false;
    this.#processes.set(containerId, { pid, startTime });
    this.#timer ??= setInterval(() => this.#look(), LOOK_INTERVAL_MS).unref();
    return true;
  }

  has(containerId: string): boolean {
    return this.#processes.has(containerId);
  }

  /** A signal to the process and to all that descend from it. */
  signal(containerId: string, signal: number): void {
    const found = this.#processes.get(containerId);
    if (found === undefined || startTimeOf(found.pid) !== found.startTime) return;
    for (const pid of treeOf(found.pid)) send(pid, signal);
  }

  /** SIGKILL until no descendant is left; the end is told like any other. */
  destroy(containerId: string): void {
    const found = this.#processes.get(containerId);
    if (found === undefined) return;
    for (let round = 0; round < MAX_KILL_ROUNDS; round += 1) {
      const tree = startTimeOf(found.pid) === found.startTime ? treeOf(found.pid) : [];
      if (tree.length === 0) break;
      // The children first: they would be lost sight of when their parent is gone.
      for (const pid of tree.reverse()) send(pid, 9);
    }
    this.#look();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#processes.clear();
  }

  #look(): void {
    for (const [containerId, { pid, startTime }] of [...this.#processes]) {
      if (startTimeOf(pid) === startTime) continue;
      this.#processes.delete(containerId);
      this.#onExit(containerId);
    }
    if (this.#processes.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** When a process started; undefined when it has ended, its parent having noticed or not. */
function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[START_TIME_FIELD];
  } catch {
    return undefined;
  }
}

/** A process and its descendants, parents first. */
function treeOf(root: number): number[] {
  const tree = [root];
  for (let next = 0; next < tree.length; next += 1) {
    const pid = tree[next] ?? root;
    try {
      for (const thread of readdirSync(`/proc/${pid}/task`)) {
        const children = readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8");
        tree.push(...children.split(" ").filter(Boolean).map(Number));
      }
    } catch {
      // It ended meanwhile.
    }
  }
  return tree;
}

function send(pid: number, signal: number): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended meanwhile.
  }
}
