import { err, ok, type Result } from "@mesos-ts/base";
import {
  decode,
  encode,
  replicatedLog as log,
  type Message,
  type MessageType,
} from "@mesos-ts/protos";

/** The messages between replicas, by their short names. */
export type LogMessage =
  | { readonly name: "PromiseRequest"; readonly body: log.PromiseRequest }
  | { readonly name: "PromiseResponse"; readonly body: log.PromiseResponse }
  | { readonly name: "WriteRequest"; readonly body: log.WriteRequest }
  | { readonly name: "WriteResponse"; readonly body: log.WriteResponse }
  | { readonly name: "LearnedMessage"; readonly body: log.LearnedMessage }
  | { readonly name: "RecoverRequest"; readonly body: log.RecoverRequest }
  | { readonly name: "RecoverResponse"; readonly body: log.RecoverResponse };

type Name = LogMessage["name"];
type TypeOf<N extends Name> = MessageType<Extract<LogMessage, { name: N }>["body"]>;

const PACKAGE = "mesos.internal.log.";
const TYPES: { readonly [N in Name]: TypeOf<N> } = {
  PromiseRequest: log.PromiseRequest,
  PromiseResponse: log.PromiseResponse,
  WriteRequest: log.WriteRequest,
  WriteResponse: log.WriteResponse,
  LearnedMessage: log.LearnedMessage,
  RecoverRequest: log.RecoverRequest,
  RecoverResponse: log.RecoverResponse,
};

/** Name on the wire (`mesos.internal.log.WriteRequest`) and body. */
export function encodeLogMessage(message: LogMessage): { name: string; body: Uint8Array } {
  const type = TYPES[message.name] as MessageType<Message>;
  return { name: `${PACKAGE}${message.name}`, body: encode(type, message.body) };
}

/** Reads a message; the error says which one it was and what is wrong with it. */
export function decodeLogMessage(name: string, body: Uint8Array): Result<LogMessage, string> {
  const short = name.slice(PACKAGE.length);
  if (!name.startsWith(PACKAGE) || !Object.hasOwn(TYPES, short)) {
    return err(`'${name}' is not a message of the replicated log`);
  }
  try {
    const type = TYPES[short as Name] as MessageType<Message>;
    return ok({
      name: short,
      body: decode(type, Uint8Array.prototype.slice.call(body)),
    } as unknown as LogMessage);
  } catch (error) {
    return err(`'${name}' cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
