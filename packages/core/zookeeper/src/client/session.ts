import { Buffer } from "node:buffer";
import { err, ok, type Random } from "@mesos-ts/base";
import { ERROR_CODE, type EventType, errorName, XID } from "../protocol/constants.ts";
import { MAX_BUFFER_BYTES } from "../protocol/jute.ts";
import {
  decodeConnectResponse,
  decodeNotification,
  decodeReply,
  encodeConnectRequest,
  type Reply,
} from "../protocol/messages.ts";
import { decodeResponse, encodeRequest } from "../protocol/operations.ts";
import { type ConnectResponse, NO_PASSWORD, type WatcherEvent } from "../protocol/records.ts";
import { belowChroot, localPath, withoutChroot } from "./chroot.ts";
import {
  type ClientRequest,
  MAX_REQUESTS,
  MAX_WATCHES,
  type ServerAddress,
  type SessionConfig,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
  type ZkError,
} from "./contract.ts";
import { type OpenPhase, type Phase, phaseDeadline, pingAt, silenceMs } from "./phase.ts";
import { RequestQueue } from "./request-queue.ts";
import { Seldom } from "./seldom.ts";
import { WatchTable } from "./watches.ts";

/** Between two rounds over all servers, at most; a short session has less time to waste. */
const MAX_PAUSE_MS = 1_000;
const MAX_PAUSE_OF_TIMEOUT = 0.1;

/** Even with many servers and a short timeout each gets this long to answer. */
const MIN_ATTEMPT_MS = 500;

/** A server that has not confirmed the end by then is left without it. */
const CLOSE_TIMEOUT_MS = 1_000;

/** A session shorter than this would be nothing but pings. */
const MIN_TIMEOUT_MS = 100;

const MAX_INT = 2 ** 31 - 1;

const AUTH_SCHEME = "digest";

interface Session {
  readonly id: bigint;
  readonly password: Buffer;
  /** As the server granted it. */
  readonly timeoutMs: number;
}

/**
 * One client of ZooKeeper, over as many connections and sessions as it takes.
 *
 * A request that was sent when the connection broke fails with CONNECTIONLOSS: nobody knows whether
 * it was carried out. One that was not sent yet waits for the next connection. A session ends when
 * a server says so, or when there was no server for its whole timeout; then all that wait fail with
 * SESSIONEXPIRED, and another session is begun.
 */
export class ClientSession {
  readonly #config: SessionConfig;
  readonly #random: Random;
  readonly #watches = new WatchTable();
  readonly #requests = new RequestQueue();
  #effects: SessionEffect[] = [];
  #phase: Phase = { type: "idle" };
  #round: ServerAddress[] = [];
  #server: ServerAddress | undefined;
  #session: Session | undefined;
  /** When a session without a server is to be presumed lost. */
  #presumedLostAt: number | undefined;
  #lastZxid = 0n;
  readonly #complaints = new Seldom(10_000);
  #connections = 0;
  #end: ZkError | undefined;
  #wakeAt: number | undefined;

  constructor(config: SessionConfig, random: Random) {
    this.#config = config;
    this.#random = random;
  }

  /** `now` in milliseconds; it must not go back. */
  step(event: SessionEvent, now: number): readonly SessionEffect[] {
    this.#effects = [];
    this.#handle(event, now);
    this.#scheduleWake();
    return this.#effects;
  }

