import type { Entry, RegisterAccess, Status } from "./history.ts";
import { checkRegister } from "./register.ts";
import { isAlive, isFinal, type TaskRecord } from "./task-book.ts";
import type { Traces } from "./tasks.ts";
import type { Violation } from "./violation.ts";

/** A task, as its scheduler knows it and as it left traces. */
export interface TaskAccount {
  readonly record: TaskRecord;
  readonly traces: Traces;
  readonly statuses: readonly (Status & { readonly ms: number })[];
}

/** How a task that ran may have ended; whether rightly is asked of each. */
const ENDS: ReadonlySet<string> = new Set([
  "TASK_FINISHED",
  "TASK_KILLED",
  "TASK_FAILED",
  "TASK_ERROR",
]);

/** What holds of a task at the end, whatever happened meanwhile. */
export function checkTask({ record, traces, statuses }: TaskAccount): readonly Violation[] {
  const { id, state, toldMs, isKilled } = record;
  const violations: string[] = [];
  if (traces.pids.length > 1) {
    violations.push(`its process was started ${traces.pids.length} times: ${traces.pids}`);
  }
  const ends = new Set(statuses.filter((each) => isFinal(each.state)).map((each) => each.state));
  if (ends.size > 1) violations.push(`it ended in more than one way: ${[...ends].join(", ")}`);
  if (state === "TASK_FAILED" || state === "TASK_ERROR") {
    violations.push(`${state}: ${statuses.at(-1)?.message}`);
  }
  if (state === "TASK_KILLED" && !isKilled)
    violations.push("it was killed, and nobody asked for it");
  if (state === "TASK_FINISHED" && traces.ends === 0) {
    violations.push("it is said to have finished, but its command never came to its end");
  }
  const wasThere = traces.pids.length > 0 || statuses.some((each) => each.state === "TASK_RUNNING");
  if (wasThere && !isAlive(state) && !ENDS.has(state))
    violations.push(`it ran, and at the end it is ${state}`);
  return violations.map((text) => ({ ms: toldMs, text: `task ${id}: ${text}` }));
}

/** Where the schedulers and the table of processes do not say the same; each with its task. */
export function differences(
  tasks: readonly TaskRecord[],
  running: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  const known = new Map(tasks.map((task) => [task.id, task.state]));
  const silent = tasks
    .filter(({ id, state }) => isAlive(state) && !running.has(id))
    .map(({ id, state }) => `task ${id} is ${state} and has no process`);
  const left = [...running]
    .filter(([id]) => !isAlive(known.get(id) ?? ""))
    .map(([id, pids]) => `task ${id} is ${known.get(id) ?? "unknown"} and has processes ${pids}`);
  const undecided = tasks
    .filter(({ state }) => state === "TASK_STAGING" || state === "TASK_UNREACHABLE")
    .map(({ id, state }) => `task ${id} is still ${state}`);
  return [...silent, ...left, ...undecided];
}

/**
 * A deposed leader may answer reads until it knows, as that of Apache Mesos may: so long before the
 * end of a master its reads do not count. Its writes do: they need a quorum that knows better.
 */
const LAST_READS_MS = 3_000;

/** What the history says by itself, of registers, agents and frameworks. */
export function checkHistory(
  entries: readonly Entry[],
  nameOfMaster: ReadonlyMap<string, string>,
): { readonly violations: readonly Violation[]; readonly lateReads: number } {
  const all = entries.filter((entry) => entry.kind === "register");
  const ends = entries.filter(
    (entry) => entry.kind === "process" && (entry.what === "ended" || entry.what === "killed"),
  );
  const isLate = ({ access, master, endMs = 0 }: RegisterAccess): boolean =>
    access === "read" &&
    ends.some(
      (end) =>
        end.kind === "process" &&
        end.name === nameOfMaster.get(master) &&
        end.ms >= endMs &&
        end.ms - endMs < LAST_READS_MS,
    );
  const counted = all.filter((access) => !isLate(access));
  const registers = Map.groupBy(counted, ({ register }) => register);
  const violations = [
    ...[...registers.values()].flatMap((accesses) => checkRegister(accesses)),
    ...checkAgents(entries),
    ...checkFrameworks(entries),
  ];
  return { violations, lateReads: all.length - counted.length };
}

/** An agent keeps its id, whatever happens to it. */
function checkAgents(entries: readonly Entry[]): Violation[] {
  const violations: Violation[] = [];
  const first = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind !== "agents") continue;
    for (const [name, id] of Object.entries(entry.ids)) {
      const known = first.get(name) ?? id;
      first.set(name, known);
      if (known === id) continue;
      violations.push({ ms: entry.ms, text: `${name} was ${known} and is ${id}` });
    }
  }
  return violations;
}

/** The one error that a scheduler may see: its own next connection took the place of the last. */
const EXPECTED_ERROR = "Framework failed over";

function checkFrameworks(entries: readonly Entry[]): Violation[] {
  return entries.flatMap((entry) =>
    entry.kind === "error" && entry.text !== EXPECTED_ERROR
      ? [{ ms: entry.ms, text: `framework ${entry.framework} was told: ${entry.text}` }]
      : [],
  );
}
