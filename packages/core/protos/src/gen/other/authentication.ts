// Generated from schema/other/authentication.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface AuthenticateMessage extends Message {
  pid: string;
}
export const AuthenticateMessage: MessageType<AuthenticateMessage> = messageType(
  "mesos.internal.AuthenticateMessage",
  () => [
    ["pid", 1, "required", "string"],
  ],
  encodeAuthenticateMessage,
  decodeAuthenticateMessage,
);
export function encodeAuthenticateMessage(m: AuthenticateMessage, w: Writer): void {
  if (m.pid !== undefined) { const v = m.pid; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAuthenticateMessage(r: Reader, end: number, m: AuthenticateMessage = {} as AuthenticateMessage): AuthenticateMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.pid = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.pid === undefined) r.incomplete = true;
  return m;
}

export interface AuthenticationMechanismsMessage extends Message {
  mechanisms?: string[] | undefined;
}
export const AuthenticationMechanismsMessage: MessageType<AuthenticationMechanismsMessage> = messageType(
  "mesos.internal.AuthenticationMechanismsMessage",
  () => [
    ["mechanisms", 1, "repeated", "string"],
  ],
  encodeAuthenticationMechanismsMessage,
  decodeAuthenticationMechanismsMessage,
);
export function encodeAuthenticationMechanismsMessage(m: AuthenticationMechanismsMessage, w: Writer): void {
  if (m.mechanisms !== undefined) for (const v of m.mechanisms) { w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAuthenticationMechanismsMessage(r: Reader, end: number, m: AuthenticationMechanismsMessage = {} as AuthenticationMechanismsMessage): AuthenticationMechanismsMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: (m.mechanisms ??= []).push(r.string()); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}

export interface AuthenticationStartMessage extends Message {
  mechanism: string;
  data?: Uint8Array | undefined;
}
export const AuthenticationStartMessage: MessageType<AuthenticationStartMessage> = messageType(
  "mesos.internal.AuthenticationStartMessage",
  () => [
    ["mechanism", 1, "required", "string"],
    ["data", 2, "optional", "bytes"],
  ],
  encodeAuthenticationStartMessage,
  decodeAuthenticationStartMessage,
);
export function encodeAuthenticationStartMessage(m: AuthenticationStartMessage, w: Writer): void {
  if (m.mechanism !== undefined) { const v = m.mechanism; w.uint32(10); w.string(v); }
  if (m.data !== undefined) { const v = m.data; w.uint32(18); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAuthenticationStartMessage(r: Reader, end: number, m: AuthenticationStartMessage = {} as AuthenticationStartMessage): AuthenticationStartMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.mechanism = r.string(); break;
      case 18: m.data = r.bytes(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.mechanism === undefined) r.incomplete = true;
  return m;
}

export interface AuthenticationStepMessage extends Message {
  data: Uint8Array;
}
export const AuthenticationStepMessage: MessageType<AuthenticationStepMessage> = messageType(
  "mesos.internal.AuthenticationStepMessage",
  () => [
    ["data", 1, "required", "bytes"],
  ],
  encodeAuthenticationStepMessage,
  decodeAuthenticationStepMessage,
);
export function encodeAuthenticationStepMessage(m: AuthenticationStepMessage, w: Writer): void {
  if (m.data !== undefined) { const v = m.data; w.uint32(10); w.bytes(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAuthenticationStepMessage(r: Reader, end: number, m: AuthenticationStepMessage = {} as AuthenticationStepMessage): AuthenticationStepMessage {
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

export interface AuthenticationCompletedMessage extends Message {
}
export const AuthenticationCompletedMessage: MessageType<AuthenticationCompletedMessage> = messageType(
  "mesos.internal.AuthenticationCompletedMessage",
  () => [
  ],
  encodeAuthenticationCompletedMessage,
  decodeAuthenticationCompletedMessage,
);
export function encodeAuthenticationCompletedMessage(m: AuthenticationCompletedMessage, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAuthenticationCompletedMessage(r: Reader, end: number, m: AuthenticationCompletedMessage = {} as AuthenticationCompletedMessage): AuthenticationCompletedMessage {
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

export interface AuthenticationFailedMessage extends Message {
}
export const AuthenticationFailedMessage: MessageType<AuthenticationFailedMessage> = messageType(
  "mesos.internal.AuthenticationFailedMessage",
  () => [
  ],
  encodeAuthenticationFailedMessage,
  decodeAuthenticationFailedMessage,
);
export function encodeAuthenticationFailedMessage(m: AuthenticationFailedMessage, w: Writer): void {
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAuthenticationFailedMessage(r: Reader, end: number, m: AuthenticationFailedMessage = {} as AuthenticationFailedMessage): AuthenticationFailedMessage {
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

export interface AuthenticationErrorMessage extends Message {
  error?: string | undefined;
}
export const AuthenticationErrorMessage: MessageType<AuthenticationErrorMessage> = messageType(
  "mesos.internal.AuthenticationErrorMessage",
  () => [
    ["error", 1, "optional", "string"],
  ],
  encodeAuthenticationErrorMessage,
  decodeAuthenticationErrorMessage,
);
export function encodeAuthenticationErrorMessage(m: AuthenticationErrorMessage, w: Writer): void {
  if (m.error !== undefined) { const v = m.error; w.uint32(10); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeAuthenticationErrorMessage(r: Reader, end: number, m: AuthenticationErrorMessage = {} as AuthenticationErrorMessage): AuthenticationErrorMessage {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.error = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
