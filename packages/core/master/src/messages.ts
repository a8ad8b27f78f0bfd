import type { internal, MessageType } from "@mesos-ts/protos";

/** The short name of a message between master, agents and drivers: `PingSlaveMessage`. */
export type MessageName = {
  [Name in keyof typeof internal]: (typeof internal)[Name] extends MessageType<infer _>
    ? Name
    : never;
}[keyof typeof internal];

/** The message that a name stands for. */
export type MessageOf<Name extends MessageName> =
  (typeof internal)[Name] extends MessageType<infer T> ? T : never;
