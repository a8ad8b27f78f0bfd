import type { Buffer } from "node:buffer";
import { unreachable } from "@mesos-ts/base";
import { ERROR_CODE, type ErrorCode, KEEPER_STATE, PERM, XID } from "../protocol/constants.ts";
import { JuteReader } from "../protocol/jute.ts";
import {
  decodeConnectRequest,
  encodeConnectResponse,
  encodeNotification,
  encodeReply,
} from "../protocol/messages.ts";
import {
  decodeRequest,
  type Request,
  type RequestOf,
  type Response,
} from "../protocol/operations.ts";
import { type ConnectRequest, type Id, NO_PASSWORD } from "../protocol/records.ts";
import { isAllowed } from "./acl.ts";
import { authenticate } from "./authenticate.ts";
import type { ConnectionId, CoordinatorConfig, Effect, Event, Moment } from "./contract.ts";
import type { Database, Outcome } from "./database.ts";
import { Draft } from "./draft.ts";
import { prepareMulti, refusedMulti } from "./multi.ts";
import { perished } from "./perish.ts";
import { prepare, type WriteRequest } from "./prepare.ts";
import { read, setWatches } from "./reads.ts";
import { responseTo } from "./responses.ts";
import { SessionTracker } from "./sessions.ts";
import type { Txn } from "./transactions.ts";
import { Watches } from "./watches.ts";

/** A client's connection. Until its first frame it has no session, and `session` is 0. */
export type Connection = {
  readonly id: ConnectionId;
  readonly address: string;
  session: bigint;
  timeoutMs: number;
  ids: readonly Id[];
};

const SERVER_ID = 1n;

/** As ZooKeeper numbers its sessions: the server, then the time at which it started. */
function firstSession(wallMs: number): bigint {
  const shifted = BigInt.asUintN(64, BigInt(Math.floor(wallMs)) << 24n) >> 8n;
  return (SERVER_ID << 56n) | shifted;
}

const hex = (value: bigint): string => `0x${BigInt.asUintN(64, value).toString(16)}`;

/**
 * The coordinator's decisions: what each client is answered, what it is told of changes, when its
 * session ends. Changes are decided and shown to the next request at once; the runner holds back
 * everything that is sent until what came before it is durable.
 */
export class Coordinator {
  readonly database: Database;
  readonly watches = new Watches();
  readonly sessions: SessionTracker;
  readonly #config: CoordinatorConfig;
  readonly #connections = new Map<ConnectionId, Connection>();
  readonly #connectionOf = new Map<bigint, ConnectionId>();
  #nextSession: bigint;
  #nextContainerCheckMs: number;
  #now: Moment;
  #effects: Effect[] = [];

  /** Goes on with a database: its sessions have their whole timeout to come back. */
  constructor(config: CoordinatorConfig, database: Database, now: Moment) {
    this.#config = config;
    this.database = database;
    this.sessions = new SessionTracker(config.tickMs);
    this.#now = now;
    this.#nextSession = firstSession(now.wallMs);
    this.#nextContainerCheckMs = now.monotonicMs + config.containerCheckMs;
    for (const [id, timeoutMs] of database.sessions) {
      this.sessions.track(id, timeoutMs, now.monotonicMs);
    }
  }

  connections(): ReadonlyMap<ConnectionId, Readonly<Connection>> {
    return this.#connections;
  }

  step(event: Event, now: Moment): readonly Effect[] {
    this.#now = now;
    switch (event.type) {
      case "connected": {
        const { connection: id, address } = event;
        const ids = [{ scheme: "ip", id: address }];
        this.#connections.set(id, { id, address, session: 0n, timeoutMs: 0, ids });
        break;
      }
      case "frame":
        this.#frame(event.connection, event.frame);
        break;
      case "disconnected":
        this.#forget(event.connection);
        break;
      case "tick":
        this.#expireSessions();
        this.#deletePerished();
        break;
      default:
        unreachable(event);
    }
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  #frame(id: ConnectionId, frame: Buffer): void {
    const connection = this.#connections.get(id);
    // It may have been closed while its frames were still on their way.
    if (connection === undefined) return;
    if (connection.session === 0n) this.#connect(connection, frame);
    else this.#request(connection, frame);
  }

