/** ExecutorInfo: one function per rule. Source: `validation::executor`. */
import { Buffer } from "node:buffer";
import { validateId } from "@mesos-ts/base";
import { ExecutorInfo, encode, toJson } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { type Agent, executorOf, type Framework } from "../model.ts";
import { validateCommand } from "./command.ts";
import { validateContainer } from "./container.ts";
import {
  validateOneRole,
  validateResources,
  validateRevocableMix,
  validateUniqueVolumes,
} from "./resources.ts";

/** What can be said of an executor without knowing where it is to run. */
export function validateExecutorAlone(executor: ExecutorInfo): string | undefined {
  return (
    validateExecutorType(executor) ??
    validateId(executor.executor_id.value) ??
    validateGracePeriod(executor) ??
    validateExecutorCommand(executor) ??
    validateExecutorContainer(executor)
  );
}

export function validateExecutor(
  executor: ExecutorInfo,
  framework: Framework,
  agent: Agent,
): string | undefined {
  return (
    validateExecutorAlone(executor) ??
    validateExecutorFramework(executor, framework) ??
    validateExecutorResources(executor) ??
    validateCompatible(executor, framework, agent)
  );
}

/** Rule: DEFAULT executors are the agent's own, CUSTOM ones have a command. */
export function validateExecutorType({
  type,
  command,
  container,
}: ExecutorInfo): string | undefined {
  if (type === "CUSTOM") {
    return command === undefined
      ? "'ExecutorInfo.command' must be set for 'CUSTOM' executor"
      : undefined;
  }
  if (type !== "DEFAULT") return undefined;
  if (command !== undefined) {
    return "'ExecutorInfo.command' must not be set for 'DEFAULT' executor";
  }
  if (container !== undefined && container.type !== "MESOS") {
    return "'ExecutorInfo.container.type' must be 'MESOS' for 'DEFAULT' executor";
  }
  return container?.mesos?.image === undefined
    ? undefined
    : "'ExecutorInfo.container.mesos.image' must not be set for 'DEFAULT' executor";
}

/** Rule: no negative grace. */
export function validateGracePeriod({ shutdown_grace_period }: ExecutorInfo): string | undefined {
  return (shutdown_grace_period?.nanoseconds ?? 0) < 0
    ? "ExecutorInfo's 'shutdown_grace_period' must be non-negative"
    : undefined;
}

function validateExecutorCommand({ command }: ExecutorInfo): string | undefined {
  const error = command === undefined ? undefined : validateCommand(command);
  return error === undefined ? undefined : `Executor's \`CommandInfo\` is invalid: ${error}`;
}

function validateExecutorContainer({ container }: ExecutorInfo): string | undefined {
  const error = container === undefined ? undefined : validateContainer(container);
  return error === undefined ? undefined : `Executor's \`ContainerInfo\` is invalid: ${error}`;
}

/** Rule: an executor is its framework's. */
export function validateExecutorFramework(
  { framework_id }: ExecutorInfo,
  framework: Framework,
): string | undefined {
  if (framework_id === undefined) return "'ExecutorInfo.framework_id' must be set";
  return framework_id.value === framework.id
    ? undefined
    : `ExecutorInfo has an invalid FrameworkID (Actual: ${framework_id.value} vs Expected: ${framework.id})`;
}

function validateExecutorResources(executor: ExecutorInfo): string | undefined {
  const invalid = validateResources(executor.resources);
  if (invalid !== undefined) return `Executor uses invalid resources: ${invalid}`;
  const resources = Resources.of(executor.resources);
  const duplicate = validateUniqueVolumes(resources);
  if (duplicate !== undefined) return `Executor uses duplicate persistence ID: ${duplicate}`;
  const role = validateOneRole(executor.resources);
  if (role !== undefined) return `Invalid executor resources: ${role}`;
  const mix = validateRevocableMix(resources);
  return mix === undefined
    ? undefined
    : `Executor mixes revocable and non-revocable resources: ${mix}`;
}

/** Rule: an executor that is there already is the same. */
export function validateCompatible(
  executor: ExecutorInfo,
  framework: Framework,
  agent: Agent,
): string | undefined {
  const known = executorOf(agent, framework.id, executor.executor_id.value)?.info;
  if (known === undefined || sameExecutor(known, executor)) return undefined;
  const line = "-".repeat(60);
  return (
    "ExecutorInfo is not compatible with existing ExecutorInfo with same ExecutorID.\n" +
    `${line}\nExisting ExecutorInfo:\n${toJson(ExecutorInfo, known)}\n` +
    `${line}\nExecutorInfo:\n${toJson(ExecutorInfo, executor)}\n${line}\n`
  );
}

export function sameExecutor(a: ExecutorInfo, b: ExecutorInfo): boolean {
  return a === b || Buffer.compare(encode(ExecutorInfo, a), encode(ExecutorInfo, b)) === 0;
}

/** Rule: only tasks share cgroups. */
export function validateExecutorCgroups({ container }: ExecutorInfo): string | undefined {
  return container?.linux_info?.share_cgroups === true
    ? "The 'share_cgroups' field cannot be set to 'true' on executor containers"
    : undefined;
}
