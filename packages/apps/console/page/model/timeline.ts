/** A task's life: what happened when, and how long each part of it took. */
import type { Status, Task } from "./entities.ts";

export interface Moment extends Status {
  /** Seconds until the next moment, or until now while the task lives. */
  readonly lasted: number | undefined;
  /** Its part of the whole life, from 0 to 1. */
  readonly part: number;
}

export function timelineOf(task: Pick<Task, "statuses" | "group">, now: number): Moment[] {
  const { statuses, group } = task;
  const lasting = statuses.map((status, index) => {
    const next = statuses[index + 1];
    const isLast = next === undefined;
    const end = isLast ? (group === "completed" ? undefined : now) : next.at;
    const isKnown = status.at !== undefined && end !== undefined;
    return isKnown ? Math.max(0, end - (status.at ?? end)) : undefined;
  });
  const whole = lasting.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return statuses.map((status, index) => {
    const lasted = lasting[index];
    return { ...status, lasted, part: whole > 0 ? (lasted ?? 0) / whole : 0 };
  });
}

/** `REASON_COMMAND_EXECUTOR_FAILED` → `Command executor failed`. */
export function reasonLabel(reason: string): string {
  const words = reason
    .replace(/^(REASON|SOURCE)_/, "")
    .toLowerCase()
    .replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
