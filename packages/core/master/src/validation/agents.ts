/** What agents say of themselves when they (re-)register. */
import { validateId } from "@mesos-ts/base";
import type { AgentInfo, internal, Task } from "@mesos-ts/protos";
import { validateExecutorAlone } from "./executor.ts";
import { validateFrameworkInfo } from "./framework.ts";
import { validateResourceList } from "./resource-list.ts";

export function validateRegistration(message: internal.RegisterSlaveMessage): string | undefined {
  return (
    validateAgentInfo(message.agent) ??
    validateCheckpointing(message) ??
    validateResourceList(message.checkpointed_resources)
  );
}

export function validateReregistration(
  message: internal.ReregisterSlaveMessage,
): string | undefined {
  return (
    validateAgentInfo(message.agent) ??
    validateId(message.agent.id?.value ?? "") ??
    validateResourceList(message.checkpointed_resources) ??
    validateFrameworks(message) ??
    validateExecutors(message) ??
    validateTasks(message)
  );
}

function validateAgentInfo({ id, resources }: AgentInfo): string | undefined {
  const error = id === undefined ? undefined : validateId(id.value);
  return error ?? validateResourceList(resources);
}

/** Rule: only agents that checkpoint have checkpointed resources. */
function validateCheckpointing(message: internal.RegisterSlaveMessage): string | undefined {
  const has = (message.checkpointed_resources?.length ?? 0) > 0;
  return has && message.agent.checkpoint !== true
    ? "Checkpointed resources provided when checkpointing is not enabled"
    : undefined;
}

function validateFrameworks({ frameworks }: internal.ReregisterSlaveMessage): string | undefined {
  const seen = new Set<string>();
  for (const info of frameworks ?? []) {
    const error = validateFrameworkInfo(info);
    if (error !== undefined) return error;
    const id = info.id?.value ?? "";
    if (seen.has(id)) return `Framework has a duplicate FrameworkID: '${id}'`;
    seen.add(id);
  }
  return undefined;
}

function validateExecutors(message: internal.ReregisterSlaveMessage): string | undefined {
  const frameworks = frameworkIds(message);
  const seen = new Set<string>();
  for (const executor of message.executor_infos ?? []) {
    const error = validateExecutorAlone(executor) ?? validateResourceList(executor.resources);
    if (error !== undefined) return error;
    const frameworkId = executor.framework_id?.value ?? "";
    if (!frameworks.has(frameworkId)) {
      return `Executor has an invalid FrameworkID '${frameworkId}'`;
    }
    const id = executor.executor_id.value;
    const key = `${frameworkId}/${id}`;
    if (seen.has(key)) return `Framework '${frameworkId}' has a duplicate ExecutorID '${id}'`;
    seen.add(key);
  }
  return undefined;
}

function validateTasks(message: internal.ReregisterSlaveMessage): string | undefined {
  const frameworks = frameworkIds(message);
  const executors = new Set(
    message.executor_infos?.map(
      ({ framework_id, executor_id }) => `${framework_id?.value}/${executor_id.value}`,
    ),
  );
  for (const task of message.tasks ?? []) {
    const error = validateTaskOf(task, message.agent.id?.value, frameworks, executors);
    if (error !== undefined) return error;
  }
  return undefined;
}

function validateTaskOf(
  task: Task,
  agentId: string | undefined,
  frameworks: ReadonlySet<string>,
  executors: ReadonlySet<string>,
): string | undefined {
  const invalid = validateId(task.task_id.value);
  if (invalid !== undefined) return `Task has an invalid TaskID: ${invalid}`;
  if (task.agent_id.value !== agentId) {
    return `Task has an invalid SlaveID '${task.agent_id.value}'`;
  }
  const frameworkId = task.framework_id.value;
  if (!frameworks.has(frameworkId)) return `Task has an invalid FrameworkID '${frameworkId}'`;
  const executorId = task.executor_id?.value;
  if (
    executorId !== undefined &&
    task.state === "TASK_RUNNING" &&
    !executors.has(`${frameworkId}/${executorId}`)
  ) {
    return `Task has an invalid ExecutorID '${executorId}'`;
  }
  const resources = validateResourceList(task.resources);
  return resources === undefined ? undefined : `Task uses invalid resources: ${resources}`;
}

function frameworkIds({ frameworks }: internal.ReregisterSlaveMessage): ReadonlySet<string> {
  return new Set(frameworks?.map(({ id }) => id?.value ?? ""));
}
