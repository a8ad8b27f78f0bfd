import { Buffer } from "node:buffer";
import { err, ok } from "@mesos-ts/base";
import { describe, expect, it } from "vitest";
import type { ClientResponse, SessionState } from "../client/contract.ts";
import { ERROR_CODE } from "../protocol/constants.ts";
import { OPEN_ACL } from "../protocol/records.ts";
import type { GroupCore, GroupEffect, GroupEvent } from "./contract.ts";
import { Detector } from "./detector.ts";
import { Membership } from "./membership.ts";

const SESSION: SessionState = { type: "connected", sessionId: 7n };
const EXPIRED: SessionState = { type: "expired", sessionId: 7n, presumed: true };
const STAT = {
  ...{ czxid: 0n, mzxid: 0n, pzxid: 0n, ctime: 0, mtime: 0 },
  ...{ version: 0, cversion: 0, aversion: 0, numChildren: 0, ephemeralOwner: 7n, dataLength: 1 },
};
const own = (data: string, ephemeralOwner = 7n): ClientResponse => ({
  op: "getData",
  data: Buffer.from(data),
  stat: { ...STAT, ephemeralOwner },
});

/** A group core and the coordinator it asks, told as a story. */
class Story<O> {
  readonly #core: GroupCore<O>;
  #effects: readonly GroupEffect<O>[] = [];
  #last = 0;
  now = 0;

  constructor(core: GroupCore<O>) {
    this.#core = core;
  }

