/** Finding things by words. */
import { type Agent, type Framework, groupOf, type Task } from "./entities.ts";
import type { Model } from "./model.ts";

/** Words in lower case; all of them have to be found. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function holds(texts: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = texts.join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The active tasks that began last, the newest first. */
export function newestTasks(model: Model, count: number): Task[] {
  const newest: Task[] = [];
  for (const task of model.tasks.values()) {
    if (task.group !== "active") continue;
    // Taken off its front only now and then: there may be very many before.
    if (newest.push(task) === 64 * count) newest.splice(0, 63 * count);
  }
  return newest.slice(-count).reverse();
}

export interface TaskQuery {
  readonly group: Task["group"];
  readonly find?: string;
  /** Only in this state. */
  readonly state?: string;
  readonly agentId?: string;
  readonly frameworkId?: string;
}

/** Those of a group that hold every word in name, id, state, role, host or framework; newest first. */
export function selectTasks(model: Model, query: TaskQuery): Task[] {
  const { group, find = "", state = "", agentId, frameworkId } = query;
  const words = wordsOf(find);
  const selected: Task[] = [];
  for (const task of group === "completed" ? model.completedTasks : model.tasks.values()) {
    const isWanted =
      task.group === group &&
      (state === "" || task.state === state) &&
      (agentId === undefined || task.agentId === agentId) &&
      (frameworkId === undefined || task.frameworkId === frameworkId) &&
      (words.length === 0 || holds(taskTexts(model, task), words));
    if (isWanted) selected.push(task);
  }
  return selected.reverse();
}

export function countTasks(model: Model, query: Omit<TaskQuery, "find" | "state">): number {
  const { group, agentId, frameworkId } = query;
  if (group === "completed") return selectTasks(model, query).length;
  const id = agentId ?? frameworkId;
  if (group === "active" && id !== undefined) return model.active.get(id) ?? 0;
  if (id === undefined) return countStates(model, group);
  let count = 0;
  for (const task of model.tasks.values()) {
    if (task.group === group && (task.agentId === id || task.frameworkId === id)) count += 1;
  }
  return count;
}

function countStates({ states }: Model, group: Task["group"]): number {
  let sum = 0;
  for (const [state, count] of states) sum += groupOf(state) === group ? count : 0;
  return sum;
}

function taskTexts(model: Model, task: Task): string[] {
  const { name, id, state, role, agentId, frameworkId } = task;
  return [name, id, state, role, model.hostOf(agentId), model.frameworkName(frameworkId)];
}

export function findAgents(agents: Iterable<Agent>, find: string): Agent[] {
  const words = wordsOf(find);
  return [...agents].filter(({ id, hostname, state, attributes }) =>
    holds([id, hostname, state, ...attributes.map(({ name, text }) => `${name}:${text}`)], words),
  );
}

export function findFrameworks(frameworks: Iterable<Framework>, find: string): Framework[] {
  const words = wordsOf(find);
  return [...frameworks].filter(({ id, name, user, principal, roles, hostname }) =>
    holds([id, name, user, principal, hostname, ...roles], words),
  );
}

/** Something that the palette can go to. */
export interface Place {
  readonly kind: "page" | "agent" | "framework" | "task" | "role";
  readonly title: string;
  readonly detail: string;
  readonly hash: string;
}

/** Results that are shown. */
export const MAX_PLACES = 40;

/** Things looked at before others get their turn. */
const STEP = 5000;

/**
 * The places that hold every word, the best first: names that begin with the first word go before
 * those that hold it elsewhere, and pages before things. Yields between steps, so that a search
 * over a large cluster never stops the page.
 */
export function* search(places: Iterable<Place>, text: string): Generator<void, Place[]> {
  const words = wordsOf(text);
  const ranks: Place[][] = [[], [], []];
  let looked = 0;
  for (const place of places) {
    looked += 1;
    if (looked % STEP === 0) yield;
    const rank = rankOf(place, words);
    const list = rank === undefined ? undefined : ranks[rank];
    if (list !== undefined && list.length < MAX_PLACES) list.push(place);
    if ((ranks[0]?.length ?? 0) >= MAX_PLACES) break;
  }
  return ranks.flat().slice(0, MAX_PLACES);
}

function rankOf({ title, detail }: Place, words: readonly string[]): number | undefined {
  const name = title.toLowerCase();
  const rest = detail.toLowerCase();
  if (!words.every((word) => name.includes(word) || rest.includes(word))) return undefined;
  const [first = ""] = words;
  if (name.startsWith(first)) return 0;
  return name.includes(first) ? 1 : 2;
}
