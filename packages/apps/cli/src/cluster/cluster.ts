import { Buffer } from "node:buffer";
import { agent, decode, encode, type Message, type MessageType, master } from "@mesos-ts/protos";
import {
  createMemoryLogger,
  createSystemClock,
  createSystemRandom,
  readFlagFile,
} from "@mesos-ts/runtime";
import { type ClientReply, HttpClient, HttpClientError } from "@mesos-ts/transport";
import { resolveMaster } from "@mesos-ts/zk-client";
import { EXIT, Failure } from "../failure.ts";
import type { Credentials, Settings } from "./settings.ts";

const PROTOBUF = "application/x-protobuf";

/** Who is asked: where it listens, what to call it in errors, and who asks. */
export interface Peer {
  readonly address: string;
  readonly name: string;
  readonly credentials: Credentials | undefined;
}

/** A reply that is no success. */
export class Refusal extends Failure {
  readonly status: number;
  readonly body: string;

  constructor(text: string, status: number, body: string) {
    super(text);
    this.status = status;
    this.body = body;
  }
}

/** The leading master, and its agents, through the operator API. */
export class Cluster {
  readonly master: Peer;
  readonly client = new HttpClient();
  readonly #settings: Settings;

  constructor(address: string, settings: Settings) {
    this.#settings = settings;
    this.master = {
      address,
      name: `the master at ${address}`,
      credentials: settings.masterCredentials,
    };
  }

  /** Finds the leading master; does not talk to it yet. */
  static async find(settings: Settings): Promise<Cluster> {
    const found = await resolveMaster(settings.master, {
      clock: createSystemClock(),
      random: createSystemRandom(),
      logger: createMemoryLogger(),
      readFile: readFlagFile,
      timeoutMs: settings.timeoutMs,
    });
    if (found.type === "ok") return new Cluster(found.value, settings);
    throw new Failure(
      `Unable to get leading master address: ${found.error.text}. ` +
        "Name it with --master, $MESOS_MASTER or in ~/.mesos/config.toml",
      EXIT.unreachable,
    );
  }

  /** The agent that a libprocess pid such as `slave(1)@10.0.0.1:5051` names. */
  agentAt(pid: string): Peer {
    const address = pid.slice(pid.lastIndexOf("@") + 1);
    return {
      address,
      name: `the agent at ${address}`,
      credentials: this.#settings.agentCredentials,
    };
  }

  ask(call: master.Call): Promise<master.Response> {
    return this.#call(this.master, call, master.Call, master.Response);
  }

  askAgent(peer: Peer, call: agent.Call, timeoutMs?: number): Promise<agent.Response> {
    return this.#call(peer, call, agent.Call, agent.Response, timeoutMs);
  }

  /** A call whose success has no body, or none that matters. */
  async tell(call: master.Call): Promise<void> {
    await this.#post(this.master, String(call.type), encode(master.Call, call));
  }

  async tellAgent(peer: Peer, call: agent.Call): Promise<void> {
    await this.#post(peer, String(call.type), encode(agent.Call, call));
  }

  async getJson<T>(peer: Peer, path: string): Promise<T> {
    const reply = await this.#request(peer, { path, what: `GET ${path}` });
    return understood(peer, `GET ${path}`, () => JSON.parse(reply.body.toString()) as T);
  }

  close(): void {
    this.client.close();
  }

  async #call<C extends Message & { type?: string | undefined }, R extends Message>(
    peer: Peer,
    call: C,
    callType: MessageType<C>,
    replyType: MessageType<R>,
    timeoutMs?: number,
  ): Promise<R> {
    const { body } = await this.#post(peer, String(call.type), encode(callType, call), timeoutMs);
    return understood(peer, String(call.type), () => decode(replyType, body));
  }

  #post(peer: Peer, what: string, body: Buffer, timeoutMs?: number): Promise<ClientReply> {
    const headers = { "Content-Type": PROTOBUF, Accept: PROTOBUF };
    return this.#request(peer, { path: "/api/v1", what, body, headers, timeoutMs });
  }

  async #request(
    peer: Peer,
    request: {
      readonly path: string;
      readonly what: string;
      readonly body?: Buffer;
      readonly headers?: Readonly<Record<string, string>>;
      readonly timeoutMs?: number | undefined;
    },
  ): Promise<ClientReply> {
    const { path, what, body, headers } = request;
    const reply = await reaching(peer, () =>
      this.client.request({
        url: `http://${peer.address}${path}`,
        headers: { ...headers, ...authorization(peer.credentials) },
        timeoutMs: request.timeoutMs ?? this.#settings.timeoutMs,
        ...(body === undefined ? {} : { body }),
      }),
    );
    if (reply.status >= 200 && reply.status < 300) return reply;
    throw refusal(peer, what, reply.status, reply.body.toString());
  }
}

export function authorization(credentials: Credentials | undefined): Record<string, string> {
  if (credentials === undefined) return {};
  const { principal, secret } = credentials;
  return { Authorization: `Basic ${Buffer.from(`${principal}:${secret}`).toString("base64")}` };
}

/** Says who could not be reached, and what to do about it. */
export async function reaching<T>(peer: Peer, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HttpClientError)) throw error;
    const why = error.code === "ETIMEDOUT" ? `${error.message}; see --timeout` : error.message;
    throw new Failure(
      `Could not reach ${peer.name}: ${why}. Is it running, and is its address right?`,
      EXIT.unreachable,
    );
  }
}

/** Whatever listens there may be no Mesos at all. */
function understood<T>(peer: Peer, what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`${peer.name} answered ${what} with what is no reply of Mesos: ${why}`);
  }
}

const UNAUTHORIZED = 401;
const UNAVAILABLE = 503;

export function refusal(peer: Peer, what: string, status: number, body: string): Failure {
  const said = body.trim() === "" ? `HTTP ${status}` : body.trim();
  const text = `${what} was refused by ${peer.name}: ${said}`;
  if (status === UNAUTHORIZED) {
    return new Refusal(
      `${text}. Put 'principal' and 'secret' into ~/.mesos/config.toml, under [master] and [agent]`,
      status,
      body,
    );
  }
  return status === UNAVAILABLE
    ? new Failure(`${text}. Try again in a moment`, EXIT.unreachable)
    : new Refusal(text, status, body);
}
