/** The calls of the operator APIs in an order in which each has something to do, and what they do. */
import { expect } from "vitest";
import type { OperatorClient } from "./operator-client.ts";
import type { Program } from "./programs.ts";
import type { Json } from "./recordings.ts";

const NS_PER_SECOND = 1_000_000_000;
const MACHINE = { hostname: "elsewhere", ip: "10.9.8.7" };
const SCHEDULE = {
  windows: [
    {
      machine_ids: [MACHINE],
      unavailability: { start: { nanoseconds: 4_000_000_000 * NS_PER_SECOND } },
    },
  ],
};

const reservations = [{ type: "DYNAMIC", role: "ops", principal: "me" }];
const disk = (value: number): object => ({
  name: "disk",
  type: "SCALAR",
  scalar: { value },
  reservations,
});
const volume = (value: number): object => ({
  ...disk(value),
  disk: {
    persistence: { id: "data", principal: "me" },
    volume: { mode: "RW", container_path: "data" },
  },
});

/** What the calls below are about. */
export interface Place {
  readonly master: Program;
  readonly agent: Program;
  readonly agentId: string;
  readonly frameworkId: string;
  readonly client: OperatorClient;
}

/** A call, what it is answered with, and what must be so then, at once or soon. */
export interface Step {
  readonly call: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly status?: number;
  readonly text?: string | RegExp;
  readonly reply?: object;
  /** A read that shows what was changed. */
  readonly after?: { readonly read: string; readonly shows: (reply: Json) => unknown };
}

const only = (reply: Json): Json => reply["get_agents"]?.["agents"]?.[0] as Json;
const disksOf = (reply: Json): number[] =>
  (only(reply)?.["total_resources"] ?? [])
    .filter((each) => each["name"] === "disk" && each["reservations"] !== undefined)
    .map((each) => Number(each["scalar"]?.["value"]))
    .sort((a, b) => a - b);
const disks = (...wanted: number[]) => ({
  read: "GET_AGENTS",
  shows: (reply: Json) => JSON.stringify(disksOf(reply)) === JSON.stringify(wanted),
});

