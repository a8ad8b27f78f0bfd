/**
 * Before operations are carried out: resources are checked and brought into one format, and get
 * the role they were offered to.
 */
import type { ExecutorInfo, Offer_Operation, Resource, TaskInfo } from "@mesos-ts/protos";
import { mapOperation, upgrade } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import { tell } from "./deliver.ts";
import type { Agent, Framework } from "./model.ts";
import { dropOperation, tasksOf } from "./operations.ts";
import { reportUnlaunched } from "./status-updates.ts";
import { validateOperationShape } from "./validation/operation-shape.ts";

/** Undefined: refused, and its framework has been told. */
export function prepareOperation(
  core: Core,
  framework: Framework,
  agent: Agent,
  role: string,
  operation: Offer_Operation,
): Offer_Operation | undefined {
  const error = validateOperationShape(operation) ?? unsupportedSource(operation);
  if (error !== undefined) {
    refuse(core, framework, operation, error, "Operation attempted with invalid resources: ");
    return undefined;
  }
  if (operation.id !== undefined && !mayHaveId(core, framework, agent, operation)) {
    return undefined;
  }
  return allocate(framework, operation, role);
}

function unsupportedSource({ reserve }: Offer_Operation): string | undefined {
  return (reserve?.source?.length ?? 0) > 0
    ? "Reservation updates are not yet implemented for the scheduler API."
    : undefined;
}

/** Tasks are TASK_ERROR with the bare text; other operations are dropped with a prefix. */
function refuse(
  core: Core,
  framework: Framework,
  operation: Offer_Operation,
  error: string,
  prefix = "",
): void {
  if (operation.type !== "LAUNCH" && operation.type !== "LAUNCH_GROUP") {
    dropOperation(core, framework, operation, `${prefix}${error}`);
    return;
  }
  for (const task of tasksOf(operation)) {
    reportUnlaunched(core, framework, {
      frameworkId: framework.id,
      agentId: task.agent_id.value,
      taskId: task.task_id.value,
      state: "TASK_ERROR",
      message: error,
      reason: operation.type === "LAUNCH" ? "REASON_TASK_INVALID" : "REASON_TASK_GROUP_INVALID",
    });
  }
}

/** An id asks for feedback, which launches, drivers and older agents do not have. */
function mayHaveId(
  core: Core,
  framework: Framework,
  agent: Agent,
  operation: Offer_Operation,
): boolean {
  const { type } = operation;
  if (type === "LAUNCH" || type === "LAUNCH_GROUP") {
    refuse(core, framework, operation, `The \`id\` field cannot be set on ${type} operations`);
    return false;
  }
  if (framework.connection.type !== "stream") {
    const message =
      "The 'id' field was set in an offer operation, but operation feedback is not supported for the SchedulerDriver API";
    core.log("WARNING", `Dropping ${type} operation from framework ${framework.id}: ${message}`);
    tell(core, framework, {
      type: "error",
      message: `${message}; please use the HTTP scheduler API for this feature`,
    });
    return false;
  }
  if (!agent.capabilities.has("RESOURCE_PROVIDER")) {
    refuse(
      core,
      framework,
      operation,
      `Operation requested feedback, but agent ${agent.id} does not have the required RESOURCE_PROVIDER capability`,
    );
    return false;
  }
  if (!agent.capabilities.has("AGENT_OPERATION_FEEDBACK")) {
    refuse(
      core,
      framework,
      operation,
      `Operation on agent default resources requested feedback, but agent ${agent.id} does not have the required AGENT_OPERATION_FEEDBACK and RESOURCE_PROVIDER capabilities`,
    );
    return false;
  }
  return true;
}

function allocate(framework: Framework, operation: Offer_Operation, role: string): Offer_Operation {
  const { type, launch, launch_group: group } = operation;
  if (type === "LAUNCH" && launch !== undefined) {
    const task_infos = launch.task_infos?.map((task) => preparedTask(framework, task, role));
    return { ...operation, launch: { task_infos } };
  }
  if (type === "LAUNCH_GROUP" && group !== undefined) {
    const executor = allocatedExecutor(group.executor, role);
    const tasks = group.task_group.tasks?.map((task) => ({
      ...task,
      resources: allocated(task.resources, role),
      executor: task.executor === undefined ? executor : allocatedExecutor(task.executor, role),
    }));
    return { ...operation, launch_group: { executor, task_group: { tasks } } };
  }
  return mapOperation(operation, (resource) => allocatedResource(resource, role));
}

function allocated(list: readonly Resource[] | undefined, role: string): Resource[] {
  return (list ?? []).map((resource) => allocatedResource(resource, role));
}

function allocatedResource(resource: Resource, role: string): Resource {
  const upgraded = upgrade(resource);
  return upgraded.allocation_info?.role === undefined
    ? { ...upgraded, allocation_info: { role } }
    : upgraded;
}

function allocatedExecutor(executor: ExecutorInfo, role: string): ExecutorInfo {
  return { ...executor, resources: allocated(executor.resources, role) };
}

function preparedTask(framework: Framework, task: TaskInfo, role: string): TaskInfo {
  const { executor, health_check: check } = task;
  return {
    ...task,
    resources: allocated(task.resources, role),
    ...(executor === undefined
      ? {}
      : {
          executor: {
            ...allocatedExecutor(executor, role),
            framework_id: executor.framework_id ?? { value: framework.id },
          },
        }),
    ...(check === undefined ? {} : { health_check: typedCheck(check) }),
  };
}

/** Health checks were once written without a type; the submessage tells it. */
function typedCheck(check: NonNullable<TaskInfo["health_check"]>): typeof check {
  if (check.type !== undefined) return check;
  if (check.command !== undefined && check.http === undefined) {
    return { ...check, type: "COMMAND" };
  }
  if (check.http !== undefined && check.command === undefined) return { ...check, type: "HTTP" };
  return check;
}
