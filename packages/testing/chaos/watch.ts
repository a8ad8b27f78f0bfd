import { setTimeout as delay } from "node:timers/promises";
import type { History } from "./history.ts";
import type { LeaderFinder } from "./leader.ts";

const ANSWER_MS = 2_000;
const PAUSE_MS = 1_000;

interface ShownAgent {
  readonly id: string;
  readonly active: boolean;
  readonly attributes: { readonly name: string };
}

/** The ids of a master's active agents, by the names that they were given; undefined without answer. */
export async function activeAgents(
  master: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const reply = await fetch(`http://${master}/slaves`, { redirect: "manual", signal });
    if (reply.status !== 200) return undefined;
    const { slaves } = (await reply.json()) as { slaves: readonly ShownAgent[] };
    const active = slaves.filter((agent) => agent.active);
    return Object.fromEntries(active.map(({ id, attributes }) => [attributes.name, id]));
  } catch {
    return undefined;
  }
}

export interface WatchOptions {
  readonly leader: LeaderFinder;
  readonly history: History;
  isWanted(): boolean;
}

/** Notes every now and then which agents the leader knows by which ids. */
export async function watchAgents({ leader, history, isWanted }: WatchOptions): Promise<void> {
  while (isWanted()) {
    const master = await leader.find(isWanted);
    const ids = master === undefined ? undefined : await activeAgents(master);
    if (master !== undefined && ids !== undefined) history.add({ kind: "agents", master, ids });
    await delay(PAUSE_MS);
  }
}
