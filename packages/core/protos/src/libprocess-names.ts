import * as log from "./gen/internal/log.ts";
import * as messages from "./gen/internal/messages.ts";
import * as authentication from "./gen/other/authentication.ts";
import { Call } from "./gen/v0/scheduler.ts";
import { Event } from "./gen/v1/scheduler.ts";
import type { Message, MessageType } from "./runtime/message.ts";

/**
 * The type of a message that libprocess carries under `name` (`mesos.internal.PingSlaveMessage`,
 * `mesos.scheduler.Call`, …), or undefined when Mesos has no such message.
 */
export function libprocessType(name: string): MessageType | undefined {
  if (name === "mesos.scheduler.Call") return erase(Call);
  if (name === "mesos.scheduler.Event") return erase(Event);
  if (name.startsWith("mesos.internal.log.")) return member(log, name, "mesos.internal.log.");
  return (
    member(messages, name, "mesos.internal.") ?? member(authentication, name, "mesos.internal.")
  );
}

function member(module: object, name: string, prefix: string): MessageType | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const key = name.slice(prefix.length);
  if (!Object.hasOwn(module, key)) return undefined;
  const value: unknown = (module as Record<string, unknown>)[key];
  return isMessageType(value) && value.name === name ? value : undefined;
}

function isMessageType(value: unknown): value is MessageType {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "message";
}

function erase<T extends Message>(type: MessageType<T>): MessageType {
  return type as unknown as MessageType;
}
