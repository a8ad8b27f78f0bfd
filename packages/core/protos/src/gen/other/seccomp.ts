// Generated from schema/other/seccomp.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface ContainerSeccompProfile extends Message {
  default_action: ContainerSeccompProfile_Syscall_Action;
  architectures?: ContainerSeccompProfile_Architecture[] | undefined;
  syscalls?: ContainerSeccompProfile_Syscall[] | undefined;
}
export const ContainerSeccompProfile: MessageType<ContainerSeccompProfile> = messageType(
  "mesos.seccomp.ContainerSeccompProfile",
  () => [
    ["default_action", 1, "required", ContainerSeccompProfile_Syscall_Action],
    ["architectures", 2, "repeated", ContainerSeccompProfile_Architecture],
    ["syscalls", 3, "repeated", ContainerSeccompProfile_Syscall],
  ],
  encodeContainerSeccompProfile,
  decodeContainerSeccompProfile,
);
export function encodeContainerSeccompProfile(m: ContainerSeccompProfile, w: Writer): void {
  if (m.default_action !== undefined) { const v = m.default_action; { const n = ContainerSeccompProfile_Syscall_Action.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.architectures !== undefined) for (const v of m.architectures) { { const n = ContainerSeccompProfile_Architecture.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.syscalls !== undefined) for (const v of m.syscalls) { w.uint32(26); { const b = w.open(); encodeContainerSeccompProfile_Syscall(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerSeccompProfile(r: Reader, end: number, m: ContainerSeccompProfile = {} as ContainerSeccompProfile): ContainerSeccompProfile {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ContainerSeccompProfile_Syscall_Action.names.get(r.int32()) as ContainerSeccompProfile_Syscall_Action | undefined; if (v === undefined) r.keep(m, start); else m.default_action = v; break; }
      case 16: { const v = ContainerSeccompProfile_Architecture.names.get(r.int32()) as ContainerSeccompProfile_Architecture | undefined; if (v === undefined) r.keep(m, start); else (m.architectures ??= []).push(v); break; }
      case 26: { const v = decodeContainerSeccompProfile_Syscall(r, r.open(end)); (m.syscalls ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.default_action === undefined) r.incomplete = true;
  return m;
}

export interface ContainerSeccompProfile_Syscall extends Message {
  names?: string[] | undefined;
  action: ContainerSeccompProfile_Syscall_Action;
  args?: ContainerSeccompProfile_Syscall_Arg[] | undefined;
  includes?: ContainerSeccompProfile_Syscall_Filter | undefined;
  excludes?: ContainerSeccompProfile_Syscall_Filter | undefined;
}
export const ContainerSeccompProfile_Syscall: MessageType<ContainerSeccompProfile_Syscall> = messageType(
  "mesos.seccomp.ContainerSeccompProfile.Syscall",
  () => [
    ["names", 1, "repeated", "string"],
    ["action", 2, "required", ContainerSeccompProfile_Syscall_Action],
    ["args", 3, "repeated", ContainerSeccompProfile_Syscall_Arg],
    ["includes", 4, "optional", ContainerSeccompProfile_Syscall_Filter],
    ["excludes", 5, "optional", ContainerSeccompProfile_Syscall_Filter],
  ],
  encodeContainerSeccompProfile_Syscall,
  decodeContainerSeccompProfile_Syscall,
);
export function encodeContainerSeccompProfile_Syscall(m: ContainerSeccompProfile_Syscall, w: Writer): void {
  if (m.names !== undefined) for (const v of m.names) { w.uint32(10); w.string(v); }
  if (m.action !== undefined) { const v = m.action; { const n = ContainerSeccompProfile_Syscall_Action.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.args !== undefined) for (const v of m.args) { w.uint32(26); { const b = w.open(); encodeContainerSeccompProfile_Syscall_Arg(v, w); w.close(b); } }
  if (m.includes !== undefined) { const v = m.includes; w.uint32(34); { const b = w.open(); encodeContainerSeccompProfile_Syscall_Filter(v, w); w.close(b); } }
  if (m.excludes !== undefined) { const v = m.excludes; w.uint32(42); { const b = w.open(); encodeContainerSeccompProfile_Syscall_Filter(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerSeccompProfile_Syscall(r: Reader, end: number, m: ContainerSeccompProfile_Syscall = {} as ContainerSeccompProfile_Syscall): ContainerSeccompProfile_Syscall {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.names ??= []).push(r.string()); break;
      case 16: { const v = ContainerSeccompProfile_Syscall_Action.names.get(r.int32()) as ContainerSeccompProfile_Syscall_Action | undefined; if (v === undefined) r.keep(m, start); else m.action = v; break; }
      case 26: { const v = decodeContainerSeccompProfile_Syscall_Arg(r, r.open(end)); (m.args ??= []).push(v); break; }
      case 34: m.includes = decodeContainerSeccompProfile_Syscall_Filter(r, r.open(end), m.includes); break;
      case 42: m.excludes = decodeContainerSeccompProfile_Syscall_Filter(r, r.open(end), m.excludes); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.action === undefined) r.incomplete = true;
  return m;
}

export interface ContainerSeccompProfile_Syscall_Arg extends Message {
  index: number;
  op: ContainerSeccompProfile_Syscall_Arg_Operator;
  value: number;
  value_two: number;
}
export const ContainerSeccompProfile_Syscall_Arg: MessageType<ContainerSeccompProfile_Syscall_Arg> = messageType(
  "mesos.seccomp.ContainerSeccompProfile.Syscall.Arg",
  () => [
    ["index", 1, "required", "uint32"],
    ["op", 2, "required", ContainerSeccompProfile_Syscall_Arg_Operator],
    ["value", 3, "required", "uint64"],
    ["value_two", 4, "required", "uint64"],
  ],
  encodeContainerSeccompProfile_Syscall_Arg,
  decodeContainerSeccompProfile_Syscall_Arg,
);
export function encodeContainerSeccompProfile_Syscall_Arg(m: ContainerSeccompProfile_Syscall_Arg, w: Writer): void {
  if (m.index !== undefined) { const v = m.index; w.uint32(8); w.uint32(v); }
  if (m.op !== undefined) { const v = m.op; { const n = ContainerSeccompProfile_Syscall_Arg_Operator.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.value !== undefined) { const v = m.value; w.uint32(24); w.int64(v); }
  if (m.value_two !== undefined) { const v = m.value_two; w.uint32(32); w.int64(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerSeccompProfile_Syscall_Arg(r: Reader, end: number, m: ContainerSeccompProfile_Syscall_Arg = {} as ContainerSeccompProfile_Syscall_Arg): ContainerSeccompProfile_Syscall_Arg {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.index = r.uint32(); break;
      case 16: { const v = ContainerSeccompProfile_Syscall_Arg_Operator.names.get(r.int32()) as ContainerSeccompProfile_Syscall_Arg_Operator | undefined; if (v === undefined) r.keep(m, start); else m.op = v; break; }
      case 24: m.value = r.uint64(); break;
      case 32: m.value_two = r.uint64(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.index === undefined || m.op === undefined || m.value === undefined || m.value_two === undefined) r.incomplete = true;
  return m;
}

export type ContainerSeccompProfile_Syscall_Arg_Operator = "UNKNOWN" | "CMP_NE" | "CMP_LT" | "CMP_LE" | "CMP_EQ" | "CMP_GE" | "CMP_GT" | "CMP_MASKED_EQ";
export const ContainerSeccompProfile_Syscall_Arg_Operator: EnumType = enumType("mesos.seccomp.ContainerSeccompProfile.Syscall.Arg.Operator", { UNKNOWN: 0, CMP_NE: 1, CMP_LT: 2, CMP_LE: 3, CMP_EQ: 4, CMP_GE: 5, CMP_GT: 6, CMP_MASKED_EQ: 7 }, {  });

export interface ContainerSeccompProfile_Syscall_Filter extends Message {
  capabilities?: $v1_mesos.CapabilityInfo_Capability[] | undefined;
}
export const ContainerSeccompProfile_Syscall_Filter: MessageType<ContainerSeccompProfile_Syscall_Filter> = messageType(
  "mesos.seccomp.ContainerSeccompProfile.Syscall.Filter",
  () => [
    ["capabilities", 1, "repeated", $v1_mesos.CapabilityInfo_Capability],
  ],
  encodeContainerSeccompProfile_Syscall_Filter,
  decodeContainerSeccompProfile_Syscall_Filter,
);
export function encodeContainerSeccompProfile_Syscall_Filter(m: ContainerSeccompProfile_Syscall_Filter, w: Writer): void {
  if (m.capabilities !== undefined) for (const v of m.capabilities) { { const n = $v1_mesos.CapabilityInfo_Capability.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeContainerSeccompProfile_Syscall_Filter(r: Reader, end: number, m: ContainerSeccompProfile_Syscall_Filter = {} as ContainerSeccompProfile_Syscall_Filter): ContainerSeccompProfile_Syscall_Filter {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = $v1_mesos.CapabilityInfo_Capability.names.get(r.int32()) as $v1_mesos.CapabilityInfo_Capability | undefined; if (v === undefined) r.keep(m, start); else (m.capabilities ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ContainerSeccompProfile_Syscall_Action = "UNKNOWN" | "ACT_KILL" | "ACT_TRAP" | "ACT_ERRNO" | "ACT_TRACE" | "ACT_ALLOW";
export const ContainerSeccompProfile_Syscall_Action: EnumType = enumType("mesos.seccomp.ContainerSeccompProfile.Syscall.Action", { UNKNOWN: 0, ACT_KILL: 1, ACT_TRAP: 2, ACT_ERRNO: 3, ACT_TRACE: 4, ACT_ALLOW: 5 }, {  });

export type ContainerSeccompProfile_Architecture = "UNKNOWN" | "ARCH_X86" | "ARCH_X86_64" | "ARCH_X32" | "ARCH_ARM" | "ARCH_AARCH64" | "ARCH_MIPS" | "ARCH_MIPSEL" | "ARCH_MIPS64" | "ARCH_MIPSEL64" | "ARCH_MIPS64N32" | "ARCH_MIPSEL64N32" | "ARCH_PPC" | "ARCH_PPC64" | "ARCH_PPC64LE" | "ARCH_S390" | "ARCH_S390X";
export const ContainerSeccompProfile_Architecture: EnumType = enumType("mesos.seccomp.ContainerSeccompProfile.Architecture", { UNKNOWN: 0, ARCH_X86: 1, ARCH_X86_64: 2, ARCH_X32: 3, ARCH_ARM: 4, ARCH_AARCH64: 5, ARCH_MIPS: 6, ARCH_MIPSEL: 7, ARCH_MIPS64: 8, ARCH_MIPSEL64: 9, ARCH_MIPS64N32: 10, ARCH_MIPSEL64N32: 11, ARCH_PPC: 12, ARCH_PPC64: 13, ARCH_PPC64LE: 14, ARCH_S390: 15, ARCH_S390X: 16 }, {  });
