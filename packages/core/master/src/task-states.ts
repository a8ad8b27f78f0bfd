import type { OperationState, TaskState } from "@mesos-ts/protos";

const TERMINAL: ReadonlySet<TaskState> = new Set<TaskState>([
  "TASK_FINISHED",
  "TASK_FAILED",
  "TASK_KILLED",
  "TASK_ERROR",
  "TASK_LOST",
  "TASK_DROPPED",
  "TASK_GONE",
  "TASK_GONE_BY_OPERATOR",
]);

/** Whether a task in `state` has ended. */
export function isTerminal(state: TaskState): boolean {
  return TERMINAL.has(state);
}

/** Whether a task in `state` holds no resources any more. */
export function isTerminalOrUnreachable(state: TaskState): boolean {
  return TERMINAL.has(state) || state === "TASK_UNREACHABLE";
}

const TERMINAL_OPERATION: ReadonlySet<OperationState> = new Set<OperationState>([
  "OPERATION_FINISHED",
  "OPERATION_FAILED",
  "OPERATION_ERROR",
  "OPERATION_DROPPED",
  "OPERATION_GONE_BY_OPERATOR",
]);

export function isTerminalOperation(state: OperationState): boolean {
  return TERMINAL_OPERATION.has(state);
}
