import { readdirSync, readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";

/** One process of /proc. Times in clock ticks, `rssPages` in pages. */
export interface ProcessEntry {
  readonly pid: number;
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly userTicks: number;
  readonly systemTicks: number;
  readonly threads: number;
  /** Start time in ticks since boot, as text: with the pid it identifies a process for good. */
  readonly start: string;
  readonly rssPages: number;
}

/** A process, whatever later gets its pid. */
export interface Identity {
  readonly pid: number;
  readonly start: string;
}

/** Processes read between two turns of the event loop. */
const SCAN_SLICE = 256;

/** Parses one /proc/<pid>/stat line (the command name may hold blanks and parentheses). */
export function parseStat(text: string): ProcessEntry | null {
  const close = text.lastIndexOf(")");
  const pid = Number.parseInt(text, 10);
  if (close < 0 || !Number.isInteger(pid)) {
    return null;
  }
  // Field 3 (state) is fields[0]: field n of proc(5) is fields[n - 3].
  const fields = text.slice(close + 2).split(" ");
  const number = (field: number): number => Number(fields[field - 3]);
  const start = fields[22 - 3];
  if (start === undefined) {
    return null;
  }
  return {
    pid,
    state: fields[0] ?? "",
    parent: number(4),
    group: number(5),
    session: number(6),
    userTicks: number(14),
    systemTicks: number(15),
    threads: number(20),
    start,
    rssPages: number(24),
  };
}

/** Reads one process, or null when there is none. */
export function readProcess(pid: number): ProcessEntry | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return null;
  }
}

const DEAD_STATES = "ZXx";

/** Whether the process can still run: a zombie cannot. */
export const isLive = (entry: ProcessEntry): boolean => !DEAD_STATES.includes(entry.state);

/** Whether exactly this process lives (pid and start time agree). */
export function isAlive(identity: Identity): boolean {
  const entry = readProcess(identity.pid);
  return entry !== null && entry.start === identity.start && isLive(entry);
}

/** A picture of all processes. */
export class ProcessSnapshot {
  readonly byPid: ReadonlyMap<number, ProcessEntry>;
  readonly #children = new Map<number, ProcessEntry[]>();
  readonly #groups = new Map<number, ProcessEntry[]>();
  readonly #sessions = new Map<number, ProcessEntry[]>();

  constructor(entries: readonly ProcessEntry[]) {
    const byPid = new Map<number, ProcessEntry>();
    const add = (map: Map<number, ProcessEntry[]>, key: number, entry: ProcessEntry): void => {
      const list = map.get(key);
      if (list === undefined) {
        map.set(key, [entry]);
      } else {
        list.push(entry);
      }
    };
    for (const entry of entries) {
      byPid.set(entry.pid, entry);
      add(this.#children, entry.parent, entry);
      add(this.#groups, entry.group, entry);
      add(this.#sessions, entry.session, entry);
    }
    this.byPid = byPid;
  }

  /** The live process with this identity. */
  find(identity: Identity): ProcessEntry | undefined {
    const entry = this.byPid.get(identity.pid);
    return entry !== undefined && entry.start === identity.start && isLive(entry)
      ? entry
      : undefined;
  }

  /** The root and its descendants by parent. */
  descendants(root: ProcessEntry): readonly ProcessEntry[] {
    const found = new Map<number, ProcessEntry>([[root.pid, root]]);
    for (const entry of found.values()) {
      for (const child of this.#children.get(entry.pid) ?? []) {
        found.set(child.pid, child);
      }
    }
    return [...found.values()];
  }

  /**
   * What a tree kill reaches: descendants, and the groups and sessions met on the way, except
   * those of the root's parent. When the root is gone: what is left of the group and session that
   * it led (their number cannot become another process's while a member lives).
   */
  tree(root: Identity): readonly ProcessEntry[] {
    const found = new Map<number, ProcessEntry>();
    const groups = new Set<number>();
    const sessions = new Set<number>();
    const push = (list: readonly ProcessEntry[] | undefined): void => {
      for (const entry of list ?? []) {
        if (!found.has(entry.pid) && isLive(entry)) {
          found.set(entry.pid, entry);
        }
      }
    };
    const top = this.find(root);
    if (top !== undefined) {
      const parent = this.byPid.get(top.parent);
      if (parent !== undefined) {
        groups.add(parent.group);
        sessions.add(parent.session);
      }
      push([top]);
    } else if (!this.#isReused(root)) {
      push(this.#groups.get(root.pid));
      push(this.#sessions.get(root.pid));
    }
    for (const entry of found.values()) {
      push(this.#children.get(entry.pid));
      if (!groups.has(entry.group)) {
        groups.add(entry.group);
        push(this.#groups.get(entry.group));
      }
      if (!sessions.has(entry.session)) {
        sessions.add(entry.session);
        push(this.#sessions.get(entry.session));
      }
    }
    return [...found.values()];
  }

  #isReused(root: Identity): boolean {
    const entry = this.byPid.get(root.pid);
    return entry !== undefined && entry.start !== root.start;
  }
}

/** Reads all of /proc, yielding to the event loop between slices. */
export async function scanProcesses(): Promise<ProcessSnapshot> {
  const entries: ProcessEntry[] = [];
  let count = 0;
  for (const name of readdirSync("/proc")) {
    const first = name.charCodeAt(0);
    if (first < 48 || first > 57) {
      continue;
    }
    const entry = readProcess(Number(name));
    if (entry !== null) {
      entries.push(entry);
    }
    count += 1;
    if (count % SCAN_SLICE === 0) {
      await nextTurn();
    }
  }
  return new ProcessSnapshot(entries);
}

/** Shares one scan among all who ask in the same turn of the event loop. */
export class ProcessTable {
  #pending: Promise<ProcessSnapshot> | undefined;

  /** A picture taken after this call. */
  snapshot(): Promise<ProcessSnapshot> {
    this.#pending ??= nextTurn().then(() => {
      this.#pending = undefined;
      return scanProcesses();
    });
    return this.#pending;
  }
}

/** Units of /proc on this machine. */
export interface ProcUnits {
  readonly pageBytes: number;
  readonly ticksPerSecond: number;
}

const AT_PAGESZ = 6n;
const AT_CLKTCK = 17n;
const AUXV_ENTRY_BYTES = 16;

/** Page size and clock ticks from the auxiliary vector (64-bit Linux), else the usual values. */
export function readProcUnits(): ProcUnits {
  let pageBytes = 4096;
  let ticksPerSecond = 100;
  try {
    const auxv = readFileSync("/proc/self/auxv");
    for (let at = 0; at + AUXV_ENTRY_BYTES <= auxv.length; at += AUXV_ENTRY_BYTES) {
      const value = Number(auxv.readBigUInt64LE(at + 8));
      switch (auxv.readBigUInt64LE(at)) {
        case AT_PAGESZ:
          pageBytes = value;
          break;
        case AT_CLKTCK:
          ticksPerSecond = value;
          break;
        default:
      }
    }
  } catch {
    // No auxiliary vector to read: the defaults hold on x86-64 and most arm64 kernels.
  }
  return { pageBytes, ticksPerSecond };
}
