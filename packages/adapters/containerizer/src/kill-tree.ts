import {
  type Identity,
  identityOf,
  type ProcessEntry,
  type ProcessTable,
  readIdentified,
} from "./process-table.ts";

/** Rounds of stopping and looking again: a tree that still grows then is signalled as it stands. */
const MAX_ROUNDS = 8;
/** Processes signalled per tree. */
const MAX_TREE = 100_000;

/** Sends a signal to exactly this process. False when it is gone (or its pid is another's now). */
export function signalProcess(identity: Identity, signal: number | NodeJS.Signals): boolean {
  if (readIdentified(identity) === null) {
    return false;
  }
  try {
    return process.kill(identity.pid, signal);
  } catch {
    return false;
  }
}

/**
 * Signals a whole process tree as Mesos's killtree does: each process is stopped when met, so that
 * it cannot fork away, until no new one is found; then all get the signal and are continued.
 * Returns the pids that got it.
 */
export async function killTree(
  root: Identity,
  signal: number,
  table: ProcessTable,
): Promise<readonly number[]> {
  const stopped = new Map<number, ProcessEntry>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const snapshot = await table.snapshot();
    const fresh = snapshot
      .tree(root)
      .filter((entry) => stopped.get(entry.pid)?.start !== entry.start);
    if (fresh.length === 0 || stopped.size > MAX_TREE) {
      break;
    }
    for (const entry of fresh) {
      if (signalProcess(identityOf(entry), "SIGSTOP")) {
        stopped.set(entry.pid, entry);
      }
    }
  }
  const reached: number[] = [];
  for (const entry of stopped.values()) {
    if (signalProcess(identityOf(entry), signal)) {
      reached.push(entry.pid);
    }
  }
  for (const entry of stopped.values()) {
    signalProcess(identityOf(entry), "SIGCONT");
  }
  return reached;
}
