import { DomainInfo, DrainConfig, jsonDouble, toJson } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import type { AgentContext } from "../context.ts";
import type { Executor, Framework } from "../state.ts";
import { type Field, jsonArray, jsonObject, jsonText } from "./json.ts";
import {
  allocationRole,
  attributesJson,
  byRoleJson,
  fullJson,
  resourcesJson,
} from "./resources.ts";
import { labelsJson, queuedTaskJson, taskJson } from "./tasks.ts";

/** What `/state` shows that the agent's core does not know. */
export interface StateExtras {
  readonly version: {
    readonly version: string;
    readonly build_date: string;
    readonly build_time: number;
    readonly build_user: string;
    readonly git_sha?: string;
    readonly git_branch?: string;
    readonly git_tag?: string;
  };
  readonly flags: Readonly<Record<string, string>>;
  readonly masterHostname: string | undefined;
}

/** `/state`: the agent, its resources, and all that runs and ran on it. */
export function stateJson(context: AgentContext, extras: StateExtras): string {
  const { config, frameworks, completedFrameworks } = context;
  const { log_dir, external_log_file } = extras.flags;
  return jsonObject([
    ...versionFields(extras.version),
    ["start_time", jsonDouble(context.startedMs / 1000)],
    ["id", jsonText(context.agentId ?? "")],
    ["pid", jsonText(context.self)],
    ["hostname", jsonText(config.info.hostname)],
    ["capabilities", JSON.stringify(config.features)],
    ...drainFields(context),
    ["domain", config.info.domain && toJson(DomainInfo, config.info.domain, "v0")],
    ...resourceFields(context),
    ["resource_providers", "[]"],
    ["attributes", attributesJson(config.info.attributes)],
    ["master_hostname", jsonText(extras.masterHostname)],
    ["log_dir", jsonText(log_dir)],
    ["external_log_file", jsonText(external_log_file)],
    ["flags", JSON.stringify(extras.flags)],
    ["frameworks", jsonArray(frameworks.values(), frameworkJson)],
    ["completed_frameworks", jsonArray(completedFrameworks, frameworkJson)],
  ]);
}

function drainFields({ draining }: AgentContext): Field[] {
  if (draining === undefined) return [];
  return [
    ["drain_config", toJson(DrainConfig, draining.config, "v0")],
    ["estimated_drain_start_time_seconds", jsonDouble(draining.startedMs / 1000)],
  ];
}

function versionFields({ build_time, ...texts }: StateExtras["version"]): Field[] {
  return [
    ["version", jsonText(texts.version)],
    ["git_sha", jsonText(texts.git_sha)],
    ["git_branch", jsonText(texts.git_branch)],
    ["git_tag", jsonText(texts.git_tag)],
    ["build_date", jsonText(texts.build_date)],
    ["build_time", jsonDouble(build_time)],
    ["build_user", jsonText(texts.build_user)],
  ];
}

function resourceFields(context: AgentContext): Field[] {
  const { total } = context;
  const allocated = allocatedResources(context);
  return [
    ["resources", resourcesJson(total)],
    ["reserved_resources", byRoleJson(total, resourcesJson)],
    ["unreserved_resources", resourcesJson(total.unreserved())],
    ["reserved_resources_full", byRoleJson(total, fullJson)],
    ["unreserved_resources_full", fullJson(total.unreserved())],
    ["reserved_resources_allocated", byRoleJson(allocated, resourcesJson)],
    ["unreserved_resources_allocated", resourcesJson(allocated.unreserved())],
  ];
}

/** What all executors and their live tasks hold. */
export function allocatedResources({ frameworks }: AgentContext): Resources {
  const executors = [...frameworks.values()].flatMap((each) => [...each.executors.values()]);
  return Resources.sum(executors.map(executorResources));
}

/** What an executor and its tasks that have not ended hold. */
export function executorResources({ info, queued, launched }: Executor): Resources {
  const tasks = [...queued.values(), ...launched.values()];
  return Resources.sum([
    Resources.of(info.resources),
    ...tasks.map(({ task }) => Resources.of(task.resources)),
  ]);
}

function frameworkJson(framework: Framework): string {
  const { info, executors, completedExecutors } = framework;
  const multiRole = (info.capabilities ?? []).some(({ type }) => type === "MULTI_ROLE");
  return jsonObject([
    ["id", jsonText(framework.id)],
    ["name", jsonText(info.name)],
    ["user", jsonText(info.user)],
    ["failover_timeout", jsonDouble(info.failover_timeout ?? 0)],
    ["checkpoint", String(info.checkpoint ?? false)],
    ["hostname", jsonText(info.hostname ?? "")],
    ["principal", jsonText(info.principal)],
    multiRole ? ["roles", JSON.stringify(info.roles ?? [])] : ["role", jsonText(info.role ?? "*")],
    ["executors", jsonArray(executors.values(), executorJson)],
    ["completed_executors", jsonArray(completedExecutors, executorJson)],
  ]);
}

function executorJson(executor: Executor): string {
  const { info, queued, launched, terminated, completed } = executor;
  return jsonObject([
    ["id", jsonText(executor.id)],
    ["name", jsonText(info.name ?? "")],
    ["source", jsonText(info.source ?? "")],
    ["container", jsonText(executor.containerId)],
    ["directory", jsonText(executor.sandbox)],
    ["resources", resourcesJson(executorResources(executor))],
    ["role", jsonText(allocationRole(info.resources))],
    ["labels", labelsJson(info.labels)],
    ["type", jsonText(info.type)],
    ["tasks", jsonArray(launched.values(), ({ task }) => taskJson(task))],
    ["queued_tasks", jsonArray(queued.values(), ({ info: task }) => queuedTaskJson(task))],
    [
      "completed_tasks",
      jsonArray([...completed, ...terminated.values()], ({ task }) => taskJson(task)),
    ],
  ]);
}