  step(event: GroupEvent): this {
    this.#effects = this.#core.step(event, this.now);
    for (const effect of this.#effects) if (effect.type === "request") this.#last = effect.id;
    return this;
  }

  state(state: SessionState): this {
    return this.step({ type: "state", state });
  }

  /** To the last request. */
  answer(response: ClientResponse | number): this {
    const outcome =
      typeof response === "number" ? err({ code: response, text: "refused" }) : ok(response);
    return this.step({ type: "answer", id: this.#last, outcome });
  }

  get did(): unknown[] {
    return this.#effects.flatMap((effect): unknown[] => {
      switch (effect.type) {
        case "request":
          return [`${effect.request.op} ${effect.request.path}`];
        case "wake-at":
          return [`wake ${effect.at}`];
        case "outcome":
          return [effect.outcome];
        case "log":
          return [];
        default:
          return effect satisfies never;
      }
    });
  }
}

const join = () =>
  new Story(new Membership({ path: "/g/h", label: "l", data: Buffer.from("d"), acl: OPEN_ACL }));
const created: ClientResponse = { op: "create", path: "/g/h/l_0000000003" };
const SYNCED: ClientResponse = { op: "sync", path: "/g/h" };
const member = { name: "l_0000000003", label: "l", sequence: 3 };

describe("a membership", () => {
  it("creates its node, and the group where there is none, from below", () => {
    const story = join();
    expect(story.state({ type: "connecting" }).did).toEqual([]);
    expect(story.state(SESSION).did).toEqual(["create /g/h/l_"]);
    expect(story.answer(ERROR_CODE.NONODE).did).toEqual(["create /g/h"]);
    expect(story.answer(ERROR_CODE.NONODE).did).toEqual(["create /g"]);
    expect(story.answer({ op: "create", path: "/g" }).did).toEqual(["create /g/h"]);
    // Somebody else was faster.
    expect(story.answer(ERROR_CODE.NODEEXISTS).did).toEqual(["create /g/h/l_"]);
    expect(story.answer(created).did).toEqual([
      { type: "joined", member },
      "exists /g/h/l_0000000003",
    ]);
  });

  it("looks for the node whose creation nobody confirmed", () => {
    const story = join().state(SESSION).answer(ERROR_CODE.CONNECTIONLOSS);
    expect(story.did).toEqual([]);
    expect(story.state(SESSION).did).toEqual(["sync /g/h"]);
    expect(story.answer(SYNCED).did).toEqual(["getChildren /g/h"]);
    const children = ["l_0000000003", "l_0000000005", "l_0000000004", "m_0000000009", "other"];
    expect(story.answer({ op: "getChildren", children }).did).toEqual([
      "getData /g/h/l_0000000005",
    ]);
    // Of another session, and of another member of this one.
    expect(story.answer(own("d", 8n)).did).toEqual(["getData /g/h/l_0000000004"]);
    expect(story.answer(own("e")).did).toEqual(["getData /g/h/l_0000000003"]);
    expect(story.answer(own("d")).did).toEqual([
      { type: "joined", member },
      "exists /g/h/l_0000000003",
    ]);
  });

  it("creates another one when there is none, and when the session has ended", () => {
    const none = join().state(SESSION).answer(ERROR_CODE.CONNECTIONLOSS).state(SESSION);
    none.answer(SYNCED);
    expect(none.answer({ op: "getChildren", children: [] }).did).toEqual(["create /g/h/l_"]);
    const other = join().state(SESSION).answer(ERROR_CODE.SESSIONEXPIRED).state(EXPIRED);
    expect(other.state({ type: "connected", sessionId: 8n }).did).toEqual(["create /g/h/l_"]);
  });

  it("tries again after 2, 4, … 60 seconds where the session is not at fault", () => {
    const story = join().state(SESSION);
    const waits = Array.from({ length: 7 }, () => {
      const [wake] = story.answer(ERROR_CODE.OPERATIONTIMEOUT).did;
      const at = Number(String(wake).slice("wake ".length));
      const wait = at - story.now;
      story.now = at;
      expect(story.step({ type: "timer" }).did).toEqual(["sync /g/h"]);
      return wait;
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it("is lost with its session, and with its node", () => {
    const joined = () => join().state(SESSION).answer(created);
    expect(joined().state(EXPIRED).did).toEqual([
      { type: "lost", reason: "the ZooKeeper session has expired" },
    ]);
    expect(joined().answer(ERROR_CODE.NONODE).did).toEqual([
      { type: "lost", reason: "'/g/h/l_0000000003' was removed" },
    ]);
    expect(joined().state({ type: "suspended", sessionId: 7n }).did).toEqual([]);
  });

  it("says why it never will be", () => {
    expect(join().state(SESSION).answer(ERROR_CODE.NOAUTH).did).toEqual([
      { type: "failed", text: "Failed to create '/g/h/l_' in ZooKeeper: refused" },
    ]);
    expect(join().state({ type: "auth-failed", text: "no" }).did).toEqual([
      { type: "failed", text: "no" },
    ]);
  });

  it("is cancelled before, during and after", () => {
    const cancelled = (removed: boolean) => [{ type: "cancelled", removed }];
    expect(join().step({ type: "cancel" }).did).toEqual(cancelled(false));
    const during = join().state(SESSION).step({ type: "cancel" });
    expect(during.did).toEqual([]);
    expect(during.answer(created).did).toEqual(["delete /g/h/l_0000000003"]);
    expect(during.answer({ op: "delete" }).did).toEqual(cancelled(true));
    const after = join().state(SESSION).answer(created).answer({ op: "exists", stat: STAT });
    after.step({ type: "cancel" });
    expect(after.answer(ERROR_CODE.CONNECTIONLOSS).did).toEqual([]);
    expect(after.state(SESSION).did).toEqual(["delete /g/h/l_0000000003"]);
    expect(after.answer(ERROR_CODE.NONODE).did).toEqual(cancelled(true));
    expect(after.state(SESSION).did).toEqual([]);
  });
});

describe("a detector", () => {
  it("reads the first member only, and goes on where a lost connection left it", () => {
    const story = new Story(new Detector({ path: "/mesos", acl: OPEN_ACL }));
    expect(story.state(SESSION).did).toEqual(["getChildren /mesos"]);
    expect(story.answer(ERROR_CODE.CONNECTIONLOSS).did).toEqual([]);
    expect(story.state(SESSION).did).toEqual(["getChildren /mesos"]);
    const children = ["log_replicas", "json.info_0000000010", "json.info_0000000009"];
    expect(story.answer({ op: "getChildren", children }).did).toEqual([
      "getData /mesos/json.info_0000000009",
    ]);
    expect(story.answer(ERROR_CODE.CONNECTIONLOSS).did).toEqual([]);
    expect(story.state(SESSION).did).toEqual(["getData /mesos/json.info_0000000009"]);
    const info = { id: "m", ip: 1, port: 2, pid: "master@h:2" };
    expect(story.answer(own(JSON.stringify(info))).did).toEqual([{ type: "leader", leader: info }]);
    expect(story.state({ type: "suspended", sessionId: 7n }).did).toEqual([]);
    expect(story.state(SESSION).did).toEqual([]);
    expect(story.state(EXPIRED).did).toEqual([{ type: "leader", leader: undefined }]);
  });
});
