import type { Offer_Operation_Type, scheduler, TaskState } from "@mesos-ts/protos";
import { isTerminal } from "./task-states.ts";

const CALLS: readonly scheduler.Call_Type[] = [
  "SUBSCRIBE",
  "TEARDOWN",
  "ACCEPT",
  "DECLINE",
  "ACCEPT_INVERSE_OFFERS",
  "DECLINE_INVERSE_OFFERS",
  "REVIVE",
  "KILL",
  "SHUTDOWN",
  "ACKNOWLEDGE",
  "ACKNOWLEDGE_OPERATION_STATUS",
  "RECONCILE",
  "RECONCILE_OPERATIONS",
  "MESSAGE",
  "REQUEST",
  "SUPPRESS",
  "UPDATE_FRAMEWORK",
];

const EVENTS: readonly scheduler.Event_Type[] = [
  "SUBSCRIBED",
  "OFFERS",
  "INVERSE_OFFERS",
  "RESCIND",
  "RESCIND_INVERSE_OFFER",
  "UPDATE",
  "UPDATE_OPERATION_STATUS",
  "MESSAGE",
  "FAILURE",
  "ERROR",
  "HEARTBEAT",
];

export const OPERATION_TYPES: readonly Offer_Operation_Type[] = [
  "LAUNCH",
  "LAUNCH_GROUP",
  "RESERVE",
  "UNRESERVE",
  "CREATE",
  "DESTROY",
  "GROW_VOLUME",
  "SHRINK_VOLUME",
  "CREATE_DISK",
  "DESTROY_DISK",
];

const ACTIVE_STATES: readonly TaskState[] = [
  "TASK_STAGING",
  "TASK_STARTING",
  "TASK_RUNNING",
  "TASK_KILLING",
  "TASK_UNREACHABLE",
  "TASK_UNKNOWN",
];

const TERMINAL_STATES: readonly TaskState[] = [
  "TASK_FINISHED",
  "TASK_FAILED",
  "TASK_KILLED",
  "TASK_LOST",
  "TASK_ERROR",
  "TASK_DROPPED",
  "TASK_GONE",
  "TASK_GONE_BY_OPERATOR",
];

type OfferOutcome = "sent" | "accepted" | "declined" | "rescinded";

/** What `master/frameworks/<name>/<id>/…` counts. */
export class FrameworkCounters {
  readonly #counts: Record<string, number> = {};

  constructor() {
    const keys = [
      "calls",
      "events",
      "operations",
      ...CALLS.map((type) => `calls/${type.toLowerCase()}`),
      ...EVENTS.map((type) => `events/${type.toLowerCase()}`),
      ...OPERATION_TYPES.map((type) => `operations/${type.toLowerCase()}`),
      ...["sent", "accepted", "declined", "rescinded"].map((outcome) => `offers/${outcome}`),
      ...[...ACTIVE_STATES, ...TERMINAL_STATES].map(taskKey),
    ];
    for (const key of keys) this.#counts[key] = 0;
  }

  call(type: scheduler.Call_Type): void {
    this.#add("calls", 1);
    this.#add(`calls/${type.toLowerCase()}`, 1);
  }

  event(type: scheduler.Event_Type): void {
    this.#add("events", 1);
    this.#add(`events/${type.toLowerCase()}`, 1);
  }

  operation(type: Offer_Operation_Type): void {
    this.#add("operations", 1);
    this.#add(`operations/${type.toLowerCase()}`, 1);
  }

  offers(outcome: OfferOutcome, count: number): void {
    this.#add(`offers/${outcome}`, count);
  }

  /** A task is in `state` now, and was in `before`. Terminal states only ever count up. */
  task(state: TaskState, before?: TaskState): void {
    if (before !== undefined && !isTerminal(before)) this.#add(taskKey(before), -1);
    this.#add(taskKey(state), 1);
  }

  /** An active task is forgotten without having ended. */
  taskForgotten(state: TaskState): void {
    if (!isTerminal(state)) this.#add(taskKey(state), -1);
  }

  entries(): [string, number][] {
    return Object.entries(this.#counts);
  }

  #add(key: string, amount: number): void {
    this.#counts[key] = (this.#counts[key] ?? 0) + amount;
  }
}

function taskKey(state: TaskState): string {
  return `tasks/${isTerminal(state) ? "terminal" : "active"}/${state.toLowerCase()}`;
}
