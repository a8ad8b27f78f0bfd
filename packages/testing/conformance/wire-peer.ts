import {
  decode,
  encode,
  fromJson,
  internal,
  libprocessType,
  type Message,
  type MessageType,
  schedulerV0,
  toJson,
} from "@mesos-ts/protos";
import { Router, startTransport, type TransportServer } from "@mesos-ts/transport";
import { until } from "./programs.ts";
import { type Json, recording } from "./recordings.ts";

/** A message that crossed the wire, in v0 JSON. */
export interface WireMessage {
  /** The process that it was for, such as `master` or `slave-observer(1)`. */
  readonly to: string;
  readonly from: string;
  /** Without its package. */
  readonly name: string;
  readonly body: Json;
}

interface RecordedMessage {
  readonly line: string;
  readonly headers: readonly string[];
  readonly type?: string;
  readonly body_hex?: string;
}

/** The libprocess messages of a recording; `undefined` where something else was recorded. */
export function recordedMessages(path: string): (WireMessage | undefined)[] {
  return recording<RecordedMessage[]>(path).map(({ line, headers, type, body_hex = "" }) => {
    const to = /^POST \/([^/]+)\/(?:mesos\.)/.exec(line)?.[1];
    if (type === undefined || to === undefined) return undefined;
    const from = headers.find((each) => each.startsWith("Libprocess-From: "))?.slice(17) ?? "";
    return wireMessage(to, from, type, Buffer.from(body_hex, "hex"));
  });
}

function wireMessage(to: string, from: string, name: string, bytes: Uint8Array): WireMessage {
  const type = typeOf(name);
  const body = JSON.parse(toJson(type, decode(type, bytes), "v0")) as Json;
  return { to, from, name: shortName(name), body };
}

const shortName = (name: string): string => name.replace(/^mesos\.(internal\.)?/, "");

function typeOf(name: string): MessageType {
  if (name === "mesos.scheduler.Call") return schedulerV0.Call as unknown as MessageType;
  const type = libprocessType(name);
  if (type === undefined) throw new Error(`there is no message ${name}`);
  return type;
}

/** The other end of a program's libprocess messages: it notes what comes and sends what it is told. */
export class WirePeer {
  readonly received: WireMessage[] = [];
  readonly #server: TransportServer;
  /** Answers at once, as the real peer would. */
  answer: (message: WireMessage) => void = () => undefined;

  static async start(processes: readonly string[], port = 0): Promise<WirePeer> {
    const router = new Router(processes[0] ?? "");
    return new WirePeer(await startTransport({ host: "127.0.0.1", port, router }), processes);
  }

  private constructor(server: TransportServer, processes: readonly string[]) {
    this.#server = server;
    for (const to of processes) {
      server.register(to, {
        message: ({ from, name, body }) => {
          const message = wireMessage(to, from, name, body);
          this.received.push(message);
          this.answer(message);
        },
        exited: () => undefined,
      });
    }
  }

  get port(): number {
    return this.#server.port;
  }

  /** Sends a message given as v0 JSON. */
  send(from: string, to: string, name: string, body: object): void {
    const call = name === "scheduler.Call";
    const type = call
      ? (schedulerV0.Call as unknown as MessageType)
      : (internal[name as keyof typeof internal] as unknown as MessageType);
    const bytes = encode(type, fromJson(type, body, "v0") as Message);
    this.#server.send(from, to, call ? "mesos.scheduler.Call" : `mesos.internal.${name}`, bytes);
  }

  /** The messages of a name, once there are so many. */
  async messages(name: string, count = 1): Promise<readonly WireMessage[]> {
    const found = (): readonly WireMessage[] => this.received.filter((each) => each.name === name);
    await until(
      () => found().length >= count,
      () => `${count} ${name} in ${this.received.map((each) => each.name).join(" ")}`,
    );
    return found();
  }

  async message(name: string): Promise<WireMessage> {
    const [message] = await this.messages(name);
    if (message === undefined) throw new Error(`no ${name}`);
    return message;
  }

  async close(): Promise<void> {
    await this.#server.close();
  }
}
