// Generated from schema/v1/executor.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface Event extends Message {
  type?: Event_Type | undefined;
  subscribed?: Event_Subscribed | undefined;
  acknowledged?: Event_Acknowledged | undefined;
  launch?: Event_Launch | undefined;
  launch_group?: Event_LaunchGroup | undefined;
  kill?: Event_Kill | undefined;
  message?: Event_Message | undefined;
  error?: Event_Error | undefined;
}
export const Event: MessageType<Event> = messageType(
  "mesos.v1.executor.Event",
  () => [
    ["type", 1, "optional", Event_Type],
    ["subscribed", 2, "optional", Event_Subscribed],
    ["acknowledged", 3, "optional", Event_Acknowledged],
    ["launch", 4, "optional", Event_Launch],
    ["launch_group", 8, "optional", Event_LaunchGroup],
    ["kill", 5, "optional", Event_Kill],
    ["message", 6, "optional", Event_Message],
    ["error", 7, "optional", Event_Error],
  ],
  encodeEvent,
  decodeEvent,
);
export function encodeEvent(m: Event, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Event_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.subscribed !== undefined) { const v = m.subscribed; w.uint32(18); { const b = w.open(); encodeEvent_Subscribed(v, w); w.close(b); } }
  if (m.acknowledged !== undefined) { const v = m.acknowledged; w.uint32(26); { const b = w.open(); encodeEvent_Acknowledged(v, w); w.close(b); } }
  if (m.launch !== undefined) { const v = m.launch; w.uint32(34); { const b = w.open(); encodeEvent_Launch(v, w); w.close(b); } }
  if (m.kill !== undefined) { const v = m.kill; w.uint32(42); { const b = w.open(); encodeEvent_Kill(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(50); { const b = w.open(); encodeEvent_Message(v, w); w.close(b); } }
  if (m.error !== undefined) { const v = m.error; w.uint32(58); { const b = w.open(); encodeEvent_Error(v, w); w.close(b); } }
  if (m.launch_group !== undefined) { const v = m.launch_group; w.uint32(66); { const b = w.open(); encodeEvent_LaunchGroup(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent(r: Reader, end: number, m: Event = {} as Event): Event {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Event_Type.names.get(r.int32()) as Event_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.subscribed = decodeEvent_Subscribed(r, r.open(end), m.subscribed); break;
      case 26: m.acknowledged = decodeEvent_Acknowledged(r, r.open(end), m.acknowledged); break;
      case 34: m.launch = decodeEvent_Launch(r, r.open(end), m.launch); break;
      case 66: m.launch_group = decodeEvent_LaunchGroup(r, r.open(end), m.launch_group); break;
      case 42: m.kill = decodeEvent_Kill(r, r.open(end), m.kill); break;
      case 50: m.message = decodeEvent_Message(r, r.open(end), m.message); break;
      case 58: m.error = decodeEvent_Error(r, r.open(end), m.error); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Event_Subscribed extends Message {
  executor_info: $v1_mesos.ExecutorInfo;
  framework_info: $v1_mesos.FrameworkInfo;
  agent_info: $v1_mesos.AgentInfo;
  container_id?: $v1_mesos.ContainerID | undefined;
}
export const Event_Subscribed: MessageType<Event_Subscribed> = messageType(
  "mesos.v1.executor.Event.Subscribed",
  () => [
    ["executor_info", 1, "required", $v1_mesos.ExecutorInfo],
    ["framework_info", 2, "required", $v1_mesos.FrameworkInfo],
    ["agent_info", 3, "required", $v1_mesos.AgentInfo, { v0: "slave_info" }],
    ["container_id", 4, "optional", $v1_mesos.ContainerID],
  ],
  encodeEvent_Subscribed,
  decodeEvent_Subscribed,
);
export function encodeEvent_Subscribed(m: Event_Subscribed, w: Writer): void {
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.agent_info !== undefined) { const v = m.agent_info; w.uint32(26); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(34); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Subscribed(r: Reader, end: number, m: Event_Subscribed = {} as Event_Subscribed): Event_Subscribed {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_info = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      case 18: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      case 26: m.agent_info = $v1_mesos.decodeAgentInfo(r, r.open(end), m.agent_info); break;
      case 34: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_info === undefined || m.framework_info === undefined || m.agent_info === undefined) r.incomplete = true;
  return m;
}

export interface Event_Launch extends Message {
  task: $v1_mesos.TaskInfo;
}
export const Event_Launch: MessageType<Event_Launch> = messageType(
  "mesos.v1.executor.Event.Launch",
  () => [
    ["task", 1, "required", $v1_mesos.TaskInfo],
  ],
  encodeEvent_Launch,
  decodeEvent_Launch,
);
export function encodeEvent_Launch(m: Event_Launch, w: Writer): void {
  if (m.task !== undefined) { const v = m.task; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Launch(r: Reader, end: number, m: Event_Launch = {} as Event_Launch): Event_Launch {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task = $v1_mesos.decodeTaskInfo(r, r.open(end), m.task); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task === undefined) r.incomplete = true;
  return m;
}

export interface Event_LaunchGroup extends Message {
  task_group: $v1_mesos.TaskGroupInfo;
}
export const Event_LaunchGroup: MessageType<Event_LaunchGroup> = messageType(
  "mesos.v1.executor.Event.LaunchGroup",
  () => [
    ["task_group", 1, "required", $v1_mesos.TaskGroupInfo],
  ],
  encodeEvent_LaunchGroup,
  decodeEvent_LaunchGroup,
);
export function encodeEvent_LaunchGroup(m: Event_LaunchGroup, w: Writer): void {
  if (m.task_group !== undefined) { const v = m.task_group; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskGroupInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_LaunchGroup(r: Reader, end: number, m: Event_LaunchGroup = {} as Event_LaunchGroup): Event_LaunchGroup {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task_group = $v1_mesos.decodeTaskGroupInfo(r, r.open(end), m.task_group); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task_group === undefined) r.incomplete = true;
  return m;
}

export interface Event_Kill extends Message {
  task_id: $v1_mesos.TaskID;
  kill_policy?: $v1_mesos.KillPolicy | undefined;
}
export const Event_Kill: MessageType<Event_Kill> = messageType(
  "mesos.v1.executor.Event.Kill",
  () => [
    ["task_id", 1, "required", $v1_mesos.TaskID],
    ["kill_policy", 2, "optional", $v1_mesos.KillPolicy],
  ],
  encodeEvent_Kill,
  decodeEvent_Kill,
);
export function encodeEvent_Kill(m: Event_Kill, w: Writer): void {
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.kill_policy !== undefined) { const v = m.kill_policy; w.uint32(18); { const b = w.open(); $v1_mesos.encodeKillPolicy(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Kill(r: Reader, end: number, m: Event_Kill = {} as Event_Kill): Event_Kill {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 18: m.kill_policy = $v1_mesos.decodeKillPolicy(r, r.open(end), m.kill_policy); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task_id === undefined) r.incomplete = true;
  return m;
}

export interface Event_Acknowledged extends Message {
  task_id: $v1_mesos.TaskID;
  uuid: Uint8Array;
}
export const Event_Acknowledged: MessageType<Event_Acknowledged> = messageType(
  "mesos.v1.executor.Event.Acknowledged",
  () => [
    ["task_id", 1, "required", $v1_mesos.TaskID],
    ["uuid", 2, "required", "bytes"],
  ],
  encodeEvent_Acknowledged,
  decodeEvent_Acknowledged,
);
export function encodeEvent_Acknowledged(m: Event_Acknowledged, w: Writer): void {
  if (m.task_id !== undefined) { const v = m.task_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskID(v, w); w.close(b); } }
  if (m.uuid !== undefined) { const v = m.uuid; w.uint32(18); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Acknowledged(r: Reader, end: number, m: Event_Acknowledged = {} as Event_Acknowledged): Event_Acknowledged {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.task_id = $v1_mesos.decodeTaskID(r, r.open(end), m.task_id); break;
      case 18: m.uuid = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.task_id === undefined || m.uuid === undefined) r.incomplete = true;
  return m;
}

export interface Event_Message extends Message {
  data: Uint8Array;
}
export const Event_Message: MessageType<Event_Message> = messageType(
  "mesos.v1.executor.Event.Message",
  () => [
    ["data", 1, "required", "bytes"],
  ],
  encodeEvent_Message,
  decodeEvent_Message,
);
export function encodeEvent_Message(m: Event_Message, w: Writer): void {
  if (m.data !== undefined) { const v = m.data; w.uint32(10); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Message(r: Reader, end: number, m: Event_Message = {} as Event_Message): Event_Message {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.data === undefined) r.incomplete = true;
  return m;
}

export interface Event_Error extends Message {
  message: string;
}
export const Event_Error: MessageType<Event_Error> = messageType(
  "mesos.v1.executor.Event.Error",
  () => [
    ["message", 1, "required", "string"],
  ],
  encodeEvent_Error,
  decodeEvent_Error,
);
export function encodeEvent_Error(m: Event_Error, w: Writer): void {
  if (m.message !== undefined) { const v = m.message; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeEvent_Error(r: Reader, end: number, m: Event_Error = {} as Event_Error): Event_Error {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.message = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.message === undefined) r.incomplete = true;
  return m;
}

export type Event_Type = "UNKNOWN" | "SUBSCRIBED" | "LAUNCH" | "LAUNCH_GROUP" | "KILL" | "ACKNOWLEDGED" | "MESSAGE" | "ERROR" | "SHUTDOWN" | "HEARTBEAT";
export const Event_Type: EnumType = enumType("mesos.v1.executor.Event.Type", { UNKNOWN: 0, SUBSCRIBED: 1, LAUNCH: 2, LAUNCH_GROUP: 8, KILL: 3, ACKNOWLEDGED: 4, MESSAGE: 5, ERROR: 6, SHUTDOWN: 7, HEARTBEAT: 9 }, {  });

export interface Call extends Message {
  executor_id: $v1_mesos.ExecutorID;
  framework_id: $v1_mesos.FrameworkID;
  type?: Call_Type | undefined;
  subscribe?: Call_Subscribe | undefined;
  update?: Call_Update | undefined;
  message?: Call_Message | undefined;
}
export const Call: MessageType<Call> = messageType(
  "mesos.v1.executor.Call",
  () => [
    ["executor_id", 1, "required", $v1_mesos.ExecutorID],
    ["framework_id", 2, "required", $v1_mesos.FrameworkID],
    ["type", 3, "optional", Call_Type],
    ["subscribe", 4, "optional", Call_Subscribe],
    ["update", 5, "optional", Call_Update],
    ["message", 6, "optional", Call_Message],
  ],
  encodeCall,
  decodeCall,
);
export function encodeCall(m: Call, w: Writer): void {
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; { const n = Call_Type.numbers[v]; if (n !== undefined) { w.uint32(24); w.int32(n); } } }
  if (m.subscribe !== undefined) { const v = m.subscribe; w.uint32(34); { const b = w.open(); encodeCall_Subscribe(v, w); w.close(b); } }
  if (m.update !== undefined) { const v = m.update; w.uint32(42); { const b = w.open(); encodeCall_Update(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(50); { const b = w.open(); encodeCall_Message(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall(r: Reader, end: number, m: Call = {} as Call): Call {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 18: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 24: { const v = Call_Type.names.get(r.int32()) as Call_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 34: m.subscribe = decodeCall_Subscribe(r, r.open(end), m.subscribe); break;
      case 42: m.update = decodeCall_Update(r, r.open(end), m.update); break;
      case 50: m.message = decodeCall_Message(r, r.open(end), m.message); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_id === undefined || m.framework_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_Subscribe extends Message {
  unacknowledged_tasks?: $v1_mesos.TaskInfo[] | undefined;
  unacknowledged_updates?: Call_Update[] | undefined;
}
export const Call_Subscribe: MessageType<Call_Subscribe> = messageType(
  "mesos.v1.executor.Call.Subscribe",
  () => [
    ["unacknowledged_tasks", 1, "repeated", $v1_mesos.TaskInfo],
    ["unacknowledged_updates", 2, "repeated", Call_Update],
  ],
  encodeCall_Subscribe,
  decodeCall_Subscribe,
);
export function encodeCall_Subscribe(m: Call_Subscribe, w: Writer): void {
  if (m.unacknowledged_tasks !== undefined) for (const v of m.unacknowledged_tasks) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskInfo(v, w); w.close(b); } }
  if (m.unacknowledged_updates !== undefined) for (const v of m.unacknowledged_updates) { w.uint32(18); { const b = w.open(); encodeCall_Update(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Subscribe(r: Reader, end: number, m: Call_Subscribe = {} as Call_Subscribe): Call_Subscribe {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeTaskInfo(r, r.open(end)); (m.unacknowledged_tasks ??= []).push(v); break; }
      case 18: { const v = decodeCall_Update(r, r.open(end)); (m.unacknowledged_updates ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_Update extends Message {
  status: $v1_mesos.TaskStatus;
}
export const Call_Update: MessageType<Call_Update> = messageType(
  "mesos.v1.executor.Call.Update",
  () => [
    ["status", 1, "required", $v1_mesos.TaskStatus],
  ],
  encodeCall_Update,
  decodeCall_Update,
);
export function encodeCall_Update(m: Call_Update, w: Writer): void {
  if (m.status !== undefined) { const v = m.status; w.uint32(10); { const b = w.open(); $v1_mesos.encodeTaskStatus(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Update(r: Reader, end: number, m: Call_Update = {} as Call_Update): Call_Update {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.status = $v1_mesos.decodeTaskStatus(r, r.open(end), m.status); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.status === undefined) r.incomplete = true;
  return m;
}

export interface Call_Message extends Message {
  data: Uint8Array;
}
export const Call_Message: MessageType<Call_Message> = messageType(
  "mesos.v1.executor.Call.Message",
  () => [
    ["data", 2, "required", "bytes"],
  ],
  encodeCall_Message,
  decodeCall_Message,
);
export function encodeCall_Message(m: Call_Message, w: Writer): void {
  if (m.data !== undefined) { const v = m.data; w.uint32(18); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_Message(r: Reader, end: number, m: Call_Message = {} as Call_Message): Call_Message {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 18: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.data === undefined) r.incomplete = true;
  return m;
}

export type Call_Type = "UNKNOWN" | "SUBSCRIBE" | "UPDATE" | "MESSAGE" | "HEARTBEAT";
export const Call_Type: EnumType = enumType("mesos.v1.executor.Call.Type", { UNKNOWN: 0, SUBSCRIBE: 1, UPDATE: 2, MESSAGE: 3, HEARTBEAT: 4 }, {  });
