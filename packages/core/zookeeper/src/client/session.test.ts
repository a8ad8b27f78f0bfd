import { Buffer } from "node:buffer";
import { createRandom, unwrap } from "@mesos-ts/base";
import { describe, expect, it } from "vitest";
import { ERROR_CODE, EVENT_TYPE, KEEPER_STATE, XID } from "../protocol/constants.ts";
import { JuteReader, MAX_BUFFER_BYTES } from "../protocol/jute.ts";
import {
  decodeConnectRequest,
  encodeConnectResponse,
  encodeNotification,
  encodeReply,
} from "../protocol/messages.ts";
import { decodeRequest, type Response } from "../protocol/operations.ts";
import {
  type ClientRequest,
  MAX_REQUESTS,
  type SessionConfig,
  type SessionEffect,
  type SessionEvent,
} from "./contract.ts";
import { ClientSession } from "./session.ts";

const TIMEOUT_MS = 9_000;
const PASSWORD = Buffer.alloc(16, 7);
const ADDRESSES = [1, 2, 3].map((n) => ({ host: `10.0.0.${n}`, port: 2181 }));
const CREATED = { type: EVENT_TYPE.nodeCreated, state: KEEPER_STATE.syncConnected, path: "/a" };

/** A session and the server it talks to, told as a story. */
class Story {
  readonly #session: ClientSession;
  now = 0;
  effects: readonly SessionEffect[] = [];
  connection = 0;
  wakeAt: number | undefined;

  constructor(config: Partial<SessionConfig> = {}) {
    const defaults = { sessionTimeoutMs: TIMEOUT_MS, credentials: undefined, chroot: "" };
    this.#session = new ClientSession({ ...defaults, ...config }, createRandom("story"));
  }

  step(event: SessionEvent): this {
    this.effects = this.#session.step(event, this.now);
    for (const effect of this.effects) {
      if (effect.type === "wake-at") this.wakeAt = effect.at;
      if (effect.type === "connect") this.connection = effect.connection;
    }
    return this;
  }

  /** Goes on to the next moment that the session asked for. */
  wake(): this {
    if (this.wakeAt === undefined) throw new Error("The session waits for nothing");
    this.now = this.wakeAt;
    return this.step({ type: "timer" });
  }

  dial(): this {
    this.step({ type: "resolved", addresses: ADDRESSES });
    return this.step({ type: "opened", connection: this.connection });
  }

  welcome(sessionId = 0x77n, timeOut = TIMEOUT_MS): this {
    const response = { protocolVersion: 0, timeOut, sessionId, passwd: PASSWORD, readOnly: false };
    return this.hear(encodeConnectResponse(response));
  }

  connected(): this {
    return this.step({ type: "start" }).dial().welcome();
  }

  hear(frame: Buffer): this {
    return this.step({
      type: "received",
      connection: this.connection,
      frame: frame.subarray(4),
    });
  }

  answer(xid: number, response: Response | number, zxid = 5n): this {
    const failed = typeof response === "number";
    const header = { xid, zxid, err: failed ? response : 0 };
    return this.hear(encodeReply(header, failed ? undefined : response));
  }

  break(): this {
    return this.step({ type: "disconnected", connection: this.connection, reason: "reset" });
  }

  ask(id: number, request: ClientRequest): this {
    return this.step({ type: "request", id, request });
  }

  /** What the last step did, without its times and lines of log. */
  get did(): string[] {
    return this.effects.flatMap((effect) => describeEffect(effect));
  }
}

function describeEffect(effect: SessionEffect): string[] {
  switch (effect.type) {
    case "send": {
      const request = decodeRequest(new JuteReader(effect.frame, 4));
      return request.type === "ok"
        ? [`send ${request.value.request.op} ${request.value.xid}`]
        : ["send connect"];
    }
    case "answer":
      return [
        effect.outcome.type === "ok"
          ? `answer ${effect.id} ok`
          : `answer ${effect.id} ${effect.outcome.error.code}`,
      ];
    case "watch":
      return [`watch ${effect.id} ${effect.event.type} ${effect.event.path}`];
    case "state":
      return [
        effect.state.type === "expired" && effect.state.presumed ? "presumed" : effect.state.type,
      ];
    case "resolve":
    case "connect":
    case "disconnect":
      return [effect.type];
    case "log":
    case "wake-at":
      return [];
    default:
      return effect satisfies never;
  }
}

const exists = (path: string): ClientRequest => ({ op: "exists", path, watch: true });
const get = (path: string): ClientRequest => ({ op: "getData", path, watch: false });