  // Sessions

  #connect(connection: Connection, frame: Buffer): void {
    const decoded = decodeConnectRequest(frame);
    if (decoded.type === "error") {
      this.#warn(`Closing the connection of ${connection.address}: ${decoded.error}`);
      return this.#close(connection);
    }
    const request = decoded.value;
    const { lastZxid, sessions } = this.database;
    if (request.lastZxidSeen > lastZxid) {
      this.#warn(
        `Refusing session(${hex(request.sessionId)}) request for client ${connection.address} ` +
          `as it has seen zxid ${hex(request.lastZxidSeen)} our last zxid is ${hex(lastZxid)} ` +
          "client must try another server",
      );
      return this.#close(connection);
    }
    const { minSessionTimeoutMs, maxSessionTimeoutMs } = this.#config;
    const asked = Math.max(request.timeOut, minSessionTimeoutMs);
    connection.timeoutMs = Math.min(asked, maxSessionTimeoutMs);
    if (request.sessionId !== 0n) return this.#reopen(connection, request);
    if (sessions.size >= this.#config.maxSessions) {
      this.#warn(
        `Refusing ${connection.address} a session: there are ${sessions.size} of them, ` +
          "which is the limit of --max_sessions",
      );
      return this.#close(connection);
    }
    this.#createSession(connection, request);
  }

  #createSession(connection: Connection, request: ConnectRequest): void {
    while (this.database.sessions.has(this.#nextSession)) this.#nextSession += 1n;
    connection.session = this.#nextSession;
    this.#nextSession += 1n;
    this.#commit(connection.session, 0, { type: "createSession", timeOut: connection.timeoutMs });
    this.#established(connection, request);
  }

  /** A client that had a session comes back, perhaps while its old connection still seems alive. */
  #reopen(connection: Connection, request: ConnectRequest): void {
    const { sessionId, passwd, readOnly } = request;
    const isKnown = this.database.sessions.has(sessionId);
    if (!isKnown || passwd === null || !this.#config.passwordOf(sessionId).equals(passwd)) {
      this.#log(
        "info",
        `Invalid session ${hex(sessionId)} for client ${connection.address}, probably expired`,
      );
      const refusal = { protocolVersion: 0, timeOut: 0, sessionId: 0n, passwd: NO_PASSWORD };
      this.#sendRaw(
        connection.id,
        encodeConnectResponse({ ...refusal, readOnly: readOnlyIn(readOnly) }),
      );
      return this.#close(connection);
    }
    const old = this.#connections.get(this.#connectionOf.get(sessionId) ?? -1);
    if (old !== undefined) this.#close(old);
    connection.session = sessionId;
    this.#established(connection, request);
  }

  #established(connection: Connection, request: ConnectRequest): void {
    const { session, timeoutMs, id } = connection;
    this.#connectionOf.set(session, id);
    this.sessions.track(session, timeoutMs, this.#now.monotonicMs);
    const response = {
      protocolVersion: 0,
      timeOut: timeoutMs,
      sessionId: session,
      passwd: this.#config.passwordOf(session),
      readOnly: readOnlyIn(request.readOnly),
    };
    const answer = { operation: "createSession", xid: 0, zxid: this.database.lastZxid };
    const bytes = encodeConnectResponse(response);
    this.#effects.push({ type: "send", connection: id, bytes, answer });
  }

  #expireSessions(): void {
    for (const { id, timeoutMs } of this.sessions.expired(this.#now.monotonicMs)) {
      this.#log("info", `Expiring session ${hex(id)}, timeout of ${timeoutMs}ms exceeded`);
      this.#closeSession(id, 0);
      const connection = this.#connections.get(this.#connectionOf.get(id) ?? -1);
      if (connection !== undefined) this.#close(connection);
    }
  }

  /** Ends a session, and with it its ephemeral nodes. */
  #closeSession(session: bigint, cxid: number): void {
    this.sessions.remove(session);
    const paths = this.database.tree.ephemeralsOf(session);
    this.#commit(session, cxid, { type: "closeSession", paths });
  }

  // Requests

  #request(connection: Connection, frame: Buffer): void {
    this.sessions.touch(connection.session, this.#now.monotonicMs);
    const decoded = decodeRequest(new JuteReader(frame));
    if (decoded.type === "ok") {
      return this.#perform(connection, decoded.value.xid, decoded.value.request);
    }
    const { xid, type, code, text } = decoded.error;
    this.#warn(`A request of session ${hex(connection.session)} cannot be read: ${text}`);
    if (xid === undefined) return this.#close(connection);
    this.#refuse(connection, xid, `operation ${type}`, code);
    if (code === ERROR_CODE.UNIMPLEMENTED) this.#close(connection);
  }

  #perform(connection: Connection, xid: number, request: Request): void {
    switch (request.op) {
      case "create":
      case "create2":
      case "createContainer":
      case "createTTL":
      case "delete":
      case "setData":
      case "setACL":
      case "check":
        return this.#write(connection, xid, request);
      case "multi":
        return this.#multi(connection, xid, request);
      case "ping":
        return this.#reply(connection, XID.ping, { op: "ping" });
      case "auth":
        return this.#authenticate(connection, xid, request);
      case "setWatches":
      case "setWatches2":
        return this.#setWatches(connection, xid, request);
      case "closeSession":
        this.#closeSession(connection.session, xid);
        this.#reply(connection, xid, { op: "closeSession" });
        return this.#close(connection);
      case "reconfig":
        // One server is no ensemble whose members could change.
        this.#commitRefusal(connection, xid, ERROR_CODE.RECONFIGDISABLED);
        return this.#refuse(connection, xid, request.op, ERROR_CODE.RECONFIGDISABLED);
      case "sasl":
        this.#warn(
          `Closing the connection of ${connection.address}: it asks for SASL, which this server ` +
            'does not build. Use the scheme "digest" instead',
        );
        this.#refuse(connection, xid, request.op, ERROR_CODE.AUTHFAILED);
        return this.#close(connection);
      default: {
        const reader = { connection: connection.id, ...connection };
        const found = read(request, reader, this.database.tree, this.watches);
        if (found.type === "ok") return this.#reply(connection, xid, found.value);
        return this.#refuse(connection, xid, request.op, found.error);
      }
    }
  }

  #write(connection: Connection, xid: number, request: WriteRequest): void {
    const prepared = prepare(request, connection.ids, this.#draft(connection));
    if (prepared.type === "error") {
      this.#commitRefusal(connection, xid, prepared.error);
      return this.#refuse(connection, xid, request.op, prepared.error);
    }
    const outcome = this.#commit(connection.session, xid, prepared.value);
    this.#reply(connection, xid, responseTo(request, outcome));
  }

  #multi(connection: Connection, xid: number, request: RequestOf<"multi">): void {
    const prepared = prepareMulti(request.requests, connection.ids, this.#draft(connection));
    if (prepared.type === "ok") {
      const outcome = this.#commit(connection.session, xid, prepared.value);
      return this.#reply(connection, xid, { op: "multi", results: outcome.results });
    }
    const { code, at } = prepared.error;
    this.#commitRefusal(connection, xid, code);
    if (code === ERROR_CODE.MARSHALLINGERROR) return this.#refuse(connection, xid, "multi", code);
    const results = refusedMulti(request.requests.length, at, code);
    this.#reply(connection, xid, { op: "multi", results });
  }

  #draft(connection: Connection): Draft {
    const warn = (text: string): void => this.#warn(text);
    const { enforceQuota } = this.#config;
    return new Draft(this.database.tree, connection.session, enforceQuota, warn);
  }

  #authenticate(connection: Connection, xid: number, request: RequestOf<"auth">): void {
    const ids = authenticate(request, connection.address, this.#config);
    if (ids === undefined) {
      this.#warn(
        `Closing the connection of ${connection.address}: authentication failed for scheme ` +
          `"${request.scheme}"; there are "digest" and "ip"`,
      );
      this.#refuse(connection, xid, "auth", ERROR_CODE.AUTHFAILED, 0n);
      return this.#close(connection);
    }
    const known = (id: Id): boolean =>
      connection.ids.some((old) => old.scheme === id.scheme && old.id === id.id);
    connection.ids = [...connection.ids, ...ids.filter((id) => !known(id))];
    this.#reply(connection, xid, { op: "auth" }, 0n);
  }

  #setWatches(
    connection: Connection,
    xid: number,
    request: RequestOf<"setWatches"> | RequestOf<"setWatches2">,
  ): void {
    const { tree } = this.database;
    for (const missed of setWatches(request, connection.id, tree, this.watches)) {
      const event = { ...missed, state: KEEPER_STATE.syncConnected };
      this.#sendRaw(connection.id, encodeNotification(event));
    }
    this.#reply(connection, xid, { op: request.op });
  }

  #deletePerished(): void {
    if (this.#now.monotonicMs < this.#nextContainerCheckMs) return;
    this.#nextContainerCheckMs = this.#now.monotonicMs + this.#config.containerCheckMs;
    for (const path of perished(this.database.tree, this.#now.wallMs)) {
      this.#log("info", `Attempting to delete candidate container: ${path}`);
      this.#commit(0n, 0, { type: "deleteContainer", path });
    }
  }

  // Effects

  /** Makes a transaction of it: durable first, then seen by those who watch. */
  #commit(clientId: bigint, cxid: number, txn: Txn): Outcome {
    const zxid = this.database.lastZxid + 1n;
    const time = Math.floor(this.#now.wallMs);
    const record = { header: { clientId, cxid, zxid, time }, txn };
    this.#effects.push({ type: "persist", record });
    const outcome = this.database.apply(record);
    for (const event of outcome.events) {
      for (const { watcher, type, path, acl } of this.watches.trigger(event)) {
        const ids = this.#connections.get(watcher)?.ids ?? [];
        if (!isAllowed(acl, PERM.read, ids)) continue;
        const state = KEEPER_STATE.syncConnected;
        this.#sendRaw(watcher, encodeNotification({ type, state, path }));
      }
    }
    return outcome;
  }

  /** A refused change takes a number too, which clients see and which must not come twice. */
  #commitRefusal(connection: Connection, xid: number, code: ErrorCode): void {
    this.#commit(connection.session, xid, { type: "error", err: code });
  }

  #reply(
    connection: Connection,
    xid: number,
    response: Response,
    zxid = this.database.lastZxid,
  ): void {
    const bytes = encodeReply({ xid, zxid, err: ERROR_CODE.OK }, response);
    const answer = { operation: response.op, xid, zxid };
    this.#effects.push({ type: "send", connection: connection.id, bytes, answer });
  }

  #refuse(
    connection: Connection,
    xid: number,
    operation: string,
    code: ErrorCode,
    zxid = this.database.lastZxid,
  ): void {
    const bytes = encodeReply({ xid, zxid, err: code });
    const answer = { operation, xid, zxid };
    this.#effects.push({ type: "send", connection: connection.id, bytes, answer });
  }

  #sendRaw(connection: ConnectionId, bytes: Buffer): void {
    this.#effects.push({ type: "send", connection, bytes, answer: undefined });
  }

  #close(connection: Connection): void {
    this.#effects.push({ type: "close", connection: connection.id });
    this.#forget(connection.id);
  }

  /** The session stays: its client may come back with another connection. */
  #forget(id: ConnectionId): void {
    const connection = this.#connections.get(id);
    if (connection === undefined) return;
    this.#connections.delete(id);
    this.watches.removeWatcher(id);
    if (this.#connectionOf.get(connection.session) === id) {
      this.#connectionOf.delete(connection.session);
    }
  }

  #warn(text: string): void {
    this.#log("warning", text);
  }

  #log(level: "info" | "warning", text: string): void {
    this.#effects.push({ type: "log", level, text });
  }
}

/** This server is never read-only, which it says to those who know the word. */
function readOnlyIn(asked: boolean | undefined): boolean | undefined {
  return asked === undefined ? undefined : false;
}
