import { type Message, type MessageType, type Resource, toJson } from "@mesos-ts/protos";
import type { Context } from "./command.ts";
import { printable } from "./shell/printable.ts";
import { type Cell, renderTable } from "./shell/table.ts";

/** Prints rows as a table, or a sentence when there are none. */
export async function showTable(
  { world }: Context,
  head: readonly string[],
  rows: readonly (readonly (string | Cell)[])[],
  none: string,
): Promise<void> {
  const { isTerminal, columns, colours } = world.screen;
  const style = { columns: isTerminal ? columns : undefined, colours };
  await world.out(rows.length === 0 ? `${none}\n` : renderTable(head, rows, style));
}

/** Prints names and values, one pair a line. */
export async function showFacts(
  { world }: Context,
  facts: readonly (readonly [name: string, value: string | undefined])[],
): Promise<void> {
  const shown = facts.filter(([, value]) => value !== undefined && value !== "");
  const width = Math.max(...shown.map(([name]) => name.length)) + 1;
  const lines = shown.map(
    ([name, value = ""]) => `${`${name}:`.padEnd(width)}  ${printable(value)}\n`,
  );
  await world.out(lines.join(""));
}

/** Prints a message as the operator API shows it in JSON. */
export async function showMessage<T extends Message>(
  { world }: Context,
  type: MessageType<T>,
  message: T,
): Promise<void> {
  await showJson(world, JSON.parse(toJson(type, message)), 2);
}

export async function showJson(
  world: Context["world"],
  value: unknown,
  indent: number,
): Promise<void> {
  await world.out(`${JSON.stringify(value, undefined, indent)}\n`);
}

const NANOSECONDS_PER_MS = 1e6;

export function timeText(time: { readonly nanoseconds: number } | undefined): string {
  if (time === undefined) return "";
  const date = new Date(time.nanoseconds / NANOSECONDS_PER_MS);
  // A time that no calendar has must not end the listing.
  return Number.isNaN(date.getTime()) ? "?" : date.toISOString().replace(/\.\d+Z$/, "Z");
}

/** The sum of a scalar resource, such as `cpus`. */
export function amount(resources: readonly Resource[] | undefined, name: string): number {
  return (resources ?? [])
    .filter((resource) => resource.name === name)
    .reduce((sum, resource) => sum + (resource.scalar?.value ?? 0), 0);
}

/** At most three decimals, as scalars have no more. */
export function numberText(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const MEGABYTES_PER_UNIT = 1024;

/** Megabytes, as Mesos counts memory and disk, in the unit that reads best. */
export function megabytesText(megabytes: number): string {
  const units = ["MB", "GB", "TB", "PB"];
  let value = megabytes;
  let unit = 0;
  while (value >= MEGABYTES_PER_UNIT && unit < units.length - 1) {
    value /= MEGABYTES_PER_UNIT;
    unit += 1;
  }
  return `${Math.round(value * 10) / 10}${units[unit]}`;
}

/** `used/total` of one kind. */
export function useText(
  used: readonly Resource[] | undefined,
  total: readonly Resource[] | undefined,
  name: string,
): string {
  const text = name === "mem" || name === "disk" ? megabytesText : numberText;
  return `${text(amount(used, name))}/${text(amount(total, name))}`;
}
