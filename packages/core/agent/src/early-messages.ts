import type { AgentContext } from "./context.ts";
import type { AgentEvent } from "./contract.ts";

type MessageEvent = Extract<AgentEvent, { type: "message" }>;

const MAX_EARLY_MESSAGES = 1_000;

const NEEDS_ID: ReadonlySet<string> = new Set([
  "mesos.internal.RunTaskMessage",
  "mesos.internal.RunTaskGroupMessage",
  "mesos.internal.KillTaskMessage",
  "mesos.internal.ApplyOperationMessage",
  "mesos.internal.DrainSlaveMessage",
]);

/**
 * Work for an agent that does not know its id yet: it waits until the agent does. With the
 * connection that it came over, the id is lost that it was meant for: another registration may
 * give another one.
 */
export class EarlyMessages {
  #messages: MessageEvent[] = [];

  /** Whether the message has to wait, or came in vain. */
  keep(event: MessageEvent, { agentId, outbox }: AgentContext): boolean {
    if (agentId !== undefined || !NEEDS_ID.has(event.name)) return false;
    if (this.#messages.length < MAX_EARLY_MESSAGES) this.#messages.push(event);
    else outbox.warn(`Dropping ${event.name}: the agent is not registered`);
    return true;
  }

  take(): readonly MessageEvent[] {
    return this.#messages.splice(0);
  }

  forget(): void {
    this.#messages = [];
  }
}
