import { Buffer } from "node:buffer";
import type { Clock, Logger } from "@mesos-ts/runtime";
import {
  CREATE_MODE,
  ERROR_CODE,
  EVENT_TYPE,
  type SessionState,
  type WatchEvent,
} from "@mesos-ts/zookeeper";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contend, detect, type GroupOptions, joinGroup, watchGroup } from "./groups.ts";
import type { ZooKeeperSession } from "./port.ts";

/** A coordinator, and sessions whose way to it can be disturbed. */
export interface CoordinatorWorld {
  readonly clock: Clock;
  readonly logger: Logger;
  open(): ZooKeeperSession;
  /** Breaks the connection, and lets no other through. */
  cut(session: ZooKeeperSession): void;
  /** Requests go through, answers do not. */
  mute(session: ZooKeeperSession): void;
  heal(session: ZooKeeperSession): void;
  /** The coordinator ends the session, of which the client does not know yet. */
  expire(session: ZooKeeperSession): Promise<void>;
}

/** The first state of that type, from now on; the present one counts. */
function reached<T extends SessionState["type"]>(
  session: ZooKeeperSession,
  type: T,
): Promise<Extract<SessionState, { type: T }>> {
  type Wanted = Extract<SessionState, { type: T }>;
  if (session.state.type === type) return Promise.resolve(session.state as Wanted);
  return new Promise((resolve) => {
    const stop = session.onState((state) => {
      if (state.type !== type) return;
      stop();
      resolve(state as Wanted);
    });
  });
}

/** A list that one can wait for. */
class Heard<T> {
  readonly items: T[] = [];
  #waiting: (() => void)[] = [];