describe("a session", () => {
  it("asks one server after the other, in any order, and pauses after the last", () => {
    const story = new Story();
    expect(story.step({ type: "start" }).did).toEqual(["connecting", "resolve"]);
    const asked: string[] = [];
    story.step({ type: "resolved", addresses: ADDRESSES });
    for (;;) {
      const connect = story.effects.find((effect) => effect.type === "connect");
      if (connect === undefined) break;
      asked.push(connect.address.host);
      story.break();
    }
    expect(asked.toSorted()).toEqual(["10.0.0.1", "10.0.0.2", "10.0.0.3"]);
    expect(story.did).toEqual([]);
    expect(story.wakeAt).toBeLessThan(TIMEOUT_MS / 10);
    expect(story.wake().did).toEqual(["resolve"]);
  });

  it("leaves a server that does not answer to its share of the time", () => {
    const story = new Story().step({ type: "start" }).dial();
    expect(story.wake().now).toBe((TIMEOUT_MS * 2) / 3 / 3);
    expect(story.did).toEqual(["disconnect", "connect"]);
  });

  it("says who it is, pings each third of the timeout, and leaves after two thirds of silence", () => {
    const story = new Story().connected();
    expect(story.did).toEqual(["connected"]);
    expect(story.wake().now).toBe(3_000);
    expect(story.did).toEqual(["send ping -2"]);
    story.now = 3_100;
    story.answer(XID.ping, { op: "ping" });
    expect([story.wake().now, story.did]).toEqual([6_000, ["send ping -2"]]);
    expect([story.wake().now, story.did]).toEqual([9_000, ["send ping -2"]]);
    expect([story.wake().now, story.did]).toEqual([9_100, ["disconnect", "suspended", "resolve"]]);
  });

  it("uses the timeout that the server grants", () => {
    const story = new Story().step({ type: "start" }).dial().welcome(1n, 3_000);
    expect(story.wake().now).toBe(1_000);
  });

  it("asks for no more than a number on the wire can hold, and takes no flood of pings", () => {
    const story = new Story({ sessionTimeoutMs: 1e12 }).step({ type: "start" }).dial();
    const [sent] = story.effects.filter((effect) => effect.type === "send");
    expect(unwrap(decodeConnectRequest(sent?.frame.subarray(4) ?? PASSWORD)).timeOut).toBe(
      2 ** 31 - 1,
    );
    expect(story.welcome(1n, 99).did).toEqual(["disconnect", "connect"]);
  });

  it("comes back as the same session, with its credentials, its watches and what waited", () => {
    const story = new Story({ credentials: "u:p" }).connected();
    expect(story.did).toEqual(["send auth -4", "connected"]);
    story.ask(1, exists("/a")).answer(1, ERROR_CODE.NONODE, 42n);
    expect(story.ask(2, get("/b")).break().did).toEqual(["suspended", "answer 2 -4", "resolve"]);
    expect(story.ask(3, get("/c")).did).toEqual([]);
    story.dial();
    const [sent] = story.effects.filter((effect) => effect.type === "send");
    expect(unwrap(decodeConnectRequest(sent?.frame.subarray(4) ?? PASSWORD))).toMatchObject({
      lastZxidSeen: 42n,
      sessionId: 0x77n,
      passwd: PASSWORD,
    });
    expect(story.welcome().did).toEqual([
      "send auth -4",
      "send setWatches -8",
      "connected",
      "send getData 3",
    ]);
    expect(story.hear(encodeNotification(CREATED)).did).toEqual(["watch 1 1 /a"]);
    expect(story.hear(encodeNotification(CREATED)).did).toEqual([]);
  });

  it("asks the server that it has left only after the others", () => {
    const story = new Story().connected();
    const target = () => story.effects.find((effect) => effect.type === "connect")?.address.host;
    story.break().step({ type: "resolved", addresses: ADDRESSES });
    const round = [target()];
    for (let count = 1; count < ADDRESSES.length; count++) {
      story.break();
      round.push(target());
    }
    const left = new Story().step({ type: "start" });
    left.step({ type: "resolved", addresses: ADDRESSES });
    const first = left.effects.find((effect) => effect.type === "connect")?.address.host;
    expect(round.at(-1)).toBe(first);
    expect(new Set(round).size).toBe(ADDRESSES.length);
  });

  it("has expired when the server says so, and begins another", () => {
    const story = new Story().connected().ask(1, exists("/a")).answer(1, ERROR_CODE.NONODE);
    story.break().ask(2, get("/b")).dial();
    expect(story.welcome(0n, 0).did).toEqual([
      "answer 2 -112",
      "expired",
      "connecting",
      "disconnect",
      "resolve",
    ]);
    expect(story.dial().welcome(0x78n).did).toEqual(["connected"]);
    expect(story.hear(encodeNotification(CREATED)).did).toEqual([]);
  });

  it("is presumed lost a timeout after its connection broke", () => {
    const story = new Story().connected();
    story.now = 2_000;
    story.break().step({ type: "resolved", addresses: [] });
    const did: string[] = [];
    while (!did.includes("presumed")) {
      did.push(...story.wake().did);
      if (story.did.includes("resolve")) story.step({ type: "resolved", addresses: [] });
    }
    expect(story.now).toBe(2_000 + TIMEOUT_MS);
  });

  it("is presumed lost a timeout after the last word of a silent server, at the latest", () => {
    const story = new Story().connected();
    // The process was stopped: the first thing it learns is how late it is.
    story.now = TIMEOUT_MS;
    expect(story.step({ type: "timer" }).did).toEqual([
      "disconnect",
      "suspended",
      "resolve",
      "presumed",
      "connecting",
    ]);
  });

  it("does not take up a session that it gave up while a server was asked for it", () => {
    const story = new Story().connected().break();
    story.now = TIMEOUT_MS - 1;
    story.dial();
    story.now = TIMEOUT_MS;
    expect(story.step({ type: "timer" }).did).toEqual([
      "presumed",
      "connecting",
      "disconnect",
      "resolve",
    ]);
  });

  it.each([
    ["an answer that nobody asked for", encodeReply({ xid: 9, zxid: 1n, err: 0 })],
    ["half a header", Buffer.alloc(6)],
    ["half a notification", encodeReply({ xid: XID.notification, zxid: -1n, err: 0 })],
  ])("leaves a server that sends %s", (_, frame) => {
    expect(new Story().connected().hear(frame).did).toEqual(["disconnect", "suspended", "resolve"]);
  });

  it("ignores events of a kind that it does not know", () => {
    const odd = encodeNotification({ ...CREATED, type: 99 });
    expect(new Story().connected().hear(odd).did).toEqual([]);
  });

  it("refuses what would break the connection, or never end", () => {
    const data = Buffer.alloc(MAX_BUFFER_BYTES);
    const story = new Story().connected();
    story.ask(1, { op: "setData", path: "/a", data, version: -1 });
    expect(story.did).toEqual([`answer 1 ${ERROR_CODE.MARSHALLINGERROR}`]);
    for (let id = 2; id < MAX_REQUESTS + 2; id++) story.ask(id, get("/a"));
    expect(story.did).toEqual([`send getData ${MAX_REQUESTS + 1}`]);
    expect(story.ask(5_000, get("/a")).did).toEqual([`answer 5000 ${ERROR_CODE.THROTTLEDOP}`]);
  });

  it("knows only paths below its chroot", () => {
    const story = new Story({ chroot: "/mesos" }).connected().ask(1, exists("/a"));
    const [sent] = story.effects.filter((effect) => effect.type === "send");
    const request = decodeRequest(new JuteReader(sent?.frame ?? PASSWORD, 4));
    expect(request).toMatchObject({ value: { request: { path: "/mesos/a" } } });
    story.answer(1, ERROR_CODE.NONODE);
    const event = encodeNotification({ ...CREATED, path: "/mesos/a" });
    expect(story.hear(event).did).toEqual(["watch 1 1 /a"]);
    story.ask(2, { op: "sync", path: "/" }).answer(2, { op: "sync", path: "/mesos" });
    expect(story.effects[0]).toMatchObject({ outcome: { value: { path: "/" } } });
  });

  it("ends when its credentials are refused", () => {
    const story = new Story({ credentials: "nobody" }).connected().ask(1, get("/a"));
    expect(story.answer(XID.auth, ERROR_CODE.AUTHFAILED).did).toEqual([
      "disconnect",
      `answer 1 ${ERROR_CODE.AUTHFAILED}`,
      "auth-failed",
    ]);
    expect(story.ask(2, get("/a")).did).toEqual([`answer 2 ${ERROR_CODE.AUTHFAILED}`]);
  });

  it("closes when the server has confirmed it, or does not within a second", () => {
    const confirmed = new Story().connected().ask(1, get("/a")).step({ type: "close" });
    expect(confirmed.did).toEqual(["answer 1 -112", "send closeSession 2"]);
    expect(confirmed.answer(2, { op: "closeSession" }).did).toEqual(["disconnect", "closed"]);
    const silent = new Story().connected().step({ type: "close" });
    expect([silent.wake().now, silent.did]).toEqual([1_000, ["disconnect", "closed"]]);
    expect(new Story().step({ type: "start" }).step({ type: "close" }).did).toEqual(["closed"]);
  });
});
