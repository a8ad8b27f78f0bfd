import { misused } from "../failure.ts";

export const DEFAULT_LINES = 10;

/** How many lines are wanted, as `-n` has it. */
export function linesOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LINES;
  if (!/^\d{1,15}$/.test(text)) throw misused(`'${text}' is no number of lines`);
  return Number(text);
}