  #handle(event: SessionEvent, now: number): void {
    switch (event.type) {
      case "start":
        this.#state({ type: "connecting" });
        return this.#resolve();
      case "resolved":
        return this.#resolved(event.addresses, now);
      case "opened":
        return this.#isCurrent(event.connection) ? this.#introduce(event.connection) : undefined;
      case "received":
        return this.#isCurrent(event.connection) ? this.#received(event.frame, now) : undefined;
      case "disconnected":
        return this.#isCurrent(event.connection)
          ? this.#disconnected(event.reason, now, now)
          : undefined;
      case "request":
        return this.#request(event.id, event.request, now);
      case "timer":
        return this.#timer(now);
      case "close":
        return this.#close(now);
      default:
        return event satisfies never;
    }
  }

  // Connections

  #resolve(): void {
    this.#phase = { type: "resolving" };
    this.#effects.push({ type: "resolve" });
  }

  #resolved(addresses: readonly ServerAddress[], now: number): void {
    if (this.#phase.type !== "resolving") return;
    const shuffled = this.#random.shuffle([...addresses]);
    // Whoever was of no use a moment ago is asked last: it may accept, and fall silent again.
    const others = shuffled.filter((address) => !isSame(address, this.#server));
    const last = shuffled.filter((address) => isSame(address, this.#server));
    this.#round = [...others, ...last];
    this.#next(now);
  }

  /** The next server of this round, or a pause before another round. */
  #next(now: number): void {
    const address = this.#round.shift();
    if (address === undefined) {
      const mostMs = Math.min(MAX_PAUSE_MS, this.#timeoutMs() * MAX_PAUSE_OF_TIMEOUT);
      this.#phase = { type: "pausing", until: now + this.#random.next() * mostMs };
      return;
    }
    this.#connections += 1;
    this.#server = address;
    const share = silenceMs(this.#timeoutMs()) / (this.#round.length + 1);
    const deadline = now + Math.max(share, MIN_ATTEMPT_MS);
    this.#phase = { type: "dialling", connection: this.#connections, deadline };
    this.#effects.push({ type: "connect", connection: this.#connections, address });
  }

  #introduce(connection: number): void {
    const frame = encodeConnectRequest({
      protocolVersion: 0,
      lastZxidSeen: this.#lastZxid,
      timeOut: Math.min(Math.ceil(this.#timeoutMs()), MAX_INT),
      sessionId: this.#session?.id ?? 0n,
      passwd: this.#session?.password ?? NO_PASSWORD,
      readOnly: false,
    });
    this.#effects.push({ type: "send", connection, frame });
  }

  #received(frame: Buffer, now: number): void {
    switch (this.#phase.type) {
      case "dialling":
        return this.#welcomed(frame, this.#phase.connection, now);
      case "open":
        this.#phase.lastHeard = now;
        return this.#answered(frame, now);
      case "closing":
        // Whatever it says: the answer to closeSession follows, and nothing else matters now.
        return this.#answered(frame, now);
      case "idle":
      case "resolving":
      case "pausing":
      case "ended":
        return;
      default:
        return this.#phase satisfies never;
    }
  }

  #welcomed(frame: Buffer, connection: number, now: number): void {
    const response = decodeConnectResponse(frame);
    if (response.type === "error") return this.#drop(response.error, now);
    const { sessionId, timeOut } = response.value;
    if (sessionId === 0n || timeOut <= 0) {
      // A refusal of a session that was only asked for: the server is at fault.
      if (this.#session === undefined) return this.#drop("the server gave no session", now);
      this.#expire(false);
      return this.#startOver(connection);
    }
    if (timeOut < MIN_TIMEOUT_MS) return this.#drop(`it grants only ${timeOut}ms`, now);
    this.#establish(response.value, connection, now);
  }

  #establish(response: ConnectResponse, connection: number, now: number): void {
    const { sessionId, passwd, timeOut } = response;
    const password = Buffer.from(passwd ?? NO_PASSWORD);
    this.#session = { id: sessionId, password, timeoutMs: timeOut };
    this.#presumedLostAt = undefined;
    this.#phase = { type: "open", connection, lastSent: now, lastHeard: now };
    this.#log(
      "info",
      `Session ${hex(sessionId)} is established with ${this.#where()}, negotiated timeout ${timeOut}ms`,
    );
    this.#authenticate(connection);
    for (const request of this.#watches.setAgain(this.#lastZxid)) {
      this.#send(connection, encodeRequest(XID.setWatches, request));
    }
    this.#state({ type: "connected", sessionId });
    for (const { id, request } of this.#requests.takeHeld()) this.#transmit(id, request, now);
  }

  #authenticate(connection: number): void {
    const { credentials } = this.#config;
    if (credentials === undefined) return;
    const auth = Buffer.from(credentials);
    const request = { op: "auth", type: 0, scheme: AUTH_SCHEME, auth } as const;
    this.#send(connection, encodeRequest(XID.auth, request));
  }

  /** Leaves a server that is of no use. */
  #drop(reason: string, now: number, silentSince = now): void {
    const connection = this.#connection();
    if (connection !== undefined) this.#effects.push({ type: "disconnect", connection });
    this.#disconnected(reason, now, silentSince);
  }

  /** Leaves a server that was asked for a session that is no more. */
  #startOver(connection: number): void {
    this.#effects.push({ type: "disconnect", connection });
    this.#resolve();
  }

  /** `since`: from when on no server was there. */
  #disconnected(reason: string, now: number, since: number): void {
    const { type } = this.#phase;
    if (type === "closing") return this.#finish();
    if (type === "open") {
      this.#log("warning", `Lost the connection to ${this.#where()}: ${reason}`);
      if (this.#session !== undefined) {
        this.#presumedLostAt = since + this.#session.timeoutMs;
        this.#state({ type: "suspended", sessionId: this.#session.id });
      }
      this.#failSent();
      return this.#resolve();
    }
    if (this.#complaints.isTime(now))
      this.#log("info", `No session with ${this.#where()}: ${reason}`);
    this.#next(now);
  }

  // Requests

  #request(id: number, request: ClientRequest, now: number): void {
    const refusal = this.#refusal(request);
    if (refusal !== undefined) return this.#fail(id, refusal);
    if (this.#phase.type === "open") this.#transmit(id, request, now);
    else this.#requests.hold(id, request);
  }

  #refusal(request: ClientRequest): ZkError | undefined {
    if (this.#end !== undefined) return this.#end;
    if (this.#requests.size >= MAX_REQUESTS) {
      return { code: ERROR_CODE.THROTTLEDOP, text: `${MAX_REQUESTS} requests wait already` };
    }
    if ("watch" in request && request.watch && this.#watches.size >= MAX_WATCHES) {
      return { code: ERROR_CODE.THROTTLEDOP, text: `${MAX_WATCHES} watches are set already` };
    }
    return undefined;
  }

  #transmit(id: number, request: ClientRequest, now: number): void {
    if (this.#phase.type !== "open") return;
    const xid = this.#requests.nextXid();
    const frame = encodeRequest(xid, belowChroot(this.#config.chroot, request));
    if (frame.length > MAX_BUFFER_BYTES) {
      // The server would break the connection, and with it everybody else's requests.
      const text = `${request.op} of ${frame.length} bytes is too long; at most ${MAX_BUFFER_BYTES}`;
      return this.#fail(id, { code: ERROR_CODE.MARSHALLINGERROR, text });
    }
    this.#requests.sent(xid, id, request);
    this.#phase.lastSent = now;
    this.#send(this.#phase.connection, frame);
  }

  #answered(frame: Buffer, now: number): void {
    const reply = decodeReply(frame);
    if (reply.type === "error") return this.#drop(reply.error, now);
    const { header, body } = reply.value;
    if (header.zxid > this.#lastZxid) this.#lastZxid = header.zxid;
    switch (header.xid) {
      case XID.ping:
      case XID.setWatches:
        return;
      case XID.auth:
        return header.err === ERROR_CODE.OK ? undefined : this.#authFailed(header.err);
      case XID.notification: {
        const event = decodeNotification(body);
        return event.type === "error" ? this.#drop(event.error, now) : this.#notified(event.value);
      }
      default:
        return this.#completed(reply.value, now);
    }
  }

  #completed({ header, body }: Reply, now: number): void {
    if (this.#phase.type === "closing") {
      if (header.xid === this.#requests.lastXid) this.#finish();
      return;
    }
    const sent = this.#requests.answered(header.xid);
    if (sent === undefined) return this.#drop(`answer ${header.xid} came out of turn`, now);
    const { id, request } = sent;
    const path = belowChroot(this.#config.chroot, request).path;
    if (header.err !== ERROR_CODE.OK) {
      const absent = request.op === "exists" && header.err === ERROR_CODE.NONODE;
      if (absent) this.#watches.answered(id, request, path, false);
      return this.#fail(id, errorOf(header.err, request));
    }
    const response = decodeResponse(request.op, body);
    if (response.type === "error") {
      this.#fail(id, { code: ERROR_CODE.MARSHALLINGERROR, text: response.error });
      return this.#drop(response.error, now);
    }
    this.#watches.answered(id, request, path, true);
    const value = withoutChroot(this.#config.chroot, response.value);
    this.#effects.push({ type: "answer", id, outcome: ok(value) });
  }

  #notified({ type, path }: WatcherEvent): void {
    const event = { type: type as EventType, path: localPath(this.#config.chroot, path) };
    for (const id of this.#watches.take(event.type, path)) {
      this.#effects.push({ type: "watch", id, event });
    }
  }

  #fail(id: number, error: ZkError): void {
    this.#effects.push({ type: "answer", id, outcome: err(error) });
  }

  /** Nobody knows whether these were carried out. */
  #failSent(): void {
    for (const { id, request } of this.#requests.takeSent()) {
      this.#fail(id, errorOf(ERROR_CODE.CONNECTIONLOSS, request));
    }
  }

  #failAll(error: ZkError): void {
    for (const { id } of this.#requests.takeSent()) this.#fail(id, error);
    for (const { id } of this.#requests.takeHeld()) this.#fail(id, error);
  }

  // The session's end

  #expire(presumed: boolean): void {
    const session = this.#session;
    if (session === undefined) return;
    this.#session = undefined;
    this.#presumedLostAt = undefined;
    this.#lastZxid = 0n;
    this.#watches.clear();
    const how = presumed ? "is presumed lost: no server was there for its timeout" : "has expired";
    this.#log("warning", `Session ${hex(session.id)} ${how}`);
    this.#failAll({ code: ERROR_CODE.SESSIONEXPIRED, text: "The session has expired" });
    this.#state({ type: "expired", sessionId: session.id, presumed });
    this.#state({ type: "connecting" });
  }

  #authFailed(code: number): void {
    const text = `Failed to authenticate with ZooKeeper: ${errorName(code)}`;
    this.#end = { code: ERROR_CODE.AUTHFAILED, text };
    this.#leave();
    this.#state({ type: "auth-failed", text });
  }

  #close(now: number): void {
    if (this.#end !== undefined) return;
    this.#end = { code: ERROR_CODE.SESSIONEXPIRED, text: "The session is closed" };
    this.#failAll(this.#end);
    if (this.#phase.type !== "open") return this.#finish();
    const { connection } = this.#phase;
    this.#send(connection, encodeRequest(this.#requests.nextXid(), { op: "closeSession" }));
    this.#phase = { type: "closing", connection, deadline: now + CLOSE_TIMEOUT_MS };
  }

  #finish(): void {
    this.#leave();
    this.#state({ type: "closed" });
  }

  #leave(): void {
    const connection = this.#connection();
    if (connection !== undefined) this.#effects.push({ type: "disconnect", connection });
    this.#phase = { type: "ended" };
    this.#presumedLostAt = undefined;
    this.#watches.clear();
    if (this.#end !== undefined) this.#failAll(this.#end);
  }

  // Time

  #timer(now: number): void {
    this.#wakeAt = undefined;
    if (this.#presumedLostAt !== undefined && now >= this.#presumedLostAt) this.#presumeLost();
    const phase = this.#phase;
    switch (phase.type) {
      case "pausing":
        return now >= phase.until ? this.#resolve() : undefined;
      case "dialling":
        return now >= phase.deadline ? this.#drop("it does not answer", now) : undefined;
      case "open":
        return this.#keepAlive(phase, now);
      case "closing":
        return now >= phase.deadline ? this.#finish() : undefined;
      case "idle":
      case "resolving":
      case "ended":
        return;
      default:
        return phase satisfies never;
    }
  }

  /** An attempt under way would go on with the old session: it is begun again with a new one. */
  #presumeLost(): void {
    this.#expire(true);
    if (this.#phase.type === "dialling") this.#startOver(this.#phase.connection);
  }

  #keepAlive(phase: OpenPhase, now: number): void {
    if (now >= phase.lastHeard + silenceMs(this.#timeoutMs())) {
      // The server has counted since then as well: so does the presumption.
      const silent = `no word for ${Math.round(now - phase.lastHeard)}ms`;
      this.#drop(silent, now, phase.lastHeard);
      if (this.#presumedLostAt !== undefined && now >= this.#presumedLostAt) this.#expire(true);
      return;
    }
    if (now >= pingAt(phase, this.#timeoutMs())) {
      phase.lastSent = now;
      this.#send(phase.connection, encodeRequest(XID.ping, { op: "ping" }));
    }
  }

  #scheduleWake(): void {
    const at = earliest(this.#presumedLostAt, phaseDeadline(this.#phase, this.#timeoutMs()));
    if (at === this.#wakeAt) return;
    this.#wakeAt = at;
    this.#effects.push({ type: "wake-at", at });
  }

  #timeoutMs(): number {
    return this.#session?.timeoutMs ?? this.#config.sessionTimeoutMs;
  }

  // Small things

  #connection(): number | undefined {
    return "connection" in this.#phase ? this.#phase.connection : undefined;
  }

  #isCurrent(connection: number): boolean {
    return this.#connection() === connection;
  }

  #send(connection: number, frame: Buffer): void {
    this.#effects.push({ type: "send", connection, frame });
  }

  #state(state: SessionState): void {
    this.#effects.push({ type: "state", state });
  }

  #log(level: "info" | "warning", text: string): void {
    this.#effects.push({ type: "log", level, text });
  }

  #where(): string {
    return this.#server === undefined ? "?" : `${this.#server.host}:${this.#server.port}`;
  }
}

function isSame(a: ServerAddress, b: ServerAddress | undefined): boolean {
  return a.host === b?.host && a.port === b.port;
}

function hex(sessionId: bigint): string {
  return `0x${BigInt.asUintN(64, sessionId).toString(16)}`;
}

function errorOf(code: number, request: ClientRequest): ZkError {
  return { code, text: `${errorName(code)} for ${request.path}` };
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
