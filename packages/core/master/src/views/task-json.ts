import {
  CgroupInfo,
  ContainerID,
  ContainerInfo,
  type ContainerStatus,
  DiscoveryInfo,
  HealthCheck,
  jsonDouble,
  Label,
  type Labels,
  listToJson,
  NetworkInfo,
  type TaskStatus,
} from "@mesos-ts/protos";
import { array, extended, message, object, resourcesJson, text } from "./json.ts";
import type { TaskFacts } from "./task-facts.ts";

/**
 * A task as `/state`, `/frameworks` and `/tasks` show it. Most of a large state are tasks: their plain
 * texts are rendered in one go.
 */
export function taskJson({ task, message: it }: TaskFacts): string {
  const plain = JSON.stringify({
    id: task.id,
    name: it.name,
    framework_id: task.frameworkId,
    executor_id: it.executor_id?.value ?? "",
    slave_id: task.agentId,
    state: it.state,
    role: task.role,
    user: it.user,
  });
  return extended(plain, {
    resources: resourcesJson(task.resources),
    limits: limitsJson(it.limits),
    statuses: statusesJson(it.statuses),
    labels: it.labels && labelsJson(it.labels),
    discovery: it.discovery && message(DiscoveryInfo, it.discovery),
    container: it.container && message(ContainerInfo, it.container),
    health_check: it.health_check && message(HealthCheck, it.health_check),
  });
}

function statusesJson(statuses: TaskFacts["message"]["statuses"]): string {
  return statuses === undefined ? "[]" : array(statuses.map(statusJson));
}

function statusJson(status: TaskStatus): string {
  const { container_status: container } = status;
  return object({
    state: text(status.state),
    timestamp: jsonDouble(status.timestamp ?? 0),
    labels: status.labels && labelsJson(status.labels),
    container_status: container && containerStatusJson(container),
    healthy: status.healthy === undefined ? undefined : String(status.healthy),
  });
}

/** Container, networks and cgroups; what v1 added is not shown. */
function containerStatusJson(status: ContainerStatus): string {
  const { container_id: id, network_infos: networks = [], cgroup_info: cgroup } = status;
  return object({
    container_id: id && message(ContainerID, id),
    network_infos:
      networks.length === 0
        ? undefined
        : array(networks.map((network) => message(NetworkInfo, network))),
    cgroup_info: cgroup && message(CgroupInfo, cgroup),
  });
}

function limitsJson(limits: TaskFacts["message"]["limits"]): string | undefined {
  const entries = Object.entries(limits ?? {});
  if (entries.length === 0) return undefined;
  return object(Object.fromEntries(entries.map(([name, { value }]) => [name, jsonDouble(value)])));
}

const labelList = listToJson(Label, "v0");

export function labelsJson({ labels = [] }: Labels): string {
  return labelList(labels);
}
