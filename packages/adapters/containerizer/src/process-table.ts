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
  /** Start time in ticks since boot. */
  readonly start: number;
  readonly rssPages: number;
}

/**
 * A process, whatever later gets its pid: it started no later than `latestStart` (ticks since
 * boot, taken while it lived); whoever gets its pid afterwards started later.
 */
export interface Identity {
  readonly pid: number;
  readonly latestStart: number;
}

/** USER_HZ: clock ticks per second in /proc on every platform that Node.js runs on. */
export const TICKS_PER_SECOND = 100;

/** The identity of a process that wrote its pid and /proc/uptime's first number; null if torn. */
export function parseIdentity(
  pid: string | undefined,
  uptime: string | undefined,
): Identity | null {
  return /^\d+$/.test(pid ?? "") && /^\d+\.\d\d$/.test(uptime ?? "")
    ? { pid: Number(pid), latestStart: Math.round(Number(uptime) * TICKS_PER_SECOND) }
    : null;
}

export const identityOf = (entry: ProcessEntry): Identity => ({
  pid: entry.pid,
  latestStart: entry.start,
});

const isSame = (entry: ProcessEntry, identity: Identity): boolean =>
  entry.pid === identity.pid && entry.start <= identity.latestStart;

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
  const start = number(22);
  if (!Number.isInteger(start)) {
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

/** The live process with this identity, or null. */
export function readIdentified(identity: Identity): ProcessEntry | null {
  const entry = readProcess(identity.pid);
  return entry !== null && isSame(entry, identity) && isLive(entry) ? entry : null;
}

/** Whether exactly this process lives. */
export const isAlive = (identity: Identity): boolean => readIdentified(identity) !== null;

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
    return entry !== undefined && isSame(entry, identity) && isLive(entry) ? entry : undefined;
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
    return entry !== undefined && !isSame(entry, root);
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

const AT_PAGESZ = 6n;
const AUXV_ENTRY_BYTES = 16;
const USUAL_PAGE_BYTES = 4096;

/** Bytes per memory page, from the auxiliary vector. */
export function readPageBytes(): number {
  try {
    const auxv = readFileSync("/proc/self/auxv");
    for (let at = 0; at + AUXV_ENTRY_BYTES <= auxv.length; at += AUXV_ENTRY_BYTES) {
      if (auxv.readBigUInt64LE(at) === AT_PAGESZ) {
        return Number(auxv.readBigUInt64LE(at + 8));
      }
    }
  } catch {
    // No auxiliary vector to read.
  }
  return USUAL_PAGE_BYTES;
}
