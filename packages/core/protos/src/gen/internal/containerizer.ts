// Generated from schema/internal/containerizer.proto by `npm run generate`. Do not edit.
import { enumType, messageType, setEntry } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $other_appc from "../other/appc.ts";
import * as $other_docker_v1 from "../other/docker_v1.ts";
import * as $other_seccomp from "../other/seccomp.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface ContainerLimitation extends Message {
  resources?: $v1_mesos.Resource[] | undefined;
  message?: string | undefined;
  reason?: $v1_mesos.TaskStatus_Reason | undefined;
}
export const ContainerLimitation: MessageType<ContainerLimitation> = messageType(
  "mesos.slave.ContainerLimitation",
  () => [
    ["resources", 1, "repeated", $v1_mesos.Resource],
    ["message", 2, "optional", "string"],
    ["reason", 3, "optional", $v1_mesos.TaskStatus_Reason],
  ],
  encodeContainerLimitation,
  decodeContainerLimitation,
);
export function encodeContainerLimitation(m: ContainerLimitation, w: Writer): void {
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.message !== undefined) { const v = m.message; w.uint32(18); w.string(v); }
  if (m.reason !== undefined) { const v = m.reason; { const n = $v1_mesos.TaskStatus_Reason.numbers[v]; if (n !== undefined) { w.uint32(24); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerLimitation(r: Reader, end: number, m: ContainerLimitation = {} as ContainerLimitation): ContainerLimitation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 18: m.message = r.string(); break;
      case 24: { const v = $v1_mesos.TaskStatus_Reason.names.get(r.int32()) as $v1_mesos.TaskStatus_Reason | undefined; if (v === undefined) r.keep(m, start); else m.reason = v; break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerState extends Message {
  executor_info?: $v1_mesos.ExecutorInfo | undefined;
  container_info?: $v1_mesos.ContainerInfo | undefined;
  container_id: $v1_mesos.ContainerID;
  pid: number;
  directory: string;
  ephemeral_volumes?: string[] | undefined;
}
export const ContainerState: MessageType<ContainerState> = messageType(
  "mesos.slave.ContainerState",
  () => [
    ["executor_info", 1, "optional", $v1_mesos.ExecutorInfo],
    ["container_info", 6, "optional", $v1_mesos.ContainerInfo],
    ["container_id", 2, "required", $v1_mesos.ContainerID],
    ["pid", 3, "required", "uint64"],
    ["directory", 4, "required", "string"],
    ["ephemeral_volumes", 5, "repeated", "string"],
  ],
  encodeContainerState,
  decodeContainerState,
);
export function encodeContainerState(m: ContainerState, w: Writer): void {
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(10); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.container_id !== undefined) { const v = m.container_id; w.uint32(18); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.pid !== undefined) { const v = m.pid; w.uint32(24); w.int64(v); }
  if (m.directory !== undefined) { const v = m.directory; w.uint32(34); w.string(v); }
  if (m.ephemeral_volumes !== undefined) for (const v of m.ephemeral_volumes) { w.uint32(42); w.string(v); }
  if (m.container_info !== undefined) { const v = m.container_info; w.uint32(50); { const b = w.open(); $v1_mesos.encodeContainerInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerState(r: Reader, end: number, m: ContainerState = {} as ContainerState): ContainerState {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executor_info = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      case 50: m.container_info = $v1_mesos.decodeContainerInfo(r, r.open(end), m.container_info); break;
      case 18: m.container_id = $v1_mesos.decodeContainerID(r, r.open(end), m.container_id); break;
      case 24: m.pid = r.uint64(); break;
      case 34: m.directory = r.string(); break;
      case 42: (m.ephemeral_volumes ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.container_id === undefined || m.pid === undefined || m.directory === undefined) r.incomplete = true;
  return m;
}

export interface ContainerRecoverInfo extends Message {
  checkpointed_container_states?: ContainerState[] | undefined;
  orphan_container_ids?: $v1_mesos.ContainerID[] | undefined;
  known_container_ids?: $v1_mesos.ContainerID[] | undefined;
}
export const ContainerRecoverInfo: MessageType<ContainerRecoverInfo> = messageType(
  "mesos.slave.ContainerRecoverInfo",
  () => [
    ["checkpointed_container_states", 1, "repeated", ContainerState],
    ["orphan_container_ids", 2, "repeated", $v1_mesos.ContainerID],
    ["known_container_ids", 3, "repeated", $v1_mesos.ContainerID],
  ],
  encodeContainerRecoverInfo,
  decodeContainerRecoverInfo,
);
export function encodeContainerRecoverInfo(m: ContainerRecoverInfo, w: Writer): void {
  if (m.checkpointed_container_states !== undefined) for (const v of m.checkpointed_container_states) { w.uint32(10); { const b = w.open(); encodeContainerState(v, w); w.close(b); } }
  if (m.orphan_container_ids !== undefined) for (const v of m.orphan_container_ids) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.known_container_ids !== undefined) for (const v of m.known_container_ids) { w.uint32(26); { const b = w.open(); $v1_mesos.encodeContainerID(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerRecoverInfo(r: Reader, end: number, m: ContainerRecoverInfo = {} as ContainerRecoverInfo): ContainerRecoverInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeContainerState(r, r.open(end)); (m.checkpointed_container_states ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeContainerID(r, r.open(end)); (m.orphan_container_ids ??= []).push(v); break; }
      case 26: { const v = $v1_mesos.decodeContainerID(r, r.open(end)); (m.known_container_ids ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerConfig extends Message {
  executor_info?: $v1_mesos.ExecutorInfo | undefined;
  task_info?: $v1_mesos.TaskInfo | undefined;
  command_info: $v1_mesos.CommandInfo;
  container_info?: $v1_mesos.ContainerInfo | undefined;
  resources?: $v1_mesos.Resource[] | undefined;
  limits?: Record<string, $v1_mesos.Value_Scalar> | undefined;
  container_class?: ContainerClass | undefined;
  directory: string;
  ephemeral_volumes?: string[] | undefined;
  user?: string | undefined;
  rootfs?: string | undefined;
  docker?: ContainerConfig_Docker | undefined;
  appc?: ContainerConfig_Appc | undefined;
}
export const ContainerConfig: MessageType<ContainerConfig> = messageType(
  "mesos.slave.ContainerConfig",
  () => [
    ["executor_info", 8, "optional", $v1_mesos.ExecutorInfo],
    ["task_info", 9, "optional", $v1_mesos.TaskInfo],
    ["command_info", 11, "required", $v1_mesos.CommandInfo],
    ["container_info", 12, "optional", $v1_mesos.ContainerInfo],
    ["resources", 13, "repeated", $v1_mesos.Resource],
    ["limits", 16, "map", $v1_mesos.Value_Scalar],
    ["container_class", 14, "optional", ContainerClass],
    ["directory", 3, "required", "string"],
    ["ephemeral_volumes", 15, "repeated", "string"],
    ["user", 4, "optional", "string"],
    ["rootfs", 5, "optional", "string"],
    ["docker", 7, "optional", ContainerConfig_Docker],
    ["appc", 10, "optional", ContainerConfig_Appc],
  ],
  encodeContainerConfig,
  decodeContainerConfig,
);
export function encodeContainerConfig(m: ContainerConfig, w: Writer): void {
  if (m.directory !== undefined) { const v = m.directory; w.uint32(26); w.string(v); }
  if (m.user !== undefined) { const v = m.user; w.uint32(34); w.string(v); }
  if (m.rootfs !== undefined) { const v = m.rootfs; w.uint32(42); w.string(v); }
  if (m.docker !== undefined) { const v = m.docker; w.uint32(58); { const b = w.open(); encodeContainerConfig_Docker(v, w); w.close(b); } }
  if (m.executor_info !== undefined) { const v = m.executor_info; w.uint32(66); { const b = w.open(); $v1_mesos.encodeExecutorInfo(v, w); w.close(b); } }
  if (m.task_info !== undefined) { const v = m.task_info; w.uint32(74); { const b = w.open(); $v1_mesos.encodeTaskInfo(v, w); w.close(b); } }
  if (m.appc !== undefined) { const v = m.appc; w.uint32(82); { const b = w.open(); encodeContainerConfig_Appc(v, w); w.close(b); } }
  if (m.command_info !== undefined) { const v = m.command_info; w.uint32(90); { const b = w.open(); $v1_mesos.encodeCommandInfo(v, w); w.close(b); } }
  if (m.container_info !== undefined) { const v = m.container_info; w.uint32(98); { const b = w.open(); $v1_mesos.encodeContainerInfo(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(106); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.container_class !== undefined) { const v = m.container_class; { const n = ContainerClass.numbers[v]; if (n !== undefined) { w.uint32(112); w.int32(n); } } }
  if (m.ephemeral_volumes !== undefined) for (const v of m.ephemeral_volumes) { w.uint32(122); w.string(v); }
  if (m.limits !== undefined) for (const [k, v] of Object.entries(m.limits)) { w.uint32(130); const a = w.open(); w.uint32(10); w.string(k); w.uint32(18); { const b = w.open(); $v1_mesos.encodeValue_Scalar(v, w); w.close(b); } w.close(a); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerConfig(r: Reader, end: number, m: ContainerConfig = {} as ContainerConfig): ContainerConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 66: m.executor_info = $v1_mesos.decodeExecutorInfo(r, r.open(end), m.executor_info); break;
      case 74: m.task_info = $v1_mesos.decodeTaskInfo(r, r.open(end), m.task_info); break;
      case 90: m.command_info = $v1_mesos.decodeCommandInfo(r, r.open(end), m.command_info); break;
      case 98: m.container_info = $v1_mesos.decodeContainerInfo(r, r.open(end), m.container_info); break;
      case 106: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      case 130: { const e = r.open(end); let k = ""; let v: $v1_mesos.Value_Scalar | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === 18) v = $v1_mesos.decodeValue_Scalar(r, r.open(e), v); else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.limits ??= {}), k, v ?? {} as never); break; }
      case 112: { const v = ContainerClass.names.get(r.int32()) as ContainerClass | undefined; if (v === undefined) r.keep(m, start); else m.container_class = v; break; }
      case 26: m.directory = r.string(); break;
      case 122: (m.ephemeral_volumes ??= []).push(r.string()); break;
      case 34: m.user = r.string(); break;
      case 42: m.rootfs = r.string(); break;
      case 58: m.docker = decodeContainerConfig_Docker(r, r.open(end), m.docker); break;
      case 82: m.appc = decodeContainerConfig_Appc(r, r.open(end), m.appc); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.command_info === undefined || m.directory === undefined) r.incomplete = true;
  return m;
}

export interface ContainerConfig_Docker extends Message {
  manifest?: $other_docker_v1.ImageManifest | undefined;
}
export const ContainerConfig_Docker: MessageType<ContainerConfig_Docker> = messageType(
  "mesos.slave.ContainerConfig.Docker",
  () => [
    ["manifest", 1, "optional", $other_docker_v1.ImageManifest],
  ],
  encodeContainerConfig_Docker,
  decodeContainerConfig_Docker,
);
export function encodeContainerConfig_Docker(m: ContainerConfig_Docker, w: Writer): void {
  if (m.manifest !== undefined) { const v = m.manifest; w.uint32(10); { const b = w.open(); $other_docker_v1.encodeImageManifest(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerConfig_Docker(r: Reader, end: number, m: ContainerConfig_Docker = {} as ContainerConfig_Docker): ContainerConfig_Docker {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.manifest = $other_docker_v1.decodeImageManifest(r, r.open(end), m.manifest); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerConfig_Appc extends Message {
  manifest?: $other_appc.ImageManifest | undefined;
}
export const ContainerConfig_Appc: MessageType<ContainerConfig_Appc> = messageType(
  "mesos.slave.ContainerConfig.Appc",
  () => [
    ["manifest", 1, "optional", $other_appc.ImageManifest],
  ],
  encodeContainerConfig_Appc,
  decodeContainerConfig_Appc,
);
export function encodeContainerConfig_Appc(m: ContainerConfig_Appc, w: Writer): void {
  if (m.manifest !== undefined) { const v = m.manifest; w.uint32(10); { const b = w.open(); $other_appc.encodeImageManifest(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerConfig_Appc(r: Reader, end: number, m: ContainerConfig_Appc = {} as ContainerConfig_Appc): ContainerConfig_Appc {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.manifest = $other_appc.decodeImageManifest(r, r.open(end), m.manifest); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerMountInfo extends Message {
  target: string;
  source?: string | undefined;
  type?: string | undefined;
  flags?: number | undefined;
  options?: string | undefined;
}
export const ContainerMountInfo: MessageType<ContainerMountInfo> = messageType(
  "mesos.slave.ContainerMountInfo",
  () => [
    ["target", 1, "required", "string"],
    ["source", 2, "optional", "string"],
    ["type", 3, "optional", "string"],
    ["flags", 4, "optional", "uint32"],
    ["options", 5, "optional", "string"],
  ],
  encodeContainerMountInfo,
  decodeContainerMountInfo,
);
export function encodeContainerMountInfo(m: ContainerMountInfo, w: Writer): void {
  if (m.target !== undefined) { const v = m.target; w.uint32(10); w.string(v); }
  if (m.source !== undefined) { const v = m.source; w.uint32(18); w.string(v); }
  if (m.type !== undefined) { const v = m.type; w.uint32(26); w.string(v); }
  if (m.flags !== undefined) { const v = m.flags; w.uint32(32); w.uint32(v); }
  if (m.options !== undefined) { const v = m.options; w.uint32(42); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerMountInfo(r: Reader, end: number, m: ContainerMountInfo = {} as ContainerMountInfo): ContainerMountInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.target = r.string(); break;
      case 18: m.source = r.string(); break;
      case 26: m.type = r.string(); break;
      case 32: m.flags = r.uint32(); break;
      case 42: m.options = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.target === undefined) r.incomplete = true;
  return m;
}

export interface ContainerFileOperation extends Message {
  operation?: ContainerFileOperation_Operation | undefined;
  symlink?: ContainerFileOperation_Symlink | undefined;
  mkdir?: ContainerFileOperation_Mkdir | undefined;
  rename?: ContainerFileOperation_Rename | undefined;
  mount?: ContainerMountInfo | undefined;
}
export const ContainerFileOperation: MessageType<ContainerFileOperation> = messageType(
  "mesos.slave.ContainerFileOperation",
  () => [
    ["operation", 1, "optional", ContainerFileOperation_Operation],
    ["symlink", 2, "optional", ContainerFileOperation_Symlink],
    ["mkdir", 3, "optional", ContainerFileOperation_Mkdir],
    ["rename", 4, "optional", ContainerFileOperation_Rename],
    ["mount", 5, "optional", ContainerMountInfo],
  ],
  encodeContainerFileOperation,
  decodeContainerFileOperation,
);
export function encodeContainerFileOperation(m: ContainerFileOperation, w: Writer): void {
  if (m.operation !== undefined) { const v = m.operation; { const n = ContainerFileOperation_Operation.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.symlink !== undefined) { const v = m.symlink; w.uint32(18); { const b = w.open(); encodeContainerFileOperation_Symlink(v, w); w.close(b); } }
  if (m.mkdir !== undefined) { const v = m.mkdir; w.uint32(26); { const b = w.open(); encodeContainerFileOperation_Mkdir(v, w); w.close(b); } }
  if (m.rename !== undefined) { const v = m.rename; w.uint32(34); { const b = w.open(); encodeContainerFileOperation_Rename(v, w); w.close(b); } }
  if (m.mount !== undefined) { const v = m.mount; w.uint32(42); { const b = w.open(); encodeContainerMountInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerFileOperation(r: Reader, end: number, m: ContainerFileOperation = {} as ContainerFileOperation): ContainerFileOperation {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ContainerFileOperation_Operation.names.get(r.int32()) as ContainerFileOperation_Operation | undefined; if (v === undefined) r.keep(m, start); else m.operation = v; break; }
      case 18: m.symlink = decodeContainerFileOperation_Symlink(r, r.open(end), m.symlink); break;
      case 26: m.mkdir = decodeContainerFileOperation_Mkdir(r, r.open(end), m.mkdir); break;
      case 34: m.rename = decodeContainerFileOperation_Rename(r, r.open(end), m.rename); break;
      case 42: m.mount = decodeContainerMountInfo(r, r.open(end), m.mount); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerFileOperation_Symlink extends Message {
  source?: string | undefined;
  target?: string | undefined;
}
export const ContainerFileOperation_Symlink: MessageType<ContainerFileOperation_Symlink> = messageType(
  "mesos.slave.ContainerFileOperation.Symlink",
  () => [
    ["source", 1, "optional", "string"],
    ["target", 2, "optional", "string"],
  ],
  encodeContainerFileOperation_Symlink,
  decodeContainerFileOperation_Symlink,
);
export function encodeContainerFileOperation_Symlink(m: ContainerFileOperation_Symlink, w: Writer): void {
  if (m.source !== undefined) { const v = m.source; w.uint32(10); w.string(v); }
  if (m.target !== undefined) { const v = m.target; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerFileOperation_Symlink(r: Reader, end: number, m: ContainerFileOperation_Symlink = {} as ContainerFileOperation_Symlink): ContainerFileOperation_Symlink {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.source = r.string(); break;
      case 18: m.target = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerFileOperation_Rename extends Message {
  source?: string | undefined;
  target?: string | undefined;
}
export const ContainerFileOperation_Rename: MessageType<ContainerFileOperation_Rename> = messageType(
  "mesos.slave.ContainerFileOperation.Rename",
  () => [
    ["source", 1, "optional", "string"],
    ["target", 2, "optional", "string"],
  ],
  encodeContainerFileOperation_Rename,
  decodeContainerFileOperation_Rename,
);
export function encodeContainerFileOperation_Rename(m: ContainerFileOperation_Rename, w: Writer): void {
  if (m.source !== undefined) { const v = m.source; w.uint32(10); w.string(v); }
  if (m.target !== undefined) { const v = m.target; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerFileOperation_Rename(r: Reader, end: number, m: ContainerFileOperation_Rename = {} as ContainerFileOperation_Rename): ContainerFileOperation_Rename {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.source = r.string(); break;
      case 18: m.target = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerFileOperation_Mkdir extends Message {
  target?: string | undefined;
  recursive?: boolean | undefined;
}
export const ContainerFileOperation_Mkdir: MessageType<ContainerFileOperation_Mkdir> = messageType(
  "mesos.slave.ContainerFileOperation.Mkdir",
  () => [
    ["target", 1, "optional", "string"],
    ["recursive", 2, "optional", "bool"],
  ],
  encodeContainerFileOperation_Mkdir,
  decodeContainerFileOperation_Mkdir,
);
export function encodeContainerFileOperation_Mkdir(m: ContainerFileOperation_Mkdir, w: Writer): void {
  if (m.target !== undefined) { const v = m.target; w.uint32(10); w.string(v); }
  if (m.recursive !== undefined) { const v = m.recursive; w.uint32(16); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerFileOperation_Mkdir(r: Reader, end: number, m: ContainerFileOperation_Mkdir = {} as ContainerFileOperation_Mkdir): ContainerFileOperation_Mkdir {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.target = r.string(); break;
      case 16: m.recursive = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ContainerFileOperation_Operation = "SYMLINK" | "MOUNT" | "RENAME" | "MKDIR";
export const ContainerFileOperation_Operation: EnumType = enumType("mesos.slave.ContainerFileOperation.Operation", { SYMLINK: 1, MOUNT: 2, RENAME: 3, MKDIR: 4 }, {  });

export interface ContainerLaunchInfo extends Message {
  pre_exec_commands?: $v1_mesos.CommandInfo[] | undefined;
  environment?: $v1_mesos.Environment | undefined;
  rootfs?: string | undefined;
  enter_namespaces?: number[] | undefined;
  clone_namespaces?: number[] | undefined;
  user?: string | undefined;
  supplementary_groups?: number[] | undefined;
  command?: $v1_mesos.CommandInfo | undefined;
  working_directory?: string | undefined;
  mounts?: ContainerMountInfo[] | undefined;
  masked_paths?: string[] | undefined;
  file_operations?: ContainerFileOperation[] | undefined;
  seccomp_profile?: $other_seccomp.ContainerSeccompProfile | undefined;
  effective_capabilities?: $v1_mesos.CapabilityInfo | undefined;
  bounding_capabilities?: $v1_mesos.CapabilityInfo | undefined;
  rlimits?: $v1_mesos.RLimitInfo | undefined;
  tty_agent_path?: string | undefined;
  task_environment?: $v1_mesos.Environment | undefined;
  task_supplementary_groups?: number[] | undefined;
  no_new_privileges?: boolean | undefined;
}
export const ContainerLaunchInfo: MessageType<ContainerLaunchInfo> = messageType(
  "mesos.slave.ContainerLaunchInfo",
  () => [
    ["pre_exec_commands", 1, "repeated", $v1_mesos.CommandInfo, { deprecated: true }],
    ["environment", 2, "optional", $v1_mesos.Environment],
    ["rootfs", 3, "optional", "string"],
    ["enter_namespaces", 9, "repeated", "int32"],
    ["clone_namespaces", 4, "repeated", "int32"],
    ["user", 10, "optional", "string"],
    ["supplementary_groups", 19, "repeated", "uint32"],
    ["command", 5, "optional", $v1_mesos.CommandInfo],
    ["working_directory", 6, "optional", "string"],
    ["mounts", 17, "repeated", ContainerMountInfo],
    ["masked_paths", 21, "repeated", "string"],
    ["file_operations", 22, "repeated", ContainerFileOperation],
    ["seccomp_profile", 18, "optional", $other_seccomp.ContainerSeccompProfile],
    ["effective_capabilities", 7, "optional", $v1_mesos.CapabilityInfo],
    ["bounding_capabilities", 16, "optional", $v1_mesos.CapabilityInfo],
    ["rlimits", 8, "optional", $v1_mesos.RLimitInfo],
    ["tty_agent_path", 14, "optional", "string", { v0: "tty_slave_path" }],
    ["task_environment", 15, "optional", $v1_mesos.Environment],
    ["task_supplementary_groups", 20, "repeated", "uint32"],
    ["no_new_privileges", 23, "optional", "bool"],
  ],
  encodeContainerLaunchInfo,
  decodeContainerLaunchInfo,
);
export function encodeContainerLaunchInfo(m: ContainerLaunchInfo, w: Writer): void {
  if (m.pre_exec_commands !== undefined) for (const v of m.pre_exec_commands) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeCommandInfo(v, w); w.close(b); } }
  if (m.environment !== undefined) { const v = m.environment; w.uint32(18); { const b = w.open(); $v1_mesos.encodeEnvironment(v, w); w.close(b); } }
  if (m.rootfs !== undefined) { const v = m.rootfs; w.uint32(26); w.string(v); }
  if (m.clone_namespaces !== undefined) for (const v of m.clone_namespaces) { w.uint32(32); w.int32(v); }
  if (m.command !== undefined) { const v = m.command; w.uint32(42); { const b = w.open(); $v1_mesos.encodeCommandInfo(v, w); w.close(b); } }
  if (m.working_directory !== undefined) { const v = m.working_directory; w.uint32(50); w.string(v); }
  if (m.effective_capabilities !== undefined) { const v = m.effective_capabilities; w.uint32(58); { const b = w.open(); $v1_mesos.encodeCapabilityInfo(v, w); w.close(b); } }
  if (m.rlimits !== undefined) { const v = m.rlimits; w.uint32(66); { const b = w.open(); $v1_mesos.encodeRLimitInfo(v, w); w.close(b); } }
  if (m.enter_namespaces !== undefined) for (const v of m.enter_namespaces) { w.uint32(72); w.int32(v); }
  if (m.user !== undefined) { const v = m.user; w.uint32(82); w.string(v); }
  if (m.tty_agent_path !== undefined) { const v = m.tty_agent_path; w.uint32(114); w.string(v); }
  if (m.task_environment !== undefined) { const v = m.task_environment; w.uint32(122); { const b = w.open(); $v1_mesos.encodeEnvironment(v, w); w.close(b); } }
  if (m.bounding_capabilities !== undefined) { const v = m.bounding_capabilities; w.uint32(130); { const b = w.open(); $v1_mesos.encodeCapabilityInfo(v, w); w.close(b); } }
  if (m.mounts !== undefined) for (const v of m.mounts) { w.uint32(138); { const b = w.open(); encodeContainerMountInfo(v, w); w.close(b); } }
  if (m.seccomp_profile !== undefined) { const v = m.seccomp_profile; w.uint32(146); { const b = w.open(); $other_seccomp.encodeContainerSeccompProfile(v, w); w.close(b); } }
  if (m.supplementary_groups !== undefined) for (const v of m.supplementary_groups) { w.uint32(152); w.uint32(v); }
  if (m.task_supplementary_groups !== undefined) for (const v of m.task_supplementary_groups) { w.uint32(160); w.uint32(v); }
  if (m.masked_paths !== undefined) for (const v of m.masked_paths) { w.uint32(170); w.string(v); }
  if (m.file_operations !== undefined) for (const v of m.file_operations) { w.uint32(178); { const b = w.open(); encodeContainerFileOperation(v, w); w.close(b); } }
  if (m.no_new_privileges !== undefined) { const v = m.no_new_privileges; w.uint32(184); w.bool(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerLaunchInfo(r: Reader, end: number, m: ContainerLaunchInfo = {} as ContainerLaunchInfo): ContainerLaunchInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeCommandInfo(r, r.open(end)); (m.pre_exec_commands ??= []).push(v); break; }
      case 18: m.environment = $v1_mesos.decodeEnvironment(r, r.open(end), m.environment); break;
      case 26: m.rootfs = r.string(); break;
      case 72: (m.enter_namespaces ??= []).push(r.int32()); break;
      case 74: { const e = r.open(end); while (r.pos < e) (m.enter_namespaces ??= []).push(r.int32()); r.leave(e); break; }
      case 32: (m.clone_namespaces ??= []).push(r.int32()); break;
      case 34: { const e = r.open(end); while (r.pos < e) (m.clone_namespaces ??= []).push(r.int32()); r.leave(e); break; }
      case 82: m.user = r.string(); break;
      case 152: (m.supplementary_groups ??= []).push(r.uint32()); break;
      case 154: { const e = r.open(end); while (r.pos < e) (m.supplementary_groups ??= []).push(r.uint32()); r.leave(e); break; }
      case 42: m.command = $v1_mesos.decodeCommandInfo(r, r.open(end), m.command); break;
      case 50: m.working_directory = r.string(); break;
      case 138: { const v = decodeContainerMountInfo(r, r.open(end)); (m.mounts ??= []).push(v); break; }
      case 170: (m.masked_paths ??= []).push(r.string()); break;
      case 178: { const v = decodeContainerFileOperation(r, r.open(end)); (m.file_operations ??= []).push(v); break; }
      case 146: m.seccomp_profile = $other_seccomp.decodeContainerSeccompProfile(r, r.open(end), m.seccomp_profile); break;
      case 58: m.effective_capabilities = $v1_mesos.decodeCapabilityInfo(r, r.open(end), m.effective_capabilities); break;
      case 130: m.bounding_capabilities = $v1_mesos.decodeCapabilityInfo(r, r.open(end), m.bounding_capabilities); break;
      case 66: m.rlimits = $v1_mesos.decodeRLimitInfo(r, r.open(end), m.rlimits); break;
      case 114: m.tty_agent_path = r.string(); break;
      case 122: m.task_environment = $v1_mesos.decodeEnvironment(r, r.open(end), m.task_environment); break;
      case 160: (m.task_supplementary_groups ??= []).push(r.uint32()); break;
      case 162: { const e = r.open(end); while (r.pos < e) (m.task_supplementary_groups ??= []).push(r.uint32()); r.leave(e); break; }
      case 184: m.no_new_privileges = r.bool(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerTermination extends Message {
  status?: number | undefined;
  state?: $v1_mesos.TaskState | undefined;
  reason?: $v1_mesos.TaskStatus_Reason | undefined;
  message?: string | undefined;
  limited_resources?: $v1_mesos.Resource[] | undefined;
}
export const ContainerTermination: MessageType<ContainerTermination> = messageType(
  "mesos.slave.ContainerTermination",
  () => [
    ["status", 3, "optional", "int32"],
    ["state", 4, "optional", $v1_mesos.TaskState],
    ["reason", 5, "optional", $v1_mesos.TaskStatus_Reason],
    ["message", 2, "optional", "string"],
    ["limited_resources", 6, "repeated", $v1_mesos.Resource],
  ],
  encodeContainerTermination,
  decodeContainerTermination,
);
export function encodeContainerTermination(m: ContainerTermination, w: Writer): void {
  if (m.message !== undefined) { const v = m.message; w.uint32(18); w.string(v); }
  if (m.status !== undefined) { const v = m.status; w.uint32(24); w.int32(v); }
  if (m.state !== undefined) { const v = m.state; { const n = $v1_mesos.TaskState.numbers[v]; if (n !== undefined) { w.uint32(32); w.int32(n); } } }
  if (m.reason !== undefined) { const v = m.reason; { const n = $v1_mesos.TaskStatus_Reason.numbers[v]; if (n !== undefined) { w.uint32(40); w.int32(n); } } }
  if (m.limited_resources !== undefined) for (const v of m.limited_resources) { w.uint32(50); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerTermination(r: Reader, end: number, m: ContainerTermination = {} as ContainerTermination): ContainerTermination {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 24: m.status = r.int32(); break;
      case 32: { const v = $v1_mesos.TaskState.names.get(r.int32()) as $v1_mesos.TaskState | undefined; if (v === undefined) r.keep(m, start); else m.state = v; break; }
      case 40: { const v = $v1_mesos.TaskStatus_Reason.names.get(r.int32()) as $v1_mesos.TaskStatus_Reason | undefined; if (v === undefined) r.keep(m, start); else m.reason = v; break; }
      case 18: m.message = r.string(); break;
      case 50: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.limited_resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ContainerLayers extends Message {
  paths?: string[] | undefined;
  config?: string | undefined;
}
export const ContainerLayers: MessageType<ContainerLayers> = messageType(
  "mesos.slave.ContainerLayers",
  () => [
    ["paths", 1, "repeated", "string"],
    ["config", 2, "optional", "string"],
  ],
  encodeContainerLayers,
  decodeContainerLayers,
);
export function encodeContainerLayers(m: ContainerLayers, w: Writer): void {
  if (m.paths !== undefined) for (const v of m.paths) { w.uint32(10); w.string(v); }
  if (m.config !== undefined) { const v = m.config; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerLayers(r: Reader, end: number, m: ContainerLayers = {} as ContainerLayers): ContainerLayers {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.paths ??= []).push(r.string()); break;
      case 18: m.config = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ContainerClass = "DEFAULT" | "DEBUG";
export const ContainerClass: EnumType = enumType("mesos.slave.ContainerClass", { DEFAULT: 1, DEBUG: 2 }, {  });
