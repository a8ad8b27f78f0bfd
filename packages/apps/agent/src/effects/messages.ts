import { Buffer } from "node:buffer";
import {
  DecodeError,
  decode,
  encode,
  internal,
  libprocessType,
  type MessageType,
} from "@mesos-ts/protos";
import type { Logger } from "@mesos-ts/runtime";
import type { LibprocessMessage, LibprocessNetwork } from "@mesos-ts/transport";
import type { Dispatch, EffectOf } from "./port.ts";

/** The agent's process id. */
export const AGENT_PROCESS = "slave(1)";

/** Libprocess messages to and from the agent's core. */
export class Messages {
  readonly #network: LibprocessNetwork;
  readonly #logger: Logger;

  constructor(network: LibprocessNetwork, logger: Logger) {
    this.#network = network;
    this.#logger = logger;
  }

  /** Takes messages to the agent. What cannot be decoded is dropped with a line in the log. */
  listen(dispatch: Dispatch, exited: (pid: string) => void): void {
    this.#network.register(AGENT_PROCESS, {
      message: (message) => this.#receive(message, dispatch),
      exited,
    });
  }

  send({ to, from, name, message }: EffectOf<"send">): void {
    const type = internal[name] as unknown as MessageType;
    this.#network.send(from ?? AGENT_PROCESS, to, `mesos.internal.${name}`, encode(type, message));
  }

  link(pid: string): void {
    this.#network.link(AGENT_PROCESS, pid);
  }

  unlink(pid: string): void {
    this.#network.unlink(AGENT_PROCESS, pid);
  }

  #receive({ from, name, body }: LibprocessMessage, dispatch: Dispatch): void {
    const type = libprocessType(name);
    if (type === undefined) {
      this.#logger.warning(`Dropping '${name}' from ${from}: there is no such message`);
      return;
    }
    try {
      // The body is a view of network memory, and what is decoded keeps views of it.
      const message = decode(type, Buffer.from(body));
      dispatch({ type: "message", from, name, message });
    } catch (cause) {
      if (!(cause instanceof DecodeError)) throw cause;
      const why = cause.code === "incomplete" ? `it lacks ${cause.message}` : cause.message;
      this.#logger.warning(`Dropping '${name}' from ${from}: ${why}`);
    }
  }
}