export function masterSteps({ agentId, frameworkId }: Place): Step[] {
  const agent_id = { value: agentId };
  const quota = (cpus: number) => [{ role: "dev", limits: { cpus: { value: cpus } } }];
  return [
    { call: { type: "UNKNOWN" }, status: 501, text: "501 Not Implemented." },
    { call: { type: "GET_HEALTH" }, reply: { get_health: { healthy: true } } },
    {
      call: { type: "GET_FLAGS" },
      reply: {
        get_flags: { flags: expect.arrayContaining([{ name: "cluster", value: "golden" }]) },
      },
    },
    {
      call: { type: "GET_VERSION" },
      reply: { get_version: { version_info: { version: "1.12.0" } } },
    },
    {
      call: { type: "GET_METRICS", get_metrics: { timeout: { nanoseconds: NS_PER_SECOND } } },
      reply: { get_metrics: { metrics: metric("master/elected", 1) } },
    },
    { call: { type: "GET_LOGGING_LEVEL" }, reply: { get_logging_level: { level: 0 } } },
    {
      call: setLevel(2),
      after: { read: "GET_LOGGING_LEVEL", shows: (reply) => levelOf(reply) === 2 },
    },
    {
      call: setLevel(0),
      after: { read: "GET_LOGGING_LEVEL", shows: (reply) => levelOf(reply) === 0 },
    },
    {
      call: { type: "LIST_FILES", list_files: { path: "/master/log" } },
      reply: { list_files: {} },
    },
    { call: { type: "LIST_FILES", list_files: { path: "/nowhere" } }, status: 404, text: "" },
    {
      call: { type: "READ_FILE", read_file: { path: "/master/log", offset: 0, length: 8 } },
      reply: { read_file: { data: /^[A-Za-z0-9+/]{11}=$/, size: expect.any(Number) } },
    },
    { call: { type: "READ_FILE", read_file: { path: "/x", offset: 0 } }, status: 404, text: "" },
    {
      call: { type: "GET_STATE" },
      reply: {
        get_state: {
          get_tasks: { tasks: [{ task_id: { value: "t" } }] },
          get_frameworks: { frameworks: [{ framework_info: { name: "called" } }] },
          get_agents: { agents: [{ agent_info: { id: agent_id } }] },
          get_executors: {},
        },
      },
    },
    { call: { type: "GET_AGENTS" }, reply: { get_agents: { agents: [{ active: true }] } } },
    {
      call: { type: "GET_FRAMEWORKS" },
      reply: { get_frameworks: { frameworks: [{ connected: true }] } },
    },
    { call: { type: "GET_EXECUTORS" }, reply: { get_executors: {} } },
    { call: { type: "GET_OPERATIONS" }, reply: { get_operations: {} } },
    {
      call: { type: "GET_TASKS" },
      reply: { get_tasks: { tasks: [{ state: "TASK_RUNNING" }] } },
    },
    { call: { type: "GET_ROLES" }, reply: { get_roles: { roles: [{ name: "dev", weight: 1 }] } } },
    { call: { type: "GET_WEIGHTS" }, reply: { type: "GET_WEIGHTS" } },
    {
      call: {
        type: "UPDATE_WEIGHTS",
        update_weights: { weight_infos: [{ role: "dev", weight: 2.5 }] },
      },
      after: {
        read: "GET_WEIGHTS",
        shows: (reply) => Number(reply["get_weights"]?.["weight_infos"]?.[0]?.["weight"]) === 2.5,
      },
    },
    {
      call: { type: "GET_MASTER" },
      reply: { get_master: { master_info: { hostname: "localhost" } } },
    },
    ...volumeSteps(agent_id),
    ...maintenanceSteps(),
    { call: { type: "GET_QUOTA" }, reply: { get_quota: { status: {} } } },
    {
      call: { type: "UPDATE_QUOTA", update_quota: { quota_configs: quota(2) } },
      after: { read: "GET_QUOTA", shows: (reply) => configs(reply).includes("limits") },
    },
    {
      call: {
        type: "UPDATE_QUOTA",
        update_quota: { quota_configs: [{ role: "dev" }] },
      },
      after: { read: "GET_QUOTA", shows: (reply) => !configs(reply).includes("limits") },
    },
    {
      call: {
        type: "SET_QUOTA",
        set_quota: {
          quota_request: {
            role: "old",
            guarantee: [{ name: "cpus", type: "SCALAR", scalar: { value: 1 } }],
          },
        },
      },
      after: { read: "GET_QUOTA", shows: (reply) => configs(reply).includes('"role":"old"') },
    },
    {
      call: { type: "REMOVE_QUOTA", remove_quota: { role: "old" } },
      after: { read: "GET_QUOTA", shows: (reply) => !configs(reply).includes('"role":"old"') },
    },
    {
      call: { type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id } },
      after: { read: "GET_AGENTS", shows: (reply) => Boolean(only(reply)["deactivated"]) },
    },
    {
      call: { type: "REACTIVATE_AGENT", reactivate_agent: { agent_id } },
      after: { read: "GET_AGENTS", shows: (reply) => !only(reply)["deactivated"] },
    },
    {
      call: { type: "TEARDOWN", teardown: { framework_id: { value: frameworkId } } },
      after: {
        read: "GET_FRAMEWORKS",
        shows: (reply) => reply["get_frameworks"]?.["completed_frameworks"]?.length === 1,
      },
    },
    {
      call: {
        type: "DRAIN_AGENT",
        drain_agent: { agent_id, max_grace_period: { seconds: 1 }, mark_gone: false },
      },
      after: {
        read: "GET_AGENTS",
        shows: (reply) => String(only(reply)["drain_info"]?.["state"]) === "DRAINED",
      },
    },
    {
      call: { type: "DRAIN_AGENT", drain_agent: { agent_id: { value: "nobody" } } },
      status: 400,
      text: "Unknown agent",
    },
    { call: { type: "REACTIVATE_AGENT", reactivate_agent: { agent_id } } },
    {
      call: { type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id } },
      after: {
        read: "GET_AGENTS",
        shows: (reply) => only(reply) === undefined,
      },
    },
    {
      call: { type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: "nobody" } } },
      status: 404,
      text: "Agent 'nobody' not found",
    },
  ];
}

function volumeSteps(agent_id: object): Step[] {
  const done = { status: 202, text: "" };
  return [
    {
      call: { type: "RESERVE_RESOURCES", reserve_resources: { agent_id, resources: [disk(200)] } },
      ...done,
      after: disks(200),
    },
    {
      call: { type: "CREATE_VOLUMES", create_volumes: { agent_id, volumes: [volume(64)] } },
      ...done,
      after: disks(64, 136),
    },
    {
      call: {
        type: "GROW_VOLUME",
        grow_volume: { agent_id, volume: volume(64), addition: disk(36) },
      },
      ...done,
      after: disks(100, 100),
    },
    {
      call: {
        type: "SHRINK_VOLUME",
        shrink_volume: { agent_id, volume: volume(100), subtract: { value: 90 } },
      },
      ...done,
      after: disks(10, 190),
    },
    {
      call: { type: "DESTROY_VOLUMES", destroy_volumes: { agent_id, volumes: [volume(10)] } },
      ...done,
      after: disks(200),
    },
    {
      call: {
        type: "UNRESERVE_RESOURCES",
        unreserve_resources: { agent_id, resources: [disk(200)] },
      },
      ...done,
      after: disks(),
    },
    {
      call: {
        type: "UNRESERVE_RESOURCES",
        unreserve_resources: { agent_id, resources: [disk(200)] },
      },
      status: 409,
      text: /does not contain disk\(reservations: \[\(DYNAMIC,ops,me\)\]\):200$/,
    },
  ];
}

