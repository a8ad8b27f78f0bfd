/** What is typed into forms, as calls of the operators' API. */
import { SCALARS, type Scalar } from "./resources.ts";
import type { MachineId, MaintenanceWindow, Resource, Schedule } from "./wire.ts";

/** What was typed, or which field is wrong and why. */
export type Typed<T> =
  | { readonly type: "ok"; readonly value: T }
  | { readonly type: "wrong"; readonly field: string; readonly text: string };

export type Texts = Readonly<Record<string, string>>;

function wrong(field: string, text: string): Typed<never> {
  return { type: "wrong", field, text };
}

/** Numbers of resources; what is left empty is left out. Fields: prefix and resource. */
export function typedAmounts(texts: Texts, prefix: string): Typed<ReadonlyMap<Scalar, number>> {
  const amounts = new Map<Scalar, number>();
  for (const name of SCALARS) {
    const field = prefix + name;
    const text = (texts[field] ?? "").trim();
    if (text === "") continue;
    const value = Number(text);
    if (!Number.isFinite(value)) return wrong(field, `'${text}' is not a number`);
    amounts.set(name, value);
  }
  return { type: "ok", value: amounts };
}

const scalarsOf = (amounts: ReadonlyMap<Scalar, number>): Record<string, { value: number }> =>
  Object.fromEntries([...amounts].map(([name, value]) => [name, { value }]));

/** The payload of UPDATE_QUOTA. */
export function typedQuota(role: string, texts: Texts, isForced: boolean): Typed<object> {
  const guarantees = typedAmounts(texts, "guarantee-");
  if (guarantees.type === "wrong") return guarantees;
  const limits = typedAmounts(texts, "limit-");
  if (limits.type === "wrong") return limits;
  const config = {
    role,
    guarantees: scalarsOf(guarantees.value),
    limits: scalarsOf(limits.value),
  };
  return { type: "ok", value: { force: isForced, quota_configs: [config] } };
}

/** The payload of UPDATE_WEIGHTS. */
export function typedWeight(role: string, text: string): Typed<object> {
  const weight = Number(text);
  if (text.trim() === "" || !Number.isFinite(weight)) {
    return wrong("weight", `'${text}' is not a number`);
  }
  return { type: "ok", value: { weight_infos: [{ role, weight }] } };
}

/** What is to be reserved, dynamically, for one role. */
export function typedReservation(texts: Texts): Typed<readonly Resource[]> {
  const role = (texts["role"] ?? "").trim();
  if (role === "") return wrong("role", "A reservation is for a role");
  const amounts = typedAmounts(texts, "");
  if (amounts.type === "wrong") return amounts;
  if (amounts.value.size === 0) return wrong("cpus", "Nothing to reserve");
  const principal = (texts["principal"] ?? "").trim();
  const reservation = { type: "DYNAMIC", role, ...(principal === "" ? {} : { principal }) };
  const value = [...amounts.value].map(([name, value]) => ({
    name,
    type: "SCALAR",
    scalar: { value },
    reservations: [reservation],
  }));
  return { type: "ok", value };
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  secs: 1,
  m: 60,
  min: 60,
  mins: 60,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
};

/** `90min`, `2h 30min`, `1 d`, in seconds. Undefined: it is no length of time. */
export function parseDuration(text: string): number | undefined {
  const whole = text.trim().toLowerCase();
  if (!/^(\d+(\.\d+)?\s*[a-z]+\s*)+$/.test(whole)) return undefined;
  let seconds = 0;
  for (const [, number = "", unit = ""] of whole.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const factor = UNITS[unit];
    if (factor === undefined) return undefined;
    seconds += Number(number) * factor;
  }
  return seconds;
}

/** Beyond 2^53, and so as a text, which JSON of protobuf allows. */
function nanoseconds(seconds: number): string {
  return `${BigInt(Math.round(seconds * 1000)) * 1_000_000n}`;
}

/** One line each: `hostname`, `hostname ip`, or an IP address. */
export function parseMachines(text: string): MachineId[] {
  return text
    .split("\n")
    .map((line) => line.trim().split(/[\s,]+/))
    .filter(([first = ""]) => first !== "")
    .map(([first = "", second]) => {
      if (second !== undefined) return { hostname: first, ip: second };
      return /^[\d.]+$|:/.test(first) ? { ip: first } : { hostname: first };
    });
}

/** A window of maintenance. An empty duration: until further notice. */
export function typedWindow(texts: Texts): Typed<MaintenanceWindow> {
  const machine_ids = parseMachines(texts["machines"] ?? "");
  if (machine_ids.length === 0) return wrong("machines", "Which machines?");
  const start = Date.parse(texts["start"] ?? "");
  if (Number.isNaN(start)) return wrong("start", "When does it begin?");
  const text = (texts["duration"] ?? "").trim();
  const seconds = text === "" ? undefined : parseDuration(text);
  if (text !== "" && seconds === undefined) {
    return wrong("duration", `'${text}' is not a length of time, like '2h 30min'`);
  }
  const unavailability = {
    start: { nanoseconds: nanoseconds(start / 1000) },
    ...(seconds === undefined ? {} : { duration: { nanoseconds: nanoseconds(seconds) } }),
  };
  return { type: "ok", value: { machine_ids, unavailability } };
}

/** The schedule with one window more, or without one. */
export function withWindow({ windows = [] }: Schedule, window: MaintenanceWindow): Schedule {
  return { windows: [...windows, window] };
}

export function withoutWindow({ windows = [] }: Schedule, window: MaintenanceWindow): Schedule {
  const text = JSON.stringify(window);
  return { windows: windows.filter((each) => JSON.stringify(each) !== text) };
}

/** The payload of DRAIN_AGENT. An empty grace period: each task's own. */
export function typedDrain(agentId: string, grace: string, marksGone: boolean): Typed<object> {
  const seconds = grace.trim() === "" ? undefined : parseDuration(grace);
  if (grace.trim() !== "" && seconds === undefined) {
    return wrong("grace", `'${grace}' is not a length of time, like '5min'`);
  }
  const whole = Math.floor(seconds ?? 0);
  const period = { seconds: whole, nanos: Math.round(((seconds ?? 0) - whole) * 1e9) };
  return {
    type: "ok",
    value: {
      agent_id: { value: agentId },
      ...(seconds === undefined ? {} : { max_grace_period: period }),
      mark_gone: marksGone,
    },
  };
}

/**
 * The field that a refusal of the master is about: that whose word comes first in it. The form as
 * a whole when there is none.
 */
export function fieldOf(
  text: string,
  fields: readonly { readonly name: string; readonly about: RegExp }[],
): string | undefined {
  let first: { readonly name: string; readonly at: number } | undefined;
  for (const { name, about } of fields) {
    const at = text.search(about);
    if (at >= 0 && (first === undefined || at < first.at)) first = { name, at };
  }
  return first?.name;
}
