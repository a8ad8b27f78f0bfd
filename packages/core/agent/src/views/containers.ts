import { ContainerStatus, ResourceStatistics, toJson } from "@mesos-ts/protos";
import type { OwnContainer } from "../containers/own-containers.ts";
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
export function containerIds({ frameworks, own }: AgentContext): string[] {
  const ids = liveExecutors(frameworks.values()).flatMap((executor) => [
    executor.containerId,
    ...nestedIds(executor),
  ]);
  return [...ids, ...own.live.keys()];
}

export interface ShownContainers extends ContainerFilter {
  readonly showNested?: boolean;
  readonly showStandalone?: boolean;
}

/** The containers that have not ended, with their limits and figures. */
export function containerViews(
  { frameworks, own }: AgentContext,
  usageOf: UsageOf,
  filter: ShownContainers = {},
): ContainerView[] {
  const { containerId, frameworkId, executorId, showNested, showStandalone } = filter;
  const ofExecutors = liveExecutors(frameworks.values())
    .filter(({ framework, id }) => {
      if (frameworkId !== undefined && framework.id !== frameworkId) return false;
      return executorId === undefined || id === executorId;
    })
    .flatMap((executor) => [
      executorView(executor, usageOf),
      ...(showNested === true ? nestedIds(executor).map((id) => nestedView(id, usageOf)) : []),
    ]);
  const ofOperators = [...own.live.values()]
    .filter(({ id }) => (id.includes(".") ? showNested : showStandalone) === true)
    .map((container) => ownView(container, usageOf));
  return [...ofExecutors, ...ofOperators].filter(
    (view) => containerId === undefined || view.containerId === containerId,
  );
}

/** What is being launched, as `/containerizer/debug` shows what the containerizer waits for. */
export function pendingJson({ own }: AgentContext): string {
  const starting = [...own.live.values()].filter(({ state }) => state === "starting");
  const pending = starting.map(({ id }) => ({
    operation: "launch",
    args: { containerId: id },
  }));
  return JSON.stringify({ pending });
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

function ownView(container: OwnContainer, usageOf: UsageOf): ContainerView {
  const { id, pid } = container;
  const used = usageOf(id);
  return {
    containerId: id,
    executor: undefined,
    status: {
      container_id: containerIdOf(id),
      ...(pid === undefined ? {} : { executor_pid: pid }),
    },
    statistics: used && { ...used, ...ownLimits(container) },
  };
}

/** Told, not enforced: plain processes take what they can get. Infinite limits are none. */
function ownLimits({ resources, limits }: OwnContainer): Partial<ResourceStatistics> {
  const amount = (name: string): number | undefined =>
    resources.find((resource) => resource.name === name)?.scalar?.value;
  const cpus = amount("cpus");
  const mem = amount("mem");
  const cpusLimit = limits["cpus"]?.value;
  const memLimit = limits["mem"]?.value ?? mem;
  const bytes = (megabytes: number): number => Math.floor(megabytes * MEGABYTE);
  return {
    ...(cpus === undefined ? {} : { cpus_soft_limit: cpus }),
    ...(Number.isFinite(cpusLimit) ? { cpus_limit: cpusLimit } : {}),
    ...(mem === undefined ? {} : { mem_soft_limit_bytes: bytes(mem) }),
    ...(memLimit === undefined || !Number.isFinite(memLimit)
      ? {}
      : { mem_limit_bytes: bytes(memLimit) }),
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
