import { type AgentContext, executorsOf } from "../context.ts";
import { environmentOf } from "../environment.ts";
import { taskEnvironment, userOf } from "../executors.ts";
import type { Executor, TaskRecord } from "../state.ts";
import { type OwnContainer, rootOf } from "./own-containers.ts";

/** A container that lives, whoever launched it. */
export type Found =
  | { readonly type: "own"; readonly container: OwnContainer }
  | { readonly type: "executor"; readonly executor: Executor }
  /** Of a task group: nested in its executor's. */
  | { readonly type: "task"; readonly record: TaskRecord };

export function findLive(context: AgentContext, id: string): Found | undefined {
  const container = context.own.live.get(id);
  if (container !== undefined) return { type: "own", container };
  for (const executor of executorsOf(context)) {
    if (executor.state === "terminated") continue;
    if (executor.containerId === id) return { type: "executor", executor };
    for (const record of executor.launched.values()) {
      if (record.containerId === id) return { type: "task", record };
    }
  }
  return undefined;
}

/** What a nested container has of the one that it is nested in. */
export interface Surroundings {
  readonly sandbox: string;
  readonly workingFolder: string;
  readonly user: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

export function surroundingsOf(context: AgentContext, found: Found): Surroundings {
  switch (found.type) {
    case "own":
      return found.container;
    case "task": {
      const { record } = found;
      const { sandbox } = record;
      return {
        sandbox,
        workingFolder: sandbox,
        user: userOf(context, record.executor, record.info),
        environment: taskEnvironment(context, record),
      };
    }
    case "executor": {
      const { executor } = found;
      const { sandbox } = executor;
      const [task] = executor.kind === "command" ? executor.launched.values() : [];
      return {
        sandbox,
        workingFolder: sandbox,
        user: userOf(context, executor, task?.info),
        environment:
          task === undefined
            ? environmentOf(context, executor, undefined)
            : taskEnvironment(context, task),
      };
    }
    default:
      return found satisfies never;
  }
}

/** Whether the root of a nested container is still there. */
export function hasRoot(context: AgentContext, id: string): boolean {
  return findLive(context, rootOf(id)) !== undefined;
}
