import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { EVENT_TYPE, PERM, WATCHER_TYPE } from "../protocol/constants.ts";
import type { Request } from "../protocol/operations.ts";
import { children, exists, remove, setData, world } from "./test-world.ts";

const { nodeCreated, nodeDeleted, nodeDataChanged, nodeChildrenChanged } = EVENT_TYPE;

describe("a watch", () => {
  it("of one time tells once, before the answer that shows the change", () => {
    const at = world("a", "b");
    at.create("a", "/a");
    at.ask("a", { op: "getData", path: "/a", watch: true });
    expect(at.ask("a", setData("/a"))).toEqual([
      { event: nodeDataChanged, path: "/a" },
      expect.objectContaining({ op: "setData" }),
    ]);
    expect(at.ask("a", setData("/a"))).toHaveLength(1);
    at.ask("b", children("/", true));
    at.create("a", "/b");
    at.create("a", "/c");
    expect(at.hears("b")).toEqual([{ event: nodeChildrenChanged, path: "/" }]);
  });

  it("may wait for what is not there yet", () => {
    const at = world("a", "b");
    expect(at.ask("b", exists("/a", true))).toEqual([{ error: "NONODE" }]);
    at.create("a", "/a");
    expect(at.hears("b")).toEqual([{ event: nodeCreated, path: "/a" }]);
  });

  it("is not set by a read that finds nothing", () => {
    const at = world("a", "b");
    at.ask("b", { op: "getData", path: "/a", watch: true });
    at.ask("b", children("/a", true));
    at.create("a", "/a");
    expect(at.hears("b")).toEqual([]);
  });

  it("for data and for children of a node that is deleted tells once", () => {
    const at = world("a", "b");
    at.create("a", "/a");
    at.ask("b", exists("/a", true));
    at.ask("b", children("/a", true));
    at.ask("a", remove("/a"));
    expect(at.hears("b")).toEqual([{ event: nodeDeleted, path: "/a" }]);
  });

  it("that is persistent tells every time, of the node and its children", () => {
    const at = world("a", "b");
    at.ask("b", { op: "addWatch", path: "/a", mode: 0 });
    at.create("a", "/a");
    at.create("a", "/a/b");
    at.ask("a", setData("/a"));
    at.ask("a", setData("/a/b"));
    expect(at.hears("b")).toEqual([
      { event: nodeCreated, path: "/a" },
      { event: nodeChildrenChanged, path: "/a" },
      { event: nodeDataChanged, path: "/a" },
    ]);
  });

  it("that is recursive tells of everything below, but of no children", () => {
    const at = world("a", "b");
    at.ask("b", { op: "addWatch", path: "/a", mode: 1 });
    at.create("a", "/a");
    at.create("a", "/a/b");
    at.ask("a", setData("/a/b"));
    at.ask("a", remove("/a/b"));
    expect(at.hears("b")).toEqual([
      { event: nodeCreated, path: "/a" },
      { event: nodeCreated, path: "/a/b" },
      { event: nodeDataChanged, path: "/a/b" },
      { event: nodeDeleted, path: "/a/b" },
    ]);
  });

  it("may stand beside another of the same path", () => {
    const at = world("a", "b");
    at.ask("b", { op: "addWatch", path: "/a", mode: 1 });
    at.ask("b", exists("/a", true));
    at.create("a", "/a");
    at.create("a", "/a/b");
    expect(at.hears("b")).toEqual([
      { event: nodeCreated, path: "/a" },
      { event: nodeCreated, path: "/a/b" },
    ]);
  });

  it("can be asked for and ended by kind, by nobody but its owner", () => {
    const at = world("a", "b");
    const check = (type: number): Request => ({ op: "checkWatches", path: "/a", type });
    at.ask("b", exists("/a", true));
    expect(at.answer("b", check(WATCHER_TYPE.data))).toEqual({ op: "checkWatches" });
    expect(at.answer("b", check(WATCHER_TYPE.children))).toEqual({ error: "NOWATCHER" });
    expect(at.answer("a", check(WATCHER_TYPE.any))).toEqual({ error: "NOWATCHER" });
    expect(at.answer("b", check(9))).toEqual({ error: "MARSHALLINGERROR" });
    const end: Request = { op: "removeWatches", path: "/a", type: WATCHER_TYPE.any };
    expect(at.answer("b", end)).toEqual({ op: "removeWatches" });
    expect(at.answer("b", end)).toEqual({ error: "NOWATCHER" });
    at.create("a", "/a");
    expect(at.hears("b")).toEqual([]);
  });

  it("ends with its connection, and is set anew with what was missed", () => {
    const at = world("a");
    const session = at.connect("b");
    at.create("a", "/changed");
    at.create("a", "/deleted");
    at.create("a", "/same");
    const relativeZxid = at.database.lastZxid;
    at.disconnect("b");
    at.ask("a", setData("/changed"));
    at.ask("a", remove("/deleted"));
    at.create("a", "/created");
    const { sessionId = 0n, passwd } = session ?? {};
    at.connect("b", { sessionId, ...(passwd && { passwd }) });
    const heard = at.ask("b", {
      op: "setWatches2",
      relativeZxid,
      dataWatches: ["/changed", "/deleted", "/same"],
      existWatches: ["/created"],
      childWatches: ["/"],
      persistentWatches: [],
      persistentRecursiveWatches: ["/same"],
    });
    expect(heard).toEqual([
      { event: nodeDataChanged, path: "/changed" },
      { event: nodeDeleted, path: "/deleted" },
      { event: nodeCreated, path: "/created" },
      { event: nodeChildrenChanged, path: "/" },
      { op: "setWatches2" },
    ]);
    at.ask("a", setData("/same"));
    expect(at.hears("b")).toEqual([{ event: nodeDataChanged, path: "/same" }]);
  });

  it("tells nobody of what he may not read", () => {
    const at = world("a", "b");
    at.ask("a", { op: "auth", type: 0, scheme: "digest", auth: Buffer.from("a:secret") });
    at.ask("b", { op: "addWatch", path: "/", mode: 1 });
    const acl = [{ perms: PERM.all, id: { scheme: "auth", id: "" } }];
    at.ask("a", { op: "create", path: "/private", data: null, acl, flags: 0 });
    expect(at.hears("b")).toEqual([]);
  });
});
