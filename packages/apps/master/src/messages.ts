import { Buffer } from "node:buffer";
import {
  DecodeError,
  decode,
  encode,
  internal,
  libprocessType,
  type MessageType,
  StringPool,
} from "@mesos-ts/protos";
import type { Logger } from "@mesos-ts/runtime";
import type { LibprocessMessage, LibprocessNetwork } from "@mesos-ts/transport";
import type { Dispatch, EffectOf } from "./port.ts";

/** The master's process id. */
export const MASTER_PROCESS = "master";

/** Types that are remembered by name. */
const MAX_KNOWN_TYPES = 256;

/** Libprocess messages to and from the master's core. */
export class Messages {
  readonly #network: LibprocessNetwork;
  readonly #dispatch: Dispatch;
  readonly #logger: Logger;
  readonly #incoming = new Map<string, MessageType>();
  readonly #outgoing = new Map<string, { readonly name: string; readonly type: MessageType }>();
  /** The observer process that pings each agent, by the agent's pid. */
  readonly #observers = new Map<string, string>();
  readonly #isLeading: () => boolean;
  readonly #strings = new StringPool();
  #malformed = 0;
  #unwanted = 0;

  /** What comes while this master does not lead is dropped, as is what cannot be read. */
  constructor(
    network: LibprocessNetwork,
    dispatch: Dispatch,
    logger: Logger,
    isLeading: () => boolean,
  ) {
    this.#isLeading = isLeading;
    this.#network = network;
    this.#dispatch = dispatch;
    this.#logger = logger;
  }

  /** Messages that could not be read. */
  get malformed(): number {
    return this.#malformed;
  }

  /** Messages that came while this master did not lead. */
  get unwanted(): number {
    return this.#unwanted;
  }

  /** Takes messages to the master. What cannot be decoded is dropped with a line in the log. */
  listen(): void {
    this.#network.register(MASTER_PROCESS, {
      message: (message) => {
        if (this.#isLeading()) this.#receive(message);
        else this.#unwanted += 1;
      },
      exited: (pid) => this.#dispatch({ type: "exited", pid }),
    });
  }

  send({ to, from, name, message }: EffectOf<"send">): void {
    const { name: full, type } = this.#outgoingType(name);
    if (from !== undefined) this.#observe(from, to);
    this.#network.send(from ?? MASTER_PROCESS, to, full, encode(type, message));
  }

  link(pid: string): void {
    this.#network.link(MASTER_PROCESS, pid);
  }

  /** Also ends the observer of the agent that has left. */
  unlink(pid: string): void {
    this.#network.unlink(MASTER_PROCESS, pid);
    const observer = this.#observers.get(pid);
    if (observer === undefined) return;
    this.#observers.delete(pid);
    this.#network.unregister(observer);
  }

  /** An observer must be there when the answer to its ping comes. */
  #observe(id: string, pid: string): void {
    const known = this.#observers.get(pid);
    if (known === id) return;
    if (known !== undefined) this.#network.unregister(known);
    this.#observers.set(pid, id);
    this.#network.unregister(id);
    this.#network.register(id, { message: (message) => this.#receive(message), exited() {} });
  }

  #outgoingType(name: string): { readonly name: string; readonly type: MessageType } {
    const known = this.#outgoing.get(name);
    if (known !== undefined) return known;
    const made = {
      name: `mesos.internal.${name}`,
      type: internal[name as keyof typeof internal] as unknown as MessageType,
    };
    this.#outgoing.set(name, made);
    return made;
  }

  #incomingType(name: string): MessageType | undefined {
    const known = this.#incoming.get(name);
    if (known !== undefined) return known;
    const type = libprocessType(name);
    if (type !== undefined && this.#incoming.size < MAX_KNOWN_TYPES) this.#incoming.set(name, type);
    return type;
  }

  #receive({ from, to, name, body }: LibprocessMessage): void {
    const type = this.#incomingType(name);
    if (type === undefined) {
      this.#drop(name, from, "there is no such message");
      return;
    }
    try {
      // The body is a view of network memory, and what is decoded keeps views of it.
      const message = decode(type, Buffer.from(body), this.#strings);
      this.#dispatch({ type: "message", from, to, name, message });
    } catch (cause) {
      if (!(cause instanceof DecodeError)) throw cause;
      const why = cause.code === "incomplete" ? `it lacks ${cause.message}` : cause.message;
      this.#drop(name, from, why);
    }
  }

  #drop(name: string, from: string, why: string): void {
    this.#malformed += 1;
    this.#logger.warning(`Dropping '${name}' from ${from}: ${why}`);
  }
}
