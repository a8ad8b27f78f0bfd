// Generated from schema/other/acls.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface ACL extends Message {
}
export const ACL: MessageType<ACL> = messageType(
  "mesos.ACL",
  () => [
  ],
  encodeACL,
  decodeACL,
);
export function encodeACL(m: ACL, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL(r: Reader, end: number, m: ACL = {} as ACL): ACL {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface ACL_Entity extends Message {
  type?: ACL_Entity_Type | undefined;
  values?: string[] | undefined;
}
export const ACL_Entity: MessageType<ACL_Entity> = messageType(
  "mesos.ACL.Entity",
  () => [
    ["type", 1, "optional", ACL_Entity_Type, { default: "SOME" }],
    ["values", 2, "repeated", "string"],
  ],
  encodeACL_Entity,
  decodeACL_Entity,
);
export function encodeACL_Entity(m: ACL_Entity, w: Writer): void {
  if (m.type !== undefined) { const v = m.type; { const n = ACL_Entity_Type.numbers[v]; if (n !== undefined) { w.uint32(8); w.int32(n); } } }
  if (m.values !== undefined) for (const v of m.values) { w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_Entity(r: Reader, end: number, m: ACL_Entity = {} as ACL_Entity): ACL_Entity {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: { const v = ACL_Entity_Type.names.get(r.int32()) as ACL_Entity_Type | undefined; if (v === undefined) r.keep(m, start); else m.type = v; break; }
      case 18: (m.values ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export type ACL_Entity_Type = "SOME" | "ANY" | "NONE";
export const ACL_Entity_Type: EnumType = enumType("mesos.ACL.Entity.Type", { SOME: 0, ANY: 1, NONE: 2 }, {  });

export interface ACL_RegisterFramework extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_RegisterFramework: MessageType<ACL_RegisterFramework> = messageType(
  "mesos.ACL.RegisterFramework",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_RegisterFramework,
  decodeACL_RegisterFramework,
);
export function encodeACL_RegisterFramework(m: ACL_RegisterFramework, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_RegisterFramework(r: Reader, end: number, m: ACL_RegisterFramework = {} as ACL_RegisterFramework): ACL_RegisterFramework {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_RunTask extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_RunTask: MessageType<ACL_RunTask> = messageType(
  "mesos.ACL.RunTask",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_RunTask,
  decodeACL_RunTask,
);
export function encodeACL_RunTask(m: ACL_RunTask, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_RunTask(r: Reader, end: number, m: ACL_RunTask = {} as ACL_RunTask): ACL_RunTask {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_TeardownFramework extends Message {
  principals: ACL_Entity;
  framework_principals: ACL_Entity;
}
export const ACL_TeardownFramework: MessageType<ACL_TeardownFramework> = messageType(
  "mesos.ACL.TeardownFramework",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["framework_principals", 2, "required", ACL_Entity],
  ],
  encodeACL_TeardownFramework,
  decodeACL_TeardownFramework,
);
export function encodeACL_TeardownFramework(m: ACL_TeardownFramework, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.framework_principals !== undefined) { const v = m.framework_principals; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_TeardownFramework(r: Reader, end: number, m: ACL_TeardownFramework = {} as ACL_TeardownFramework): ACL_TeardownFramework {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.framework_principals = decodeACL_Entity(r, r.open(end), m.framework_principals); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.framework_principals === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ReserveResources extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_ReserveResources: MessageType<ACL_ReserveResources> = messageType(
  "mesos.ACL.ReserveResources",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_ReserveResources,
  decodeACL_ReserveResources,
);
export function encodeACL_ReserveResources(m: ACL_ReserveResources, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ReserveResources(r: Reader, end: number, m: ACL_ReserveResources = {} as ACL_ReserveResources): ACL_ReserveResources {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_UnreserveResources extends Message {
  principals: ACL_Entity;
  reserver_principals: ACL_Entity;
}
export const ACL_UnreserveResources: MessageType<ACL_UnreserveResources> = messageType(
  "mesos.ACL.UnreserveResources",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["reserver_principals", 2, "required", ACL_Entity],
  ],
  encodeACL_UnreserveResources,
  decodeACL_UnreserveResources,
);
export function encodeACL_UnreserveResources(m: ACL_UnreserveResources, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.reserver_principals !== undefined) { const v = m.reserver_principals; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_UnreserveResources(r: Reader, end: number, m: ACL_UnreserveResources = {} as ACL_UnreserveResources): ACL_UnreserveResources {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.reserver_principals = decodeACL_Entity(r, r.open(end), m.reserver_principals); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.reserver_principals === undefined) r.incomplete = true;
  return m;
}

export interface ACL_CreateVolume extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_CreateVolume: MessageType<ACL_CreateVolume> = messageType(
  "mesos.ACL.CreateVolume",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_CreateVolume,
  decodeACL_CreateVolume,
);
export function encodeACL_CreateVolume(m: ACL_CreateVolume, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_CreateVolume(r: Reader, end: number, m: ACL_CreateVolume = {} as ACL_CreateVolume): ACL_CreateVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_DestroyVolume extends Message {
  principals: ACL_Entity;
  creator_principals: ACL_Entity;
}
export const ACL_DestroyVolume: MessageType<ACL_DestroyVolume> = messageType(
  "mesos.ACL.DestroyVolume",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["creator_principals", 2, "required", ACL_Entity],
  ],
  encodeACL_DestroyVolume,
  decodeACL_DestroyVolume,
);
export function encodeACL_DestroyVolume(m: ACL_DestroyVolume, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.creator_principals !== undefined) { const v = m.creator_principals; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_DestroyVolume(r: Reader, end: number, m: ACL_DestroyVolume = {} as ACL_DestroyVolume): ACL_DestroyVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.creator_principals = decodeACL_Entity(r, r.open(end), m.creator_principals); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.creator_principals === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ResizeVolume extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_ResizeVolume: MessageType<ACL_ResizeVolume> = messageType(
  "mesos.ACL.ResizeVolume",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_ResizeVolume,
  decodeACL_ResizeVolume,
);
export function encodeACL_ResizeVolume(m: ACL_ResizeVolume, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ResizeVolume(r: Reader, end: number, m: ACL_ResizeVolume = {} as ACL_ResizeVolume): ACL_ResizeVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_GetQuota extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_GetQuota: MessageType<ACL_GetQuota> = messageType(
  "mesos.ACL.GetQuota",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_GetQuota,
  decodeACL_GetQuota,
);
export function encodeACL_GetQuota(m: ACL_GetQuota, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_GetQuota(r: Reader, end: number, m: ACL_GetQuota = {} as ACL_GetQuota): ACL_GetQuota {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_UpdateQuota extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_UpdateQuota: MessageType<ACL_UpdateQuota> = messageType(
  "mesos.ACL.UpdateQuota",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_UpdateQuota,
  decodeACL_UpdateQuota,
);
export function encodeACL_UpdateQuota(m: ACL_UpdateQuota, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_UpdateQuota(r: Reader, end: number, m: ACL_UpdateQuota = {} as ACL_UpdateQuota): ACL_UpdateQuota {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewRole extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_ViewRole: MessageType<ACL_ViewRole> = messageType(
  "mesos.ACL.ViewRole",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewRole,
  decodeACL_ViewRole,
);
export function encodeACL_ViewRole(m: ACL_ViewRole, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewRole(r: Reader, end: number, m: ACL_ViewRole = {} as ACL_ViewRole): ACL_ViewRole {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_UpdateWeight extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_UpdateWeight: MessageType<ACL_UpdateWeight> = messageType(
  "mesos.ACL.UpdateWeight",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_UpdateWeight,
  decodeACL_UpdateWeight,
);
export function encodeACL_UpdateWeight(m: ACL_UpdateWeight, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_UpdateWeight(r: Reader, end: number, m: ACL_UpdateWeight = {} as ACL_UpdateWeight): ACL_UpdateWeight {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_GetEndpoint extends Message {
  principals: ACL_Entity;
  paths: ACL_Entity;
}
export const ACL_GetEndpoint: MessageType<ACL_GetEndpoint> = messageType(
  "mesos.ACL.GetEndpoint",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["paths", 2, "required", ACL_Entity],
  ],
  encodeACL_GetEndpoint,
  decodeACL_GetEndpoint,
);
export function encodeACL_GetEndpoint(m: ACL_GetEndpoint, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.paths !== undefined) { const v = m.paths; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_GetEndpoint(r: Reader, end: number, m: ACL_GetEndpoint = {} as ACL_GetEndpoint): ACL_GetEndpoint {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.paths = decodeACL_Entity(r, r.open(end), m.paths); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.paths === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewFramework extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_ViewFramework: MessageType<ACL_ViewFramework> = messageType(
  "mesos.ACL.ViewFramework",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewFramework,
  decodeACL_ViewFramework,
);
export function encodeACL_ViewFramework(m: ACL_ViewFramework, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewFramework(r: Reader, end: number, m: ACL_ViewFramework = {} as ACL_ViewFramework): ACL_ViewFramework {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewTask extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_ViewTask: MessageType<ACL_ViewTask> = messageType(
  "mesos.ACL.ViewTask",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewTask,
  decodeACL_ViewTask,
);
export function encodeACL_ViewTask(m: ACL_ViewTask, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewTask(r: Reader, end: number, m: ACL_ViewTask = {} as ACL_ViewTask): ACL_ViewTask {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewExecutor extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_ViewExecutor: MessageType<ACL_ViewExecutor> = messageType(
  "mesos.ACL.ViewExecutor",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewExecutor,
  decodeACL_ViewExecutor,
);
export function encodeACL_ViewExecutor(m: ACL_ViewExecutor, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewExecutor(r: Reader, end: number, m: ACL_ViewExecutor = {} as ACL_ViewExecutor): ACL_ViewExecutor {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_AccessSandbox extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_AccessSandbox: MessageType<ACL_AccessSandbox> = messageType(
  "mesos.ACL.AccessSandbox",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_AccessSandbox,
  decodeACL_AccessSandbox,
);
export function encodeACL_AccessSandbox(m: ACL_AccessSandbox, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_AccessSandbox(r: Reader, end: number, m: ACL_AccessSandbox = {} as ACL_AccessSandbox): ACL_AccessSandbox {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_AccessMesosLog extends Message {
  principals: ACL_Entity;
  logs: ACL_Entity;
}
export const ACL_AccessMesosLog: MessageType<ACL_AccessMesosLog> = messageType(
  "mesos.ACL.AccessMesosLog",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["logs", 2, "required", ACL_Entity],
  ],
  encodeACL_AccessMesosLog,
  decodeACL_AccessMesosLog,
);
export function encodeACL_AccessMesosLog(m: ACL_AccessMesosLog, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.logs !== undefined) { const v = m.logs; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_AccessMesosLog(r: Reader, end: number, m: ACL_AccessMesosLog = {} as ACL_AccessMesosLog): ACL_AccessMesosLog {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.logs = decodeACL_Entity(r, r.open(end), m.logs); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.logs === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewFlags extends Message {
  principals: ACL_Entity;
  flags: ACL_Entity;
}
export const ACL_ViewFlags: MessageType<ACL_ViewFlags> = messageType(
  "mesos.ACL.ViewFlags",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["flags", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewFlags,
  decodeACL_ViewFlags,
);
export function encodeACL_ViewFlags(m: ACL_ViewFlags, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.flags !== undefined) { const v = m.flags; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewFlags(r: Reader, end: number, m: ACL_ViewFlags = {} as ACL_ViewFlags): ACL_ViewFlags {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.flags = decodeACL_Entity(r, r.open(end), m.flags); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.flags === undefined) r.incomplete = true;
  return m;
}

export interface ACL_LaunchNestedContainerAsUser extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_LaunchNestedContainerAsUser: MessageType<ACL_LaunchNestedContainerAsUser> = messageType(
  "mesos.ACL.LaunchNestedContainerAsUser",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_LaunchNestedContainerAsUser,
  decodeACL_LaunchNestedContainerAsUser,
);
export function encodeACL_LaunchNestedContainerAsUser(m: ACL_LaunchNestedContainerAsUser, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_LaunchNestedContainerAsUser(r: Reader, end: number, m: ACL_LaunchNestedContainerAsUser = {} as ACL_LaunchNestedContainerAsUser): ACL_LaunchNestedContainerAsUser {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_LaunchNestedContainerUnderParentWithUser extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_LaunchNestedContainerUnderParentWithUser: MessageType<ACL_LaunchNestedContainerUnderParentWithUser> = messageType(
  "mesos.ACL.LaunchNestedContainerUnderParentWithUser",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_LaunchNestedContainerUnderParentWithUser,
  decodeACL_LaunchNestedContainerUnderParentWithUser,
);
export function encodeACL_LaunchNestedContainerUnderParentWithUser(m: ACL_LaunchNestedContainerUnderParentWithUser, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_LaunchNestedContainerUnderParentWithUser(r: Reader, end: number, m: ACL_LaunchNestedContainerUnderParentWithUser = {} as ACL_LaunchNestedContainerUnderParentWithUser): ACL_LaunchNestedContainerUnderParentWithUser {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_LaunchNestedContainerSessionAsUser extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_LaunchNestedContainerSessionAsUser: MessageType<ACL_LaunchNestedContainerSessionAsUser> = messageType(
  "mesos.ACL.LaunchNestedContainerSessionAsUser",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_LaunchNestedContainerSessionAsUser,
  decodeACL_LaunchNestedContainerSessionAsUser,
);
export function encodeACL_LaunchNestedContainerSessionAsUser(m: ACL_LaunchNestedContainerSessionAsUser, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_LaunchNestedContainerSessionAsUser(r: Reader, end: number, m: ACL_LaunchNestedContainerSessionAsUser = {} as ACL_LaunchNestedContainerSessionAsUser): ACL_LaunchNestedContainerSessionAsUser {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_LaunchNestedContainerSessionUnderParentWithUser extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_LaunchNestedContainerSessionUnderParentWithUser: MessageType<ACL_LaunchNestedContainerSessionUnderParentWithUser> = messageType(
  "mesos.ACL.LaunchNestedContainerSessionUnderParentWithUser",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_LaunchNestedContainerSessionUnderParentWithUser,
  decodeACL_LaunchNestedContainerSessionUnderParentWithUser,
);
export function encodeACL_LaunchNestedContainerSessionUnderParentWithUser(m: ACL_LaunchNestedContainerSessionUnderParentWithUser, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_LaunchNestedContainerSessionUnderParentWithUser(r: Reader, end: number, m: ACL_LaunchNestedContainerSessionUnderParentWithUser = {} as ACL_LaunchNestedContainerSessionUnderParentWithUser): ACL_LaunchNestedContainerSessionUnderParentWithUser {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_AttachContainerInput extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_AttachContainerInput: MessageType<ACL_AttachContainerInput> = messageType(
  "mesos.ACL.AttachContainerInput",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_AttachContainerInput,
  decodeACL_AttachContainerInput,
);
export function encodeACL_AttachContainerInput(m: ACL_AttachContainerInput, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_AttachContainerInput(r: Reader, end: number, m: ACL_AttachContainerInput = {} as ACL_AttachContainerInput): ACL_AttachContainerInput {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_AttachContainerOutput extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_AttachContainerOutput: MessageType<ACL_AttachContainerOutput> = messageType(
  "mesos.ACL.AttachContainerOutput",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_AttachContainerOutput,
  decodeACL_AttachContainerOutput,
);
export function encodeACL_AttachContainerOutput(m: ACL_AttachContainerOutput, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_AttachContainerOutput(r: Reader, end: number, m: ACL_AttachContainerOutput = {} as ACL_AttachContainerOutput): ACL_AttachContainerOutput {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_KillNestedContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_KillNestedContainer: MessageType<ACL_KillNestedContainer> = messageType(
  "mesos.ACL.KillNestedContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_KillNestedContainer,
  decodeACL_KillNestedContainer,
);
export function encodeACL_KillNestedContainer(m: ACL_KillNestedContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_KillNestedContainer(r: Reader, end: number, m: ACL_KillNestedContainer = {} as ACL_KillNestedContainer): ACL_KillNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_WaitNestedContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_WaitNestedContainer: MessageType<ACL_WaitNestedContainer> = messageType(
  "mesos.ACL.WaitNestedContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_WaitNestedContainer,
  decodeACL_WaitNestedContainer,
);
export function encodeACL_WaitNestedContainer(m: ACL_WaitNestedContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_WaitNestedContainer(r: Reader, end: number, m: ACL_WaitNestedContainer = {} as ACL_WaitNestedContainer): ACL_WaitNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_ViewContainer: MessageType<ACL_ViewContainer> = messageType(
  "mesos.ACL.ViewContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewContainer,
  decodeACL_ViewContainer,
);
export function encodeACL_ViewContainer(m: ACL_ViewContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewContainer(r: Reader, end: number, m: ACL_ViewContainer = {} as ACL_ViewContainer): ACL_ViewContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_RemoveNestedContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_RemoveNestedContainer: MessageType<ACL_RemoveNestedContainer> = messageType(
  "mesos.ACL.RemoveNestedContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_RemoveNestedContainer,
  decodeACL_RemoveNestedContainer,
);
export function encodeACL_RemoveNestedContainer(m: ACL_RemoveNestedContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_RemoveNestedContainer(r: Reader, end: number, m: ACL_RemoveNestedContainer = {} as ACL_RemoveNestedContainer): ACL_RemoveNestedContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_SetLogLevel extends Message {
  principals: ACL_Entity;
  level: ACL_Entity;
}
export const ACL_SetLogLevel: MessageType<ACL_SetLogLevel> = messageType(
  "mesos.ACL.SetLogLevel",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["level", 2, "required", ACL_Entity],
  ],
  encodeACL_SetLogLevel,
  decodeACL_SetLogLevel,
);
export function encodeACL_SetLogLevel(m: ACL_SetLogLevel, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.level !== undefined) { const v = m.level; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_SetLogLevel(r: Reader, end: number, m: ACL_SetLogLevel = {} as ACL_SetLogLevel): ACL_SetLogLevel {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.level = decodeACL_Entity(r, r.open(end), m.level); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.level === undefined) r.incomplete = true;
  return m;
}

export interface ACL_RegisterAgent extends Message {
  principals: ACL_Entity;
  agents: ACL_Entity;
}
export const ACL_RegisterAgent: MessageType<ACL_RegisterAgent> = messageType(
  "mesos.ACL.RegisterAgent",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["agents", 2, "required", ACL_Entity],
  ],
  encodeACL_RegisterAgent,
  decodeACL_RegisterAgent,
);
export function encodeACL_RegisterAgent(m: ACL_RegisterAgent, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.agents !== undefined) { const v = m.agents; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_RegisterAgent(r: Reader, end: number, m: ACL_RegisterAgent = {} as ACL_RegisterAgent): ACL_RegisterAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.agents = decodeACL_Entity(r, r.open(end), m.agents); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.agents === undefined) r.incomplete = true;
  return m;
}

export interface ACL_UpdateMaintenanceSchedule extends Message {
  principals: ACL_Entity;
  machines: ACL_Entity;
}
export const ACL_UpdateMaintenanceSchedule: MessageType<ACL_UpdateMaintenanceSchedule> = messageType(
  "mesos.ACL.UpdateMaintenanceSchedule",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["machines", 2, "required", ACL_Entity],
  ],
  encodeACL_UpdateMaintenanceSchedule,
  decodeACL_UpdateMaintenanceSchedule,
);
export function encodeACL_UpdateMaintenanceSchedule(m: ACL_UpdateMaintenanceSchedule, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.machines !== undefined) { const v = m.machines; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_UpdateMaintenanceSchedule(r: Reader, end: number, m: ACL_UpdateMaintenanceSchedule = {} as ACL_UpdateMaintenanceSchedule): ACL_UpdateMaintenanceSchedule {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.machines = decodeACL_Entity(r, r.open(end), m.machines); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.machines === undefined) r.incomplete = true;
  return m;
}

export interface ACL_GetMaintenanceSchedule extends Message {
  principals: ACL_Entity;
  machines: ACL_Entity;
}
export const ACL_GetMaintenanceSchedule: MessageType<ACL_GetMaintenanceSchedule> = messageType(
  "mesos.ACL.GetMaintenanceSchedule",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["machines", 2, "required", ACL_Entity],
  ],
  encodeACL_GetMaintenanceSchedule,
  decodeACL_GetMaintenanceSchedule,
);
export function encodeACL_GetMaintenanceSchedule(m: ACL_GetMaintenanceSchedule, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.machines !== undefined) { const v = m.machines; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_GetMaintenanceSchedule(r: Reader, end: number, m: ACL_GetMaintenanceSchedule = {} as ACL_GetMaintenanceSchedule): ACL_GetMaintenanceSchedule {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.machines = decodeACL_Entity(r, r.open(end), m.machines); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.machines === undefined) r.incomplete = true;
  return m;
}

export interface ACL_StartMaintenance extends Message {
  principals: ACL_Entity;
  machines: ACL_Entity;
}
export const ACL_StartMaintenance: MessageType<ACL_StartMaintenance> = messageType(
  "mesos.ACL.StartMaintenance",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["machines", 2, "required", ACL_Entity],
  ],
  encodeACL_StartMaintenance,
  decodeACL_StartMaintenance,
);
export function encodeACL_StartMaintenance(m: ACL_StartMaintenance, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.machines !== undefined) { const v = m.machines; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_StartMaintenance(r: Reader, end: number, m: ACL_StartMaintenance = {} as ACL_StartMaintenance): ACL_StartMaintenance {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.machines = decodeACL_Entity(r, r.open(end), m.machines); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.machines === undefined) r.incomplete = true;
  return m;
}

export interface ACL_StopMaintenance extends Message {
  principals: ACL_Entity;
  machines: ACL_Entity;
}
export const ACL_StopMaintenance: MessageType<ACL_StopMaintenance> = messageType(
  "mesos.ACL.StopMaintenance",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["machines", 2, "required", ACL_Entity],
  ],
  encodeACL_StopMaintenance,
  decodeACL_StopMaintenance,
);
export function encodeACL_StopMaintenance(m: ACL_StopMaintenance, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.machines !== undefined) { const v = m.machines; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_StopMaintenance(r: Reader, end: number, m: ACL_StopMaintenance = {} as ACL_StopMaintenance): ACL_StopMaintenance {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.machines = decodeACL_Entity(r, r.open(end), m.machines); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.machines === undefined) r.incomplete = true;
  return m;
}

export interface ACL_GetMaintenanceStatus extends Message {
  principals: ACL_Entity;
  machines: ACL_Entity;
}
export const ACL_GetMaintenanceStatus: MessageType<ACL_GetMaintenanceStatus> = messageType(
  "mesos.ACL.GetMaintenanceStatus",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["machines", 2, "required", ACL_Entity],
  ],
  encodeACL_GetMaintenanceStatus,
  decodeACL_GetMaintenanceStatus,
);
export function encodeACL_GetMaintenanceStatus(m: ACL_GetMaintenanceStatus, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.machines !== undefined) { const v = m.machines; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_GetMaintenanceStatus(r: Reader, end: number, m: ACL_GetMaintenanceStatus = {} as ACL_GetMaintenanceStatus): ACL_GetMaintenanceStatus {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.machines = decodeACL_Entity(r, r.open(end), m.machines); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.machines === undefined) r.incomplete = true;
  return m;
}

export interface ACL_DrainAgent extends Message {
  principals: ACL_Entity;
  agents: ACL_Entity;
}
export const ACL_DrainAgent: MessageType<ACL_DrainAgent> = messageType(
  "mesos.ACL.DrainAgent",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["agents", 2, "required", ACL_Entity],
  ],
  encodeACL_DrainAgent,
  decodeACL_DrainAgent,
);
export function encodeACL_DrainAgent(m: ACL_DrainAgent, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.agents !== undefined) { const v = m.agents; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_DrainAgent(r: Reader, end: number, m: ACL_DrainAgent = {} as ACL_DrainAgent): ACL_DrainAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.agents = decodeACL_Entity(r, r.open(end), m.agents); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.agents === undefined) r.incomplete = true;
  return m;
}

export interface ACL_DeactivateAgent extends Message {
  principals: ACL_Entity;
  agents: ACL_Entity;
}
export const ACL_DeactivateAgent: MessageType<ACL_DeactivateAgent> = messageType(
  "mesos.ACL.DeactivateAgent",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["agents", 2, "required", ACL_Entity],
  ],
  encodeACL_DeactivateAgent,
  decodeACL_DeactivateAgent,
);
export function encodeACL_DeactivateAgent(m: ACL_DeactivateAgent, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.agents !== undefined) { const v = m.agents; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_DeactivateAgent(r: Reader, end: number, m: ACL_DeactivateAgent = {} as ACL_DeactivateAgent): ACL_DeactivateAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.agents = decodeACL_Entity(r, r.open(end), m.agents); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.agents === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ReactivateAgent extends Message {
  principals: ACL_Entity;
  agents: ACL_Entity;
}
export const ACL_ReactivateAgent: MessageType<ACL_ReactivateAgent> = messageType(
  "mesos.ACL.ReactivateAgent",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["agents", 2, "required", ACL_Entity],
  ],
  encodeACL_ReactivateAgent,
  decodeACL_ReactivateAgent,
);
export function encodeACL_ReactivateAgent(m: ACL_ReactivateAgent, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.agents !== undefined) { const v = m.agents; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ReactivateAgent(r: Reader, end: number, m: ACL_ReactivateAgent = {} as ACL_ReactivateAgent): ACL_ReactivateAgent {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.agents = decodeACL_Entity(r, r.open(end), m.agents); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.agents === undefined) r.incomplete = true;
  return m;
}

export interface ACL_MarkAgentGone extends Message {
  principals: ACL_Entity;
  agents: ACL_Entity;
}
export const ACL_MarkAgentGone: MessageType<ACL_MarkAgentGone> = messageType(
  "mesos.ACL.MarkAgentGone",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["agents", 2, "required", ACL_Entity],
  ],
  encodeACL_MarkAgentGone,
  decodeACL_MarkAgentGone,
);
export function encodeACL_MarkAgentGone(m: ACL_MarkAgentGone, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.agents !== undefined) { const v = m.agents; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_MarkAgentGone(r: Reader, end: number, m: ACL_MarkAgentGone = {} as ACL_MarkAgentGone): ACL_MarkAgentGone {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.agents = decodeACL_Entity(r, r.open(end), m.agents); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.agents === undefined) r.incomplete = true;
  return m;
}

export interface ACL_LaunchStandaloneContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_LaunchStandaloneContainer: MessageType<ACL_LaunchStandaloneContainer> = messageType(
  "mesos.ACL.LaunchStandaloneContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_LaunchStandaloneContainer,
  decodeACL_LaunchStandaloneContainer,
);
export function encodeACL_LaunchStandaloneContainer(m: ACL_LaunchStandaloneContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_LaunchStandaloneContainer(r: Reader, end: number, m: ACL_LaunchStandaloneContainer = {} as ACL_LaunchStandaloneContainer): ACL_LaunchStandaloneContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_KillStandaloneContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_KillStandaloneContainer: MessageType<ACL_KillStandaloneContainer> = messageType(
  "mesos.ACL.KillStandaloneContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_KillStandaloneContainer,
  decodeACL_KillStandaloneContainer,
);
export function encodeACL_KillStandaloneContainer(m: ACL_KillStandaloneContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_KillStandaloneContainer(r: Reader, end: number, m: ACL_KillStandaloneContainer = {} as ACL_KillStandaloneContainer): ACL_KillStandaloneContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_WaitStandaloneContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_WaitStandaloneContainer: MessageType<ACL_WaitStandaloneContainer> = messageType(
  "mesos.ACL.WaitStandaloneContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_WaitStandaloneContainer,
  decodeACL_WaitStandaloneContainer,
);
export function encodeACL_WaitStandaloneContainer(m: ACL_WaitStandaloneContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_WaitStandaloneContainer(r: Reader, end: number, m: ACL_WaitStandaloneContainer = {} as ACL_WaitStandaloneContainer): ACL_WaitStandaloneContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_RemoveStandaloneContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_RemoveStandaloneContainer: MessageType<ACL_RemoveStandaloneContainer> = messageType(
  "mesos.ACL.RemoveStandaloneContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_RemoveStandaloneContainer,
  decodeACL_RemoveStandaloneContainer,
);
export function encodeACL_RemoveStandaloneContainer(m: ACL_RemoveStandaloneContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_RemoveStandaloneContainer(r: Reader, end: number, m: ACL_RemoveStandaloneContainer = {} as ACL_RemoveStandaloneContainer): ACL_RemoveStandaloneContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewStandaloneContainer extends Message {
  principals: ACL_Entity;
  users: ACL_Entity;
}
export const ACL_ViewStandaloneContainer: MessageType<ACL_ViewStandaloneContainer> = messageType(
  "mesos.ACL.ViewStandaloneContainer",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["users", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewStandaloneContainer,
  decodeACL_ViewStandaloneContainer,
);
export function encodeACL_ViewStandaloneContainer(m: ACL_ViewStandaloneContainer, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.users !== undefined) { const v = m.users; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewStandaloneContainer(r: Reader, end: number, m: ACL_ViewStandaloneContainer = {} as ACL_ViewStandaloneContainer): ACL_ViewStandaloneContainer {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.users = decodeACL_Entity(r, r.open(end), m.users); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.users === undefined) r.incomplete = true;
  return m;
}

export interface ACL_MarkResourceProvidersGone extends Message {
  principals: ACL_Entity;
  resource_providers: ACL_Entity;
}
export const ACL_MarkResourceProvidersGone: MessageType<ACL_MarkResourceProvidersGone> = messageType(
  "mesos.ACL.MarkResourceProvidersGone",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["resource_providers", 2, "required", ACL_Entity],
  ],
  encodeACL_MarkResourceProvidersGone,
  decodeACL_MarkResourceProvidersGone,
);
export function encodeACL_MarkResourceProvidersGone(m: ACL_MarkResourceProvidersGone, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.resource_providers !== undefined) { const v = m.resource_providers; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_MarkResourceProvidersGone(r: Reader, end: number, m: ACL_MarkResourceProvidersGone = {} as ACL_MarkResourceProvidersGone): ACL_MarkResourceProvidersGone {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.resource_providers = decodeACL_Entity(r, r.open(end), m.resource_providers); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.resource_providers === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ModifyResourceProviderConfig extends Message {
  principals: ACL_Entity;
  resource_providers: ACL_Entity;
}
export const ACL_ModifyResourceProviderConfig: MessageType<ACL_ModifyResourceProviderConfig> = messageType(
  "mesos.ACL.ModifyResourceProviderConfig",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["resource_providers", 2, "required", ACL_Entity],
  ],
  encodeACL_ModifyResourceProviderConfig,
  decodeACL_ModifyResourceProviderConfig,
);
export function encodeACL_ModifyResourceProviderConfig(m: ACL_ModifyResourceProviderConfig, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.resource_providers !== undefined) { const v = m.resource_providers; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ModifyResourceProviderConfig(r: Reader, end: number, m: ACL_ModifyResourceProviderConfig = {} as ACL_ModifyResourceProviderConfig): ACL_ModifyResourceProviderConfig {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.resource_providers = decodeACL_Entity(r, r.open(end), m.resource_providers); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.resource_providers === undefined) r.incomplete = true;
  return m;
}

export interface ACL_PruneImages extends Message {
  principals: ACL_Entity;
  images: ACL_Entity;
}
export const ACL_PruneImages: MessageType<ACL_PruneImages> = messageType(
  "mesos.ACL.PruneImages",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["images", 2, "required", ACL_Entity],
  ],
  encodeACL_PruneImages,
  decodeACL_PruneImages,
);
export function encodeACL_PruneImages(m: ACL_PruneImages, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.images !== undefined) { const v = m.images; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_PruneImages(r: Reader, end: number, m: ACL_PruneImages = {} as ACL_PruneImages): ACL_PruneImages {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.images = decodeACL_Entity(r, r.open(end), m.images); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.images === undefined) r.incomplete = true;
  return m;
}

export interface ACL_CreateBlockDisk extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_CreateBlockDisk: MessageType<ACL_CreateBlockDisk> = messageType(
  "mesos.ACL.CreateBlockDisk",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_CreateBlockDisk,
  decodeACL_CreateBlockDisk,
);
export function encodeACL_CreateBlockDisk(m: ACL_CreateBlockDisk, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_CreateBlockDisk(r: Reader, end: number, m: ACL_CreateBlockDisk = {} as ACL_CreateBlockDisk): ACL_CreateBlockDisk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_DestroyBlockDisk extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_DestroyBlockDisk: MessageType<ACL_DestroyBlockDisk> = messageType(
  "mesos.ACL.DestroyBlockDisk",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_DestroyBlockDisk,
  decodeACL_DestroyBlockDisk,
);
export function encodeACL_DestroyBlockDisk(m: ACL_DestroyBlockDisk, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_DestroyBlockDisk(r: Reader, end: number, m: ACL_DestroyBlockDisk = {} as ACL_DestroyBlockDisk): ACL_DestroyBlockDisk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_CreateMountDisk extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_CreateMountDisk: MessageType<ACL_CreateMountDisk> = messageType(
  "mesos.ACL.CreateMountDisk",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_CreateMountDisk,
  decodeACL_CreateMountDisk,
);
export function encodeACL_CreateMountDisk(m: ACL_CreateMountDisk, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_CreateMountDisk(r: Reader, end: number, m: ACL_CreateMountDisk = {} as ACL_CreateMountDisk): ACL_CreateMountDisk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_DestroyMountDisk extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_DestroyMountDisk: MessageType<ACL_DestroyMountDisk> = messageType(
  "mesos.ACL.DestroyMountDisk",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_DestroyMountDisk,
  decodeACL_DestroyMountDisk,
);
export function encodeACL_DestroyMountDisk(m: ACL_DestroyMountDisk, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_DestroyMountDisk(r: Reader, end: number, m: ACL_DestroyMountDisk = {} as ACL_DestroyMountDisk): ACL_DestroyMountDisk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_DestroyRawDisk extends Message {
  principals: ACL_Entity;
  roles: ACL_Entity;
}
export const ACL_DestroyRawDisk: MessageType<ACL_DestroyRawDisk> = messageType(
  "mesos.ACL.DestroyRawDisk",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["roles", 2, "required", ACL_Entity],
  ],
  encodeACL_DestroyRawDisk,
  decodeACL_DestroyRawDisk,
);
export function encodeACL_DestroyRawDisk(m: ACL_DestroyRawDisk, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.roles !== undefined) { const v = m.roles; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_DestroyRawDisk(r: Reader, end: number, m: ACL_DestroyRawDisk = {} as ACL_DestroyRawDisk): ACL_DestroyRawDisk {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.roles = decodeACL_Entity(r, r.open(end), m.roles); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.roles === undefined) r.incomplete = true;
  return m;
}

export interface ACL_ViewResourceProvider extends Message {
  principals: ACL_Entity;
  resource_providers: ACL_Entity;
}
export const ACL_ViewResourceProvider: MessageType<ACL_ViewResourceProvider> = messageType(
  "mesos.ACL.ViewResourceProvider",
  () => [
    ["principals", 1, "required", ACL_Entity],
    ["resource_providers", 2, "required", ACL_Entity],
  ],
  encodeACL_ViewResourceProvider,
  decodeACL_ViewResourceProvider,
);
export function encodeACL_ViewResourceProvider(m: ACL_ViewResourceProvider, w: Writer): void {
  if (m.principals !== undefined) { const v = m.principals; w.uint32(10); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.resource_providers !== undefined) { const v = m.resource_providers; w.uint32(18); { const b = w.open(); encodeACL_Entity(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACL_ViewResourceProvider(r: Reader, end: number, m: ACL_ViewResourceProvider = {} as ACL_ViewResourceProvider): ACL_ViewResourceProvider {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.principals = decodeACL_Entity(r, r.open(end), m.principals); break;
      case 18: m.resource_providers = decodeACL_Entity(r, r.open(end), m.resource_providers); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.principals === undefined || m.resource_providers === undefined) r.incomplete = true;
  return m;
}

export interface ACLs extends Message {
  permissive?: boolean | undefined;
  register_frameworks?: ACL_RegisterFramework[] | undefined;
  run_tasks?: ACL_RunTask[] | undefined;
  reserve_resources?: ACL_ReserveResources[] | undefined;
  unreserve_resources?: ACL_UnreserveResources[] | undefined;
  create_volumes?: ACL_CreateVolume[] | undefined;
  destroy_volumes?: ACL_DestroyVolume[] | undefined;
  teardown_frameworks?: ACL_TeardownFramework[] | undefined;
  update_weights?: ACL_UpdateWeight[] | undefined;
  get_endpoints?: ACL_GetEndpoint[] | undefined;
  get_quotas?: ACL_GetQuota[] | undefined;
  update_quotas?: ACL_UpdateQuota[] | undefined;
  view_frameworks?: ACL_ViewFramework[] | undefined;
  view_tasks?: ACL_ViewTask[] | undefined;
  view_executors?: ACL_ViewExecutor[] | undefined;
  access_sandboxes?: ACL_AccessSandbox[] | undefined;
  access_mesos_logs?: ACL_AccessMesosLog[] | undefined;
  view_roles?: ACL_ViewRole[] | undefined;
  view_flags?: ACL_ViewFlags[] | undefined;
  launch_nested_containers_as_user?: ACL_LaunchNestedContainerAsUser[] | undefined;
  launch_nested_containers_under_parent_with_user?: ACL_LaunchNestedContainerUnderParentWithUser[] | undefined;
  kill_nested_containers?: ACL_KillNestedContainer[] | undefined;
  wait_nested_containers?: ACL_WaitNestedContainer[] | undefined;
  launch_nested_container_sessions_as_user?: ACL_LaunchNestedContainerSessionAsUser[] | undefined;
  launch_nested_container_sessions_under_parent_with_user?: ACL_LaunchNestedContainerSessionUnderParentWithUser[] | undefined;
  attach_containers_input?: ACL_AttachContainerInput[] | undefined;
  attach_containers_output?: ACL_AttachContainerOutput[] | undefined;
  view_containers?: ACL_ViewContainer[] | undefined;
  set_log_level?: ACL_SetLogLevel[] | undefined;
  remove_nested_containers?: ACL_RemoveNestedContainer[] | undefined;
  register_agents?: ACL_RegisterAgent[] | undefined;
  update_maintenance_schedules?: ACL_UpdateMaintenanceSchedule[] | undefined;
  get_maintenance_schedules?: ACL_GetMaintenanceSchedule[] | undefined;
  start_maintenances?: ACL_StartMaintenance[] | undefined;
  stop_maintenances?: ACL_StopMaintenance[] | undefined;
  get_maintenance_statuses?: ACL_GetMaintenanceStatus[] | undefined;
  drain_agents?: ACL_DrainAgent[] | undefined;
  deactivate_agents?: ACL_DeactivateAgent[] | undefined;
  reactivate_agents?: ACL_ReactivateAgent[] | undefined;
  mark_agents_gone?: ACL_MarkAgentGone[] | undefined;
  launch_standalone_containers?: ACL_LaunchStandaloneContainer[] | undefined;
  kill_standalone_containers?: ACL_KillStandaloneContainer[] | undefined;
  wait_standalone_containers?: ACL_WaitStandaloneContainer[] | undefined;
  remove_standalone_containers?: ACL_RemoveStandaloneContainer[] | undefined;
  view_standalone_containers?: ACL_ViewStandaloneContainer[] | undefined;
  modify_resource_provider_configs?: ACL_ModifyResourceProviderConfig[] | undefined;
  mark_resource_providers_gone?: ACL_MarkResourceProvidersGone[] | undefined;
  view_resource_providers?: ACL_ViewResourceProvider[] | undefined;
  prune_images?: ACL_PruneImages[] | undefined;
  resize_volumes?: ACL_ResizeVolume[] | undefined;
  create_block_disks?: ACL_CreateBlockDisk[] | undefined;
  destroy_block_disks?: ACL_DestroyBlockDisk[] | undefined;
  create_mount_disks?: ACL_CreateMountDisk[] | undefined;
  destroy_mount_disks?: ACL_DestroyMountDisk[] | undefined;
  destroy_raw_disks?: ACL_DestroyRawDisk[] | undefined;
}
export const ACLs: MessageType<ACLs> = messageType(
  "mesos.ACLs",
  () => [
    ["permissive", 1, "optional", "bool", { default: true }],
    ["register_frameworks", 2, "repeated", ACL_RegisterFramework],
    ["run_tasks", 3, "repeated", ACL_RunTask],
    ["reserve_resources", 5, "repeated", ACL_ReserveResources],
    ["unreserve_resources", 6, "repeated", ACL_UnreserveResources],
    ["create_volumes", 7, "repeated", ACL_CreateVolume],
    ["destroy_volumes", 8, "repeated", ACL_DestroyVolume],
    ["teardown_frameworks", 11, "repeated", ACL_TeardownFramework],
    ["update_weights", 12, "repeated", ACL_UpdateWeight],
    ["get_endpoints", 13, "repeated", ACL_GetEndpoint],
    ["get_quotas", 14, "repeated", ACL_GetQuota],
    ["update_quotas", 15, "repeated", ACL_UpdateQuota],
    ["view_frameworks", 16, "repeated", ACL_ViewFramework],
    ["view_tasks", 17, "repeated", ACL_ViewTask],
    ["view_executors", 18, "repeated", ACL_ViewExecutor],
    ["access_sandboxes", 19, "repeated", ACL_AccessSandbox],
    ["access_mesos_logs", 20, "repeated", ACL_AccessMesosLog],
    ["view_roles", 21, "repeated", ACL_ViewRole],
    ["view_flags", 22, "repeated", ACL_ViewFlags],
    ["launch_nested_containers_as_user", 23, "repeated", ACL_LaunchNestedContainerAsUser],
    ["launch_nested_containers_under_parent_with_user", 24, "repeated", ACL_LaunchNestedContainerUnderParentWithUser],
    ["kill_nested_containers", 25, "repeated", ACL_KillNestedContainer],
    ["wait_nested_containers", 26, "repeated", ACL_WaitNestedContainer],
    ["launch_nested_container_sessions_as_user", 27, "repeated", ACL_LaunchNestedContainerSessionAsUser],
    ["launch_nested_container_sessions_under_parent_with_user", 28, "repeated", ACL_LaunchNestedContainerSessionUnderParentWithUser],
    ["attach_containers_input", 29, "repeated", ACL_AttachContainerInput],
    ["attach_containers_output", 30, "repeated", ACL_AttachContainerOutput],
    ["view_containers", 31, "repeated", ACL_ViewContainer],
    ["set_log_level", 32, "repeated", ACL_SetLogLevel],
    ["remove_nested_containers", 33, "repeated", ACL_RemoveNestedContainer],
    ["register_agents", 34, "repeated", ACL_RegisterAgent],
    ["update_maintenance_schedules", 35, "repeated", ACL_UpdateMaintenanceSchedule],
    ["get_maintenance_schedules", 36, "repeated", ACL_GetMaintenanceSchedule],
    ["start_maintenances", 37, "repeated", ACL_StartMaintenance],
    ["stop_maintenances", 38, "repeated", ACL_StopMaintenance],
    ["get_maintenance_statuses", 39, "repeated", ACL_GetMaintenanceStatus],
    ["drain_agents", 56, "repeated", ACL_DrainAgent],
    ["deactivate_agents", 57, "repeated", ACL_DeactivateAgent],
    ["reactivate_agents", 58, "repeated", ACL_ReactivateAgent],
    ["mark_agents_gone", 40, "repeated", ACL_MarkAgentGone],
    ["launch_standalone_containers", 41, "repeated", ACL_LaunchStandaloneContainer],
    ["kill_standalone_containers", 42, "repeated", ACL_KillStandaloneContainer],
    ["wait_standalone_containers", 43, "repeated", ACL_WaitStandaloneContainer],
    ["remove_standalone_containers", 44, "repeated", ACL_RemoveStandaloneContainer],
    ["view_standalone_containers", 46, "repeated", ACL_ViewStandaloneContainer],
    ["modify_resource_provider_configs", 45, "repeated", ACL_ModifyResourceProviderConfig],
    ["mark_resource_providers_gone", 54, "repeated", ACL_MarkResourceProvidersGone],
    ["view_resource_providers", 53, "repeated", ACL_ViewResourceProvider],
    ["prune_images", 47, "repeated", ACL_PruneImages],
    ["resize_volumes", 48, "repeated", ACL_ResizeVolume],
    ["create_block_disks", 49, "repeated", ACL_CreateBlockDisk],
    ["destroy_block_disks", 50, "repeated", ACL_DestroyBlockDisk],
    ["create_mount_disks", 51, "repeated", ACL_CreateMountDisk],
    ["destroy_mount_disks", 52, "repeated", ACL_DestroyMountDisk],
    ["destroy_raw_disks", 55, "repeated", ACL_DestroyRawDisk],
  ],
  encodeACLs,
  decodeACLs,
);
export function encodeACLs(m: ACLs, w: Writer): void {
  if (m.permissive !== undefined) { const v = m.permissive; w.uint32(8); w.bool(v); }
  if (m.register_frameworks !== undefined) for (const v of m.register_frameworks) { w.uint32(18); { const b = w.open(); encodeACL_RegisterFramework(v, w); w.close(b); } }
  if (m.run_tasks !== undefined) for (const v of m.run_tasks) { w.uint32(26); { const b = w.open(); encodeACL_RunTask(v, w); w.close(b); } }
  if (m.reserve_resources !== undefined) for (const v of m.reserve_resources) { w.uint32(42); { const b = w.open(); encodeACL_ReserveResources(v, w); w.close(b); } }
  if (m.unreserve_resources !== undefined) for (const v of m.unreserve_resources) { w.uint32(50); { const b = w.open(); encodeACL_UnreserveResources(v, w); w.close(b); } }
  if (m.create_volumes !== undefined) for (const v of m.create_volumes) { w.uint32(58); { const b = w.open(); encodeACL_CreateVolume(v, w); w.close(b); } }
  if (m.destroy_volumes !== undefined) for (const v of m.destroy_volumes) { w.uint32(66); { const b = w.open(); encodeACL_DestroyVolume(v, w); w.close(b); } }
  if (m.teardown_frameworks !== undefined) for (const v of m.teardown_frameworks) { w.uint32(90); { const b = w.open(); encodeACL_TeardownFramework(v, w); w.close(b); } }
  if (m.update_weights !== undefined) for (const v of m.update_weights) { w.uint32(98); { const b = w.open(); encodeACL_UpdateWeight(v, w); w.close(b); } }
  if (m.get_endpoints !== undefined) for (const v of m.get_endpoints) { w.uint32(106); { const b = w.open(); encodeACL_GetEndpoint(v, w); w.close(b); } }
  if (m.get_quotas !== undefined) for (const v of m.get_quotas) { w.uint32(114); { const b = w.open(); encodeACL_GetQuota(v, w); w.close(b); } }
  if (m.update_quotas !== undefined) for (const v of m.update_quotas) { w.uint32(122); { const b = w.open(); encodeACL_UpdateQuota(v, w); w.close(b); } }
  if (m.view_frameworks !== undefined) for (const v of m.view_frameworks) { w.uint32(130); { const b = w.open(); encodeACL_ViewFramework(v, w); w.close(b); } }
  if (m.view_tasks !== undefined) for (const v of m.view_tasks) { w.uint32(138); { const b = w.open(); encodeACL_ViewTask(v, w); w.close(b); } }
  if (m.view_executors !== undefined) for (const v of m.view_executors) { w.uint32(146); { const b = w.open(); encodeACL_ViewExecutor(v, w); w.close(b); } }
  if (m.access_sandboxes !== undefined) for (const v of m.access_sandboxes) { w.uint32(154); { const b = w.open(); encodeACL_AccessSandbox(v, w); w.close(b); } }
  if (m.access_mesos_logs !== undefined) for (const v of m.access_mesos_logs) { w.uint32(162); { const b = w.open(); encodeACL_AccessMesosLog(v, w); w.close(b); } }
  if (m.view_roles !== undefined) for (const v of m.view_roles) { w.uint32(170); { const b = w.open(); encodeACL_ViewRole(v, w); w.close(b); } }
  if (m.view_flags !== undefined) for (const v of m.view_flags) { w.uint32(178); { const b = w.open(); encodeACL_ViewFlags(v, w); w.close(b); } }
  if (m.launch_nested_containers_as_user !== undefined) for (const v of m.launch_nested_containers_as_user) { w.uint32(186); { const b = w.open(); encodeACL_LaunchNestedContainerAsUser(v, w); w.close(b); } }
  if (m.launch_nested_containers_under_parent_with_user !== undefined) for (const v of m.launch_nested_containers_under_parent_with_user) { w.uint32(194); { const b = w.open(); encodeACL_LaunchNestedContainerUnderParentWithUser(v, w); w.close(b); } }
  if (m.kill_nested_containers !== undefined) for (const v of m.kill_nested_containers) { w.uint32(202); { const b = w.open(); encodeACL_KillNestedContainer(v, w); w.close(b); } }
  if (m.wait_nested_containers !== undefined) for (const v of m.wait_nested_containers) { w.uint32(210); { const b = w.open(); encodeACL_WaitNestedContainer(v, w); w.close(b); } }
  if (m.launch_nested_container_sessions_as_user !== undefined) for (const v of m.launch_nested_container_sessions_as_user) { w.uint32(218); { const b = w.open(); encodeACL_LaunchNestedContainerSessionAsUser(v, w); w.close(b); } }
  if (m.launch_nested_container_sessions_under_parent_with_user !== undefined) for (const v of m.launch_nested_container_sessions_under_parent_with_user) { w.uint32(226); { const b = w.open(); encodeACL_LaunchNestedContainerSessionUnderParentWithUser(v, w); w.close(b); } }
  if (m.attach_containers_input !== undefined) for (const v of m.attach_containers_input) { w.uint32(234); { const b = w.open(); encodeACL_AttachContainerInput(v, w); w.close(b); } }
  if (m.attach_containers_output !== undefined) for (const v of m.attach_containers_output) { w.uint32(242); { const b = w.open(); encodeACL_AttachContainerOutput(v, w); w.close(b); } }
  if (m.view_containers !== undefined) for (const v of m.view_containers) { w.uint32(250); { const b = w.open(); encodeACL_ViewContainer(v, w); w.close(b); } }
  if (m.set_log_level !== undefined) for (const v of m.set_log_level) { w.uint32(258); { const b = w.open(); encodeACL_SetLogLevel(v, w); w.close(b); } }
  if (m.remove_nested_containers !== undefined) for (const v of m.remove_nested_containers) { w.uint32(266); { const b = w.open(); encodeACL_RemoveNestedContainer(v, w); w.close(b); } }
  if (m.register_agents !== undefined) for (const v of m.register_agents) { w.uint32(274); { const b = w.open(); encodeACL_RegisterAgent(v, w); w.close(b); } }
  if (m.update_maintenance_schedules !== undefined) for (const v of m.update_maintenance_schedules) { w.uint32(282); { const b = w.open(); encodeACL_UpdateMaintenanceSchedule(v, w); w.close(b); } }
  if (m.get_maintenance_schedules !== undefined) for (const v of m.get_maintenance_schedules) { w.uint32(290); { const b = w.open(); encodeACL_GetMaintenanceSchedule(v, w); w.close(b); } }
  if (m.start_maintenances !== undefined) for (const v of m.start_maintenances) { w.uint32(298); { const b = w.open(); encodeACL_StartMaintenance(v, w); w.close(b); } }
  if (m.stop_maintenances !== undefined) for (const v of m.stop_maintenances) { w.uint32(306); { const b = w.open(); encodeACL_StopMaintenance(v, w); w.close(b); } }
  if (m.get_maintenance_statuses !== undefined) for (const v of m.get_maintenance_statuses) { w.uint32(314); { const b = w.open(); encodeACL_GetMaintenanceStatus(v, w); w.close(b); } }
  if (m.mark_agents_gone !== undefined) for (const v of m.mark_agents_gone) { w.uint32(322); { const b = w.open(); encodeACL_MarkAgentGone(v, w); w.close(b); } }
  if (m.launch_standalone_containers !== undefined) for (const v of m.launch_standalone_containers) { w.uint32(330); { const b = w.open(); encodeACL_LaunchStandaloneContainer(v, w); w.close(b); } }
  if (m.kill_standalone_containers !== undefined) for (const v of m.kill_standalone_containers) { w.uint32(338); { const b = w.open(); encodeACL_KillStandaloneContainer(v, w); w.close(b); } }
  if (m.wait_standalone_containers !== undefined) for (const v of m.wait_standalone_containers) { w.uint32(346); { const b = w.open(); encodeACL_WaitStandaloneContainer(v, w); w.close(b); } }
  if (m.remove_standalone_containers !== undefined) for (const v of m.remove_standalone_containers) { w.uint32(354); { const b = w.open(); encodeACL_RemoveStandaloneContainer(v, w); w.close(b); } }
  if (m.modify_resource_provider_configs !== undefined) for (const v of m.modify_resource_provider_configs) { w.uint32(362); { const b = w.open(); encodeACL_ModifyResourceProviderConfig(v, w); w.close(b); } }
  if (m.view_standalone_containers !== undefined) for (const v of m.view_standalone_containers) { w.uint32(370); { const b = w.open(); encodeACL_ViewStandaloneContainer(v, w); w.close(b); } }
  if (m.prune_images !== undefined) for (const v of m.prune_images) { w.uint32(378); { const b = w.open(); encodeACL_PruneImages(v, w); w.close(b); } }
  if (m.resize_volumes !== undefined) for (const v of m.resize_volumes) { w.uint32(386); { const b = w.open(); encodeACL_ResizeVolume(v, w); w.close(b); } }
  if (m.create_block_disks !== undefined) for (const v of m.create_block_disks) { w.uint32(394); { const b = w.open(); encodeACL_CreateBlockDisk(v, w); w.close(b); } }
  if (m.destroy_block_disks !== undefined) for (const v of m.destroy_block_disks) { w.uint32(402); { const b = w.open(); encodeACL_DestroyBlockDisk(v, w); w.close(b); } }
  if (m.create_mount_disks !== undefined) for (const v of m.create_mount_disks) { w.uint32(410); { const b = w.open(); encodeACL_CreateMountDisk(v, w); w.close(b); } }
  if (m.destroy_mount_disks !== undefined) for (const v of m.destroy_mount_disks) { w.uint32(418); { const b = w.open(); encodeACL_DestroyMountDisk(v, w); w.close(b); } }
  if (m.view_resource_providers !== undefined) for (const v of m.view_resource_providers) { w.uint32(426); { const b = w.open(); encodeACL_ViewResourceProvider(v, w); w.close(b); } }
  if (m.mark_resource_providers_gone !== undefined) for (const v of m.mark_resource_providers_gone) { w.uint32(434); { const b = w.open(); encodeACL_MarkResourceProvidersGone(v, w); w.close(b); } }
  if (m.destroy_raw_disks !== undefined) for (const v of m.destroy_raw_disks) { w.uint32(442); { const b = w.open(); encodeACL_DestroyRawDisk(v, w); w.close(b); } }
  if (m.drain_agents !== undefined) for (const v of m.drain_agents) { w.uint32(450); { const b = w.open(); encodeACL_DrainAgent(v, w); w.close(b); } }
  if (m.deactivate_agents !== undefined) for (const v of m.deactivate_agents) { w.uint32(458); { const b = w.open(); encodeACL_DeactivateAgent(v, w); w.close(b); } }
  if (m.reactivate_agents !== undefined) for (const v of m.reactivate_agents) { w.uint32(466); { const b = w.open(); encodeACL_ReactivateAgent(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeACLs(r: Reader, end: number, m: ACLs = {} as ACLs): ACLs {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 8: m.permissive = r.bool(); break;
      case 18: { const v = decodeACL_RegisterFramework(r, r.open(end)); (m.register_frameworks ??= []).push(v); break; }
      case 26: { const v = decodeACL_RunTask(r, r.open(end)); (m.run_tasks ??= []).push(v); break; }
      case 42: { const v = decodeACL_ReserveResources(r, r.open(end)); (m.reserve_resources ??= []).push(v); break; }
      case 50: { const v = decodeACL_UnreserveResources(r, r.open(end)); (m.unreserve_resources ??= []).push(v); break; }
      case 58: { const v = decodeACL_CreateVolume(r, r.open(end)); (m.create_volumes ??= []).push(v); break; }
      case 66: { const v = decodeACL_DestroyVolume(r, r.open(end)); (m.destroy_volumes ??= []).push(v); break; }
      case 90: { const v = decodeACL_TeardownFramework(r, r.open(end)); (m.teardown_frameworks ??= []).push(v); break; }
      case 98: { const v = decodeACL_UpdateWeight(r, r.open(end)); (m.update_weights ??= []).push(v); break; }
      case 106: { const v = decodeACL_GetEndpoint(r, r.open(end)); (m.get_endpoints ??= []).push(v); break; }
      case 114: { const v = decodeACL_GetQuota(r, r.open(end)); (m.get_quotas ??= []).push(v); break; }
      case 122: { const v = decodeACL_UpdateQuota(r, r.open(end)); (m.update_quotas ??= []).push(v); break; }
      case 130: { const v = decodeACL_ViewFramework(r, r.open(end)); (m.view_frameworks ??= []).push(v); break; }
      case 138: { const v = decodeACL_ViewTask(r, r.open(end)); (m.view_tasks ??= []).push(v); break; }
      case 146: { const v = decodeACL_ViewExecutor(r, r.open(end)); (m.view_executors ??= []).push(v); break; }
      case 154: { const v = decodeACL_AccessSandbox(r, r.open(end)); (m.access_sandboxes ??= []).push(v); break; }
      case 162: { const v = decodeACL_AccessMesosLog(r, r.open(end)); (m.access_mesos_logs ??= []).push(v); break; }
      case 170: { const v = decodeACL_ViewRole(r, r.open(end)); (m.view_roles ??= []).push(v); break; }
      case 178: { const v = decodeACL_ViewFlags(r, r.open(end)); (m.view_flags ??= []).push(v); break; }
      case 186: { const v = decodeACL_LaunchNestedContainerAsUser(r, r.open(end)); (m.launch_nested_containers_as_user ??= []).push(v); break; }
      case 194: { const v = decodeACL_LaunchNestedContainerUnderParentWithUser(r, r.open(end)); (m.launch_nested_containers_under_parent_with_user ??= []).push(v); break; }
      case 202: { const v = decodeACL_KillNestedContainer(r, r.open(end)); (m.kill_nested_containers ??= []).push(v); break; }
      case 210: { const v = decodeACL_WaitNestedContainer(r, r.open(end)); (m.wait_nested_containers ??= []).push(v); break; }
      case 218: { const v = decodeACL_LaunchNestedContainerSessionAsUser(r, r.open(end)); (m.launch_nested_container_sessions_as_user ??= []).push(v); break; }
      case 226: { const v = decodeACL_LaunchNestedContainerSessionUnderParentWithUser(r, r.open(end)); (m.launch_nested_container_sessions_under_parent_with_user ??= []).push(v); break; }
      case 234: { const v = decodeACL_AttachContainerInput(r, r.open(end)); (m.attach_containers_input ??= []).push(v); break; }
      case 242: { const v = decodeACL_AttachContainerOutput(r, r.open(end)); (m.attach_containers_output ??= []).push(v); break; }
      case 250: { const v = decodeACL_ViewContainer(r, r.open(end)); (m.view_containers ??= []).push(v); break; }
      case 258: { const v = decodeACL_SetLogLevel(r, r.open(end)); (m.set_log_level ??= []).push(v); break; }
      case 266: { const v = decodeACL_RemoveNestedContainer(r, r.open(end)); (m.remove_nested_containers ??= []).push(v); break; }
      case 274: { const v = decodeACL_RegisterAgent(r, r.open(end)); (m.register_agents ??= []).push(v); break; }
      case 282: { const v = decodeACL_UpdateMaintenanceSchedule(r, r.open(end)); (m.update_maintenance_schedules ??= []).push(v); break; }
      case 290: { const v = decodeACL_GetMaintenanceSchedule(r, r.open(end)); (m.get_maintenance_schedules ??= []).push(v); break; }
      case 298: { const v = decodeACL_StartMaintenance(r, r.open(end)); (m.start_maintenances ??= []).push(v); break; }
      case 306: { const v = decodeACL_StopMaintenance(r, r.open(end)); (m.stop_maintenances ??= []).push(v); break; }
      case 314: { const v = decodeACL_GetMaintenanceStatus(r, r.open(end)); (m.get_maintenance_statuses ??= []).push(v); break; }
      case 450: { const v = decodeACL_DrainAgent(r, r.open(end)); (m.drain_agents ??= []).push(v); break; }
      case 458: { const v = decodeACL_DeactivateAgent(r, r.open(end)); (m.deactivate_agents ??= []).push(v); break; }
      case 466: { const v = decodeACL_ReactivateAgent(r, r.open(end)); (m.reactivate_agents ??= []).push(v); break; }
      case 322: { const v = decodeACL_MarkAgentGone(r, r.open(end)); (m.mark_agents_gone ??= []).push(v); break; }
      case 330: { const v = decodeACL_LaunchStandaloneContainer(r, r.open(end)); (m.launch_standalone_containers ??= []).push(v); break; }
      case 338: { const v = decodeACL_KillStandaloneContainer(r, r.open(end)); (m.kill_standalone_containers ??= []).push(v); break; }
      case 346: { const v = decodeACL_WaitStandaloneContainer(r, r.open(end)); (m.wait_standalone_containers ??= []).push(v); break; }
      case 354: { const v = decodeACL_RemoveStandaloneContainer(r, r.open(end)); (m.remove_standalone_containers ??= []).push(v); break; }
      case 370: { const v = decodeACL_ViewStandaloneContainer(r, r.open(end)); (m.view_standalone_containers ??= []).push(v); break; }
      case 362: { const v = decodeACL_ModifyResourceProviderConfig(r, r.open(end)); (m.modify_resource_provider_configs ??= []).push(v); break; }
      case 434: { const v = decodeACL_MarkResourceProvidersGone(r, r.open(end)); (m.mark_resource_providers_gone ??= []).push(v); break; }
      case 426: { const v = decodeACL_ViewResourceProvider(r, r.open(end)); (m.view_resource_providers ??= []).push(v); break; }
      case 378: { const v = decodeACL_PruneImages(r, r.open(end)); (m.prune_images ??= []).push(v); break; }
      case 386: { const v = decodeACL_ResizeVolume(r, r.open(end)); (m.resize_volumes ??= []).push(v); break; }
      case 394: { const v = decodeACL_CreateBlockDisk(r, r.open(end)); (m.create_block_disks ??= []).push(v); break; }
      case 402: { const v = decodeACL_DestroyBlockDisk(r, r.open(end)); (m.destroy_block_disks ??= []).push(v); break; }
      case 410: { const v = decodeACL_CreateMountDisk(r, r.open(end)); (m.create_mount_disks ??= []).push(v); break; }
      case 418: { const v = decodeACL_DestroyMountDisk(r, r.open(end)); (m.destroy_mount_disks ??= []).push(v); break; }
      case 442: { const v = decodeACL_DestroyRawDisk(r, r.open(end)); (m.destroy_raw_disks ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
