import {
  type CommandInfo,
  ContainerInfo,
  ContainerStatus,
  DiscoveryInfo,
  Environment,
  HealthCheck,
  jsonDouble,
  Label,
  type Labels,
  type Task,
  type TaskInfo,
  type TaskStatus,
  toJson,
  type Value_Scalar,
} from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { type Field, jsonArray, jsonObject, jsonText } from "./json.ts";
import { allocationRole, resourcesJson } from "./resources.ts";

/** A task as the v0 endpoints show it. */
export function taskJson(task: Task): string {
  return jsonObject([
    ["id", jsonText(task.task_id.value)],
    ["name", jsonText(task.name)],
    ["framework_id", jsonText(task.framework_id.value)],
    ["executor_id", jsonText(task.executor_id?.value ?? "")],
    ["slave_id", jsonText(task.agent_id.value)],
    ["state", jsonText(task.state)],
    ["resources", resourcesJson(Resources.of(task.resources))],
    ["limits", limitsJson(task.limits)],
    ["role", jsonText(allocationRole(task.resources) ?? "")],
    ["statuses", jsonArray(task.statuses ?? [], statusJson)],
    ["user", jsonText(task.user)],
    ["labels", labelsJson(task.labels)],
    ["discovery", task.discovery && toJson(DiscoveryInfo, task.discovery, "v0")],
    ["container", task.container && toJson(ContainerInfo, task.container, "v0")],
    ["health_check", task.health_check && toJson(HealthCheck, task.health_check, "v0")],
  ]);
}

/** A task that waits for its executor. */
export function queuedTaskJson(info: TaskInfo): string {
  return jsonObject([
    ["id", jsonText(info.task_id.value)],
    ["name", jsonText(info.name)],
    ["slave_id", jsonText(info.agent_id.value)],
    ["resources", resourcesJson(Resources.of(info.resources))],
    ["role", jsonText(allocationRole(info.resources) ?? "")],
    ["command", info.command && commandJson(info.command)],
    ["executor_id", jsonText(info.executor?.executor_id.value)],
    ["discovery", info.discovery && toJson(DiscoveryInfo, info.discovery, "v0")],
  ]);
}

function statusJson(status: TaskStatus): string {
  return jsonObject([
    ["state", jsonText(status.state)],
    ["timestamp", jsonDouble(status.timestamp ?? 0)],
    ["labels", labelsJson(status.labels)],
    ["container_status", status.container_status && containerStatusJson(status.container_status)],
    ["healthy", status.healthy === undefined ? undefined : String(status.healthy)],
  ]);
}

function containerStatusJson({
  container_id,
  network_infos,
  cgroup_info,
}: ContainerStatus): string {
  return toJson(
    ContainerStatus,
    {
      container_id,
      network_infos: network_infos?.length === 0 ? undefined : network_infos,
      cgroup_info,
    },
    "v0",
  );
}

export function labelsJson(labels: Labels | undefined): string | undefined {
  return labels && jsonArray(labels.labels ?? [], (label) => toJson(Label, label, "v0"));
}

function limitsJson(
  limits: Readonly<Record<string, Value_Scalar>> | undefined,
): string | undefined {
  const entries = Object.entries(limits ?? {});
  if (entries.length === 0) return undefined;
  return jsonObject(entries.map(([name, { value }]): Field => [name, jsonDouble(value)]));
}

function commandJson(command: CommandInfo): string {
  return jsonObject([
    ["shell", command.shell === undefined ? undefined : String(command.shell)],
    ["value", jsonText(command.value)],
    ["argv", JSON.stringify(command.arguments ?? [])],
    ["environment", command.environment && toJson(Environment, command.environment, "v0")],
    [
      "uris",
      jsonArray(command.uris ?? [], ({ value, executable }) =>
        jsonObject([
          ["value", jsonText(value)],
          ["executable", String(executable ?? false)],
        ]),
      ),
    ],
  ]);
}
