import { readFileSync } from "node:fs";

/**
 * Ends the supervisor that an agent has left in its runtime folder, so that nothing outlives the
 * cluster: a supervisor is made to outlive its agent.
 */
export function endSupervisor(runtimeDir: string): void {
  try {
    const text = readFileSync(`${runtimeDir}/supervisor/pid`, "utf8");
    const pid = Number.parseInt(text, 10);
    if (!(pid > 1)) return;
    // The pid may be another's by now.
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    if (words.includes(runtimeDir)) process.kill(pid, "SIGTERM");
  } catch {
    // There is none, or it is gone.
  }
}
