import {
  type CommandInfo,
  Environment,
  type ExecutorInfo,
  jsonDouble,
  scheduler,
} from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import { type Framework, has, isConnected, type OfferRecord, pidOf } from "../model.ts";
import { offeredResources } from "../offers.ts";
import { allocatedResources } from "./framework-message.ts";
import { array, message, object, optionalText, resourcesJson, seconds, text } from "./json.ts";
import { labelsJson, taskJson } from "./task-json.ts";

type Fields = Record<string, string | undefined>;

/** A framework as `/state-summary` shows it, less its counts. */
export function frameworkFields(framework: Framework): Fields {
  const { info } = framework;
  return {
    id: text(framework.id),
    name: text(info.name),
    pid: optionalText(pidOf(framework)),
    used_resources: resourcesJson(allocatedResources(framework)),
    offered_resources: resourcesJson(offeredResources(framework.offers)),
    capabilities: array([...framework.capabilities].map(text)),
    hostname: text(info.hostname ?? ""),
    webui_url: text(info.webui_url ?? ""),
    active: String(framework.active),
    connected: String(isConnected(framework)),
    recovered: String(framework.phase === "recovered"),
  };
}

/** A framework as `/state` and `/frameworks` show it. */
export function frameworkJson(framework: Framework): string {
  const { info, registeredMs, reregisteredMs } = framework;
  const held = allocatedResources(framework).plus(offeredResources(framework.offers));
  return object({
    ...frameworkFields(framework),
    user: text(info.user),
    failover_timeout: jsonDouble(info.failover_timeout ?? 0),
    checkpoint: String(info.checkpoint ?? false),
    registered_time: seconds(registeredMs),
    unregistered_time: seconds(framework.unregisteredMs),
    principal: optionalText(info.principal),
    resources: resourcesJson(held),
    reregistered_time: registeredMs === reregisteredMs ? undefined : seconds(reregisteredMs),
    ...(has(framework, "MULTI_ROLE")
      ? { roles: array((info.roles ?? []).map(text)) }
      : { role: text(info.role ?? "*") }),
    tasks: array([...framework.tasks.values()].map(taskJson)),
    unreachable_tasks: array([...framework.unreachableTasks.values()].map(taskJson)),
    completed_tasks: array([...framework.completedTasks].map(taskJson)),
    offers: array([...framework.offers].map(offerJson)),
    executors: array(executorsJson(framework)),
    labels: info.labels && labelsJson(info.labels),
    offer_constraints: message(scheduler.OfferConstraints, framework.constraints.message),
  });
}

function offerJson({ id, framework, agent, resources, role }: OfferRecord): string {
  return object({
    id: text(id),
    framework_id: text(framework.id),
    allocation_info: object({ role: text(role) }),
    slave_id: text(agent.id),
    resources: resourcesJson(resources),
  });
}

function executorsJson(framework: Framework): string[] {
  return [...framework.placements.values()].flatMap(({ agentId, executors }) =>
    [...executors.values()].map(({ info, resources }) => executorJson(info, resources, agentId)),
  );
}

function executorJson(info: ExecutorInfo, resources: Resources, agentId: string): string {
  const role = info.resources?.[0]?.allocation_info?.role;
  return object({
    executor_id: text(info.executor_id.value),
    name: text(info.name ?? ""),
    framework_id: text(info.framework_id?.value ?? ""),
    command: commandJson(info.command ?? {}),
    resources: resourcesJson(resources),
    role: optionalText(role),
    labels: info.labels && labelsJson(info.labels),
    slave_id: text(agentId),
  });
}

function commandJson(command: CommandInfo): string {
  const { shell, value, environment } = command;
  return object({
    shell: shell === undefined ? undefined : String(shell),
    value: optionalText(value),
    argv: array((command.arguments ?? []).map(text)),
    environment: environment && message(Environment, environment),
    uris: array(
      (command.uris ?? []).map((uri) =>
        object({ value: text(uri.value), executable: String(uri.executable ?? false) }),
      ),
    ),
  });
}
