import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The variable of the environment that tells of which task a process is. */
const TASK_VARIABLE = "CHAOS_TASK";
const FOLDER_VARIABLE = "CHAOS_FOLDER";

/** What a task left in the shared folder: a line for each start and each end of its process. */
export interface Traces {
  readonly pids: readonly number[];
  readonly ends: number;
}

/** A command that writes down that it runs, and that it has come to its end. */
export function commandOf(folder: string, task: string, seconds: number): object {
  const file = join(folder, task);
  return {
    value: `echo "start $$ $(date +%s.%N)" >> '${file}'; sleep ${seconds}; echo "end $$ $(date +%s.%N)" >> '${file}'`,
    environment: {
      variables: [
        { name: TASK_VARIABLE, value: task },
        { name: FOLDER_VARIABLE, value: folder },
      ],
    },
  };
}

export function tracesOf(folder: string, task: string): Traces {
  const path = join(folder, task);
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  return {
    pids: lines.flatMap((line) => /^start (\d+) /.exec(line)?.[1] ?? []).map(Number),
    ends: lines.filter((line) => line.startsWith("end ")).length,
  };
}

/** Which tasks have a process now, and which. */
export function taskProcesses(folder: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const task = taskOf(pid, folder);
    if (task !== undefined) found.set(task, [...(found.get(task) ?? []), Number(pid)]);
  }
  return found;
}

function taskOf(pid: string, folder: string): string | undefined {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    if (!variables.includes(`${FOLDER_VARIABLE}=${folder}`)) return undefined;
    const prefix = `${TASK_VARIABLE}=`;
    return variables.find((each) => each.startsWith(prefix))?.slice(prefix.length);
  } catch {
    // It ended meanwhile, or is not ours.
    return undefined;
  }
}
