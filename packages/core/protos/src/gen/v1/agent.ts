// Generated from schema/v1/agent.proto by `npm run generate`. Do not edit.
import { enumType, messageType, setEntry } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface Call extends Message {
  type?: Call_Type | undefined;
  get_metrics?: Call_GetMetrics | undefined;
  set_logging_level?: Call_SetLoggingLevel | undefined;
  list_files?: Call_ListFiles | undefined;
  read_file?: Call_ReadFile | undefined;
  get_containers?: Call_GetContainers | undefined;
  launch_nested_container?: Call_LaunchNestedContainer | undefined;
  wait_nested_container?: Call_WaitNestedContainer | undefined;
  kill_nested_container?: Call_KillNestedContainer | undefined;
  remove_nested_container?: Call_RemoveNestedContainer | undefined;
  launch_nested_container_session?: Call_LaunchNestedContainerSession | undefined;
  attach_container_input?: Call_AttachContainerInput | undefined;
  attach_container_output?: Call_AttachContainerOutput | undefined;
  launch_container?: Call_LaunchContainer | undefined;
  wait_container?: Call_WaitContainer | undefined;
  kill_container?: Call_KillContainer | undefined;
  remove_container?: Call_RemoveContainer | undefined;
  add_resource_provider_config?: Call_AddResourceProviderConfig | undefined;
  update_resource_provider_config?: Call_UpdateResourceProviderConfig | undefined;
  remove_resource_provider_config?: Call_RemoveResourceProviderConfig | undefined;
  mark_resource_provider_gone?: Call_MarkResourceProviderGone | undefined;
  prune_images?: Call_PruneImages | undefined;
}
export const Call: MessageType<Call> = messageType(
  "mesos.v1.agent.Call",
  () => [
    ["type", 1, "optional", Call_Type],
    ["get_metrics", 2, "optional", Call_GetMetrics],
    ["set_logging_level", 3, "optional", Call_SetLoggingLevel],
    ["list_files", 4, "optional", Call_ListFiles],
    ["read_file", 5, "optional", Call_ReadFile],
    ["get_containers", 20, "optional", Call_GetContainers],
    ["launch_nested_container", 6, "optional", Call_LaunchNestedContainer, { deprecated: true }],
    ["wait_nested_container", 7, "optional", Call_WaitNestedContainer, { deprecated: true }],
    ["kill_nested_container", 8, "optional", Call_KillNestedContainer, { deprecated: true }],
    ["remove_nested_container", 12, "optional", Call_RemoveNestedContainer, { deprecated: true }],
    ["launch_nested_container_session", 9, "optional", Call_LaunchNestedContainerSession],
    ["attach_container_input", 10, "optional", Call_AttachContainerInput],
    ["attach_container_output", 11, "optional", Call_AttachContainerOutput],
    ["launch_container", 13, "optional", Call_LaunchContainer],
    ["wait_container", 14, "optional", Call_WaitContainer],
    ["kill_container", 15, "optional", Call_KillContainer],
    ["remove_container", 16, "optional", Call_RemoveContainer],
    ["add_resource_provider_config", 17, "optional", Call_AddResourceProviderConfig],
    ["update_resource_provider_config", 18, "optional", Call_UpdateResourceProviderConfig],
    ["remove_resource_provider_config", 19, "optional", Call_RemoveResourceProviderConfig],
    ["mark_resource_provider_gone", 22, "optional", Call_MarkResourceProviderGone],
    ["prune_images", 21, "optional", Call_PruneImages],
  ],
  encodeCall,
  decodeCall,
);
export function encodeCall(m: Call, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Call_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.get_metrics !== undefined) { const v = m.get_metrics; w.uint32(18); { const b = w.open(); encodeCall_GetMetrics(v, w); w.close(b); } }
  if (m.set_logging_level !== undefined) { const v = m.set_logging_level; w.uint32(26); { const b = w.open(); encodeCall_SetLoggingLevel(v, w); w.close(b); } }
  if (m.list_files !== undefined) { const v = m.list_files; w.uint32(34); { const b = w.open(); encodeCall_ListFiles(v, w); w.close(b); } }
  if (m.read_file !== undefined) { const v = m.read_file; w.uint32(42); { const b = w.open(); encodeCall_ReadFile(v, w); w.close(b); } }
  if (m.launch_nested_container !== undefined) { const v = m.launch_nested_container; w.uint32(50); { const b = w.open(); encodeCall_LaunchNestedContainer(v, w); w.close(b); } }
  if (m.wait_nested_container !== undefined) { const v = m.wait_nested_container; w.uint32(58); { const b = w.open(); encodeCall_WaitNestedContainer(v, w); w.close(b); } }
  if (m.kill_nested_container !== undefined) { const v = m.kill_nested_container; w.uint32(66); { const b = w.open(); encodeCall_KillNestedContainer(v, w); w.close(b); } }
  if (m.launch_nested_container_session !== undefined) { const v = m.launch_nested_container_session; w.uint32(74); { const b = w.open(); encodeCall_LaunchNestedContainerSession(v, w); w.close(b); } }
  if (m.attach_container_input !== undefined) { const v = m.attach_container_input; w.uint32(82); { const b = w.open(); encodeCall_AttachContainerInput(v, w); w.close(b); } }
  if (m.attach_container_output !== undefined) { const v = m.attach_container_output; w.uint32(90); { const b = w.open(); encodeCall_AttachContainerOutput(v, w); w.close(b); } }
  if (m.remove_nested_container !== undefined) { const v = m.remove_nested_container; w.uint32(98); { const b = w.open(); encodeCall_RemoveNestedContainer(v, w); w.close(b); } }
  if (m.launch_container !== undefined) { const v = m.launch_container; w.uint32(106); { const b = w.open(); encodeCall_LaunchContainer(v, w); w.close(b); } }
  if (m.wait_container !== undefined) { const v = m.wait_container; w.uint32(114); { const b = w.open(); encodeCall_WaitContainer(v, w); w.close(b); } }
  if (m.kill_container !== undefined) { const v = m.kill_container; w.uint32(122); { const b = w.open(); encodeCall_KillContainer(v, w); w.close(b); } }
  if (m.remove_container !== undefined) { const v = m.remove_container; w.uint32(130); { const b = w.open(); encodeCall_RemoveContainer(v, w); w.close(b); } }
  if (m.add_resource_provider_config !== undefined) { const v = m.add_resource_provider_config; w.uint32(138); { const b = w.open(); encodeCall_AddResourceProviderConfig(v, w); w.close(b); } }
  if (m.update_resource_provider_config !== undefined) { const v = m.update_resource_provider_config; w.uint32(146); { const b = w.open(); encodeCall_UpdateResourceProviderConfig(v, w); w.close(b); } }
  if (m.remove_resource_provider_config !== undefined) { const v = m.remove_resource_provider_config; w.uint32(154); { const b = w.open(); encodeCall_RemoveResourceProviderConfig(v, w); w.close(b); } }
  if (m.get_containers !== undefined) { const v = m.get_containers; w.uint32(162); { const b = w.open(); encodeCall_GetContainers(v, w); w.close(b); } }
  if (m.prune_images !== undefined) { const v = m.prune_images; w.uint32(170); { const b = w.open(); encodeCall_PruneImages(v, w); w.close(b); } }
  if (m.mark_resource_provider_gone !== undefined) { const v = m.mark_resource_provider_gone; w.uint32(178); { const b = w.open(); encodeCall_MarkResourceProviderGone(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall(r: Reader, end: number, m: Call = {} as Call): Call {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Call_Type.names.get(r.int32()) as Call_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.get_metrics = decodeCall_GetMetrics(r, r.open(end), m.get_metrics); break;
      case 26: m.set_logging_level = decodeCall_SetLoggingLevel(r, r.open(end), m.set_logging_level); break;
      case 34: m.list_files = decodeCall_ListFiles(r, r.open(end), m.list_files); break;
      case 42: m.read_file = decodeCall_ReadFile(r, r.open(end), m.read_file); break;
      case 162: m.get_containers = decodeCall_GetContainers(r, r.open(end), m.get_containers); break;
      case 50: m.launch_nested_container = decodeCall_LaunchNestedContainer(r, r.open(end), m.launch_nested_container); break;
      case 58: m.wait_nested_container = decodeCall_WaitNestedContainer(r, r.open(end), m.wait_nested_container); break;
      case 66: m.kill_nested_container = decodeCall_KillNestedContainer(r, r.open(end), m.kill_nested_container); break;
      case 98: m.remove_nested_container = decodeCall_RemoveNestedContainer(r, r.open(end), m.remove_nested_container); break;
      case 74: m.launch_nested_container_session = decodeCall_LaunchNestedContainerSession(r, r.open(end), m.launch_nested_container_session); break;
      case 82: m.attach_container_input = decodeCall_AttachContainerInput(r, r.open(end), m.attach_container_input); break;
      case 90: m.attach_container_output = decodeCall_AttachContainerOutput(r, r.open(end), m.attach_container_output); break;
      case 106: m.launch_container = decodeCall_LaunchContainer(r, r.open(end), m.launch_container); break;
      case 114: m.wait_container = decodeCall_WaitContainer(r, r.open(end), m.wait_container); break;
      case 122: m.kill_container = decodeCall_KillContainer(r, r.open(end), m.kill_container); break;
      case 130: m.remove_container = decodeCall_RemoveContainer(r, r.open(end), m.remove_container); break;
      case 138: m.add_resource_provider_config = decodeCall_AddResourceProviderConfig(r, r.open(end), m.add_resource_provider_config); break;
      case 146: m.update_resource_provider_config = decodeCall_UpdateResourceProviderConfig(r, r.open(end), m.update_resource_provider_config); break;
      case 154: m.remove_resource_provider_config = decodeCall_RemoveResourceProviderConfig(r, r.open(end), m.remove_resource_provider_config); break;
      case 178: m.mark_resource_provider_gone = decodeCall_MarkResourceProviderGone(r, r.open(end), m.mark_resource_provider_gone); break;
      case 170: m.prune_images = decodeCall_PruneImages(r, r.open(end), m.prune_images); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_GetMetrics extends Message {
  timeout?: $v1_mesos.DurationInfo | undefined;
}
export const Call_GetMetrics: MessageType<Call_GetMetrics> = messageType(
  "mesos.v1.agent.Call.GetMetrics",
  () => [
    ["timeout", 1, "optional", $v1_mesos.DurationInfo],
  ],
  encodeCall_GetMetrics,
  decodeCall_GetMetrics,
);
export function encodeCall_GetMetrics(m: Call_GetMetrics, w: Writer): void {
  if (m.timeout !== undefined) { const v = m.timeout; w.uint32(10); { const b = w.open(); $v1_mesos.encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_GetMetrics(r: Reader, end: number, m: Call_GetMetrics = {} as Call_GetMetrics): Call_GetMetrics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.timeout = $v1_mesos.decodeDurationInfo(r, r.open(end), m.timeout); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_SetLoggingLevel extends Message {
  level: number;
  duration: $v1_mesos.DurationInfo;
}
export const Call_SetLoggingLevel: MessageType<Call_SetLoggingLevel> = messageType(
  "mesos.v1.agent.Call.SetLoggingLevel",
  () => [
    ["level", 1, "required", "uint32"],
    ["duration", 2, "required", $v1_mesos.DurationInfo],
  ],
  encodeCall_SetLoggingLevel,
  decodeCall_SetLoggingLevel,
);
export function encodeCall_SetLoggingLevel(m: Call_SetLoggingLevel, w: Writer): void {
  if (m.level !== undefined) { const v = m.level; w.uint32(8); w.uint32(v); }
  if (m.duration !== undefined) { const v = m.duration; w.uint32(18); { const b = w.open(); $v1_mesos.encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_SetLoggingLevel(r: Reader, end: number, m: Call_SetLoggingLevel = {} as Call_SetLoggingLevel): Call_SetLoggingLevel {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.level = r.uint32(); break;
      case 18: m.duration = $v1_mesos.decodeDurationInfo(r, r.open(end), m.duration); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.level === undefined || m.duration === undefined) r.incomplete = true;
  return m;
}

export interface Call_ListFiles extends Message {
  path: string;
}
export const Call_ListFiles: MessageType<Call_ListFiles> = messageType(
  "mesos.v1.agent.Call.ListFiles",
  () => [
    ["path", 1, "required", "string"],
  ],
  encodeCall_ListFiles,
  decodeCall_ListFiles,
);
export function encodeCall_ListFiles(m: Call_ListFiles, w: Writer): void {
  if (m.path !== undefined) { const v = m.path; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ListFiles(r: Reader, end: number, m: Call_ListFiles = {} as Call_ListFiles): Call_ListFiles {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.path = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined) r.incomplete = true;
  return m;
}

export interface Call_ReadFile extends Message {
  path: string;
  offset: number;
  length?: number | undefined;
}
export const Call_ReadFile: MessageType<Call_ReadFile> = messageType(
  "mesos.v1.agent.Call.ReadFile",
  () => [
    ["path", 1, "required", "string"],
    ["offset", 2, "required", "uint64"],
    ["length", 3, "optional", "uint64"],
  ],
  encodeCall_ReadFile,
  decodeCall_ReadFile,
);
export function encodeCall_ReadFile(m: Call_ReadFile, w: Writer): void {
  if (m.path !== undefined) { const v = m.path; w.uint32(10); w.string(v); }
  if (m.offset !== undefined) { const v = m.offset; w.uint32(16); w.int64(v); }
  if (m.length !== undefined) { const v = m.length; w.uint32(24); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_ReadFile(r: Reader, end: number, m: Call_ReadFile = {} as Call_ReadFile): Call_ReadFile {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.path = r.string(); break;
      case 16: m.offset = r.uint64(); break;
      case 24: m.length = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.path === undefined || m.offset === undefined) r.incomplete = true;
  return m;
}

export interface Call_GetContainers extends Message {
  show_nested?: boolean | undefined;
  show_standalone?: boolean | undefined;
}
export const Call_GetContainers: MessageType<Call_GetContainers> = messageType(
  "mesos.v1.agent.Call.GetContainers",
  () => [
    ["show_nested", 1, "optional", "bool"],
    ["show_standalone", 2, "optional", "bool"],
  ],
  encodeCall_GetContainers,
  decodeCall_GetContainers,
);
export function encodeCall_GetContainers(m: Call_GetContainers, w: Writer): void {
  if (m.show_nested !== undefined) { const v = m.show_nested; w.uint32(8); w.bool(v); }
  if (m.show_standalone !== undefined) { const v = m.show_standalone; w.uint32(16); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_GetContainers(r: Reader, end: number, m: Call_GetContainers = {} as Call_GetContainers): Call_GetContainers {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.show_nested = r.bool(); break;
      case 16: m.show_standalone = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Call_LaunchNestedContainer extends Message {
  container_id: $v1_mesos.ContainerID;
  command?: $v1_mesos.CommandInfo | undefined;
  container?: $v1_mesos.ContainerInfo | undefined;
}
export const Call_LaunchNestedContainer: MessageType<Call_LaunchNestedContainer> = messageType(
  "mesos.v1.agent.Call.LaunchNestedContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
    ["command", 2, "optional", $v1_mesos.CommandInfo],
    ["container", 3, "optional", $v1_mesos.ContainerInfo],
  ],
  encodeCall_LaunchNestedContainer,
  decodeCall_LaunchNestedContainer,
);
export function encodeCall_LaunchNestedContainer(m: Call_LaunchNestedContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.command !== undefined) { const v = m.command; w.uint32(18); { const b = w.open(); $v1_mesos.encodeCommandInfo(v, w); w.close(b); } }
  if (m.container !== undefined) { const v = m.container; w.uint32(26); { const b = w.open(); $v1_mesos.encodeContainerInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_LaunchNestedContainer(r: Reader, end: number, m: Call_LaunchNestedContainer = {} as Call_LaunchNestedContainer): Call_LaunchNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 18: m.command = $v1_mesos.decodeCommandInfo(r, r.open(end), m.command); break;
      case 26: m.container = $v1_mesos.decodeContainerInfo(r, r.open(end), m.container); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_WaitNestedContainer extends Message {
  container_id: $v1_mesos.ContainerID;
}
export const Call_WaitNestedContainer: MessageType<Call_WaitNestedContainer> = messageType(
  "mesos.v1.agent.Call.WaitNestedContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
  ],
  encodeCall_WaitNestedContainer,
  decodeCall_WaitNestedContainer,
);
export function encodeCall_WaitNestedContainer(m: Call_WaitNestedContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_WaitNestedContainer(r: Reader, end: number, m: Call_WaitNestedContainer = {} as Call_WaitNestedContainer): Call_WaitNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_KillNestedContainer extends Message {
  container_id: $v1_mesos.ContainerID;
  signal?: number | undefined;
}
export const Call_KillNestedContainer: MessageType<Call_KillNestedContainer> = messageType(
  "mesos.v1.agent.Call.KillNestedContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
    ["signal", 2, "optional", "int32"],
  ],
  encodeCall_KillNestedContainer,
  decodeCall_KillNestedContainer,
);
export function encodeCall_KillNestedContainer(m: Call_KillNestedContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.signal !== undefined) { const v = m.signal; w.uint32(16); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_KillNestedContainer(r: Reader, end: number, m: Call_KillNestedContainer = {} as Call_KillNestedContainer): Call_KillNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 16: m.signal = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_RemoveNestedContainer extends Message {
  container_id: $v1_mesos.ContainerID;
}
export const Call_RemoveNestedContainer: MessageType<Call_RemoveNestedContainer> = messageType(
  "mesos.v1.agent.Call.RemoveNestedContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
  ],
  encodeCall_RemoveNestedContainer,
  decodeCall_RemoveNestedContainer,
);
export function encodeCall_RemoveNestedContainer(m: Call_RemoveNestedContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_RemoveNestedContainer(r: Reader, end: number, m: Call_RemoveNestedContainer = {} as Call_RemoveNestedContainer): Call_RemoveNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_LaunchNestedContainerSession extends Message {
  container_id: $v1_mesos.ContainerID;
  command?: $v1_mesos.CommandInfo | undefined;
  container?: $v1_mesos.ContainerInfo | undefined;
}
export const Call_LaunchNestedContainerSession: MessageType<Call_LaunchNestedContainerSession> = messageType(
  "mesos.v1.agent.Call.LaunchNestedContainerSession",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
    ["command", 2, "optional", $v1_mesos.CommandInfo],
    ["container", 3, "optional", $v1_mesos.ContainerInfo],
  ],
  encodeCall_LaunchNestedContainerSession,
  decodeCall_LaunchNestedContainerSession,
);
export function encodeCall_LaunchNestedContainerSession(m: Call_LaunchNestedContainerSession, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.command !== undefined) { const v = m.command; w.uint32(18); { const b = w.open(); $v1_mesos.encodeCommandInfo(v, w); w.close(b); } }
  if (m.container !== undefined) { const v = m.container; w.uint32(26); { const b = w.open(); $v1_mesos.encodeContainerInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_LaunchNestedContainerSession(r: Reader, end: number, m: Call_LaunchNestedContainerSession = {} as Call_LaunchNestedContainerSession): Call_LaunchNestedContainerSession {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 18: m.command = $v1_mesos.decodeCommandInfo(r, r.open(end), m.command); break;
      case 26: m.container = $v1_mesos.decodeContainerInfo(r, r.open(end), m.container); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_AttachContainerInput extends Message {
  type?: Call_AttachContainerInput_Type | undefined;
  container_id?: $v1_mesos.ContainerID | undefined;
  process_io?: ProcessIO | undefined;
}
export const Call_AttachContainerInput: MessageType<Call_AttachContainerInput> = messageType(
  "mesos.v1.agent.Call.AttachContainerInput",
  () => [
    ["type", 1, "optional", Call_AttachContainerInput_Type],
    ["container_id", 2, "optional", $v1_mesos.ContainerID],
    ["process_io", 3, "optional", ProcessIO],
  ],
  encodeCall_AttachContainerInput,
  decodeCall_AttachContainerInput,
);
export function encodeCall_AttachContainerInput(m: Call_AttachContainerInput, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Call_AttachContainerInput_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.process_io !== undefined) { const v = m.process_io; w.uint32(26); { const b = w.open(); encodeProcessIO(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_AttachContainerInput(r: Reader, end: number, m: Call_AttachContainerInput = {} as Call_AttachContainerInput): Call_AttachContainerInput {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Call_AttachContainerInput_Type.names.get(r.int32()) as Call_AttachContainerInput_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 26: m.process_io = decodeProcessIO(r, r.open(end), m.process_io); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Call_AttachContainerInput_Type = "UNKNOWN" | "CONTAINER_ID" | "PROCESS_IO";
export const Call_AttachContainerInput_Type: EnumType = enumType("mesos.v1.agent.Call.AttachContainerInput.Type", { UNKNOWN: 0, CONTAINER_ID: 1, PROCESS_IO: 2 }, {  });

export interface Call_AttachContainerOutput extends Message {
  container_id: $v1_mesos.ContainerID;
}
export const Call_AttachContainerOutput: MessageType<Call_AttachContainerOutput> = messageType(
  "mesos.v1.agent.Call.AttachContainerOutput",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
  ],
  encodeCall_AttachContainerOutput,
  decodeCall_AttachContainerOutput,
);
export function encodeCall_AttachContainerOutput(m: Call_AttachContainerOutput, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_AttachContainerOutput(r: Reader, end: number, m: Call_AttachContainerOutput = {} as Call_AttachContainerOutput): Call_AttachContainerOutput {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_LaunchContainer extends Message {
  container_id: $v1_mesos.ContainerID;
  command?: $v1_mesos.CommandInfo | undefined;
  resources?: $v1_mesos.Resource[] | undefined;
  container?: $v1_mesos.ContainerInfo | undefined;
  limits?: Record<string, $v1_mesos.Value_Scalar> | undefined;
}
export const Call_LaunchContainer: MessageType<Call_LaunchContainer> = messageType(
  "mesos.v1.agent.Call.LaunchContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
    ["command", 2, "optional", $v1_mesos.CommandInfo],
    ["resources", 3, "repeated", $v1_mesos.Resource],
    ["container", 4, "optional", $v1_mesos.ContainerInfo],
    ["limits", 5, "map", $v1_mesos.Value_Scalar],
  ],
  encodeCall_LaunchContainer,
  decodeCall_LaunchContainer,
);
export function encodeCall_LaunchContainer(m: Call_LaunchContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.command !== undefined) { const v = m.command; w.uint32(18); { const b = w.open(); $v1_mesos.encodeCommandInfo(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.container !== undefined) { const v = m.container; w.uint32(34); { const b = w.open(); $v1_mesos.encodeContainerInfo(v, w); w.close(b); } }
  if (m.limits !== undefined) for (const [k, v] of Object.entries(m.limits)) { w.uint32(42); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); $v1_mesos.encodeValue_Scalar(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_LaunchContainer(r: Reader, end: number, m: Call_LaunchContainer = {} as Call_LaunchContainer): Call_LaunchContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 18: m.command = $v1_mesos.decodeCommandInfo(r, r.open(end), m.command); break;
      case 26: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 34: m.container = $v1_mesos.decodeContainerInfo(r, r.open(end), m.container); break;
      case 42: { const e = r.open(end); let k = ""; let v: $v1_mesos.Value_Scalar | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = $v1_mesos.decodeValue_Scalar(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.limits ??= {}), k, v ?? {} as never); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_WaitContainer extends Message {
  container_id: $v1_mesos.ContainerID;
}
export const Call_WaitContainer: MessageType<Call_WaitContainer> = messageType(
  "mesos.v1.agent.Call.WaitContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
  ],
  encodeCall_WaitContainer,
  decodeCall_WaitContainer,
);
export function encodeCall_WaitContainer(m: Call_WaitContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_WaitContainer(r: Reader, end: number, m: Call_WaitContainer = {} as Call_WaitContainer): Call_WaitContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_KillContainer extends Message {
  container_id: $v1_mesos.ContainerID;
  signal?: number | undefined;
}
export const Call_KillContainer: MessageType<Call_KillContainer> = messageType(
  "mesos.v1.agent.Call.KillContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
    ["signal", 2, "optional", "int32"],
  ],
  encodeCall_KillContainer,
  decodeCall_KillContainer,
);
export function encodeCall_KillContainer(m: Call_KillContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.signal !== undefined) { const v = m.signal; w.uint32(16); w.int32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_KillContainer(r: Reader, end: number, m: Call_KillContainer = {} as Call_KillContainer): Call_KillContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 16: m.signal = r.int32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_RemoveContainer extends Message {
  container_id: $v1_mesos.ContainerID;
}
export const Call_RemoveContainer: MessageType<Call_RemoveContainer> = messageType(
  "mesos.v1.agent.Call.RemoveContainer",
  () => [
    ["container_id", 1, "required", $v1_mesos.ContainerID],
  ],
  encodeCall_RemoveContainer,
  decodeCall_RemoveContainer,
);
export function encodeCall_RemoveContainer(m: Call_RemoveContainer, w: Writer): void {
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_RemoveContainer(r: Reader, end: number, m: Call_RemoveContainer = {} as Call_RemoveContainer): Call_RemoveContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_AddResourceProviderConfig extends Message {
  info: $v1_mesos.ResourceProviderInfo;
}
export const Call_AddResourceProviderConfig: MessageType<Call_AddResourceProviderConfig> = messageType(
  "mesos.v1.agent.Call.AddResourceProviderConfig",
  () => [
    ["info", 1, "required", $v1_mesos.ResourceProviderInfo],
  ],
  encodeCall_AddResourceProviderConfig,
  decodeCall_AddResourceProviderConfig,
);
export function encodeCall_AddResourceProviderConfig(m: Call_AddResourceProviderConfig, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_AddResourceProviderConfig(r: Reader, end: number, m: Call_AddResourceProviderConfig = {} as Call_AddResourceProviderConfig): Call_AddResourceProviderConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_mesos.decodeResourceProviderInfo(r, r.open(end), m.info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined) r.incomplete = true;
  return m;
}

export interface Call_UpdateResourceProviderConfig extends Message {
  info: $v1_mesos.ResourceProviderInfo;
}
export const Call_UpdateResourceProviderConfig: MessageType<Call_UpdateResourceProviderConfig> = messageType(
  "mesos.v1.agent.Call.UpdateResourceProviderConfig",
  () => [
    ["info", 1, "required", $v1_mesos.ResourceProviderInfo],
  ],
  encodeCall_UpdateResourceProviderConfig,
  decodeCall_UpdateResourceProviderConfig,
);
export function encodeCall_UpdateResourceProviderConfig(m: Call_UpdateResourceProviderConfig, w: Writer): void {
  if (m.info !== undefined) { const v = m.info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_UpdateResourceProviderConfig(r: Reader, end: number, m: Call_UpdateResourceProviderConfig = {} as Call_UpdateResourceProviderConfig): Call_UpdateResourceProviderConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.info = $v1_mesos.decodeResourceProviderInfo(r, r.open(end), m.info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.info === undefined) r.incomplete = true;
  return m;
}

export interface Call_RemoveResourceProviderConfig extends Message {
  type: string;
  name: string;
}
export const Call_RemoveResourceProviderConfig: MessageType<Call_RemoveResourceProviderConfig> = messageType(
  "mesos.v1.agent.Call.RemoveResourceProviderConfig",
  () => [
    ["type", 1, "required", "string"],
    ["name", 2, "required", "string"],
  ],
  encodeCall_RemoveResourceProviderConfig,
  decodeCall_RemoveResourceProviderConfig,
);
export function encodeCall_RemoveResourceProviderConfig(m: Call_RemoveResourceProviderConfig, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; w.uint32(10); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_RemoveResourceProviderConfig(r: Reader, end: number, m: Call_RemoveResourceProviderConfig = {} as Call_RemoveResourceProviderConfig): Call_RemoveResourceProviderConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.type = r.string(); break;
      case 18: m.name = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.type === undefined || m.name === undefined) r.incomplete = true;
  return m;
}

export interface Call_MarkResourceProviderGone extends Message {
  resource_provider_id: $v1_mesos.ResourceProviderID;
}
export const Call_MarkResourceProviderGone: MessageType<Call_MarkResourceProviderGone> = messageType(
  "mesos.v1.agent.Call.MarkResourceProviderGone",
  () => [
    ["resource_provider_id", 1, "required", $v1_mesos.ResourceProviderID],
  ],
  encodeCall_MarkResourceProviderGone,
  decodeCall_MarkResourceProviderGone,
);
export function encodeCall_MarkResourceProviderGone(m: Call_MarkResourceProviderGone, w: Writer): void {
  if (m.resource_provider_id !== undefined) { const v = m.resource_provider_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_MarkResourceProviderGone(r: Reader, end: number, m: Call_MarkResourceProviderGone = {} as Call_MarkResourceProviderGone): Call_MarkResourceProviderGone {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.resource_provider_id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.resource_provider_id); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.resource_provider_id === undefined) r.incomplete = true;
  return m;
}

export interface Call_PruneImages extends Message {
  excluded_images?: $v1_mesos.Image[] | undefined;
}
export const Call_PruneImages: MessageType<Call_PruneImages> = messageType(
  "mesos.v1.agent.Call.PruneImages",
  () => [
    ["excluded_images", 1, "repeated", $v1_mesos.Image],
  ],
  encodeCall_PruneImages,
  decodeCall_PruneImages,
);
export function encodeCall_PruneImages(m: Call_PruneImages, w: Writer): void {
  if (m.excluded_images !== undefined) for (const v of m.excluded_images) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeImage(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeCall_PruneImages(r: Reader, end: number, m: Call_PruneImages = {} as Call_PruneImages): Call_PruneImages {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeImage(r, r.open(end)); (m.excluded_images ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Call_Type = "UNKNOWN" | "GET_HEALTH" | "GET_FLAGS" | "GET_VERSION" | "GET_METRICS" | "GET_LOGGING_LEVEL" | "SET_LOGGING_LEVEL" | "LIST_FILES" | "READ_FILE" | "GET_STATE" | "GET_CONTAINERS" | "GET_FRAMEWORKS" | "GET_EXECUTORS" | "GET_OPERATIONS" | "GET_TASKS" | "GET_AGENT" | "GET_RESOURCE_PROVIDERS" | "LAUNCH_NESTED_CONTAINER" | "WAIT_NESTED_CONTAINER" | "KILL_NESTED_CONTAINER" | "REMOVE_NESTED_CONTAINER" | "LAUNCH_NESTED_CONTAINER_SESSION" | "ATTACH_CONTAINER_INPUT" | "ATTACH_CONTAINER_OUTPUT" | "LAUNCH_CONTAINER" | "WAIT_CONTAINER" | "KILL_CONTAINER" | "REMOVE_CONTAINER" | "ADD_RESOURCE_PROVIDER_CONFIG" | "UPDATE_RESOURCE_PROVIDER_CONFIG" | "REMOVE_RESOURCE_PROVIDER_CONFIG" | "MARK_RESOURCE_PROVIDER_GONE" | "PRUNE_IMAGES";
export const Call_Type: EnumType = enumType("mesos.v1.agent.Call.Type", { UNKNOWN: 0, GET_HEALTH: 1, GET_FLAGS: 2, GET_VERSION: 3, GET_METRICS: 4, GET_LOGGING_LEVEL: 5, SET_LOGGING_LEVEL: 6, LIST_FILES: 7, READ_FILE: 8, GET_STATE: 9, GET_CONTAINERS: 10, GET_FRAMEWORKS: 11, GET_EXECUTORS: 12, GET_OPERATIONS: 31, GET_TASKS: 13, GET_AGENT: 20, GET_RESOURCE_PROVIDERS: 26, LAUNCH_NESTED_CONTAINER: 14, WAIT_NESTED_CONTAINER: 15, KILL_NESTED_CONTAINER: 16, REMOVE_NESTED_CONTAINER: 21, LAUNCH_NESTED_CONTAINER_SESSION: 17, ATTACH_CONTAINER_INPUT: 18, ATTACH_CONTAINER_OUTPUT: 19, LAUNCH_CONTAINER: 22, WAIT_CONTAINER: 23, KILL_CONTAINER: 24, REMOVE_CONTAINER: 25, ADD_RESOURCE_PROVIDER_CONFIG: 27, UPDATE_RESOURCE_PROVIDER_CONFIG: 28, REMOVE_RESOURCE_PROVIDER_CONFIG: 29, MARK_RESOURCE_PROVIDER_GONE: 32, PRUNE_IMAGES: 30 }, {  });

export interface Response extends Message {
  type?: Response_Type | undefined;
  get_health?: Response_GetHealth | undefined;
  get_flags?: Response_GetFlags | undefined;
  get_version?: Response_GetVersion | undefined;
  get_metrics?: Response_GetMetrics | undefined;
  get_logging_level?: Response_GetLoggingLevel | undefined;
  list_files?: Response_ListFiles | undefined;
  read_file?: Response_ReadFile | undefined;
  get_state?: Response_GetState | undefined;
  get_containers?: Response_GetContainers | undefined;
  get_frameworks?: Response_GetFrameworks | undefined;
  get_executors?: Response_GetExecutors | undefined;
  get_operations?: Response_GetOperations | undefined;
  get_tasks?: Response_GetTasks | undefined;
  get_agent?: Response_GetAgent | undefined;
  get_resource_providers?: Response_GetResourceProviders | undefined;
  wait_nested_container?: Response_WaitNestedContainer | undefined;
  wait_container?: Response_WaitContainer | undefined;
}
export const Response: MessageType<Response> = messageType(
  "mesos.v1.agent.Response",
  () => [
    ["type", 1, "optional", Response_Type],
    ["get_health", 2, "optional", Response_GetHealth],
    ["get_flags", 3, "optional", Response_GetFlags],
    ["get_version", 4, "optional", Response_GetVersion],
    ["get_metrics", 5, "optional", Response_GetMetrics],
    ["get_logging_level", 6, "optional", Response_GetLoggingLevel],
    ["list_files", 7, "optional", Response_ListFiles],
    ["read_file", 8, "optional", Response_ReadFile],
    ["get_state", 9, "optional", Response_GetState],
    ["get_containers", 10, "optional", Response_GetContainers],
    ["get_frameworks", 11, "optional", Response_GetFrameworks],
    ["get_executors", 12, "optional", Response_GetExecutors],
    ["get_operations", 18, "optional", Response_GetOperations],
    ["get_tasks", 13, "optional", Response_GetTasks],
    ["get_agent", 15, "optional", Response_GetAgent],
    ["get_resource_providers", 17, "optional", Response_GetResourceProviders],
    ["wait_nested_container", 14, "optional", Response_WaitNestedContainer],
    ["wait_container", 16, "optional", Response_WaitContainer],
  ],
  encodeResponse,
  decodeResponse,
);
export function encodeResponse(m: Response, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = Response_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.get_health !== undefined) { const v = m.get_health; w.uint32(18); { const b = w.open(); encodeResponse_GetHealth(v, w); w.close(b); } }
  if (m.get_flags !== undefined) { const v = m.get_flags; w.uint32(26); { const b = w.open(); encodeResponse_GetFlags(v, w); w.close(b); } }
  if (m.get_version !== undefined) { const v = m.get_version; w.uint32(34); { const b = w.open(); encodeResponse_GetVersion(v, w); w.close(b); } }
  if (m.get_metrics !== undefined) { const v = m.get_metrics; w.uint32(42); { const b = w.open(); encodeResponse_GetMetrics(v, w); w.close(b); } }
  if (m.get_logging_level !== undefined) { const v = m.get_logging_level; w.uint32(50); { const b = w.open(); encodeResponse_GetLoggingLevel(v, w); w.close(b); } }
  if (m.list_files !== undefined) { const v = m.list_files; w.uint32(58); { const b = w.open(); encodeResponse_ListFiles(v, w); w.close(b); } }
  if (m.read_file !== undefined) { const v = m.read_file; w.uint32(66); { const b = w.open(); encodeResponse_ReadFile(v, w); w.close(b); } }
  if (m.get_state !== undefined) { const v = m.get_state; w.uint32(74); { const b = w.open(); encodeResponse_GetState(v, w); w.close(b); } }
  if (m.get_containers !== undefined) { const v = m.get_containers; w.uint32(82); { const b = w.open(); encodeResponse_GetContainers(v, w); w.close(b); } }
  if (m.get_frameworks !== undefined) { const v = m.get_frameworks; w.uint32(90); { const b = w.open(); encodeResponse_GetFrameworks(v, w); w.close(b); } }
  if (m.get_executors !== undefined) { const v = m.get_executors; w.uint32(98); { const b = w.open(); encodeResponse_GetExecutors(v, w); w.close(b); } }
  if (m.get_tasks !== undefined) { const v = m.get_tasks; w.uint32(106); { const b = w.open(); encodeResponse_GetTasks(v, w); w.close(b); } }
  if (m.wait_nested_container !== undefined) { const v = m.wait_nested_container; w.uint32(114); { const b = w.open(); encodeResponse_WaitNestedContainer(v, w); w.close(b); } }
  if (m.get_agent !== undefined) { const v = m.get_agent; w.uint32(122); { const b = w.open(); encodeResponse_GetAgent(v, w); w.close(b); } }
  if (m.wait_container !== undefined) { const v = m.wait_container; w.uint32(130); { const b = w.open(); encodeResponse_WaitContainer(v, w); w.close(b); } }
  if (m.get_resource_providers !== undefined) { const v = m.get_resource_providers; w.uint32(138); { const b = w.open(); encodeResponse_GetResourceProviders(v, w); w.close(b); } }
  if (m.get_operations !== undefined) { const v = m.get_operations; w.uint32(146); { const b = w.open(); encodeResponse_GetOperations(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse(r: Reader, end: number, m: Response = {} as Response): Response {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = Response_Type.names.get(r.int32()) as Response_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.get_health = decodeResponse_GetHealth(r, r.open(end), m.get_health); break;
      case 26: m.get_flags = decodeResponse_GetFlags(r, r.open(end), m.get_flags); break;
      case 34: m.get_version = decodeResponse_GetVersion(r, r.open(end), m.get_version); break;
      case 42: m.get_metrics = decodeResponse_GetMetrics(r, r.open(end), m.get_metrics); break;
      case 50: m.get_logging_level = decodeResponse_GetLoggingLevel(r, r.open(end), m.get_logging_level); break;
      case 58: m.list_files = decodeResponse_ListFiles(r, r.open(end), m.list_files); break;
      case 66: m.read_file = decodeResponse_ReadFile(r, r.open(end), m.read_file); break;
      case 74: m.get_state = decodeResponse_GetState(r, r.open(end), m.get_state); break;
      case 82: m.get_containers = decodeResponse_GetContainers(r, r.open(end), m.get_containers); break;
      case 90: m.get_frameworks = decodeResponse_GetFrameworks(r, r.open(end), m.get_frameworks); break;
      case 98: m.get_executors = decodeResponse_GetExecutors(r, r.open(end), m.get_executors); break;
      case 146: m.get_operations = decodeResponse_GetOperations(r, r.open(end), m.get_operations); break;
      case 106: m.get_tasks = decodeResponse_GetTasks(r, r.open(end), m.get_tasks); break;
      case 122: m.get_agent = decodeResponse_GetAgent(r, r.open(end), m.get_agent); break;
      case 138: m.get_resource_providers = decodeResponse_GetResourceProviders(r, r.open(end), m.get_resource_providers); break;
      case 114: m.wait_nested_container = decodeResponse_WaitNestedContainer(r, r.open(end), m.wait_nested_container); break;
      case 130: m.wait_container = decodeResponse_WaitContainer(r, r.open(end), m.wait_container); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetHealth extends Message {
  healthy: boolean;
}
export const Response_GetHealth: MessageType<Response_GetHealth> = messageType(
  "mesos.v1.agent.Response.GetHealth",
  () => [
    ["healthy", 1, "required", "bool"],
  ],
  encodeResponse_GetHealth,
  decodeResponse_GetHealth,
);
export function encodeResponse_GetHealth(m: Response_GetHealth, w: Writer): void {
  if (m.healthy !== undefined) { const v = m.healthy; w.uint32(8); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetHealth(r: Reader, end: number, m: Response_GetHealth = {} as Response_GetHealth): Response_GetHealth {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.healthy = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.healthy === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetFlags extends Message {
  flags?: $v1_mesos.Flag[] | undefined;
}
export const Response_GetFlags: MessageType<Response_GetFlags> = messageType(
  "mesos.v1.agent.Response.GetFlags",
  () => [
    ["flags", 1, "repeated", $v1_mesos.Flag],
  ],
  encodeResponse_GetFlags,
  decodeResponse_GetFlags,
);
export function encodeResponse_GetFlags(m: Response_GetFlags, w: Writer): void {
  if (m.flags !== undefined) for (const v of m.flags) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeFlag(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetFlags(r: Reader, end: number, m: Response_GetFlags = {} as Response_GetFlags): Response_GetFlags {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeFlag(r, r.open(end)); (m.flags ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetVersion extends Message {
  version_info: $v1_mesos.VersionInfo;
}
export const Response_GetVersion: MessageType<Response_GetVersion> = messageType(
  "mesos.v1.agent.Response.GetVersion",
  () => [
    ["version_info", 1, "required", $v1_mesos.VersionInfo],
  ],
  encodeResponse_GetVersion,
  decodeResponse_GetVersion,
);
export function encodeResponse_GetVersion(m: Response_GetVersion, w: Writer): void {
  if (m.version_info !== undefined) { const v = m.version_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeVersionInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetVersion(r: Reader, end: number, m: Response_GetVersion = {} as Response_GetVersion): Response_GetVersion {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.version_info = $v1_mesos.decodeVersionInfo(r, r.open(end), m.version_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.version_info === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetMetrics extends Message {
  metrics?: $v1_mesos.Metric[] | undefined;
}
export const Response_GetMetrics: MessageType<Response_GetMetrics> = messageType(
  "mesos.v1.agent.Response.GetMetrics",
  () => [
    ["metrics", 1, "repeated", $v1_mesos.Metric],
  ],
  encodeResponse_GetMetrics,
  decodeResponse_GetMetrics,
);
export function encodeResponse_GetMetrics(m: Response_GetMetrics, w: Writer): void {
  if (m.metrics !== undefined) for (const v of m.metrics) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeMetric(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetMetrics(r: Reader, end: number, m: Response_GetMetrics = {} as Response_GetMetrics): Response_GetMetrics {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeMetric(r, r.open(end)); (m.metrics ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetLoggingLevel extends Message {
  level: number;
}
export const Response_GetLoggingLevel: MessageType<Response_GetLoggingLevel> = messageType(
  "mesos.v1.agent.Response.GetLoggingLevel",
  () => [
    ["level", 1, "required", "uint32"],
  ],
  encodeResponse_GetLoggingLevel,
  decodeResponse_GetLoggingLevel,
);
export function encodeResponse_GetLoggingLevel(m: Response_GetLoggingLevel, w: Writer): void {
  if (m.level !== undefined) { const v = m.level; w.uint32(8); w.uint32(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetLoggingLevel(r: Reader, end: number, m: Response_GetLoggingLevel = {} as Response_GetLoggingLevel): Response_GetLoggingLevel {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.level = r.uint32(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.level === undefined) r.incomplete = true;
  return m;
}

export interface Response_ListFiles extends Message {
  file_infos?: $v1_mesos.FileInfo[] | undefined;
}
export const Response_ListFiles: MessageType<Response_ListFiles> = messageType(
  "mesos.v1.agent.Response.ListFiles",
  () => [
    ["file_infos", 1, "repeated", $v1_mesos.FileInfo],
  ],
  encodeResponse_ListFiles,
  decodeResponse_ListFiles,
);
export function encodeResponse_ListFiles(m: Response_ListFiles, w: Writer): void {
  if (m.file_infos !== undefined) for (const v of m.file_infos) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeFileInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_ListFiles(r: Reader, end: number, m: Response_ListFiles = {} as Response_ListFiles): Response_ListFiles {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeFileInfo(r, r.open(end)); (m.file_infos ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_ReadFile extends Message {
  size: number;
  data: Uint8Array;
}
export const Response_ReadFile: MessageType<Response_ReadFile> = messageType(
  "mesos.v1.agent.Response.ReadFile",
  () => [
    ["size", 1, "required", "uint64"],
    ["data", 2, "required", "bytes"],
  ],
  encodeResponse_ReadFile,
  decodeResponse_ReadFile,
);
export function encodeResponse_ReadFile(m: Response_ReadFile, w: Writer): void {
  if (m.size !== undefined) { const v = m.size; w.uint32(8); w.int64(v); }
  if (m.data !== undefined) { const v = m.data; w.uint32(18); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_ReadFile(r: Reader, end: number, m: Response_ReadFile = {} as Response_ReadFile): Response_ReadFile {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.size = r.uint64(); break;
      case 18: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.size === undefined || m.data === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetState extends Message {
  get_tasks?: Response_GetTasks | undefined;
  get_executors?: Response_GetExecutors | undefined;
  get_frameworks?: Response_GetFrameworks | undefined;
}
export const Response_GetState: MessageType<Response_GetState> = messageType(
  "mesos.v1.agent.Response.GetState",
  () => [
    ["get_tasks", 1, "optional", Response_GetTasks],
    ["get_executors", 2, "optional", Response_GetExecutors],
    ["get_frameworks", 3, "optional", Response_GetFrameworks],
  ],
  encodeResponse_GetState,
  decodeResponse_GetState,
);
export function encodeResponse_GetState(m: Response_GetState, w: Writer): void {
  if (m.get_tasks !== undefined) { const v = m.get_tasks; w.uint32(10); { const b = w.open(); encodeResponse_GetTasks(v, w); w.close(b); } }
  if (m.get_executors !== undefined) { const v = m.get_executors; w.uint32(18); { const b = w.open(); encodeResponse_GetExecutors(v, w); w.close(b); } }
  if (m.get_frameworks !== undefined) { const v = m.get_frameworks; w.uint32(26); { const b = w.open(); encodeResponse_GetFrameworks(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetState(r: Reader, end: number, m: Response_GetState = {} as Response_GetState): Response_GetState {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.get_tasks = decodeResponse_GetTasks(r, r.open(end), m.get_tasks); break;
      case 18: m.get_executors = decodeResponse_GetExecutors(r, r.open(end), m.get_executors); break;
      case 26: m.get_frameworks = decodeResponse_GetFrameworks(r, r.open(end), m.get_frameworks); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetContainers extends Message {
  containers?: Response_GetContainers_Container[] | undefined;
}
export const Response_GetContainers: MessageType<Response_GetContainers> = messageType(
  "mesos.v1.agent.Response.GetContainers",
  () => [
    ["containers", 1, "repeated", Response_GetContainers_Container],
  ],
  encodeResponse_GetContainers,
  decodeResponse_GetContainers,
);
export function encodeResponse_GetContainers(m: Response_GetContainers, w: Writer): void {
  if (m.containers !== undefined) for (const v of m.containers) { w.uint32(10); { const b = w.open(); encodeResponse_GetContainers_Container(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetContainers(r: Reader, end: number, m: Response_GetContainers = {} as Response_GetContainers): Response_GetContainers {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResponse_GetContainers_Container(r, r.open(end)); (m.containers ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetContainers_Container extends Message {
  framework_id?: $v1_mesos.FrameworkID | undefined;
  executor_id?: $v1_mesos.ExecutorID | undefined;
  executor_name?: string | undefined;
  container_id: $v1_mesos.ContainerID;
  container_status?: $v1_mesos.ContainerStatus | undefined;
  resource_statistics?: $v1_mesos.ResourceStatistics | undefined;
}
export const Response_GetContainers_Container: MessageType<Response_GetContainers_Container> = messageType(
  "mesos.v1.agent.Response.GetContainers.Container",
  () => [
    ["framework_id", 1, "optional", $v1_mesos.FrameworkID],
    ["executor_id", 2, "optional", $v1_mesos.ExecutorID],
    ["executor_name", 3, "optional", "string"],
    ["container_id", 4, "required", $v1_mesos.ContainerID],
    ["container_status", 5, "optional", $v1_mesos.ContainerStatus],
    ["resource_statistics", 6, "optional", $v1_mesos.ResourceStatistics],
  ],
  encodeResponse_GetContainers_Container,
  decodeResponse_GetContainers_Container,
);
export function encodeResponse_GetContainers_Container(m: Response_GetContainers_Container, w: Writer): void {
  if (m.framework_id !== undefined) { const v = m.framework_id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkID(v, w); w.close(b); } }
  if (m.executor_id !== undefined) { const v = m.executor_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeExecutorID(v, w); w.close(b); } }
  if (m.executor_name !== undefined) { const v = m.executor_name; w.uint32(26); w.string(v); }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(34); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.container_status !== undefined) { const v = m.container_status; w.uint32(42); { const b = w.open(); $v1_mesos.encodeContainerStatus(v, w); w.close(b); } }
  if (m.resource_statistics !== undefined) { const v = m.resource_statistics; w.uint32(50); { const b = w.open(); $v1_mesos.encodeResourceStatistics(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetContainers_Container(r: Reader, end: number, m: Response_GetContainers_Container = {} as Response_GetContainers_Container): Response_GetContainers_Container {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_id = $v1_mesos.decodeFrameworkID(r, r.open(end), m.framework_id); break;
      case 18: m.executor_id = $v1_mesos.decodeExecutorID(r, r.open(end), m.executor_id); break;
      case 26: m.executor_name = r.string(); break;
      case 34: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 42: m.container_status = $v1_mesos.decodeContainerStatus(r, r.open(end), m.container_status); break;
      case 50: m.resource_statistics = $v1_mesos.decodeResourceStatistics(r, r.open(end), m.resource_statistics); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetFrameworks extends Message {
  frameworks?: Response_GetFrameworks_Framework[] | undefined;
  completed_frameworks?: Response_GetFrameworks_Framework[] | undefined;
}
export const Response_GetFrameworks: MessageType<Response_GetFrameworks> = messageType(
  "mesos.v1.agent.Response.GetFrameworks",
  () => [
    ["frameworks", 1, "repeated", Response_GetFrameworks_Framework],
    ["completed_frameworks", 2, "repeated", Response_GetFrameworks_Framework],
  ],
  encodeResponse_GetFrameworks,
  decodeResponse_GetFrameworks,
);
export function encodeResponse_GetFrameworks(m: Response_GetFrameworks, w: Writer): void {
  if (m.frameworks !== undefined) for (const v of m.frameworks) { w.uint32(10); { const b = w.open(); encodeResponse_GetFrameworks_Framework(v, w); w.close(b); } }
  if (m.completed_frameworks !== undefined) for (const v of m.completed_frameworks) { w.uint32(18); { const b = w.open(); encodeResponse_GetFrameworks_Framework(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetFrameworks(r: Reader, end: number, m: Response_GetFrameworks = {} as Response_GetFrameworks): Response_GetFrameworks {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResponse_GetFrameworks_Framework(r, r.open(end)); (m.frameworks ??= []).push(v); break; }
      case 18: { const v = decodeResponse_GetFrameworks_Framework(r, r.open(end)); (m.completed_frameworks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetFrameworks_Framework extends Message {
  framework_info: $v1_mesos.FrameworkInfo;
}
export const Response_GetFrameworks_Framework: MessageType<Response_GetFrameworks_Framework> = messageType(
  "mesos.v1.agent.Response.GetFrameworks.Framework",
  () => [
    ["framework_info", 1, "required", $v1_mesos.FrameworkInfo],
  ],
  encodeResponse_GetFrameworks_Framework,
  decodeResponse_GetFrameworks_Framework,
);
export function encodeResponse_GetFrameworks_Framework(m: Response_GetFrameworks_Framework, w: Writer): void {
  if (m.framework_info !== undefined) { const v = m.framework_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeFrameworkInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetFrameworks_Framework(r: Reader, end: number, m: Response_GetFrameworks_Framework = {} as Response_GetFrameworks_Framework): Response_GetFrameworks_Framework {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.framework_info = $v1_mesos.decodeFrameworkInfo(r, r.open(end), m.framework_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.framework_info === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetExecutors extends Message {
  executors?: Response_GetExecutors_Executor[] | undefined;
  completed_executors?: Response_GetExecutors_Executor[] | undefined;
}
export const Response_GetExecutors: MessageType<Response_GetExecutors> = messageType(
  "mesos.v1.agent.Response.GetExecutors",
  () => [
    ["executors", 1, "repeated", Response_GetExecutors_Executor],
    ["completed_executors", 2, "repeated", Response_GetExecutors_Executor],
  ],
  encodeResponse_GetExecutors,
  decodeResponse_GetExecutors,
);
export function encodeResponse_GetExecutors(m: Response_GetExecutors, w: Writer): void {
  if (m.executors !== undefined) for (const v of m.executors) { w.uint32(10); { const b = w.open(); encodeResponse_GetExecutors_Executor(v, w); w.close(b); } }
  if (m.completed_executors !== undefined) for (const v of m.completed_executors) { w.uint32(18); { const b = w.open(); encodeResponse_GetExecutors_Executor(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetExecutors(r: Reader, end: number, m: Response_GetExecutors = {} as Response_GetExecutors): Response_GetExecutors {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResponse_GetExecutors_Executor(r, r.open(end)); (m.executors ??= []).push(v); break; }
      case 18: { const v = decodeResponse_GetExecutors_Executor(r, r.open(end)); (m.completed_executors ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetExecutors_Executor extends Message {
  executor_info: $v1_mesos.ExecutorInfo;
}
export const Response_GetExecutors_Executor: MessageType<Response_GetExecutors_Executor> = messageType(
  "mesos.v1.agent.Response.GetExecutors.Executor",
  () => [
    ["executor_info", 1, "required", $v1_mesos.ExecutorInfo],
  ],
  encodeResponse_GetExecutors_Executor,
  decodeResponse_GetExecutors_Executor,
);
export function encodeResponse_GetExecutors_Executor(m: Response_GetExecutors_Executor, w: Writer): void {
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetExecutors_Executor(r: Reader, end: number, m: Response_GetExecutors_Executor = {} as Response_GetExecutors_Executor): Response_GetExecutors_Executor {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_info = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.executor_info === undefined) r.incomplete = true;
  return m;
}

export interface Response_GetOperations extends Message {
  operations?: $v1_mesos.Operation[] | undefined;
}
export const Response_GetOperations: MessageType<Response_GetOperations> = messageType(
  "mesos.v1.agent.Response.GetOperations",
  () => [
    ["operations", 1, "repeated", $v1_mesos.Operation],
  ],
  encodeResponse_GetOperations,
  decodeResponse_GetOperations,
);
export function encodeResponse_GetOperations(m: Response_GetOperations, w: Writer): void {
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperation(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetOperations(r: Reader, end: number, m: Response_GetOperations = {} as Response_GetOperations): Response_GetOperations {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOperation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetTasks extends Message {
  pending_tasks?: $v1_mesos.Task[] | undefined;
  queued_tasks?: $v1_mesos.Task[] | undefined;
  launched_tasks?: $v1_mesos.Task[] | undefined;
  terminated_tasks?: $v1_mesos.Task[] | undefined;
  completed_tasks?: $v1_mesos.Task[] | undefined;
}
export const Response_GetTasks: MessageType<Response_GetTasks> = messageType(
  "mesos.v1.agent.Response.GetTasks",
  () => [
    ["pending_tasks", 1, "repeated", $v1_mesos.Task],
    ["queued_tasks", 2, "repeated", $v1_mesos.Task],
    ["launched_tasks", 3, "repeated", $v1_mesos.Task],
    ["terminated_tasks", 4, "repeated", $v1_mesos.Task],
    ["completed_tasks", 5, "repeated", $v1_mesos.Task],
  ],
  encodeResponse_GetTasks,
  decodeResponse_GetTasks,
);
export function encodeResponse_GetTasks(m: Response_GetTasks, w: Writer): void {
  if (m.pending_tasks !== undefined) for (const v of m.pending_tasks) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.queued_tasks !== undefined) for (const v of m.queued_tasks) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.launched_tasks !== undefined) for (const v of m.launched_tasks) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.terminated_tasks !== undefined) for (const v of m.terminated_tasks) { w.uint32(34); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.completed_tasks !== undefined) for (const v of m.completed_tasks) { w.uint32(42); { const b = w.open(); $v1_mesos.encodeTask(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetTasks(r: Reader, end: number, m: Response_GetTasks = {} as Response_GetTasks): Response_GetTasks {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.pending_tasks ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.queued_tasks ??= []).push(v); break; }
      case 26: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.launched_tasks ??= []).push(v); break; }
      case 34: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.terminated_tasks ??= []).push(v); break; }
      case 42: { const v = $v1_mesos.decodeTask(r, r.open(end)); (m.completed_tasks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetAgent extends Message {
  agent_info?: $v1_mesos.AgentInfo | undefined;
  drain_config?: $v1_mesos.DrainConfig | undefined;
  estimated_drain_start_time?: $v1_mesos.TimeInfo | undefined;
}
export const Response_GetAgent: MessageType<Response_GetAgent> = messageType(
  "mesos.v1.agent.Response.GetAgent",
  () => [
    ["agent_info", 1, "optional", $v1_mesos.AgentInfo, { v0: "slave_info" }],
    ["drain_config", 2, "optional", $v1_mesos.DrainConfig],
    ["estimated_drain_start_time", 3, "optional", $v1_mesos.TimeInfo],
  ],
  encodeResponse_GetAgent,
  decodeResponse_GetAgent,
);
export function encodeResponse_GetAgent(m: Response_GetAgent, w: Writer): void {
  if (m.agent_info !== undefined) { const v = m.agent_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeAgentInfo(v, w); w.close(b); } }
  if (m.drain_config !== undefined) { const v = m.drain_config; w.uint32(18); { const b = w.open(); $v1_mesos.encodeDrainConfig(v, w); w.close(b); } }
  if (m.estimated_drain_start_time !== undefined) { const v = m.estimated_drain_start_time; w.uint32(26); { const b = w.open(); $v1_mesos.encodeTimeInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetAgent(r: Reader, end: number, m: Response_GetAgent = {} as Response_GetAgent): Response_GetAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.agent_info = $v1_mesos.decodeAgentInfo(r, r.open(end), m.agent_info); break;
      case 18: m.drain_config = $v1_mesos.decodeDrainConfig(r, r.open(end), m.drain_config); break;
      case 26: m.estimated_drain_start_time = $v1_mesos.decodeTimeInfo(r, r.open(end), m.estimated_drain_start_time); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetResourceProviders extends Message {
  resource_providers?: Response_GetResourceProviders_ResourceProvider[] | undefined;
}
export const Response_GetResourceProviders: MessageType<Response_GetResourceProviders> = messageType(
  "mesos.v1.agent.Response.GetResourceProviders",
  () => [
    ["resource_providers", 1, "repeated", Response_GetResourceProviders_ResourceProvider],
  ],
  encodeResponse_GetResourceProviders,
  decodeResponse_GetResourceProviders,
);
export function encodeResponse_GetResourceProviders(m: Response_GetResourceProviders, w: Writer): void {
  if (m.resource_providers !== undefined) for (const v of m.resource_providers) { w.uint32(10); { const b = w.open(); encodeResponse_GetResourceProviders_ResourceProvider(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetResourceProviders(r: Reader, end: number, m: Response_GetResourceProviders = {} as Response_GetResourceProviders): Response_GetResourceProviders {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResponse_GetResourceProviders_ResourceProvider(r, r.open(end)); (m.resource_providers ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_GetResourceProviders_ResourceProvider extends Message {
  resource_provider_info: $v1_mesos.ResourceProviderInfo;
  total_resources?: $v1_mesos.Resource[] | undefined;
}
export const Response_GetResourceProviders_ResourceProvider: MessageType<Response_GetResourceProviders_ResourceProvider> = messageType(
  "mesos.v1.agent.Response.GetResourceProviders.ResourceProvider",
  () => [
    ["resource_provider_info", 1, "required", $v1_mesos.ResourceProviderInfo],
    ["total_resources", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeResponse_GetResourceProviders_ResourceProvider,
  decodeResponse_GetResourceProviders_ResourceProvider,
);
export function encodeResponse_GetResourceProviders_ResourceProvider(m: Response_GetResourceProviders_ResourceProvider, w: Writer): void {
  if (m.resource_provider_info !== undefined) { const v = m.resource_provider_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderInfo(v, w); w.close(b); } }
  if (m.total_resources !== undefined) for (const v of m.total_resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_GetResourceProviders_ResourceProvider(r: Reader, end: number, m: Response_GetResourceProviders_ResourceProvider = {} as Response_GetResourceProviders_ResourceProvider): Response_GetResourceProviders_ResourceProvider {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.resource_provider_info = $v1_mesos.decodeResourceProviderInfo(r, r.open(end), m.resource_provider_info); break;
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.total_resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.resource_provider_info === undefined) r.incomplete = true;
  return m;
}

export interface Response_WaitNestedContainer extends Message {
  exit_status?: number | undefined;
  state?: $v1_mesos.TaskState | undefined;
  reason?: $v1_mesos.TaskStatus_Reason | undefined;
  limitation?: $v1_mesos.TaskResourceLimitation | undefined;
  message?: string | undefined;
}
export const Response_WaitNestedContainer: MessageType<Response_WaitNestedContainer> = messageType(
  "mesos.v1.agent.Response.WaitNestedContainer",
  () => [
    ["exit_status", 1, "optional", "int32"],
    ["state", 2, "optional", $v1_mesos.TaskState],
    ["reason", 3, "optional", $v1_mesos.TaskStatus_Reason],
    ["limitation", 4, "optional", $v1_mesos.TaskResourceLimitation],
    ["message", 5, "optional", "string"],
  ],
  encodeResponse_WaitNestedContainer,
  decodeResponse_WaitNestedContainer,
);
export function encodeResponse_WaitNestedContainer(m: Response_WaitNestedContainer, w: Writer): void {
  if (m.exit_status !== undefined) { const v = m.exit_status; w.uint32(8); w.int32(v); }
  if (m.state !== undefined) { const v = m.state; { const n = $v1_mesos.TaskState.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.reason !== undefined) { const v = m.reason; { const n = $v1_mesos.TaskStatus_Reason.numbers[v]; if (n !== undefined) { w.uint32(24); w.int32(n); } } }
  if (m.limitation !== undefined) { const v = m.limitation; w.uint32(34); { const b = w.open(); $v1_mesos.encodeTaskResourceLimitation(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(42); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_WaitNestedContainer(r: Reader, end: number, m: Response_WaitNestedContainer = {} as Response_WaitNestedContainer): Response_WaitNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.exit_status = r.int32(); break;
      case 16: { const v = $v1_mesos.TaskState.names.get(r.int32()) as $v1_mesos.TaskState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      case 24: { const v = $v1_mesos.TaskStatus_Reason.names.get(r.int32()) as $v1_mesos.TaskStatus_Reason | undefined; if (v === undefined) r.keep(m, start); else m.reason = v; break; }
      case 34: m.limitation = $v1_mesos.decodeTaskResourceLimitation(r, r.open(end), m.limitation); break;
      case 42: m.message = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface Response_WaitContainer extends Message {
  exit_status?: number | undefined;
  state?: $v1_mesos.TaskState | undefined;
  reason?: $v1_mesos.TaskStatus_Reason | undefined;
  limitation?: $v1_mesos.TaskResourceLimitation | undefined;
  message?: string | undefined;
}
export const Response_WaitContainer: MessageType<Response_WaitContainer> = messageType(
  "mesos.v1.agent.Response.WaitContainer",
  () => [
    ["exit_status", 1, "optional", "int32"],
    ["state", 2, "optional", $v1_mesos.TaskState],
    ["reason", 3, "optional", $v1_mesos.TaskStatus_Reason],
    ["limitation", 4, "optional", $v1_mesos.TaskResourceLimitation],
    ["message", 5, "optional", "string"],
  ],
  encodeResponse_WaitContainer,
  decodeResponse_WaitContainer,
);
export function encodeResponse_WaitContainer(m: Response_WaitContainer, w: Writer): void {
  if (m.exit_status !== undefined) { const v = m.exit_status; w.uint32(8); w.int32(v); }
  if (m.state !== undefined) { const v = m.state; { const n = $v1_mesos.TaskState.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.reason !== undefined) { const v = m.reason; { const n = $v1_mesos.TaskStatus_Reason.numbers[v]; if (n !== undefined) { w.uint32(24); w.int32(n); } } }
  if (m.limitation !== undefined) { const v = m.limitation; w.uint32(34); { const b = w.open(); $v1_mesos.encodeTaskResourceLimitation(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(42); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResponse_WaitContainer(r: Reader, end: number, m: Response_WaitContainer = {} as Response_WaitContainer): Response_WaitContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.exit_status = r.int32(); break;
      case 16: { const v = $v1_mesos.TaskState.names.get(r.int32()) as $v1_mesos.TaskState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      case 24: { const v = $v1_mesos.TaskStatus_Reason.names.get(r.int32()) as $v1_mesos.TaskStatus_Reason | undefined; if (v === undefined) r.keep(m, start); else m.reason = v; break; }
      case 34: m.limitation = $v1_mesos.decodeTaskResourceLimitation(r, r.open(end), m.limitation); break;
      case 42: m.message = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type Response_Type = "UNKNOWN" | "GET_HEALTH" | "GET_FLAGS" | "GET_VERSION" | "GET_METRICS" | "GET_LOGGING_LEVEL" | "LIST_FILES" | "READ_FILE" | "GET_STATE" | "GET_CONTAINERS" | "GET_FRAMEWORKS" | "GET_EXECUTORS" | "GET_OPERATIONS" | "GET_TASKS" | "GET_AGENT" | "GET_RESOURCE_PROVIDERS" | "WAIT_NESTED_CONTAINER" | "WAIT_CONTAINER";
export const Response_Type: EnumType = enumType("mesos.v1.agent.Response.Type", { UNKNOWN: 0, GET_HEALTH: 1, GET_FLAGS: 2, GET_VERSION: 3, GET_METRICS: 4, GET_LOGGING_LEVEL: 5, LIST_FILES: 6, READ_FILE: 7, GET_STATE: 8, GET_CONTAINERS: 9, GET_FRAMEWORKS: 10, GET_EXECUTORS: 11, GET_OPERATIONS: 17, GET_TASKS: 12, GET_AGENT: 14, GET_RESOURCE_PROVIDERS: 16, WAIT_NESTED_CONTAINER: 13, WAIT_CONTAINER: 15 }, {  });

export interface ProcessIO extends Message {
  type?: ProcessIO_Type | undefined;
  data?: ProcessIO_Data | undefined;
  control?: ProcessIO_Control | undefined;
}
export const ProcessIO: MessageType<ProcessIO> = messageType(
  "mesos.v1.agent.ProcessIO",
  () => [
    ["type", 1, "optional", ProcessIO_Type],
    ["data", 2, "optional", ProcessIO_Data],
    ["control", 3, "optional", ProcessIO_Control],
  ],
  encodeProcessIO,
  decodeProcessIO,
);
export function encodeProcessIO(m: ProcessIO, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = ProcessIO_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.data !== undefined) { const v = m.data; w.uint32(18); { const b = w.open(); encodeProcessIO_Data(v, w); w.close(b); } }
  if (m.control !== undefined) { const v = m.control; w.uint32(26); { const b = w.open(); encodeProcessIO_Control(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeProcessIO(r: Reader, end: number, m: ProcessIO = {} as ProcessIO): ProcessIO {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ProcessIO_Type.names.get(r.int32()) as ProcessIO_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.data = decodeProcessIO_Data(r, r.open(end), m.data); break;
      case 26: m.control = decodeProcessIO_Control(r, r.open(end), m.control); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ProcessIO_Data extends Message {
  type?: ProcessIO_Data_Type | undefined;
  data?: Uint8Array | undefined;
}
export const ProcessIO_Data: MessageType<ProcessIO_Data> = messageType(
  "mesos.v1.agent.ProcessIO.Data",
  () => [
    ["type", 1, "optional", ProcessIO_Data_Type],
    ["data", 2, "optional", "bytes"],
  ],
  encodeProcessIO_Data,
  decodeProcessIO_Data,
);
export function encodeProcessIO_Data(m: ProcessIO_Data, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = ProcessIO_Data_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.data !== undefined) { const v = m.data; w.uint32(18); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeProcessIO_Data(r: Reader, end: number, m: ProcessIO_Data = {} as ProcessIO_Data): ProcessIO_Data {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ProcessIO_Data_Type.names.get(r.int32()) as ProcessIO_Data_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ProcessIO_Data_Type = "UNKNOWN" | "STDIN" | "STDOUT" | "STDERR";
export const ProcessIO_Data_Type: EnumType = enumType("mesos.v1.agent.ProcessIO.Data.Type", { UNKNOWN: 0, STDIN: 1, STDOUT: 2, STDERR: 3 }, {  });

export interface ProcessIO_Control extends Message {
  type?: ProcessIO_Control_Type | undefined;
  tty_info?: $v1_mesos.TTYInfo | undefined;
  heartbeat?: ProcessIO_Control_Heartbeat | undefined;
}
export const ProcessIO_Control: MessageType<ProcessIO_Control> = messageType(
  "mesos.v1.agent.ProcessIO.Control",
  () => [
    ["type", 1, "optional", ProcessIO_Control_Type],
    ["tty_info", 2, "optional", $v1_mesos.TTYInfo],
    ["heartbeat", 3, "optional", ProcessIO_Control_Heartbeat],
  ],
  encodeProcessIO_Control,
  decodeProcessIO_Control,
);
export function encodeProcessIO_Control(m: ProcessIO_Control, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = ProcessIO_Control_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.tty_info !== undefined) { const v = m.tty_info; w.uint32(18); { const b = w.open(); $v1_mesos.encodeTTYInfo(v, w); w.close(b); } }
  if (m.heartbeat !== undefined) { const v = m.heartbeat; w.uint32(26); { const b = w.open(); encodeProcessIO_Control_Heartbeat(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeProcessIO_Control(r: Reader, end: number, m: ProcessIO_Control = {} as ProcessIO_Control): ProcessIO_Control {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ProcessIO_Control_Type.names.get(r.int32()) as ProcessIO_Control_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: m.tty_info = $v1_mesos.decodeTTYInfo(r, r.open(end), m.tty_info); break;
      case 26: m.heartbeat = decodeProcessIO_Control_Heartbeat(r, r.open(end), m.heartbeat); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ProcessIO_Control_Heartbeat extends Message {
  interval?: $v1_mesos.DurationInfo | undefined;
}
export const ProcessIO_Control_Heartbeat: MessageType<ProcessIO_Control_Heartbeat> = messageType(
  "mesos.v1.agent.ProcessIO.Control.Heartbeat",
  () => [
    ["interval", 1, "optional", $v1_mesos.DurationInfo],
  ],
  encodeProcessIO_Control_Heartbeat,
  decodeProcessIO_Control_Heartbeat,
);
export function encodeProcessIO_Control_Heartbeat(m: ProcessIO_Control_Heartbeat, w: Writer): void {
  if (m.interval !== undefined) { const v = m.interval; w.uint32(10); { const b = w.open(); $v1_mesos.encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeProcessIO_Control_Heartbeat(r: Reader, end: number, m: ProcessIO_Control_Heartbeat = {} as ProcessIO_Control_Heartbeat): ProcessIO_Control_Heartbeat {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.interval = $v1_mesos.decodeDurationInfo(r, r.open(end), m.interval); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ProcessIO_Control_Type = "UNKNOWN" | "TTY_INFO" | "HEARTBEAT";
export const ProcessIO_Control_Type: EnumType = enumType("mesos.v1.agent.ProcessIO.Control.Type", { UNKNOWN: 0, TTY_INFO: 1, HEARTBEAT: 2 }, {  });

export type ProcessIO_Type = "UNKNOWN" | "DATA" | "CONTROL";
export const ProcessIO_Type: EnumType = enumType("mesos.v1.agent.ProcessIO.Type", { UNKNOWN: 0, DATA: 1, CONTROL: 2 }, {  });