  readonly add = (item: T): void => {
    this.items.push(item);
    for (const wake of this.#waiting.splice(0)) wake();
  };

  async until(condition: (items: readonly T[]) => boolean): Promise<readonly T[]> {
    while (!condition(this.items)) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.items;
  }
}

const text = (value: string) => Buffer.from(value);
const MASTER = { id: "m1", ip: 0x0100007f, port: 5050, pid: "master@127.0.0.1:5050" };

/** What every coordinator and its client must do alike. */
export function sessionCompliance(name: string, makeWorld: () => Promise<CoordinatorWorld>): void {
  describe(name, () => {
    let world: CoordinatorWorld;
    let opened: ZooKeeperSession[] = [];
    let root = "";
    let count = 0;

    const open = (): ZooKeeperSession => {
      const session = world.open();
      opened.push(session);
      return session;
    };
    const group = (session: ZooKeeperSession): GroupOptions => ({
      session,
      url: { path: `${root}/group/deep`, credentials: undefined },
      clock: world.clock,
      logger: world.logger,
    });

    beforeEach(async () => {
      world ??= await makeWorld();
      count += 1;
      root = `/compliance-${count}`;
      const created = await open().create(root);
      expect(created).toEqual({ type: "ok", value: root });
    });

    afterEach(async () => {
      for (const session of opened) world.heal(session);
      await Promise.all(opened.map((session) => session.close()));
      opened = [];
    });

    it("keeps nodes, their data and their versions", async () => {
      const zk = open();
      const path = `${root}/a`;
      expect(await zk.create(path, { data: text("1") })).toEqual({ type: "ok", value: path });
      expect(await zk.get(path)).toMatchObject({
        value: { data: text("1"), stat: { version: 0, ephemeralOwner: 0n, dataLength: 1 } },
      });
      expect(await zk.set(path, text("22"), 0)).toMatchObject({ value: { version: 1 } });
      expect(await zk.exists(path)).toMatchObject({ value: { version: 1, dataLength: 2 } });
      expect(await zk.exists(`${root}/b`)).toEqual({ type: "ok", value: undefined });
      expect(await zk.children(root)).toEqual({ type: "ok", value: ["a"] });
      expect(await zk.sync(path)).toMatchObject({ type: "ok" });
      expect(await zk.delete(path)).toMatchObject({ type: "ok" });
      expect(await zk.children(root)).toEqual({ type: "ok", value: [] });
    });

    it("refuses with ZooKeeper's codes", async () => {
      const zk = open();
      const code = (code: number) => ({ type: "error", error: { code } });
      await zk.create(`${root}/a`);
      await zk.create(`${root}/a/b`);
      await zk.create(`${root}/e`, { mode: CREATE_MODE.ephemeral });
      expect(await zk.create(`${root}/a`)).toMatchObject(code(ERROR_CODE.NODEEXISTS));
      expect(await zk.create(`${root}/x/y`)).toMatchObject(code(ERROR_CODE.NONODE));
      expect(await zk.create(`${root}/e/f`)).toMatchObject(
        code(ERROR_CODE.NOCHILDRENFOREPHEMERALS),
      );
      expect(await zk.get(`${root}/x`)).toMatchObject(code(ERROR_CODE.NONODE));
      expect(await zk.set(`${root}/a`, text(""), 7)).toMatchObject(code(ERROR_CODE.BADVERSION));
      expect(await zk.delete(`${root}/a`)).toMatchObject(code(ERROR_CODE.NOTEMPTY));
    });

    it("numbers sequential nodes, and ends ephemeral ones with their session", async () => {
      const [zk, other] = [open(), open()];
      const mode = CREATE_MODE.ephemeralSequential;
      expect(await zk.create(`${root}/n_`, { mode })).toMatchObject({
        value: `${root}/n_0000000000`,
      });
      expect(await zk.create(`${root}/`, { mode })).toMatchObject({ value: `${root}/0000000001` });
      const { sessionId } = await reached(zk, "connected");
      expect(await other.exists(`${root}/0000000001`)).toMatchObject({
        value: { ephemeralOwner: sessionId },
      });
      await zk.close();
      expect(zk.state).toEqual({ type: "closed" });
      expect(await other.children(root)).toEqual({ type: "ok", value: [] });
      expect(await zk.get(root)).toMatchObject({ error: { code: ERROR_CODE.SESSIONEXPIRED } });
    });

    it("tells each watch once", async () => {
      const [zk, other] = [open(), open()];
      const heard = new Heard<WatchEvent>();
      await zk.exists(`${root}/a`, heard.add);
      await zk.children(root, heard.add);
      await other.create(`${root}/a`);
      await heard.until((events) => events.length === 2);
      await zk.get(`${root}/a`, heard.add);
      await other.set(`${root}/a`, text("x"));
      await other.set(`${root}/a`, text("y"));
      await other.delete(`${root}/a`);
      const events = await heard.until((all) => all.length === 3);
      // An answer comes after all that happened before it.
      await zk.sync(root);
      await zk.exists(`${root}/a`);
      expect(events.map(({ type }) => type).sort()).toEqual([
        EVENT_TYPE.nodeCreated,
        EVENT_TYPE.nodeDataChanged,
        EVENT_TYPE.nodeChildrenChanged,
      ]);
    });

    it("goes on with its session and its watches after a lost connection", async () => {
      const [zk, other] = [open(), open()];
      const heard = new Heard<WatchEvent>();
      await zk.create(`${root}/e`, { mode: CREATE_MODE.ephemeral });
      await zk.get(root, heard.add);
      const before = await reached(zk, "connected");
      world.cut(zk);
      await reached(zk, "suspended");
      await other.set(root, text("meanwhile"));
      const held = zk.get(root);
      world.heal(zk);
      expect(await reached(zk, "connected")).toEqual(before);
      expect(await heard.until((events) => events.length === 1)).toEqual([
        { type: EVENT_TYPE.nodeDataChanged, path: root },
      ]);
      expect(await held).toMatchObject({ value: { data: text("meanwhile") } });
      expect(await other.children(root)).toEqual({ type: "ok", value: ["e"] });
    });

    it("says so when nobody knows whether a request was carried out", async () => {
      const [zk, other] = [open(), open()];
      const created = new Heard<WatchEvent>();
      await reached(zk, "connected");
      await other.exists(`${root}/a`, created.add);
      world.mute(zk);
      const outcome = zk.create(`${root}/a`);
      await created.until((events) => events.length === 1);
      world.cut(zk);
      expect(await outcome).toMatchObject({ error: { code: ERROR_CODE.CONNECTIONLOSS } });
    });

    it("begins a new session when the coordinator has ended the old one", async () => {
      const [zk, other] = [open(), open()];
      await zk.create(`${root}/e`, { mode: CREATE_MODE.ephemeral });
      const { sessionId } = await reached(zk, "connected");
      const expired = reached(zk, "expired");
      await world.expire(zk);
      expect(await expired).toEqual({ type: "expired", sessionId, presumed: false });
      const after = await reached(zk, "connected");
      expect(after.sessionId).not.toBe(sessionId);
      expect(await other.children(root)).toEqual({ type: "ok", value: [] });
    });

    it("presumes a session lost when there is no coordinator for its timeout", async () => {
      const zk = open();
      const { sessionId } = await reached(zk, "connected");
      world.cut(zk);
      await reached(zk, "suspended");
      const held = zk.get(root);
      expect(await reached(zk, "expired")).toEqual({ type: "expired", sessionId, presumed: true });
      expect(await held).toMatchObject({ error: { code: ERROR_CODE.SESSIONEXPIRED } });
      world.heal(zk);
      expect((await reached(zk, "connected")).sessionId).not.toBe(sessionId);
    });

    it("joins a group once, though the answer is lost", async () => {
      const [zk, other] = [open(), open()];
      const members = new Heard<readonly string[]>();
      watchGroup(group(other), members.add, (failure) => members.add([failure]));
      const first = joinGroup(group(other), { data: text("first") });
      await first.joined;
      await members.until((all) => all.at(-1)?.length === 1);
      await reached(zk, "connected");
      world.mute(zk);
      const second = joinGroup(group(zk), { data: text("second") });
      await members.until((all) => all.at(-1)?.length === 2);
      world.cut(zk);
      await reached(zk, "suspended");
      world.heal(zk);
      expect(await second.joined).toEqual({ name: "0000000001", label: undefined, sequence: 1 });
      expect(await other.children(`${root}/group/deep`)).toMatchObject({
        value: ["0000000000", "0000000001"],
      });
      await second.cancel();
      expect((await members.until((all) => all.length === 3)).at(-1)).toEqual(["first"]);
    });

    it("ends a membership with its node", async () => {
      const [zk, other] = [open(), open()];
      const membership = joinGroup(group(zk), { data: text("x"), label: "some_label" });
      const { name } = await membership.joined;
      expect(name).toBe("some_label_0000000000");
      await other.delete(`${root}/group/deep/${name}`);
      expect(await membership.lost).toContain("was removed");
      await membership.cancel();
    });

    it("elects the first of the masters, and the next when its session has ended", async () => {
      const [a, b, watcher] = [open(), open(), open()];
      const leaders = new Heard<string | undefined>();
      const detector = detect(group(watcher), {
        onLeader: (leader) => leaders.add(leader?.id),
        onError: (failure) => leaders.add(failure),
      });
      const first = contend(group(a), MASTER);
      await first.candidacy;
      const second = contend(group(b), { ...MASTER, id: "m2" });
      await second.candidacy;
      await leaders.until((all) => all.at(-1) === "m1");
      await world.expire(a);
      expect(await first.lost).toBe("the ZooKeeper session has expired");
      await leaders.until((all) => all.at(-1) === "m2");
      await second.withdraw();
      await leaders.until((all) => all.at(-1) === undefined);
      detector.stop();
      expect(leaders.items).toEqual(["m1", "m2", undefined]);
    });

    it("knows no leader when the detector's own session is lost", async () => {
      const [a, watcher] = [open(), open()];
      const leaders = new Heard<string | undefined>();
      detect(group(watcher), {
        onLeader: (leader) => leaders.add(leader?.id),
        onError: (failure) => leaders.add(failure),
      });
      await contend(group(a), MASTER).candidacy;
      await leaders.until((all) => all.length === 1);
      world.cut(watcher);
      await leaders.until((all) => all.length === 2);
      world.heal(watcher);
      await leaders.until((all) => all.length === 3);
      expect(leaders.items).toEqual(["m1", undefined, "m1"]);
    });

    it("says what is wrong with a leader that is no master", async () => {
      const [zk, watcher] = [open(), open()];
      const heard = new Heard<string>();
      detect(group(watcher), {
        onLeader: (leader) => heard.add(String(leader?.id)),
        onError: heard.add,
      });
      const stranger = joinGroup(group(zk), { data: text("?"), label: "stranger" });
      await heard.until((all) => all.length === 1);
      await contend(group(zk), MASTER).candidacy;
      await stranger.cancel();
      await heard.until((all) => all.length === 2);
      expect(heard.items).toEqual([
        "Failed to parse data of unknown label 'stranger' (in the node 'stranger_0000000000')",
        "m1",
      ]);
    });
  });
}
