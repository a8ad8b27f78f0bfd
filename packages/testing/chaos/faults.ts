import type { Random } from "@mesos-ts/base";

export type Role = "master" | "agent" | "zookeeper";

/** Whom it hits: who leads at that time, or a certain one. */
export interface Target {
  readonly role: Role;
  readonly index: number | "leader";
}

export type Fault =
  /** `kill -9`, a rest, and a new start. */
  | { readonly kind: "kill"; readonly target: Target; readonly ms: number }
  /** SIGSTOP, and SIGCONT. */
  | { readonly kind: "freeze"; readonly target: Target; readonly ms: number }
  /** All connections to it break, and may be made again at once. */
  | { readonly kind: "drop"; readonly target: Target; readonly ms: 0 }
  /** Nobody reaches it. */
  | { readonly kind: "cut"; readonly target: Target; readonly ms: number }
  /** It reaches no ZooKeeper server. */
  | { readonly kind: "orphan"; readonly target: Target; readonly ms: number };

export interface ScheduledFault {
  /** From the start of the trouble. */
  readonly atMs: number;
  readonly fault: Fault;
}

export interface ScheduleOptions {
  readonly durationMs: number;
  readonly sessionTimeoutMs: number;
  /** The mean time between two faults. */
  readonly gapMs: number;
  readonly counts: Readonly<Record<Role, number>>;
}

const REST_MS = 6_000;
/** A fault shorter than this is none. */
const SHORTEST_MS = 100;

/** How often each role is hit by what; a line given twice is twice as likely. */
const KINDS: readonly (readonly [Role, Fault["kind"]])[] = [
  ["master", "kill"],
  ["master", "kill"],
  ["master", "freeze"],
  ["master", "freeze"],
  ["master", "drop"],
  ["master", "cut"],
  ["master", "orphan"],
  ["agent", "kill"],
  ["agent", "kill"],
  ["agent", "freeze"],
  ["agent", "drop"],
  ["agent", "cut"],
  ["agent", "orphan"],
  ["zookeeper", "kill"],
  ["zookeeper", "freeze"],
];

/** The faults of a seed. They do not ask how the cluster is: the injector may have to skip some. */
export function scheduleFaults(random: Random, options: ScheduleOptions): ScheduledFault[] {
  const faults: ScheduledFault[] = [];
  let atMs = 0;
  for (;;) {
    atMs += Math.round(-Math.log(1 - random.next()) * options.gapMs);
    if (atMs >= options.durationMs) return faults;
    faults.push({ atMs, fault: chooseFault(random, options) });
  }
}

function chooseFault(random: Random, options: ScheduleOptions): Fault {
  const [role, kind] = random.pick(KINDS);
  const target = { role, index: chooseIndex(random, role, options.counts[role]) };
  if (kind === "drop") return { kind, target, ms: 0 };
  const longestMs = kind === "kill" ? REST_MS : 2 * options.sessionTimeoutMs;
  return { kind, target, ms: SHORTEST_MS + random.int(longestMs - SHORTEST_MS) };
}

/** Every second fault of those who elect hits the one who leads: that is where it hurts. */
function chooseIndex(random: Random, role: Role, count: number): number | "leader" {
  if (role !== "agent" && random.int(2) === 0) return "leader";
  return random.int(count);
}

/** How many of a role may be disturbed at once: of those who elect, a minority. */
export function mayBeDisturbed(role: Role, count: number): number {
  return role === "agent" ? count : Math.ceil(count / 2) - 1;
}
