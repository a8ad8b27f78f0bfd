import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@mesos-ts/base";
import type { History } from "./history.ts";
import type { LeaderFinder } from "./leader.ts";
import { INITIAL_VALUE } from "./register.ts";

/** How an operator sets one number of the registry, and reads it back. */
export interface Register {
  readonly name: string;
  /** Whether it was set. @throws when nobody knows. */
  write(master: string, value: number): Promise<boolean>;
  read(master: string): Promise<number | undefined>;
}

const ROLE = "chaos";
const ANSWER_MS = 3_000;
const PAUSE_MS = 400;

export const WEIGHT: Register = {
  name: "weight",
  write: async (master, value) => {
    const body = JSON.stringify([{ role: ROLE, weight: value }]);
    return wasDone(await ask(`http://${master}/weights`, { method: "PUT", body }));
  },
  read: async (master) => {
    const reply = await ask(`http://${master}/weights`);
    if (reply.status !== 200) return undefined;
    const weights = (await reply.json()) as { role: string; weight: number }[];
    return weights.find(({ role }) => role === ROLE)?.weight ?? INITIAL_VALUE;
  },
};

export const LIMIT: Register = {
  name: "limit",
  write: async (master, value) => {
    const quota_configs = [{ role: ROLE, limits: { cpus: { value } } }];
    return wasDone(await call(master, { type: "UPDATE_QUOTA", update_quota: { quota_configs } }));
  },
  read: async (master) => {
    const reply = await call(master, { type: "GET_QUOTA" });
    if (reply.status !== 200) return undefined;
    const { get_quota } = (await reply.json()) as QuotaReply;
    const config = get_quota?.status?.configs?.find(({ role }) => role === ROLE);
    return config?.limits?.["cpus"]?.value ?? INITIAL_VALUE;
  },
};

interface QuotaReply {
  readonly get_quota?: {
    readonly status?: {
      readonly configs?: readonly {
        readonly role: string;
        readonly limits?: Readonly<Record<string, { readonly value: number }>>;
      }[];
    };
  };
}

function ask(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS) });
}

function call(master: string, body: object): Promise<Response> {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  return ask(`http://${master}/api/v1`, { method: "POST", headers, body: JSON.stringify(body) });
}

/** A master that does not lead says so and does nothing; after any other refusal nobody knows. */
function wasDone({ status }: Response): boolean {
  if (status === 200) return true;
  if (status === 307) return false;
  throw new Error(`status ${status}`);
}

/** Values that nobody has written yet. */
export class Values {
  #last = INITIAL_VALUE;

  next(): number {
    return ++this.#last;
  }
}

export interface OperatorOptions {
  readonly register: Register;
  readonly values: Values;
  readonly leader: LeaderFinder;
  readonly random: Random;
  readonly history: History;
  isWanted(): boolean;
}

/** Writes and reads, one after the other, and notes each access with its answer. */
export async function operate(options: OperatorOptions): Promise<void> {
  const { leader, random, isWanted } = options;
  while (isWanted()) {
    const master = await leader.find(isWanted);
    if (master === undefined) return;
    if (random.int(2) === 0) await write(options, master);
    else await read(options, master);
    await delay(random.int(2 * PAUSE_MS));
  }
}

async function write({ register, values, history }: OperatorOptions, master: string) {
  const value = values.next();
  const startMs = history.now();
  const access = { kind: "register", register: register.name, access: "write" } as const;
  try {
    if (!(await register.write(master, value))) return;
    history.add({ ...access, value, startMs, endMs: history.now(), master });
  } catch {
    history.add({ ...access, value, startMs, endMs: undefined, master });
  }
}

async function read({ register, history }: OperatorOptions, master: string) {
  const startMs = history.now();
  const value = await register.read(master).catch(() => undefined);
  if (value === undefined) return;
  const endMs = history.now();
  const access = { kind: "register", register: register.name, access: "read" } as const;
  history.add({ ...access, value, startMs, endMs, master });
}
