// Generated from schema/other/authorizer.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";
import * as $v1_quota from "../v1/quota.ts";

export interface Subject extends Message {
  value?: string | undefined;
  claims?: $v1_mesos.Labels | undefined;
}
export const Subject: MessageType<Subject> = messageType(
  "mesos.authorization.Subject",
  () => [
    ["value", 1, "optional", "string"],
    ["claims", 2, "optional", $v1_mesos.Labels],
  ],
  encodeSubject,
  decodeSubject,
);
export function encodeSubject(m: Subject, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.claims !== undefined) { const v = m.claims; w.uint32(18); { const b = w.open(); $v1_mesos.encodeLabels(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeSubject(r: Reader, end: number, m: Subject = {} as Subject): Subject {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      case 18: m.claims = $v1_mesos.decodeLabels(r, r.open(end), m.claims); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Object extends Message {
  value?: string | undefined;
  framework_info?: $v1_mesos.FrameworkInfo | undefined;
  task?: $v1_mesos.Task | undefined;
  task_info?: $v1_mesos.TaskInfo | undefined;
  executor_info?: $v1_mesos.ExecutorInfo | undefined;
  quota_info?: $v1_quota.QuotaInfo | undefined;
  weight_info?: $v1_mesos.WeightInfo | undefined;
  resource?: $v1_mesos.Resource | undefined;
  command_info?: $v1_mesos.CommandInfo | undefined;
  container_id?: $v1_mesos.ContainerID | undefined;
  machine_id?: $v1_mesos.MachineID | undefined;
}
export const Object: MessageType<Object> = messageType(
  "mesos.authorization.Object",
  () => [
    ["value", 1, "optional", "string"],
    ["framework_info", 2, "optional", $v1_mesos.FrameworkInfo],
    ["task", 3, "optional", $v1_mesos.Task],
    ["task_info", 4, "optional", $v1_mesos.TaskInfo],
    ["executor_info", 5, "optional", $v1_mesos.ExecutorInfo],
    ["quota_info", 6, "optional", $v1_quota.QuotaInfo, { deprecated: true }],
    ["weight_info", 7, "optional", $v1_mesos.WeightInfo],
    ["resource", 8, "optional", $v1_mesos.Resource],
    ["command_info", 9, "optional", $v1_mesos.CommandInfo],
    ["container_id", 10, "optional", $v1_mesos.ContainerID],
    ["machine_id", 11, "optional", $v1_mesos.MachineID],
  ],
  encodeObject,
  decodeObject,
);
export function encodeObject(m: Object, w: Writer): void {
  if (m.value !== undefined) { const v = m.value; w.uint32(10); w.string(v); }
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.task !== undefined) { const v = m.task; w.uint32(26); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.task_info !== undefined) { const v = m.task_info; w.uint32(34); { const b = w.open(); $v1_mesos.encodeTaskInfo(v, w); w.close(b); } }
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(42); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.quota_info !== undefined) { const v = m.quota_info; w.uint32(50); { const b = w.open(); $v1_quota.encodeQuotaInfo(v, w); w.close(b); } }
  if (m.weight_info !== undefined) { const v = m.weight_info; w.uint32(58); { const b = w.open(); $v1_mesos.encodeWeightInfo(v, w); w.close(b); } }
  if (m.resource !== undefined) { const v = m.resource; w.uint32(66); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.command_info !== undefined) { const v = m.command_info; w.uint32(74); { const b = w.open(); $v1_mesos.encodeCommandInfo(v, w); w.close(b); } }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(82); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.machine_id !== undefined) { const v = m.machine_id; w.uint32(90); { const b = w.open(); $v1_mesos.encodeMachineID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeObject(r: Reader, end: number, m: Object = {} as Object): Object {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.value = r.string(); break;
      case 18: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 26: m.task = $v1_mesos.decodeTask(r, r.open(end), m.task); break;
      case 34: m.task_info = $v1_mesos.decodeTaskInfo(r, r.open(end), m.task_info); break;
      case 42: m.executor_info = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      case 50: m.quota_info = $v1_quota.decodeQuotaInfo(r, r.open(end), m.quota_info); break;
      case 58: m.weight_info = $v1_mesos.decodeWeightInfo(r, r.open(end), m.weight_info); break;
      case 66: m.resource = $v1_mesos.decodeResource(r, r.open(end), m.resource); break;
      case 74: m.command_info = $v1_mesos.decodeCommandInfo(r, r.open(end), m.command_info); break;
      case 82: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 90: m.machine_id = $v1_mesos.decodeMachineID(r, r.open(end), m.machine_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Request extends Message {
  subject?: Subject | undefined;
  action?: Action | undefined;
  object?: Object | undefined;
}
export const Request: MessageType<Request> = messageType(
  "mesos.authorization.Request",
  () => [
    ["subject", 1, "optional", Subject],
    ["action", 2, "optional", Action],
    ["object", 3, "optional", Object],
  ],
  encodeRequest,
  decodeRequest,
);
export function encodeRequest(m: Request, w: Writer): void {
  if (m.subject !== undefined) { const v = m.subject; w.uint32(10); { const b = w.open(); encodeSubject(v, w); w.close(b); } }
  if (m.action !== undefined) { const v = m.action; { const n = Action.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.object !== undefined) { const v = m.object; w.uint32(26); { const b = w.open(); encodeObject(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRequest(r: Reader, end: number, m: Request = {} as Request): Request {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.subject = decodeSubject(r, r.open(end), m.subject); break;
      case 16: { const v = Action.names.get(r.int32()) as Action | undefined; if (v === undefined) r.keep(m, start); else m.action = v; break; }
      case 26: m.object = decodeObject(r, r.open(end), m.object); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Action = "UNKNOWN" | "REGISTER_FRAMEWORK" | "REGISTER_FRAMEWORK_WITH_ROLE" | "RUN_TASK" | "TEARDOWN_FRAMEWORK" | "TEARDOWN_FRAMEWORK_WITH_PRINCIPAL" | "RESERVE_RESOURCES" | "RESERVE_RESOURCES_WITH_ROLE" | "UNRESERVE_RESOURCES" | "UNRESERVE_RESOURCES_WITH_PRINCIPAL" | "CREATE_VOLUME" | "CREATE_VOLUME_WITH_ROLE" | "DESTROY_VOLUME" | "DESTROY_VOLUME_WITH_PRINCIPAL" | "GET_ENDPOINT_WITH_PATH" | "VIEW_ROLE" | "UPDATE_WEIGHT" | "UPDATE_WEIGHT_WITH_ROLE" | "GET_QUOTA" | "GET_QUOTA_WITH_ROLE" | "UPDATE_QUOTA" | "UPDATE_QUOTA_WITH_CONFIG" | "VIEW_FRAMEWORK" | "VIEW_TASK" | "VIEW_EXECUTOR" | "ACCESS_SANDBOX" | "ACCESS_MESOS_LOG" | "VIEW_FLAGS" | "LAUNCH_NESTED_CONTAINER" | "KILL_NESTED_CONTAINER" | "WAIT_NESTED_CONTAINER" | "LAUNCH_NESTED_CONTAINER_SESSION" | "ATTACH_CONTAINER_INPUT" | "ATTACH_CONTAINER_OUTPUT" | "VIEW_CONTAINER" | "SET_LOG_LEVEL" | "REMOVE_NESTED_CONTAINER" | "REGISTER_AGENT" | "UPDATE_MAINTENANCE_SCHEDULE" | "GET_MAINTENANCE_SCHEDULE" | "START_MAINTENANCE" | "STOP_MAINTENANCE" | "GET_MAINTENANCE_STATUS" | "DRAIN_AGENT" | "DEACTIVATE_AGENT" | "REACTIVATE_AGENT" | "MARK_AGENT_GONE" | "LAUNCH_STANDALONE_CONTAINER" | "KILL_STANDALONE_CONTAINER" | "WAIT_STANDALONE_CONTAINER" | "REMOVE_STANDALONE_CONTAINER" | "VIEW_STANDALONE_CONTAINER" | "MODIFY_RESOURCE_PROVIDER_CONFIG" | "MARK_RESOURCE_PROVIDER_GONE" | "VIEW_RESOURCE_PROVIDER" | "PRUNE_IMAGES" | "RESIZE_VOLUME" | "CREATE_BLOCK_DISK" | "DESTROY_BLOCK_DISK" | "CREATE_MOUNT_DISK" | "DESTROY_MOUNT_DISK" | "DESTROY_RAW_DISK";
export const Action: EnumType = enumType("mesos.authorization.Action", { UNKNOWN: 0, REGISTER_FRAMEWORK: 1, REGISTER_FRAMEWORK_WITH_ROLE: 1, RUN_TASK: 2, TEARDOWN_FRAMEWORK: 3, TEARDOWN_FRAMEWORK_WITH_PRINCIPAL: 3, RESERVE_RESOURCES: 4, RESERVE_RESOURCES_WITH_ROLE: 4, UNRESERVE_RESOURCES: 5, UNRESERVE_RESOURCES_WITH_PRINCIPAL: 5, CREATE_VOLUME: 6, CREATE_VOLUME_WITH_ROLE: 6, DESTROY_VOLUME: 7, DESTROY_VOLUME_WITH_PRINCIPAL: 7, GET_ENDPOINT_WITH_PATH: 8, VIEW_ROLE: 9, UPDATE_WEIGHT: 10, UPDATE_WEIGHT_WITH_ROLE: 10, GET_QUOTA: 11, GET_QUOTA_WITH_ROLE: 11, UPDATE_QUOTA: 12, UPDATE_QUOTA_WITH_CONFIG: 50, VIEW_FRAMEWORK: 13, VIEW_TASK: 14, VIEW_EXECUTOR: 15, ACCESS_SANDBOX: 16, ACCESS_MESOS_LOG: 17, VIEW_FLAGS: 18, LAUNCH_NESTED_CONTAINER: 19, KILL_NESTED_CONTAINER: 20, WAIT_NESTED_CONTAINER: 21, LAUNCH_NESTED_CONTAINER_SESSION: 22, ATTACH_CONTAINER_INPUT: 23, ATTACH_CONTAINER_OUTPUT: 24, VIEW_CONTAINER: 25, SET_LOG_LEVEL: 26, REMOVE_NESTED_CONTAINER: 27, REGISTER_AGENT: 28, UPDATE_MAINTENANCE_SCHEDULE: 29, GET_MAINTENANCE_SCHEDULE: 30, START_MAINTENANCE: 31, STOP_MAINTENANCE: 32, GET_MAINTENANCE_STATUS: 33, DRAIN_AGENT: 51, DEACTIVATE_AGENT: 52, REACTIVATE_AGENT: 53, MARK_AGENT_GONE: 34, LAUNCH_STANDALONE_CONTAINER: 35, KILL_STANDALONE_CONTAINER: 36, WAIT_STANDALONE_CONTAINER: 37, REMOVE_STANDALONE_CONTAINER: 38, VIEW_STANDALONE_CONTAINER: 40, MODIFY_RESOURCE_PROVIDER_CONFIG: 39, MARK_RESOURCE_PROVIDER_GONE: 48, VIEW_RESOURCE_PROVIDER: 47, PRUNE_IMAGES: 41, RESIZE_VOLUME: 42, CREATE_BLOCK_DISK: 43, DESTROY_BLOCK_DISK: 44, CREATE_MOUNT_DISK: 45, DESTROY_MOUNT_DISK: 46, DESTROY_RAW_DISK: 49 }, {  });
