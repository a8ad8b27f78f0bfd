import type { Action, LogEntry, Outcome } from "./contract.ts";

/** Why a range cannot be read (the texts are Mesos's), or undefined. */
export function refusedRange(
  from: number,
  to: number,
  begin: number,
  end: number,
): string | undefined {
  if (to < from) return "Bad read range (to < from)";
  if (from < begin) return "Bad read range (truncated position)";
  if (end < to) return "Bad read range (past end of log)";
  return undefined;
}

/** The appended entries among ascending actions that must cover `from` to `to`. */
export function readEntries(from: number, to: number, actions: readonly Action[]): Outcome {
  const missing = { type: "refused", why: "Bad read range (includes missing entries)" } as const;
  const entries: LogEntry[] = [];
  let expected = from;
  for (const { position, performed, learned, append } of actions) {
    if (performed === undefined || learned !== true) {
      return { type: "refused", why: "Bad read range (includes pending entries)" };
    }
    if (position !== expected) return missing;
    expected += 1;
    if (append !== undefined) entries.push({ position, bytes: append.bytes });
  }
  return expected > to ? { type: "entries", entries } : missing;
}
