import type { executor, internal, MessageType } from "@mesos-ts/protos";
import type { AgentEffect, Checkpoint, Pid } from "./contract.ts";
import type { Executor } from "./state.ts";

/** The internal messages by name. */
export type InternalMessages = {
  [Name in keyof typeof internal]: (typeof internal)[Name] extends MessageType<infer T> ? T : never;
};

/** Collects the effects of one step, in order. */
export class Outbox {
  #effects: AgentEffect[] = [];

  push(effect: AgentEffect): void {
    this.#effects.push(effect);
  }

  send<Name extends keyof InternalMessages>(
    to: Pid,
    name: Name,
    message: InternalMessages[Name],
  ): void {
    this.push({ type: "send", to, name, message });
  }

  checkpoint(change: Checkpoint): void {
    this.push({ type: "checkpoint", change });
  }

  info(text: string): void {
    this.push({ type: "log", level: "INFO", text });
  }

  warn(text: string): void {
    this.push({ type: "log", level: "WARNING", text });
  }

  error(text: string): void {
    this.push({ type: "log", level: "ERROR", text });
  }

  /** To an executor, in the protocol that it speaks; nothing when it is not connected. */
  toExecutor<Name extends keyof InternalMessages>(
    { connection }: Executor,
    event: executor.Event,
    name: Name,
    message: InternalMessages[Name],
  ): void {
    if (connection === undefined) return;
    if (connection.type === "pid") this.send(connection.pid, name, message);
    else this.push({ type: "executor-event", streamId: connection.streamId, event });
  }

  /** What was collected; the outbox is empty afterwards. */
  take(): AgentEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }
}
