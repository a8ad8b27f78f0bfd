import { Task as TaskMessage, toJson } from "@mesos-ts/protos";
import type { Task } from "../model.ts";
import { type Forms, Shown } from "./shown.ts";
import { taskJson } from "./task-json.ts";

/** A task as it was at one moment: what is not in its message never changes. */
export interface TaskFacts {
  readonly task: Task;
  readonly message: Readonly<TaskMessage>;
}

const FORMS: Forms<TaskFacts> = {
  v0: taskJson,
  v1: ({ message }) => toJson(TaskMessage, message),
  bytes: ({ message }, writer) => TaskMessage.encodeTo(message, writer),
};

/** The task as it is now: what was shown of it before if nothing has changed. */
export function shownTask(task: Task): Shown<TaskFacts> {
  const { message } = task;
  if (task.shown?.it.message !== message) task.shown = new Shown({ task, message }, FORMS);
  return task.shown;
}
