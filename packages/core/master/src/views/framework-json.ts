import {
  type CommandInfo,
  Environment,
  type ExecutorInfo,
  jsonDouble,
  scheduler,
} from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import type { OfferRecord } from "../model.ts";
import type { FrameworkFacts } from "./framework-facts.ts";
import { array, message, object, optionalText, resourcesJson, seconds, text } from "./json.ts";
import { labelsJson } from "./task-json.ts";

type Fields = Record<string, string | undefined>;

/** A framework as `/state-summary` shows it, less its counts. */
export function frameworkFields(framework: FrameworkFacts): Fields {
  const { info, connection } = framework;
  return {
    id: text(framework.id),
    name: text(info.name),
    pid: connection.type === "pid" ? text(connection.pid) : undefined,
    used_resources: resourcesJson(Resources.sum(framework.used)),
    offered_resources: resourcesJson(offered(framework)),
    capabilities: array([...framework.capabilities].map(text)),
    hostname: text(info.hostname ?? ""),
    webui_url: text(info.webui_url ?? ""),
    active: String(framework.active),
    connected: String(framework.phase === "connected"),
    recovered: String(framework.phase === "recovered"),
  };
}

/** A framework as `/state` and `/frameworks` show it, but for its tasks, executors and offers. */
export function frameworkHead(framework: FrameworkFacts): Fields {
  const { info, registeredMs, reregisteredMs } = framework;
  const held = Resources.sum(framework.used).plus(offered(framework));
  return {
    ...frameworkFields(framework),
    user: text(info.user),
    failover_timeout: jsonDouble(info.failover_timeout ?? 0),
    checkpoint: String(info.checkpoint ?? false),
    registered_time: seconds(registeredMs),
    unregistered_time: seconds(framework.unregisteredMs),
    principal: optionalText(info.principal),
    resources: resourcesJson(held),
    reregistered_time: registeredMs === reregisteredMs ? undefined : seconds(reregisteredMs),
    ...(framework.capabilities.has("MULTI_ROLE")
      ? { roles: array((info.roles ?? []).map(text)) }
      : { role: text(info.role ?? "*") }),
    labels: info.labels && labelsJson(info.labels),
    offer_constraints: message(scheduler.OfferConstraints, framework.constraints.message),
  };
}

function offered({ offers }: FrameworkFacts): Resources {
  return Resources.sum(offers.map(({ resources }) => resources));
}

export function offerJson({ id, framework, agent, resources, role }: OfferRecord): string {
  return object({
    id: text(id),
    framework_id: text(framework.id),
    allocation_info: object({ role: text(role) }),
    slave_id: text(agent.id),
    resources: resourcesJson(resources),
  });
}

export function executorJson(info: ExecutorInfo, resources: Resources, agentId: string): string {
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
