import type { Offer_Operation_Type, OperationState, TaskState } from "@mesos-ts/protos";
import { OPERATION_TYPES } from "./framework-counters.ts";
import { isTerminalOperation } from "./task-states.ts";

const MESSAGES = [
  "register_framework",
  "reregister_framework",
  "unregister_framework",
  "deactivate_framework",
  "kill_task",
  "status_update_acknowledgement",
  "resource_request",
  "launch_tasks",
  "decline_offers",
  "revive_offers",
  "suppress_offers",
  "reconcile_tasks",
  "reconcile_operations",
  "framework_to_executor",
  "operation_status_update_acknowledgement",
  "executor_to_framework",
  "register_slave",
  "reregister_slave",
  "unregister_slave",
  "status_update",
  "exited_executor",
  "update_slave",
  "operation_status_update",
  "authenticate",
] as const;

const VALIDITY = [
  "framework_to_executor_messages",
  "executor_to_framework_messages",
  "status_updates",
  "status_update_acknowledgements",
  "operation_status_updates",
  "operation_status_update_acknowledgements",
] as const;

const AGENTS = [
  "slave_registrations",
  "slave_reregistrations",
  "slave_removals",
  "slave_removals/reason_unhealthy",
  "slave_removals/reason_unregistered",
  "slave_removals/reason_registered",
  "recovery_slave_removals",
  "slave_shutdowns_scheduled",
  "slave_shutdowns_completed",
  "slave_shutdowns_canceled",
  "slave_unreachable_scheduled",
  "slave_unreachable_completed",
  "slave_unreachable_canceled",
] as const;

const ENDED_TASKS = [
  "tasks_finished",
  "tasks_failed",
  "tasks_killed",
  "tasks_lost",
  "tasks_error",
  "tasks_dropped",
  "tasks_gone",
  "tasks_gone_by_operator",
] as const;

const OPERATION_STATES = [
  "total",
  "pending",
  "recovering",
  "unreachable",
  "finished",
  "failed",
  "error",
  "dropped",
  "gone_by_operator",
] as const;

export type Counter =
  | `messages_${(typeof MESSAGES)[number]}`
  | `${"valid" | "invalid"}_${(typeof VALIDITY)[number]}`
  | (typeof AGENTS)[number]
  | (typeof ENDED_TASKS)[number]
  | "dropped_messages"
  | "http_cache_hits";

/** Everything of `master/…` that only counts up, and the states of operations. */
export class Counters {
  readonly #counts: Record<string, number> = {};

  constructor() {
    const operations = [
      "operations",
      ...OPERATION_TYPES.filter((type) => type !== "LAUNCH" && type !== "LAUNCH_GROUP").map(
        (type) => `operations/${type.toLowerCase()}`,
      ),
    ];
    const keys = [
      "dropped_messages",
      "http_cache_hits",
      ...MESSAGES.map((name) => `messages_${name}`),
      ...VALIDITY.flatMap((name) => [`valid_${name}`, `invalid_${name}`]),
      ...AGENTS,
      ...ENDED_TASKS,
      ...operations.flatMap((prefix) => OPERATION_STATES.map((state) => `${prefix}/${state}`)),
    ];
    for (const key of keys) this.#counts[`master/${key}`] = 0;
  }

  count(counter: Counter): void {
    this.#add(counter, 1);
  }

  /** A task ended in `state`; `source` and `reason` name a counter of their own. */
  taskEnded(state: TaskState): void {
    this.#add(`tasks_${state.slice("TASK_".length).toLowerCase()}`, 1);
  }

  /** `master/task_<state>/source_<s>/reason_<r>`, made when first seen. */
  taskReason(state: TaskState, source: string, reason: string): void {
    this.#add(`${state}/${source}/${reason}`.toLowerCase(), 1);
  }

  operation(type: Offer_Operation_Type, state: OperationState): void {
    this.#operation(type, "total", 1);
    this.#operation(type, operationName(state), 1);
  }

  operationChanged(type: Offer_Operation_Type, before: OperationState, now: OperationState): void {
    this.operationForgotten(type, before);
    this.#operation(type, operationName(now), 1);
  }

  /** Terminal states only ever count up. */
  operationForgotten(type: Offer_Operation_Type, state: OperationState): void {
    if (!isTerminalOperation(state)) this.#operation(type, operationName(state), -1);
  }

  entries(): [string, number][] {
    return Object.entries(this.#counts);
  }

  #operation(type: Offer_Operation_Type, name: string, amount: number): void {
    this.#add(`operations/${name}`, amount);
    this.#add(`operations/${type.toLowerCase()}/${name}`, amount);
  }

  #add(key: string, amount: number): void {
    const full = `master/${key}`;
    this.#counts[full] = (this.#counts[full] ?? 0) + amount;
  }
}

function operationName(state: OperationState): string {
  return state.slice("OPERATION_".length).toLowerCase();
}