function maintenanceSteps(): Step[] {
  const status = (reply: Json): string => JSON.stringify(reply["get_maintenance_status"]);
  return [
    {
      call: {
        type: "UPDATE_MAINTENANCE_SCHEDULE",
        update_maintenance_schedule: { schedule: SCHEDULE },
      },
      after: {
        read: "GET_MAINTENANCE_SCHEDULE",
        shows: (reply) => JSON.stringify(reply).includes(MACHINE.hostname),
      },
    },
    {
      call: { type: "GET_MAINTENANCE_STATUS" },
      reply: {
        get_maintenance_status: { status: { draining_machines: [{ id: MACHINE }] } },
      },
    },
    {
      call: { type: "START_MAINTENANCE", start_maintenance: { machines: [MACHINE] } },
      after: {
        read: "GET_MAINTENANCE_STATUS",
        shows: (reply) => /down_machines/.test(status(reply)),
      },
    },
    {
      call: { type: "STOP_MAINTENANCE", stop_maintenance: { machines: [MACHINE] } },
      after: {
        read: "GET_MAINTENANCE_STATUS",
        shows: (reply) => !status(reply).includes(MACHINE.hostname),
      },
    },
    {
      call: { type: "STOP_MAINTENANCE", stop_maintenance: { machines: [MACHINE] } },
      status: 400,
      text: /is not part of a maintenance schedule/,
    },
  ];
}

export function agentSteps({ agentId, frameworkId }: Place): Step[] {
  const refused = (type: string, payload: object, why: string): Step => ({
    call: { type, ...payload },
    status: 501,
    text: `${type} is not supported by this release: ${why}`,
  });
  const noProviders = "there are no resource providers";
  const info = { type: "org.example", name: "disks" };
  return [
    { call: { type: "UNKNOWN" }, status: 501, text: "501 Not Implemented." },
    { call: { type: "GET_HEALTH" }, reply: { get_health: { healthy: true } } },
    {
      call: { type: "GET_FLAGS" },
      reply: {
        get_flags: {
          flags: expect.arrayContaining([expect.objectContaining({ name: "work_dir" })]),
        },
      },
    },
    {
      call: { type: "GET_VERSION" },
      reply: { get_version: { version_info: { version: "1.12.0" } } },
    },
    {
      call: { type: "GET_METRICS", get_metrics: {} },
      reply: { get_metrics: { metrics: metric("slave/tasks_running", 1) } },
    },
    { call: { type: "GET_LOGGING_LEVEL" }, reply: { get_logging_level: { level: 0 } } },
    {
      call: setLevel(1),
      after: { read: "GET_LOGGING_LEVEL", shows: (reply) => levelOf(reply) === 1 },
    },
    { call: { type: "LIST_FILES", list_files: { path: "/slave/log" } }, reply: { list_files: {} } },
    {
      call: { type: "READ_FILE", read_file: { path: "/slave/log", offset: 0, length: 8 } },
      reply: { read_file: { data: /^[A-Za-z0-9+/]{11}=$/ } },
    },
    {
      call: { type: "GET_STATE" },
      reply: { get_state: { get_tasks: { launched_tasks: [{ task_id: { value: "t" } }] } } },
    },
    {
      call: { type: "GET_CONTAINERS", get_containers: {} },
      reply: { get_containers: { containers: [{ framework_id: { value: frameworkId } }] } },
    },
    {
      call: { type: "GET_FRAMEWORKS" },
      reply: { get_frameworks: { frameworks: [{ framework_info: { name: "called" } }] } },
    },
    {
      call: { type: "GET_EXECUTORS" },
      reply: { get_executors: { executors: [{ executor_info: { executor_id: { value: "t" } } }] } },
    },
    { call: { type: "GET_OPERATIONS" }, reply: { get_operations: {} } },
    {
      call: { type: "GET_TASKS" },
      reply: { get_tasks: { launched_tasks: [{ state: "TASK_RUNNING" }] } },
    },
    {
      call: { type: "GET_AGENT" },
      reply: { get_agent: { agent_info: { id: { value: agentId } } } },
    },
    { call: { type: "GET_RESOURCE_PROVIDERS" }, reply: { get_resource_providers: {} } },
    refused(
      "ADD_RESOURCE_PROVIDER_CONFIG",
      { add_resource_provider_config: { info } },
      noProviders,
    ),
    refused(
      "UPDATE_RESOURCE_PROVIDER_CONFIG",
      { update_resource_provider_config: { info } },
      noProviders,
    ),
    refused(
      "REMOVE_RESOURCE_PROVIDER_CONFIG",
      { remove_resource_provider_config: info },
      noProviders,
    ),
    refused(
      "MARK_RESOURCE_PROVIDER_GONE",
      { mark_resource_provider_gone: { resource_provider_id: { value: "x" } } },
      noProviders,
    ),
    refused("PRUNE_IMAGES", { prune_images: {} }, "there is no store of images"),
  ];
}

function setLevel(level: number): Step["call"] {
  const duration = { nanoseconds: 3600 * NS_PER_SECOND };
  return { type: "SET_LOGGING_LEVEL", set_logging_level: { level, duration } };
}

function levelOf(reply: Json): number {
  return Number(reply["get_logging_level"]?.["level"]);
}

function metric(name: string, value: number): unknown {
  return expect.arrayContaining([{ name, value }]);
}

function configs(reply: Json): string {
  return JSON.stringify(reply["get_quota"]?.["status"]?.["configs"] ?? []);
}
