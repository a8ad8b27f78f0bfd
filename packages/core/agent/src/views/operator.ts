import type { agent, ContainerStatus, FrameworkInfo, Task, VersionInfo } from "@mesos-ts/protos";
import type { AgentContext } from "../context.ts";
import type { UsageOf } from "../contract.ts";
import { containerIdOf, type Executor, type Framework, type TaskRecord } from "../state.ts";
import { type ContainerView, containerViews } from "./containers.ts";

const NS_PER_SECOND = 1e9;

/** What the reads need besides the agent's core. */
export interface OperatorExtras {
  readonly version: VersionInfo;
  readonly usageOf: UsageOf;
}

/**
 * The reads of the v1 operator API; undefined for calls that change something, and for those that
 * concern the program and not the agent (flags, metrics, logging, files).
 */
export function operatorRead(
  context: AgentContext,
  call: agent.Call,
  extras: OperatorExtras,
): agent.Response | undefined {
  switch (call.type) {
    case "GET_HEALTH":
      return { type: "GET_HEALTH", get_health: { healthy: true } };
    case "GET_VERSION":
      return { type: "GET_VERSION", get_version: { version_info: extras.version } };
    case "GET_STATE":
      return {
        type: "GET_STATE",
        get_state: {
          get_tasks: tasks(context),
          get_executors: executors(context),
          get_frameworks: frameworks(context),
        },
      };
    case "GET_FRAMEWORKS":
      return { type: "GET_FRAMEWORKS", get_frameworks: frameworks(context) };
    case "GET_EXECUTORS":
      return { type: "GET_EXECUTORS", get_executors: executors(context) };
    case "GET_TASKS":
      return { type: "GET_TASKS", get_tasks: tasks(context) };
    case "GET_AGENT":
      return {
        type: "GET_AGENT",
        get_agent: { agent_info: agentInfo(context), ...drainOf(context) },
      };
    case "GET_OPERATIONS":
      return {
        type: "GET_OPERATIONS",
        get_operations:
          context.operations.size === 0 ? {} : { operations: [...context.operations.values()] },
      };
    case "GET_RESOURCE_PROVIDERS":
      return { type: "GET_RESOURCE_PROVIDERS", get_resource_providers: {} };
    case "GET_CONTAINERS":
      return {
        type: "GET_CONTAINERS",
        get_containers: {
          containers: containerViews(context, extras.usageOf, {
            showNested: call.get_containers?.show_nested ?? false,
            showStandalone: call.get_containers?.show_standalone ?? false,
          }).map(container),
        },
      };
    default:
      return undefined;
  }
}

function allFrameworks({ frameworks: live, completedFrameworks }: AgentContext): Framework[] {
  return [...live.values(), ...completedFrameworks];
}

function frameworks(context: AgentContext): agent.Response_GetFrameworks {
  const shown = ({ info }: { readonly info: FrameworkInfo }) => ({ framework_info: info });
  return {
    frameworks: [...context.frameworks.values()].map(shown),
    completed_frameworks: context.completedFrameworks.map(shown),
  };
}

function executors(context: AgentContext): agent.Response_GetExecutors {
  const shown = ({ info }: Executor) => ({ executor_info: info });
  const all = allFrameworks(context);
  return {
    executors: all.flatMap((each) => [...each.executors.values()].map(shown)),
    completed_executors: all.flatMap((each) => each.completedExecutors.map(shown)),
  };
}

function tasks(context: AgentContext): agent.Response_GetTasks {
  const all = allFrameworks(context).flatMap((each) => [
    ...each.executors.values(),
    ...each.completedExecutors,
  ]);
  const list = (records: (executor: Executor) => Iterable<TaskRecord>): Task[] =>
    all.flatMap((executor) => [...records(executor)].map(({ task }) => task));
  return {
    pending_tasks: [],
    queued_tasks: list(({ queued }) => queued.values()),
    launched_tasks: list(({ launched }) => launched.values()),
    terminated_tasks: list(({ terminated }) => terminated.values()),
    completed_tasks: list(({ completed }) => completed),
  };
}

/** The time is in whole seconds, as Mesos gives it here. */
function drainOf({ draining }: AgentContext): Partial<agent.Response_GetAgent> {
  if (draining === undefined) return {};
  return {
    drain_config: draining.config,
    estimated_drain_start_time: {
      nanoseconds: Math.floor(draining.startedMs / 1000) * NS_PER_SECOND,
    },
  };
}

/** The v1 API does not have the field `checkpoint`. */
function agentInfo({ config, total, agentId }: AgentContext) {
  const { checkpoint: _, ...info } = config.info;
  return {
    ...info,
    resources: [...total.items],
    ...(agentId === undefined ? {} : { id: { value: agentId } }),
  };
}

function container(view: ContainerView): agent.Response_GetContainers_Container {
  const { containerId, executor, statistics } = view;
  const status: ContainerStatus = view.status;
  return {
    ...(executor === undefined
      ? {}
      : {
          framework_id: { value: executor.framework.id },
          executor_id: { value: executor.id },
          executor_name: executor.info.name ?? "",
        }),
    container_id: containerIdOf(containerId),
    container_status: status,
    ...(statistics === undefined ? {} : { resource_statistics: statistics }),
  };
}
