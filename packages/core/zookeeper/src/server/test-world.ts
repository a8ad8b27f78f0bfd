import { Buffer } from "node:buffer";
import { unwrap } from "@mesos-ts/base";
import { errorName, XID } from "../protocol/constants.ts";
import {
  decodeConnectResponse,
  decodeNotification,
  decodeReply,
  encodeConnectRequest,
} from "../protocol/messages.ts";
import { decodeResponse, encodeRequest, type Op, type Request } from "../protocol/operations.ts";
import { type ConnectResponse, NO_PASSWORD, OPEN_ACL } from "../protocol/records.ts";
import type { CoordinatorConfig, Effect, Moment } from "./contract.ts";
import { Coordinator } from "./coordinator.ts";
import { Database } from "./database.ts";
import type { LogRecord } from "./transactions.ts";

export const CONFIG: CoordinatorConfig = {
  tickMs: 2_000,
  minSessionTimeoutMs: 4_000,
  maxSessionTimeoutMs: 40_000,
  containerCheckMs: 60_000,
  enforceQuota: true,
  maxSessions: 5,
  superDigest: "super:hash(super/admin)",
  sha1: (bytes) => `hash(${bytes.toString().replace(":", "/")})`,
  passwordOf: (session) => Buffer.from(session.toString(16).padStart(16, "0")),
};

const START: Moment = { wallMs: 1_700_000_000_000, monotonicMs: 500 };

/** Something that a client hears: a reply, a notification, or the end. */
export type Heard = Readonly<Record<string, unknown>>;

/** A coordinator in a world of its own: clients are names, time passes when it is told to. */
export class World {
  readonly coordinator: Coordinator;
  /** What must be durable, in order. */
  readonly log: LogRecord[] = [];
  readonly notes: string[] = [];
  #now = START;
  #lastConnection = 0;
  readonly #connections = new Map<string, number>();
  readonly #heard = new Map<string, Heard[]>();
  readonly #asked = new Map<string, Op[]>();

  constructor(config: Partial<CoordinatorConfig> = {}, database = new Database()) {
    this.coordinator = new Coordinator({ ...CONFIG, ...config }, database, START);
  }

  get database(): Database {
    return this.coordinator.database;
  }

  /** Connects a client; a later one of the same name takes its place. */
  connect(
    client: string,
    ask: { sessionId?: bigint; passwd?: Buffer; timeOut?: number; lastZxidSeen?: bigint } = {},
    address = "10.0.0.1",
  ): ConnectResponse | undefined {
    this.#lastConnection++;
    const connection = this.#lastConnection;
    this.#connections.set(client, connection);
    this.#heard.set(client, []);
    this.#asked.set(client, []);
    const hello = {
      protocolVersion: 0,
      lastZxidSeen: 0n,
      timeOut: 10_000,
      sessionId: 0n,
      passwd: NO_PASSWORD,
      readOnly: false,
      ...ask,
    };
    this.#take(this.coordinator.step({ type: "connected", connection, address }, this.#now));
    const frame = encodeConnectRequest(hello).subarray(4);
    const effects = this.coordinator.step({ type: "frame", connection, frame }, this.#now);
    const answer = effects.find((e) => e.type === "send" && e.connection === connection);
    this.#take(effects.filter((effect) => effect !== answer));
    return answer?.type === "send"
      ? unwrap(decodeConnectResponse(answer.bytes.subarray(4)))
      : undefined;
  }

  /** A request, and all that the client hears before and with the answer. */
  ask(client: string, request: Request): readonly Heard[] {
    this.#asked.get(client)?.push(request.op);
    return this.raw(client, encodeRequest(9, request).subarray(4));
  }

  /** The answer alone: what the response carries, or the name of the error. */
  answer(client: string, request: Request): unknown {
    return this.ask(client, request).at(-1);
  }

  create(client: string, path: string, flags = 0, data: Buffer | null = null): unknown {
    return this.answer(client, { op: "create", path, data, acl: OPEN_ACL, flags });
  }

  raw(client: string, frame: Buffer): readonly Heard[] {
    const connection = this.#connections.get(client) ?? 0;
    this.#take(this.coordinator.step({ type: "frame", connection, frame }, this.#now));
    return this.hears(client);
  }

  /** What a client has heard since it was last asked. */
  hears(client: string): readonly Heard[] {
    const heard = this.#heard.get(client) ?? [];
    this.#heard.set(client, []);
    return heard;
  }

  disconnect(client: string): void {
    const connection = this.#connections.get(client) ?? 0;
    this.#take(this.coordinator.step({ type: "disconnected", connection }, this.#now));
  }

  pass(milliseconds: number): void {
    this.#now = {
      wallMs: this.#now.wallMs + milliseconds,
      monotonicMs: this.#now.monotonicMs + milliseconds,
    };
    this.#take(this.coordinator.step({ type: "tick" }, this.#now));
  }

  #take(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === "persist") this.log.push(effect.record);
      else if (effect.type === "log") this.notes.push(effect.text);
      else {
        const client = this.#clientOf(effect.connection);
        const heard = effect.type === "close" ? { closed: true } : this.#read(client, effect.bytes);
        this.#heard.get(client)?.push(heard);
      }
    }
  }

  #clientOf(connection: number): string {
    return [...this.#connections].find(([, id]) => id === connection)?.[0] ?? "";
  }

  #read(client: string, bytes: Buffer): Heard {
    const { header, body } = unwrap(decodeReply(bytes.subarray(4)));
    if (header.xid === XID.notification) {
      const { type, path } = unwrap(decodeNotification(body));
      return { event: type, path };
    }
    const op = this.#asked.get(client)?.shift();
    if (header.err !== 0) return { error: errorName(header.err) };
    return op === undefined ? {} : { ...unwrap(decodeResponse(op, body)) };
  }
}

export const setData = (path: string, data = "x", version = -1): Request => ({
  op: "setData",
  path,
  data: Buffer.from(data),
  version,
});
export const remove = (path: string, version = -1): Request => ({ op: "delete", path, version });
export const exists = (path: string, watch = false): Request => ({ op: "exists", path, watch });
export const children = (path: string, watch = false): Request => ({
  op: "getChildren",
  path,
  watch,
});

export function world(...clients: readonly string[]): World {
  const made = new World();
  for (const client of clients) made.connect(client);
  return made;
}
