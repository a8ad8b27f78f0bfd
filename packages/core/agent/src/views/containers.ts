import { ContainerStatus, ResourceStatistics, toJson } from "@mesos-ts/protos";
import type { AgentContext } from "../context.ts";
import type { UsageOf } from "../contract.ts";
import { containerIdOf, type Executor } from "../state.ts";
import { jsonArray, jsonObject, jsonText } from "./json.ts";
import { executorResources } from "./state.ts";

const MEGABYTE = 1024 * 1024;

/** Which containers are asked for. */
export interface ContainerFilter {
  readonly containerId?: string | undefined;
  readonly frameworkId?: string | undefined;
  readonly executorId?: string | undefined;
}

/** Why a combination of query parameters of `/containers` means nothing; undefined when it does. */
export function invalidContainerFilter(filter: ContainerFilter): string | undefined {
  const { containerId, frameworkId, executorId } = filter;
  const mixed = containerId !== undefined && (frameworkId ?? executorId) !== undefined;
  const headless = executorId !== undefined && frameworkId === undefined;
  return mixed || headless
    ? "Supported query parameters are container_id only, framework_id only, or executor_id and framework_id only"
    : undefined;
}

/** One container: an executor's, or of a task that is nested in it. */
export interface ContainerView {
  readonly containerId: string;
  /** Undefined for nested containers. */
  readonly executor: Executor | undefined;
  readonly status: ContainerStatus;
  readonly statistics: ResourceStatistics | undefined;
}

/** Containers whose processes there may be figures for. */
export function containerIds({ frameworks }: AgentContext): string[] {
  return liveExecutors(frameworks.values()).flatMap((executor) => [
    executor.containerId,
    ...nestedIds(executor),
  ]);
}

/** The containers of the executors that have not ended, with their limits and figures. */
export function containerViews(
  { frameworks }: AgentContext,
  usageOf: UsageOf,
  filter: ContainerFilter & { readonly showNested?: boolean } = {},
): ContainerView[] {
  const { containerId, frameworkId, executorId, showNested } = filter;
  return liveExecutors(frameworks.values())
    .filter(({ framework, id }) => {
      if (frameworkId !== undefined && framework.id !== frameworkId) return false;
      return executorId === undefined || id === executorId;
    })
    .flatMap((executor) => [
      executorView(executor, usageOf),
      ...(showNested === true ? nestedIds(executor).map((id) => nestedView(id, usageOf)) : []),
    ])
    .filter((view) => containerId === undefined || view.containerId === containerId);
}

/** `/containers`. */
export function containersJson(views: readonly ContainerView[]): string {
  return jsonArray(views, ({ containerId, executor, status, statistics }) =>
    jsonObject([
      ["container_id", jsonText(containerId)],
      ["executor_id", jsonText(executor?.id)],
      ["executor_name", executor && JSON.stringify(executor.info.name ?? "")],
      ["framework_id", jsonText(executor?.framework.id)],
      ["source", executor && JSON.stringify(executor.info.source ?? "")],
      ["statistics", statistics && toJson(ResourceStatistics, statistics, "v0")],
      ["status", toJson(ContainerStatus, status, "v0")],
    ]),
  );
}

/** `/monitor/statistics`: executors of which there are figures. */
export function statisticsJson(views: readonly ContainerView[]): string {
  const shown = views.filter(
    ({ executor, statistics }) => executor !== undefined && statistics !== undefined,
  );
  return jsonArray(shown, ({ executor, statistics }) =>
    jsonObject([
      ["executor_id", jsonText(executor?.id)],
      ["executor_name", jsonText(executor?.info.name ?? "")],
      ["framework_id", jsonText(executor?.framework.id)],
      ["source", jsonText(executor?.info.source ?? "")],
      ["statistics", statistics && toJson(ResourceStatistics, statistics, "v0")],
    ]),
  );
}

function liveExecutors(
  frameworks: Iterable<{ readonly executors: ReadonlyMap<string, Executor> }>,
): Executor[] {
  return [...frameworks]
    .flatMap(({ executors }) => [...executors.values()])
    .filter(({ state }) => state !== "terminated");
}

function nestedIds({ kind, launched }: Executor): string[] {
  return kind === "group" ? [...launched.values()].map(({ containerId }) => containerId) : [];
}

function executorView(executor: Executor, usageOf: UsageOf): ContainerView {
  const { containerId, pid } = executor;
  const used = sum([containerId, ...nestedIds(executor)].flatMap((id) => usageOf(id) ?? []));
  return {
    containerId,
    executor,
    status: {
      container_id: containerIdOf(containerId),
      ...(pid === undefined ? {} : { executor_pid: pid }),
    },
    statistics: used && { ...used, ...limitsOf(executor) },
  };
}

function nestedView(containerId: string, usageOf: UsageOf): ContainerView {
  return {
    containerId,
    executor: undefined,
    status: { container_id: containerIdOf(containerId) },
    statistics: usageOf(containerId),
  };
}

function limitsOf(executor: Executor) {
  const resources = executorResources(executor);
  const bytes = Math.floor(resources.scalar("mem") * MEGABYTE);
  return {
    cpus_soft_limit: resources.scalar("cpus"),
    mem_limit_bytes: bytes,
    mem_soft_limit_bytes: bytes,
  };
}

/** An executor's figures are those of all its containers. */
function sum(list: readonly ResourceStatistics[]): ResourceStatistics | undefined {
  const [first, ...rest] = list;
  if (first === undefined) return undefined;
  return rest.reduce<ResourceStatistics>(
    (total, each) => ({
      timestamp: Math.max(total.timestamp, each.timestamp),
      cpus_user_time_secs: (total.cpus_user_time_secs ?? 0) + (each.cpus_user_time_secs ?? 0),
      cpus_system_time_secs: (total.cpus_system_time_secs ?? 0) + (each.cpus_system_time_secs ?? 0),
      mem_rss_bytes: (total.mem_rss_bytes ?? 0) + (each.mem_rss_bytes ?? 0),
    }),
    first,
  );
}
